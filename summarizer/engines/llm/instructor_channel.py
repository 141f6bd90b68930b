"""Every other provider, through Instructor's `from_provider`.

Instructor knows how each provider wants a schema and where its answer stands. What it is not let
do: retry (one layer does, see `retry`), word re-asks (`asking` does), and template messages: its
`context=` runs article text as Jinja2, so it is never given.
"""

from __future__ import annotations

import inspect
import json
import re
from typing import TYPE_CHECKING, Any

import anyio

from summarizer.engines import prices
from summarizer.engines.exchange import Answer
from summarizer.engines.llm.failures import Failure, from_exception, not_the_api, shorten, unknown
from summarizer.engines.llm.quiet import hush, quietly
from summarizer.engines.llm.wire import WireAnswer
from summarizer.errors import AuthError, ModelError, TransportError
from summarizer.usage import Usage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.engines.exchange import Request
    from summarizer.engines.llm.target import Target

_TAKES_BASE_URL = frozenset({"anyscale", "deepseek", "ollama", "openrouter", "together"})
"""Providers of Instructor's that speak the OpenAI API and take a server's address."""
_REFUSED = re.compile(r"Unable to generate a response due to (.*)", re.DOTALL)
_NO_ANSWER = re.compile(r"\A'str' object has no attribute")
"""How it shows in an SDK that a server sent a web page: the page stands where an answer should."""
_INSTALL = re.compile(r"""pip install ["']?([\w.\[\]-]+)""")
_VARIABLE = re.compile(r"\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_(?:KEY|TOKEN)\b")


class InstructorChannel:
    """Speaks to a provider through an asynchronous Instructor client.

    Raises:
        ModelError: Instructor does not know the provider, or its package is not installed.
        AuthError: the provider's package found no key.
    """

    def __init__(self, target: Target, timeout: float) -> None:
        import instructor
        from instructor.auto_client import from_provider
        from instructor.core import exceptions

        self._target = target
        self._timeout = timeout
        self._incomplete = exceptions.IncompleteOutputException
        self._gave_up = exceptions.InstructorRetryException
        self._model = instructor.response_schema(WireAnswer)  # once: each call would make its own
        options: dict[str, Any] = {}
        if target.api_key:
            options["api_key"] = target.api_key
        if target.base_url and target.provider in _TAKES_BASE_URL:
            options["base_url"] = target.base_url
        hush()
        try:
            with quietly():
                self._client = from_provider(target.spec, async_client=True, **options)
        except Exception as error:  # every provider's package raises its own kinds
            raise _not_available(error, target) from error
        hush()
        _one_layer(self._client, timeout)
        self._limits = ["max_tokens", "max_completion_tokens", ""]
        """Names for the limit of tokens that were not refused yet; the empty one sends none."""

    async def send(self, request: Request) -> Answer:
        """Send one request."""
        name = self._limits[0]
        limit: dict[str, Any] = {name: request.max_output_tokens} if name else {}
        messages: list[Any] = [{"role": m.role, "content": m.content} for m in request.messages]
        try:
            with quietly(), anyio.fail_after(self._timeout):
                parsed, completion = await self._client.create_with_completion(
                    messages=messages,
                    response_model=self._model,
                    max_retries=0,
                    **limit,
                )
        except self._incomplete as error:
            return self._answer("", error.last_completion, "length")
        except self._gave_up as error:
            return self._unusable(error, name)
        except Exception as error:  # every provider's package raises its own kinds
            raise self._failure(error, name) from error
        return self._answer(parsed.model_dump_json(), completion, "stop")

    async def aclose(self) -> None:
        """Close the provider's client."""
        inner = getattr(self._client, "client", None)
        for owner in (inner, getattr(inner, "aio", None)):
            close = getattr(owner, "aclose", None) or getattr(owner, "close", None)
            if callable(close):
                waiting = close()
                if inspect.isawaitable(waiting):
                    await waiting
                return

    def _unusable(self, error: Any, limit: str) -> Answer:  # noqa: ANN401 - InstructorRetryException
        """An answer that Instructor could not read; re-asking it is not its business."""
        cause = error.__cause__
        attempts = error.failed_attempts or []
        completion = attempts[-1].completion if attempts else None
        if isinstance(completion, str) or _NO_ANSWER.search(str(cause)):
            page = completion if isinstance(completion, str) else "<"
            raise not_the_api(page, self._target) from error
        refused = _REFUSED.match(str(cause)) if isinstance(cause, AssertionError) else None
        refusal = refused[1] if refused else _first(completion, "refusal")
        if refusal:
            usage = _usage(completion) if completion is not None else _counted(error.total_usage)
            return Answer("", refusal=str(refusal), usage=usage)
        if completion is None:
            raise self._failure(cause, limit) from error
        return self._answer(_words(completion), completion, _finish(completion))

    def _answer(self, text: str, completion: object, finish_reason: str) -> Answer:
        usage = _usage(completion)
        model = getattr(completion, "model", None)
        price = None if self._target.own_server else prices.cost(self._target.spec, usage)
        return Answer(
            text=text,
            finish_reason=finish_reason,
            model=model if isinstance(model, str) else None,
            usage=usage,
            cost_usd=price,
        )

    def _failure(self, error: BaseException, limit: str) -> Failure:
        target = self._target
        known = from_exception(error, target, self._timeout)
        if limit and limit in str(error) and "large" not in str(error):
            if self._limits[0] == limit:  # another request may have learnt it in the meantime
                self._limits.pop(0)
            used = self._limits[0] or "no limit"
            said = known.error if known else TransportError(f"{target.where} refuses {limit}")
            return Failure(f"no {limit} here, {used} used", said, again="now")
        if known is not None:
            return known
        if _VARIABLE.search(str(error)) or "authentication method" in str(error):
            return Failure("no API key", _no_key(str(error), target))
        return unknown(error, target)


