"""From what a user names (files, folders, "-", URLs, JSONL) to documents, one at a time.

An input that cannot be used comes out as an error value among the documents, so that the others go
on. Nothing is read before it is asked for: lines of JSONL on standard input are answered as they
come.
"""

from __future__ import annotations

import logging
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from summarizer.articles.decode import gunzip, too_large
from summarizer.articles.document import Document, Hint, text_id
from summarizer.articles.jsonl import read_lines
from summarizer.errors import InputError, NoArticleError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summarizer.settings import Settings

logger = logging.getLogger("summarizer.articles")

HINTS: dict[str, Hint | None] = {
    ".txt": None,
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": None,
}
"""The kinds of file that are taken from a folder, and what their names say of the content."""
_URL = re.compile(r"(?i)https?://\S+\Z")
_SCHEME = re.compile(r"(?i)([a-z][a-z0-9+.-]+)://|(data|file|javascript|about|blob|view-source):")
_SHOWN, _LONGEST_SHOWN = 3, 120


def iter_documents(
    inputs: Iterable[str],
    *,
    settings: Settings,
    raw: bool = False,
    jsonl_stdin: bool = False,
    stdin: BinaryIO | None = None,
) -> Iterator[Document | InputError]:
    """Read inputs lazily, in order.

    Args:
        inputs: Files, folders (searched through, in name order, for the kinds in `HINTS`), http(s)
            URLs, `.jsonl` files with an article a line, and "-" for standard input.
        settings: `max_bytes` limits each input, or each line of JSONL; `allow_private` is for URLs.
        raw: Mark every document as to be taken as it is.
        jsonl_stdin: Standard input holds JSONL.
        stdin: Read instead of the process's standard input.

    Yields:
        A document, or the error of an input that cannot be used, with the input as its subject.
    """
    taken: dict[str, int] = {}
    for name in inputs:
        try:
            for found in _read(name, settings, raw=raw, jsonl_stdin=jsonl_stdin, stdin=stdin):
                yield found if isinstance(found, InputError) else _named(found, taken)
        except InputError as error:
            yield error


def document_of(source: str | bytes | Path | Document, *, settings: Settings) -> Document:
    """Make a document of what a library user has.

    Args:
        source: A `Path` is a file, a `str` that is an http(s) URL without white space is fetched,
            any other `str` is the text itself, `bytes` are a page or a text.
        settings: As for `iter_documents`.

    Raises:
        InputError: the file or the URL cannot be used.
    """
    if isinstance(source, Document):
        return source
    if isinstance(source, Path):
        return _file(source, settings)
    if isinstance(source, bytes):
        content = gunzip(source, limit=settings.max_bytes, subject="text")
        return Document("text", content, text_id(content.decode("latin-1")))
    if _URL.match(source):
        return _url(source, settings)
    return Document("text", source, text_id(source))


def _read(
    name: str, settings: Settings, *, raw: bool, jsonl_stdin: bool, stdin: BinaryIO | None
) -> Iterator[Document | InputError]:
    limit = settings.max_bytes
    if name == "-":
        stream = stdin if stdin is not None else sys.stdin.buffer
        if jsonl_stdin:
            yield from read_lines(stream, name="-", limit=limit, raw=raw)
        else:
            yield Document("-", _bounded(stream, limit, "-"), "stdin", raw=raw)
    elif _URL.match(name):
        yield _with_raw(_url(name, settings), raw=raw)
    elif os.path.isdir(name):  # noqa: PTH112 - the Path's raises inside a folder that is barred
        for path in _walk(Path(name)):
            if isinstance(path, InputError):
                yield path
                continue
            try:
                yield from _read_file(path, settings, raw=raw)
            except InputError as error:
                yield error
    elif (scheme := _SCHEME.match(name)) and not os.path.exists(name):  # noqa: PTH110 - as above
        raise _no_address(name, (scheme[1] or scheme[2]).lower())
    else:
        yield from _read_file(Path(name), settings, raw=raw)


def _no_address(name: str, scheme: str) -> InputError:
    way_out = "Give an http:// or https:// address, or the path of a file"
    if scheme in {"http", "https"}:
        return InputError("not a whole address without white space", subject=name, way_out=way_out)
    shown = name if len(name) < _LONGEST_SHOWN else f"{name[:_LONGEST_SHOWN]}…"
    return InputError(f"{scheme}: addresses are not read", subject=shown, way_out=way_out)


