"""Lines with a figure that were cut by a hair: kept, and marked as uncertain.

A figure that is lost is worse than one that may not be the article's, as long as the reader is told
which it is. So, between the article's first line and its last, a line with an amount stays if it
was nearly kept; a line with any digit also, where the cut lines around it are few and nothing among
them is known as furniture: an item of a list, a row of a table, a numbered heading.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.articles.dump.furniture import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.articles.dump.features import Shape

FIGURE = re.compile(
    r"[$€£¥₩₹]\s?\d|\d\s?%"
    r"|\d\s?(?:percent|per cent|billion|million|trillion|bn\b|[€£]|Prozent|Mi[ol]|Mrd)"
)
_DIGIT = re.compile(r"\d")
UNLIKELY = -1.5
"""Log-odds down to which a line is doubtful; a rule puts what it knows as furniture here or
below."""
_LONGEST_GAP = 8
_FURNITURE = frozenset(KINDS.index(kind) + 1 for kind in KINDS if kind != "navigation")


def doubtful_lines(
    lines: Sequence[str],
    shapes: Sequence[Shape],
    scores: Sequence[float],
    kept: Sequence[bool],
    least: float = UNLIKELY,
) -> list[bool]:
    """Say of each line whether it was cut, holds a figure and may well be the article's.

    Args:
        lines: The lines of a page.
        shapes: Their shapes.
        scores: Their log-odds of being the article's.
        kept: Which of them were taken for the article's.
        least: The score above which a line is doubtful.
    """
    doubtful = [False] * len(lines)
    inside = [i for i, keep in enumerate(kept) if keep]
    for before, after in pairwise(inside):
        gap = range(before + 1, after)
        plain = len(gap) <= _LONGEST_GAP and _FURNITURE.isdisjoint(shapes[i].kind for i in gap)
        pattern = _DIGIT if plain else FIGURE
        for i in gap:
            doubtful[i] = scores[i] > least and pattern.search(lines[i]) is not None
    return doubtful
