"""What the commands of the evals share."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.cli import console

if TYPE_CHECKING:
    from summarizer.cli.output import Sink
    from summarizer.evals.comparison import Comparison
    from summarizer.evals.runs import ScoredRun

Format = Literal["pretty", "json", "markdown", "junit", "html"]
Golden = Annotated[
    Path,
    typer.Option("--golden", metavar="DIR", help="The golden set."),
]
GOLDEN = Path("evals/golden")
FormatOption = Annotated[
    Format,
    typer.Option("--format", "-f", metavar="FORMAT", help="pretty, json, markdown, junit or html."),
]
OutputFile = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to FILE instead of standard output.",
        show_default=False,
    ),
]
Every = Annotated[bool, typer.Option("--every", help="List every figure, not the first twenty.")]


def write_run(
    scored: "ScoredRun",
    sink: "Sink",
    format: Format,  # noqa: A002 - the option's name
    *,
    every: bool = False,
) -> None:
    """Write a scored run in one of the formats."""
    from summarizer.cli.results import dumps
    from summarizer.evals.scorecard import make_scorecard

    if format == "junit":
        from summarizer.reports.scores_junit import scores_junit

        sink.write(scores_junit(scored))
        return
    if format == "html":
        from summarizer.reports.evals_html import run_html

        sink.write(run_html(scored))
        return
    card = make_scorecard(scored)
    if format == "json":
        from summarizer.evals.scorecard import make_report

        sink.write(dumps(make_report(scored).model_dump(mode="json")))
    elif format == "markdown":
        from summarizer.reports.scores_markdown import scorecard_markdown

        sink.write(scorecard_markdown(card, scored))
    else:
        from summarizer.reports.scores_page import scorecard_page

        end = console.terminal(to_file=sink.path is not None)
        sink.write(scorecard_page(card, scored, width=end.width, style=end.style, every=every))


def write_comparison(
    comparison: "Comparison",
    sink: "Sink",
    format: Literal["pretty", "json", "markdown"],  # noqa: A002 - the option's name
    *,
    every: bool = False,
) -> None:
    """Write a comparison in one of the formats."""
    from summarizer.cli.results import dumps

    if format == "json":
        sink.write(dumps(comparison.model_dump(mode="json")))
    elif format == "markdown":
        from summarizer.reports.scores_markdown import comparison_markdown

        sink.write(comparison_markdown(comparison))
    else:
        from summarizer.reports.scores_page import comparison_page

        end = console.terminal(to_file=sink.path is not None)
        sink.write(comparison_page(comparison, width=end.width, style=end.style, every=every))
