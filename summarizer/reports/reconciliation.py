"""Several sources side by side, a row a thing, for a terminal and as Markdown."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from summarizer.reports import wording
from summarizer.reports.markdown import escaped
from summarizer.reports.page import WIDTH, Page, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.models import Agreement, Group, ReconciledSource, Reconciliation

MARKS: dict[Agreement, str] = {
    "conflict": "✗",
    "revision": "↻",
    "rounding": "≈",
    "agree": "✓",
    "different_period": "≠",
    "different_scope": "≠",
}
LEGEND: dict[Agreement, str] = {
    "conflict": "conflict",
    "revision": "restated later",
    "rounding": "agree after rounding or by a bound",
    "agree": "agree",
    "different_period": "another period",
    "different_scope": "another scope",
}
COLOURS: dict[Agreement, str] = {
    "conflict": "bold red",
    "revision": "yellow",
    "rounding": "green",
    "agree": "green",
    "different_period": "dim",
    "different_scope": "dim",
}
_THING = 26
_GAP = 2
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def letters(sources: Sequence[ReconciledSource]) -> dict[str, str]:
    """A short name for each source: A, B, …, Z, S27, …."""
    return {
        source.id: _LETTERS[place] if place < len(_LETTERS) else f"S{place + 1}"
        for place, source in enumerate(sources)
    }


def thing(group: Group) -> str:
    """What a group is about, in words."""
    parts = (group.metric or "amount", group.entity, group.period)
    return wording.one_line(", ".join(part for part in parts if part))


def said(group: Group, source: str) -> list[str]:
    """What one source says of a group's thing: the words of its amounts, each once."""
    texts = (wording.one_line(f.text) for f in group.figures if f.id == source)
    return list(dict.fromkeys(texts))


def tally(found: Reconciliation) -> str:
    """How much was compared, in a line."""
    conflicts = len(found.conflicts)
    things = f"{len(found.groups)} thing{'s' * (len(found.groups) != 1)} told by several sources"
    clash = f"{conflicts} conflict{'s' * (conflicts != 1)}" if conflicts else "no conflict"
    return (
        f"{things}: {clash}. {found.compared} figures compared; {found.not_compared} that no "
        "other source surely states"
    )


def reconciliation_page(
    found: Reconciliation, *, width: int = WIDTH, style: Style = "plain"
) -> str:
    """The sources, the table of what they tell, the conflicts with their evidence.

    Args:
        found: What was found.
        width: Columns of the terminal.
        style: Colour, bold and dim alone, or plain text.
    """
    page = Page(width=width, style=style)
    names = letters(found.sources)
    for source in found.sources:
        lead = page.text(f"{names[source.id]}  ", "bold cyan")
        body = page.text(_headline(source), "bold").append(f"  {_about(source)}", "dim")
        page.add(body, lead=lead)
    for failure in found.failures:
        page.add(wording.one_line(failure.error.message), lead=page.text("✗  ", "bold red"))
    page.blank()
    page.add(tally(found))
    if found.groups:
        page.blank()
        _table(page, found, names)
    if found.conflicts:
        page.heading("Conflicts")
        for group in found.conflicts:
            _conflict(page, group, names)
    if found.contradictions:
        page.heading("Inside one source")
        for one in found.contradictions:
            lead = page.text(f"{names.get(one.id, one.id)}  ", "bold cyan")
            page.add(wording.one_line(one.reason), lead=lead, indent=2)
    return page.render()


def _headline(source: ReconciledSource) -> str:
    return wording.one_line(source.title or source.id)


def _about(source: ReconciledSource) -> str:
    parts = [
        source.id if source.title else "",
        wording.day(source.published) if source.published else "",
    ]
    if source.copy_of:
        parts.append(f"a copy of {source.copy_of}")
    return wording.one_line(", ".join(part for part in parts if part))


