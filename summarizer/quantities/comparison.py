"""Whether two quantities can both be true of the same thing: intervals, never a similarity."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.quantities.numbers import EXACT

if TYPE_CHECKING:
    from summarizer.quantities.types import Quantity

Relation = Literal[
    "equal",
    "rounded",
    "within_bound",
    "power_of_ten",
    "sign",
    "unit",
    "currency",
    "comparator",
    "different",
    "incomparable",
]
_ABOVE = frozenset({"gt", "ge"})
_BELOW = frozenset({"lt", "le"})
# "about 5 billion" may be this share off on either side of its stated precision.
_LOOSE = Decimal("0.05")
_SHARES = frozenset({"percent", "percentage_point", "basis_point"})
# A count says no more than a bare number does where one of the two names no noun.
_PLAIN = frozenset({"count", "other", "index_level"})


class Interval(NamedTuple):
    """Where the true value lies, both ends included; None is an open end."""

    low: Decimal | None
    high: Decimal | None


def interval(q: Quantity) -> Interval:
    """The values that a quantity allows.

    The ends are the stated value with half a unit of its last stated digit on either side, as
    XBRL's `decimals` is read when facts are compared (Arelle, `ValidateDuplicateFacts`). A
    comparator opens one end at the stated value; "about" widens both by five percent of it.

    Args:
        q: A quantity.

    Returns:
        The low and the high end; None where it is open, both None for a vague amount.
    """
    if q.value is None:
        return Interval(None, None)
    half = EXACT.divide(q.precision, Decimal(2)) if q.precision else Decimal(0)
    if q.comparator == "approx":
        half = max(half, EXACT.multiply(abs(q.value), _LOOSE))
    low: Decimal | None = EXACT.subtract(q.value, half)
    high: Decimal | None = EXACT.add(q.value if q.high is None else q.high, half)
    if q.comparator in _ABOVE:
        low, high = q.value, None
    elif q.comparator in _BELOW:
        low, high = None, q.value if q.high is None else q.high
    return Interval(low, high)


def compare(a: Quantity, b: Quantity) -> Relation:
    """Say how two statements of the same thing go together.

    Args:
        a: A quantity.
        b: Another one.

    Returns:
        equal: the same value, with the same comparator.
        rounded: the intervals of their stated digits meet.
        within_bound: one is a bound or "about", and the other lies within it.
        power_of_ten: the same digits, another power of ten.
        sign: the same but for its sign, or for up and down.
        unit, currency: the same value in another unit or currency.
        comparator: the same value, where the one says "more" and the other "less".
        different: both cannot be true.
        incomparable: of two kinds, two units that do not convert, or vague.
    """
    if a.value is None or b.value is None:
        return "incomparable"
    same_value = a.value == b.value and a.high == b.high
    if not _same_kind(a, b):
        if same_value and a.kind in _SHARES and b.kind in _SHARES:
            return "unit"
        return "incomparable"
    if not _same_unit(a, b):
        if not same_value:
            return "incomparable"
        return "currency" if a.kind == "money" else "unit"
    if {a.direction, b.direction} == {"up", "down"} and abs(a.value) == abs(b.value):
        return "sign"
    if same_value:
        return _same_value(a, b)
    return _other_value(a, b)


def _same_kind(a: Quantity, b: Quantity) -> bool:
    return a.kind == b.kind or (a.kind in _PLAIN and b.kind in _PLAIN)


def _same_unit(a: Quantity, b: Quantity) -> bool:
    if a.unit == b.unit:
        return True
    return a.kind in _PLAIN and b.kind in _PLAIN and None in {a.unit, b.unit}


def _same_value(a: Quantity, b: Quantity) -> Relation:
    if a.comparator == b.comparator:
        return "equal"
    sides = {c in _ABOVE if c in _ABOVE | _BELOW else None for c in (a.comparator, b.comparator)}
    if sides == {True, False}:
        return "comparator"
    # "more than 53" leaves 53 itself out.
    if {a.comparator, b.comparator} & {"gt", "lt"} and None in {a.comparator, b.comparator}:
        return "comparator"
    return "within_bound"


def _other_value(a: Quantity, b: Quantity) -> Relation:
    if a.value is None or b.value is None:
        return "incomparable"
    if _meet(interval(a), interval(b)):
        return "within_bound" if a.comparator or b.comparator else "rounded"
    if a.value == -b.value and a.high is None and b.high is None:
        return "sign"
    if _shifted(a.value, b.value) and (a.high is None) == (b.high is None):
        return "power_of_ten"
    return "different"


def _meet(a: Interval, b: Interval) -> bool:
    """Whether two intervals share more than an end: 9.2 and 9.3 only touch at 9.25."""
    left = a.low is None or b.high is None or a.low < b.high
    right = b.low is None or a.high is None or b.low < a.high
    return left and right


def _shifted(a: Decimal, b: Decimal) -> bool:
    """Whether two numbers have the same digits at another power of ten."""
    if not a or not b:
        return False
    x, y = EXACT.normalize(a).as_tuple(), EXACT.normalize(b).as_tuple()
    return x.digits == y.digits and x.sign == y.sign and x.exponent != y.exponent
