"""What a scripted server can answer."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import threading
    from collections.abc import Mapping

INPUT_TOKENS = 1000
OUTPUT_TOKENS = 200
"""What an answer reports unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One HTTP answer.

    Attributes:
        status: The HTTP status.
        content: The body.
        content_type: Its type.
        headers: Further headers.
        action: "send" it; "drop" the connection instead; "slow": send it once `gate` is set.
        gate: See `action`; without one it is sent after `seconds`.
        seconds: How long "slow" waits for `gate` at most.
    """

    status: int
    content: bytes
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    action: Literal["send", "drop", "slow"] = "send"
    gate: threading.Event | None = None
    seconds: float = 0.0


def completion(
    content: str | None,
    *,
    refusal: str | None = None,
    finish_reason: str = "stop",
    usage: tuple[int, int] | None = (INPUT_TOKENS, OUTPUT_TOKENS),
    model: str = "scripted-1",
) -> Reply:
    """A chat completion with this message; `usage` is input and output tokens, None for no word."""
    body: dict[str, Any] = {
        "id": "chatcmpl-scripted",
        "object": "chat.completion",
        "created": 0,
        "model": model,
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": content, "refusal": refusal},
                "finish_reason": finish_reason,
                "logprobs": None,
            }
        ],
    }
    if usage is not None:
        body["usage"] = {
            "prompt_tokens": usage[0],
            "completion_tokens": usage[1],
            "total_tokens": sum(usage),
        }
    return Reply(200, json.dumps(body).encode())


def error(
    code: int,
    *,
    retry_after: str | float | None = None,
    body: object = None,
    message: str | None = None,
) -> Reply:
    """An HTTP error as the API words it, or with a body of your own."""
    if body is None:
        said = message or f"scripted error {code}"
        body = {"error": {"message": said, "type": "scripted", "param": None, "code": None}}
    raw = body if isinstance(body, str) else json.dumps(body)
    headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
    kind = "text/html" if raw.lstrip().startswith("<") else "application/json"
    return Reply(code, raw.encode(), kind, headers)
