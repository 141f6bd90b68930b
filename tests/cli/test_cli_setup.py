"""`prompts`, `schema` and `doctor`: what is there, what form it has, what is wrong."""

from __future__ import annotations

import json
import re
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import PackageNotFoundError, version

import pytest

from summarizer.cli import diagnosis
from summarizer.cli.diagnosis import in_range

PROMPT = """\
---
name: short
version: "1"
description: "A short one"
language: en
created: 2026-01-31
---
# System
Be short.
# User
{{ sentences | length }} sentences.
"""


@pytest.fixture
def own_prompts(home, monkeypatch):
    """Two versions of a prompt of the user's own."""
    (home / "prompts" / "short").mkdir(parents=True)
    (home / "prompts" / "short" / "1.md").write_text(PROMPT)
    second = PROMPT.replace('"1"', '"2"').replace("Be short.", "Be very short.")
    (home / "prompts" / "short" / "2.md").write_text(second)
    (home / "config.toml").write_text("prompts_dir = 'prompts'\n")
    monkeypatch.setenv("SUMMARIZER_CONFIG", "config.toml")


def test_prompts_are_listed_with_version_hash_and_purpose(run, own_prompts):
    lines = run("prompts", "list").out.splitlines()
    assert [line.split()[0] for line in lines][:2] == ["short@1", "short@2"]
    assert lines[0].endswith("  A short one")
    records = json.loads(run("prompts", "list", "-f", "json").out)
    assert {record["name"] for record in records} == {"short", "summarize"}
    assert all(len(record["sha256"]) == 64 for record in records)


def test_a_prompt_is_shown_as_its_file_and_the_newest_without_a_version(run, own_prompts):
    assert run("prompts", "show", "short@1").out == PROMPT
    assert "Be very short." in run("prompts", "show", "short").out
    assert json.loads(run("prompts", "show", "short@1", "-f", "json").out)["system"] == "Be short."


def test_the_difference_of_two_prompts_is_a_unified_diff(run, own_prompts):
    out = run("prompts", "diff", "short@1", "short@2").out
    assert out.startswith("--- short@1 ")
    assert "-Be short.\n+Be very short.\n" in out
    assert "\x1b" not in out
    assert run("prompts", "diff", "short@1", "short@1").out == ""


def test_a_difference_is_coloured_where_colour_is_wanted(run, own_prompts, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    out = run("prompts", "diff", "short@1", "short@2").out
    assert "\x1b[31m-Be short.\x1b[0m\n\x1b[32m+Be very short.\x1b[0m\n" in out


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["show", "sumarize"], "Did you mean 'summarize'?"),
        (["show", "short@9"], "It has 1, 2"),
        (["diff", "short", "gone.md"], "gone.md: no such file"),
    ],
)
def test_a_prompt_that_is_not_there_is_one_line(run, own_prompts, argv, said):
    result = run("prompts", *argv)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert result.err.count("\n") == 1


def test_the_names_of_the_schemas_are_listed(run):
    names = [line.split()[0] for line in run("schema").out.splitlines()]
    assert names == [
        *("article", "figures", "summary", "check", "reconciliation", "failure", "config"),
        *("golden-case", "golden-set", "scorecard", "comparison"),
    ]


