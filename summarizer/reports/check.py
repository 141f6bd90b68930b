"""The check of a summary's numbers as a page for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.reports import wording
from summarizer.reports.page import STATUS_STYLES, WIDTH, Page, Style

if TYPE_CHECKING:
    from summarizer.models import CheckReport, Evidence
    from summarizer.reports.wording import Quote

_REACH = 140


def check_page(
    report: CheckReport, article: str | None = None, *, width: int = WIDTH, style: Style = "plain"
) -> str:
    """The verdict, then each number with its status, the reason and the article's words.

    Args:
        report: What was found.
        article: The article's text, so that its words are shown where they stand.
        width: Columns of the terminal.
        style: Colour, bold and dim alone, or plain text.
    """
    page = Page(width=width, style=style)
    good = report.verdict == "supported"
    heading = page.text(wording.one_line(report.id), "bold cyan")
    heading.append("  ").append(report.verdict, "bold green" if good else "bold red")
    heading.append(f": {wording.verdict(report.findings)}", "dim")
    page.add(heading)
    for finding in report.findings:
        colour = STATUS_STYLES[finding.status]
        lead = page.text(f"{wording.MARKS[finding.status]} ", colour)
        lead.append(wording.one_line(finding.text), "bold").append("  ")
        if lead.cell_len > page.width // 2:
            page.add("", lead=lead, indent=2)
            lead = page.text("  ")
        body = page.text(finding.status, colour)
        page.add(body.append(f": {wording.one_line(finding.reason)}"), lead=lead, indent=2)
        if finding.evidence is not None:
            page.add(
                page.emphasised(_words(finding.evidence, article, page.width - 8), "dim"), indent=4
            )
    return page.render()


def _words(evidence: Evidence, article: str | None, width: int) -> Quote:
    """The evidence where it stands in the article, else by itself."""
    if article is None:
        return wording.quote(evidence.quote, 0, 0, width=width)
    start = max(0, evidence.start - _REACH)
    near = article[start : evidence.end + _REACH]
    return wording.quote(near, evidence.start - start, evidence.end - start, width=width)
