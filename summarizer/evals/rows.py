"""What a run keeps: who it was (`run.json`), and a row for each article and repeat.

Rows hold what came out, never how it was scored: a run can be scored again, offline, whenever the
scorer or the golden set becomes better. Totals are counted from rows.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Self

from summarizer._version import __version__
from summarizer.evals.scoring import minimal_article
from summarizer.models import (
    Amount,
    Article,
    ErrorInfo,
    KeyFigure,
    PromptIdentity,
    RejectedFigure,
    Spent,
)
from summarizer.models.base import Model, Output

if TYPE_CHECKING:
    from summarizer.models import Failure, Summary


class DatasetIdentity(Model):
    """Which golden cases a run is about."""

    sha256: str
    """Over the cases that were chosen: their articles and what is expected of them."""
    cases: tuple[str, ...]
    """Their ids."""
    figures: int
    """How many figures they expect."""
    split: str | None = None
    subjects: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    """The beginnings of ids that were asked for."""


class RunIdentity(Output):
    """`run.json`: what was run. It does not change while rows are added."""

    name: str
    """For people: the model and the prompt."""
    dataset: DatasetIdentity
    model: str
    """`provider/name`, or "rules"."""
    prompt: PromptIdentity | None = None
    """Null for the rules engine."""
    repeats: int = 1
    reasks: int
    """How often findings are sent back to the model at most."""
    max_output_tokens: int
    summarizer_version: str = __version__
    created_at: datetime

    def same_run(self, other: RunIdentity) -> bool:
        """Whether rows of the one go with rows of the other."""
        apart = {"created_at", "repeats"}
        return self.model_dump(exclude=apart) == other.model_dump(exclude=apart)


class Row(Output):
    """What came out for one article in one repeat."""

    case: str
    repeat: int = 1
    """Counted from 1."""
    error: ErrorInfo | None = None
    """Why there is no answer."""
    figures: tuple[KeyFigure, ...] = ()
    rejected: tuple[RejectedFigure, ...] = ()
    """Claims of the engine that the checks refused."""
    title: str | None = None
    language: str | None = None
    text: str | None = None
    """The cleaned article, which all offsets are into; null where there is no answer."""
    model: str | None = None
    """As the provider reports it."""
    attempts: int = 0
    input_tokens: int | None = None
    output_tokens: int | None = None
    cost_usd: Amount | None = None
    """Null where the price is unknown."""
    seconds: float
    cached: bool = False
    retries: tuple[str, ...] = ()
    created_at: datetime

    @classmethod
    def of(cls, case: str, repeat: int, summary: Summary) -> Self:
        """The row of a summary."""
        origin = summary.provenance
        return cls(
            case=case,
            repeat=repeat,
            figures=summary.figures,
            rejected=summary.rejected,
            title=summary.article.title,
            language=summary.article.language,
            text=summary.article.text,
            model=origin.model,
            attempts=origin.attempts,
            input_tokens=origin.input_tokens,
            output_tokens=origin.output_tokens,
            cost_usd=Decimal(0) if origin.engine == "rules" else origin.cost_usd,
            seconds=origin.seconds,
            cached=origin.cached,
            retries=origin.retries,
            created_at=origin.created_at,
        )

    @classmethod
    def of_failure(
        cls, case: str, repeat: int, failure: Failure, *, seconds: float, at: datetime
    ) -> Self:
        """The row of an article that got no answer; what it cost is counted all the same."""
        spent = failure.spent or Spent(
            attempts=0, input_tokens=0, output_tokens=0, cost_usd=Decimal(0)
        )
        return cls(
            case=case,
            repeat=repeat,
            error=failure.error,
            attempts=spent.attempts,
            input_tokens=spent.input_tokens,
            output_tokens=spent.output_tokens,
            cost_usd=spent.cost_usd,
            seconds=round(seconds, 3),
            created_at=at,
        )

    def article(self) -> Article | None:
        """The article that the offsets are into; None where there is no answer."""
        if self.text is None:
            return None
        return minimal_article(self.case, self.text, language=self.language, title=self.title)
