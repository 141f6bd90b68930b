"""When a figure holds: the date expression of its clause or sentence, in the article's words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.engines.rules.clauses import Clause
    from summarizer.engines.rules.phrases import Grammar

_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_YEAR = r"(?:fiscal (?:year )?|financial year |FY)?(?:19|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?"
_UNIT = r"(?:year|quarter|month|week|half|season|decade)"
_DATE = (
    rf"(?:{_MONTH} \d{{1,2}}(?:, {_YEAR})?|\d{{1,2}} {_MONTH}(?: {_YEAR})?|{_MONTH}(?: {_YEAR})?)"
)
_PART = r"(?:first|second|third|fourth|final|last|latest|current)"
_PERIOD = re.compile(
    rf"""\b(?:
      (?P<relative>
          the\ same\ (?:period|{_UNIT})\ (?:of\ )?(?:last\ year|a\ year\ (?:earlier|ago)|{_YEAR})
        | (?:a|one)\ (?:{_UNIT})\ (?:earlier|ago|before)
        | (?:the\ )?(?:previous|preceding|prior)\ {_UNIT}
        | the\ {_UNIT}\ before
      )
      | (?:[Ss]o\ far\ )?[Tt]his\ (?:{_UNIT})(?:'s)?
      | (?:the\ )?{_UNIT}\ to\ date
      | (?:over\ |in\ |within\ |during\ )?the\ (?:next|past|last|coming)\ (?:{_NUMBER}\ )?{_UNIT}s?
      | (?:by\ the\ end\ of\ |(?:early|late|mid)[-\ ])
        (?:this\ year|next\ year|the\ year|{_YEAR}|{_MONTH})
      | (?:[Ll]ast|[Nn]ext)\ (?:{_UNIT}|{_MONTH}|Monday|Tuesday|Wednesday|Thursday|Friday)
      | (?:the\ )?(?:{_PART}\ (?:fiscal\ )?(?:quarter|half)|{_PART}[-‑](?:quarter|half)
        |Q[1-4]|H[12])
        (?:\ of\ (?:the\ (?:year|{_YEAR})|last\ year|this\ year|{_YEAR})|\ {_YEAR})?
      | (?:the\ )?(?:first\ )?{_NUMBER}\ months\ (?:to|through|ended|ending|of)\ (?:the\ end\ of\ )?
        (?:{_DATE}|{_YEAR}|the\ year)
      | the\ (?:year|quarter|month|week)\ (?:to|through|ended|ending)\ (?:{_DATE}|{_YEAR})
      | (?:by|until|through)\ {_YEAR}
      | (?:between|from)\ {_YEAR}\ (?:and|to)\ {_YEAR}
      | (?:over|within)\ (?:the\ next\ )?{_NUMBER}\ years
      | in\ a\ single\ day
      | (?:early\ |late\ )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day
      | {_DATE}
      | {_YEAR}
      | \d{{1,2}}/\d{{1,2}}(?:/\d\d(?:\d\d)?)?
      | today|yesterday|overnight
      | full[-\ ]year(?=\ )
    )(?![\w%])""",
    re.VERBOSE,
)
_SINCE = re.compile(
    r"\b(?:since|from|of|than(?: (?:in|at|for|during))?|after|before|pledged in|as early as)\s+$"
)


_DAY = re.compile(
    rf"day$|today|yesterday|overnight|^\d{{1,2}}/|{_MONTH} \d{{1,2}}(?:, |$)|^\d{{1,2}} {_MONTH}"
)
_AS_OF = re.compile(r"\b(?:at|as of|to|until|by|ended|ending|through)\s+(?:the end of )?$")


_APPOSITION = re.compile(r", (?:its|their|the|a|an)\b")


class _Found(NamedTuple):
    start: int
    end: int
    relative: bool
    day: bool
    text: str


def read_period(grammar: Grammar, index: int, clause: Clause, *, daily: bool) -> str | None:
    """The date expression that the mention at token `index` stands with; None when there is none.

    An expression right after the mention wins, then one before it in the clause, then one of the
    sentence. "A year earlier" belongs to the amount that it follows and to no other; a single day
    counts for what is measured by the day (`daily`), else it is when the thing was said.
    """
    sentence = grammar.sentence
    mention = sentence.mentions[index]
    start, end = mention.start - sentence.start, mention.end - sentence.start
    others = [
        (m.start - sentence.start, m.end - sentence.start)
        for i, m in sentence.mentions.items()
        if i != index and m.quantity.kind not in {"duration", "ordinal", "age"}
    ]
    found = [
        f
        for f in _expressions(sentence.text)
        if (f.end <= start or f.start >= end) and (daily or not f.day)
    ]
    if not found:
        return None
    found = [f for f in found if not _aside(grammar, index, f)]
    if not found:
        return None
    low = sentence.tokens[clause.start].start - sentence.start
    high = sentence.tokens[clause.end - 1].end - sentence.start
    tail = _APPOSITION.search(sentence.text, end, high)
    high = tail.start() if tail else high
    after = [f for f in found if end <= f.start <= high]
    if after and not _parted(others, end, after[0].start):
        return after[0].text
    plain = [f for f in found if not f.relative]
    end = _chained(sentence.text, others, end)
    shared = [f for f in plain if end <= f.start <= high]
    if shared and not _parted(others, end, shared[0].start):
        return shared[0].text
    before = [
        f
        for f in plain
        if low <= f.start and f.end <= start and " and " not in sentence.text[f.end : start]
    ]
    if before:
        return before[-1].text
    # What opens the sentence frames all of it.
    leading = [f for f in plain if f.end <= start and len(sentence.text[: f.start].split()) <= 3]
    return leading[0].text if leading else None


def _aside(grammar: Grammar, index: int, found: _Found) -> bool:
    """Whether an expression stands in an aside that the mention is not in."""
    tokens, start = grammar.tokens, grammar.sentence.start
    return any(
        opener < closer
        and not opener < index < closer
        and tokens[opener].start - start <= found.start < tokens[closer].start - start
        for opener, closer in grammar.sentence.pairs.items()
    )


def _chained(text: str, others: Sequence[tuple[int, int]], end: int) -> int:
    """Where a run of amounts ends: "0.4% to 6,712.30 on Thursday" is one statement."""
    for first, last in sorted(others):
        if end <= first and text[end:first].strip(" ,") in {"to", "or", "and", "from", "at", ""}:
            end = last
    return end


@lru_cache(maxsize=64)
def _expressions(text: str) -> tuple[_Found, ...]:
    """The date expressions of a text; "since 2021" says how long and is left out."""
    return tuple(
        _Found(
            m.start(),
            m.end(),
            m["relative"] is not None,
            _DAY.search(m.group()) is not None and not _AS_OF.search(text, 0, m.start()),
            m.group(),
        )
        for m in _PERIOD.finditer(text)
        if not _SINCE.search(text, max(0, m.start() - 16), m.start())
    )


def _parted(others: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether another mention stands between the two offsets."""
    return any(start <= first and last <= end for first, last in others)
