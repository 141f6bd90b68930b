"""Cut spans out of a raw text and keep the map between what is left and what there was."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from summarizer.models import Article, Removed, Segment
from summarizer.quantities.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterable


_BLANK = "blank"
"""White space: it takes the reason of the cut beside it."""


class Cut(NamedTuple):
    """A span of the raw text to drop, and why."""

    start: int
    end: int
    reason: str


class Assembled(NamedTuple):
    """What is left of a raw text."""

    text: str
    removed: tuple[Removed, ...]
    segments: tuple[Segment, ...]


def assemble(raw: str, cuts: Iterable[Cut]) -> Assembled:
    """Drop `cuts` from `raw`.

    Args:
        raw: The text before cleaning.
        cuts: Spans in any order; where two overlap, the earlier one keeps its reason. White space
            at the ends of what is left goes with the cut beside it.
    """
    ordered = _merged(raw, cuts)
    pieces: list[str] = []
    segments: list[Segment] = []
    position = length = 0
    for cut in (*ordered, Cut(len(raw), len(raw), "")):
        if cut.start > position:
            pieces.append(raw[position : cut.start])
            segments.append(Segment(start=length, raw_start=position, length=cut.start - position))
            length += cut.start - position
        position = cut.end
    removed = tuple(Removed(start=c.start, end=c.end, reason=c.reason) for c in ordered)
    return Assembled("".join(pieces), removed, tuple(segments))


def _merged(raw: str, cuts: Iterable[Cut]) -> list[Cut]:
    """Put cuts in order, without overlaps, neighbours of one reason as one."""
    merged: list[Cut] = []
    for cut in sorted(cuts):
        start = max(cut.start, merged[-1].end) if merged else cut.start
        if start >= cut.end:
            continue
        last = merged[-1] if merged and merged[-1].end == start else None
        if last and _BLANK in (last.reason, cut.reason):
            reason = last.reason if cut.reason == _BLANK else cut.reason
            merged[-1] = Cut(last.start, cut.end, reason)
        elif last and last.reason == cut.reason:
            merged[-1] = Cut(last.start, cut.end, cut.reason)
        else:
            merged.append(Cut(start, cut.end, cut.reason))
    blank = [cut for cut in _blank_ends(raw, merged) if merged]
    return _merged(raw, [*merged, *blank]) if blank else merged


def _blank_ends(raw: str, cuts: list[Cut]) -> list[Cut]:
    """The white space at both ends of what is left."""
    edges = [0, *(edge for cut in cuts for edge in (cut.start, cut.end)), len(raw)]
    kept = [span for span in zip(edges[::2], edges[1::2], strict=True) if span[0] < span[1]]
    blank: list[Cut] = []
    for start, end in kept:
        text = start + len(raw[start:end]) - len(raw[start:end].lstrip())
        if text > start:
            blank.append(Cut(start, text, _BLANK))
        if text < end:
            break
    for start, end in reversed(kept):
        text = start + len(raw[start:end].rstrip())
        if text < end:
            blank.append(Cut(text, end, _BLANK))
        if text > start:
            break
    return blank


def to_raw(article: Article, start: int, end: int) -> Span | None:
    """Where a span of `article.text` stands in `article.raw`, both in code points.

    The raw span may hold parts that were cut, where the given span crosses them. None where the
    given span is empty or not inside the text.
    """
    if not 0 <= start < end <= len(article.text):
        return None
    first = article.segments[bisect_right(article.segments, start, key=_start) - 1]
    last = article.segments[bisect_right(article.segments, end - 1, key=_start) - 1]
    return Span(
        first.raw_start + start - first.start,
        last.raw_start + end - last.start,
    )


def _start(segment: Segment) -> int:
    return segment.start
