"""Many at once, in order, without waiting for what has not come yet."""

import asyncio
import threading
from queue import Queue

import pytest

from summarizer.ordered import ordered_amap, ordered_map


def test_results_keep_the_order_of_the_items_whoever_is_done_first():
    gates = [threading.Event() for _ in range(3)]

    def work(index):
        if index == 0:
            gates[0].wait(5)
        else:
            gates[index].set()
            if index == 2:
                gates[0].set()
        return index * 10

    assert list(ordered_map(work, range(3), workers=3)) == [0, 10, 20]


def test_an_answer_does_not_wait_for_the_next_item():
    inbox = Queue()

    def items():
        while (item := inbox.get(timeout=5)) is not None:
            yield item

    results = ordered_map(str.upper, items(), workers=4)
    inbox.put("a")
    assert next(results) == "A"
    inbox.put("b")
    assert next(results) == "B"
    inbox.put(None)
    assert list(results) == []


def test_no_more_than_the_workers_are_under_way():
    lock, running, peak = threading.Lock(), [0], [0]

    def work(item):
        with lock:
            running[0] += 1
            peak[0] = max(peak[0], running[0])
        with lock:
            running[0] -= 1
        return item

    assert list(ordered_map(work, range(50), workers=3)) == list(range(50))
    assert peak[0] <= 3


@pytest.mark.parametrize("where", ["function", "items"])
def test_an_error_is_raised_in_its_place(where):
    def items():
        yield 1
        if where == "items":
            raise ValueError("items")
        yield 0

    results = ordered_map(lambda n: 1 // n, items(), workers=2)
    assert next(results) == 1
    with pytest.raises(ValueError if where == "items" else ZeroDivisionError):
        next(results)


def test_a_reader_that_stops_early_ends_the_feeding():
    seen = []

    def items():
        for n in range(10_000):
            seen.append(n)
            yield n

    results = ordered_map(lambda n: n, items(), workers=2)
    assert next(results) == 0
    results.close()
    assert len(seen) < 10_000


def test_in_an_event_loop_order_is_kept_and_the_workers_are_all_used():
    async def run():
        running = peak = 0
        full = asyncio.Event()

        async def work(n):
            nonlocal running, peak
            running += 1
            peak = max(peak, running)
            if running == 4:
                full.set()
            await full.wait()
            running -= 1
            return n

        return [n async for n in ordered_amap(work, range(20), workers=4)], peak

    assert asyncio.run(asyncio.wait_for(run(), 10)) == (list(range(20)), 4)


def test_in_an_event_loop_an_error_of_the_items_is_raised():
    def items():
        yield 1
        raise ValueError("items")

    async def same(n):
        return n

    async def run():
        return [n async for n in ordered_amap(same, items(), workers=2)]

    with pytest.raises(ValueError, match="items"):
        asyncio.run(run())
