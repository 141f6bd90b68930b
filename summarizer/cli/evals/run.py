"""`summarizer evals run`: the golden set through prompts and models."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.cli import console, run_options
from summarizer.cli.evals.common import (
    GOLDEN,
    Every,
    FormatOption,
    Golden,
    write_comparison,
    write_run,
)
from summarizer.cli.options import examples
from summarizer.cli.output import Sink
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.cli.evals.common import Format
    from summarizer.evals.loading import GoldenData
    from summarizer.evals.rows import DatasetIdentity
    from summarizer.evals.runner import Options, Variant
    from summarizer.evals.runs import ScoredRun
    from summarizer.settings import Settings

EXIT_INCOMPLETE = 3


@run_options.limited("base_url", "concurrency", "max_cost", "max_tokens")
def run(  # noqa: PLR0913 - the command's options
    *,
    model: Annotated[
        list[str] | None,
        typer.Option(
            "--model",
            "-m",
            metavar="PROVIDER/NAME",
            help="The model, or 'rules'; may be given again.",
            show_default=False,
        ),
    ] = None,
    prompt: Annotated[
        list[str] | None,
        typer.Option(
            "--prompt",
            "-p",
            metavar="NAME[@VERSION]",
            help="The prompt, or a .md file; may be given again.",
            show_default=False,
        ),
    ] = None,
    split: Annotated[
        Literal["dev", "test"] | None,
        typer.Option(metavar="SPLIT", help="dev or test; both by default.", show_default=False),
    ] = None,
    subject: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Only this subject; again for more.", show_default=False),
    ] = None,
    case: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID", help="Only cases whose id begins so; again for more.", show_default=False
        ),
    ] = None,
    repeats: Annotated[
        int, typer.Option(metavar="N", min=1, help="Ask for every case N times.")
    ] = 1,
    record: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Keep raw answers in DIR.", show_default=False),
    ] = None,
    replay: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Answer from recordings; no model is called.", show_default=False
        ),
    ] = None,
    settings: "Settings",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="RUN",
            help="Keep the run in a folder; one that is there goes on.",
            show_default=False,
        ),
    ] = None,
    retry_failed: Annotated[
        bool, typer.Option("--retry-failed", help="Ask again where a kept row is a failure.")
    ] = False,
    golden: Golden = GOLDEN,
    format: FormatOption = "pretty",  # noqa: A002 - the option's name
    every: Every = False,
) -> None:
    """Run the golden set and print the scorecard.

    With several models or prompts each has a folder of its own inside RUN, and is
    compared with the first.
    """
    from summarizer.evals.loading import load_golden
    from summarizer.evals.rows import DatasetIdentity
    from summarizer.evals.runner import Options

    if record and replay:
        raise UsageError("--record and --replay exclude each other", way_out="Give one of them")
    variants = _variants(model or [], prompt or [], record, replay, settings)
    data = load_golden(golden).select(split=split, subjects=subject or (), ids=case or ())
    filters = DatasetIdentity(
        sha256="",
        cases=(),
        figures=0,
        split=split,
        subjects=tuple(subject or ()),
        ids=tuple(case or ()),
    )
    options = Options(repeats=repeats, retry_failed=retry_failed)
    if len(variants) > 1 and format not in {"pretty", "markdown"}:
        raise UsageError(
            f"--format {format} is for one run, and these are {len(variants)}",
            way_out="Give -o RUN, then 'summarizer evals report RUN/...' for each",
        )
    runs = [
        _one(data, variant, options, settings, filters, _folder(output, variant, variants))
        for variant in variants
    ]
    _write(runs, format, every=every)
    if output is None:
        console.notice("nothing was kept: -o RUN keeps a run to report, compare and continue")
    _exit(runs)


def _variants(
    models: list[str],
    prompts: list[str],
    record: Path | None,
    replay: Path | None,
    settings: "Settings",
) -> "list[Variant]":
    from summarizer.evals.runner import Variant

    if not models:
        if replay is not None:
            from summarizer.engines.recordings import Replayer

            models = [Replayer(replay).only_model()]
        else:
            models = [settings.model or "rules"]
    found: list[Variant] = []
    for model in models:
        if model == "rules":
            if replay is None:
                found.append(Variant("rules"))
                continue
            raise UsageError("the rules engine has no recordings", way_out="Leave --replay out")
        found += [
            Variant(model, prompt, record, replay) for prompt in (prompts or [settings.prompt])
        ]
    if prompts and all(variant.model == "rules" for variant in found):
        raise UsageError(
            "the rules engine takes no prompt", way_out="Leave --prompt out, or give --model"
        )
    return found


def _folder(output: Path | None, variant: "Variant", variants: "list[Variant]") -> Path | None:
    if output is None or len(variants) == 1:
        return output
    prompt = variant.prompt or ""
    prompt = Path(prompt).stem if prompt.endswith(".md") else prompt
    words = "-".join(filter(None, [variant.model, prompt]))
    return output / re.sub(r"[^A-Za-z0-9._@-]+", "-", words).strip("-.")


def _one(
    data: "GoldenData",
    variant: "Variant",
    options: "Options",
    settings: "Settings",
    filters: "DatasetIdentity",
    folder: Path | None,
) -> "ScoredRun":
    from summarizer.cli.evals.progress import LiveProgress
    from summarizer.evals.runner import run_variant
    from summarizer.evals.runs import score_run

    label = " ".join(filter(None, [variant.model, variant.prompt]))
    with LiveProgress(data, label) as progress:
        done = run_variant(
            data,
            variant,
            options=options,
            folder=folder,
            settings=settings,
            filters=filters,
            progress=progress,
        )
    return score_run(done, data)


def _write(runs: "list[ScoredRun]", format: "Format", *, every: bool) -> None:  # noqa: A002
    from summarizer.evals.comparison import compare_runs, marks_of

    with Sink(None) as sink:
        for number, scored in enumerate(runs):
            if number:
                sink.write("\n")
            write_run(scored, sink, format, every=every)
        if len(runs) > 1 and (format == "pretty" or format == "markdown"):  # noqa: PLR1714
            first = marks_of(runs[0])
            for scored in runs[1:]:
                sink.write("\n")
                write_comparison(compare_runs(first, marks_of(scored)), sink, format, every=every)


def _exit(runs: "list[ScoredRun]") -> None:
    from summarizer.evals.scorecard import make_scorecard

    incomplete = False
    for scored in runs:
        card = make_scorecard(scored)
        for row in scored.run.rows.values():
            if row.error is not None:
                console.error(f"{row.case}: {row.error.message}")
        if card.not_asked:
            console.warning(
                f"{scored.identity.name}: {card.not_asked} articles were not asked; their figures "
                "count as missed"
            )
        incomplete = incomplete or not card.complete
    if incomplete:
        raise typer.Exit(EXIT_INCOMPLETE)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        short_help="Run the golden set and print the scorecard.",
        epilog=examples(
            "summarizer evals run -m rules --split dev",
            "summarizer evals run -m openai/NAME --repeats 3 --max-cost 2 -o runs/a",
            "summarizer evals run --replay evals/recordings/NAME",
            note="""A run that was killed goes on with the same command. Exits with 3 when
            articles have no answer.""",
        ),
    )(run)
