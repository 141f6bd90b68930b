"""What a table says once of all its numbers is read into each of them."""

import pytest
from quantity_lines import line, read

from summarizer.quantities import scan

TABLES = [
    (
        "caption in brackets",
        "Results (in millions)\n\nRevenue 12,345 11,234\nCosts (8,000) (7,500)\n",
        [
            ("12,345", "12345000000 other"),
            ("11,234", "11234000000 other"),
            ("(8,000)", "-8000000000 other"),
            ("(7,500)", "-7500000000 other"),
        ],
    ),
    (
        "its currency, and blanks between cells",
        "(in thousands of dollars)\n2024 2023\nSales 312 298\nProfit 41 39",
        [
            ("312", "312000 USD money"),
            ("298", "298000 USD money"),
            ("41", "41000 USD money"),
            ("39", "39000 USD money"),
        ],
    ),
    (
        "Markdown",
        "| £m | 2024 |\n|---|---|\n| Revenue | 1,234 |\n| Margin | 12% |\n| Loss | (45) |",
        [
            ("1,234", "1234000000 GBP money"),
            ("12%", "12 % percent"),
            ("(45)", "-45000000 GBP money"),
        ],
    ),
    (
        "one column",
        "| Company | Revenue ($ millions) | Staff |\n|---|---|---|\n| Acme | 1,234 | 500 |",
        [("1,234", "1234000000 USD money"), ("500", "500 other")],
    ),
    (
        "two columns, and one between that is counted",
        "| Side | Spent ($m) | Men | Left ($m) |\n|---|---:|---:|---:|\n| Cox | 6.1 | 14 | 0.2 |",
        [("6.1", "6100000 USD money"), ("14", "14 other"), ("0.2", "200000 USD money")],
    ),
    (
        "a caption that ends with it",
        "Plans for next year, £000\nCare 94,100 5,250\nRoads 18,020 (1,270)",
        [
            ("94,100", "94100000 GBP money"),
            ("5,250", "5250000 GBP money"),
            ("18,020", "18020000 GBP money"),
            ("(1,270)", "-1270000 GBP money"),
        ],
    ),
    (
        "one row",
        "Revenue (in millions) 1,234 1,100\nPlants 54 43",
        [
            ("1,234", "1234000000 other"),
            ("1,100", "1100000000 other"),
            ("54", "54 other"),
            ("43", "43 other"),
        ],
    ),
    (
        "rows that are no amounts",
        "RMB in millions, except per share data\nProfit 900\nPer share 1.25\nEmployees 2,400",
        [("900", "900000000 CNY money"), ("1.25", "1.25 other"), ("2,400", "2400 other")],
    ),
    (
        "a sign of its own",
        "US$ in thousands\nNet income $ 1,234",
        [("$ 1,234", "1234000 USD money")],
    ),
    (
        "the end of the table",
        "In millions of euros\nProfit: 412.5\nThe board met and paid 500 people for it.\nAid 7.5",
        [
            ("412.5", "412500000 EUR money"),
            ("500 people", "500 person count"),
            ("7.5", "7.5 other"),
        ],
    ),
    (
        "prose",
        "Damages run in millions of dollars.\nIt paid 300 people.",
        [("millions of dollars", "? USD money"), ("300 people", "300 person count")],
    ),
]


@pytest.mark.parametrize(("text", "found"), [t[1:] for t in TABLES], ids=[t[0] for t in TABLES])
def test_a_scale_that_is_stated_above_holds_for_the_bare_numbers_of_the_rows_under_it(text, found):
    assert read(text) == found


def test_a_scale_that_is_stated_elsewhere_says_where_and_is_a_mask():
    text = "Results (in millions)\nRevenue 12,345 $5bn"
    found = scan(text, "en")
    first, second = found.mentions
    source = first.quantity.scale_source
    assert source is not None
    assert source.text == text[source.start : source.end] == "in millions"
    assert first.quantity.precision == 1_000_000
    assert second.quantity.scale_source is None
    assert [(m.text, m.kind, m.value) for m in found.masks] == [("in millions", "scale", "1000000")]


