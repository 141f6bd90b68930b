"""Trafilatura's answer: which lines of a page it takes for the article.

Its text has lost offsets, superscripts, `<time>` and the borders of table cells, so that it only
chooses among the lines of the page as `page_blocks` writes them.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_SIGN = re.compile(f"[{_CJK}]")
_NO_WORD = re.compile(r"[^\w\s]+|_+")
_NEVER_ARTICLE = (
    "script style svg link iframe template input source path head noscript nav footer button select"
    " option label"
).split()
"""What trafilatura takes out itself, after it has copied the page three times."""
_COVERED = 0.5
"""A line is chosen when trafilatura has at least this share of its runs of three words."""
_MISSING = 2
"""Lines that may be missing in a stretch of chosen ones."""
_PARAGRAPH = 12
"""Words of a line that is a paragraph."""


def extracted(tree: HtmlElement) -> str:
    """The text of the article as trafilatura has it, "" where it finds none.

    The generous settings: its own fallbacks cost as much again and take out lists and tables, and
    what is too much is seen better afterwards. Takes parts out of `tree` that are never article.
    """
    import trafilatura
    from lxml import etree

    etree.strip_elements(tree, *_NEVER_ARTICLE, with_tail=False)
    found = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        include_tables=True,
        deduplicate=False,
        fast=True,
        favor_recall=True,
        with_metadata=False,
    )
    return getattr(found, "text", None) or ""


def chosen_lines(lines: list[str], found: str) -> list[bool]:
    """Which of the lines of a page are in the text that was found."""
    ours, theirs = _words("\n".join(lines)), _words(found)
    short = Counter(theirs)
    known = frozenset(" ".join(short).split())
    grams: set[tuple[str, ...]] = set()
    for line in short:
        grams.update(_grams(line.split()))
    kept: list[bool] = []
    for line in ours:
        keep = line in short and bool(line)
        if not keep:
            words = line.split()
            # Few lines have most of their words in the article without being in it.
            if len(words) > 2 and sum(map(known.__contains__, words)) >= _COVERED * len(words):
                pieces = _grams(words)
                keep = sum(map(grams.__contains__, pieces)) >= _COVERED * len(pieces)
        kept.append(keep)
    return _one_of_each(ours, kept, short)


def _words(text: str) -> list[str]:
    """The words of each line, folded, a space between any two; a CJK sign is a word."""
    text = _NO_WORD.sub(" ", text.casefold())
    if not text.isascii():
        text = _SIGN.sub(r" \g<0> ", text)
    return [" ".join(line.split()) for line in text.split("\n")]


def _grams(words: list[str]) -> list[tuple[str, ...]]:
    """The runs of three words."""
    return list(zip(words, words[1:], words[2:], strict=False))


def _one_of_each(lines: list[str], kept: list[bool], found: Counter[str]) -> list[bool]:
    """Of equal lines keep as many as were found: those that stand among other chosen lines.

    Paragraphs that are repeated in the longest stretch of chosen lines stay: trafilatura itself
    drops some.
    """
    places: dict[str, list[int]] = {}
    for i, keep in enumerate(kept):
        if keep:
            places.setdefault(lines[i], []).append(i)
    if len(places) == sum(kept):
        return kept
    weight = [line.count(" ") + 1 if keep else 0 for line, keep in zip(lines, kept, strict=True)]
    longest = _longest_stretch(weight)
    chosen = list(kept)
    for line, same in places.items():
        most = max(1, found[line])
        if len(same) > most:
            near = sorted(same, key=lambda i: -sum(weight[max(0, i - 4) : i + 5]))
            for i in near[most:]:
                chosen[i] = i in longest and weight[i] >= _PARAGRAPH
    return chosen


def _longest_stretch(weight: list[int]) -> range:
    """The stretch of chosen lines with the most words, in which a few lines may be missing."""
    best, most = range(0), 0
    start = total = missing = 0
    for i, words in enumerate(weight):
        missing = 0 if words else missing + 1
        if missing > _MISSING:
            start, total = i + 1, 0
        total += words
        if total > most:
            best, most = range(start, i + 1), total
    return best
