"""Text as a list of small tokens: numbers, words and single signs."""

from __future__ import annotations

from itertools import accumulate, pairwise, repeat
from operator import not_
from typing import TYPE_CHECKING

from summarizer.quantities.language_phrases import rephrase
from summarizer.quantities.languages import LANGUAGES, translate
from summarizer.quantities.late import late
from summarizer.quantities.marks import RAISED, without_marks
from summarizer.quantities.triggers import find_openings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from summarizer.quantities.amount import Amount
    from summarizer.quantities.marks import Spans

# A number token takes inner points, commas, apostrophes and the blanks between groups of three:
# "1,234.5", "1.234,5", "1'234", "1 234,5".
# CJK letters stand alone, since words are not set apart there.
# In a group, so that a split gives tokens and the gaps between them in turn.
_TOKEN = late(
    r"([^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+"
    r"|[0-9]{1,3}(?:[ \u00a0\u202f\u2009][0-9]{3})+(?:[.,][0-9]{1,9})?(?![0-9.,:/-]?[0-9])"
    r"|[0-9]+(?:[.,'’][0-9]+)*|\S)",
)
# The same for a paragraph of ASCII alone, which takes two thirds of the time.
_ASCII_TOKEN = late(
    r"([A-Za-z]+"
    r"|[0-9](?:[0-9]{0,2}(?: [0-9]{3})+(?:[.,][0-9]{1,9})?(?![0-9.,:/-]?[0-9])"
    r"|[0-9]*(?:[.,'][0-9]+)*)|\S)",
)
# Long enough for any paragraph; bounds the memory that one line can take.
_CHUNK = 100_000
_BREAK = late(r"\n[ \t\r]*\n\s*")
# No reader looks further than this beyond a token that is there.
_PAD = [""] * 64
_APART = [False] * 64
_DIGITS = frozenset("0123456789")
# Most texts hold no footnote mark.
_MARK = late(rf"[{RAISED}†‡*\[]")
_NUMBERED = late(r"\([0-9]{1,2}\)")
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
        glued: Whether tokens i and i + 1 exist and touch.
        starts: Where each begins.
        ends: Where each ends, exclusive.
        language: The language of the text, where it has tables of its own, else None.
        marked: The numbers that carried a footnote mark, which is left out.
        openings: The tokens that something numeric may begin with, in order.
        amounts: The amounts that were read, by their first token; None where none begins.
    """

    __slots__ = (
        "amounts", "ends", "glued", "language", "low", "lows", "marked", "openings", "starts",
        "text", "word", "words",
    )  # fmt: skip

    def __init__(
        self, text: str, words: list[str], lows: list[str], gaps: list[str], language: str | None
    ) -> None:
        """Take a paragraph's tokens and what is after each; where they stand is to follow."""
        touching = list(map(not_, gaps))
        touching[-1:] = _APART
        self.text = text
        self.words = words + _PAD
        self.lows = lows + _PAD
        # Called a hundred times a figure: the lists' own look-up, which the padding makes safe.
        self.low: Callable[[int], str] = self.lows.__getitem__
        self.word: Callable[[int], str] = self.words.__getitem__
        self.glued: Callable[[int], bool] = touching.__getitem__
        self.language = language
        self.marked = frozenset[int]()
        self.openings: list[int] = []
        self.amounts: dict[int, Amount | None] = {}
        self.starts: list[int] = []
        self.ends: list[int] = []

    def __len__(self) -> int:
        return len(self.starts)

    def digits(self, i: int) -> bool:
        """Whether token i is written in digits."""
        return self.words[i][:1] in _DIGITS

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


def tokenise(text: str, language: str | None = None, *, numeric: bool = False) -> Iterator[Tokens]:
    """Cut a text into paragraphs of tokens, in one pass.

    Args:
        text: Any text.
        language: Its language, whose words are looked up as their English equivalents.
        numeric: Whether to pass over the paragraphs in which nothing numeric can begin, and to
            say where something may in the others.

    Yields:
        The tokens of each paragraph.
    """
    language = language if language in LANGUAGES else None
    marks = _marked(text, 0, len(text))
    for start, end in _pieces(text):
        piece = text[start:end]
        parts = (_ASCII_TOKEN if piece.isascii() else _TOKEN).split(piece)
        if len(parts) == 1:
            continue
        words, gaps = parts[1::2], parts[2::2]
        spans: Spans = []
        marked = frozenset[int]()
        if marks and _marked(text, start, end):
            spans, marked = without_marks(text, _spans(start, parts))
            words = [text[a:b] for a, b in spans]
            gaps = [text[a[1] : b[0]] for a, b in pairwise(spans)] + [""]
        lows = list(map(str.lower, words))
        if language is not None:
            raw, lows = lows, list(map(translate, lows, repeat(language)))
            rephrase(raw, lows, language)
        openings = find_openings(words, lows, gaps, language) if numeric else []
        if numeric and not openings:
            continue
        tokens = Tokens(text, words, lows, gaps, language)
        tokens.openings, tokens.marked = openings, marked
        if spans:
            tokens.starts, tokens.ends = [a for a, _ in spans], [b for _, b in spans]
        else:
            places = list(accumulate(map(len, parts), initial=start))
            tokens.starts, tokens.ends = places[1:-1:2], places[2::2]
        yield tokens


def _marked(text: str, start: int, end: int) -> bool:
    """Whether a part of a text may hold a footnote mark."""
    if _MARK.search(text, start, end) is not None:
        return True
    return "(" in text and _NUMBERED.search(text, start, end) is not None


def _spans(start: int, parts: list[str]) -> Spans:
    """Where the tokens stand that a paragraph was split into."""
    places = list(accumulate(map(len, parts), initial=start))
    return list(zip(places[1:-1:2], places[2::2], strict=True))
