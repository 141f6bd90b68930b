"""The visible text of an HTML page, a block a line, in which numbers stay what they are.

Every HTML-to-text library glues superscripts to the figure before them, so that a footnote makes
"53<sup>2</sup> million" into 532 million and "10<sup>9</sup>" becomes 109. Here they become Unicode
superscripts, fractions are written out, and what is struck out is marked. Rows of a table are lines
with " | " between the cells. Of each line is known where in the page it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from summarizer.articles.assemble import Cut
from summarizer.articles.decode import canonical
from summarizer.articles.regions import is_hidden, regions_of
from summarizer.articles.written import UNSEEN, WRITTEN, text_of, written

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol"
    " option p pre section select summary table tbody tfoot thead title tr ul br video audio iframe"
    " button td th".split()
)
TAGS = ("other", "p", "li", "h1", "heading", "tr", "quote", "caption", "term")
"""What a line's block is."""
_TAG_OF = {
    "p": 1, "li": 2, "h1": 3, "h2": 4, "h3": 4, "h4": 4, "h5": 4, "h6": 4, "tr": 5,
    "blockquote": 6, "pre": 6, "figcaption": 7, "caption": 7, "dt": 8, "dd": 8,
}  # fmt: skip
_STRUCK = frozenset(("s", "del", "strike"))
_CELLS = frozenset(("td", "th"))
NOTHING = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
"""Signs without a width, which break words and figures."""
_WIDTHLESS = re.compile("[\u200b\u2060\ufeff\u00ad]")
_BLANK = re.compile("[\u200c-\u200f\ufe0e\ufe0f ]+")
"""Signs that are seen only beside others."""
_FRACTION = re.compile(r"([⁰¹²³⁴-⁹]+)\s?[/⁄∕]\s?([₀-₉]+|\d+)")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")
_STRIKE_ON, _STRIKE_OFF = "\ufdd0", "\ufdd1"
"""Noncharacters of Unicode that carry the struck-out parts through the joining of a block."""
_MARKS = re.compile(f"[{_STRIKE_ON}{_STRIKE_OFF} ]+")


