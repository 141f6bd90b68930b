"""Many articles on the command line: limits, budgets, the cache."""

from __future__ import annotations

import json
import threading
from decimal import Decimal

import pytest

from summarizer.testing import ScriptedServer, completion, no_waits

ANSWER = {
    "headline": "Tarn lifts sales",
    "summary": "Sales rose 12%.",
    "key_points": [{"text": "Sales rose 12%.", "sentence": "S1"}],
    "figures": [],
}
GOOD = completion(json.dumps(ANSWER))


class Model:
    """Answers every article, and counts how many are with it at once."""

    def __init__(self):
        self.lock = threading.Lock()
        self.here = self.peak = 0

    def __call__(self, seen):
        with self.lock:
            self.here += 1
            self.peak = max(self.peak, self.here)
        with self.lock:
            self.here -= 1
        return GOOD


@pytest.fixture
def model():
    return Model()


@pytest.fixture
def server(model, monkeypatch):
    with ScriptedServer(model) as running, no_waits():
        monkeypatch.setenv("SUMMARIZER_MODEL", "openai/gpt-5-mini")
        monkeypatch.setenv("OPENAI_BASE_URL", running.base_url)
        monkeypatch.setenv("OPENAI_API_KEY", "sk-scripted")
        yield running


@pytest.fixture
def articles(home):
    lines = [
        {
            "id": f"a{number}",
            "text": f"Tarn Ceramics said that its sales rose 12% in week {number}.",
        }
        for number in range(12)
    ]
    path = home / "many.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def rows(text):
    return [json.loads(line) for line in text.splitlines()]


def test_many_articles_are_answered_in_order_with_a_given_concurrency(run, server, model, articles):
    result = run("summarize", "many.jsonl", "-f", "jsonl", "--concurrency", "3")
    assert result.code == 0, result.err
    assert [row["id"] for row in rows(result.out)] == [f"a{number}" for number in range(12)]
    assert model.peak <= 3
    assert len({seen.connection for seen in server.requests}) <= 3


def test_the_second_run_is_answered_from_the_cache(run, server, articles):
    first = run("summarize", "many.jsonl", "-f", "jsonl")
    again = run("summarize", "many.jsonl", "-f", "jsonl")
    assert (first.code, again.code, len(server.requests)) == (0, 0, 12)
    assert {row["provenance"]["cached"] for row in rows(again.out)} == {True}
    assert {row["provenance"]["cost_usd"] for row in rows(again.out)} == {"0"}
    assert [row["summary"] for row in rows(again.out)] == [r["summary"] for r in rows(first.out)]


@pytest.mark.parametrize(("flag", "kept"), [("--no-cache", 0), ("--refresh", 12)])
def test_the_cache_can_be_left_out_or_made_anew(run, server, articles, flag, kept):
    for _ in range(2):
        assert run("summarize", "many.jsonl", "-f", "jsonl", flag).code == 0
    assert len(server.requests) == 24
    assert json.loads(run("cache", "info", "-f", "json").out)["answers"] == kept


def test_the_cache_is_told_exported_and_cleared(run, server, articles, home):
    run("summarize", "many.jsonl", "-f", "jsonl")
    told = run("cache", "info").out
    assert "12 answers" in told
    assert "openai/gpt-5-mini" in told
    assert run("cache", "export", "recordings").err == "note: 12 recordings written to recordings\n"
    replayed = run("summarize", "many.jsonl", "-f", "jsonl", "--replay", "recordings")
    assert {row["provenance"]["engine"] for row in rows(replayed.out)} == {"replay"}
    assert run("cache", "clear", "-m", "openai/other").err == "note: 0 answers forgotten\n"
    assert run("cache", "clear").err == "note: 12 answers forgotten\n"
    assert len(server.requests) == 12


