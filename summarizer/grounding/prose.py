"""Every number in somebody's prose, held against the article."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from summarizer.grounding.amounts import Verdict, relate
from summarizer.grounding.derive import Derivation, derive
from summarizer.grounding.names import around, name_words, other_subject
from summarizer.grounding.normal import normal
from summarizer.grounding.source import DATED, day_of, stems, years_of
from summarizer.models import NumberFinding
from summarizer.quantities import Mask, Mention, Scan, Span, scan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.grounding.source import Source
    from summarizer.models import Evidence, Status

_ORDER: tuple[Status, ...] = ("verified", "derived", "ambiguous", "mismatch", "unsupported")
_NAMED = ("name", "version", "identifier")
_SENTENCES_TRIED = 8
_FAR = 3
_DIGITS = re.compile(r"\S*\d\S*")
ZERO = Decimal(0)
_CLAUSE = re.compile(r"(?<=[.!?;:])\s+|\n+|,\s+(?=(?:while|whereas|but|and)\b)")


class _Claim(NamedTuple):
    """A mention in the prose, with what its clause says around it."""

    mention: Mention
    where: str
    stems: frozenset[str]
    names: frozenset[str]
    years: frozenset[str]

    @classmethod
    def of(cls, mention: Mention, prose: str, found: Scan, where: str) -> _Claim:
        span = _clause(prose, mention.start, mention.end)
        beside = " ".join(around(prose, found.mentions, mention, span))
        clause = prose[span.start : span.end]
        masks = [m for m in found.masks if span.start <= m.start and m.end <= span.end]
        return cls(mention, where, stems(clause), name_words(beside), years_of(masks))

    def finding(
        self, check: str, status: Status, reason: str, evidence: Evidence | None = None
    ) -> NumberFinding:
        return _finding(self.mention, self.where, check, status, reason, evidence)


class _Held(NamedTuple):
    """A claim against one amount of the article."""

    verdict: Verdict
    stated: Mention
    overlap: int


def check_numbers(prose: str, source: Source, *, where: str = "summary") -> list[NumberFinding]:
    """Check every quantity, date and numbered name of `prose` against the article.

    Returns:
        A finding for each, in order; offsets are into `prose`.
    """
    found = scan(prose, source.article.language)
    claims = (_Claim.of(mention, prose, found, where) for mention in found.mentions)
    findings = [_check_claim(claim, source) for claim in claims]
    checked = (mask for mask in found.masks if mask.kind in DATED or mask.kind in _NAMED)
    findings.extend(_check_mask(mask, source, where) for mask in checked)
    findings.extend(_unread(prose, found, source, where))
    return sorted(findings, key=lambda finding: finding.start)


def _unread(prose: str, found: Scan, source: Source, where: str) -> Iterator[NumberFinding]:
    """Digits that are neither a quantity nor anything else known, such as "$350,00.0"."""
    known = [(item.start, item.end) for item in (*found.mentions, *found.masks)]
    for word in _DIGITS.finditer(prose):
        start, end = word.span()
        if any(low < end and start < high for low, high in known):
            continue
        there = source.locate(word.group())
        status: Status = "verified" if there else "unsupported"
        reason = "in the article" if there else "cannot be read, and is not in the article"
        yield NumberFinding(
            check="digits",
            status=status,
            reason=reason,
            where=where,
            text=word.group(),
            start=start,
            end=end,
            evidence=there,
        )


def _finding(
    item: Mention | Mask,
    where: str,
    check: str,
    status: Status,
    reason: str,
    evidence: Evidence | None = None,
) -> NumberFinding:
    return NumberFinding(
        check=check,
        status=status,
        reason=reason,
        where=where,
        text=item.text,
        start=item.start,
        end=item.end,
        evidence=evidence,
    )


def _clause(text: str, start: int, end: int) -> Span:
    left = 0
    for border in _CLAUSE.finditer(text):
        if border.end() <= start:
            left = border.end()
        elif border.start() >= end:
            return Span(left, border.start())
    return Span(left, len(text))


def _check_claim(claim: _Claim, source: Source) -> NumberFinding:
    held = [
        _Held(_verdict(claim.mention, stated), stated, _overlap(claim, stated, source))
        for stated in source.scan.mentions
    ]
    held.sort(key=lambda h: (_ORDER.index(h.verdict.status), h.verdict.rank, -h.overlap))
    best = held[0] if held else None
    if best is not None and best.verdict.status in ("verified", "ambiguous"):
        return _in_context(claim, source, held)
    telling = best is not None and _telling(best)
    if not (telling and best.verdict.field == "unit") and (found := _derived(claim, source)):
        first, second = found.operands
        reason = f"{found.operation.replace('_', ' ')} of {first.text} and {second.text}"
        span = min(first.start, second.start), max(first.end, second.end)
        return claim.finding("amount", "derived", reason, source.evidence(*span))
    if best is None or not telling:
        return claim.finding("amount", "unsupported", _not_there(claim, held))
    reason = f"{best.verdict.reason}; the article says '{best.stated.text}'"
    evidence = source.evidence(best.stated.start, best.stated.end)
    return claim.finding(best.verdict.field, "mismatch", reason, evidence)


def _alike(claim: _Claim, held: Sequence[_Held]) -> list[_Held]:
    """The amounts of the claim's kind and unit, those in the most similar sentences first."""
    wanted = claim.mention.quantity
    alike = [
        h
        for h in held
        if (h.stated.quantity.kind, h.stated.quantity.unit) == (wanted.kind, wanted.unit)
    ]

    def order(h: _Held) -> tuple[int, Decimal]:
        return -h.overlap, abs((h.stated.quantity.value or ZERO) - (wanted.value or ZERO))

    return sorted(alike, key=order)


