"""Sentences as tokens, in which a quantity or a date is one token."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from summarizer.quantities import Mask, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.quantities import Scan, Span

_START = attrgetter("start")
_Spanned = TypeVar("_Spanned", Mention, Mask)

TokenKind = Literal["word", "punct", "poss", "mention", "date"]

_DATES = frozenset(("date", "year", "time", "period"))
LONGEST = 4000
"""How many code points of a sentence are read; what is longer is a list or a table without end."""
_NAMES = frozenset(("name", "identifier"))
_OPENERS = {"(": ")", "[": "]"}
_DASHES = frozenset("—–")

_TOKEN = re.compile(
    r"(?P<abbr>(?:[^\W\d_]\.){2,}(?:-\w+)?)"
    r"|(?P<poss>['’]s\b)"
    r"|(?P<word>\w+(?:(?:[-‑./&]|['’](?!s\b))\w+)*\+?)"
    r"|(?P<punct>\S)"
)


class Token(NamedTuple):
    """One token; offsets are into the article's text."""

    text: str
    lower: str
    start: int
    end: int
    kind: TokenKind
    capital: bool
    """Whether it is a word that starts with a capital letter or a digit before one ("3M")."""


@dataclass(slots=True)
class Sentence:
    """A sentence as tokens.

    Attributes:
        number: Its number in the article, from 1.
        start: Offset of its first code point in the article's text.
        end: Offset after its last.
        tokens: Its tokens, in order.
        text: Its words as they stand.
        mentions: The mentions in it, by the index of their token.
        pairs: For each closing bracket or dash the index of its opening one, and the reverse.
    """

    number: int
    start: int
    end: int
    text: str
    tokens: list[Token]
    mentions: dict[int, Mention]
    pairs: dict[int, int] = field(default_factory=dict)

    def lower(self, index: int) -> str:
        """The token at `index` in lower case; empty outside the sentence."""
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""

    def kind(self, index: int) -> TokenKind | None:
        """The kind of the token at `index`; None outside the sentence."""
        return self.tokens[index].kind if 0 <= index < len(self.tokens) else None


def read_sentence(text: str, span: Span, number: int, scan: Scan) -> Sentence:
    """Tokenise one sentence of `text`; mentions and dates become one token each."""
    start, end = span
    end = min(end, start + LONGEST)
    fixed: list[tuple[int, int, TokenKind, Mention | None]] = [
        (m.start, m.end, "mention", m) for m in _within(scan.mentions, start, end)
    ]
    for mask in _within(scan.masks, start, end):
        if mask.kind in _DATES:
            fixed.append((mask.start, mask.end, "date", None))
        elif mask.kind in _NAMES:
            fixed.append((mask.start, mask.end, "word", None))
    if len(fixed) > 1:
        fixed.sort(key=itemgetter(0))
    tokens: list[Token] = []
    mentions: dict[int, Mention] = {}
    at = start
    for first, last, kind, mention in fixed:
        tokens += _split(text, at, first)
        if mention is not None:
            mentions[len(tokens)] = mention
        words = text[first:last]
        tokens.append(Token(words, words.lower(), first, last, kind, capital=kind == "word"))
        at = last
    tokens += _split(text, at, end)
    return Sentence(number, start, end, text[start:end], tokens, mentions, _pairs(tokens))


def _within(spans: Sequence[_Spanned], start: int, end: int) -> Iterator[_Spanned]:
    index = bisect_left(spans, start, key=_START)
    while index < len(spans) and spans[index].end <= end:
        yield spans[index]
        index += 1


def _split(text: str, start: int, end: int) -> list[Token]:
    if start == end:
        return []
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        first, last = match.span()
        words = text[first:last]
        lower = words.lower()
        group = match.lastgroup
        if group == "punct":
            kind: TokenKind = "punct"
            # "companies' estimates": an apostrophe after a plural is a possessive.
            if words in "'’" and text[first - 1 : last + 1].lower() in {"s' ", "s’ "}:
                kind = "poss"
            tokens.append(Token(words, lower, first, last, kind, capital=False))
        elif group == "poss":
            tokens.append(Token(words, lower, first, last, "poss", capital=False))
        else:
            capital = lower != words and lower[:3] != words[:3]
            tokens.append(Token(words, lower, first, last, "word", capital=capital))
    return tokens


def _pairs(tokens: list[Token]) -> dict[int, int]:
    """Match brackets, and dashes two by two; what stands between is an aside."""
    pairs: dict[int, int] = {}
    stack: list[int] = []
    dash: int | None = None
    for index, token in enumerate(tokens):
        if token.kind != "punct":
            continue
        if token.text in _OPENERS:
            stack.append(index)
        elif stack and token.text == _OPENERS[tokens[stack[-1]].text]:
            opener = stack.pop()
            pairs[index], pairs[opener] = opener, index
        elif token.text in _DASHES:
            if dash is None:
                dash = index
            else:
                pairs[index], pairs[dash] = dash, index
                dash = None
    return pairs
