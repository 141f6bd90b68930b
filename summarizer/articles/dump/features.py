"""What the line model looks at: each line as a tuple of small numbers, the bins of its features.

A feature is a bin so that a weight can be looked up and read ("a line of 30 words that ends a
sentence"); two things that only mean something together are one feature with a bin a pair. `Shapes`
are of a line alone, `places` of where it stands in the page.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from itertools import accumulate, groupby
from typing import NamedTuple

from summarizer.articles.dump.furniture import INSIDE_KINDS, KINDS, inside_kind, kind_of
from summarizer.articles.language import COMMON_WORDS

_SPACED = str.maketrans(dict.fromkeys("\"'“”‘’„«»()[]{}<>.,;:!?…|/\\*_#—–-•·›@", " "))
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_INNER_END = re.compile(r"[.!?…][\"'”’)\]»]*\s+[\"'“‘«(]?[^\W\d_a-z]|[。！？](?=.)")
_TERMINAL = re.compile(r"[.!?。！？][\"'”’)\]»」』*_]*\Z")
_DIGITS = re.compile(r"\d+")
_SEPARATORS = (" | ", " · ", " • ", " › ", " » ", " > ", "|")
_ADDRESSES = ("http", "www.", "@")
_QUOTES = ("“", "”", "«", "„", "「", '"')
_SPEECH = frozenset("said says told according added sagte sagt dijo detto déclaré asked".split())
_TOLD = frozenset("you your we our us i my sie ihr ihre wir vous votre tu nous".split())
_AGENCIES = frozenset(
    "reuters ap afp getty images bloomberg shutterstock dpa istock epa imago"
    " unsplash pexels upi xinhua"
    " courtesy photo alamy news wire".split()
)
_HELD = 30
"""Words of a line that are looked at; a longer line is decided by its length."""
_HELD_CHARS = 240


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

    @property
    def ended(self) -> bool:
        """Whether it ends as a sentence."""
        return self.end == 1


_WORD_STEPS = (2, 3, 5, 8, 12, 18, 30, 60)
_SHARE_STEPS = (0.001, 0.1, 0.2, 0.3, 0.4, 0.5)
_CAPITAL_STEPS = (0.001, 0.15, 0.3, 0.5, 0.8)
_DIGIT_STEPS = (0.0001, 0.03, 0.1, 0.3)
_COARSE_STEPS = (4, 8, 16)
_MARK_STEPS = (1, 2, 3, 6, 11, 21, 41)

SIZES = (36, 28, 24, 20, 6, 2 * (len(KINDS) + 1), INSIDE_KINDS * 3, 5, 6, 12, 16, 2, 48, 10)
"""How many bins each feature of a shape has."""


def shape_of(line: str, count: int) -> Shape:
    """Describe a line that stands `count` times in the page."""
    held = line[:_HELD_CHARS]
    words = held.split()
    size = line.count(" ") + 1
    if not line.isascii() and (signs := len(_CJK.findall(line))) > size:
        size = signs // 2 + 1
    lowered = held.lower()
    folded = lowered.translate(_SPACED).split()[:_HELD]
    known = len(folded) or 1
    common = len([word for word in folded if word in COMMON_WORDS]) / known
    later = words[1:_HELD]
    capitals = len([word for word in later if word[0].isupper()]) / (len(later) or 1)
    digits = sum(map(len, _DIGITS.findall(held))) / len(held)
    ended = _TERMINAL.search(line, max(0, len(line) - 8)) is not None
    end = 1 if ended else 2 if line[-1] in ",;:" else 3 if line.endswith(("...", "…")) else 0
    coarse = bisect_right(_COARSE_STEPS, size)
    long = size > 7
    kind = kind_of(held, folded)
    inside = inside_kind(folded) if size > 3 else 0
    marks = len(_INNER_END.findall(held)) if long else 0
    told = 0 if _TOLD.isdisjoint(folded) else 2
    told += any(sign in held for sign in _QUOTES) or not _SPEECH.isdisjoint(folded)
    linked = 2 * any(sign in held for sign in _SEPARATORS)
    addressed = any(sign in lowered for sign in _ADDRESSES)
    linked += addressed
    bins = (
        bisect_right(_WORD_STEPS, size) * 4 + end,
        bisect_right(_SHARE_STEPS, common) * 4 + coarse,
        bisect_right(_CAPITAL_STEPS, capitals) * 4 + coarse,
        bisect_right(_DIGIT_STEPS, digits) * 4 + coarse,
        _beginning(line[0]),
        kind * 2 + long,
        inside * 3 + bisect_right((16, 40), size),
        min(marks, 4),
        min(count - 1, 2) * 2 + long,
        told * 3 + bisect_right((8, 16), size),
        linked * 4 + coarse,
        int(ended and long),
        bisect_right(_CAPITAL_STEPS, capitals) * 8 + end * 2 + (size > 4),
        _signs(line, folded, ended=ended) * 2 + long,
    )
    keys = frozenset([word for word in folded if len(word) > 4])
    return Shape(
        bins, size, ended and long, kind, keys, inside == 1, end, min(count - 1, 2), addressed
    )


def _signs(line: str, folded: list[str], *, ended: bool) -> int:
    """Signs of furniture at the ends of a line: an agency's name, an emoji, brackets all around."""
    if not ended and len(folded) > 4 and folded[-1] in _AGENCIES:
        return 1
    if line[0] >= "\u2600" and not line[0].isalpha():
        return 2
    if line[0] in "([" and line[-1] in ")]":
        return 3
    return 4 if ended and folded and folded[-1] in _AGENCIES else 0


