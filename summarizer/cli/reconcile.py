"""`summarizer reconcile`: several articles on one event, side by side."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.cli import console, inputs, results
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
from summarizer.cli.results import EXIT_SOME_FAILED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summarizer.articles import Document
    from summarizer.errors import InputError
    from summarizer.models import Reconciliation, Summary

Format = Literal["pretty", "json", "markdown", "html"]
EXIT_CONFLICT = 1


def reconcile(  # noqa: PLR0913 - the command's options
    input: Inputs = None,  # noqa: A002 - the name that --help and errors show
    *,
    model: Model = None,
    prompt: Prompt = None,
    format: Annotated[  # noqa: A002 - the option's name
        Format,
        typer.Option("--format", "-f", metavar="FORMAT", help="pretty, json, markdown or html."),
    ] = "pretty",
    output: Output = None,
    raw: Raw = False,
    jsonl: Jsonl = False,
    language: Language = None,
) -> None:
    """Set articles on one event side by side, and say which number is likely off."""
    settings = console.start()
    names = inputs.given(input, command="reconcile", jsonl=jsonl)

    from summarizer.pipeline import Summarizer
    from summarizer.sources import reconcile_many

    with (
        Summarizer(model, prompt=prompt, settings=settings) as summarizer,
        Sink(output, inputs=names) as sink,
    ):
        if summarizer.notice:
            console.notice(summarizer.notice)
        documents = inputs.documents(
            names, settings=settings, raw=raw, jsonl=jsonl, language=language
        )
        found = reconcile_many(summarizer, _with_summaries(documents))
        for failure in found.failures:
            console.error(failure.error.message)
        sink.write(_render(found, format, to_file=output is not None))
    if found.conflicts:
        raise typer.Exit(EXIT_CONFLICT)
    raise typer.Exit(EXIT_SOME_FAILED if found.failures else 0)


def _with_summaries(
    documents: "Iterable[Document | InputError]",
) -> "Iterator[Document | InputError | Summary]":
    """The inputs; a .json file that holds a summary is taken as one, and no model is asked."""
    from pydantic import ValidationError

    from summarizer.errors import InputError
    from summarizer.models import Summary

    for document in documents:
        if isinstance(document, InputError) or Path(document.source).suffix != ".json":
            yield document
            continue
        try:
            yield Summary.model_validate_json(document.content)
        except ValidationError:
            yield document


def _render(
    found: "Reconciliation",
    format: Format,  # noqa: A002 - the option's name
    *,
    to_file: bool,
) -> str:
    if format == "json":
        return results.dumps(found.model_dump(mode="json"))
    if format == "markdown":
        from summarizer.reports.reconciliation import reconciliation_markdown

        return reconciliation_markdown(found)
    if format == "html":
        from summarizer.reports.reconciliation_html import reconciliation_html

        return reconciliation_html(found)
    from summarizer.reports.reconciliation import reconciliation_page

    end = console.terminal(to_file=to_file)
    return reconciliation_page(found, width=end.width, style=end.style)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        short_help="Set articles on one event side by side.",
        help=f"{reconcile.__doc__}\n\n{INPUTS}",
        epilog=examples(
            "summarizer reconcile reuters.html bbc.html wire.txt",
            "summarizer reconcile event/ -f html -o conflicts.html",
            "summarizer reconcile summary-a.json summary-b.json",
            note="""A .json file that 'summarize --format json' wrote is taken as the summary it
            is. Exits with 1 when two sources conflict.""",
        ),
    )(reconcile)
