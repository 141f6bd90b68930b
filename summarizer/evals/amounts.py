"""One amount against the expected one: right or wrong, and what is wrong. Exact decimals only."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from summarizer.evals.classes import AMOUNT_FIELDS
from summarizer.grounding.normal import normal
from summarizer.quantities import Quantity, compare, parse

if TYPE_CHECKING:
    from summarizer.evals.classes import AmountError, ErrorClass
    from summarizer.evals.golden import GoldenFigure
    from summarizer.models import Figure

_RATES: Final = frozenset({"percent", "percentage_point", "basis_point"})
_MEASURED: Final = frozenset({"count", "other"})
_PARENTHESES = re.compile(r"\(\s*([^()]*\d[^()]*)\s*\)")
"""A negative amount as accountants write it, when it stands by itself."""


class Stated(NamedTuple):
    """An amount and the words that state it."""

    quantity: Quantity
    text: str

    @classmethod
    def of(cls, figure: GoldenFigure | Figure) -> Stated:
        """What a golden figure expects, or what came out."""
        quantity = Quantity(
            kind=figure.kind,
            value=figure.value,
            high=figure.high,
            unit=figure.unit,
            comparator=figure.comparator,
            direction=figure.direction,
            precision=getattr(figure, "precision", None),  # golden figures have none
        )
        return cls(quantity, figure.text)

    @classmethod
    def read(cls, text: str) -> Stated | None:
        """The amount of words that stand by themselves, such as "$5.3bn" or "(1.2)"."""
        bare = text.strip()
        negative = _PARENTHESES.fullmatch(bare)
        quantity = parse(negative[1] if negative else bare)
        if quantity is None:
            return None
        if negative and quantity.value is not None and quantity.value > 0:
            quantity = replace(quantity, value=-quantity.value)
        return cls(quantity, text)


class AmountVerdict(NamedTuple):
    """How an amount compares.

    Attributes:
        error: What is wrong; None when the amount is right.
        fields: For each field of an amount whether it is right.
    """

    error: AmountError | None
    fields: dict[str, bool]


def judge_amount(expected: Stated, predicted: Stated) -> AmountVerdict:
    """Hold an amount against the expected one.

    An amount is right when value, high, kind, unit, comparator and direction are all equal. Of
    several faults the first in this order gives the class: currency, unit (kind or unit),
    power_of_ten, sign, over_rounded, range, digits (all of the value), comparator, and sign again
    for the direction.
    """
    a, b = _levelled(expected.quantity), _levelled(predicted.quantity)
    vague = a.value is None and b.value is None
    fields = {
        "value": _same_words(expected.text, predicted.text) if vague else a.value == b.value,
        "high": a.high == b.high,
        "kind": a.kind == b.kind,
        "unit": _same_unit(a, b),
        "comparator": a.comparator == b.comparator,
        "direction": a.direction == b.direction,
    }
    return AmountVerdict(_error(expected, a, b, fields), fields)


def same_amount(expected: Stated, predicted: Stated) -> bool:
    """Whether every field of the amount is right."""
    return judge_amount(expected, predicted).error is None


def _error(
    expected: Stated, a: Quantity, b: Quantity, fields: dict[str, bool]
) -> AmountError | None:
    if all(fields[name] for name in AMOUNT_FIELDS):
        return None
    if not (fields["kind"] and fields["unit"]):
        return "currency" if a.kind == b.kind == "money" else "unit"
    if not (fields["value"] and fields["high"]):
        return _value_error(expected, a, b)
    return "sign" if fields["comparator"] else "comparator"


def _value_error(expected: Stated, a: Quantity, b: Quantity) -> AmountError:
    if a.value is None or b.value is None:
        return "digits"
    if _shifted(a, b):
        return "power_of_ten"
    if (a.value, a.high) == (-b.value, None if b.high is None else -b.high) and a.value:
        return "sign"
    if (a.high is None) != (b.high is None):
        return "range"
    if _over_rounded(expected, a, b):
        return "over_rounded"
    return "digits" if a.high is None else "range"


def _shifted(a: Quantity, b: Quantity) -> bool:
    """Whether each end has the same digits, all at one and the same other power of ten."""
    ends = [(a.value, b.value)] + ([(a.high, b.high)] if a.high is not None else [])
    if (a.high is None) != (b.high is None):
        return False
    shifts = set()
    for x, y in ends:
        if not x or not y:
            return False
        left, right = x.normalize().as_tuple(), y.normalize().as_tuple()
        if left.digits != right.digits:
            return False
        shifts.add(int(left.exponent) - int(right.exponent))
    return len(shifts) == 1 and shifts != {0}


def _over_rounded(expected: Stated, a: Quantity, b: Quantity) -> bool:
    """Whether fewer digits were given than are stated, and these are right as far as they go."""
    fine = replace(a, precision=_precision(expected), comparator=None, direction=None)
    coarse = replace(b, comparator=None, direction=None)
    if coarse.precision is None or fine.precision is None or coarse.precision <= fine.precision:
        return False
    return compare(fine, coarse) == "rounded"


def _precision(expected: Stated) -> Decimal | None:
    """The worth of the last stated digit: from the words, else from the value itself."""
    quantity, value = parse(expected.text), expected.quantity.value
    if quantity is not None and quantity.precision is not None and quantity.value == value:
        return quantity.precision
    if not value:
        return None
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))


def _levelled(q: Quantity) -> Quantity:
    """Read "-3.1%" as down by 3.1%: two ways to write one change."""
    if q.kind not in _RATES or q.value is None or q.value >= 0 or q.direction == "up":
        return q
    if q.high is not None:
        return q
    return replace(q, value=-q.value, direction="down")


def _same_unit(a: Quantity, b: Quantity) -> bool:
    if a.unit == b.unit:
        return True
    if a.unit is None or b.unit is None:
        return False
    left, right = a.unit.casefold().split(), b.unit.casefold().split()
    if a.kind in _MEASURED:
        # A count may name its noun with or without what stands before it.
        return left[-1:] == right[-1:]
    return left == right


def _same_words(a: str, b: str) -> bool:
    x, y = normal(a).casefold().strip(), normal(b).casefold().strip()
    return x in y or y in x


def judge_words(expected: str, predicted: str) -> ErrorClass:
    """Hold two amounts in words against each other: "right", "missed", or what is wrong.

    Words that state no amount ("2026" is a year) are of another kind: "unit".

    Raises:
        ValueError: the expected words state no amount.
    """
    wanted = Stated.read(expected)
    if wanted is None:
        msg = f"{expected!r} states no amount"
        raise ValueError(msg)
    given = Stated.read(predicted)
    if given is None:
        return "unit" if predicted.strip() else "missed"
    return judge_amount(wanted, given).error or "right"
