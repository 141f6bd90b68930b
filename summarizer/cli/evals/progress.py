"""A line on standard error that shows how a run goes; on a terminal only."""

from __future__ import annotations

import sys
from decimal import Decimal
from typing import TYPE_CHECKING, Self

from summarizer.cli import console

if TYPE_CHECKING:
    from types import TracebackType

    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    from summarizer.evals.loading import GoldenData
    from summarizer.evals.rows import Row


class LiveProgress:
    """Rows done, accuracy so far, failures and cost; each row is scored as it comes.

    Args:
        golden: The cases that are run.
        label: What runs.
    """

    def __init__(self, golden: GoldenData, label: str) -> None:
        self._cases = {case.id: case.golden for case in golden.cases}
        self._label = label
        self._shown = sys.stderr is not None and console.terminal(sys.stderr).style != "plain"
        self._bar: Bar | None = None
        self._task: TaskID | None = None
        self._right = self._expected = self._failed = 0
        self._spent = Decimal(0)

    def start(self, total: int) -> None:
        """A run begins."""
        if not self._shown:
            return
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
        from rich.progress import TimeRemainingColumn as TimeLeft

        self._bar = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeLeft(),
            TextColumn("{task.fields[told]}", markup=False),
            console=Console(file=sys.stderr),
            transient=True,
        )
        self._bar.start()
        self._task = self._bar.add_task(self._label, total=total, told="")

    def row(self, row: Row) -> None:
        """A row is there."""
        if self._bar is None or self._task is None:
            return
        from summarizer.evals.scoring import score_case

        score = score_case(
            self._cases[row.case],
            row.article(),
            row.figures,
            failed=row.error.message if row.error else None,
        )
        self._right += sum(one.right_amount for one in score.outcomes)
        self._expected += sum(one.expected for one in score.outcomes)
        self._failed += row.error is not None
        self._spent += row.cost_usd or Decimal(0)
        told = f"{100 * self._right / self._expected:.1f}% right so far"
        told += f", {self._failed} failed" if self._failed else ""
        told += f", ${self._spent:.4f}" if self._spent else ""
        self._bar.update(self._task, advance=1, told=told)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()
