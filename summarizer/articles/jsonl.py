"""JSONL: an article on each line, answered one by one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, BinaryIO

from summarizer.articles.decode import too_large
from summarizer.articles.document import Document
from summarizer.errors import InputError, NoArticleError

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEXTS = ("title", "url", "published", "lang")
_EXAMPLE = 'A line is {"id": "a1", "text": "…"} or {"id": "a1", "html": "…"}'


def read_lines(
    stream: BinaryIO, *, name: str, limit: int, raw: bool
) -> Iterator[Document | InputError]:
    """Read an article a line; a line that is not one comes out as an error, and the others go on.

    Args:
        stream: Read line by line, never ahead of what is asked for.
        name: The file's name, or "-".
        limit: The longest line, in bytes.
        raw: Mark every document as to be taken as it is.

    Yields:
        Documents and errors; the subject of an error is `name:line`, the first line being 1.
    """
    number = 0
    empty = True
    while line := stream.readline(limit + 1):
        number += 1
        subject = f"{name}:{number}"
        empty = empty and not line.strip()
        if len(line) > limit:
            while line and not line.endswith(b"\n"):
                line = stream.readline(limit)
            yield too_large(subject, limit)
        elif line.strip():
            try:
                yield _document(line, subject, raw=raw)
            except InputError as error:
                yield error
    if empty:
        yield NoArticleError("it is empty", subject=name, way_out=_EXAMPLE)


def _document(line: bytes, subject: str, *, raw: bool) -> Document:
    row = _object(line, subject)
    for key in _TEXTS:
        if row.get(key) is not None and not isinstance(row[key], str):
            raise InputError(f"'{key}' must be a string", subject=subject)
    identity = row.get("id")
    if isinstance(identity, int) and not isinstance(identity, bool):
        identity = str(identity)
    if not isinstance(identity, str) or not identity:
        raise InputError("no 'id'", subject=subject, way_out=_EXAMPLE)
    bodies = [key for key in ("text", "html") if row.get(key) is not None]
    if len(bodies) != 1:
        cause = "both 'text' and 'html'" if bodies else "neither 'text' nor 'html'"
        raise InputError(cause, subject=subject, way_out=_EXAMPLE)
    body = row[bodies[0]]
    if not isinstance(body, str):
        raise InputError(f"'{bodies[0]}' must be a string", subject=subject)
    if not body.strip():
        raise NoArticleError(f"'{bodies[0]}' is empty", subject=subject)
    return Document(
        source=subject,
        content=body,
        id=identity,
        hint="html" if bodies[0] == "html" else None,
        title=row.get("title"),
        url=row.get("url"),
        published=row.get("published"),
        language=row.get("lang"),
        raw=raw,
        keeps_id=True,
    )


def _object(line: bytes, subject: str) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError("not UTF-8", subject=subject) from error
    except (ValueError, RecursionError) as error:
        why = f"not JSON ({getattr(error, 'msg', 'too deep')})"
        raise InputError(why, subject=subject, way_out=_EXAMPLE) from error
    if not isinstance(row, dict):
        raise InputError("not a JSON object", subject=subject, way_out=_EXAMPLE)
    return row
