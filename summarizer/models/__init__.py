"""Everything that goes in or out, as frozen Pydantic models.

The names are imported when they are first used: a model costs time when it is made, and few
commands need them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

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


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any public name
    home = _HOME_OF.get(name)
    if home is None:
        msg = f"module 'summarizer.models' has no attribute {name!r}"
        raise AttributeError(msg)
    import importlib

    value = getattr(importlib.import_module(f"summarizer.models.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
