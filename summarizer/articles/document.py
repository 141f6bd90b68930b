"""What came in: bytes or text, with where it is from and what it seems to be."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

Hint = Literal["html", "text", "markdown"]


@dataclass(frozen=True, slots=True)
class Document:
    """An input before cleaning.

    Attributes:
        source: A path, a URL, "-" for standard input, or "text" for a string.
        content: Bytes as read, or text that was already decoded.
        id: What the article is called in a run; unique there.
        hint: What the content seems to be by its name or its server; None means: look at it.
        title: As a line of JSONL gives it; it goes before what the page says.
        url: The page's address, where it is known.
        published: As a line of JSONL gives it, ISO 8601.
        language: ISO 639-1, as a line of JSONL gives it.
        raw: Take the text exactly as it is.
        keeps_id: The id is the user's own, to be answered unchanged even where it is not unique.
    """

    source: str
    content: bytes | str
    id: str
    hint: Hint | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    raw: bool = False
    keeps_id: bool = False


def text_id(text: str) -> str:
    """Name a bare text: the first 12 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
