"""`summarizer clean`, its whole output."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from summarizer import clean

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "noisy-page.txt"
PAGE = EXAMPLE.read_text(encoding="utf-8")


@pytest.fixture
def page(home):
    path = home / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_the_default_is_the_text_itself_as_the_library_gives_it(run, page):
    result = run("clean", "page.txt")
    assert (result.code, result.out, result.err) == (0, clean(page).text + "\n", "")
    assert len(result.out) < len(PAGE) / 2


def test_removed_lines_are_shown_in_their_place_with_their_reason(run, page):
    result = run("clean", "--show-removed", "page.txt")
    assert result.code == 0
    lines = [line for line in result.out.splitlines() if line.strip()]
    kept = [line for line in lines if not line.startswith("- [")]
    whole = [re.sub(r"^- \[\w+\] ", "", line).strip() for line in lines]
    assert kept == [line for line in clean(page).text.splitlines() if line.strip()]
    assert whole == [line.strip() for line in PAGE.splitlines() if line.strip()]


def test_json_holds_what_the_contract_says(run, page):
    record = json.loads(run("clean", "page.txt", "--format", "json").out)
    assert {
        *("id", "source", "title", "byline", "published", "site", "language", "text", "removed"),
        *("raw_chars", "clean_chars", "schema_version"),
    } <= set(record)
    assert (record["id"], record["source"]) == ("page", "page.txt")
    assert record["text"] == clean(page).text
    assert record["clean_chars"] == len(record["text"])
    for span in record["removed"]:
        assert set(span) == {"start", "end", "reason"}


def test_raw_text_is_taken_as_it_is(run, page):
    assert run("clean", "--raw", "page.txt").out == PAGE
    record = json.loads(run("clean", "--raw", "-f", "json", "-", stdin=" A 5% rise\r\n").out)
    assert (record["text"], record["removed"]) == (" A 5% rise\r\n", [])


def test_the_language_can_be_given(run, page):
    assert (
        json.loads(run("clean", "-f", "json", "--language", "fi", "page.txt").out)["language"]
        == "fi"
    )


def test_show_removed_is_for_text_only(run, page):
    result = run("clean", "--show-removed", "-f", "json", "page.txt")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "error: --show-removed prints text, and --format is json. Leave one of them out: json "
        "names what was cut in 'removed'.\n"
    )


def test_a_folder_is_read_in_order_and_other_files_are_mentioned(run, home):
    folder = home / "pages"
    folder.mkdir()
    for name in ("b.txt", "a.md"):
        (folder / name).write_text(f"Sales at {name[0]} rose 5% to $3 million, it said on Monday.")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    result = run("clean", "pages", "--format", "jsonl")
    assert [json.loads(line)["id"] for line in result.out.splitlines()] == ["a", "b"]
    assert result.code == 0
    assert result.err == "warning: pages: skipped 1 files of other kinds: photo.jpg\n"


@pytest.mark.parametrize(
    ("content", "kind", "said"),
    [
        (b"", "no_article", "it is empty"),
        (b"%PDF-1.7\n" + bytes(range(256)), "decode", "PDF"),
        (b"\x7fELF\x02\x01\x01" + bytes(200), "decode", "program"),
        (b"Home\nMarkets\nSign in\nContact\nTerms\nPrivacy\nHelp\n", "no_article", ""),
    ],
    ids=["empty", "PDF", "program", "no article"],
)
def test_what_is_no_article_is_one_line_and_a_failure(run, home, content, kind, said):
    (home / "bad").write_bytes(content)
    result = run("clean", "bad", "-f", "json")
    failure = json.loads(result.out)
    assert result.code == 3
    assert failure["error"]["type"] == kind
    assert result.err == f"error: {failure['error']['message']}\n"
    assert result.err.startswith("error: bad: ")
    assert said in result.err


def test_nothing_in_an_article_steers_a_terminal(run, home, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    (home / "a.txt").write_text("Sales rose 5%\x1b]0;gotcha\x07 to $3 million.")
    assert run("clean", "--raw", "a.txt").out == "Sales rose 5% to $3 million.\n"
