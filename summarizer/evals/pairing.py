"""Which reported figure answers which expected one: by evidence, then by labels.

The amount never makes a pair: it breaks ties. Aligned on amounts, every wrong figure would become
a missed one and an invented one, and a slip would be hidden.

In order of weight:

1. **The same place.** The words of the reported amount overlap those of the expected one in the
   article's text.
2. **The same amount, stated elsewhere.** The reported figure stands where the article states the
   expected amount once more, its metric or its entity is the expected one, and neither its entity,
   nor its period, nor its direction is another.
3. **The same labels.** Metric, entity, period and basis are the expected ones, and the amounts are
   of one family (both money, both shares, …). This pairs a figure that was read from the wrong
   place with the one it should have been.

A derived amount stands nowhere in the article, and is paired with nothing.

Among pairs of one rank: more overlap, then metric, entity, period, quote, and last the amount.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.evals.amounts import Stated, same_amount
from summarizer.evals.labels import contradict, same_entity, same_metric, same_period
from summarizer.evals.outcomes import Place
from summarizer.grounding.normal import Normal, normal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarizer.evals.golden import GoldenFigure
    from summarizer.grounding.source import Source
    from summarizer.models import KeyFigure

_FAMILIES = {
    "percent": "share", "percentage_point": "share", "basis_point": "share",
    "count": "count", "other": "count", "index_level": "count", "ratio": "count",
}  # fmt: skip

_SAME_PLACE = 10**9
_OVERLAP = 10**5  # times up to a thousand: below the next pair, above all else
_ELSEWHERE = 10**6
_SAME_LABELS = 10**3


class Wanted(NamedTuple):
    """An expected figure with where the article states it."""

    golden: GoldenFigure
    stated: Stated
    quotes: tuple[Place, ...]
    places: tuple[Place, ...]

    @classmethod
    def of(cls, golden: GoldenFigure, source: Source) -> Wanted:
        """Find the figure's quote in the article."""
        quotes: list[Place] = []
        places: list[Place] = []
        for quote, place in find_words(source.normal, golden.quote, golden.text):
            quotes.append(quote)
            places.append(place)
        return cls(golden, Stated.of(golden), tuple(quotes), tuple(places))

    @property
    def metrics(self) -> tuple[str, ...]:
        """The names of its metric."""
        return (self.golden.metric, *self.golden.metric_aliases)

    @property
    def entities(self) -> tuple[str, ...]:
        """The names of its entity; empty where the article leaves it open."""
        return tuple(n for n in (self.golden.entity, *self.golden.entity_aliases) if n)

    @property
    def periods(self) -> tuple[str, ...]:
        """The words for its period; empty where the article leaves it open."""
        return tuple(n for n in (self.golden.period, *self.golden.period_aliases) if n)


class Given(NamedTuple):
    """A reported figure, and which one of its row it is."""

    number: int
    figure: KeyFigure
    stated: Stated

    @property
    def place(self) -> Place | None:
        """Where its amount stands; a derived amount stands nowhere."""
        if self.figure.operands:
            return None
        return Place(self.figure.start, self.figure.end)

    @property
    def quote(self) -> Place:
        """Where its quote stands."""
        return Place(self.figure.evidence.start, self.figure.evidence.end)


def find_words(text: Normal, quote: str, words: str) -> Iterator[tuple[Place, Place]]:
    """Where `quote` stands in a text, with the place of `words` inside of it.

    Typography aside, the words have to be the same; the bar between two cells of a table is a
    space.
    """
    wanted, inner = normal(quote).strip(), normal(words).strip()
    if inner not in wanted:
        return
    for start, end in find_spans(text.text, wanted):
        for first, last in find_spans(text.text[start:end], inner):
            yield (
                Place(text.original_start(start), text.original_end(end)),
                Place(text.original_start(start + first), text.original_end(start + last)),
            )
            break


def find_spans(text: str, words: str) -> list[tuple[int, int]]:
    """Every place of words in a text, both in normal form; in tables across cells."""
    found = []
    at = text.find(words)
    while at >= 0:
        found.append((at, at + len(words)))
        at = text.find(words, at + 1)
    if not found and " | " in text and " " in words:
        cells = re.compile(r" (?:\| )?".join(map(re.escape, words.split(" "))))
        found = [match.span() for match in cells.finditer(text)]
    return found


