"""The options of a run over many articles, each written once, and what they change in settings."""

import inspect
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarizer.cli import console
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from summarizer.articles import Document
    from summarizer.engines.cache import Cache
    from summarizer.errors import InputError
    from summarizer.settings import Settings

BaseUrl = Annotated[
    str | None,
    typer.Option(
        metavar="URL",
        help="An OpenAI-compatible server, such as http://localhost:8080/v1.",
        show_default=False,
    ),
]
Concurrency = Annotated[
    str | None,
    typer.Option(
        metavar="N|auto",
        help="Requests at once: at most N, or as many as the provider bears (auto, the default).",
        show_default=False,
    ),
]
Workers = Annotated[
    str | None,
    typer.Option(
        metavar="N|auto",
        help="Processes beside this one that clean and check articles (auto: in long runs).",
        show_default=False,
    ),
]
Rpm = Annotated[
    int | None,
    typer.Option(metavar="N", min=1, help="Requests a minute at most.", show_default=False),
]
Tpm = Annotated[
    int | None,
    typer.Option(metavar="N", min=1, help="Tokens a minute at most.", show_default=False),
]
MaxCost = Annotated[
    str | None,
    typer.Option(metavar="USD", help="Stop asking before a run costs more.", show_default=False),
]
MaxTokens = Annotated[
    int | None,
    typer.Option(
        metavar="N", min=1, help="Stop asking before a run takes more tokens.", show_default=False
    ),
]
Timeout = Annotated[
    float | None,
    typer.Option(metavar="SECONDS", help="For one article, all in all.", show_default=False),
]
RunTimeout = Annotated[
    float | None,
    typer.Option(metavar="SECONDS", help="For the whole run.", show_default=False),
]
RetryFailed = Annotated[
    bool, typer.Option("--retry-failed", help="With -o: ask again for what failed before.")
]
ShardOf = Annotated[
    str | None,
    typer.Option(metavar="I/N", help="Only part I of N, by the articles' ids.", show_default=False),
]
NoCache = Annotated[
    bool, typer.Option("--no-cache", help="Neither look for answers in the cache nor keep them.")
]
Refresh = Annotated[
    bool, typer.Option("--refresh", help="Ask anew, whatever is cached, and keep the answers.")
]

_LIMITS: dict[str, Any] = {
    "base_url": BaseUrl,
    "concurrency": Concurrency,
    "rpm": Rpm,
    "tpm": Tpm,
    "max_cost": MaxCost,
    "max_tokens": MaxTokens,
    "timeout": Timeout,
    "run_timeout": RunTimeout,
    "workers": Workers,
}
"""The options that change settings, under their names as parameters."""


def limited(*names: str) -> "Callable[[Callable[..., None]], Callable[..., None]]":
    """Give a command the options that change settings; it takes the settings themselves.

    Args:
        names: Which of `_LIMITS`; none means all. They stand where `settings` does.
    """

    def decorated(command: "Callable[..., None]") -> "Callable[..., None]":
        def called(**given: Any) -> None:  # noqa: ANN401 - the command's own options as well
            changes = {name: given.pop(name) for name in names or _LIMITS}
            if "timeout" in changes:
                changes["article_timeout"] = changes.pop("timeout")
            command(settings=applied(console.start(), **changes), **given)

        signature = inspect.signature(command)
        parameters: list[inspect.Parameter] = []
        for parameter in signature.parameters.values():
            if parameter.name == "settings":
                parameters += [
                    inspect.Parameter(
                        name, parameter.KEYWORD_ONLY, default=None, annotation=_LIMITS[name]
                    )
                    for name in names or _LIMITS
                ]
            else:
                parameters.append(parameter)
        called.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
        called.__name__, called.__doc__ = command.__name__, command.__doc__
        return called

    return decorated


def applied(
    settings: "Settings",
    *,
    concurrency: str | None = None,
    workers: str | None = None,
    max_cost: str | None = None,
    **others: Any,  # noqa: ANN401 - fields of the settings, under their names
) -> "Settings":
    """The settings with what the options change.

    Raises:
        UsageError: an option's value is of no use.
    """
    from summarizer.settings import dollars

    changes = {name: value for name, value in others.items() if value is not None}
    for name, flag in (("article_timeout", "--timeout"), ("run_timeout", "--run-timeout")):
        if name in changes and not changes[name] > 0:
            raise UsageError(f"{flag} must be a positive number of seconds")
    if concurrency is not None:
        changes["concurrency"] = _count("--concurrency", concurrency, least=1)
    if workers is not None:
        changes["workers"] = _count("--workers", workers, least=0)
    if max_cost is not None:
        try:
            changes["max_cost"] = dollars(max_cost)
        except ValueError:
            raise UsageError(
                f"--max-cost must be an amount of dollars, not {max_cost!r}",
                way_out="Write it like 2.50",
            ) from None
    return replace(settings, **changes)


def part(
    documents: "Iterator[Document | InputError]", shard: str | None
) -> "Iterator[Document | InputError]":
    """The documents of a shard, or all.

    Raises:
        UsageError: it is no shard.
    """
    if shard is None:
        return documents
    from summarizer.batch.shard import Shard

    return Shard.parse(shard).of(documents)


def cache(settings: "Settings", *, off: bool, refresh: bool) -> "Cache | None":
    """The cache of a run, or None where it is switched off.

    Raises:
        UsageError: both options are given.
    """
    if off and refresh:
        raise UsageError(
            "--no-cache and --refresh exclude each other",
            way_out="Give one: --refresh keeps the new answers, --no-cache does not",
        )
    if off:
        return None
    from summarizer.engines.cache import open_cache

    return open_cache(settings, refresh=refresh)


def _count(flag: str, text: str, *, least: int) -> int | str:
    if text == "auto":
        return text
    if text.isascii() and text.isdigit() and int(text) >= least:
        return int(text)
    raise UsageError(
        f"{flag} must be a {'positive ' if least else ''}number or auto, not {text!r}",
        way_out="Leave it out to let the program find out",
    )
