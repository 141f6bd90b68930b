"""The words around an amount: of whom, what and when, each held against the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.grounding.basis_words import NOT_STATED
from summarizer.grounding.contexts import contradiction, stated_at
from summarizer.grounding.entities import check_entity
from summarizer.grounding.governing import said_of
from summarizer.grounding.source import UNCERTAIN, stems
from summarizer.grounding.verdicts import BOUND_WORDS
from summarizer.models import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.grounding.source import Source
    from summarizer.models import DraftFigure
    from summarizer.quantities import Mention

_BEGINNING = re.compile(r"\b(?:start|beginning|January)\b", re.IGNORECASE)
_OPPOSITE = {("gt", "lt"), ("gt", "le"), ("ge", "lt"), ("ge", "le")}


def check_fields(draft: DraftFigure, mention: Mention, source: Source) -> Iterator[Finding]:
    """Check everything that a draft says of an amount besides the amount itself."""
    yield from _comparator(draft, mention)
    yield from _direction(draft, mention)
    if whose := check_entity(draft.entity, mention, source):
        yield whose
    yield from _metric(draft, mention, source)
    yield from _governed(draft, mention, source)
    if source.is_uncertain(mention):
        yield Finding(check="place", status="ambiguous", reason=UNCERTAIN)


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


def _governed(draft: DraftFigure, mention: Mention, source: Source) -> Iterator[Finding]:
    """What the words around the amount say otherwise, or do not say at all."""
    stated = stated_at(mention, source)
    if stated is None:
        return
    there = stated.context
    said = said_of(metric=draft.metric, entity=draft.entity, period=draft.period, basis=draft.basis)
    years = said.times.of("year")
    if years and not _BEGINNING.search(draft.period or ""):
        day = source.calendar.reference
        if day is not None and str(day.year) in years:
            said = said._replace(times=said.times._replace(prior=False))
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
    around = [stems(source.article.title or "")]
    around += source.sentence_stems[max(number - 2, 0) : number] if number else ()
    wanted = stems(draft.metric)
    if all(map(wanted.isdisjoint, around)):
        reason = f"nothing beside the amount says '{draft.metric}'"
        yield Finding(check="metric", status="ambiguous", reason=reason)
