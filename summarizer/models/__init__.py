"""Everything that goes in or out, as frozen Pydantic models."""

from summarizer.models.article import Article, Removed, Segment
from summarizer.models.base import SCHEMA_VERSION, Amount, Model, Output, plain
from summarizer.models.draft import Basis, Draft, DraftFigure, DraftPoint, Importance
from summarizer.models.figure import Evidence, Figure, FigureReport, NotFigure
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

__all__ = [
    "SCHEMA_VERSION",
    "Amount",
    "Article",
    "Basis",
    "CheckReport",
    "Draft",
    "DraftFigure",
    "DraftPoint",
    "ErrorInfo",
    "Evidence",
    "Failure",
    "Figure",
    "FigureReport",
    "Finding",
    "Importance",
    "KeyFigure",
    "KeyPoint",
    "Model",
    "NotFigure",
    "NumberFinding",
    "Output",
    "PromptIdentity",
    "Provenance",
    "RejectedFigure",
    "Removed",
    "Segment",
    "Spent",
    "Status",
    "Summary",
    "plain",
]
