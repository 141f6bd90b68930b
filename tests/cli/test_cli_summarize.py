"""`summarizer summarize`, over real HTTP with a scripted model, and with the rules."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from summarizer.testing import ScriptedServer, no_waits

ANSWER = {
    "headline": "Tarn Ceramics lifts sales 12%",
    "summary": "Sales rose 12% to $4.5 million in the first half of 2026.",
    "key_points": [
        {"text": "Tarn Ceramics expects to hire about 40 people by December.", "sentence": "S2"}
    ],
    "figures": [
        {
            "sentence": "S1",
            "quote": "sales rose 12% to $4.5 million in the first half of 2026",
            "amount": "12%",
            "metric": "growth of sales",
            "entity": "Tarn Ceramics",
            "period": "the first half of 2026",
            "basis": "stated",
            "importance": "high",
            "comparator": "exactly",
            "direction": "up",
        }
    ],
}
WRONG = {
    **ANSWER["figures"][0],
    "quote": "sales rose 12% to $45 million in the first half of 2026",
    "amount": "$45 million",
}


@pytest.fixture
def server(monkeypatch):
    """A model's server, and a configuration that asks it."""
    with ScriptedServer() as running, no_waits():
        monkeypatch.setenv("SUMMARIZER_MODEL", "openai/scripted-1")
        monkeypatch.setenv("OPENAI_BASE_URL", running.base_url)
        monkeypatch.setenv("OPENAI_API_KEY", "sk-scripted")
        yield running


def steady(text: str) -> str:
    """The text without what differs from run to run."""
    text = re.sub(r"\(\d+\.\d s,", "(0.1 s,", text)
    text = re.sub(r'"seconds": ?[0-9.e-]+', '"seconds": 0', text)
    return re.sub(r'"created_at": ?"[^"]+"', '"created_at": ""', text)


def test_the_default_is_a_page_for_people(run, article, server):
    server.answer(ANSWER)
    result = run("summarize", "tarn.txt")
    assert (result.code, result.err) == (0, "")
    assert (
        steady(result.out)
        == """\
Tarn Ceramics lifts sales 12%
31 words

Sales rose 12% to $4.5 million in the first half of 2026.

Key points
  • Tarn Ceramics expects to hire about 40 people by December.

All 5 numbers in the text above are in the article.

Key figures
  ✓ 12% ↑  growth of sales · Tarn Ceramics · the first half of 2026
    “sales rose *12%* to $4.5 million in the first half of 2026”

  ✓ in the article's words

Made by openai/scripted-1 with prompt summarize@1 (0.1 s, 1 request, 1,000 + 200
tokens).
"""
    )


def test_json_is_one_object_for_one_article_and_an_array_for_several(run, article, home, server):
    server.answer(ANSWER)
    one = json.loads(run("summarize", "tarn.txt", "--format", "json").out)
    assert one["id"] == "tarn"
    assert one["figures"][0]["value"] == "12"
    assert one["provenance"]["input_tokens"] > 0
    (home / "other.txt").write_text(article.read_text())
    server.answer(ANSWER)
    server.answer(ANSWER)
    several = json.loads(run("summarize", "tarn.txt", "other.txt", "-f", "json").out)
    assert [summary["id"] for summary in several] == ["tarn", "other"]


