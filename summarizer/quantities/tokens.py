"""Text as a list of small tokens: numbers, words and single signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities.languages import LANGUAGES, translate
from summarizer.quantities.late import late
from summarizer.quantities.marks import RAISED, without_marks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from summarizer.quantities.marks import Spans

# A number token takes inner points, commas, apostrophes and the blanks between groups of three:
# "1,234.5", "1.234,5", "1'234", "1 234,5".
# CJK letters stand alone, since words are not set apart there.
_TOKEN = late(
    r"[0-9]{1,3}(?:[ \u00a0\u202f\u2009][0-9]{3})+(?:[.,][0-9]{1,9})?(?![0-9.,:/-]?[0-9])"
    r"|[0-9]+(?:[.,'’][0-9]+)*|[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+|\S",
)
# Long enough for any paragraph; bounds the memory that one line can take.
_CHUNK = 100_000
_BREAK = late(r"\n[ \t\r]*\n\s*")
# No reader looks further than this beyond a token that is there.
_PAD = [""] * 64
# Most texts hold no footnote mark.
_MARK = late(rf"[{RAISED}†‡*\[]|\([0-9]{{1,2}}\)")
# A token this long states no amount.
MAX_TOKEN = 60


class Tokens:
    """A paragraph's tokens as parallel lists; offsets are into the whole text.

    Attributes:
        text: The whole text.
        words: The tokens as written, and as many "" after them as an index outside of the list
            meets on either side.
        lows: The tokens in lower case, padded in the same way.
        word: The i-th token as written, or "" outside of the list.
        low: The i-th token in lower case, or "" outside of the list.
        starts: Where each begins.
        ends: Where each ends, exclusive.
        language: The language of the text, where it has tables of its own, else None.
        marked: The numbers that carried a footnote mark, which is left out.
    """

    __slots__ = ("ends", "language", "low", "lows", "marked", "starts", "text", "word", "words")

    def __init__(
        self, text: str, spans: Spans, language: str | None, marked: frozenset[int]
    ) -> None:
        words = [text[a:b] for a, b in spans]
        lows = [word.lower() for word in words]
        if language is not None:
            lows = [translate(low, language) for low in lows]
        self.text = text
        self.words = words + _PAD
        self.lows = lows + _PAD
        # Called a hundred times a figure: the lists' own look-up, which the padding makes safe.
        self.low: Callable[[int], str] = self.lows.__getitem__
        self.word: Callable[[int], str] = self.words.__getitem__
        self.starts = [a for a, _ in spans]
        self.ends = [b for _, b in spans]
        self.language = language
        self.marked = marked

    def __len__(self) -> int:
        return len(self.starts)

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
        spans = [m.span() for m in _TOKEN.finditer(text, start, end)]
        if not spans:
            continue
        marked: frozenset[int] = frozenset()
        if _MARK.search(text, start, end) is not None:
            spans, marked = without_marks(text, spans)
        yield Tokens(text, spans, language if language in LANGUAGES else None, marked)
