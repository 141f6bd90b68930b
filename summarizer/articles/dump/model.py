"""The line model: how likely each line of a page is to be running text of the article.

A logistic regression over bins (`features`): the weights of a line's own bins, of those of the two
lines on either side, and of its place in the page are added up. The table is `weights.json`, made
by `tools/train_line_model.py`; nothing but look-ups and sums happens here. The sums are then
smoothed so that the article is a few runs of lines: each change between article and furniture has a
price (Viterbi over two states).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import add, getitem
from typing import TYPE_CHECKING, Any

from summarizer.articles.dump.features import SIZES
from summarizer.articles.dump.places import PLACE_SIZES, places_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.articles.dump.features import Shape

OFFSETS = (-2, -1, 0, 1, 2)
"""The lines whose shapes speak for a line, counted from it."""
_NEVER = -20.0
"""Log-odds of a line that is not looked at, before its neighbours speak."""


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """The table; every weight is a log-odds."""

    bias: float
    change: float
    """The price of a change between article and furniture from one line to the next."""
    edges: tuple[float, ...]
    """For each offset: the weight of there being no line, at the ends of the page."""
    shapes: tuple[tuple[tuple[float, ...], ...], ...]
    """By offset, feature and bin."""
    places: tuple[tuple[float, ...], ...]
    """By feature and bin."""


@cache
def load_weights() -> Weights:
    """Read the table that is shipped with the package."""
    text = files("summarizer.articles.dump").joinpath("weights.json").read_text(encoding="utf-8")
    return weights_of(json.loads(text))


def weights_of(table: Mapping[str, Any]) -> Weights:
    """Make the weights of a table as `weights.json` has it."""
    weights = Weights(
        bias=table["bias"],
        change=table["change"],
        edges=tuple(table["edges"]),
        shapes=tuple(tuple(map(tuple, feature)) for feature in table["shapes"]),
        places=tuple(map(tuple, table["places"])),
    )
    sizes = {tuple(map(len, features)) for features in weights.shapes}
    if sizes != {SIZES} or tuple(map(len, weights.places)) != PLACE_SIZES:
        msg = "weights.json does not fit the features: run tools/train_line_model.py"
        raise RuntimeError(msg)
    return weights


@cache
def _packed(
    weights: Weights,
) -> tuple[tuple[tuple[int, ...], ...], tuple[tuple[float, ...], ...]]:
    """The weights of the shapes by feature and bin, those of all offsets in one number.

    One sum over such numbers is five sums over weights, side by side in its bits: each weight is
    an integer of hundredths, and the borrow of a negative one is undone by `_unpacked`.
    """
    by_feature = zip(*weights.shapes, strict=True)
    packed = tuple(
        tuple(
            sum(round(weight * _SCALE) << _BITS * k for k, weight in enumerate(by_offset))
            for by_offset in zip(*tables, strict=True)
        )
        for tables in by_feature
    )
    return packed, weights.places


_SCALE, _BITS = 100, 20
_HALF, _MASK = 1 << _BITS - 1, (1 << _BITS) - 1
_ROUND = sum(_HALF << _BITS * k for k in range(len(OFFSETS)))


def _unpacked(total: int) -> list[float]:
    """Take the sums of all offsets out of one number."""
    total += _ROUND
    return [((total >> shift & _MASK) - _HALF) / _SCALE for shift in _SHIFTS]


_SHIFTS = tuple(_BITS * k for k in range(len(OFFSETS)))


def scores_of(shapes: list[Shape], weights: Weights | None = None) -> list[float]:
    """Give each line its log-odds of being the article's, before smoothing.

    Args:
        shapes: The lines of a page.
        weights: Others than those that are shipped.
    """
    weights = weights or load_weights()
    tables, places = _packed(weights)
    known: dict[tuple[int, ...], list[float]] = {}
    votes: list[list[float]] = []
    for shape in shapes:
        bins = shape.bins
        if bins not in known:
            known[bins] = _unpacked(sum(map(getitem, tables, bins)))
        votes.append(known[bins])
    scores = [
        weights.bias + sum(map(getitem, places, place)) if place else _NEVER
        for place in places_of(shapes)
    ]
    for k, offset in enumerate(OFFSETS):
        told = [vote[k] for vote in votes]
        edge = [weights.edges[k]] * min(abs(offset), len(shapes))
        told = told[offset:] + edge if offset > 0 else edge + told[: len(shapes) + offset]
        scores = list(map(add, scores, told))
    return scores


def smooth(scores: list[float], change: float) -> list[bool]:
    """Choose article or furniture for each line: the choice with the best sum of scores.

    Args:
        scores: Log-odds by line.
        change: What each change from one to the other costs.
    """
    out, inside = 0.0, -change
    steps: list[tuple[bool, bool]] = []
    for score in scores:
        from_inside, from_out = inside - change > out, out - change > inside
        out, inside = (
            inside - change if from_inside else out,
            (out - change if from_out else inside) + score,
        )
        steps.append((from_inside, from_out))
    kept = [False] * len(scores)
    state = inside > out
    for i in range(len(scores) - 1, -1, -1):
        kept[i] = state
        from_inside, from_out = steps[i]
        if (state and from_out) or (not state and from_inside):
            state = not state
    return kept
