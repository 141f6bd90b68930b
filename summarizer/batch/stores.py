"""Files of results that a run can be killed over and started again on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from summarizer.engines.budget import Spending
    from summarizer.models import Failure, Summary

State = Literal["done", "failed", "open"]
"""Of a stored result: a summary; a failure; an article that was named but never asked for."""

NOT_ASKED = "budget"
"""The kind of failure of an article that was never asked for, or not to the end."""


class Store(Protocol):
    """Results in a file, each under its key."""

    path: Path

    def state(self, key: str) -> State | None:
        """What is stored under a key, or None."""
        ...

    def add(self, record: Summary | Failure) -> None:
        """Store a result under its key, for good, in the place of an older one."""
        ...

    def spent(self) -> Spending:
        """What the results that were in the file at first have taken."""
        ...

    def finish(self, keys: Collection[str], ids: Collection[str]) -> None:
        """End a whole run.

        Args:
            keys: Of all its articles: results of the same ids under other keys go.
            ids: Of all its articles: results of other ids stay.
        """
        ...

    def close(self) -> None:
        """Close the file; what was added is in it, whether or not the run was finished."""
        ...


def open_store(path: Path) -> Store:
    """The store in a file, made where there is none: `.sqlite`, `.parquet`, else lines of JSON.

    Raises:
        UsageError: the file cannot be used, holds something else, or another run writes it.
    """
    suffix = path.suffix.lower()
    if suffix == ".sqlite":
        from summarizer.batch.sqlite_store import SqliteStore

        return SqliteStore(path)
    if suffix == ".parquet":
        from summarizer.batch.parquet_store import ParquetStore

        return ParquetStore(path)
    from summarizer.batch.jsonl_store import JsonlStore

    return JsonlStore(path)


def state_of(error: str | None) -> State:
    """The state of a result with this kind of error, or without one."""
    if error is None:
        return "done"
    return "open" if error == NOT_ASKED else "failed"
