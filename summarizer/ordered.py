"""Many at once, answered in order, each as soon as it and all before it are done."""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterable

Item = TypeVar("Item")
Result = TypeVar("Result")

READ_AHEAD = 16
"""Items that are read before they are asked for."""
WAIT_AHEAD = 8
"""Results that wait for a slow one before them, in multiples of the workers."""
_POLL_SECONDS = 0.2


async def ordered_amap(
    function: Callable[[Item], Awaitable[Result]],
    items: Iterable[Item],
    *,
    workers: int | Callable[[], int],
) -> AsyncGenerator[Result, None]:
    """Apply `function` to many items at once and yield the results in the order of the items.

    Items are read in a thread of their own, so that an answer never waits for the next item to
    arrive. Only so many items and results are held that memory does not grow with their number.

    Args:
        function: Called in this event loop.
        items: May block while the next is awaited.
        workers: How many are under way at a time; a function is asked anew before each start.

    Raises:
        Exception: that of `function` or of `items`, in its place.
    """
    size = workers if callable(workers) else lambda: workers
    feed = _Feed(items)
    course = _Course(function, feed, size)
    driver = asyncio.create_task(course.drive())
    try:
        while (task := await course.next()) is not None:
            result = await task
            course.taken()
            yield result
        await driver
    finally:
        feed.stop()
        driver.cancel()
        course.cancel()
        await asyncio.gather(driver, *course.pending, return_exceptions=True)


class _Course(Generic[Item, Result]):
    """Starts what may be started, whether or not anybody takes results at the moment."""

    def __init__(
        self,
        function: Callable[[Item], Awaitable[Result]],
        feed: _Feed[Item],
        size: Callable[[], int],
    ) -> None:
        self.pending: deque[asyncio.Task[Result]] = deque()
        self._function = function
        self._feed = feed
        self._size = size
        self._running = 0
        self._ended = False
        self._room = asyncio.Event()
        self._more = asyncio.Event()

    async def drive(self) -> None:
        try:
            async for item in self._feed:
                while not self._may_start():
                    self._room.clear()
                    await self._room.wait()
                self._running += 1
                self.pending.append(asyncio.create_task(self._run(item)))
                self._more.set()
        finally:
            self._ended = True
            self._more.set()

    async def next(self) -> asyncio.Task[Result] | None:
        while not self.pending:
            if self._ended:
                return None
            self._more.clear()
            await self._more.wait()
        return self.pending[0]

    def taken(self) -> None:
        self.pending.popleft()
        self._room.set()

    def cancel(self) -> None:
        for task in self.pending:
            task.cancel()

    def _may_start(self) -> bool:
        size = self._size()
        return self._running < size and len(self.pending) < WAIT_AHEAD * size

    async def _run(self, item: Item) -> Result:
        try:
            return await self._function(item)
        finally:
            self._running -= 1
            self._room.set()


class _Feed(Generic[Item]):
    """The items of an iterable that may block, one after the other in an event loop."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = items
        self._stopped = threading.Event()
        self._room = threading.Semaphore(READ_AHEAD)
        self._queue: asyncio.Queue[tuple[Item] | BaseException | None] = asyncio.Queue()

    async def __aiter__(self) -> AsyncIterator[Item]:
        if isinstance(self._items, Sequence):
            for item in self._items:
                yield item
            return
        loop = asyncio.get_running_loop()
        # A daemon: nobody can end a read of standard input, and it must not keep the process.
        threading.Thread(target=self._read, args=(loop,), daemon=True).start()
        while (got := await self._queue.get()) is not None:
            if isinstance(got, BaseException):
                raise got
            yield got[0]
            self._room.release()

    def stop(self) -> None:
        self._stopped.set()

    def _read(self, loop: asyncio.AbstractEventLoop) -> None:
        def put(got: tuple[Item] | BaseException | None) -> None:
            try:
                loop.call_soon_threadsafe(self._queue.put_nowait, got)
            except RuntimeError:  # the loop is closed: nobody waits any more
                self._stopped.set()

        try:
            for item in self._items:
                while not self._room.acquire(timeout=_POLL_SECONDS):
                    if self._stopped.is_set():
                        return
                if self._stopped.is_set():
                    return
                put((item,))
        except BaseException as error:  # noqa: BLE001 - handed on to the reader, whatever it is
            put(error)
        put(None)
