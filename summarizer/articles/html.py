"""HTML: trafilatura says which blocks of a page are the article, our own dump gives their text.

Trafilatura finds an article best, but its text has lost offsets, superscripts, `<time>` and the
borders of table cells. So its answer is only used to choose among the blocks of the page as
`page_blocks` writes it. The line model of the dumps has a say at the margin: what it is sure is
furniture goes, and it takes over where trafilatura gives a stub.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarizer.articles.assemble import Cut
from summarizer.articles.blocks import page_blocks
from summarizer.articles.dump.cleaner import reasons_of, words_said
from summarizer.articles.dump.doubt import FIGURE, doubtful_lines
from summarizer.articles.dump.features import shapes_of
from summarizer.articles.dump.heading import find_heading
from summarizer.articles.dump.model import load_weights, scores_of, smooth
from summarizer.articles.dump.whole import is_brief
from summarizer.articles.lines import physical_lines
from summarizer.articles.metadata import Metadata, page_metadata

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from summarizer.quantities.types import Span

_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_WORD = re.compile(rf"[{_CJK}]|[^\W_{_CJK}]+")
_COVERED = 0.5
"""A block is chosen when trafilatura has at least this share of its runs of three words."""
_SURELY_FURNITURE, _SURELY_ARTICLE = -2.0, 1.0
_LIKELY = 0.5
"""The score above which a line with a figure is kept, though trafilatura leaves it out."""
_STUB_WORDS, _STUB_RATIO = 30, 5
"""Trafilatura's answer is a stub with fewer words than this, or than this part of the model's."""
_MISSING = 2
"""Lines that may be missing in a stretch of chosen ones."""
_PARAGRAPH = 12
"""Words of a line that is a paragraph."""
_AGREED = 0.6
"""The overlap of the two choices below which a reader is warned."""


@dataclass(frozen=True, slots=True)
class Page:
    """What was found in an HTML page; spans are into `raw`."""

    raw: str
    cuts: tuple[Cut, ...]
    uncertain: tuple[Span, ...]
    """Lines with a figure that may not be the article's."""
    metadata: Metadata
    lines: int
    kept: int
    reasons: tuple[str, ...]
    said: int
    """Words of running text that were kept."""
    warnings: tuple[str, ...] = ()


_MARKUP = re.compile(r"<[^<>]*>")
_PROGRAM = re.compile(r"<(/?)(script|style)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(
    r"<(?:!doctype\s+html|html|head|body|div|p|article|section|h[1-6]|table|ul|meta|span|a\s+href)\b",
    re.IGNORECASE,
)


def is_html(text: str) -> bool:
    """Whether a text is HTML: it begins with a tag or has several early on."""
    head = text[:5000]
    start = head.lstrip("\ufeff \t\r\n")
    if start[:1] == "<" and (_TAG.match(start) or start[:5] == "<?xml"):
        return True
    return sum(1 for _ in _TAG.finditer(head)) >= 5 and head.count("</") >= 3


def clean_html(text: str) -> Page | None:
    """Find the article in an HTML page; None where nothing can be read of it."""
    tree = _parse(text)
    if tree is None:
        return None
    metadata = page_metadata(tree)
    blocks = page_blocks(tree)
    spans = physical_lines(blocks.text)
    lines = [blocks.text[start:end] for start, end in spans]
    if not lines:
        return None
    shapes = shapes_of(lines)
    scores = scores_of(shapes)
    by_model = smooth(scores, load_weights().change)
    whole = is_brief(shapes) is True
    kept = [True] * len(lines) if whole else _chosen(lines, _extract(tree))
    words = [shape.words for shape in shapes]
    own, theirs = _weight(words, by_model), _weight(words, kept)
    warnings: tuple[str, ...] = ()
    if not whole:
        if (theirs < _STUB_WORDS and own > theirs) or own > _STUB_RATIO * theirs:
            kept = by_model
        else:
            both = _weight(words, [a and b for a, b in zip(by_model, kept, strict=True)])
            if 2 * both < _AGREED * (own + theirs):
                warnings = ("it is not clear which parts of the page are the article",)
            kept = _at_the_margin(lines, kept, scores)
    roles = {} if whole else _title_lines(lines, kept, metadata.title)
    kept = [keep and i not in roles for i, keep in enumerate(kept)]
    doubtful = [False] * len(lines)
    if not whole:
        doubtful = doubtful_lines(lines, shapes, scores, kept, _LIKELY)
    kept = [keep or doubt for keep, doubt in zip(kept, doubtful, strict=True)]
    if metadata.byline is None or metadata.published is None:
        said = find_heading(lines, shapes, kept)
        metadata = replace(
            metadata,
            byline=metadata.byline or said.byline,
            published=metadata.published or said.published,
        )
    reasons = reasons_of(lines, shapes, kept, roles)
    cuts = [*blocks.struck, *_line_cuts(blocks.text, spans, kept, reasons)]
    return Page(
        raw=blocks.text,
        cuts=tuple(cuts),
        uncertain=tuple(span for span, doubt in zip(spans, doubtful, strict=True) if doubt),
        metadata=metadata,
        lines=len(lines),
        kept=sum(kept),
        reasons=tuple(r for r, k in zip(reasons, kept, strict=True) if not k),
        said=words_said(shapes, kept, whole=whole),
        warnings=warnings,
    )


