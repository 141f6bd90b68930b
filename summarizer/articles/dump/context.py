"""What the second look at a line sees: the article that the first look found, and where it is.

The first look (`model`) knows a line, its neighbours and its place in the page. What it keeps is an
outline of the article: runs of lines, with gaps between them. A line in a run of two among others
far away is judged otherwise than the same line in the middle of the only long run.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from summarizer.articles.dump.furniture import SECTION_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.articles.dump.features import Shape

FEATURES = (
    *("score", "score 2 before", "score 3 before", "mean score 15 before", "mean score 15 after"),
    *("words", "end", "repeats", "beginning", "kind", "capitals", "echo"),
    *("run share", "run lines", "run words"),
    *("gap lines", "gap words", "from paragraph", "to paragraph", "marks before", "marks after"),
    *("position", "article words before", "article share before", "to first", "past last"),
    *("page lines", "page loose share", "article words", "article line words", "article runs"),
)
"""What a row has, in order."""
_WINDOW = 15
_FAR, _FAR_WORDS, _REACH = 99, 999, 60
_SURE, _PARAGRAPH = 1.0, 12
"""Log-odds and words from which on a line is a paragraph of the article."""
_MARK_WORDS = 12
_MOST_ECHO = 6
_LOWEST, _HIGHEST = -5.0, 5.0


def rows_of(
    shapes: Sequence[Shape], scores: Sequence[float], kept: Sequence[bool], chosen: Sequence[int]
) -> Iterator[tuple[float, ...]]:
    """Describe lines by what the first look found.

    Args:
        shapes: The lines of a page.
        scores: Their log-odds after the first look.
        kept: Which of them it took for the article's.
        chosen: The numbers of the lines to describe.

    Yields:
        For each of `chosen`, in order, a value for each of `FEATURES`.
    """
    size = len(shapes)
    words = [shape.words for shape in shapes]
    clipped = [min(_HIGHEST, max(_LOWEST, score)) for score in scores]
    sums = [0.0, *accumulate(clipped)]
    sizes = [0, *accumulate(words)]
    inside = [i for i, keep in enumerate(kept) if keep]
    told = [0, *accumulate([count if keep else 0 for count, keep in zip(words, kept, strict=True)])]
    body = max(1, told[-1])
    first, last = (inside[0], inside[-1]) if inside else (size, -1)
    runs = _runs(kept, sizes)
    page = (
        size,
        sum([shape.words < 8 and shape.end != 1 for shape in shapes]) / size,
        body,
        told[-1] / max(1, len(inside)),
        sum([keep for keep, _ in groupby(kept)]),
    )
    marks = [
        i
        for i, shape in enumerate(shapes)
        if shape.kind in SECTION_MARKS and shape.words < _MARK_WORDS
    ]
    paragraphs = [i for i, score in enumerate(scores) if score > _SURE and words[i] >= _PARAGRAPH]
    echoes = Counter([word for i in inside for word in shapes[i].keys])
    for i in chosen:
        shape = shapes[i]
        low, high = max(0, i - _WINDOW), min(size, i + 1 + _WINDOW)
        at = bisect_left(paragraphs, i)
        after = at + (at < len(paragraphs) and paragraphs[at] == i)
        before = paragraphs[at - 1] if at else -1
        behind = paragraphs[after] if after < len(paragraphs) else size
        between = before >= 0 and behind < size
        mark = bisect_left(marks, i)
        own = kept[i]
        lines, run_words = runs[i]
        yield (
            clipped[i],
            clipped[i - 2] if i > 1 else _LOWEST,
            clipped[i - 3] if i > 2 else _LOWEST,
            (sums[i] - sums[low]) / (i - low or 1),
            (sums[high] - sums[i + 1]) / (high - i - 1 or 1),
            shape.words,
            shape.end,
            shape.repeats,
            shape.beginning,
            shape.kind,
            shape.capitals,
            _echo(shape, echoes, own=own),
            run_words / body if own else -1.0,
            lines,
            run_words,
            behind - before - 1 if between else _FAR,
            sizes[behind] - sizes[before + 1] if between else _FAR_WORDS,
            i - before if before >= 0 else _FAR,
            behind - i if behind < size else _FAR,
            mark - bisect_left(marks, before),
            bisect_left(marks, behind) - bisect_right(marks, i),
            i / size,
            told[i],
            told[i] / body,
            max(-_REACH, min(_REACH, first - i)),
            max(-_REACH, min(_REACH, i - last)),
            *page,
        )


def _echo(shape: Shape, echoes: Counter[str], *, own: bool) -> float:
    """How often a line's longer words stand in the other lines of the article, on average."""
    keys = shape.keys
    if not keys:
        return -1.0
    return sum([min(_MOST_ECHO, echoes[word] - own) for word in keys]) / len(keys)


def _runs(kept: Sequence[bool], sizes: Sequence[int]) -> list[tuple[int, int]]:
    """For each line, the lines and words of the run of kept, or of cut, lines that it is in."""
    runs: list[tuple[int, int]] = []
    for _, group in groupby(kept):
        start, lines = len(runs), len(list(group))
        runs += [(lines, sizes[start + lines] - sizes[start])] * lines
    return runs
