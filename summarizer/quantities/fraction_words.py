"""Fractions: "½", "7/32", "and a half", "a third", "half a million"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.quantities.number_words import DOZENS, FRACTIONS, ONES, ROUND
from summarizer.quantities.numbers import VULGAR, Stated, quotient
from summarizer.quantities.scales import SCALES, Numeral, join, with_scales
from summarizer.quantities.units import read_unit

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

# A round number alone counts only before one of these: "thousand liters" without "a".
_COUNTED = frozenset(
    "dollars dollar euros pounds yen yuan liters litres tons tonnes barrels people miles".split()
)
_HALF_LEADS = frozenset("than nearly almost about over under exactly roughly by".split())
# "a year and a half"
HALVED = frozenset("year month week day hour decade century mile".split())
# "the second half" is a period, not 0.5.
_PERIOD_LEADS = frozenset("first second other last top bottom latter".split())
_HALVED = frozenset({"of", "the", "its", "their", "all"})
_HALVES = frozenset("hälfte moitié mitad metà metade".split())
# "die erste Hälfte des Jahres" is a period.
_PARTS_OF_TIME = frozenset(
    "erste ersten zweite zweiten première seconde deuxième primera segunda prima seconda primeira "
    "anderen andere altra otra autre outra".split()
)
_ORDINALS = frozenset("first second third fourth last final next previous".split())
_PERIODS = frozenset({"quarter", "half"})
_ALONE = frozenset({"half", "third", "quarter", "fifth", "tenth"})
_LONGEST = 4
_TENTH = Decimal("0.1")
_HUNDREDTH = Decimal("0.01")


def article(tokens: Tokens, i: int) -> Numeral | None:
    """Read "a dozen", "half a billion", "a third", "a quarter of a million", "half of".

    Args:
        tokens: The tokens.
        i: Where it begins: an article, "half" or a round number.

    Returns:
        The numeral, or None.
    """
    head = tokens.low(i)
    if head in {"a", "an"}:
        return _after_article(tokens, i + 1)
    if head == "dozen":
        return Numeral(Decimal(12), Decimal(1), i + 1, words=True)
    if head in ROUND and head != "lakh" and _counts_in(tokens, i + 1) and not tokens.digits(i - 1):
        return with_scales(tokens, Stated(Decimal(1), Decimal(1)), i)._replace(words=True)
    if head in {"half", "quarter"} and tokens.low(i + 1) in ROUND:
        return with_scales(tokens, Stated(quotient(1, FRACTIONS[head]), _TENTH), i + 1)
    if head == "quarter" and tokens.phrase(i + 1, 2) == "of a" and tokens.low(i + 3) in ROUND:
        # "quarter of a million people"; not "the first quarter of a million-dollar plan"
        if tokens.low(i - 1) not in _ORDINALS and tokens.low(i + 4) != "-":
            return with_scales(tokens, Stated(quotient(1, 4), _HUNDREDTH), i + 3)
        return None
    return _half_joined(tokens, i) or _half(tokens, i) if head == "half" else None


def _half_joined(tokens: Tokens, i: int) -> Numeral | None:
    """ "half-a-million", "half-a-dozen"."""
    if tokens.phrase(i + 1, 3) != "- a -" or not tokens.glued(i):
        return None
    if tokens.low(i + 4) in ROUND:
        return with_scales(tokens, Stated(Decimal("0.5"), _TENTH), i + 4)
    return _half_of_one(tokens, i + 4)


def _after_article(tokens: Tokens, j: int) -> Numeral | None:
    head = tokens.low(j)
    if tokens.phrase(j + 1, 3) == "and a half" and head in HALVED:
        return Numeral(Decimal(1), Decimal(1), j, words=True)
    if head in DOZENS and head != "score":
        return Numeral(Decimal(DOZENS[head]), Decimal(1), j + 1, words=True)
    if head not in _ALONE or (head == "third" and tokens.low(join(tokens, j + 1)) in _PERIODS):
        # "a third-quarter profit"
        return None
    share = quotient(1, FRACTIONS[head])
    if tokens.phrase(j + 1, 2) == "of a" and tokens.low(j + 3) in SCALES:
        return with_scales(tokens, Stated(share, _HUNDREDTH), j + 3)
    if tokens.low(j + 1) in SCALES:
        return with_scales(tokens, Stated(share, _TENTH), j + 1)
    return Numeral(share, Decimal(0), j + 1, words=True, fraction=True)


def _half(tokens: Tokens, i: int) -> Numeral | None:
    before, after = tokens.low(i - 1), tokens.low(i + 1)
    if tokens.language is not None and (named := _foreign_half(tokens, i)) is not None:
        return named
    if after in {"a", "an"} and before not in _HALF_LEADS:
        if tokens.low(i + 2) in SCALES:
            return with_scales(tokens, Stated(Decimal("0.5"), _TENTH), i + 2)
        return _half_of_one(tokens, i + 2)
    if before in _HALF_LEADS and after in {"a", "an"}:
        if tokens.low(i + 2) in SCALES:
            return with_scales(tokens, Stated(Decimal("0.5"), _TENTH), i + 2)
        if (one := _half_of_one(tokens, i + 2)) is not None:
            return one
    if before == "in" and not after.isalpha():
        # "cut in half"
        return Numeral(Decimal("0.5"), Decimal(0), i + 1, words=True, fraction=True)
    if (before, after) in {("by", "-"), ("by", "time")} or (before == "by" and after.isalpha()):
        return None
    if before in _HALF_LEADS or (after in _HALVED and before not in _PERIOD_LEADS):
        return Numeral(Decimal("0.5"), Decimal(0), i + 1, words=True, fraction=True)
    return None


def _half_of_one(tokens: Tokens, j: int) -> Numeral | None:
    """ "half a dozen", "half a percentage point", "half an hour": from what stands at j on."""
    if tokens.low(j) == "dozen":
        return Numeral(Decimal(6), Decimal(1), j + 1, words=True)
    point = tokens.low(j) in {"point", "points"}
    if point or read_unit(tokens, j) is not None:
        return Numeral(Decimal("0.5"), Decimal(0), j, words=True, fraction=True)
    return None


def _foreign_half(tokens: Tokens, i: int) -> Numeral | None:
    """ "media docena", "die Hälfte", "la moitié": in other languages than English."""
    j = join(tokens, i + 1)
    if tokens.low(j) in DOZENS and tokens.low(j) != "score":
        return Numeral(Decimal(6), Decimal(1), j + 1, words=True)
    part = tokens.words[i].lower() in _HALVES and tokens.words[i - 1].lower() not in _PARTS_OF_TIME
    return Numeral(Decimal("0.5"), Decimal(0), i + 1, words=True, fraction=True) if part else None


def _counts_in(tokens: Tokens, i: int) -> bool:
    """Whether what follows a bare round number makes it count."""
    if tokens.low(i) in _COUNTED:
        return True
    return tokens.low(i) in ROUND and tokens.low(i - 2) not in {"a", "the", "one"}


def tail_fraction(tokens: Tokens, j: int) -> tuple[Decimal, int] | None:
    """ "and a half", "and three quarters", "½" and "1/2" after a whole number."""
    word = tokens.low(j)
    if word in VULGAR:
        return quotient(*VULGAR[word]), j + 1
    if tokens.low(j + 1) in {"/", "⁄"} and tokens.digits(j) and tokens.digits(j + 2):
        return slash(tokens, j)
    if word == "-" and tokens.phrase(j, 5) in {"- and - a -", "- and - one -"}:
        # "two-and-a-half times"
        part = FRACTIONS.get(tokens.low(j + 5)) if tokens.glued(j + 4) else None
        return (quotient(1, part), j + 6) if part else None
    if word != "and" and not (tokens.language == "es" and word == "con"):
        return None
    if tokens.low(j + 1) in {"a", "one"} and tokens.low(j + 2) in FRACTIONS:
        return quotient(1, FRACTIONS[tokens.low(j + 2)]), j + 3
    if tokens.low(j + 1) == "half":
        return Decimal("0.5"), j + 2
    top = _top(tokens.low(j + 1))
    k = join(tokens, j + 2)
    if 1 < top < FRACTIONS.get(tokens.low(k), 0):
        return quotient(top, FRACTIONS[tokens.low(k)]), k + 1
    return None


def _top(word: str) -> int:
    """The number in words that counts the parts of one: "three", and "#3" for "trois"."""
    if word[:1] == "#" and word[1:].isdigit() and len(word) < _LONGEST:
        return int(word[1:])
    return ONES.get(word, 0)


def slash(tokens: Tokens, i: int) -> tuple[Decimal, int] | None:
    """ "7/32": a fraction in digits, its three tokens touching."""
    if not (tokens.glued(i) and tokens.glued(i + 1)) or tokens.low(i + 3) == "/":
        return None
    top, bottom = tokens.word(i), tokens.word(i + 2)
    if not (top.isdigit() and bottom.isdigit()) or len(top) > 3 or len(bottom) > 3:
        return None
    return (quotient(int(top), int(bottom)), i + 3) if int(top) < int(bottom) else None
