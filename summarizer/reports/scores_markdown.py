"""Scorecards and comparisons as Markdown, such as a comment on a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.reports import scores
from summarizer.reports.markdown import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.evals.comparison import Comparison
    from summarizer.evals.runs import ScoredRun
    from summarizer.evals.scorecard import Scorecard

_SHOWN = 50


def scorecard_markdown(card: Scorecard, scored: ScoredRun | None = None) -> str:
    """A scorecard with its tables, and the wrong figures folded away."""
    blocks = [f"## {escaped(scores.title(card.run))}"]
    blocks.append(
        _table(("", "", ""), [(one.name, one.value, one.detail) for one in scores.headlines(card)])
    )
    if spread := scores.spread(card):
        blocks.append(escaped(spread))
    rows = [
        (scores.word(name), scores.percent(rate.value), f"{rate.count:,}", scores.meaning(name))
        for name, rate in card.errors.items()
        if rate.count
    ]
    blocks += ["### Classes, over the expected figures", _table(("class", "", "", "means"), rows)]
    fields = [
        (name, scores.percent(rate.value), scores.of(rate)) for name, rate in card.fields.items()
    ]
    blocks += ["### Fields", _table(("field", "right", "pairs"), fields)]
    strata = [
        (
            dimension,
            one.name.replace("_", " "),
            scores.percent(one.amount.value),
            scores.percent(one.strict.value),
            scores.of(one.amount),
        )
        for dimension, all_ in card.strata.items()
        if len(all_) > 1
        for one in all_
    ]
    if strata:
        head = ("", "", "numeric", "strict", "figures")
        blocks += ["### Strata", _folded("all strata", _table(head, strata))]
    blocks.append(escaped(scores.usage(card.usage)))
    if scored is not None and (wrong := list(scores.wrong_figures(scored))):
        cells = [(one.case, one.figure, scores.word(one.error), one.reason) for one in wrong]
        table = _table(("case", "figure", "class", "why"), cells[:_SHOWN])
        more = f"\n\n… and {len(cells) - _SHOWN:,} more" if len(cells) > _SHOWN else ""
        blocks.append(_folded(f"Not right: {len(wrong):,}", table + more))
    return "\n\n".join(blocks) + "\n"


def comparison_markdown(comparison: Comparison) -> str:
    """The answer, the numbers, and the figures that changed."""
    blocks = [
        f"## {escaped(scores.verdict(comparison))}",
        f"- A: {escaped(scores.title(comparison.a))}\n- B: {escaped(scores.title(comparison.b))}",
    ]
    rows = []
    for name, found in (("numeric", comparison.amount), ("strict", comparison.strict)):
        interval = found.interval
        rows.append(
            (
                name,
                scores.percent(found.a),
                scores.percent(found.b),
                scores.points(found.difference),
                f"{100 * interval.low:+.1f} to {100 * interval.high:+.1f}" if interval else "–",
                f"{found.p:.4f}",
                f"{100 * found.detectable:.1f} points" if found.detectable is not None else "–",
                found.verdict,
            )
        )
    head = ("accuracy", "A", "B", "B − A", "95% by article", "p", "detectable", "B is")
    blocks.append(_table(head, rows))
    extras = [
        (scores.word(name), str(comparison.extras_a[name]), str(comparison.extras_b[name]))
        for name in comparison.extras_a
    ]
    blocks.append(_table(("extra figures", "A", "B"), extras))
    blocks.append(
        f"{comparison.better} articles better in B, {comparison.worse} worse, "
        f"{comparison.same} the same. {escaped(scores.cost_change(comparison))}"
    )
    if comparison.flips:
        cells = [(f.case, f.figure, scores.word(f.a), scores.word(f.b)) for f in comparison.flips]
        table = _table(("case", "figure", "A", "B"), cells[:_SHOWN])
        more = f"\n\n… and {len(cells) - _SHOWN:,} more" if len(cells) > _SHOWN else ""
        blocks.append(_folded(f"Figures with another class: {len(cells):,}", table + more))
    return "\n\n".join(blocks) + "\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(escaped(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def _folded(summary: str, body: str) -> str:
    return f"<details><summary>{escaped(summary)}</summary>\n\n{body}\n\n</details>"
