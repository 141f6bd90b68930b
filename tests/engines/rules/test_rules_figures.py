"""What an amount measures, of whom, when and how we know."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rules_cases import CASES, Case, Row
from rules_support import article

from summarizer.engines.rules import draft_of, figures

if TYPE_CHECKING:
    from summarizer.models import DraftFigure

ROWS = [
    pytest.param(case, row, id=f"{case.id}: {row.amount}") for case in CASES for row in case.rows
]


@pytest.fixture
def every_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Choose no figures: the tables say how each is read, whatever its rank."""
    monkeypatch.setattr(figures, "MOST", 60)
    monkeypatch.setattr(figures, "_CHARS_PER_FIGURE", 10)


def the_figure(text: str, amount: str, title: str | None = None) -> DraftFigure:
    return next(f for f in draft_of(article(text, title)).figures if amount in f.amount)


@pytest.mark.parametrize(("case", "row"), ROWS)
@pytest.mark.usefixtures("every_figure")
def test_a_figure_is_read_as_a_careful_analyst_reads_it(case: Case, row: Row) -> None:
    figure = the_figure(case.text, row.amount, case.title)
    assert (figure.entity, figure.period) == (row.entity, row.period)
    assert stems(figure.metric) & stems(row.metric), figure.metric


def stems(metric: str) -> set[str]:
    return {word.lower()[:5] for word in metric.split() if len(word) > 2}


METRICS = [
    ("Acme made a net profit of $3 million.", "$3 million", "net profit"),
    ("Acme's cloud revenue rose 26%.", "26%", "cloud revenue"),
    ("Acme said cloud revenue had risen by 26%.", "26%", "cloud revenue"),
    ("Acme approved a $3 million investment plan.", "$3 million", "investment plan"),
    ("Acme reported a 5% rise in rental income.", "5%", "rental income"),
    ("Acme will spend $3 million on new trams.", "$3 million", "spending on new trams"),
    ("Acme spent a total of $3 million on trams.", "$3 million", "spending on trams"),
    ("Acme bought Birch Inns for $3 million.", "$3 million", "purchase price"),
    ("The deal values Acme at $3 million.", "$3 million", "valuation"),
    ("Acme raised its sales forecast to $3 million.", "$3 million", "sales"),
    ("Acme cut its annual budget by $3 million.", "$3 million", "budget"),
    ("Acme booked $3 million in advertising revenue.", "$3 million", "advertising revenue"),
    ("Acme took on $3 million of debt.", "$3 million", "debt"),
    ("Exports account for 40% of output.", "40%", "exports (share of output)"),
    ("Acme hired bankers and sold 4,500 bicycles.", "4,500", "bicycles sold"),
    ("The price of copper fell 3%.", "3%", "price of copper"),
    ("Orders booked in the quarter came to $3 million.", "$3 million", "orders"),
    ("Acme bought a 12% stake in Birch Inns.", "12%", "stake in Birch Inns"),
    ("Acme, which makes trams, had sales of $3 million.", "$3 million", "sales"),
    ("Acme—the biggest maker of trams—lost $3 million.", "$3 million", "loss"),
    ("Analysts had expected sales of $3 million.", "$3 million", "expected sales"),
    ("The levy adds $3 million to the wage bill.", "$3 million", "wage bill"),
    ("Acme ordered 40 jets worth $3 million.", "$3 million", "jets"),
    ("Acme carried 300,000 people, an increase of 9%.", "9%", "people carried"),
    ("A jury ordered Acme to pay a driver $3 million.", "$3 million", "payment"),
    ("Birch Inns, a rival, reported bookings of $3 million.", "$3 million", "bookings"),
    ("Orders for packaging tools surged 37%.", "37%", "orders for packaging tools"),
    ("Acme lost $5 million, more than the $3 million that it lost in May.", "$3 million", "loss"),
    ("Acme set aside $3 million.", "$3 million", "set aside"),
    ("Stocks fell, sending shares of Acme down 7%.", "7%", "share price"),
]


@pytest.mark.parametrize(("text", "amount", "metric"), METRICS, ids=[row[0] for row in METRICS])
def test_a_metric_is_the_phrase_that_governs_the_amount(
    text: str, amount: str, metric: str
) -> None:
    assert the_figure(text, amount).metric == metric


ENTITIES = [
    ("Acme's sales rose 5%.", "5%", "Acme"),
    ("Last year Acme sales rose 5%.", "5%", "Acme"),
    ("Sales at Acme rose 5%.", "5%", "Acme"),
    ("Acme reported sales of $3 million.", "$3 million", "Acme"),
    ("Acme Group reported a profit. Its sales rose 5%.", "5%", "Acme Group"),
    ("Acme made a profit. The company said sales rose 5%.", "5%", "Acme"),
    ("Acme chief executive Ruth Vance said she expects sales of $3 million.", "$3", "Acme"),
    ("Birch Inns, a hotel chain, lost $3 million.", "$3 million", "Birch Inns"),
    ("A smaller rival, Birch Inns, lost $3 million.", "$3 million", "Birch Inns"),
    ("Acme's sales rose 5%, while Birch Inns lost $3 million.", "$3 million", "Birch Inns"),
    ("Acme's sales rose 5%, while those of Birch Inns fell.", "5%", "Acme"),
    ("Acme, Birch Inns and Cedar Rail lost $3 million.", "$3 million", None),
    ("Global tram spending will reach $3 billion.", "$3 billion", None),
    ("The four companies will spend $3 billion on trams.", "$3 billion", "four companies"),
    ("Spain's exports rose 5%.", "5%", "Spain"),
    ("Inflation slowed to 5%, the Fernwood Institute said.", "5%", None),
    ("Sales rose 5% on Monday in January.", "5%", None),
    ("Acme Council met. Council tax will rise by 5%.", "5%", None),
    ("Analysts at Birch Inns said costs would rise 5%.", "5%", None),
    ("Tram sales rose 5%, industry group Birch said.", "5%", None),
    ("OSLO (Quill News) - Acme lost $3 million.", "$3 million", "Acme"),
]


