"""Which lines of an HTML page are the article's: trafilatura's answer, the line model and the page.

A logistic regression over bins, as the line model is (`dump.model`): what trafilatura says of a
line and of its neighbours, what the line model gives them, and where in the page they stand. The
table is `page_weights.json`, made by `tools/train_page_model.py`.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate
from operator import getitem
from typing import TYPE_CHECKING, Any

from summarizer.articles.blocks import TAGS
from summarizer.articles.dump.furniture import KINDS
from summarizer.articles.regions import REGIONS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.articles.blocks import Place
    from summarizer.articles.dump.features import Shape
    from summarizer.articles.dump.model import Weights

_SCORE_STEPS = (-5.0, -4.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0)
_BESIDE_STEPS = (-4.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0)
_MEAN_STEPS = (-2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 2.5)
_WORD_STEPS = (2, 3, 4, 6, 8, 12, 18, 30)
_LINK_STEPS = (0.001, 0.2, 0.5, 0.8, 0.95)
_SHARE_STEPS = (0.001, 0.2, 0.4, 0.6, 0.8, 0.999)
_SIZE_STEPS = (3, 8, 20, 60, 150, 400, 1000)
_AWAY_STEPS = (-20, -8, -3, 0, 1, 2, 3, 5, 9, 20)
_NEAR_STEPS = (1, 12, 30, 60, 90, 130, 200, 300)
_DONE_STEPS = (0.001, 0.05, 0.2, 0.5, 0.8, 0.95, 0.999)
_DEPTH_STEPS = (0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.75, 0.9)
_NEAR = 8
"""Lines on either side whose words count as near."""
_OFFSETS = (-3, -2, -1, 1, 2, 3)
_BESIDE = 2 * (len(_BESIDE_STEPS) + 2)
SIZES = (
    2 * (len(_SCORE_STEPS) + 1),
    2 * (len(_WORD_STEPS) + 1),
    len(_LINK_STEPS) + 1,
    len(_SHARE_STEPS) + 2,
    len(_SHARE_STEPS) + 2,
    len(_MEAN_STEPS) + 2,
    len(_SIZE_STEPS) + 1,
    *([_BESIDE] * len(_OFFSETS)),
    len(_NEAR_STEPS) + 1,
    len(_NEAR_STEPS) + 1,
    len(_AWAY_STEPS) + 1,
    len(_AWAY_STEPS) + 1,
    len(_DONE_STEPS) + 1,
    len(_DEPTH_STEPS) + 1,
    3,
    len(KINDS) + 1,
    2 * len(TAGS),
    3 * (len(KINDS) + 1),
    *([4] * len(REGIONS)),
)
"""How many bins each feature has."""


@dataclass(frozen=True, slots=True)
class PageWeights:
    """The table; every weight is a log-odds."""

    bias: float
    change: float
    """The price of a change between article and furniture from one line to the next."""
    bins: tuple[tuple[float, ...], ...]
    """By feature and bin."""


@dataclass(frozen=True, slots=True)
class PageModel:
    """Both tables that a page is read with."""

    lines: Weights
    page: PageWeights


@cache
def load_page_weights() -> PageWeights:
    """Read the table that is shipped with the package."""
    text = files("summarizer.articles").joinpath("page_weights.json").read_text(encoding="utf-8")
    return page_weights_of(json.loads(text))


def page_weights_of(table: Mapping[str, Any]) -> PageWeights:
    """Read a table as `tools/train_page_model.py` writes it."""
    weights = PageWeights(table["bias"], table["change"], tuple(map(tuple, table["bins"])))
    if tuple(map(len, weights.bins)) != SIZES:
        msg = "page_weights.json does not fit the features: run tools/train_page_model.py"
        raise RuntimeError(msg)
    return weights


def page_scores(
    lines: Sequence[str],
    shapes: Sequence[Shape],
    places: Sequence[Place],
    scores: Sequence[float],
    chosen: Sequence[bool],
    weights: PageWeights | None = None,
) -> list[float]:
    """Give each line its log-odds of being the article's, before smoothing; as `bins_of`."""
    weights = weights or load_page_weights()
    own, regions = weights.bins[: -len(REGIONS)], weights.bins[-len(REGIONS) :]
    known: dict[tuple[int, ...], float] = {}
    found: list[float] = []
    for bins in bins_of(lines, shapes, places, scores, chosen):
        score = weights.bias + sum(map(getitem, own, bins))
        around = bins[len(own) :]
        if around not in known:
            known[around] = sum(map(getitem, regions, around))
        found.append(score + known[around])
    return found


