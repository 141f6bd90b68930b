"""What the line model looks at in a line alone: its shape.

A shape is a tuple of small numbers, the bins of its features, so that a weight can be looked up and
read ("a line of 30 words that ends a sentence"); two things that only mean something together are
one feature with a bin a pair. Where a line stands in its page is told by `places`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from itertools import compress, islice
from sys import intern
from typing import NamedTuple

from summarizer.articles.dump.furniture import (
    INSIDE_KINDS,
    INSIDE_WORDS,
    KINDS,
    inside_kind,
    kind_of,
)
from summarizer.articles.dump.words import Words, tells_of
from summarizer.articles.language import COMMON_WORDS

_ASCII_SIGNS = b"\"'()[]{}<>.,;:!?|/\\*_#-@"
_FURTHER_SIGNS = "“”‘’„«»…–—•·›"
_TO_ZERO = bytes.maketrans(b"123456789", b"0" * 9)
_TO_CAPITAL = bytes.maketrans(b"BCDEFGHIJKLMNOPQRSTUVWXYZ", b"A" * 25)
_TO_SPACE = bytes.maketrans(_ASCII_SIGNS, b" " * len(_ASCII_SIGNS))
_OTHER_LETTERS = re.compile(r"[\u0370-\u058f]")
"""Scripts with capitals that are not of the Latin alphabet."""
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_INNER_ENDS = (". ", "? ", "! ", '." ')
_FURTHER_INNER_ENDS = (".” ", "?” ", "。")
_CLOSERS = "\"'”’)]»」』*_"
_TERMINALS = tuple(".!?。！？")
_SPEECH = frozenset(
    "said says told according added asked sagte sagt sagten erklärte betonte laut teilte berichtete"
    " dijo afirmó señaló aseguró según detto spiegato secondo déclaré indiqué explique selon disse"
    " afirmou segundo zei zegt volgens sade säger enligt sier ifølge siger powiedział dedi".split()
)
_TOLD = frozenset(
    "you your we our us i my sie ihr ihre wir uns unser dein vous votre nous notre"
    " noi vostro usted você je jij jouw din vi oss".split()
)
_AGENCIES = frozenset(
    "reuters ap afp getty images bloomberg shutterstock dpa istock epa imago"
    " unsplash pexels upi xinhua"
    " courtesy photo alamy news wire".split()
)
_TELLING = _SPEECH | _TOLD | _AGENCIES | INSIDE_WORDS
"""A line without any of them needs no look at each."""
_HELD = 30
"""Words of a line that are looked at; a longer line is decided by its length."""
_HELD_CHARS = 240
_AT_ONCE = 4000
"""Lines that are described at once."""


class Shape(NamedTuple):
    """A line alone: its feature bins, and what the page's features are made from."""

    bins: tuple[int, ...]
    words: int
    running: bool
    """Whether it is running text: eight words or more and a sentence's end."""
    kind: int
    keys: frozenset[str]
    """Its longer words, folded."""
    promotes: bool
    """Whether there are words of promotion in it, such as "newsletter"."""
    end: int
    """How it ends: 1 as a sentence, 2 with a comma or colon, 3 with an ellipsis, 0 without any."""
    repeats: int
    """How often the page has it besides, up to 2."""
    addressed: bool
    """Whether there is an address in it, of a page or of mail."""
    beginning: int
    """What it begins with: 0 a capital, 1 a small letter, 2 a figure, 3 a quote, 4 a bullet."""
    capitals: int
    """The bin of the share of its words that begin with a capital, but for the first."""
    digits: int
    """The bin of the share of its signs that are digits."""
    tells: float
    """What its words tell: log-odds of being the article's."""
    far: bool = False
    """Whether it was not looked at: it stands far from any paragraph."""

    @property
    def ended(self) -> bool:
        """Whether it ends as a sentence."""
        return self.end == 1

    @property
    def figured(self) -> bool:
        """Whether a good part of its signs are digits."""
        return self.bins[3] >= _FIGURED


