"""Two runs on the same golden cases: which is better, by how much, and whether one can tell."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

from summarizer.errors import GoldenError
from summarizer.evals.classes import EXTRAS, RIGHT_AMOUNT, ErrorClass, ExtraError
from summarizer.evals.rows import RunIdentity
from summarizer.evals.scorecard import Interval, UsageTotals
from summarizer.evals.statistics import paired
from summarizer.models.base import Model, Output

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from summarizer.evals.runs import ScoredRun

Verdict = Literal["better", "worse", "cannot tell", "no difference"]
SIGNIFICANT = 0.05


class CaseMarks(Model):
    """The classes of one article's figures: all that a comparison needs of a run."""

    figures: dict[str, tuple[ErrorClass, ...]]
    """For each expected figure its class in each repeat."""
    extras: dict[ExtraError, int]
    """How many extra figures of each class there were, over all repeats."""


class Marks(Model):
    """A run or a baseline, as far as it can be compared."""

    run: RunIdentity
    scorer: str
    cases: dict[str, CaseMarks]
    unanswered: int = 0
    """Articles without an answer, over all repeats; their figures are missed."""
    usage: UsageTotals


class Difference(Model):
    """Run B less run A, as shares of the expected figures."""

    a: float
    b: float
    difference: float
    interval: Interval | None
    """95%, by drawing articles anew; null where no article differs."""
    p: float
    """Of the paired sign-flip test by article."""
    detectable: float | None
    """The smallest difference that would show in 80 of 100 comparisons of this size."""
    verdict: Verdict
    """What is said of B."""


class Flip(Model):
    """An expected figure whose class is another in B."""

    case: str
    figure: str
    a: ErrorClass
    b: ErrorClass


class Comparison(Output):
    """What two runs say of each other."""

    a: RunIdentity
    b: RunIdentity
    cases: int
    figures: int
    amount: Difference
    """Of numeric accuracy."""
    strict: Difference
    better: int
    """Articles with more right amounts in B."""
    worse: int
    same: int
    flips: tuple[Flip, ...]
    """In the order of the cases; of several repeats the commonest class counts."""
    extras_a: dict[ExtraError, int]
    extras_b: dict[ExtraError, int]
    unanswered_a: int = 0
    """Articles of A without an answer; their figures count as missed."""
    unanswered_b: int = 0
    usage_a: UsageTotals
    usage_b: UsageTotals


def marks_of(scored: ScoredRun) -> Marks:
    """The marks of a scored run."""
    from summarizer.evals.scorecard import make_scorecard

    card = make_scorecard(scored)
    figures: dict[str, dict[str, list[ErrorClass]]] = {}
    extras: dict[str, Counter[ExtraError]] = {}
    for score in scored.scores:
        here = figures.setdefault(score.case, {})
        count = extras.setdefault(score.case, Counter())
        for one in score.outcomes:
            if one.figure is not None:
                here.setdefault(one.figure, []).append(one.error)
            else:
                count.update(name for name in EXTRAS if name == one.error)
    cases = {
        case: CaseMarks(
            figures={name: tuple(classes) for name, classes in found.items()},
            extras=dict(extras[case]),
        )
        for case, found in figures.items()
    }
    return Marks(
        run=scored.identity,
        scorer=card.scorer,
        cases=cases,
        unanswered=card.answered.of - card.answered.count,
        usage=card.usage,
    )


def compare_runs(a: Marks, b: Marks) -> Comparison:
    """Compare run B with run A, paired by article.

    Raises:
        GoldenError: they are of different golden cases, or were scored by different rules.
    """
    _check_comparable(a, b)
    flips = tuple(_flips(a.cases, b.cases))
    changes = [_right(b.cases[name], strict=False) - _right(a.cases[name], strict=False)
               for name in a.cases]  # fmt: skip
    return Comparison(
        a=a.run,
        b=b.run,
        cases=len(a.cases),
        figures=sum(len(case.figures) for case in a.cases.values()),
        amount=_difference(a, b, strict=False),
        strict=_difference(a, b, strict=True),
        better=sum(change > 0 for change in changes),
        worse=sum(change < 0 for change in changes),
        same=sum(change == 0 for change in changes),
        flips=flips,
        extras_a=_extras(a),
        extras_b=_extras(b),
        unanswered_a=a.unanswered,
        unanswered_b=b.unanswered,
        usage_a=a.usage,
        usage_b=b.usage,
    )


def _check_comparable(a: Marks, b: Marks) -> None:
    if a.run.dataset.sha256 != b.run.dataset.sha256 or set(a.cases) != set(b.cases):
        raise GoldenError(
            f"'{a.run.name}' and '{b.run.name}' ran on different golden cases "
            f"({a.run.dataset.sha256[:12]} and {b.run.dataset.sha256[:12]})",
            way_out="Run both on the same golden set, with the same filters",
        )
    if a.scorer != b.scorer:
        raise GoldenError(
            f"scored by different rules (version {a.scorer} and {b.scorer})",
            way_out="Make the baseline anew with 'summarizer evals baseline RUN'",
        )


def _right(case: CaseMarks, *, strict: bool) -> float:
    """The right figures of an article, averaged over the repeats."""
    return sum(_share(classes, strict=strict) for classes in case.figures.values())


def _share(classes: Sequence[ErrorClass], *, strict: bool) -> float:
    good = [one == "right" if strict else one in RIGHT_AMOUNT for one in classes]
    return sum(good) / len(good)


def _difference(a: Marks, b: Marks, *, strict: bool) -> Difference:
    names = list(a.cases)
    first = [_right(a.cases[name], strict=strict) for name in names]
    second = [_right(b.cases[name], strict=strict) for name in names]
    of = [float(len(a.cases[name].figures)) for name in names]
    found = paired(first, second, of)
    interval = found.interval and Interval(
        low=round(found.interval.low, 6), high=round(found.interval.high, 6)
    )
    return Difference(
        a=round(sum(first) / sum(of), 6),
        b=round(sum(second) / sum(of), 6),
        difference=round(found.difference, 6),
        interval=interval,
        p=round(found.p, 6),
        detectable=None if found.detectable is None else round(found.detectable, 6),
        verdict=_verdict(found.difference, interval, found.p),
    )


def _verdict(difference: float, interval: Interval | None, p: float) -> Verdict:
    """Better or worse only where the test and the interval agree."""
    if interval is None:
        return "no difference"
    if p < SIGNIFICANT and difference > 0 and interval.low > 0:
        return "better"
    if p < SIGNIFICANT and difference < 0 and interval.high < 0:
        return "worse"
    return "cannot tell"


def _flips(a: Mapping[str, CaseMarks], b: Mapping[str, CaseMarks]) -> Iterable[Flip]:
    for case, marks in a.items():
        for figure, classes in marks.figures.items():
            one, other = _commonest(classes), _commonest(b[case].figures[figure])
            if one != other:
                yield Flip(case=case, figure=figure, a=one, b=other)


def _commonest(classes: Sequence[ErrorClass]) -> ErrorClass:
    """The class of most repeats; of equals the worse one."""
    counts = Counter(classes)
    return max(classes, key=lambda one: (counts[one], one != "right"))


def _extras(marks: Marks) -> dict[ExtraError, int]:
    return {name: sum(case.extras.get(name, 0) for case in marks.cases.values()) for name in EXTRAS}
