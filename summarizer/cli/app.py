"""The commands put together. Imports typer and nothing that is slow: `--help` must be instant."""

from typing import Annotated, Any

import typer

from summarizer._version import __version__
from summarizer.cli import (
    batch,
    cache,
    check,
    clean,
    doctor,
    evals,
    figures,
    prompts,
    reconcile,
    run,
    schema,
    summarize,
)
from summarizer.cli.options import examples

app = typer.Typer(
    name="summarizer",
    help="News articles to structured summaries whose numbers can be trusted.",
    epilog=examples(
        "summarizer summarize article.html",
        "summarizer summarize -m openai/NAME -f json https://example.com/story",
        "summarizer check summary.txt --against article.txt",
        note="""Inputs are files, folders, http(s) URLs, .jsonl files and - (standard input).
        Exit codes: 0 done, 1 the answer is no, 2 wrong usage or configuration, 3 some inputs
        failed, 4 no baseline to compare with, 130 interrupted.""",
    ),
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=False,
)


def _show_version(value: bool) -> None:  # noqa: FBT001 - typer's form of a callback
    if value:
        typer.echo(f"summarizer {__version__}")
        raise typer.Exit


@app.callback()
def root(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", "-V", callback=_show_version, is_eager=True, help="Show the version."
        ),
    ] = False,
) -> None:
    """News articles to structured summaries whose numbers can be trusted."""


for _module in (summarize, clean, figures, check, reconcile, run):
    _module.register(app)
app.add_typer(prompts.app, name="prompts")
app.add_typer(cache.app, name="cache")
app.add_typer(batch.app, name="batch")
app.add_typer(evals.app, name="evals")
for _module in (schema, doctor):
    _module.register(app)


def command() -> Any:  # noqa: ANN401 - typer keeps the type of its commands to itself
    """The whole program as one command."""
    return typer.main.get_command(app)
