"""Parts of a whole: "one in five adults", "two out of three", "a 3-for-2 split", "5-to-1"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.quantities import currencies
from summarizer.quantities.amount import Amount
from summarizer.quantities.nouns import counted
from summarizer.quantities.number_words import ONES
from summarizer.quantities.numbers import quotient
from summarizer.quantities.numerals import read_numeral
from summarizer.quantities.units import read_unit

if TYPE_CHECKING:
    from summarizer.quantities.scales import Numeral
    from summarizer.quantities.tokens import Tokens

# "5-to-1", "two-for-one"
_PARTNERS = frozenset({"1", "one"})
# "un sur trois", "uno su tre", "uno sobre veinte"
_OF_A_WHOLE = frozenset({"sur", "su", "sobre"})
_MOST = 1000
_FEW = 10
_SMALLEST = Decimal("0.01")
_RATIOS = frozenset("by of about nearly almost than outnumbered around roughly".split())
_WHOLES = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000})


def one_in(tokens: Tokens, begin: int, numeral: Numeral, language: str | None) -> Amount | None:
    """Read the share of a whole that begins with a number.

    Args:
        tokens: The tokens.
        begin: The number's first token.
        numeral: The number.
        language: The language of the text.

    Returns:
        The ratio, or None where the number is no part of one.
    """
    j = numeral.end
    if not tokens.low(j).isalpha():
        return _joined(tokens, begin, numeral)
    if tokens.low(j) in _OF_A_WHOLE and tokens.language is not None:
        return _part(tokens, begin, numeral, j + 1, language)
    if every := _every(tokens, j):
        return _part(tokens, begin, numeral, every, language)
    if tokens.phrase(j, 2) in {"to one", "to 1"}:
        return _to_one(tokens, begin, numeral)
    out_of = tokens.phrase(j, 2) == "out of"
    if not (out_of or (tokens.low(j) == "in" and tokens.low(j + 1) not in {"a", "the", "one"})):
        return None
    whole = read_numeral(tokens, j + 2 if out_of else j + 1, language)
    if whole is None or whole.value <= numeral.value or whole.fraction or whole.value > _MOST:
        return None
    few = numeral.value < _FEW and whole.words and not counted(tokens, whole.end)
    few = few or (numeral.value <= 3 and (whole.words or whole.value in _WHOLES))
    if not out_of and not few and whole.value not in {10, 100}:
        return None
    if not out_of and (read_unit(tokens, whole.end) or currencies.after(tokens, whole.end)):
        return None
    return Amount(
        begin, whole.end, whole.end, "ratio", quotient(numeral.value, whole.value), words=True
    )


def _joined(tokens: Tokens, begin: int, numeral: Numeral) -> Amount | None:
    """ "a 3-for-2 stock split", "5-to-1", "3:1", "a one-in-five chance"."""
    j = numeral.end
    if tokens.phrase(j, 3) in {"- for -", "- to -"} and tokens.low(j + 3) in _PARTNERS:
        return _split(tokens, begin, numeral, j + 3)
    if tokens.phrase(j, 3) == "- for -" and (tokens.digits(j + 3) or tokens.low(j + 3) in ONES):
        return _split(tokens, begin, numeral, j + 3)
    if tokens.low(j) == ":" and tokens.low(j + 1) == "1" and tokens.glued(j - 1):
        return _split(tokens, begin, numeral, j + 1) if tokens.glued(j) else None
    if tokens.phrase(j, 2) == "- in" and tokens.low(j + 2) == "-" and tokens.glued(j):
        # "a one-in-five chance"
        return _split(tokens, begin, numeral, j + 3, part=True)
    return None


def _every(tokens: Tokens, j: int) -> int:
    """Where the whole stands in "46 of every 100", "one in each five"; 0 for none."""
    k = j + 2 if tokens.phrase(j, 2) == "out of" else j + 1
    led = k > j + 1 or tokens.low(j) in {"in", "of"}
    every = tokens.low(k) == "every" or (tokens.low(k) == "each" and tokens.low(j) == "in")
    return k + 1 if led and every else 0


def _part(
    tokens: Tokens, begin: int, numeral: Numeral, k: int, language: str | None
) -> Amount | None:
    """The part of a whole that begins at a token, and is no time: "one in every five"."""
    whole = read_numeral(tokens, k, language)
    if whole is None or whole.fraction or not numeral.value < whole.value <= _MOST:
        return None
    if read_unit(tokens, whole.end) or currencies.after(tokens, whole.end):
        return None
    share = quotient(numeral.value, whole.value)
    return Amount(begin, whole.end, whole.end, "ratio", share, words=True)


def one_of_a_kind(
    tokens: Tokens, begin: int, numeral: Numeral, language: str | None
) -> Amount | None:
    """Read "one hive in seven", where one thing and its whole have the noun between them.

    Args:
        tokens: The tokens.
        begin: The number's first token.
        numeral: The number, which is one in words.
        language: The language of the text.
    """
    j = numeral.end
    at = next((k for k in (j + 1, j + 2) if tokens.low(k) == "in"), 0)
    if not at or not all(tokens.low(k).isalpha() for k in range(j, at)):
        return None
    k = at + 2 if tokens.low(at + 1) in {"every", "each"} else at + 1
    found = _part(tokens, begin, numeral, k, language)
    if found is None or counted(tokens, found.end) or (found.value or 0) < _SMALLEST:
        return None
    return found


def _to_one(tokens: Tokens, begin: int, numeral: Numeral) -> Amount | None:
    """ "outnumbered them by three to one"."""
    j = numeral.end + 2
    ends = tokens.low(j) in {"", ".", ",", ";", "in", "on", "last", "at"}
    if numeral.value < 2 or not ends or tokens.low(begin - 1) not in _RATIOS:
        return None
    return Amount(begin, j, j, "ratio", numeral.value, words=True)


def _split(
    tokens: Tokens, begin: int, numeral: Numeral, k: int, *, part: bool = False
) -> Amount | None:
    """ "a 3-for-2 stock split": how many new ones an old one becomes."""
    old = read_numeral(tokens, k)
    if old is None or not old.value or (part and old.value <= numeral.value):
        return None
    return Amount(begin, old.end, old.end, "ratio", quotient(numeral.value, old.value))
