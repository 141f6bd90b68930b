"""What something rose or fell to, by, and from: the way of each amount, and what is no range."""

import pytest
from quantity_lines import read

LEVELS = [
    (
        "The bank lifted its main rate by 0.5% to 4.25% from 3.75%.",
        [("0.5%", "0.5 % percent up"), ("4.25%", "4.25 % percent up"), ("3.75%", "3.75 % percent")],
    ),
    (
        "The port put up its fee for 2027 by $9 to $160 a box, raising all fees by $9 to $160.",
        [
            ("$9", "9 USD money"),
            ("$160", "160 USD/box money"),
            ("$9", "9 USD money up"),
            ("$160", "160 USD money up"),
        ],
    ),
    (
        "Takings rose by 8 per cent, from $2.5bn to $2.7bn.",
        [
            ("8 per cent", "8 % percent up"),
            ("$2.5bn", "2500000000 USD money"),
            ("$2.7bn", "2700000000 USD money up"),
        ],
    ),
    (
        "It will take the crew from about 300 to more than 450 sailors.",
        [
            ("about 300", "approx 300 sailor count"),
            ("more than 450 sailors", "gt 450 sailor count up"),
        ],
    ),
    (
        "Income grew 6.1% in the year to June to £84 million.",
        [("6.1%", "6.1 % percent up"), ("£84 million", "84000000 GBP money up")],
    ),
    (
        "The stock was down 2% at €31.50 at noon.",
        [("2%", "2 % percent down"), ("€31.50", "31.50 EUR money down")],
    ),
    (
        "Output fell 3.5% in the third quarter to 2.4 million barrels.",
        [("3.5%", "3.5 % percent down"), ("2.4 million barrels", "2400000 barrel measure down")],
    ),
    (
        "Orders doubled last year to $14 million.",
        [("doubled", "2 ratio up"), ("$14 million", "14000000 USD money up")],
    ),
    (
        "The stake was reduced from 12% to 9%.",
        [("12%", "12 % percent"), ("9%", "9 % percent down")],
    ),
    (
        "Pay goes up by 3 percent this year and by between 1 and 2 percent next.",
        [("3 percent", "3 % percent up"), ("between 1 and 2 percent", "1..2 % percent up")],
    ),
    (
        "The north grew by 2%, and Westmark by 0.9%.",
        [("2%", "2 % percent up"), ("0.9%", "0.9 % percent up")],
    ),
    (
        "Fares dropped to $210 at Kest and $185 at Marl.",
        [("$210", "210 USD money down"), ("$185", "185 USD money down")],
    ),
]
NO_LEVELS = [
    (
        "The gauge rose 0.4% to close at 4,210.5.",
        [("0.4%", "0.4 % percent up"), ("4,210.5", "4210.5 point index_level")],
    ),
    (
        "Fees fell 5% due to 3 strikes.",
        [("5%", "5 % percent down"), ("3 strikes", "3 strike count")],
    ),
    (
        "Exports rose 5% thanks to 12 new ships.",
        [("5%", "5 % percent up"), ("12 new ships", "12 ship count")],
    ),
    (
        "Fees fell 5% compared to 10% last year.",
        [("5%", "5 % percent down"), ("10%", "10 % percent")],
    ),
    (
        "Prices ranged from about 5 to more than 20 euros.",
        [("about 5", "approx 5 other"), ("more than 20 euros", "gt 20 EUR money")],
    ),
    ("Rents fell 15% to 20% in a year.", [("15% to 20%", "15..20 % percent down")]),
    (
        "Rents rose 5% and margins were 6%.",
        [("5%", "5 % percent up"), ("6%", "6 % percent")],
    ),
]


@pytest.mark.parametrize(("text", "found"), LEVELS, ids=[text for text, _ in LEVELS])
def test_what_was_reached_has_the_way_of_the_step_to_it(text, found):
    assert read(text) == found


@pytest.mark.parametrize(("text", "found"), NO_LEVELS, ids=[text for text, _ in NO_LEVELS])
def test_what_was_not_reached_by_a_step_takes_no_way_from_it(text, found):
    assert read(text) == found
