"""`summarizer batch`: a provider's batch API, at half the price within a day."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.cli import console, inputs, results, run_options
from summarizer.cli.options import INPUTS, Inputs, Jsonl, Language, Output, Prompt, Raw, examples
from summarizer.cli.output import Sink
from summarizer.cli.stored import Kept, StoredRun, store_path

if TYPE_CHECKING:
    from summarizer.batch.provider_batch import FetchedBatch, Submitted
    from summarizer.settings import Settings

app = typer.Typer(
    short_help="Summarize in batches: half the price, within a day.",
    no_args_is_help=True,
    rich_markup_mode=None,
    epilog=examples(
        "summarizer batch submit many.jsonl -m openai/NAME --state many.batch",
        "summarizer batch status many.batch",
        "summarizer batch fetch many.batch -o results.jsonl",
        note="""The state file has all that the other commands need, days later and in another
        process. It holds the articles.""",
    ),
)
StateFile = Annotated[Path, typer.Argument(metavar="STATE", show_default=False)]


@app.callback()
def batch() -> None:
    """Summarize through OpenAI's Batch API: half the price, within a day."""


@app.command(
    short_help="Submit articles.",
    help=f"Submit articles; those whose answer is cached are left out.\n\n{INPUTS}",
    epilog=examples(
        "summarizer batch submit many.jsonl -m openai/NAME --state many.batch",
        "summarizer batch submit pages/ -m openai/NAME --state pages.batch --no-cache",
        note="""A submit that was interrupted is taken up by the same command. Exit code 3: some
        inputs failed, the others are submitted.""",
    ),
)
@run_options.limited("base_url")
def submit(  # noqa: PLR0913 - the command's options
    input: Inputs = None,  # noqa: A002 - the name that --help and errors show
    *,
    state: Annotated[
        Path,
        typer.Option(metavar="FILE", help="Where to keep what was submitted.", show_default=False),
    ],
    model: Annotated[
        str | None,
        typer.Option("--model", "-m", metavar="openai/NAME", help="The model."),
    ] = None,
    prompt: Prompt = None,
    raw: Raw = False,
    jsonl: Jsonl = False,
    language: Language = None,
    settings: "Settings",
    no_cache: run_options.NoCache = False,
    shard: run_options.ShardOf = None,
) -> None:
    """Submit articles."""
    from summarizer.batch.provider_batch import submit as submit_batch
    from summarizer.errors import UsageError

    chosen = model or settings.model
    if not chosen:
        raise UsageError("no model", way_out="Give --model openai/NAME, or set SUMMARIZER_MODEL")
    names = inputs.given(input, command="batch submit", jsonl=jsonl)
    documents = inputs.documents(names, settings=settings, raw=raw, jsonl=jsonl, language=language)
    done = submit_batch(
        run_options.part(documents, shard),
        state,
        chosen,
        settings=settings,
        prompt=prompt,
        cache=run_options.cache(settings, off=no_cache, refresh=False),
        on_failure=lambda error: console.error(str(error)),
    )
    console.notice(_said(done))
    raise typer.Exit(results.EXIT_SOME_FAILED if done.failed else 0)


def _said(done: "Submitted") -> str:
    told = f"{done.inputs:,} input{'' if done.inputs == 1 else 's'}"
    if done.failed:
        told = f"{told}, {done.failed:,} failed"
    if done.batches:
        requests = f"{done.requests:,} request{'' if done.requests == 1 else 's'}"
        return f"{told}, {requests} in {', '.join(done.batches)}"
    if done.inputs > done.failed:
        told = f"{told}, {done.inputs - done.failed:,} in the cache"
    return f"{told}: nothing to submit"


@app.command(
    short_help="Show how the batches are going.",
    epilog=examples(
        "summarizer batch status many.batch", "summarizer batch status many.batch -f json"
    ),
)
def status(
    state: StateFile,
    *,
    format: Annotated[  # noqa: A002 - the option's name
        Literal["text", "json"],
        typer.Option("--format", "-f", metavar="FORMAT", help="text or json."),
    ] = "text",
) -> None:
    """Show how the batches are going."""
    from dataclasses import asdict

    with _fetched(state, cached=False) as fetched:
        found = fetched.status()
    if format == "json":
        batches = [asdict(one) | {"ended": one.ended} for one in found]
        typer.echo(results.dumps({"schema_version": "1", "batches": batches}), nl=False)
        return
    for one in found:
        faults = f", {'; '.join(one.faults)}" if one.faults else ""
        typer.echo(
            f"{one.id}  {one.status}  {one.completed:,} of {one.total:,} answered,"
            f" {one.failed:,} failed{faults}"
        )
    if not found:
        typer.echo("no batch: every answer was cached")


@app.command(
    short_help="Write the summaries of batches that have ended.",
    epilog=examples(
        "summarizer batch fetch many.batch -o results.jsonl",
        "summarizer batch fetch many.batch --format json",
        note="""With -o results.jsonl (or .sqlite, .parquet) what is in the file already is left as
        it is. Exit code 3: some articles failed, or their batch has not ended.""",
    ),
)
def fetch(
    state: StateFile,
    *,
    output: Output = None,
    format: Annotated[  # noqa: A002 - the option's name
        Literal["json", "jsonl"] | None,
        typer.Option("--format", "-f", metavar="FORMAT", help="jsonl (default) or json."),
    ] = None,
    retry_failed: run_options.RetryFailed = False,
    no_cache: run_options.NoCache = False,
) -> None:
    """Write the summaries of batches that have ended."""
    stored = store_path(output, format)
    with _fetched(state, cached=not no_cache) as fetched:
        if stored is not None:
            with fetched.summarizer() as summarizer:
                run = StoredRun(summarizer, stored, [str(state)], retry_failed=retry_failed)
                code = results.deliver(run.results(fetched.sources()), Kept())
                code = results.EXIT_SOME_FAILED if run.tell() else code
        else:
            chosen = format or "jsonl"
            with Sink(output, stream=chosen == "jsonl", inputs=[str(state)]) as sink:
                code = results.deliver(fetched.results(), results.json_writer(chosen, sink))
        if fetched.pending:
            console.error(
                f"{fetched.pending:,} articles are in a batch that has not ended. Fetch again later"
            )
            code = results.EXIT_SOME_FAILED
    raise typer.Exit(code)


def _fetched(state: Path, *, cached: bool) -> "FetchedBatch":
    from summarizer.batch.provider_batch import FetchedBatch

    settings = console.start()
    cache = run_options.cache(settings, off=not cached, refresh=False)
    return FetchedBatch(state, settings=settings, cache=cache)
