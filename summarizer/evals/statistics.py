"""Intervals and tests for figures that come in articles.

Figures of one article are right or wrong together more often than by chance, so that uncertainty
is taken by article, never by figure (Miller 2024, "Adding Error Bars to Evals", arXiv:2411.00640).
Every random draw has a fixed seed: the same rows give the same numbers.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

SEED: Final = 20_260_101
DRAWS: Final = 10_000
Z95: Final = 1.959963984540054
Z_POWER80: Final = 0.8416212335729143
_EXACT = 14
"""With at most so many articles that differ, every pattern of signs is tried."""


class Span95(NamedTuple):
    """A 95% interval."""

    low: float
    high: float


def wilson(right: float, of: float) -> Span95:
    """The interval of a proportion (Wilson 1927): it has width at 0% and 100% too.

    Args:
        right: Successes.
        of: Trials; none gives the whole range.
    """
    if of <= 0:
        return Span95(0.0, 1.0)
    share, square = right / of, Z95 * Z95
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = Z95 * math.sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return Span95(max(0.0, middle - half), min(1.0, middle + half))


def bootstrap(right: Sequence[float], of: Sequence[float]) -> Span95 | None:
    """The interval of sum(right) / sum(of), by drawing articles anew (percentile bootstrap).

    Args:
        right: Successes of each article.
        of: Trials of each article.

    Returns:
        None where it says nothing: fewer than two articles, or the same share in all of them.
    """
    if len(right) < 2 or sum(of) <= 0:
        return None
    import numpy as np

    hits, trials = np.asarray(right, dtype=float), np.asarray(of, dtype=float)
    ratios = _ratios(hits, trials)
    low, high = np.quantile(ratios, [0.025, 0.975])
    return Span95(float(low), float(high)) if low < high else None


def _ratios(hits: Any, trials: Any) -> Any:  # noqa: ANN401 - numpy arrays
    """sum(hits) / sum(trials) over `DRAWS` draws of articles.

    Articles with equal numbers are drawn as one kind, as often as there are of them: the same
    distribution, and the work does not grow with the number of articles.
    """
    import numpy as np

    kinds, counts = np.unique(np.stack([hits, trials]), axis=1, return_counts=True)
    picks = np.random.default_rng(SEED).multinomial(counts.sum(), counts / counts.sum(), size=DRAWS)
    weights = picks @ kinds[1]
    return (picks @ kinds[0])[weights > 0] / weights[weights > 0]


class Paired(NamedTuple):
    """What two runs on the same articles say of their difference.

    Attributes:
        difference: Share right of B less that of A.
        interval: Its 95% interval by article; None where no article differs.
        p: Of the sign-flip test: how often a difference as large comes about when A and B are
            exchanged at random, article by article.
        detectable: The smallest difference that this many articles would show in 80 of 100
            comparisons like this one; None where no article differs.
    """

    difference: float
    interval: Span95 | None
    p: float
    detectable: float | None


def paired(a: Sequence[float], b: Sequence[float], of: Sequence[float]) -> Paired:
    """Compare two runs article by article.

    Args:
        a: Right figures of each article in run A.
        b: The same in run B.
        of: Expected figures of each article.
    """
    total = sum(of)
    changes = [y - x for x, y in zip(a, b, strict=True)]
    if not any(changes) or total <= 0:
        return Paired(0.0, None, 1.0, None)
    import numpy as np

    difference = sum(changes) / total
    ratios = _ratios(np.asarray(changes, dtype=float), np.asarray(of, dtype=float))
    low, high = (float(x) for x in np.quantile(ratios, [0.025, 0.975]))
    error = float(np.std(ratios, ddof=1))
    return Paired(difference, Span95(low, high), sign_flip(changes), (Z95 + Z_POWER80) * error)


def sign_flip(changes: Sequence[float]) -> float:
    """The two-sided p-value of a paired permutation test: each change may have had either sign.

    Exact where few articles differ, else from `DRAWS` random patterns, counting the one that was
    seen.
    """
    import numpy as np

    sizes = np.asarray([change for change in changes if change], dtype=float)
    if not len(sizes):
        return 1.0
    seen = abs(sizes.sum()) - 1e-9
    if len(sizes) <= _EXACT:
        patterns = np.arange(2 ** len(sizes))[:, None] >> np.arange(len(sizes)) & 1
        return float(np.mean(np.abs((1 - 2 * patterns) @ sizes) >= seen))
    signs = np.random.default_rng(SEED).integers(0, 2, size=(DRAWS, len(sizes)), dtype=np.int8)
    extreme = np.abs((1 - 2 * signs) @ sizes) >= seen
    return float((1 + extreme.sum()) / (1 + DRAWS))


def percentile(values: Sequence[float], share: float) -> float | None:
    """The value that `share` of the values do not exceed (nearest rank); None without values."""
    if not values:
        return None
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
