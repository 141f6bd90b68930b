"""Labels are the same or not; there is nothing between."""

from __future__ import annotations

import pytest

from summarizer.evals.labels import contradict, same_entity, same_metric, same_period


@pytest.mark.parametrize(
    ("label", "expected", "same"),
    [
        ("Revenue", ["revenue"], True),
        ("quarterly revenue", ["revenue"], True),
        ("revenue growth", ["revenue"], True),
        ("Larchwood's revenue", ["revenue"], True),
        ("price of oil", ["oil prices"], True),
        ("the losses", ["loss"], True),
        ("net revenue", ["revenue"], False),
        ("cost of revenue", ["revenue"], False),
        ("profit", ["revenue", "sales"], False),
        ("second factory cost", ["first factory cost"], False),
        ("first-quarter profit", ["profit"], True),
        ("growth", ["growth"], True),
        ("营收", ["营收"], True),
    ],
)
def test_a_metric_is_right_in_other_word_forms_only(label, expected, same):
    assert same_metric(label, expected, ["Larchwood Mills"]) is same


@pytest.mark.parametrize(
    ("label", "expected", "same"),
    [
        ("Larchwood Mills Inc.", ["Larchwood Mills"], True),
        ("the company", ["Larchwood Mills", "the company"], True),
        ("Larchwood", ["Larchwood Mills"], False),
        ("Larchwood Mills' rival", ["Larchwood Mills"], False),
        (None, ["Larchwood Mills"], False),
        ("U.S.", ["US"], True),
    ],
)
def test_an_entity_is_right_by_its_name_or_an_alias(label, expected, same):
    assert same_entity(label, expected) is same


@pytest.mark.parametrize(
    ("label", "expected", "same"),
    [
        ("Q1 2026", "first quarter of 2026", True),
        ("the first quarter", "first quarter of 2026", True),
        ("Q2 2026", "first quarter of 2026", False),
        ("first quarter of 2025", "first quarter of 2026", False),
        ("2026", "first quarter of 2026", False),
        ("full year 2026", "2026", True),
        ("FY2026", "2026", True),
        ("March", "March 2026", True),
        ("March 2025", "March 2026", False),
        ("first quarter of last year", "first quarter", False),
        (None, "2026", False),
    ],
)
def test_a_period_is_right_when_it_is_the_same_time(label, expected, same):
    assert same_period(label, [expected]) is same


def test_a_label_that_is_open_on_one_side_contradicts_nothing():
    assert not contradict(None, ["Larchwood"])
    assert not contradict("Larchwood", [])
    assert contradict("Quarrel", ["Larchwood"])
    assert contradict("Q2", ["Q1"], period=True)
