"""Text as a list of small tokens: numbers, words and single signs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.quantities.languages import LANGUAGES, translate

if TYPE_CHECKING:
    from collections.abc import Iterator

# A number token takes inner points, commas, apostrophes and the blanks between groups of three:
# "1,234.5", "1.234,5", "1'234", "1 234,5".
# CJK letters stand alone, since words are not set apart there.
_TOKEN = re.compile(
    r"[0-9]{1,3}(?:[ \u00a0\u202f\u2009][0-9]{3})+(?:[.,][0-9]{1,9})?(?![0-9.,:/-]?[0-9])"
    r"|[0-9]+(?:[.,'’][0-9]+)*|[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+|\S",
)
# Long enough for any paragraph; bounds the memory that one line can take.
_CHUNK = 100_000
_BREAK = re.compile(r"\n[ \t\r]*\n\s*")
_PAD = [""] * 8
# A token this long states no amount.
MAX_TOKEN = 60


@dataclass(frozen=True, slots=True)
class Tokens:
    """A paragraph's tokens as parallel lists; offsets are into the whole text.

    Attributes:
        text: The whole text.
        words: The tokens as written, and a few "" after them, which a small index outside of the
            list meets on either side.
        lows: The tokens in lower case, padded in the same way.
        starts: Where each begins.
        ends: Where each ends, exclusive.
        language: The language of the text, where it has tables of its own, else None.
    """

    text: str
    words: list[str]
    lows: list[str]
    starts: list[int]
    ends: list[int]
    language: str | None = None

    def __len__(self) -> int:
        return len(self.starts)

    def low(self, i: int) -> str:
        """The i-th token in lower case, or "" a little outside of the list on either side."""
        try:
            return self.lows[i]
        except IndexError:
            return ""

    def word(self, i: int) -> str:
        """The i-th token as written, or "" a little outside of the list on either side."""
        try:
            return self.words[i]
        except IndexError:
            return ""

    def glued(self, i: int) -> bool:
        """Whether tokens i and i + 1 exist and touch."""
        return 0 <= i < len(self.starts) - 1 and self.ends[i] == self.starts[i + 1]

    def digits(self, i: int) -> bool:
        """Whether token i is written in digits."""
        return "0" <= self.word(i)[:1] <= "9"

    def phrase(self, i: int, n: int) -> str:
        """The n tokens from i in lower case, joined by blanks; no phrase where there are fewer."""
        return " ".join(self.lows[i : i + n])


def _cut(text: str, start: int) -> int:
    """Where a paragraph that is too long is cut: after a sentence, or else at a blank."""
    for mark in (". ", "。", "\n", " "):
        found = text.rfind(mark, start + _CHUNK // 2, start + _CHUNK)
        if found > 0:
            return found + 1
    return start + _CHUNK


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs, cut further at a blank where one is very long."""
    start = 0
    bounds = [m.end() for m in _BREAK.finditer(text)]
    for bound in [*bounds, len(text)]:
        while bound - start > _CHUNK:
            cut = _cut(text, start)
            yield start, cut
            start = cut
        if bound > start:
            yield start, bound
        start = bound


def tokenise(text: str, language: str | None = None) -> Iterator[Tokens]:
    """Cut a text into paragraphs of tokens, in one pass.

    Args:
        text: Any text.
        language: Its language, whose words are looked up as their English equivalents.

    Yields:
        The tokens of each paragraph.
    """
    for start, end in _pieces(text):
        found = list(_TOKEN.finditer(text, start, end))
        if not found:
            continue
        words = [m.group() for m in found]
        lows = [w.lower() for w in words]
        foreign = language if language in LANGUAGES else None
        if foreign is not None:
            lows = [translate(low, foreign) for low in lows]
        yield Tokens(
            text=text,
            words=words + _PAD,
            lows=lows + _PAD,
            starts=[m.start() for m in found],
            ends=[m.end() for m in found],
            language=foreign,
        )