def bins_of(
    lines: Sequence[str],
    shapes: Sequence[Shape],
    places: Sequence[Place],
    scores: Sequence[float],
    chosen: Sequence[bool],
) -> list[tuple[int, ...]]:
    """Describe each line of a page.

    Args:
        lines: Its lines.
        shapes: The lines alone.
        places: Where they stand.
        scores: What the line model gives them, as log-odds.
        chosen: Which of them trafilatura has taken.
    """
    count = len(shapes)
    words = [shape.words for shape in shapes]
    taken = [n if c else 0 for n, c in zip(words, chosen, strict=True)]
    capped = [max(-3.0, min(3.0, s)) * n for s, n in zip(scores, words, strict=True)]
    likely = [n if s > 0 else 0 for n, s in zip(words, scores, strict=True)]
    boxes = _groups([p.box for p in places], words, taken, capped)
    rooms = _groups([p.room for p in places], words, taken, capped)
    near, said = _around(taken), _around(likely)
    done = list(accumulate(taken, initial=0))
    total = done[-1] or 1
    first = next((i for i, c in enumerate(chosen) if c), count)
    last = next((i for i in range(count - 1, -1, -1) if chosen[i]), -1)
    none = [0] * 3
    signs = [
        2 * (1 + bisect_right(_BESIDE_STEPS, s)) + c for s, c in zip(scores, chosen, strict=True)
    ]
    signs = [*none, *signs, *none]
    found: list[tuple[int, ...]] = []
    for i, (shape, place, score) in enumerate(zip(shapes, places, scores, strict=True)):
        room = rooms[i]
        at = i + 3
        t = int(chosen[i])
        found.append(
            (
                2 * bisect_right(_SCORE_STEPS, score) + chosen[i],
                2 * bisect_right(_WORD_STEPS, words[i]) + shape.ended,
                bisect_right(_LINK_STEPS, place.linked / len(lines[i])),
                boxes[i][0],
                room[0],
                room[1],
                room[2],
                *[signs[at + o] for o in _OFFSETS],
                bisect_right(_NEAR_STEPS, near[i]),
                bisect_right(_NEAR_STEPS, said[i]),
                bisect_right(_AWAY_STEPS, first - i),
                bisect_right(_AWAY_STEPS, i - last),
                bisect_right(_DONE_STEPS, done[i + 1] / total),
                bisect_right(_DEPTH_STEPS, i / count),
                shape.repeats,
                shape.kind,
                2 * place.tag + t,
                3 * shape.kind + t + (t and words[i] > 7),
                *_region_bins(place.regions, t),
            )
        )
    return found


@lru_cache(maxsize=1024)
def _region_bins(regions: int, taken: int) -> tuple[int, ...]:
    return tuple(2 * (regions >> k & 1) + taken for k in range(len(REGIONS)))


def _around(weights: Sequence[int]) -> list[int]:
    """For each line, the sum over the lines near it without its own."""
    sums = list(accumulate(weights, initial=0))
    count = len(weights)
    return [
        sums[min(count, i + _NEAR + 1)] - sums[max(0, i - _NEAR)] - weight
        for i, weight in enumerate(weights)
    ]


def _groups(
    groups: Sequence[int], words: Sequence[int], taken: Sequence[int], scores: Sequence[float]
) -> list[tuple[int, int, int]]:
    """For each line, of its group's other words: how many are taken, and their mean score."""
    whole: dict[int, list[float]] = {}
    for group, word, take, score in zip(groups, words, taken, scores, strict=True):
        sums = whole.get(group)
        if sums is None:
            whole[group] = [word, take, score]
        else:
            sums[0] += word
            sums[1] += take
            sums[2] += score
    bins: list[tuple[int, int, int]] = []
    for group, word, take, score in zip(groups, words, taken, scores, strict=True):
        sums = whole[group]
        others = sums[0] - word
        if others:
            share, mean = (sums[1] - take) / others, (sums[2] - score) / others
            bins.append(
                (
                    1 + bisect_right(_SHARE_STEPS, share),
                    1 + bisect_right(_MEAN_STEPS, mean),
                    bisect_right(_SIZE_STEPS, others),
                )
            )
        else:
            bins.append((0, 0, 0))
    return bins
