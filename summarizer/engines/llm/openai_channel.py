"""The tuned path: the OpenAI API, at OpenAI or at any server that speaks it.

Instructor reads and validates the answers; the requests are our own. In none of its modes on this
API does Instructor send `strict: true`, so that OpenAI would not hold the model to the schema, and
it rebuilds a class and a schema for every call. Here the strict `response_format` is built once
and sent as it is, through the function that Instructor's retry loop is given.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from summarizer.engines.llm.failures import (
    Failure,
    from_exception,
    from_status,
    not_the_api,
    provider_message,
    unknown,
)
from summarizer.engines.llm.reading import Reader, wire_model

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from instructor.core.hooks import Hooks
    from openai.types.chat import ChatCompletion

    from summarizer.engines.exchange import Answer, Request
    from summarizer.engines.llm.target import Target

Structure = Literal["json_schema", "json_object", "text"]
_NEXT_STRUCTURE: dict[Structure, Structure] = {"json_schema": "json_object", "json_object": "text"}
_STRUCTURE_WORDS = ("response_format", "json_schema", "json_object", "structured output")
_FORM_STATUSES = frozenset({400, 415, 422, 500, 501})
"""With these, servers say that they do not know a parameter."""
_CONNECT_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Dialect:
    """What a server understands, as far as it has told us."""

    structure: Structure = "json_schema"
    limit: Literal["max_completion_tokens", "max_tokens"] = "max_tokens"
    temperature: bool = True
    limit_known: bool = False
    """Whether the other name for the limit was tried: there is no way back."""

    def without(self, complaint: str) -> tuple[dict[str, Any], str] | None:
        """The fields to change after an error that says `complaint`, and the change in words."""
        text = complaint.lower()
        if self.structure in _NEXT_STRUCTURE and any(word in text for word in _STRUCTURE_WORDS):
            other = _NEXT_STRUCTURE[self.structure]
            return {"structure": other}, f"no {self.structure} here, {other} used"
        # Servers that refuse the old name hint at the new one: either complaint holds the new.
        if not self.limit_known and "max_completion_tokens" in text and "large" not in text:
            name = "max_tokens" if self.limit != "max_tokens" else "max_completion_tokens"
            change = {"limit": name, "limit_known": True}
            return change, f"no {self.limit} here, {name} used"
        if self.temperature and "temperature" in text:
            return {"temperature": False}, "no temperature here, none sent"
        return None


class Dialects:
    """The dialect that an engine has learnt, shared by its channels."""

    def __init__(self, target: Target) -> None:
        # OpenAI's newer models refuse max_tokens; Ollama and others know nothing else.
        limit: Literal["max_completion_tokens", "max_tokens"] = (
            "max_tokens" if target.own_server else "max_completion_tokens"
        )
        self.current = Dialect(limit=limit)

    def learn(self, used: Dialect, complaint: str) -> str | None:
        """Change after a complaint about `used`; what changed, or None where nothing did."""
        step = used.without(complaint)
        if step is None:
            return None
        # Another request may have learnt the same in the meantime, and more: keep what it learnt.
        news = {
            name: value
            for name, value in step[0].items()
            if getattr(self.current, name) == getattr(used, name)
        }
        self.current = replace(self.current, **news)
        return step[1]


class OpenAIChannel:
    """Speaks the Chat Completions API through the openai package's asynchronous client.

    Format: https://platform.openai.com/docs/api-reference/chat.
    """

    def __init__(self, target: Target, timeout: float, dialects: Dialects) -> None:
        import httpx2
        import openai
        from instructor import Mode
        from instructor.core.retry import retry_async
        from openai.types.chat import ChatCompletion

        self._target = target
        self._timeout = timeout
        self._dialects = dialects
        self._modes = {
            "json_schema": Mode.JSON_SCHEMA,
            "json_object": Mode.JSON,
            "text": Mode.MD_JSON,
        }
        self._attempt = retry_async
        self._completion_type = ChatCompletion
        self._response_type = httpx2.Response
        self._reader = Reader(target, timeout)
        self._client = openai.AsyncOpenAI(
            api_key=target.api_key or "none",  # the package insists on one; local servers do not
            base_url=target.base_url,
            max_retries=0,
            timeout=httpx2.Timeout(timeout, connect=min(timeout, _CONNECT_SECONDS)),
        )

    async def send(self, request: Request) -> Answer:
        """Send one request."""
        dialect = self._dialects.current

        def ask(hooks: Hooks) -> Awaitable[Any]:
            return self._attempt(
                self._complete,
                wire_model(),
                (),
                body(request, dialect),
                max_retries=0,
                mode=self._modes[dialect.structure],
                hooks=hooks,
            )

        return await self._reader.read(ask, lambda error: self._failure(error, dialect))

    async def aclose(self) -> None:
        """Close the client; one that is dropped open makes later requests hang."""
        await self._client.close()

    async def _complete(self, **request: Any) -> ChatCompletion:  # noqa: ANN401 - JSON values
        """What Instructor calls: `request` is the body, which goes out as it is."""
        # `post` rather than `create`: half the CPU time, and the answer as it came.
        response = await self._client.post(
            "/chat/completions", body=request, cast_to=self._response_type
        )
        return self._completion(response.text)

    def _completion(self, text: str) -> ChatCompletion:
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            raise not_the_api(text, self._target) from None
        if isinstance(data, dict) and data.get("error") and not data.get("choices"):
            # Some gateways send an upstream's error with status 200.
            code = data["error"].get("code") if isinstance(data["error"], dict) else None
            status = code if isinstance(code, int) and code >= 400 else 502
            raise from_status(status, {}, data, self._target)
        try:
            message = data["choices"][0]["message"]
            message["content"] = _content(message.get("content"))
        except (KeyError, IndexError, TypeError, AttributeError):
            raise not_the_api(text, self._target) from None
        return self._completion_type.construct(**data)

    def _failure(self, error: BaseException, dialect: Dialect) -> Failure:
        known = from_exception(error, self._target, self._timeout)
        return self._learn(error, dialect) or known or unknown(error, self._target)

    def _learn(self, error: BaseException, dialect: Dialect) -> Failure | None:
        status = getattr(error, "status_code", None)
        if status not in _FORM_STATUSES:
            return None
        raw = getattr(error, "body", None)
        code, message = provider_message(raw)
        param = raw.get("param") if isinstance(raw, dict) else None
        changed = self._dialects.learn(dialect, f"{code} {param or ''} {message}")
        if changed is None:
            return None
        known = from_status(int(status), {}, raw, self._target).error
        return Failure(f"{status} {changed}", known, again="now")


def body(request: Request, dialect: Dialect) -> dict[str, Any]:
    """The request's body in a server's dialect; the messages go out as they are."""
    messages = [{"role": m.role, "content": m.content} for m in request.messages]
    out: dict[str, Any] = {"model": request.model, "messages": messages}
    if dialect.structure == "json_schema":
        schema = {"name": "summary", "strict": True, "schema": request.schema}
        out["response_format"] = {"type": "json_schema", "json_schema": schema}
    else:
        messages[0]["content"] += (
            "\n\nAnswer with one JSON object and nothing else. It must match this JSON Schema:\n"
            + json.dumps(request.schema, separators=(",", ":"))
        )
        if dialect.structure == "json_object":
            out["response_format"] = {"type": "json_object"}
    out[dialect.limit] = request.max_output_tokens
    if dialect.temperature:
        out["temperature"] = 0
    return out


def _content(content: object) -> str:
    """The words, also of a server that sends them in parts."""
    if isinstance(content, list):
        parts = (part.get("text") for part in content if isinstance(part, dict))
        return "".join(part for part in parts if isinstance(part, str))
    return content if isinstance(content, str) else ""
