"""What stands in prose with digits, or speaks of time, and is no quantity: dates, scores, names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.grounding.source import DATED, Date, years_of
from summarizer.grounding.spans import Spans
from summarizer.models import NumberFinding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.grounding.source import Source
    from summarizer.models import Status
    from summarizer.quantities import Mask, Scan

_WORD = re.compile(r"\S+")
_DIGIT = re.compile(r"\d")
_CALENDAR = re.compile(
    r"\b(?:(?P<month>January|February|March(?!\s+of)|April|(?<=\bin )May|(?<=\bof )May|June|July"
    r"|August|September|October|November|December)"
    r"|(?P<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
    r"|(?P<part>(?:first|second|third|fourth)[ -](?:quarter|half)))\b"
)
_LETTERS = 3
"""Enough of a month's or a day's name to know it in its short form."""
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PART = {"first": "1", "second": "2", "third": "3", "fourth": "4"}
_LIST_NUMBER = re.compile(r"(?m)^[ \t]*\(?\d{1,3}[.)](?=\s)")


def list_numbers(prose: str) -> list[tuple[int, int]]:
    """The spans of numbers that only number the lines of a list."""
    return [match.span() for match in _LIST_NUMBER.finditer(prose)]


def _with_digits(prose: str) -> Iterator[re.Match[str]]:
    """The words that hold a digit, with whatever touches them."""
    return (word for word in _WORD.finditer(prose) if _DIGIT.search(word.group()))


def check_marks(prose: str, found: Scan, source: Source, where: str) -> Iterator[NumberFinding]:
    """Check dates, periods, scores, numbered names, months and digits that could not be read."""
    numbers = list_numbers(prose)
    numbered = Spans(numbers)
    for mask in found.masks:
        if not numbered.meet(mask.start, mask.start + 1):
            yield _check_mask(mask, prose, source, where)
    mentions = ((m.start, m.end) for m in found.mentions)
    known = Spans([*numbers, *mentions, *((m.start, m.end) for m in found.masks)])

    def is_new(match: re.Match[str]) -> bool:
        return not known.meet(*match.span())

    for word in filter(is_new, _CALENDAR.finditer(prose)):
        there, missing = _calendar_word(word, source), "this time is not in the article"
        yield _finding(word, where, "date", there=there, otherwise=missing)
    for word in filter(is_new, _with_digits(prose)):
        there, missing = source.says(word.group()), "cannot be read, and is not in the article"
        yield _finding(word, where, "digits", there=there, otherwise=missing)


def _finding(
    match: re.Match[str], where: str, check: str, *, there: bool, otherwise: str
) -> NumberFinding:
    return NumberFinding(
        check=check,
        status="verified" if there else "unsupported",
        reason="in the article" if there else otherwise,
        where=where,
        text=match.group(),
        start=match.start(),
        end=match.end(),
    )


def _calendar_word(word: re.Match[str], source: Source) -> bool:
    published = source.article.published
    if part := word["part"]:
        number = _PART[part.split("-")[0].split()[0].lower()]
        letter = "Q" if part.endswith("quarter") else "H"
        return source.says(part) or any(date.rest == f"{letter}{number}" for date in source.dates)
    if source.has_word_that_starts(word.group()[:_LETTERS]):
        return True
    if word["month"]:
        number = f"{_MONTHS.index(word['month'][:_LETTERS]) + 1:02}"
        return any(date.rest.startswith(number) for date in source.dates)
    return published is not None and _DAYS[published.weekday()] == word["day"]


def _whole_words(mask: Mask, prose: str) -> str:
    """The mask's words, uncut: "Fluke 43B" where the mask is "Fluke 43"."""
    start, end = mask.start, mask.end
    while start > 0 and _touches(prose, start):
        start -= 1
    while end < len(prose) and _touches(prose, end):
        end += 1
    return prose[start:end]


def _touches(prose: str, at: int) -> bool:
    """Whether a border at `at` would cut a word or a number: "54.3" as well as "43B"."""
    before, after = prose[at - 1], prose[at]
    if before.isalnum() and after.isalnum():
        return True
    if before in ".," and after.isdigit():
        return prose[max(at - 2, 0) : at - 1].isdigit()
    return after in ".," and before.isdigit() and prose[at + 1 : at + 2].isdigit()


def _check_mask(mask: Mask, prose: str, source: Source, where: str) -> NumberFinding:
    status: Status = "verified"
    reason = "in the article"
    if not source.says(_whole_words(mask, prose)):
        if mask.kind in DATED and mask.value and _is_known_date(mask, source):
            reason = "in the article, written otherwise"
        else:
            status = "unsupported"
            kind = "date" if mask.kind in DATED else mask.kind
            reason = f"this {kind} is not in the article"
    return NumberFinding(
        check=mask.kind,
        status=status,
        reason=reason,
        where=where,
        text=mask.text,
        start=mask.start,
        end=mask.end,
    )


def _is_known_date(mask: Mask, source: Source) -> bool:
    """A date may be written in another way; its year, month and day must belong together."""
    claimed = Date.of(mask.value or "")
    if claimed.year and not claimed.rest:
        return bool(years_of((mask,)) & source.years)
    return any(
        (not claimed.year or not known.year or claimed.year == known.year)
        and bool(known.rest)
        and (known.rest.startswith(claimed.rest) or claimed.rest.startswith(known.rest))
        for known in source.dates
    )
