"""The scorecard of a run: every rate with its count, its denominator and its interval."""

from __future__ import annotations

from collections import Counter, defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from summarizer.evals.classes import (
    CLASSES,
    EXTRAS,
    FIELDS,
    LABEL_ERRORS,
    ErrorClass,
    Field,
)
from summarizer.evals.outcomes import CaseScore
from summarizer.evals.rows import RunIdentity
from summarizer.evals.statistics import bootstrap, percentile, wilson
from summarizer.models import Amount
from summarizer.models.base import Model, Output

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.evals.outcomes import Outcome
    from summarizer.evals.runs import ScoredRun

Dimension = Literal[
    "subject", "input", "style", "language", "split", "trait", "kind", "basis", "importance"
]
_OF_CASES = ("subject", "input", "style", "language", "split")
_OF_FIGURES = ("kind", "basis", "importance")


class Rate(Model):
    """A share of something: a count, what it is a share of, and a 95% Wilson interval."""

    count: int
    of: int
    value: float | None
    """`count` / `of`; null where there is nothing to take a share of."""
    low: float
    high: float

    @classmethod
    def make(cls, count: int, of: int, *, repeats: int = 1) -> Rate:
        """The rate of a count; asking again and again does not make the interval narrower."""
        low, high = wilson(count / repeats, of / repeats)
        return cls(
            count=count,
            of=of,
            value=round(count / of, 6) if of else None,
            low=round(low, 6),
            high=round(high, 6),
        )


class Interval(Model):
    """A 95% interval."""

    low: float
    high: float


class Measures(Model):
    """Precision, recall and F1 of one notion of right; a wrong figure counts against both."""

    precision: Rate
    """Over the reported figures."""
    recall: Rate
    """Over the expected figures."""
    f1: float | None
    macro: float
    """Recall of each article, averaged over the articles."""
    interval: Interval | None
    """Of recall, by drawing articles anew; null where all articles have the same."""


class Stratum(Model):
    """A part of the golden set."""

    name: str
    cases: int
    amount: Rate
    """Figures whose amount is right, over the expected ones."""
    strict: Rate
    """Figures whose labels are right as well, over the expected ones."""


class UsageTotals(Model):
    """What the run took, counted from its rows."""

    attempts: int
    input_tokens: int | None
    """Null where a row does not know it."""
    output_tokens: int | None
    cost_usd: Amount | None
    """Null where the price of a row is unknown."""
    retries: int
    cached: int
    """Rows that were answered from recordings or the cache."""
    seconds: float
    """Added up over the rows."""
    seconds_median: float | None
    seconds_p95: float | None


class Scorecard(Output):
    """How good a run is. All rates of figures are over the expected ones, but for precision."""

    run: RunIdentity
    scorer: str
    """The version of the rules of scoring."""
    cases: int
    repeats: int
    expected: int
    """Expected figures, once for each repeat."""
    reported: int
    answered: Rate
    """Articles with an answer, over all: coverage."""
    failed: int
    """Articles whose answer failed; all their figures are missed."""
    not_asked: int
    """Articles that the run did not get to; all their figures are missed."""
    amount: Measures
    """Value, high, kind, unit, comparator and direction. Its recall is the numeric accuracy."""
    strict: Measures
    """Entity, period, basis and metric as well."""
    errors: dict[ErrorClass, Rate]
    """How often each class came, over the expected figures; the counts add up to `expected` and
    the extra figures."""
    fields: dict[Field, Rate]
    """For each field how often it is right, over the pairs in which it is scored."""
    strata: dict[Dimension, tuple[Stratum, ...]]
    spread: tuple[float, ...] = ()
    """The numeric accuracy of each repeat, where there are several."""
    usage: UsageTotals

    @property
    def accuracy(self) -> Rate:
        """Numeric accuracy: right amounts over expected figures."""
        return self.amount.recall

    @property
    def invented(self) -> Rate:
        """Figures that the article does not state, over the expected ones."""
        return self.errors["invented"]

    @property
    def complete(self) -> bool:
        """Whether every article has an answer, and there is one at all."""
        return self.cases > 0 and self.answered.count == self.answered.of


class RunReport(Scorecard):
    """A scorecard with the verdict on every figure."""

    scores: tuple[CaseScore, ...]


def make_report(scored: ScoredRun) -> RunReport:
    """The scorecard of a run with all of its verdicts."""
    card = make_scorecard(scored)
    return RunReport(**{name: getattr(card, name) for name in type(card).model_fields},
                     scores=scored.scores)  # fmt: skip


