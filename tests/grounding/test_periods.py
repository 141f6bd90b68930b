"""A period's years follow from the article's own times, or the claim is refused, flagged or cut."""

import pytest

from summarizer.grounding import ground_figure
from summarizer.models import DraftFigure, KeyFigure

NEWS = (
    "Harrow Bank lent more. Lending came to $90 million in the final quarter, against $70 million "
    "a year earlier. Its rival Osker lent $60 million last year, three times as much as in 2019. "
    "Osker opened in 1994. It may lend $95 million next year."
)
UNDATED = "Harrow Bank lent $90 million in the second quarter, up from $70 million a year before."
RESULTS = (
    "Harrow Bank's profit for 2024 came out on Monday, 10 March 2025. Profit rose 12% to $4.2 "
    "million from $3.7 million in 2023. It had 310 branches in the three months to June. In May "
    "the bank raised its fee to $9."
)


def claim(source, quote, amount, period, **fields):
    fields = {"metric": "lending", **fields}
    return ground_figure(DraftFigure(quote=quote, amount=amount, period=period, **fields), source)


def outcome(figure):
    """The period that came out with its status, or "refused"."""
    if not isinstance(figure, KeyFigure):
        assert [f.check for f in figure.findings if f.status == "mismatch"][:1] == ["period"]
        return "refused"
    status = next((f.status for f in figure.findings if f.check == "period"), "verified")
    return figure.period, status


@pytest.mark.parametrize(
    ("quote", "amount", "period", "expected"),
    [
        ("$90 million in the final quarter", "$90 million", "final quarter of 2025", "verified"),
        ("$90 million in the final quarter", "$90 million", "fourth quarter of 2024", "refused"),
        ("against $70 million a year earlier", "$70 million", "2025", "verified"),
        ("against $70 million a year earlier", "$70 million", "2023", "refused"),
        ("Osker lent $60 million last year", "$60 million", "2025", "verified"),
        ("Osker lent $60 million last year", "$60 million", "2026", "refused"),
        ("Osker lent $60 million last year", "$60 million", "2019", "refused"),
        ("Osker lent $60 million last year", "$60 million", "2024", "refused"),
        ("It may lend $95 million next year", "$95 million", "2027", "verified"),
        ("It may lend $95 million next year", "$95 million", "2028", "refused"),
    ],
)
def test_a_year_is_counted_from_the_day_of_publication(source_of, quote, amount, period, expected):
    source = source_of(NEWS, published="2026-02-11")
    basis = "forecast" if "may" in quote else "stated"
    found = outcome(claim(source, quote, amount, period, basis=basis))
    assert (found if found == "refused" else found[1]) == expected


@pytest.mark.parametrize(
    ("amount", "period", "left"),
    [
        ("$90 million", "second quarter of 2026", "second quarter"),
        ("$90 million", "second quarter of 2023", "second quarter"),
        ("$90 million", "2026", None),
        ("$90 million", "the 2026 fiscal year", None),
        ("$70 million", "second quarter of 2025", None),
    ],
)
def test_where_no_year_is_named_a_claimed_one_is_left_out(source_of, amount, period, left):
    found = claim(source_of(UNDATED), UNDATED.removesuffix("."), amount, period)
    assert outcome(found) == (left, "ambiguous")


@pytest.mark.parametrize(
    ("quote", "amount", "period", "expected"),
    [
        ("Profit rose 12% to $4.2 million", "12%", "2024", "verified"),
        ("Profit rose 12% to $4.2 million", "$4.2 million", "2024", "verified"),
        ("from $3.7 million in 2023", "$3.7 million", "2023", "verified"),
        ("from $3.7 million in 2023", "$3.7 million", "2024", "refused"),
        ("310 branches in the three months to June", "310", "second quarter of 2025", "ambiguous"),
        ("310 branches in the three months to June", "310", "third quarter of 2025", "refused"),
        ("310 branches in the three months to June", "310", "second quarter", "ambiguous"),
        ("raised its fee to $9", "$9", "May 2025", "verified"),
        ("raised its fee to $9", "$9", "October 2025", "refused"),
    ],
)
def test_a_part_of_the_year_has_to_hold_a_month_that_the_article_names(
    source_of, quote, amount, period, expected
):
    metric = "branches" if amount == "310" else "fee" if amount == "$9" else "profit"
    found = outcome(claim(source_of(RESULTS), quote, amount, period, metric=metric))
    assert (found if found == "refused" else found[1]) == expected


def test_a_year_that_stands_far_from_the_amount_is_flagged(source_of):
    text = (
        "Harrow Bank opened in Leeds. It has a vault. It has a clock. It has a door. It has a "
        "roof. Lending came to $90 million. Much later came the storm. In 1998 the roof fell in."
    )
    found = claim(source_of(text), "Lending came to $90 million", "$90 million", "1998")
    assert outcome(found) == ("1998", "ambiguous")


@pytest.mark.parametrize(
    ("text", "amount", "period", "expected"),
    [
        ("Der Umsatz lag bei 90 Millionen Euro. Ein Jahr zuvor waren es 70 Millionen Euro.",
         "70 Millionen Euro", "2025", "verified"),
        ("Der Umsatz lag bei 90 Millionen Euro. Im Mai waren es 70 Millionen Euro.",
         "70 Millionen Euro", "2025", "refused"),
        ("Im Jahr 2024 lag der Umsatz bei 90 Millionen Euro.", "90 Millionen Euro", "2026",
         "refused"),
        ("La deuda será de 90 millones de euros, 5 millones menos que en 2025.",
         "90 millones de euros", "2026", "verified"),
    ],
    ids=["a year before", "no word of it", "another year", "a year compared with"],
)  # fmt: skip
def test_other_languages_count_years_as_well(source_of, text, amount, period, expected):
    language = "es" if "deuda" in text else "de"
    source = source_of(text, published="2026-08-13", language=language)
    sentence = next(s for s in text.split(". ") if amount in s).removesuffix(".")
    metric = "deuda" if language == "es" else "Umsatz"
    basis = "forecast" if "será" in text else "stated"
    found = outcome(claim(source, sentence, amount, period, metric=metric, basis=basis))
    assert (found if found == "refused" else found[1]) == expected
