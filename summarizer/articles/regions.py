"""Which part of a page an element opens, by its tag, its role and what its maker called it.

The names that makers give (`class`, `id`) are a hint and no more: what each is worth the page model
has learnt.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

REGIONS = (
    "article",
    "aside",
    "navigation",
    "header",
    "footer",
    "form",
    "figure",
    "hidden",
    "comments",
    "related",
    "promotion",
    "frame",
    "author",
    "caption",
    "body",
    "share",
    "story",
)
"""The regions of a page; a set of them is a number whose bit k is the k-th."""
_BIT = {name: 1 << k for k, name in enumerate(REGIONS)}
_BY_TAG = {
    tag: _BIT[name]
    for name, tags in (
        ("article", "article main"),
        ("aside", "aside"),
        ("navigation", "nav menu"),
        ("header", "header"),
        ("footer", "footer"),
        ("form", "form fieldset button select option dialog label"),
        ("figure", "figure"),
        ("caption", "figcaption"),
    )
    for tag in tags.split()
}
_BY_ROLE = {
    "main": _BIT["article"],
    "article": _BIT["article"],
    "complementary": _BIT["aside"],
    "navigation": _BIT["navigation"],
    "menu": _BIT["navigation"],
    "banner": _BIT["header"],
    "contentinfo": _BIT["footer"],
    "search": _BIT["form"],
    "dialog": _BIT["form"],
    "alertdialog": _BIT["form"],
}
_WORDS = {
    "comments": "comment comments disqus reply replies respond discussion",
    "related": "related recommended recommendation recommendations recommend popular trending read"
    " teaser teasers outbrain taboola carousel latest card cards next prev previous similar"
    " more also recirc recirculation feed listing",
    "promotion": "newsletter subscribe subscription signup promo promotion advert advertisement ad"
    " ads sponsor sponsored cookie cookies consent gdpr banner paywall cta donate donation popup"
    " modal affiliate disclaimer disclosure product products offer pricing ticker",
    "frame": "sidebar rail widget footer nav navbar navigation menu submenu breadcrumb breadcrumbs"
    " masthead topbar skip toolbar pagination toc contents tab tabs header dropdown topnav",
    "author": "author authors byline bio contributor contributors meta dateline timestamp tag tags"
    " category categories time date published publish posted",
    "caption": "caption captions credit credits gallery slideshow lightbox photo image figure",
    "body": "content body prose wysiwyg articlebody storybody richtext rte copy paragraph",
    "share": "share sharing shares social follow facebook twitter whatsapp sharedaddy",
    "story": "article post story entry blog",
}
_NAMED: dict[str, int] = {}
for _name, _words in _WORDS.items():
    for _word in _words.split():
        _NAMED[_word] = _NAMED.get(_word, 0) | _BIT[_name]
_WORD = re.compile(r"[A-Za-z][a-z]+|[A-Z]{2,}")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WHOLE = frozenset(("html", "body"))
"""Elements whose names speak of the page and not of a part of it."""
_LONGEST = 400
"""Characters of a name that are looked at."""


def regions_of(element: HtmlElement, tag: str) -> int:
    """The regions that an element opens."""
    regions = _BY_TAG.get(tag, 0)
    attributes = dict(element.items())
    if not attributes or tag in _WHOLE:
        return regions
    for key in ("class", "id"):
        if name := attributes.get(key):
            regions |= _named(name[:_LONGEST])
    if role := attributes.get("role"):
        regions |= _BY_ROLE.get(role, 0)
    if "hidden" in attributes or ("style" in attributes and _HIDDEN.search(attributes["style"])):
        regions |= _BIT["hidden"]
    return regions


def is_hidden(element: HtmlElement) -> bool:
    """Whether an element says that it is not shown."""
    style = element.get("style")
    return (style is not None and _HIDDEN.search(style) is not None) or (
        element.get("hidden") is not None
    )


@lru_cache(maxsize=4096)
def _named(names: str) -> int:
    """The regions that the names of an element speak of."""
    regions = 0
    for word in _WORD.findall(names):
        regions |= _NAMED.get(word.lower(), 0)
    return regions