def make_scorecard(scored: ScoredRun) -> Scorecard:
    """Count a scored run.

    Raises:
        AssertionError: the counts do not add up, which is a fault of this program.
    """
    from summarizer.evals.scoring import SCORER

    scores, repeats = scored.scores, scored.identity.repeats
    outcomes = [one for score in scores for one in score.outcomes]
    counts = Counter(one.error for one in outcomes)
    expected = scored.golden.expected * repeats
    reported = sum(one.predicted is not None for one in outcomes)
    extra = sum(counts[name] for name in EXTRAS)
    if sum(counts.values()) != expected + extra:
        msg = f"{sum(counts.values())} outcomes for {expected} expected and {extra} extra figures"
        raise AssertionError(msg)
    right = counts["right"]
    amounts = right + sum(counts[name] for name in LABEL_ERRORS)
    asked = {(score.case, score.repeat) for score in scores} & set(scored.run.rows)
    failed = sum(score.failed is not None for score in scores if _key(score) in asked)
    return Scorecard(
        run=scored.identity,
        scorer=SCORER,
        cases=len(scored.golden.cases),
        repeats=repeats,
        expected=expected,
        reported=reported,
        answered=Rate.make(len(asked) - failed, len(scores), repeats=repeats),
        failed=failed,
        not_asked=len(scores) - len(asked),
        amount=_measures(scores, amounts, expected, reported, repeats, strict=False),
        strict=_measures(scores, right, expected, reported, repeats, strict=True),
        errors={name: Rate.make(counts[name], expected, repeats=repeats) for name in CLASSES},
        fields=_fields(outcomes, repeats),
        strata=_strata(scored),
        spread=_spread(scores, repeats),
        usage=_usage(scored),
    )


def _key(score: CaseScore) -> tuple[str, int]:
    return score.case, score.repeat


def _is_right(outcome: Outcome, *, strict: bool) -> bool:
    return outcome.right if strict else outcome.right_amount


def _measures(
    scores: Sequence[CaseScore],
    right: int,
    expected: int,
    reported: int,
    repeats: int,
    *,
    strict: bool,
) -> Measures:
    by_case: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for score in scores:
        tally = by_case[score.case]
        tally[0] += sum(_is_right(one, strict=strict) for one in score.outcomes)
        tally[1] += sum(one.expected for one in score.outcomes)
    shares = [hits / of for hits, of in by_case.values() if of]
    interval = bootstrap(*zip(*by_case.values(), strict=True)) if by_case else None
    precision = Rate.make(right, reported, repeats=repeats)
    return Measures(
        precision=precision,
        recall=Rate.make(right, expected, repeats=repeats),
        f1=round(2 * right / (expected + reported), 6) if expected + reported else None,
        macro=round(sum(shares) / len(shares), 6) if shares else 0.0,
        interval=interval and Interval(low=round(interval.low, 6), high=round(interval.high, 6)),
    )


def _fields(outcomes: Iterable[Outcome], repeats: int) -> dict[Field, Rate]:
    right: Counter[str] = Counter()
    scored: Counter[str] = Counter()
    for outcome in outcomes:
        for name, good in outcome.fields.items():
            scored[name] += 1
            right[name] += good
    return {name: Rate.make(right[name], scored[name], repeats=repeats) for name in FIELDS}


def _strata(scored: ScoredRun) -> dict[Dimension, tuple[Stratum, ...]]:
    """The parts of the golden set by what cases and figures are."""
    cases: dict[tuple[str, str], set[str]] = defaultdict(set)
    tallies: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    by_id = {case.id: case.golden for case in scored.golden.cases}
    figures = {(name, one.id): one for name, case in by_id.items() for one in case.figures}
    for score in scored.scores:
        golden = by_id[score.case]
        of_case = [(name, str(getattr(golden, name))) for name in _OF_CASES]
        of_case += [("trait", trait) for trait in golden.traits]
        for outcome in score.outcomes:
            if outcome.figure is None:
                continue
            figure = figures[score.case, outcome.figure]
            of_figure = [(name, str(getattr(figure, name))) for name in _OF_FIGURES]
            for key in (*of_case, *of_figure):
                cases[key].add(score.case)
                tally = tallies[key]
                tally[0] += outcome.right_amount
                tally[1] += outcome.right
                tally[2] += 1
    found: dict[Dimension, list[Stratum]] = {
        "subject": [], "input": [], "style": [], "language": [], "split": [], "trait": [],
        "kind": [], "basis": [], "importance": [],
    }  # fmt: skip
    repeats = scored.identity.repeats
    for (dimension, name), (amounts, right, of) in sorted(tallies.items()):
        found[dimension].append(  # type: ignore[index]  # one of the names above
            Stratum(
                name=name,
                cases=len(cases[dimension, name]),
                amount=Rate.make(amounts, of, repeats=repeats),
                strict=Rate.make(right, of, repeats=repeats),
            )
        )
    return {dimension: tuple(strata) for dimension, strata in found.items()}


def _spread(scores: Sequence[CaseScore], repeats: int) -> tuple[float, ...]:
    if repeats == 1:
        return ()
    shares = []
    for repeat in range(1, repeats + 1):
        outcomes = [one for s in scores if s.repeat == repeat for one in s.outcomes if one.expected]
        shares.append(sum(one.right_amount for one in outcomes) / len(outcomes))
    return tuple(round(share, 6) for share in shares)


def _usage(scored: ScoredRun) -> UsageTotals:
    rows = list(scored.run.rows.values())
    times = [row.seconds for row in rows]
    costs = [row.cost_usd for row in rows]
    known = [cost for cost in costs if cost is not None]
    return UsageTotals(
        attempts=sum(row.attempts for row in rows),
        input_tokens=_sum([row.input_tokens for row in rows]),
        output_tokens=_sum([row.output_tokens for row in rows]),
        cost_usd=sum(known, Decimal(0)) if len(known) == len(costs) else None,
        retries=sum(len(row.retries) for row in rows),
        cached=sum(row.cached for row in rows),
        seconds=round(sum(times), 3),
        seconds_median=percentile(times, 0.5),
        seconds_p95=percentile(times, 0.95),
    )


def _sum(values: Sequence[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None
