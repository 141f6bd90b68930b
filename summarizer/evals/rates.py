"""Shares with their counts and intervals."""

from __future__ import annotations

from summarizer.evals.statistics import wilson
from summarizer.models.base import Model


class Rate(Model):
    """A share of something: a count, what it is a share of, and a 95% Wilson interval."""

    count: int
    of: int
    value: float | None
    """`count` / `of`; null where there is nothing to take a share of."""
    low: float
    high: float

    @classmethod
    def make(cls, count: int, of: int, *, repeats: int = 1) -> Rate:
        """The rate of a count; asking again and again does not make the interval narrower."""
        low, high = wilson(count / repeats, of / repeats)
        return cls(
            count=count,
            of=of,
            value=round(count / of, 6) if of else None,
            low=round(low, 6),
            high=round(high, 6),
        )


class Interval(Model):
    """A 95% interval."""

    low: float
    high: float
