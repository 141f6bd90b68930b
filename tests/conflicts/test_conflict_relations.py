"""How two amounts go together, if they are said of one thing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from summarizer.conflicts.rates import fit, reference
from summarizer.conflicts.relations import relate
from summarizer.quantities import parse

RELATIONS = [
    ("$5.3 billion", "5,300 million dollars", "agree", None),
    ("$5.3 billion", "about $5.3 billion", "rounding", None),
    ("$4.96bn", "nearly $5 billion", "rounding", None),
    ("more than 9%", "9.2%", "rounding", None),
    ("more than $53 billion", "$53 billion", "rounding", None),
    ("$5.3 billion", "$53 billion", "slip", "power_of_ten"),
    ("$5.3 billion", "$530 million", "slip", "power_of_ten"),
    ("$5.3 billion", "$5.3 million", "slip", "scale_word"),
    ("4.6 billion records", "4.6 million records", "slip", "scale_word"),
    ("A$640 million", "US$640 million", "slip", "currency"),
    ("4%", "4 percentage points", "slip", "percent_or_points"),
    ("1,260 homes", "1,620 homes", "slip", "digits"),
    ("61 ships", "61 vessels", "agree", None),
    ("18,300 employees", "13,800 people", "slip", "digits"),
    ("$412 million", "$498 million", "other", "digits"),
    ("380 billion yuan", "$53 billion", "rounding", None),
    ("380 billion yuan", "$5.3 billion", "slip", "power_of_ten"),
    ("$412 million", "412 employees", "apart", None),
    ("three-fold", "3%", "apart", None),
    ("dozens of ships", "61 ships", "apart", None),
]


@pytest.mark.parametrize(("one", "two", "terms", "slip"), RELATIONS, ids=str)
def test_two_amounts_are_related_by_their_digits_units_and_bounds(one, two, terms, slip) -> None:
    first, second = parse(one), parse(two)
    assert first
    assert second
    for a, b in ((first, second), (second, first)):
        pair = relate(a, b, 2025)
        assert (pair.terms, pair.slip) == (terms, slip)


def test_cents_that_two_texts_take_for_those_of_two_currencies_agree() -> None:
    cents = parse("85 cents")
    assert cents
    assert relate(cents, replace(cents, unit="EUR"), 2025).terms == "agree"
    sure = replace(cents, unit="EUR", assumed=(), cents=False)
    assert relate(cents, sure, 2025).terms != "agree"


@pytest.mark.parametrize(
    ("one", "two", "loose"),
    [
        ("more than 9%", "9.2%", False),
        ("more than 9%", "38%", True),
        ("more than 8%", "more than 9%", True),
        ("at least 40 people", "41 people", False),
    ],
)
def test_a_bound_that_allows_much_more_is_a_loose_agreement(one, two, loose) -> None:
    pair = relate(parse(one), parse(two), 2025)
    assert (pair.terms, pair.loose) == ("rounding", loose)


@pytest.mark.parametrize(
    ("of", "to", "year", "low", "high"),
    [
        ("USD", "CNY", 2025, "7.1", "7.3"),
        ("USD", "SAR", 2010, "3.75", "3.75"),
        ("EUR", "USD", 2008, "1.4", "1.5"),
        ("USD", "EUR", None, "0.7", "1.1"),
        ("USD", "CNY", 2999, "6", "8"),
    ],
)
def test_the_mean_rate_of_a_year_is_known(of, to, year, low, high) -> None:
    rate = reference(of, to, year)
    assert rate
    assert Decimal(low) <= rate.value <= Decimal(high)


@pytest.mark.parametrize("currency", ["XAU", "VES", "???"])
def test_an_unknown_currency_has_no_rate(currency) -> None:
    assert reference("USD", currency, 2024) is None


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("7.16", "7.18", "fits"),
        ("6.4", "6.5", "fits"),
        ("71.6", "71.8", "shifted"),
        ("0.716", "0.718", "shifted"),
        ("12", "13", "off"),
    ],
)
def test_an_implied_rate_fits_is_shifted_or_is_off(low, high, expected) -> None:
    rate = reference("USD", "CNY", 2025)
    assert rate
    assert fit(Decimal(low), Decimal(high), rate, "USD", "CNY") == expected
