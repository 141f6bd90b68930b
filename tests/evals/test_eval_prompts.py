"""Two prompts against a scripted server: three per cent of scale errors are found and told."""

from __future__ import annotations

import pytest
from evals_support import TEXT, golden_case, golden_figure, write_case
from scripted_prompts import responder, slips_of, write_prompt

from summarizer.evals import load_golden, make_scorecard, score_run
from summarizer.evals.comparison import compare_runs, marks_of
from summarizer.evals.runner import Options, Variant, run_variant
from summarizer.reports import scores
from summarizer.settings import Settings
from summarizer.testing import ScriptedServer

FIGURES = tuple(
    golden_figure(name) for name in ("revenue", "growth", "profit", "profit-before", "mill")
)
MODEL = "openai/scripted-1"


@pytest.fixture
def golden(tmp_path, monkeypatch):
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    folder = tmp_path / "golden"
    for n in range(40):
        text = TEXT.replace("a mill in Oregon", f"a mill in Oregon, its number {n + 2} there,")
        write_case(folder, golden_case(*FIGURES, name=f"earnings-{n:02}"), text)
    return load_golden(folder)


def test_a_prompt_with_three_per_cent_of_scale_errors_is_significantly_worse(golden, tmp_path):
    spoiled = {"careful": {}, "hasty": slips_of(golden, 0.03)}
    runs = {}
    with ScriptedServer(responder(golden, spoiled)) as server:
        settings = Settings(base_url=server.base_url, reasks=0, timeout=20.0)
        for name in spoiled:
            prompt = write_prompt(tmp_path, name)
            run = run_variant(golden, Variant(MODEL, prompt), settings=settings)
            runs[name] = score_run(run, golden)
        assert len(server.requests) == 80
    cards = {name: make_scorecard(scored) for name, scored in runs.items()}
    assert cards["careful"].accuracy.value == 1.0
    assert cards["hasty"].accuracy.value == pytest.approx(0.97)
    assert cards["careful"].run.prompt.sha256 != cards["hasty"].run.prompt.sha256
    refused = [
        one.reason
        for score in runs["hasty"].scores
        for one in score.outcomes
        if one.error == "missed"
    ]
    assert len(refused) == 6
    assert all("refused by the checks" in reason for reason in refused)

    found = compare_runs(marks_of(runs["careful"]), marks_of(runs["hasty"]))
    assert found.amount.verdict == "worse"
    assert found.amount.p == pytest.approx(2 / 2**6)
    assert scores.flips(found) == [("right → missed", 6)]
    assert scores.verdict(found) == "B is worse: 3.0 points fewer right amounts."


def test_a_recorded_run_is_replayed_each_repeat_with_its_own_answers(golden, tmp_path):
    some = golden.select(ids=["earnings-00", "earnings-01"])
    prompt = write_prompt(tmp_path, "careful")
    options = Options(repeats=2)
    with ScriptedServer(responder(some, {"careful": {}})) as server:
        settings = Settings(base_url=server.base_url, timeout=20.0)
        live = run_variant(
            some, Variant(MODEL, prompt, record=tmp_path / "kept"), options=options,
            settings=settings,
        )  # fmt: skip
        assert len(server.requests) == 4
    assert len(list((tmp_path / "kept").glob("*.json"))) == 4
    again = run_variant(
        some, Variant(MODEL, prompt, replay=tmp_path / "kept"), options=options,
        settings=Settings(),
    )  # fmt: skip
    assert all(row.cached for row in again.rows.values())
    first, second = (marks_of(score_run(run, some)) for run in (live, again))
    assert first.cases == second.cases
    assert compare_runs(first, second).amount.verdict == "no difference"
