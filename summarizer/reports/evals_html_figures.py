"""What one or two runs say of each figure of a case: the lines that the evals' pages are made of.

A run with repeats tells of a figure the class that most of its repeats gave, and how many did.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from summarizer.evals.classes import AMOUNT_ERRORS, EXTRAS, LABEL_ERRORS

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from summarizer.evals.classes import ErrorClass
    from summarizer.evals.golden import GoldenFigure
    from summarizer.evals.loading import Case
    from summarizer.evals.outcomes import CaseScore, Outcome
    from summarizer.evals.rows import Row
    from summarizer.evals.runs import ScoredRun
    from summarizer.models import KeyFigure

Group = Literal["right", "label", "amount", "missing", "extra"]
Change = Literal["better", "worse", "another fault", "same"]

GROUP_OF: Final[dict[str, Group]] = {
    "right": "right",
    **dict.fromkeys(LABEL_ERRORS, "label"),
    **dict.fromkeys(AMOUNT_ERRORS, "amount"),
    "missed": "missing",
    **dict.fromkeys(EXTRAS, "extra"),
}
SIGNS: Final[dict[Group, str]] = {
    "right": "✓", "label": "≠", "amount": "✗", "missing": "○", "extra": "+",
}  # fmt: skip
VERDICTS: Final[dict[Group, str]] = {
    "right": "right",
    "label": "wrong label",
    "amount": "wrong amount",
    "missing": "missed",
    "extra": "extra",
}


class Told(NamedTuple):
    """What a run says of a figure.

    Attributes:
        outcome: The verdict; of several repeats the first that gave the commonest class.
        figure: What was reported; None for a missed figure.
        tally: How many repeats gave each class; of one repeat, one class once.
        text: The article that the places are into; None where there is no answer.
        repeats: How many repeats there were.
    """

    outcome: Outcome
    figure: KeyFigure | None
    tally: tuple[tuple[ErrorClass, int], ...]
    text: str | None
    repeats: int

    @property
    def error(self) -> ErrorClass:
        """The class."""
        return self.outcome.error

    @property
    def group(self) -> Group:
        """What kind of class it is."""
        return GROUP_OF[self.error]


class Line(NamedTuple):
    """A figure: an expected one, or an extra one that at least one of the runs reported.

    Attributes:
        golden: What is expected; None for an extra figure.
        told: What each run says of it; None where a run did not report an extra figure.
    """

    golden: GoldenFigure | None
    told: tuple[Told | None, ...]

    @property
    def change(self) -> Change:
        """What the last run did of it that the first did not."""
        first, last = _merit(self.told[0]), _merit(self.told[-1])
        if first != last:
            return "better" if last > first else "worse"
        errors = {one.error for one in self.told if one}
        return "another fault" if len(errors) > 1 else "same"


class CaseLines(NamedTuple):
    """A case with all of its figures.

    Attributes:
        case: The golden case.
        lines: The expected figures in order, then the extra ones.
        failures: For each run, why it has no answer: a line for each repeat that has none.
        text: The cleaned article of the first answer there is.
        title: Its title.
    """

    case: Case
    lines: tuple[Line, ...]
    failures: tuple[tuple[str, ...], ...]
    text: str | None
    title: str | None


def _merit(told: Told | None) -> tuple[bool, bool]:
    """How good it is; not to report an extra figure is right."""
    return (True, True) if told is None else (told.outcome.right_amount, told.outcome.right)


def lines_of(runs: Sequence[ScoredRun]) -> list[CaseLines]:
    """Every case of runs on the same golden cases, in their order."""
    by_case = [_by_case(run) for run in runs]
    return [
        _case_lines(case, [scores.get(case.id, []) for scores in by_case])
        for case in runs[0].golden.cases
    ]


Answer = tuple["CaseScore", "Row | None"]


def _by_case(run: ScoredRun) -> dict[str, list[Answer]]:
    found: dict[str, list[Answer]] = {}
    for score in run.scores:
        found.setdefault(score.case, []).append(
            (score, run.run.rows.get((score.case, score.repeat)))
        )
    return found


def _case_lines(case: Case, runs: Sequence[Sequence[Answer]]) -> CaseLines:
    told = [_told(answers) for answers in runs]
    keys = [one.id for one in case.figures]
    extras = list(dict.fromkeys(key for one in told for key in one if not isinstance(key, str)))
    figures = {one.id: one for one in case.figures}
    lines = [Line(figures[key], tuple(one[key] for one in told)) for key in keys]
    lines += [Line(None, tuple(one.get(key) for one in told)) for key in extras]
    answered = [row for answers in runs for _, row in answers if row and row.text is not None]
    return CaseLines(
        case,
        tuple(lines),
        tuple(tuple(_failures(answers)) for answers in runs),
        answered[0].text if answered else None,
        answered[0].title if answered else None,
    )


def _failures(answers: Sequence[Answer]) -> Iterable[str]:
    for score, _ in answers:
        if score.failed is not None:
            yield f"repeat {score.repeat}: {score.failed}" if len(answers) > 1 else score.failed


def _told(answers: Sequence[Answer]) -> dict[Hashable, Told]:
    """What a run says of each figure: by the id of an expected one, else by what was reported."""
    found: dict[Hashable, list[Told]] = {}
    for score, row in answers:
        seen: Counter[Hashable] = Counter()
        for one in score.outcomes:
            figure = row.figures[one.predicted] if row and one.predicted is not None else None
            key: Hashable = one.figure
            if one.figure is None and figure is not None:
                same = (one.found, figure.text, figure.metric)
                seen[same] += 1
                key = (*same, seen[same])  # reported twice, it is shown twice
            text = row.text if row else None
            told = Told(one, figure, ((one.error, 1),), text, len(answers))
            found.setdefault(key, []).append(told)
    return {key: _commonest(repeats) for key, repeats in found.items()}


def _commonest(repeats: Sequence[Told]) -> Told:
    """One for all repeats: of equally common classes the worse one, as comparisons have it."""
    counts = Counter(one.error for one in repeats)
    chosen = max(repeats, key=lambda one: (counts[one.error], one.error != "right"))
    return chosen._replace(tally=tuple(counts.most_common()))
