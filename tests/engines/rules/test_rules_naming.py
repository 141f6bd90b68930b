"""The term of the field for what an amount measures, and whose it is."""

from __future__ import annotations

import pytest
from rules_support import article

from summarizer import summarize
from summarizer.engines.rules import draft_of

TERMS = [
    ("Acme's shares rose 5%.", "5%", "share price"),
    ("Shares in Acme fell 5% to $38.25.", "$38.25", "share price"),
    ("Acme sold shares worth $3 million.", "$3 million", "shares"),
    ("Acme owns 5% of the shares of Birch Inns.", "5%", "share of shares"),
    ("The ostra token lost 34% on Tuesday.", "34%", "token price"),
    ("Acme's net income was $84 million, or 47 cents a share.", "47 cents", "earnings per share"),
    ("Acme made a loss of 12 cents a share.", "12 cents", "loss per share"),
    ("Acme pays 6.5p a share as an interim dividend.", "6.5p", "interim dividend"),
    ("Acme's offer of $52 per share expires in May.", "$52", "offer price per share"),
    ("Acme employs 2,150 people.", "2,150 people", "employees"),
    ("Acme plans to hire 140 people.", "140 people", "planned hires"),
    ("Acme will cut 300 jobs.", "300 jobs", "job cuts"),
    ("Some 41 people died in the flood.", "41 people", "deaths"),
    ("Around 11,500 people were evacuated.", "11,500 people", "people displaced"),
    ("Acme sold Calloway Tower for $5 million.", "$5 million", "sale price"),
    ("Acme raised $40 million in a Series B round.", "$40 million", "amount raised"),
    ("Acme is now worth $420 million.", "$420 million", "valuation"),
    ("Acme filled 84.1% of its seats.", "84.1%", "load factor"),
    ("Consolidated revenue from operations grew 8.5%.", "8.5%", "revenue"),
    ("Acme expects full-year operating profit of $3 million.", "$3 million", "operating profit"),
    ("Acme lifted its profit outlook to $3 million.", "$3 million", "profit"),
    ("CONSUMER prices rose 5% in June.", "5%", "consumer prices"),
    ("Acme handled 412,000 containers.", "412,000 containers", "containers handled"),
    ("The line is 188 km long.", "188 km", "length"),
]


@pytest.mark.parametrize(("text", "amount", "metric"), TERMS, ids=[row[0] for row in TERMS])
def test_what_is_measured_has_the_name_of_the_field(text: str, amount: str, metric: str) -> None:
    drafted = draft_of(article(text), every=True)
    figure = next(f for f in drafted.figures if amount in f.amount)
    assert figure.metric == metric


LEAD = "Acme Foods Inc makes tins. "
WHOSE = [
    ("Acme, the Oldham cloth maker, reported sales of $3 million.", "$3 million", "Acme"),
    (
        "Acme lost $3 million in the quarter and rival Birch Inns lost $5 million.",
        "$5",
        "Birch Inns",
    ),
    ("Acme agreed to buy Birch Inns for $3 million.", "$3 million", "Birch Inns"),
    ("Acme and Birch Inns lost $5 million and $3 million respectively.", "$3", "Birch Inns"),
    (LEAD + "Acme expects sales of $3 million.", "$3 million", "Acme Foods Inc"),
    ("• Revenue grew 12% to $4 million.", "$4 million", None),
    ("HOST: Sales rose 5%.", "5%", None),
    ("A band D bill goes up by £92.", "£92", None),
    ("Fridays cost Acme $3 million. Acme makes tins.", "$3 million", "Acme"),
    ("Investors will get $3 million.", "$3 million", None),
    ("Leg-spinner Ada Brenk lost $3 million.", "$3 million", "Ada Brenk"),
    ("Acme said sales of trams grew 5%, chief executive Ada Brenk told staff.", "5%", "Acme"),
    ("Acme's gross domestic tins (GDT) rose. GDT sales rose 5%.", "5%", "Acme"),
]


@pytest.mark.parametrize(("text", "amount", "entity"), WHOSE, ids=[row[0] for row in WHOSE])
def test_a_capital_makes_a_name_only_where_it_is_one(
    text: str, amount: str, entity: str | None
) -> None:
    drafted = draft_of(article(text), every=True)
    figure = next(f for f in drafted.figures if amount in f.amount)
    assert figure.entity == entity


ABOUT = "Acme opened a plant in Oldham. Acme has 40 shops. The company is growing, said Ada Brenk. "


def test_what_an_article_is_about_owns_what_nobody_else_is_named_for() -> None:
    text = f"{ABOUT}At the turn of the year 13,800 people worked for the group."
    figure = next(f for f in draft_of(article(text), every=True).figures if "13,800" in f.amount)
    assert (figure.metric, figure.entity) == ("employees", "Acme")


def test_a_thing_of_its_own_is_not_what_the_article_is_about() -> None:
    text = f"{ABOUT}The buses hold 320 tourists."
    figure = next(f for f in draft_of(article(text), every=True).figures if "320" in f.amount)
    assert figure.entity is None


def test_where_a_body_is_based_is_no_other_body() -> None:
    text = "Acme makes tins. Acme is old. The Oldham-based company lost $3 million."
    summary = summarize(article(text), model="rules")
    assert next(f.status for f in summary.figures if f.kind == "money") == "verified"


def test_a_person_is_named_again_by_the_last_word() -> None:
    text = "Nadine Oakes spoke in Oldham. Sales rose 5%, Oakes said. Acme makes tins. Acme is old."
    figure = next(f for f in draft_of(article(text), every=True).figures if f.amount == "5%")
    assert figure.entity != "Nadine Oakes"


def test_a_time_is_no_duration_and_a_known_pair_no_count() -> None:
    text = (
        "A strike of 41 days closed 12 shops of Acme. Acme lost $5 million in the same three "
        "months of 2024. Two years ago it had lost $3 million. The two firms said so."
    )
    told = {f.amount for f in draft_of(article(text)).figures}
    assert "12 shops" in told
    assert not told & {"three months", "Two years", "two firms"}


def test_a_line_that_shares_no_word_with_the_article_is_what_a_page_sells() -> None:
    text = (
        "Acme lost $5 million on trams in 2024, its chairman told the owners in Oldham.\n\n"
        "Winter tyres from €59\n\nMakers of trams: loss of $7 million"
    )
    told = {f.amount for f in draft_of(article(text)).figures}
    assert told == {"$5 million", "$7 million"}
