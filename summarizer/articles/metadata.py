"""What a page says of itself: JSON-LD first, then meta tags, then its headings."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summarizer.articles.blocks import NOTHING
from summarizer.articles.dates import find_published
from summarizer.articles.decode import canonical
from summarizer.articles.dump.heading import byline_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"Article|BlogPosting|Report|LiveBlog", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?=$|[-_])")
_WORD = re.compile(r"\w{3,}")
_SITE = re.compile(r"\s+[|–—·•»]\s+[^|–—·•»]{1,40}$|\s+-\s+[^-]{1,30}$")
_BY = re.compile(r"^\s*(?:by|von|par|por|di)\s*:?\s+", re.IGNORECASE)
_ROLE = re.compile(
    r"\s+[-–—]\s.*$|\s*[,|(].*\b(?:editor|reporter|correspondent|writer|author|staff|md|phd)\b.*$",
    re.IGNORECASE,
)
_VARIABLE = re.compile(r"\w+(?:[._]\w+)+")
_DATED = "//time[@datetime] | //*[@itemprop='datePublished']"
_SIGNED = (
    "//*[@itemprop='author'] | //*[@rel='author']"
    " | //*[contains(@class, 'byline') or contains(@class, 'author')]"
)
"""Where pages without metadata give their date and their author."""
_NAMED = re.compile(
    r"(?:^|\s)(?:[a-z]*[-_]*author(?:[-_]*name)?|byline(?:[-_]*name)?|vcard|fn)(?=\s|$)",
    re.IGNORECASE,
)
"""What those elements are called that hold a name and nothing else."""
_NO_NAME = re.compile(
    r"\b(?:about|author|authors|by|posted|written|share|sign|log|read|more|view|all|profile|posts?|follow"
    r"|admin|guest|staff writers?|editors?|team)\b|[\d:@|/,.]",
    re.IGNORECASE,
)
_LONGEST_NAME, _MOST_NAMES = 40, 4
_MOST_CHARS = 200_000
"""Longer JSON-LD is somebody's catalogue."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What was found; None where a page does not say."""

    title: str | None = None
    byline: str | None = None
    published: datetime | date | None = None
    site: str | None = None
    language: str | None = None


def page_metadata(tree: HtmlElement) -> Metadata:
    """Read the metadata of a page."""
    nodes = [node for node in _json_ld(tree) if _ARTICLE.search(str(node.get("@type", "")))]
    node = nodes[0] if nodes else {}
    metas = _metas(tree)

    def meta(*names: str) -> str | None:
        return next((metas[name] for name in names if name in metas), None)

    heading = _single(tree.xpath("//h1"))
    page_title = _single(tree.xpath("//head/title")) or _single(tree.xpath("//title"))
    title = _text(node.get("headline")) or meta("og:title", "twitter:title", "dc.title")
    if title is None or (heading and _alike(heading, title)):
        title = heading or page_title
    site = meta("og:site_name") or _names(node.get("publisher")) or meta("application-name")
    published = _text(node.get("datePublished")) or meta(
        "article:published_time",
        "og:published_time",
        "datepublished",
        "date",
        "pubdate",
        "publishdate",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "parsely-pub-date",
        "sailthru.date",
        "cxenseparse:recs:publishtime",
    )
    published = published or next(filter(None, map(_when, tree.xpath(_DATED))), None)
    byline = _names(node.get("author")) or meta(
        "author", "article:author", "parsely-author", "dc.creator", "byl", "sailthru.author"
    )
    byline = _person(byline, site) or next(filter(None, map(_signed, tree.xpath(_SIGNED))), None)
    declared = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    language = declared or _text(node.get("inLanguage")) or meta("og:locale", "content-language")
    return Metadata(
        title=_without_site(title, site),
        byline=byline,
        published=find_published(published) if published else None,
        site=site,
        language=language_code(language),
    )


def _when(element: HtmlElement) -> str | None:
    """The date that an element gives, in an attribute or in words."""
    return element.get("datetime") or element.get("content") or _text(element.text_content()[:80])


def guessed_date(tree: HtmlElement) -> datetime | date | None:
    """The date that htmldate finds in a page's text and addresses.

    It looks long: only for pages that say their date nowhere else.
    """
    from htmldate import find_date

    found = find_date(tree, original_date=True, extensive_search=False)
    return find_published(found) if found else None


def _signed(element: HtmlElement) -> str | None:
    """The name in an element that is marked as the author's, if there is one and little else."""
    text = _text(element.text_content()[:200])
    if text is None:
        return None
    if name := byline_of(text):
        return name
    name = _BY.sub("", text)
    holds = element.get("rel") == "author" or _NAMED.search(element.get("class") or "")
    short = len(name) < _LONGEST_NAME and name.count(" ") < _MOST_NAMES and name[:1].isupper()
    return name if holds and short and not _NO_NAME.search(name) else None


def language_code(name: str | None) -> str | None:
    """The ISO 639-1 code at the beginning of a language tag ("en-GB" is "en"), else None."""
    found = _LANGUAGE.match(name.strip()) if name else None
    return found.group().lower() if found and len(found.group()) == 2 else None


def _metas(tree: HtmlElement) -> dict[str, str]:
    """The meta tags by name, folded; the first of a name counts."""
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = _text(element.get("content"))
        if name and content:
            metas.setdefault(name.lower(), content)
    return metas


def _json_ld(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if script.get("type", "").lower() != "application/ld+json":
            continue
        text = script.text or ""
        if len(text) > _MOST_CHARS:
            continue
        try:
            yield from _nodes(json.loads(text, strict=False))
        except (ValueError, RecursionError):
            continue  # pages hold broken JSON-LD; the meta tags then speak


def _nodes(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item)
    elif isinstance(value, dict):
        yield value
        yield from _nodes(value.get("@graph"))
        yield from _nodes(value.get("mainEntity"))


def _text(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if not isinstance(value, str):
        return None
    return " ".join(canonical(html.unescape(value)).translate(NOTHING).split()) or None


def _names(value: object) -> str | None:
    """The name or names of a person or an organisation in JSON-LD."""
    if isinstance(value, list):
        names = [name for item in value if (name := _names(item))]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(value, dict):
        return _names(value.get("name"))
    return _text(value)


def _single(elements: list[HtmlElement]) -> str | None:
    """The text of the only element, where there is one that has any."""
    texts = [text for element in elements if (text := _text(element.text_content()))]
    return texts[0] if len(texts) == 1 else None


def _alike(heading: str, title: str) -> bool:
    """Whether a page's only heading is its title: the other is often written for search engines."""
    ours, theirs = ({*_WORD.findall(text.casefold())} for text in (heading, title))
    return 2 * len(ours & theirs) >= min(len(ours), len(theirs)) and len(ours) > 2


def _without_site(title: str | None, site: str | None) -> str | None:
    if title is None:
        return None
    found = _SITE.search(title)
    if found and site and site.casefold()[:6] in found.group().casefold():
        return title[: found.start()]
    return title


def _person(byline: str | None, site: str | None) -> str | None:
    """A name or names; an address, a link, a variable or the site itself is none."""
    if byline is None or "://" in byline or "@" in byline or _VARIABLE.fullmatch(byline):
        return None
    name = _ROLE.sub("", _BY.sub("", byline)).strip(" ,|") or None
    return None if name and site and name.casefold() == site.casefold() else name
