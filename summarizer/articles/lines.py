"""The lines of a text: what stands between line breaks, with hard-wrapped paragraphs put together.

A page dump has one block of the page on each line. A text that was wrapped at a fixed width (mail,
wire copy) has its paragraphs on several; `text_lines` gives such a paragraph as one line, whose
span then holds line breaks.
"""

from __future__ import annotations

from itertools import pairwise

from summarizer.quantities.types import Span

_BREAKS = (("\r\n", " \n"), ("\r", "\n"), ("\u2028", "\n"), ("\u2029", "\n"))
"""What breaks a line, and what of the same length is put for it."""
_NARROWEST, _WIDEST = 55, 110
"""The widths, in characters, at which people wrap text."""
_LONG_SHARE = 0.2
"""A wrapped text may have lines that were not wrapped, up to this share of its characters."""
_LOWER_SHARE = 0.4
"""Of the lines that go on in a wrapped text, at least this share begins with a small letter."""


def text_lines(text: str) -> list[Span]:
    """Give the lines of `text` that are not blank, trimmed, in order."""
    spans = _physical(text)
    joins = _joins(text, spans)
    lines: list[Span] = []
    for span, join in zip(spans, joins, strict=True):
        if join:
            lines[-1] = Span(lines[-1].start, span.end)
        elif span.start < span.end:
            lines.append(span)
    return lines


def physical_lines(text: str) -> list[Span]:
    """Give the lines of `text` that are not blank, trimmed, in order, none of them joined."""
    return [span for span in _physical(text) if span.start < span.end]


def _physical(text: str) -> list[Span]:
    """Every line, trimmed, the blank ones too."""
    for sign, same in _BREAKS:
        text = text.replace(sign, same)
    spans: list[Span] = []
    start = 0
    for line in text.split("\n"):
        bare = line.strip()
        end = start + len(line)
        if len(bare) == len(line):
            spans.append(Span(start, end))
        else:
            left = end - len(line.lstrip())
            spans.append(Span(left, left + len(bare)))
        start = end + 1
    return spans


def _joins(text: str, spans: list[Span]) -> list[bool]:
    """Whether each line goes on with the paragraph of the line before it.

    The width is that of the whole text: of a paragraph of two lines it could not be told.
    """
    none = [False] * len(spans)
    sizes = [end - start for start, end in spans]
    width = max((size for size in sizes if size <= _WIDEST), default=0)
    if width < _NARROWEST or sum(s for s in sizes if s > width) > _LONG_SHARE * sum(sizes):
        return none
    joins = [False, *(_goes_on(text, here, after, width) for here, after in pairwise(spans))]
    followers = [text[span.start] for span, join in zip(spans, joins, strict=True) if join]
    small = sum(sign.islower() for sign in followers)
    return joins if followers and small >= _LOWER_SHARE * len(followers) else none


def _goes_on(text: str, here: Span, after: Span, width: int) -> bool:
    """Whether the next line's first word would not have fitted: the mark of wrapped text."""
    if here.start == here.end or after.start == after.end:
        return False
    space = text.find(" ", after.start, after.end)
    first_word = (after.end if space < 0 else space) - after.start
    return here.end - here.start <= width < here.end - here.start + first_word + 4
