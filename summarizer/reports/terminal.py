"""A summary as a page for people, in a terminal or a pipe."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from summarizer.reports import wording
from summarizer.reports.format import amount
from summarizer.reports.page import STATUS_STYLES, WIDTH, Page, Style

if TYPE_CHECKING:
    from rich.text import Text

    from summarizer.models import KeyFigure, Status, Summary

_QUOTE_LINES = 2
_AMOUNT_COLUMN = 26
_ABOUT_COLUMN = 40
_REJECTED_SHOWN = 5


def summary_page(
    summary: Summary, *, width: int = WIDTH, style: Style = "plain", show_rejected: bool = False
) -> str:
    """The whole summary: headline, key points, key figures, what was rejected, who made it.

    Args:
        summary: What to show.
        width: Columns of the terminal.
        style: Colour, bold and dim alone, or plain text.
        show_rejected: Show every rejected figure; without it the first five.
    """
    page = Page(width=width, style=style)
    page.add(wording.one_line(summary.headline), style="bold cyan")
    page.add(wording.meta(summary.article), style="dim")
    if prose := wording.prose(summary):
        page.blank()
        page.add(prose)
    if summary.key_points:
        page.heading("Key points")
        for point in summary.key_points:
            page.add(wording.one_line(point.text), lead="• ", indent=2)
    _prose(page, summary)
    _figures(page, summary)
    _rejected(page, summary, None if show_rejected else _REJECTED_SHOWN)
    if summary.warnings:
        page.heading("Warnings")
        for warning in summary.warnings:
            page.add(wording.one_line(warning), lead=page.text("! ", "yellow"), indent=2)
    page.blank()
    page.add(wording.engine(summary.provenance), style="dim")
    return page.render()


def _prose(page: Page, summary: Summary) -> None:
    """Say how the check of the numbers in the text went; each that failed has a line."""
    line = wording.prose_check(summary)
    if line is None:
        return
    bad = wording.unsupported(wording.prose_findings(summary))
    page.blank()
    page.add(line, style="red" if bad else "dim")
    for finding in bad:
        page.add(
            f"{wording.one_line(finding.text)}: {wording.one_line(finding.reason)}",
            lead=mark(page, finding.status),
            indent=2,
        )


def mark(page: Page, status: Status) -> Text:
    """The sign of a status with a space after it."""
    return page.text(f"{wording.MARKS[status]} ", STATUS_STYLES[status])


def _figures(page: Page, summary: Summary) -> None:
    page.heading("Key figures")
    if not summary.figures:
        page.add("none that the article supports", indent=2, style="dim")
        return
    amounts = [amount(figure, words=wording.one_line(figure.text)) for figure in summary.figures]
    column = min(_AMOUNT_COLUMN, max(page.text(words).cell_len for words in amounts))
    for figure, words in zip(summary.figures, amounts, strict=True):
        _figure(page, figure, words, column)
    page.blank()
    seen = dict.fromkeys(figure.status for figure in summary.figures)
    legend = page.text()
    for status in (s for s in wording.MARKS if s in seen):
        legend.append("   " if legend.plain else "")
        legend.append(wording.MARKS[status], STATUS_STYLES[status])
        legend.append(f" {wording.LEGEND[status]}", "dim")
    page.add(legend, indent=2)


def _figure(page: Page, figure: KeyFigure, words: str, column: int) -> None:
    lead = mark(page, figure.status).append(words, "bold")
    _columns(page, lead, wording.about(figure), column)
    # Less two quotation marks, two stars, and what wrapping leaves free at the ends of lines.
    room = _QUOTE_LINES * (page.width - 8) - 4
    page.add(page.emphasised(wording.evidence_quote(figure, width=room), "dim"), indent=4)
    if derivation := wording.derivation(figure):
        page.add(derivation, indent=4, style="dim")
    if figure.status == "ambiguous":
        for finding in figure.findings:
            if finding.status == "ambiguous":
                page.add(wording.one_line(finding.reason), indent=4, style="yellow")


def _rejected(page: Page, summary: Summary, most: int | None) -> None:
    """List what was rejected; a reason that several share is said once and says that it is."""
    if not summary.rejected:
        return
    count = len(summary.rejected)
    page.heading(f"Rejected: {count} {'figure' if count == 1 else 'figures'}")
    shown = summary.rejected[:most]
    widths = [page.text(wording.one_line(figure.text)).cell_len for figure in shown]
    column = min(_AMOUNT_COLUMN, max(widths, default=0))
    for reason, group in groupby(shown, key=lambda figure: wording.one_line(figure.reason)):
        figures = list(group)
        for figure in figures:
            lead = mark(page, figure.status).append(wording.one_line(figure.text), "bold")
            _columns(page, lead, wording.about(figure), column)
        shared = {1: "", 2: "both: "}.get(len(figures), f"all {len(figures)}: ")
        page.add(f"{shared}{reason}", indent=4, style="dim")
    if most is not None and count > most:
        page.add(f"and {count - most} more (--show-rejected)", indent=4, style="dim")


def _columns(page: Page, lead: Text, about: str, column: int) -> None:
    """What a figure is about beside its amount, or below it where there is no room for that."""
    gap = column + 4 - lead.cell_len
    if gap >= 2 and page.width - column >= _ABOUT_COLUMN:
        page.add(about, lead=lead.append(" " * gap), indent=2)
    else:
        page.add("", lead=lead, indent=2)
        page.add(about, indent=4)
