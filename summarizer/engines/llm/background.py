"""An event loop in a thread of its own, so that synchronous calls work anywhere.

Also inside a running loop, as in a notebook, and from several threads at once.
"""

from __future__ import annotations

import asyncio
import threading
import weakref
from collections import deque
from concurrent.futures import CancelledError, Future
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from summarizer.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

    from anyio.from_thread import BlockingPortal

T = TypeVar("T")

_READY = 64
"""Results that are kept ready for a reader who is slower than their maker."""
_POLL_SECONDS = 0.2
_END_SECONDS = 5.0


class Background:
    """Started at the first call, stopped by `stop`, or at the latest when the process ends."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._portal: BlockingPortal | None = None
        self._stack = ExitStack()
        self._waiting: set[Future[Any]] = set()

    @property
    def running(self) -> bool:
        """Whether there is a thread."""
        return self._portal is not None

    def call(self, function: Callable[[], Awaitable[T]]) -> T:
        """Await `function()` in the thread's loop; an interrupt here cancels it there.

        Raises:
            EngineError: `cancel` was called meanwhile.
        """
        future = self._start().start_task_soon(function)
        self._waiting.add(future)
        try:
            return future.result()
        except CancelledError:
            raise EngineError("closed before the model answered") from None
        except BaseException:
            future.cancel()
            raise
        finally:
            self._waiting.discard(future)

    def iterate(self, make: Callable[[], AsyncIterator[T]]) -> Iterator[T]:
        """Iterate over `make()` in the thread's loop; leaving off here cancels it there."""
        handover: _Handover[T] = _Handover()
        future = self._start().start_task_soon(handover.fill, make)
        self._waiting.add(future)
        try:
            yield from handover
            try:
                future.result()
            except CancelledError:
                raise EngineError("closed before the model answered") from None
        finally:
            future.cancel()
            handover.wait()
            self._waiting.discard(future)

    def cancel(self) -> None:
        """Cancel what other threads wait for."""
        for future in tuple(self._waiting):
            future.cancel()

    def stop(self) -> None:
        """Cancel what still runs, and end the thread."""
        with self._lock:
            self._portal = None
            self._stack.close()

    def _start(self) -> BlockingPortal:
        with self._lock:
            if self._portal is None:
                from anyio.from_thread import start_blocking_portal

                portal = self._stack.enter_context(start_blocking_portal("asyncio"))
                self._stack.callback(portal.call, portal.stop, True)  # noqa: FBT003 - cancel
                self._portal = portal
                # The thread knows nothing of us: without this it would outlive us, and block.
                weakref.finalize(self, self._stack.close)
            return self._portal


class _Handover(Generic[T]):
    """Results from a loop in one thread to a reader in another, a bounded number at a time."""

    def __init__(self) -> None:
        self._ready: deque[T] = deque()
        self._changed = threading.Condition()
        self._ended = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._room: asyncio.Event | None = None

    async def fill(self, make: Callable[[], AsyncIterator[T]]) -> None:
        """Put everything in, waiting where the reader is slow."""
        self._loop, self._room = asyncio.get_running_loop(), asyncio.Event()
        results = make()
        try:
            async for result in results:
                with self._changed:
                    self._ready.append(result)
                    self._changed.notify()
                while len(self._ready) >= _READY:
                    self._room.clear()
                    await self._room.wait()
        finally:
            close = getattr(results, "aclose", None)
            try:
                if close is not None:
                    await close()
            finally:
                self._end()

    def __iter__(self) -> Iterator[T]:
        while True:
            with self._changed:
                while not self._ready and not self._ended:
                    # In short steps: an endless wait would keep Ctrl-C from arriving.
                    self._changed.wait(_POLL_SECONDS)
                if not self._ready:
                    return
                result = self._ready.popleft()
            if len(self._ready) == _READY // 2 and self._loop and self._room:
                self._loop.call_soon_threadsafe(self._room.set)
            yield result

    def wait(self) -> None:
        """Wait until nothing more is put in."""
        with self._changed:
            self._changed.wait_for(lambda: self._ended, _END_SECONDS)

    def _end(self) -> None:
        with self._changed:
            self._ended = True
            self._changed.notify_all()