@pytest.mark.parametrize("name", ["article", "figures", "summary", "check", "failure", "config"])
def test_a_schema_is_closed_and_defines_what_it_refers_to(run, name):
    out = run("schema", name).out
    schema = json.loads(out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["additionalProperties"] is False
    references = set(re.findall(r'"#/\$defs/(\w+)"', out))
    assert references == set(schema.get("$defs", {}))


@pytest.mark.parametrize(
    ("argv", "name"),
    [
        (["clean", "tarn.txt"], "article"),
        (["figures", "tarn.txt"], "figures"),
        (["summarize", "-m", "rules", "tarn.txt"], "summary"),
        (["check", "tarn.txt", "--against", "tarn.txt"], "check"),
        (["clean", "gone.txt"], "failure"),
    ],
)
def test_what_a_command_prints_has_the_fields_of_its_schema(run, article, argv, name):
    record = json.loads(run(*argv, "--format", "json").out)
    schema = json.loads(run("schema", name).out)
    assert list(record) == list(schema["properties"])
    assert set(schema["required"]) <= set(record)


def test_an_unknown_schema_names_the_nearest(run):
    result = run("schema", "sumary")
    assert (result.code, result.err) == (
        2,
        "error: sumary: no schema of that name. Did you mean 'summary'.\n",
    )


@pytest.fixture(autouse=True)
def installed(monkeypatch):
    """The requirements of an installed package, which these tests change as they like."""
    wanted = ["pydantic>=2.14,<3", "openai>=3.3,<4"]
    monkeypatch.setattr(diagnosis, "requires", lambda _: wanted)


@pytest.mark.parametrize(
    ("wanted", "check"),
    [
        (
            "openai>=99,<100",
            ("openai", "problem", f"{version('openai')}, but >=99,<100 is needed", ">=99,<100"),
        ),
        ("no-such-package>=1", ("no-such-package", "problem", "not installed", ">=1")),
    ],
    ids=["out of range", "missing"],
)
def test_the_doctor_names_a_package_that_cannot_work(run, monkeypatch, wanted, check):
    name, state, detail, range_ = check
    monkeypatch.setattr(diagnosis, "requires", lambda _: [wanted])
    result = run("doctor", "-f", "json")
    found = next(one for one in json.loads(result.out)["checks"] if one["name"] == name)
    assert result.code == 2
    assert found == {
        "name": name,
        "state": state,
        "detail": detail,
        "fix": f"pip install '{name}{range_}'",
    }


def test_the_doctor_says_when_the_package_is_not_installed(run, monkeypatch):
    def missing(_: str) -> None:
        raise PackageNotFoundError

    monkeypatch.setattr(diagnosis, "requires", missing)
    result = run("doctor", "-f", "json")
    assert result.code == 0
    assert states(result)["packages"][0] == "warning"


def states(result) -> dict[str, tuple[str, str]]:
    checks = json.loads(result.out)["checks"]
    return {check["name"]: (check["state"], check["detail"]) for check in checks}


def test_the_doctor_of_a_new_machine_is_content(run):
    result = run("doctor", "--format", "json")
    found = states(result)
    assert result.code == 0
    assert {state for state, _ in found.values()} == {"ok"}
    assert found["model"] == ("ok", "rules, as none is configured")
    assert {"python", "packages", "config", "model", "prompts", "terminal"} == set(found)


def test_the_doctor_prints_a_line_for_each_check_and_the_fix_below(run, monkeypatch):
    monkeypatch.setenv("SUMMARIZER_MODEL", "openai/some-model")
    result = run("doctor")
    assert result.code == 2
    lines = result.out.splitlines()
    assert "  ✓ model     openai/some-model (from SUMMARIZER_MODEL)" in lines
    at = lines.index("  ✗ key       no API key")
    assert lines[at + 1].strip().startswith("→ Set OPENAI_API_KEY")


@pytest.mark.parametrize(
    ("config", "variables", "name", "found"),
    [
        ("modle = 1", {}, "config", ("problem", "unknown key 'modle'")),
        ("model = 'gpt'", {}, "model", ("problem", "not a model")),
        ("prompt = 'nope'", {}, "prompts", ("problem", "no prompt 'nope'")),
        ("prompts_dir = 'gone'", {}, "prompts", ("problem", "gone")),
        ("model = 'rules'", {}, "model", ("ok", "rules (from the config file)")),
        ("model = 'openai/x'", {"OPENAI_API_KEY": "sk-1"}, "key", ("ok", "OPENAI_API_KEY is set")),
        ("model = 'openai/x'", {}, "key", ("problem", "no API key")),
        (
            "model = 'openai/x'\nbase_url = 'http://localhost:1/v1'",
            {},
            "key",
            ("warning", "OPENAI_API_KEY is not set"),
        ),
        ("model = 'openai/x'\nbase_url = 'localhost'", {}, "model", ("problem", "base URL")),
        (
            "model = 'anthropic/x'",
            {},
            "key",
            ("warning", "ANTHROPIC_API_KEY is not set"),
        ),
    ],
)
def test_the_doctor_finds_what_is_wrong(run, home, monkeypatch, config, variables, name, found):
    (home / "config.toml").write_text(config)
    monkeypatch.setenv("SUMMARIZER_CONFIG", "config.toml")
    for key, value in variables.items():
        monkeypatch.setenv(key, value)
    result = run("doctor", "-f", "json")
    state, detail = states(result)[name]
    assert state == found[0]
    assert found[1] in detail
    assert result.code == (2 if state == "problem" else 0)
    assert "sk-1" not in result.out


@pytest.mark.parametrize(
    ("status", "state"), [(200, "ok"), (401, "problem"), (404, "warning"), (None, "problem")]
)
def test_the_doctor_asks_the_server_only_when_told_to(run, monkeypatch, status, state):
    monkeypatch.setenv("SUMMARIZER_MODEL", "openai/x")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-1")
    with models_server(status) as (url, asked):
        monkeypatch.setenv("OPENAI_BASE_URL", url)
        assert states(run("doctor", "-f", "json"))["server"][0] == "ok"
        assert asked == []
        assert states(run("doctor", "--online", "-f", "json"))["server"][0] == state
        assert asked == ([] if status is None else ["/v1/models Bearer sk-1"])


@contextmanager
def models_server(status):
    """A server whose list of models is answered with `status`; None is no server at all."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(f"{self.path} {self.headers['Authorization']}")
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    url = f"http://127.0.0.1:{server.server_port}/v1"
    if status is None:
        server.server_close()
        yield url, asked
        return
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield url, asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize(
    ("installed", "wanted", "fits"),
    [
        ("1.17.0", "<1.19,>=1.17", True),
        ("1.16.9", "<1.19,>=1.17", False),
        ("1.19", "<1.19,>=1.17", False),
        ("3.3.0", ">=3.3", True),
        ("3", ">=3.0.0", True),
        ("4.0.0rc1", "<4", False),
        ("2.14.3", "", True),
    ],
)
def test_a_version_is_held_against_its_range(installed, wanted, fits):
    assert in_range(installed, wanted) is fits
