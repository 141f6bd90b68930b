"""Tests that never sleep."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def no_waits() -> Iterator[list[float]]:
    """Let retries and the pool go on at once, and list the seconds that they would have waited."""
    from summarizer import pace
    from summarizer.engines.llm import retry

    waited: list[float] = []

    async def note(seconds: float) -> None:
        waited.append(seconds)

    before = retry.default_sleep, pace.pauses
    retry.default_sleep, pace.pauses = note, False
    try:
        yield waited
    finally:
        retry.default_sleep, pace.pauses = before
