"""A summary as Markdown: headings, a table of key figures, quotes; every special sign escaped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.reports import wording
from summarizer.reports.format import amount

if TYPE_CHECKING:
    from summarizer.models import KeyFigure, Summary

# What CommonMark and its tables give a meaning to: at the start of a line, and anywhere in it.
_START = re.compile(r"^(?:(\d{1,9})([.)])(?=\s|$)|([-+=]))")
_SPECIAL = re.compile(r"([\\`*\[\]<>|~#&]|(?<![^\W_])_|_(?![^\W_]))")


def escaped(text: str) -> str:
    """One line of text that Markdown shows as it is."""
    line = escaped_part(wording.one_line(text))
    return _START.sub(
        lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", line
    )


def summary_markdown(summary: Summary) -> str:
    """The whole summary as a Markdown document."""
    blocks = [f"# {escaped(summary.headline)}", f"*{escaped(wording.meta(summary.article))}*"]
    source = summary.article.source
    if re.fullmatch(r"https?://[^\s<>\"]+", source):
        blocks.append(f"<{source}>")
    if prose := wording.prose(summary):
        blocks.append(escaped(prose))
    if summary.key_points:
        points = "\n".join(f"- {escaped(point.text)}" for point in summary.key_points)
        blocks += ["## Key points", points]
    if checked := wording.prose_check(summary):
        bad = [
            f"- {wording.MARKS[f.status]} **{escaped(f.text)}**: {escaped(f.reason)}"
            for f in wording.unsupported(wording.prose_findings(summary))
        ]
        blocks.append("\n".join([checked, *([""] if bad else []), *bad]))
    blocks += ["## Key figures", *_figures(summary)]
    if summary.rejected:
        rejected = "\n".join(
            f"- {wording.MARKS[r.status]} **{escaped(r.text)}** {escaped(wording.about(r))}: "
            f"{escaped(r.reason)}"
            for r in summary.rejected
        )
        blocks += ["## Rejected", rejected]
    if summary.warnings:
        blocks += ["## Warnings", "\n".join(f"- {escaped(line)}" for line in summary.warnings)]
    blocks += ["---", escaped(wording.engine(summary.provenance))]
    return "\n\n".join(blocks) + "\n"


def _figures(summary: Summary) -> list[str]:
    if not summary.figures:
        return ["None that the article supports."]
    table = ["| | Amount | What | Who | When | Words |", "|---|---|---|---|---|---|"]
    table += [_row(figure) for figure in summary.figures]
    seen = {figure.status for figure in summary.figures}
    legend = [f"{wording.MARKS[s]} {wording.LEGEND[s]}" for s in wording.MARKS if s in seen]
    return ["\n".join(table), escaped(" · ".join(legend))]


def _row(figure: KeyFigure) -> str:
    quote = wording.evidence_quote(figure)
    before, words, after = (escaped_part(part) for part in quote)
    metric = f"{figure.metric}{wording.basis(figure)}"
    quoted = f"“{before}**{words}**{after}”" if words else f"“{before}{after}”"
    if derivation := wording.derivation(figure):
        quoted += f" ({escaped(derivation)})"
    cells = (
        escaped(wording.MARKS[figure.status]),
        escaped(amount(figure, words=figure.text)),
        escaped(metric),
        escaped(figure.entity or ""),
        escaped(figure.period or ""),
        quoted,
    )
    return f"| {' | '.join(cells)} |"


def escaped_part(text: str) -> str:
    """Escape a part of a line whose spaces at either end matter."""
    return _SPECIAL.sub(r"\\\1", text)
