"""The times that an article names, and the day from which it counts the others."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from summarizer.grounding.times import MONTHS, compared_years, times_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizer.grounding.source import Date
    from summarizer.models import Article
    from summarizer.quantities import Mask

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WORD = re.compile(r"[A-Z][A-Za-z]+")
_UNITS = {"Q": "quarter", "H": "half"}


class Calendar(NamedTuple):
    """What is known of an article's times.

    Attributes:
        reference: The day that it counts from: that of publication, or the first that it names
            in full; None where there is neither.
        years: The years that it names and does not only compare with, and that of publication.
        parts: The quarters, halves and months that it names, as `times.Times` has them.
        months: The numbers of the months that it names, by themselves or in a date.
    """

    reference: date | None
    years: frozenset[str]
    parts: frozenset[tuple[str, str]]
    months: frozenset[int]


def calendar_of(article: Article, masks: Iterable[Mask], dates: frozenset[Date]) -> Calendar:
    """Read an article's calendar from its words, its masks in order, and the dates in them."""
    text = f"{article.title or ''} | {article.text}"
    words = frozenset(word.title() for word in _WORD.findall(text))
    named = {n for n, name in enumerate(MONTHS, 1) if words & {name.title(), name[:3].title()}}
    coded = {(_UNITS[d.rest[0]], d.rest[1:]) for d in dates if d.rest[:1] in _UNITS}
    reference = _reference(article, masks)
    years = frozenset(d.year for d in dates if d.year) - compared_years(text)
    return Calendar(
        reference=reference,
        years=years | ({str(reference.year)} if reference else set()),
        parts=times_in(text).parts | coded,
        months=frozenset(named | {int(d.rest[:2]) for d in dates if d.rest[:2].isdigit()}),
    )


def _reference(article: Article, masks: Iterable[Mask]) -> date | None:
    if published := article.published:
        return date(published.year, published.month, published.day)
    first = next((m.value for m in masks if m.kind == "date" and m.value), "")
    return date.fromisoformat(first) if _DAY.fullmatch(first) else None


def months_of(unit: str, value: str) -> set[int]:
    """The numbers of the months of a quarter, half or month."""
    length = {"month": 1, "quarter": 3, "half": 6}[unit]
    last = MONTHS.index(value) + 1 if unit == "month" else int(value) * length
    return set(range(last - length + 1, last + 1))
