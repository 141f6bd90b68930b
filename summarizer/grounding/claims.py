"""One amount in somebody's prose: where the article states it, and whether of the same thing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from summarizer.grounding.amounts import relate
from summarizer.grounding.contexts import Contradiction, another_subject, contradiction, stated_at
from summarizer.grounding.derive import Derivation, derive
from summarizer.grounding.governing import context_of
from summarizer.grounding.names import around, name_words, other_subject
from summarizer.grounding.normal import normal
from summarizer.grounding.source import LONG_SENTENCE, UNCERTAIN, stems, years_of
from summarizer.grounding.units import CONVERTIBLE
from summarizer.grounding.verdicts import Verdict
from summarizer.models import NumberFinding
from summarizer.quantities import Mention, Quantity, Scan, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.grounding.governing import Context
    from summarizer.grounding.source import Source
    from summarizer.models import Evidence, Status

_ORDER: tuple[Status, ...] = ("verified", "derived", "ambiguous", "mismatch", "unsupported")
_PLACE = {status: place for place, status in enumerate(_ORDER)}
_CLAUSE = re.compile(r"(?<=[.!?;:])\s+|\n+|,\s+(?=(?:while|whereas|but|and)\b)")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")
_SENTENCES_TRIED = 2
_FAR = 3
_PLACES = 50
"""How many equal amounts of an article are held against what is said of one."""
_MANY, _NEAREST = 1_000, 100
"""Of more amounts than this only those next to a claim's value, on either side, are compared."""
_CLAIMS = 32
_SENTENCES_READ = 2_000
_MARGIN = 300
"""What is read on either side of an amount in a list without end."""
_ZERO = Decimal(0)
_ANOTHER = Verdict("unsupported", "amount", "another amount", 6)


class Claim(NamedTuple):
    """A mention in the prose, with what its clause says around it."""

    mention: Mention
    where: str
    clause: str
    stems: frozenset[str]
    names: frozenset[str]
    years: frozenset[str]
    context: Context | None = None

    @classmethod
    def of(cls, mention: Mention, prose: str, found: Scan, where: str) -> Claim:
        """The claim that `prose`, with everything `found` in it, makes by `mention`."""
        span = _clause(prose, mention.start, mention.end)
        if span.end - span.start > LONG_SENTENCE:
            start, end = mention.start - _MARGIN, mention.end + _MARGIN
            span = Span(max(span.start, start), min(span.end, end))
        beside = " ".join(around(prose, found.mentions, mention, span))
        first = bisect_left(found.masks, span.start, key=lambda m: m.start)
        last = bisect_left(found.masks, span.end, key=lambda m: m.start)
        masks = [m for m in found.masks[first:last] if m.end <= span.end]
        clause = prose[span.start : span.end]
        context = context_of(mention, prose, _sentence(prose, mention.core.start), found.mentions)
        names = name_words(beside)
        return cls(mention, where, clause, stems(clause), names, years_of(masks), context)

    def finding(
        self, check: str, status: Status, reason: str, evidence: Evidence | None = None
    ) -> NumberFinding:
        """The outcome of a check of this claim."""
        return NumberFinding(
            check=check,
            status=status,
            reason=reason,
            where=self.where,
            text=self.mention.text,
            start=self.mention.start,
            end=self.mention.end,
            evidence=evidence,
        )


class _Held(NamedTuple):
    """A claim against one amount of the article."""

    verdict: Verdict
    stated: Mention
    overlap: int

    @property
    def telling(self) -> bool:
        """Whether it says something: an equal number of something else, far away, does not."""
        return self.verdict.status == "mismatch" and (
            self.verdict.field != "unit" or self.overlap > 0
        )


def check_claim(claim: Claim, source: Source) -> NumberFinding:
    """Find the amount of the article that decides a claim, and say how."""
    held = _hold(claim, source)
    titles = (_verdict(claim, m, source) for m in source.title_scan.mentions)
    entitled = any(verdict.status == "verified" for verdict in titles)
    if held and held[0].verdict.status in ("verified", "ambiguous"):
        finding = _in_context(claim, source, held)
        if entitled and finding.status == "mismatch" and source.says_in_title(claim.clause):
            reason = f"only the title says so: {finding.reason}"
            return claim.finding(finding.check, "ambiguous", reason, finding.evidence)
        return finding
    if entitled:
        return claim.finding("amount", "verified", "stated in the title")
    telling = held[0] if held and held[0].telling else None
    other_unit = telling is not None and telling.verdict.field == "unit"
    if not other_unit and (found := _derived(claim, source)):
        first, second = found.operands
        reason = f"{found.operation.replace('_', ' ')} of {first.text} and {second.text}"
        span = min(first.start, second.start), max(first.end, second.end)
        return claim.finding("amount", "derived", reason, source.evidence(*span))
    if telling is None:
        return claim.finding("amount", "unsupported", _not_there(claim, held))
    stated = telling.stated
    reason = f"{telling.verdict.reason}; the article says '{stated.text}'"
    evidence = source.evidence(stated.start, stated.end)
    return claim.finding(telling.verdict.field, "mismatch", reason, evidence)


