"""The lines of a text: what stands between line breaks, with hard-wrapped paragraphs put together.

A page dump has one block of the page on each line. A text that was wrapped at a fixed width (mail,
wire copy) has its paragraphs on several; `text_lines` gives such a paragraph as one line, whose
span then holds line breaks.
"""

from __future__ import annotations

import re
from itertools import pairwise

from summarizer.quantities.types import Span

_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029]")
_NARROWEST, _WIDEST = 55, 110
"""The widths, in characters, at which people wrap text."""
_LOWER_SHARE = 0.4
"""Of the lines that go on in a wrapped text, at least this share begins with a small letter."""


def text_lines(text: str) -> list[Span]:
    """Give the lines of `text` that are not blank, trimmed, in order."""
    lines: list[Span] = []
    run: list[Span] = []
    for span in _physical(text):
        if span.start == span.end:
            lines += _unwrap(text, run)
            run = []
        else:
            run.append(span)
    return lines + _unwrap(text, run)


def physical_lines(text: str) -> list[Span]:
    """Give the lines of `text` that are not blank, trimmed, in order, none of them joined."""
    return [span for span in _physical(text) if span.start < span.end]


def _physical(text: str) -> list[Span]:
    spans: list[Span] = []
    start = 0
    for match in _BREAK.finditer(text):
        spans.append(_trim(text, start, match.start()))
        start = match.end()
    spans.append(_trim(text, start, len(text)))
    return spans


def _trim(text: str, start: int, end: int) -> Span:
    if start == end:
        return Span(start, end)
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return Span(start + left, start + left + len(piece.strip()))


def _unwrap(text: str, run: list[Span]) -> list[Span]:
    """Join the lines of a run without blank lines where it is wrapped at a fixed width."""
    if len(run) < 2:
        return run
    width = max(end - start for start, end in run)
    if not _NARROWEST <= width <= _WIDEST:
        return run
    joins = [_goes_on(text, here, after, width) for here, after in pairwise(run)]
    followers = [text[after.start] for after, join in zip(run[1:], joins, strict=True) if join]
    if not followers or sum(c.islower() for c in followers) < _LOWER_SHARE * len(followers):
        return run
    lines = [run[0]]
    for span, join in zip(run[1:], joins, strict=True):
        if join:
            lines[-1] = Span(lines[-1].start, span.end)
        else:
            lines.append(span)
    return lines


def _goes_on(text: str, here: Span, after: Span, width: int) -> bool:
    """Whether the next line's first word would not have fitted: the mark of wrapped text."""
    space = text.find(" ", after.start, after.end)
    first_word = (after.end if space < 0 else space) - after.start
    return here.end - here.start + 1 + first_word > width - 3
