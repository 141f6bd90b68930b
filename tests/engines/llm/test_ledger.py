"""The account of one article."""

from __future__ import annotations

from decimal import Decimal

import pytest

from summarizer.engines.exchange import Answer
from summarizer.engines.llm.ledger import Ledger
from summarizer.usage import Usage

CENT = Decimal("0.01")


@pytest.mark.parametrize(
    ("costs", "total"),
    [([], None), ([CENT], CENT), ([CENT, CENT], 2 * CENT), ([CENT, None], None), ([None], None)],
)
def test_a_cost_is_the_sum_or_unknown(costs, total):
    ledger = Ledger()
    for cost in costs:
        ledger.answered(Answer("", usage=Usage(1, 1, 1), cost_usd=cost))
    assert ledger.cost_usd == total


def test_a_request_without_an_answer_costs_an_attempt_and_no_tokens():
    ledger = Ledger()
    ledger.failed()
    ledger.answered(Answer("", usage=Usage(1, 10, 2)))
    assert ledger.usage == Usage(2, 10, 2)


def test_an_answer_without_a_word_on_tokens_makes_the_sum_unknown():
    ledger = Ledger()
    ledger.answered(Answer(""))
    ledger.answered(Answer("", usage=Usage(1, 10, 2)))
    assert ledger.usage == Usage(2, None, None)


def test_the_model_is_the_one_last_reported():
    ledger = Ledger()
    ledger.answered(Answer("", model="one"))
    ledger.answered(Answer(""))
    assert ledger.model == "one"
