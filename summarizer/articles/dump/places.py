"""What the line model looks at besides a line's own shape: where in the page it stands.

Each place is a tuple of small numbers, the bins of its features, as in `features`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from summarizer.articles.dump.furniture import KINDS, SECTION_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.articles.dump.features import Shape

_COARSE_STEPS = (4, 8, 16)
_MARK_STEPS = (1, 2, 3, 6, 11, 21, 41)
_WINDOWS = (2, 6, 15)
_DENSE_STEPS = (0.01, 2.0, 5.0, 10.0, 18.0, 30.0)
_BEFORE_STEPS = (0.001, 0.05, 0.3, 0.7, 0.95, 0.999)
_ECHO_STEPS = (0.001, 0.15, 0.3, 0.5, 0.7)
_SHORT_STEPS = (0.1, 0.3, 0.6, 0.8)
_LIST_HEADINGS = frozenset(KINDS.index(kind) + 1 for kind in ("most_read", "related"))
_DEPTH_STEPS = (0.02, 0.1, 0.5, 0.9)
_SIZE_STEPS = (8, 14, 24, 48, 96, 192)
_RUN_STEPS = (2, 3, 5, 9, 17)
PLACE_SIZES = (28, 28, 28, 28, 32, 32, 24, 24, 40, 8, 20, 48, 16, 56)
"""How many bins each feature of a place has."""


def places_of(shapes: list[Shape]) -> Iterator[tuple[int, ...] | None]:
    """Describe where each line stands, in order; None of a line that is not looked at."""
    size = len(shapes)
    if not size:
        return
    running = [shape.words if shape.running else 0 for shape in shapes]
    sums = [0, *accumulate(running)]
    total = sums[-1] or 1
    most = 0.3 * total
    short = sum([shape.words < 8 and shape.end != 1 for shape in shapes]) / size
    clutter = bisect_right(_SHORT_STEPS, short) * 8
    sized = bisect_right(_SIZE_STEPS, size) * 8
    spread = Counter(word for shape in shapes if shape.words > 11 for word in shape.keys)
    once = frozenset(spread)
    twice = frozenset(word for word, count in spread.items() if count > 1)
    title = shapes[0].keys
    least = max(2, len(title) // 2) if title else size
    dense = [_density(sums, running, window) for window in _WINDOWS]
    runs = _runs(shapes)
    last_mark = since_title = 41
    commented = under = 0
    for i, (shape, near, wide, wider) in enumerate(zip(shapes, *dense, strict=True)):
        words, keys = shape.words, shape.keys
        if shape.far:
            since_title += 1
            last_mark += 1
            yield None
            continue
        coarse = bisect_right(_COARSE_STEPS, words)
        ended = coarse * 2 + (shape.end == 1)
        echo = shared = 0.0
        if keys:
            many = len(keys)
            echo = len(keys & (twice if words > 11 else once)) / many
            if i and (both := len(keys & title)):
                shared = both / many
                if both >= least and words < 30 and not shape.running:
                    since_title = 0
        yield (
            near * 4 + coarse,
            wide * 4 + coarse,
            wider * 4 + coarse,
            bisect_right(_BEFORE_STEPS, sums[i] / total) * 4 + coarse,
            bisect_right(_MARK_STEPS, last_mark) * 4 + coarse,
            bisect_right(_MARK_STEPS, since_title) * 4 + coarse,
            bisect_right(_ECHO_STEPS, echo) * 4 + coarse,
            bisect_right(_ECHO_STEPS, shared) * 4 + coarse,
            clutter + ended,
            commented + coarse,
            bisect_right(_DEPTH_STEPS, i / size) * 4 + coarse,
            runs[i] * 8 + coarse * 2 + shape.running,
            under + ended,
            sized + ended,
        )
        since_title += 1
        last_mark += 1
        if shape.running:
            under = 0
        elif shape.kind and words < 12:
            if shape.kind in _LIST_HEADINGS:
                under = 8
            if shape.kind == _COMMENTS and sums[i] > most:
                commented = 4
        if shape.kind in SECTION_MARKS and words < 12:
            last_mark = 0


def _density(sums: list[int], running: list[int], window: int) -> list[int]:
    """For each line, the bin of how many words of running text stand around it, a line."""
    lows = [0] * window + sums
    highs = sums[window + 1 :] + [sums[-1]] * window
    steps = [2 * window * step for step in _DENSE_STEPS]
    return [
        bisect_right(steps, high - low - own)
        for low, high, own in zip(lows, highs, running, strict=False)
    ]


def _runs(shapes: list[Shape]) -> list[int]:
    """For each line, the bin of how many lines of its sort, running or loose, stand together."""
    runs: list[int] = []
    for _, group in groupby([shape.running for shape in shapes]):
        length = len(list(group))
        runs += [bisect_right(_RUN_STEPS, length)] * length
    return runs


_COMMENTS = KINDS.index("comments") + 1
