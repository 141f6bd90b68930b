"""`summarizer reconcile`: the page, the other formats, the exit codes."""

from __future__ import annotations

import json
import re

import pytest

A = "Acme will invest $53 billion (380 billion yuan) in data centres, it said in 2025."
B = "Acme will invest $5.3 billion in data centres, the chip maker said in 2025."
C = "Acme is to spend 5,300 million dollars on data centres, it said in 2025."
PAGE = """\
A  a
B  b

1 thing told by several sources: 1 conflict. 3 figures compared; 0 that no other
source surely states

                              A                         B
✗ investment, Acme            $53 billion; 380 billion  $5.3 billion ◀ off?
                              yuan

✗ conflict

Conflicts
✗ investment, Acme
  $53 billion against $5.3 billion: the same digits, with a shifted point. 380
  billion yuan makes CNY 7.17 for 1 USD with $53 billion, and CNY 71.7 for 1 USD
  with $5.3 billion; the mean of 2025 was 7.18.
  Likely off: B
    A  “Acme will invest *$53 billion* (380 billion yuan) in data centres, it…”
    A  “Acme will invest $53 billion (*380 billion yuan*”
    B  “Acme will invest *$5.3 billion* in data centres, the chip maker said
       in…”
"""


@pytest.fixture
def event(home):
    for name, text in (("a", A), ("b", B), ("c", C)):
        (home / f"{name}.txt").write_text(text)
    return home


def test_the_page_shows_the_conflict_and_exits_with_1(run, event):
    result = run("reconcile", "a.txt", "b.txt", "--model", "rules")
    assert (result.code, result.err) == (1, "")
    assert result.out == PAGE


def test_no_conflict_is_exit_code_0(run, event):
    result = run("reconcile", "b.txt", "c.txt", "--model", "rules")
    assert (result.code, result.err) == (0, "")
    assert "no conflict" in result.out


def test_json_has_the_contracts_fields(run, event):
    result = run("reconcile", "a.txt", "b.txt", "-m", "rules", "-f", "json")
    (group,) = json.loads(result.out)["groups"]
    assert {"metric", "entity", "period", "relation", "reason", "suspect", "figures"} <= set(group)
    assert (group["relation"], group["suspect"]) == ("conflict", "b")
    assert [(f["id"], f["value"]) for f in group["figures"]] == [
        ("a", "53000000000"),
        ("a", "380000000000"),
        ("b", "5300000000"),
    ]
    for figure in group["figures"]:
        assert {"text", "start", "end", "high", "kind", "unit", "comparator"} <= set(figure)
        text = {"a": A, "b": B}[figure["id"]]
        assert text[figure["start"] : figure["end"]] == figure["text"]


def test_markdown_and_html_tell_the_same(run, event):
    markdown = run("reconcile", "a.txt", "b.txt", "-m", "rules", "-f", "markdown").out
    assert "| ✗ | investment, Acme | $53 billion; 380 billion yuan | **$5.3 billion** (off?) |" in (
        markdown
    )
    page = run("reconcile", "a.txt", "b.txt", "-m", "rules", "-f", "html").out
    assert "Likely off: B" in page
    assert "<mark>$5.3 billion</mark>" in page
    assert not re.search(r"(?:src|href)=\"(?!#)", page)


def test_markup_in_an_article_stays_text(run, home):
    (home / "x.txt").write_text(f"<script>alert(1)</script> & **{A}**")
    (home / "y.txt").write_text(B)
    page = run("reconcile", "x.txt", "y.txt", "-m", "rules", "-f", "html", "--raw").out
    assert "<script>alert" not in page


def test_summaries_in_json_are_taken_as_they_are(run, event):
    for name in ("a", "b"):
        made = run("summarize", f"{name}.txt", "-m", "rules", "-f", "json")
        (event / f"{name}.json").write_text(made.out)
    result = run("reconcile", "a.json", "b.json", "--model", "rules")
    assert (result.code, result.out) == (1, PAGE)


def test_a_source_that_fails_is_told_and_the_others_are_compared(run, event):
    result = run("reconcile", "b.txt", "gone.txt", "c.txt", "-m", "rules", "-f", "json")
    assert result.code == 3
    assert result.err.startswith("error: gone.txt: ")
    found = json.loads(result.out)
    assert [one["source"] for one in found["failures"]] == ["gone.txt"]
    assert [one["id"] for one in found["sources"]] == ["b", "c"]


def test_one_source_is_wrong_usage(run, event):
    result = run("reconcile", "a.txt", "-m", "rules")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "error: one source cannot be compared; 1 given. Give two or more articles.\n"
    )


def test_files_of_one_name_are_told_apart(run, event):
    (event / "other").mkdir()
    (event / "other" / "a.txt").write_text(B)
    result = run("reconcile", "a.txt", "other/a.txt", "-m", "rules", "-f", "json")
    assert [one["id"] for one in json.loads(result.out)["sources"]] == ["a", "a-2"]
