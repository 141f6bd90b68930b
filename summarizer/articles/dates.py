"""When an article says that it was published: dates in words and figures, clock times, zones.

Only what is written is used: a date without a year is no date here, and of "03/04/2025" it cannot
be known which is the month, so that it is left alone unless one part is over 12.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

from summarizer.quantities.late import late

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier enero gennaio janeiro januari jänner ene",
            "feb february februar février febrero febbraio fevereiro fév",
            "mar march märz mars marzo março mär maart mrz",
            "apr april avril abril aprile avr abr",
            "may mai mayo maggio maio mei",
            "jun june juni juin junio giugno junho",
            "jul july juli juillet julio luglio julho juil",
            "aug august août agosto ago augustus",
            "sep sept september septembre septiembre settembre setembro set",
            "oct october oktober octobre octubre ottobre outubro okt out",
            "nov november novembre noviembre",
            "dec december dezember décembre diciembre dicembre dezembro dez déc dic",
        ),
        start=1,
    )
    for name in names.split()
}
_HOURS = {
    "utc": 0, "gmt": 0, "z": 0, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3,
    "est": -5, "edt": -4, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "et": None,
    "hkt": 8, "sgt": 8, "jst": 9, "kst": 9, "aest": 10, "aedt": 11,
}  # fmt: skip
"""Hours from UTC of the zone names that mean one thing in news; "CST" and "IST" mean several."""
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DATES = (
    late(r"\b(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)"),
    late(
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b",
        re.IGNORECASE,
    ),
    late(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.|er|º)?[\s-]+(?:de\s+|of\s+)?{_MONTH}"
        r"[\s,-]+(?:de\s+)?(?P<year>(?:19|20)\d\d)\b",
        re.IGNORECASE,
    ),
    late(
        r"(?P<year>(?:19|20)\d\d)\s?[年년]\s?(?P<number>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]"
    ),
    late(r"\b(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.(?P<year>(?:19|20)\d\d)\b"),
    late(r"\b(?P<year>(?:19|20)\d\d)[/.](?P<number>\d{1,2})[/.](?P<day>\d{1,2})\b"),
    late(r"\b(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>(?:19|20)\d\d)\b"),
)
_CLOCK = late(
    r"[\sT,(|•·–-]{1,4}(?:at\s+|um\s+|à\s+|a las\s+|kl\.?\s+)?"
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d))(?::(?P<second>\d\d)(?:\.\d+)?)?"
    r"\s?(?P<half>[ap]\.?m\b\.?)?\s?(?P<zone>Z\b|(?:(?:GMT|UTC)\s?)?[+-]\d{1,2}(?::?\d\d)?\b|\(?[A-Z]{1,4}\b)?",
    re.IGNORECASE,
)


def find_published(text: str) -> datetime | date | None:
    """The first full date in `text`, with its time where one follows it.

    Returns:
        A date where no time is named; a UTC time where a zone is named; else a time without zone.
    """
    found = [match for pattern in _DATES if (match := pattern.search(text))]
    for match in sorted(found, key=lambda match: match.start()):
        day = _day(match)
        if day is not None:
            return _with_time(day, _CLOCK.match(text, match.end()))
    return None


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    if parts.get("first"):
        first, second = int(parts["first"]), int(parts["second"])
        if (first > 12) == (second > 12):
            return None
        month, day = (second, first) if first > 12 else (first, second)
    else:
        month = int(parts["number"]) if parts.get("number") else _MONTHS[parts["month"].lower()]
        day = int(parts["day"])
    try:
        return date(int(parts["year"]), month, day)
    except ValueError:
        return None


def _with_time(day: date, clock: re.Match[str] | None) -> datetime | date:
    if clock is None:
        return day
    hour, minute = int(clock["hour"]), int(clock["minute"])
    half = (clock["half"] or "").lower()[:1]
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59:
        return day
    second = int(clock["second"] or 0) % 60
    # A time without a zone stays without one: to guess it would be to make it up.
    time = datetime(day.year, day.month, day.day, hour, minute, second)  # noqa: DTZ001
    zone = _zone(clock["zone"])
    try:
        return time.replace(tzinfo=zone).astimezone(UTC) if zone else time
    except OverflowError:
        return day


def _hours_minutes(digits: str) -> tuple[int, int]:
    """Read the offset of a zone: "2", "02", "0230" or "02:30"."""
    digits = digits.replace(":", "")
    return (int(digits), 0) if len(digits) < 3 else (int(digits[:-2]), int(digits[-2:]))


def _zone(name: str | None) -> timezone | None:
    if not name:
        return None
    sign = max(name.find("+"), name.find("-"))
    if sign >= 0:
        hours, minutes = _hours_minutes(name[sign + 1 :])
        if hours > 14 or minutes > 59:
            return None
        offset = timedelta(hours=hours, minutes=minutes)
        return timezone(-offset if name[sign] == "-" else offset)
    known = _HOURS.get(name.strip("(").lower())
    return None if known is None else timezone(timedelta(hours=known))
