"""From a document to an article: decode, tell the kind, find the article, keep the map."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summarizer.articles.assemble import Cut, assemble
from summarizer.articles.dates import find_published
from summarizer.articles.decode import Decoded, canonical, decode
from summarizer.articles.dump import LEAST_WORDS, Dump, clean_text, parts
from summarizer.articles.html import clean_html, is_html
from summarizer.articles.language import detect_language
from summarizer.articles.markdown import is_markdown, markup_cuts
from summarizer.articles.metadata import Metadata, language_code
from summarizer.articles.sentences import split_sentences
from summarizer.articles.walls import blocked, cut_off
from summarizer.errors import NoArticleError
from summarizer.models import Article
from summarizer.quantities.types import Span

if TYPE_CHECKING:
    from summarizer.articles.document import Document
    from summarizer.models import Segment

_IN_PARTS = "the text is very large: its lines were judged in parts"
_CUT_OFF = re.compile(r"(?:…|\.\.\.|\[\+?\d* ?\w*\])\s*\Z")
_FOUND = {
    "most_read": "link lists",
    "related": "link lists",
    "share": "share buttons",
    "comments": "comments",
    "promotion": "promotions",
    "login": "a login form",
    "cookies": "a cookie notice",
    "copyright": "legal notes",
    "caption": "captions",
    "ticker": "price tickers",
    "other_text": "short texts",
}
"""What a reader is told was found, by the reason of the lines; all else is navigation."""


@dataclass(frozen=True, slots=True)
class _Found:
    """An article in a raw text, however it was found."""

    raw: str
    cuts: tuple[Cut, ...] = ()
    uncertain: tuple[Span, ...] = ()
    """Spans of the raw text."""
    metadata: Metadata = field(default_factory=Metadata)
    warnings: tuple[str, ...] = ()


def clean(document: Document) -> Article:
    """Find the article in a document.

    Returns:
        The article, with every span of the raw text that was dropped and why, and with the map
        between its text and the raw text. The raw text of HTML is the page's visible text. A
        document marked raw is taken as it is.

    Raises:
        NoArticleError: nothing in it is an article; the error says what was found.
        DecodeError: it is binary.
        TooLargeError: it is a page with more tags than any article has.
    """
    subject = document.source
    if isinstance(document.content, bytes):
        decoded = decode(document.content, subject=subject)
    else:
        decoded = Decoded(document.content, "")
    if not decoded.text.strip():
        raise NoArticleError("it is empty", subject=subject)
    if document.raw:
        return _article(document, decoded, _Found(decoded.text))
    text = decoded.text
    if document.hint == "html" or (document.hint is None and is_html(text)):
        return _article(document, decoded, _in_html(text, subject))
    text = canonical(text)
    if document.hint == "markdown" or is_markdown(text):
        found = _in_markdown(text, subject)
    else:
        found = _in_text(text, subject)
    return _article(document, decoded, found)


def _in_html(text: str, subject: str) -> _Found:
    page = clean_html(text, subject=subject)
    if page is None:
        raise _empty(text, subject)
    if page.said < LEAST_WORDS and page.reasons:
        raise blocked(page.raw, subject) or _no_article(page.reasons, page.lines, subject)
    cut = cut_off(page.raw, page.cuts, page.said, subject)
    warnings = (*page.warnings, cut) if cut else page.warnings
    return _Found(page.raw, page.cuts, page.uncertain, page.metadata, warnings)


def _empty(page: str, subject: str) -> NoArticleError:
    if "<script" not in page.lower():
        return NoArticleError("the page has no visible text", subject=subject)
    return NoArticleError(
        "the page has no visible text, only scripts",
        subject=subject,
        way_out="Save the page from a browser that shows the article, and give the file",
    )


def _in_text(text: str, subject: str) -> _Found:
    dump = clean_text(text)
    cut = _check(text, dump, subject)
    metadata = Metadata(dump.title, dump.byline, dump.published)
    return _Found(text, dump.cuts, dump.uncertain, metadata, cut)


def _in_markdown(text: str, subject: str) -> _Found:
    """Clean the words of a Markdown text, and give the cuts in the text with its markup."""
    markup = markup_cuts(text)
    plain = assemble(text, markup)
    dump = clean_text(plain.text)
    cut_short = _check(plain.text, dump, subject)
    cuts = [Cut(*_outside(plain.segments, cut), cut.reason) for cut in dump.cuts]
    uncertain = tuple(_outside(plain.segments, span) for span in dump.uncertain)
    metadata = Metadata(dump.title, dump.byline, dump.published)
    return _Found(text, (*cuts, *markup), uncertain, metadata, cut_short)


def _outside(segments: tuple[Segment, ...], span: Span | Cut) -> Span:
    """Where a span of the text without markup stands in the text with it."""
    first = segments[bisect_right(segments, span.start, key=lambda s: s.start) - 1]
    last = segments[bisect_right(segments, span.end - 1, key=lambda s: s.start) - 1]
    return Span(first.raw_start + span.start - first.start, last.raw_start + span.end - last.start)


def _check(text: str, dump: Dump, subject: str) -> tuple[str, ...]:
    """Raise the error of a text without an article; warn of one that is cut off."""
    if dump.said < LEAST_WORDS and (dump.reasons or not dump.kept):
        raise blocked(text, subject) or _no_article(dump.reasons, dump.lines, subject)
    warnings = [_IN_PARTS] if len(text) > parts.PART else []
    if cut := cut_off(text, dump.cuts, dump.said, subject):
        warnings.append(cut)
    return tuple(warnings)


def _no_article(reasons: tuple[str, ...], lines: int, subject: str) -> NoArticleError:
    kinds = Counter(_FOUND.get(reason, "navigation") for reason in reasons)
    what = " and ".join(kind for kind, _ in kinds.most_common(2)) or "nothing"
    count = "1 line" if lines == 1 else f"{lines} lines"
    return NoArticleError(
        f"no article found: {what}, {count}, no running text",
        subject=subject,
        way_out="Give the page of one article, or --raw to take the text as it is",
    )


def _article(document: Document, decoded: Decoded, found: _Found) -> Article:
    assembled = assemble(found.raw, found.cuts)
    text, metadata = assembled.text, found.metadata
    language = document.language or metadata.language or detect_language(text)
    published = document.published and find_published(document.published)
    site = metadata.site or (urlsplit(document.url).hostname if document.url else None)
    uncertain = _inside(assembled.segments, found.uncertain)
    return Article(
        id=document.id,
        source=document.source,
        title=document.title or metadata.title,
        byline=metadata.byline,
        published=published or metadata.published,
        site=site.removeprefix("www.") if site else None,
        language=language_code(language),
        text=text,
        removed=assembled.removed,
        raw_chars=len(found.raw),
        clean_chars=len(text),
        encoding=decoded.encoding or None,
        warnings=_warnings(decoded, found, text, len(uncertain)),
        raw=found.raw,
        segments=assembled.segments,
        sentences=split_sentences(text, language),
        uncertain=uncertain,
    )


def _inside(segments: tuple[Segment, ...], spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Where spans of the raw text stand in the cleaned text; what was cut of them is left out."""
    starts = [segment.raw_start for segment in segments]
    inside: list[Span] = []
    for start, end in spans:
        first, behind = bisect_right(starts, start) - 1, bisect_left(starts, end)
        parts = [s for s in segments[max(0, first) : behind] if s.raw_start + s.length > start]
        if parts:
            head, tail = parts[0], parts[-1]
            inside.append(
                Span(
                    max(start, head.raw_start) - head.raw_start + head.start,
                    min(end, tail.raw_start + tail.length) - tail.raw_start + tail.start,
                )
            )
    return tuple(inside)


def _warnings(decoded: Decoded, found: _Found, text: str, uncertain: int) -> tuple[str, ...]:
    warnings = [decoded.warning] if decoded.warning else []
    warnings += found.warnings
    if uncertain:
        lines = "1 line with a figure" if uncertain == 1 else f"{uncertain} lines with figures"
        warnings.append(f"{lines} kept that may not be the article's")
    if found.cuts and _CUT_OFF.search(text):
        warnings.append("the text seems to be cut off at its end")
    return tuple(warnings)
