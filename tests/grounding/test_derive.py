"""An amount that follows from two stated ones is derived, and names them."""

import pytest

from summarizer.grounding.derive import derive
from summarizer.quantities import parse, scan

SENTENCE = "Sales grew to $4.4 billion from $4.0 billion, with 120 shops in Ohio and 80 in Iowa."


@pytest.mark.parametrize(
    ("claim", "sentence", "operation", "operands"),
    [
        ("$0.4 billion", SENTENCE, "difference", ["$4.4 billion", "$4.0 billion"]),
        ("$400 million", SENTENCE, "difference", ["$4.4 billion", "$4.0 billion"]),
        ("$8.4 billion", SENTENCE, "sum", ["$4.4 billion", "$4.0 billion"]),
        ("10%", SENTENCE, "percent_change", ["$4.4 billion", "$4.0 billion"]),
        ("1.1 times", SENTENCE, "ratio", ["$4.4 billion", "$4.0 billion"]),
        ("2 percentage points", "It rose to 7% from 5%.", "difference", ["7%", "5%"]),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_computed_amount_names_its_operands(claim, sentence, operation, operands):
    derivation = derive(parse(claim, "en"), scan(sentence, "en").mentions)
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
    ],
)
def test_what_does_not_follow_is_not_derived(claim, sentence):
    assert derive(parse(claim, "en"), scan(sentence, "en").mentions) is None
