"""Which lines of an HTML page are the article's, by the line model and the page's own structure.

Gradient-boosted trees over the rows of `page_rows`. The table is `page_trees.json`, made by
`tools/train_page_model.py`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from summarizer.articles.blocks import TAGS
from summarizer.articles.forest import left_by, table_of, value_of
from summarizer.articles.page_rows import FEATURES, SEEN, rows_of, standing_of
from summarizer.articles.regions import REGIONS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.articles.blocks import Place
    from summarizer.articles.dump.features import Shape
    from summarizer.articles.dump.model import Weights
    from summarizer.articles.forest import Trees

_CAPTION = TAGS.index("caption")
_FRAME = 1 << REGIONS.index("navigation") | 1 << REGIONS.index("footer")
_LINKED, _MANY_WORDS = 0.75, 25
"""The share of a line, and its words, from which on it is a row of links."""
_HANDICAP, _LINKS_HANDICAP = 2.0, 5.0
"""What is taken from captions, which half of all editors do not count as the article, and from what
is in a navigation or a footer; and from rows of links. The trees have seen too few of them that
read like running text."""


@dataclass(frozen=True, slots=True)
class PageModel:
    """Both tables that a page is read with."""

    lines: Weights
    page: Trees


@cache
def load_page_trees() -> Trees:
    """Read the table that is shipped with the package."""
    text = files("summarizer.articles").joinpath("page_trees.json").read_text(encoding="utf-8")
    return page_trees_of(json.loads(text))


def page_trees_of(table: Mapping[str, Any]) -> Trees:
    """Arrange a table as `tools/train_page_model.py` writes it."""
    misfit = "page_trees.json does not fit the features: run tools/train_page_model.py"
    return table_of(table, FEATURES, misfit)


def page_scores(
    lines: Sequence[str],
    shapes: Sequence[Shape],
    places: Sequence[Place],
    around: Sequence[int],
    scores: Sequence[float],
    kept: Sequence[bool],
    trees: Trees | None = None,
) -> list[float]:
    """Give each line its log-odds of being the article's, before smoothing; as `rows_of`."""
    trees = trees or load_page_trees()
    forest = trees.forest
    known: dict[tuple[int, int, int], int] = {}
    found: list[float] = []
    rows = rows_of(lines, shapes, places, around, scores, kept)
    for line, row, shape, place in zip(lines, rows, shapes, places, strict=True):
        standing = (place.tag, shape.kind, place.regions)
        if standing not in known:
            known[standing] = left_by(standing_of(shape, place), forest, len(SEEN))
        score = trees.bias + value_of(left_by(row, forest) & known[standing], forest)
        found.append(score - _handicap(line, shape, place))
    return found


def _handicap(line: str, shape: Shape, place: Place) -> float:
    if shape.words > _MANY_WORDS and place.linked > _LINKED * len(line):
        return _LINKS_HANDICAP
    return _HANDICAP if place.tag == _CAPTION or place.regions & _FRAME else 0.0
