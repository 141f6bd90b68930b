"""Scorecards, comparisons and gates as pages, Markdown and JUnit."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from summarizer.evals.comparison import compare_runs, marks_of
from summarizer.evals.gate import Check, judge_run
from summarizer.evals.golden import GoldenCase
from summarizer.evals.loading import Case, GoldenData
from summarizer.evals.rows import DatasetIdentity, Row, RunIdentity
from summarizer.evals.runs import Run, score_run
from summarizer.evals.scorecard import make_scorecard
from summarizer.models import ErrorInfo, Evidence, KeyFigure
from summarizer.reports.scores_junit import scores_junit
from summarizer.reports.scores_markdown import comparison_markdown, scorecard_markdown
from summarizer.reports.scores_page import comparison_page, gate_page, scorecard_page

TEXT = "Sales of Larch rose to $5.3 billion. Its staff fell to 40."
NOW = datetime(2026, 1, 1, tzinfo=UTC)
NASTY = "<b>x</b> | \x1b[31mred\x00 *y*"


def case(name):
    base = {
        "high": None, "comparator": None, "direction": None, "period": None, "basis": "stated",
        "importance": "high", "entity": "Larch",
    }  # fmt: skip
    record = {
        "schema_version": 1, "id": name, "about": "x", "split": "dev", "subject": "earnings",
        "style": "wire", "input": "text", "language": "en", "published": None, "set": None,
        "traits": ["bound"],
        "figures": [
            {
                **base, "id": "sales", "quote": "rose to $5.3 billion", "text": "$5.3 billion",
                "value": "5300000000", "kind": "money", "unit": "USD", "metric": "sales",
            },
            {
                **base, "id": "staff", "quote": "fell to 40", "text": "40", "value": "40",
                "kind": "count", "unit": None, "metric": "staff",
            },
        ],
    }  # fmt: skip
    golden = GoldenCase.model_validate(record)
    return Case(golden, Path(name), Path(name) / "article.txt", TEXT.encode())


def figure(words, value, **fields):
    start = TEXT.index(words)
    given = {
        "text": words, "start": start, "end": start + len(words), "value": Decimal(value),
        "kind": "money", "unit": "USD", "metric": "sales", "entity": "Larch",
        "evidence": Evidence(quote=words, start=start, end=start + len(words)),
        "status": "verified",
    }  # fmt: skip
    return KeyFigure(**{**given, **fields})


def scored(value="5300000000", *, repeats=1, failed=None, name="rules"):
    data = GoldenData((case("earnings-a"), case("earnings-b")))
    identity = RunIdentity(
        name=name,
        dataset=DatasetIdentity(
            sha256=data.sha256(), cases=("earnings-a", "earnings-b"), figures=4, split="dev"
        ),
        model=name, repeats=repeats, reasks=2, max_output_tokens=9, created_at=NOW,
    )  # fmt: skip
    staff = figure("40", "40", kind="count", unit=None, metric="staff")
    rows = {}
    for repeat in range(1, repeats + 1):
        rows["earnings-a", repeat] = Row(
            case="earnings-a", repeat=repeat, text=TEXT, seconds=0.5, created_at=NOW,
            figures=(figure("$5.3 billion", value), staff), input_tokens=10, output_tokens=2,
            attempts=1, cost_usd=Decimal("0.25"),
        )  # fmt: skip
        if failed is not None:
            rows["earnings-b", repeat] = Row(
                case="earnings-b", repeat=repeat, seconds=1.0, created_at=NOW,
                error=ErrorInfo(type="refusal", message=failed),
            )  # fmt: skip
    return score_run(Run(identity, rows), data)


def test_the_head_of_a_page_says_what_was_run_and_how_good_it_is():
    one = scored(failed="the model declines")
    page = scorecard_page(make_scorecard(one), one)
    assert page.startswith(
        """\