def _read_file(path: Path, settings: Settings, *, raw: bool) -> Iterator[Document | InputError]:
    if path.suffix.lower() == ".jsonl":
        try:
            with path.open("rb") as stream:
                yield from read_lines(stream, name=str(path), limit=settings.max_bytes, raw=raw)
        except OSError as error:
            raise _unreadable(str(path), error) from error
    else:
        yield _with_raw(_file(path, settings), raw=raw)


def _file(path: Path, settings: Settings) -> Document:
    name = str(path)
    try:
        with path.open("rb") as stream:
            content = _bounded(stream, settings.max_bytes, name)
    except OSError as error:
        raise _unreadable(name, error) from error
    return Document(name, content, path.stem or path.name, HINTS.get(path.suffix.lower()))


def _unreadable(name: str, error: OSError) -> InputError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return InputError(
            "no such file or folder",
            subject=name,
            way_out="Check the path, or give the text on standard input with '-'",
        )
    if isinstance(error, IsADirectoryError):
        return InputError("it is a folder, not a file", subject=name)
    reason = (error.strerror or str(error)).lower()
    return InputError(f"cannot be read ({reason})", subject=name)


def _bounded(stream: BinaryIO, limit: int, name: str) -> bytes:
    content = stream.read(limit + 1)
    if len(content) > limit:
        raise too_large(name, limit)
    if not content.strip():
        raise NoArticleError("it is empty", subject=name)
    return gunzip(content, limit=limit, subject=name)


def _walk(folder: Path) -> Iterator[Path | InputError]:
    """The files of a folder that can be articles, in name order; says which others are there.

    A folder in it that may not be read comes out as an error.
    """
    known: list[Path | InputError] = []
    others: list[str] = []
    shut: set[Path] = set()
    for path in (folder, *sorted(folder.rglob("*"))):
        inside = path.relative_to(folder)
        if any(part.startswith(".") for part in inside.parts) or not shut.isdisjoint(path.parents):
            continue
        if not os.path.isfile(path):  # noqa: PTH113 - the Path's raises inside a barred folder
            link = path != folder and os.path.islink(path)  # noqa: PTH114 - as above
            if not link and (barred := _barred(path)) is not None:
                known.append(barred)
                shut.add(path)
            continue
        if path.suffix.lower() in HINTS:
            known.append(path)
        else:
            others.append(str(inside))
    if others:
        shown = ", ".join(others[:_SHOWN]) + (", …" if len(others) > _SHOWN else "")
        logger.warning("%s: skipped %d files of other kinds: %s", folder, len(others), shown)
    if not known:
        raise InputError(
            "no articles in this folder",
            subject=str(folder),
            way_out=f"Files are taken that end in {', '.join(HINTS)}",
        )
    yield from known


def _barred(folder: Path) -> InputError | None:
    """The error of a folder that cannot be listed or entered; None for all else."""
    try:
        if not os.path.isdir(folder):  # noqa: PTH112 - as in `_read`
            return None
        with os.scandir(folder):
            os.stat(os.path.join(folder, "."))  # noqa: PTH116, PTH118 - a Path drops the dot
    except PermissionError as error:
        return _unreadable(str(folder), error)
    return None


def _url(url: str, settings: Settings) -> Document:
    from summarizer.articles.fetch import read_url

    return read_url(url, settings=settings)


def is_url(source: str | bytes) -> bool:
    """Whether `document_of` takes a string for an address."""
    return isinstance(source, str) and bool(_URL.match(source))


def _with_raw(document: Document, *, raw: bool) -> Document:
    from dataclasses import replace

    return replace(document, raw=True) if raw else document


def _named(document: Document, taken: dict[str, int]) -> Document:
    """Give the second document of a name the suffix "-2", and so on; lines of JSONL keep theirs."""
    from dataclasses import replace

    count = taken[document.id] = taken.get(document.id, 0) + 1
    if count == 1 or document.keeps_id:
        return document
    name = f"{document.id}-{count}"
    while name in taken:
        count += 1
        name = f"{document.id}-{count}"
    taken[name] = 1
    return replace(document, id=name)
