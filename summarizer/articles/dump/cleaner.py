"""Which lines of a page dump are the article's."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.articles.assemble import Cut
from summarizer.articles.dump.tail import tail_cut
from summarizer.articles.lines import text_lines
from summarizer.quantities.types import Span

_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’)\]»」]*$")


@dataclass(frozen=True, slots=True)
class Dump:
    """What was found in a dump; spans are into the given text."""

    cuts: tuple[Cut, ...]
    uncertain: tuple[Span, ...] = ()
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    lines: int = 0
    running: int = 0
    """How many lines were taken for running text."""


def clean_dump(text: str) -> Dump:
    """Find the article in `text`."""
    spans = text_lines(text)
    keep = _dense(text, spans)
    cuts: list[Cut] = []
    for i, span in enumerate(spans):
        start = span.start if i else 0
        end = spans[i + 1].start if i + 1 < len(spans) else len(text)
        if not keep[i]:
            cuts.append(Cut(start, end, "navigation"))
        elif cut := tail_cut(text, span):
            cuts.append(cut)
    return Dump(tuple(cuts), lines=len(spans), running=sum(keep))


def _dense(text: str, spans: list[Span]) -> list[bool]:
    """The stretch of lines with the most running text: words in sentences less a cost a line."""
    running = [_is_running(text[a:b]) for a, b in spans]
    if sum(not r for r in running) < 0.35 * len(spans):
        return [True] * len(spans)
    best = (0, 0, 0)
    total = start = 0
    for i, (a, b) in enumerate(spans):
        total += (len(text[a:b].split()) if running[i] else 0) - 15
        if total > best[0]:
            best = (total, start, i + 1)
        if total < 0:
            total, start = 0, i + 1
    _, first, last = best
    return [first <= i < last and running[i] for i in range(len(spans))]


def _is_running(line: str) -> bool:
    return len(line.split()) >= 8 and bool(_SENTENCE_END.search(line))
