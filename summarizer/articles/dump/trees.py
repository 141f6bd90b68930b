"""The second look at the lines that the first leaves in doubt: small decision trees.

Gradient-boosted trees over what `context` tells of a line; the leaves that it comes to add up to
its log-odds. The table is `trees.json`, made by `tools/train_line_model.py`.

The trees are not walked one by one. A line comes to the leftmost leaf that no failed test rules
out, so the leaves of all trees are bits of one number, and each feature's value rules out bits by a
single look-up (QuickScorer: Lucchese and others, SIGIR 2015, doi:10.1145/2766462.2767733).
"""

from __future__ import annotations

import json
from bisect import bisect_left
from functools import cache
from importlib.resources import files
from operator import getitem
from typing import TYPE_CHECKING, Any, NamedTuple

from summarizer.articles.dump.context import FEATURES, PAGE_FEATURES, Outline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from summarizer.articles.dump.features import Shape

    Node = float | list[Any]

LOWEST, HIGHEST = -2.5, 3.5
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
    if table["features"] != [*PAGE_FEATURES, *FEATURES]:
        msg = "trees.json does not fit the features: run tools/train_line_model.py"
        raise RuntimeError(msg)
    roots = table["trees"]
    tests: list[list[tuple[float, int]]] = [[] for _ in table["features"]]
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


def tree_scores(
    page: Sequence[float], columns: Iterable[Sequence[float]], count: int, trees: Trees
) -> list[float]:
    """Add up the leaves that each of some lines of a page comes to.

    Args:
        page: What is told of the page, a value for each of `PAGE_FEATURES`.
        columns: For each of `FEATURES`, its value for each line.
        count: How many lines there are.
        trees: The table.
    """
    tables = zip(trees.thresholds, trees.left, strict=True)
    alike = -1
    for value, (thresholds, known) in zip(page, tables, strict=False):
        alike &= known[bisect_left(thresholds, value)]
    left = [alike] * count
    for column, (thresholds, known) in zip(columns, tables, strict=True):
        if thresholds:
            left = [
                leaves & known[bisect_left(thresholds, value)]
                for leaves, value in zip(left, column, strict=True)
            ]
    size, values = trees.trees, trees.values
    return [trees.bias + sum(map(getitem, values, x.to_bytes(size, "little"))) for x in left]


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
    chosen = [i for i, score in enumerate(scores) if LOWEST < score < HIGHEST]
    found = list(scores)
    if chosen:
        outline = Outline(shapes, scores, kept)
        columns = outline.columns(chosen)
        for i, score in zip(
            chosen, tree_scores(outline.page(), columns, len(chosen), trees), strict=True
        ):
            found[i] = score
    return found
