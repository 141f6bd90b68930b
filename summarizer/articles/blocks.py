"""The visible text of an HTML page, a block a line, in which numbers stay what they are.

Every HTML-to-text library glues superscripts to the figure before them, so that a footnote makes
"53<sup>2</sup> million" into 532 million and "10<sup>9</sup>" becomes 109. Here they become Unicode
superscripts, fractions are written out, and what is struck out is marked. Rows of a table are lines
with " | " between the cells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.articles.assemble import Cut

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol"
    " option p pre section select summary table tbody tfoot thead title tr ul br video audio iframe"
    " button".split()
)
_UNSEEN = frozenset(
    "script style noscript template head svg object embed param source track area map canvas math"
    " datalist textarea meta link input".split()
)
_STRUCK = frozenset(("s", "del", "strike"))
_CELLS = frozenset(("td", "th"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NOTHING = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
"""Signs without a width, which break words and figures."""
_RAISED = str.maketrans("0123456789+-−()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")
_SMALL = re.compile(r"[\d+\-−()n]{1,6}")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|re|e|º|ª)", re.IGNORECASE)
_FRACTION = re.compile(r"([⁰¹²³⁴-⁹]+)\s?[/⁄∕]\s?([₀-₉]+|\d+)")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")
_STRIKE_ON, _STRIKE_OFF = "\ufdd0", "\ufdd1"
"""Noncharacters of Unicode that carry the struck-out parts through the joining of a block."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """The text of a page, its blocks separated by line breaks, and its struck-out parts."""

    text: str
    struck: tuple[Cut, ...]


def page_blocks(tree: HtmlElement) -> Blocks:
    """Write out the visible text of a page."""
    writer = _Writer()
    _walk(tree, writer)
    writer.flush()
    return _marked(writer.lines)


class _Writer:
    """Collects inline pieces and makes a line of them at each border of a block."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.pieces: list[str] = []
        self.in_row = 0

    def flush(self) -> None:
        if not self.pieces:
            return
        line = " ".join("".join(self.pieces).translate(_NOTHING).split()).strip(" |")
        self.pieces.clear()
        if line:
            self.lines.append(_FRACTION.sub(_fraction, line))

    def border(self) -> None:
        """A block begins or ends; inside a row of a table that is only a space."""
        if self.in_row:
            self.pieces.append(" ")
        else:
            self.flush()


def _walk(tree: HtmlElement, writer: _Writer) -> None:
    from lxml import etree

    walker = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    unseen: HtmlElement | None = None
    for event, element in walker:
        if event == "start":
            tag = element.tag
            if tag in _UNSEEN or (element.attrib and _is_hidden(element, tag)):
                walker.skip_subtree()
                unseen = element
            else:
                _open(element, tag, writer)
            continue
        if event == "end":
            if element is unseen:
                unseen = None
            else:
                _close(element, element.tag, writer)
            if element is tree:
                continue
        _say(writer, element.tail)


def _open(element: HtmlElement, tag: str, writer: _Writer) -> None:
    if tag == "tr" and not _lays_out(element):
        writer.flush()
        writer.in_row += 1
    elif tag in _BLOCKS:
        writer.border()
    if _is_struck(element, tag):
        writer.pieces.append(_STRIKE_ON)
    if tag in ("sup", "sub"):
        _say_small(element, tag, writer)
    else:
        _say(writer, element.text)


def _close(element: HtmlElement, tag: str, writer: _Writer) -> None:
    if _is_struck(element, tag):
        writer.pieces.append(_STRIKE_OFF)
    if tag in _CELLS:
        writer.pieces.append(" | ") if writer.in_row else writer.flush()
    elif tag == "tr" and writer.in_row and not _lays_out(element):
        writer.in_row -= 1
        writer.border()
    elif tag in _BLOCKS:
        writer.border()


def _is_struck(element: HtmlElement, tag: str) -> bool:
    return tag in _STRUCK or "line-through" in element.get("style", "").lower()


def _lays_out(row: HtmlElement) -> bool:
    """Whether a row holds paragraphs or another table: a table for layout, not for figures."""
    return row.find(".//table") is not None or row.find(".//p") is not None


def _say(writer: _Writer, text: str | None) -> None:
    if text and (writer.pieces or not text.isspace()):
        writer.pieces.append(text)


def _say_small(element: HtmlElement, tag: str, writer: _Writer) -> None:
    """Write the text of a superscript or subscript so that it does not touch a figure."""
    text = (element.text or "").strip()
    if len(element) or not text or _ORDINAL.fullmatch(text) or text[0] in "[({":
        _say(writer, element.text)
    elif _SMALL.fullmatch(text):
        writer.pieces.append(text.translate(_RAISED if tag == "sup" else _LOWERED))
    elif "".join(writer.pieces[-1:])[-1:].isdigit():
        writer.pieces.append(f"[{text}]")
    else:
        writer.pieces.append(text)


def _fraction(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1 : match.start()]
    written = f"{match[1].translate(_PLAIN)}/{match[2].translate(_PLAIN)}"
    return f" {written}" if before.isdigit() else written


def _is_hidden(element: HtmlElement, tag: str) -> bool:
    """Inline parts that are not shown; hidden blocks may be opened by a script and stay."""
    if tag in _BLOCKS or tag in _CELLS:
        return False
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and _HIDDEN.search(style) is not None


def _marked(lines: list[str]) -> Blocks:
    text = "\n".join(lines)
    if _STRIKE_ON not in text and _STRIKE_OFF not in text:
        return Blocks(text, ())
    pieces: list[str] = []
    struck: list[Cut] = []
    depth = length = begun = 0
    for piece in re.split(f"([{_STRIKE_ON}{_STRIKE_OFF}])", text):
        if piece == _STRIKE_ON:
            begun = begun if depth else length
            depth += 1
        elif piece == _STRIKE_OFF:
            depth = max(0, depth - 1)
            if not depth and length > begun:
                struck.append(Cut(begun, length, "struck_out"))
        else:
            pieces.append(piece)
            length += len(piece)
    return Blocks("".join(pieces), tuple(struck))
