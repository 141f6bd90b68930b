"""What makes a piece of work the same as one that was done before.

An article is the same when its id and everything that was read of it are; the work is the same
when the engine, the model and the prompt are too. What settings may change on the way to an answer
(time-outs, attempts, concurrency) is no part of it.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.articles import Document, document_of
from summarizer.errors import InputError
from summarizer.models import Article

if TYPE_CHECKING:
    from summarizer.pipeline import Input
    from summarizer.settings import Settings

_DIGITS = 32


class Identities:
    """Names pieces of work in the order in which they come.

    Args:
        makes: What makes the drafts: engine, model and prompt.
    """

    def __init__(self, makes: str) -> None:
        self._makes = makes
        self._seen: Counter[str] = Counter()

    def of(self, source: Document | Article | InputError) -> str:
        """The key of a piece of work, 32 hexadecimal digits.

        The second of two that are alike to the last byte has a key of its own.
        """
        key = _digest(self._makes, *_parts(source))
        self._seen[key] += 1
        count = self._seen[key]
        return key if count == 1 else _digest(key, str(count))


def read(source: Input | InputError, settings: Settings) -> Document | Article | InputError:
    """A source as it can be named: files and URLs are read, an error takes its place."""
    if isinstance(source, str | bytes | Path):
        try:
            return document_of(source, settings=settings)
        except InputError as error:
            return error
    return source


def _parts(source: Document | Article | InputError) -> tuple[str, ...]:
    if isinstance(source, Document):
        content = source.content
        if isinstance(content, bytes):
            content = content.decode("latin-1")
        about = (source.title, source.url, source.published, source.language, source.hint)
        return ("document", source.id, *(part or "" for part in about), str(source.raw), content)
    if isinstance(source, Article):
        return ("article", source.id, source.title or "", source.language or "", source.text)
    return ("error", source.subject or "", source.cause)


def _digest(*parts: str) -> str:
    hashed = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        hashed.update(f"{len(data)}:".encode("ascii"))
        hashed.update(data)
    return hashed.hexdigest()[:_DIGITS]
