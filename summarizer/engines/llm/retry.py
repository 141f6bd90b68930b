"""Sending a request again when the provider failed: the only layer that does.

The SDKs' own retries are switched off, since retries of several layers multiply.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from summarizer.engines.llm.failures import Failure
from summarizer.errors import EngineError, RateLimitError, SummarizerError

if TYPE_CHECKING:
    from tenacity import RetryCallState

    from summarizer.engines.budget import Budget
    from summarizer.engines.exchange import Answer
    from summarizer.engines.llm.ledger import Ledger
    from summarizer.pace import Pace

Sleep = Callable[[float], Awaitable[None]]
"""Waits for that many seconds."""

LONGEST_WAIT = 60.0
"""Seconds; a provider that asks for more is not waited for."""
_FIRST_WAIT = 0.5
_LONGEST_BACKOFF = 20.0

default_sleep: Sleep = asyncio.sleep
"""What waits where no sleeper is given; `summarizer.testing.no_waits` replaces it."""


async def with_retries(
    send: Callable[[], Awaitable[Answer]],
    *,
    attempts: int,
    ledger: Ledger,
    sleep: Sleep | None = None,
    gate: Gate | None = None,
) -> Answer:
    """Call `send` until it answers.

    Waits as long as the provider asks, else with exponential growth and jitter. A request that is
    sent again at once, in another form, does not count against `attempts`.

    Args:
        send: Sends the request once.
        attempts: How often at most.
        ledger: Where every request is counted.
        sleep: Waits between attempts.
        gate: What each request has to pass; none holds a place in the pool while it waits here.

    Raises:
        SummarizerError: what the last failure means.
    """
    import tenacity

    async def counted() -> Answer:
        try:
            answer = await send()
        except BaseException:
            ledger.failed()
            raise
        ledger.answered(answer)
        return answer

    async def passed() -> Answer:
        return await (counted() if gate is None else gate.passed(counted))

    course = _Course(attempts, ledger, sleep or default_sleep)
    retrying = tenacity.AsyncRetrying(  # one object a call: it holds the call's counter
        sleep=course.sleep,
        stop=course.stop,
        wait=course.wait,
        retry=tenacity.retry_if_exception(_again),
        before_sleep=course.note,
        reraise=True,
    )
    try:
        return await retrying(passed)
    except Failure as failure:
        raise _final(failure, course.sent) from failure.__cause__


class Gate:
    """What every request of an engine passes: the budget, and the pool of requests.

    Args:
        pace: The pool, of this event loop.
        budget: What the run may spend.
        tokens: What the request is thought to hold.
    """

    def __init__(self, pace: Pace, budget: Budget, tokens: float) -> None:
        self._pace = pace
        self._budget = budget
        self._tokens = tokens

    async def passed(self, send: Callable[[], Awaitable[Answer]]) -> Answer:
        """Send once, when it may be; the pool learns how it went."""
        await self._budget.reserve()
        answer: Answer | None = None
        try:
            answer = await self._sent(send)
        finally:
            self._budget.settle(answer)
        return answer

    async def _sent(self, send: Callable[[], Awaitable[Answer]]) -> Answer:
        turn = await self._pace.turn(self._tokens)
        try:
            answer = await send()
        except Failure as failure:
            if failure.load:
                self._pace.refused(turn, failure.retry_after)
            else:
                self._pace.failed(turn)
            raise
        except BaseException:
            self._pace.failed(turn)
            raise
        used = (answer.usage.input_tokens, answer.usage.output_tokens)
        self._pace.answered(turn, None if None in used else sum(n or 0 for n in used))
        return answer


class _Course:
    """What one call's tenacity object asks at each turn."""

    def __init__(self, attempts: int, ledger: Ledger, sleep: Sleep) -> None:
        import tenacity

        self.sent = 0
        self._attempts = attempts
        self._ledger = ledger
        self._sleep = sleep
        self._backoff = tenacity.wait_exponential_jitter(
            multiplier=_FIRST_WAIT, max=_LONGEST_BACKOFF, jitter=_FIRST_WAIT
        )

    def stop(self, state: RetryCallState) -> bool:
        if _failure(state).again == "wait":
            self.sent += 1
        return self.sent >= self._attempts

    def wait(self, state: RetryCallState) -> float:
        failure = _failure(state)
        if failure.again == "now":
            return 0.0
        if failure.retry_after is not None:
            return failure.retry_after
        return float(self._backoff(state))

    def note(self, state: RetryCallState) -> None:
        failure = _failure(state)
        if failure.again == "now":
            self._ledger.note(failure.reason)
        else:
            self._ledger.note(f"{failure.reason}, waited {round(state.upcoming_sleep, 1):g} s")

    async def sleep(self, seconds: float) -> None:
        if seconds > 0:
            await self._sleep(seconds)


def _failure(state: RetryCallState) -> Failure:
    error = state.outcome.exception() if state.outcome else None
    if not isinstance(error, Failure):  # tenacity asks about failed attempts only
        raise TypeError(error)
    return error


def _again(error: BaseException) -> bool:
    if not isinstance(error, Failure) or error.again == "no":
        return False
    return error.retry_after is None or error.retry_after <= LONGEST_WAIT


def _final(failure: Failure, sent: int) -> SummarizerError:
    error = failure.error
    if failure.again == "wait" and (failure.retry_after or 0) > LONGEST_WAIT:
        return RateLimitError(
            f"{failure.reason}: the provider asks to wait {failure.retry_after:.0f} s,"
            f" longer than the {LONGEST_WAIT:.0f} s that we wait",
            way_out="Try again later",
        )
    if sent > 1 and isinstance(error, EngineError):
        return type(error)(f"{error.cause}, {sent} requests sent", way_out=error.way_out)
    return error
