"""Clauses that leave words out: whose and what a later amount is, or that nobody can say."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from rules_support import article

from summarizer.engines.rules import draft_of


class Said(NamedTuple):
    metric: str
    entity: str | None


WIND = (
    "Wind makes up 40% of output and peat 7%, against 30% and 9%."
    " The bureau counts again each spring and tells the towns."
)

ROWS = [
    # a noun before the amount is a metric of its own
    ("Acme had costs of $5m and profit $1m.", "$1m", Said("profit", "Acme")),
    ("Acme's sales were $5 million and profit $1 million.", "$1 million", Said("profit", "Acme")),
    ("Wage costs were €5m, rent €1m and light €2m.", "€1m", Said("rent", None)),
    ("Wage costs were €5m, rent €1m and light €2m.", "€2m", Said("light", None)),
    ("Wind makes up 40% of output and peat 7%.", "7%", Said("peat (share of output)", None)),
    ("Acme will hire staff and spend $5m on trams.", "$5m", Said("spending on trams", "Acme")),
    # a name before the amount is another owner of the same thing
    (
        "Acme holds 9% of Dove Rail and Birch Inns 4%.",
        "4%",
        Said("share of Dove Rail", "Birch Inns"),
    ),
    (
        "Ada Brenk won 54% of the vote; Juno Marsh got 41%.",
        "41%",
        Said("share of vote", "Juno Marsh"),
    ),
    # a possessive is another owner, and what it leaves out is the metric before
    ("Acme's sales rose 5%; Birch's fell 3%.", "3%", Said("sales", "Birch")),
    ("Acme's sales grew to £7m; Birch's shrank to £5m.", "£5m", Said("sales", "Birch")),
    ("Acme's sales were £7m. Birch's were £5m.", "£5m", Said("sales", "Birch")),
    ("Acme's sales were £7m in 2019; in 2020 they were £5m.", "£5m", Said("sales", "Acme")),
    # what follows the amount may say whose it is
    ("Acme's pill cut pain by 70% against 50% for Birch's pill.", "50%", Said("pain", "Birch")),
    ("Acme's fares cut delays by 70%.", "70%", Said("delays", "Acme")),
    (
        "Headaches hit 3% of those given Acmol and 1% of those given Birchin.",
        "1%",
        Said("", "Birchin"),
    ),
    ("Rents rose 7% in Warsaw and 11% in Gdansk.", "11%", Said("rents", "Gdansk")),
    # a comparison is with the amount of its own kind, the first with the first
    (
        "Acme sold $5m and 300 cars, up from $4m and 200 cars last year.",
        "$4m",
        Said("sales", "Acme"),
    ),
    (
        WIND,
        "30%",
        Said("Wind (share of output)", None),
    ),
    (
        WIND,
        "9%",
        Said("peat (share of output)", None),
    ),
    (
        "Acme will spend $5m on trams, 8% more than this year.",
        "8%",
        Said("spending on trams", "Acme"),
    ),
    (
        "Acme earned $3 a share. Analysts had expected $2 a share.",
        "$2",
        Said("expected earnings per share", "Acme"),
    ),
    # heads, prices and levels
    ("Acme's book value per share was $41.", "$41", Said("book value per share", "Acme")),
    ("Acme's order book stood at $41 million.", "$41 million", Said("order book", "Acme")),
    ("Acme sold 5,000 shares at an average of $41.", "$41", Said("average price", "Acme")),
    ("Acme sold 5,000 shares at $41.", "$41", Said("price", "Acme")),
    (
        "Acme cut its profit forecast to a range of $2m to $3m.",
        "$2m",
        Said("profit", "Acme"),
    ),
    ("Last year sales were $5 million.", "$5 million", Said("sales", None)),
    ("Acme was fined for hoarding $41 million.", "$41 million", Said("hoarding", "Acme")),
    ("A storm hit. Some 41 people have died.", "Some 41", Said("deaths", None)),
    ("The chain Acme aims for 50% by 2028.", "50%", Said("target", "Acme")),
    ("Acme bid for Birch Inns, valuing it at $5m.", "$5m", Said("valuation", "Birch Inns")),
    # whose word it is, and whose it is not
    ("Insurers put the total loss at $41 million.", "$41 million", Said("total loss", None)),
    (
        "Acme's head, Gil Moor, left. Acme has set aside $41 million.",
        "$41 million",
        Said("set aside", "Acme"),
    ),
    (
        "Acme sold Juno Marsh, 24, for $5m. Marsh scored 31 goals.",
        "31 goals",
        Said("goals", "Juno Marsh"),
    ),
]


@pytest.mark.parametrize(
    ("text", "amount", "said"), ROWS, ids=[f"{text} {amount}" for text, amount, _ in ROWS]
)
def test_a_later_amount_takes_no_label_that_its_own_words_contradict(
    text: str, amount: str, said: Said
) -> None:
    figure = next(f for f in draft_of(article(text)).figures if f.amount.startswith(amount))
    assert figure.entity == said.entity
    assert figure.metric == said.metric or not said.metric


BASES = [
    ("Acme hopes to ship 50 million doses in 2027.", "50 million doses", "forecast"),
    ("Acme hoped to ship 50 million doses.", "50 million doses", "forecast"),
    ("By 2000 Acme had 340 shops.", "340 shops", "stated"),
    ("Acme opened 340 shops by 2000.", "340 shops", "stated"),
    ("Acme sold 340 shops by 2000.", "340 shops", "stated"),
    ("Acme will have 340 shops by 2030.", "340 shops", "forecast"),
    ("The chain Acme aims for 50% by 2028.", "50%", "forecast"),
    ("Acme sees 340 shops by 2030.", "340 shops", "forecast"),
]


@pytest.mark.parametrize(("text", "amount", "basis"), BASES, ids=[row[0] for row in BASES])
def test_a_year_that_has_passed_makes_no_forecast_and_a_hope_does(
    text: str, amount: str, basis: str
) -> None:
    figure = next(f for f in draft_of(article(text)).figures if f.amount == amount)
    assert figure.basis == basis


@pytest.mark.parametrize(
    "text",
    [
        "Acme lost $19 million, not $14 million as it said.",
        "Acme lost $19 million instead of $14 million.",
        "Acme restated its loss to $19 million from the $14 million it originally reported.",
    ],
)
def test_what_is_denied_is_no_figure(text: str) -> None:
    assert [f.amount for f in draft_of(article(text)).figures] == ["$19 million"]


def test_a_name_in_a_list_owns_nothing_after_the_list() -> None:
    text = (
        "The storm hit two towns.\n- Ardenby: 1,240 homes damaged\n- Dellby: 2,310 homes damaged\n"
        "Power was out for 48,000 customers."
    )
    owners = {f.amount: f.entity for f in draft_of(article(text)).figures}
    assert owners["48,000 customers"] is None


def test_what_opens_the_sentence_frames_its_figures() -> None:
    text = "Last year Acme's sales were $5 million and profit $1 million."
    assert {f.period for f in draft_of(article(text)).figures} == {"Last year"}
