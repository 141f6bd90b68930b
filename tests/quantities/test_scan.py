"""English news sentences and what a careful reader finds in them."""

import pytest
from quantity_lines import line, read

from summarizer.quantities import parse, scan

MONEY = [
    ("from $3.9 billion a year earlier", [("$3.9 billion", "3900000000 USD money")]),
    ("costs $40,000 a year", [("$40,000", "40000 USD/year money")]),
    ("It paid $5.30 billion.", [("$5.30 billion", "5300000000 USD money")]),
    ("It cost £1.5bn in all.", [("£1.5bn", "1500000000 GBP money")]),
    ("a HK$5.4m fine", [("HK$5.4m", "5400000 HKD money")]),
    ("They raised USD34.6 million.", [("USD34.6 million", "34600000 USD money")]),
    ("RMB 380bn was spent", [("RMB 380bn", "380000000000 CNY money")]),
    ("worth 380 billion yuan", [("380 billion yuan", "380000000000 CNY money")]),
    ("Rs 1,20,000 a month", [("Rs 1,20,000", "120000 INR/month money")]),
    ("about RM3.06mil", [("about RM3.06mil", "approx 3060000 MYR money")]),
    ("It closed at 50p.", [("50p", "0.50 GBP money")]),
    ("a dividend of 12 cents a share", [("12 cents", "0.12 USD/share money")]),
    ("3 dollars and 50 cents", [("3 dollars and 50 cents", "3.50 USD money")]),
    ("a $5-million gift", [("$5-million", "5000000 USD money")]),
    ("75 USD million", [("75 USD million", "75000000 USD money")]),
    ("1 298,00 € at the till", [("1 298,00 €", "1298.00 EUR money")]),
    ("losses of 30 MUSD", [("30 MUSD", "30000000 USD money")]),
    ("$2.11 per gallon", [("$2.11", "2.11 USD/gallon money")]),
    ("rmb 10 usd 20", [("rmb 10", "10 CNY money"), ("usd 20", "20 USD money")]),
    ("It costs 15 dollars 50.", [("15 dollars 50", "15.50 USD money")]),
    ("10 Swiss francs", [("10 Swiss francs", "10 CHF money")]),
    ("992 billion US. dollars", [("992 billion US. dollars", "992000000000 USD money")]),
    ("half a million dollars", [("half a million dollars", "500000 USD money")]),
    (
        "$220m (£115m) of debt",
        [("$220m", "220000000 USD money"), ("£115m", "115000000 GBP money")],
    ),
]
SHARES = [
    ("Sales rose 9.2%.", [("9.2%", "9.2 % percent up")]),
    ("up by over 9.0 per cent", [("over 9.0 per cent", "gt 9.0 % percent up")]),
    ("It ended 2.5 pct lower.", [("2.5 pct", "2.5 % percent down")]),
    ("a 25 basis-point cut", [("25 basis-point", "25 bp basis_point down")]),
    ("fell 0.3 percentage points", [("0.3 percentage points", "0.3 pp percentage_point down")]),
    ("The stock lost 4%.", [("4%", "4 % percent down")]),
    (
        "5, 6 and 7 percent",
        [("5", "5 % percent"), ("6", "6 % percent"), ("7 percent", "7 % percent")],
    ),
    ("grew by more than three digits", [("more than three digits", "gt ? % percent up")]),
    ("+0.2% on the day", [("+0.2%", "0.2 % percent up")]),
    ("−1.5% on the day", [("−1.5%", "-1.5 % percent")]),
]
COUNTS = [
    ("up from 12.1m a year ago", [("12.1m", "12100000 other")]),
    ("five more losses", [("five more losses", "5 loss count")]),
    ("It employs 2,400 people.", [("2,400 people", "2400 person count")]),
    ("It has 13000 workers there.", [("13000 workers", "13000 worker count")]),
    ("12.3m customers left", [("12.3m customers", "12300000 customer count")]),
    ("two of its funds", [("two of its funds", "2 fund count")]),
    ("a 12-page report", [("12-page", "12 page count")]),
    ("63,000 Model 3 sedans", [("63,000 Model 3 sedans", "63000 sedan count")]),
    ("some 460 cars and vans", [("some 460 cars", "approx 460 car count")]),
    ("a dozen companies", [("a dozen companies", "12 company count")]),
    ("dozens of people", [("dozens of people", "? person count")]),
    (
        "eight million 250ml bottles",
        [("eight million", "8000000 bottle count"), ("250ml", "250 milliliter measure")],
    ),
    (
        "435 homes by sale and 187 by tender",
        [("435 homes", "435 home count"), ("187", "187 home count")],
    ),
    ("its first data centers", [("first", "1 ordinal")]),
    ("China's No. 2 maker", [("No. 2", "2 ordinal")]),
]
MEASURES = [
    ("12.3m tonnes of wheat", [("12.3m tonnes", "12300000 tonne measure")]),
    ("3 km³ of ice", [("3 km³", "3 cubic kilometer measure")]),
    ("he is 5 feet and 3 inches tall", [("5 feet and 3 inches", "5.25 foot measure")]),
    ("a board of 12 ft 6 in or so", [("12 ft 6 in or so", "approx 12.5 foot measure")]),
    ("a wall 5m tall", [("5m", "5 meter measure")]),
    ("a 7-nanometer chip", [("7-nanometer", "7 nanometer measure")]),
    ("30–600 MW of power", [("30–600 MW", "30..600 megawatt measure")]),
    ("52,000 barrels per day", [("52,000 barrels per day", "52000 barrel/day measure")]),
    ("it does 155mph", [("155mph", "155 mile/hour measure")]),
    ("300 °C in the core", [("300 °C", "300 celsius measure")]),
    ("900 sq ft of space", [("900 sq ft", "900 square foot measure")]),
    ("1.99×10^20 kilograms", [("1.99×10^20 kilograms", "199000000000000000000 kilogram measure")]),
    ("he dropped from 208 pounds in weight", [("208 pounds", "208 pound measure")]),
]
TIMES = [
    ("men aged 18 to 34", [("18 to 34", "18..34 year age")]),
    ("within five years", [("within five years", "le 5 year duration")]),
    ("spent over three years", [("three years", "3 year duration")]),
    ("idle for over two years", [("over two years", "gt 2 year duration")]),
    ("10-year notes", [("10-year", "10 year duration")]),
    ("a 35-year-old man", [("35-year-old", "35 year age")]),
    ("Ann Lee, 66, has left.", [("66", "66 year age")]),
    ("men aged 35 or above", [("35 or above", "ge 35 year age")]),
]
RATIOS = [
    ("a 3-for-2 stock split", [("3-for-2", "1.5 ratio")]),
    (
        "a quarter of a percentage point",
        [("a quarter of a percentage point", "0.25 pp percentage_point")],
    ),
    ("Profit more than doubled.", [("more than doubled", "gt 2 ratio up")]),
    ("two-thirds of voters", [("two-thirds", "0.6666666666666666666666666667 ratio")]),
    ("one in five adults", [("one in five", "0.2 ratio")]),
    ("called 3 times already", [("3 times", "3 time count")]),
    ("6.5 times earnings", [("6.5 times", "6.5 ratio")]),
    ("a three-fold rise", [("three-fold", "3 ratio up")]),
    ("half the condos", [("half", "0.5 ratio")]),
]
RANGES = [
    ("$3-5 million", [("$3-5 million", "3000000..5000000 USD money")]),
    ("between $3 and $5 million", [("between $3 and $5 million", "3000000..5000000 USD money")]),
    (
        "from $800,000 to $1.3 million",
        [("from $800,000 to $1.3 million", "800000..1300000 USD money")],
    ),
    ("7% to 8%", [("7% to 8%", "7..8 % percent")]),
    (
        "more than 10 and less than 40 people",
        [("more than 10 and less than 40 people", "10..40 person count")],
    ),
    ("rose 18 cents to $2.40", [("18 cents", "0.18 USD money up"), ("$2.40", "2.40 USD money up")]),
    ("cut from 5% to 4%", [("5%", "5 % percent"), ("4%", "4 % percent down")]),
    ("an 8- to 16-meter mirror", [("8- to 16-meter", "8..16 meter measure")]),
]
BOUNDS = [
    ("up to $8 billion", [("up to $8 billion", "le 8000000000 USD money")]),
    ("nearly 4,000 jobs", [("nearly 4,000 jobs", "approx 4000 job count")]),
    ("at least six people", [("at least six people", "ge 6 person count")]),
    ("beyond the 50 mark", [("50", "50 other")]),
    ("no more than 20%", [("no more than 20%", "le 20 % percent")]),
    ("50+ employees", [("50+ employees", "ge 50 employee count")]),
    ("$380+ million", [("$380+ million", "ge 380000000 USD money")]),
    ("$380-plus million", [("$380-plus million", "ge 380000000 USD money")]),
    ("380+m users", [("380+m users", "ge 380000000 user count")]),
    ("100K+ of them", [("100K+", "ge 100000 other")]),
    (
        "86.5% and more than 90%",
        [("86.5%", "86.5 % percent"), ("more than 90%", "gt 90 % percent")],
    ),
    ("5% and up to 90%", [("5%", "5 % percent"), ("up to 90%", "le 90 % percent")]),
    ("10% and over $3", [("10%", "10 % percent"), ("over $3", "gt 3 USD money")]),
    ("10% and over", [("10% and over", "ge 10 % percent")]),
]
PARTICLES = [
    ("It edged up to 5.2%", [("5.2%", "5.2 % percent up")]),
    ("It ticked back up to 4.5 percent", [("4.5 percent", "4.5 % percent up")]),
    ("It moved up to 5%", [("5%", "5 % percent up")]),
    ("It went up to $54", [("$54", "54 USD money up")]),
    ("It pushed claims up to $37bn", [("$37bn", "37000000000 USD money up")]),
    ("It brought the total up to 500", [("500", "500 other up")]),
    ("It rose up to 5%", [("up to 5%", "le 5 % percent up")]),
    ("It fell by up to 5%", [("up to 5%", "le 5 % percent down")]),
    ("They moved up to 500 people", [("up to 500 people", "le 500 person count")]),
    ("They sent up to 500 troops", [("up to 500 troops", "le 500 troop count")]),
    ("It may bring in up to $5bn", [("up to $5bn", "le 5000000000 USD money")]),
    ("It could go up to 10%", [("up to 10%", "le 10 % percent")]),
]
ALL = [*MONEY, *SHARES, *COUNTS, *MEASURES, *TIMES, *RATIOS, *RANGES, *BOUNDS, *PARTICLES]


