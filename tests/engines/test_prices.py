"""Prices, offline."""

from __future__ import annotations

from decimal import Decimal

import pytest

from summarizer.engines.prices import cost
from summarizer.usage import Usage

MILLION = Usage(1, 1_000_000, 0)


@pytest.mark.parametrize(
    "model",
    ["openai/gpt-4o-mini", "openai/gpt-4o-mini-2024-07-18", "anthropic/claude-sonnet-4-5",
     "google/gemini-2.5-flash", "groq/llama-3.3-70b-versatile"],
)  # fmt: skip
def test_a_known_model_has_a_price_in_decimal(model):
    price = cost(model, MILLION)
    assert isinstance(price, Decimal)
    assert Decimal("0.01") < price < Decimal(100)


def test_a_price_is_the_providers_own():
    assert cost("openai/gpt-4o-mini", Usage(1, 1_000_000, 1_000_000)) == Decimal("0.75")


@pytest.mark.parametrize(
    ("model", "usage"),
    [
        ("openai/no-such-model", MILLION),
        ("ollama/llama3", MILLION),
        ("nobody/gpt-4o-mini", MILLION),
        ("rules", MILLION),
        ("openai/gpt-4o-mini", Usage(1, None, 5)),
        ("openai/gpt-4o-mini", Usage(1, 5, None)),
    ],
)
def test_an_unknown_price_is_none_and_not_zero(model, usage):
    assert cost(model, usage) is None
