"""What the second look at a line sees: the article that the first look found, and where it is.

The first look (`model`) knows a line, its neighbours and its place in the page. What it keeps is an
outline of the article: runs of lines, with gaps between them. A line in a run of two among others
far away is judged otherwise than the same line in the middle of the only long run, and a short line
by the other lines of its shape that it stands among: the items of a list stay or go together.

Everything is a column, a value a line, so that what a page has in common is reckoned once.
"""

from __future__ import annotations

from collections import Counter
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from summarizer.articles.dump.furniture import KINDS, SECTION_MARKS

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from summarizer.articles.dump.features import Shape

FEATURES = (
    *("score", "mean score 15 before", "mean score 15 after"),
    *("mean score 40 before", "mean score 40 after", "tells", "tells after", "mean tells"),
    *("words", "end", "beginning", "kind", "capitals", "repeats", "echo", "title echo"),
    *("run share", "run lines", "run words", "to main", "past main", "to first"),
    *("from paragraph", "gap words", "marks before", "marks after"),
    *("sort lines", "sort words", "sort score", "shape lines", "shape score"),
    *("running score before", "heading kind", "mark kind", "dates around"),
    *("position", "article words before"),
)
"""What is told of a line, in order; "sort" are the lines around it that are running text or not
as it is, "shape" those around it that begin and end as it does; "tells after" is of the next line,
"mean tells" of those around it."""
PAGE_FEATURES = (
    *("page lines", "page loose share", "article words", "article line words", "article runs"),
    *("main run share", "title share", "repeated share", "dates", "notices", "link lists"),
)
"""What is told of a page, in order."""
_FAR, _FAR_WORDS, _REACH = 99, 999, 60
_WINDOWS, _AROUND = (15, 40), 5
"""Lines on a side over which scores, and what words tell, are averaged."""
_SURE, _PARAGRAPH = 1.0, 12
"""Log-odds and words from which on a line is a paragraph of the article."""
_MARK_WORDS, _TINY = 12, 4
_MOST_ECHO = 6
_LOWEST, _HIGHEST = -5.0, 5.0
_NEAR = 8
"""Lines on either side in which dates are counted."""


def _numbers(*kinds: str) -> frozenset[int]:
    return frozenset(KINDS.index(kind) + 1 for kind in kinds)


_DATES = _numbers("date", "byline")
_NOTICES = _numbers("comments", "share", "login", "promotion")
_LISTS = _numbers("most_read", "related")


