"""Functions called in processes beside this one, for an event loop that must not stand still.

The processes are started by their interpreter and a line of code, not as copies of this one: they
neither run the caller's script again nor share a thread or a lock with it. Calls and results go
through pipes as pickles, each process served by a thread. A process ends when its pipe does, so
none outlives its parent, however that ended; one that dies is replaced, and what it had under way
is done by another.
"""

from __future__ import annotations

import asyncio
import logging
import os
import pickle
import queue
import signal
import struct
import subprocess
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, ParamSpec, TypeVar, cast

from summarizer.errors import FaultError

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
T = TypeVar("T")

logger = logging.getLogger("summarizer.processes")
_SIZE = struct.Struct("!Q")
_TRIES = 3
"""Processes that one call may cost before it is given up."""
_CODE = "import sys; sys.path[:] = sys.argv[1:]; from summarizer.processes import serve; serve()"


class _Call(NamedTuple):
    data: bytes
    loop: asyncio.AbstractEventLoop
    found: asyncio.Future[tuple[bool, Any]]


class Processes:
    """So many processes, started when the first call is for them.

    Args:
        count: How many; 0 calls everything here.
        after: Calls that are made here before the processes are worth their start.
    """

    def __init__(self, count: int, *, after: int = 0) -> None:
        self._count = count if sys.executable else 0
        self._here = after
        self._calls: queue.SimpleQueue[_Call | None] = queue.SimpleQueue()
        self._all: list[_Child] = []

    async def call(self, function: Callable[P, T], *args: P.args, **options: P.kwargs) -> T:
        """Call a function that a module has by its name; arguments and result are copied.

        Raises:
            FaultError: every process that took the call died of it.
            Exception: that of the function.
        """
        if self._here > 0 or not self._count:
            self._here -= 1
            return function(*args, **options)
        if not self._all:
            self._all = [_Child(self._calls) for _ in range(self._count)]
        loop = asyncio.get_running_loop()
        found: asyncio.Future[tuple[bool, Any]] = loop.create_future()
        self._calls.put(_Call(pickle.dumps((function, args, options)), loop, found))
        done, value = await found
        if done:
            return cast("T", value)
        raise value

    def close(self) -> None:
        """End the processes; calls under way get no result."""
        for _ in self._all:
            self._calls.put(None)
        for child in self._all:
            child.end()
        self._all, self._count = [], 0


class _Child:
    """One process, and the thread that hands it one call after the other."""

    def __init__(self, calls: queue.SimpleQueue[_Call | None]) -> None:
        self._calls = calls
        self._process: subprocess.Popen[bytes] | None = None
        self._ended = False
        self._guard = threading.Lock()
        self._thread = threading.Thread(target=self._work, name="summarizer-process", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """End it, whatever it is doing."""
        with self._guard:
            self._ended = True
            if self._process is not None:
                self._process.terminate()
        self._thread.join()

    def _work(self) -> None:
        try:
            while (call := self._calls.get()) is not None and not self._ended:
                if call.found.cancelled():
                    continue
                result = self._result(call.data)
                # Nobody waits any more where the loop is closed.
                with suppress(RuntimeError):
                    call.loop.call_soon_threadsafe(_tell, call.found, result)
        finally:
            self._drop()

    def _result(self, data: bytes) -> tuple[bool, Any]:
        """Whether the function came to its end, and its value or its error."""
        for _ in range(_TRIES):
            try:
                process = self._running()
            except OSError as error:
                logger.warning(
                    "no process can be started (%s): going on in this one", error.strerror or error
                )
                return _called(data)
            try:
                if process is not None:
                    return _asked(process, data)
            except (OSError, EOFError):
                self._drop()
            if self._ended:
                break
        return False, FaultError(
            f"{_TRIES} processes died of it", way_out="Look for a lack of memory, or try again"
        )

    def _running(self) -> subprocess.Popen[bytes] | None:
        with self._guard:
            if self._process is None and not self._ended:
                self._process = subprocess.Popen(  # noqa: S603 - our own interpreter
                    [sys.executable, "-c", _CODE, *sys.path],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                )
            return self._process

    def _drop(self) -> None:
        with self._guard:
            process, self._process = self._process, None
        if process is not None:
            process.kill()
            with suppress(OSError), process:  # closes the pipes and waits for the end
                pass


def _tell(found: asyncio.Future[tuple[bool, Any]], result: tuple[bool, Any]) -> None:
    if not found.done():  # it may have been given up
        found.set_result(result)


def _asked(process: subprocess.Popen[bytes], data: bytes) -> tuple[bool, Any]:
    if process.stdin is None or process.stdout is None:
        raise EOFError
    process.stdin.write(_SIZE.pack(len(data)) + data)
    process.stdin.flush()
    head = process.stdout.read(_SIZE.size)
    if len(head) < _SIZE.size:
        raise EOFError
    size = _SIZE.unpack(head)[0]
    result = process.stdout.read(size)
    if len(result) < size:
        raise EOFError
    done, value = pickle.loads(result)  # noqa: S301 - of our own process
    return done, value


def _called(data: bytes) -> tuple[bool, Any]:
    try:
        function, args, options = pickle.loads(data)  # noqa: S301 - our own
        return True, function(*args, **options)
    except Exception as error:  # noqa: BLE001 - whatever it is, the caller is told
        return False, error


def serve() -> None:
    """What such a process does until its standard input ends."""
    # Ctrl-C is sent to all of a terminal's processes: the parent says when it is over.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    calls = sys.stdin.buffer
    with (
        suppress(BrokenPipeError),  # the parent is gone
        os.fdopen(os.dup(sys.stdout.fileno()), "wb") as results,
    ):
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # a stray print is no result
        _serve(calls, results)


def _serve(calls: BinaryIO, results: BinaryIO) -> None:
    while len(head := calls.read(_SIZE.size)) == _SIZE.size:
        data = calls.read(_SIZE.unpack(head)[0])
        result = _called(data)
        try:
            sent = pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
        except Exception as error:  # noqa: BLE001 - a class may break in any way while it is copied
            said = error if result[0] else result[1]
            sent = pickle.dumps((False, RuntimeError(f"{type(said).__name__}: {said}")))
        results.write(_SIZE.pack(len(sent)) + sent)
        results.flush()
