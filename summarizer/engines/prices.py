"""What tokens cost, from the price list of the genai-prices package. Never from the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from summarizer.usage import Usage

_PRICE_LIST_NAMES = {
    "azure_openai": "azure",
    "bedrock": "aws",
    "gemini": "google",
    "generative-ai": "google",
    "vertexai": "google",
    "xai": "x-ai",
}
"""Where Instructor and the price list call a provider by different names."""


def cost(model: str, usage: Usage) -> Decimal | None:
    """The price of `usage` in US dollars, or None where it is unknown: unknown is not zero.

    Args:
        model: `provider/name`, as asked for or as the provider reports it.
        usage: Tokens of one request, or of several to the same model.
    """
    provider, _, name = model.partition("/")
    if usage.input_tokens is None or usage.output_tokens is None or not name:
        return None
    import genai_prices

    tokens = genai_prices.Usage(input_tokens=usage.input_tokens, output_tokens=usage.output_tokens)
    try:
        price = genai_prices.calc_price(
            tokens, name, provider_id=_PRICE_LIST_NAMES.get(provider, provider)
        )
    except LookupError:  # the list has no such provider or model
        return None
    return price.total_price
