"""A claimed figure is verified by reading its amount from the article again."""

from decimal import Decimal

import pytest

from summarizer.grounding import Source, ground_figure
from summarizer.models import DraftFigure, KeyFigure, RejectedFigure


def draft(quote, amount, metric="revenue", **fields):
    return DraftFigure(quote=quote, amount=amount, metric=metric, **fields)


def test_a_true_claim_is_verified_and_carries_the_articles_own_reading(source):
    figure = ground_figure(
        draft(
            "now expects full-year profit of up to $610 million",
            "$610 million",
            "full-year profit",
            entity="Orrin Foods",
            basis="forecast",
            importance="high",
        ),
        source,
    )
    assert isinstance(figure, KeyFigure)
    assert (figure.status, figure.text, figure.value) == (
        "verified",
        "up to $610 million",
        610_000_000,
    )
    assert (figure.comparator, figure.unit, figure.basis) == ("le", "USD", "forecast")
    assert source.text[figure.start : figure.end] == figure.text
    evidence = figure.evidence
    assert source.text[evidence.start : evidence.end] == evidence.quote


def test_evidence_reaches_to_the_bound_that_the_quote_left_out(source):
    claim = draft("$610 million, against", "$610 million", "profit", basis="forecast")
    figure = ground_figure(claim, source)
    assert figure.evidence.quote == "up to $610 million, against"
    assert figure.comparator == "le"


REJECTED = [
    (draft("revenue rose 12% to $44 billion", "$44 billion"), "quote", "not in the article"),
    (draft("revenue rose 12% to $4.4 billion", "$44 billion"), "amount", "a power of ten off"),
    (draft("revenue rose 12% to $4.4 billion", "$4.4 million"), "amount", "a power of ten off"),
    (draft("revenue rose 12% to $4.4 billion", "€4.4 billion"), "unit", "USD"),
    (draft("revenue rose 12% to $4.4 billion", "13%"), "amount", "the quote says '12%'"),
    (draft("rose 12% to $4", "$4"), "quote", "not in the article"),
    (draft("380 million", "380 million"), "quote", "cuts the amount '380 million yuan'"),
    (draft("Its Harvest-7 oven", "7"), "amount", "'Harvest-7' is no quantity (name)"),
    (draft("Its Harvest-7 oven", "some"), "amount", "states no amount"),
    (draft("said on Tuesday", "$5"), "amount", "the quote states no amount"),
    (draft("revenue rose 12%", "12%", direction="down"), "direction", "read as down"),
    (draft("up to $610 million", "$610 million", comparator="ge"), "comparator", "'up to'"),
    (draft("gained 6.3%", "6.3%", "shares", entity="Brackley"), "entity", "Orrin Foods"),
    (draft("gained 6.3%", "6.3%", "shares", entity="Zelkova"), "entity", "not in the article"),
    (draft("rose 12%", "12%", period="2023"), "period", "the article says this of 2026"),
    (draft("gained 6.3%", "6.3%", "shares", period="2019"), "period", "2019 is not"),
]


@pytest.mark.parametrize(("claim", "check", "reason"), REJECTED, ids=lambda v: str(v)[:40])
def test_a_wrong_claim_is_rejected_and_the_reason_names_the_field(claim, check, reason, source):
    result = ground_figure(claim, source)
    assert isinstance(result, RejectedFigure)
    assert reason in result.reason
    assert check in {finding.check for finding in result.findings}
    assert result.status in ("mismatch", "unsupported")


@pytest.mark.parametrize(
    ("claim", "check", "reason"),
    [
        (draft("gained 6.3%", "6.3%", "shares", period="the autumn"), "period", "autumn"),
        (draft("gained 6.3%", "6.3%", "zeugma"), "metric", "nothing beside the amount says"),
    ],
    ids=["period", "metric"],
)
def test_what_the_words_leave_open_is_kept_and_marked(claim, check, reason, source):
    figure = ground_figure(claim, source)
    assert isinstance(figure, KeyFigure)
    assert figure.status == "ambiguous"
    assert any(f.check == check and reason in f.reason for f in figure.findings)


