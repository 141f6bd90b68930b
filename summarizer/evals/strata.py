"""The parts of the golden set, each with its own rates."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Literal

from summarizer.evals.rates import Rate
from summarizer.models.base import Model

if TYPE_CHECKING:
    from summarizer.evals.runs import ScoredRun

Dimension = Literal[
    "subject", "input", "style", "language", "split", "trait", "kind", "basis", "importance"
]
_OF_CASES = ("subject", "input", "style", "language", "split")
_OF_FIGURES = ("kind", "basis", "importance")


class Stratum(Model):
    """A part of the golden set."""

    name: str
    cases: int
    amount: Rate
    """Figures whose amount is right, over the expected ones."""
    strict: Rate
    """Figures whose labels are right as well, over the expected ones."""


def strata_of(scored: ScoredRun) -> dict[Dimension, tuple[Stratum, ...]]:
    """The parts of the golden set by what cases and figures are."""
    cases: dict[tuple[str, str], set[str]] = defaultdict(set)
    tallies: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    by_id = {case.id: case.golden for case in scored.golden.cases}
    figures = {(name, one.id): one for name, case in by_id.items() for one in case.figures}
    for score in scored.scores:
        golden = by_id[score.case]
        of_case = [(name, str(getattr(golden, name))) for name in _OF_CASES]
        of_case += [("trait", trait) for trait in golden.traits]
        for outcome in score.outcomes:
            if outcome.figure is None:
                continue
            figure = figures[score.case, outcome.figure]
            of_figure = [(name, str(getattr(figure, name))) for name in _OF_FIGURES]
            for key in (*of_case, *of_figure):
                cases[key].add(score.case)
                tally = tallies[key]
                tally[0] += outcome.right_amount
                tally[1] += outcome.right
                tally[2] += 1
    found: dict[Dimension, list[Stratum]] = {
        "subject": [], "input": [], "style": [], "language": [], "split": [], "trait": [],
        "kind": [], "basis": [], "importance": [],
    }  # fmt: skip
    repeats = scored.identity.repeats
    for (dimension, name), (amounts, right, of) in sorted(tallies.items()):
        found[dimension].append(  # type: ignore[index]  # one of the names above
            Stratum(
                name=name,
                cases=len(cases[dimension, name]),
                amount=Rate.make(amounts, of, repeats=repeats),
                strict=Rate.make(right, of, repeats=repeats),
            )
        )
    return {dimension: tuple(strata) for dimension, strata in found.items()}
