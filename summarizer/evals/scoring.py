"""The verdicts of one case: every expected and every reported figure gets exactly one class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.evals.amounts import Stated, judge_amount
from summarizer.evals.classes import AMOUNT_FIELDS, EXPECTED, LABEL_FIELDS
from summarizer.evals.labels import same_entity, same_metric, same_period
from summarizer.evals.outcomes import CaseScore, Outcome, Place
from summarizer.evals.pairing import Given, Wanted, elsewhere, find_words, overlaps, pair
from summarizer.evals.reasons import amount_reason, label_reason
from summarizer.grounding.source import Source
from summarizer.models import Article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.evals.classes import ErrorClass, ExtraError, Field
    from summarizer.evals.golden import GoldenCase
    from summarizer.models import KeyFigure, RejectedFigure

SCORER = "1"
"""The version of these rules; a baseline names the one it was made with."""


def score_case(
    golden: GoldenCase,
    article: Article | None,
    figures: Sequence[KeyFigure],
    *,
    rejected: Sequence[RejectedFigure] = (),
    repeat: int = 1,
    failed: str | None = None,
) -> CaseScore:
    """Score the figures that were reported of an article.

    Args:
        golden: What is expected.
        article: The cleaned article that the figures' offsets are into; None where there is no
            answer.
        figures: The figures that were reported.
        rejected: Claims that the checks refused; they say why a figure is missed.
        repeat: Which repeat of the run it is.
        failed: Why there is no answer: all expected figures are missed then.

    Returns:
        One outcome for each expected figure and one for each extra one.
    """
    if article is None or failed is not None:
        reason = failed or "not asked"
        outcomes = [
            Outcome(figure=one.id, predicted=None, error="missed", reason=reason)
            for one in golden.figures
        ]
        return CaseScore(case=golden.id, repeat=repeat, failed=reason, outcomes=tuple(outcomes))
    source = Source(article)
    wanted = [Wanted.of(one, source) for one in golden.figures]
    given = [Given(i, one, Stated.of(one)) for i, one in enumerate(figures)]
    banned = _banned(golden, source, given)
    free = [one for one in given if one.number not in banned]
    pairs = {i: free[j] for i, j in pair(wanted, free, source).items()}
    outcomes = [
        _paired(one, pairs[i]) if i in pairs else _missed(one, rejected)
        for i, one in enumerate(wanted)
    ]
    taken = {one.number for one in pairs.values()}
    answered = [wanted[i] for i in sorted(pairs)]
    outcomes += [
        _extra(one, banned.get(one.number), answered, source)
        for one in given
        if one.number not in taken
    ]
    _check_sum(golden, figures, outcomes)
    return CaseScore(case=golden.id, repeat=repeat, outcomes=tuple(outcomes))


def _check_sum(
    golden: GoldenCase, figures: Sequence[KeyFigure], outcomes: Sequence[Outcome]
) -> None:
    """Every figure is counted once: a fault here is a fault of this program."""
    expected = sorted(one.figure for one in outcomes if one.figure is not None)
    reported = sorted(one.predicted for one in outcomes if one.predicted is not None)
    if (
        expected != sorted(one.id for one in golden.figures)
        or reported != list(range(len(figures)))
        or any((one.error in EXPECTED) != (one.figure is not None) for one in outcomes)
    ):
        msg = f"{golden.id}: the outcomes do not add up to the figures"
        raise AssertionError(msg)


def _banned(golden: GoldenCase, source: Source, given: Sequence[Given]) -> dict[int, str]:
    """The reported figures that stand at a forbidden place, with the reason it is forbidden."""
    found: dict[int, str] = {}
    for one in golden.forbidden:
        places = [place for _, place in find_words(source.normal, one.quote, one.text)]
        for other in given:
            if overlaps(other.place, places):
                found.setdefault(other.number, one.why)
    return found


def _paired(wanted: Wanted, given: Given) -> Outcome:
    golden, figure = wanted.golden, given.figure
    amount = judge_amount(wanted.stated, given.stated)
    fields: dict[Field, bool] = {name: amount.fields[name] for name in AMOUNT_FIELDS}
    if wanted.entities:
        fields["entity"] = same_entity(figure.entity, wanted.entities)
    if wanted.periods:
        fields["period"] = same_period(figure.period, wanted.periods)
    fields["basis"] = figure.basis == golden.basis
    fields["metric"] = same_metric(figure.metric, wanted.metrics, wanted.entities)
    error: ErrorClass = "right"
    reason = ""
    if amount.error:
        error, reason = amount.error, amount_reason(amount.error, wanted.stated, given.stated)
    else:
        for name in LABEL_FIELDS:
            if not fields.get(name, True):
                error, reason = name, label_reason(name, golden, figure)
                break
    return Outcome(
        figure=golden.id,
        predicted=given.number,
        error=error,
        reason=reason,
        fields=fields,
        place=wanted.places[0] if wanted.places else None,
        found=given.place or given.quote,
    )


def _missed(wanted: Wanted, rejected: Sequence[RejectedFigure]) -> Outcome:
    refused = next((one for one in rejected if _claims(one, wanted)), None)
    reason = "not reported"
    if refused is not None:
        reason = f"claimed as '{refused.text}' and refused by the checks: {refused.reason}"
    return Outcome(
        figure=wanted.golden.id,
        predicted=None,
        error="missed",
        reason=reason,
        place=wanted.places[0] if wanted.places else None,
    )


def _claims(refused: RejectedFigure, wanted: Wanted) -> bool:
    """Whether a refused claim was about an expected figure: in its quote, and of its metric."""
    where = refused.evidence
    if where is None or not overlaps(Place(where.start, where.end), wanted.quotes):
        return False
    return same_metric(refused.metric, wanted.metrics, wanted.entities)


def _extra(given: Given, why: str | None, answered: Sequence[Wanted], source: Source) -> Outcome:
    error, reason = ("forbidden", why) if why is not None else _kind(given, answered, source)
    return Outcome(
        figure=None,
        predicted=given.number,
        error=error,
        reason=reason,
        found=given.place or given.quote,
    )


def _kind(given: Given, answered: Sequence[Wanted], source: Source) -> tuple[ExtraError, str]:
    for one in answered:
        if overlaps(given.place, one.places) or elsewhere(one, given, source):
            return "duplicate", f"'{one.golden.id}' is reported already"
    quantity = given.stated.quantity
    stated = any(
        (mention.quantity.value, mention.quantity.high) == (quantity.value, quantity.high)
        and (mention.quantity.kind, mention.quantity.unit) == (quantity.kind, quantity.unit)
        for mention in source.scan.mentions
    )
    if stated:
        return "spurious", "the article states it, and it is not among the expected figures"
    how = f" (a {given.figure.operation.replace('_', ' ')})" if given.figure.operation else ""
    return "invented", f"the article does not state this amount{how}"


def minimal_article(case: str, text: str, *, language: str | None, title: str | None) -> Article:
    """As much of an article as scoring takes: what a row of a run keeps of it."""
    return Article(
        id=case,
        source=case,
        title=title,
        language=language,
        text=text,
        raw_chars=len(text),
        clean_chars=len(text),
    )
