"""Expressions of time, and what period a figure has that names none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rules_support import article

from summarizer.engines.rules import draft_of
from summarizer.engines.rules.period_words import expressions

EXPRESSIONS = [
    ("in the three months to March 31, up 5%", "plain", "the three months to March 31"),
    ("for the quarter ended June 30, 2025", "plain", "the quarter ended June 30, 2025"),
    ("against 4% in the year-ago quarter", "prior", "the year-ago quarter"),
    ("lost between October and January", "plain", "October to January"),
    ("from 2011 to 2019", "plain", "2011 to 2019"),
    ("tonnes on the same day last year", "prior", "the same day last year"),
    ("at the end of March", "plain", "the end of March"),
    ("at year-end", "plain", "year-end"),
    ("up since 2015", "since", "since 2015"),
    ("the most since May 2021", None, None),
    ("Since the bridge opened in 1998 it has", "since", "since 1998"),
    ("more than in 2022", None, None),
    ("half-year sales of", "plain", "half-year"),
    ("of its last financial year", "plain", "its last financial year"),
    ("in the June quarter", "plain", "the June quarter"),
    ("in the spring of 2023", "plain", "the spring of 2023"),
    ("spending for the year, it said", "plain", "the year"),
    ("fell on Friday", "day", "Friday"),
    ("had shrunk by Friday evening", "plain", "Friday evening"),
    ("they may march on", None, None),
]


@pytest.mark.parametrize(("text", "sort", "period"), EXPRESSIONS, ids=[e[0] for e in EXPRESSIONS])
def test_an_expression_of_time_is_read_whole(
    text: str, sort: str | None, period: str | None
) -> None:
    found = expressions(text)
    assert [(e.sort, e.text) for e in found] == ([(sort, period)] if period else [])


@given(st.text(alphabet="since the quarter of from to 2019-24 May Friday,", max_size=60))
def test_expressions_stand_in_the_text_in_order(text: str) -> None:
    found = expressions(text)
    assert all(0 <= e.start < e.end <= len(text) for e in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


REPORT = "Acme said revenue rose 6% to $9 million in the first quarter. "
TRADING = "Acme's shares rose 5% on Monday. "
CARRIED = [
    (REPORT + "The operating margin narrowed to 7.9%.", "7.9%", "the first quarter"),
    (REPORT + "Net profit was $2 million, from $3 million in 2024.", "$2 ", "the first quarter"),
    (REPORT + "It employs 2,150 people.", "2,150 people", None),
    (REPORT + "It expects revenue of $40 million.", "$40 million", None),
    (REPORT + "The margin was 5%, compared with 8% in 2024. Orders fell 3%.", "3%", "the first"),
    (REPORT + "Revenue was $8 million last year.", "$8 million", "last year"),
    (TRADING + "Birch Inns' shares fell 3%.", "3%", "Monday"),
    (TRADING + "Birch Inns' shares have lost 30% since May.", "30%", "since May"),
    (TRADING + "Birch Inns made a profit of $3 million.", "$3 million", None),
    ("The offer is 38% above Friday's closing price. Acme's shares rose 9%.", "9%", None),
    ("OSLO, 9 May 2025 - Acme will spend $3 million on trams.", "$3 million", None),
    ("Acme lost $4 million in 2024 and employs 900 people.", "900 people", None),
    ("Acme raised its outlook for the year and said it would spend $3 million.", "$3", None),
    ("A thief took $46 million from Acme on Thursday.", "$46 million", "Thursday"),
    ("Acme now expects a profit of $3 million.", "$3 million", None),
]


@pytest.mark.parametrize(("text", "amount", "period"), CARRIED, ids=[row[0] for row in CARRIED])
def test_a_report_is_of_its_period_and_a_price_of_its_day(
    text: str, amount: str, period: str | None
) -> None:
    drafted = draft_of(article(text), every=True)
    figure = next(f for f in drafted.figures if amount in f.amount)
    assert (figure.period or "").startswith(period or ""), figure.period
    assert (figure.period is None) == (period is None), figure.period


def test_the_period_of_a_title_is_that_of_the_results() -> None:
    text = "Revenue rose 9% to £496 million. Operating profit was £58 million."
    title = "Acme plc: results for the six months to 31 January 2026"
    periods = {f.period for f in draft_of(article(text, title)).figures}
    assert periods == {"the six months to 31 January 2026"}
