"""Cells of tables in brackets are negative: "Net income (12.4) 8.1", "| Loss | (45) |"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.quantities.numbers import EXACT
from summarizer.quantities.tables import is_bare, is_row
from summarizer.quantities.types import Mention, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 400


def bracketed_cells(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Make the bare numbers negative that stand in brackets in a row of a table.

    A row is a line of cells, or a short label and then two numbers or more and nothing else: in
    prose a bracket restates, explains or counts.

    Args:
        text: The whole text.
        mentions: Its mentions, in order.

    Returns:
        The mentions, in the same order.
    """
    out = list(mentions)
    for k, mention in enumerate(out):
        start, end = mention.core
        if text[start - 1 : start] != "(" or text[end : end + 1] != ")" or start == 0:
            continue
        value = mention.quantity.value
        if value is None or value <= 0 or not is_bare(text, mention) or not _in_row(text, out, k):
            continue
        quantity = replace(mention.quantity, value=EXACT.minus(value))
        out[k] = Mention(text[start - 1 : end + 1], start - 1, end + 1, Span(start, end), quantity)
    return out


def _in_row(text: str, mentions: list[Mention], k: int) -> bool:
    """Whether a mention stands in a row with another number."""
    at = mentions[k].core.start
    begin, stop = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    stop = len(text) if stop < 0 else stop
    if stop - begin > _LONGEST:
        return False
    first = last = k
    while first > 0 and mentions[first - 1].core.start >= begin:
        first -= 1
    while last + 1 < len(mentions) and mentions[last + 1].core.start < stop:
        last += 1
    line = text[begin:stop]
    cells = line.count("|") > 1 or "\t" in line
    return (cells or last > first) and is_row(line, mentions[first].core.start - begin)
