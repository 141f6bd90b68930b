"""The words and numbers that every report of the evals uses: rates, differences, verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.evals.classes import AMOUNT_ERRORS, EXTRAS, LABEL_ERRORS, MEANINGS, ErrorClass
from summarizer.reports.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.evals.comparison import Comparison, Difference
    from summarizer.evals.rows import RunIdentity
    from summarizer.evals.runs import ScoredRun
    from summarizer.evals.scorecard import Measures, Rate, Scorecard, UsageTotals

GROUPS: dict[str, tuple[ErrorClass, ...]] = {
    "wrong amount": AMOUNT_ERRORS,
    "right amount, wrong label": LABEL_ERRORS,
    "missing": ("missed",),
    "too many": EXTRAS,
}
VERDICTS = {
    "better": "B is better",
    "worse": "B is worse",
    "cannot tell": "cannot tell",
    "no difference": "no difference",
}


class Headline(NamedTuple):
    """A line of the head of a scorecard."""

    name: str
    value: str
    detail: str


class Wrong(NamedTuple):
    """A figure that is not right, as a list of them shows it."""

    case: str
    figure: str
    error: ErrorClass
    reason: str


def percent(share: float | None) -> str:
    """A share in percent with one decimal; a dash where there is none."""
    return "–" if share is None else f"{100 * share:.1f}%"


def points(share: float) -> str:
    """A difference of shares in percentage points, with its sign."""
    return f"{100 * share:+.1f} points".replace("-", "−")


def count(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def of(rate: Rate) -> str:
    """The count and the denominator of a rate."""
    return f"{rate.count:,} of {rate.of:,}"


def title(run: RunIdentity) -> str:
    """The run in a line: who ran on what."""
    dataset = run.dataset
    part = f"{dataset.split} split, " if dataset.split else ""
    asked = f", {count(run.repeats, 'repeat')}" if run.repeats > 1 else ""
    cases = count(len(dataset.cases), "article")
    figures = count(dataset.figures, "expected figure")
    return f"{one_line(run.name)}: {part}{cases}, {figures}{asked}"


def headlines(card: Scorecard) -> Iterator[Headline]:
    """The head of a scorecard."""
    yield Headline("numeric accuracy", percent(card.accuracy.value), _interval(card.amount))
    yield Headline("strict accuracy", percent(card.strict.recall.value), _interval(card.strict))
    yield Headline("by article", percent(card.amount.macro), "numeric accuracy, mean of articles")
    precision = f"{of(card.amount.precision)} reported"
    yield Headline("precision", percent(card.amount.precision.value), f"amounts, {precision}")
    yield Headline("F1", percent(card.amount.f1), f"amounts; strict {percent(card.strict.f1)}")
    yield Headline("answered", percent(card.answered.value), _answered(card))
    invented = card.invented
    yield Headline("invented", percent(invented.value), f"{invented.count} to {invented.of:,}")


def _interval(measures: Measures) -> str:
    rate = measures.recall
    if measures.interval is not None:
        low, high = measures.interval.low, measures.interval.high
        return f"{of(rate)}; 95% by article: {100 * low:.1f} to {percent(high)}"
    return f"{of(rate)}; 95% (Wilson): {100 * rate.low:.1f} to {percent(rate.high)}"


def _answered(card: Scorecard) -> str:
    parts = [of(card.answered)]
    if card.failed:
        parts.append(f"{card.failed} failed")
    if card.not_asked:
        parts.append(f"{card.not_asked} not asked")
    more = " (their figures count as missed)" if len(parts) > 1 else ""
    return ", ".join(parts) + more


def spread(card: Scorecard) -> str | None:
    """The accuracy of each repeat; None where there was one."""
    if not card.spread:
        return None
    low, high = min(card.spread), max(card.spread)
    each = ", ".join(percent(share) for share in card.spread)
    return f"repeats: {each} (from {percent(low)} to {percent(high)})"


def usage(totals: UsageTotals) -> str:
    """What a run took, in a line."""
    tokens = (
        "tokens unknown"
        if totals.input_tokens is None or totals.output_tokens is None
        else f"{totals.input_tokens:,} + {totals.output_tokens:,} tokens"
    )
    cost = "cost unknown" if totals.cost_usd is None else f"${totals.cost_usd:.4f}"
    times = (
        ""
        if totals.seconds_median is None or totals.seconds_p95 is None
        else f"; {totals.seconds_median:.2f} s an article, {totals.seconds_p95:.2f} s at the 95th"
    )
    asked = count(totals.attempts, "request")
    again = f", {count(totals.retries, 'of them again', 'of them again')}" if totals.retries else ""
    cached = f", {totals.cached} articles from recordings" if totals.cached else ""
    return f"{asked}{again}{cached}, {tokens}, {cost}{times}"


def wrong_figures(scored: ScoredRun) -> Iterator[Wrong]:
    """Every figure that is not right, in the order of the cases."""
    for score in scored.scores:
        again = f" #{score.repeat}" if scored.identity.repeats > 1 else ""
        row = scored.run.rows.get((score.case, score.repeat))
        for one in score.outcomes:
            if one.error == "right":
                continue
            name = one.figure
            if name is None and row is not None and one.predicted is not None:
                name = f"“{one_line(row.figures[one.predicted].text)}”"
            yield Wrong(score.case + again, name or "?", one.error, one_line(one.reason))


def said(found: Difference, what: str) -> str:
    """A difference in a sentence."""
    head = f"{what}: {percent(found.a)} → {percent(found.b)}"
    if found.interval is None:
        return f"{head}: the same in every article"
    low, high = found.interval.low, found.interval.high
    return (
        f"{head} ({points(found.difference)}; 95%: {100 * low:+.1f} to {100 * high:+.1f}; "
        f"p = {found.p:.4f})".replace("-", "−")
    )


def verdict(comparison: Comparison, *, b: str = "B") -> str:
    """The answer in plain words.

    Args:
        comparison: Two runs.
        b: What the second one is called.
    """
    found, labels = comparison.amount, comparison.strict
    if found.verdict == labels.verdict == "no difference":
        return "No difference: every figure has the same verdict in both."
    told = {
        "no difference": "The amounts are the same.",
        "cannot tell": (
            f"Cannot tell: on {comparison.cases} articles a difference like this one comes about "
            f"by chance; one of {100 * (found.detectable or 0):.1f} points or more would most "
            "likely have shown."
        ),
        "better": f"{b} is better: {abs(100 * found.difference):.1f} points more right amounts.",
        "worse": f"{b} is worse: {abs(100 * found.difference):.1f} points fewer right amounts.",
    }[found.verdict]
    if labels.verdict in {found.verdict, "no difference"}:
        return told
    if labels.verdict == "cannot tell":
        return f"{told} With labels: cannot tell."
    return f"{told} With labels: {b} is {labels.verdict}."


def flips(comparison: Comparison) -> list[tuple[str, int]]:
    """The changes of class, the commonest first."""
    counts: dict[str, int] = {}
    for flip in comparison.flips:
        key = f"{word(flip.a)} → {word(flip.b)}"
        counts[key] = counts.get(key, 0) + 1
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def word(error: ErrorClass) -> str:
    """A class as it is written for people."""
    return error.replace("_", " ")


def meaning(error: ErrorClass) -> str:
    """What a class means."""
    return MEANINGS[error]


def cost_change(comparison: Comparison) -> str:
    """What the two runs took, side by side."""
    a, b = comparison.usage_a, comparison.usage_b
    return f"A took {usage(a)}. B took {usage(b)}."
