"""Summaries: drafts whose every number was checked against the article."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from summarizer.models.article import Article
from summarizer.models.base import Amount, Model, Output
from summarizer.models.draft import Basis, Importance
from summarizer.models.figure import Evidence, Figure

Status = Literal["verified", "derived", "ambiguous", "mismatch", "unsupported"]
"""From good to bad: the words state it; the words imply it; they leave it open; they contradict
it; they are not there. The last two never reach `figures`."""


class Finding(Model):
    """One check's outcome."""

    check: str
    """What was checked: quote, amount, comparator, direction, entity, metric, period, …."""
    status: Status
    reason: str


class KeyPoint(Model):
    """A point in words, and the article's sentence that carries it."""

    text: str
    evidence: Evidence | None


class KeyFigure(Figure):
    """A figure that matters: what it measures, of whom, when, and how we know."""

    metric: str
    entity: str | None = None
    period: str | None = None
    basis: Basis = "stated"
    importance: Importance = "medium"
    evidence: Evidence
    status: Status
    findings: tuple[Finding, ...] = ()
    operation: Literal["sum", "difference", "percent_change", "ratio"] | None = None
    """How a derived figure follows from `operands`."""
    operands: tuple[Evidence, ...] = ()
    """The amounts that a derived figure was computed from, as the article states them."""


class RejectedFigure(Model):
    """A claim of the engine that the article does not support, and why."""

    text: str
    """The words of the amount, as the engine gave them."""
    quote: str
    """What the engine said the article says."""
    metric: str
    entity: str | None = None
    period: str | None = None
    basis: Basis = "stated"
    importance: Importance = "medium"
    status: Status
    reason: str
    findings: tuple[Finding, ...] = ()
    evidence: Evidence | None = None
    """Where the quote stands, when the quote is true and the claim is not."""
    nearest: Figure | None = None
    """The figure of the article that the claim came nearest to, where there is one."""


class NumberFinding(Finding):
    """The check of one number in somebody's prose."""

    where: str = "summary"
    """The text it stands in: headline, summary, key_points[0], …."""
    text: str
    start: int
    """Offset into the prose, in code points."""
    end: int
    evidence: Evidence | None = None


class PromptIdentity(Model):
    """Which prompt it was: a name and version for people, a hash for certainty."""

    name: str
    version: str
    sha256: str


class Provenance(Model):
    """How a summary came to be."""

    engine: Literal["llm", "rules", "replay"]
    model: str | None
    """`provider/name`; "rules" for the built-in engine."""
    prompt: PromptIdentity | None = None
    attempts: int = 1
    """Requests sent for this article, retries and re-asks included; 0 where none was."""
    input_tokens: int | None = None
    output_tokens: int | None = None
    """Summed over every attempt; null where unknown."""
    cost_usd: Amount | None = None
    """Null where the price is unknown; 0 for cached answers, whose tokens are the original's."""
    seconds: float
    """Wall time for this article."""
    created_at: datetime
    """UTC."""
    cached: bool = False
    retries: tuple[str, ...] = ()
    """Why each request after the first was sent."""
    summarizer_version: str


class Summary(Output):
    """An article's summary. `figures` hold supported figures only; the rest is in `rejected`."""

    id: str
    article: Article
    headline: str
    summary: str
    key_points: tuple[KeyPoint, ...]
    figures: tuple[KeyFigure, ...]
    rejected: tuple[RejectedFigure, ...] = ()
    findings: tuple[NumberFinding, ...] = ()
    """The check of every number in headline, summary and key points."""
    warnings: tuple[str, ...] = ()
    provenance: Provenance
    key: str | None = None
    """Names this piece of work in a file that can be resumed: a hash of the article's id and
    content and of the engine, model and prompt; null elsewhere."""


class CheckReport(Output):
    """What `summarizer check` prints for one pair of a summary and its article."""

    id: str
    verdict: Literal["supported", "unsupported"]
    findings: tuple[NumberFinding, ...]


class ErrorInfo(Model):
    """An error as data."""

    type: str
    """A stable word: no_article, decode, rate_limit, …."""
    message: str


class Spent(Model):
    """What requests took that led to nothing."""

    attempts: int
    """Requests sent for this article, retries and re-asks included."""
    input_tokens: int | None
    output_tokens: int | None
    """Summed over every attempt; null where unknown."""
    cost_usd: Amount | None = None
    """Null where the price is unknown."""


class Failure(Output):
    """Stands in the output where an input failed."""

    id: str
    source: str
    error: ErrorInfo
    spent: Spent | None = None
    """What was asked of a model in vain; null where nothing was."""
    key: str | None = None
    """As a summary's."""
