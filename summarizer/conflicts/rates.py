"""What currencies were worth to each other, year by year: enough to see a shifted point."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

_WIDE = Decimal("1.18")
"""How far a day's rate may lie from the year's mean. The point of a slip is ten times as far."""
_RESTLESS = {"TRY": Decimal("1.6"), "RUB": Decimal("1.6"), "ARS": Decimal("2.5")}
_PEGS = {"AED": Decimal("3.6725"), "SAR": Decimal("3.75"), "QAR": Decimal("3.64")}
"""Units for one US dollar, fixed for decades by their central banks."""
_POWERS = range(-6, 7)

Fit = Literal["fits", "shifted", "off"]


class Rate(NamedTuple):
    """A mean rate of a year: units of one currency for one unit of the other."""

    value: Decimal
    year: int


@cache
def _table() -> dict[str, dict[str, str]]:
    text = files("summarizer.conflicts").joinpath("rates.json").read_text(encoding="utf-8")
    rates: dict[str, dict[str, str]] = json.loads(text)["rates"]
    return rates


def _per_euro(currency: str, year: int) -> Decimal | None:
    if currency == "EUR":
        return Decimal(1)
    if currency in _PEGS:
        dollars = _per_euro("USD", year)
        return dollars * _PEGS[currency] if dollars else None
    found = _table().get(currency, {}).get(str(year))
    return Decimal(found) if found else None


def reference(of: str, to: str, year: int | None) -> Rate | None:
    """How many `to` one `of` was worth in a year, on average.

    The rates are the European Central Bank's reference rates.

    Args:
        of: ISO 4217 code.
        to: ISO 4217 code.
        year: None, and a year after the last known one, is the last one that is known.

    Returns:
        None for a currency, or a year, that is not known.
    """
    last = max(int(found) for found in _table()["USD"])
    wanted = last if year is None or year > last else year
    one, other = _per_euro(of, wanted), _per_euro(to, wanted)
    return Rate(other / one, wanted) if one and other else None


def fit(low: Decimal, high: Decimal, rate: Rate, of: str, to: str) -> Fit:
    """How an implied rate, from `low` to `high`, goes with the mean of a year.

    Returns:
        fits: a day's rate may be so; shifted: it would be, at another power of ten; off: neither.
    """
    wide = max((_RESTLESS.get(code, _WIDE) for code in (of, to)), default=_WIDE)
    if low <= rate.value * wide and rate.value / wide <= high:
        return "fits"
    for power in _POWERS:
        moved = rate.value.scaleb(power)
        if power and low <= moved * _WIDE and moved / _WIDE <= high:
            return "shifted"
    return "off"
