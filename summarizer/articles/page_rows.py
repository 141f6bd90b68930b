"""What the page model sees of a line of an HTML page: the line, its neighbours, and its blocks.

The line model has scored the lines as if they were a text dump. The page adds what a dump has lost:
which lines are together in a block, which are called the same, and which block holds most of what
reads like an article.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from summarizer.articles.blocks import TAGS
from summarizer.articles.regions import REGIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarizer.articles.blocks import Place
    from summarizer.articles.dump.features import Shape

SEEN = (
    *("score", "1 before", "2 before", "3 before", "1 after", "2 after", "3 after"),
    *("mean 6 before", "mean 6 after", "mean 20 before", "mean 20 after"),
    *("words", "end", "linked", "repeats", "beginning", "capitals", "figured"),
    *("box score", "box words", "box kept", "room score", "room words", "room kept"),
    *("kin score", "kin lines", "kin kept", "block words"),
    *("levels up", "levels down", "box mass", "room mass", "own mass"),
    *("position", "kept before", "to first", "past last", "from paragraph", "to paragraph"),
    *("from heading", "run share", "run words", "page lines", "page kept"),
)
"""What a row has, in order."""
FEATURES = (*SEEN, "tag", "kind", *REGIONS)
"""What the page model looks at; those after the row's are `standing_of` a line."""
_LOWEST, _HIGHEST = -5.0, 5.0
_NEAR, _WIDE, _FAR = 6, 20, 60
_MAIN = 0.55
"""The share of the likely words that the main block has at least."""
_SURE, _PARAGRAPH = 1.0, 12
"""Log-odds and words from which on a line is a paragraph of the article."""
_MOST = 3.0
"""What a word of a line counts at most, as log-odds, for its block."""
_ALONE = (-9.0, 0, -1.0)
"""The mean score, words and share of a block that has no other words."""
_HEADING = TAGS.index("h1")


def standing_of(shape: Shape, place: Place) -> tuple[int, ...]:
    """What is the same of many lines: the tag, the kind of furniture, and the regions."""
    bits = [place.regions >> k & 1 for k in range(len(REGIONS))]
    return (place.tag, shape.kind, *bits)


def rows_of(
    lines: Sequence[str],
    shapes: Sequence[Shape],
    places: Sequence[Place],
    around: Sequence[int],
    scores: Sequence[float],
    kept: Sequence[bool],
) -> Iterator[tuple[float, ...]]:
    """Describe each line of a page.

    Args:
        lines: Its lines.
        shapes: The lines alone.
        places: Where they stand.
        around: By a block's number: that of the block around it (`Blocks.around`).
        scores: What the line model gives the lines, as log-odds.
        kept: Which of them it takes for the article's.

    Yields:
        A value for each of `SEEN`.
    """
    size = len(shapes)
    words = [shape.words for shape in shapes]
    clipped = [min(_HIGHEST, max(_LOWEST, score)) for score in scores]
    sums = [0.0, *accumulate(clipped)]
    told = [count if keep else 0 for count, keep in zip(words, kept, strict=True)]
    done = [0, *accumulate(told)]
    body = max(1, done[-1])
    inside = [i for i, keep in enumerate(kept) if keep]
    first, last = (inside[0], inside[-1]) if inside else (size, -1)
    weights = [max(-_MOST, min(_MOST, s)) * n for s, n in zip(scores, words, strict=True)]
    boxes = _groups([place.box for place in places], words, told, weights)
    rooms = _groups([place.room for place in places], words, told, weights)
    kins = _groups([place.kin for place in places], words, told, weights)
    blocks = _groups([place.block for place in places], words, told, weights)
    mass = _masses(places, around, weights)
    total = mass[0] or 1.0
    up, down = _levels(around, mass)
    paragraphs = [i for i, s in enumerate(scores) if s > _SURE and words[i] >= _PARAGRAPH]
    runs = _runs(kept, done)
    none = [_LOWEST] * 3
    padded = [*none, *clipped, *none]
    heading = size
    for i, (line, shape, place) in enumerate(zip(lines, shapes, places, strict=True)):
        tag, linked, _, box, room, block, kin = place
        if tag == _HEADING:
            heading = i
        low, high = max(0, i - _NEAR), min(size, i + 1 + _NEAR)
        lower, higher = max(0, i - _WIDE), min(size, i + 1 + _WIDE)
        at = bisect_left(paragraphs, i)
        after = at + (at < len(paragraphs) and paragraphs[at] == i)
        count, take, weight = words[i], told[i], weights[i]
        before3, before2, before1, own, after1, after2, after3 = padded[i : i + 7]
        kin_score, _, kin_kept = _others(kins[kin], count, take, weight)
        yield (
            own,
            before1,
            before2,
            before3,
            after1,
            after2,
            after3,
            (sums[i] - sums[low]) / (i - low or 1),
            (sums[high] - sums[i + 1]) / (high - i - 1 or 1),
            (sums[i] - sums[lower]) / (i - lower or 1),
            (sums[higher] - sums[i + 1]) / (higher - i - 1 or 1),
            count,
            shape.end,
            linked / len(line),
            shape.repeats,
            shape.beginning,
            shape.capitals,
            shape.figured,
            *_others(boxes[box], count, take, weight),
            *_others(rooms[room], count, take, weight),
            kin_score,
            kins[kin][3],
            kin_kept,
            blocks[block][0] - count,
            up[block],
            down[block],
            mass[box] / total,
            mass[room] / total,
            count * max(0.0, own) / total,
            i / size,
            done[i] / body,
            max(-_FAR, min(_FAR, first - i)),
            max(-_FAR, min(_FAR, i - last)),
            min(_FAR, i - paragraphs[at - 1]) if at else _FAR,
            min(_FAR, paragraphs[after] - i) if after < len(paragraphs) else _FAR,
            max(-1, min(_FAR, i - heading)),
            runs[i] / body if kept[i] else -1.0,
            runs[i],
            size,
            body,
        )