rules: dev split, 2 articles, 4 expected figures

  numeric accuracy   50.0%  2 of 4; 95% by article: 0.0 to 100.0%
  strict accuracy    50.0%  2 of 4; 95% by article: 0.0 to 100.0%
  by article         50.0%  numeric accuracy, mean of articles
  precision         100.0%  amounts, 2 of 2 reported
  F1                 66.7%  amounts; strict 66.7%
  answered           50.0%  1 of 2, 1 failed (their figures count as missed)
  invented            0.0%  0 to 4
"""
    )
    assert "missed  sales: the model declines" in page


def test_an_article_that_was_not_asked_is_told_apart_from_one_that_failed():
    one = scored()
    assert "1 of 2, 1 not asked (their figures count as missed)" in scorecard_page(
        make_scorecard(one), one
    )


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_longer_than_the_terminal(width):
    one, other = scored("53000000000", failed=NASTY), scored()
    lines = scorecard_page(make_scorecard(one), one, width=width).splitlines()
    lines += comparison_page(compare_runs(marks_of(other), marks_of(one)), width=width).splitlines()
    assert max(map(len, lines)) <= width


def test_wrong_figures_are_listed_with_the_reason_and_nothing_unprintable():
    one = scored("53000000000", failed=NASTY, name=NASTY)
    page = scorecard_page(make_scorecard(one), one)
    assert "power of ten  sales: 10 times too much: 53000000000 USD, expected" in page
    assert "\x1b" not in page
    assert "\x00" not in page


def test_repeats_show_their_spread():
    one = scored(repeats=2)
    assert "repeats: 50.0%, 50.0% (from 50.0% to 50.0%)" in scorecard_page(make_scorecard(one))


def test_markdown_shows_markup_of_an_article_as_words():
    one = scored("53000000000", failed=NASTY)
    text = scorecard_markdown(make_scorecard(one), one)
    assert r"\<b\>x\</b\> \| red \*y\*" in text
    assert "<b>" not in text
    table = [line for line in text.splitlines() if line.startswith("| earnings")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in table} == {5}


def test_a_comparison_begins_with_the_answer():
    found = compare_runs(marks_of(scored()), marks_of(scored("53000000000")))
    assert comparison_markdown(found).startswith("## Cannot tell: on 2 articles")
    page = comparison_page(found)
    assert "Cannot tell" in page.splitlines()[3]
    assert "    1  right → power of ten" in page
    assert "earnings-a/sales  right → power of ten" in page


def test_junit_fails_a_case_with_a_wrong_amount_and_names_an_error():
    suite = ET.fromstring(scores_junit(scored("53000000000", failed=NASTY)))  # noqa: S314 - ours
    assert (suite.attrib["failures"], suite.attrib["errors"]) == ("1", "1")
    first, second = suite.findall("./testsuite/testcase")
    assert "sales: power of ten" in first.find("failure").text
    assert second.find("error").attrib["message"].startswith("<b>x</b> | [31mred")


def test_junit_counts_labels_only_when_asked():
    spoiled = scored()
    row = spoiled.run.rows["earnings-a", 1]
    figures = tuple(one.model_copy(update={"entity": None}) for one in row.figures)
    rows = {("earnings-a", 1): row.model_copy(update={"figures": figures})}
    one = score_run(Run(spoiled.identity, rows), spoiled.golden)
    assert 'failures="0"' in scores_junit(one)
    assert 'failures="1"' in scores_junit(one, strict=True)


def test_the_gate_lists_why_a_check_fails(tmp_path):
    check = Check(
        name="all", model="rules", baseline=tmp_path / "b.json", min_amount=0.9, max_forbidden=0
    )
    page = gate_page([judge_run(check, scored())], ["mine@1 has changed"], width=100)
    assert "all  failed: 50.0% numeric, 50.0% strict, 1 of 2 articles answered\n" in page
    assert "  - numeric accuracy is 50.0%, and the gate asks for 90.0%\n" in page
    assert page.endswith("prompt  mine@1 has changed\n")
