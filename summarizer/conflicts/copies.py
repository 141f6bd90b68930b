"""Syndicated copies: articles that are one text in two places, and so one voice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_RUN = 5
"""Words in a row; two reporters who write of one event share few of that length."""
_MOSTLY = 0.5
_WORD = re.compile(r"\w+")


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Every run of five words of a text, in lower case."""
    words = _WORD.findall(text.casefold())
    return frozenset(tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))


def copies(texts: Sequence[str]) -> tuple[int | None, ...]:
    """Of each text the place of the first one that it shares most of its words with, else None.

    Two texts are copies where half of the five-word runs of the shorter one stand in the longer
    one (containment, as in near-duplicate detection by shingles: Broder 1997).
    """
    runs = [shingles(text) for text in texts]
    found: list[int | None] = []
    for place, mine in enumerate(runs):
        origin = next(
            (
                first
                for first in range(place)
                if found[first] is None and _contained(mine, runs[first])
            ),
            None,
        )
        found.append(origin)
    return tuple(found)


def _contained(a: frozenset[tuple[str, ...]], b: frozenset[tuple[str, ...]]) -> bool:
    smaller = min(len(a), len(b))
    return smaller > 0 and len(a & b) >= _MOSTLY * smaller
