"""Amounts that the article does not state but that follow from two that it does.

Models compute: a difference, a total, a growth rate. Such an amount is derived, not quoted, and
it names its operands. Only amounts of one kind and unit in one sentence are tried: across a whole
article some pair would fit almost any number.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.grounding.amounts import is_rounding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from summarizer.quantities import Mention, Quantity

Operation = Literal["sum", "difference", "percent_change", "ratio"]
_SENTENCE_LIMIT = 12
_ADDABLE = ("money", "count", "measure")
_OPERANDS = (*_ADDABLE, "percent", "percentage_point", "basis_point", "index_level")


class Derivation(NamedTuple):
    """How an amount follows from two mentions."""

    operation: Operation
    operands: tuple[Mention, Mention]


def derive(claim: Quantity, mentions: Sequence[Mention]) -> Derivation | None:
    """Find two of `mentions`, those of one sentence, from which `claim` follows.

    The result must equal the claim once rounded to the claim's stated digits; the claim must be
    exact or approximate, no bound and no range.
    """
    if claim.value is None or claim.high is not None or claim.comparator not in (None, "approx"):
        return None
    usable = [
        mention
        for mention in mentions
        if (quantity := mention.quantity).value
        and quantity.high is None
        and quantity.kind in _OPERANDS
        and quantity.per == claim.per
    ]
    for first, second in combinations(usable[:_SENTENCE_LIMIT], 2):
        for operation, value in _results(claim, first.quantity, second.quantity):
            if claim.value == value or is_rounding(claim, value):
                return Derivation(operation, (first, second))
    return None


def _results(claim: Quantity, a: Quantity, b: Quantity) -> Iterator[tuple[Operation, Decimal]]:
    if (a.kind, a.unit) != (b.kind, b.unit) or a.value == b.value:
        return
    assert a.value is not None  # noqa: S101 - the caller looked
    assert b.value is not None  # noqa: S101
    low, high = sorted((a.value, b.value))
    # Two percentages differ by percentage points, never by a percentage.
    points = a.kind == "percent" and claim.kind == "percentage_point"
    same = (claim.kind, claim.unit) == (a.kind, a.unit)
    if points or (same and a.kind != "percent"):
        yield "difference", high - low
    if same and a.kind in _ADDABLE:
        yield "sum", a.value + b.value
    if claim.kind == "percent" and a.kind != "percent" and low > 0:
        if claim.direction != "down":
            yield "percent_change", (high - low) / low * 100
        if claim.direction != "up":
            yield "percent_change", (high - low) / high * 100
    if claim.kind == "ratio" and low > 0:
        yield "ratio", high / low
