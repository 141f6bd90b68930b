"""`summarizer doctor`: what is configured, what works, what is missing."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.cli import console
from summarizer.cli.options import examples
from summarizer.cli.results import dumps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.cli.diagnosis import Check

EXIT_PROBLEM = 2
_MARKS = {"ok": ("✓", "green"), "warning": ("!", "yellow"), "problem": ("✗", "red")}


def doctor(
    *,
    online: Annotated[
        bool, typer.Option("--online", help="Ask the model's server whether it answers.")
    ] = False,
    format: Annotated[  # noqa: A002 - the option's name
        Literal["text", "json"],
        typer.Option("--format", "-f", metavar="FORMAT", help="text or json."),
    ] = "text",
) -> None:
    """Show what is configured, what works and what is missing, with the fix."""
    from summarizer._version import __version__
    from summarizer.cli.diagnosis import diagnose

    console.listen()
    checks = diagnose(online=online)
    if format == "json":
        record = {
            "schema_version": "1",
            "summarizer_version": __version__,
            "checks": [asdict(check) for check in checks],
        }
        typer.echo(dumps(record), nl=False)
    else:
        typer.echo(page(checks, __version__), nl=False, color=True)
    raise typer.Exit(EXIT_PROBLEM if any(c.state == "problem" for c in checks) else 0)


def page(checks: "Sequence[Check]", version: str) -> str:
    """The checks as lines for people, each fix below its check."""
    from summarizer.reports.page import Page
    from summarizer.reports.wording import one_line

    end = console.terminal()
    sheet = Page(width=end.width, style=end.style)
    sheet.add(f"summarizer {version}", style="bold")
    width = max(len(check.name) for check in checks)
    for check in checks:
        mark, colour = _MARKS[check.state]
        lead = sheet.text(f"{mark} ", colour).append(f"{check.name:<{width}}  ", "bold")
        sheet.add(one_line(check.detail), lead=lead, indent=2)
        if check.fix:
            sheet.add(one_line(check.fix), lead="→ ", indent=width + 6, style="cyan")
    return sheet.render()


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        short_help="Show what is configured, works or is missing.",
        epilog=examples(
            "summarizer doctor",
            "SUMMARIZER_MODEL=openai/NAME summarizer doctor --online",
            note="""Exits with 2 when something that is configured cannot work. No key is ever
            printed, and nothing is sent anywhere without --online.""",
        ),
    )(doctor)