DOLLARS = [
    ("It earned A$5m in Australia. A further $2m came from Sydney.", "AUD"),
    ("The Toronto firm earned C$5m. It then paid $2m.", "CAD"),
    ("Hong Kong's rail firm earned HK$5m. Hong Kong riders paid $2m.", "HKD"),
    ("It earned A$5m. A further $2m came later.", "USD"),
    ("It earned A$5m in Australia. A further $2m came from the U.S.", "USD"),
    ("It earned A$5m in Australia, and US$1m. It paid $2m.", "USD"),
    ("In Australia it paid $2m, or A$3m.", "USD"),
    ("Its shares fell to HK$8.40 in Hong Kong. It paid $2m.", "USD"),
    ("It earned A$5m and C$5m in Australia. It paid $2m.", "USD"),
]


@pytest.mark.parametrize(("text", "code"), DOLLARS, ids=[text for text, _ in DOLLARS])
def test_a_bare_dollar_is_that_of_the_country_that_the_text_is_about_and_stays_assumed(text, code):
    [bare] = [m.quantity for m in scan(text, "en").mentions if m.text == "$2m"]
    assert line(bare) == f"2000000 {code} money"
    assert bare.assumed == ("unit",)


CENTS = [
    ("Sales were 12 million euros. The loaf costs 85 cents in Ireland.", "EUR", True),
    ("The loaf costs 85 cents, and sales were €12m in the US.", "EUR", True),
    ("It paid 12 euro cents, and then 85 cents.", "EUR", True),
    ("Sales were R12m. The loaf costs 85 cents.", "ZAR", True),
    ("Sales were A$12m. The loaf costs 85 cents.", "AUD", False),
    ("Sales were C$12m in Canada, and $2m in May. The loaf costs 85 cents.", "CAD", False),
    ("Sales were $12m. The loaf costs 85 cents.", "USD", False),
    ("Sales were A$12m and US$3m. The loaf costs 85 cents.", "USD", False),
    ("Sales were €12m and $3m. The loaf costs 85 cents.", "USD", True),
    ("Sales were £12m. The loaf costs 85 cents.", "USD", True),
    ("The loaf costs 85 cents.", "USD", True),
]


@pytest.mark.parametrize(("text", "code", "cents"), CENTS, ids=[row[0] for row in CENTS])
def test_bare_cents_are_those_of_the_money_that_the_text_speaks_of_and_stay_assumed(
    text, code, cents
):
    [bare] = [m.quantity for m in scan(text, "en").mentions if m.text == "85 cents"]
    assert line(bare) == f"0.85 {code} money"
    assert (bare.assumed, bare.cents) == (("unit",), cents)


def test_cents_that_are_told_with_their_dollars_are_theirs():
    found = scan("Sales were 12 million euros. It paid 3 dollars and 85 cents.", "en")
    assert line(found.mentions[-1].quantity) == "3.85 USD money"


BRACKETS = [
    ("Net income (12.4) 8.1", [("(12.4)", "-12.4 other"), ("8.1", "8.1 other")]),
    ("| Profit | 45 |\n| Loss | (45) |", [("45", "45 other"), ("(45)", "-45 other")]),
    ("Net income $(12.4) $8.1", [("$(12.4)", "-12.4 USD money"), ("$8.1", "8.1 USD money")]),
    ("It lost a lot (12.4) last year", [("12.4", "12.4 other")]),
    ("He has one son (12) and 3 cats", [("12", "12 other"), ("3 cats", "3 cat count")]),
]


@pytest.mark.parametrize(("text", "found"), BRACKETS, ids=[text for text, _ in BRACKETS])
def test_a_number_in_brackets_is_negative_in_a_row_of_a_table_alone(text, found):
    assert read(text) == found
