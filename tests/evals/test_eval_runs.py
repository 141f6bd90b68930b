"""Runs keep their rows, can be continued and scored again, and count what failed."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from decimal import Decimal

import pytest
from evals_support import TEXT, golden_case, golden_figure, right, write_case

from summarizer.engines.budget import Budget
from summarizer.errors import AuthError, BudgetError, GoldenError, RefusalError
from summarizer.evals import load_golden, load_run, make_scorecard, score_run
from summarizer.evals.runner import Options, Variant, run_variant
from summarizer.pipeline import clean, summarize
from summarizer.settings import Settings
from summarizer.usage import Usage

CASES = [f"earnings-larchwood-{letter}" for letter in "abcd"]
EXPECTED = ("revenue", "growth", "profit", "mill")


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "golden"
    for name in CASES:
        write_case(folder, golden_case(*map(golden_figure, EXPECTED), name=name))
    return folder


@pytest.fixture
def golden(folder):
    return load_golden(folder)


@dataclass
class Scripted:
    """Answers as the golden figures have it, but for the cases that `fails` names."""

    fails: dict = field(default_factory=dict)
    spoil: dict = field(default_factory=dict)
    cost: str = "0.01"
    most: int | None = None
    budget: Budget = field(default_factory=Budget)
    asked: list = field(default_factory=list)
    model: str = "scripted/one"
    prompt: None = None

    def open(self, settings):
        return self

    async def asummarize(self, document, *, repeat=0):
        if self.most is not None and len(self.asked) >= self.most:
            raise BudgetError("the dollars are spent")
        self.asked.append(document.id)
        if error := self.fails.get(document.id):
            raise error
        base = summarize(clean(document), model="rules")
        figures = tuple(
            right(golden_figure(name)).model_copy(update=self.spoil.get((document.id, name), {}))
            for name in EXPECTED
        )
        origin = base.provenance.model_copy(
            update={
                "engine": "llm",
                "model": "scripted/one",
                "cost_usd": Decimal(self.cost),
                "attempts": 1,
            }
        )
        article = base.article.model_copy(update={"text": TEXT})
        return base.model_copy(
            update={"figures": figures, "provenance": origin, "article": article}
        )

    async def aclose(self):
        pass


def card(run, golden):
    return make_scorecard(score_run(run, golden))


def test_a_perfect_run_is_right_and_its_interval_still_has_width(golden):
    found = card(run_variant(golden, Scripted(), settings=Settings()), golden)
    assert (found.accuracy.count, found.accuracy.of, found.accuracy.value) == (16, 16, 1.0)
    assert found.accuracy.low < 0.9
    assert found.amount.interval is None
    assert found.complete
    assert found.usage.cost_usd == Decimal("0.04")
    assert all(rate.count == 0 for name, rate in found.errors.items() if name != "right")


def test_a_run_that_crashes_on_half_of_the_articles_scores_half(golden):
    fails = {name: RefusalError("declined", usage=Usage(1, 100, 5)) for name in CASES[:2]}
    found = card(run_variant(golden, Scripted(fails), settings=Settings()), golden)
    assert found.accuracy.value == 0.5
    assert (found.strict.recall.value, found.amount.macro) == (0.5, 0.5)
    assert (found.answered.count, found.answered.of, found.failed) == (2, 4, 2)
    assert found.errors["missed"].count == 8
    assert not found.complete


def test_a_fault_of_the_program_in_one_case_is_a_row_and_costs_no_other(golden):
    run = run_variant(golden, Scripted({CASES[1]: ZeroDivisionError("x")}), settings=Settings())
    row = run.rows[CASES[1], 1]
    assert row.error.type == "fault"
    assert "ZeroDivisionError" in row.error.message
    assert card(run, golden).accuracy.value == 0.75


def test_an_unusable_configuration_ends_the_run_with_its_own_error(golden):
    with pytest.raises(AuthError, match="no key"):
        run_variant(golden, Scripted({CASES[0]: AuthError("no key")}), settings=Settings())


def test_all_rates_of_figures_are_over_the_expected_ones_and_the_classes_add_up(golden):
    spoil = {
        (CASES[0], "revenue"): {"value": Decimal(124)},
        (CASES[1], "profit"): {"entity": None},
    }
    found = card(run_variant(golden, Scripted(spoil=spoil), settings=Settings()), golden)
    assert {rate.of for rate in found.errors.values()} == {16}
    assert sum(rate.count for rate in found.errors.values()) == 16
    assert found.errors["power_of_ten"].count == 1
    assert (found.accuracy.count, found.strict.recall.count) == (15, 14)
    assert found.amount.f1 == pytest.approx(15 / 16)
    assert (found.fields["value"].count, found.fields["value"].of) == (15, 16)
    by_kind = {one.name: one.amount for one in found.strata["kind"]}
    assert (by_kind["money"].count, by_kind["money"].of) == (11, 12)
    assert (by_kind["percent"].count, by_kind["percent"].of) == (4, 4)
    assert [one.cases for one in found.strata["subject"]] == [4]


def test_repeats_are_counted_shown_with_their_spread_and_do_not_narrow_the_interval(golden):
    once = card(run_variant(golden, Scripted(), settings=Settings()), golden)
    options = Options(repeats=3)
    thrice = card(run_variant(golden, Scripted(), options=options, settings=Settings()), golden)
    assert thrice.spread == (1.0, 1.0, 1.0)
    assert thrice.accuracy.of == 48
    assert thrice.accuracy.low == once.accuracy.low


def test_a_run_that_was_killed_is_continued_and_nothing_is_asked_twice(golden, tmp_path):
    out = tmp_path / "run"
    whole = Scripted()
    run_variant(golden, whole, folder=out, settings=Settings())
    rows = out / "rows.jsonl"
    lines = rows.read_bytes().splitlines(keepends=True)
    rows.write_bytes(b"".join(lines[:2]) + lines[2][:100])  # as a crash in the middle leaves it
    again = Scripted()
    run = run_variant(golden, again, folder=out, settings=Settings())
    assert len(again.asked) == 2
    assert card(run, golden).accuracy.value == 1.0
    assert rows.read_bytes().count(b"\n") == 4
    assert card(load_run(out), golden) == card(run, golden)


def test_a_failed_row_is_asked_again_only_on_request(golden, tmp_path):
    out = tmp_path / "run"
    failing = Scripted({CASES[0]: RefusalError("declined")})
    run_variant(golden, failing, folder=out, settings=Settings())
    quiet = Scripted()
    assert run_variant(golden, quiet, folder=out, settings=Settings()).rows[CASES[0], 1].error
    assert quiet.asked == []
    options = Options(retry_failed=True)
    retried = run_variant(golden, quiet, options=options, folder=out, settings=Settings())
    assert quiet.asked == [CASES[0]]
    assert not retried.rows[CASES[0], 1].error


def test_a_folder_takes_no_rows_of_another_run(golden, tmp_path):
    out = tmp_path / "run"
    run_variant(golden, Scripted(), folder=out, settings=Settings())
    with pytest.raises(GoldenError, match="holds another run \\(model scripted/one, not"):
        run_variant(golden, Scripted(model="scripted/two"), folder=out, settings=Settings())
    with pytest.raises(GoldenError, match="golden set"):
        run_variant(golden.select(ids=CASES[:1]), Scripted(), folder=out, settings=Settings())
    other = tmp_path / "full"
    other.mkdir()
    (other / "thesis.txt").write_text("x", encoding="utf-8")
    with pytest.raises(GoldenError, match="is not empty and holds no run"):
        run_variant(golden, Scripted(), folder=other, settings=Settings())


def test_a_spent_budget_stops_the_run_and_what_was_not_asked_is_missed(golden, tmp_path):
    out = tmp_path / "run"
    scripted = Scripted(most=2)
    run = run_variant(golden, scripted, folder=out, settings=Settings(concurrency=1))
    assert len(scripted.asked) == 2
    found = card(run, golden)
    assert (found.not_asked, found.failed, found.accuracy.value) == (2, 0, 0.5)
    assert not found.complete
    rest = Scripted()
    assert card(run_variant(golden, rest, folder=out, settings=Settings()), golden).complete
    assert len(rest.asked) == 2
    assert scripted.budget.cost_usd == 0
    assert rest.budget.cost_usd == Decimal("0.02")  # of the two that were asked before


def test_a_run_is_not_scored_against_another_golden_set(golden, folder, tmp_path):
    out = tmp_path / "run"
    run_variant(golden, Scripted(), folder=out, settings=Settings())
    path = folder / CASES[0] / "expected.yaml"
    text = path.read_text(encoding="utf-8").replace("1240000000", "1250000000")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GoldenError, match="the golden set has changed since this run"):
        score_run(load_run(out), load_golden(folder))


def test_a_broken_line_of_a_run_is_named(golden, tmp_path):
    out = tmp_path / "run"
    run_variant(golden, Scripted(), folder=out, settings=Settings())
    rows = out / "rows.jsonl"
    rows.write_bytes(b'{"case": 1}\n' + rows.read_bytes())
    with pytest.raises(GoldenError, match=r"rows.jsonl:1: "):
        load_run(out)
    with pytest.raises(GoldenError, match="is no run folder"):
        load_run(tmp_path / "nowhere")


def test_the_rules_engine_runs_offline(golden, tmp_path):
    out = tmp_path / "run"
    run = run_variant(golden, Variant("rules"), folder=out, settings=Settings())
    found = card(run, golden)
    assert found.run.prompt is None
    assert found.accuracy.count > 8
    assert json.loads((out / "run.json").read_text(encoding="utf-8"))["model"] == "rules"
