"""Scorecards, comparisons and the gate as pages for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.reports import scores
from summarizer.reports.page import WIDTH, Page, Style
from summarizer.reports.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.text import Text

    from summarizer.evals.claims import Claims
    from summarizer.evals.comparison import Comparison
    from summarizer.evals.gate import Judged
    from summarizer.evals.runs import ScoredRun
    from summarizer.evals.scorecard import Dimension, Rate, Scorecard, Stratum

_SHOWN = 20
_NAME = 18
_BODY = 24
_STRATA: tuple[Dimension, ...] = (
    "subject",
    "input",
    "style",
    "language",
    "kind",
    "importance",
    "basis",
    "trait",
)
_STATES = {
    "passed": "green", "failed": "red", "incomplete": "yellow", "no baseline": "yellow",
}  # fmt: skip


def scorecard_page(
    card: Scorecard,
    scored: ScoredRun | None = None,
    *,
    width: int = WIDTH,
    style: Style = "plain",
    every: bool = False,
) -> str:
    """A scorecard: the head, the classes, the fields, the strata, and wrong figures.

    Args:
        card: The scores.
        scored: The run, for the list of wrong figures; None leaves it out.
        width: Columns of the terminal.
        style: Colour, bold and dim alone, or plain text.
        every: List all wrong figures, not the first twenty.
    """
    page = Page(width=width, style=style)
    page.add(page.text(scores.title(card.run), "bold cyan"))
    page.blank()
    for line in scores.headlines(card):
        bold = "bold" if line.name == "numeric accuracy" else ""
        lead = page.text(f"{line.name:<{_NAME}}").append(f"{line.value:>6}  ", bold)
        _add(page, lead, page.text(line.detail, "dim"), indent=2)
    if spread := scores.spread(card):
        page.add(spread, indent=2)
    page.heading("Classes, over the expected figures")
    for name, classes in scores.GROUPS.items():
        total = sum(card.errors[one].count for one in classes)
        page.add(f"{name}: {total:,}", indent=2)
        for one in classes:
            _rate(page, scores.word(one), card.errors[one], scores.meaning(one))
    page.heading("Fields, over the pairs in which they are scored")
    for field, rate in card.fields.items():
        _rate(page, field, rate, "", indent=2)
    page.heading("Strata: numeric accuracy, strict accuracy")
    for dimension in _STRATA:
        strata = card.strata[dimension]
        if len(strata) > 1:
            _strata(page, dimension, strata)
    page.heading("Took")
    page.add(scores.usage(card.usage), indent=2)
    if scored is not None:
        _wrong(page, scored, every=every)
    return page.render()


def _rate(page: Page, name: str, rate: Rate, detail: str, *, indent: int = 4) -> None:
    share = scores.percent(rate.value)
    counts = f"{rate.count:,}" if detail else scores.of(rate)
    lead = page.text(f"{name:<{_NAME - indent + 2}}{share:>6}  {counts:>5}  ")
    _add(page, lead, page.text(detail, "dim"), indent=indent)


def _add(page: Page, lead: Text, body: Text, *, indent: int) -> None:
    """A line with a lead; on a narrow page the lead has a line of its own."""
    if lead.cell_len + _BODY <= page.width:
        page.add(body, lead=lead, indent=indent)
        return
    page.add(lead, indent=indent)
    page.add(body, indent=indent + 2)


def _strata(page: Page, dimension: str, strata: Sequence[Stratum]) -> None:
    page.add(dimension, indent=2)
    for one in strata:
        amount, strict = one.amount, one.strict
        name = one.name.replace("_", " ")
        cases = scores.count(one.cases, "article")
        detail = f"{scores.of(amount)}, {cases}"
        lead = page.text(
            f"{name:<{_NAME}}{scores.percent(amount.value):>6}{scores.percent(strict.value):>8}  "
        )
        _add(page, lead, page.text(detail, "dim"), indent=4)


def _wrong(page: Page, scored: ScoredRun, *, every: bool) -> None:
    wrong = list(scores.wrong_figures(scored))
    if not wrong:
        return
    shown = wrong if every else wrong[:_SHOWN]
    page.heading(f"Not right: {len(wrong):,}")
    last = None
    for one in shown:
        if one.case != last:
            page.add(one_line(one.case), indent=2)
            last = one.case
        lead = page.text(f"{scores.word(one.error)}  ", "red")
        body = page.text(one_line(one.figure), "bold").append(f": {one.reason}", "")
        page.add(body, lead=lead, indent=4)
    if len(shown) < len(wrong):
        page.add(f"and {len(wrong) - len(shown):,} more: --every shows them", indent=2)


def comparison_page(
    comparison: Comparison, *, width: int = WIDTH, style: Style = "plain", every: bool = False
) -> str:
    """Two runs beside each other: the answer first, then why."""
    page = Page(width=width, style=style)
    page.add(f"A  {scores.title(comparison.a)}")
    page.add(f"B  {scores.title(comparison.b)}")
    page.blank()
    page.add(page.text(scores.verdict(comparison), "bold"))
    page.blank()
    page.add(scores.said(comparison.amount, "numeric accuracy"), indent=2)
    page.add(scores.said(comparison.strict, "strict accuracy"), indent=2)
    for what, found in (("numeric", comparison.amount), ("strict", comparison.strict)):
        if found.detectable is not None:
            least = 100 * found.detectable
            page.add(f"{what}: {least:.1f} points would show in 4 of 5 comparisons", indent=2)
    page.add(
        f"articles: {comparison.better} better in B, {comparison.worse} worse, "
        f"{comparison.same} the same",
        indent=2,
    )
    extras = ", ".join(
        f"{scores.word(name)} {comparison.extras_a[name]} → {comparison.extras_b[name]}"
        for name in comparison.extras_a
    )
    page.add(f"extra figures: {extras}", indent=2)
    page.add(scores.cost_change(comparison), indent=2)
    if comparison.flips:
        page.heading(f"Figures with another class: {len(comparison.flips):,}")
        for change, number in scores.flips(comparison):
            page.add(change, lead=f"{number:>5}  ", indent=2)
        page.blank()
        shown = comparison.flips if every else comparison.flips[:_SHOWN]
        for flip in shown:
            body = page.text(f"{scores.word(flip.a)} → {scores.word(flip.b)}")
            _add(page, page.text(f"{flip.case}/{flip.figure}  "), body, indent=2)
        if len(shown) < len(comparison.flips):
            left = len(comparison.flips) - len(shown)
            page.add(f"and {left:,} more: --every shows them", indent=2)
    return page.render()


def gate_page(
    judged: Iterable[Judged],
    prompt_faults: Sequence[str] = (),
    *,
    width: int = WIDTH,
    style: Style = "plain",
) -> str:
    """What the gate says of each check."""
    page = Page(width=width, style=style)
    for one in judged:
        line = page.text(f"{one.check.name}  ", "bold").append(one.state, _STATES[one.state])
        if one.card is not None:
            amount, strict = one.card.amount.recall, one.card.strict.recall
            line.append(
                f": {scores.percent(amount.value)} numeric, {scores.percent(strict.value)} strict, "
                f"{scores.of(one.card.answered)} articles answered",
                "dim",
            )
        page.add(line)
        for fault in one.faults:
            page.add(one_line(fault), lead="- ", indent=2)
        if one.comparison is not None and one.comparison.flips:
            told = scores.verdict(one.comparison, b="this run")
            page.add(f"against the baseline: {told[:1].lower()}{told[1:]}", indent=2)
    for fault in prompt_faults:
        page.add(one_line(fault), lead=page.text("prompt  ", "bold red"))
    return page.render()


def claims_page(
    claims: Claims,
    faults: Sequence[str] = (),
    *,
    width: int = WIDTH,
    style: Style = "plain",
    every: bool = False,
) -> str:
    """How many true claims the checks let through, and what refused the others."""
    page = Page(width=width, style=style)
    of = len(claims.all)
    state = "failed" if faults else "passed"
    line = page.text("true claims  ", "bold").append(state, _STATES[state])
    line.append(
        f": {scores.percent(claims.accepted / of)} of {of:,} accepted, "
        f"{scores.percent(claims.right / of)} read as expected",
        "dim",
    )
    page.add(line)
    for fault in faults:
        page.add(one_line(fault), lead="- ", indent=2)
    if claims.refused:
        told = ", ".join(f"{check} {number}" for check, number in claims.refused)
        page.add(f"refused by: {told}", indent=2)
    if claims.altered:
        told = ", ".join(
            f"{change} {one.slipped} of {one.told:,}"
            + (f" ({one.out} let through)" * bool(one.out))
            for change, one in claims.slipped.items()
        )
        page.add(f"altered claims that stand as true: {told}", indent=2)
    for one in claims.all if every else ():
        if one.reason:
            lead = page.text(f"{one.case}/{one.figure}  ")
            check = f"{one.refused}: " if one.refused else ""
            _add(page, lead, page.text(f"{check}{one_line(one.reason)}"), indent=2)
    return page.render()
