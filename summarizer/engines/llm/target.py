"""Which model, where, and with whose key: read from `provider/name`, settings and variables."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summarizer.errors import AuthError, ModelError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.settings import Settings

OPENAI_HOST = "api.openai.com"
OPENAI_URL = f"https://{OPENAI_HOST}/v1"


@dataclass(frozen=True, slots=True)
class Target:
    """A model at a provider.

    Attributes:
        provider: As Instructor's `from_provider` names it.
        model: The model's name at that provider; it may hold slashes.
        base_url: The server's address, where one was given or is known.
        api_key: A key, where one was given or found; never shown.
        own_server: Whether `base_url` is somebody else's than the provider's, so that the
            provider's prices mean nothing there.
    """

    provider: str
    model: str
    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    own_server: bool = False

    @property
    def spec(self) -> str:
        """`provider/name`."""
        return f"{self.provider}/{self.model}"

    @property
    def where(self) -> str:
        """The server in a word, for messages: its host, else the provider."""
        return (urlsplit(self.base_url).netloc if self.base_url else "") or self.provider

    @property
    def server(self) -> str:
        """The server for the cache: its address in one spelling, without a name or a key in it.

        Empty for a provider's own.
        """
        if not (self.own_server and self.base_url):
            return ""
        parts = urlsplit(self.base_url)
        default = {"http": 80, "https": 443}.get(parts.scheme)
        port = "" if parts.port in {None, default} else f":{parts.port}"
        return f"{parts.scheme}://{parts.hostname or ''}{port}{parts.path.rstrip('/')}"

    @property
    def tuned(self) -> bool:
        """Whether requests are our own, with a strict schema, over the OpenAI API."""
        return self.provider == "openai"

    @property
    def key_variable(self) -> str:
        """The environment variable that a key is usually read from."""
        return "OPENAI_API_KEY" if self.tuned else f"{self.provider.upper()}_API_KEY"


def split_spec(spec: str, *, rules: bool = True) -> tuple[str, str]:
    """`provider/name` in two.

    Args:
        spec: As a user writes it.
        rules: Whether the rules engine would do as well, so that an error may name it.

    Raises:
        ModelError: it does not have that form.
    """
    provider, slash, model = spec.partition("/")
    if not (provider and slash and model) or spec.split() != [spec]:
        way_out = f"Write provider/name, such as {_example(spec)}{', or rules' if rules else ''}"
        raise ModelError("not a model", subject=repr(spec), way_out=way_out)
    return provider, model


def _example(spec: str) -> str:
    """What `spec` may have meant as `provider/name`."""
    provider, slash, model = spec.partition("/")
    if not slash:
        provider, model = "", provider
    words = [part.strip(" /").split() for part in (provider, model)]
    known = [word[0] if len(word) == 1 else "" for word in words]
    return f"{known[0] or 'openai'}/{known[1] or 'NAME'}"


def find_target(
    spec: str,
    settings: Settings,
    api_key: str | None = None,
    environ: Mapping[str, str] | None = None,
    *,
    rules: bool = True,
) -> Target:
    """Say where `spec` is served and with which key.

    For `openai/…` the server is `settings.base_url`, else `OPENAI_BASE_URL`, else OpenAI's own,
    and the key `api_key`, else `OPENAI_API_KEY`; servers other than OpenAI's may need none. Every
    other provider's package reads its own variables. `rules` is as for `split_spec`.

    Raises:
        ModelError: `spec` is not `provider/name`, or the server's address is not a URL.
        AuthError: OpenAI's own server is meant and there is no key.
    """
    environ = os.environ if environ is None else environ
    provider, model = split_spec(spec, rules=rules)
    if provider != "openai":
        return Target(provider, model, settings.base_url, api_key, settings.base_url is not None)
    base_url = (settings.base_url or environ.get("OPENAI_BASE_URL") or OPENAI_URL).strip()
    parts = urlsplit(base_url)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise ModelError(
            "the base URL is not an http(s) address",
            subject=base_url,
            way_out="Correct base_url in the config file, or OPENAI_BASE_URL",
        )
    own = parts.hostname != OPENAI_HOST
    key = (api_key or environ.get("OPENAI_API_KEY") or "").strip() or None
    if key is None and not own:
        instead = ", or use --model rules, which needs none" if rules else ""
        raise AuthError(
            "no API key",
            subject=spec,
            way_out=f"Set OPENAI_API_KEY{instead}",
        )
    return Target(provider, model, base_url, key, own)
