"""From a document to an article: decode, tell the kind, find the article, keep the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.articles.assemble import Assembled, assemble
from summarizer.articles.decode import Decoded, canonical, decode
from summarizer.articles.dump import clean_dump
from summarizer.articles.language import detect_language
from summarizer.articles.sentences import split_sentences
from summarizer.errors import NoArticleError
from summarizer.models import Article

if TYPE_CHECKING:
    from summarizer.articles.document import Document


def clean(document: Document) -> Article:
    """Find the article in a document.

    Returns:
        The article, with every span of the raw text that was dropped and why, and with the map
        between its text and the raw text.

    Raises:
        NoArticleError: nothing in it is an article; the error says what was found.
        DecodeError: it is binary.
    """
    if isinstance(document.content, bytes):
        decoded = decode(document.content, subject=document.source)
    else:
        decoded = Decoded(document.content, "")
    if document.raw:
        assembled = assemble(decoded.text, ())
        return _article(document, decoded, decoded.text, assembled)
    text = canonical(decoded.text)
    if not text.strip():
        raise NoArticleError("it is empty", subject=document.source)
    dump = clean_dump(text)
    assembled = assemble(text, dump.cuts)
    if not assembled.text.strip():
        raise NoArticleError(f"{dump.lines} lines, no running text", subject=document.source)
    a = _article(document, decoded, text, assembled)
    return a.model_copy(
        update={"title": dump.title, "byline": dump.byline, "published": dump.published}
    )


def _article(document: Document, decoded: Decoded, raw: str, assembled: Assembled) -> Article:
    text = assembled.text
    language = document.language or detect_language(text)
    return Article(
        id=document.id,
        source=document.source,
        title=document.title,
        language=language,
        text=text,
        removed=assembled.removed,
        raw_chars=len(raw),
        clean_chars=len(text),
        encoding=decoded.encoding or None,
        warnings=(decoded.warning,) if decoded.warning else (),
        raw=raw,
        segments=assembled.segments,
        sentences=split_sentences(text, language),
    )
