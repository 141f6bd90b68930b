"""Dates, years, times and periods: found first, so that none is taken for a quantity."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.quantities import date_patterns as patterns
from summarizer.quantities.date_values import MONTHS, numeric
from summarizer.quantities.late import late

if TYPE_CHECKING:
    from summarizer.quantities.types import MaskKind

__all__ = ["MONTHS", "Dated", "at_digit", "at_month", "at_word", "slashed"]


class Dated(NamedTuple):
    """A date, time or period that was read: its end in the text, what it is, its ISO form."""

    end: int
    kind: MaskKind
    value: str | None


_SLASHED = late(r"(?P<a>[0-3]?[0-9])(?P<sep>/)(?P<b>[0-3]?[0-9])(?![0-9/]|[.][0-9])")
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64})


def _first(rows: tuple[patterns.Row, ...], text: str, start: int) -> Dated | None:
    for pattern, kind, value in rows:
        match = pattern.match(text, start)
        if match is None:
            continue
        read = value(match)
        if read is None:
            continue
        end = match.end()
        while text[end - 1].isspace() or (text[end - 1] == "," and end > start):
            end -= 1
        return Dated(end, kind, read or None)
    return None


def at_digit(text: str, start: int) -> Dated | None:
    """The date, time or period that begins with a digit at an offset."""
    if patterns.some_digit().match(text, start) is None:
        return None
    return _first(patterns.at_digit(), text, start)


def at_month(text: str, start: int) -> Dated | None:
    """The date that begins with a month's name at an offset."""
    return _first(patterns.at_month(), text, start)


def at_word(text: str, start: int) -> Dated | None:
    """The period that begins with a word at an offset: "Q3 2024", "FY24", "fiscal 2024"."""
    return _first(patterns.at_word(), text, start)


def slashed(text: str, start: int, *, dated: bool) -> Dated | None:
    """ "9/24" as a date, where it is no everyday fraction or the word before it says so."""
    match = _SLASHED.match(text, start)
    if match is None:
        return None
    a, b = int(match["a"]), int(match["b"])
    if not dated and a < b and b in _DENOMINATORS:
        return None
    value = numeric(match)
    return None if value is None else Dated(match.end(), "date", value)