def _near(wanted: Quantity, source: Source) -> Iterable[tuple[Mention, frozenset[str]]]:
    """The amounts of the article, with the stems beside each; of very many, the nearest."""
    if len(source.scan.mentions) <= _MANY or wanted.value is None:
        return islice(zip(source.scan.mentions, source.stems_beside, strict=True), _MANY)
    values, places = source.by_value
    low, high = bisect_left(values, wanted.value), bisect_right(values, wanted.value)
    chosen = places[max(low - _NEAREST, 0) : min(high, low + _NEAREST) + _NEAREST]
    return [(source.scan.mentions[n], source.stems_beside[n]) for n in sorted(chosen)]


def _verdicts(claim: Claim, source: Source) -> list[tuple[Verdict, Mention, frozenset[str]]]:
    """The verdict on each amount of the article that a claim's could be; kept for its repeats."""
    wanted = claim.mention.quantity
    key = wanted, claim.mention.text
    known = source.verdicts.get(key)
    if known is None:
        known = [
            (_verdict(claim, stated, source), stated, beside)
            for stated, beside in _near(wanted, source)
            if stated.quantity.kind == wanted.kind
            or stated.quantity.value == wanted.value
            or (stated.quantity.kind, wanted.kind) in CONVERTIBLE
        ]
        if len(source.verdicts) >= _CLAIMS:
            source.verdicts.clear()
        source.verdicts[key] = known
    return known


def _hold(claim: Claim, source: Source) -> list[_Held]:
    """The claim against every amount it could be, the most favourable and most like it first."""
    held = [
        _Held(verdict, stated, len(claim.stems & beside))
        for verdict, stated, beside in _verdicts(claim, source)
    ]
    held.sort(key=lambda h: (_PLACE[h.verdict.status], -h.overlap, h.verdict.rank))
    return held


@lru_cache(maxsize=8)
def _borders(pattern: re.Pattern[str], text: str) -> tuple[list[int], list[int]]:
    """Where the borders in a text begin and end; both begin and end of the text are borders."""
    found = [match.span() for match in pattern.finditer(text)]
    return [*(start for start, _ in found), len(text)], [0, *(end for _, end in found)]


def _sentence(text: str, offset: int) -> Span:
    starts, ends = _borders(_SENTENCE, text)
    place = min(bisect_right(starts, offset), len(starts) - 1)
    return Span(ends[place], starts[place])


def _clause(text: str, start: int, end: int) -> Span:
    starts, ends = _borders(_CLAUSE, text)
    right = min(bisect_left(starts, end), len(starts) - 1)
    return Span(ends[bisect_right(ends, start) - 1], starts[right])


def _verdict(claim: Claim, stated: Mention, source: Source) -> Verdict:
    said = claim.mention
    if said.quantity.value is None and normal(said.text) != normal(stated.text):
        return Verdict("unsupported", "amount", "not in the article", 9)
    if _far_apart(said.quantity, stated.quantity):
        return _ANOTHER
    verdict = relate(said.quantity, stated.quantity)
    if verdict.status == "ambiguous" and said.quantity.kind == stated.quantity.kind == "count":
        # Another noun may be another word, but not where the article has that word elsewhere.
        number = source.article.sentence_at(stated.core.start)
        here = source.sentence_stems[number - 1] if number else frozenset()
        if (stems(said.quantity.unit or "") - here) & source.stems:
            return Verdict("mismatch", "unit", verdict.reason, 1)
    return verdict


def _far_apart(a: Quantity, b: Quantity) -> bool:
    """Whether two single amounts of one kind are neither near nor of the same digits.

    It spares the whole comparison for most amounts of a long article. Of two amounts of one unit,
    near are those that the claim `a` may be rounded from.
    """
    if a.kind != b.kind or a.kind == "duration" or not a.value or not b.value:
        return False
    if a.high is not None or b.high is not None:
        return False
    one, other = abs(a.value), abs(b.value)
    if one > 2 * other or other > 2 * one:
        return _digits(one) != _digits(other)
    if a.unit != b.unit or a.per != b.per or a.comparator is not None:
        return False
    if one != a.value or other != b.value or abs(one - other) <= (a.precision or _ZERO):
        return False
    return _digits(one) != _digits(other)