class Outline:
    """A page after the first look, with what is counted up over it once."""

    def __init__(
        self, shapes: Sequence[Shape], scores: Sequence[float], kept: Sequence[bool]
    ) -> None:
        """Count up.

        Args:
            shapes: The lines of a page, one at least.
            scores: Their log-odds after the first look.
            kept: Which of them it took for the article's.
        """
        self.shapes, self.kept = shapes, kept
        self.words = [shape.words for shape in shapes]
        self.scores = [_LOWEST if score < _LOWEST else min(score, _HIGHEST) for score in scores]
        self.score_sums = [0.0, *accumulate(self.scores)]
        self.word_sums = [0, *accumulate(self.words)]
        held = [count if keep else 0 for count, keep in zip(self.words, kept, strict=True)]
        self.told = [0, *accumulate(held)]
        self.body = self.told[-1] or 1
        self.inside = [i for i, keep in enumerate(kept) if keep]
        self.echoes = Counter([word for i in self.inside for word in shapes[i].keys])
        self.dates = [0, *accumulate([shape.kind in _DATES for shape in shapes])]
        self.runs, self.main = self._runs()

    def _runs(self) -> tuple[list[tuple[int, int]], tuple[int, int, int]]:
        """By line the lines and words of its run; words and ends of the run with most words."""
        runs: list[tuple[int, int]] = []
        main = (0, 0, -1)
        for keep, group in groupby(self.kept):
            start, lines = len(runs), len(list(group))
            words = self.word_sums[start + lines] - self.word_sums[start]
            runs += [(lines, words)] * lines
            if keep and words > main[0]:
                main = (words, start, start + lines - 1)
        return runs, main

    def page(self) -> tuple[float, ...]:
        """A value for each of `PAGE_FEATURES`."""
        shapes, size = self.shapes, len(self.shapes)
        kinds = Counter([shape.kind for shape in shapes])
        title = shapes[0].keys
        return (
            size,
            sum([shape.words < 8 and shape.end != 1 for shape in shapes]) / size,
            self.body,
            self.body / (len(self.inside) or 1),
            sum([keep for keep, _ in groupby(self.kept)]),
            self.main[0] / self.body,
            sum([word in self.echoes for word in title]) / (len(title) or 1),
            sum([shape.repeats > 0 for shape in shapes]) / size,
            self.dates[-1],
            sum([kinds[kind] for kind in _NOTICES]),
            sum([kinds[kind] for kind in _LISTS]),
        )

    def columns(self, chosen: Sequence[int]) -> Iterator[Sequence[float]]:
        """For each of `FEATURES`, its values of the lines with the numbers `chosen`, in order."""
        yield from self._scores(chosen)
        yield from self._own(chosen)
        yield from self._places(chosen)
        yield from self._gaps(chosen)
        shapes = self.shapes
        sorts = self._alike([shape.running for shape in shapes])
        yield from zip(*[sorts[i] for i in chosen], strict=True)
        alike = self._alike([(s.beginning, s.end, s.running, s.words < _TINY) for s in shapes])
        lines, _, score = zip(*[alike[i] for i in chosen], strict=True)
        yield lines
        yield score
        yield from self._flanks(chosen)
        size = len(self.shapes)
        yield [self.dates[min(size, i + 1 + _NEAR)] - self.dates[max(0, i - _NEAR)] for i in chosen]
        yield [i / size for i in chosen]
        yield [self.told[i] for i in chosen]

    def _scores(self, chosen: Sequence[int]) -> Iterator[list[float]]:
        sums, size = self.score_sums, len(self.shapes)
        yield [self.scores[i] for i in chosen]
        for reach in _WINDOWS:
            lows = [i - reach if i > reach else 0 for i in chosen]
            yield [
                (sums[i] - sums[low]) / (i - low or 1) for i, low in zip(chosen, lows, strict=True)
            ]
            highs = [min(size, i + 1 + reach) for i in chosen]
            yield [
                (sums[high] - sums[i + 1]) / (high - i - 1 or 1)
                for i, high in zip(chosen, highs, strict=True)
            ]
        tells = [shape.tells for shape in self.shapes]
        summed = [0.0, *accumulate(tells)]
        tells.append(0.0)
        yield [tells[i] for i in chosen]
        yield [tells[i + 1] for i in chosen]
        lows = [i - _AROUND if i > _AROUND else 0 for i in chosen]
        highs = [i + _AROUND + 1 if i + _AROUND < size else size for i in chosen]
        yield [
            (summed[high] - summed[low]) / (high - low)
            for low, high in zip(lows, highs, strict=True)
        ]

    def _own(self, chosen: Sequence[int]) -> Iterator[list[float]]:
        shapes = [self.shapes[i] for i in chosen]
        yield [shape.words for shape in shapes]
        yield [shape.end for shape in shapes]
        yield [shape.beginning for shape in shapes]
        yield [shape.kind for shape in shapes]
        yield [shape.capitals for shape in shapes]
        yield [shape.repeats for shape in shapes]
        yield [self._echo(shape, own=self.kept[i]) for shape, i in zip(shapes, chosen, strict=True)]
        title = self.shapes[0].keys
        yield [len(s.keys & title) / len(s.keys) if s.keys else -1.0 for s in shapes]

    def _echo(self, shape: Shape, *, own: bool) -> float:
        """How often a line's longer words stand in the article's other lines, on average."""
        keys, echoes = shape.keys, self.echoes
        if not keys:
            return -1.0
        most = _MOST_ECHO + own
        counts = [echoes[word] for word in keys if word in echoes]
        total = sum([min(most, count) for count in counts])
        return (total - own * len(keys)) / len(keys)

    def _places(self, chosen: Sequence[int]) -> Iterator[list[float]]:
        runs = [self.runs[i] for i in chosen]
        body, size = self.body, len(self.shapes)
        yield [run[1] / body if self.kept[i] else -1.0 for run, i in zip(runs, chosen, strict=True)]
        yield [run[0] for run in runs]
        yield [run[1] for run in runs]
        _, start, end = self.main
        for sign, line in ((-1, start), (1, end), (-1, self.inside[0] if self.inside else size)):
            yield [max(-_REACH, min(_REACH, sign * (i - line))) for i in chosen]

    def _gaps(self, chosen: Sequence[int]) -> Iterator[list[float]]:
        """The paragraphs of the article on either side of a line, and what is between."""
        sizes, shapes = self.word_sums, self.shapes
        size = len(shapes)
        sure = [
            i
            for i, score in enumerate(self.scores)
            if score > _SURE and self.words[i] >= _PARAGRAPH
        ]
        marks = [
            0,
            *accumulate([s.kind in SECTION_MARKS and s.words < _MARK_WORDS for s in shapes]),
        ]
        before, after = _beside(sure, size)
        around = [(before[i], after[i]) for i in chosen]
        yield [i - low if low >= 0 else _FAR for i, (low, _) in zip(chosen, around, strict=True)]
        yield [
            sizes[high] - sizes[low + 1] if low >= 0 and high < size else _FAR_WORDS
            for low, high in around
        ]
        yield [marks[i] - marks[low + 1] for i, (low, _) in zip(chosen, around, strict=True)]
        yield [marks[high] - marks[i + 1] for i, (_, high) in zip(chosen, around, strict=True)]

    def _alike(self, keys: Sequence[Hashable]) -> list[tuple[float, float, float]]:
        """For each line, of the lines around it that have its key: lines, mean words and score."""
        found: list[tuple[float, float, float]] = []
        sums, sizes = self.score_sums, self.word_sums
        start = 0
        for _, group in groupby(keys):
            lines = len(list(group))
            end = start + lines
            words = (sizes[end] - sizes[start]) / lines
            found += [(lines, words, (sums[end] - sums[start]) / lines)] * lines
            start = end
        return found

    def _flanks(self, chosen: Sequence[int]) -> Iterator[list[float]]:
        """The running text above a line, and the last heading and mark above it."""
        shapes, size = self.shapes, len(self.shapes)
        scores = [*self.scores, _LOWEST]
        kinds = [*[shape.kind for shape in shapes], -1]
        before, _ = _beside([i for i, s in enumerate(shapes) if s.running], size)
        yield [scores[before[i]] for i in chosen]
        loose = [i for i, s in enumerate(shapes) if s.words < _MARK_WORDS and not s.running]
        heads = [i for i in loose if shapes[i].end != 1]
        marks = [i for i in loose if kinds[i] in SECTION_MARKS]
        for above in (heads, marks):
            before, _ = _beside(above, size)
            yield [kinds[before[i]] for i in chosen]


def _beside(numbers: Sequence[int], size: int) -> tuple[list[int], list[int]]:
    """For each of `size` lines, which of `numbers` is the last before it and the first behind it.

    -1 where none is before, `size` where none is behind.
    """
    before: list[int] = []
    after: list[int] = []
    last = -1
    for number in numbers:
        before += [last] * (number + 1 - len(before))
        after += [number] * (number - len(after))
        last = number
    before += [last] * (size - len(before))
    after += [size] * (size - len(after))
    return before, after
