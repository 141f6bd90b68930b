"""The evals: a golden set, a scorer, statistics, runs, baselines and the gate.

>>> from summarizer.evals import judge_words
>>> judge_words("$5.3 billion", "$5,300 million"), judge_words("$5.3 billion", "$53 billion")
('right', 'power_of_ten')
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer._lazy import lazy

if TYPE_CHECKING:
    from summarizer.evals.amounts import judge_words
    from summarizer.evals.baseline import Baseline, load_marks, make_baseline
    from summarizer.evals.classes import MEANINGS, ErrorClass
    from summarizer.evals.comparison import Comparison, Marks, compare_runs, marks_of
    from summarizer.evals.golden import GoldenCase, GoldenFigure, GoldenSet
    from summarizer.evals.lint import lint
    from summarizer.evals.loading import Case, GoldenData, load_golden, read_golden
    from summarizer.evals.outcomes import CaseScore, Outcome
    from summarizer.evals.rows import Row, RunIdentity
    from summarizer.evals.runner import Options, Variant, run_variant
    from summarizer.evals.runs import Run, ScoredRun, load_run, score_run
    from summarizer.evals.scorecard import Rate, Scorecard, make_scorecard
    from summarizer.evals.scoring import score_case

_HOMES = {
    "amounts": ("judge_words",),
    "baseline": ("Baseline", "load_marks", "make_baseline"),
    "classes": ("MEANINGS", "ErrorClass"),
    "comparison": ("Comparison", "Marks", "compare_runs", "marks_of"),
    "golden": ("GoldenCase", "GoldenFigure", "GoldenSet"),
    "lint": ("lint",),
    "loading": ("Case", "GoldenData", "load_golden", "read_golden"),
    "outcomes": ("CaseScore", "Outcome"),
    "rows": ("Row", "RunIdentity"),
    "runner": ("Options", "Variant", "run_variant"),
    "runs": ("Run", "ScoredRun", "load_run", "score_run"),
    "scorecard": ("Rate", "Scorecard", "make_scorecard"),
    "scoring": ("score_case",),
}

__all__ = [
    "MEANINGS",
    "Baseline",
    "Case",
    "CaseScore",
    "Comparison",
    "ErrorClass",
    "GoldenCase",
    "GoldenData",
    "GoldenFigure",
    "GoldenSet",
    "Marks",
    "Options",
    "Outcome",
    "Rate",
    "Row",
    "Run",
    "RunIdentity",
    "Scorecard",
    "ScoredRun",
    "Variant",
    "compare_runs",
    "judge_words",
    "lint",
    "load_golden",
    "load_marks",
    "load_run",
    "make_baseline",
    "make_scorecard",
    "marks_of",
    "read_golden",
    "run_variant",
    "score_case",
    "score_run",
]


__getattr__, __dir__ = lazy(__name__, _HOMES)
