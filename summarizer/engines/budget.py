"""What a run may spend: dollars, tokens and time. Spent once, it stays spent.

A request may go while what was spent, and what those under way are likely to take, leave room for
it. How much one is likely to take is the mean of those before; until the first is answered it goes
alone.
"""

from __future__ import annotations

import asyncio
import threading
import time
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.errors import BudgetError

if TYPE_CHECKING:
    from summarizer.engines.exchange import Answer
    from summarizer.settings import Settings

_WAY_OUT = "Raise it, or run again later with the same -o file to do the rest"


@dataclass(frozen=True, slots=True)
class Spending:
    """What articles have taken, as far as it is known.

    Attributes:
        cost_usd: US dollars.
        tokens: Of input and output.
        articles: How many of them took anything.
    """

    cost_usd: Decimal = Decimal(0)
    tokens: int = 0
    articles: int = 0

    def __add__(self, other: Spending) -> Spending:
        return Spending(
            self.cost_usd + other.cost_usd,
            self.tokens + other.tokens,
            self.articles + other.articles,
        )

    @classmethod
    def of(
        cls,
        attempts: int | None,
        cost_usd: Decimal | str | None,
        input_tokens: int | None,
        output_tokens: int | None,
    ) -> Spending:
        """What one article took; nothing where no request was sent."""
        cost, tokens = Decimal(cost_usd or 0), (input_tokens or 0) + (output_tokens or 0)
        # One that took nothing says nothing of what the next is likely to take.
        return cls(cost, tokens, 1) if attempts and (cost or tokens) else cls()

    def part(self, number: int) -> Spending:
        """One of so many parts."""
        return Spending(self.cost_usd / number, self.tokens // number, self.articles // number)


class Budget:
    """The budget of one engine, for all event loops that use it.

    Args:
        max_cost: US dollars, or None for no limit.
        max_tokens: Of input and output, or None for no limit.
        seconds: From the first request on, or None for no limit.

    Attributes:
        cost_usd: What was spent so far, before the run was taken up again too; cached and replayed
            answers cost nothing.
        tokens: As `cost_usd`.
    """

    def __init__(
        self,
        max_cost: Decimal | None = None,
        max_tokens: int | None = None,
        seconds: float | None = None,
    ) -> None:
        self.max_cost = max_cost
        self.max_tokens = max_tokens
        self.seconds = seconds
        self.cost_usd = Decimal(0)
        self.tokens = 0
        self._answers = 0
        self._active = 0
        self._spent: str | None = None
        self._started: float | None = None
        self._lock = threading.Lock()
        self._waiting: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []

    @classmethod
    def of(cls, settings: Settings) -> Budget:
        """The budget that settings give."""
        return cls(settings.max_cost, settings.max_tokens, settings.run_timeout)

    def count_before(self, spent: Spending) -> None:
        """Count what a run had spent before it was taken up again."""
        with self._lock:
            self.cost_usd += spent.cost_usd
            self.tokens += spent.tokens
            self._answers += spent.articles

    def start(self) -> None:
        """Let the time run, if it does not yet."""
        if self._started is None:
            self._started = time.monotonic()

    def left(self) -> float | None:
        """Seconds left, or None where there is no limit."""
        if self.seconds is None:
            return None
        self.start()
        return max(0.0, self.seconds - time.monotonic() + (self._started or 0.0))

    def check(self) -> None:
        """Raise where nothing more may be asked.

        Raises:
            BudgetError: the dollars, the tokens or the time are spent.
        """
        if self.left() == 0.0:
            raise self.time_is_over()
        if self._spent is not None:
            raise BudgetError(self._spent, way_out=_WAY_OUT)

    def time_is_over(self) -> BudgetError:
        """The error of an article that the end of the run's time met."""
        return BudgetError(
            f"not done: the run's {self.seconds:g} seconds (--run-timeout) are over",
            way_out=_WAY_OUT,
        )

    async def reserve(self) -> None:
        """Wait until the next request may go; each needs its `settle`.

        Raises:
            BudgetError: it may not, now or later.
        """
        while True:
            with self._lock:
                self.check()
                if self._fits():
                    self._active += 1
                    return
                if not self._active:
                    self._spent = self._verdict()
                    continue
                news = asyncio.Event()
                self._waiting.append((asyncio.get_running_loop(), news))
            await news.wait()

    def settle(self, answer: Answer | None) -> None:
        """Account for a request: its answer, or None where none came."""
        with self._lock:
            self._active -= 1
            if answer is not None:
                self._count(answer)
            waiting, self._waiting = self._waiting, []
        for loop, news in waiting:
            if not loop.is_closed():
                loop.call_soon_threadsafe(news.set)

    def _count(self, answer: Answer) -> None:
        self._answers += 1
        usage = answer.usage
        if usage.input_tokens is not None and usage.output_tokens is not None:
            self.tokens += usage.input_tokens + usage.output_tokens
        elif self.max_tokens is not None:
            self._spent = "not done: the server reports no tokens, so --max-tokens cannot be kept"
        if answer.cost_usd is not None:
            self.cost_usd += answer.cost_usd
        elif self.max_cost is not None:
            self._spent = "not done: the price of an answer is unknown, so --max-cost is not kept"

    def _fits(self) -> bool:
        if self.max_cost is None and self.max_tokens is None:
            return True
        if not self._answers:
            return not self._active
        after = self._answers + self._active + 1
        cost_fits = self.max_cost is None or (
            self.cost_usd / self._answers * after <= self.max_cost
        )
        tokens_fit = self.max_tokens is None or (
            self.tokens * after <= self.max_tokens * self._answers
        )
        return cost_fits and tokens_fit

    def _verdict(self) -> str:
        if (
            self.max_cost is not None
            and self.cost_usd / max(1, self._answers) * (self._answers + 1) > self.max_cost
        ):
            return (
                f"not done: the budget of ${self.max_cost:f} (--max-cost) has no room for another"
                f" request, ${self.cost_usd:.4f} is spent"
            )
        return (
            f"not done: the budget of {self.max_tokens:,} tokens (--max-tokens) has no room for"
            f" another request, {self.tokens:,} are spent"
        )
