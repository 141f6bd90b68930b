"""Baselines: the committed scores to beat, with the marks of every figure."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pydantic import ValidationError

from summarizer.errors import GoldenError
from summarizer.evals.comparison import Marks, marks_of
from summarizer.evals.loading import load_golden
from summarizer.evals.runs import load_run, score_run
from summarizer.models.base import Output

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.evals.scorecard import Scorecard


class Baseline(Output):
    """A file of `evals/baselines/`: who made it, the headline scores, every mark."""

    amount: float
    """Numeric accuracy."""
    strict: float
    marks: Marks


def make_baseline(card: Scorecard, marks: Marks) -> Baseline:
    """The baseline that a run makes.

    Raises:
        GoldenError: the run is not complete.
    """
    if not card.complete:
        raise GoldenError(
            f"{card.answered.of - card.answered.count} of {card.answered.of} articles have no "
            "answer",
            subject=card.run.name,
            way_out="A baseline needs a whole run: continue it with --retry-failed",
        )
    return Baseline(
        amount=card.amount.recall.value or 0.0, strict=card.strict.recall.value or 0.0, marks=marks
    )


def write_baseline(baseline: Baseline, path: Path) -> None:
    """Write a baseline, one case a line, so that a change of it can be read as a diff.

    Raises:
        GoldenError: the file cannot be written.
    """
    record = baseline.model_dump(mode="json")
    cases = record["marks"].pop("cases")
    head = json.dumps(record, indent=1, ensure_ascii=False)
    lines = ",\n".join(
        f"   {json.dumps(name)}: {json.dumps(marks, separators=(',', ':'))}"
        for name, marks in cases.items()
    )
    # The marks stand last in the record, so that the cases can be put at their end.
    text = f"{head.rstrip().removesuffix('}').rstrip().removesuffix('}').rstrip()},\n"
    text += f'  "cases": {{\n{lines}\n  }}\n }}\n}}\n'
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise GoldenError(
            f"cannot be written ({(error.strerror or str(error)).lower()})", subject=str(path)
        ) from error


def read_baseline(path: Path) -> Baseline:
    """Read a baseline.

    Raises:
        GoldenError: it is not there, or no baseline.
    """
    try:
        return Baseline.model_validate_json(path.read_bytes())
    except FileNotFoundError as error:
        raise GoldenError(
            "no such baseline",
            subject=str(path),
            way_out="Make it with 'summarizer evals baseline'",
        ) from error
    except OSError as error:
        raise GoldenError(f"cannot be read ({error.strerror})", subject=str(path)) from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise GoldenError(f"no baseline: {where} {first['msg']}", subject=str(path)) from error


def load_marks(path: Path, golden: Path) -> Marks:
    """The marks of a run folder, scored anew, or of a baseline file.

    Args:
        path: A folder that `evals run -o` made, or a file that `evals baseline` made.
        golden: The golden set, for scoring.

    Raises:
        GoldenError: it is neither, or the golden set is another one now.
    """
    if not path.exists():
        raise GoldenError(
            "no such run folder or baseline",
            subject=str(path),
            way_out="Make one with 'summarizer evals run -o' or 'summarizer evals baseline'",
        )
    if path.is_dir():
        return marks_of(score_run(load_run(path), load_golden(golden)))
    return read_baseline(path).marks
