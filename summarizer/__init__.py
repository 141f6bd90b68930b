"""News articles to structured summaries whose numbers can be trusted.

>>> from summarizer import summarize
>>> summary = summarize("Acme sales rose 5% to $3 million in 2024.", model="rules")
>>> summary.figures[0].status
'verified'

Everything here is imported when it is first used, so that `import summarizer` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
    "summarizer.articles": ("Document",),
    "summarizer.errors": ("EngineError", "InputError", "SummarizerError", "UsageError"),
    "summarizer.models": (
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
    "summarizer.pipeline": (
        "Summarizer",
        "asummarize",
        "check",
        "clean",
        "find_figures",
        "summarize",
    ),
    "summarizer.settings": ("Settings", "load_settings"),
    "summarizer.sources": ("reconcile",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

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


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any public name
    home = _HOME_OF.get(name)
    if home is None:
        msg = f"module 'summarizer' has no attribute {name!r}"
        raise AttributeError(msg)
    import importlib

    value = getattr(importlib.import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
