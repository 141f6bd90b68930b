"""Figures as CSV (RFC 4180: CRLF line ends, fields quoted where they must be), one row a figure.

A text cell that a spreadsheet would take for a formula gets a leading apostrophe; amounts are
numbers in plain notation and stay untouched.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from summarizer.reports.wording import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from summarizer.models import Figure, FigureReport, KeyFigure, RejectedFigure, Summary

    Cell = str | int | Decimal | None

_FIGURE = (
    "text",
    "value",
    "high",
    "kind",
    "unit",
    "comparator",
    "direction",
    "per",
    "start",
    "end",
)
FIGURE_COLUMNS = ("id", *_FIGURE)
SUMMARY_COLUMNS = (
    "id",
    "source",
    "status",
    "metric",
    "entity",
    "period",
    "basis",
    "importance",
    *_FIGURE,
    "quote",
    "quote_start",
    "quote_end",
    "reason",
    "engine",
    "model",
)
# The first characters that spreadsheets read as the start of a formula (OWASP, CSV injection).
_FORMULA = tuple("=+-@\t\r＝＋－＠")


def cell(value: Cell) -> str:
    """One field: text guarded against formulas, numbers in plain notation, None empty."""
    if value is None:
        return ""
    if isinstance(value, str):
        text = printable(value)
        return f"'{text}" if text.startswith(_FORMULA) else text
    return format(value, "f") if not isinstance(value, int) else str(value)


def figures_csv(reports: Iterable[FigureReport], *, header: bool = True) -> str:
    """All figures of the reports, each with the id of its article."""
    rows = ((report.id, *_figure(figure)) for report in reports for figure in report.figures)
    return _table(FIGURE_COLUMNS if header else None, rows)


def summaries_csv(
    summaries: Iterable[Summary], *, header: bool = True, show_rejected: bool = False
) -> str:
    """The key figures of the summaries, each with the id of its article.

    Args:
        summaries: What to write.
        header: Start with the names of the columns.
        show_rejected: Add the rejected figures: their status and reason, and no value.
    """
    rows = (row for summary in summaries for row in _rows(summary, show_rejected=show_rejected))
    return _table(SUMMARY_COLUMNS if header else None, rows)


def _rows(summary: Summary, *, show_rejected: bool) -> Iterator[tuple[Cell, ...]]:
    made = summary.provenance
    for figure in summary.figures:
        reason = "; ".join(f.reason for f in figure.findings if f.status != "verified")
        evidence = figure.evidence
        yield (
            *_claim(summary, figure),
            *_figure(figure),
            *(evidence.quote, evidence.start, evidence.end),
            *(reason or None, made.engine, made.model),
        )
    for claim in summary.rejected if show_rejected else ():
        unread = (None,) * (len(_FIGURE) - 1)
        where = (claim.evidence.start, claim.evidence.end) if claim.evidence else (None, None)
        yield (
            *_claim(summary, claim),
            *(claim.text, *unread),
            *(claim.quote, *where),
            *(claim.reason, made.engine, made.model),
        )


def _claim(summary: Summary, figure: KeyFigure | RejectedFigure) -> tuple[Cell, ...]:
    return (
        *(summary.id, summary.article.source, figure.status),
        *(figure.metric, figure.entity, figure.period, figure.basis, figure.importance),
    )


def _figure(figure: Figure) -> tuple[Cell, ...]:
    return tuple(getattr(figure, name) for name in _FIGURE)


def _table(header: tuple[str, ...] | None, rows: Iterable[tuple[Cell, ...]]) -> str:
    output = io.StringIO()
    writer = csv.writer(output)
    if header:
        writer.writerow(header)
    writer.writerows([cell(value) for value in row] for row in rows)
    return output.getvalue()
