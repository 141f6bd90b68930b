"""Amounts in words: a quantity as a careful newspaper would print it.

`Decimal("53000000000")` in USD is "$53 billion"; nothing is rounded, so an amount that a scale
word cannot carry in three decimals is printed in full.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.models import Figure
    from summarizer.quantities import Quantity

COMPARATORS = {
    "gt": "more than",
    "ge": "at least",
    "lt": "less than",
    "le": "up to",
    "approx": "about",
}
ARROWS = {"up": "↑", "down": "↓"}
DIRECTION_WORDS = {"up": "rising", "down": "falling"}

# Signs that name one currency. A bare "$" is the US dollar here, as in the ISO field it comes from.
SYMBOLS = {
    "USD": "$",
    "EUR": "€",
    "GBP": "£",
    "JPY": "¥",
    "INR": "₹",
    "KRW": "₩",
    "AUD": "A$",
    "BRL": "R$",
    "CAD": "C$",
    "HKD": "HK$",
    "NZD": "NZ$",
    "SGD": "S$",
    "TWD": "NT$",
}
_SCALES = (
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
)
_MOST_DECIMALS = 3
_MANY_DECIMALS = 12
"""More than anybody writes: such a value is a fraction that no decimal holds."""
_LARGEST_DENOMINATOR = 1000
_PARTS = {2: ("half", "halves"), 3: ("a third", "thirds")}
_PARTS |= {4: ("a quarter", "quarters"), 5: ("a fifth", "fifths")}
_PART_COUNTS = {2: "two", 3: "three", 4: "four"}
# Amounts in these currencies are counted in lakh and crore, or in ten thousands and their squares:
# a precision of just that says nothing of the zeros after the point of a million or a billion.
_LAKHS = frozenset({Decimal(10) ** 5, Decimal(10) ** 7})
_MYRIADS = frozenset({Decimal(10) ** 4, Decimal(10) ** 8})
_OTHER_SCALES = dict.fromkeys(("INR", "PKR", "BDT", "NPR", "LKR"), _LAKHS)
_OTHER_SCALES |= dict.fromkeys(("JPY", "CNY", "KRW", "TWD"), _MYRIADS)
_IRREGULAR = {"person": "people", "man": "men", "woman": "women", "child": "children"}
_IRREGULAR |= {"foot": "feet", "hertz": "hertz", "series": "series", "aircraft": "aircraft"}


def amount(quantity: Quantity | Figure, *, words: str = "", arrow: bool = True) -> str:
    """Print a quantity with its bound: "more than $53 billion", "9.2% ↑", "$3–5 billion".

    Args:
        quantity: What to print.
        words: The words of the mention: printed as they are for a vague amount ("dozens"), and
            asked for the form of the counted noun ("4 companies").
        arrow: Whether a direction is shown, as "↑" or "↓".
    """
    if quantity.value is None:
        return words or "an amount that is not stated"
    text = _unsigned(quantity, quantity.value, words)
    if quantity.per:
        text = f"{text} per {quantity.per}"
    if quantity.comparator:
        text = f"{COMPARATORS[quantity.comparator]} {text}"
    if arrow and quantity.direction:
        text = f"{text} {ARROWS[quantity.direction]}"
    return text


def _unsigned(quantity: Quantity | Figure, value: Decimal, words: str) -> str:
    """The amount with its unit, before bound and direction."""
    if quantity.kind == "ratio" and (words_of := _fractions(quantity, value)):
        return words_of
    precision = quantity.precision
    if quantity.kind == "money" and precision in _OTHER_SCALES.get(quantity.unit or "", ()):
        precision = None
    low_digits, low_scale = number(value, precision)
    digits, scale = low_digits, low_scale
    joined = digits
    if quantity.high is not None:
        high_digits, scale = number(quantity.high, precision)
        dash = " to " if min(value, quantity.high) < 0 else "–"
        if low_scale != scale and low_scale:
            low_digits = f"{low_digits} {low_scale}"
        joined = f"{low_digits}{dash}{high_digits}"
    if scale:
        joined = f"{joined} {scale}"
    return _with_unit(quantity, joined, words)


def _fractions(quantity: Quantity | Figure, value: Decimal) -> str | None:
    """A ratio as its fraction ("a third", "1 in 8", "2 1/3 times"); None where digits say it.

    A ratio without a precision was a fraction in the article, and not a decimal.
    """
    if quantity.unit not in {None, "x", "time", "times"}:
        return None
    ends = [end for end in (value, quantity.high) if end is not None]
    exact = [_fraction(end) for end in ends]
    if quantity.precision is None and all(f is not None and 0 < f < 1 for f in exact):
        return " to ".join(_part(f) for f in exact if f is not None)
    if not any(_decimals(end) > _MANY_DECIMALS for end in ends) or None in exact:
        return None
    return f"{'–'.join(_mixed(f) for f in exact if f is not None)} times"


def _fraction(value: Decimal) -> Fraction | None:
    """The simple fraction that a value is, as far as its digits go."""
    near = Fraction(value).limit_denominator(_LARGEST_DENOMINATOR)
    return near if abs(near - Fraction(value)) < Fraction(1, 10**_MANY_DECIMALS) else None


def _part(part: Fraction) -> str:
    """A part of one whole: "a third", "two thirds", "3 in 8"."""
    above, below = part.numerator, part.denominator
    if below not in _PARTS:
        return f"{above} in {below:,}"
    one, many = _PARTS[below]
    return one if above == 1 else f"{_PART_COUNTS[above]} {many}"


def _mixed(value: Fraction) -> str:
    """Whole and fraction in digits: "2 1/3"."""
    whole, rest = divmod(abs(value), 1)
    text = " ".join(f"{part}" for part in (whole, rest) if part) or "0"
    return f"-{text}" if value < 0 else text


def _with_unit(quantity: Quantity | Figure, digits: str, words: str) -> str:
    unit = quantity.unit
    if quantity.kind == "money" and unit:
        sign = "-" if digits.startswith("-") else ""
        mark = SYMBOLS.get(unit, f"{unit} ")
        return f"{sign}{mark}{digits.removeprefix('-')}"
    if quantity.kind == "ordinal":
        return f"No. {digits}"
    if quantity.kind == "age" and unit in {None, "year"}:
        return f"age {digits}"
    if quantity.kind == "ratio" and unit in {None, "x", "time", "times"}:
        return f"{digits} times"
    if unit == "%":
        return f"{digits}%"
    named = {"pp": "percentage point", "bp": "basis point"}.get(unit or "", unit)
    if named is None:
        return digits
    return f"{digits} {noun(named, words, one=digits == '1')}"


def number(value: Decimal, precision: Decimal | None = None) -> tuple[str, str]:
    """Digits and a scale word ("million", …, or "" where none fits); nothing is rounded.

    Zeros after the point are kept as far as `precision` says that the words stated them.
    """
    for size, word in _SCALES:
        if abs(value) >= size:
            scaled = _trim(value / size)
            if _decimals(scaled) <= _MOST_DECIMALS:
                return _grouped(scaled, precision / size if precision else None), word
    return _grouped(value, precision), ""


def _trim(value: Decimal) -> Decimal:
    """Drop the zeros after the point."""
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _grouped(value: Decimal, precision: Decimal | None) -> str:
    if precision is not None:
        stated = _decimals(_trim(precision))
        if _decimals(value) < stated <= _MOST_DECIMALS:
            value = value.quantize(Decimal(1).scaleb(-stated))
    return f"{value:,f}"


def noun(unit: str, words: str, *, one: bool) -> str:
    """The counted noun in the form that the article uses, else its regular English plural."""
    last = unit.rsplit(" ", 1)[-1]
    stem = re.escape(last[: max(3, len(last) - 2)])
    if found := re.search(rf"(?<!\w){stem}[^\W\d_]*", words, re.IGNORECASE):
        return unit.removesuffix(last) + found.group()
    if one or not last.isascii() or not last.isalpha() or last.isupper():
        return unit
    return unit.removesuffix(last) + _plural(last)


def _plural(word: str) -> str:
    if irregular := _IRREGULAR.get(word):
        return irregular
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return f"{word}es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}s"
