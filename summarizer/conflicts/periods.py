"""When a figure holds, in a form that two sources can be compared in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.grounding.times import times_in

if TYPE_CHECKING:
    from datetime import date

    from summarizer.grounding.governing import Context
    from summarizer.models import Figure, KeyFigure

Likeness = Literal["same", "different", "unknown"]
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_QUARTERS = {"march": "1", "june": "2", "september": "3", "december": "4"}
_GRAINS = (
    ("moment", r"\b(?:(?:end|turn|start|beginning|close) of|year-?end)\b"),
    ("quarter", r"\b(?:quarter(?:ly)?|Q[1-4]|three months)\b"),
    ("nine", r"\b(?:nine months|nine-month)\b"),
    ("half", r"\b(?:half(?:-year(?:ly)?)?|H[12]|six months|six-month|interim)\b"),
    ("year", r"\b(?:full[- ]year|annual(?:ly)?|fiscal year|twelve months|the year|FY ?\d*)\b"),
    ("month", rf"\b(?:month(?:ly)?|in (?:{_MONTHS}))\b"),
    ("week", r"\b(?:week(?:ly)?)\b"),
    ("day", r"\b(?:a day|daily|in a single day|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"),
)
_GRAIN = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in _GRAINS)
_SPAN = re.compile(
    r"\b(?:over|within|next|in the next|for)\s+(?:the\s+next\s+|the\s+past\s+)?"
    r"(?P<n>\w+)[\s-]+(?P<unit>years?|months?|decades?)\b",
    re.IGNORECASE,
)


class Period(NamedTuple):
    """When a figure holds; None and empty are unknown.

    Attributes:
        text: The words.
        years: The years that are named, or meant by "last year" and the day of publication.
        parts: Quarters, halves and months that are named.
        grain: Whether it is a day, week, month, quarter, half, nine months or a year that is told.
        prior: Whether it is what was before.
    """

    text: str
    years: frozenset[str]
    parts: frozenset[tuple[str, str]]
    grain: str | None
    prior: bool

    @property
    def is_known(self) -> bool:
        """Whether anything is known of it."""
        return bool(self.years or self.parts or self.grain)


def period_of(figure: KeyFigure, published: date | None, context: Context | None) -> Period:
    """Read the period of a figure from its words, its metric and its sentence's grammar."""
    words = figure.period or ""
    times = times_in(words)
    years = set(times.of("year"))
    parts = {_as_quarter(part, figure) for part in times.parts if part[0] != "year"}
    prior = times.prior is True
    if context is not None and not words:
        years |= context.times.of("year")
        parts |= {part for part in context.times.parts if part[0] != "year"}
        prior = prior or is_prior(figure, context)
    years |= _relative_years(times.relative, published)
    return Period(
        text=words,
        years=frozenset(years),
        parts=frozenset(parts),
        grain=_grain(f"{words} {figure.metric}") or _grain_of(parts, years, words),
        prior=prior,
    )


def _as_quarter(part: tuple[str, str], figure: KeyFigure) -> tuple[str, str]:
    """ "The June quarter" is the second one, not a month."""
    unit, name = part
    quote = figure.evidence.quote.casefold()
    if unit == "month" and name in _QUARTERS and f"{name} quarter" in quote:
        return "quarter", _QUARTERS[name]
    return part


def is_prior(figure: Figure, context: Context) -> bool:
    """Whether the grammar says that an amount is what was before.

    "Rose 12% to $4 billion from $3 billion a year earlier": only the last is of the year before.
    """
    if context.role is not None or figure.kind in {"percentage_point", "basis_point"}:
        return context.role == "from"
    return context.times.prior is True and not (figure.kind == "percent" and figure.direction)


def period_in(words: str, published: date | None) -> Period:
    """The period that a title or a lead is about."""
    times = times_in(words)
    years = set(times.of("year")) | _relative_years(times.relative, published)
    parts = {part for part in times.parts if part[0] != "year"}
    return Period(
        words, frozenset(years), frozenset(parts), _grain(words), prior=times.prior is True
    )


def _relative_years(relative: frozenset[str], published: date | None) -> set[str]:
    if published is None:
        return set()
    steps = {"this year": 0, "last year": -1, "next year": 1}
    return {str(published.year + steps[said]) for said in relative if said in steps}


def _grain_of(parts: set[tuple[str, str]], years: set[str], words: str) -> str | None:
    """A month or a quarter that is named is one; a year alone is a whole one."""
    units = {unit for unit, _ in parts}
    named = next((unit for unit in ("month", "quarter", "half") if unit in units), None)
    return named or ("year" if years and words else None)


def _grain(words: str) -> str | None:
    spanned = _SPAN.search(words)
    if spanned:
        return None
    return next((name for name, pattern in _GRAIN if pattern.search(words)), None)


def likeness(a: Period, b: Period) -> Likeness:
    """Whether two periods are the same; unknown where a source leaves its own open."""
    if a.prior != b.prior:
        return "different"
    if a.grain and b.grain and a.grain != b.grain:
        return "different"
    if a.years and b.years and not a.years & b.years:
        return "different"
    units = {unit for unit, _ in a.parts} & {unit for unit, _ in b.parts}
    if any(_of(a, unit).isdisjoint(_of(b, unit)) for unit in units):
        return "different"
    if units or (a.years and b.years) or (a.text and a.text.lower() == b.text.lower()):
        return "same"
    return "unknown"


def _of(period: Period, unit: str) -> frozenset[str]:
    return frozenset(value for name, value in period.parts if name == unit)
