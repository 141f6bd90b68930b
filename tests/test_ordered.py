"""Many at once, in order, without waiting for what has not come yet."""

import asyncio
from queue import Queue

import pytest

from summarizer.ordered import WAIT_AHEAD, ordered_amap


def gathered(function, items, *, workers):
    """Every result, in a loop of its own."""

    async def main():
        return [result async for result in ordered_amap(function, items, workers=workers)]

    return asyncio.run(asyncio.wait_for(main(), 10))


async def same(item):
    return item


def test_results_keep_the_order_of_the_items_whoever_is_done_first():
    async def main():
        gates = [asyncio.Event() for _ in range(3)]

        async def work(index):
            if index == 0:
                await gates[0].wait()
            elif index == 2:
                gates[0].set()
            return index * 10

        return [result async for result in ordered_amap(work, range(3), workers=3)]

    assert asyncio.run(main()) == [0, 10, 20]


def test_an_answer_does_not_wait_for_the_next_item():
    inbox = Queue()

    def items():
        while (item := inbox.get(timeout=5)) is not None:
            yield item

    async def main():
        results = ordered_amap(same, items(), workers=4)
        inbox.put("a")
        assert await anext(results) == "a"
        inbox.put("b")
        assert await anext(results) == "b"
        inbox.put(None)
        return [result async for result in results]

    assert asyncio.run(asyncio.wait_for(main(), 10)) == []


@pytest.mark.parametrize("kind", [list, iter], ids=["a list", "an iterator"])
def test_the_workers_are_all_used_and_never_exceeded(kind):
    async def main():
        running = peak = 0
        full = asyncio.Event()

        async def work(n):
            nonlocal running, peak
            running += 1
            peak = max(peak, running)
            if running == 4:
                full.set()
            await full.wait()
            await asyncio.sleep(0)
            running -= 1
            return n

        items = kind(list(range(50)))
        return [n async for n in ordered_amap(work, items, workers=4)], peak

    assert asyncio.run(asyncio.wait_for(main(), 10)) == (list(range(50)), 4)


@pytest.mark.parametrize("where", ["function", "items"])
def test_an_error_is_raised_in_its_place(where):
    def items():
        yield 1
        if where == "items":
            raise ValueError("items")
        yield 0

    async def work(n):
        return 1 // n

    async def main():
        results = ordered_amap(work, items(), workers=2)
        assert await anext(results) == 1
        with pytest.raises(ValueError if where == "items" else ZeroDivisionError):
            await anext(results)

    asyncio.run(asyncio.wait_for(main(), 10))


def test_a_reader_that_stops_early_ends_the_feeding_and_the_work():
    seen, cancelled = [], []

    def items():
        for n in range(10_000):
            seen.append(n)
            yield n

    async def main():
        begun = asyncio.Event()

        async def work(n):
            try:
                if n == 1:
                    begun.set()
                await asyncio.sleep(0 if n == 0 else 60)
            except asyncio.CancelledError:
                cancelled.append(n)
                raise
            return n

        results = ordered_amap(work, items(), workers=2)
        assert await anext(results) == 0
        await begun.wait()
        await results.aclose()

    asyncio.run(asyncio.wait_for(main(), 10))
    assert len(seen) < 100
    assert cancelled


def test_a_slow_one_holds_back_a_bounded_number():
    async def main():
        started, first = [], asyncio.Event()

        async def work(n):
            started.append(n)
            if n == 0:
                await first.wait()
            return n

        results = ordered_amap(work, iter(range(10_000)), workers=4)
        task = asyncio.create_task(anext(results))
        for _ in range(2000):
            await asyncio.sleep(0)
        held = len(started)
        first.set()
        assert await task == 0
        await results.aclose()
        return held

    assert asyncio.run(main()) <= 4 * WAIT_AHEAD


def test_the_workers_may_become_more_on_the_way():
    async def main():
        limit, running, peaks = [1], 0, []

        async def work(n):
            nonlocal running
            running += 1
            peaks.append(running)
            await asyncio.sleep(0)
            running -= 1
            if n == 10:
                limit[0] = 5
            return n

        async for _ in ordered_amap(work, range(100), workers=lambda: limit[0]):
            pass
        return max(peaks[:10]), max(peaks)

    assert asyncio.run(main()) == (1, 5)


def test_no_items_are_no_results():
    assert gathered(same, [], workers=2) == []
    assert gathered(same, iter(()), workers=2) == []
