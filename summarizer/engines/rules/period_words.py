"""Expressions of time in English: the words that can be a figure's period.

A closed grammar of years, quarters, halves, months, seasons, spans and days. What an expression
counts for is told apart here, by its words alone; which amount it goes with is for `periods`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

Sort = Literal["plain", "prior", "day", "since", "now"]
"""prior: what was before ("a year earlier"); day: one day; since: a time that something began."""

_NUMBER = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty"
    r"|twenty-four|thirty|forty|fifty)"
)
_FULL_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_MONTH = rf"(?:{_FULL_MONTH}|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
_YEAR = (
    r"(?:(?:the\ )?(?:fiscal|financial)\ (?:year\ )?|FY\ ?|calendar\ )?"
    r"(?:19|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?"
)
_UNIT = r"(?:year|quarter|month|week|half|season|decade)"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_DATE = (
    rf"(?:{_MONTH}\ \d{{1,2}}(?:st|nd|rd|th)?(?:,\ {_YEAR})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\ {_MONTH}(?:\ {_YEAR})?|{_MONTH}(?:,?\ (?:of\ )?{_YEAR})?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART = r"(?:first|second|third|fourth|final|last|latest|current|closing|opening)"
_YEARLY = r"(?:financial|fiscal|business|calendar|tax|trading|marketing|school)\ year"
_AGO = r"(?:earlier|ago|before|previously)"
_PERIOD = re.compile(
    rf"""\b(?:
      (?P<prior>
          the\ same\ (?:period|months|weeks|stage|time|day|{_NUMBER}\ months|{_UNIT})
            (?:\ (?:of\ |in\ )?(?:last\ {_UNIT}|the\ (?:year\ before|previous\ year)
            |(?:a|one)\ year\ (?:earlier|ago|before)|{_YEAR}))?
        | (?:the\ )?(?:comparable|corresponding)\ (?:period|quarter|{_UNIT})
            (?:\ (?:of\ |in\ )?(?:last\ {_UNIT}|a\ year\ earlier|{_YEAR}))?
        | (?:the\ )?year-(?:ago|earlier)\ (?:period|quarter|half|month)
        | (?:a|an|one|{_NUMBER})\ (?:{_UNIT}|day)s?\ {_AGO}
        | (?:the\ )?(?:previous|preceding|prior)\ (?:{_UNIT}|{_SEASON}|{_YEARLY})
        | the\ (?:{_UNIT}|{_SEASON}|day)\ (?:before|earlier)
      )
      | (?P<now>now|currently|at\ present|so\ far(?!\ this))
      | (?P<since>since\ (?:then\b|(?:late\ |early\ |the\ (?:start|end|beginning)\ of\ )?
          (?:{_DATE}|{_YEAR}|(?:the\ |last\ )?{_SEASON}(?:\ (?:of\ )?{_YEAR})?|last\ {_UNIT})))
      | (?:[Ss]o\ far\ )?[Tt]his\ (?:{_UNIT}|{_SEASON}|Christmas|{_YEARLY})(?:'s|’s)?
      | (?:the\ )?{_UNIT}\ to\ date
      | (?:over\ |in\ |within\ |during\ )?
        the\ (?:next|past|last|coming|following)\ (?:{_NUMBER}\ )?(?:{_UNIT}|month|day)s?
      | (?:over|within|for|in)\ (?:the\ (?:next\ |past\ |last\ |coming\ )?)?{_NUMBER}\ years
      | (?:by\ the\ end\ of\ |(?:early|late|mid)[-\ ])
        (?:this\ year|next\ year|the\ year|the\ decade|{_YEAR}|{_MONTH})
      | (?:the\ )?(?:end|start|beginning|turn|close)\ of\ (?:the\ |this\ |last\ |next\ )?
        (?:{_DATE}|{_YEAR}|{_UNIT})
      | year-?end|end-{_MONTH}
      | (?:[Ll]ast|[Nn]ext)\ (?:{_UNIT}|{_YEARLY}|{_MONTH}|{_SEASON}|{_WEEKDAY}|Christmas)
      | (?:its|their|the)\ (?:last|latest|current|past)\ {_YEARLY}
      | (?:the\ |its\ )?(?:{_PART}\ (?:fiscal\ )?(?:quarter|half)|{_PART}[-‑](?:quarter|half)
        |Q[1-4]|H[12]|{_FULL_MONTH}\ quarter)
        (?:\ of\ (?:the\ (?:year|{_YEAR})|last\ year|this\ year|{_YEAR}|{_YEARLY})
        |,?\ {_YEAR}|\ in\ {_YEAR})?
      | (?:the\ )?(?:{_NUMBER}[-\ ]months?|year|half[-\ ]year|half|quarter|month|week|season
        |{_YEARLY})\ (?:to|through|ended|ending|ended\ on|until)\ (?:the\ end\ of\ )?
        (?:{_DATE}|{_YEAR})
      | (?:the\ )?(?:first|last|final)\ {_NUMBER}\ (?:months|weeks)
        (?:\ of\ (?:the\ (?:year|season|{_YEARLY})|last\ year|this\ year|{_YEAR}))?
      | {_FULL_MONTH}(?:\ {_YEAR})?\ (?:to|and|through|[-–])\ {_FULL_MONTH}(?:\ {_YEAR})?
      | (?:the\ )?(?:\w+\ )?(?:Christmas|festive|holiday|Easter)
        \ (?:weeks|quarter|period|season|trading)
      | (?:by|until|through)\ (?:{_MONTH}\ )?{_YEAR}
      | {_YEAR}\ (?:and|to)\ {_YEAR}
      | in\ a\ single\ day
      | (?:early\ |late\ )?{_WEEKDAY}(?:\ (?:night|morning|evening|afternoon))?(?!\ to\ )
      | (?P<date>{_DATE})
      | (?:the\ )?{_SEASON}\ (?:of\ )?{_YEAR}
      | {_YEAR}
      | \d{{1,2}}/\d{{1,2}}(?:/\d\d(?:\d\d)?)?
      | today|yesterday|overnight|(?:this\ morning|last\ night|early\ trading)
      | (?:full|half)[-‑\ ]year(?=\ )|(?:the\ )?(?:full|whole)\ year|the\ year\ as\ a\ whole
      | the\ (?:year|half|quarter)(?=['’]s)
      | for\ the\ (?:year|half|quarter|month|season)
        (?!\ (?:to|ended|ending|through|until|as|before|of|after)\b)(?![-\w])
      | by\ the\ (?:second|third|fourth|fifth|first)\ year
    )(?![\w%])""",
    re.VERBOSE,
)
_FROM = re.compile(
    r"\b(?:since|from|of|than(?: (?:in|at|for|during))?|after|before|pledged in|as early as)\s+$"
)
_OPEN_RANGE = re.compile(r"\b(?:from|between)\s+$")
_SINCE_IN = re.compile(
    r"\bsince (?:the |its |it |they )[\w ’'-]{1,40}\b(?:in|of)\s+$", re.IGNORECASE
)
"""Read "since the bridge opened in 1998" as since 1998."""
_TWO_ENDS = re.compile(r"\s(?:and|to|through)\s|[-–]")
_SUPERLATIVE = re.compile(
    r"\b(?:least|most|best|worst|first|last|only|\w{3,}est)\b[^.;]{0,40}$", re.IGNORECASE
)
_DAY = re.compile(
    rf"day(?: (?:night|morning|evening|afternoon))?$|today|yesterday|overnight|this\ morning"
    rf"|last\ night|early\ trading|^\d{{1,2}}/|^{_MONTH} \d{{1,2}}\b|^\d{{1,2}}(?:st|nd|rd|th)? "
    rf"{_MONTH}"
)
_AS_OF = re.compile(r"\b(?:at|as of|to|until|by|ended|ending|through)\s+(?:the end of )?$")
_TIMES = re.compile(
    r"\d{2}|day|year|quarter|half|month|week|season|spring|summer|autumn|fall|winter|now|since"
    r"|currently|present|so far|today|overnight|morning|night|trading|date|H[12]|Q[1-4]|decade"
    r"|period|[Cc]hristmas|festive|Easter|stage|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
)
"""One of these stands in every expression; looking for them costs less."""
_LEAD = re.compile(r"^(?:for|in|at|during) (?=the (?:year|half|quarter|month|season)\b)")


class Expression(NamedTuple):
    """An expression of time: where it stands in its text, its sort, and its words as a period."""

    start: int
    end: int
    sort: Sort
    text: str


@lru_cache(maxsize=64)
def expressions(text: str) -> tuple[Expression, ...]:
    """The expressions of time of a sentence, in order.

    A time that something is counted from ("the most since 2021", "from 2019") is left out, unless
    its other end is told as well ("from 2019 to 2024").
    """
    if not _TIMES.search(text):
        return ()
    found: list[Expression] = []
    for match in _PERIOD.finditer(text):
        before = text[max(0, match.start() - 60) : match.start()]
        words = _LEAD.sub("", match.group())
        sort = _sort(match, before, words)
        if sort == "since" and not match["since"]:
            words = f"since {words}"
        if sort is not None:
            found.append(Expression(match.start(), match.end(), sort, _told(words, before)))
    return tuple(found)


def _sort(match: re.Match[str], before: str, words: str) -> Sort | None:
    if match["since"]:
        return None if _SUPERLATIVE.search(before) else "since"
    owned = before.endswith("of ") and words.startswith(("its ", "their ", "last ", "this "))
    if (
        not owned
        and _FROM.search(before)
        and not (_OPEN_RANGE.search(before) and _TWO_ENDS.search(words))
    ):
        return None
    if match["prior"]:
        return "prior"
    if match["now"]:
        return "now"
    if _SINCE_IN.search(before):
        return "since"
    if _DAY.search(words) and not _AS_OF.search(before) and not _TWO_ENDS.search(words):
        return "day"
    return "plain"


def _told(words: str, before: str) -> str:
    """The words of a period: "between 2011 and 2019" is "2011 to 2019"."""
    if _OPEN_RANGE.search(before):
        return re.sub(r" (?:and|through) ", " to ", words, count=1)
    return words.removesuffix("'s").removesuffix("’s")
