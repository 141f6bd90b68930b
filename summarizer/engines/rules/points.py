"""Key points and the short summary: the article's own sentences, each told once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.engines.rules.ranking import KIND_WEIGHT, Ranked, overlap
from summarizer.models import DraftPoint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from summarizer.engines.rules.tokens import Sentence

LONGEST = 260
"""A sentence above this many characters is cut at a clause border, if it has one."""
_LEAST = 60
_ALIKE = 0.6
_LEAD = 3
"""Among how many first sentences the lead is looked for."""
_BORDER = re.compile(
    r"; |, (?=(?:while|whereas|which|although|though|as|driving|reaching|adding|citing|including"
    r"|according to|indicating|signalling|signaling|making|bringing|leaving|helping|extending"
    r"|forcing|sending|with)\b)"
)
_DATELINE = re.compile(r"^[A-Z][A-Z .,'’-]{2,30}(?: ?\([^)]{2,40}\))? ?[-–—] ")
_HEADLINE = 110
_SUMMARY = 520
"""How long the summary may grow, in characters, by a third sentence."""


def shorten(text: str, longest: int = LONGEST) -> str:
    """The longest beginning of a sentence that ends at a clause border and fits; else all.

    A dateline before it is left out. Only clauses that add something are cut off, never one that
    takes something back.
    """
    text = _DATELINE.sub("", text, count=1)
    if len(text) <= longest:
        return text
    borders = [m.start() for m in _BORDER.finditer(text) if _LEAST <= m.start() <= longest]
    return text[: borders[-1]] if borders else text


def summary_of(sentences: Mapping[int, Sentence], ranked: Mapping[int, Ranked]) -> tuple[int, ...]:
    """The numbers of the two or three sentences that read as a summary: lead, central numbers."""
    usable = [n for n in sentences if ranked[n].plain] or list(sentences)
    if len(usable) <= 2:
        return tuple(usable)
    lead = max(usable[:_LEAD], key=lambda n: ranked[n].score)
    chosen = [lead]
    for _ in range(2 if len(usable) > 10 else 1):
        stems = frozenset().union(*(ranked[n].stems for n in chosen))
        rest = [
            n
            for n in usable
            if n > lead
            and overlap(ranked[n].stems, stems) < _ALIKE
            and (not ranked[n].dangling or n - 1 in chosen)
        ]
        if not rest:
            break
        best = max(rest, key=lambda n: ranked[n].score + 0.25 * _figures(sentences[n]))
        length = sum(len(shorten(sentences[n].text)) for n in (*chosen, best))
        if len(chosen) > 1 and length > _SUMMARY:
            break
        chosen.append(best)
    return tuple(sorted(chosen))


def points_of(
    sentences: Mapping[int, Sentence], ranked: Mapping[int, Ranked], told: Iterable[int]
) -> tuple[DraftPoint, ...]:
    """Three to five sentences, in article order; those that the summary tells come last."""
    summary = set(told)
    count = len(sentences)
    wanted = 3 if count < 10 else 4 if count < 18 else 5
    usable = [n for n in sentences if ranked[n].plain]
    fresh = [n for n in usable if n not in summary]
    order = sorted(fresh, key=lambda n: -ranked[n].score)
    order += sorted((n for n in usable if n in summary), key=lambda n: -ranked[n].score)
    order += sorted((n for n in sentences if not ranked[n].plain), key=lambda n: -ranked[n].score)
    chosen: list[int] = []
    spare = summary if len(fresh) >= wanted else set()
    for number in order:
        if len(chosen) == wanted:
            break
        against = [ranked[n].stems for n in (*chosen, *spare)]
        if all(overlap(ranked[number].stems, stems) < _ALIKE for stems in against):
            chosen.append(number)
    for number in order:
        if len(chosen) >= min(3, count):
            break
        if number not in chosen:
            chosen.append(number)
    return tuple(DraftPoint(text=shorten(sentences[n].text), sentence=n) for n in sorted(chosen))


def headline_of(
    title: str | None, sentences: Mapping[int, Sentence], ranked: Mapping[int, Ranked]
) -> str:
    """The title, else the best sentence cut at a clause border."""
    if title and title.strip():
        return " ".join(title.split())
    best = max(sentences, key=lambda n: ranked[n].score)
    return shorten(sentences[best].text, _HEADLINE).rstrip(".")


def _figures(sentence: Sentence) -> float:
    top = KIND_WEIGHT["money"]
    return min(2.0, sum(KIND_WEIGHT[m.quantity.kind] / top for m in sentence.mentions.values()))