def _title_lines(lines: list[str], kept: list[bool], title: str | None) -> dict[int, str]:
    """The page's title where it stands directly above the article's first paragraph."""
    wanted = _WORD.findall((title or "").casefold())
    roles: dict[int, str] = {}
    for i, line in enumerate(lines):
        if kept[i]:
            if not wanted or _WORD.findall(line.casefold()) != wanted:
                break
            roles[i] = "title"
    return roles


def _weight(words: list[int], kept: list[bool]) -> int:
    return sum(count for count, keep in zip(words, kept, strict=True) if keep)


def _parse(text: str) -> HtmlElement | None:
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        return _flat(text)
    return tree


def _flat(text: str) -> HtmlElement:
    """A page that is nested deeper than libxml2 reads (2,048), without its nesting."""
    from lxml.html import document_fromstring

    lines = _MARKUP.sub("\n", _without_programs(text)).split("\n")
    paragraphs = "".join(f"<p>{line.strip()}</p>" for line in lines if line.strip())
    return document_fromstring(f"<html><body>{paragraphs}</body></html>")


def _without_programs(text: str) -> str:
    pieces: list[str] = []
    start = 0
    inside = ""
    for tag in _PROGRAM.finditer(text):
        name = tag[2].lower()
        if not inside and not tag[1]:
            pieces.append(text[start : tag.start()])
            inside = name
        elif inside == name and tag[1]:
            start, inside = tag.end(), ""
    return " ".join([*pieces, "" if inside else text[start:]])


def _extract(tree: HtmlElement) -> str:
    """The text of the article as trafilatura has it, "" where it finds none.

    The generous settings: its own fallbacks cost as much again and take out lists and tables, and
    what is too much the line model takes out better.
    """
    import trafilatura

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


def _chosen(lines: list[str], found: str) -> list[bool]:
    """Which lines are in the text that was found."""
    grams: set[tuple[str, ...]] = set()
    short: Counter[tuple[str, ...]] = Counter()
    for line in found.casefold().split("\n"):
        words = _WORD.findall(line)
        if words:
            short[tuple(words)] += 1
        grams.update(_grams(words))
    kept: list[bool] = []
    keys: list[tuple[str, ...]] = []
    for line in lines:
        words = _WORD.findall(line.casefold())
        key = tuple(words)
        keep = key in short
        if not keep and (pieces := _grams(words)):
            keep = sum(map(grams.__contains__, pieces)) >= _COVERED * len(pieces)
        kept.append(keep)
        keys.append(key)
    return _one_of_each(keys, kept, short)


def _grams(words: list[str]) -> list[tuple[str, ...]]:
    """The runs of three words."""
    return list(zip(words, words[1:], words[2:], strict=False))


def _one_of_each(
    keys: list[tuple[str, ...]], kept: list[bool], found: Counter[tuple[str, ...]]
) -> list[bool]:
    """Of equal lines keep as many as were found: those that stand among other chosen lines.

    Paragraphs that are repeated in the longest stretch of chosen lines stay: trafilatura itself
    drops some.
    """
    places: dict[tuple[str, ...], list[int]] = {}
    for i, keep in enumerate(kept):
        if keep:
            places.setdefault(keys[i], []).append(i)
    weight = [len(key) if keep else 0 for key, keep in zip(keys, kept, strict=True)]
    longest = _longest_stretch(weight)
    chosen = list(kept)
    for key, same in places.items():
        most = max(1, found[key])
        if len(same) > most:
            near = sorted(same, key=lambda i: -sum(weight[max(0, i - 4) : i + 5]))
            for i in near[most:]:
                chosen[i] = i in longest and len(key) >= _PARAGRAPH
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


def _at_the_margin(lines: list[str], kept: list[bool], scores: list[float]) -> list[bool]:
    """Let the line model overrule where it is sure: furniture out, lines with a figure in."""
    inside = [i for i, keep in enumerate(kept) if keep]
    if not inside:
        return kept
    first, last = inside[0], inside[-1]
    likely = {lines[i] for i in inside if scores[i] > _SURELY_FURNITURE}
    return [
        lines[i] in likely
        if keep
        else first < i < last and scores[i] > _SURELY_ARTICLE and bool(FIGURE.search(lines[i]))
        for i, keep in enumerate(kept)
    ]


def _line_cuts(text: str, spans: list[Span], kept: list[bool], reasons: list[str]) -> list[Cut]:
    ends = [*(span.start for span in spans[1:]), len(text)]
    return [
        Cut(span.start, end, reason)
        for span, end, keep, reason in zip(spans, ends, kept, reasons, strict=True)
        if not keep
    ]
