"""What a run took: tokens, cost, time, counted from its rows."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.evals.statistics import percentile
from summarizer.models import Amount
from summarizer.models.base import Model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.evals.runs import ScoredRun


class UsageTotals(Model):
    """What the run took, counted from its rows."""

    attempts: int
    input_tokens: int | None
    """Null where a row does not know it."""
    output_tokens: int | None
    cost_usd: Amount | None
    """Null where the price of a row is unknown."""
    retries: int
    cached: int
    """Rows that were answered from recordings or the cache."""
    seconds: float
    """Added up over the rows."""
    seconds_median: float | None
    seconds_p95: float | None


def usage_of(scored: ScoredRun) -> UsageTotals:
    """Add up the rows of a run."""
    rows = list(scored.run.rows.values())
    times = [row.seconds for row in rows]
    costs = [row.cost_usd for row in rows]
    known = [cost for cost in costs if cost is not None]
    return UsageTotals(
        attempts=sum(row.attempts for row in rows),
        input_tokens=_sum([row.input_tokens for row in rows]),
        output_tokens=_sum([row.output_tokens for row in rows]),
        cost_usd=sum(known, Decimal(0)) if len(known) == len(costs) else None,
        retries=sum(len(row.retries) for row in rows),
        cached=sum(row.cached for row in rows),
        seconds=round(sum(times), 3),
        seconds_median=percentile(times, 0.5),
        seconds_p95=percentile(times, 0.95),
    )


def _sum(values: Sequence[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None
