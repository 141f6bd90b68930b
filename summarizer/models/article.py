"""Articles: cleaned documents."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, datetime
from sys import maxsize

from pydantic import Field

from summarizer.models.base import Model, Output
from summarizer.quantities.types import Span


class Removed(Model):
    """A span of the raw text that is not the article's, with the reason it was cut."""

    start: int
    """Offset into the raw text, in code points."""
    end: int
    reason: str
    """What it is: navigation, ticker, promotion, most_read, caption, byline, …."""


class Segment(Model):
    """A run of the cleaned text that stands unchanged in the raw text."""

    start: int
    """Offset in the cleaned text."""
    raw_start: int
    """Offset of the same code point in the raw text."""
    length: int


class Article(Output):
    """A cleaned document. All offsets of figures and quotes are into `text`."""

    id: str
    source: str
    """Where it came from: a path, a URL, "-" for standard input, "text" for a string."""
    title: str | None = None
    byline: str | None = None
    published: datetime | date | None = None
    """As the page claims it; a date where it names no time, else UTC where it names a zone."""
    site: str | None = None
    language: str | None = None
    """ISO 639-1, as declared or as guessed from the words."""
    text: str
    removed: tuple[Removed, ...] = ()
    raw_chars: int
    """Length of the raw text: for HTML, of the page's visible text."""
    clean_chars: int
    encoding: str | None = None
    """How the bytes were decoded; null where text came in."""
    warnings: tuple[str, ...] = ()
    """What a reader should know: a guessed encoding, a paywall stub, uncertain lines."""

    raw: str = Field(default="", exclude=True, repr=False)
    """The text before cleaning, which `removed` and `segments` refer to."""
    segments: tuple[Segment, ...] = Field(default=(), exclude=True, repr=False)
    """The map between cleaned and raw text, in order."""
    sentences: tuple[Span, ...] = Field(default=(), exclude=True, repr=False)
    """The sentences of `text`, in order; sentence 1 is the first."""
    uncertain: tuple[Span, ...] = Field(default=(), exclude=True, repr=False)
    """Parts of `text` that were kept because they hold a figure but may not be the article's."""

    def sentence(self, number: int) -> str:
        """The words of sentence `number`, counted from 1.

        Raises:
            IndexError: there is no such sentence.
        """
        if number < 1:
            raise IndexError(number)
        start, end = self.sentences[number - 1]
        return self.text[start:end]

    def sentence_at(self, offset: int) -> int | None:
        """The number of the sentence that holds the code point at `offset`, else None."""
        # A span is a tuple: one that begins at `offset` comes before this one.
        index = bisect_right(self.sentences, (offset, maxsize)) - 1
        if index >= 0 and offset < self.sentences[index].end:
            return index + 1
        return None
