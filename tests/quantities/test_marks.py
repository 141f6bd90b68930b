"""Footnote marks hide nothing, and powers are read or refused."""

import pytest
from quantity_lines import read

from summarizer.quantities import scan

MARKED = [
    ("It fell to €312 million¹.", [("€312 million", "312000000 EUR money down")]),
    ("53² million people", [("53² million people", "53000000 person count")]),
    ("12.5%³ of it", [("12.5%", "12.5 % percent")]),
    ("12.5 per cent³ of it", [("12.5 per cent", "12.5 % percent")]),
    ("€5bn² was spent", [("€5bn", "5000000000 EUR money")]),
    ("£312m² in debt", [("£312m²", "312000000 GBP money")]),
    ("$53²m in debt", [("$53²m", "53000000 USD money")]),
    ("$5² in fees", [("$5", "5 USD money")]),
    ("$10¹ million", [("$10¹ million", "10000000 USD money")]),
    ("2,400² employees", [("2,400² employees", "2400 employee count")]),
    ("five million² people", [("five million² people", "5000000 person count")]),
    ("3 units¹", [("3 units", "3 unit count")]),
    (
        "$312 million[1] and 53[2] million",
        [("$312 million", "312000000 USD money"), ("53[2] million", "53000000 USD money")],
    ),
    ("12.5%(3) in the year", [("12.5%", "12.5 % percent")]),
    ("$312 million* on sale", [("$312 million", "312000000 USD money")]),
    ("6 percent† of it", [("6 percent", "6 % percent")]),
]
POWERS = [
    ("900 m² of space", [("900 m²", "900 square meter measure")]),
    ("3 km³ of ice", [("3 km³", "3 cubic kilometer measure")]),
    ("about 10⁹ atoms", [("about 10⁹ atoms", "approx 1000000000 atom count")]),
    ("10^9 atoms", [("10^9 atoms", "1000000000 atom count")]),
    ("10⁻⁹ of it", [("10⁻⁹", "0.000000001 other")]),
    ("1.99×10⁶ km", [("1.99×10⁶ km", "1990000 kilometer measure")]),
    ("€10⁹ in all", [("€10⁹", "1000000000 EUR money")]),
]


@pytest.mark.parametrize(("text", "found"), MARKED, ids=[text for text, _ in MARKED])
def test_a_footnote_mark_hides_neither_scale_nor_unit(text, found):
    assert read(text) == found


@pytest.mark.parametrize(("text", "found"), POWERS, ids=[text for text, _ in POWERS])
def test_a_power_of_ten_or_of_a_unit_is_read_as_one(text, found):
    assert read(text) == found


REFUSED = [
    ("53² employees", "53"),
    ("25² km", "25"),
    ("5* hotels", "5"),
    ("2^10 entries", "2^10"),
    ("$10² each", "10²"),
    ("$10² million", "10²"),
    ("10²% of it", "10²"),
]


@pytest.mark.parametrize(("text", "words"), REFUSED, ids=[text for text, _ in REFUSED])
def test_a_number_whose_raised_digit_may_be_either_is_refused_with_a_mask(text, words):
    found = scan(text, "en")
    assert found.mentions == ()
    assert [(m.text, m.kind) for m in found.masks] == [(words, "superscript")]