def _table(page: Page, found: Reconciliation, names: dict[str, str]) -> None:
    """Rows of cells, each wrapped in its column."""
    told = [s for s in found.sources if any(f.id == s.id for g in found.groups for f in g.figures)]
    room = page.width - 2 - _THING - _GAP * len(told)
    column = max(8, min(24, room // max(1, len(told))))
    head = page.text("  " + " " * _THING)
    for source in told:
        head.append(" " * _GAP + f"{names[source.id]:<{column}}", "bold cyan")
    page.add(head)
    for group in found.groups:
        cells = [textwrap.wrap(thing(group), _THING - 1) or [""]]
        for source in told:
            words = "; ".join(said(group, source.id)) or "–"
            off = " ◀ off?" if group.suspect == source.id else ""
            cells.append(textwrap.wrap(f"{words}{off}", column) or [""])
        for line in range(max(map(len, cells))):
            mark = f"{MARKS[group.relation]} " if line == 0 else "  "
            row = page.text(mark, COLOURS[group.relation])
            row.append(f"{cells[0][line] if line < len(cells[0]) else '':<{_THING}}")
            for source, cell in zip(told, cells[1:], strict=True):
                text = cell[line] if line < len(cell) else ""
                colour = COLOURS["conflict"] if group.suspect == source.id else ""
                row.append(" " * _GAP + f"{text:<{column}}", colour)
            page.add(row)
    used = [relation for relation in MARKS if any(g.relation == relation for g in found.groups)]
    page.blank()
    page.add(" · ".join(f"{MARKS[r]} {LEGEND[r]}" for r in used), style="dim")


def _conflict(page: Page, group: Group, names: dict[str, str]) -> None:
    lead = page.text("✗ ", "bold red")
    page.add(page.text(thing(group), "bold"), lead=lead)
    page.add(f"{wording.one_line(group.reason)}.", indent=2)
    if group.suspect:
        page.add(f"Likely off: {names[group.suspect]}", indent=2, style="bold")
    for figure in group.figures:
        start = figure.start - figure.evidence.start
        quote = wording.quote(
            figure.evidence.quote, start, start + len(figure.text), width=page.width - 10
        )
        lead = page.text(f"{names[figure.id]}  ", "bold cyan")
        page.add(page.emphasised(quote, "dim"), lead=lead, indent=4)


def reconciliation_markdown(found: Reconciliation) -> str:
    """The same as a Markdown document."""
    names = letters(found.sources)
    sources = "\n".join(
        f"- **{names[s.id]}** {escaped(_headline(s))} ({escaped(_about(s)) or 'no date'})"
        for s in found.sources
    )
    blocks = ["# Side by side", sources, escaped(tally(found))]
    if found.failures:
        blocks.append("\n".join(f"- ✗ {escaped(f.error.message)}" for f in found.failures))
    if found.groups:
        heads = " | ".join(names[s.id] for s in found.sources)
        rows = [f"| | What | {heads} | |", "|---|---|" + "---|" * (len(found.sources) + 1)]
        rows += [_row(group, found) for group in found.groups]
        blocks.append("\n".join(rows))
    for group in found.conflicts:
        lines = [f"## ✗ {escaped(thing(group))}", escaped(f"{group.reason}.")]
        if group.suspect:
            lines.append(f"Likely off: **{names[group.suspect]}**")
        lines.append(
            "\n".join(
                f"- **{names[f.id]}** “{escaped(wording.one_line(f.evidence.quote))}”"
                for f in group.figures
            )
        )
        blocks += lines
    if found.contradictions:
        inside = "\n".join(
            f"- **{names.get(c.id, c.id)}** {escaped(c.reason)}" for c in found.contradictions
        )
        blocks += ["## Inside one source", inside]
    return "\n\n".join(blocks) + "\n"


def _row(group: Group, found: Reconciliation) -> str:
    cells = []
    for source in found.sources:
        words = escaped("; ".join(said(group, source.id))) or "–"
        cells.append(f"**{words}** (off?)" if group.suspect == source.id else words)
    parts = (MARKS[group.relation], escaped(thing(group)), *cells, LEGEND[group.relation])
    return f"| {' | '.join(parts)} |"
