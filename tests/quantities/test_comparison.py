"""How two statements of the same thing go together."""

from decimal import Decimal

import pytest

from summarizer.quantities import compare, interval, parse

PAIRS = [
    ("$53 billion", "$53 billion", "equal"),
    ("380 billion yuan", "RMB 380,000,000,000", "equal"),
    ("9%", "9.0%", "equal"),
    ("$5.3 billion", "$5.27 billion", "rounded"),
    ("$53 billion", "$52.6 billion", "rounded"),
    ("$53 billion", "$52.4 billion", "different"),
    ("9.2%", "9.3%", "different"),
    ("more than $50 billion", "$53 billion", "within_bound"),
    ("up to 10%", "9.2%", "within_bound"),
    ("about $53 billion", "$53.9 billion", "within_bound"),
    ("more than $53 billion", "$53 billion", "comparator"),
    ("more than 9%", "less than 9%", "comparator"),
    ("$5.3 billion", "$53 billion", "power_of_ten"),
    ("5.3 million", "5.3 billion", "power_of_ten"),
    ("up 9.2%", "down 9.2%", "sign"),
    ("5%", "-5%", "sign"),
    ("$5 billion", "€5 billion", "currency"),
    ("5 kilometers", "5 miles", "unit"),
    ("5%", "5 percentage points", "unit"),
    ("5 percent", "$5", "incomparable"),
    ("5 kilometers", "7 miles", "incomparable"),
    ("dozens of people", "12 people", "incomparable"),
]


@pytest.mark.parametrize(("a", "b", "relation"), PAIRS, ids=[f"{a} | {b}" for a, b, _ in PAIRS])
def test_two_quantities_relate_the_same_way_from_either_side(a, b, relation):
    left, right = parse(a, "en"), parse(b, "en")
    assert left is not None
    assert right is not None
    assert compare(left, right) == relation
    assert compare(right, left) == relation


INTERVALS = [
    ("$53 billion", ("52500000000", "53500000000")),
    ("9.0%", ("8.95", "9.05")),
    ("more than 8%", ("8", None)),
    ("up to 8%", (None, "8")),
    ("7% to 8%", ("6.5", "8.5")),
    ("dozens of people", (None, None)),
]


@pytest.mark.parametrize(("text", "ends"), INTERVALS, ids=[text for text, _ in INTERVALS])
def test_the_interval_is_half_the_last_digit_wide_on_either_side(text, ends):
    quantity = parse(text, "en")
    assert quantity is not None
    assert interval(quantity) == tuple(None if end is None else Decimal(end) for end in ends)
