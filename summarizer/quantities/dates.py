"""Dates, years, times and periods: found first, so that none is taken for a quantity."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.quantities.types import MaskKind

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero gennaio janeiro",
            "february feb februar février febrero febbraio fevereiro",
            "march mar märz mars marzo março",
            "april apr avril abril aprile",
            "may mai mayo maggio maio",
            "june jun juni juin junio giugno junho",
            "july jul juli juillet julio luglio julho",
            "august aug août agosto",
            "september sept sep septembre septiembre settembre setembro",
            "october oct oktober octobre octubre ottobre outubro",
            "november nov novembre noviembre novembro",
            "december dec dezember décembre diciembre dicembre dezembro",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = r"(?P<month>(?i:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?)"
_YEAR = r"(?P<year>(?:1[0-9]|20|21)[0-9]{2})(?![0-9]|[.,][0-9])"
_DAY = r"(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9])(?:st|nd|rd|th)?"
_SEP = r"[\s,]{1,3}"
_ZONE = r"(?:\s?(?:GMT|UTC|BST|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|CT|PT|HKT|SGT|JST|IST|AEST|AEDT|Z)\b)?"
_HALF_DAY = r"(?:[ap]\.\s?m\.|[ap]m\b|[AP]\.\s?M\.|[AP]M\b)"
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}


class Dated(NamedTuple):
    """A date, time or period that was read: its end in the text, what it is, its ISO form."""

    end: int
    kind: MaskKind
    value: str | None


def _iso(year: str | None, month: int, day: str | None) -> str:
    head = year or "-"
    if day is None:
        return f"{head}-{month:02d}"
    return f"{head}-{month:02d}-{int(day):02d}"


def _month_number(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def _full_year(year: str | None) -> str | None:
    if year is None or len(year) == 4:
        return year
    return f"19{year}" if int(year) > 50 else f"20{year}"


def _named(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    year = groups.get("year") or _full_year(groups.get("yy"))
    return _iso(year, _month_number(match["month"]), groups.get("day"))


def _year_month(match: re.Match[str]) -> str | None:
    return _iso(match["year"], int(match["month"]), None)


def _numeric(match: re.Match[str]) -> str | None:
    a, b = int(match["a"]), int(match["b"])
    month, day = (b, a) if a > 12 or match["sep"] == "." else (a, b)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return _iso(_full_year(match.groupdict().get("year")), month, str(day))


def _iso_like(match: re.Match[str]) -> str | None:
    month, day = int(match["m"]), int(match["d"])
    return _iso(match["year"], month, str(day)) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _two_years(match: re.Match[str]) -> str | None:
    first, second = match["year"], match["next"]
    second = first[:2] + second if len(second) == 2 else second
    return f"{first}/{second}" if int(second) > int(first) else None


def _nothing(match: re.Match[str]) -> str | None:
    return ""


def _clock(match: re.Match[str]) -> str | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return f"{hour:02d}:{minute:02d}" if hour < 25 and minute < 60 else None


def _quarter(match: re.Match[str]) -> str | None:
    number = match["n"].lower()
    letter = (match["letter"] or "q").upper()[0]
    return _period(_full_year(match["year"]), f"{letter}{ORDINALS.get(number, number)}")


def _worded_period(match: re.Match[str]) -> str | None:
    letter = {"quarter": "Q", "half": "H"}[match["what"].lower()]
    return _period(match["year"], f"{letter}{ORDINALS[match['n'].lower()]}")


def _period(year: str | None, part: str) -> str:
    return f"{year or '-'}-{part}"


def _fiscal(match: re.Match[str]) -> str | None:
    return f"FY{_full_year(match['year'])}"


_Row = tuple[re.Pattern[str], "MaskKind", "Callable[[re.Match[str]], str | None]"]


def _row(pattern: str, kind: MaskKind, value: Callable[[re.Match[str]], str | None]) -> _Row:
    return re.compile(pattern), kind, value


_AT_DIGIT: tuple[_Row, ...] = (
    _row(
        r"(?P<year>[12][0-9]{3})(?P<sep>[-/. ])(?P<m>[01]?[0-9])(?P=sep)(?P<d>[0-3]?[0-9])(?![0-9])"
        r"(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?",
        "date", _iso_like,
    ),
    _row(r"(?P<year>(?:19|20)[0-9]{2})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12][0-9]|3[01])(?![0-9.,%])", "date", _iso_like),
    _row(
        r"(?P<a>[0-3]?[0-9])(?P<sep>[-/.])(?P<b>[0-3]?[0-9])(?P=sep)(?P<year>[12][0-9]{3}|[0-9]{2})(?![0-9])(?![./][0-9])",
        "date", _numeric,
    ),
    _row(rf"(?P<year>(?:19|20)[0-9]{{2}})[-/]{_MONTH}(?:[-/]{_DAY})?", "date", _named),
    _row(r"(?P<year>(?:19|20)[0-9]{2})[-\s](?P<letter>[QH])(?P<n>[1-4])(?![0-9])", "period", _quarter),
    _row(rf"{_DAY}(?:\s?[-–]\s?[0-3]?[0-9](?:st|nd|rd|th)?)?(?:\s(?:and|to|through)\s[0-3]?[0-9](?:st|nd|rd|th)?)?"
         rf"\.?(?:\s(?:of|de|di))?[\s/-]{{1,3}}(?:the\s)?{_MONTH}(?![a-z])(?:[\s,/-]{{1,3}}(?:of\s|de\s|del\s)?(?:{_YEAR}|['’](?P<yy>[0-9]{{2}})(?![0-9])))?", "date", _named),
    _row(
        r"(?P<hour>[0-2]?[0-9]):(?P<minute>[0-5][0-9])(?::[0-5][0-9])?(?:\.[0-9]{1,3})?(?![0-9:])"
        rf"\s?(?P<half>{_HALF_DAY})?{_ZONE}", "time", _clock,
    ),
    _row(rf"(?P<hour>[01]?[0-9])(?:\.?(?P<minute>[0-5][0-9]))?\s?(?P<half>{_HALF_DAY}){_ZONE}", "time", _clock),
    _row(r"[01]?[0-9](?:[:.][0-5][0-9])?(?:\s?[-–]\s?|\s(?:to|and|until|till)\s)[01]?[0-9](?:"
         rf"[:.][0-5][0-9]\s?{_HALF_DAY}|\s?{_HALF_DAY}|:[0-5][0-9](?![0-9]))", "time", _nothing),
    _row(r"(?P<hour>[01]?[0-9])(?P<minute>)(?P<half>)(?:\so['’]\s?clock\b|\s(?:noon|midnight)\b)", "time", _clock),
    _row(r"[0-5]?[0-9]\spast\s(?:[01]?[0-9]|[a-z]{3,6})\b(?:\so['’]clock)?", "time", _nothing),
    _row(rf"(?P<n>[1-4])(?P<letter>[QH])\s?(?:(?P<year>(?:20|19)[0-9]{{2}}|[0-9]{{2}})(?![0-9]))?(?![A-Za-z0-9])", "period", _quarter),
    _row(r"(?P<year>(?:1[5-9]|20)[0-9]{2})\s?[-–/]\s?(?P<next>(?:(?:1[5-9]|20)[0-9]{2}|[0-9]{2}))(?![0-9%]|[.,-][0-9])", "period", _two_years),
    _row(r"(?P<year>(?:19|20)[0-9]{2})-(?P<month>0?[1-9]|1[0-2])(?![0-9%.,-])", "date", _year_month),
    _row(r"(?:1[0-9]|20)[0-9]0['’]?s\b|['’]?[2-9]0s\b", "period", _nothing),
    _row(r"(?P<n>1st|2nd|3rd|4th)[\s-](?:fiscal\s)?(?P<what>quarter|half)\b(?:(?:\sof)?(?:\sfiscal)?\s(?P<year>(?:19|20)[0-9]{2})\b)?", "period", _worded_period),
)  # fmt: skip
_AT_MONTH: tuple[_Row, ...] = (
    _row(rf"{_MONTH},?[\s/-]{{1,2}}(?:the\s)?{_DAY}(?!\.?[0-9:%])(?:\s?(?:[-–]|to|and|through)\s?[0-3]?[0-9](?:st|nd|rd|th)?(?![0-9]))?(?:[\s,]{{1,3}}(?:of\s)?{_YEAR})?", "date", _named),
    _row(rf"{_MONTH}(?:,\s|\s(?:of\s|de\s)?|-){_YEAR}(?:-[0-3]?[0-9](?![0-9]))?", "date", _named),
    _row(rf"{_MONTH}(?:\sof)?\s?['’](?P<yy>[0-9]{{2}})(?![0-9])", "date", _named),
)  # fmt: skip
_AT_WORD: tuple[_Row, ...] = (
    _row(r"(?i:(?P<n>first|second|third|fourth))[\s-](?:fiscal[\s-])?(?i:(?P<what>quarter|half))\b(?:(?:\sof)?(?:\sfiscal)?\s(?P<year>(?:19|20)[0-9]{2})\b)", "period", _worded_period),
    _row(r"(?P<letter>[QH])(?P<n>[1-4])(?:[\s-]?(?:of\s)?(?:FY\s?)?['’]?(?P<year>(?:20|19)[0-9]{2}|[0-9]{2})(?![0-9%]|[.,][0-9]))?(?![A-Za-z0-9])", "period", _quarter),
    _row(r"(?:FY|CY)\s?['’]?(?P<year>(?:20|19)[0-9]{2}|[0-9]{2})(?![0-9])", "period", _fiscal),
    _row(r"(?i:fiscal)(?:[\s-](?i:year))?\s(?P<year>(?:19|20)[0-9]{2})(?![0-9])", "period", _fiscal),
)  # fmt: skip
_SLASHED = re.compile(r"(?P<a>[0-3]?[0-9])(?P<sep>/)(?P<b>[0-3]?[0-9])(?![0-9/.])")
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64})


def _first(rows: tuple[_Row, ...], text: str, start: int) -> Dated | None:
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
    return _first(_AT_DIGIT, text, start)


def at_month(text: str, start: int) -> Dated | None:
    """The date that begins with a month's name at an offset."""
    return _first(_AT_MONTH, text, start)


def at_word(text: str, start: int) -> Dated | None:
    """The period that begins with a word at an offset: "Q3 2024", "FY24", "third quarter of 2024"."""
    return _first(_AT_WORD, text, start)


def slashed(text: str, start: int, *, dated: bool) -> Dated | None:
    """ "9/24" as a date, where it is no everyday fraction or the word before it says so."""
    match = _SLASHED.match(text, start)
    if match is None:
        return None
    a, b = int(match["a"]), int(match["b"])
    if not dated and a < b and b in _DENOMINATORS:
        return None
    value = _numeric(match)
    return None if value is None else Dated(match.end(), "date", value)
