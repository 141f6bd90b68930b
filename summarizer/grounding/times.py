"""When an amount holds: the years, quarters, halves and months that stand with it."""

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.grounding.remembering import of_short_texts

MONTHS = (
    "january february march april may june july august september october november december".split()
)
_TIME = re.compile(
    r"\b(?:(?P<year>(?:19|20)\d\d)"
    r"|(?P<quarter>(?:first|second|third|fourth|final)[- ](?:fiscal )?quarter|Q[1-4])"
    r"|(?P<half>(?:first|second)[- ]half|H[12])"
    r"|(?P<month>January|February|March|April|(?-i:May)|June|July|August|September|October"
    r"|November|December)(?!\s+\d{1,2}\b)"
    r"|(?P<next>next (?:year|quarter|month))"
    r"|(?P<this>this (?:year|quarter|month))"
    r"|(?P<last>last (?:year|quarter|month))"
    r"|(?P<prior>(?:a|one) (?:year|quarter|month) (?:earlier|ago|before)"
    r"|(?:the )?(?:previous|prior|preceding) (?:year|quarter|month)|the year before"
    r"|the same (?:period|quarter|month) (?:of )?(?:last year|a year (?:earlier|ago)))"
    r")\b",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:from|since|over|than|than in|as in|as many as in|as much as in|against"
    r"|compared (?:with|to)(?: in)?)\s(?:the\s)?(?:\w+ (?:quarter|half|months) of\s)?$"
    r"|\b(?:sum|level|total|number|figure) of the same \w+ of\s$",
    re.IGNORECASE,
)
_BEFORE = 150
"""Characters that the longest of these words take."""
_YEAR = re.compile(r"[12](?<!\w[12])(?:(?<=1)9|(?<=2)0)\d\d\b")
_UNTIL = re.compile(r"\s*(?:to|until|through|-|–)\s*\w")
"""What a change is counted from is not when it holds."""
_PRIOR = re.compile(
    r"\b(?:had (?:been|stood|totalled)|used to be|previously|formerly|once (?:had|was))\b",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:now|currently|this (?:year|quarter|month))\b|\bis\b", re.IGNORECASE)
_CONTRAST = re.compile(
    r"\b(?:from|against|compared (?:with|to)|versus|after(?!\s\w+ing\b))\s+(?:\w+\s+){0,4}$",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"^\W*(?:to|or|and|\()?\W*(?:about |nearly |more than |less than |a |an )?"
    r"[$€£¥]?\d[\d.,]*\s?(?:%|per cent|percentage points|points|basis points|million|billion"
    r"|trillion|bn|m)?\b\)?",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"[,;:()—–]|(?<![A-Z])\.\s"
    r"|\b(?:and(?! (?:19|20)\d\d)|but|while|whereas|against|compared|versus|because)\b"
    r"|\bfrom (?=[$€£¥]\d)"
)
_ORDER = {"first": "1", "second": "2", "third": "3", "fourth": "4", "final": "4"}


class Times(NamedTuple):
    """When something holds; empty and None are unknown.

    Attributes:
        parts: Pairs of a unit (year, quarter, half, month) and which one it is.
        relative: Words such as "last year", by what they point at: next, this, last.
        prior: Whether it is told as what was before: "a year earlier", the old level of a change.
    """

    parts: frozenset[tuple[str, str]]
    relative: frozenset[str]
    prior: bool | None

    def of(self, unit: str) -> frozenset[str]:
        """The years, or the quarters, that are known."""
        return frozenset(value for name, value in self.parts if name == unit)


@of_short_texts
def times_in(text: str) -> Times:
    """Every time that a text names."""
    parts: set[tuple[str, str]] = set()
    relative: set[str] = set()
    prior: bool | None = None
    for match in _TIME.finditer(text):
        if _is_since(text, match.start()) and not _UNTIL.match(text, match.end()):
            continue
        unit, value = str(match.lastgroup), match.group().lower()
        if unit == "prior":
            prior = True
        elif unit in ("next", "this", "last"):
            relative.add(value)
        elif unit in ("quarter", "half"):
            word = re.split(r"[- ]", value)[0]
            parts.add((unit, _ORDER.get(word, value[-1])))
        else:
            parts.add((unit, value))
    if _PRIOR.search(text):
        prior = True
    return Times(frozenset(parts), frozenset(relative), prior)


@of_short_texts
def compared_years(text: str) -> frozenset[str]:
    """The years that a text only compares with: "three times as many as in 2023"."""
    return frozenset(m.group() for m in _YEAR.finditer(text) if _is_since(text, m.start()))


def _is_since(text: str, at: int) -> bool:
    """Whether words right before a time say that something is only counted from it."""
    return _SINCE.search(text, max(at - _BEFORE, 0), at) is not None


def times_of(left: str, right: str, tail: str, shared: str, *, old: bool) -> Times:
    """When an amount holds, by the words shared out to it.

    What follows it in its clause wins, also behind the next amount of the same statement ("14% to
    $2 billion in 2024"); then what stands before it; then what it shares with the one before.

    Args:
        left: Its words before it.
        right: What follows it, up to the next amount.
        tail: All that follows in the sentence.
        shared: The words that it shares with the amount before it.
        old: Whether it is the old level of a change.
    """
    stop = _STOP.search(right)
    following = right[: stop.start()] if stop else right
    if link := _LINK.match(tail):
        rest = tail[link.end() :]
        stop = _STOP.search(rest)
        following = rest[: stop.start()] if stop else rest
    after, before = times_in(following), times_in(left)
    found = after if after.parts or after.relative or after.prior else before
    later = _STOP.split(tail, maxsplit=1)[0]
    if found is before and times_in(later).parts:
        found = before._replace(parts=frozenset())  # either may be its time
    if not (found.parts or found.relative or found.prior or old or _CONTRAST.search(left)):
        found = times_in(shared)
    set_against = bool(_CONTRAST.search(left)) and bool(found.parts or found.relative)
    prior: bool | None = found.prior or before.prior or old or set_against or None
    if not prior and _NOW.search(left) and "now" in left.lower():
        prior = False
    return Times(found.parts, found.relative, prior)
