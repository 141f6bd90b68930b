"""`summarizer schema`: the form of everything that comes out, as JSON Schema."""

from typing import Annotated, Any

import typer

from summarizer.cli.options import examples
from summarizer.cli.results import dumps
from summarizer.errors import UsageError

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NAMES = {
    "article": "what 'clean' prints for each page",
    "figures": "what 'figures' prints for each article",
    "summary": "what 'summarize' prints for each article",
    "check": "what 'check' prints for each pair",
    "reconciliation": "what 'reconcile' prints",
    "failure": "what stands in the place of an input that failed",
    "config": "the config file (TOML)",
    "golden-case": "expected.yaml of a golden case",
    "golden-set": "a file of evals/sets: articles on one event",
    "scorecard": "what 'evals run' and 'evals report' print",
    "comparison": "what 'evals compare' prints",
}


def schema(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME", help="Which object; without it, the names.", show_default=False
        ),
    ] = None,
) -> None:
    """Print the JSON Schema of what comes out, or list the names."""
    if name is None:
        width = max(map(len, NAMES))
        typer.echo("\n".join(f"{key:<{width}}  {what}" for key, what in NAMES.items()))
    else:
        typer.echo(dumps(schema_of(name)), nl=False)


def schema_of(name: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of an object.

    Raises:
        UsageError: there is no object of that name.
    """
    if name not in NAMES:
        import difflib

        near = difflib.get_close_matches(name, NAMES, n=1)
        raise UsageError(
            "no schema of that name",
            subject=name,
            way_out=f"Did you mean '{near[0]}'" if near else f"Known: {', '.join(NAMES)}",
        )
    from pydantic import TypeAdapter

    from summarizer import models
    from summarizer.settings import Settings

    if name == "config":
        table = TypeAdapter(Settings).json_schema()
        return {"$schema": DIALECT, **table, "additionalProperties": False}
    if name in {"golden-case", "golden-set"}:
        from summarizer.evals.golden import GoldenCase, GoldenSet

        written = GoldenCase if name == "golden-case" else GoldenSet
        return {"$schema": DIALECT, **written.model_json_schema(mode="validation")}
    if name in {"scorecard", "comparison"}:
        from summarizer.evals.comparison import Comparison
        from summarizer.evals.scorecard import RunReport

        told = RunReport if name == "scorecard" else Comparison
        return {"$schema": DIALECT, **told.model_json_schema(mode="serialization")}
    outputs: dict[str, type[models.Output]] = {
        "article": models.Article,
        "figures": models.FigureReport,
        "summary": models.Summary,
        "check": models.CheckReport,
        "reconciliation": models.Reconciliation,
        "failure": models.Failure,
    }
    return {"$schema": DIALECT, **outputs[name].model_json_schema(mode="serialization")}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        short_help="Print the JSON Schema of what comes out.",
        epilog=examples(
            "summarizer schema",
            "summarizer schema summary > summary.schema.json",
        ),
    )(schema)
