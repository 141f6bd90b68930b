"""How many requests may be under way at once, and when the next may go.

Additive increase, multiplicative decrease (Chiu and Jain 1989, as TCP does it, its slow start
included: until the first trouble each answer lets two more go): the limit grows while answers take
as long as they did with fewer under way, and is cut when the provider refuses more than before.
Refusals that become no fewer by a cut have another cause than our number, and are put up with. A
provider that names a time to wait is obeyed by the whole pool, and limits on requests and tokens a
minute are kept by two leaky buckets.
"""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass

FIRST = 16
"""Requests at once until there is news of how the provider bears them."""
MOST = 256
"""Requests at once at most where nobody has said how many."""
_LONGEST_PAUSE = 60.0
_HOLDS = 1.5
"""Answers that take up to this many times the best time seen say that more may be sent."""
_SLOWS = 2.5
"""Answers that take longer than this many times the best say that fewer should be sent."""
_FEW = 0.05
"""A share of refusals that is no reason to send fewer, on top of what is put up with."""
_NO_HELP = 0.7
"""Cuts that leave more than this of the share of refusals have not helped."""
_SMOOTH = 64
"""Requests over which the share of refusals is smoothed."""
_LEAST_CUT, _MOST_CUT = 0.1, 0.5
_DRIFT = 1.02
"""The best time is forgotten slowly: a provider's day has its hours."""
_GUESSED_OUTPUT = 500.0

pauses = True
"""Whether anything is waited for; `summarizer.testing.no_waits` switches it off."""


@dataclass(slots=True)
class Turn:
    """One request's place in the pool.

    Attributes:
        sent: When it was given, in the loop's time.
        tokens: How many it was thought to take.
    """

    sent: float
    tokens: float = 0.0


