"""One request to a model and one answer from it, whoever the provider is.

These are what is recorded and replayed, so they hold what a model is asked and what it said, and
nothing of how a provider's API happens to be spoken.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from summarizer.usage import Usage

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

_UNTOLD = Usage(attempts=1, input_tokens=None, output_tokens=None)
Role = Literal["system", "user", "assistant"]


@dataclass(frozen=True, slots=True)
class Message:
    """A turn of the conversation, word for word as it is sent."""

    role: Role
    content: str


@dataclass(frozen=True, slots=True)
class Request:
    """What a model is asked.

    Attributes:
        provider: The part of `provider/name` before the first slash.
        model: The part after it.
        messages: The conversation so far.
        schema: The JSON Schema that the answer has to match.
        max_output_tokens: The longest answer wanted.
        repeat: Tells requests apart that are the same word for word, where several answers to one
            are wanted; it is not sent.
    """

    provider: str
    model: str
    messages: tuple[Message, ...]
    schema: Mapping[str, Any]
    max_output_tokens: int
    repeat: int = 0

    def as_dict(self) -> dict[str, Any]:
        """The request as JSON values; what `sha256` is taken of."""
        parameters = {"max_output_tokens": self.max_output_tokens}
        if self.repeat:
            parameters["repeat"] = self.repeat
        return {
            "provider": self.provider,
            "model": self.model,
            "messages": [{"role": m.role, "content": m.content} for m in self.messages],
            "schema": self.schema,
            "parameters": parameters,
        }

    def as_json(self) -> str:
        """`as_dict` as JSON in ASCII, with sorted keys and without spaces."""
        return json.dumps(self.as_dict(), sort_keys=True, separators=(",", ":"))

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Request:
        """The request that `as_dict` gave this of.

        Raises:
            KeyError, TypeError: it is not of that form.
        """
        parameters = value["parameters"]
        return cls(
            provider=value["provider"],
            model=value["model"],
            messages=tuple(Message(m["role"], m["content"]) for m in value["messages"]),
            schema=value["schema"],
            max_output_tokens=parameters["max_output_tokens"],
            repeat=parameters.get("repeat", 0),
        )

    def sha256(self) -> str:
        """The request's identity: SHA-256, in hex, of `as_json`."""
        return hashlib.sha256(self.as_json().encode("ascii")).hexdigest()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model said.

    Attributes:
        text: The raw answer.
        finish_reason: Why it ended, in the provider's word ("stop", "length", …), if it said so.
        refusal: The model's words for declining, where it did.
        model: The model's name as the provider reports it.
        usage: Of this one request.
        cost_usd: None where the price is unknown.
    """

    text: str
    finish_reason: str | None = None
    refusal: str | None = None
    model: str | None = None
    usage: Usage = _UNTOLD
    cost_usd: Decimal | None = None

    @property
    def truncated(self) -> bool:
        """Whether the answer was cut off at the token limit."""
        return (self.finish_reason or "").lower() in {"length", "max_tokens"}
