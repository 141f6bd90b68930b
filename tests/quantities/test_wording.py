"""Spelt fractions, brackets, bounds and lists that English news words in many ways."""

import pytest
from quantity_lines import read

WORDED = [
    ("nought point six per cent", [("nought point six per cent", "0.6 % percent")]),
    ("a couple of million dollars", [("a couple of million dollars", "? USD money")]),
    ("a couple hundred people", [("a couple hundred people", "? person count")]),
    ("quarter of a million jobs", [("quarter of a million jobs", "250000 job count")]),
    ("half-a-million users", [("half-a-million users", "500000 user count")]),
    ("half-a-dozen banks", [("half-a-dozen banks", "6 bank count")]),
    ("two-and-a-half times sales", [("two-and-a-half times", "2.5 ratio")]),
    ("five-and-a-half percent", [("five-and-a-half percent", "5.5 % percent")]),
    ("$5 grand", [("$5 grand", "5000 USD money")]),
    ("five grand for it", [("five grand", "5000 other")]),
    ("five grand pianos", [("five grand pianos", "5 piano count")]),
    ("mid-single-digit growth", [("single-digit", "? % percent up")]),
    ("high-teens growth", [("high-teens", "? % percent up")]),
    ("in her low teens", []),
    ("give or take: plus or minus 3%", [("plus or minus 3%", "approx 3 % percent")]),
    ("±3%", [("±3%", "approx 3 % percent")]),
    ("The margin was (3.2)%.", [("(3.2)%", "-3.2 % percent")]),
    ("at or above 5%", [("at or above 5%", "ge 5 % percent")]),
    ("at or below 5%", [("at or below 5%", "le 5 % percent")]),
    ("closer to 5%", [("closer to 5%", "approx 5 % percent")]),
    ("by a factor of three", [("three", "3 ratio")]),
    ("a third less", [("a third", "0.3333333333333333333333333333 ratio down")]),
    ("two-fifths more", [("two-fifths", "0.4 ratio up")]),
    ("a one-for-ten reverse split", [("one-for-ten", "0.1 ratio")]),
    ("than the 1.8bn analysts expected", [("1.8bn", "1800000000 other")]),
    ("12 analysts expected a rise", [("12 analysts", "12 analyst count")]),
]
PARTS = [
    (
        "by 10, 12 and 15 cents",
        [("10", "0.10 USD money"), ("12", "0.12 USD money"), ("15 cents", "0.15 USD money")],
    ),
    ("5 or 6 pence", [("5", "0.05 GBP money"), ("6 pence", "0.06 GBP money")]),
    ("5 to 10 cents", [("5 to 10 cents", "0.05..0.10 USD money")]),
    ("between 5 and 10 cents", [("between 5 and 10 cents", "0.05..0.10 USD money")]),
    ("a 5- to 10-cent rise", [("5- to 10-cent", "0.05..0.10 USD money up")]),
    ("85p against 72", [("85p", "0.85 GBP money"), ("72", "0.72 GBP money")]),
    (
        "It paid €3. It charges 5 or 10 cents.",
        [("€3", "3 EUR money"), ("5", "0.05 EUR money"), ("10 cents", "0.10 EUR money")],
    ),
]
SCALES = [
    (
        "rose from 3.2 to 4.5 billion euros",
        [("3.2", "3200000000 EUR money"), ("4.5 billion euros", "4500000000 EUR money up")],
    ),
    (
        "grew from $3.2 to $4.5 billion",
        [("$3.2", "3200000000 USD money"), ("$4.5 billion", "4500000000 USD money up")],
    ),
    (
        "rose from 800 to 1.2 billion euros",
        [("800", "800 other"), ("1.2 billion euros", "1200000000 EUR money up")],
    ),
    (
        "3, 4 and 5 million people",
        [
            ("3", "3000000 person count"),
            ("4", "4000000 person count"),
            ("5 million people", "5000000 person count"),
        ],
    ),
    (
        "$3, $4 and $5 billion",
        [
            ("$3", "3000000000 USD money"),
            ("$4", "4000000000 USD money"),
            ("$5 billion", "5000000000 USD money"),
        ],
    ),
    (
        "two or three million people",
        [("two", "2000000 person count"), ("three million people", "3000000 person count")],
    ),
    (
        "two or three hundred people",
        [("two", "200 person count"), ("three hundred people", "300 person count")],
    ),
    (
        "500,000 or 1 million euros",
        [("500,000", "500000 EUR money"), ("1 million euros", "1000000 EUR money")],
    ),
    (
        "In 3, 4 million people fell ill",
        [("3", "3 other"), ("4 million people", "4000000 person count")],
    ),
    (
        "the two and 3 million more",
        [("two", "2 count"), ("3 million", "3000000 other")],
    ),
    (
        "a price of $3 and $4 billion of debt",
        [("$3", "3 USD money"), ("$4 billion", "4000000000 USD money")],
    ),
]
ELIDED = [
    ("rose from 3.2% to 4", [("3.2%", "3.2 % percent"), ("4", "4 % percent up")]),
    (
        "Unemployment stood at 5.2%, inflation at 3.1.",
        [("5.2%", "5.2 % percent"), ("3.1", "3.1 % percent")],
    ),
    (
        "It was 3.2% in May and 2.9 in June.",
        [("3.2%", "3.2 % percent"), ("2.9", "2.9 % percent")],
    ),
    (
        "The rate was 3.2%, compared with 2.9 a year ago.",
        [("3.2%", "3.2 % percent"), ("2.9", "2.9 % percent")],
    ),
    (
        "It has 300 shops in Italy, 120 in Spain and 45 in Malta.",
        [("300 shops", "300 shop count"), ("120", "120 shop count"), ("45", "45 shop count")],
    ),
    # No unit where the parallel is not sure.
    ("The stock rose 3.2% to 45.10.", [("3.2%", "3.2 % percent up"), ("45.10", "45.10 other")]),
    (
        "It rose 3.2% in May and 290 in June.",
        [("3.2%", "3.2 % percent up"), ("290", "290 other")],
    ),
    (
        "Prices rose 3.2% at stores, wines at 31.",
        [("3.2%", "3.2 % percent up"), ("31", "31 other")],
    ),
    (
        "It has 300 shops in Italy, 5 in its plan.",
        [("300 shops", "300 shop count"), ("5", "5 other")],
    ),
]
AFTER_A_MONTH = [
    ("In June 3 million people came.", [("3 million people", "3000000 person count")]),
    ("by March 5 million doses", [("5 million doses", "5000000 dose count")]),
    (
        "In June, 3 and 4 million people came.",
        [("3", "3000000 person count"), ("4 million people", "4000000 person count")],
    ),
    ("On June 3 and 4 it closed.", []),
    ("By June 2025 people had come.", []),
]
ALL = [*WORDED, *PARTS, *SCALES, *ELIDED, *AFTER_A_MONTH]


@pytest.mark.parametrize(("text", "figures"), ALL, ids=[row[0] for row in ALL])
def test_a_way_of_wording_is_read_as_it_is_meant(text, figures):
    assert read(text) == figures
