"""Pairs of a summary and its article: two inputs, or a JSON object a line."""

from __future__ import annotations

import json
import sys
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from summarizer.cli.inputs import STANDARD_INPUT, documents
from summarizer.errors import InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.articles import Document
    from summarizer.models import CheckReport, Failure
    from summarizer.settings import Settings

_EXAMPLE = 'A line is {"id": "a1", "article": "...", "summary": "..."}'


class Checked(NamedTuple):
    """A check, and the article's text that the offsets of its evidence are into."""

    report: CheckReport
    article: str


def check_pairs(name: str, settings: Settings) -> Iterator[Checked | Failure]:
    """Check each pair of a JSONL file as its line is read; texts are taken as they are.

    Args:
        name: The file, or "-" for standard input.
        settings: Not more than `max_bytes` of a line are read.
    """
    from summarizer.articles import Document
    from summarizer.outcome import failure_of
    from summarizer.pipeline import check

    try:
        for number, line in enumerate(_lines(name, settings.max_bytes), 1):
            subject = f"{name}:{number}"
            try:
                if not line.strip():
                    continue
                pair = _pair(line, subject, settings.max_bytes)
                article = Document(subject, pair["article"], pair["id"], raw=True)
                report = check(pair["summary"], article, id=pair["id"], settings=settings)
                yield Checked(report, pair["article"])
            except InputError as fault:
                yield failure_of(fault, fault)
    except InputError as fault:
        yield failure_of(fault, fault)


def check_pair(summary: str, against: str, settings: Settings) -> Iterator[Checked | Failure]:
    """Check one summary.

    Args:
        summary: Its file, or "-".
        against: The article's file or URL, or "-".
        settings: Limits for files and URLs.

    Raises:
        UsageError: both are standard input, or one of them names several documents.
    """
    from summarizer.articles import clean
    from summarizer.outcome import failure_of
    from summarizer.pipeline import check, source_article

    if summary == against == STANDARD_INPUT:
        raise UsageError(
            "summary and article are both standard input", way_out="Give one of them as a file"
        )
    try:
        prose = clean(replace(_only(summary, settings), raw=True))
        article = source_article(_only(against, settings), settings=settings)
        yield Checked(check(prose.text, article, id=prose.id, settings=settings), article.text)
    except InputError as fault:
        yield failure_of(fault, fault)


def _only(name: str, settings: Settings) -> Document:
    """The one document of a name.

    Raises:
        InputError: it cannot be read.
        UsageError: it names several.
    """
    found = list(documents([name], settings=settings))
    if len(found) != 1:
        raise UsageError(
            f"it holds {len(found)} documents, and one is checked against one",
            subject=name,
            way_out="For many pairs: summarizer check PAIRS.jsonl",
        )
    if isinstance(found[0], InputError):
        raise found[0]
    return found[0]


def _lines(name: str, limit: int) -> Iterator[bytes]:
    """Lines, each cut off after `limit` bytes and a few, so that no line fills the memory."""
    try:
        with _opened(name) as stream:
            if not (line := stream.readline(limit + 1)):
                raise InputError("it is empty", subject=name, way_out=_EXAMPLE)
            while line:
                yield line
                while len(line) > limit and not line.endswith(b"\n"):
                    line = stream.readline(limit + 1)
                line = stream.readline(limit + 1)
    except FileNotFoundError as fault:
        raise InputError("no such file", subject=name, way_out="Check the path") from fault
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        raise InputError(f"cannot be read ({reason})", subject=name) from fault


def _opened(name: str) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if name == STANDARD_INPUT else Path(name).open("rb")


def _pair(line: bytes, subject: str, limit: int) -> dict[str, str]:
    """The strings `id`, `article` and `summary` of a line.

    Raises:
        InputError: the line does not hold them.
    """
    if len(line) > limit:
        raise InputError(
            f"longer than {limit:,} bytes",
            subject=subject,
            way_out="Raise 'max_bytes' in the config file",
        )
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as fault:
        why = f"not JSON in UTF-8 ({getattr(fault, 'msg', 'cannot be decoded')})"
        raise InputError(why, subject=subject, way_out=_EXAMPLE) from fault
    if not isinstance(row, dict):
        raise InputError("not a JSON object", subject=subject, way_out=_EXAMPLE)
    if isinstance(row.get("id"), int):
        row["id"] = str(row["id"])
    for key in ("id", "article", "summary"):
        if not isinstance(row.get(key), str) or not row[key].strip():
            raise InputError(f"no '{key}'", subject=subject, way_out=_EXAMPLE)
    return {key: row[key] for key in ("id", "article", "summary")}
