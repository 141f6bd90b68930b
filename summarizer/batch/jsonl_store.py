"""Results as lines of JSON: appended one by one, repaired and tidied when a run begins and ends.

A line is written in one piece and handed to the system at once, so that a killed process loses at
most the line that it was writing. A line without its end is finished or cut off when the file is
opened again. The last line of a key counts; older ones go when the run is finished.
"""

from __future__ import annotations

import errno
import json
import os
import re
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from summarizer.batch.stores import state_of
from summarizer.engines.budget import Spending
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from summarizer.batch.stores import State
    from summarizer.models import Failure, Summary

_KEY = re.compile(rb'"key":"([0-9a-f]{32})"\}\s*\Z')
"""The end of a line as it is written here. Within a string a quote would have a backslash."""
_SPENT = re.compile(
    rb'"attempts":(?P<attempts>\d+),"input_tokens":(?P<input_tokens>\d+|null),'
    rb'"output_tokens":(?P<output_tokens>\d+|null),"cost_usd":(?:null|"(?P<cost_usd>[\d.]+)")'
)
"""What a result took, as it is written here: in `provenance`, or in a failure's `spent`."""
_ERROR = re.compile(rb'"error":\{"type":"(\w+)"')


_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}


class JsonlStore:
    """A `Store` in a file with a result a line, in the order of the inputs.

    Raises:
        UsageError: the file cannot be used, holds something else, or another run writes it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._states: dict[str, State] = {}
        self._untidy = False
        self._spent = Spending()
        try:
            self._file = path.open("a+b")
        except OSError as error:
            raise unusable(path, error) from error
        try:
            lock(self._file, path)
            self._load()
        except BaseException:
            self._file.close()
            raise

    def state(self, key: str) -> State | None:
        """What is stored under a key, or None."""
        return self._states.get(key)

    def add(self, record: Summary | Failure) -> None:
        """Append a result."""
        line = record.model_dump_json().encode("utf-8", "backslashreplace") + b"\n"
        try:
            self._file.write(line)
            self._file.flush()
        except OSError as error:
            raise unusable(self.path, error) from error
        if record.key is not None:
            self._untidy |= record.key in self._states
            failed = _ERROR.search(line)
            self._states[record.key] = state_of(failed[1].decode() if failed else None)

    def spent(self) -> Spending:
        """What the results that were in the file at first have taken, replaced ones included."""
        return self._spent

    def finish(self, keys: Collection[str], ids: Collection[str]) -> None:
        """Drop lines that later ones replace, and lines of articles that have changed since."""
        if self._untidy or any(key not in keys for key in self._states):
            self._tidy(keys, ids)

    def close(self) -> None:
        """Close the file."""
        with suppress(OSError):  # what could not be written was said when it was added
            self._file.close()

    def lines(self) -> Iterator[tuple[str, bytes]]:
        """The line that counts of every key, with its line break."""
        last = {key: start for start, key, _ in self._rows()}
        for start, key, line in self._rows():
            if last[key] == start:
                yield key, line

    def _load(self) -> None:
        end = 0
        for start, key, line in self._rows():
            end = start + len(line)
            self._spent += spent_of(line)
            self._untidy |= key in self._states
            failed = _ERROR.search(line)
            self._states[key] = state_of(failed[1].decode() if failed else None)
            if not line.endswith(b"\n"):
                self._file.write(b"\n")
                end += 1
        self._file.flush()
        if end < os.fstat(self._file.fileno()).st_size:
            self._file.truncate(end)

    def _rows(self) -> Iterator[tuple[int, str, bytes]]:
        """Start, key and line of every result; a last line without its end is left out."""
        start = 0
        self._file.seek(0)
        for number, line in enumerate(iter(self._file.readline, b""), start=1):
            key = _key_of(line)
            if key is not None:
                yield start, key, line
            elif line.endswith(b"\n") and line.strip():
                raise UsageError(
                    f"line {number} is no result that can be resumed",
                    subject=str(self.path),
                    way_out="Choose another file for -o, or delete this one",
                )
            start += len(line)

    def _tidy(self, keys: Collection[str], ids: Collection[str]) -> None:
        number, name = tempfile.mkstemp(prefix=f".{self.path.name}.", dir=self.path.parent)
        try:
            with os.fdopen(number, "wb") as fresh:
                for key, line in self.lines():
                    if key in keys or json.loads(line)["id"] not in ids:
                        fresh.write(line)
            Path(name).chmod(stat.S_IMODE(self.path.stat().st_mode))
            Path(name).replace(self.path)
        except OSError as error:
            raise unusable(self.path, error) from error
        finally:
            with suppress(OSError):
                Path(name).unlink()
        self._file.close()
        self._file = self.path.open("a+b")
        self._untidy = False


def unusable(path: Path, error: OSError) -> UsageError:
    """The error for a file that cannot be read or written."""
    reason = (error.strerror or type(error).__name__).lower()
    way_out = "Choose a file in a folder that exists and that you may write to"
    if error.errno in _FULL:
        way_out = "Make room, then run the same command again: it goes on from here"
    return UsageError(f"cannot be written: {reason}", subject=str(path), way_out=way_out)


def _key_of(line: bytes) -> str | None:
    if found := _KEY.search(line):
        if line.endswith(b"\n"):
            return found[1].decode("ascii")
    elif not line.endswith(b"\n"):
        return None
    try:  # written by somebody else, or without its line break
        key = json.loads(line)["key"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return key if isinstance(key, str) else None


def spent_of(line: bytes) -> Spending:
    """What the result in a line of JSON took."""
    found = _SPENT.search(line)
    if found is None:
        return Spending()
    facts = {
        name: None if value in {None, b"null"} else value.decode("ascii")
        for name, value in found.groupdict().items()
    }
    cost = facts.pop("cost_usd")
    return Spending.of(
        cost_usd=cost, **{name: None if text is None else int(text) for name, text in facts.items()}
    )


def lock(file: BinaryIO, path: Path) -> None:
    """Keep a second run off; where the system has no such locks, nothing does."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise UsageError(
            "another run writes it",
            subject=str(path),
            way_out="Wait for its end, or choose another file for -o",
        ) from None
    except OSError:  # a file system without locks
        return
