"""Summaries as one self-contained HTML page: no network, light and dark, readable without script.

The article stands beside its figures with the evidence marked in place; each figure links to its
words and each mark to its figure. Everything that comes from an article is escaped, and the
page's own content security policy lets nothing run or load but its own style and script.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from summarizer.reports import wording
from summarizer.reports.format import DIRECTION_WORDS, amount
from summarizer.reports.webpage import render

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.models import Article, Failure, KeyFigure, Summary


class Stretch(NamedTuple):
    """A run of the article's text that the same figures rest on.

    Attributes:
        text: The words.
        figures: Numbers of the figures whose evidence they are, counted from 1.
        is_amount: Whether they belong to an amount itself.
        first_of: The figures whose evidence starts here.
    """

    text: str
    figures: tuple[int, ...]
    is_amount: bool
    first_of: tuple[int, ...]


def summaries_html(results: Sequence[Summary | Failure]) -> str:
    """One page with all summaries in order; an input that failed has a line in its place."""
    summaries = [_view(number, result) for number, result in enumerate(results, 1)]
    title = summaries[0]["title"] if len(summaries) == 1 else f"{len(summaries)} summaries"
    return render(
        "page.html.j2", styles=("page.css",), script="page.js", title=title, summaries=summaries
    )


def stretches(article: Article, figures: Sequence[KeyFigure]) -> list[Stretch]:
    """Cut the article's text where evidence or an amount begins or ends."""
    text = article.text
    edges = {0, len(text)}
    for figure in figures:
        edges |= {figure.start, figure.end, figure.evidence.start, figure.evidence.end}
    ordered = sorted(edge for edge in edges if 0 <= edge <= len(text))
    numbered = list(enumerate(figures, 1))
    return [
        Stretch(
            # A line break of a text dump ends a paragraph.
            re.sub(r"\n+", "\n\n", wording.printable(text[start:end])),
            tuple(n for n, f in numbered if f.evidence.start <= start < f.evidence.end),
            any(f.start <= start < f.end for f in figures),
            tuple(n for n, f in numbered if f.evidence.start == start),
        )
        for start, end in pairwise(ordered)
    ]


def _view(number: int, result: Summary | Failure) -> dict[str, Any]:
    """What the template shows of one result: strings only."""
    from summarizer.models import Failure

    if isinstance(result, Failure):
        return {
            "id": f"s{number}",
            "title": wording.one_line(result.source),
            "failure": wording.one_line(result.error.message),
        }
    article = result.article
    return {
        "id": f"s{number}",
        "title": wording.one_line(result.headline),
        "failure": None,
        "meta": wording.meta(article),
        "link": article.source if re.match(r"https?://", article.source) else None,
        "language": article.language,
        "summary": wording.prose(result),
        "points": [wording.one_line(point.text) for point in result.key_points],
        "prose_check": wording.prose_check(result),
        "prose_faults": [
            (wording.one_line(f.text), wording.one_line(f.reason))
            for f in wording.unsupported(wording.prose_findings(result))
        ],
        "figures": [_figure(n, figure) for n, figure in enumerate(result.figures, 1)],
        "legend": [
            (wording.MARKS[status], status, wording.LEGEND[status])
            for status in wording.MARKS
            if any(figure.status == status for figure in result.figures)
        ],
        "rejected": [
            {
                "words": wording.one_line(claim.text),
                "status": claim.status,
                "about": wording.about(claim),
                "reason": wording.one_line(claim.reason),
            }
            for claim in result.rejected
        ],
        "warnings": [wording.one_line(line) for line in result.warnings],
        "engine": wording.engine(result.provenance),
        "text": stretches(article, result.figures),
    }


def _figure(number: int, figure: KeyFigure) -> dict[str, Any]:
    open_questions = [f.reason for f in figure.findings if f.status == "ambiguous"]
    return {
        "number": number,
        "amount": amount(figure, words=wording.one_line(figure.text), arrow=False),
        "direction": DIRECTION_WORDS.get(figure.direction or ""),
        "arrow": {"up": "↑", "down": "↓"}.get(figure.direction or ""),
        "about": wording.about(figure),
        "status": figure.status,
        "mark": wording.MARKS[figure.status],
        "meaning": wording.LEGEND[figure.status],
        "quote": wording.evidence_quote(figure, width=220),
        "derivation": wording.derivation(figure),
        "questions": [wording.one_line(reason) for reason in open_questions],
    }
