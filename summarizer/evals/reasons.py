"""Why a figure is wrong, in a few plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.models import plain

if TYPE_CHECKING:
    from decimal import Decimal

    from summarizer.evals.amounts import Stated
    from summarizer.evals.classes import AmountError, LabelError
    from summarizer.evals.golden import GoldenFigure
    from summarizer.models import KeyFigure

_BOUNDS = {
    None: "exactly", "gt": "more than", "ge": "at least", "lt": "less than", "le": "at most",
    "approx": "about",
}  # fmt: skip


def amount_reason(error: AmountError, expected: Stated, given: Stated) -> str:
    """What is wrong with an amount: what was given, and what was expected."""
    a, b = expected.quantity, given.quantity
    told = f"{_shown(given)}, expected {_shown(expected)}"
    if error == "power_of_ten" and a.value and b.value:
        return f"{_times(b.value / a.value)}: {told}"
    if error == "comparator":
        return f"'{_BOUNDS[b.comparator]}', expected '{_BOUNDS[a.comparator]}': {given.text}"
    if error == "sign" and a.value == b.value:
        return f"direction {b.direction or 'none'}, expected {a.direction or 'none'}: {given.text}"
    if error == "unit" and a.kind != b.kind:
        return f"{b.kind.replace('_', ' ')}, expected {a.kind.replace('_', ' ')}: {told}"
    return told


def label_reason(field: LabelError, golden: GoldenFigure, figure: KeyFigure) -> str:
    """What is wrong with a label."""
    given = getattr(figure, field)
    return (
        f"'{given}', expected '{getattr(golden, field)}'"
        if given
        else (f"none, expected '{getattr(golden, field)}'")
    )


def _shown(stated: Stated) -> str:
    q = stated.quantity
    if q.value is None:
        return f"'{stated.text}'"
    ends = [plain(q.value), *([plain(q.high)] if q.high is not None else [])]
    return " ".join(filter(None, ["–".join(ends), q.unit]))


def _times(ratio: Decimal) -> str:
    if abs(ratio) > 1:
        return f"{plain(abs(ratio).normalize())} times too much"
    return f"{plain((1 / abs(ratio)).normalize())} times too little"
