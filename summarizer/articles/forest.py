"""Gradient-boosted decision trees by look-ups.

The trees are not walked one by one. A row comes to the leftmost leaf that no failed test rules out,
so the leaves of all trees are bits of one number, and each feature's value rules out bits by a
single look-up (QuickScorer: Lucchese and others, SIGIR 2015, doi:10.1145/2766462.2767733).
"""

from __future__ import annotations

from bisect import bisect_left
from operator import getitem
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Node = float | list[Any]

LEAVES = 8
"""A tree has so many leaves at most: the bits of a byte."""
_FIRST_BIT = tuple((byte & -byte).bit_length() - 1 if byte else 0 for byte in range(1 << LEAVES))


class Forest(NamedTuple):
    """Trees, arranged for look-ups."""

    trees: int
    """How many there are."""
    thresholds: tuple[tuple[float, ...], ...]
    """By feature: those of all trees, in order."""
    left: tuple[tuple[int, ...], ...]
    """By feature, and by how many of its thresholds a value is above: the leaves, a bit each and a
    byte a tree, that are not ruled out."""
    values: tuple[tuple[float, ...], ...]
    """By tree, and by its byte of leaves that are left: the value of the leftmost."""


class Trees(NamedTuple):
    """A learnt table; every value is a log-odds."""

    bias: float
    change: float
    """The price of a change between article and furniture from one line to the next."""
    forest: Forest


def table_of(table: Mapping[str, Any], features: Sequence[str], misfit: str) -> Trees:
    """Arrange a table as the trainers write it, each tree a node as in `forest_of`.

    Args:
        table: The table.
        features: The names of what a row has.
        misfit: What to say where the table was learnt from other features.
    """
    if table["features"] != list(features):
        raise RuntimeError(misfit)
    return Trees(table["bias"], table["change"], forest_of(table["trees"], len(features)))


def forest_of(roots: Sequence[Node], features: int) -> Forest:
    """Arrange trees.

    Args:
        roots: Each node is a leaf's value, or a feature's number, a threshold, and the nodes for
            values up to it and above it.
        features: How many values a row has.
    """
    tests: list[list[tuple[float, int]]] = [[] for _ in range(features)]
    values: list[tuple[float, ...]] = []
    for number, root in enumerate(roots):
        leaves = list(_leaves(root))
        values.append(tuple([leaves[min(bit, len(leaves) - 1)] for bit in _FIRST_BIT]))
        for feature, threshold, start, end in _tests(root, 0):
            ruled_out = ((1 << end) - (1 << start)) << number * LEAVES
            tests[feature].append((threshold, ruled_out))
    thresholds, left = [], []
    for of_feature in tests:
        of_feature.sort()
        known = [(1 << LEAVES * len(roots)) - 1]
        for _, ruled_out in of_feature:
            known.append(known[-1] & ~ruled_out)
        thresholds.append(tuple([threshold for threshold, _ in of_feature]))
        left.append(tuple(known))
    return Forest(len(roots), tuple(thresholds), tuple(left), tuple(values))


def left_by(row: Sequence[float], forest: Forest, start: int = 0) -> int:
    """The leaves that the values of a row, the first being of feature `start`, do not rule out."""
    left = -1
    for value, thresholds, known in zip(
        row, forest.thresholds[start:], forest.left[start:], strict=False
    ):
        left &= known[bisect_left(thresholds, value)]
    return left


def value_of(left: int, forest: Forest) -> float:
    """Add up the leaves that a row comes to, of which `left` are not ruled out."""
    return sum(map(getitem, forest.values, left.to_bytes(forest.trees, "little")))


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
