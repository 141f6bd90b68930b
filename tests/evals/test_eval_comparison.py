"""Two runs are compared by article; what cannot be told is said."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from summarizer.errors import GoldenError
from summarizer.evals.comparison import CaseMarks, Marks, compare_runs
from summarizer.evals.rows import DatasetIdentity, RunIdentity
from summarizer.evals.scorecard import UsageTotals
from summarizer.reports import scores

USAGE = UsageTotals(
    attempts=1, input_tokens=10, output_tokens=2, cost_usd=Decimal("0.5"), retries=0, cached=0,
    seconds=1.0, seconds_median=0.1, seconds_p95=0.2,
)  # fmt: skip


def marks(cases, *, dataset="a" * 64, scorer="1", name="one"):
    """The marks of a run: a class, or several for repeats, for each figure of each case."""
    run = RunIdentity(
        name=name,
        dataset=DatasetIdentity(
            sha256=dataset, cases=tuple(cases), figures=sum(map(len, cases.values()))
        ),
        model=name,
        reasks=2,
        max_output_tokens=10,
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    made = {
        case: CaseMarks(
            figures={
                f"f{n}": (one,) if isinstance(one, str) else tuple(one)
                for n, one in enumerate(classes)
            },
            extras={},
        )
        for case, classes in cases.items()
    }
    return Marks(run=run, scorer=scorer, cases=made, usage=USAGE)


def articles(number, *classes):
    return {f"case-{n}": list(classes) for n in range(number)}


RIGHT = articles(30, *["right"] * 8)


def test_a_clear_drop_is_worse_and_its_figures_are_listed():
    worse = articles(30, "power_of_ten", *["right"] * 7)
    found = compare_runs(marks(RIGHT), marks(worse))
    assert found.amount.verdict == "worse"
    assert found.amount.difference == pytest.approx(-1 / 8)
    assert (found.better, found.worse, found.same) == (0, 30, 0)
    assert len(found.flips) == 30
    assert scores.flips(found) == [("right → power of ten", 30)]
    assert scores.verdict(found).startswith("B is worse: 12.5 points fewer")


def test_a_clear_gain_is_better():
    found = compare_runs(
        marks(articles(30, "missed", "right")), marks(articles(30, *["right"] * 2))
    )
    assert (found.amount.verdict, found.strict.verdict) == ("better", "better")


def test_a_small_difference_is_one_that_cannot_be_told_and_says_what_could():
    slip = {**RIGHT, "case-0": ["digits", *["right"] * 7]}
    found = compare_runs(marks(RIGHT), marks(slip))
    assert found.amount.verdict == "cannot tell"
    assert found.amount.p == 1.0
    assert 0 < found.amount.detectable < 0.05
    assert scores.verdict(found).startswith("Cannot tell: on 30 articles")


def test_equal_runs_have_no_difference():
    found = compare_runs(marks(RIGHT), marks(RIGHT))
    assert found.amount.verdict == found.strict.verdict == "no difference"
    assert (found.flips, found.amount.detectable) == ((), None)
    assert scores.verdict(found) == "No difference: every figure has the same verdict in both."


def test_labels_alone_leave_the_amounts_alone():
    found = compare_runs(marks(RIGHT), marks(articles(30, "period", *["right"] * 7)))
    assert (found.amount.verdict, found.strict.verdict) == ("no difference", "worse")
    assert scores.verdict(found) == "The amounts are the same. With labels: B is worse."


def test_runs_on_different_golden_cases_are_refused():
    with pytest.raises(GoldenError, match="different golden cases") as caught:
        compare_runs(marks(RIGHT), marks(RIGHT, dataset="b" * 64))
    assert caught.value.exit_code == 2
    with pytest.raises(GoldenError, match="scored by different rules"):
        compare_runs(marks(RIGHT), marks(RIGHT, scorer="0"))


def test_what_holds_with_labels_only_is_told_beside_what_holds_of_the_amounts():
    slip = {**articles(30, "period", *["right"] * 7), "case-0": ["digits", *["right"] * 7]}
    found = compare_runs(marks(RIGHT), marks(slip))
    assert (found.amount.verdict, found.strict.verdict) == ("cannot tell", "worse")
    told = scores.verdict(found, b="this run")
    assert told.startswith("Cannot tell: ")
    assert told.endswith("With labels: this run is worse.")


def test_repeats_count_by_their_mean_and_a_flip_takes_most_of_them():
    once = {"a": [["right", "right", "missed"]], "b": [["right", "missed", "missed"]]}
    found = compare_runs(marks({"a": [["right"] * 3], "b": [["right"] * 3]}), marks(once))
    assert found.amount.b == pytest.approx(0.5)
    assert [(flip.case, flip.b) for flip in found.flips] == [("b", "missed")]
