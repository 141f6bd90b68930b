"""Very large texts, a part at a time: all lines at once take forty times the room of the text."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from summarizer.articles.assemble import Cut
from summarizer.articles.dump.cleaner import Dump, clean_dump
from summarizer.quantities.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

PART = 1_000_000
"""Characters that are judged together: some hundred articles."""


def clean_text(text: str) -> Dump:
    """Find the article in a text of any size, as `clean_dump`.

    Of a text of several parts the first headline, byline and date are the text's.
    """
    if len(text) <= PART:
        return clean_dump(text)
    parts = list(_parts(text))
    dumps = [dump for _, dump in parts]
    return Dump(
        cuts=tuple(
            Cut(cut.start + start, cut.end + start, cut.reason)
            for start, dump in parts
            for cut in dump.cuts
        ),
        uncertain=tuple(
            Span(span.start + start, span.end + start)
            for start, dump in parts
            for span in dump.uncertain
        ),
        title=next((dump.title for dump in dumps if dump.title), None),
        byline=next((dump.byline for dump in dumps if dump.byline), None),
        published=next((dump.published for dump in dumps if dump.published), None),
        lines=sum(dump.lines for dump in dumps),
        kept=sum(dump.kept for dump in dumps),
        reasons=tuple(chain.from_iterable(dump.reasons for dump in dumps)),
        said=sum(dump.said for dump in dumps),
    )


def _parts(text: str) -> Iterator[tuple[int, Dump]]:
    """Where each part starts, at the beginning of a line, and what was found in it."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + PART) + 1 or len(text)
        if not (part := text[start:end]).isspace():
            yield start, clean_dump(part)
        start = end
