"""Comparisons, losses and nouns that say a way, words that only look like one, and shares."""

import pytest
from quantity_lines import read

CHANGES = [
    ("Tenants will pay 3.9% more rent.", [("3.9%", "3.9 % percent up")]),
    ("The herd was 9.6 per cent bigger.", [("9.6 per cent", "9.6 % percent up")]),
    ("Diesel was 7.2 per cent cheaper.", [("7.2 per cent", "7.2 % percent down")]),
    ("It uses 30 percent less power.", [("30 percent", "30 % percent down")]),
    ("She earned 1,900 kroner less a month.", [("1,900 kroner", "1900 NOK money down")]),
    ("Apples fetch 12 cents a pound less.", [("12 cents", "0.12 USD/pound money down")]),
    ("Its salt was 48 mg/dL lower.", [("48 mg/dL", "48 milligram/deciliter measure down")]),
    ("At Bay the increase was 1.7%.", [("1.7%", "1.7 % percent up")]),
    ("The drop in orders is now put at 2.4%.", [("2.4%", "2.4 % percent down")]),
    ("The yard lost 300 posts.", [("300 posts", "300 post count down")]),
    ("200 jobs have gone.", [("200 jobs", "200 job count down")]),
    ("It fell short by $15 million.", [("$15 million", "15000000 USD money down")]),
    ("The stock gave up 1.3%.", [("1.3%", "1.3 % percent down")]),
    ("It will rise a little, to six percent.", [("six percent", "6 % percent up")]),
    ("They got reductions of 30 percent.", [("30 percent", "30 % percent down")]),
    (
        "About 90,000 homes were without water on Sunday evening in the north, down from 120,000.",
        [("About 90,000 homes", "approx 90000 home count down"), ("120,000", "120000 home count")],
    ),
]
NO_CHANGES = [
    ("The rash shrank in 46% of patients.", [("46%", "46 % percent")]),
    ("The board turned down $46 a share.", [("$46", "46 USD/share money")]),
    ("The fund puts up 70% of the cost.", [("70%", "70 % percent")]),
    ("It booked a gain of $8 million.", [("$8 million", "8000000 USD money")]),
    ("He gave up 40% of his stake.", [("40%", "40 % percent")]),
    (
        "It narrowed its forecast for profit to between $6 million and $8 million.",
        [("between $6 million and $8 million", "6000000..8000000 USD money")],
    ),
    ("We will pay double that.", [("double", "2 ratio")]),
    ("About 40 jobs will go.", [("About 40 jobs", "approx 40 job count")]),
]
COMPARATORS = [
    ("It handed over $38 million.", [("$38 million", "38000000 USD money")]),
    ("The shop turned over £14.8m.", [("£14.8m", "14800000 GBP money")]),
    ("Its traffic is spread over six networks.", [("six networks", "6 network count")]),
    ("Spending goes up to $52 million.", [("$52 million", "52000000 USD money up")]),
    ("Revenue passed $12 million in May.", [("passed $12 million", "gt 12000000 USD money")]),
    ("> Dozens of people fled.", [("Dozens of people", "? person count")]),
    ("Said she:\n> 40 people came.", [("40 people", "40 person count")]),
]
SHARES = [
    ("46 of every 100 hens were ill.", [("46 of every 100", "0.46 ratio")]),
    ("They throw away one jar in eight.", [("one jar in eight", "0.125 ratio")]),
    ("About four in five are young.", [("About four in five", "approx 0.8 ratio")]),
    ("Nine in ten agree.", [("Nine in ten", "0.9 ratio")]),
    ("Sellers outnumbered buyers by three to one.", [("three to one", "3 ratio")]),
    ("It cost twice what was planned.", [("twice", "2 ratio")]),
    ("Fares are more than twice as high.", [("more than twice", "gt 2 ratio")]),
    ("She scored twice as rain fell.", []),
    ("They met twice that week.", []),
    ("It wants to halve the price.", [("halve", "0.5 ratio down")]),
    ("One shop in three towns closed.", [("three towns", "3 town count")]),
    ("He won four in five matches.", [("four", "4 count"), ("five matches", "5 match count")]),
]
NOUNS = [
    ("The council voted 31 to 24 for it.", [("31", "31 count"), ("24", "24 count")]),
    ("The port moved 1.04 million TEU.", [("1.04 million TEU", "1040000 teu count")]),
    (
        "It has raised $5bn and will take its staff from some 640 to more than 800.",
        [
            ("$5bn", "5000000000 USD money"),
            ("some 640", "approx 640 other"),
            ("more than 800", "gt 800 other"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "found"), CHANGES, ids=[text for text, _ in CHANGES])
def test_a_comparison_a_loss_or_a_noun_says_the_way_of_an_amount(text, found):
    assert read(text) == found


@pytest.mark.parametrize(("text", "found"), NO_CHANGES, ids=[text for text, _ in NO_CHANGES])
def test_words_that_look_like_a_movement_and_are_none_say_no_way(text, found):
    assert read(text) == found


@pytest.mark.parametrize(("text", "found"), COMPARATORS, ids=[text for text, _ in COMPARATORS])
def test_over_belongs_to_its_verb_and_what_was_passed_is_a_bound(text, found):
    assert read(text) == found


@pytest.mark.parametrize(("text", "found"), SHARES, ids=[text for text, _ in SHARES])
def test_a_part_of_a_whole_in_words_is_a_ratio_and_a_time_or_a_place_is_none(text, found):
    assert read(text) == found


@pytest.mark.parametrize(("text", "found"), NOUNS, ids=[text for text, _ in NOUNS])
def test_a_bare_number_takes_no_noun_or_currency_of_something_else(text, found):
    assert read(text) == found
