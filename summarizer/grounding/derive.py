"""Amounts that the article does not state but that follow from two that it does.

Models compute: a difference, a total, a growth rate. Such an amount is derived, not quoted, and
it names its operands. Only amounts of one kind and unit in one sentence are tried, and only under
a word that says so ("total", "rose"): across a whole article some pair would fit almost any number.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.grounding.amounts import is_rounding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from summarizer.quantities import Mention, Quantity

Operation = Literal["sum", "difference", "percent_change", "ratio"]
_SENTENCE_LIMIT = 12
_ADDABLE = ("money", "count", "measure", "percent")
_OPERANDS = (*_ADDABLE, "percentage_point", "basis_point", "index_level")
_TOTAL = re.compile(
    r"\b(?:total|totals|totalled|totalling|together|combined|sum|both|overall|altogether|all told"
    r"|plus|aggregate|in all)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:by|up|down|more|less|fewer|higher|lower|above|below|gap|differ\w*|ros\w*|rise\w*|rising"
    r"|grew|grow\w*|increas\w*|gain\w*|jump\w*|climb\w*|surg\w*|soar\w*|add\w*|widen\w*|extra"
    r"|fell|fall\w*|drop\w*|declin\w*|decreas\w*|shr[aiu]nk\w*|slid\w*|cut\w*|lost|los[es]\w*"
    r"|narrow\w*|chang\w*|improv\w*|expan\w*|doubl\w*|tripl\w*|times|than|versus|against)\b",
    re.IGNORECASE,
)


class Derivation(NamedTuple):
    """How an amount follows from two mentions."""

    operation: Operation
    operands: tuple[Mention, Mention]


def derive(claim: Quantity, mentions: Sequence[Mention], words: str) -> Derivation | None:
    """Find two of `mentions`, those of one sentence, from which `claim` follows.

    The result must equal the claim once rounded to the claim's stated digits; the claim must be
    exact or approximate, no bound and no range.

    Args:
        claim: The amount in question.
        mentions: What one sentence of the article states.
        words: The words around the claim: they must speak of a total or of a change.
    """
    if claim.value is None or claim.high is not None or claim.comparator not in (None, "approx"):
        return None
    usable = [m for m in mentions if m.quantity.value and m.quantity.high is None]
    usable = [m for m in usable if m.quantity.kind in _OPERANDS][:_SENTENCE_LIMIT]
    asked: set[Operation] = set()
    if _TOTAL.search(words):
        asked.add("sum")
    if _CHANGE.search(words) or claim.direction:
        asked |= {"difference", "ratio"}
        # A sentence that states a growth rate is not to be told another one.
        if not any(m.quantity.kind == "percent" and m.quantity.direction for m in usable):
            asked.add("percent_change")
    for first, second in combinations(usable, 2):
        for operation, value in _results(claim, first.quantity, second.quantity):
            if operation in asked and (claim.value == value or is_rounding(claim, value)):
                return Derivation(operation, (first, second))
    return None


def _results(claim: Quantity, a: Quantity, b: Quantity) -> Iterator[tuple[Operation, Decimal]]:
    if (a.kind, a.unit, a.per) != (b.kind, b.unit, b.per) or a.value == b.value:
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
