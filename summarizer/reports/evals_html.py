"""A run of the evals, or two beside each other, as one self-contained HTML page.

The scorecard with plots, every figure in a table that can be sorted and filtered, and every
article with expected and reported figures marked in place. No network; readable without script,
in light and dark and on paper. What comes from an article or a model is escaped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarizer.evals.classes import CLASSES
from summarizer.reports import scores, wording
from summarizer.reports.evals_html_figures import SIGNS, VERDICTS, lines_of
from summarizer.reports.evals_html_plots import TICKS, error_bars, field_dots, pairs, strata
from summarizer.reports.evals_html_views import case_views
from summarizer.reports.webpage import render

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.evals.comparison import Comparison, Difference
    from summarizer.evals.rows import RunIdentity
    from summarizer.evals.runs import ScoredRun
    from summarizer.evals.scorecard import Scorecard

_CHANGES = ("better", "worse", "another fault", "same")
_MEANINGS = {
    "right": "amount and labels are right",
    "label": "the amount is right; entity, period, basis or metric is not",
    "amount": "value, unit, bound or direction is not",
    "missing": "expected, and not reported",
    "extra": "reported, and not expected",
}


def run_html(scored: ScoredRun) -> str:
    """A scored run as a page."""
    from summarizer.evals.scorecard import make_scorecard

    card = make_scorecard(scored)
    return _page(
        [scored],
        [card],
        [""],
        title=f"Evals: {scores.title(card.run)}",
        heading=wording.one_line(card.run.name),
        words=_in_words(card),
        tiles=list(scores.headlines(card)),
        notes=[line for line in (scores.spread(card), scores.usage(card.usage)) if line],
        differences=[],
        pairs=None,
    )


def comparison_html(a: ScoredRun, b: ScoredRun, found: Comparison | None = None) -> str:
    """Two scored runs beside each other as a page.

    Args:
        a: The run to compare with.
        b: The one that may be better.
        found: Their comparison where it is there already.

    Raises:
        GoldenError: they are of different golden cases.
    """
    from summarizer.evals.comparison import compare_runs, marks_of
    from summarizer.evals.scorecard import make_scorecard

    found = found or compare_runs(marks_of(a), marks_of(b))
    runs = [a, b]
    return _page(
        runs,
        [make_scorecard(run) for run in runs],
        ["A", "B"],
        title=f"Evals: {wording.one_line(a.identity.name)} and {wording.one_line(b.identity.name)}",
        heading="Is B better than A?",
        words=[scores.verdict(found), *_compared(found)],
        tiles=[],
        notes=[scores.cost_change(found)],
        differences=[_difference("numeric", found.amount), _difference("strict", found.strict)],
        pairs=pairs(lines_of(runs)),
    )


def _page(
    runs: Sequence[ScoredRun],
    cards: Sequence[Scorecard],
    names: Sequence[str],
    **shown: object,
) -> str:
    cases = case_views(lines_of(runs), names)
    golden = [case.golden for case in runs[0].golden.cases]
    told = {error for card in cards for error in CLASSES if card.errors[error].count}
    return render(
        "evals.html.j2",
        styles=("page.css", "evals.css"),
        script="evals.js",
        names=names,
        identities=[
            _identity(name, run.identity, card)
            for name, run, card in zip(names, runs, cards, strict=True)
        ],
        cases=cases,
        figures=sum(len(case["lines"]) for case in cases),
        bars=error_bars(cards),
        fields=field_dots(cards),
        strata=strata(cards),
        ticks=TICKS,
        signs=[(group, SIGNS[group], VERDICTS[group], _MEANINGS[group]) for group in SIGNS],
        verdicts=[(group, VERDICTS[group]) for group in SIGNS],
        subjects=[(one, one.replace("_", " ")) for one in sorted({c.subject for c in golden})],
        splits=[(one, one) for one in sorted({case.split for case in golden})],
        classes=[(error, scores.word(error)) for error in CLASSES if error in told],
        changes=[(change, change) for change in _CHANGES],
        **shown,
    )


def _identity(name: str, run: RunIdentity, card: Scorecard) -> dict[str, Any]:
    """Who a run is, as names and values."""
    data, prompt = run.dataset, run.prompt
    chosen = [f"{data.split} split" if data.split else "both splits"]
    chosen += [f"subjects {', '.join(data.subjects)}"] if data.subjects else []
    chosen += [f"ids {', '.join(data.ids)}"] if data.ids else []
    size = f"{scores.count(len(data.cases), 'article')}, {scores.count(data.figures, 'figure')}"
    facts = [
        ("model", run.model),
        ("prompt", f"{prompt.name}@{prompt.version}" if prompt else "none"),
        *([("prompt sha256", prompt.sha256)] if prompt else []),
        ("golden set", f"{size} ({'; '.join(chosen)})"),
        ("golden set sha256", data.sha256),
        ("repeats", str(run.repeats)),
        ("run", f"{wording.day(run.created_at)}, {run.created_at:%H:%M} UTC"),
        ("summarizer", f"{run.summarizer_version}, scorer {card.scorer}"),
    ]
    shown = [(key, wording.one_line(value)) for key, value in facts]
    parts = [size, *chosen, f"golden set {data.sha256[:12]}", wording.day(run.created_at)]
    return {
        "name": name,
        "title": wording.one_line(run.name),
        "line": wording.one_line(" · ".join(parts)),
        "facts": shown,
    }


def _in_words(card: Scorecard) -> list[str]:
    """A scorecard in sentences."""
    errors = card.errors
    labels = card.accuracy.count - card.strict.recall.count
    wrong = card.expected - card.accuracy.count - errors["missed"].count
    extra = {name: errors[name].count for name in ("invented", "forbidden", "duplicate")}
    extra["spurious"] = errors["spurious"].count
    named = ", ".join(f"{count} {name}" for name, count in extra.items() if count)
    missed = errors["missed"].count
    words = [
        f"Of {scores.count(card.expected, 'expected figure')}, {card.accuracy.count:,} came out "
        f"with the right amount ({scores.percent(card.accuracy.value)}); {labels:,} of these "
        f"{'has' if labels == 1 else 'have'} a wrong label. {_are(wrong, 'amount')} wrong, "
        f"{_are(missed, 'figure')} missed"
        + (f", and {_are(sum(extra.values()))} extra ({named})." if named else ".")
    ]
    if not card.complete:
        words.append(
            f"{scores.of(card.answered)} articles have an answer; the figures of the others count "
            "as missed."
        )
    return words


def _are(number: int, noun: str = "") -> str:
    """ "2 figures are", "1 is"."""
    counted = scores.count(number, noun) if noun else f"{number:,}"
    return f"{counted} {'is' if number == 1 else 'are'}"


def _compared(found: Comparison) -> list[str]:
    """What stands behind a comparison's verdict, in sentences."""
    articles = (
        f"{scores.count(found.better, 'article')} better in B, {found.worse:,} worse, "
        f"{found.same:,} the same; {scores.count(len(found.flips), 'figure')} of {found.figures:,} "
        "with another class."
    )
    extras = ", ".join(
        f"{scores.word(name)} {found.extras_a[name]} → {found.extras_b[name]}"
        for name in found.extras_a
    )
    words = [articles, f"Extra figures, A → B: {extras}."]
    if found.strict.verdict != found.amount.verdict:
        words.insert(0, f"With labels (strict accuracy): {scores.VERDICTS[found.strict.verdict]}.")
    return words


def _difference(what: str, found: Difference) -> dict[str, str]:
    interval = found.interval
    span = "–"
    if interval is not None:
        span = f"{scores.points(interval.low)} to {scores.points(interval.high)}"
    return {
        "name": f"{what} accuracy",
        "a": scores.percent(found.a),
        "b": scores.percent(found.b),
        "difference": scores.points(found.difference) if found.difference else "0",
        "interval": span.replace(" points to", " to"),
        "p": f"{found.p:.4f}" if found.p >= 0.0001 else "under 0.0001",
        "detectable": "–" if found.detectable is None else f"{100 * found.detectable:.1f} points",
        "verdict": scores.VERDICTS[found.verdict],
    }
