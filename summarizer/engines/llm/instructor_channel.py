"""Every other provider, through Instructor's `from_provider`.

Instructor knows how each provider wants a schema, and makes the request as well as it reads the
answer.
"""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, Any

from summarizer.engines.llm.failures import Failure, from_exception, not_the_api, shorten, unknown
from summarizer.engines.llm.quiet import hush, quietly
from summarizer.engines.llm.reading import Reader, wire_model
from summarizer.errors import AuthError, ModelError, TransportError

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from instructor.core.hooks import Hooks

    from summarizer.engines.exchange import Answer, Request
    from summarizer.engines.llm.target import Target

_TAKES_BASE_URL = frozenset({"anyscale", "deepseek", "ollama", "openrouter", "together"})
"""Providers of Instructor's that speak the OpenAI API and take a server's address."""
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
        from instructor.auto_client import from_provider

        self._target = target
        self._timeout = timeout
        self._reader = Reader(target, timeout)
        options: dict[str, Any] = {}
        if target.api_key:
            options["api_key"] = target.api_key
        if target.base_url and target.provider in _TAKES_BASE_URL:
            options["base_url"] = target.base_url
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

        def ask(hooks: Hooks) -> Awaitable[Any]:
            return self._client.create(
                messages=messages,
                response_model=wire_model(),
                max_retries=0,
                hooks=hooks,
                **limit,
            )

        return await self._reader.read(ask, lambda error: self._failure(error, name))

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
        if _NO_ANSWER.search(str(error)):
            return not_the_api("<", target)
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
