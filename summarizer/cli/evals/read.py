"""`summarizer evals compare` and `report`: what kept runs say."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.cli import console
from summarizer.cli.evals.common import (
    GOLDEN,
    Every,
    FormatOption,
    Golden,
    OutputFile,
    write_comparison,
    write_run,
)
from summarizer.cli.options import examples
from summarizer.cli.output import Sink
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.evals.runs import ScoredRun

EXIT_NO = 1


def compare(
    a: Annotated[
        Path,
        typer.Argument(metavar="A", help="A run folder or a baseline.", show_default=False),
    ],
    b: Annotated[
        Path,
        typer.Argument(metavar="B", help="The one that may be better.", show_default=False),
    ],
    *,
    format: Annotated[  # noqa: A002 - the option's name
        Literal["pretty", "json", "markdown", "html"],
        typer.Option("--format", "-f", metavar="FORMAT", help="pretty, json, markdown or html."),
    ] = "pretty",
    output: OutputFile = None,
    golden: Golden = GOLDEN,
    every: Every = False,
) -> None:
    """Say whether B is better than A, by how much, and whether one can tell.

    Paired by article: a sign-flip test, and an interval by drawing articles anew.
    """
    from summarizer.evals.baseline import load_marks
    from summarizer.evals.comparison import compare_runs, marks_of

    console.start()
    if format == "html":
        from summarizer.reports.evals_html import comparison_html

        one, other = _scored(a, golden), _scored(b, golden)
        found = compare_runs(marks_of(one), marks_of(other))
        with Sink(output) as sink:
            sink.write(comparison_html(one, other, found))
    else:
        found = compare_runs(load_marks(a, golden), load_marks(b, golden))
        with Sink(output) as sink:
            write_comparison(found, sink, format, every=every)
    for name, lacking in (("A", found.unanswered_a), ("B", found.unanswered_b)):
        if lacking:
            told = f"{lacking} articles have no answer; their figures count as missed"
            console.warning(f"{name}: {told}")
    if "worse" in (found.amount.verdict, found.strict.verdict):
        raise typer.Exit(EXIT_NO)


def _scored(path: Path, golden: Path) -> "ScoredRun":
    """A run with its articles, which a baseline does not hold.

    Raises:
        UsageError: it is no folder.
    """
    from summarizer.evals.loading import load_golden
    from summarizer.evals.runs import load_run, score_run

    if not path.is_dir():
        raise UsageError(
            "is no run folder, and a page shows the articles",
            subject=str(path),
            way_out="Give two run folders, or another --format",
        )
    return score_run(load_run(path), load_golden(golden))


def report(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="A run folder.", show_default=False)],
    *,
    format: FormatOption = "pretty",  # noqa: A002 - the option's name
    output: OutputFile = None,
    golden: Golden = GOLDEN,
    every: Every = False,
) -> None:
    """Score a kept run again, offline, and print the scorecard."""
    from summarizer.evals.loading import load_golden
    from summarizer.evals.runs import load_run, score_run

    console.start()
    scored = score_run(load_run(run), load_golden(golden))
    with Sink(output) as sink:
        write_run(scored, sink, format, every=every)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(
        short_help="Say whether run B is better than run A.",
        epilog=examples(
            "summarizer evals compare runs/a runs/b",
            "summarizer evals compare evals/baselines/rules-dev.json runs/rules",
            "summarizer evals compare runs/a runs/b -f markdown -o comment.md",
            "summarizer evals compare runs/a runs/b -f html -o comparison.html",
            note="""Refuses runs on different golden cases. Exits with 1 when B is
            significantly worse.""",
        ),
    )(compare)
    app.command(
        short_help="Print the scorecard of a kept run.",
        epilog=examples(
            "summarizer evals report runs/a --every",
            "summarizer evals report runs/a -f junit -o junit.xml",
            "summarizer evals report runs/a -f html -o report.html",
        ),
    )(report)
