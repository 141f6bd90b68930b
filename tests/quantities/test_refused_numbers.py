"""Numbers in names, references and set phrases, and amounts that only look like them."""

import pytest
from quantity_lines import read

from summarizer.quantities import scan

REFUSED = [
    ("The set shows 1080p video and a 720p mode.", ["1080p", "720p"]),
    ("It streams in 1080p.", ["1080p"]),
    ("A 4K television and an 8K panel.", ["4K", "8K"]),
    ("She ran a 10K race.", ["10K"]),
    ("They built a 5G network.", ["5G"]),
    ("An Airbus A320 and an A321neo landed.", ["A320", "A321neo"]),
    ("The Boeing 737 MAX 8 is back.", ["Boeing 737 MAX 8"]),
    ("Airlines parked the 737s.", ["737s"]),
    ("A 7-Eleven shop opened.", ["7-Eleven"]),
    ("Then 3M said so.", ["3M"]),
    ("23andMe filed; 37signals did not.", ["23andMe", "37signals"]),
    ("She joined 1Password from 26North.", ["1Password", "26North"]),
    ("Five Guys hired Two Sigma.", ["Five Guys", "Two Sigma"]),
    ("the Big Four and the Magnificent Seven", ["Big Four", "Magnificent Seven"]),
    ("the Group of 20 nations", ["Group of 20"]),
    ("the Group of Seven met", ["Group of Seven"]),
    ("a top-five maker", ["top-five"]),
    ("the top-10 list", ["top-10"]),
    ("a 50-50 joint venture", ["50-50"]),
    ("a 50/50 split", ["50/50"]),
    ("the 60/40 portfolio", ["60/40"]),
    ("a 4x4 and a 6x4 truck", ["4x4", "6x4"]),
    ("a screen of 1920x1080 dots", ["1920x1080"]),
    ("a 529 plan", ["529 plan"]),
    ("a nine-to-five job", ["nine-to-five"]),
    ("the 2s10s curve", ["2s10s"]),
    ("Web 2.0, Industry 4.0 and USB 3.0", ["Web 2.0", "Industry 4.0", "USB 3.0"]),
    ("it needs Python 3.12", ["Python 3.12"]),
    ("over HTTP/2", ["HTTP/2"]),
    ("under Rule 10b-5", ["Rule 10b-5"]),
    ("Regulation 2019/881 applies", ["2019/881"]),
    ("Directive 2014/65/EU applies", ["2014/65/EU"]),
    ("under article 50 and chapter 7", ["article 50", "chapter 7"]),
    ("on flight 815 last night", ["flight 815"]),
    ("invoice no. 4711 was paid", ["4711"]),
    ("case number 24-1234 is open", ["24-1234"]),
    ("docket No. 1:23-cv-04567", ["1:23-cv-04567"]),
    ("H.R. 1 passed", ["H.R. 1"]),
    ("DeepSeek's R1 model", ["R1"]),
    ("the Rivian R1T", ["R1T"]),
    ("the VW ID.3", ["ID.3"]),
    ("a phase-3 trial", ["phase-3"]),
    ("the mRNA-1273 vaccine", ["mRNA-1273"]),
    ("Leopard 2 tanks", ["Leopard 2"]),
    ("at 10 Main Street.", ["10 Main Street"]),
    ("at 221B Baker Street, London", ["221B Baker Street"]),
    ("call 1-800-FLOWERS today", ["1-800-FLOWERS"]),
]
AMOUNTS = [
    ("shares closed at 720p", [("720p", "7.20 GBP money")]),
    ("a dividend of 1080p a share", [("1080p", "10.80 GBP/share money")]),
    ("It sold 4K units.", [("4K units", "4000 unit count")]),
    ("3M people came", [("3M people", "3000000 person count")]),
    ("sold 3M iPhones", [("3M iPhones", "3000000 iphone count")]),
    ("fees of $3M", [("$3M", "3000000 USD money")]),
    ("3M", [("3M", "3000000 other")]),
    ("Group of 20 companies", [("20 companies", "20 company count")]),
    ("big three mistakes", [("three mistakes", "3 mistake count")]),
    ("five guys", [("five guys", "5 guy count")]),
    ("four seasons a year", [("four seasons", "4 season/year count")]),
    ("20-80 people", [("20-80 people", "20..80 person count")]),
    ("30-70 percent", [("30-70 percent", "30..70 % percent")]),
    ("R1 million", [("R1 million", "1000000 ZAR money")]),
    ("It costs R5 a litre.", [("R5", "5 ZAR/liter money")]),
    ("10 Wall Street banks", [("10 Wall Street banks", "10 bank count")]),
    ("2.5x the price", [("2.5x", "2.5 ratio")]),
    ("10x10 cm", [("10", "10 other"), ("10 cm", "10 centimeter measure")]),
    ("Inflation 3.2 in May", [("3.2", "3.2 other")]),
    ("100People", [("100People", "100 person count")]),
    ("two U.S. companies", [("two U.S. companies", "2 company count")]),
    ("300 U.K. jobs", [("300 U.K. jobs", "300 job count")]),
    ("It hired 300. U.S. firms did not.", [("300", "300 other")]),
]


@pytest.mark.parametrize(("text", "names"), REFUSED, ids=[row[0] for row in REFUSED])
def test_a_number_in_a_name_or_a_reference_is_masked_and_no_figure(text, names):
    found = scan(text, "en")
    assert [m.text for m in found.masks] == names
    assert found.mentions == ()


@pytest.mark.parametrize(("text", "figures"), AMOUNTS, ids=[row[0] for row in AMOUNTS])
def test_an_amount_that_looks_like_a_name_is_read(text, figures):
    assert read(text) == figures
