"""What a date, time or period that was matched says, in ISO 8601."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

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
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4} | {
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}


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


def named(match: re.Match[str]) -> str | None:
    """ "24 September 2025", "December 2021": a date with its month in letters."""
    groups = match.groupdict()
    year = groups.get("year") or _full_year(groups.get("yy"))
    return _iso(year, _month_number(match["month"]), groups.get("day"))


def year_month(match: re.Match[str]) -> str | None:
    """ "2015-3": a year and a month."""
    return _iso(match["year"], int(match["month"]), None)


def numeric(match: re.Match[str]) -> str | None:
    """ "9/24/2025" month first, unless the first part is no month; "24.9.2025" day first."""
    a, b = int(match["a"]), int(match["b"])
    month, day = (b, a) if a > 12 or match["sep"] == "." else (a, b)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return _iso(_full_year(match.groupdict().get("year")), month, str(day))


def year_first(match: re.Match[str]) -> str | None:
    """ "2025-09-24", "20250924"."""
    month, day = int(match["m"]), int(match["d"])
    return _iso(match["year"], month, str(day)) if 1 <= month <= 12 and 1 <= day <= 31 else None


def two_years(match: re.Match[str]) -> str | None:
    """ "2012-13" as the ISO 8601 interval "2012/2013"."""
    first, second = match["year"], match["next"]
    second = first[:2] + second if len(second) == 2 else second
    return f"{first}/{second}" if int(second) > int(first) else None


def nothing(_: re.Match[str]) -> str | None:
    """A form without a value."""
    return ""


def clock(match: re.Match[str]) -> str | None:
    """ "6:10 AM" as "06:10"."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return f"{hour:02d}:{minute:02d}" if hour < 25 and minute < 60 else None


def quarter(match: re.Match[str]) -> str | None:
    """ "Q3 2024" as "2024-Q3"."""
    number = match["n"].lower()
    letter = (match["letter"] or "q").upper()[0]
    return _period(_full_year(match["year"]), f"{letter}{ORDINALS.get(number, number)}")


def worded(match: re.Match[str]) -> str | None:
    """ "third quarter of 2024" as "2024-Q3"."""
    letter = {"quarter": "Q", "half": "H"}[match["what"].lower()]
    return _period(match["year"], f"{letter}{ORDINALS[match['n'].lower()]}")


def _period(year: str | None, part: str) -> str:
    return f"{year or '-'}-{part}"


def fiscal(match: re.Match[str]) -> str | None:
    """ "fiscal 2024" as "FY2024"."""
    return f"FY{_full_year(match['year'])}"
