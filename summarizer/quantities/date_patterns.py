"""The forms of dates, times and periods, as patterns with the function that reads each."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from summarizer.quantities import date_values as values

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.quantities.types import MaskKind

    Row = tuple[re.Pattern[str], MaskKind, Callable[[re.Match[str]], str | None]]

_MONTH = r"(?P<month>(?i:" + "|".join(sorted(values.MONTHS, key=len, reverse=True)) + r")\b\.?)"
_YEAR = r"(?P<year>(?:1[0-9]|20|21)[0-9]{2})(?![0-9]|[.,][0-9])"
_SHORT_YEAR = r"['’](?P<yy>[0-9]{2})(?![0-9])"
_NEAR_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_ANY_YEAR = r"(?P<year>(?:20|19)[0-9]{2}|[0-9]{2})"
_DAY = r"(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9])(?:st|nd|rd|th)?"
_OTHER_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?"
_ZONE = r"(?:\s?(?:GMT|UTC|BST|CES?T|E[SD]?T|C[SD]?T|M[SD]T|P[SD]?T|HKT|SGT|JST|IST|AE[SD]T|Z)\b)?"
_HALF_DAY = r"(?:[ap]\.\s?m\.|[ap]m\b|[AP]\.\s?M\.|[AP]M\b)"
_MINUTES = r"[0-5][0-9]"
_PART = r"(?P<what>quarter|half)\b(?:(?:\sof)?(?:\sfiscal)?\s" + _NEAR_YEAR + r"\b)"


@functools.cache
def at_digit() -> tuple[Row, ...]:
    """The forms that begin with a digit, compiled at the first call."""
    return (
        # 2025-09-24T10:00:00Z
        (
            re.compile(
                r"(?P<year>[12][0-9]{3})(?P<sep>[-/. ])(?P<m>[01]?[0-9])(?P=sep)"
                r"(?P<d>[0-3]?[0-9])(?![0-9])"
                r"(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?"
                r"(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
            ),
            "date",
            values.year_first,
        ),
        # 20250924
        (
            re.compile(
                _NEAR_YEAR
                + r"(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12][0-9]|3[01])(?![0-9%]|[.,][0-9])"
            ),
            "date",
            values.year_first,
        ),
        # 9/24/2025, 24.9.25
        (
            re.compile(
                r"(?P<a>[0-3]?[0-9])(?P<sep>[-/.])(?P<b>[0-3]?[0-9])(?P=sep)"
                r"(?P<year>[12][0-9]{3}|[0-9]{2})(?![0-9])(?![./][0-9])"
            ),
            "date",
            values.numeric,
        ),
        # 2025-Sep-24
        (re.compile(rf"{_NEAR_YEAR}[-/]{_MONTH}(?:[-/]{_DAY})?"), "date", values.named),
        # 2025-Q3
        (
            re.compile(_NEAR_YEAR + r"[-\s](?P<letter>[QH])(?P<n>[1-4])(?![0-9])"),
            "period",
            values.quarter,
        ),
        # 24 September 2025, 3 and 12 of Sept, 24 de septiembre de 2025
        (
            re.compile(
                rf"{_DAY}(?:\s?[-–]\s?{_OTHER_DAY})?(?:\s(?:and|to|through)\s{_OTHER_DAY})?"
                rf"\.?(?:\s(?:of|de|di))?[\s/-]{{1,3}}(?:the\s)?{_MONTH}(?![a-z])"
                rf"(?:[\s,/-]{{1,3}}(?:of\s|de\s|del\s)?(?:{_YEAR}|{_SHORT_YEAR}))?"
            ),
            "date",
            values.named,
        ),
        # 6:10 AM CDT, 10:38:07.190
        (
            re.compile(
                rf"(?P<hour>[0-2]?[0-9]):(?P<minute>{_MINUTES})(?::{_MINUTES})?(?:\.[0-9]{{1,3}})?"
                rf"(?![0-9:])\s?(?P<half>{_HALF_DAY})?{_ZONE}"
            ),
            "time",
            values.clock,
        ),
        # 3. Quartal 2024, 1. Halbjahr, 2e trimestre de 2024
        (
            re.compile(
                r"[1-4](?:\.\s?(?:Quartal|Halbjahr)|(?:er|e|ème|º|°|o)\s(?:trimestre|semestre))s?"
                rf"(?:\s(?:de\s|del\s)?{_NEAR_YEAR})?\b"
            ),
            "period",
            values.nothing,
        ),
        # 10h30, 10.30 Uhr, 10 Uhr
        (
            re.compile(
                rf"[0-2]?[0-9](?:\s?h\s?{_MINUTES}(?![0-9A-Za-z])|(?:[.:]{_MINUTES})?\sUhr\b)"
            ),
            "time",
            values.nothing,
        ),
        # 6 pm, 2.15pm, 1140 a.m.
        (
            re.compile(
                rf"(?P<hour>[01]?[0-9])(?:\.?(?P<minute>{_MINUTES}))?\s?(?P<half>{_HALF_DAY})"
                + _ZONE
            ),
            "time",
            values.clock,
        ),
        # 5-6 pm, 10 to 11:30
        (
            re.compile(
                rf"[01]?[0-9](?:[:.]{_MINUTES})?(?:\s?[-–]\s?|\s(?:to|and|until|till)\s)"
                rf"[01]?[0-9](?:[:.]{_MINUTES}\s?{_HALF_DAY}|\s?{_HALF_DAY}|:{_MINUTES}(?![0-9]))"
            ),
            "time",
            values.nothing,
        ),
        # 7 o'clock, 12 noon
        (
            re.compile(
                r"(?P<hour>[01]?[0-9])(?P<minute>)(?P<half>)"
                r"(?:\so['’]\s?clock\b|\s(?:noon|midnight)\b)"
            ),
            "time",
            values.clock,
        ),
        # 15 past seven
        (
            re.compile(r"[0-5]?[0-9]\spast\s(?:[01]?[0-9]|[a-z]{3,6})\b(?:\so['’]clock)?"),
            "time",
            values.nothing,
        ),
        # 3Q24
        (
            re.compile(rf"(?P<n>[1-4])(?P<letter>[QH])\s?(?:{_ANY_YEAR}(?![0-9]))?(?![A-Za-z0-9])"),
            "period",
            values.quarter,
        ),
        # 2012-13, 2019/2020
        (
            re.compile(
                r"(?P<year>(?:1[5-9]|20)[0-9]{2})\s?[-–/]\s?"
                r"(?P<next>(?:(?:1[5-9]|20)[0-9]{2}|[0-9]{2}))(?![0-9%]|[.,-][0-9])"
            ),
            "period",
            values.two_years,
        ),
        # 2015-3
        (
            re.compile(_NEAR_YEAR + r"-(?P<month>0?[1-9]|1[0-2])(?![0-9%.,-])"),
            "date",
            values.year_month,
        ),
        # 1990s, 80s
        (re.compile(r"(?:1[0-9]|20)[0-9]0['’]?s\b|['’]?[2-9]0s\b"), "period", values.nothing),
        # 3rd quarter of 2024
        (
            re.compile(rf"(?P<n>1st|2nd|3rd|4th)[\s-](?:fiscal\s)?{_PART}?"),
            "period",
            values.worded,
        ),
    )


@functools.cache
def some_digit() -> re.Pattern[str]:
    """One pattern that matches wherever one of those of `at_digit` does: tried before them."""
    forms = (re.sub(r"\(\?P=sep\)", "[-/. ]", row[0].pattern) for row in at_digit())
    return re.compile("|".join(f"(?:{re.sub(r'[(][?]P<[a-z]+>', '(?:', form)})" for form in forms))


@functools.cache
def at_month() -> tuple[Row, ...]:
    """The forms that begin with a month's name, compiled at the first call."""
    return (
        # September 24, 2025; Sept 20-24; october, 1st
        (
            re.compile(
                rf"{_MONTH},?[\s/-]{{1,2}}(?:the\s)?{_DAY}(?![0-9%]|[.:][0-9])"
                rf"(?:\s?(?:[-–]|to|and|through)\s?{_OTHER_DAY}(?![0-9]))?"
                rf"(?:[\s,]{{1,3}}(?:of\s)?{_YEAR})?"
            ),
            "date",
            values.named,
        ),
        # September 2021
        (
            re.compile(rf"{_MONTH}(?:,\s|\s(?:of\s|de\s)?|-){_YEAR}(?:-[0-3]?[0-9](?![0-9]))?"),
            "date",
            values.named,
        ),
        # April of '87
        (re.compile(rf"{_MONTH}(?:\sof)?\s?{_SHORT_YEAR}"), "date", values.named),
        # April of 87
        (re.compile(rf"{_MONTH}\sof\s(?P<yy>[0-9]{{2}})(?![0-9%.,])"), "date", values.named),
    )


@functools.cache
def at_word() -> tuple[Row, ...]:
    """The forms that begin with another word, compiled at the first call."""
    return (
        # third quarter of 2024
        (
            re.compile(rf"(?i:(?P<n>first|second|third|fourth))[\s-](?:fiscal[\s-])?{_PART}"),
            "period",
            values.worded,
        ),
        # Q3 2024, H1
        (
            re.compile(
                r"(?P<letter>[QH])(?P<n>[1-4])"
                rf"(?:[\s-]?(?:of\s)?(?:FY\s?)?['’]?{_ANY_YEAR}(?![0-9%]|[.,][0-9]))?"
                r"(?![A-Za-z0-9])"
            ),
            "period",
            values.quarter,
        ),
        # FY24
        (re.compile(rf"(?:FY|CY)\s?['’]?{_ANY_YEAR}(?![0-9])"), "period", values.fiscal),
        # fiscal 2024
        (
            re.compile(rf"(?i:fiscal)(?:[\s-](?i:year))?\s{_NEAR_YEAR}(?![0-9])"),
            "period",
            values.fiscal,
        ),
    )
