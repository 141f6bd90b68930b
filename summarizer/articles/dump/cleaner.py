"""Which lines of a page dump are the article's, and why the others are not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from summarizer.articles.assemble import Cut
from summarizer.articles.dump.doubt import UNLIKELY, doubtful_lines
from summarizer.articles.dump.features import folded_words, shapes_of
from summarizer.articles.dump.furniture import KINDS, kind_of, may_begin
from summarizer.articles.dump.heading import Heading, find_heading, headline_start
from summarizer.articles.dump.model import load_weights, scores_of, smooth
from summarizer.articles.dump.near import near_lines
from summarizer.articles.dump.tail import tail_cuts
from summarizer.articles.dump.trees import load_trees, second_look
from summarizer.articles.dump.whole import is_whole
from summarizer.articles.dump.words import load_words
from summarizer.articles.lines import text_lines

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from summarizer.articles.dump.features import Shape
    from summarizer.articles.dump.model import Weights
    from summarizer.articles.dump.words import Words
    from summarizer.articles.forest import Trees
    from summarizer.quantities.types import Span

_TICKER_CHARS = 200
_TICKER = re.compile(r"[+-]?\d[\d,.]*\s+[+−-]\d[\d,.]*\s+\([+−-]?\d[\d,.]*%\)")
_ADDRESS = re.compile(r"[\W_]*(?:https?://|www\.)\S+")
_SYNDICATED = re.compile(
    r"\b(?:first appeared (?:in|on)|originally (?:appeared|published)|first published (?:in|on|by)"
    r"|republished (?:from|with))\b",
    re.IGNORECASE,
)
_NEVER = -9.0
LEAST_WORDS = 12
"""Running text below this, among other lines, is a notice and not an article."""
_FLASH = 0.4
"""Unless sentences are this share of the lines: then it is a news flash with little around it."""
_NOTICES = frozenset(
    KINDS.index(kind) + 1 for kind in ("cookies", "login", "copyright", "promotion")
)
_CONTINUES = KINDS.index("continues") + 1
_LISTS = frozenset(KINDS.index(kind) + 1 for kind in ("most_read", "related"))
_LEADING = frozenset({"most_read", "related"})
"""Headings whose kind the lines below them share."""


class LineModel(NamedTuple):
    """The two looks at the lines of a page, and what words tell."""

    weights: Weights
    trees: Trees
    words: Words


@dataclass(frozen=True, slots=True)
class Dump:
    """What was found in a text; spans are into it, in code points."""

    cuts: tuple[Cut, ...]
    uncertain: tuple[Span, ...]
    title: str | None
    byline: str | None
    published: datetime | date | None
    lines: int
    kept: int
    """How many of the lines are the article's."""
    reasons: tuple[str, ...]
    """Why lines were cut, one reason a line."""
    said: int
    """Words of running text that were kept; of a text that is an article whole, all."""


def clean_dump(text: str, model: LineModel | None = None) -> Dump:
    """Find the article in `text`.

    Args:
        text: A page dump, or an article by itself.
        model: Another line model than the one that is shipped.
    """
    model = model or LineModel(load_weights(), load_trees(), load_words())
    spans = text_lines(text)
    lines = [text[start:end] for start, end in spans]
    shapes = shapes_of(lines, model.words, near_lines(lines))
    scores = scores_of(shapes, model.weights)
    scores = second_look(shapes, scores, smooth(scores, model.weights.change), model.trees)
    scores = _ruled(lines, shapes, scores)
    weighed = [x * _say(shape) for x, shape in zip(scores, shapes, strict=True)]
    kept = smooth(weighed, model.trees.change)
    if whole := is_whole(shapes, kept):
        kept, doubtful = [True] * len(lines), [False] * len(lines)
    else:
        doubtful = doubtful_lines(lines, shapes, scores, kept)
    brief = not whole and words_said(shapes, kept, whole=False) < LEAST_WORDS
    if brief and sum(flash := [_is_sentence(s) for s in shapes]) >= _FLASH * len(lines):
        kept, doubtful = flash, [False] * len(lines)
    else:
        brief = False
    if whole:
        heading = Heading(title=lines[0] if _is_headline(shapes) else None)
    else:
        heading = find_heading(lines, shapes, kept) if any(kept) else Heading()
    stays = [k or d for k, d in zip(kept, doubtful, strict=True)]
    reasons = reasons_of(lines, shapes, stays, heading.roles)
    cuts: list[Cut] = []
    left = () if whole else [span for span, stay in zip(spans, stays, strict=True) if stay]
    tails = tail_cuts(text, left)
    ends = [*[span.start for span in spans[1:]], len(text)]
    start = 0
    for span, end, stay, reason in zip(spans, ends, stays, reasons, strict=True):
        if not stay:
            if cuts and cuts[-1].end == start and cuts[-1].reason == reason:
                start = cuts.pop().start
            cuts.append(Cut(start, end, reason))
        elif cut := tails.get(span.start):
            cuts.append(cut)
        start = end
    return Dump(
        cuts=tuple(cuts),
        uncertain=tuple(span for span, d in zip(spans, doubtful, strict=True) if d),
        title=heading.title,
        byline=heading.byline,
        published=heading.published,
        lines=len(lines),
        kept=sum(stays),
        reasons=tuple(r for r, stay in zip(reasons, stays, strict=True) if not stay),
        said=words_said(shapes, stays, whole=whole or brief),
    )


