"""All figures of an article as a list for people: the amount, and the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.reports import wording
from summarizer.reports.format import amount
from summarizer.reports.page import WIDTH, Page, Style

if TYPE_CHECKING:
    from summarizer.models import FigureReport

_AMOUNT_COLUMN = 28
# Far enough to fill a line on either side, near enough to stay cheap on a page of 5 MB.
_REACH = 120


def figures_page(
    report: FigureReport, text: str, *, width: int = WIDTH, style: Style = "plain"
) -> str:
    """One line for each figure, the words of the mention emphasised where they stand.

    Args:
        report: The figures.
        text: The text that their offsets are into.
        width: Columns of the terminal.
        style: Colour, bold and dim alone, or plain text.
    """
    page = Page(width=width, style=style)
    count = len(report.figures)
    heading = page.text(wording.one_line(report.id), "bold cyan")
    heading.append(f"  {count:,} {'figure' if count == 1 else 'figures'}", "dim")
    page.add(heading)
    amounts = [amount(figure, words=wording.one_line(figure.text)) for figure in report.figures]
    column = min(_AMOUNT_COLUMN, max((page.text(a).cell_len for a in amounts), default=0))
    room = page.width - column - 6
    for figure, words in zip(report.figures, amounts, strict=True):
        lead = page.text("  ").append(words, "bold")
        if lead.cell_len > column + 2:
            page.add("", lead=lead)
            lead = page.text()
        lead.append(" " * (column + 4 - lead.cell_len))
        start = max(0, figure.start - _REACH)
        near = text[start : figure.end + _REACH]
        context = wording.quote(
            near, figure.start - start, figure.end - start, width=room - 2 * (style == "plain")
        )
        shown = page.emphasised(context, "dim")
        if figure.scale_source is not None:
            shown.append(f"  scale: {wording.one_line(figure.scale_source.quote)}", "dim")
        page.add(shown, lead=lead)
    return page.render()
