"""Where output goes: whole files in one piece, lines as they come, and nothing by accident."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest


def test_a_file_is_written_and_nothing_else(run, article, home):
    result = run("figures", "tarn.txt", "-f", "json", "-o", "out.json")
    assert (result.code, result.out, result.err) == (0, "", "")
    assert json.loads((home / "out.json").read_text())["id"] == "tarn"
    assert sorted(path.name for path in home.iterdir()) == ["out.json", "tarn.txt"]


def test_a_page_in_a_file_is_plain_text_whatever_the_terminal(run, article, home, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    run("figures", "tarn.txt", "-o", "out.txt")
    assert "\x1b" not in (home / "out.txt").read_text()
    assert "\x1b[1m" in run("figures", "tarn.txt").out


def test_a_dash_is_standard_output(run, article, home):
    assert run("clean", "tarn.txt", "-o", "-").out == article.read_text() + "\n"
    assert not (home / "-").exists()


def test_an_old_file_stays_when_the_run_cannot_start(run, article, home, monkeypatch):
    (home / "out.json").write_text("old")
    monkeypatch.setenv("OPENAI_API_KEY", "")
    assert run("summarize", "tarn.txt", "-m", "openai/x", "-f", "json", "-o", "out.json").code == 2
    assert (home / "out.json").read_text() == "old"


def test_an_old_file_stays_after_a_fault_in_the_middle(run, article, home, monkeypatch):
    from summarizer.reports import csv

    def fail(*_: object, **__: object) -> str:
        raise ZeroDivisionError("no such luck")

    monkeypatch.setattr(csv, "figures_csv", fail)
    (home / "out.csv").write_text("old")
    result = run("figures", "tarn.txt", "-f", "csv", "-o", "out.csv")
    assert result.code == 70
    assert (home / "out.csv").read_text() == "old"
    assert sorted(path.name for path in home.iterdir()) == ["out.csv", "tarn.txt"]


def test_ctrl_c_in_the_middle_of_a_document_keeps_the_results_so_far(run, home, monkeypatch):
    from summarizer import quantities

    scan = quantities.scan

    def interrupted(text: str, language: str | None) -> quantities.Scan:
        if "stop" in text:
            raise KeyboardInterrupt
        return scan(text, language)

    monkeypatch.setattr(quantities, "scan", interrupted)
    (home / "a.txt").write_text("Up 5%.")
    (home / "b.txt").write_text("stop")
    result = run("figures", "--raw", "a.txt", "b.txt", "a.txt", "-f", "json", "-o", "out.json")
    assert (result.code, result.err) == (130, "interrupted: what was done is kept\n")
    assert json.loads((home / "out.json").read_text())["id"] == "a"


def test_lines_are_in_the_file_as_soon_as_they_are_done(run, home, monkeypatch):
    from summarizer.reports import wording

    seen = []
    one_line = wording.one_line

    def look(text: str) -> str:
        # The second input fails; when that is said the first answer is already there.
        seen.append((home / "out.jsonl").read_text())
        return one_line(text)

    monkeypatch.setattr(wording, "one_line", look)
    stdin = '{"id": "a", "text": "Up 5%."}\n{"id": "b"}\n'
    run("figures", "--raw", "--jsonl", "-", "-o", "out.jsonl", stdin=stdin)
    assert json.loads(seen[0])["id"] == "a"


def test_a_file_keeps_its_rights_and_a_link_its_target(run, article, home):
    target = home / "real.json"
    target.write_text("old")
    target.chmod(0o640)
    (home / "link.json").symlink_to("real.json")
    assert run("figures", "tarn.txt", "-f", "json", "-o", "link.json").code == 0
    assert (home / "link.json").is_symlink()
    assert json.loads(target.read_text())["id"] == "tarn"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_gets_the_rights_that_any_file_would(run, article, home):
    run("figures", "tarn.txt", "-f", "json", "-o", "out.json")
    (home / "other").touch()
    assert (home / "out.json").stat().st_mode == (home / "other").stat().st_mode


def test_a_device_is_written_to_and_not_replaced(run, article):
    assert run("figures", "tarn.txt", "-f", "json", "-o", os.devnull).code == 0
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@pytest.mark.parametrize("wanted", ["json", "jsonl"])
def test_an_input_is_never_written_over(run, article, home, wanted):
    before = article.read_text()
    result = run("figures", "tarn.txt", "-f", wanted, "-o", "./tarn.txt")
    assert (result.code, result.out) == (2, "")
    assert result.err == "error: tarn.txt: is also an input. Choose another output file.\n"
    assert article.read_text() == before


@pytest.mark.parametrize("wanted", ["json", "jsonl"])
@pytest.mark.parametrize("name", ["nowhere/out", "folder"])
def test_a_file_that_cannot_be_written_is_one_line(run, article, home, name, wanted):
    (home / "folder").mkdir()
    result = run("figures", "tarn.txt", "-f", wanted, "-o", name)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"error: {name}: cannot be written: ")
    assert result.err.count("\n") == 1


def test_a_fault_of_the_program_is_one_line_that_says_how_to_report_it(run, article, monkeypatch):
    from summarizer import __version__, articles

    def fail(_: object) -> None:
        raise ZeroDivisionError("no such luck")

    monkeypatch.setattr(articles, "clean", fail)
    result = run("clean", "tarn.txt")
    assert (result.code, result.out) == (70, "")
    assert result.err == (
        f"error: a fault in summarizer {__version__}: ZeroDivisionError: no such luck. Please "
        "report it, with the traceback that SUMMARIZER_DEBUG=1 shows\n"
    )
    monkeypatch.setenv("SUMMARIZER_DEBUG", "1")
    assert "Traceback (most recent call last)" in run("clean", "tarn.txt").err


@pytest.mark.parametrize(
    ("environment", "terminal", "style"),
    [
        ({}, True, "colour"),
        ({"NO_COLOR": "1"}, True, "mono"),
        ({"NO_COLOR": ""}, True, "colour"),
        ({"TERM": "dumb"}, True, "plain"),
        ({}, False, "plain"),
        ({"FORCE_COLOR": "1"}, False, "colour"),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, "plain"),
        ({"FORCE_COLOR": "0"}, False, "plain"),
    ],
)
def test_colour_is_for_terminals_that_want_it(monkeypatch, environment, terminal, style):
    from summarizer.cli import console

    class Stream:
        def isatty(self) -> bool:
            return terminal

    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert console.terminal(Stream()).style == style


@pytest.mark.parametrize(
    ("columns", "terminal", "width"), [("120", True, 120), ("", False, 80), ("60", False, 60)]
)
def test_a_pipe_is_80_columns_wide_unless_told_otherwise(monkeypatch, columns, terminal, width):
    from summarizer.cli import console

    class Stream:
        def isatty(self) -> bool:
            return terminal

    monkeypatch.setenv("COLUMNS", columns)
    assert console.terminal(Stream()).width == width
