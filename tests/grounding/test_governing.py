"""What governs an amount is read from its clause, and held against what is said of it."""

import pytest

from summarizer.grounding import check_numbers, ground_figure
from summarizer.models import DraftFigure

WRONG = [
    ("Profit was $5 million and revenue was $50 million.", "Profit was $50 million.", "metric"),
    ("Acme posted a loss of $8 million.", "Acme posted a profit of $8 million.", "metric"),
    ("Schools get $24 million, roads $15 million.", "Roads get $24 million.", "metric"),
    (
        "Food sales were $5 million and fuel sales were $9 million.",
        "Fuel sales were $5 million.",
        "metric",
    ),
    ("Acme expects sales of $5 million.", "Sales were $5 million.", "basis"),
    ("Acme may cut 900 jobs.", "Acme cut 900 jobs.", "basis"),
    ("Acme hopes to ship 7 million masks.", "Acme shipped 7 million masks.", "basis"),
    (
        "Ann Lee earned $5 million. Bob Ray earned $9 million.",
        "Ann Lee earned $9 million.",
        "entity",
    ),
    (
        "Acme's sales grew 6% to $7 billion; Borel's shrank 2% to $5 billion.",
        "Acme's sales were $5 billion.",
        "entity",
    ),
    ("Rents rose 7.5% in Oslo and 11% in Bergen.", "Rents rose 11% in Oslo.", "entity"),
    ("Inflation slowed to 2.2% from 2.9%.", "Inflation accelerated to 2.2%.", "direction"),
    ("Sales rose by $3 million.", "Sales rose to $3 million.", "direction"),
    ("Sales fell to $3 million from $4 million.", "Sales fell from $3 million.", "direction"),
    (
        "Acme restated its income to $4 million from $6 million.",
        "Acme raised its income to $4 million.",
        "direction",
    ),
    (
        "Income was $5 million in 2024, $9 million in 2025.",
        "Income was $9 million in 2024.",
        "period",
    ),
    (
        "Sales rose to $3 million in the third quarter, from $2 million a year earlier.",
        "Sales were $2 million in the third quarter.",
        "period",
    ),
    ("The rate was 5% in October.", "The October rate was 5%, but in May it was 5%.", "period"),
    ("Revenue rose to $5 million, not $6 million.", "Revenue was $6 million.", "denied"),
    ("Acme denied a report that it would cut 900 jobs.", "Acme will cut 900 jobs.", "denied"),
    ("Revenue was $6 million.", "Revenue was not $6 million.", "denied"),
]
RIGHT = [
    (
        "Acme shares jumped after it said it would put $5 million into research.",
        "Its investment is to be $5 million.",
    ),
    ("Profit was $5 million and revenue was $50 million.", "Turnover was $50 million."),
    ("Net profit was $5 million.", "It earned $5 million."),
    ("Schools get $24 million, roads $15 million.", "Roads receive $15 million."),
    ("Acme expects sales of $5 million.", "Sales of $5 million are expected."),
    ("Acme may cut 900 jobs.", "Acme to cut 900 jobs."),
    ("Sales beat expectations at $5 million.", "Sales were $5 million."),
    (
        "Chief Executive Bo Lee of Acme was pleased. Lee sees sales of $5 million.",
        "Acme sees $5 million.",
    ),
    ("Rents rose 7.5% in Oslo and 11% in Bergen.", "In Bergen, rents were up 11%."),
    ("Sales growth slowed to 5%.", "Sales rose 5%."),
    ("Sales fell to $3 million from $4 million.", "Sales dropped from $4 million."),
    ("The net loss widened to $8 million.", "Acme lost $8 million."),
    (
        "Sales rose to $3 million, from $2 million a year earlier.",
        "A year ago sales were $2 million.",
    ),
    ("Income was $5 million in 2024, $9 million in 2025.", "Income in 2025 was $9 million."),
    ("Revenue rose to $5 million, not $6 million.", "Revenue is $5 million and not $6 million."),
    ("Acme denied that it would cut 900 jobs.", "Acme denied that it will cut 900 jobs."),
]


@pytest.mark.parametrize(("article", "claim", "check"), WRONG, ids=[w[1] for w in WRONG])
def test_what_the_article_says_otherwise_is_a_mismatch_with_its_name(
    article, claim, check, source_of
):
    found = check_numbers(claim, source_of(article, language="en"))
    assert check in {f.check for f in found if f.status == "mismatch"}


@pytest.mark.parametrize(("article", "claim"), RIGHT, ids=[r[1] for r in RIGHT])
def test_what_the_article_says_in_other_words_stands(article, claim, source_of):
    found = check_numbers(claim, source_of(article, language="en"))
    assert not [f for f in found if f.status in ("mismatch", "unsupported")]


FIGURES = [
    (
        "Acme expects sales of $5 million.",
        {"metric": "sales", "basis": "stated"},
        "basis",
        "mismatch",
    ),
    ("Sales were $5 million.", {"metric": "sales", "basis": "forecast"}, "basis", "ambiguous"),
    ("Sales were $5 million.", {"metric": "sales", "basis": "rumoured"}, "basis", "ambiguous"),
    ("Profit was up. Revenue was $5 million.", {"metric": "profit"}, "metric", "mismatch"),
    (
        "Sales were $5 million in the first quarter.",
        {"metric": "sales", "period": "third quarter"},
        "period",
        "mismatch",
    ),
    ("Sales fell to $5 million.", {"metric": "sales", "direction": "up"}, "direction", "mismatch"),
]


@pytest.mark.parametrize(
    ("article", "fields", "check", "status"), FIGURES, ids=[f"{f[2]}: {f[0]}" for f in FIGURES]
)
def test_a_figure_is_held_against_what_governs_its_amount(
    article, fields, check, status, source_of
):
    draft = DraftFigure(quote="$5 million", amount="$5 million", **fields)
    result = ground_figure(draft, source_of(article, language="en"))
    assert (check, status) in {(f.check, f.status) for f in result.findings}


def test_nothing_is_read_in_a_language_without_word_lists(source_of):
    assert source_of("Der Umsatz betrug 5 Millionen Euro.", language="de").contexts == {}