def test_a_damaged_cache_is_one_line_and_no_crash(run, server, article, tmp_path):
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "answers.sqlite").write_bytes(b"nothing of the kind " * 10)
    result = run("summarize", "tarn.txt", "-f", "json")
    assert result.code == 0
    assert result.err.startswith("warning: the cache ")
    assert "is damaged" in result.err
    assert result.err.count("\n") == 1
    assert run("summarize", "tarn.txt", "-f", "json").err == ""
    assert len(server.requests) == 1


def test_tokens_run_out_and_every_article_left_is_named(run, server, articles):
    result = run("summarize", "many.jsonl", "-f", "jsonl", "--max-tokens", "4000")
    assert result.code == 3
    answers = rows(result.out)
    assert [row["id"] for row in answers] == [f"a{number}" for number in range(12)]
    done = [row for row in answers if "provenance" in row]
    left = [row for row in answers if "error" in row]
    assert (len(done), len(left), len(server.requests)) == (3, 9, 3)
    assert {row["error"]["type"] for row in left} == {"budget"}
    assert result.err == (
        "error: 9 articles not done: the budget of 4,000 tokens (--max-tokens) has no room for"
        " another request, 3,600 are spent. Raise it, or run again later with the same -o file"
        " to do the rest.\n"
    )


def test_dollars_run_out_as_well(run, server, articles, monkeypatch):
    monkeypatch.setattr("summarizer.engines.llm.target.OPENAI_HOST", "127.0.0.1")
    every = Decimal(
        rows(run("summarize", "many.jsonl", "-f", "jsonl").out)[0]["provenance"]["cost_usd"]
    )
    limit = format(every * 5, "f")
    result = run("summarize", "many.jsonl", "-f", "jsonl", "--refresh", "--max-cost", limit)
    assert result.code == 3
    assert len([row for row in rows(result.out) if "provenance" in row]) == 5
    assert "(--max-cost) has no room" in result.err


def test_an_unknown_price_with_a_limit_on_dollars_is_refused_at_once(run, server, articles):
    result = run("summarize", "many.jsonl", "-f", "jsonl", "--max-cost", "1")
    assert (result.code, result.out, len(server.requests)) == (2, "", 0)
    assert result.err.startswith(
        "error: --max-cost needs a price, and that of openai/gpt-5-mini at"
    )
    assert result.err.endswith("is unknown. Limit the run with --max-tokens instead.\n")


def test_an_article_that_takes_too_long_is_named_and_the_others_go_on(run, articles, monkeypatch):
    with ScriptedServer() as server:
        gate = server.slow(30)
        for _ in range(11):
            server.enqueue(GOOD)
        monkeypatch.setenv("OPENAI_API_KEY", "k")
        result = run(
            *("summarize", "many.jsonl", "-f", "jsonl", "--base-url", server.base_url),
            *("-m", "openai/x", "--timeout", "0.5", "--concurrency", "4"),
        )
        gate.set()
    assert result.code == 3
    failed = [row for row in rows(result.out) if "error" in row]
    assert [row["error"]["type"] for row in failed] == ["deadline"]
    assert failed[0]["spent"]["attempts"] == 1
    assert "no summary within 0.5 s (--timeout)" in result.err


def test_a_run_that_takes_too_long_names_what_is_left(run, articles, monkeypatch):
    with ScriptedServer() as server:
        gates = [server.slow(30) for _ in range(2)]
        monkeypatch.setenv("OPENAI_API_KEY", "k")
        result = run(
            *("summarize", "many.jsonl", "-f", "jsonl", "--base-url", server.base_url),
            *("-m", "openai/x", "--run-timeout", "0.5", "--concurrency", "2"),
        )
        for gate in gates:
            gate.set()
        assert len(server.requests) == 2
    assert result.code == 3
    assert {row["error"]["type"] for row in rows(result.out)} == {"budget"}
    assert result.err.startswith("error: 12 articles not done: the run's 0.5 seconds")


