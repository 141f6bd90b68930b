"""`summarizer run`: many articles on a cluster."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.cli import console, run_options
from summarizer.cli.options import Model, Prompt, examples
from summarizer.cli.results import EXIT_SOME_FAILED

if TYPE_CHECKING:
    from summarizer.settings import Settings


@run_options.limited("base_url", "concurrency", "rpm", "tpm", "max_cost", "max_tokens", "timeout")
def run(  # noqa: PLR0913 - the command's options
    input: Annotated[  # noqa: A002 - the name that --help shows
        list[str], typer.Argument(metavar="INPUT", show_default=False)
    ],
    output: Annotated[str, typer.Argument(metavar="OUTPUT", show_default=False)],
    *,
    engine: Annotated[
        Literal["dask"], typer.Option(metavar="NAME", help="The distributed engine: dask.")
    ] = "dask",
    scheduler: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="The cluster, such as tcp://10.0.0.1:8786; else processes here.",
            show_default=False,
        ),
    ] = None,
    workers: Annotated[
        int, typer.Option(metavar="N", min=1, help="Processes here, without --scheduler.")
    ] = 2,
    model: Model = None,
    prompt: Prompt = None,
    retry_failed: Annotated[
        bool, typer.Option("--retry-failed", help="Ask again for what failed before.")
    ] = False,
    no_cache: run_options.NoCache = False,
    settings: "Settings",
) -> None:
    """Summarize many articles on a cluster; limits are for all workers together."""
    from summarizer.batch.cluster import run_on_cluster

    del engine  # there is one; the option keeps a place for others
    done = run_on_cluster(
        input,
        output,
        model or settings.model or "rules",
        settings=settings,
        prompt=prompt,
        scheduler=scheduler,
        workers=workers,
        cached=not no_cache,
        retry_failed=retry_failed,
    )
    name = Path(output).name
    console.notice(f"{done.done:,} articles done, {done.skipped:,} were in {name} already")
    failed = done.failed + done.failed_before
    if failed:
        console.error(f"{failed:,} articles failed: see {name}. Give --retry-failed to ask again")
    raise typer.Exit(EXIT_SOME_FAILED if failed else 0)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        short_help="Summarize many articles on a cluster.",
        help=f"""{run.__doc__}

        INPUT is any mix of files, folders, URLs, .jsonl and .parquet files; OUTPUT ends in .jsonl,
        .sqlite or .parquet. Killed and run again, it goes on where it was.""",
        epilog=examples(
            "summarizer run many.jsonl results.jsonl -m openai/NAME --workers 4",
            "summarizer run many.parquet results.parquet --scheduler tcp://10.0.0.1:8786",
            note="""Needs the extra 'cluster': pip install 'summarizer[cluster]'. The workers need
            the same files, and the API key in their own environment.""",
        ),
    )(run)
