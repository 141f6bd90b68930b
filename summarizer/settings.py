"""What can be configured, and from where: flags, then variables, then the config file.

The config file is TOML: `$SUMMARIZER_CONFIG`, else `config.toml` in the user's config folder
(`summarizer doctor` says where). A file in the working directory is never read: it could send
article text, or a key, to somebody else's server.
"""

from __future__ import annotations

import difflib
import os
import tomllib
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from summarizer.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

APP = "summarizer"
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that a config file may set; the defaults are the product's."""

    model: str | None = None
    """`provider/name`, or `rules`; None means `rules`, with a notice."""
    prompt: str = "summarize"
    """`name` or `name@version`."""
    prompts_dir: str | None = None
    """A folder with prompts of your own, searched before the bundled ones."""
    base_url: str | None = None
    """An OpenAI-compatible server; `OPENAI_BASE_URL` works too."""
    timeout: float = 120.0
    """Seconds for one request to a model."""
    attempts: int = 4
    """Requests at most for one answer when the provider fails or asks to slow down."""
    reasks: int = 2
    """How often findings are sent back to the model before what is wrong is rejected."""
    max_output_tokens: int = 4096
    """The longest answer that a model may give."""
    concurrency: int | Literal["auto"] = "auto"
    """Requests under way at once: at most so many, or `auto`, which finds out what is borne."""
    workers: int | Literal["auto"] = "auto"
    """Processes beside this one that clean and check articles: so many, or `auto` (long runs)."""
    rpm: int | None = None
    """Requests a minute at most."""
    tpm: int | None = None
    """Tokens a minute at most, of input and output."""
    article_timeout: float | None = None
    """Seconds for one article, with all its requests."""
    run_timeout: float | None = None
    """Seconds for a whole run; what is not done by then is named."""
    max_cost: Decimal | None = None
    """US dollars that a run may spend; what is not done for it is named."""
    max_tokens: int | None = None
    """Tokens that a run may take, of input and output; what is not done for it is named."""
    cache_dir: str | None = None
    """The folder of the cache of raw answers; `SUMMARIZER_CACHE_DIR` goes before it."""
    max_bytes: int = 20 * MEGABYTE
    """The largest input that is read."""
    allow_private: bool = False
    """Whether URLs on private and loopback addresses may be fetched."""


def config_path(environ: Mapping[str, str] | None = None) -> Path:
    """Where the config file is looked for, whether or not it is there."""
    environ = os.environ if environ is None else environ
    if named := environ.get("SUMMARIZER_CONFIG"):
        return Path(named).expanduser()
    import platformdirs

    return platformdirs.user_config_path(APP) / "config.toml"


def load_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the config file and the environment.

    Raises:
        ConfigError: the file named by `SUMMARIZER_CONFIG` is missing, the file is not TOML, or it
            holds a key or a value that is not known.
    """
    environ = os.environ if environ is None else environ
    path = config_path(environ)
    settings = Settings()
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        if "SUMMARIZER_CONFIG" in environ:
            raise ConfigError(
                "the config file does not exist",
                subject=str(path),
                way_out="Create it or unset SUMMARIZER_CONFIG",
            ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot be read ({error})", subject=str(path)) from error
    else:
        settings = replace(settings, **_parse(text, path))
    if model := environ.get("SUMMARIZER_MODEL"):
        settings = replace(settings, model=model)
    if folder := environ.get("SUMMARIZER_CACHE_DIR"):
        settings = replace(settings, cache_dir=folder)
    return settings


def cache_folder(settings: Settings) -> Path:
    """Where raw answers are kept, whether or not the folder is there."""
    if settings.cache_dir:
        return Path(settings.cache_dir).expanduser()
    import platformdirs

    return platformdirs.user_cache_path(APP)


def dollars(text: str) -> Decimal:
    """Read an amount of US dollars, such as "2.50" or "$2.50".

    Raises:
        ValueError: it is none, or not positive.
    """
    try:
        amount = Decimal(text.strip().removeprefix("$"))
    except InvalidOperation:
        amount = Decimal(0)
    if not amount.is_finite() or amount <= 0:
        raise ValueError(text)
    return amount


def _parse(text: str, path: Path) -> dict[str, Any]:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"not valid TOML: {error}", subject=str(path)) from error
    known = {field.name: field for field in fields(Settings)}
    for key, value in table.items():
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            hint = f"Did you mean '{near[0]}'?" if near else f"Known: {', '.join(known)}"
            raise ConfigError(f"unknown key '{key}'", subject=str(path), way_out=hint)
        table[key] = _typed(key, value, str(known[key].type), path)
    return table


def _typed(key: str, value: object, expected: str, path: Path) -> object:
    """Check a value against its field's annotation; numbers must be positive."""
    wanted = expected.split(" ", maxsplit=1)[0]
    if wanted == "Decimal" and isinstance(value, str | int | float) and value is not True:
        with suppress(ValueError):
            return dollars(str(value))
    if "auto" in expected and value == "auto":
        return value
    if wanted == "float" and type(value) is int:
        value = float(value)
    positive = isinstance(value, bool | str) or (isinstance(value, int | float) and value > 0)
    if type(value).__name__ != wanted or not (positive or key in {"reasks", "workers"}):
        noun = {"str": "a string", "bool": "true or false"}.get(wanted, "a positive number")
        noun += ' or "auto"' if "auto" in expected else ""
        raise ConfigError(f"'{key}' must be {noun}, not {value!r}", subject=str(path))
    return value
