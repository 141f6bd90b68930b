"""Amounts are printed as a careful newspaper would, and never rounded."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.quantities import Quantity
from summarizer.reports.format import amount, noun, number

MONEY = {"kind": "money", "unit": "USD"}
INR = {"kind": "money", "unit": "INR"}
PERCENT = {"kind": "percent", "unit": "%"}


def quantity(value: str | None, **fields: Any) -> Quantity:
    numbers = {
        key: Decimal(fields.pop(key))
        for key in ("high", "precision")
        if fields.get(key) is not None
    }
    return Quantity(value=None if value is None else Decimal(value), **numbers, **fields)


@pytest.mark.parametrize(
    ("value", "fields", "words", "printed"),
    [
        ("53000000000", MONEY, "", "$53 billion"),
        ("4000000000000", MONEY, "", "$4 trillion"),
        ("5300000000", MONEY | {"precision": "10000000"}, "", "$5.30 billion"),
        ("1234567", MONEY, "", "$1,234,567"),
        ("1500000", MONEY, "", "$1.5 million"),
        ("999999", MONEY, "", "$999,999"),
        ("2.5", MONEY | {"precision": "0.01"}, "", "$2.50"),
        ("2", MONEY | {"per": "share"}, "", "$2 per share"),
        ("-12500000", MONEY, "", "-$12.5 million"),
        ("380000000000", {"kind": "money", "unit": "CNY"}, "", "CNY 380 billion"),
        ("3", {"kind": "money", "unit": "HKD"}, "", "HK$3"),
        ("300000000", MONEY | {"high": "450000000"}, "", "$300–450 million"),
        ("900000000", MONEY | {"high": "1200000000"}, "", "$900 million–1.2 billion"),
        ("-3", PERCENT | {"high": "-2"}, "", "-3 to -2%"),
        ("53000000000", MONEY | {"comparator": "gt"}, "", "more than $53 billion"),
        ("5", PERCENT | {"comparator": "ge"}, "", "at least 5%"),
        ("5", PERCENT | {"comparator": "lt"}, "", "less than 5%"),
        ("7.8", PERCENT | {"comparator": "le", "direction": "up"}, "", "up to 7.8% ↑"),
        ("5.3", PERCENT | {"comparator": "approx", "direction": "down"}, "", "about 5.3% ↓"),
        ("9.0", PERCENT, "", "9.0%"),
        ("9", PERCENT | {"precision": "0.1"}, "", "9.0%"),
        ("1", {"kind": "percentage_point", "unit": "pp"}, "", "1 percentage point"),
        ("1.5", {"kind": "percentage_point", "unit": "pp"}, "", "1.5 percentage points"),
        ("25", {"kind": "basis_point", "unit": "bp"}, "", "25 basis points"),
        ("4", {"kind": "count", "unit": "company"}, "four companies", "4 companies"),
        ("1400", {"kind": "count", "unit": "person"}, "", "1,400 people"),
        ("3", {"kind": "count", "unit": "Fabrik"}, "drei Fabriken", "3 Fabriken"),
        ("7", {"kind": "measure", "unit": "nanometer"}, "7-nanometer", "7 nanometer"),
        ("1", {"kind": "duration", "unit": "year"}, "", "1 year"),
        ("5", {"kind": "duration", "unit": "year"}, "within five years", "5 years"),
        ("2", {"kind": "ordinal"}, "", "No. 2"),
        ("45", {"kind": "age", "unit": "year"}, "", "age 45"),
        ("3.5", {"kind": "ratio"}, "", "3.5 times"),
        ("0.5", {"kind": "ratio"}, "half", "half"),
        ("0.5", {"kind": "ratio", "precision": "0.1"}, "0.5 times", "0.5 times"),
        (str(Decimal(1) / 3), {"kind": "ratio", "comparator": "approx"}, "", "about a third"),
        (str(Decimal(2) / 3), {"kind": "ratio", "direction": "down"}, "", "two thirds ↓"),
        (str(Decimal(1) / 3), {"kind": "ratio", "high": "0.5"}, "", "a third to half"),
        ("0.75", {"kind": "ratio"}, "", "three quarters"),
        ("0.125", {"kind": "ratio"}, "one in eight", "1 in 8"),
        (str(Decimal(1) / 12), {"kind": "ratio"}, "", "1 in 12"),
        (str(Decimal(7) / 3), {"kind": "ratio", "precision": "0.1"}, "", "2 1/3 times"),
        (str(Decimal(1) / 3), {"kind": "ratio", "high": "2"}, "", "1/3–2 times"),
        ("520000000000", INR | {"precision": "10000000"}, "Rs 52,000 crore", "₹520 billion"),
        ("5250000000", INR | {"precision": "10000000"}, "Rs 525 crore", "₹5.25 billion"),
        ("5300000000", INR | {"precision": "100000000"}, "₹5.3 billion", "₹5.3 billion"),
        ("26159.12", {"kind": "index_level"}, "", "26,159.12"),
        (None, {"kind": "count", "unit": "store"}, "dozens of stores", "dozens of stores"),
        (None, {"kind": "count"}, "", "an amount that is not stated"),
    ],
)
def test_an_amount_is_printed_with_its_scale_unit_bound_and_direction(
    value, fields, words, printed
):
    assert amount(quantity(value, **fields), words=words) == printed


def test_the_arrow_can_be_left_to_the_report():
    rising = quantity("5", **PERCENT, direction="up")
    assert amount(rising, arrow=False) == "5%"


@given(
    st.decimals(min_value=-(10**15), max_value=10**15, places=4),
    st.none() | st.integers(-4, 12).map(lambda power: Decimal(1).scaleb(power)),
)
def test_a_printed_number_reads_back_as_the_same_number(value, precision):
    scales = {"": 1, "million": 10**6, "billion": 10**9, "trillion": 10**12}
    digits, scale = number(value, precision)
    assert Decimal(digits.replace(",", "")) * scales[scale] == value


@pytest.mark.parametrize(
    ("unit", "words", "one", "form"),
    [
        ("company", "", False, "companies"),
        ("day", "", False, "days"),
        ("tax", "", False, "taxes"),
        ("square foot", "", False, "square feet"),
        ("MW", "", False, "MW"),
        ("Mitarbeiter", "", True, "Mitarbeiter"),
        ("série", "", False, "série"),
        ("barrel", "180,000 Barrels a day", False, "Barrels"),
        ("ship", "three ownership changes and two ships", False, "ships"),
    ],
)
def test_a_counted_noun_takes_the_articles_form_or_a_regular_plural(unit, words, one, form):
    assert noun(unit, words, one=one) == form
