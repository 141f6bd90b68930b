"""The cache: raw answers in one SQLite file, each under the hash of its request.

The hash is taken of what a recording's is (provider, model, rendered messages, schema and
parameters, and which repeat it is) and of the server that was asked: two servers may give one name
to two models. Answers are read anew each time, so that better checks profit from old answers. Only
answers that can be read are kept: none that was refused or cut off.

The file is in WAL mode, so that several processes can use it at once, and each answer is
committed as it comes: a process that is killed loses none. A file that is damaged is set aside
and said; one that cannot be written is said, and the run goes on without.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import sqlite3
import threading
import time
import weakref
import zlib
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Self, TypeVar

from summarizer.engines.exchange import Answer, Request
from summarizer.engines.recordings import Recorder
from summarizer.settings import cache_folder
from summarizer.usage import Usage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from summarizer.settings import Settings

logger = logging.getLogger("summarizer.cache")
T = TypeVar("T")

NAME = "answers.sqlite"
_FORMAT = 2
_BUSY_SECONDS = 30.0
_PAUSE = 0.02
_FINAL = frozenset({"stop", "end_turn", "tool_calls", "tool_use", "stop_sequence", "complete", ""})
"""Reasons for an end that is one; in lower case."""
_ROW = (
    "INSERT OR REPLACE INTO answers (key, model, created_at, server, request, text, finish_reason,"
    " reported_model, input_tokens, output_tokens, cost_usd)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_TABLE = """
