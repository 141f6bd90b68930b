"""`summarizer check`: the numbers of any summary against its article."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.cli import console, results
from summarizer.cli.inputs import STANDARD_INPUT
from summarizer.cli.options import Output, examples
from summarizer.cli.output import Sink
from summarizer.cli.pairs import Checked, check_pair, check_pairs
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.models import Failure

Format = Literal["pretty", "json", "jsonl"]
EXIT_UNSUPPORTED = 1


def check(
    summary: Annotated[
        str,
        typer.Argument(
            metavar="SUMMARY",
            help="The summary's file, or - ; without --against a .jsonl file of pairs.",
        ),
    ],
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            "-a",
            metavar="ARTICLE",
            help="The article: a file, a URL, or - .",
            show_default=False,
        ),
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name
        Format,
        typer.Option("--format", "-f", metavar="FORMAT", help="pretty, json or jsonl."),
    ] = "pretty",
    output: Output = None,
) -> None:
    """Check every number of a summary, whoever wrote it, against its article."""
    settings = console.start()
    if against is None:
        _refuse_lone_summary(summary)
        found = check_pairs(summary, settings)
    else:
        found = check_pair(summary, against, settings)
    verdicts: list[str] = []
    noted = _noted(found, verdicts)
    files = [name for name in (summary, against) if name]
    with Sink(output, stream=format == "jsonl", inputs=files) as sink:
        if format == "pretty":
            page = _page(console.terminal(to_file=output is not None))
            code = results.deliver(noted, results.Pages(sink, page))
        else:
            reports = (one.report if isinstance(one, Checked) else one for one in noted)
            code = results.deliver(reports, results.json_writer(format, sink))
    raise typer.Exit(EXIT_UNSUPPORTED if "unsupported" in verdicts else code)


def _noted(
    found: "Iterable[Checked | Failure]", verdicts: list[str]
) -> "Iterator[Checked | Failure]":
    """Pass the reports on and note their verdicts."""
    for one in found:
        if isinstance(one, Checked):
            verdicts.append(one.report.verdict)
        yield one


def _page(end: console.Terminal) -> Callable[[Checked], str]:
    from summarizer.reports.check import check_page

    return lambda one: check_page(one.report, one.article, width=end.width, style=end.style)


def _refuse_lone_summary(name: str) -> None:
    if name != STANDARD_INPUT and Path(name).suffix.lower() != ".jsonl":
        raise UsageError(
            "no article to check it against",
            subject=name,
            way_out="Add --against ARTICLE, or give pairs in a .jsonl file",
        )


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        short_help="Check a summary's numbers against its article.",
        epilog=examples(
            "summarizer check summary.txt --against article.html",
            "llm 'Summarize this' < a.txt | summarizer check - --against a.txt",
            "summarizer check pairs.jsonl --format jsonl",
            note="""A line of a .jsonl file is {"id": ..., "article": ..., "summary": ...}.
            Exits with 1 when a number is not supported by its article.""",
        ),
    )(check)