def test_a_currency_that_the_words_leave_open_is_marked(source_of):
    source = source_of("The shop took 240 million pesos.", language="en")
    figure = ground_figure(draft("took 240 million pesos", "240 million pesos", "shop"), source)
    assert figure.status == "ambiguous"
    assert any("does not say whose" in finding.reason for finding in figure.findings)


@pytest.mark.parametrize(
    ("sales", "unit", "status"),
    [
        ("12 million euros", "EUR", "ambiguous"),
        ("$12 million", "USD", "verified"),
        ("$12 million and €3 million", "USD", "ambiguous"),
    ],
)
def test_bare_cents_are_marked_where_they_may_be_no_cents_of_a_dollar(
    sales, unit, status, source_of
):
    source = source_of(f"Kerr had sales of {sales}. The loaf costs 85 cents.", language="en")
    figure = ground_figure(draft("loaf costs 85 cents", "85 cents", "loaf"), source)
    assert (figure.value, figure.unit, figure.status) == (Decimal("0.85"), unit, status)


def test_a_computed_amount_is_derived_and_names_its_operands(source):
    quote = "revenue rose 12% to $4.4 billion in the second quarter of 2026, from $3.9 billion"
    figure = ground_figure(draft(quote, "$0.5 billion", "revenue growth"), source)
    assert (figure.status, figure.operation) == ("derived", "difference")
    assert [operand.quote for operand in figure.operands] == ["$4.4 billion", "$3.9 billion"]
    assert figure.value == 500_000_000


def test_a_quote_is_looked_for_in_the_sentence_that_was_pointed_at(source_of):
    source = source_of("Sales rose 5% in May. Costs fell. Sales rose 5% in June.", language="en")
    figure = ground_figure(draft("Sales rose 5%", "5%", "sales", sentence=3), source)
    assert figure.start == source.text.rindex("5%")


def test_a_quote_from_the_page_around_the_article_is_rejected_with_its_place():
    from summarizer.articles import Document, clean
    from summarizer.grounding import Source

    body = "\n".join(
        f"The harbour of Skerry handled {n} thousand tonnes of grain in week {n}, said the "
        "port's director, who expects the season to go on until the rains come in earnest."
        for n in range(11, 16)
    )
    page = f"Menu\nHome\nMarkets\n{body}\nMost Read\nKestrel Bank in Talks Over $20 Billion Deal\n"
    source = Source(clean(Document(source="text", content=page, id="t", hint="text")))
    result = ground_figure(draft("Talks Over $20 Billion", "$20 Billion", "deal"), source)
    assert isinstance(result, RejectedFigure)
    assert "a part of the page that is not the article" in result.reason


@pytest.mark.parametrize(
    ("text", "address", "unit", "status"),
    [
        ("Acme earned $5 million.", "text", "USD", "verified"),
        ("Acme earned $5 million.", "https://news.example.ca/a", "USD", "ambiguous"),
        ("Acme earned $5 million.", "https://example.com.au/a", "USD", "ambiguous"),
        ("Acme earned $5 million.", "https://example.com/ca", "USD", "verified"),
        ("Acme earned US$5 million.", "https://example.ca/a", "USD", "verified"),
        ("Acme earned C$5 million.", "https://example.ca/a", "CAD", "verified"),
        ("Acme earned $5 million in Toronto.", "text", "USD", "ambiguous"),
        ("Acme earned $5 million in Toronto and New York.", "text", "USD", "verified"),
        ("Acme earned $5 million in Toronto and Sydney.", "text", "USD", "verified"),
        (
            "Acme earned $5 million in Sydney, US$3 million abroad.",
            "text",
            "USD",
            "ambiguous",
        ),
    ],
)
def test_a_bare_dollar_is_open_in_the_news_of_another_dollars_country(
    text, address, unit, status, source_of
):
    article = source_of(text, language="en").article.model_copy(update={"source": address})
    amount = text.removeprefix("Acme earned ").split(" million")[0] + " million"
    claim = draft(f"Acme earned {amount}", amount, "earned")
    figure = ground_figure(claim, Source(article))
    assert isinstance(figure, KeyFigure)
    found = next((f.status for f in figure.findings if f.check == "unit"), "verified")
    assert (figure.unit, found) == (unit, status)
