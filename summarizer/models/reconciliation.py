"""What several sources say of the same things, side by side."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from summarizer.models.base import Model, Output
from summarizer.models.draft import Basis  # noqa: TC001 - a field's type
from summarizer.models.figure import Evidence, Figure
from summarizer.models.summary import Failure

Agreement = Literal[
    "agree", "rounding", "conflict", "revision", "different_period", "different_scope"
]
"""agree: the same amount; rounding: the stated digits or bounds allow the same amount; conflict:
both cannot be true; revision: a later article restates it; the last two are not the same thing."""
Slip = Literal[
    "power_of_ten", "scale_word", "currency", "sign", "swapped", "percent_or_points", "digits"
]
"""What is likely to have gone wrong: the same digits with a shifted point; million for billion; one
currency for another; up for down; two names exchanged; percent for points; other digits."""


class SourceFigure(Figure):
    """A figure as one source states it."""

    id: str
    """The source: the id of its article."""
    metric: str
    entity: str | None = None
    period: str | None = None
    basis: Basis = "stated"
    evidence: Evidence
    """Offsets are into that source's text."""


class Clue(Model):
    """One piece of evidence on which source is off."""

    what: Literal["exchange_rate", "own_text", "arithmetic", "change", "majority"]
    """What it rests on."""
    against: str
    """The id of the source that it speaks against."""
    source: str | None
    """The id of the source whose words it rests on; null where it is how many say so."""
    reason: str


class Group(Model):
    """One thing, and what each source says that it amounts to."""

    metric: str
    """As most of the figures tell it."""
    entity: str | None = None
    period: str | None = None
    relation: Agreement
    """How the figures go together; see `Agreement`."""
    slip: Slip | None = None
    """Of a conflict: its likely kind."""
    reason: str
    """How the figures go together; of a conflict with the evidence."""
    suspect: str | None = None
    """Of a conflict: the id of the source that is likely off; null where nothing tells."""
    clues: tuple[Clue, ...] = ()
    """Of a conflict: everything that tells which source is off."""
    figures: tuple[SourceFigure, ...]
    """By source, in the order of its text."""


class Contradiction(Model):
    """Two statements of one article that cannot both be true."""

    id: str
    """The source: the id of its article."""
    what: Literal["conversion", "change", "restated", "role"]
    """A conversion, a change between two levels, headline and text, what was and what was added."""
    reason: str
    evidence: tuple[Evidence, ...]


class ReconciledSource(Model):
    """A source, and how much of it could be compared."""

    id: str
    source: str
    title: str | None = None
    """Its headline."""
    published: datetime | date | None = None
    """As the page claims it."""
    figures: int
    """Key figures that its summary tells."""
    compared: int
    """Those that another source states as well."""
    copy_of: str | None = None
    """The id of the source that it copies; the two count as one voice."""


class Reconciliation(Output):
    """What `summarizer reconcile` prints."""

    sources: tuple[ReconciledSource, ...]
    """Every source that could be read, in the order given."""
    groups: tuple[Group, ...]
    """Every thing that two sources or more state; conflicts first."""
    contradictions: tuple[Contradiction, ...] = ()
    """What a source says twice and differently, or adds up wrongly."""
    compared: int
    """Figures, over all sources, that stand in a group."""
    not_compared: int
    """Figures that no other source surely states."""
    failures: tuple[Failure, ...] = ()
    """Sources that could not be read or summarized; nothing of them is compared."""

    @property
    def conflicts(self) -> tuple[Group, ...]:
        """The groups whose figures cannot all be true."""
        return tuple(group for group in self.groups if group.relation == "conflict")
