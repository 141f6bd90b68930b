"""What a completion says, in whichever provider's shape it comes.

No provider's package is imported: OpenAI's shape (which most others speak), Anthropic's and
Google's are told apart by the names of their fields. Nothing here raises, whatever the shape.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from summarizer.engines import prices
from summarizer.engines.exchange import Answer
from summarizer.usage import Usage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.engines.llm.target import Target


def answer_of(completion: object, target: Target) -> Answer:
    """The answer that a completion holds; its text is empty where the shape is an unknown one.

    The tokens are priced as those of the model that the provider reports, else of the one asked.
    """
    usage = usage_of(completion)
    refusal = _message_field(completion, "refusal")
    model = getattr(completion, "model", None)
    model = model if isinstance(model, str) and model else None
    price = None
    if not target.own_server:
        reported = f"{target.provider}/{model}" if model else target.spec
        price = prices.cost(reported, usage)
        if price is None and model:  # a gateway's own name for it may be in no list
            price = prices.cost(target.spec, usage)
    return Answer(
        text=words(completion),
        finish_reason=finish_reason(completion),
        refusal=str(refusal) if refusal else None,
        model=model,
        usage=usage,
        cost_usd=price,
    )


def words(completion: object) -> str:
    """The model's raw words, where a completion has the shape of OpenAI's or Anthropic's."""
    for call in _message_field(completion, "tool_calls") or ():
        arguments = getattr(getattr(call, "function", None), "arguments", None)
        if isinstance(arguments, str):
            return arguments
    content = _message_field(completion, "content")
    if isinstance(content, str):
        return content
    return "".join(_blocks(getattr(completion, "content", None)))


def finish_reason(completion: object) -> str:
    """Why the answer ended, in the provider's word; "stop" where it has none that we know."""
    choice = _choice(completion)
    reason = getattr(choice, "finish_reason", None) or getattr(completion, "stop_reason", None)
    return reason if isinstance(reason, str) else "stop"


def usage_of(completion: object) -> Usage:
    """The tokens of one request, under whichever names its provider has for them."""
    usage = getattr(completion, "usage", None) or getattr(completion, "usage_metadata", None)
    tokens: list[int | None] = []
    for names in (
        ("prompt_tokens", "input_tokens", "prompt_token_count"),
        ("completion_tokens", "output_tokens", "candidates_token_count"),
    ):
        found = [getattr(usage, name, None) for name in names]
        tokens.append(next((count for count in found if type(count) is int), None))
    if tokens == [0, 0]:  # no request takes none: it is how servers say that they do not count
        tokens = [None, None]
    return Usage(1, tokens[0], tokens[1])


def _choice(completion: object) -> object:
    choices = getattr(completion, "choices", None)
    return choices[0] if isinstance(choices, list) and choices else None


def _message_field(completion: object, name: str) -> Any:  # noqa: ANN401 - any provider's value
    return getattr(getattr(_choice(completion), "message", None), name, None)


def _blocks(content: object) -> Iterator[str]:
    """Anthropic's blocks: what a tool is called with is the answer, words around it are not."""
    blocks = content if isinstance(content, list) else []
    given = [block.input for block in blocks if getattr(block, "input", None) is not None]
    if given:
        yield json.dumps(given[0], default=str)
        return
    for block in blocks:
        text = getattr(block, "text", "")
        yield text if isinstance(text, str) else ""
