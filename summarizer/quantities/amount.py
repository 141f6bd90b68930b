"""What an amount is before what stands around it is looked at."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from summarizer.quantities.types import Comparator, Direction, Kind


class Amount(NamedTuple):
    """An amount in a list of tokens, before what stands around it is looked at.

    Attributes:
        begin: Its first token.
        core_end: The first token after the number and its unit.
        end: The first token after all of it, counted noun included.
        kind: What sort of amount it is.
        value: Its worth, or None where it is vague.
        high: The high end of a range.
        unit: As in a quantity.
        precision: As in a quantity.
        per: As in a quantity.
        comparator: One that the amount itself holds.
        direction: One that the amount itself holds.
        assumed: As in a quantity.
        scale: The worth of its scale word.
        words: Whether the number is spelt out.
        part: What part of its unit the number counts: a hundredth for cents.
        core_begin: The first token of the number, where it is not the amount's.
    """

    begin: int
    core_end: int
    end: int
    kind: Kind
    value: Decimal | None
    high: Decimal | None = None
    unit: str | None = None
    precision: Decimal = Decimal(0)
    per: str | None = None
    comparator: Comparator | None = None
    direction: Direction | None = None
    assumed: tuple[str, ...] = ()
    scale: Decimal = Decimal(1)
    words: bool = False
    part: Decimal = Decimal(1)
    core_begin: int | None = None
