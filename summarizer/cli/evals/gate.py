"""`summarizer evals gate` and `baseline`: what must not become worse."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import console
from summarizer.cli.evals.common import GOLDEN, Golden
from summarizer.cli.options import examples

if TYPE_CHECKING:
    from summarizer.evals.gate import Judged
    from summarizer.evals.loading import GoldenData
    from summarizer.settings import Settings


def gate(
    *,
    config: Annotated[Path, typer.Option("--gate", metavar="FILE", help="The gate's file.")] = Path(
        "evals/gate.toml"
    ),
    golden: Golden = GOLDEN,
    every: Annotated[
        bool, typer.Option("--every", help="List every true claim that is refused or misread.")
    ] = False,
    accept: Annotated[
        bool, typer.Option("--accept", help="Make this run's scores the new baselines.")
    ] = False,
) -> None:
    """Run every check of the gate offline and compare it with its baseline."""
    from summarizer.evals.claims import claim_all
    from summarizer.evals.gate import check_prompts, exit_code, judge_claims, read_gate
    from summarizer.evals.loading import load_golden
    from summarizer.reports.scores_page import claims_page, gate_page

    settings = console.start()
    found = read_gate(config)
    data = load_golden(golden)
    judged = [_judge(check, data, settings, accept=accept) for check in found.check]
    baselines = [check.baseline for check in found.check if check.baseline.exists()]
    faults = check_prompts(found.prompts, baselines) if found.prompts else []
    end = console.terminal()
    page = gate_page(judged, faults, width=end.width, style=end.style)
    if found.claims is not None:
        claims = claim_all(data)
        refused = judge_claims(found.claims, claims)
        faults += refused
        page += claims_page(claims, refused, width=end.width, style=end.style, every=every)
    typer.echo(page, nl=False, color=end.style != "plain")
    raise typer.Exit(exit_code(judged, faults))


def _judge(check: object, data: "GoldenData", settings: "Settings", *, accept: bool) -> "Judged":
    from summarizer.evals.baseline import make_baseline, write_baseline
    from summarizer.evals.comparison import marks_of
    from summarizer.evals.gate import Check, judge_run, select
    from summarizer.evals.runner import Options, Variant, run_variant
    from summarizer.evals.runs import score_run
    from summarizer.evals.scorecard import make_scorecard

    assert isinstance(check, Check)  # noqa: S101 - named here so that help stays fast
    chosen = select(data, check)
    variant = Variant(check.model, check.prompt, replay=check.replay)
    options = Options(repeats=check.repeats)
    scored = score_run(run_variant(chosen, variant, options=options, settings=settings), chosen)
    if accept:
        baseline = make_baseline(make_scorecard(scored), marks_of(scored))
        write_baseline(baseline, check.baseline)
        console.notice(f"{check.baseline} is written: commit it")
    return judge_run(check, scored)


def baseline(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="A run folder.", show_default=False)],
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="Such as evals/baselines/NAME.json.", show_default=False
        ),
    ],
    *,
    golden: Golden = GOLDEN,
) -> None:
    """Write the scores of a kept run as a baseline to beat."""
    from summarizer.evals.baseline import make_baseline, write_baseline
    from summarizer.evals.comparison import marks_of
    from summarizer.evals.loading import load_golden
    from summarizer.evals.runs import load_run, score_run
    from summarizer.evals.scorecard import make_scorecard

    console.start()
    scored = score_run(load_run(run), load_golden(golden))
    write_baseline(make_baseline(make_scorecard(scored), marks_of(scored)), file)
    typer.echo(f"{file}")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(
        short_help="Hold rules and recordings against their baselines.",
        epilog=examples(
            "summarizer evals gate",
            "summarizer evals gate --accept    # after a change that is meant",
            note="""Exits with 1 on a regression or a prompt without a baseline, 3 when
            articles have no answer, 4 when there is no baseline to compare with.""",
        ),
    )(gate)
    app.command(
        short_help="Write a run's scores as a baseline.",
        epilog=examples(
            "summarizer evals baseline runs/a evals/baselines/a.json",
            "summarizer evals compare evals/baselines/a.json runs/b",
        ),
    )(baseline)