def test_the_time_of_a_run_is_kept_with_the_rules_too(run, articles):
    result = run("summarize", "many.jsonl", "-m", "rules", "-f", "jsonl", "--run-timeout", "1e-9")
    assert result.code == 3
    assert len(rows(result.out)) == 12


@pytest.mark.parametrize(
    ("argv", "line"),
    [
        (["--concurrency", "0"], "--concurrency must be a positive number or auto, not '0'."),
        (["--concurrency", "many"], "--concurrency must be a positive number or auto, not 'many'."),
        (["--max-cost", "much"], "--max-cost must be an amount of dollars, not 'much'."),
        (["--max-cost", "-1"], "--max-cost must be an amount of dollars, not '-1'."),
        (["--timeout", "0"], "--timeout must be a positive number of seconds"),
        (["--run-timeout", "-5"], "--run-timeout must be a positive number of seconds"),
        (["--rpm", "0"], "invalid value for '--rpm': Input should be"),
        (["--no-cache", "--refresh"], "--no-cache and --refresh exclude each other."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_limit_of_no_use_is_one_line(run, articles, argv, line):
    result = run("summarize", "many.jsonl", *argv)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"error: {line}")
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("name", ["results.jsonl", "results.sqlite", "results.parquet"])
def test_a_file_of_results_is_added_to_and_says_what_it_held(run, server, articles, home, name):
    first = run("summarize", "many.jsonl", "-o", name, "--shard", "1/2")
    part = len(server.requests)
    second = run("summarize", "many.jsonl", "-o", name)
    assert (first.code, first.out, first.err) == (0, "", "")
    assert (second.code, second.out) == (0, "")
    assert second.err == f"note: {name} held {part} articles already: not asked again\n"
    assert len(server.requests) == 12


def test_failures_of_before_are_told_until_they_are_retried(run, articles, home, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "k")
    with ScriptedServer() as server, no_waits():
        argv = ("summarize", "many.jsonl", "-m", "openai/x", "--base-url", server.base_url)
        server.refusal()
        for _ in range(12):
            server.enqueue(GOOD)
        first = run(*argv, "-o", "r.jsonl", "--concurrency", "1")
        second = run(*argv, "-o", "r.jsonl")
        third = run(*argv, "-o", "r.jsonl", "--retry-failed")
        assert len(server.requests) == 13
    assert (first.code, second.code, third.code) == (3, 3, 0)
    assert "1 of them failed before. Give --retry-failed" in second.err
    assert len(rows((home / "r.jsonl").read_text())) == 12


def test_a_document_or_page_is_written_whole_as_before(run, server, articles, home):
    run("summarize", "many.jsonl", "-f", "json", "-o", "out.json")
    assert len(json.loads((home / "out.json").read_text())) == 12


@pytest.mark.parametrize(
    ("wanted", "ending", "other"),
    [
        ("html", "jsonl", "html"),
        ("json", "JSONL", "json"),
        ("markdown", "sqlite", "md"),
        ("pretty", "parquet", "txt"),
    ],
)
def test_a_file_of_results_takes_no_other_format(run, article, home, wanted, ending, other):
    result = run("summarize", "tarn.txt", "-m", "rules", "-f", wanted, "-o", f"x.{ending}")
    assert result.code == 2
    assert result.err == (
        f"error: x.{ending}: .{ending.lower()} is a file of results, and --format is {wanted}. "
        f"Leave --format out, or give -o x.{other}.\n"
    )
    assert not (home / f"x.{ending}").exists()


def test_retry_failed_needs_a_file_of_results(run, server, articles):
    result = run("summarize", "many.jsonl", "--retry-failed")
    assert result.code == 2
    assert result.err.startswith("error: --retry-failed is for a file of results.")


def test_an_input_is_never_a_file_of_results(run, server, articles):
    before = articles.read_text()
    result = run("summarize", "many.jsonl", "-o", "many.jsonl")
    assert (result.code, articles.read_text()) == (2, before)
    assert "is also an input" in result.err
