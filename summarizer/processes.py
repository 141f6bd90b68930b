"""Functions called in processes beside this one, for an event loop that must not stand still.

The processes are started by their interpreter and a line of code, not as copies of this one: they
neither run the caller's script again nor share a thread or a lock with it. Calls and results go
through pipes as pickles. A process ends when its pipe does, so none outlives its parent, however
that ended; one that dies is replaced, and what it had under way is done by another.
"""

from __future__ import annotations

import asyncio
import logging
import os
import pickle
import signal
import struct
import sys
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Any, BinaryIO, ParamSpec, TypeVar, cast

from summarizer.errors import FaultError

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import Callable

P = ParamSpec("P")
T = TypeVar("T")

logger = logging.getLogger("summarizer.processes")
_SIZE = struct.Struct("!Q")
_AT_ONCE = 2
"""Calls that a process holds: while one result is on its way, the next is worked on."""
_TRIES = 3
"""Processes that one call may cost before it is given up."""
_CODE = "import sys; sys.path[:] = sys.argv[1:]; from summarizer.processes import serve; serve()"


class Processes:
    """So many processes, in one event loop; started when the first call is for them.

    Args:
        count: How many; 0 calls everything here.
        after: Calls that are made here before the processes are worth their start.
    """

    def __init__(self, count: int, *, after: int = 0) -> None:
        self._count = count if sys.executable else 0
        self._here = after
        self._all: list[_Child] = []
        self._starting: asyncio.Task[None] | None = None
        self._room = asyncio.Condition()

    async def call(self, function: Callable[P, T], *args: P.args, **options: P.kwargs) -> T:
        """Call a function that a module has by its name; arguments and result are copied.

        Raises:
            FaultError: every process that took the call died of it.
            Exception: that of the function.
        """
        for _ in range(_TRIES):
            child = await self._child()
            if child is None:
                return function(*args, **options)
            try:
                done, value = await child.call(pickle.dumps((function, args, options)))
            except EOFError:
                continue
            finally:
                async with self._room:
                    self._room.notify()
            if done:
                return cast("T", value)
            raise value
        raise FaultError(
            f"{_TRIES} processes died of it", way_out="Look for a lack of memory, or try again"
        )

    async def aclose(self) -> None:
        """End the processes."""
        if self._starting is not None:
            self._starting.cancel()
            await asyncio.gather(self._starting, return_exceptions=True)
        for child in self._all:
            await child.end()
        self._all.clear()
        self._count = 0

    async def _child(self) -> _Child | None:
        """A process that has room; None where the call is to be made here."""
        if self._here > 0 or not self._count:
            self._here -= 1
            return None
        async with self._room:
            while self._count:
                await self._replace()
                best = min(self._all, key=lambda child: child.calls, default=None)
                if best is None:
                    return None
                if best.calls < _AT_ONCE:
                    best.calls += 1
                    return best
                await self._room.wait()
        return None

    async def _replace(self) -> None:
        """Start what is not there, or is there no more."""
        for child in [child for child in self._all if child.dead]:
            self._all.remove(child)
            await child.end()
        while len(self._all) < self._count:
            try:
                self._all.append(await _Child.start())
            except OSError as error:
                logger.warning(
                    "no process can be started (%s): going on in this one",
                    error.strerror or error,
                )
                self._count = len(self._all)


class _Child:
    """One process: calls go in, results come back in their order."""

    def __init__(self, process: Process) -> None:
        self.calls = 0
        self.dead = False
        self._process = process
        self._waiting: deque[asyncio.Future[tuple[bool, Any]]] = deque()
        self._reader = asyncio.create_task(self._read())

    @classmethod
    async def start(cls) -> _Child:
        return cls(
            await asyncio.create_subprocess_exec(
                sys.executable,
                "-c",
                _CODE,
                *sys.path,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
            )
        )

    async def call(self, data: bytes) -> tuple[bool, Any]:
        """Whether the function came to its end, and its value or its error."""
        found: asyncio.Future[tuple[bool, Any]] = asyncio.get_running_loop().create_future()
        self._waiting.append(found)
        pipe = self._process.stdin
        try:
            if self.dead or pipe is None:
                raise EOFError
            pipe.write(_SIZE.pack(len(data)) + data)
            with suppress(ConnectionError):  # it died: the reader says so
                await pipe.drain()
            return await found
        finally:
            self.calls -= 1

    async def end(self) -> None:
        """End it, gently."""
        self.dead = True
        if self._process.stdin is not None:
            self._process.stdin.close()
        with suppress(ProcessLookupError):
            self._process.terminate()
        await self._process.wait()
        await asyncio.gather(self._reader, return_exceptions=True)

    async def _read(self) -> None:
        pipe = self._process.stdout
        try:
            while pipe is not None:
                head = await pipe.readexactly(_SIZE.size)
                data = await pipe.readexactly(_SIZE.unpack(head)[0])
                found = self._waiting.popleft()
                if not found.done():  # nobody waits for it any more
                    found.set_result(pickle.loads(data))  # noqa: S301 - of our own process
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            self.dead = True
            for found in self._waiting:
                if not found.done():
                    found.set_exception(EOFError())


def serve() -> None:
    """What such a process does until its standard input ends."""
    # Ctrl-C is sent to all of a terminal's processes: the parent says when it is over.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    calls = sys.stdin.buffer
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as results:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # a stray print is no result
        with suppress(BrokenPipeError):
            _serve(calls, results)


def _serve(calls: BinaryIO, results: BinaryIO) -> None:
    while len(head := calls.read(_SIZE.size)) == _SIZE.size:
        data = calls.read(_SIZE.unpack(head)[0])
        try:
            function, args, options = pickle.loads(data)  # noqa: S301 - of our own parent
            result = pickle.dumps((True, function(*args, **options)), pickle.HIGHEST_PROTOCOL)
        except Exception as error:  # noqa: BLE001 - whatever it is, the caller is told
            result = _failed(error)
        results.write(_SIZE.pack(len(result)) + result)
        results.flush()


def _failed(error: Exception) -> bytes:
    """An error on its way out; one that cannot be copied is told in words."""
    try:
        return pickle.dumps((False, error), pickle.HIGHEST_PROTOCOL)
    except Exception:  # noqa: BLE001 - a class may break in any way while it is copied
        return pickle.dumps((False, RuntimeError(f"{type(error).__name__}: {error}")))
