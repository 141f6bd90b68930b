"""Hours without minutes: "tonight at 8", "between 7 and 9 last night", "in the morning at 7"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities.late import late
from summarizer.quantities.masked import Masked
from summarizer.quantities.names import goes_on
from summarizer.quantities.nouns import counted
from summarizer.quantities.number_words import ONES

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

_HOUR = late(r"(?:[01]?[0-9]|2[0-4])(?:\.[0-5][0-9])?\Z")
_LEADS = frozenset(
    "at around by from between until till before after to and - , past about".split()
)
_DAY_PARTS = frozenset(
    "morning afternoon evening tonight night noon midnight yesterday tomorrow today o'clock "
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs "
    "fri sat sun".split()
)
_ZONES = frozenset("pst est cst mst gmt utc et pt cet bst".split())
_REACH = 5
# "alle 10.30", "gegen 10.30"
_AT = frozenset("alle dalle ore às as um gegen las vers".split())
# What people do at an hour.
_MEETING = frozenset("meet meeting leave leaving arrive arrives arrived depart departs".split())
_DAY_AND_MONTH = late(r"(?:0?[1-9]|[12][0-9]|3[01])\.(?:0?[1-9]|1[0-2]|[12][0-9]|3[01])\Z")
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def hour(tokens: Tokens, i: int) -> Masked | None:
    """The hour that token i states, where a part of a day or a weekday stands near."""
    if not _HOUR.match(tokens.words[i]) or (
        tokens.low(i + 1) in {"%", "-", "–"} and not tokens.digits(i + 2)
    ):
        return None
    before, after = tokens.low(i - 1), tokens.low(i + 1)
    at = tokens.language is not None and tokens.words[i - 1].lower() in _AT
    if at and "." in tokens.words[i] and not goes_on(tokens, i):
        return Masked(i, i + 1, "time")
    if before == "at" and not _MEETING.isdisjoint(tokens.lows[max(0, i - _REACH - 2) : i - 1]):
        # "meet me next month at 6", "leave at 6.45"
        open_end = after in {"", ".", ",", "?", "!", "with", "from", "for", "to", "on"}
        return Masked(i, i + 1, "time") if open_end else None
    if (after == "ish" and tokens.glued(i)) or (after in _ZONES and before in _LEADS):
        return Masked(i, i + 2, "time")
    if after == "," and tokens.low(i + 2) in {"tonight", "tomorrow"}:
        return Masked(i, i + 1, "time")
    if before not in _LEADS and before not in _DAY_PARTS:
        return None
    near = tokens.lows[max(0, i - _REACH) : i + _REACH]
    if _DAY_PARTS.isdisjoint(near) or goes_on(tokens, i) or counted(tokens, i + 1) is not None:
        return None
    if before in {"about", "by", "to", "from", ",", "and", "between"} and not _clocked(tokens, i):
        return None
    return Masked(i, i + 1, "time")


def day(tokens: Tokens, i: int) -> Masked | None:
    """The day that token i states: "on 5.12", "this Friday 7.6", "on the 17 from 2pm"."""
    word, before, after = tokens.words[i], tokens.low(i - 1), tokens.low(i + 1)
    if before == "the" and tokens.low(i - 2) == "on" and word.isdigit() and 0 < int(word[:3]) < 32:
        plain = after in {"from", "at", "until", "till"} and len(word) < 3
        return Masked(i, i + 1, "date") if plain else None
    if "." not in word or not (before == "on" or before in _WEEKDAYS):
        return None
    if not _DAY_AND_MONTH.match(word) or (tokens.glued(i) and after not in {".", ",", "?"}):
        return None
    if goes_on(tokens, i) or counted(tokens, i + 1) is not None:
        return None
    return Masked(i, i + 1, "date")


def past(tokens: Tokens, i: int) -> Masked | None:
    """ "ten past 9", "quarter past nine"."""
    clock = tokens.low(i + 2)
    if tokens.low(i + 1) == "past" and (clock in ONES or clock.isdigit()):
        return Masked(i, i + 3, "time")
    return None


def _clocked(tokens: Tokens, i: int) -> bool:
    """Whether a part of a day touches the number's phrase on either side."""
    near = tokens.lows[max(0, i - 4) : i] + tokens.lows[i + 1 : i + 5]
    return not (_DAY_PARTS - {"today"}).isdisjoint(near) and not any(
        w in {"rose", "fell", "%"} for w in near
    )
