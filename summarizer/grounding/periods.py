"""Whether the article can mean the period that a claim names.

Years are what a claim adds: an article says "last year", "the final quarter" or "a year earlier",
and whoever reads it works out which one that is. So a year that the article does not name may
still follow from one that it does, the year it was published in above all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.grounding.calendars import months_of
from summarizer.grounding.contexts import stated_at
from summarizer.grounding.normal import normal
from summarizer.grounding.source import stems, years_of
from summarizer.grounding.times import compared_years, times_in
from summarizer.models import Finding
from summarizer.quantities import scan_once

if TYPE_CHECKING:
    from datetime import date

    from summarizer.grounding.contexts import Stated
    from summarizer.grounding.source import Source
    from summarizer.quantities import Mention

_EARLIER = re.compile(
    r"\b(?:last|previous|prior|preceding|past)\s+(?:\w+\s+){0,2}?(?:year|season|winter|spring|summer"
    r"|autumn|christmas)s?\b|\b(?:year|season|winter|spring|summer|autumn)\s+(?:earlier|ago|before)\b"
    r"|\byear-(?:earlier|ago|before)\b|\bthen\b|\bsame (?:\w+ ){1,2}(?:last|a) year\b"
    r"|\bvorjahr\w*|\bjahr (?:zuvor|davor|vorher)\b|\bvor einem jahr\b"
    r"|\b(?:vergangen|letzt|vorig)\w+ jahr"
    r"|\ban (?:plus tôt|auparavant)\b|\bl['’]an dernier\b|\bannée (?:précédente|dernière)\b"
    r"|\baño (?:antes|anterior|pasado)\b|\bhace un año\b|上年|去年|同比|前年|昨年",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\bnext\b(?! (?:month|week|day))|\b(?:following|coming) year\b|\byear (?:after|later)\b"
    r"|\b(?:nächst|kommend|folgend)\w+ jahr|\bl['’]an prochain\b|\bannée prochaine\b"
    r"|\b(?:próximo año|año (?:que viene|próximo))\b|明年|来年",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"[\s,]*(?:\b(?:of|in|to|from|by|and)\s+)?\b(?:FY ?)?(?:19|20)\d\d(?:[-/–]\d\d(?:\d\d)?)?\b"
)
_EMPTY = re.compile(r"(?:(?:the|in|full|fiscal|financial|calendar|year|of|end|to)\b\s*)*")
_MONTH_AWAY = re.compile(
    r"\b(?:last|next|this|previous|current|latest) (?:month|quarter|half)"
    r"|\bmonth (?:before|earlier|ago)\b",
    re.IGNORECASE,
)
_FOUR = re.compile(r"\b(?:19|20)\d\d\b")
_FROM = re.compile(r"\b(?:from|since)\b", re.IGNORECASE)
_COMPARED = re.compile(
    r"\b(?:que en|qu['’]en|respecto a|frente a|desde|als(?: im jahr)?|gegenüber|seit|ab|depuis"
    r"|par rapport à|contre)\s$|(?:比|自|较)$",
    re.IGNORECASE,
)
_STEPS = {"this year": 0, "last year": -1, "next year": 1}
_TWO = 2


class Period(NamedTuple):
    """The part of a claimed period that the article bears out, and what the check found."""

    label: str | None
    finding: Finding | None = None


def check_period(period: str | None, mention: Mention, source: Source, quote: str) -> Period:
    """Hold the years of a claimed period against the article's, and its words against its words.

    Where the article names no year that its times could be counted from, a year is left out of
    the period: it may be right, but it is not the article's.

    Args:
        period: As it is claimed.
        mention: The amount that it is claimed of.
        source: The article.
        quote: The article's words that the claim rests on.
    """
    if not period:
        return Period(None)
    claimed = years_of(scan_once(period, source.article.language).masks)
    stated = stated_at(mention, source)
    named = _years_beside(mention, stated, source)
    if claimed and named and not claimed & named:
        return _refused(period, f"'{period}', but the article says this of {_list(named)}")
    around = _around(mention, source, quote)
    missing = claimed - source.years
    if missing and not source.calendar.years:
        return _without_year(period, missing, stated)
    # Of "2024-25" the second year tells.
    telling = [year for year in map(int, missing) if str(year + 1) not in missing]
    if not all(_follows(year, period, stated, around, source) for year in telling):
        return _refused(period, f"{_list(missing)} is not in the article")
    if strange := _strange_part(period, mention, source):
        return _refused(period, f"the article speaks of no {strange}")
    if claimed and stated and not stated.context.times.prior and not _FROM.search(period):
        compared = compared_years(around[0])
        if claimed <= compared and not claimed & times_in(around[0]).of("year"):
            return _refused(period, f"the article only compares this with {_list(compared)}")
    if claimed and not missing and not named and not _in_reach(claimed, mention, source):
        reason = f"{_list(claimed)} is named elsewhere in the article"
        return Period(period, Finding(check="period", status="ambiguous", reason=reason))
    if normal(period).casefold() not in source.folded:
        unknown = {stem for stem in stems(period) if stem not in source.folded}
        if unknown - claimed:
            reason = f"the article does not say '{period}'"
            return Period(period, Finding(check="period", status="ambiguous", reason=reason))
    return Period(period)


def _refused(period: str, reason: str) -> Period:
    return Period(period, Finding(check="period", status="mismatch", reason=reason))


def _list(years: frozenset[str]) -> str:
    return ", ".join(sorted(years))


def _without_year(period: str, missing: frozenset[str], stated: Stated | None) -> Period:
    """What is left of a period without its year; of an earlier time's nothing is."""
    label = _YEAR.sub("", period).strip(" ,")
    earlier = stated is not None and stated.context.times.prior
    reason = f"the article names no year to count from: {_list(missing)} is left out"
    kept = None if earlier or _EMPTY.fullmatch(label.lower()) else label
    return Period(kept, Finding(check="period", status="ambiguous", reason=reason))