class Place(NamedTuple):
    """Where a line stands in its page."""

    tag: int
    """Its block, as an index of `TAGS`."""
    linked: int
    """How many of its characters are links."""
    regions: int
    """The regions of the page that it is in, as bits (`regions`)."""
    box: int
    """The number of the block around its block."""
    room: int
    """The number of the block around its box."""
    block: int
    """The number of its own block."""
    kin: int
    """The number of what its block and its box are called; that of paragraphs of one kind."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """The text of a page, its blocks separated by line breaks, and its struck-out parts."""

    text: str
    struck: tuple[Cut, ...]
    places: tuple[Place, ...] = ()
    """One a line."""
    around: tuple[int, ...] = (0,)
    """By a block's number, which is above that of the block around it: the latter's."""


def page_blocks(tree: HtmlElement) -> Blocks:
    """Write out the visible text of a page."""
    writer = _Writer()
    _walk(tree, writer)
    writer.border()
    if writer.pieces and writer.lines:
        writer.lines[-1] += "".join(writer.pieces)
    return _marked(writer.lines, tuple(writer.places), tuple(writer.around))


class _Writer:
    """Collects inline pieces and makes a line of them at each border of a block."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.places: list[Place] = []
        self.pieces: list[str] = []
        self.rows: list[HtmlElement] = []
        """The rows of tables that are being written as a line."""
        self.struck: list[HtmlElement] = []
        self.links = self.linked = self.count = 0
        self.open = [(0, 0, 0, "")] * 3
        """The blocks that are open: number, regions, tag, name."""
        self.around = [0]
        self.kin: dict[tuple[str, str], int] = {}

    def flush(self) -> None:
        line = " ".join("".join(self.pieces).split())
        self.pieces.clear()
        if not line.isascii():
            if _WIDTHLESS.search(line):
                line = " ".join(line.translate(NOTHING).split())
            line = _FRACTION.sub(_fraction, canonical(line))
        line = line.strip(" |")
        if _MARKS.fullmatch(line):
            self.pieces.append(line)
            return
        if line and not _BLANK.fullmatch(line):
            self.lines.append(line)
            (room, _, _, _), (box, _, _, above), (block, regions, tag, name) = self.open[-3:]
            kin = self.kin.setdefault((above, name), len(self.kin))
            self.places.append(Place(tag, self.linked, regions, box, room, block, kin))
        self.linked = 0

    def say(self, text: str) -> None:
        if self.pieces or not text.isspace():
            self.pieces.append(text)
            if self.links:
                self.linked += len(text)

    def say_written(self, text: str, tag: str) -> None:
        self.say(written(text, tag, "".join(self.pieces[-2:])[-3:]))

    def border(self) -> None:
        """A block begins or ends; inside a row of a table that is only a space."""
        if self.pieces:
            if self.rows:
                self.pieces.append(" ")
            else:
                self.flush()

    def enter(self, element: HtmlElement, tag: str) -> None:
        if tag == "tr" and not _lays_out(element):
            if self.pieces:
                self.flush()
            self.rows.append(element)
        else:
            self.border()
        self.count += 1
        above, regions = self.open[-1][:2]
        regions |= regions_of(element, tag)
        self.around.append(above)
        name = f"{tag} {element.get('class')}"
        self.open.append((self.count, regions, _TAG_OF.get(tag, 0), name))

    def leave(self, element: HtmlElement, tag: str) -> None:
        if self.rows:
            if tag in _CELLS:
                self.pieces.append(" | ")
            elif self.rows[-1] is element:
                self.rows.pop()
        self.border()
        self.open.pop()


def _walk(tree: HtmlElement, writer: _Writer) -> None:
    from lxml import etree

    walker = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    unseen: HtmlElement | None = None
    for event, element in walker:
        if event == "start":
            tag = element.tag
            if tag in UNSEEN or (tag not in _BLOCKS and is_hidden(element)):
                # Hidden blocks may be opened by a script and stay; inline parts do not.
                walker.skip_subtree()
                unseen = element
            elif tag in WRITTEN and (text := text_of(element)) is not None:
                walker.skip_subtree()
                unseen = element
                writer.say_written(text, tag)
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
        if tail := element.tail:
            writer.say(tail)


def _open(element: HtmlElement, tag: str, writer: _Writer) -> None:
    if tag in _BLOCKS:
        writer.enter(element, tag)
    elif tag == "a":
        writer.links += 1
    if tag in _STRUCK or "line-through" in (element.get("style") or "").lower():
        writer.struck.append(element)
        writer.pieces.append(_STRIKE_ON)
    if text := element.text:
        writer.say(text)


def _close(element: HtmlElement, tag: str, writer: _Writer) -> None:
    if writer.struck and writer.struck[-1] is element:
        writer.struck.pop()
        writer.pieces.append(_STRIKE_OFF)
    if tag in _BLOCKS:
        writer.leave(element, tag)
    elif tag == "a":
        writer.links -= 1


def _lays_out(row: HtmlElement) -> bool:
    """Whether a row holds paragraphs or another table: a table for layout, not for figures."""
    return row.find(".//table") is not None or row.find(".//p") is not None


def _fraction(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1 : match.start()]
    written = f"{match[1].translate(_PLAIN)}/{match[2].translate(_PLAIN)}"
    return f" {written}" if before.isdigit() else written


def _marked(lines: list[str], places: tuple[Place, ...], around: tuple[int, ...]) -> Blocks:
    text = "\n".join(lines)
    if _STRIKE_ON not in text and _STRIKE_OFF not in text:
        return Blocks(text, (), places, around)
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
    return Blocks("".join(pieces), tuple(struck), places, around)
