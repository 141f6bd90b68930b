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
from typing import TYPE_CHECKING, NamedTuple

from summarizer.articles.dump.furniture import INSIDE_KINDS, KINDS, inside_kind, kind_of
from summarizer.articles.language import COMMON_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

_SIGNS = "\"'“”‘’„«»()[]{}<>.,;:!?…|/\\*_#—–-•·›@"
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_INNER_END = re.compile(r"[.!?…][\"'”’)\]»]*\s+[\"'“‘«(]?[^\W\d_a-z]|[。！？](?=.)")
_CLOSERS = "\"'”’)]»」』*_"
_TERMINALS = tuple(".!?。！？")
_SEPARATOR = re.compile(r"\|| [·•›»] ")
_QUOTE = re.compile('[“”«„「"]')
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
_LENGTH_STEPS, _TOLD_STEPS = (16, 40), (8, 16)
_MARK_STEPS = (1, 2, 3, 6, 11, 21, 41)

SIZES = (36, 28, 24, 20, 6, 2 * (len(KINDS) + 1), INSIDE_KINDS * 3, 5, 6, 12, 16, 2, 48, 10)
"""How many bins each feature of a shape has."""


def shape_of(line: str, lowered: str, folded: list[str], count: int) -> Shape:
    """Describe a line.

    Args:
        line: The line.
        lowered: Its beginning as `_lowered` gives it.
        folded: The first of its words, in small letters and without signs.
        count: How often it stands in the page.
    """
    held = line[:_HELD_CHARS]
    words = held.split()
    size = line.count(" ") + 1
    plain = line.isascii()
    if not plain and (signs := len(_CJK.findall(line))) > size:
        size = signs // 2 + 1
    known = frozenset(folded)
    common = len(known & COMMON_WORDS) / (len(known) or 1)
    later = words[1:_HELD]
    capitals = len([word for word in later if word[0].isupper()]) / (len(later) or 1)
    digits = lowered.count("0") / len(held)
    ended = line.rstrip(_CLOSERS).endswith(_TERMINALS)
    end = 1 if ended else 2 if line[-1] in ",;:" else 3 if line.endswith("…") else 0
    coarse = bisect_right(_COARSE_STEPS, size)
    long = size > 7
    kind = kind_of(held, folded)
    inside = inside_kind(folded, known) if size > 3 else 0
    marks = len(_INNER_END.findall(held)) if long else 0
    quoted = '"' in held or (not plain and _QUOTE.search(held) is not None)
    told = 0 if _TOLD.isdisjoint(known) else 2
    told += quoted or not _SPEECH.isdisjoint(known)
    addressed = "http" in lowered or "www." in lowered or "@" in lowered
    parted = ("|" in held or " > " in held) if plain else _SEPARATOR.search(held) is not None
    linked = 2 * parted + addressed
    raised = bisect_right(_CAPITAL_STEPS, capitals)
    bins = (
        bisect_right(_WORD_STEPS, size) * 4 + end,
        bisect_right(_SHARE_STEPS, common) * 4 + coarse,
        raised * 4 + coarse,
        bisect_right(_DIGIT_STEPS, digits) * 4 + coarse,
        _beginning(line[0]),
        kind * 2 + long,
        inside * 3 + bisect_right(_LENGTH_STEPS, size),
        min(marks, 4),
        min(count - 1, 2) * 2 + long,
        told * 3 + bisect_right(_TOLD_STEPS, size),
        linked * 4 + coarse,
        int(ended and long),
        raised * 8 + end * 2 + (size > 4),
        _signs(line, folded, ended=ended) * 2 + long,
    )
    return Shape(
        bins=bins,
        words=size,
        running=ended and long,
        kind=kind,
        keys=frozenset([word for word in known if len(word) > 4]),
        promotes=inside == 1,
        end=end,
        repeats=min(count - 1, 2),
        addressed=addressed,
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
    if not lines:
        return []
    counts = Counter(lines)
    lowered = _lowered(counts)
    folded = "\n".join(lowered)
    for sign in _SIGNS:
        folded = folded.replace(sign, " ")
    known = {
        line: shape_of(line, low, words.split()[:_HELD], count)
        for (line, count), low, words in zip(
            counts.items(), lowered, folded.split("\n"), strict=True
        )
    }
    return [known[line] for line in lines]


def _lowered(lines: Iterable[str]) -> list[str]:
    """The beginnings of lines in small letters, every digit a zero: all of a page in few steps."""
    page = "\n".join([line[:_HELD_CHARS].replace("\n", " ") for line in lines]).lower()
    for digit in "123456789":
        page = page.replace(digit, "0")
    return page.split("\n")


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
_DEPTH_STEPS = (0.02, 0.1, 0.5, 0.9)
_SIZE_STEPS = (8, 14, 24, 48, 96, 192)
_RUN_STEPS = (2, 3, 5, 9, 17)
PLACE_SIZES = (28, 28, 28, 28, 32, 32, 24, 24, 40, 8, 20, 48, 16, 56)
"""How many bins each feature of a place has."""


def places_of(shapes: list[Shape]) -> list[tuple[int, ...]]:
    """Describe where each line stands."""
    size = len(shapes)
    if not size:
        return []
    running = [shape.words if shape.running else 0 for shape in shapes]
    sums = [0, *accumulate(running)]
    total = sums[-1] or 1
    most = 0.3 * total
    short = sum([shape.words < 8 and shape.end != 1 for shape in shapes]) / size
    clutter = bisect_right(_SHORT_STEPS, short) * 8
    sized = bisect_right(_SIZE_STEPS, size) * 8
    spread = Counter(word for shape in shapes if shape.words > 11 for word in shape.keys)
    once = frozenset(spread)
    twice = frozenset(word for word, count in spread.items() if count > 1)
    title = shapes[0].keys
    least = max(2, len(title) // 2) if title else size
    dense = [_density(sums, running, window) for window in _WINDOWS]
    runs = _runs(shapes)
    places: list[tuple[int, ...]] = []
    last_mark = since_title = 41
    commented = under = 0
    for i, (shape, near, wide, wider) in enumerate(zip(shapes, *dense, strict=True)):
        words, keys = shape.words, shape.keys
        coarse = bisect_right(_COARSE_STEPS, words)
        ended = coarse * 2 + (shape.end == 1)
        echo = shared = 0.0
        if keys:
            many = len(keys)
            echo = len(keys & (twice if words > 11 else once)) / many
            if i and (both := len(keys & title)):
                shared = both / many
                if both >= least and words < 30 and not shape.running:
                    since_title = 0
        places.append(
            (
                near * 4 + coarse,
                wide * 4 + coarse,
                wider * 4 + coarse,
                bisect_right(_BEFORE_STEPS, sums[i] / total) * 4 + coarse,
                bisect_right(_MARK_STEPS, last_mark) * 4 + coarse,
                bisect_right(_MARK_STEPS, since_title) * 4 + coarse,
                bisect_right(_ECHO_STEPS, echo) * 4 + coarse,
                bisect_right(_ECHO_STEPS, shared) * 4 + coarse,
                clutter + ended,
                commented + coarse,
                bisect_right(_DEPTH_STEPS, i / size) * 4 + coarse,
                runs[i] * 8 + coarse * 2 + shape.running,
                under + ended,
                sized + ended,
            )
        )
        since_title += 1
        last_mark += 1
        if shape.running:
            under = 0
        elif shape.kind and words < 12:
            if shape.kind in _LIST_HEADINGS:
                under = 8
            if shape.kind == _COMMENTS and sums[i] > most:
                commented = 4
        if shape.kind in _SECTION_MARKS and words < 12:
            last_mark = 0
    return places


def _density(sums: list[int], running: list[int], window: int) -> list[int]:
    """For each line, the bin of how many words of running text stand around it, a line."""
    lows = [0] * window + sums
    highs = sums[window + 1 :] + [sums[-1]] * window
    steps = [2 * window * step for step in _DENSE_STEPS]
    return [
        bisect_right(steps, high - low - own)
        for low, high, own in zip(lows, highs, running, strict=False)
    ]


def _runs(shapes: list[Shape]) -> list[int]:
    """For each line, the bin of how many lines of its sort, running or loose, stand together."""
    runs: list[int] = []
    for _, group in groupby([shape.running for shape in shapes]):
        length = len(list(group))
        runs += [bisect_right(_RUN_STEPS, length)] * length
    return runs


_COMMENTS = KINDS.index("comments") + 1