def _not_there(claim: _Claim, held: Sequence[_Held]) -> str:
    """Name the amount of this kind in the sentence that is most like the claim, if any is."""
    alike = _alike(claim, held)
    if not alike or not alike[0].overlap:
        return "not in the article"
    return f"not in the article, which says '{alike[0].stated.text}'"


def _verdict(claim: Mention, stated: Mention) -> Verdict:
    if claim.quantity.value is None and normal(claim.text) != normal(stated.text):
        return Verdict("unsupported", "amount", "not in the article", 9)
    return relate(claim.quantity, stated.quantity)


def _telling(held: _Held) -> bool:
    """Whether a mismatch says something: a stray equal number in another sentence does not."""
    if held.verdict.status != "mismatch":
        return False
    return held.verdict.field != "unit" or held.overlap > 0


def _elsewhere(claim: _Claim, best: _Held, held: Sequence[_Held]) -> str | None:
    """Why an equal amount is not the claim's: it stands where the article speaks of other things.

    Only where the difference is great: a sentence that shares far more words with the claim has
    an amount of the same kind, and another one.
    """
    alike = _alike(claim, held)
    if not alike or alike[0].overlap < _FAR * best.overlap + _FAR:
        return None
    return f"stands elsewhere; where the article speaks of this it says '{alike[0].stated.text}'"


def _overlap(claim: _Claim, stated: Mention, source: Source) -> int:
    number = source.article.sentence_at(stated.core.start)
    return len(claim.stems & source.sentence_stems[number - 1]) if number else 0


def _in_context(claim: _Claim, source: Source, held: Sequence[_Held]) -> NumberFinding:
    """The amount is right; is it said of the same thing and the same time?

    The first place that agrees in everything counts; when none does, the first contradiction.
    """
    contradictions: list[NumberFinding] = []
    status = held[0].verdict.status
    if reason := _elsewhere(claim, held[0], held):
        evidence = source.evidence(held[0].stated.start, held[0].stated.end)
        return claim.finding("context", "mismatch", reason, evidence)
    for verdict, stated, _ in held:
        if verdict.status != status:
            break
        evidence = source.evidence(stated.start, stated.end)
        if reason := other_subject(claim.names, stated, source):
            contradictions.append(claim.finding("entity", "mismatch", reason, evidence))
        elif reason := _other_year(claim.years, stated, source):
            contradictions.append(claim.finding("period", "mismatch", reason, evidence))
        else:
            return claim.finding(verdict.field, status, verdict.reason, evidence)
    return contradictions[0]


def _other_year(years: frozenset[str], stated: Mention, source: Source) -> str | None:
    """Why the claim's years are not those of the sentence that states the amount."""
    there = years_of(source.masks_in(*source.sentence_span(stated.core.start)))
    if not years or not there or years & there:
        return None
    return f"the article says this of {', '.join(sorted(there))}"


def _derived(claim: _Claim, source: Source) -> Derivation | None:
    """Try the sentences that share words with the claim, the most like it first."""
    scores = [(len(claim.stems & found), n) for n, found in enumerate(source.sentence_stems)]
    for score, number in sorted(scores, key=lambda pair: (-pair[0], pair[1]))[:_SENTENCES_TRIED]:
        if not score:
            return None
        span = source.article.sentences[number]
        if derivation := derive(claim.mention.quantity, source.mentions_in(*span)):
            return derivation
    return None


def _check_mask(mask: Mask, source: Source, where: str) -> NumberFinding:
    if normal(mask.text).casefold() in source.folded:
        return _finding(mask, where, mask.kind, "verified", "in the article")
    if mask.kind in _NAMED:
        return _finding(mask, where, mask.kind, "unsupported", "this name is not in the article")
    status, reason = _date_status(mask, source)
    return _finding(mask, where, mask.kind, status, reason)


def _date_status(mask: Mask, source: Source) -> tuple[Status, str]:
    """A date may be written in another way: its year must be there, and its month and day."""
    if years_of((mask,)) - source.years:
        return "unsupported", "this date is not in the article"
    rest = day_of(mask.value or "")
    if rest and not any(r.startswith(rest) or rest.startswith(r) for r in source.days):
        return "unsupported", "this date is not in the article"
    return "verified", "in the article, written otherwise"
