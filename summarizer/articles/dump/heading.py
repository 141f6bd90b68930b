"""The headline, byline and date of a dump: the lines around the beginning of its article."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarizer.articles.dates import find_published

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from summarizer.articles.dump.features import Shape

_SITE = re.compile(r"\s+[|–—·•»]\s+[^|–—·•»]{1,40}$|\s+-\s+[^-]{1,40}$")
_BY = re.compile(r"(?:[Bb]y|BY|[Ww]ritten by|Von|Par|Por|Author(?:s)?:?)\s*:?\s+")
_NAME = r"[^\W\d_a-zß-öø-ÿ][\w.’'-]*"
_NAMES = re.compile(
    rf"{_NAME}(?:\s+(?:{_NAME}|de|van|von|der|den|da|di|al|el|bin|le|la)){{1,4}}"
    rf"(?:(?:,\s*|\s+(?:and|&|und|et|y)\s+|,\s*and\s+){_NAME}(?:\s+(?:{_NAME}|de|van|von|der|da)){{1,4}}){{0,5}}"
)
_NOT_NAMES = re.compile(
    r"\b(?:news|story|read|more|share|photo|image|the|latest|world|business|market|stock|top|follow"
    r"|staff|editor|reporter|getty|reuters|press|subscribe|sign|menu|home|about|privacy|policy|us)\b",
    re.IGNORECASE,
)
_TOLD_KEYS, _ECHOED, _FOREIGN, _TOP_SHARE = 4, 0.7, 0.5, 0.25
_BULLET = 4
"""How lines begin that begin with a list's sign."""
_REACH = 12
"""Lines above the article, and two below its start, in which byline and date are looked for."""


@dataclass(slots=True)
class Heading:
    """What was found, with the numbers of the lines that say it."""

    title: str | None = None
    byline: str | None = None
    published: datetime | date | None = None
    roles: dict[int, str] = field(default_factory=dict)
    """Line number to "title", "byline" or "date"."""


def find_heading(lines: Sequence[str], shapes: Sequence[Shape], kept: Sequence[bool]) -> Heading:
    """Find what stands above the article whose lines are `kept`."""
    heading = Heading()
    first = next((i for i, keep in enumerate(kept) if keep), 0)
    _find_title(heading, lines, shapes, kept, first)
    title = max((i for i, role in heading.roles.items() if role == "title"), default=0)
    low = title if first - title < 2 * _REACH else max(0, first - _REACH)
    for i in range(low, min(first + 3, len(lines))):
        if kept[i] or i in heading.roles:
            continue
        line = lines[i]
        if heading.published is None and (found := find_published(line[:200])):
            heading.published = found
            heading.roles[i] = "date"
        if heading.byline is None and (name := byline_of(line)):
            heading.byline = name
            heading.roles.setdefault(i, "byline")
    return heading


def headline_start(shapes: Sequence[Shape]) -> int:
    """The line where the article's headline stands, if what is above is about something else.

    A headline's words come back in the article; those of a promotion on top of it do not. A page
    whose first line, its title, has words of the running text has no promotion on top.

    Returns:
        How many lines at the top are foreign, the headline included; 0 where there is no such line.
    """
    size = len(shapes)
    if not size or _names_article(shapes):
        return 0
    reach = max(0, size - 2)
    total = sum(shape.words for shape in shapes)
    after: Counter[str] = Counter(word for shape in shapes if shape.running for word in shape.keys)
    above = 0
    foreign = 0.0
    for i, shape in enumerate(shapes[:reach]):
        if above >= _TOP_SHARE * total:
            break
        if shape.running:
            after.subtract(shape.keys)
        told = len(shape.keys) >= _TOLD_KEYS and not shape.running and shape.end == 0
        echo = _echo(shape.keys, after)
        if i and told and shape.words < 30 and foreign >= 0.5 * above and echo >= _ECHOED:
            return i + 1 if above else 0
        above += shape.words
        foreign += shape.words * (echo < _FOREIGN)
    return 0


def _names_article(shapes: Sequence[Shape]) -> bool:
    """Whether the words of the first line come back in the running text."""
    wanted = shapes[0].keys
    missing = set(wanted)
    for shape in shapes:
        if shape.running:
            missing -= shape.keys
    return len(wanted) - len(missing) >= max(1, _FOREIGN * len(wanted))


def _echo(keys: frozenset[str], after: Counter[str]) -> float:
    """The share of a line's longer words that come back in the running text behind it."""
    return sum([after[word] > 0 for word in keys]) / (len(keys) or 1)


def _find_title(
    heading: Heading,
    lines: Sequence[str],
    shapes: Sequence[Shape],
    kept: Sequence[bool],
    first: int,
) -> None:
    """The page's own title (its first line) where it names the article, else the line above it."""
    if not lines:
        return
    body = frozenset[str]().union(
        *(shape.keys for shape, keep in zip(shapes, kept, strict=True) if keep)
    )
    page = shapes[0].keys
    about = len(page & body) / (len(page) or 1)
    repeats = [
        i
        for i in range(1, min(first + 1, len(lines)))
        if not kept[i]
        and page
        and len(shapes[i].keys & page) >= max(1, 0.6 * len(shapes[i].keys))
        and len(shapes[i].keys & page) >= 0.5 * len(page)
        and shapes[i].words < 40
    ]
    if repeats and about >= 0.2:
        best = repeats[-1]
        heading.title = lines[best]
        heading.roles.update({i: "title" for i in repeats if lines[i] == lines[best]})
        if not kept[0]:
            heading.roles[0] = "title"
    elif not kept[0] and about >= 0.4 and 2 < shapes[0].words < 40 and not shapes[0].kind:
        heading.title = _SITE.sub("", lines[0])
        heading.roles[0] = "title"
    else:
        above = _above(shapes, body, first)
        if above is not None:
            heading.title = lines[above]
            heading.roles[above] = "title"


def _above(shapes: Sequence[Shape], body: frozenset[str], first: int) -> int | None:
    """The line above the article whose words are most the article's, the nearest of equals."""
    best, most = None, 0.0
    for i in range(first - 1, max(-1, first - 2 * _REACH), -1):
        shape = shapes[i]
        shared = len(shape.keys & body) / (len(shape.keys) + 1)
        fits = 3 < shape.words < 30 and not (
            shape.running or shape.kind or shape.beginning == _BULLET
        )
        if fits and shared >= 0.45 and shared > most:
            best, most = i, shared
    return best


def byline_of(line: str) -> str | None:
    """The name or names in a byline; None where the line is none."""
    if len(line) > 120:
        return None
    by = _BY.match(line)
    names = _NAMES.match(line, by.end() if by else 0)
    if names is None or _NOT_NAMES.search(names.group()):
        return None
    if by is None and names.end() != len(line):
        return None
    return names.group()
