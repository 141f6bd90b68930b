"""Why a request got no answer, whether to send it again, and what to tell the reader.

Statuses mean the same at every provider, and every SDK hangs them on its exceptions as
`status_code` (Google's as `code`), so that no provider's package is imported here.
"""

from __future__ import annotations

import json
import socket
import ssl
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Literal

from summarizer.errors import (
    AuthError,
    ModelError,
    RateLimitError,
    SummarizerError,
    TooLargeError,
    TransportError,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.engines.llm.target import Target

Again = Literal["no", "wait", "now"]
_RETRYABLE = frozenset({408, 409, 429})
_OVERLOADED = frozenset({503, 529})
_TOO_LONG = ("context_length_exceeded", "context length", "context window", "prompt is too long")
_LONGEST_MESSAGE = 160


class Failure(Exception):  # noqa: N818 - it is caught inside this package and never leaves it
    """A request that got no answer.

    Args:
        reason: A few words for `retries`.
        error: What is raised when the request is not sent again.
        again: Whether to send it again, and whether to wait before.
        retry_after: Seconds that the provider asks to wait.
        load: Whether it says that the provider has too much to do.
    """

    def __init__(
        self,
        reason: str,
        error: SummarizerError,
        *,
        again: Again = "no",
        retry_after: float | None = None,
        load: bool = False,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.error = error
        self.again = again
        self.retry_after = retry_after
        self.load = load


def from_status(status: int, headers: Mapping[str, str], body: object, target: Target) -> Failure:
    """The failure that an HTTP status of 400 or more means."""
    code, message = provider_message(body)
    where = target.where
    said = f": {message}" if message else ""
    wait = retry_after(headers)
    if status == 401:
        return Failure(
            "401 key refused",
            AuthError(
                f"{where} refuses the API key (401)",
                subject=target.spec,
                way_out=f"Set {target.key_variable} to a valid key",
            ),
        )
    if status == 403:
        return Failure(
            "403 access denied",
            AuthError(
                f"{where} denies access (403){said}",
                subject=target.spec,
                way_out="Check that the key may use this model",
            ),
        )
    if status == 404:
        return Failure("404 not found", _not_found(target, message))
    if status == 429 and code == "insufficient_quota":
        return Failure(
            "429 no quota left",
            RateLimitError(
                f"the account at {where} has no quota left (429)",
                way_out="Check its plan and billing",
            ),
        )
    if status == 429:
        return Failure(
            "429 rate limit",
            RateLimitError(
                f"{where} keeps asking to slow down (429)",
                way_out="Try again later, or with a lower concurrency",
            ),
            again="wait",
            retry_after=wait,
            load=True,
        )
    if status == 413 or any(mark in f"{code} {message}".lower() for mark in _TOO_LONG):
        return Failure(
            f"{status} too long",
            TooLargeError(
                f"longer than {target.spec} can read ({status}){said}",
                way_out="Use a model with a longer context",
            ),
        )
    if status in _RETRYABLE or status >= 500:
        name = {408: "time-out", 409: "conflict"}.get(status, "server error")
        return Failure(
            f"{status} {name}",
            TransportError(f"{where} keeps failing ({status}){said}", way_out="Try again later"),
            again="wait",
            retry_after=wait,
            load=status in _OVERLOADED,
        )
    return Failure(
        f"{status} request refused",
        TransportError(f"{where} refuses the request ({status}){said}"),
    )


def from_exception(error: BaseException, target: Target, timeout: float) -> Failure | None:
    """The failure that an SDK's exception means, or None where it is not one that we know."""
    status = getattr(error, "status_code", None) or getattr(error, "code", None)
    if isinstance(status, int) and status >= 400:
        response = getattr(error, "response", None)
        headers = getattr(response, "headers", None)
        body = getattr(error, "body", None) or getattr(error, "message", None)
        return from_status(status, headers if isinstance(headers, Mapping) else {}, body, target)
    chain = list(_chain(error))
    names = " ".join(type(link).__name__ for link in chain)
    if "Timeout" in names:
        seconds = f"{timeout:g} s"
        return Failure(
            f"no answer in {seconds}",
            TransportError(
                f"{target.where} does not answer within {seconds}",
                way_out="Raise timeout in the config file, or try again later",
            ),
            again="wait",
            load=True,
        )
    if "Connect" in names or "Protocol" in names or any(isinstance(x, OSError) for x in chain):
        return _no_connection(chain, target)
    return None


def unknown(error: BaseException, target: Target) -> Failure:
    """The failure for an SDK's exception that says nothing we know; not sent again."""
    kind = type(error).__name__
    return Failure(kind, TransportError(f"{target.where} failed ({kind}: {shorten(str(error))})"))


def not_the_api(body: str, target: Target) -> Failure:
    """The failure that a good status with a body that is no answer means."""
    start = body.lstrip()[:100].lower()
    kind = "a web page" if start.startswith(("<!doctype", "<html", "<")) else "no chat completion"
    way_out = "Check the base URL, which usually ends in /v1" if target.base_url else None
    return Failure(
        f"{kind} instead of an answer",
        TransportError(f"{target.where} answers with {kind}, not as the API does", way_out=way_out),
    )


def provider_message(body: object) -> tuple[str, str]:
    """The code and the message in an error's body, one line of moderate length."""
    if isinstance(body, str):
        try:
            body = json.loads(body)
        except (ValueError, RecursionError):
            return "", "" if str(body).lstrip().startswith("<") else shorten(str(body))
    value: Any = body
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, Mapping) and value.get("error"):
        value = value["error"]
    if isinstance(value, Mapping):
        message = value.get("message") or value.get("detail") or ""
        return str(value.get("code") or ""), shorten(str(message))
    return "", shorten(value) if isinstance(value, str) else ""


def shorten(text: str, longest: int = _LONGEST_MESSAGE) -> str:
    """`text` in one line of at most `longest` characters, without a final stop."""
    line = " ".join(text.split())
    if len(line) > longest:
        line = line[: longest - 1].rstrip() + "…"
    return line.rstrip(".")


def retry_after(headers: Mapping[str, str], now: datetime | None = None) -> float | None:
    """Seconds to wait by `Retry-After-Ms` or `Retry-After` (seconds or a date, RFC 9110 10.2.3).

    None where the header is missing or is neither.
    """
    found = {name.lower(): value.strip() for name, value in headers.items()}
    milliseconds = found.get("retry-after-ms", "")
    if milliseconds.isascii() and milliseconds.isdigit():
        return int(milliseconds) / 1000
    value = found.get("retry-after", "")
    if not value:
        return None
    try:
        seconds = float(value)
    except ValueError:
        try:
            moment = parsedate_to_datetime(value)
        except (ValueError, TypeError):
            return None
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        seconds = (moment - (now or datetime.now(UTC))).total_seconds()
    if seconds != seconds:  # noqa: PLR0124 - "nan" is a float to Python and no time to wait
        return None
    return max(0.0, seconds)


def _not_found(target: Target, message: str) -> ModelError:
    if message and "model" in message.lower():
        return ModelError(
            f"no such model at {target.where} (404): {message}",
            subject=target.spec,
            way_out="Check the model's name",
        )
    return ModelError(
        f"{target.where} has no such model, or does not speak the API at this address (404)",
        subject=target.spec,
        way_out="Check the model's name and the base URL, which usually ends in /v1",
    )


def _no_connection(chain: list[BaseException], target: Target) -> Failure:
    where = target.where
    again: Again = "wait"
    way_out = "Check the network"
    if any(isinstance(link, ssl.SSLCertVerificationError) for link in chain):
        reason, again = "its certificate cannot be verified", "no"
    elif any(isinstance(link, socket.gaierror) for link in chain):
        reason = "its name cannot be resolved"
    elif any(isinstance(link, ConnectionRefusedError) for link in chain):
        reason, way_out = "connection refused", "Check that the server runs"
    elif any("Connect" in type(link).__name__ for link in chain[1:]):
        reason = "no connection"
    else:
        reason = "connection dropped"
    if target.base_url:
        way_out += " and the base URL"
    return Failure(
        reason,
        TransportError(
            f"{where} cannot be reached ({reason})",
            way_out=f"{way_out}, or use --model rules, which needs no network",
        ),
        again=again,
    )


def _chain(error: BaseException) -> Iterator[BaseException]:
    """`error`, what caused it, and the members of any group among them."""
    seen: set[int] = set()
    queue: list[BaseException | None] = [error]
    while queue:
        link = queue.pop(0)
        if link is None or id(link) in seen:
            continue
        seen.add(id(link))
        yield link
        if isinstance(link, BaseExceptionGroup):
            queue.extend(link.exceptions)
        queue.extend((link.__cause__, link.__context__))
