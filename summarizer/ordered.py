"""Many at once, answered in order, each as soon as it and all before it are done."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from queue import Empty, Full, Queue
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator

Item = TypeVar("Item")
Result = TypeVar("Result")

_POLL_SECONDS = 0.2


def ordered_map(
    function: Callable[[Item], Result], items: Iterable[Item], *, workers: int
) -> Iterator[Result]:
    """Apply `function` in `workers` threads and yield the results in the order of `items`.

    `items` is read in a thread of its own, at most `workers` ahead, so that an answer never waits
    for the next item to arrive. An error of `function` or of `items` is raised in its place.
    """
    queue: Queue[Future[Result] | None] = Queue(maxsize=workers)
    stop = threading.Event()
    executor = ThreadPoolExecutor(max_workers=workers)

    def put(future: Future[Result] | None) -> bool:
        while not stop.is_set():
            with contextlib.suppress(Full):
                queue.put(future, timeout=_POLL_SECONDS)
                return True
        return False

    def feed() -> None:
        try:
            for item in items:
                if not put(executor.submit(function, item)):
                    return
        except BaseException as error:  # noqa: BLE001 - handed on to the reader, whatever it is
            failed: Future[Result] = Future()
            failed.set_exception(error)
            put(failed)
        finally:
            put(None)

    threading.Thread(target=feed, daemon=True).start()
    try:
        while (future := _get(queue)) is not None:
            yield future.result()
    finally:
        stop.set()
        executor.shutdown(wait=False, cancel_futures=True)


def _get(queue: Queue[Future[Result] | None]) -> Future[Result] | None:
    """Wait in short steps: an endless wait would keep Ctrl-C from arriving on some systems."""
    while True:
        with contextlib.suppress(Empty):
            return queue.get(timeout=_POLL_SECONDS)


async def ordered_amap(
    function: Callable[[Item], Awaitable[Result]], items: Iterable[Item], *, workers: int
) -> AsyncIterator[Result]:
    """`ordered_map` in an event loop: at most `workers` are under way at a time."""
    queue: asyncio.Queue[asyncio.Task[Result] | None] = asyncio.Queue(maxsize=workers)
    slots = asyncio.Semaphore(workers)
    iterator = iter(items)
    end = object()

    async def run(item: Item) -> Result:
        try:
            return await function(item)
        finally:
            slots.release()

    async def feed() -> None:
        try:
            while True:
                await slots.acquire()
                item = await asyncio.to_thread(next, iterator, end)
                if item is end:
                    return
                await queue.put(asyncio.create_task(run(item)))  # type: ignore[arg-type]
        finally:
            await queue.put(None)

    feeder = asyncio.create_task(feed())
    task: asyncio.Task[Result] | None = None
    try:
        while (task := await queue.get()) is not None:
            yield await task
        await feeder
    finally:
        feeder.cancel()
        for left in [task, *_drained(queue)]:
            if left is not None:
                left.cancel()


def _drained(
    queue: asyncio.Queue[asyncio.Task[Result] | None],
) -> Iterator[asyncio.Task[Result] | None]:
    with contextlib.suppress(asyncio.QueueEmpty):
        while True:
            yield queue.get_nowait()
