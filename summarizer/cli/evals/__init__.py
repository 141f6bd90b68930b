"""`summarizer evals`: the golden set, runs, comparisons, baselines and the gate."""

import typer

from summarizer.cli.evals import gate, golden, read, run
from summarizer.cli.options import examples

app = typer.Typer(
    help="Measure prompts and models on a golden set of articles.",
    no_args_is_help=True,
    rich_markup_mode=None,
    epilog=examples(
        "summarizer evals run -m rules --split dev -o runs/rules",
        "summarizer evals run -m openai/NAME -p summarize@1 -p mine.md -o runs/ab",
        "summarizer evals compare runs/a runs/b",
        "summarizer evals gate",
        note="""Exit codes: 0 done, 1 the answer is no (the gate fails, B is worse, a case
        is wrong), 2 wrong usage, golden set or configuration, 3 some articles have
        no answer, 4 no baseline to compare with, 130 interrupted.""",
    ),
)
for _module in (run, read, golden, gate):
    _module.register(app)
