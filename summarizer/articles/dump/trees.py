"""The second look at the lines that the first leaves in doubt: small decision trees.

Gradient-boosted trees over what `context` tells of a line; the leaves that it comes to add up to
its log-odds. The table is `trees.json`, made by `tools/train_line_model.py`.

What they have in common for a page is looked up once (`forest`).
"""

from __future__ import annotations

import json
from bisect import bisect_left
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from summarizer.articles.dump.context import FEATURES, PAGE_FEATURES, Outline
from summarizer.articles.forest import left_by, table_of, value_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from summarizer.articles.dump.features import Shape
    from summarizer.articles.forest import Trees

LOWEST, HIGHEST = -1.5, 2.5
"""Log-odds after the first look between which a line is looked at again."""


@cache
def load_trees() -> Trees:
    """Read the table that is shipped with the package."""
    text = files("summarizer.articles.dump").joinpath("trees.json").read_text(encoding="utf-8")
    return trees_of(json.loads(text))


def trees_of(table: Mapping[str, Any]) -> Trees:
    """Arrange a table as `trees.json` has it."""
    misfit = "trees.json does not fit the features: run tools/train_line_model.py"
    return table_of(table, (*PAGE_FEATURES, *FEATURES), misfit)


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
    forest = trees.forest
    left = [left_by(page, forest)] * count
    first = len(page)
    for column, thresholds, known in zip(
        columns, forest.thresholds[first:], forest.left[first:], strict=True
    ):
        if thresholds:
            left = [
                leaves & known[bisect_left(thresholds, value)]
                for leaves, value in zip(left, column, strict=True)
            ]
    bias = trees.bias
    return [bias + value_of(leaves, forest) for leaves in left]


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