def overlap(a: Place, b: Place) -> int:
    """How many code points two places share."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def overlaps(place: Place | None, others: Iterable[Place]) -> bool:
    """Whether a place shares anything with one of the others."""
    return place is not None and any(overlap(place, other) for other in others)


def elsewhere(wanted: Wanted, given: Given, source: Source) -> bool:
    """Whether a figure stands where the article states the expected amount once more."""
    if given.place is None:
        return False
    for mention in source.mentions_in(*given.place):
        quantity = mention.quantity
        expected = wanted.stated.quantity
        if (
            expected.value is not None
            and (quantity.value, quantity.high) == (expected.value, expected.high)
            and (quantity.kind, quantity.unit) == (expected.kind, expected.unit)
            and {quantity.direction, expected.direction} != {"up", "down"}
        ):
            return _compatible(wanted, given)
    return False


def _compatible(wanted: Wanted, given: Given) -> bool:
    figure = given.figure
    if contradict(figure.entity, wanted.entities):
        return False
    if contradict(figure.period, wanted.periods, period=True):
        return False
    return same_metric(figure.metric, wanted.metrics, wanted.entities) or same_entity(
        figure.entity, wanted.entities
    )


def _weight(wanted: Wanted, given: Given, source: Source | None) -> int:
    """How strongly a pair belongs together; 0 for one that does not."""
    shared = _shared(wanted.places, given.place)
    if shared:
        rank = _SAME_PLACE + shared * _OVERLAP
    elif source is None or given.place is None:
        return 0
    elif elsewhere(wanted, given, source):
        rank = _ELSEWHERE
    elif _same_labels(wanted, given):
        rank = _SAME_LABELS
    else:
        return 0
    return rank + _ties(wanted, given)


def _shared(places: Sequence[Place], place: Place | None) -> int:
    """The overlap with the best of several places, in thousandths of what both cover."""
    if place is None:
        return 0
    best = 0
    for other in places:
        if common := overlap(place, other):
            both = (place.end - place.start) + (other.end - other.start) - common
            best = max(best, 1, 1000 * common // both)
    return best


def _same_labels(wanted: Wanted, given: Given) -> bool:
    figure, golden = given.figure, wanted.golden
    return (
        _family(golden.kind) == _family(figure.kind)
        and figure.basis == golden.basis
        and same_metric(figure.metric, wanted.metrics, wanted.entities)
        and (not wanted.entities or same_entity(figure.entity, wanted.entities))
        and (not wanted.periods or same_period(figure.period, wanted.periods))
    )


def _family(kind: str) -> str:
    return _FAMILIES.get(kind, kind)


def _ties(wanted: Wanted, given: Given) -> int:
    figure = given.figure
    bits = (
        same_metric(figure.metric, wanted.metrics, wanted.entities),
        same_entity(figure.entity, wanted.entities),
        same_period(figure.period, wanted.periods),
        any(overlap(given.quote, quote) for quote in wanted.quotes),
        same_amount(wanted.stated, given.stated),
    )
    return sum(1 << place for place, bit in enumerate(reversed(bits)) if bit)


def pair(wanted: Sequence[Wanted], given: Sequence[Given], source: Source) -> dict[int, int]:
    """Pair reported figures with expected ones, each at most once, with the most weight in all.

    Args:
        wanted: The expected figures.
        given: The reported ones.
        source: The article.

    Returns:
        For each expected figure that was reported, by position, the position of its partner.
    """
    weights = _weights(wanted, given, None)
    if len({i for i, _ in weights}) < len(wanted) and len({j for _, j in weights}) < len(given):
        # Some are left on both sides: look beyond the place. It takes reading the whole article.
        weights = _weights(wanted, given, source)
    pairs: dict[int, int] = {}
    for group in _groups(weights):
        pairs.update(_assign({pair: weights[pair] for pair in group}))
    return pairs


def _weights(
    wanted: Sequence[Wanted], given: Sequence[Given], source: Source | None
) -> dict[tuple[int, int], int]:
    found = {}
    for i, one in enumerate(wanted):
        for j, other in enumerate(given):
            if weight := _weight(one, other, source):
                found[i, j] = weight
    return found


def _groups(weights: Iterable[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The pairs, parted so that no figure stands in two parts: each is assigned by itself."""
    parts: list[tuple[set[int], set[int], list[tuple[int, int]]]] = []
    for i, j in weights:
        rows, columns, members = {i}, {j}, [(i, j)]
        apart = []
        for part in parts:
            if i in part[0] or j in part[1]:
                rows |= part[0]
                columns |= part[1]
                members += part[2]
            else:
                apart.append(part)
        parts = [*apart, (rows, columns, members)]
    return [members for _, _, members in parts]


def _assign(weights: dict[tuple[int, int], int]) -> dict[int, int]:
    """The assignment with the greatest sum of weights (Jonker-Volgenant, as SciPy has it)."""
    rows = sorted({i for i, _ in weights})
    columns = sorted({j for _, j in weights})
    if len(rows) == 1 or len(columns) == 1:
        best = max(weights, key=lambda pair: (weights[pair], -pair[0], -pair[1]))
        return dict([best])
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    matrix = np.zeros((len(rows), len(columns)))
    for (i, j), weight in weights.items():
        matrix[rows.index(i), columns.index(j)] = weight
    chosen = zip(*linear_sum_assignment(matrix, maximize=True), strict=True)
    return {rows[i]: columns[j] for i, j in chosen if (rows[i], columns[j]) in weights}
