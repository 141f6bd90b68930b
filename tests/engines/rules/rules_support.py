"""Articles for the tests, from bare text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.articles import split_sentences
from summarizer.models import Article, Removed

if TYPE_CHECKING:
    from summarizer.quantities import Span


def article(
    text: str,
    title: str | None = None,
    *,
    language: str | None = "en",
    after: str = "",
    uncertain: tuple[Span, ...] = (),
) -> Article:
    """An article with `text` as its body and `after` as a part that was removed behind it."""
    raw = f"{text}\n{after}"
    removed = (Removed(start=len(text) + 1, end=len(raw), reason="most_read"),) if after else ()
    return Article(
        id="test",
        source="text",
        title=title,
        language=language,
        text=text,
        raw=raw,
        raw_chars=len(raw),
        clean_chars=len(text),
        removed=removed,
        sentences=split_sentences(text, language),
        uncertain=uncertain,
    )
