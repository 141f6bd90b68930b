"""`summarizer cache`: the raw answers that are kept between runs."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from summarizer.cli import console
from summarizer.cli.options import examples
from summarizer.cli.results import dumps

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    short_help="Show, clear or export the cache of raw answers.",
    epilog=examples(
        "summarizer cache info",
        "summarizer cache clear --model openai/NAME",
        "summarizer cache export recordings/",
        note="""The cache is one SQLite file in the user's cache folder, or in
        SUMMARIZER_CACHE_DIR. It holds what was sent to a model and what it answered.""",
    ),
)


@app.callback()
def cache() -> None:
    """Show, clear or export the cache of raw answers."""


@app.command(
    short_help="Show where the cache is and what it holds.",
    epilog=examples("summarizer cache info", "summarizer cache info --format json"),
)
def info(
    *,
    format: Annotated[  # noqa: A002 - the option's name
        Literal["text", "json"],
        typer.Option("--format", "-f", metavar="FORMAT", help="text or json."),
    ] = "text",
) -> None:
    """Show where the cache is and what it holds."""
    from summarizer.engines.cache import open_cache

    with open_cache(console.start()) as cache:
        found = cache.info()
    if format == "json":
        record = {
            "schema_version": "1",
            "path": str(found.path),
            "answers": found.answers,
            "bytes": found.size,
            "oldest": found.oldest,
            "newest": found.newest,
            "models": found.models,
            "older": found.older,
        }
        typer.echo(dumps(record), nl=False)
        return
    typer.echo(f"{found.path}\n{found.answers:,} answers, {found.size:,} bytes")
    if found.answers:
        typer.echo(f"from {found.oldest} to {found.newest}")
    for model, count in found.models.items():
        typer.echo(f"  {count:>9,}  {model}")
    if found.older:
        typer.echo(
            f"{found.older:,} of them are of an older release, which did not note the server: they"
            " are not used. 'cache export' writes them for --replay, 'cache clear' forgets all"
        )


@app.command(
    short_help="Forget the answers.",
    epilog=examples("summarizer cache clear", "summarizer cache clear --model openai/NAME"),
)
def clear(
    *,
    model: Annotated[
        str | None,
        typer.Option("--model", "-m", metavar="PROVIDER/NAME", help="Only the answers of it."),
    ] = None,
) -> None:
    """Forget the answers."""
    from summarizer.engines.cache import open_cache

    with open_cache(console.start()) as cache:
        count = cache.clear(model)
    console.notice(f"{count:,} answers forgotten")


@app.command(
    short_help="Write every answer as a recording, for --replay.",
    epilog=examples(
        "summarizer cache export recordings/",
        "summarizer summarize article.html --replay recordings/",
    ),
)
def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", show_default=False)],
) -> None:
    """Write every answer into DIR as a recording, for --replay."""
    from summarizer.engines.cache import open_cache

    with open_cache(console.start()) as cache:
        count = cache.export(folder)
    console.notice(f"{count:,} recordings written to {folder}")
