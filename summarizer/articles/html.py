"""HTML: from a page to the lines that are its article, with what the page says of itself.

The line model of the dumps says which lines read like an article's; the page model weighs that
with where in the page they stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarizer.articles.assemble import Cut
from summarizer.articles.blocks import Blocks, page_blocks
from summarizer.articles.dump.cleaner import reasons_of, words_said
from summarizer.articles.dump.doubt import doubtful_lines
from summarizer.articles.dump.features import shapes_of
from summarizer.articles.dump.heading import Heading, find_heading
from summarizer.articles.dump.model import load_weights, scores_of, smooth
from summarizer.articles.dump.whole import is_brief
from summarizer.articles.lines import physical_lines
from summarizer.articles.metadata import Metadata, guessed_date, page_metadata
from summarizer.articles.page_model import PageModel, load_page_trees, page_scores
from summarizer.errors import TooLargeError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from summarizer.quantities.types import Span

_WORD = re.compile(r"\w+")
_LIKELY = -1.6
"""The score above which a line with a figure is kept, though it was not taken for the article's."""
_BY = re.compile(
    r"\W*(?:(?:written|posted|reported|words|story|text) )?(?:by|von|par|por|di|av|door)\b",
    re.IGNORECASE,
)
_AGREED = 0.6
"""The overlap of the choices of the two models below which a reader is warned."""


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


_MOST_LINES = 20_000
"""Lines are judged so many at a time."""
_IN_PARTS = "the page is very large: its lines were judged in parts"

_MOST_TAGS = 200_000
"""A page with more is refused: the tree of each takes over half a kilobyte. The largest articles
have a tenth."""

_MARKUP = re.compile(r"<[^<>]*>")
_ELEMENT = re.compile(r"<[a-zA-Z]")
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


def clean_html(
    text: str, model: PageModel | None = None, *, subject: str | None = None
) -> Page | None:
    """Find the article in an HTML page; None where nothing can be read of it.

    Args:
        text: The page.
        model: Another model than the one that is shipped.
        subject: What an error names.

    Raises:
        TooLargeError: it has too many tags to be an article.
    """
    if text.count("<") - text.count("</") > _MOST_TAGS and _tags(text) > _MOST_TAGS:
        raise TooLargeError(
            f"the page has more than {_MOST_TAGS:,} tags, and an article far fewer",
            subject=subject,
            way_out="Give the page of one article, or its text",
        )
    model = model or PageModel(load_weights(), load_page_trees())
    tree = parse_page(text)
    if tree is None:
        return None
    metadata = page_metadata(tree)
    blocks = page_blocks(tree)
    spans = physical_lines(blocks.text)
    if not spans:
        return None
    large = len(spans) > _MOST_LINES
    parts: list[_Part] = []
    for start in range(0, len(spans), _MOST_LINES):
        some = slice(start, start + _MOST_LINES)
        lines = [blocks.text[span.start : span.end] for span in spans[some]]
        part = Blocks("", (), blocks.places[some], blocks.around)
        parts.append(_judged(lines, part, metadata, None if large else tree, model))
        metadata = parts[-1].metadata
    kept = [keep for part in parts for keep in part.kept]
    doubtful = [doubt for part in parts for doubt in part.doubtful]
    reasons = [reason for part in parts for reason in part.reasons]
    cuts = [*blocks.struck, *_line_cuts(blocks.text, spans, kept, reasons)]
    warnings = [_IN_PARTS] if large else []
    if any(part.unclear for part in parts):
        warnings.append("it is not clear which parts of the page are the article")
    return Page(
        raw=blocks.text,
        cuts=tuple(cuts),
        uncertain=tuple(span for span, doubt in zip(spans, doubtful, strict=True) if doubt),
        metadata=metadata,
        lines=len(spans),
        kept=sum(kept),
        reasons=tuple(r for r, k in zip(reasons, kept, strict=True) if not k),
        said=sum(part.said for part in parts),
        warnings=tuple(warnings),
    )


def _tags(text: str) -> int:
    """How many elements a page has, not counting what stands in its scripts."""
    return sum(1 for _ in _ELEMENT.finditer(_without_programs(text)))


@dataclass(frozen=True, slots=True)
class _Part:
    """What was found in lines of a page that were judged together."""

    kept: list[bool]
    doubtful: list[bool]
    reasons: list[str]
    said: int
    metadata: Metadata
    unclear: bool = False


def _judged(
    lines: list[str],
    blocks: Blocks,
    metadata: Metadata,
    tree: HtmlElement | None,
    model: PageModel,
) -> _Part:
    """Say which lines are the article's; `blocks` has their places."""
    shapes = shapes_of(lines)
    if is_brief(shapes) is True:
        kept = [True] * len(lines)
        reasons = reasons_of(lines, shapes, kept)
        said = words_said(shapes, kept, whole=True)
        return _Part(kept, [False] * len(lines), reasons, said, metadata)
    scores = scores_of(shapes, model.lines)
    by_model = smooth(scores, model.lines.change)
    metadata = _completed(metadata, find_heading(lines, shapes, by_model), lines, tree)
    scores = page_scores(lines, shapes, blocks.places, blocks.around, scores, by_model, model.page)
    kept = smooth(scores, model.page.change)
    words = [shape.words for shape in shapes]
    both = _weight(words, [a and b for a, b in zip(by_model, kept, strict=True)])
    unclear = 2 * both < _AGREED * (_weight(words, by_model) + _weight(words, kept))
    roles = _title_lines(lines, kept, metadata.title)
    kept = [keep and i not in roles for i, keep in enumerate(kept)]
    doubtful = doubtful_lines(lines, shapes, scores, kept, _LIKELY)
    kept = [keep or doubt for keep, doubt in zip(kept, doubtful, strict=True)]
    reasons = reasons_of(lines, shapes, kept, roles)
    said = words_said(shapes, kept, whole=False)
    return _Part(kept, doubtful, reasons, said, metadata, unclear)


def _completed(
    metadata: Metadata, heading: Heading, lines: list[str], tree: HtmlElement | None
) -> Metadata:
    """Take from the article's heading, then from anywhere, what the page does not say of itself."""
    published = metadata.published or heading.published
    if published is None and tree is not None:
        published = guessed_date(tree)
    byline = metadata.byline
    if byline is None and heading.byline:
        # A bare name is as often what a link of the page is called.
        signed = [i for i, role in heading.roles.items() if role == "byline"]
        byline = heading.byline if any(_BY.match(lines[i]) for i in signed) else None
    return replace(metadata, byline=byline, published=published)


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


def parse_page(text: str) -> HtmlElement | None:
    """Read a page into a tree; None where there is nothing in it."""
    from lxml import etree
    from lxml.html import HtmlElement, HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    # lxml's own look-up of an element's class is a call in Python for each element.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    try:
        tree = document_fromstring(_encoded(text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        return _flat(text)
    return tree


def _encoded(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:  # lone surrogates, out of JSON
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()


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


def _line_cuts(text: str, spans: list[Span], kept: list[bool], reasons: list[str]) -> list[Cut]:
    ends = [*(span.start for span in spans[1:]), len(text)]
    return [
        Cut(span.start, end, reason)
        for span, end, keep, reason in zip(spans, ends, kept, reasons, strict=True)
        if not keep
    ]