def _beginning(sign: str) -> int:
    """What a line begins with: a capital, a small letter, a figure, a quote, a bullet, other."""
    if sign.isalpha():
        return int(sign.islower())
    if sign.isdigit():
        return 2
    if sign in "“\"‘'«„「(":
        return 3
    return 4 if sign in "*•-–—·+#|>" else 5


def shapes_of(lines: list[str]) -> list[Shape]:
    """Describe each line of a page; equal lines are described once."""
    counts = Counter(lines)
    known = {line: shape_of(line, count) for line, count in counts.items()}
    return [known[line] for line in lines]


_WINDOWS = (2, 6, 15)
_DENSE_STEPS = (0.01, 2.0, 5.0, 10.0, 18.0, 30.0)
_BEFORE_STEPS = (0.001, 0.05, 0.3, 0.7, 0.95, 0.999)
_ECHO_STEPS = (0.001, 0.15, 0.3, 0.5, 0.7)
_SHORT_STEPS = (0.1, 0.3, 0.6, 0.8)
_SECTION_MARKS = frozenset(
    KINDS.index(kind) + 1
    for kind in ("most_read", "related", "comments", "share", "promotion", "copyright")
)
_LIST_HEADINGS = frozenset(KINDS.index(kind) + 1 for kind in ("most_read", "related"))
_SIZE_STEPS = (8, 14, 24, 48, 96, 192)
_RUN_STEPS = (2, 3, 5, 9, 17)
PLACE_SIZES = (28, 28, 28, 28, 32, 32, 24, 24, 40, 8, 20, 48, 16, 56)
"""How many bins each feature of a place has."""


def places_of(shapes: list[Shape]) -> list[tuple[int, ...]]:
    """Describe where each line stands."""
    size = len(shapes)
    running = [shape.words if shape.running else 0 for shape in shapes]
    sums = [0, *accumulate(running)]
    total = sums[-1] or 1
    short = sum(shape.words < 8 and shape.end != 1 for shape in shapes) / (size or 1)
    clutter = bisect_right(_SHORT_STEPS, short)
    sized = bisect_right(_SIZE_STEPS, size)
    spread = Counter(word for shape in shapes if shape.words > 11 for word in shape.keys)
    titles = _titles(shapes)
    title = shapes[0].keys if shapes else frozenset()
    places: list[tuple[int, ...]] = []
    last_mark = 41
    commented = under = 0
    runs = _runs(shapes)
    since_title = 41
    for i, shape in enumerate(shapes):
        coarse = bisect_right(_COARSE_STEPS, shape.words)
        dense = [_mean(sums, i, window, size, running[i]) for window in _WINDOWS]
        needed = 2 if shape.words > 11 else 1
        keys = shape.keys
        echo = sum(spread[word] >= needed for word in keys) / (len(keys) or 1)
        shared = len(keys & title) / (len(keys) or 1) if i else 0.0
        if i in titles:
            since_title = 0
        mark = bisect_right(_MARK_STEPS, last_mark)
        ended = shape.end == 1
        places.append(
            (
                *(bisect_right(_DENSE_STEPS, d) * 4 + coarse for d in dense),
                bisect_right(_BEFORE_STEPS, sums[i] / total) * 4 + coarse,
                mark * 4 + coarse,
                bisect_right(_MARK_STEPS, since_title) * 4 + coarse,
                bisect_right(_ECHO_STEPS, echo) * 4 + coarse,
                bisect_right(_ECHO_STEPS, shared) * 4 + coarse,
                clutter * 8 + coarse * 2 + ended,
                commented * 4 + coarse,
                bisect_right((0.02, 0.1, 0.5, 0.9), i / size) * 4 + coarse,
                bisect_right(_RUN_STEPS, runs[i]) * 8 + coarse * 2 + shape.running,
                under * 8 + coarse * 2 + ended,
                sized * 8 + coarse * 2 + ended,
            )
        )
        since_title = min(41, since_title + 1)
        last_mark = min(41, last_mark + 1)
        if shape.kind in _SECTION_MARKS and shape.words < 12:
            last_mark = 0
        if shape.running:
            under = 0
        elif shape.kind in _LIST_HEADINGS and shape.words < 12:
            under = 1
        if shape.kind == _COMMENTS and shape.words < 12 and sums[i] > 0.3 * total:
            commented = 1
    return places


def _runs(shapes: list[Shape]) -> list[int]:
    """For each line, how many lines of its sort, running or loose, stand together there."""
    runs: list[int] = []
    for _, group in groupby(shape.running for shape in shapes):
        length = sum(1 for _ in group)
        runs += [length] * length
    return runs


_COMMENTS = KINDS.index("comments") + 1


def _mean(sums: list[int], i: int, window: int, size: int, own: int) -> float:
    low, high = max(0, i - window), min(size, i + window + 1)
    return (sums[high] - sums[low] - own) / (2 * window)


def _titles(shapes: list[Shape]) -> set[int]:
    """The lines that repeat most of the first line's words: the headline above the article."""
    if not shapes or not shapes[0].keys:
        return set()
    title = shapes[0].keys
    least = max(2, len(title) // 2)
    return {
        i
        for i, shape in enumerate(shapes)
        if i and shape.words < 30 and not shape.running and len(shape.keys & title) >= least
    }
