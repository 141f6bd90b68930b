"""The page that a person reads, in full: at 80 columns, in colour, narrow, and at its worst."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from summarizer.reports.terminal import summary_page

EXPECTED = Path(__file__).parent / "expected"
CODES = re.compile(r"\x1b\[([0-9;]*)m")


def test_a_summary_in_a_pipe_is_this_page(summary):
    assert summary_page(summary) == (EXPECTED / "summary.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("style", ["colour", "mono", "plain"])
@pytest.mark.parametrize("width", [40, 60, 80, 100, 300])
def test_no_line_is_wider_than_the_terminal_or_100_columns(summary, width, style):
    page = CODES.sub("", summary_page(summary, width=width, style=style))
    assert max(map(len, page.splitlines())) <= min(width, 100)
    assert not re.search(r"[ \t]$", page, re.MULTILINE)


def test_every_style_says_the_same_words(summary):
    plain = summary_page(summary, style="plain").replace("*", "").split()
    for style in ("colour", "mono"):
        assert CODES.sub("", summary_page(summary, style=style)).split() == plain


def test_without_colour_only_bold_and_dim_are_left(summary):
    codes = {
        code
        for found in CODES.findall(summary_page(summary, style="mono"))
        for code in found.split(";")
    }
    assert codes == {"0", "1", "2"}


def test_in_colour_the_status_stands_out_in_its_own_colour(summary):
    page = summary_page(summary, style="colour")
    assert "\x1b[32m✓ \x1b[0m\x1b[1mmore than $2.4 billion" in page
    assert "\x1b[33m? \x1b[0m" in page
    assert "\x1b[31m✗ \x1b[0m" in page


def test_the_amount_is_emphasised_in_its_quote(summary):
    assert "“will spend *more than $2.4 billion* on electric" in summary_page(summary)
    assert "\x1b[1mmore than $2.4 billion\x1b[0m" in summary_page(summary, style="mono")


def test_five_rejected_figures_are_shown_and_the_others_counted(summary):
    many = summary.model_copy(update={"rejected": summary.rejected[:1] * 7})
    page = summary_page(many)
    assert page.count("✗ $380 million") == 5
    assert "    and 2 more (--show-rejected)\n" in page
    assert summary_page(many, show_rejected=True).count("✗ $380 million") == 7


def test_a_reason_that_several_rejected_figures_share_says_so(summary):
    first, second = summary.rejected[:2]
    reason = "the quote stands only in a part of the page"
    for count, shared in [(1, ""), (2, "both: "), (3, "all 3: ")]:
        many = summary.model_copy(update={"rejected": (*(first,) * count, second)})
        page = summary_page(many)
        assert page.count(reason) == 1
        assert f"\n    {shared}{reason}" in page
        assert "\n    the article says 1.2 billion kroner" in page


def test_a_number_of_the_text_that_the_article_lacks_is_named_with_the_reason(summary):
    bad = summary.findings[0].model_copy(
        update={"status": "unsupported", "text": "$9 billion", "reason": "not in the article"}
    )
    page = summary_page(summary.model_copy(update={"findings": (bad,)}))
    assert (
        "1 of 1 number in the text above is not in the article.\n"
        "  ✗ $9 billion: not in the article\n"
    ) in page


def test_a_summary_without_figures_says_so(summary):
    bare = summary.model_copy(
        update={"figures": (), "rejected": (), "findings": (), "warnings": (), "key_points": ()}
    )
    page = summary_page(bare)
    assert "Key figures\n  none that the article supports\n\nMade by" in page
    assert "Rejected" not in page
    assert "Key points" not in page


def test_an_article_cannot_steer_the_terminal(summary):
    sly = summary.model_copy(
        update={
            "headline": "Sales\x1b[2J up\nto [bold]x[/bold] :smile:",
            "warnings": ("a\x1b]0;b\x07",),
        }
    )
    page = summary_page(sly, style="colour")
    assert "\x1b[2J" not in page
    assert "\x1b]" not in page
    assert "Sales up to [bold]x[/bold] :smile:" in page


def test_an_amount_too_long_for_its_column_has_what_it_is_about_below_it(summary):
    long = summary.figures[0].model_copy(
        update={"text": "dozens upon dozens of very large companies", "value": None}
    )
    page = summary_page(summary.model_copy(update={"figures": (long,)}))
    assert (
        "  ✓ dozens upon dozens of very large companies\n"
        "    electric ferry spending · Northwind Freight · over three years (forecast)\n"
    ) in page


@pytest.mark.parametrize("end", ["", "."])
def test_a_summary_that_only_repeats_the_headline_is_left_out_and_counted_once(summary, end):
    same = summary.model_copy(update={"summary": summary.headline + end, "key_points": ()})
    page = " ".join(summary_page(same).split())
    assert page.count(summary.headline) == 1
    assert "The one number in the text above is in the article." in page
