"""One claimed figure: find its quote, read its amount from the article, check what it says."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from summarizer.grounding.amounts import relate
from summarizer.grounding.contexts import stated_at
from summarizer.grounding.derive import Derivation, derive
from summarizer.grounding.fields import check_fields
from summarizer.grounding.normal import normal
from summarizer.grounding.periods import check_period
from summarizer.grounding.verdicts import Verdict
from summarizer.models import (
    Evidence,
    Figure,
    Finding,
    KeyFigure,
    RejectedFigure,
    Status,
    fields_of,
)
from summarizer.quantities import Mention, Quantity, Span, parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.grounding.source import Source
    from summarizer.models import DraftFigure

STATUSES: tuple[Status, ...] = ("verified", "derived", "ambiguous", "mismatch", "unsupported")
"""From good to bad."""


def worst(findings: Sequence[Finding]) -> Status:
    """The status of a whole: that of its worst finding, "verified" without any."""
    return max((f.status for f in findings), key=STATUSES.index, default="verified")


_BY_CONVENTION = ("USD", "GBP")
"""What a bare "$" and "pounds" mean in English news."""


_CHANGES = ("percent", "percentage_point", "basis_point")
"""Amounts that a minus may stand before for "fell by"; of others it makes another amount."""


_LEVEL, _BEFORE = re.compile(r"\b(?:to|from)\s+$"), 10


class _Reading(NamedTuple):
    """What the article says where the quote stands."""

    finding: Finding
    mention: Mention | None = None
    derived: Quantity | None = None
    derivation: Derivation | None = None


def ground_figure(draft: DraftFigure, source: Source) -> KeyFigure | RejectedFigure:
    """Check a claim and give it a status; its amount is read from the article, never taken over.

    Returns:
        A key figure if every finding is verified, derived or ambiguous, else a rejected one with
        the reasons.
    """
    evidence = source.locate(draft.quote, _pointed_at(draft, source))
    if evidence is None:
        finding = Finding(check="quote", status="unsupported", reason=_missing(draft, source))
        return _reject(draft, [finding])
    mentions = source.mentions_in(evidence.start, evidence.end)
    reading = _cut(evidence, mentions) or _read(draft, mentions, source, evidence)
    findings = [reading.finding]
    if reading.mention:
        findings += _assumed(reading.mention, source)
        period = check_period(draft.period, reading.mention, source, evidence.quote)
        findings += [period.finding] if period.finding else []
        findings += check_fields(draft, reading.mention, source)
    status = worst(findings)
    if reading.mention is None or status in ("mismatch", "unsupported"):
        return _reject(draft, findings, evidence, reading.mention or next(iter(mentions), None))
    if period.label != draft.period:
        draft = draft.model_copy(update={"period": period.label})
    return _accept(draft, findings, source, evidence, reading)


def _pointed_at(draft: DraftFigure, source: Source) -> Span | None:
    sentences = source.article.sentences
    if draft.sentence and 1 <= draft.sentence <= len(sentences):
        return sentences[draft.sentence - 1]
    return None


def _missing(draft: DraftFigure, source: Source) -> str:
    """Why a quote was not found, as precisely as can be said."""
    wanted = normal(draft.quote).strip().casefold()
    for reason, words in source.removed:
        if wanted and wanted in words:
            kind = reason.replace("_", " ")
            where = "a part of the page that is not the article"
            if draft.amount.strip() and source.says_in_title(draft.amount):
                return f"stands only in the title and in {where} ({kind})"
            return f"stands only in {where} ({kind})"
    return "these words are not in the article"


def _assumed(mention: Mention, source: Source) -> list[Finding]:
    """A currency that the words leave open, and for which there is no convention.

    A bare "$" is by convention the US dollar, but not in the news of a country with its own.
    """
    quantity = mention.quantity
    if "unit" not in quantity.assumed or quantity.kind != "money":
        return []
    reason = f"'{mention.text}' does not say whose; taken for {quantity.unit}"
    if quantity.unit in _BY_CONVENTION and not quantity.cents:
        other = source.home_dollar if quantity.unit == "USD" else None
        if other is None:
            return []
        reason = f"{reason}, may be {other}"
    return [Finding(check="unit", status="ambiguous", reason=reason)]


def _cut(evidence: Evidence, mentions: Sequence[Mention]) -> _Reading | None:
    """A quote that ends inside an amount would change it: "$16" of "$16.3 million"."""
    for mention in mentions:
        if mention.core.start < evidence.start or mention.core.end > evidence.end:
            reason = f"the quote cuts the amount '{mention.text}'"
            return _Reading(Finding(check="quote", status="mismatch", reason=reason))
    return None


def _read(
    draft: DraftFigure, mentions: Sequence[Mention], source: Source, evidence: Evidence
) -> _Reading:
    """Find the amount that the draft points at among those in its quote."""
    wanted = normal(draft.amount).strip()
    for mention in mentions:
        core = source.text[mention.core.start : mention.core.end]
        if wanted in (normal(mention.text), normal(core)):
            return _Reading(Finding(check="amount", status="verified", reason="quoted"), mention)
    claim = parse(draft.amount, source.article.language)
    if claim is None or not mentions:
        return _Reading(_no_amount(draft, source, evidence))
    held = [(_without_bound(claim, mention, source), mention) for mention in mentions]
    # An amount that equals the claim's but for its bound is the one that is meant.
    held.sort(key=lambda pair: pair[1].quantity.value != claim.value)
    if held[0][0].field == "comparator" and held[0][1].quantity.value == claim.value:
        return _Reading(_wrong_amount(draft, held[:1]))
    for verdict, mention in held:
        if verdict.status in ("verified", "ambiguous"):
            finding = Finding(check=verdict.field, status=verdict.status, reason=verdict.reason)
            return _Reading(finding, mention)
    if derivation := derive(claim, mentions, f"{draft.metric} {draft.quote}"):
        operands = " and ".join(mention.text for mention in derivation.operands)
        reason = f"{derivation.operation.replace('_', ' ')} of {operands}"
        finding = Finding(check="amount", status="derived", reason=reason)
        return _Reading(finding, derivation.operands[0], claim, derivation)
    return _Reading(_wrong_amount(draft, held))


def _without_bound(claim: Quantity, mention: Mention, source: Source) -> Verdict:
    """The amount's words may leave out a bound that the article has: the article's one counts.

    They may also have a minus where the article's words say "fell by"; not where it fell to.
    """
    if claim.comparator is None:
        claim = replace(claim, comparator=mention.quantity.comparator)
    verdict = relate(claim, mention.quantity)
    negative = (claim.value or 0) < 0 < (mention.quantity.value or 0)
    if negative and verdict.status in ("verified", "ambiguous") and _is_level(mention, source):
        return Verdict("mismatch", "sign", "the sign is the other one", 1)
    return verdict


def _is_level(mention: Mention, source: Source) -> bool:
    """Whether an amount is what something came to, and neither a change nor a loss."""
    if _LEVEL.search(source.text[: mention.start][-_BEFORE:]):
        return True
    stated = stated_at(mention, source)
    lost = stated is not None and "loss" in stated.context.classes
    return mention.quantity.kind not in _CHANGES and not lost


def _no_amount(draft: DraftFigure, source: Source, evidence: Evidence) -> Finding:
    wanted = normal(draft.amount).strip()
    for mask in source.masks_in(evidence.start, evidence.end):
        if wanted in normal(mask.text) or normal(mask.text) in wanted:
            reason = f"'{mask.text}' is no quantity ({mask.kind})"
            return Finding(check="amount", status="unsupported", reason=reason)
    whose = f"'{draft.amount}'" if source.mentions_in(evidence.start, evidence.end) else "the quote"
    reason = f"{whose} states no amount"
    return Finding(check="amount", status="unsupported", reason=reason)


def _wrong_amount(draft: DraftFigure, held: Sequence[tuple[Verdict, Mention]]) -> Finding:
    verdict, mention = min(held, key=lambda pair: (STATUSES.index(pair[0].status), pair[0].rank))
    reason = f"'{draft.amount}', but the quote says '{mention.text}': {verdict.reason}"
    return Finding(check=verdict.field, status="mismatch", reason=reason)


def _reject(
    draft: DraftFigure,
    findings: Sequence[Finding],
    evidence: Evidence | None = None,
    nearest: Mention | None = None,
) -> RejectedFigure:
    status = worst(findings)
    return RejectedFigure(
        text=draft.amount,
        quote=draft.quote,
        metric=draft.metric,
        entity=draft.entity,
        period=draft.period,
        basis=draft.basis,
        importance=draft.importance,
        status=status,
        reason=next(f.reason for f in findings if f.status == status),
        findings=tuple(findings),
        evidence=evidence,
        nearest=Figure.of(nearest) if nearest else None,
    )


def _accept(
    draft: DraftFigure,
    findings: Sequence[Finding],
    source: Source,
    evidence: Evidence,
    reading: _Reading,
) -> KeyFigure:
    assert reading.mention is not None  # noqa: S101 - the caller looked
    stated = reading.mention
    operands: tuple[Evidence, ...] = ()
    if reading.derived and reading.derivation:
        stated = Mention(
            evidence.quote,
            evidence.start,
            evidence.end,
            reading.mention.core,
            reading.derived,
        )
        operands = tuple(source.evidence(m.start, m.end) for m in reading.derivation.operands)
    else:
        # A quote may leave out the bound beside its amount; the evidence does not.
        start = min(evidence.start, reading.mention.start)
        end = max(evidence.end, reading.mention.end)
        if (start, end) != (evidence.start, evidence.end):
            evidence = source.evidence(start, end)
    return KeyFigure(
        **fields_of(stated),
        metric=draft.metric,
        entity=draft.entity,
        period=draft.period,
        basis=draft.basis,
        importance=draft.importance,
        evidence=evidence,
        status=worst(findings),
        findings=tuple(findings),
        operation=reading.derivation.operation if reading.derivation else None,
        operands=operands,
    )