class Pace:
    """A pool of requests to one provider, in one event loop.

    Args:
        limit: Requests at once at most; None finds out how many the provider bears. A limit that
            was given is kept as well when the provider refuses, and returned to afterwards.
        rpm: Requests a minute at most.
        tpm: Tokens a minute at most, of input and output.

    Attributes:
        limit: Requests that may be under way at once now.
        refusals: How often the provider refused.
    """

    def __init__(
        self, limit: int | None = None, *, rpm: int | None = None, tpm: int | None = None
    ) -> None:
        self.limit = limit or FIRST
        self.refusals = 0
        self._most = limit or MOST
        self._doubling = limit is None
        self._active = 0
        self._waiting: deque[tuple[asyncio.Future[None], float]] = deque()
        self._timer: asyncio.TimerHandle | None = None
        self._resume = 0.0
        self._cut = -1.0
        self._requests = _Bucket(rpm)
        self._tokens = _Bucket(tpm)
        self._output = _GUESSED_OUTPUT
        self._best: float | None = None
        self._count = 0
        self._refused = 0
        self._seconds = 0.0
        self._full = False
        self._window = self.limit
        self._share = 0.0
        self._borne = 0.0
        self._decline: _Decline | None = None

    @property
    def width(self) -> int:
        """Articles worth having under way: a few more than requests, for the work around them."""
        return self.limit + self.limit // 4

    async def turn(self, tokens: float = 0.0) -> Turn:
        """Wait until the next request may go.

        Args:
            tokens: How many tokens of input it is thought to hold.
        """
        loop = asyncio.get_running_loop()
        wanted = tokens + self._output
        if self._waiting or self._active >= self.limit or self._wait(loop.time(), wanted) > 0:
            place: asyncio.Future[None] = loop.create_future()
            self._waiting.append((place, wanted))
            self._wake()
            try:
                await place
            except asyncio.CancelledError:
                if place.done() and not place.cancelled():
                    self._active -= 1  # it was given in the same moment
                self._wake()
                raise
        else:
            self._take(loop.time(), wanted)
        return Turn(loop.time(), wanted)

    def answered(self, turn: Turn, tokens: int | None = None) -> None:
        """Give a turn back after an answer, and learn from it.

        Args:
            turn: As `turn` gave it.
            tokens: How many tokens it took, where that is known.
        """
        now = asyncio.get_running_loop().time()
        if tokens is not None:
            self._tokens.correct(tokens - turn.tokens)
            self._output = max(1.0, self._output + 0.1 * (tokens - turn.tokens))
        self._count += 1
        self._seconds += now - turn.sent
        if self._doubling and not self._refused and self._full and self._holds(now - turn.sent):
            self.limit = min(self._most, self.limit + 1)
        self._judge()
        self._leave()

    def refused(self, turn: Turn, retry_after: float | None = None) -> None:
        """Give a turn back after a refusal: 429, 503, or no answer in time.

        Those that were sent before the limit was last cut say nothing new. With `retry_after`, in
        seconds, nothing more is sent until then.
        """
        now = asyncio.get_running_loop().time()
        self.refusals += 1
        if retry_after and pauses:
            self._resume = max(self._resume, now + min(retry_after, _LONGEST_PAUSE))
        if turn.sent > self._cut:
            self._refused += 1
            self._judge()
        self._leave()

    def failed(self, turn: Turn) -> None:
        """Give a turn back after a failure that says nothing of the provider's load."""
        del turn
        self._leave()

    def _judge(self) -> None:
        """Look at the last window: as many answers and refusals as may be under way."""
        if self._count + self._refused < min(self._window, self.limit):
            return
        number = self._count + self._refused
        share = self._refused / number
        self._share += (share - self._share) * min(1.0, number / _SMOOTH)
        few = self._borne + _FEW
        if min(share, self._share) > few:
            self._shrink(share, number)
        else:
            self._borne *= 0.99
            self._grow()
        if self._share <= few:
            self._decline = None
        self._forget()

    def _shrink(self, share: float, number: int) -> None:
        """Send fewer, unless sending fewer has not helped."""
        self._doubling = False
        decline = self._decline = self._decline or _Decline(self.limit)
        decline.add(self.limit, self._refused, number)
        if decline.known(self.limit):
            self._decline = None
            if not decline.helped:
                self._borne = decline.after
                self.limit = decline.start
                return
        self._cut = asyncio.get_running_loop().time()
        self.limit = max(1, int(self.limit * (1 - min(_MOST_CUT, max(_LEAST_CUT, share)))))

    def _grow(self) -> None:
        if not self._count:
            return
        mean = self._seconds / self._count
        self._best = mean if self._best is None else min(mean, self._best * _DRIFT)
        if mean > _SLOWS * self._best:
            self.limit = max(1, self.limit * 9 // 10)
            self._doubling = False
        elif not self._holds(mean):
            self._doubling = False
        elif self._full and not self._doubling:
            self.limit = min(self._most, self.limit + max(1, self.limit // 16))

    def _holds(self, seconds: float) -> bool:
        return self._best is None or seconds <= _HOLDS * self._best

    def _forget(self) -> None:
        self._count, self._refused, self._seconds = 0, 0, 0.0
        self._full = bool(self._waiting)
        self._window = self.limit

    def _leave(self) -> None:
        self._active -= 1
        self._wake()

    def _take(self, now: float, tokens: float) -> None:
        self._active += 1
        self._full = self._full or self._active >= self.limit
        self._requests.take(now, 1.0)
        self._tokens.take(now, tokens)

    def _wait(self, now: float, tokens: float) -> float:
        """Seconds until a request of so many tokens may go, whatever is under way."""
        if not pauses:
            return 0.0
        return max(
            self._resume - now, self._requests.wait(now, 1.0), self._tokens.wait(now, tokens), 0.0
        )

    def _wake(self) -> None:
        """Give turns to those who wait, in order, as far as there are any."""
        loop = asyncio.get_running_loop()
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        while self._waiting and self._active < self.limit:
            place, tokens = self._waiting[0]
            if place.done():  # it was cancelled
                self._waiting.popleft()
                continue
            seconds = self._wait(loop.time(), tokens)
            if seconds > 0:
                self._timer = loop.call_later(seconds, self._wake)
                return
            self._waiting.popleft()
            self._take(loop.time(), tokens)
            place.set_result(None)


class _Decline:
    """What cuts have brought: the share of refusals near the limit they began at, and below."""

    def __init__(self, start: int) -> None:
        self.start = start
        self._near = [0, 0]
        self._below = [0, 0]

    @property
    def after(self) -> float:
        return self._below[0] / self._below[1]

    @property
    def helped(self) -> bool:
        return self.after <= _NO_HELP * self._near[0] / self._near[1]

    def add(self, limit: int, refused: int, number: int) -> None:
        counts = self._near if limit > 0.85 * self.start else self._below
        counts[0] += refused
        counts[1] += number

    def known(self, limit: int) -> bool:
        return self._below[1] >= max(40, 2 * limit)


class _Bucket:
    """So many a minute, with a second's worth at once."""

    def __init__(self, per_minute: int | None) -> None:
        self._rate = None if per_minute is None else per_minute / 60
        self._room = max(1.0, self._rate or 0.0)
        self._level = self._room
        self._since: float | None = None

    def wait(self, now: float, amount: float) -> float:
        if self._rate is None:
            return 0.0
        self._fill(now)
        # One that is larger than the bucket goes when it is full, and leaves a debt.
        missing = min(amount, self._room) - self._level
        return max(0.0, missing / self._rate) if missing > 1e-9 else 0.0

    def take(self, now: float, amount: float) -> None:
        if self._rate is not None:
            self._fill(now)
            self._level -= amount

    def correct(self, amount: float) -> None:
        if self._rate is not None:
            self._level = min(self._room, self._level - amount)

    def _fill(self, now: float) -> None:
        if self._since is not None and self._rate is not None:
            self._level = min(self._room, self._level + (now - self._since) * self._rate)
        self._since = now
