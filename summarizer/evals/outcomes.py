"""What became of each figure: the verdicts of one case."""

from __future__ import annotations

from typing import NamedTuple

from pydantic import Field as PydanticField

from summarizer.evals.classes import EXPECTED, PAIRED, RIGHT_AMOUNT, ErrorClass, Field
from summarizer.models.base import Model


class Place(NamedTuple):
    """A span of the article's text, in code points, the end exclusive."""

    start: int
    end: int


class Outcome(Model):
    """The verdict on one figure: an expected one, reported or not, or an extra one."""

    figure: str | None
    """The id of the expected figure; null for an extra one."""
    predicted: int | None
    """Which of the row's figures it is paired with, counted from 0; null for a missed one."""
    error: ErrorClass
    reason: str
    """In words; empty when it is right."""
    fields: dict[Field, bool] = PydanticField(default_factory=dict)
    """For each field that was scored whether it is right; empty unless paired."""
    place: Place | None = None
    """Where the article states the expected amount; null where its text does not hold the quote."""
    found: Place | None = None
    """Where the reported figure stands in the article's text."""

    @property
    def expected(self) -> bool:
        """Whether it is about an expected figure."""
        return self.error in EXPECTED

    @property
    def paired(self) -> bool:
        """Whether an expected figure was reported."""
        return self.error in PAIRED

    @property
    def right_amount(self) -> bool:
        """Whether value, high, kind, unit, comparator and direction are right."""
        return self.error in RIGHT_AMOUNT

    @property
    def right(self) -> bool:
        """Whether amount, entity, period, basis and metric are right."""
        return self.error == "right"


class CaseScore(Model):
    """The verdicts on one article in one repeat."""

    case: str
    repeat: int = 1
    failed: str | None = None
    """Why there is no answer; all its figures are missed then."""
    outcomes: tuple[Outcome, ...]
    """Expected figures in the order of the golden case, then the extra ones."""
