"""The pool of requests finds what a provider bears, obeys it, and keeps the given limits."""

import asyncio

import pytest
from virtual_time import run

from summarizer.ordered import ordered_amap
from summarizer.pace import FIRST, MOST, Pace
from summarizer.testing import no_waits


class Provider:
    """Answers in `seconds`, refuses whoever comes when `bears` are there, and may slow down."""

    def __init__(self, *, bears=10_000, seconds=1.0, slows_at=None, retry_after=None):
        self.bears, self.seconds, self.slows_at = bears, seconds, slows_at
        self.retry_after = retry_after
        self.here = self.peak = self.refused = 0
        self.sent = []

    async def ask(self):
        self.sent.append(asyncio.get_running_loop().time())
        if self.here >= self.bears:
            self.refused += 1
            await asyncio.sleep(0.01)
            return False
        self.here += 1
        self.peak = max(self.peak, self.here)
        crowd = self.here / self.slows_at if self.slows_at else 0.0
        await asyncio.sleep(self.seconds * max(1.0, crowd))
        self.here -= 1
        return True


async def send(pace, provider, *, back_off=1.0):
    while True:
        turn = await pace.turn()
        if await provider.ask():
            return pace.answered(turn)
        pace.refused(turn, provider.retry_after)
        await asyncio.sleep(provider.retry_after or back_off)


def many(pace, provider, count):
    async def main():
        loop = asyncio.get_running_loop()
        started = loop.time()

        async def one(number):
            await send(pace, provider)
            return number

        results = [n async for n in ordered_amap(one, range(count), workers=lambda: pace.width)]
        assert results == list(range(count))
        return loop.time() - started

    return run(main())


def test_the_pool_grows_while_answers_take_no_longer():
    pace, provider = Pace(), Provider()
    seconds = many(pace, provider, 4000)
    assert provider.peak == MOST
    assert seconds < 40  # at the first limit it would be 500


def test_a_given_limit_is_used_at_once_and_never_exceeded():
    pace, provider = Pace(64), Provider()
    assert many(pace, provider, 640) == pytest.approx(10, rel=0.2)
    assert provider.peak == 64


def test_a_provider_that_bears_32_is_found_out_and_nothing_is_lost():
    pace, provider = Pace(), Provider(bears=32)
    seconds = many(pace, provider, 1000)
    assert seconds < 1.6 * 1000 / 32
    assert provider.refused < 150
    assert 16 <= pace.limit <= 40


def test_a_given_limit_gives_way_to_refusals_and_comes_back():
    provider = Provider(bears=8)
    pace = Pace(32)
    many(pace, provider, 100)
    assert pace.limit < 16
    provider.bears = 10_000
    many(pace, provider, 2000)
    assert pace.limit == 32
    assert provider.peak <= 32


def test_a_provider_that_slows_down_is_not_given_more():
    pace, provider = Pace(), Provider(slows_at=20)
    many(pace, provider, 2000)
    assert 20 <= provider.peak <= 80  # what was sent before the first slow answer came


def test_many_refusals_at_once_cut_the_limit_once():
    async def main():
        pace = Pace(40)
        turns = [await pace.turn() for _ in range(40)]
        await asyncio.sleep(0.1)
        for turn in turns:
            pace.refused(turn)
        return pace.limit

    assert run(main()) == 20


def test_retry_after_holds_everybody_back():
    async def main():
        loop = asyncio.get_running_loop()
        pace = Pace(4)
        turn, other = await pace.turn(), await pace.turn()
        pace.refused(turn, 30)
        pace.answered(other)
        started = loop.time()
        await pace.turn()
        return loop.time() - started

    assert run(main()) == pytest.approx(30)


def test_refusals_that_come_at_any_number_are_put_up_with():
    class Moody(Provider):
        async def ask(self):
            if len(self.sent) % 7 == 3:
                self.sent.append(0)
                await asyncio.sleep(0.01)
                return False
            return await super().ask()

    assert many(Pace(64), Moody(), 3000) < 2 * 3000 / 64


def test_without_waits_nobody_is_held_back():
    async def main():
        pace = Pace(4, rpm=1)
        pace.refused(await pace.turn(), 30)
        await pace.turn()
        return asyncio.get_running_loop().time()

    with no_waits():
        assert run(main()) == 1000.0


@pytest.mark.parametrize("rpm", [30, 600])
def test_requests_a_minute_are_kept(rpm):
    pace, provider = Pace(64, rpm=rpm), Provider(seconds=0.1)
    many(pace, provider, 300)
    sent = provider.sent
    for index, start in enumerate(sent):
        within = sum(1 for later in sent[index:] if later < start + 60)
        assert within <= rpm + max(1, rpm / 60)
    assert sent[-1] - sent[0] == pytest.approx(300 / rpm * 60, rel=0.1)


def test_tokens_a_minute_are_kept_by_what_the_answers_took():
    async def main():
        loop = asyncio.get_running_loop()
        pace = Pace(16, tpm=60_000)
        spent = []

        async def one(_):
            turn = await pace.turn(100)
            await asyncio.sleep(0.5)
            spent.append((loop.time(), 2000))
            pace.answered(turn, 2000)

        async for _ in ordered_amap(one, range(200), workers=lambda: pace.width):
            pass
        return spent

    spent = run(main())
    took = spent[-1][0] - spent[0][0]
    assert took == pytest.approx(200 * 2000 / 60_000 * 60, rel=0.15)


def test_a_turn_that_is_given_up_is_free_for_the_next():
    async def main():
        pace = Pace(1)
        first = await pace.turn()
        waiting = [asyncio.create_task(pace.turn()) for _ in range(3)]
        await asyncio.sleep(0)
        waiting[0].cancel()
        pace.failed(first)
        waiting[1].cancel()  # in the same moment as it is given
        await asyncio.sleep(0)
        return await waiting[2]

    assert run(main()).sent == 1000.0


def test_the_first_limit_is_modest():
    assert Pace().limit == FIRST <= 16


def test_a_provider_without_trouble_is_given_twice_as_much_a_round_trip():
    pace, provider = Pace(), Provider(seconds=1.0)

    async def main():
        async def one(_):
            await send(pace, provider)

        async def later():
            sizes = []
            for _ in range(5):
                await asyncio.sleep(1.0)
                sizes.append(pace.limit)
            return sizes

        watching = asyncio.create_task(later())
        async for _ in ordered_amap(one, range(1000), workers=lambda: pace.width):
            pass
        return await watching

    assert run(main()) == [16, 32, 64, 128, 256]