def words_said(shapes: list[Shape], kept: list[bool], *, whole: bool) -> int:
    """Count the words of the kept lines that are running text and no notice; or all words."""
    return sum(
        shape.words
        for shape, keep in zip(shapes, kept, strict=True)
        if keep and (whole or (shape.running and shape.kind not in _NOTICES))
    )


def _is_sentence(shape: Shape) -> bool:
    return shape.words > 4 and shape.ended and shape.kind not in _NOTICES


def _is_headline(shapes: list[Shape]) -> bool:
    """Whether the first line of an article without furniture is its headline."""
    if len(shapes) < 2 or shapes[0].kind:
        return False
    return 2 < shapes[0].words < 26 and shapes[0].end == 0 and shapes[1].running


def _ruled(lines: list[str], shapes: list[Shape], scores: list[float]) -> list[float]:
    """Put down what a rule knows better than the weights.

    What stands above the headline and is about something else, bare addresses, a phrase in brackets
    behind the last sentence, and the loose lines below "Most read" and its like, up to the next
    running text.
    """
    foreign = headline_start(shapes)
    page = "\n".join(lines)
    told = "appeared" in page or "ublished" in page
    notes = {
        i
        for i, shape in enumerate(shapes)
        if (told or shape.kind == _CONTINUES) and _is_note(lines[i], shape)
    }
    said = [i for i, s in enumerate(shapes) if s.running and scores[i] > 0 and i not in notes]
    last = said[-1] if said else len(lines)
    under = False
    ruled = list(scores)
    for i, (line, shape) in enumerate(zip(lines, shapes, strict=True)):
        if shape.running:
            under = False
        elif shape.kind in _LISTS and shape.words < 9:
            under = True
        if i < foreign or i in notes or (shape.addressed and _ADDRESS.fullmatch(line)):
            ruled[i] = _NEVER
        elif scores[i] > UNLIKELY and (
            under or _sells(shape) or (i > last and _is_bracketed(line, shape))
        ):
            ruled[i] = UNLIKELY
    return ruled


def _is_note(line: str, shape: Shape) -> bool:
    """Whether a line only says where a text is from, or that it goes on."""
    if shape.kind == _CONTINUES and shape.words < 4:
        return True
    told = "appeared" in line or "ublished" in line
    return told and shape.words < 45 and _SYNDICATED.search(line) is not None


def _is_bracketed(line: str, shape: Shape) -> bool:
    """Whether a line is a phrase in brackets: behind the last sentence that is a link."""
    phrase = line[0] == "(" and line[-1] == ")" and line.count("(") == 1
    return phrase and 4 < shape.words < 30 and line[-2] not in '.!?”"'


def _sells(shape: Shape) -> bool:
    """Whether a line offers something to the reader: a newsletter, a subscription, an account."""
    if shape.kind in _NOTICES:
        return shape.words < 30
    return shape.promotes and shape.words < 15 and not shape.running


def _say(shape: Shape) -> float:
    """How much a line's own score counts against its neighbours': a paragraph stands by itself."""
    return 2.0 if shape.words > 19 else 1.0


def reasons_of(
    lines: list[str],
    shapes: list[Shape],
    stays: list[bool],
    roles: Mapping[int, str] = MappingProxyType({}),
) -> list[str]:
    """Say of each line what it would be if it were not the article's."""
    reasons: list[str] = []
    under: str | None = None
    for i, (line, shape, stay) in enumerate(zip(lines, shapes, stays, strict=True)):
        number = kind_of(line, folded_words(line)) if shape.far and may_begin(line) else shape.kind
        kind = KINDS[number - 1] if number else None
        if stay:
            under = None
        elif kind and shape.words < 9:
            under = kind if kind in _LEADING else None
        if i in roles:
            reasons.append(roles[i])
        elif "%)" in line and _TICKER.search(line[:_TICKER_CHARS]):
            reasons.append("ticker")
        else:
            loose = "navigation" if shape.words < 8 else "other_text"
            reasons.append(kind or under or loose)
    return reasons
