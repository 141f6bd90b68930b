"""Figures as CSV: read back whole, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.models import Figure, FigureReport
from summarizer.reports.csv import (
    FIGURE_COLUMNS,
    SUMMARY_COLUMNS,
    cell,
    figures_csv,
    summaries_csv,
)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+3 points", "'+3 points"),
        ("-3%", "'-3%"),
        ("@cmd", "'@cmd"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        ("3 - 2 = 1", "3 - 2 = 1"),
        (Decimal(-3), "-3"),
        (Decimal("5.3E+10"), "53000000000"),
        (7, "7"),
        (None, ""),
        ("a\x1b[31mb", "ab"),
    ],
)
def test_text_is_never_a_formula_and_a_number_stays_one(value, written):
    assert cell(value) == written


def test_the_figures_of_an_article_are_these_rows():
    report = FigureReport(
        id="a,1",
        figures=(
            Figure(
                text='a "record" $3 million,\nit said',
                start=0,
                end=30,
                value=Decimal(3_000_000),
                kind="money",
                unit="USD",
            ),
            Figure(
                text="-2 to -1%",
                start=40,
                end=49,
                value=Decimal(-2),
                high=Decimal(-1),
                kind="percent",
                unit="%",
                comparator="approx",
                direction="down",
            ),
        ),
    )
    assert figures_csv([report]) == (
        "id,text,value,high,kind,unit,comparator,direction,per,start,end\r\n"
        '"a,1","a ""record"" $3 million,\nit said",3000000,,money,USD,,,,0,30\r\n'
        '"a,1",\'-2 to -1%,-2,-1,percent,%,approx,down,,40,49\r\n'
    )


def test_a_summary_has_a_row_for_each_key_figure(summary):
    rows = list(csv.DictReader(io.StringIO(summaries_csv([summary]))))
    assert [row["value"] for row in rows] == ["2400000000", "7.8", "1.25", "300000000", "100000000"]
    assert [row["status"] for row in rows] == [
        *("verified", "verified", "ambiguous", "verified", "derived")
    ]
    assert rows[2]["reason"] == "the words do not say behind whom"
    for row, figure in zip(rows, summary.figures, strict=True):
        assert summary.article.text[int(row["start"]) : int(row["end"])] == figure.text
        assert row["quote"] == summary.article.text[int(row["quote_start"]) : int(row["quote_end"])]


def test_rejected_figures_have_a_row_without_a_value_when_asked_for(summary):
    rows = list(csv.DictReader(io.StringIO(summaries_csv([summary], show_rejected=True))))
    assert len(rows) == 7
    assert [(row["text"], row["status"], row["value"]) for row in rows[5:]] == [
        ("$380 million", "unsupported", ""),
        ("1.2 million kroner", "mismatch", ""),
    ]
    assert rows[6]["reason"] == "the article says 1.2 billion kroner, a thousand times more"


def test_the_header_can_be_left_out(summary):
    assert summaries_csv([summary]).startswith(",".join(SUMMARY_COLUMNS) + "\r\n")
    assert figures_csv([], header=True) == ",".join(FIGURE_COLUMNS) + "\r\n"
    assert figures_csv([], header=False) == ""


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf"]), min_size=1))
def test_any_text_reads_back_but_for_the_guard(text):
    report = FigureReport(
        id="x", figures=(Figure(text=text, start=0, end=1, value=Decimal(1), kind="count"),)
    )
    row = next(csv.DictReader(io.StringIO(figures_csv([report]))))
    assert row["text"].removeprefix("'") == text.removeprefix("'") or row["text"] == text
