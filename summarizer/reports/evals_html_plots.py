"""The plots of the evals' pages: where every bar, dot and interval stands, and its words.

A plot is a table whose rows hold a small drawing each, so that what is drawn can be read as well,
at any width. Positions are percentages of the drawing's width.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from summarizer.evals.classes import CLASSES, RIGHT_AMOUNT
from summarizer.reports import scores
from summarizer.reports.evals_html_figures import GROUP_OF

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.evals.scorecard import Dimension, Rate, Scorecard, Stratum
    from summarizer.reports.evals_html_figures import CaseLines, Group, Line

TICKS: Final = (0, 25, 50, 75, 100)
DIMENSIONS: Final[tuple[Dimension, ...]] = (
    "split", "subject", "kind", "style", "input", "language", "basis", "importance", "trait",
)  # fmt: skip
OPEN: Final = frozenset({"split", "subject", "kind"})
MOST_PAIRS: Final = 60


class Bar(NamedTuple):
    """A row of bars.

    Attributes:
        label: An error class.
        meaning: What it means.
        group: What kind of class it is.
        ends: For each run where its bar ends.
        values: For each run the count.
        share: The last run's count over the expected figures.
    """

    label: str
    meaning: str
    group: Group
    ends: tuple[str, ...]
    values: tuple[str, ...]
    share: str


class Dot(NamedTuple):
    """A share with its interval.

    Attributes:
        at: Where the dot stands.
        low: Where its 95% interval begins.
        high: Where it ends.
        value: The share in words.
        second: Where a second, smaller dot stands; None for none.
    """

    at: str
    low: str
    high: str
    value: str
    second: str | None = None


class Dots(NamedTuple):
    """A row of dots, one for each run; None where a run has nothing to take a share of."""

    label: str
    detail: str
    dots: tuple[Dot | None, ...]


class Part(NamedTuple):
    """The strata of one dimension."""

    name: str
    rows: tuple[Dots, ...]
    is_open: bool


class Pair(NamedTuple):
    """An article in which two runs differ.

    Attributes:
        number: Of the case, counted from 1.
        label: Its id.
        a: Where run A's dot stands.
        b: Where run B's dot stands.
        change: "better" or "worse".
        value: Right amounts of each and expected figures, in words.
    """

    number: int
    label: str
    a: str
    b: str
    change: str
    value: str


class Pairs(NamedTuple):
    """The articles in which two runs differ most, and how many more there are."""

    rows: tuple[Pair, ...]
    left_out: int
    same: int


def at(share: float) -> str:
    """A share as a position."""
    return f"{100 * share:.2f}%"


def error_bars(cards: Sequence[Scorecard]) -> list[Bar]:
    """How often each class of fault came; classes that no run has are left out."""
    names = [name for name in CLASSES if name != "right"]
    most = max(card.errors[name].count / card.repeats for card in cards for name in names) or 1
    return [
        Bar(
            scores.word(name),
            scores.meaning(name),
            GROUP_OF[name],
            tuple(at(card.errors[name].count / card.repeats / most) for card in cards),
            tuple(f"{card.errors[name].count:,}" for card in cards),
            scores.percent(cards[-1].errors[name].value),
        )
        for name in names
        if any(card.errors[name].count for card in cards)
    ]


def field_dots(cards: Sequence[Scorecard]) -> list[Dots]:
    """How often each field is right where it was scored."""
    return [
        Dots(
            name,
            scores.of(rate) if len(cards) == 1 else "",
            tuple(_dot(card.fields[name]) for card in cards),
        )
        for name, rate in cards[-1].fields.items()
    ]


def strata(cards: Sequence[Scorecard]) -> list[Part]:
    """Numeric accuracy in the parts of the golden set, the worst first; strict as second dot."""
    found = []
    for dimension in DIMENSIONS:
        ordered = sorted(cards[-1].strata[dimension], key=lambda one: one.amount.value or 0)
        if len(ordered) > 1:
            rows = tuple(_stratum(cards, dimension, one) for one in ordered)
            found.append(Part(dimension, rows, dimension in OPEN))
    return found


def _stratum(cards: Sequence[Scorecard], dimension: Dimension, one: Stratum) -> Dots:
    same = [next(s for s in card.strata[dimension] if s.name == one.name) for card in cards]
    single = len(cards) == 1
    of = scores.of(one.amount) if single else scores.count(one.amount.of, "figure")
    detail = f"{of}, {scores.count(one.cases, 'article')}"
    dots = tuple(_dot(s.amount, s.strict if single else None) for s in same)
    return Dots(one.name.replace("_", " "), detail, dots)


def _dot(rate: Rate, second: Rate | None = None) -> Dot | None:
    if rate.value is None:
        return None
    return Dot(
        at(rate.value),
        at(rate.low),
        at(rate.high),
        scores.percent(rate.value),
        None if second is None or second.value is None else at(second.value),
    )


def pairs(cases: Sequence[CaseLines]) -> Pairs:
    """Right amounts of two runs by article, the greatest changes first."""
    found = []
    for number, case in enumerate(cases, 1):
        expected = [line for line in case.lines if line.golden is not None]
        a, b = (sum(_right(line, run) for line in expected) for run in (0, -1))
        if a != b:
            value = f"{_plain(a)} → {_plain(b)} of {len(expected)}"
            places = at(a / len(expected)), at(b / len(expected))
            change = "better" if b > a else "worse"
            row = Pair(number, case.case.id, *places, change, value)
            found.append(((b - a) / len(expected), row))
    kept = sorted(found, key=lambda one: -abs(one[0]))[:MOST_PAIRS]
    rows = tuple(row for _, row in sorted(kept, key=lambda one: -one[0]))
    return Pairs(rows, len(found) - len(kept), len(cases) - len(found))


def _right(line: Line, run: int) -> float:
    """The share of a run's repeats that have the amount right."""
    told = line.told[run]
    if told is None:
        return 0
    repeats = sum(count for _, count in told.tally)
    return sum(count for error, count in told.tally if error in RIGHT_AMOUNT) / repeats


def _plain(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
