"""The scorecard of a run: every rate with its count, its denominator and its interval."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from summarizer.evals.classes import (
    CLASSES,
    EXTRAS,
    FIELDS,
    LABEL_ERRORS,
    ErrorClass,
    Field,
)
from summarizer.evals.outcomes import CaseScore
from summarizer.evals.rates import Interval, Rate
from summarizer.evals.rows import RunIdentity
from summarizer.evals.statistics import bootstrap
from summarizer.evals.strata import Dimension, Stratum, strata_of
from summarizer.evals.totals import UsageTotals, usage_of
from summarizer.models.base import Model, Output

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.evals.outcomes import Outcome
    from summarizer.evals.runs import ScoredRun


__all__ = [
    "Dimension",
    "Interval",
    "Measures",
    "Rate",
    "RunReport",
    "Scorecard",
    "Stratum",
    "UsageTotals",
    "make_report",
    "make_scorecard",
]


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
        strata=strata_of(scored),
        spread=_spread(scores, repeats),
        usage=usage_of(scored),
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


def _spread(scores: Sequence[CaseScore], repeats: int) -> tuple[float, ...]:
    if repeats == 1:
        return ()
    shares = []
    for repeat in range(1, repeats + 1):
        outcomes = [one for s in scores if s.repeat == repeat for one in s.outcomes if one.expected]
        shares.append(sum(one.right_amount for one in outcomes) / len(outcomes))
    return tuple(round(share, 6) for share in shares)
