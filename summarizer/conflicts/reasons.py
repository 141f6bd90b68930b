"""The one line that says what a group amounts to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.conflicts.clues import Side
    from summarizer.models import Agreement, Clue, Slip

_SLIPS: dict[Slip, str] = {
    "power_of_ten": "the same digits, with a shifted point",
    "scale_word": "the same digits, with another scale word",
    "currency": "the same number in two currencies",
    "sign": "the same number, once up and once down, or once negative",
    "swapped": "the amounts of two bodies are exchanged",
    "percent_or_points": "the same number, once in percent and once in percentage points",
    "digits": "two amounts that cannot both be true",
}
_PLAIN: dict[Agreement, str] = {
    "agree": "all say the same",
    "rounding": "the stated digits and bounds allow the same amount",
    "revision": "a later article restates it",
    "different_period": "told of different periods",
    "different_scope": "told of different scopes",
}


def reason_of(
    relation: Agreement,
    slip: Slip | None,
    sides: Sequence[Side],
    clues: Sequence[Clue],
    suspect: str | None,
) -> str:
    """Say in a line how the figures of a group go together, and what tells which one is off."""
    if relation != "conflict" or slip is None:
        return _PLAIN.get(relation, "")
    said = " against ".join(_comparable(sides))
    if suspect is not None:
        evidence = next(clue.reason for clue in clues if clue.against == suspect)
        return f"{said}: {_SLIPS[slip]}. {evidence[:1].upper()}{evidence[1:]}"
    if clues:
        return f"{said}: {_SLIPS[slip]}. The evidence points both ways"
    return f"{said}: {_SLIPS[slip]}. Nothing tells which one is off"


def _comparable(sides: Sequence[Side]) -> list[str]:
    """What each side says, in a unit that the first one uses too where there is one."""
    units = [fact.figure.unit for fact in sides[0].facts] if sides else []
    shared = next(
        (u for u in units if all(any(f.figure.unit == u for f in s.facts) for s in sides)), None
    )
    told = (
        next((f for f in side.facts if f.figure.unit == shared), side.facts[0]) for side in sides
    )
    return list(dict.fromkeys(fact.figure.text for fact in told))
