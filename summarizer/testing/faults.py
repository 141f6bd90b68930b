"""A model behind an unreliable provider: it fails as often as it is told, and keeps the account."""

from __future__ import annotations

import json
import random
import re
import threading
import time
from collections import Counter
from typing import TYPE_CHECKING, Any

from summarizer.testing.replies import INPUT_TOKENS, OUTPUT_TOKENS, Reply, completion, error

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from summarizer.testing.server import Seen

FAULTS = (
    *("429", "429 with Retry-After", "500", "503", "dropped", "truncated", "malformed"),
    *("refused", "stalled"),
)
"""What can go wrong: see `Unreliable`."""
_ANSWERED = frozenset({"good", "truncated", "malformed", "refused"})
_FIRST = re.compile(r"^\[S1\] (.+)$", re.MULTILINE)


def own_words(seen: Seen) -> dict[str, Any]:
    """An answer in the words of the article that was sent: its first sentence, no figures."""
    sentence = _FIRST.findall(seen.text)[-1]  # a prompt may hold examples before it
    return {
        "headline": sentence,
        "summary": sentence,
        "key_points": [{"text": sentence, "sentence": "S1"}],
        "figures": [],
    }


class Unreliable:
    """Responds to a `ScriptedServer`'s requests, badly at a rate, each fault equally often.

    Truncated, malformed and refused answers take tokens like good ones; the others take none.

    Args:
        rate: Of faults among requests, from 0 to 1.
        faults: Which of `FAULTS` may come.
        seed: Of the chance, so that a run can be repeated.
        takes: Requests at once at most: one more is answered with 429. None takes any number.
        seconds: How long a good answer takes.
        stall: Seconds of a stalled answer: longer than the client waits.
        retry_after: Seconds, in the header of a "429 with Retry-After".
        answer: Makes the good answer of a request.

    Attributes:
        tokens: Of all answers that report any.
        kinds: How often each fault came, "good" and "busy" (one too many at once) included.
        peak: Most requests at once.
    """

    def __init__(  # noqa: PLR0913 - each is one way to be unreliable
        self,
        *,
        rate: float = 0.3,
        faults: tuple[str, ...] = FAULTS,
        seed: int = 0,
        takes: int | None = None,
        seconds: float = 0.0,
        stall: float = 10.0,
        retry_after: float = 0.05,
        answer: Callable[[Seen], Mapping[str, Any]] = own_words,
    ) -> None:
        self.tokens = 0
        self.peak = 0
        self.kinds: Counter[str] = Counter()
        self._rate, self._faults, self._takes = rate, faults, takes
        self._seconds, self._stall, self._retry_after = seconds, stall, retry_after
        self._answer = answer
        self._chance = random.Random(seed)  # noqa: S311 - chance that can be repeated
        self._here = 0
        self._lock = threading.Lock()

    def __call__(self, seen: Seen) -> Reply:
        """The reply to a request; called in a thread for each connection."""
        with self._lock:
            self._here += 1
            self.peak = max(self.peak, self._here)
            kind = self._kind()
            self.kinds[kind] += 1
            if kind in _ANSWERED:
                self.tokens += INPUT_TOKENS + OUTPUT_TOKENS
        try:
            if kind == "good" and self._seconds:
                time.sleep(self._seconds)
            return self._reply(kind, seen)
        finally:
            with self._lock:
                self._here -= 1

    def _kind(self) -> str:
        if self._takes is not None and self._here > self._takes:
            return "busy"
        return self._chance.choice(self._faults) if self._chance.random() < self._rate else "good"

    def _reply(self, kind: str, seen: Seen) -> Reply:
        match kind:
            case "429" | "busy":
                return error(429)
            case "429 with Retry-After":
                return error(429, retry_after=self._retry_after)
            case "500" | "503":
                return error(int(kind))
            case "dropped":
                return Reply(0, b"", action="drop")
            case "refused":
                return completion(None, refusal="No.")
            case "malformed":
                return completion("Here is what I found.")
            case "stalled":
                late = error(504)
                return Reply(late.status, late.content, action="slow", seconds=self._stall)
            case "truncated":
                text = json.dumps(self._answer(seen))
                return completion(text[: len(text) // 2], finish_reason="length")
            case _:
                return completion(json.dumps(self._answer(seen)))
