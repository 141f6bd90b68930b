"""Several sources side by side as one self-contained HTML page, both quotes in their context."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarizer.reports import wording
from summarizer.reports.reconciliation import LEGEND, MARKS, letters, said, tally, thing
from summarizer.reports.webpage import render

if TYPE_CHECKING:
    from summarizer.models import Group, Reconciliation, SourceFigure


def reconciliation_html(found: Reconciliation) -> str:
    """One page: the sources, the table, each conflict with its evidence and its quotes."""
    names = letters(found.sources)
    return render(
        "reconciliation.html.j2",
        styles=("page.css", "reconciliation.css"),
        script=None,
        title="Side by side",
        tally=tally(found),
        sources=[
            {
                "letter": names[source.id],
                "title": wording.one_line(source.title or source.id),
                "id": source.id,
                "day": wording.day(source.published) if source.published else None,
                "copy_of": source.copy_of and names[source.copy_of],
            }
            for source in found.sources
        ],
        failures=[wording.one_line(failure.error.message) for failure in found.failures],
        groups=[_view(number, group, names) for number, group in enumerate(found.groups, 1)],
        contradictions=[
            (
                names.get(one.id, one.id),
                wording.one_line(one.reason),
                [wording.one_line(e.quote) for e in one.evidence],
            )
            for one in found.contradictions
        ],
    )


def _view(number: int, group: Group, names: dict[str, str]) -> dict[str, Any]:
    return {
        "id": f"g{number}",
        "relation": group.relation,
        "mark": MARKS[group.relation],
        "meaning": LEGEND[group.relation],
        "thing": thing(group),
        "reason": wording.one_line(group.reason),
        "suspect": names[group.suspect] if group.suspect else None,
        "cells": [
            {"words": "; ".join(said(group, ident)), "off": group.suspect == ident}
            for ident in names
        ],
        "clues": [(names[clue.against], wording.one_line(clue.reason)) for clue in group.clues],
        "quotes": [(names[figure.id], _quote(figure)) for figure in group.figures],
    }


def _quote(figure: SourceFigure) -> wording.Quote:
    start = figure.start - figure.evidence.start
    return wording.quote(figure.evidence.quote, start, start + len(figure.text))