_WORD_STEPS = (2, 3, 5, 8, 12, 18, 30, 60)
_SHARE_STEPS = (0.001, 0.1, 0.2, 0.3, 0.4, 0.5)
_CAPITAL_STEPS = (0.001, 0.15, 0.3, 0.5, 0.8)
_DIGIT_STEPS = (0.0001, 0.03, 0.1, 0.3)
_FIGURED = 8
"""The bin of a share of digits of 3% in the shortest lines."""
_COARSE_STEPS, _LENGTH_STEPS, _TOLD_STEPS = (4, 8, 16), (16, 40), (8, 16)
_LONGEST = 60
_LOOSE_TELLS = -1.0
"""What the words of a line tell that is not looked at."""
_BY_SIZE = tuple(
    (
        bisect_right(_WORD_STEPS, size) * 4,
        bisect_right(_COARSE_STEPS, size),
        bisect_right(_LENGTH_STEPS, size),
        bisect_right(_TOLD_STEPS, size),
    )
    for size in range(_LONGEST + 1)
)
"""The bins of each count of words; those of the last hold for all above."""

SIZES = (36, 28, 24, 20, 6, 2 * (len(KINDS) + 1), INSIDE_KINDS * 3, 5, 6, 12, 16, 2, 48, 10)
"""How many bins each feature of a shape has."""


def shape_of(
    line: str,
    lowered: str,
    folded: list[str],
    capitals: int,
    count: int,
    words: Words | None,
    *,
    cjk: bool,
) -> Shape:
    """Describe a line.

    Args:
        line: The line.
        lowered: Its beginning in small letters, every digit a zero.
        folded: The first of its words, in small letters and without signs.
        capitals: How many words of its beginning, but for the first, begin with a capital.
        count: How often it stands in the page.
        words: What words tell.
        cjk: Whether it may have Chinese, Japanese or Korean signs.
    """
    held = line if len(line) <= _HELD_CHARS else line[:_HELD_CHARS]
    spaces = line.count(" ")
    size = spaces + 1
    if cjk and (signs := len(_CJK.findall(line))) > size:
        size = signs // 2 + 1
    worded, coarse, length, told_size = _BY_SIZE[min(_LONGEST, size)]
    long = size > 7
    plain = held.isascii()
    known = frozenset(folded)
    common = len(known & COMMON_WORDS) / (len(known) or 1)
    digits = lowered.count("0")
    figured = bisect_right(_DIGIT_STEPS, digits / len(held)) if digits else 0
    last = line[-1]
    ended = last in _TERMINALS or (last in _CLOSERS and line.rstrip(_CLOSERS).endswith(_TERMINALS))
    end = 1 if ended else 2 if last in ",;:" else 3 if last == "…" else 0
    kind = kind_of(held, folded)
    inside = told = 0
    agency = False
    if not known.isdisjoint(_TELLING):
        inside = inside_kind(folded, known) if size > 3 else 0
        told = 0 if _TOLD.isdisjoint(known) else 2
        agency = folded[-1] in _AGENCIES
        spoken = not _SPEECH.isdisjoint(known)
    else:
        spoken = False
    if spoken or '"' in held:
        told += 1
    elif not plain:
        told += "“" in held or "„" in held or "«" in held or "”" in held or "「" in held
    marks = _inner_ends(held, plain=plain) if long else 0
    addressed = "http" in lowered or "www." in lowered or "@" in lowered
    parted = "|" in held or " > " in held
    if not (plain or parted):
        parted = " · " in held or " • " in held or " › " in held or " » " in held
    spaces = spaces if held is line else held.count(" ")
    raised = bisect_right(_CAPITAL_STEPS, capitals / (spaces or 1)) if capitals else 0
    repeats = count - 1 if count < 3 else 2
    beginning = _beginning(line[0])
    bins = (
        worded + end,
        bisect_right(_SHARE_STEPS, common) * 4 + coarse,
        raised * 4 + coarse,
        figured * 4 + coarse,
        beginning,
        kind * 2 + long,
        inside * 3 + length,
        min(4, marks),
        repeats * 2 + long,
        told * 3 + told_size,
        (2 * parted + addressed) * 4 + coarse,
        int(ended and long),
        raised * 8 + end * 2 + (size > 4),
        _signs(line, len(folded), agency=agency, ended=ended) * 2 + long,
    )
    return Shape(
        bins,
        size,
        ended and long,
        kind,
        frozenset([word for word in known if len(word) > 4]),
        inside == 1,
        end,
        repeats,
        addressed,
        beginning,
        raised,
        figured,
        tells_of(folded, size, words) if words else 0.0,
    )


def _inner_ends(held: str, *, plain: bool) -> int:
    """How many sentences end inside a line, about."""
    marks = 0
    for sign in _INNER_ENDS:
        marks += held.count(sign)
    if not plain:
        for sign in _FURTHER_INNER_ENDS:
            marks += held.count(sign)
    return marks


