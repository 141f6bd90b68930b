"""Everything that goes in or out, as frozen Pydantic models.

The names are imported when they are first used: a model costs time when it is made, and few
commands need them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer._lazy import lazy

if TYPE_CHECKING:
    from summarizer.models.article import Article, Removed, Segment
    from summarizer.models.base import SCHEMA_VERSION, Amount, Model, Output, plain
    from summarizer.models.draft import Basis, Draft, DraftFigure, DraftPoint, Importance
    from summarizer.models.figure import Evidence, Figure, FigureReport, NotFigure, fields_of
    from summarizer.models.reconciliation import (
        Agreement,
        Clue,
        Contradiction,
        Group,
        ReconciledSource,
        Reconciliation,
        Slip,
        SourceFigure,
    )
    from summarizer.models.summary import (
        CheckReport,
        ErrorInfo,
        Failure,
        Finding,
        KeyFigure,
        KeyPoint,
        NumberFinding,
        PromptIdentity,
        Provenance,
        RejectedFigure,
        Spent,
        Status,
        Summary,
    )

_HOMES = {
    "article": (
        "Article",
        "Removed",
        "Segment",
    ),
    "base": (
        "Amount",
        "Model",
        "Output",
        "SCHEMA_VERSION",
        "plain",
    ),
    "draft": (
        "Basis",
        "Draft",
        "DraftFigure",
        "DraftPoint",
        "Importance",
    ),
    "figure": (
        "Evidence",
        "Figure",
        "FigureReport",
        "NotFigure",
        "fields_of",
    ),
    "reconciliation": (
        "Agreement",
        "Clue",
        "Contradiction",
        "Group",
        "ReconciledSource",
        "Reconciliation",
        "Slip",
        "SourceFigure",
    ),
    "summary": (
        "CheckReport",
        "ErrorInfo",
        "Failure",
        "Finding",
        "KeyFigure",
        "KeyPoint",
        "NumberFinding",
        "PromptIdentity",
        "Provenance",
        "RejectedFigure",
        "Spent",
        "Status",
        "Summary",
    ),
}

__all__ = [
    "SCHEMA_VERSION",
    "Agreement",
    "Amount",
    "Article",
    "Basis",
    "CheckReport",
    "Clue",
    "Contradiction",
    "Draft",
    "DraftFigure",
    "DraftPoint",
    "ErrorInfo",
    "Evidence",
    "Failure",
    "Figure",
    "FigureReport",
    "Finding",
    "Group",
    "Importance",
    "KeyFigure",
    "KeyPoint",
    "Model",
    "NotFigure",
    "NumberFinding",
    "Output",
    "PromptIdentity",
    "Provenance",
    "ReconciledSource",
    "Reconciliation",
    "RejectedFigure",
    "Removed",
    "Segment",
    "Slip",
    "SourceFigure",
    "Spent",
    "Status",
    "Summary",
    "fields_of",
    "plain",
]


__getattr__, __dir__ = lazy(__name__, _HOMES)