CREATE TABLE IF NOT EXISTS answers (
    key TEXT PRIMARY KEY,
    model TEXT NOT NULL,
    created_at TEXT NOT NULL,
    server TEXT,
    request BLOB NOT NULL,
    text TEXT NOT NULL,
    finish_reason TEXT,
    reported_model TEXT,
    input_tokens INTEGER,
    output_tokens INTEGER,
    cost_usd TEXT
) WITHOUT ROWID
"""


@dataclass(frozen=True, slots=True)
class CacheInfo:
    """What a cache holds.

    Attributes:
        path: The file.
        answers: How many.
        size: Bytes of the file and of its log.
        oldest: When the first answer was kept, UTC, ISO 8601; None where there is none.
        newest: When the last was.
        models: Answers of each model.
        older: Answers of a release that did not note the server: never found, but exported.
    """

    path: Path
    answers: int
    size: int
    oldest: str | None
    newest: str | None
    models: dict[str, int]
    older: int = 0


def open_cache(settings: Settings, *, refresh: bool = False) -> Cache:
    """The cache of these settings; nothing is made before the first answer is kept.

    Args:
        settings: Where it is: `cache_dir`, else the user's cache folder.
        refresh: Find nothing, so that every answer is asked for anew, and kept.
    """
    return Cache(cache_folder(settings) / NAME, refresh=refresh)


class Cache:
    """Raw answers in the SQLite file `path`; may be used from several threads.

    Args:
        path: The file, which need not exist.
        refresh: Find nothing, only keep.
    """

    def __init__(self, path: Path, *, refresh: bool = False) -> None:
        self.path = path
        self._refresh = refresh
        self._lock = threading.Lock()
        self._base: sqlite3.Connection | None = None
        self._inode = 0
        self._off = False

    def find(self, request: Request, server: str = "") -> Answer | None:
        """The answer that was kept for this request, with 0 attempts and no cost, or None.

        Args:
            request: What would be asked.
            server: Who would be asked, as `Target.server` gives it: empty for the provider's own.
        """
        if self._refresh or (self._base is None and not self.path.exists()):
            return None
        key = _key(request.as_json(), server)
        row = self._safely(
            lambda base: base.execute(
                "SELECT text, finish_reason, reported_model, input_tokens, output_tokens"
                " FROM answers WHERE key = ?",
                (key,),
            ).fetchone()
        )
        if row is None:
            return None
        text, reason, model, taken, given = row
        return Answer(
            text=text,
            finish_reason=reason,
            model=model,
            usage=Usage(0, taken, given),
            cost_usd=Decimal(0),
        )

    def save(self, request: Request, answer: Answer, server: str = "") -> bool:
        """Keep an answer, unless it was refused or cut off; say whether it was kept."""
        if not _whole(answer):
            return False
        asked = request.as_json()
        row = (
            _key(asked, server),
            f"{request.provider}/{request.model}",
            datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
            server,
            zlib.compress(asked.encode("ascii"), 1),
            answer.text,
            answer.finish_reason,
            answer.model,
            answer.usage.input_tokens,
            answer.usage.output_tokens,
            None if answer.cost_usd is None else format(answer.cost_usd, "f"),
        )
        return self._safely(lambda base: base.execute(_ROW, row)) is not None

    def info(self) -> CacheInfo:
        """What is in it."""
        rows: list[tuple[str, int, str, str, int]] = []
        if self.path.exists():
            found = self._safely(
                lambda base: base.execute(
                    "SELECT model, count(*), min(created_at), max(created_at), sum(server IS NULL)"
                    " FROM answers GROUP BY model ORDER BY model"
                ).fetchall()
            )
            rows = found or []
        return CacheInfo(
            path=self.path,
            answers=sum(row[1] for row in rows),
            size=sum(part.stat().st_size for part in _parts(self.path) if part.exists()),
            oldest=min((row[2] for row in rows), default=None),
            newest=max((row[3] for row in rows), default=None),
            models={row[0]: row[1] for row in rows},
            older=sum(row[4] for row in rows),
        )

    def clear(self, model: str | None = None) -> int:
        """Forget every answer, or those of one model; say how many there were."""
        if not self.path.exists():
            return 0

        def forget(base: sqlite3.Connection) -> int:
            if model is None:
                count = base.execute("DELETE FROM answers").rowcount
            else:
                count = base.execute("DELETE FROM answers WHERE model = ?", (model,)).rowcount
            with suppress(sqlite3.OperationalError):  # another process reads: the room stays taken
                base.execute("VACUUM")
                base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return count

        return self._safely(forget) or 0

    def export(self, folder: Path) -> int:
        """Write every answer as a recording into `folder`, for `--replay`; say how many.

        A recording knows no server: of several servers' answers to one request the newest counts.

        Raises:
            RecordingError: the folder cannot be written.
        """
        recorder = Recorder(folder)
        written: dict[str, str] = {}
        for request, answer, age in self._rows():
            key = request.sha256()
            if age >= written.get(key, ""):
                recorder.save(request, answer)
                written[key] = age
        return len(written)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            if self._base is not None:
                self._base.close()
                self._base = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _rows(self) -> Iterator[tuple[Request, Answer, str]]:
        last = ""
        while self.path.exists():
            rows = self._safely(
                lambda base, after=last: base.execute(  # type: ignore[misc]
                    "SELECT key, request, text, finish_reason, reported_model, input_tokens,"
                    " output_tokens, cost_usd, (server IS NOT NULL) || created_at FROM answers"
                    " WHERE key > ? ORDER BY key LIMIT 100",
                    (after,),
                ).fetchall()
            )
            if not rows:
                return
            for key, asked, text, reason, model, taken, given, cost, age in rows:
                last = key
                usage = Usage(1, taken, given)
                price = None if cost is None else Decimal(cost)
                yield (
                    Request.from_dict(json.loads(zlib.decompress(asked))),
                    Answer(text, reason, None, model, usage, price),
                    age,
                )

    def _safely(self, work: Callable[[sqlite3.Connection], T]) -> T | None:
        """Do something with the file; where that cannot be done, say so and go on without."""
        with self._lock:
            if self._off:
                return None
            for last in (False, True):
                try:
                    return work(self._open())
                except sqlite3.OperationalError as error:
                    self._give_up(str(error))
                    return None
                except (sqlite3.DatabaseError, zlib.error, ValueError) as error:
                    if last:
                        self._give_up(str(error))
                    else:
                        self._rebuild(error)
                except OSError as error:
                    self._give_up(error.strerror or str(error))
                    return None
        return None

    def _open(self) -> sqlite3.Connection:
        if self._base is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            base = sqlite3.connect(
                self.path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            try:
                self._inode = self.path.stat().st_ino
                _prepare(base)
            except BaseException:
                base.close()
                raise
            # Whoever forgets to close the cache leaves no open file behind.
            weakref.finalize(self, base.close)
            self._base = base
        return self._base

    def _give_up(self, why: str) -> None:
        self._off = True
        if self._base is not None:
            self._base.close()
            self._base = None
        logger.warning("the cache %s cannot be used (%s): going on without it", self.path, why)

    def _rebuild(self, error: Exception) -> None:
        """Set a damaged file aside, unless another process has done so already."""
        if self._base is not None:
            with suppress(sqlite3.Error):
                self._base.close()
            self._base = None
        with suppress(OSError):
            if self._inode and self.path.stat().st_ino != self._inode:
                return
        aside = self.path.with_name(f"{self.path.name}.damaged")
        log, shared = _parts(self.path)[1:]
        with suppress(OSError):
            os.replace(self.path, aside)  # noqa: PTH105 - overwrites on every platform
        for part in (log, shared):
            part.unlink(missing_ok=True)
        logger.warning(
            "the cache %s is damaged (%s): it was set aside as %s, and a new one begins",
            self.path,
            error,
            aside.name,
        )


def _prepare(base: sqlite3.Connection) -> None:
    """Make the file ready; processes that make it at the same moment wait for each other.

    SQLite does not wait by itself while a file is turned to WAL: it says at once that it is locked.
    """
    until = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            base.execute("PRAGMA journal_mode = WAL")
            base.execute("PRAGMA synchronous = NORMAL")
            _make(base)
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _make(base: sqlite3.Connection) -> None:
    """Make the table where there is none, and let an older one say that it knows no servers."""
    if base.execute("PRAGMA user_version").fetchone()[0] == _FORMAT:
        return
    base.execute("BEGIN IMMEDIATE")
    try:
        version = base.execute("PRAGMA user_version").fetchone()[0]
        if version == 0:
            base.execute(_TABLE)
        elif version == 1:
            base.execute("ALTER TABLE answers ADD COLUMN server TEXT")
        elif version != _FORMAT:
            raise sqlite3.OperationalError("another release of summarizer made it")  # noqa: TRY301
        base.execute(f"PRAGMA user_version = {_FORMAT}")
        base.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            base.execute("ROLLBACK")
        raise


def _key(asked: str, server: str) -> str:
    """The hash of a request, as JSON, to a server."""
    return hashlib.sha256(f"{server} {asked}".encode()).hexdigest()


def _whole(answer: Answer) -> bool:
    """Whether an answer came to its end and says something, as far as its provider tells."""
    whole = answer.refusal is None and not answer.truncated and bool(answer.text.strip())
    return whole and (answer.finish_reason or "").lower() in _FINAL


def _parts(path: Path) -> tuple[Path, Path, Path]:
    """The file, its log, and the memory that its users share."""
    return path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")
