"""`summarizer summarize`: the main job."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.cli import console, inputs, progress, results, run_options
from summarizer.cli.options import (
    INPUTS,
    Inputs,
    Jsonl,
    Language,
    Model,
    Output,
    Prompt,
    Raw,
    examples,
)
from summarizer.cli.output import Sink
from summarizer.cli.stored import Kept, StoredRun, store_path
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from summarizer.models import Failure, Summary
    from summarizer.pipeline import Summarizer
    from summarizer.settings import Settings

Format = Literal["pretty", "json", "jsonl", "markdown", "html", "csv"]


@run_options.limited()
def summarize(  # noqa: PLR0913 - the command's options
    input: Inputs = None,  # noqa: A002 - the name that --help and errors show
    *,
    model: Model = None,
    prompt: Prompt = None,
    format: Annotated[  # noqa: A002 - the option's name
        Format | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="pretty (default), json (one document), jsonl, markdown, html or csv.",
            show_default=False,
        ),
    ] = None,
    output: Output = None,
    show_rejected: Annotated[
        bool,
        typer.Option(
            "--show-rejected",
            help="pretty: show every rejected figure, not five; csv: add their rows.",
        ),
    ] = False,
    raw: Raw = False,
    jsonl: Jsonl = False,
    language: Language = None,
    record: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Keep the model's raw answers in DIR.", show_default=False
        ),
    ] = None,
    replay: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Answer from the recordings in DIR; no model is called.",
            show_default=False,
        ),
    ] = None,
    retry_failed: run_options.RetryFailed = False,
    shard: run_options.ShardOf = None,
    no_cache: run_options.NoCache = False,
    refresh: run_options.Refresh = False,
    settings: "Settings",
) -> None:
    """Summarize articles; every figure is checked against the article's own words."""
    if record and replay:
        raise UsageError("--record and --replay exclude each other", way_out="Give one of them")
    names = inputs.given(input, command="summarize", jsonl=jsonl)
    stored = store_path(output, format or ("jsonl" if jsonl else None))
    chosen: Format = format or ("jsonl" if jsonl or stored else "pretty")
    if show_rejected and chosen not in {"pretty", "csv"}:
        raise UsageError(
            f"--show-rejected is for pretty and csv, and --format is {chosen}",
            way_out=f"Leave it out: {chosen} always shows what was rejected",
        )
    if retry_failed and stored is None:
        raise UsageError(
            "--retry-failed is for a file of results",
            way_out="Give -o results.jsonl (or .sqlite, .parquet)",
        )

    from summarizer.pipeline import Summarizer

    with Summarizer(
        model,
        prompt=prompt,
        settings=settings,
        record=record,
        replay=replay,
        cache=run_options.cache(settings, off=no_cache, refresh=refresh),
    ) as summarizer:
        documents = inputs.documents(
            names, settings=settings, raw=raw, jsonl=jsonl, language=language
        )
        documents = run_options.part(documents, shard)
        if stored is not None:
            run = StoredRun(summarizer, stored, names, retry_failed=retry_failed)
            _say_notice(summarizer, chosen)
            code = results.deliver(_watched(summarizer, run.results(documents)), Kept())
            code = results.EXIT_SOME_FAILED if run.tell() else code
        else:
            with Sink(output, stream=chosen == "jsonl", inputs=names) as sink:
                _say_notice(summarizer, chosen)
                writer = _writer(chosen, sink, show_rejected=show_rejected, to_file=bool(output))
                code = results.deliver(_watched(summarizer, summarizer.map(documents)), writer)
    raise typer.Exit(code)


def _watched(
    summarizer: "Summarizer", found: "Iterator[Summary | Failure]"
) -> "Iterator[Summary | Failure]":
    return found if summarizer.model == "rules" else progress.watched(found, summarizer.model)


def _say_notice(summarizer: "Summarizer", format: Format) -> None:  # noqa: A002
    # The pretty page ends in a line on the engine and how to use a model.
    if summarizer.notice and format != "pretty":
        console.notice(summarizer.notice)


def _writer(
    format: Format,  # noqa: A002 - the option's name
    sink: Sink,
    *,
    show_rejected: bool,
    to_file: bool,
) -> "results.Writer[Summary]":
    if format == "json" or format == "jsonl":  # noqa: PLR1714 - mypy narrows this form
        return results.json_writer(format, sink)
    if format == "html":
        from summarizer.reports.html import summaries_html

        return results.Whole(sink, summaries_html)
    if format == "csv":
        return results.Whole(sink, _csv(show_rejected=show_rejected))
    if format == "markdown":
        from summarizer.reports.markdown import summary_markdown

        return results.Pages(sink, summary_markdown)
    from summarizer.reports.terminal import summary_page

    end = console.terminal(to_file=to_file)
    return results.Pages(
        sink,
        lambda one: summary_page(
            one, width=end.width, style=end.style, show_rejected=show_rejected
        ),
    )


def _csv(*, show_rejected: bool) -> "Callable[[Sequence[Summary | Failure]], str]":
    from summarizer.reports.csv import summaries_csv

    def render(all_: "Sequence[Summary | Failure]") -> str:
        summaries = [one for one in all_ if not results.is_failure(one)]
        hidden = 0 if show_rejected else sum(len(one.rejected) for one in summaries)
        if hidden:
            console.notice(f"{hidden} rejected figures have no row (--show-rejected adds them)")
        return summaries_csv(summaries, show_rejected=show_rejected)

    return render


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        short_help="Summarize articles with checked key figures.",
        help=f"{summarize.__doc__}\n\n{INPUTS}",
        epilog=examples(
            "summarizer summarize article.html",
            "summarizer summarize -m openai/NAME -f json https://example.com/story",
            "summarizer summarize pages/ -f html -o report.html",
            "summarizer summarize many.jsonl -m openai/NAME -o results.jsonl",
            "curl -s URL | summarizer summarize -m ollama/NAME -",
            note="""With -o results.jsonl (or .sqlite, .parquet) a run can be killed and started
            again: what is in the file is not asked for again. A key is read from its provider's
            own variable, such as OPENAI_API_KEY. Settings stand in a TOML file: see 'summarizer
            doctor'.""",
        ),
    )(summarize)