def _signs(line: str, words: int, *, agency: bool, ended: bool) -> int:
    """Signs of furniture at the ends of a line: an agency's name, an emoji, brackets all around."""
    if agency and not ended and words > 4:
        return 1
    first = line[0]
    if first >= "\u2600" and not first.isalpha():
        return 2
    if first in "([" and line[-1] in ")]":
        return 3
    return 4 if agency and ended else 0


def _beginning(sign: str) -> int:
    """What a line begins with: a capital, a small letter, a figure, a quote, a bullet, other."""
    if sign.isalpha():
        return int(sign.islower())
    if sign.isdigit():
        return 2
    if sign in "“\"‘'«„「(":
        return 3
    return 4 if sign in "*•-–—·+#|>" else 5


def shapes_of(
    lines: list[str], words: Words | None = None, near: bytes | None = None
) -> list[Shape]:
    """Describe each line of a page; equal lines are described once.

    Args:
        lines: The lines.
        words: What words tell; without it, `tells` is 0.
        near: The lines to look at, as `near_lines` gives them; the others are loose lines, and
            only their length is told.
    """
    if near is not None:
        return _near_shapes(lines, words, near)
    counts = Counter(lines)
    known: dict[str, Shape] = {}
    each = iter(counts.items())
    while some := list(islice(each, _AT_ONCE)):
        _describe(some, known, words, share=len(counts) > _AT_ONCE)
    return [known[line] for line in lines]


def _near_shapes(lines: list[str], words: Words | None, near: bytes) -> list[Shape]:
    described = iter(shapes_of(list(compress(lines, near)), words))
    most = len(_LOOSE) - 1
    return [
        next(described) if is_near else _LOOSE[min(line.count(" "), most)]
        for line, is_near in zip(lines, near, strict=True)
    ]


def _describe(
    counts: list[tuple[str, int]], known: dict[str, Shape], tells: Words | None, *, share: bool
) -> None:
    """Put the shapes of lines, given with how often they stand in the page, to those known.

    What needs a step a sign is done for all lines at once: a step costs more than the signs that it
    goes over. With `share`, equal words are one object, as a page of many lines has few words.
    """
    heads = [line[:_HELD_CHARS] for line, _ in counts]
    page = "\n".join(heads)
    if page.count("\n") >= len(heads):
        page = "\n".join([head.replace("\n", " ") for head in heads])
    plain = page.isascii()
    lowered, words = folded_text(page)
    cjk = not plain and _CJK.search(page) is not None
    for (line, count), low, folded, raised in zip(
        counts,
        lowered.split("\n"),
        words.split("\n"),
        _capitals(page, plain=plain),
        strict=True,
    ):
        first = folded.split(None, _HELD)[:_HELD]
        if share:
            first = list(map(intern, first))
        known[line] = shape_of(line, low, first, raised, count, tells, cjk=cjk)


def folded_text(text: str) -> tuple[str, str]:
    """Give a text in small letters, every digit a zero; and the same with spaces for signs."""
    lowered = text.lower().encode("utf-8", "surrogatepass").translate(_TO_ZERO)
    words = lowered.translate(_TO_SPACE).decode("utf-8", "surrogatepass")
    if not text.isascii():
        for sign in _FURTHER_SIGNS:
            words = words.replace(sign, " ")
    return lowered.decode("utf-8", "surrogatepass"), words


def folded_words(line: str) -> list[str]:
    """The first words of a line, in small letters and without signs, every digit a zero."""
    return folded_text(line[:_HELD_CHARS])[1].split(None, _HELD)[:_HELD]


def _capitals(page: str, *, plain: bool) -> list[int]:
    """For each line, how many words after the first begin with a capital."""
    if not plain and _OTHER_LETTERS.search(page):
        return [sum(word[0].isupper() for word in line.split()[1:]) for line in page.split("\n")]
    letters = page.encode("utf-8", "surrogatepass").translate(_TO_CAPITAL)
    return [line.count(b" A") for line in letters.split(b"\n")]


_LOOSE = tuple(
    shape._replace(tells=_LOOSE_TELLS, far=True)
    for shape in shapes_of([" ".join(["Xxxx"] * size) for size in range(1, 12)])
)
"""By spaces: what a line is taken for that is not looked at."""