def _not_available(error: Exception, target: Target) -> ModelError | AuthError:
    text = str(error)
    if package := _INSTALL.search(text):
        return ModelError(
            f"the package of the provider '{target.provider}' is not installed",
            subject=target.spec,
            way_out=f"Run: pip install '{package[1]}'",
        )
    if _VARIABLE.search(text) or "credentials" in text.lower():
        return _no_key(text, target)
    if "nsupported provider" in text:
        return ModelError(
            f"no provider '{target.provider}'{_near(target.provider)}",
            subject=target.spec,
            way_out="Use openai/NAME, another provider that Instructor knows, or rules",
        )
    return ModelError(
        f"the provider '{target.provider}' cannot be used: {shorten(text)}", subject=target.spec
    )


def _near(provider: str) -> str:
    import difflib

    from instructor.auto_client import supported_providers

    near = difflib.get_close_matches(provider, supported_providers, n=1)
    return f", did you mean '{near[0]}'?" if near else ""


def _no_key(text: str, target: Target) -> AuthError:
    named = _VARIABLE.search(text)
    variable = named[0] if named else target.key_variable
    return AuthError("no API key", subject=target.spec, way_out=f"Set {variable}")


def _one_layer(client: object, timeout: float) -> None:
    """Switch the SDK's own retries off, and its time-out to ours, where it has such switches."""
    inner = getattr(client, "client", None)
    for name, value in (("max_retries", 0), ("timeout", timeout)):
        if hasattr(inner, name):
            setattr(inner, name, value)


def _words(completion: object) -> str:
    """The model's raw words, where a completion has the shape of OpenAI's or Anthropic's."""
    for call in _first(completion, "tool_calls") or ():
        arguments = getattr(getattr(call, "function", None), "arguments", None)
        if isinstance(arguments, str):
            return arguments
    content = _first(completion, "content")
    if isinstance(content, str):
        return content
    return "".join(_blocks(getattr(completion, "content", None)))


def _blocks(content: object) -> Iterator[str]:
    for block in content if isinstance(content, list) else ():
        given = getattr(block, "input", None)
        yield json.dumps(given) if given is not None else getattr(block, "text", "")


def _first(completion: object, name: str) -> Any:  # noqa: ANN401 - any provider's value
    choices = getattr(completion, "choices", None) or [None]
    return getattr(getattr(choices[0], "message", None), name, None)


def _finish(completion: object) -> str:
    """Why the answer ended, in the provider's word."""
    choices = getattr(completion, "choices", None) or [None]
    reason = getattr(choices[0], "finish_reason", None) or getattr(completion, "stop_reason", None)
    return reason if isinstance(reason, str) else "stop"


def _usage(completion: object) -> Usage:
    """Tokens of a completion, under whichever names its provider has for them."""
    return _counted(
        getattr(completion, "usage", None) or getattr(completion, "usage_metadata", None)
    )


def _counted(usage: object) -> Usage:
    tokens: list[int | None] = []
    for names in (
        ("prompt_tokens", "input_tokens", "prompt_token_count"),
        ("completion_tokens", "output_tokens", "candidates_token_count"),
    ):
        found = [getattr(usage, name, None) for name in names]
        tokens.append(next((count for count in found if type(count) is int), None))
    if tokens == [0, 0]:  # what Instructor counts when the provider says nothing
        tokens = [None, None]
    return Usage(1, tokens[0], tokens[1])