def _around(mention: Mention, source: Source, quote: str) -> tuple[str, str, str]:
    """The sentence of an amount, the quote where it says more, and the sentence before."""
    number = source.article.sentence_at(mention.core.start)
    if number is None:
        return quote, "", ""
    sentence = source.text[slice(*source.sentence_near(mention))]
    before = source.article.sentence(number - 1) if number > 1 else ""
    return sentence, "" if quote in sentence else quote, before


def _years_beside(mention: Mention, stated: Stated | None, source: Source) -> frozenset[str]:
    """The years that the article says the amount of.

    In languages other than English those of its sentence, where they can be of no other amount.
    """
    if stated is None:
        span = source.sentence_near(mention)
        masks = source.masks_in(*span)
        first = next(iter(source.mentions_in(*span)), mention)
        kept = [m for m in masks if not _COMPARED.search(source.text[span.start : m.start])]
        alone = len(source.mentions_in(*span)) == 1
        return years_of(m for m in kept if alone or m.end <= first.start)
    times = stated.context.times
    years = times.of("year")
    if source.calendar.reference is not None and not years and len(times.relative) == 1:
        (said,) = times.relative
        if said in _STEPS:
            years = frozenset({str(source.calendar.reference.year + _STEPS[said])})
    return years


def _follows(
    year: int, period: str, stated: Stated | None, around: tuple[str, str, str], source: Source
) -> bool:
    """Whether a year that the article does not name is what its words come to."""
    reference = source.calendar.reference
    if reference is not None and year - reference.year in _parts_may_be(period, reference):
        return True
    bases = {int(y) for text in around for y in times_in(text).of("year") | compared_years(text)}
    bases |= {reference.year} if reference else {int(y) for y in source.calendar.years}
    steps = {year - base for base in bases}
    earlier, later = ([bool(w.search(text)) for text in around] for w in (_EARLIER, _LATER))
    rivals = stated.beside if stated and not stated.context.times.prior else ()
    if -1 in steps and any(context.times.prior for _, context in rivals):
        return False
    if (-1 in steps and any(earlier)) or (1 in steps and any(later)):
        return True
    return -_TWO in steps and earlier[0] and earlier[2]


def _in_reach(claimed: frozenset[str], mention: Mention, source: Source) -> bool:
    """Whether a year is that of publication, or named near the amount or at the top."""
    reference = source.calendar.reference
    if reference is not None and str(reference.year) in claimed:
        return True
    near = source.near(mention)
    if any(claimed & _named_in(text) for text in near):
        return True
    return reference is not None and any(_EARLIER.search(t) or _LATER.search(t) for t in near[:2])


def _named_in(text: str) -> frozenset[str]:
    return frozenset(_FOUR.findall(text)) - compared_years(text)


def _strange_part(period: str, mention: Mention, source: Source) -> str | None:
    """The quarter, half or month of a claimed period of which the article names no month.

    "The three months to June" is the second quarter; "last month" depends on the day.
    """
    if (source.article.language or "en")[:2] != "en":
        return None
    known = set(source.calendar.months)
    day = source.calendar.reference
    if day and any(_MONTH_AWAY.search(text) for text in source.near(mention)):
        beside = {day.month, *known}
        known |= {(month + step) % 12 + 1 for month in beside for step in (-2, -1, 0)}
    for unit, value in times_in(period).parts - source.calendar.parts:
        if unit != "year" and not known & months_of(unit, value):
            return value.title() if unit == "month" else f"{unit} {value}"
    return None


def _parts_may_be(period: str, reference: date) -> set[int]:
    """Which years a quarter, half or month without a year may be of: this, the last or the next.

    Told in February, "the fourth quarter" is that of last year or of this one, "by March" of none
    but this one; told in May, "by March" may mean the next.
    """
    steps: set[int] = set()
    for unit, value in times_in(period).parts:
        if unit == "year":
            continue
        months = months_of(unit, value)
        steps |= {0} | ({-1} if max(months) > reference.month else set())
        steps |= {1} if min(months) < reference.month else set()
    return steps
