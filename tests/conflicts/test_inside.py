"""Contradictions inside one article."""

from __future__ import annotations

import pytest

from summarizer import summarize
from summarizer.conflicts import contradictions
from summarizer.grounding import Source
from summarizer.pipeline import clean

FOUND = [
    (
        "The railway will cost $25 billion (41.2 trillion rupiah), the ministry said in 2025.",
        "conversion",
        (
            "$25 billion and 41.2 trillion rupiah make IDR 1,648 for 1 USD; "
            "the mean of 2025 was 16,481"
        ),
    ),
    (
        "Tarn said on Monday that sales rose 12% to $4.2 million from $3.75 billion in 2025.",
        "change",
        "$4.2 million is said to be up from $3.75 billion",
    ),
    (
        "Tarn said on Monday that sales rose 30% to $4.2 million from $3.75 million in 2025.",
        "change",
        "from $3.75 million to $4.2 million is no change of 30%",
    ),
    (
        (
            "Tarn raised its plan, which was originally $5.3 billion. Its head spoke of "
            "an additional $5.3 billion for the plants."
        ),
        "role",
        "$5.3 billion is told both as the original amount and as what is added",
    ),
]
NOT_FOUND = [
    "The railway will cost $2.5 billion (41.2 trillion rupiah), the ministry said in 2025.",
    "Tarn said on Monday that sales rose 12% to $4.2 million from $3.75 million in 2025.",
    "Tarn cut its plan from $5.3 billion to $5.1 billion and added another $2 billion for 2027.",
    "Sales rose 12% in the quarter to $4.2 million, and profit fell 3% to $1 million.",
]


@pytest.mark.parametrize(("text", "what", "reason"), FOUND, ids=[row[1] for row in FOUND])
def test_what_cannot_be_true_together_is_told(text, what, reason) -> None:
    (found,) = contradictions(Source(clean(text)))
    assert (found.what, found.reason) == (what, reason)
    for evidence in found.evidence:
        assert text[evidence.start : evidence.end] == evidence.quote


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_can_be_true_together_is_not_told(text) -> None:
    assert contradictions(Source(clean(text))) == ()


def test_a_headline_that_differs_by_a_power_of_ten_is_told() -> None:
    page = (
        "<html><head><title>Orbivane plans €7.2 billion chip plant</title></head><body><article>"
        "<h1>Orbivane plans €7.2 billion chip plant</h1>"
        "<p>The maker of power chips will build a plant in Saxony and spend 72 billion euros on "
        "it over ten years, its head said in Dresden on Monday morning.</p>"
        "<p>Building starts next spring. The state will pay a part of the cost, which the "
        "ministry did not want to name before the parliament has voted.</p>"
        "</article></body></html>"
    )
    (found,) = contradictions(Source(clean(page.encode())))
    assert found.reason == "the headline says €7.2 billion, the text 72 billion euros"


def test_a_summary_warns_of_a_contradiction() -> None:
    summary = summarize(FOUND[0][0], model="rules")
    assert f"the article contradicts itself: {FOUND[0][2]}" in summary.warnings


@pytest.mark.parametrize(
    ("count", "last"),
    [
        (5, "the article contradicts itself: "),
        (6, "and 1 more contradiction"),
        (40, "and 35 more contradictions"),
    ],
)
def test_a_summary_tells_the_first_contradictions_and_counts_the_others(count, last) -> None:
    text = " ".join(
        f"Plant {n} said on Monday that sales rose 30% to ${n}.2 million from ${n}.75 million."
        for n in range(1, count + 1)
    )
    article = clean(text)
    assert len(contradictions(Source(article))) == count
    warnings = summarize(article, model="rules").warnings
    told = [warning for warning in warnings if warning.startswith("the article contradicts")]
    assert len(told) == 5
    assert warnings[-1].startswith(last)
