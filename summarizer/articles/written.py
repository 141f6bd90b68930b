"""Parts of a line that would touch the figure before them: superscripts, readings, formulas.

Written as they stand in the page, the footnote of "53<sup>2</sup> million" makes 532 million of it,
and "10<sup>9</sup>" is 109, whether or not there is a link inside.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from summarizer.articles.regions import is_hidden

if TYPE_CHECKING:
    from lxml.html import HtmlElement

UNSEEN = frozenset(
    "script style noscript template head svg object embed param source track area map canvas rp"
    " datalist textarea meta link input".split()
)
"""Elements that hold nothing to read."""
WRITTEN = frozenset(("sup", "sub", "rt", "math"))
"""Elements that are written otherwise than they stand there: they would touch a figure."""
_ANNOTATIONS = frozenset(("annotation", "annotation-xml", "mphantom"))
_RAISED = str.maketrans("0123456789+-−()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")
_SMALL = re.compile(r"[\d+\-−()n]{1,6}")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|re|e|º|ª)", re.IGNORECASE)
_CENTS = re.compile(r"[.,]\d\d?")
_MARKS = frozenset(("TM", "SM", "R", "C", "™", "®", "©", "℠"))
_TOUCHED = re.compile(r"(?:[^\w\s]|\d|[^\W\d_]{3})\Z")
"""What a note must not touch: a figure, a sign behind it, a word of some length ("million")."""
_PIECE, _PARTS = 80, 200
"""Characters of a superscript, and elements in it or in a formula; beyond them it is small type or
something else."""


def text_of(element: HtmlElement) -> str | None:
    """The text of an element that is written in one piece; None where it is too long for that."""
    if sum(1 for _ in islice(element.iterdescendants(), _PARTS)) == _PARTS:
        return None
    if element.tag == "math":
        return _formula(element)
    text = element.text or ""
    if len(element):
        text = "".join([text, *map(_shown, element)])
    text = text.strip()
    return text if len(text) <= _PIECE else None


def _shown(element: HtmlElement) -> str:
    """What is seen of an element inside a line, with the text behind it."""
    inner = ""
    if element.tag not in UNSEEN and not is_hidden(element):
        inner = "".join([element.text or "", *map(_shown, element)])
    return inner + (element.tail or "")


def _formula(element: HtmlElement) -> str:
    """Write out MathML in one line (https://www.w3.org/TR/mathml-core/)."""
    if element.tag in _ANNOTATIONS or is_hidden(element):
        return ""
    parts = [_formula(part) for part in element]
    if len(parts) == 2:
        base, other = parts
        if element.tag in ("msup", "msub"):
            raised = element.tag == "msup"
            if _SMALL.fullmatch(other):
                return base + other.translate(_RAISED if raised else _LOWERED)
            return f"{base}^({other})" if raised else f"{base}_({other})"
        if element.tag == "mfrac":
            return "/".join([p if p.isalnum() else f"({p})" for p in parts])
    text = " ".join((element.text or "").split())
    if element.tag == "msqrt":
        return f"√({' '.join(parts)})"
    # Two numbers side by side are two numbers.
    for part in parts:
        text += f" {part}" if text[-1:].isalnum() and part[:1].isalnum() else part
    return text


def written(text: str, tag: str, before: str) -> str:
    """Write the text of an element of `WRITTEN` so that it does not touch a figure.

    Args:
        text: As `text_of` gives it.
        tag: The element's.
        before: What stands right before it.
    """
    if tag == "math":
        return f" {text}" if before[-1:].isdigit() else text
    if tag == "rt":
        return f"({text})"
    if not text or text[0] in "[({" or text in _MARKS:
        return text
    if _SMALL.fullmatch(text):
        return text.translate(_RAISED if tag == "sup" else _LOWERED)
    if before[-1:].isdigit() and (_ORDINAL.fullmatch(text) or _CENTS.fullmatch(text)):
        return text
    return f"[{text}]" if _TOUCHED.search(before) else text