@pytest.mark.parametrize(("text", "amount", "entity"), ENTITIES, ids=[row[0] for row in ENTITIES])
def test_an_entity_is_named_only_where_the_words_leave_no_doubt(
    text: str, amount: str, entity: str | None
) -> None:
    assert the_figure(text, amount).entity == entity


PERIODS = [
    ("Acme's sales rose 5% in the third quarter.", "5%", "the third quarter"),
    ("Acme's sales rose to $4 million from $3 million a year earlier.", "$4 million", None),
    ("Acme's sales rose to $4 million from $3 million a year earlier.", "$3 ", "a year earlier"),
    ("In 2024 Acme's sales rose 5%.", "5%", "2024"),
    ("Acme expects sales of $3 million by 2030.", "$3 million", "by 2030"),
    ("Acme's shares rose 5% on Wednesday.", "5%", "Wednesday"),
    ("Acme said on Wednesday that sales rose 5%.", "5%", None),
    ("Acme's shares are up 5% so far this year.", "5%", "so far this year"),
    ("Acme's shares rose 5%, the most since May 2021.", "5%", None),
    ("Acme, which bought a depot in May, lost $3 million.", "$3 million", None),
    ("Acme's rates rose to 5% on Thursday, the third rise this year.", "5%", "Thursday"),
    ("Acme's sales rose 5% in the nine months to September.", "5%", "the nine months to September"),
]


@pytest.mark.parametrize(
    ("text", "amount", "period"), PERIODS, ids=[f"{row[0]} {row[1]}" for row in PERIODS]
)
def test_a_period_is_the_date_that_the_amount_stands_with(
    text: str, amount: str, period: str | None
) -> None:
    assert the_figure(text, amount).period == period


BASES = [
    ("Acme's sales rose 5%.", "5%", "stated"),
    ("Acme expects sales of $3 million.", "$3 million", "forecast"),
    ("Acme will spend $3 million on trams.", "$3 million", "forecast"),
    ("Acme plans to cut 300 jobs.", "300", "forecast"),
    ("Acme's guidance of $3 million stands.", "$3 million", "forecast"),
    ("Acme is reportedly raising $3 million.", "$3 million", "rumoured"),
    ("Acme may sell a stake for $3 million, people familiar with it said.", "$3", "rumoured"),
    ("Acme, which bought a depot in May, lost $3 million.", "$3 million", "stated"),
    ("Acme's sales rose 5% and it expects growth.", "5%", "stated"),
]


@pytest.mark.parametrize(("text", "amount", "basis"), BASES, ids=[row[0] for row in BASES])
def test_a_basis_says_how_the_figure_is_known(text: str, amount: str, basis: str) -> None:
    assert the_figure(text, amount).basis == basis


def test_the_same_amount_of_the_same_thing_is_told_once() -> None:
    text = "Acme's share price rose 9%. It is a record. The stock price of Acme rose 9% in London."
    amounts = [f.amount for f in draft_of(article(text)).figures]
    assert amounts == ["9%"]


def test_the_same_amount_of_another_company_is_another_figure() -> None:
    text = "Acme's sales rose 9%. Birch Inns' sales rose 9%."
    entities = {f.entity for f in draft_of(article(text)).figures}
    assert entities == {"Acme", "Birch Inns"}


def test_an_amount_with_another_bound_is_another_figure() -> None:
    text = "Acme will spend $3 million on trams. Acme will spend more than $3 million on trams."
    comparators = {f.comparator for f in draft_of(article(text)).figures}
    assert comparators == {None, "gt"}


def test_durations_and_ranks_are_told_only_where_there_is_little_else() -> None:
    rich = "Acme's sales rose 5%. Its profit fell 3%. It lost $4 million. The loan runs six years."
    poor = "Acme signed the contract. The loan runs six years."
    assert "six years" not in [f.amount for f in draft_of(article(rich)).figures]
    assert "six years" in [f.amount for f in draft_of(article(poor)).figures]


@pytest.mark.parametrize(
    "record",
    ["reached its highest level in nearly four years", "had its worst week for four years"],
)
def test_how_long_something_is_a_record_for_is_told_only_where_there_is_little_else(
    record: str,
) -> None:
    rich = "Acme's revenue rose 5% to $7 million in 2025. Acme's net profit fell 3% to $2 million."
    sentence = f"Acme's stock price {record}."
    amounts = [
        [f.amount for f in draft_of(article(t)).figures] for t in (f"{rich} {sentence}", sentence)
    ]
    assert [any("four years" in amount for amount in found) for found in amounts] == [False, True]
