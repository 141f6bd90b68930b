"""Text in a form in which typography does not matter, with a way back to the original offsets.

Curly quotes, dashes, spaces, soft hyphens, compatibility characters and thousands separators are
levelled; digits never are: a superscript stays a superscript, a fraction a fraction.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import TYPE_CHECKING

from summarizer.grounding.remembering import of_short_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEVEL = {
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'", "´": "'",
    "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "﹣": "-", "－": "-",
}  # fmt: skip
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

_BLANKS = r"\t\r\n\f\v\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
# Whatever is not plain: a thousands separator before a whole group, a run of white space that is
# not one blank, anything beyond ASCII with the marks that belong to it, a mark after an ASCII
# letter, and the backtick.
_SPECIAL = re.compile(
    r"(?P<separator>(?<=\d)[,'’\u00a0\u2009\u202f](?=\d{3}(?!\d)))"
    rf"|(?P<space> [ {_BLANKS}]+|[{_BLANKS}][ {_BLANKS}]*)"
    r"|(?P<mark>[A-Za-z][\u0300-\u036f]+)"
    r"|(?P<other>`|[^\x00-\x7f][\u0300-\u036f]*)"
)
# Where one of them may stand, but for runs of blanks: one class of characters is found fast.
_NOT_PLAIN = re.compile(r"[^ -&(-+\--_a-~]")
_BLANK = re.compile(rf"[{_BLANKS}]")
_COMBINING = re.compile(r"[\u0300-\u036f]")


def _special(text: str) -> Iterator[re.Match[str]]:
    """Every match of `_SPECIAL`, in order."""
    if "  " in text:
        yield from _SPECIAL.finditer(text)
        return
    done = 0
    for found in _NOT_PLAIN.finditer(text):
        at = found.start()
        if at < done:
            continue
        if at > done and (
            (text[at - 1] == " " and _BLANK.match(text, at)) or _COMBINING.match(text, at)
        ):
            at -= 1
        match = _SPECIAL.match(text, at) or _SPECIAL.match(text, found.start())
        if match is not None:
            done = match.end()
            yield match


def _level(cluster: str) -> str:
    if cluster in _LEVEL:
        return _LEVEL[cluster]
    if cluster[0] in _INVISIBLE:
        return ""
    levelled = unicodedata.normalize("NFKC", cluster)
    digits = any(char.isnumeric() for char in cluster)
    if digits and unicodedata.decimal(cluster[0], None) is None:
        return cluster
    if " " in levelled:  # a spacing accent: taken apart, it would not come back together
        return cluster
    return "".join(_LEVEL.get(char, char) for char in levelled)


class Normal:
    """A text in normal form.

    Attributes:
        text: The normal form.
    """

    __slots__ = ("_pieces", "_starts", "text")

    def __init__(self, original: str) -> None:
        out: list[str] = []
        pieces: list[tuple[int, int, int, int]] = []
        done = length = 0

        def add(words: str, start: int, end: int) -> None:
            nonlocal length
            if words:
                out.append(words)
                pieces.append((length, start, end, len(words)))
                length += len(words)

        for match in _special(original):
            if match.lastgroup == "space":
                levelled = " "
            elif match.lastgroup == "separator":
                levelled = ""
            else:
                levelled = _level(match.group())
            if levelled == match.group():
                continue
            add(original[done : match.start()], done, match.start())
            add(levelled, match.start(), match.end())
            done = match.end()
        add(original[done:], done, len(original))
        self.text = "".join(out)
        self._pieces = pieces
        self._starts = [piece[0] for piece in pieces]

    def original_start(self, index: int) -> int:
        """The original offset of the code point at `index` of the normal form."""
        first, start, end, length = self._pieces[bisect_right(self._starts, index) - 1]
        return start + index - first if end - start == length else start

    def original_end(self, index: int) -> int:
        """The original offset after the code point before `index` of the normal form."""
        first, start, end, length = self._pieces[bisect_right(self._starts, index - 1) - 1]
        return start + index - first if end - start == length else end


@of_short_texts
def normal(text: str) -> str:
    """The normal form alone."""
    return Normal(text).text
