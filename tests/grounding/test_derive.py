"""An amount that follows from two stated ones is derived, and names them."""

import pytest

from summarizer.grounding.derive import derive
from summarizer.quantities import parse, scan

SENTENCE = "Sales grew to $4.4 billion from $4.0 billion, with 120 shops in Ohio and 80 in Iowa."


@pytest.mark.parametrize(
    ("claim", "words", "sentence", "operation", "operands"),
    [
        ("$0.4 billion", "grew by", SENTENCE, "difference", ["$4.4 billion", "$4.0 billion"]),
        (
            "$400 million",
            "more than before",
            SENTENCE,
            "difference",
            ["$4.4 billion", "$4.0 billion"],
        ),
        ("$8.4 billion", "together", SENTENCE, "sum", ["$4.4 billion", "$4.0 billion"]),
        ("10%", "rose", SENTENCE, "percent_change", ["$4.4 billion", "$4.0 billion"]),
        ("1.1 times", "times as much", SENTENCE, "ratio", ["$4.4 billion", "$4.0 billion"]),
        ("2 percentage points", "up by", "It rose to 7% from 5%.", "difference", ["7%", "5%"]),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_computed_amount_names_its_operands(claim, words, sentence, operation, operands):
    derivation = derive(parse(claim, "en"), scan(sentence, "en").mentions, words)
    assert derivation.operation == operation
    assert [mention.text for mention in derivation.operands] == operands


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("$0.5 billion", SENTENCE),
        ("€0.4 billion", SENTENCE),
        ("11%", SENTENCE),
        ("more than 10%", SENTENCE),
        ("2%", "It rose to 7% from 5%."),
        ("5 percentage points", "It rose to 7% from 5%."),
        ("1", "The third shop and the second plant."),
        ("10%", "Sales were $4.4 billion."),
        ("11%", "Sales rose 14% to $4.4 billion from $3.9 billion."),
    ],
)
def test_what_does_not_follow_is_not_derived(claim, sentence):
    words = "together, up by"
    assert derive(parse(claim, "en"), scan(sentence, "en").mentions, words) is None


@pytest.mark.parametrize("claim", ["$0.4 billion", "$8.4 billion", "10%"])
def test_nothing_is_derived_that_no_word_asks_for(claim):
    assert derive(parse(claim, "en"), scan(SENTENCE, "en").mentions, "Sales were") is None
