"""Parts of a whole: "one in five adults", "two out of three", "a 3-for-2 split", "5-to-1"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities import currencies
from summarizer.quantities.amount import Amount
from summarizer.quantities.numbers import quotient
from summarizer.quantities.numerals import read_numeral
from summarizer.quantities.units import read_unit

if TYPE_CHECKING:
    from summarizer.quantities.scales import Numeral
    from summarizer.quantities.tokens import Tokens

# "5-to-1", "two-for-one"
_PARTNERS = frozenset({"1", "one"})
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
    if tokens.phrase(j, 3) in {"- for -", "- to -"} and tokens.low(j + 3) in _PARTNERS:
        return _split(tokens, begin, numeral, j + 3)
    if tokens.phrase(j, 3) == "- for -" and tokens.digits(j + 3):
        return _split(tokens, begin, numeral, j + 3)
    if tokens.low(j) == ":" and tokens.low(j + 1) == "1" and tokens.glued(j - 1):
        return _split(tokens, begin, numeral, j + 1) if tokens.glued(j) else None
    if tokens.phrase(j, 2) == "- in" and tokens.low(j + 2) == "-" and tokens.glued(j):
        # "a one-in-five chance"
        return _split(tokens, begin, numeral, j + 3, part=True)
    out_of = tokens.phrase(j, 2) == "out of"
    if not (out_of or (tokens.low(j) == "in" and tokens.low(j + 1) not in {"a", "the", "one"})):
        return None
    whole = read_numeral(tokens, j + 2 if out_of else j + 1, language)
    if whole is None or whole.value <= numeral.value or whole.fraction or whole.value > 1000:
        return None
    few = numeral.value <= 3 and (whole.words or whole.value in _WHOLES)
    if not out_of and not few and whole.value not in {10, 100}:
        return None
    if not out_of and (read_unit(tokens, whole.end) or currencies.after(tokens, whole.end)):
        return None
    return Amount(
        begin, whole.end, whole.end, "ratio", quotient(numeral.value, whole.value), words=True
    )


def _split(
    tokens: Tokens, begin: int, numeral: Numeral, k: int, *, part: bool = False
) -> Amount | None:
    """ "a 3-for-2 stock split": how many new ones an old one becomes."""
    old = read_numeral(tokens, k)
    if old is None or not old.value or (part and old.value <= numeral.value):
        return None
    return Amount(begin, old.end, old.end, "ratio", quotient(numeral.value, old.value))
