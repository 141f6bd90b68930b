"""Lengths in two units: "5 feet 2 inches", "12 ft 2 in"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.quantities.numerals import read_numeral
from summarizer.quantities.units import read_unit

if TYPE_CHECKING:
    from decimal import Decimal

    from summarizer.quantities.tokens import Tokens

_FOOT = 12


class Inches(NamedTuple):
    """The inches after feet: how many, and the token after them."""

    value: Decimal
    end: int


def read_inches(tokens: Tokens, i: int) -> Inches | None:
    """Read the inches that follow feet at a token, "and" between them or not."""
    j = i + 1 if tokens.low(i) in {"and", ","} else i
    numeral = read_numeral(tokens, j)
    if numeral is None or not 0 < numeral.value < _FOOT:
        return None
    if tokens.low(numeral.end) == "in" and j == i:
        return Inches(numeral.value, numeral.end + 1)
    unit = read_unit(tokens, numeral.end)
    if unit is None or unit.name != "inch":
        return None
    return Inches(numeral.value, unit.end)
