"""News articles to structured summaries whose numbers can be trusted.

>>> from summarizer import summarize
>>> summary = summarize("Acme sales rose 5% to $3 million in 2024.", model="rules")
>>> summary.figures[0].status
'verified'

Everything here is imported when it is first used, so that `import summarizer` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer._lazy import lazy
from summarizer._version import __version__

if TYPE_CHECKING:
    from summarizer.articles import Document
    from summarizer.errors import EngineError, InputError, SummarizerError, UsageError
    from summarizer.models import (
        Article,
        CheckReport,
        Evidence,
        Failure,
        Figure,
        Finding,
        KeyFigure,
        KeyPoint,
        Reconciliation,
        RejectedFigure,
        Summary,
    )
    from summarizer.pipeline import (
        Summarizer,
        asummarize,
        check,
        clean,
        find_figures,
        summarize,
    )
    from summarizer.settings import Settings, load_settings
    from summarizer.sources import reconcile

_HOMES = {
    "articles": ("Document",),
    "errors": ("EngineError", "InputError", "SummarizerError", "UsageError"),
    "models": (
        "Article",
        "CheckReport",
        "Evidence",
        "Failure",
        "Figure",
        "Finding",
        "KeyFigure",
        "KeyPoint",
        "Reconciliation",
        "RejectedFigure",
        "Summary",
    ),
    "pipeline": (
        "Summarizer",
        "asummarize",
        "check",
        "clean",
        "find_figures",
        "summarize",
    ),
    "settings": ("Settings", "load_settings"),
    "sources": ("reconcile",),
}

__all__ = [
    "Article",
    "CheckReport",
    "Document",
    "EngineError",
    "Evidence",
    "Failure",
    "Figure",
    "Finding",
    "InputError",
    "KeyFigure",
    "KeyPoint",
    "Reconciliation",
    "RejectedFigure",
    "Settings",
    "Summarizer",
    "SummarizerError",
    "Summary",
    "UsageError",
    "__version__",
    "asummarize",
    "check",
    "clean",
    "find_figures",
    "load_settings",
    "reconcile",
    "summarize",
]


__getattr__, __dir__ = lazy(__name__, _HOMES)
