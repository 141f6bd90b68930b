"""The pages of figures, check and clean, in full."""

from __future__ import annotations

from decimal import Decimal

import pytest

from summarizer.models import CheckReport, Evidence, Figure, FigureReport, NumberFinding
from summarizer.reports.check import check_page
from summarizer.reports.figures import figures_page
from summarizer.reports.removed import removed_page

TEXT = (
    "The cooperative sold 9.3 million tonnes of gravel in the year to June, while net profit "
    "rose by more than 12% to between 84 million and 90 million pounds, it said."
)


def figure(text: str, **fields) -> Figure:
    start = TEXT.index(text)
    return Figure(text=text, start=start, end=start + len(text), **fields)


REPORT = FigureReport(
    id="gravel",
    figures=(
        figure("9.3 million tonnes", value=Decimal(9_300_000), kind="measure", unit="tonne"),
        figure(
            "more than 12%",
            value=Decimal(12),
            kind="percent",
            unit="%",
            comparator="gt",
            direction="up",
        ),
        figure(
            "between 84 million and 90 million pounds",
            value=Decimal(84_000_000),
            high=Decimal(90_000_000),
            kind="money",
            unit="GBP",
        ),
    ),
)


def test_figures_are_listed_with_the_words_around_them():
    assert figures_page(REPORT, TEXT) == (
        "gravel  3 figures\n"
        "  9.3 million tonnes  “…cooperative sold *9.3 million tonnes* of gravel in the…”\n"
        "  more than 12% ↑     “…net profit rose by *more than 12%* to between 84…”\n"
        "  £84–90 million      “…to *between 84 million and 90 million pounds*, it…”\n"
    )


def test_one_figure_is_one_figure_and_none_is_none():
    one = REPORT.model_copy(update={"figures": REPORT.figures[:1]})
    assert figures_page(one, TEXT).startswith("gravel  1 figure\n")
    assert figures_page(REPORT.model_copy(update={"figures": ()}), TEXT) == "gravel  0 figures\n"


def test_a_figure_on_a_terminal_is_bold_where_it_stands():
    page = figures_page(REPORT, TEXT, style="mono")
    assert "\x1b[1m9.3 million tonnes\x1b[0m" in page
    assert "*" not in page


def finding(text: str, status: str, reason: str, quote: str | None = None) -> NumberFinding:
    start = TEXT.index(quote) if quote else 0
    evidence = quote and Evidence(quote=quote, start=start, end=start + len(quote))
    return NumberFinding(
        check="amount", status=status, reason=reason, text=text, start=0, end=1, evidence=evidence
    )


CHECK = CheckReport(
    id="note",
    verdict="unsupported",
    findings=(
        finding("more than 12%", "verified", "stated", "more than 12%"),
        finding("9.3 billion tonnes", "mismatch", "a power of ten off", "9.3 million tonnes"),
        finding("€5", "unsupported", "not in the article"),
    ),
)


def test_a_check_shows_each_number_with_status_reason_and_the_articles_words():
    assert check_page(CHECK, TEXT) == (
        "note  unsupported: 1 of 3 numbers supported by the article\n"
        "  ✓ more than 12%  verified: stated\n"
        "    “…while net profit rose by *more than 12%* to between 84 million and 90…”\n"
        "  ✗ 9.3 billion tonnes  mismatch: a power of ten off\n"
        "    “The cooperative sold *9.3 million tonnes* of gravel in the year to June,…”\n"
        "  ✗ €5  unsupported: not in the article\n"
    )


def test_a_check_without_the_article_quotes_the_evidence_alone():
    assert "    “9.3 million tonnes”\n" in check_page(CHECK)


def test_the_verdict_is_green_or_red():
    good = CheckReport(id="note", verdict="supported", findings=())
    assert "\x1b[1;32msupported\x1b[0m" in check_page(good, style="colour")
    assert "\x1b[1;31munsupported\x1b[0m" in check_page(CHECK, style="colour")


@pytest.mark.parametrize(
    ("style", "first"),
    [
        ("plain", "- [navigation] Home | Markets | Sign in\n"),
        (
            "colour",
            "\x1b[2m- [navigation] \x1b[0m\x1b[2;9mHome | Markets | Sign in\x1b[0m\n",
        ),
    ],
)
def test_the_page_is_shown_with_what_was_cut_and_why(article, style, first):
    page = removed_page(article, style=style)
    assert page.startswith(first)
    assert f"\n{article.text}\n" in page
    if style == "plain":
        assert page == (
            "- [navigation] Home | Markets | Sign in\n"
            "- [navigation] Most Read\n"
            "- [navigation] Rival raises $380 million\n"
            f"{article.text}\n"
            "- [promotion] Subscribe to our newsletter\n"
        )
