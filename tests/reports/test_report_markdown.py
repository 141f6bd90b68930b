"""A summary as Markdown, in full, and what would break it."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.reports.markdown import escaped, summary_markdown

EXPECTED = Path(__file__).parent / "expected"


def test_a_summary_is_this_document(summary):
    assert summary_markdown(summary) == (EXPECTED / "summary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("5 * 3 = [15](x) `y`", r"5 \* 3 = \[15\](x) \`y\`"),
        ("a | b", r"a \| b"),
        ("<script>&amp;", r"\<script\>\&amp;"),
        ("snake_case and _this_", r"snake_case and \_this\_"),
        ("~~gone~~ #1", r"\~\~gone\~\~ \#1"),
        ("2025. A year", r"2025\. A year"),
        ("3.5 points", "3.5 points"),
        ("- no list", r"\- no list"),
        ("-3% in May", r"\-3% in May"),
        ("=== no heading", r"\=== no heading"),
        ("a\nb", "a b"),
        ("C:\\x", r"C:\\x"),
    ],
)
def test_text_is_shown_as_it_is(text, shown):
    assert escaped(text) == shown


def test_a_summary_without_figures_says_so(summary):
    bare = summary.model_copy(update={"figures": (), "rejected": (), "findings": ()})
    page = summary_markdown(bare)
    assert "## Key figures\n\nNone that the article supports.\n" in page
    assert "## Rejected" not in page


def test_the_source_is_linked_where_it_is_a_url(summary):
    article = summary.article.model_copy(update={"source": "https://fjordpost.example/a?b=1"})
    assert "\n<https://fjordpost.example/a?b=1>\n" in summary_markdown(
        summary.model_copy(update={"article": article})
    )
