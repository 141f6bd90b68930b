"""Articles and judges for these tests."""

from __future__ import annotations

import re

from summarizer.models import Article
from summarizer.quantities.types import Span

TEXT = (
    "Quill Harbour said revenue rose 12% to $4.1 billion in the third quarter. "
    "It expects to spend up to $900 million on two ports by 2028. "
    "Shares fell 3%."
)


def article_of(text, *, spans=None, **fields):
    """An article with this text; its sentences end at a full stop unless `spans` says where."""
    if spans is None:
        spans = [match.span() for match in re.finditer(r"\S.*?[.!?](?=\s|$)", text, re.DOTALL)]
    defaults = {"id": "a", "source": "text", "title": "Quill Harbour grows"}
    return Article(
        **(defaults | fields),
        text=text,
        raw_chars=len(text),
        clean_chars=len(text),
        sentences=tuple(Span(*span) for span in spans),
    )


def content(draft):
    """A judge that finds nothing wrong."""
    return ()
