"""What was submitted to a provider's batch API: one SQLite file, which outlives the process."""

from __future__ import annotations

import json
import sqlite3
from contextlib import suppress
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from summarizer.articles import Document
from summarizer.errors import InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TABLES = """
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE IF NOT EXISTS inputs (number INTEGER PRIMARY KEY, key TEXT, record TEXT, content);
CREATE TABLE IF NOT EXISTS requests (key TEXT PRIMARY KEY, part INTEGER, line TEXT);
CREATE TABLE IF NOT EXISTS parts (part INTEGER PRIMARY KEY, batch TEXT);
"""


class BatchState:
    """The file that `batch submit` writes, and `status` and `fetch` read.

    Args:
        path: The file.
        new: Make it; else it has to be there.

    Raises:
        UsageError: it is there or not there, against what is wanted, or holds something else.
    """

    def __init__(self, path: Path, *, new: bool = False) -> None:
        self.path = path
        if not new and not path.is_file():
            raise UsageError(
                "no such state file", subject=str(path), way_out="Make it with 'batch submit'"
            )
        try:
            self._base = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            self._base.execute("PRAGMA journal_mode = WAL")
            self._base.executescript(_TABLES)
        except sqlite3.Error as error:
            with suppress(AttributeError):
                self._base.close()
            raise UsageError(
                f"not a usable state file ({error})",
                subject=str(path),
                way_out="Choose another file for --state",
            ) from error

    def facts(self) -> dict[str, Any]:
        """What was noted: the model, the prompt, whether the inputs are all in."""
        rows = self._base.execute("SELECT name, value FROM facts")
        return {name: json.loads(value) for name, value in rows}

    def note(self, **facts: object) -> None:
        """Note facts."""
        rows = [(name, json.dumps(value)) for name, value in facts.items()]
        self._base.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", rows)

    def begin(self) -> None:
        """Let what follows be in the file as a whole, or not at all."""
        self._base.execute("BEGIN")

    def commit(self) -> None:
        """End what `begin` began."""
        self._base.execute("COMMIT")

    def add_input(self, source: Document | InputError, key: str | None) -> None:
        """Keep an input, with the hash of what the model is to be asked about it, if anything."""
        if isinstance(source, InputError):
            record: dict[str, Any] = {"error": [source.cause, source.subject, source.way_out]}
            content: bytes | str | None = None
        else:
            record = asdict(source)
            content = record.pop("content")
        row = (key, json.dumps(record), content)
        self._base.execute("INSERT INTO inputs (key, record, content) VALUES (?, ?, ?)", row)

    def add_request(self, key: str, part: int, line: str) -> bool:
        """Keep a request to be sent, unless it is there; whether it was not."""
        statement = "INSERT OR IGNORE INTO requests VALUES (?, ?, ?)"
        added = self._base.execute(statement, (key, part, line)).rowcount
        self._base.execute("INSERT OR IGNORE INTO parts VALUES (?, NULL)", (part,))
        return bool(added)

    def parts(self) -> list[tuple[int, str | None]]:
        """Every part and its batch, None where it was not submitted yet."""
        return self._base.execute("SELECT part, batch FROM parts ORDER BY part").fetchall()

    def lines(self, part: int) -> Iterator[str]:
        """The requests of a part."""
        query = "SELECT line FROM requests WHERE part = ? ORDER BY rowid"
        for (line,) in self._base.execute(query, (part,)):
            yield line

    def submitted(self, part: int, batch: str) -> None:
        """Note a part's batch; its requests need not be kept any longer."""
        self._base.execute("UPDATE parts SET batch = ? WHERE part = ?", (batch, part))
        self._base.execute("UPDATE requests SET line = NULL WHERE part = ?", (part,))

    def part_of(self, key: str) -> int | None:
        """The part that a request is in, or None."""
        row = self._base.execute("SELECT part FROM requests WHERE key = ?", (key,)).fetchone()
        return None if row is None else int(row[0])

    def inputs(self) -> Iterator[tuple[str | None, Document | InputError]]:
        """Every input in order, with the hash of its request."""
        rows = self._base.execute("SELECT key, record, content FROM inputs ORDER BY number")
        for key, text, content in rows:
            record = json.loads(text)
            if "error" in record:
                cause, subject, way_out = record["error"]
                yield key, InputError(cause, subject=subject, way_out=way_out)
            else:
                yield key, Document(content=content, **record)

    def counts(self) -> tuple[int, int, int]:
        """Inputs, requests, and inputs that cannot be used."""
        inputs = self._base.execute("SELECT count(*) FROM inputs").fetchone()[0]
        requests = self._base.execute("SELECT count(*) FROM requests").fetchone()[0]
        unusable = "SELECT count(*) FROM inputs WHERE key IS NULL"
        return inputs, requests, self._base.execute(unusable).fetchone()[0]

    def close(self) -> None:
        """Close the file."""
        self._base.close()