def test_an_input_that_fails_has_its_place_and_the_others_go_on(run, article, home, server):
    (home / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (home / "empty.txt").touch()
    server.answer(ANSWER)
    result = run("summarize", "picture.png", "tarn.txt", "gone.txt", "empty.txt", "-f", "jsonl")
    assert result.code == 3
    lines = [json.loads(line) for line in result.out.splitlines()]
    assert [line["id"] for line in lines] == ["picture", "tarn", "gone.txt", "empty.txt"]
    assert [line.get("error", {}).get("type") for line in lines] == [
        *("decode", None, "input", "no_article")
    ]
    assert result.err.splitlines() == [
        "error: " + lines[0]["error"]["message"],
        (
            "error: gone.txt: no such file or folder. Check the path, or give the text on standard "
            "input with '-'."
        ),
        "error: empty.txt: it is empty",
    ]
    assert "PNG" in result.err


@pytest.mark.parametrize("wanted", ["pretty", "markdown", "csv"])
def test_a_failed_input_has_no_page_of_its_own(run, article, wanted):
    result = run("summarize", "--model", "rules", "gone.txt", "tarn.txt", "-f", wanted)
    assert result.code == 3
    assert "gone.txt" not in result.out
    assert result.err.count("error: gone.txt: no such file or folder.") == 1
    assert "tarn" in result.out.lower()


def test_markdown_html_and_csv_hold_the_same_figure(run, article, server):
    for _ in range(3):
        server.answer(ANSWER)
    assert (
        "| ✓ | 12% ↑ | growth of sales | Tarn Ceramics |"
        in run("summarize", "tarn.txt", "-f", "markdown").out
    )
    assert (
        '<strong>12% <span role="img" aria-label="rising">↑</span></strong>'
        in run("summarize", "tarn.txt", "-f", "html").out
    )
    row = next(csv.DictReader(io.StringIO(run("summarize", "tarn.txt", "-f", "csv").out)))
    assert (row["value"], row["unit"], row["status"]) == ("12", "%", "verified")


def test_a_wrong_amount_is_rejected_and_shown_with_the_reason(run, article, server):
    for _ in range(3):
        server.answer(ANSWER | {"figures": [ANSWER["figures"][0], WRONG]})
    page = run("summarize", "tarn.txt").out
    assert "Rejected: 1 figure\n  ✗ $45 million  growth of sales · Tarn Ceramics" in page
    assert page.index("✓ 12%") < page.index("✗ $45 million")


def test_csv_says_that_rejected_figures_are_left_out_and_how_to_have_them(run, article, server):
    for _ in range(6):
        server.answer(ANSWER | {"figures": [ANSWER["figures"][0], WRONG]})
    result = run("summarize", "tarn.txt", "-f", "csv")
    assert result.err == "note: 1 rejected figures have no row (--show-rejected adds them)\n"
    shown = run("summarize", "tarn.txt", "-f", "csv", "--show-rejected")
    assert shown.err == ""
    assert len(shown.out.splitlines()) == len(result.out.splitlines()) + 1


def test_answers_are_recorded_and_replayed_without_a_server(run, article, server):
    server.answer(ANSWER)
    first = run("summarize", "tarn.txt", "-f", "json", "--record", "kept")
    again = run("summarize", "tarn.txt", "-f", "json", "--replay", "kept")
    assert len(server.requests) == 1
    assert json.loads(again.out)["figures"] == json.loads(first.out)["figures"]
    assert json.loads(again.out)["provenance"]["engine"] == "replay"


def test_a_base_url_goes_before_the_variable(run, article, server, monkeypatch):
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    server.answer(ANSWER)
    assert run("summarize", "tarn.txt", "--base-url", server.base_url).code == 0


def test_without_a_model_the_rules_answer_and_say_so(run, article):
    result = run("summarize", "tarn.txt", "-f", "json")
    assert result.code == 0
    assert json.loads(result.out)["provenance"]["engine"] == "rules"
    assert result.err.startswith("note: No model is configured, so the built-in rules engine")
    assert result.err.count("\n") == 1


def test_the_page_for_people_ends_in_how_to_use_a_model_instead_of_a_notice(run, article):
    result = run("summarize", "tarn.txt")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines()[-2:] == [
        "Made by the built-in rules, without a model. For one: --model openai/NAME (key",
        "in OPENAI_API_KEY), or any model by SUMMARIZER_MODEL.",
    ]


@pytest.mark.parametrize(
    ("argv", "config", "ends"),
    [
        (["--model", "gpt"], None, (2, "provider/name")),
        (["--model", "nobody/some-model"], None, (2, "nobody")),
        (["--model", "openai/some-model"], None, (2, "OPENAI_API_KEY")),
        (["--model", "openai/x", "--base-url", "ftp://x"], None, (2, "http")),
        (["--model", "openai/x", "--prompt", "sumarize"], None, (2, "summarize")),
        (["--replay", "nowhere"], None, (3, "nowhere")),
        (["--record", "a", "--replay", "b"], None, (2, "--record and --replay")),
        (["--show-rejected", "-f", "json"], None, (2, "--show-rejected")),
        ([], "modle = 'rules'", (2, "Did you mean 'model'")),
        ([], "timeout = -1", (2, "'timeout' must be a positive number")),
        ([], "model = [", (2, "not valid TOML")),
    ],
    ids=[
        *("no provider", "unknown provider", "no key", "bad URL", "prompt", "no recordings"),
        *("both", "useless option", "config key", "config value", "config form"),
    ],
)
def test_wrong_configuration_is_one_line_with_the_way_out(
    run, article, home, monkeypatch, argv, config, ends
):
    if config is not None:
        (home / "config.toml").write_text(config)
        monkeypatch.setenv("SUMMARIZER_CONFIG", "config.toml")
    result = run("summarize", *argv, "tarn.txt")
    code, said = ends
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith("error: ")
    assert result.err.count("\n") == 1
    assert said in result.err


def test_a_server_that_is_not_there_is_one_line(run, article, monkeypatch):
    with no_waits():
        result = run(
            "summarize", "tarn.txt", "-m", "openai/x", "--base-url", "http://127.0.0.1:9/v1"
        )
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith("error: ")
    assert result.err.count("\n") == 1


def test_a_key_that_is_refused_ends_the_run_with_2(run, article, server):
    server.status(401)
    result = run("summarize", "tarn.txt", "-f", "json")
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert "sk-scripted" not in result.err


def test_every_line_of_standard_input_is_an_article(run):
    lines = [{"id": "a", "text": "Sales rose 5%."}, {"id": "b"}, {"id": "c", "text": "Up 7%."}]
    stdin = "".join(json.dumps(line) + "\n" for line in lines)
    result = run("summarize", "--model", "rules", "--raw", "--jsonl", "-", stdin=stdin)
    assert result.code == 3
    answers = [json.loads(line) for line in result.out.splitlines()]
    assert [answer["id"] for answer in answers] == ["a", "-:2", "c"]
    assert result.err.startswith("error: -:2: neither 'text' nor 'html'.")
