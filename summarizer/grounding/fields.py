"""The words around an amount: of whom, what and when, each held against the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.grounding.basis_words import NOT_STATED
from summarizer.grounding.contexts import contradiction, stated_at
from summarizer.grounding.governing import said_of
from summarizer.grounding.names import name_words, other_subject
from summarizer.grounding.normal import normal
from summarizer.grounding.source import stems, years_of
from summarizer.grounding.verdicts import BOUND_WORDS
from summarizer.models import Finding
from summarizer.quantities import scan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.grounding.source import Source
    from summarizer.models import DraftFigure
    from summarizer.quantities import Mention

_OPPOSITE = {("gt", "lt"), ("gt", "le"), ("ge", "lt"), ("ge", "le")}


def check_fields(draft: DraftFigure, mention: Mention, source: Source) -> Iterator[Finding]:
    """Check everything that a draft says of an amount besides the amount itself."""
    yield from _comparator(draft, mention)
    yield from _direction(draft, mention)
    yield from _entity(draft, mention, source)
    yield from _period(draft, mention, source)
    yield from _metric(draft, mention, source)
    yield from _governed(draft, mention, source)
    if any(span.start <= mention.start < span.end for span in source.article.uncertain):
        reason = "stands on a line that may not be the article's"
        yield Finding(check="place", status="ambiguous", reason=reason)


def _comparator(draft: DraftFigure, mention: Mention) -> Iterator[Finding]:
    """The words decide; only an engine that read the contrary has misread the sentence."""
    read, stated = draft.comparator, mention.quantity.comparator
    if read and stated and ((read, stated) in _OPPOSITE or (stated, read) in _OPPOSITE):
        reason = f"read as '{BOUND_WORDS[read]}', the article says '{BOUND_WORDS[stated]}'"
        yield Finding(check="comparator", status="mismatch", reason=reason)


def _direction(draft: DraftFigure, mention: Mention) -> Iterator[Finding]:
    read, stated = draft.direction, mention.quantity.direction
    if read and stated and read != stated:
        reason = f"read as {read}, the article says {stated}"
        yield Finding(check="direction", status="mismatch", reason=reason)


def _entity(draft: DraftFigure, mention: Mention, source: Source) -> Iterator[Finding]:
    if not draft.entity:
        return
    entity = normal(draft.entity).casefold()
    named = name_words(draft.entity) or frozenset(entity.split())
    if entity not in source.folded and not all(word in source.folded for word in named):
        reason = f"'{draft.entity}' is not in the article"
        yield Finding(check="entity", status="mismatch", reason=reason)
    elif reason := other_subject(named, mention, source) or "":
        yield Finding(check="entity", status="mismatch", reason=reason)


def _period(draft: DraftFigure, mention: Mention, source: Source) -> Iterator[Finding]:
    if not draft.period:
        return
    claimed = years_of(scan(draft.period, source.article.language).masks)
    there = years_of(source.masks_in(*source.sentence_span(mention.core.start)))
    if claimed and there and not claimed & there:
        reason = f"'{draft.period}', but the sentence speaks of {', '.join(sorted(there))}"
        yield Finding(check="period", status="mismatch", reason=reason)
    elif claimed - source.years:
        missing = ", ".join(sorted(claimed - source.years))
        reason = f"{missing} is not in the article"
        yield Finding(check="period", status="mismatch", reason=reason)
    elif normal(draft.period).casefold() not in source.folded:
        unknown = sorted(stem for stem in stems(draft.period) if stem not in source.folded)
        if unknown:
            reason = f"the article does not say '{draft.period}'"
            yield Finding(check="period", status="ambiguous", reason=reason)


def _governed(draft: DraftFigure, mention: Mention, source: Source) -> Iterator[Finding]:
    """What the words around the amount say otherwise, or do not say at all."""
    stated = stated_at(mention, source)
    if stated is None:
        return
    there = stated.context
    said = said_of(metric=draft.metric, entity=draft.entity, period=draft.period, basis=draft.basis)
    if found := contradiction(said, stated):
        yield Finding(check=found.check, status="mismatch", reason=found.reason)
    unread = mention.quantity.direction is None
    if unread and draft.direction and there.trend and draft.direction != there.trend:
        reason = f"read as {draft.direction}, the article says {there.trend}"
        yield Finding(check="direction", status="mismatch", reason=reason)
    if draft.basis != "stated" and there.basis in (None, "stated"):
        sentence = source.text[slice(*source.sentence_span(mention.core.start))]
        if not any(words.search(sentence) for words in NOT_STATED):
            reason = f"nothing in the sentence says '{draft.basis}'"
            yield Finding(check="basis", status="ambiguous", reason=reason)


def _metric(draft: DraftFigure, mention: Mention, source: Source) -> Iterator[Finding]:
    """What is measured is the engine's wording; it must share a word with what stands around."""
    number = source.article.sentence_at(mention.core.start)
    around = [source.article.title or ""]
    around += [source.article.sentence(n) for n in (number - 1, number) if n >= 1] if number else []
    if not stems(draft.metric) & stems(" ".join(around)):
        reason = f"nothing beside the amount says '{draft.metric}'"
        yield Finding(check="metric", status="ambiguous", reason=reason)
