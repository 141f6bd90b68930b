"""The second look at the lines that the first leaves in doubt: small decision trees.

Gradient-boosted trees over the rows of `context`; the leaves that a row comes to add up to its
log-odds. The table is `trees.json`, made by `tools/train_line_model.py`.

The trees are not walked one by one. A row comes to the leftmost leaf that no failed test rules out,
so the leaves of all trees are bits of one number, and each feature's value rules out bits by a
single look-up (QuickScorer: Lucchese and others, SIGIR 2015, doi:10.1145/2766462.2767733).
"""

from __future__ import annotations

import json
from bisect import bisect_left
from functools import cache
from importlib.resources import files
from operator import getitem
from typing import TYPE_CHECKING, Any, NamedTuple

from summarizer.articles.dump.context import FEATURES, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarizer.articles.dump.features import Shape

    Node = float | list[Any]

LOWEST, HIGHEST = -2.0, 3.0
"""Log-odds after the first look between which a line is looked at again."""
_LEAVES = 8
"""A tree has so many leaves at most: the bits of a byte."""
_FIRST_BIT = tuple((byte & -byte).bit_length() - 1 if byte else 0 for byte in range(1 << _LEAVES))


class Trees(NamedTuple):
    """The table, arranged for look-ups."""

    bias: float
    change: float
    """The price of a change between article and furniture from one line to the next."""
    trees: int
    """How many there are."""
    thresholds: tuple[tuple[float, ...], ...]
    """By feature: those of all trees, in order."""
    left: tuple[tuple[int, ...], ...]
    """By feature, and by how many of its thresholds a value is above: the leaves, a bit each and a
    byte a tree, that are not ruled out."""
    values: tuple[tuple[float, ...], ...]
    """By tree, and by its byte of leaves that are left: the log-odds of the leftmost."""


@cache
def load_trees() -> Trees:
    """Read the table that is shipped with the package."""
    text = files("summarizer.articles.dump").joinpath("trees.json").read_text(encoding="utf-8")
    return trees_of(json.loads(text))


def trees_of(table: Mapping[str, Any]) -> Trees:
    """Arrange the trees of a table as `trees.json` has it.

    Each node there is a leaf's log-odds, or a feature's number, a threshold, and the nodes for
    values up to it and above it.
    """
    if table["features"] != list(FEATURES):
        msg = "trees.json does not fit the features: run tools/train_line_model.py"
        raise RuntimeError(msg)
    roots = table["trees"]
    tests: list[list[tuple[float, int]]] = [[] for _ in FEATURES]
    values: list[tuple[float, ...]] = []
    for number, root in enumerate(roots):
        leaves = list(_leaves(root))
        values.append(tuple([leaves[min(bit, len(leaves) - 1)] for bit in _FIRST_BIT]))
        for feature, threshold, start, end in _tests(root, 0):
            ruled_out = ((1 << end) - (1 << start)) << number * _LEAVES
            tests[feature].append((threshold, ruled_out))
    thresholds, left = [], []
    for of_feature in tests:
        of_feature.sort()
        known = [(1 << _LEAVES * len(roots)) - 1]
        for _, ruled_out in of_feature:
            known.append(known[-1] & ~ruled_out)
        thresholds.append(tuple([threshold for threshold, _ in of_feature]))
        left.append(tuple(known))
    return Trees(
        table["bias"],
        table["change"],
        len(roots),
        tuple(thresholds),
        tuple(left),
        tuple(values),
    )


def _leaves(node: Node) -> Iterator[float]:
    """The leaves below a node, from left to right."""
    if isinstance(node, list):
        yield from _leaves(node[2])
        yield from _leaves(node[3])
    else:
        yield float(node)


def _tests(node: Node, start: int) -> Iterator[tuple[int, float, int, int]]:
    """Each test below a node: feature, threshold, and the leaves that it rules out if it fails."""
    if isinstance(node, list):
        feature, threshold, low, high = node
        middle = start + sum(1 for _ in _leaves(low))
        yield feature, threshold, start, middle
        yield from _tests(low, start)
        yield from _tests(high, middle)


def score_of(row: Sequence[float], trees: Trees) -> float:
    """Add up the leaves that a row comes to."""
    left = -1
    for value, thresholds, known in zip(row, trees.thresholds, trees.left, strict=True):
        left &= known[bisect_left(thresholds, value)]
    leaves = left.to_bytes(trees.trees, "little")
    return trees.bias + sum(map(getitem, trees.values, leaves))


def second_look(
    shapes: Sequence[Shape],
    scores: Sequence[float],
    kept: Sequence[bool],
    trees: Trees | None = None,
) -> list[float]:
    """Give each line its log-odds after the second look.

    Args:
        shapes: The lines of a page.
        scores: Their log-odds after the first look.
        kept: Which of them it took for the article's.
        trees: Others than those that are shipped.
    """
    trees = trees or load_trees()
    found = list(scores)
    chosen = [i for i, score in enumerate(scores) if LOWEST < score < HIGHEST]
    for i, row in zip(chosen, rows_of(shapes, scores, kept, chosen), strict=True):
        found[i] = score_of(row, trees)
    return found