@lru_cache(maxsize=4096)
def _digits(value: Decimal) -> tuple[int, ...]:
    """The digits of an amount without the zeros at their end."""
    return value.normalize().as_tuple().digits


def _alike(claim: Claim, held: Sequence[_Held]) -> list[_Held]:
    """The amounts of the claim's kind and unit, those in the most similar sentences first."""
    wanted = claim.mention.quantity

    def same(h: _Held) -> bool:
        return (h.stated.quantity.kind, h.stated.quantity.unit) == (wanted.kind, wanted.unit)

    def order(h: _Held) -> tuple[int, Decimal]:
        return -h.overlap, abs((h.stated.quantity.value or _ZERO) - (wanted.value or _ZERO))

    return sorted(filter(same, held), key=order)


def _not_there(claim: Claim, held: Sequence[_Held]) -> str:
    """Name the amount of this kind in the sentence that is most like the claim, if any is."""
    alike = _alike(claim, held)
    if not alike or not alike[0].overlap:
        return "not in the article"
    return f"not in the article, which says '{alike[0].stated.text}'"


def _in_context(claim: Claim, source: Source, held: Sequence[_Held]) -> NumberFinding:
    """The amount is right; is it said of the same thing and the same time?

    The first place that agrees in everything counts, one on an uncertain line only where there is
    no other; when none does, the first contradiction.
    """
    contradictions: list[NumberFinding] = []
    doubtful: list[NumberFinding] = []
    status = held[0].verdict.status
    if reason := _elsewhere(claim, held):
        evidence = source.evidence(held[0].stated.start, held[0].stated.end)
        return claim.finding("context", "mismatch", reason, evidence)
    for verdict, stated, _ in held[:_PLACES]:
        if verdict.status != status:
            break
        evidence = source.evidence(stated.start, stated.end)
        if reason := other_subject(claim.names, stated, source):
            contradictions.append(claim.finding("entity", "mismatch", reason, evidence))
        elif reason := _other_year(claim.years, stated, source):
            contradictions.append(claim.finding("period", "mismatch", reason, evidence))
        elif other := _said_otherwise(claim, stated, source):
            contradictions.append(claim.finding(other.check, "mismatch", other.reason, evidence))
        elif source.is_uncertain(stated):
            doubtful.append(claim.finding("place", "ambiguous", UNCERTAIN, evidence))
        else:
            return claim.finding(verdict.field, status, verdict.reason, evidence)
    return (doubtful or contradictions)[0]


def _said_otherwise(claim: Claim, stated: Mention, source: Source) -> Contradiction | None:
    """What the claim's words say of the amount that the article's words contradict."""
    there = stated_at(stated, source)
    if claim.context is None or there is None:
        return None
    return contradiction(claim.context, there) or another_subject(claim.context, there, source)


def _elsewhere(claim: Claim, held: Sequence[_Held]) -> str | None:
    """Why an equal amount is not the claim's: it stands where the article speaks of other things.

    A sentence that shares far more words with the claim has an amount of the same kind, and
    another one; where the equality is one of rounding, a sentence that shares as many will do.
    """
    best, alike = held[0], _alike(claim, held)
    if not alike or alike[0].stated is best.stated:
        return None
    rival = alike[0]
    lost_bound = rival.verdict.field == "comparator" and rival.overlap > best.overlap + 1
    far = rival.overlap >= _FAR * best.overlap + _FAR
    nearer = best.verdict.rank > 1 and rival.overlap > best.overlap
    if not (lost_bound or far or nearer):
        return None
    return f"stands elsewhere; where the article speaks of this it says '{rival.stated.text}'"


def _other_year(years: frozenset[str], stated: Mention, source: Source) -> str | None:
    """Why the claim's years are not those of the sentence that states the amount."""
    there = years_of(source.masks_in(*source.sentence_span(stated.core.start)))
    if not years or not there or years & there:
        return None
    return f"the article says this of {', '.join(sorted(there))}"


def _derived(claim: Claim, source: Source) -> Derivation | None:
    """Try the sentences that share words with the claim, the most like it first."""
    read = source.sentence_stems[:_SENTENCES_READ]
    scores = [(len(claim.stems & found), n) for n, found in enumerate(read)]
    for score, number in sorted(scores, key=lambda pair: (-pair[0], pair[1]))[:_SENTENCES_TRIED]:
        if not score:
            return None
        mentions = source.mentions_in(*source.article.sentences[number])
        if derivation := derive(claim.mention.quantity, mentions, claim.clause):
            return derivation
    return None
