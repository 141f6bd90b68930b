"""What is looked up in whole texts: the year that they speak in, and where a headline ends."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from summarizer.grounding.source import DATED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.grounding.source import Source


def year_of(sources: Sequence[Source]) -> int | None:
    """The year of the newest source by its date, else the one that the texts name most often."""
    dated = [s.article.published.year for s in sources if s.article.published]
    if dated:
        return max(dated)
    named = Counter(
        int(mask.value[:4])
        for source in sources
        for mask in source.scan.masks
        if mask.kind in DATED and mask.value and mask.value[:4].isdigit()
    )
    return max(named, key=lambda year: (named[year], year), default=None)


def headline_end(source: Source) -> int:
    """Where the headline ends that opens the text; 0 where the text does not repeat it."""
    title = source.article.title or ""
    return len(title) if title and source.text.startswith(title) else 0
