"""The words that all reports share."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.models import Article
from summarizer.reports import wording


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mred\x1b[0m", "ared"),
        ("a\x1b]0;title\x07b", "ab"),
        ("a\x1b]8;;http://x\x1b\\b", "ab"),
        ("a\x9b31mb", "a31mb"),
        ("a\x00b\x7fc", "abc"),
        ("a\u202eb\u2066c", "abc"),
        ("a\ud800b", "ab"),
        ("a\tb\nc\r\nd\re", "a\tb\nc\nde"),
        ("čeština 中文 🙂", "čeština 中文 🙂"),
    ],
    ids=["colour", "title", "link", "C1", "controls", "bidi", "surrogate", "breaks", "scripts"],
)
def test_nothing_that_steers_a_terminal_is_shown(text, shown):
    assert wording.printable(text) == shown


@given(st.text())
def test_whatever_a_text_holds_one_line_is_one_line_without_controls(text):
    line = wording.one_line(text)
    assert "\n" not in line
    assert "\x1b" not in line
    assert wording.one_line(line) == line


LONG = "one two three four five six seven eight nine ten"


@pytest.mark.parametrize(
    ("start", "end", "width", "quote"),
    [
        (14, 18, 0, ("one two three ", "four", " five six seven eight nine ten")),
        (14, 18, 24, ("…three ", "four", " five six…")),
        (0, 3, 20, ("", "one", " two three four…")),
        (45, 48, 20, ("…eight nine ", "ten", "")),
        (0, 0, 16, ("", "", "one two three…")),
        (14, 18, 99, ("one two three ", "four", " five six seven eight nine ten")),
        (40, 999, 0, (LONG[:40], LONG[40:], "")),
    ],
    ids=["whole", "both", "start", "end", "no words", "fits", "past the end"],
)
def test_a_quote_is_cut_between_words_around_what_matters(start, end, width, quote):
    assert wording.quote(LONG, start, end, width=width) == quote


@given(st.text(max_size=80), st.integers(0, 90), st.integers(0, 90), st.integers(0, 60))
def test_a_quote_never_loses_the_words_that_matter(text, start, end, width):
    cut = wording.quote(text, start, end, width=width)
    assert cut.words == wording.one_line(text[start:end] if start < end else "")


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        (
            {
                "site": "a.example",
                "byline": "By A\nB",
                "published": datetime(2026, 3, 3, 9, tzinfo=UTC),
            },
            "a.example · By A B · 3 March 2026 · 3 words",
        ),
        ({"raw": "x y three short words"}, "3 of the page's 5 words kept"),
        ({"raw_chars": 4000}, "17 of the page's 4,000 characters kept"),
        ({"text": "word"}, "1 word"),
    ],
    ids=["all", "kept words", "kept characters", "one"],
)
def test_the_line_about_the_page_says_where_from_and_how_much_was_kept(fields, line):
    given_fields = {"text": "three short words", **fields}
    text = given_fields["text"]
    article = Article(
        **{
            "id": "a",
            "source": "a.txt",
            "raw_chars": len(text),
            "clean_chars": len(text),
            **given_fields,
        }
    )
    assert wording.meta(article) == line


def test_the_line_about_the_engine_says_how_to_use_a_model(summary):
    line = wording.engine(summary.provenance)
    assert line.startswith("Made by the built-in rules, without a model.")
    assert "--model openai/NAME" in line


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (
            {},
            (
                "Made by openai/some-model with prompt summarize@1 "
                "(3.2 s, 2 requests, 2,345 + 456 tokens, $0.0021)."
            ),
        ),
        (
            {"input_tokens": None, "cost_usd": None, "attempts": 1},
            "Made by openai/some-model with prompt summarize@1 (3.2 s, 1 request).",
        ),
        (
            {"engine": "replay", "prompt": None, "cost_usd": None, "output_tokens": None},
            "Made by openai/some-model, replayed from a recording (3.2 s, 2 requests).",
        ),
        (
            {"cached": True, "attempts": 0, "input_tokens": None, "cost_usd": None},
            (
                "Made by openai/some-model with prompt summarize@1, from the cache "
                "(3.2 s, 0 requests)."
            ),
        ),
    ],
    ids=["all", "unknown is left out", "replay", "cache"],
)
def test_the_line_about_a_model_says_what_it_took(by_model, change, line):
    assert wording.engine(by_model.model_copy(update=change)) == line


@pytest.mark.parametrize(
    ("statuses", "prose", "check"),
    [
        ([], None, "there are no numbers in the summary"),
        (
            ["verified"],
            "The one number in the text above is in the article.",
            "1 of 1 number supported by the article",
        ),
        (
            ["verified", "derived"],
            "Both numbers in the text above are in the article.",
            "2 of 2 numbers supported by the article",
        ),
        (
            ["verified", "mismatch"],
            "1 of 2 numbers in the text above is not in the article.",
            "1 of 2 numbers supported by the article",
        ),
        (
            ["unsupported", "mismatch", "ambiguous"],
            "2 of 3 numbers in the text above are not in the article.",
            "1 of 3 numbers supported by the article",
        ),
    ],
    ids=["none", "one", "all", "one bad", "two bad"],
)
def test_a_check_is_told_in_one_line(summary, statuses, prose, check):
    one = summary.findings[0]
    findings = tuple(one.model_copy(update={"status": status}) for status in statuses)
    assert wording.prose_check(summary.model_copy(update={"findings": findings})) == prose
    assert wording.verdict(findings) == check
