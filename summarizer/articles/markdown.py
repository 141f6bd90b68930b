"""Markdown: which parts of a text are markup and not words.

Only the signs go: a link keeps its words, a heading its line. What is left stands in the raw text
as it was, so that offsets can be mapped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.articles.assemble import Cut

if TYPE_CHECKING:
    from collections.abc import Iterable

_LINK = re.compile(
    r"\]\((?:<[^<>\n]{0,2000}>|[^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,2000})?)(?:\s+\"[^\"\n]{0,500}\")?\)"
)
_SIGNS = re.compile(
    r"(?P<image>!\[[^\[\]\n]{0,500}(?=\]\())"
    r"|(?P<open>(?<!\\)\[(?=[^\]\n]))"
    r"|(?P<rule>^[ \t]*+(?:(?:\* ?){3,}+|(?:- ?){3,}+|(?:_ ?){3,}+"
    r"|\|?[ \t]*+(?::?-{2,}+:?[ \t]*+\|[ \t]*+)++[ \t:-]*+)$)"
    r"|(?P<line>^[ \t]*+(?:(?:#{1,6}+|>|[*+-])[ \t]++)++)"
    r"|(?P<strong>\*\*|__(?=\S)|(?<=\S)__)"
    r"|(?P<emphasis>(?<![\w*])[*_](?=[^\s*_])|(?<=[^\s*_])[*_](?![\w*]))"
    r"|(?P<code>`+)"
    r"|(?P<escape>\\(?=[\\`*_{}\[\]()#+.!|>~-]))",
    re.MULTILINE,
)
_EVIDENCE = re.compile(r"\]\([^)\s]|^#{1,6} \S|^\s*[*-] \[|\*\*\w", re.MULTILINE)
_MOST_SIGNS = 200_000
"""A text with more of them is no article in Markdown: its signs stay where they are."""
_MARKS = ("](", "# ", "- [", "* [", "**")
"""Without any of these there is no mark of Markdown."""
_LEAST = 3


def is_markdown(text: str) -> bool:
    """Whether a text has at least three marks of Markdown in its first 20,000 characters."""
    head = text[:20_000]
    if not any(sign in head for sign in _MARKS):
        return False
    return sum(1 for _ in zip(range(_LEAST), _EVIDENCE.finditer(head))) == _LEAST  # noqa: B905


def markup_cuts(text: str) -> list[Cut]:
    """The markup of `text`, in order; none of a text with more than 200,000 signs."""
    if text.count("](") + text.count("**") > _MOST_SIGNS:
        return []
    cuts = [Cut(m.start(), m.end(), "markup") for m in _LINK.finditer(text)]
    linked = [cut.start for cut in cuts]
    taken = iter([*cuts, Cut(len(text) + 1, len(text) + 1, "")])
    current = next(taken)
    signs: list[Cut] = []
    for match in _SIGNS.finditer(text):
        while current.end <= match.start():
            current = next(taken)
        if match.start() >= current.start:
            continue
        if match.lastgroup == "open" and not _opens_link(text, match.start(), linked):
            continue
        signs.append(Cut(match.start(), match.end(), "markup"))
        if len(signs) > _MOST_SIGNS:
            return []
    return sorted([*cuts, *signs])


def _opens_link(text: str, start: int, linked: list[int]) -> bool:
    """Whether the bracket at `start` belongs to a link that closes soon."""
    from bisect import bisect_left

    i = bisect_left(linked, start)
    if i == len(linked) or linked[i] - start > 1000:
        return False
    words = text[start + 1 : linked[i]]
    return "]" not in words and "\n\n" not in words


def without(text: str, cuts: Iterable[Cut]) -> str:
    """The text without `cuts`, which are in order and do not overlap."""
    pieces: list[str] = []
    position = 0
    for cut in cuts:
        pieces.append(text[position : cut.start])
        position = max(position, cut.end)
    return "".join([*pieces, text[position:]])
