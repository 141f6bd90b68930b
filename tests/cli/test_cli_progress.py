"""How a run is going is shown on a terminal, and nowhere else."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from summarizer.cli import progress
from summarizer.models import Article, ErrorInfo, Failure, Provenance, Spent, Summary


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def summary(**provenance):
    made = {"attempts": 1, "input_tokens": 1000, "output_tokens": 200} | provenance
    return Summary(
        id="a",
        article=Article(id="a", source="a", text="", raw_chars=0, clean_chars=0),
        headline="",
        summary="",
        key_points=(),
        figures=(),
        provenance=Provenance(
            engine="llm",
            model="openai/x",
            seconds=1,
            created_at=datetime.now(UTC),
            summarizer_version="1",
            **made,
        ),
    )


def failure(spent=None):
    return Failure(id="a", source="a", error=ErrorInfo(type="x", message="x"), spent=spent)


@pytest.mark.parametrize(
    ("results", "line"),
    [
        ([], "x: 0 done"),
        ([summary()], "x: 1 done · 1,200 tokens · cost unknown"),
        (
            [summary(cost_usd=Decimal("0.0125")), summary(cost_usd=Decimal("0.0125"))],
            "x: 2 done · 2,400 tokens · $0.0250",
        ),
        ([summary(cost_usd=Decimal(1)), summary()], "x: 2 done · 2,400 tokens · $1.0000 and more"),
        ([summary(attempts=0, cached=True)], "x: 1 done · 1 cached"),
        ([summary(attempts=0, input_tokens=None, output_tokens=None)], "x: 1 done"),
        ([failure()], "x: 1 done · 1 failed"),
        (
            [failure(Spent(attempts=2, input_tokens=5, output_tokens=5, cost_usd=Decimal(2)))],
            "x: 1 done · 10 tokens · $2.0000 · 1 failed",
        ),
    ],
    ids=[*("nothing", "no price", "a price", "both", "cached", "rules", "failed", "failed dearly")],
)
def test_the_line_tells_articles_tokens_dollars_and_errors(results, line):
    tally = progress.Tally()
    for result in results:
        tally.add(result)
    assert tally.line("x") == line


def test_on_a_terminal_the_line_is_shown_and_is_gone_while_a_page_is_written(monkeypatch):
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr("sys.stdout", screen)
    for _ in progress.watched([summary(), failure()], "openai/x"):
        assert screen.getvalue().rstrip("\x1b[?25h").endswith(("\x1b[2K", "\x1b[1A", "\r"))
        screen.write("PAGE\n")
    written = screen.getvalue()
    assert "openai/x: 1 done" in written
    assert "1 failed" in written
    assert written.count("PAGE\n") == 2
    assert written.rstrip().endswith(("\x1b[2K", "\x1b[?25h"))


@pytest.mark.parametrize("environment", [{}, {"FORCE_COLOR": "1"}], ids=["plain", "forced colour"])
def test_nothing_is_written_to_a_pipe(monkeypatch, environment):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    written = io.StringIO()
    monkeypatch.setattr("sys.stderr", written)
    assert len(list(progress.watched([summary(), failure()], "openai/x"))) == 2
    assert written.getvalue() == ""
