"""Of whom: names that the article has in another form, and those that it says of others."""

import pytest

from summarizer.grounding import ground_figure
from summarizer.models import DraftFigure, KeyFigure

NEWS = (
    "Larkmoor sold its ferries. The Castorian National Bank lent it $90 million, the bank said. "
    "Dockers in Tessaly got a bonus of $40 million. Feldmark (FDM) said profits fell. FDM employs "
    "9,700 people. Harrow Bank opened. Its fees brought in $12 million. Later the CNB left. "
    "Nobody stayed. Quayside Insurance lost a window."
)


def outcome(source, quote, amount, entity, metric):
    found = ground_figure(
        DraftFigure(quote=quote, amount=amount, entity=entity, metric=metric), source
    )
    if isinstance(found, KeyFigure):
        return next((f.status for f in found.findings if f.check == "entity"), "verified")
    return "refused" if any(f.check == "entity" for f in found.findings) else found.reason


@pytest.mark.parametrize(
    ("quote", "amount", "entity", "expected"),
    [
        ("lent it $90 million", "$90 million", "Castorian National Bank", "verified"),
        ("lent it $90 million", "$90 million", "CNB", "verified"),
        ("lent it $90 million", "$90 million", "ECB", "refused"),
        ("lent it $90 million", "$90 million", "Norvalian National Bank", "refused"),
        ("lent it $90 million", "$90 million", "Larkmoor Capital", "ambiguous"),
        ("lent it $90 million", "$90 million", "Larkspur Capital", "refused"),
        ("lent it $90 million", "$90 million", "Harrow Capital", "refused"),
        ("a bonus of $40 million", "$40 million", "Tessaly Dockers' Union", "ambiguous"),
        ("a bonus of $40 million", "$40 million", "Port of Tessaly", "ambiguous"),
        ("a bonus of $40 million", "$40 million", "Port of Marrow", "refused"),
        ("a bonus of $40 million", "$40 million", "crane drivers", "ambiguous"),
        ("FDM employs 9,700 people", "9,700 people", "Feldmark", "verified"),
        ("FDM employs 9,700 people", "9,700 people", "Quayside Insurance", "refused"),
        ("brought in $12 million", "$12 million", "Harrow Bank", "verified"),
        ("brought in $12 million", "$12 million", "Quayside Insurance", "ambiguous"),
    ],
)
def test_a_name_may_be_told_in_another_form_but_not_as_another(
    source_of, quote, amount, entity, expected
):
    metric = {"$90 million": "loan", "$40 million": "bonus", "9,700 people": "people"}
    source = source_of(NEWS, language="en")
    assert outcome(source, quote, amount, entity, metric.get(amount, "fees")) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Bees cost $9, said Rudy Vane. He likes bees.", "en", "verified"),
        ("Bolt paid $9, said Rudy Vane. He likes bees.", "en", "refused"),
        ("Menschen gaben 9 Euro, sagte Rudy Vane.", "de", "verified"),
    ],
    ids=["a word that the article has without a capital", "a name", "a German noun"],
)
def test_a_capital_alone_makes_no_name(source_of, text, language, expected):
    amount = "9 Euro" if language == "de" else "$9"
    quote = text.split(amount)[0] + amount
    found = outcome(source_of(text, language=language), quote, amount, "Rudy Vane", "cost")
    assert found == expected


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ("Its Hong Kong-listed shares", "verified"),
        ("Its New York-listed American shares", "verified"),
        ("Its Buenos Aires-listed shares", "verified"),
        ("Quayside Insurance's shares", "ambiguous"),
    ],
)
def test_where_shares_are_listed_is_not_whose_they_are(source_of, shares, expected):
    text = f"Brandel raised its outlook on Monday. {shares} ended the day 9.2% higher."
    quote = f"{shares} ended the day 9.2% higher"
    assert outcome(source_of(text, language="en"), quote, "9.2%", "Brandel", "shares") == expected