def _groups(
    groups: Iterable[int], words: Iterable[int], told: Iterable[int], weights: Iterable[float]
) -> dict[int, list[float]]:
    """For each group of lines: words, words that are kept, weighed words, lines."""
    found: dict[int, list[float]] = {}
    for group, count, take, weight in zip(groups, words, told, weights, strict=True):
        sums = found.get(group)
        if sums is None:
            found[group] = [count, take, weight, 1]
        else:
            sums[0] += count
            sums[1] += take
            sums[2] += weight
            sums[3] += 1
    return found


def _others(
    group: Sequence[float], count: int, take: int, weight: float
) -> tuple[float, float, float]:
    """Of a group without one of its lines: the mean score, the words, the share that is kept."""
    words = group[0] - count
    if not words:
        return _ALONE
    return (group[2] - weight) / words, words, (group[1] - take) / words


def _masses(
    places: Iterable[Place], around: Sequence[int], weights: Iterable[float]
) -> list[float]:
    """By block, what reads like an article in it and in the blocks within it."""
    mass = [0.0] * len(around)
    for place, weight in zip(places, weights, strict=True):
        if weight > 0:
            mass[place.block] += weight
    for block in range(len(around) - 1, 0, -1):
        mass[around[block]] += mass[block]
    return mass


def _levels(around: Sequence[int], mass: Sequence[float]) -> tuple[list[int], list[int]]:
    """By block, how many levels it is up from the main block to one around both, and down again.

    The main block is the innermost one with most of the page's mass.
    """
    least = _MAIN * mass[0]
    block = next((b for b in range(len(mass) - 1, 0, -1) if mass[b] >= least), 0)
    up = [-1] * len(around)
    down = [0] * len(around)
    level = 0
    while block:
        up[block] = level
        block, level = around[block], level + 1
    up[0] = level
    for block in range(1, len(around)):
        if up[block] < 0:
            up[block] = up[around[block]]
            down[block] = down[around[block]] + 1
    return up, down


def _runs(kept: Sequence[bool], done: Sequence[int]) -> list[int]:
    """For each line, the kept words of the run of kept, or of cut, lines that it is in."""
    runs: list[int] = []
    for _, group in groupby(kept):
        start, lines = len(runs), len(list(group))
        runs += [done[start + lines] - done[start]] * lines
    return runs
