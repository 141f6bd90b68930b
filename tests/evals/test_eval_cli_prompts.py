"""`evals run` with several prompts over HTTP: a folder each, and a comparison with the first."""

from __future__ import annotations

import pytest
from evals_support import TEXT, golden_case, golden_figure, write_case
from scripted_prompts import responder, write_prompt

from summarizer.__main__ import main
from summarizer.evals import load_golden
from summarizer.testing import ScriptedServer

NAMES = ("growth", "profit", "profit-before", "mill")


@pytest.fixture
def work(tmp_path, monkeypatch):
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "SUMMARIZER_MODEL", "SUMMARIZER_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    for n in range(6):
        text = TEXT.replace("a mill in Oregon", f"a mill in Oregon, its number {n + 2} there,")
        case = golden_case(*map(golden_figure, NAMES), name=f"earnings-{n}")
        write_case(tmp_path / "evals" / "golden", case, text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_each_prompt_has_its_folder_and_is_compared_with_the_first(work, capsys):
    golden = load_golden(work / "evals" / "golden")
    slips = {case.id: ["profit"] for case in golden.cases}
    prompts = [write_prompt(work, name) for name in ("careful", "hasty")]
    with ScriptedServer(responder(golden, {"careful": {}, "hasty": slips})) as server:
        command = ["evals", "run", "-m", "openai/scripted-1", "--base-url", server.base_url]
        command += ["-p", prompts[0], "-p", prompts[1], "-o", "runs"]
        assert main(command) == 0
        asked = len(server.requests)
        first = capsys.readouterr()
        assert main(command) == 0
        assert len(server.requests) == asked
        assert capsys.readouterr().out == first.out
    assert sorted(path.name for path in (work / "runs").iterdir()) == [
        "openai-scripted-1-careful",
        "openai-scripted-1-hasty",
    ]
    assert "B is worse: 25.0 points fewer right amounts." in first.out
    runs = [f"runs/openai-scripted-1-{name}" for name in ("careful", "hasty")]
    assert main(["evals", "compare", *runs]) == 1
    assert main(["evals", "compare", *reversed(runs)]) == 0


def test_a_limit_of_cost_needs_a_price(work, capsys):
    command = ["evals", "run", "-m", "openai/nobody-knows", "--max-cost", "1"]
    assert main([*command, "--base-url", "http://127.0.0.1:9/v1"]) == 2
    told = capsys.readouterr().err
    assert "--max-cost needs a price" in told
    assert told.count("\n") == 1


def test_several_runs_have_no_single_json(work, capsys):
    assert main(["evals", "run", "-m", "rules", "-m", "openai/x", "-f", "json"]) == 2
    assert "--format json is for one run" in capsys.readouterr().err


def test_a_comparison_says_which_run_is_not_whole(work, capsys):
    assert main(["evals", "run", "-m", "rules", "-o", "a"]) == 0
    assert main(["evals", "run", "-m", "rules", "-o", "b"]) == 0
    rows = work / "b" / "rows.jsonl"
    rows.write_bytes(b"".join(rows.read_bytes().splitlines(keepends=True)[:-2]))
    capsys.readouterr()
    main(["evals", "compare", "a", "b"])
    told = capsys.readouterr().err
    assert told == "warning: B: 2 articles have no answer; their figures count as missed\n"
