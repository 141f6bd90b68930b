"""Where output goes, and when: lines at once, whole documents in one piece."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self, TextIO

from summarizer.errors import SummarizerError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType


class Sink:
    """Standard output, or a file.

    A file that holds one whole document appears in one piece when all is done; the old file
    stays as it was until then, and for good when a fault ends the run. With `stream`, and on
    standard output, everything is written and flushed at once.

    Args:
        path: The file; None is standard output.
        stream: Write as results come, as lines of JSON are.

    Raises:
        UsageError: the file cannot be written, or is one of the inputs.
    """

    def __init__(
        self, path: Path | None, *, stream: bool = False, inputs: Iterable[str] = ()
    ) -> None:
        self.path = None if path is None or str(path) == "-" else path
        self._file: TextIO = sys.stdout
        self._part: Path | None = None
        self._final: Path | None = None
        if self.path is None:
            return
        refuse_inputs(self.path, inputs)
        # A link is followed, so that the file it names is replaced and not the link.
        target = self.path.resolve()
        try:
            if stream or (target.exists() and not target.is_file()):
                self._file = target.open(
                    "w", encoding="utf-8", errors="backslashreplace", newline=""
                )
            else:
                self._file, self._part = _beside(target)
                self._final = target
        except OSError as fault:
            raise _cannot(self.path, fault) from fault

    def write(self, text: str) -> None:
        """Write, and flush unless the document is still being put together."""
        try:
            self._file.write(text)
            if self._final is None:
                self._file.flush()
        except BrokenPipeError:
            raise
        except OSError as fault:
            raise _cannot(self.path or Path("standard output"), fault) from fault

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Put the document in its place; after Ctrl-C or an error what was done until then."""
        if self.path is None:
            return
        try:
            self._close(fault)
            if self._final is None or self._part is None:
                return
            ended = kind is not None and issubclass(kind, KeyboardInterrupt | SummarizerError)
            if kind is None or (ended and self._part.stat().st_size):
                self._part.replace(self._final)
        except OSError as wrong:
            raise _cannot(self.path, wrong) from wrong
        finally:
            if self._part is not None:
                self._part.unlink(missing_ok=True)

    def _close(self, fault: BaseException | None) -> None:
        """Close the file; that it cannot be written to the end is said once."""
        try:
            self._file.close()
        except OSError:
            if not isinstance(fault, UsageError):
                raise


def _beside(target: Path) -> tuple[TextIO, Path]:
    """A new file in the target's folder, with the rights that the target has or would get."""
    number, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    if target.exists():
        if not os.access(target, os.W_OK):
            os.close(number)
            Path(name).unlink()
            raise PermissionError(13, "Permission denied")
        rights = stat.S_IMODE(target.stat().st_mode)
    else:
        umask = os.umask(0)
        os.umask(umask)
        rights = 0o666 & ~umask
    Path(name).chmod(rights)
    file = os.fdopen(number, "w", encoding="utf-8", errors="backslashreplace", newline="")
    return file, Path(name)


def refuse_inputs(path: Path, inputs: Iterable[str]) -> None:
    """Raise where a file to write is one that is read."""
    for one in inputs:
        with suppress(OSError):
            if Path(one).samefile(path):
                raise UsageError(
                    "is also an input", subject=str(path), way_out="Choose another output file"
                )


def _cannot(path: Path, fault: OSError) -> UsageError:
    reason = (fault.strerror or type(fault).__name__).lower()
    return UsageError(
        f"cannot be written: {reason}",
        subject=str(path),
        way_out="Choose a file in a folder that exists and that you may write to",
    )
