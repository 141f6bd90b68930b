"""Periods, copies, conversions and what else tells figures apart."""

from __future__ import annotations

from datetime import date

import pytest

from summarizer.conflicts.arithmetic import adds_up
from summarizer.conflicts.conversions import conversions
from summarizer.conflicts.copies import copies
from summarizer.conflicts.periods import likeness, period_in
from summarizer.grounding import Source
from summarizer.pipeline import clean
from summarizer.quantities import scan

TODAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("the second quarter", "the third quarter", "different"),
        ("the second quarter", "full-year", "different"),
        ("2025", "2024", "different"),
        ("this year", "last year", "different"),
        ("this year", "2026", "same"),
        ("first quarter of 2026", "Q1 2026", "same"),
        ("a year earlier", "the quarter", "different"),
        ("", "2025", "unknown"),
    ],
)
def test_two_periods_are_the_same_different_or_unknown(one, two, expected) -> None:
    assert likeness(period_in(one, TODAY), period_in(two, TODAY)) == expected


def test_a_copy_is_told_by_its_runs_of_words() -> None:
    wire = (
        "The regulator fined the glass maker 468 million euros on Monday for fixing the prices "
        "of windscreens with two rivals between 2014 and 2019, the largest fine of the year."
    )
    own = (
        "A glass maker has to pay 486 million euros because it agreed on what windscreens cost "
        "with two of its competitors, the authority that watches over competition said."
    )
    assert copies([wire, own, f"MONDAY - {wire} Shares fell."]) == (None, None, 0)
    assert copies(["", "", "short"]) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It spent 380 billion yuan ($53 billion) on it.", [("380 billion yuan", "$53 billion")]),
        ("It spent 380 billion yuan, or about $53 billion.", [("380 billion yuan", "$53 billion")]),
        (
            "It spent 380 billion yuan, pledged in May, equivalent to $53 billion, on it.",
            [("380 billion yuan", "$53 billion")],
        ),
        ("It spent 380 billion yuan in China and $53 billion abroad.", []),
        ("It spent $53 billion ($5 billion of it last year).", []),
    ],
)
def test_an_amount_told_in_two_currencies_is_a_conversion(text, expected) -> None:
    source = Source(clean(text))
    found = [(pair.first.text, pair.second.text.lstrip("about ")) for pair in conversions(source)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("€1,000 million, €400 million, €600 million", True),
        ("€1,000 million, €400 million, €700 million", False),
        ("€468 million, €59, €468 million", False),
        ("€468 million, €200,000, €468 million", False),
        ("€468 million, €1 million, €467 million", True),
    ],
    ids=["parts", "one_off", "a_price", "hidden_by_rounding", "a_small_part"],
)
def test_parts_make_a_total_unless_its_rounding_hides_one(text, expected) -> None:
    total, *parts = [mention.quantity for mention in scan(text).mentions]
    assert adds_up(total, parts) is expected
