"""Numbers written in digits: separators, signs and fractions, without a word."""

from __future__ import annotations

from decimal import Context, Decimal
from typing import NamedTuple

from summarizer.quantities.late import late

# Wide enough that no amount in a text is ever rounded.
EXACT = Context(prec=200)
# Where a comma is the decimal sign.
COMMA_LANGUAGES = frozenset(
    "de es fr it pt nl da sv no nb nn fi is pl cs sk sl hr sr bg ro hu el tr ru uk lt lv et id vi "
    "ca gl eu".split()
)

_GROUPS = late(r"[0-9]{1,3}(?:([.,'’  ])[0-9]{3})(?:\1[0-9]{3})*\Z")
_LAKH = late(r"[0-9]{1,2}(?:,[0-9]{2})*,[0-9]{3}\Z")
VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8),
    "⅝": (5, 8), "⅞": (7, 8), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip

_BLANKS = late(r"[ \u00a0\u202f\u2009]")


class Stated(NamedTuple):
    """A number as it is written.

    Attributes:
        value: The number.
        precision: The worth of one unit of its last stated digit.
    """

    value: Decimal
    precision: Decimal


_ONE = Decimal(1)


def _plain(whole: str, fraction: str = "") -> Stated:
    if not fraction:
        return Stated(Decimal(whole), _ONE)
    return Stated(Decimal(f"{whole or '0'}.{fraction}"), _ONE.scaleb(-len(fraction)))


def _one_sign(number: str, sign: str, language: str | None) -> Stated | None:
    """A number with one kind of separator, read by its place and the language."""
    whole, _, fraction = number.partition(sign)
    if sign in "'’":
        return _plain(number.replace(sign, "")) if _GROUPS.match(number) else None
    grouped = _GROUPS.match(number) is not None and number[0] != "0"
    decimal_sign = "," if language in COMMA_LANGUAGES else "."
    if number.count(sign) > 1:
        if grouped or (sign == "," and _LAKH.match(number)):
            return _plain(number.replace(sign, ""))
        return None
    if sign == decimal_sign or not grouped:
        return _plain(whole, fraction)
    return _plain(number.replace(sign, ""))


def read_digits(number: str, language: str | None = None) -> Stated | None:
    """Read a number written in digits.

    Args:
        number: Digits with any separators: "1,234.5", "1.234,5", "12,34,567", "1'234".
        language: The language of the text, which says what a lone comma or point means.

    Returns:
        The number, or None where the separators fit no way of writing one ("1.2.3").
    """
    if number.isdigit():
        return _plain(number)
    grouped, number = number, _BLANKS.sub("", number)
    if number != grouped and number.count(",") == 1 and "." not in number:
        number = number.replace(",", ".")
        language = None
    signs = [c for c in number if not c.isdigit()]
    kinds = set(signs)
    if not kinds:
        return _plain(number)
    if len(kinds) == 1:
        return _one_sign(number, signs[0], language)
    if len(kinds) > 2 or signs.count(signs[-1]) > 1 or signs[-1] in "'’":
        return None
    whole, _, fraction = number.rpartition(signs[-1])
    if not (_GROUPS.match(whole) or (signs[0] == "," and _LAKH.match(whole))):
        return None
    return _plain(whole.replace(signs[0], ""), fraction)


def scaled(stated: Stated, factor: Decimal) -> Stated:
    """A number times its scale word; fraction zeros go ("5.30 billion" is 5300000000)."""
    if factor == 1:
        return stated
    return Stated(
        trimmed(EXACT.multiply(stated.value, factor)),
        trimmed(EXACT.multiply(stated.precision, factor)),
    )


def trimmed(value: Decimal) -> Decimal:
    """A whole number without fraction zeros: 100000000, not 100000000.0 or 1E+8."""
    whole = value.to_integral_value(context=EXACT)
    return whole.quantize(Decimal(1), context=EXACT) if value == whole else value


def quotient(a: int | Decimal, b: int | Decimal) -> Decimal:
    """A / b; a quotient without an end ("a third") to 28 digits."""
    return Context(prec=28).divide(Decimal(a), Decimal(b))
