"""Results in an SQLite file: a row each, committed one by one."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from summarizer.batch.jsonl_store import lock, unusable
from summarizer.batch.stores import state_of
from summarizer.engines.budget import Spending
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from summarizer.batch.stores import State
    from summarizer.models import Failure, Summary

_TABLE = """
CREATE TABLE IF NOT EXISTS results (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    id TEXT NOT NULL,
    error TEXT,
    headline TEXT,
    summary TEXT,
    model TEXT,
    record TEXT NOT NULL
)
"""
_ROW = (
    "INSERT OR REPLACE INTO results (key, id, error, headline, summary, model, record)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)


_SPENT = """
WITH made AS (
    SELECT coalesce(json_extract(record, '$.provenance'), json_extract(record, '$.spent')) AS facts
    FROM results
)
SELECT
    json_extract(facts, '$.attempts'), json_extract(facts, '$.cost_usd'),
    json_extract(facts, '$.input_tokens'), json_extract(facts, '$.output_tokens')
FROM made WHERE facts IS NOT NULL
"""


class SqliteStore:
    """A `Store` in an SQLite file, table `results`: the whole result as JSON in `record`.

    Raises:
        UsageError: the file cannot be used, or holds something else.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            # SQLite would let two runs write in turn: they would ask for the same articles.
            self._lock = path.open("ab")
        except OSError as error:
            raise unusable(path, error) from error
        try:
            lock(self._lock, path)
            self._open()
        except BaseException:
            self._lock.close()
            raise

    def _open(self) -> None:
        try:
            self._base = sqlite3.connect(
                self.path, timeout=30.0, isolation_level=None, check_same_thread=False
            )
        except sqlite3.Error as error:
            raise self._unusable(error) from error
        try:
            self._base.execute("PRAGMA journal_mode = WAL")
            self._base.execute("PRAGMA synchronous = NORMAL")
            self._base.execute(_TABLE)
            rows = self._base.execute("SELECT key, error FROM results")
            self._states: dict[str, State] = {key: state_of(error) for key, error in rows}
        except sqlite3.Error as error:
            self._base.close()
            raise self._unusable(error) from error

    def state(self, key: str) -> State | None:
        """What is stored under a key, or None."""
        return self._states.get(key)

    def add(self, record: Summary | Failure) -> None:
        """Store a result."""
        from summarizer.models import Failure

        key = record.key or ""
        if isinstance(record, Failure):
            error: str | None = record.error.type
            about: tuple[str | None, ...] = (None, None, None)
        else:
            error = None
            about = (record.headline, record.summary, record.provenance.model)
        row = (key, record.id, error, *about, record.model_dump_json())
        try:
            self._base.execute(_ROW, row)
        except sqlite3.Error as fault:
            raise self._unusable(fault) from fault
        self._states[key] = state_of(error)

    def spent(self) -> Spending:
        """What the results in the file have taken."""
        try:
            rows = self._base.execute(_SPENT).fetchall()
        except sqlite3.Error as error:
            raise self._unusable(error) from error
        return sum((Spending.of(*row) for row in rows), Spending())

    def finish(self, keys: Collection[str], ids: Collection[str]) -> None:
        """Drop the rows of articles that have changed since."""
        strange = [key for key in self._states if key not in keys]
        try:
            for key in strange:
                row = self._base.execute("SELECT id FROM results WHERE key = ?", (key,)).fetchone()
                if row and row[0] in ids:
                    self._base.execute("DELETE FROM results WHERE key = ?", (key,))
        except sqlite3.Error as error:
            raise self._unusable(error) from error

    def close(self) -> None:
        """Close the file."""
        self._base.close()
        self._lock.close()  # last: SQLite's own locks go with any of a process's open files

    def _unusable(self, error: sqlite3.Error) -> UsageError:
        way_out = "Choose another file for -o, or delete this one"
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
            way_out = "Make room, then run the same command again: it goes on from here"
        return UsageError(
            f"cannot be used as a file of results ({error})",
            subject=str(self.path),
            way_out=way_out,
        )
