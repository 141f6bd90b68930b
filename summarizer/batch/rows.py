"""The articles of a run on a cluster: what every command takes, Parquet, and files at a URL."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

from summarizer.articles import iter_documents
from summarizer.articles.jsonl import read_lines
from summarizer.batch.parquet_store import pyarrow_for
from summarizer.batch.remote import Remote, is_remote
from summarizer.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summarizer.articles import Document
    from summarizer.settings import Settings

_GROUP = 100
_WANTED = ("id", "text", "html", "title", "url", "published", "lang")


def documents(inputs: Iterable[str], settings: Settings) -> Iterator[Document | InputError]:
    """Read inputs lazily, in order.

    Args:
        inputs: As for `iter_documents`; `.parquet` files with the columns of a line of JSONL; and
            `.jsonl` and `.parquet` files at any URL that fsspec reads.
        settings: As for `iter_documents`.

    Raises:
        UsageError: pyarrow, or the package for a URL, is not installed.
    """
    for name in inputs:
        if name.lower().endswith(".parquet"):
            yield from _of_parquet(name, settings)
        elif is_remote(name):
            yield from _of_lines(name, settings)
        else:
            yield from iter_documents([name], settings=settings)


def _of_lines(name: str, settings: Settings) -> Iterator[Document | InputError]:
    if not name.lower().endswith(".jsonl"):
        yield InputError("of such addresses only .jsonl and .parquet files are read", subject=name)
        return
    try:
        with Remote(name).open() as stream:
            yield from read_lines(stream, name=name, limit=settings.max_bytes, raw=False)
    except OSError as error:
        yield InputError(f"cannot be read ({error})", subject=name)


def _of_parquet(name: str, settings: Settings) -> Iterator[Document | InputError]:
    """The rows of a Parquet file as the lines of a JSONL file that they would be."""
    pyarrow = pyarrow_for(name)
    try:
        if is_remote(name):
            with Remote(name).open() as stream:
                yield from _of_table(stream, name, settings)
        else:
            yield from _of_table(name, name, settings)
    except (OSError, pyarrow.ArrowException) as error:
        yield InputError(f"cannot be read as Parquet ({error})", subject=name)


def _of_table(source: Any, name: str, settings: Settings) -> Iterator[Document | InputError]:  # noqa: ANN401 - a name or a file
    from pyarrow import parquet

    with parquet.ParquetFile(source) as file:
        columns = [column for column in file.schema_arrow.names if column in _WANTED]
        for number, batch in enumerate(file.iter_batches(batch_size=_GROUP, columns=columns)):
            rows = (
                {column: value for column, value in row.items() if value is not None}
                for row in batch.to_pylist()
            )
            lines = "".join(json.dumps(row, default=str) + "\n" for row in rows)
            yield from read_lines(
                io.BytesIO(lines.encode()),
                name=f"{name}, group {number + 1}",
                limit=settings.max_bytes,
                raw=False,
            )
