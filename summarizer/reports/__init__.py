"""Reports: what came out, written for people and for spreadsheets. Pure: values in, text out.

>>> from summarizer import summarize
>>> from summarizer.reports import summary_markdown
>>> summary = summarize("Acme sales rose 5% to $3 million in 2024.", model="rules")
>>> print(summary_markdown(summary).splitlines()[0])
# Acme sales rose 5% to $3 million in 2024
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer._lazy import lazy

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
    "check": ("check_page",),
    "csv": ("figures_csv", "summaries_csv"),
    "figures": ("figures_page",),
    "format": ("amount",),
    "html": ("summaries_html",),
    "markdown": ("summary_markdown",),
    "removed": ("removed_page",),
    "terminal": ("summary_page",),
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


__getattr__, __dir__ = lazy(__name__, _HOMES)