@pytest.mark.parametrize(("text", "found"), ALL, ids=[text for text, _ in ALL])
def test_a_sentence_holds_these_quantities_and_no_others(text, found):
    assert read(text) == found


WHOLE = [
    ("more than $53 billion", "gt 53000000000 USD money"),
    ("9.2% higher", "9.2 % percent up"),
    ("It sold 6% fewer than a year before", "6 % percent down"),
    ("It sold 6% more than a year before", "6 % percent up"),
    ("two and a half million", "2500000 other"),
    ("one point six nine billion", "1690000000 other"),
    ("twenty-one thousand and six", "21006 other"),
    ("1 1/2", "1.5 other"),
    ("½", "0.5 ratio"),
    ("7/32", "0.21875 ratio"),
    ("three lakh crore", "3000000000000 other"),
    ("a quarter of a million", "250000 other"),
    ("3 million and a half", "3500000 other"),
]


@pytest.mark.parametrize(("text", "meaning"), WHOLE, ids=[text for text, _ in WHOLE])
def test_a_string_that_is_one_amount_is_parsed(text, meaning):
    quantity = parse(text, "en")
    assert quantity is not None
    assert line(quantity) == meaning


@pytest.mark.parametrize("text", ["", "no number", "$5 and 3%", "in 2025"])
def test_a_string_with_no_amount_or_several_is_not_parsed(text):
    assert parse(text, "en") is None


PRECISIONS = [
    ("$53 billion", "1000000000"),
    ("$5.3 billion", "100000000"),
    ("9.0%", "0.1"),
    ("9%", "1"),
    ("16,369.03", "0.01"),
    ("five million", "1000000"),
    ("$5.30 billion", "10000000"),
    ("5.3亿元", "10000000"),
    ("一点五万人", "1000"),
    ("1.5 dozen", "1.2"),
]


@pytest.mark.parametrize(("text", "precision"), PRECISIONS, ids=[text for text, _ in PRECISIONS])
def test_the_precision_is_the_worth_of_the_last_stated_digit(text, precision):
    quantity = parse(text, "en")
    assert quantity is not None
    assert format(quantity.precision, "f") == precision


def test_a_bare_dollar_says_that_its_country_is_assumed():
    bare, named = scan("$5 and US$5", "en").mentions
    assert bare.quantity.assumed == ("unit",)
    assert named.quantity.assumed == ()


def test_the_core_is_the_amount_with_its_unit_alone():
    text = "It employs more than 2,400 people and owes over $5 billion."
    cores = [text[m.core.start : m.core.end] for m in scan(text, "en").mentions]
    assert cores == ["2,400", "$5 billion"]
