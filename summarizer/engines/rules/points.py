"""Key points and the short summary: the article's own sentences, each told once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.engines.rules.ranking import KIND_WEIGHT, Ranked, overlap
from summarizer.models import DraftPoint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from decimal import Decimal

    from summarizer.engines.rules.tokens import Sentence
    from summarizer.models import DraftFigure, Importance

LONGEST = 260
"""A sentence above this many characters is cut at a clause border, if it has one."""
_HELD: dict[Importance, float] = {"high": 0.7, "medium": 0.45, "low": 0.25}
_MOST_HELD = 1.4
_BARE = -0.4
"""What a sentence without a key figure loses."""
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
_OPENING, _FEWEST_WORDS = 4, 4
"""Among how many first lines a title is looked for, and how many words tell it from a site's."""
_HEADLINE = 110
_FEW = 3
"""Up to how many sentences the lead alone is the summary and the others are the key points."""
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
    """The numbers of the one to three sentences that read as a summary: lead, central numbers."""
    usable = [n for n in sentences if ranked[n].plain] or list(sentences)
    if not usable:
        return ()
    lead = max(usable[:_LEAD], key=lambda n: ranked[n].score)
    chosen = [lead]
    for _ in range(2 if len(usable) > 10 else 1 if len(usable) > _FEW else 0):
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
    sentences: Mapping[int, Sentence],
    ranked: Mapping[int, Ranked],
    told: Iterable[int],
    figures: Iterable[DraftFigure] = (),
    *,
    headline: str = "",
) -> tuple[DraftPoint, ...]:
    """Up to five sentences that the summary does not tell, in article order.

    Sentences that hold the article's main figures come first. A sentence of the summary is told
    again only where there is no other, and none that only repeats the headline.

    Args:
        sentences: The article's sentences by number.
        ranked: Their worth.
        told: The numbers of the summary's sentences.
        figures: The key figures.
        headline: The headline of the draft.
    """
    summary = set(told)
    count = len(sentences)
    wanted = 3 if count < 10 else 4 if count < 18 else 5
    held: dict[int, float] = {}
    for figure in figures:
        if figure.sentence is not None:
            held[figure.sentence] = held.get(figure.sentence, 0.0) + _HELD[figure.importance]

    def worth(number: int) -> float:
        return ranked[number].score + min(_MOST_HELD, held.get(number, _BARE))

    fresh = [n for n in sentences if ranked[n].plain and n not in summary]
    chosen: list[int] = []
    for number in sorted(fresh, key=worth, reverse=True):
        if len(chosen) == wanted:
            break
        before = (*chosen, *summary)
        amounts = _amounts(sentences[number])
        news = amounts and not any(amounts & _amounts(sentences[n]) for n in before)
        alike = any(overlap(ranked[number].stems, ranked[n].stems) >= _ALIKE for n in before)
        if news or not alike:
            chosen.append(number)
    if not chosen:
        rest = fresh or sorted(summary) or list(sentences)
        chosen = sorted(rest, key=worth, reverse=True)[:wanted]
    points = (DraftPoint(text=shorten(sentences[n].text), sentence=n) for n in sorted(chosen))
    return tuple(point for point in points if _bare(point.text) != _bare(headline))


def _bare(text: str) -> str:
    return " ".join(text.split()).rstrip(".")


def headline_of(
    title: str | None, sentences: Mapping[int, Sentence], ranked: Mapping[int, Ranked]
) -> str:
    """The title, else a first line that reads as one, else the best sentence, cut."""
    if title and title.strip():
        return " ".join(title.split())
    heading = heading_of(tuple(sentences.values()))
    if heading is not None:
        return heading
    best = max(sentences, key=lambda n: ranked[n].score)
    return shorten(sentences[best].text, _HEADLINE).rstrip(".")


def heading_of(sentences: Sequence[Sentence], *, least: int = 2) -> str | None:
    """The first of the first lines that reads as a title; None where none does.

    Args:
        sentences: The sentences.
        least: How many words it has at least. The name of a site may be two.
    """
    for sentence in sentences[: 1 if least < _FEWEST_WORDS else _OPENING]:
        if _titles(sentence) and sum(t.kind == "word" for t in sentence.tokens) >= least:
            return " ".join(sentence.text.split())
    return None


def _titles(sentence: Sentence) -> bool:
    """Whether a first line reads as a title: some words, no full stop."""
    text = sentence.text.strip()
    closed = text.endswith((".", "。", ":", "：", ";", ",", "…", "”", '"'))
    spoken = sum(token.kind == "word" for token in sentence.tokens)
    dense = len(text) > 4 * spoken > 0 and not text.isascii()
    return not closed and " | " not in text and (spoken > 1 or dense) and len(text) <= _HEADLINE


def _amounts(sentence: Sentence) -> frozenset[tuple[str, Decimal]]:
    """The amounts that a sentence states, by kind and value."""
    read = (mention.quantity for mention in sentence.mentions.values())
    return frozenset((q.kind, q.value) for q in read if q.value is not None)


def _figures(sentence: Sentence) -> float:
    top = KIND_WEIGHT["money"]
    return min(2.0, sum(KIND_WEIGHT[m.quantity.kind] / top for m in sentence.mentions.values()))
