"""The gate: recordings against their baselines, prompts without one, true claims refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from evals_support import TEXT, golden_case, golden_figure, write_case
from scripted_prompts import responder, write_prompt

from summarizer.errors import GoldenError
from summarizer.evals import load_golden, make_scorecard, score_run
from summarizer.evals.baseline import make_baseline, read_baseline, write_baseline
from summarizer.evals.claims import LOST, claim_all
from summarizer.evals.comparison import marks_of
from summarizer.evals.gate import (
    Check,
    Prompts,
    TrueClaims,
    check_prompts,
    exit_code,
    judge_claims,
    judge_run,
    read_gate,
)
from summarizer.evals.runner import Variant, run_variant
from summarizer.settings import Settings
from summarizer.testing import ScriptedServer

MODEL = "openai/scripted-1"
NAMES = ("growth", "profit", "profit-before", "mill")


@pytest.fixture
def golden(tmp_path, monkeypatch):
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    folder = tmp_path / "golden"
    for n in range(3):
        write_case(
            folder,
            golden_case(*map(golden_figure, NAMES), name=f"earnings-{n}"),
            TEXT.replace("a mill in Oregon", f"a mill in Oregon, its number {n + 2} there,"),
        )
    return load_golden(folder)


@pytest.fixture
def recorded(golden, tmp_path):
    """Recordings of a scripted prompt, and the prompt: fixtures, for no model was asked."""
    prompt = write_prompt(tmp_path, "careful")
    with ScriptedServer(responder(golden, {"careful": {}})) as server:
        settings = Settings(base_url=server.base_url, timeout=20.0)
        run_variant(golden, Variant(MODEL, prompt, record=tmp_path / "kept"), settings=settings)
    return prompt, tmp_path / "kept"


def replayed(golden, prompt, folder):
    return score_run(
        run_variant(golden, Variant(MODEL, prompt, replay=folder), settings=Settings()), golden
    )


def test_recordings_are_held_against_their_baseline_without_a_model(golden, recorded, tmp_path):
    scored = replayed(golden, *recorded)
    check = Check(name="scripted", model=MODEL, baseline=tmp_path / "b.json", min_amount=1.0)
    assert judge_run(check, scored).state == "no baseline"
    write_baseline(make_baseline(make_scorecard(scored), marks_of(scored)), check.baseline)
    assert read_baseline(check.baseline).marks == marks_of(scored)
    judged = judge_run(check, scored)
    assert (judged.state, judged.faults) == ("passed", ())
    assert judged.comparison.amount.verdict == "no difference"


def test_a_changed_prompt_has_no_recordings_and_fails_as_missed_not_as_skipped(
    golden, recorded, tmp_path
):
    prompt, folder = recorded
    path = Path(prompt)
    path.write_text(path.read_text(encoding="utf-8").replace("answer as", "reply as"), "utf-8")
    scored = replayed(golden, prompt, folder)
    check = Check(name="scripted", model=MODEL, baseline=tmp_path / "b.json", min_amount=0.5)
    judged = judge_run(check, scored)
    assert judged.state == "failed"
    assert judged.card.accuracy.value == 0.0
    assert all(score.failed for score in scored.scores)


def test_articles_without_an_answer_make_a_gate_incomplete_even_above_its_threshold(
    golden, recorded, tmp_path
):
    prompt, folder = recorded
    next(folder.glob("*.json")).unlink()
    scored = replayed(golden, prompt, folder)
    check = Check(name="scripted", model=MODEL, baseline=tmp_path / "b.json", min_amount=0.5)
    judged = judge_run(check, scored)
    assert (judged.state, judged.faults[0]) == ("incomplete", "1 of 3 articles have no answer")
    assert exit_code([judged]) == 3
    with pytest.raises(GoldenError, match="1 of 3 articles have no answer"):
        make_baseline(judged.card, marks_of(scored))


def test_a_baseline_names_the_prompt_it_was_made_with(golden, recorded, tmp_path):
    prompt, _ = recorded
    scored = replayed(golden, *recorded)
    baseline = tmp_path / "b.json"
    write_baseline(make_baseline(make_scorecard(scored), marks_of(scored)), baseline)
    folder = tmp_path / "prompts" / "careful"
    folder.mkdir(parents=True)
    (folder / "1.md").write_bytes(Path(prompt).read_bytes())
    prompts = Prompts(folder=tmp_path / "prompts")
    assert check_prompts(prompts, [baseline]) == []
    (fault,) = check_prompts(prompts, [])
    assert fault.startswith("careful@1 (")
    assert exit_code([], [fault]) == 1


def test_nothing_to_check_is_no_pass():
    assert exit_code([]) == 3


def test_paths_of_a_gate_stand_beside_its_file(tmp_path):
    path = tmp_path / "gate.toml"
    path.write_text(
        '[[check]]\nname = "x"\nmodel = "openai/x"\nreplay = "recordings/x"\n'
        'baseline = "baselines/x.json"\n[prompts]\nfolder = "../prompts"\n',
        encoding="utf-8",
    )
    gate = read_gate(path)
    assert gate.check[0].replay == tmp_path / "recordings" / "x"
    assert gate.check[0].baseline == tmp_path / "baselines" / "x.json"
    assert gate.prompts.folder == tmp_path / "../prompts"


def test_true_claims_pass_the_checks_and_what_is_refused_is_told(tmp_path):
    folder = tmp_path / "golden"
    wrong = golden_figure("profit", direction="up")
    elsewhere = golden_figure("profit-before", entity="Kestrel Shipping", entity_aliases=[])
    lost = golden_figure("mill", quote="$300 million in a caption", text="$300 million")
    case = golden_case(golden_figure("growth"), wrong, elsewhere, lost)
    write_case(folder, case)
    found = claim_all(load_golden(folder))
    assert {one.figure: (one.refused, one.right) for one in found.all} == {
        "growth": (None, True),
        "profit": ("direction", False),
        "profit-before": ("entity", False),
        "mill": (LOST, False),
    }
    assert (found.accepted, found.right) == (1, 1)
    assert judge_claims(TrueClaims(min_accepted=0.25), found) == []
    (fault,) = judge_claims(TrueClaims(min_accepted=0.5), found)
    assert fault == "25.0% of the true claims are accepted, and the gate asks for 50.0%"
