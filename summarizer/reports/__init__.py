"""Reports: what came out, written for people and for spreadsheets. Pure: values in, text out.

>>> from summarizer import summarize
>>> from summarizer.reports import summary_markdown
>>> summary = summarize("Acme sales rose 5% to $3 million in 2024.", model="rules")
>>> print(summary_markdown(summary).splitlines()[0])
# Acme sales rose 5% to $3 million in 2024
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.reports.check import check_page
    from summarizer.reports.csv import figures_csv, summaries_csv
    from summarizer.reports.figures import figures_page
    from summarizer.reports.format import amount
    from summarizer.reports.html import summaries_html
    from summarizer.reports.markdown import summary_markdown
    from summarizer.reports.removed import removed_page
    from summarizer.reports.terminal import summary_page

_HOMES = {
    "amount": "format",
    "check_page": "check",
    "figures_csv": "csv",
    "figures_page": "figures",
    "removed_page": "removed",
    "summaries_csv": "csv",
    "summaries_html": "html",
    "summary_markdown": "markdown",
    "summary_page": "terminal",
}

__all__ = [
    "amount",
    "check_page",
    "figures_csv",
    "figures_page",
    "removed_page",
    "summaries_csv",
    "summaries_html",
    "summary_markdown",
    "summary_page",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any public name
    if name not in _HOMES:
        msg = f"module 'summarizer.reports' has no attribute {name!r}"
        raise AttributeError(msg)
    import importlib

    return getattr(importlib.import_module(f"summarizer.reports.{_HOMES[name]}"), name)
