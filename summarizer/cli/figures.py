"""`summarizer figures`: every quantity that a text states, without any model."""

from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import typer

from summarizer.cli import console, inputs, results
from summarizer.cli.options import INPUTS, Inputs, Jsonl, Language, Output, Raw, examples
from summarizer.cli.output import Sink
from summarizer.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from summarizer.articles import Document
    from summarizer.models import Failure, FigureReport

Format = Literal["table", "json", "jsonl", "csv"]


class Read(NamedTuple):
    """A text and the figures in it, whose offsets are into that text."""

    text: str
    report: "FigureReport"


def figures(
    input: Inputs = None,  # noqa: A002 - the name that --help and errors show
    *,
    format: Annotated[  # noqa: A002 - the option's name
        Format | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="table (default), json (one document), jsonl or csv.",
            show_default=False,
        ),
    ] = None,
    output: Output = None,
    raw: Raw = False,
    jsonl: Jsonl = False,
    language: Language = None,
) -> None:
    """List every figure that an article states: amount, unit, bound, direction, where."""
    settings = console.start()
    names = inputs.given(input, command="figures", jsonl=jsonl)
    chosen = format or ("jsonl" if jsonl else "table")
    documents = inputs.documents(names, settings=settings, raw=raw, jsonl=jsonl, language=language)
    found = read(documents)
    with Sink(output, stream=chosen == "jsonl", inputs=names) as sink:
        if chosen == "table":
            page = _page(console.terminal(to_file=output is not None))
            code = results.deliver(found, results.Pages(sink, page))
        else:
            reports = (one.report if isinstance(one, Read) else one for one in found)
            code = results.deliver(reports, _machine_writer(chosen, sink))
    raise typer.Exit(code)


def read(documents: "Iterable[Document | InputError]") -> "Iterator[Read | Failure]":
    """Find the figures of each document as it comes; an error becomes a value."""
    from summarizer.outcome import failure_of

    for document in documents:
        if isinstance(document, InputError):
            yield failure_of(document, document)
            continue
        try:
            yield _read(document)
        except InputError as fault:
            yield failure_of(document, fault)


def _read(document: "Document") -> Read:
    from summarizer.articles import clean, detect_language
    from summarizer.models import Figure, FigureReport, NotFigure
    from summarizer.quantities import scan

    if document.raw and isinstance(document.content, str):
        # A text that is taken as it is needs no sentences and no map around it.
        text = document.content
        language = document.language or detect_language(text)
    else:
        article = clean(document)
        text, language = article.text, article.language
    found = scan(text, language)
    report = FigureReport(
        id=document.id,
        figures=tuple(Figure.of(mention) for mention in found.mentions),
        not_figures=tuple(NotFigure.of(mask) for mask in found.masks),
    )
    return Read(text, report)


def _page(end: console.Terminal) -> "Callable[[Read], str]":
    from summarizer.reports.figures import figures_page

    return lambda one: figures_page(one.report, one.text, width=end.width, style=end.style)


def _machine_writer(
    format: Literal["json", "jsonl", "csv"],  # noqa: A002 - the option's name
    sink: Sink,
) -> "results.Writer[FigureReport]":
    if format != "csv":
        return results.json_writer(format, sink)
    from summarizer.reports.csv import figures_csv

    return results.Whole(
        sink, lambda all_: figures_csv(one for one in all_ if not results.is_failure(one))
    )


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        short_help="List every figure that an article states.",
        help=f"{figures.__doc__}\n\n{INPUTS}",
        epilog=examples(
            "summarizer figures article.txt",
            "echo 'Sales rose 5% to $3 million.' | summarizer figures --raw -",
            "summarizer figures --raw --jsonl - --format jsonl < articles.jsonl",
        ),
    )(figures)
