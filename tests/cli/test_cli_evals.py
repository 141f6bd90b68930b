"""`summarizer evals` from end to end: exit codes, formats, runs that go on."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = (
    "Tarn Ceramics said on Monday that sales rose 12% to ${} million in the first half of 2026. "
    "The maker of roof tiles expects to hire about 40 people by December. It employs 310 people."
)


def figure(name, quote, text, value, kind, unit, **fields):
    return {
        "id": name, "quote": quote, "text": text, "value": value, "high": None, "kind": kind,
        "unit": unit, "comparator": None, "direction": None, "metric": "sales",
        "metric_aliases": [], "entity": "Tarn Ceramics", "entity_aliases": ["the company"],
        "period": None, "period_aliases": [], "basis": "stated", "importance": "high", **fields,
    }  # fmt: skip


def write_golden(folder, number=6):
    """`number` cases about as many makers of tiles, each with its own sales."""
    for n in range(number):
        name = f"earnings-tarn-{n}"
        home = folder / name
        home.mkdir(parents=True)
        (home / "article.txt").write_text(ARTICLE.format(f"4.{n + 1}"), encoding="utf-8")
        record = {
            "schema_version": 1, "id": name, "about": "Half-year sales",
            "split": "dev" if n % 2 == 0 else "test", "subject": "earnings", "style": "flash",
            "input": "text", "language": "en", "published": None, "set": None, "traits": [],
            "figures": [
                figure(
                    "growth", f"sales rose 12% to $4.{n + 1} million", "12%", "12", "percent",
                    "%", direction="up",
                ),
                figure(
                    "sales", f"sales rose 12% to $4.{n + 1} million", f"$4.{n + 1} million",
                    f"4{n + 1}00000", "money", "USD", direction="up",
                ),
                figure(
                    "hires", "expects to hire about 40 people by December", "about 40 people",
                    "40", "count", "person", comparator="approx", metric="hires",
                    basis="forecast",
                ),
            ],
            "forbidden": [],
        }  # fmt: skip
        (home / "expected.yaml").write_text(yaml.safe_dump(record), encoding="utf-8")
    return folder


@pytest.fixture
def golden(home):
    return write_golden(home / "evals" / "golden")


@pytest.fixture
def rules_run(run, golden):
    assert run("evals", "run", "-m", "rules", "-o", "rules").code == 0
    return golden.parents[1] / "rules"


def test_a_run_prints_its_scorecard_and_says_when_nothing_is_kept(run, golden):
    result = run("evals", "run", "-m", "rules", "--split", "dev")
    assert result.code == 0
    assert result.out.startswith("rules: dev split, 3 articles, 9 expected figures\n")
    assert "  numeric accuracy" in result.out
    assert result.err == (
        "note: nothing was kept: -o RUN keeps a run to report, compare and continue\n"
    )


def test_filters_choose_the_cases_and_an_empty_choice_is_wrong_usage(run, golden):
    result = run("evals", "run", "-m", "rules", "--case", "earnings-tarn-3", "-f", "json")
    assert json.loads(result.out)["cases"] == 1
    result = run("evals", "run", "-m", "rules", "--subject", "deals")
    assert (result.code, result.err) == (2, "error: deals: no golden case fits\n")


@pytest.mark.parametrize(
    ("argv", "line"),
    [
        (["--record", "a", "--replay", "b"], "--record and --replay exclude each other"),
        (["-m", "rules", "-p", "summarize"], "the rules engine takes no prompt"),
        (["-m", "rules", "--replay", "x"], "the rules engine has no recordings"),
        (["-m", "rules", "--golden", "nowhere"], "nowhere: no golden set here"),
        (["--repeats", "0"], "should be greater than or equal to 1"),
    ],
)
def test_wrong_usage_is_one_line(run, golden, argv, line):
    result = run("evals", "run", *argv)
    assert (result.code, result.out) == (2, "")
    assert line in result.err
    assert result.err.count("\n") == 1


def test_a_report_scores_a_kept_run_again_in_every_format(run, rules_run):
    assert run("evals", "report", "rules").out == run("evals", "report", "rules").out
    card = json.loads(run("evals", "report", "rules", "-f", "json").out)
    assert card["expected"] == 18
    assert len(card["scores"]) == 6
    suite = ET.fromstring(run("evals", "report", "rules", "-f", "junit").out)  # noqa: S314 - ours
    assert suite.attrib["tests"] == "6"
    assert len(suite.findall("./testsuite/testcase")) == 6
    markdown = run("evals", "report", "rules", "-f", "markdown").out
    assert markdown.startswith("## rules: 6 articles, 18 expected figures\n")
    assert run("evals", "report", "rules", "-o", "card.txt").out == ""
    assert Path("card.txt").read_text(encoding="utf-8").startswith("rules: 6 articles")


def test_a_run_and_a_comparison_are_pages_too(run, rules_run):
    assert run("evals", "report", "rules", "-f", "html").out.startswith("<!doctype html>")
    result = run("evals", "compare", "rules", "rules", "-f", "html", "-o", "both.html")
    assert (result.code, result.out) == (0, "")
    page = Path("both.html").read_text(encoding="utf-8")
    assert "No difference: every figure has the same verdict in both." in page
    spoil(rules_run, lambda one: one.update(metric="nothing"))
    shutil.copytree(rules_run, "worse")
    spoil(Path("worse"), lambda one: one.update(value="1", high=None))
    assert run("evals", "compare", "rules", "worse", "-f", "html", "-o", "both.html").code == 1


def test_a_page_needs_the_articles_which_a_baseline_has_not(run, rules_run):
    assert run("evals", "baseline", "rules", "base.json").code == 0
    result = run("evals", "compare", "base.json", "rules", "-f", "html")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "error: base.json: is no run folder, and a page shows the articles. "
        "Give two run folders, or another --format.\n"
    )


def test_what_is_no_run_and_no_baseline_is_said_with_how_to_make_one(run, golden):
    result = run("evals", "compare", "a", "b")
    assert result.code == 2
    assert result.err == (
        "error: a: no such run folder or baseline. Make one with 'summarizer evals run -o' or "
        "'summarizer evals baseline'.\n"
    )


def test_a_run_compared_with_itself_has_no_difference(run, rules_run):
    result = run("evals", "compare", "rules", "rules")
    assert result.code == 0
    assert "No difference: every figure has the same verdict in both." in result.out
    assert json.loads(run("evals", "compare", "rules", "rules", "-f", "json").out)["flips"] == []
    assert "| numeric |" in run("evals", "compare", "rules", "rules", "-f", "markdown").out


def spoil(folder, change):
    """Change the figures of every row of a run."""
    path = folder / "rows.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for row in rows:
        for one in row["figures"]:
            change(one)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def ten_times(one):
    one["value"] = f"{one['value']}0"


def test_a_run_that_is_significantly_worse_is_told_by_the_exit_code(run, rules_run):
    run("evals", "run", "-m", "rules", "-o", "b")
    spoil(Path("b"), ten_times)
    result = run("evals", "compare", "rules", "b")
    assert result.code == 1
    assert "B is worse: " in result.out
    assert "right → power of ten" in result.out or "→ power of ten" in result.out


def test_runs_on_different_cases_are_refused(run, golden):
    run("evals", "run", "-m", "rules", "--split", "dev", "-o", "a")
    run("evals", "run", "-m", "rules", "--split", "test", "-o", "b")
    result = run("evals", "compare", "a", "b")
    assert result.code == 2
    assert "ran on different golden cases" in result.err


def test_lint_counts_what_it_found_and_exits_with_1_on_a_fault(run, golden):
    result = run("evals", "lint")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("6 cases, 18 expected figures, 0 sets: 0 faults, ")
    path = golden / "earnings-tarn-0" / "expected.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "colour: red\n", encoding="utf-8")
    result = run("evals", "lint")
    assert result.code == 1
    assert result.err == f"error: {path.relative_to(Path.cwd())}: colour: unknown key\n"


def test_add_drafts_a_case_that_lint_refuses_until_a_person_has_read_it(run, golden, article):
    result = run("evals", "add", str(article), "--subject", "earnings", "--name", "tiles")
    assert (result.code, result.out) == (0, f"{Path('evals/golden/earnings-tiles')}\n")
    assert run("evals", "lint").code == 1
    assert "drafted by a program" in run("evals", "lint").err
    assert run("evals", "run", "-m", "rules").code == 2


def gate_file(**check):
    lines = ["[[check]]", 'name = "all"', 'model = "rules"', 'baseline = "baselines/all.json"']
    lines += [f"{key} = {json.dumps(value)}" for key, value in check.items()]
    path = Path("evals/gate.toml")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_the_gate_says_no_baseline_then_passes_then_fails_on_a_drop(run, rules_run, golden):
    gate_file(min_amount=0.5)
    result = run("evals", "gate")
    assert result.code == 4
    assert "there is no baseline evals/baselines/all.json" in " ".join(result.out.split())
    result = run("evals", "gate", "--accept")
    assert result.code == 0
    assert "all  passed: " in result.out
    assert run("evals", "gate").code == 0

    baseline = Path("evals/baselines/all.json")
    record = json.loads(baseline.read_text(encoding="utf-8"))
    for case in record["marks"]["cases"].values():
        case["figures"] = {name: ["right"] for name in case["figures"]}
    baseline.write_text(json.dumps(record), encoding="utf-8")
    result = run("evals", "gate")
    assert result.code == 1
    assert "is significantly worse" in " ".join(result.out.split())


def test_the_gate_fails_under_a_threshold_even_without_a_baseline(run, golden):
    gate_file(min_strict=1.0, must_pass=["earnings-tarn-9"])
    result = run("evals", "gate")
    assert result.code == 1
    told = " ".join(result.out.split())
    assert "and the gate asks for 100.0%" in told
    assert "must-pass case 'earnings-tarn-9' is not in the run" in told


def test_a_baseline_of_another_golden_set_is_none(run, golden):
    gate_file()
    run("evals", "gate", "--accept")
    path = golden / "earnings-tarn-0" / "expected.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("importance: high", "importance: low"),
        encoding="utf-8",
    )
    result = run("evals", "gate")
    assert result.code == 4
    assert "the baseline is of another golden set" in " ".join(result.out.split())


PROMPT = """\
---
name: mine
version: "1"
description: A prompt of our own
language: en
created: 2026-01-31
---
# System
Say what the article says.
# User
{{ article.title }}
"""


def test_a_changed_prompt_without_a_baseline_fails_and_says_what_to_run(run, golden):
    import hashlib

    prompts = Path("prompts/mine")
    prompts.mkdir(parents=True)
    (prompts / "1.md").write_text(PROMPT, encoding="utf-8")
    digest = hashlib.sha256(PROMPT.encode()).hexdigest()
    path = gate_file()
    whole = path.read_text(encoding="utf-8") + '[prompts]\nfolder = "../prompts"\n'
    path.write_text(f'{whole}[prompts.unmeasured]\n"mine@1" = "{digest}"\n', encoding="utf-8")
    assert run("evals", "gate", "--accept").code == 0
    (prompts / "1.md").write_text(PROMPT.replace("Say", "Tell"), encoding="utf-8")
    result = run("evals", "gate")
    assert result.code == 1
    told = " ".join(result.out.split())
    assert "mine@1" in told
    assert "summarizer evals run --model PROVIDER/NAME --prompt mine@1 --record" in told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[[check]]\nname = 1\n", "check.0.name: Input should be a valid string"),
        ("[[check\n", "not TOML"),
        (
            '[[check]]\nname = "x"\nmodel = "openai/x"\nbaseline = "b.json"\n',
            "check 'x' needs 'replay'",
        ),
    ],
)
def test_a_gate_that_cannot_be_used_is_one_line(run, golden, text, line):
    Path("evals/gate.toml").write_text(text, encoding="utf-8")
    result = run("evals", "gate")
    assert result.code == 2
    assert line in result.err
    assert result.err.count("\n") == 1


def test_a_kept_run_becomes_a_baseline_and_an_incomplete_one_does_not(run, rules_run):
    assert run("evals", "baseline", "rules", "b.json").out == "b.json\n"
    assert run("evals", "compare", "b.json", "rules").code == 0
    rows = rules_run / "rows.jsonl"
    rows.write_bytes(b"".join(rows.read_bytes().splitlines(keepends=True)[:-1]))
    result = run("evals", "baseline", "rules", "b.json")
    assert result.code == 2
    assert "1 of 6 articles have no answer" in result.err


def test_a_run_killed_at_any_moment_goes_on_and_asks_for_nothing_twice(home, environment):
    """A process is killed with SIGKILL while it writes rows; the same command finishes the run."""
    write_golden(home / "evals" / "golden", 40)
    command = [sys.executable, "-m", "summarizer", "evals", "run", "-m", "rules", "-o", "out"]
    environ = environment | {"PYTHONPATH": str(ROOT)}
    rows = home / "out" / "rows.jsonl"
    process = subprocess.Popen(
        command, cwd=home, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    while process.poll() is None and not (rows.exists() and rows.stat().st_size > 5000):
        os.sched_yield()
    process.send_signal(signal.SIGKILL)
    process.wait()
    before = rows.read_bytes()
    kept = before[: before.rfind(b"\n") + 1]
    assert 0 < kept.count(b"\n") < 40
    done = subprocess.run(
        command, cwd=home, env=environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    after = rows.read_bytes()
    assert after.startswith(kept)
    names = [json.loads(line)["case"] for line in after.splitlines()]
    assert len(names) == len(set(names)) == 40
    assert "40 articles, 120 expected figures" in done.stdout


def test_the_schema_beside_the_golden_set_is_the_one_that_the_program_prints(run):
    for name in ("golden-case", "golden-set"):
        written = (ROOT / "evals" / f"{name}.schema.json").read_text(encoding="utf-8")
        assert written == run("schema", name).out
