"""How a run is going, in one line on the terminal: articles, tokens, dollars, errors, pace."""

from __future__ import annotations

import sys
import time
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from summarizer.cli import console

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType
    from rich.live import Live

    from summarizer.models import Failure, Summary

Result = TypeVar("Result", bound="Summary | Failure")


class Tally:
    """What a run has done so far.

    Attributes:
        done: Results, failures included.
        failed: Failures.
        cached: Summaries for which nothing was asked.
        tokens: Of what was asked for now, not of cached answers.
        cost_usd: What was paid, where it is known.
        unpriced: Results with requests of unknown price.
    """

    def __init__(self) -> None:
        self.done = self.failed = self.cached = self.tokens = self.unpriced = 0
        self.cost_usd = Decimal(0)
        self._started = time.monotonic()

    def add(self, result: Summary | Failure) -> None:
        """Count one result."""
        from summarizer.models import Failure

        self.done += 1
        if isinstance(result, Failure):
            self.failed += 1
            spent = result.spent
            if spent is None:
                return
            asked = spent.attempts, spent.input_tokens, spent.output_tokens, spent.cost_usd
        else:
            made = result.provenance
            if made.cached:
                self.cached += 1
                return
            asked = made.attempts, made.input_tokens, made.output_tokens, made.cost_usd
        attempts, taken, given, cost = asked
        self.tokens += (taken or 0) + (given or 0)
        if cost is not None:
            self.cost_usd += cost
        elif attempts:
            self.unpriced += 1

    def line(self, label: str) -> str:
        """The tally in words."""
        seconds = time.monotonic() - self._started
        parts = [f"{label}: {self.done:,} done"]
        if self.done and seconds >= 1:
            parts[0] += f" ({self.done / seconds:.1f} /s)"
        if self.cached:
            parts.append(f"{self.cached:,} cached")
        if self.tokens:
            parts.append(f"{self.tokens:,} tokens")
        if self.cost_usd:
            more = " and more" if self.unpriced else ""
            parts.append(f"${self.cost_usd:.4f}{more}")
        elif self.unpriced:
            parts.append("cost unknown")
        if self.failed:
            parts.append(f"{self.failed:,} failed")
        return " · ".join(parts)


def watched(results: Iterable[Result], label: str) -> Iterator[Result]:
    """Pass results on; on a terminal a line on standard error says how the run is going.

    The line is gone while anything else is written there, and in the end.
    """
    if sys.stderr is None or not sys.stderr.isatty() or console.terminal(sys.stderr).dumb:
        yield from results
        return
    tally = Tally()
    live = _live(tally, label)
    shared = sys.stdout is not None and sys.stdout.isatty()
    live.start()
    try:
        for result in results:
            tally.add(result)
            if shared:  # a page comes on the same screen
                live.stop()
            yield result
            live.start()
    finally:
        live.stop()


def _live(tally: Tally, label: str) -> Live:
    from rich.console import Console
    from rich.live import Live
    from rich.spinner import Spinner
    from rich.text import Text

    class Line(Spinner):
        """The tally as it is when it is drawn."""

        def render(self, time: float) -> RenderableType:
            self.text = Text(tally.line(label), style="dim", no_wrap=True, overflow="ellipsis")
            return super().render(time)

    return Live(
        Line("dots"),
        console=Console(file=sys.stderr, highlight=False, soft_wrap=True),
        refresh_per_second=8,
        transient=True,
        redirect_stdout=False,
    )
