"""`summarizer evals lint` and `add`: the golden set."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from summarizer.cli import console
from summarizer.cli.evals.common import GOLDEN, Golden
from summarizer.cli.options import examples

EXIT_NO = 1


def lint(
    *,
    golden: Golden = GOLDEN,
    notes: Annotated[
        bool, typer.Option("--notes", help="Show where our own parser reads otherwise.")
    ] = False,
) -> None:
    """Check the golden set: its form, its quotes, its sets; a line for each fault."""
    from summarizer.evals.lint import lint as check
    from summarizer.evals.loading import read_golden

    console.start()
    found = check(read_golden(golden))
    for fault in found.faults:
        console.error(str(fault))
    if notes:
        for note in found.notes:
            console.notice(str(note))
    typer.echo(
        f"{found.cases} cases, {found.figures} expected figures, {found.sets} sets: "
        f"{len(found.faults)} faults, {len(found.notes)} notes"
    )
    if found.faults:
        raise typer.Exit(EXIT_NO)


def add(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="The article as it arrives.", show_default=False),
    ],
    *,
    subject: Annotated[
        str, typer.Option(metavar="NAME", help="What it is about, such as earnings.")
    ] = "other",
    split: Annotated[
        Literal["dev", "test"], typer.Option(metavar="SPLIT", help="dev or test.")
    ] = "dev",
    name: Annotated[
        str | None,
        typer.Option(
            metavar="WORDS", help="The rest of the case's id; else its title.", show_default=False
        ),
    ] = None,
    golden: Golden = GOLDEN,
) -> None:
    """Draft a golden case from an article, for a person to correct."""
    from summarizer.evals.drafting import draft_case

    console.start()
    folder = draft_case(file, golden, subject=subject, split=split, name=name)
    typer.echo(f"{folder}")
    console.notice(
        "a draft: correct expected.yaml, remove its line 'draft: true', run 'summarizer evals lint'"
    )


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(
        short_help="Check the golden set.",
        epilog=examples("summarizer evals lint", "summarizer evals lint --notes"),
    )(lint)
    app.command(
        short_help="Draft a golden case from an article.",
        epilog=examples(
            "summarizer evals add page.html --subject earnings",
            "summarizer evals add dump.txt --subject deals --name 'north mine sale'",
        ),
    )(add)
