"""Summaries in, one reconciliation out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from summarizer.conflicts.copies import copies
from summarizer.conflicts.facts import Voice
from summarizer.conflicts.groups import groups_of
from summarizer.conflicts.inside import contradictions
from summarizer.grounding.source import DATED
from summarizer.models import ReconciledSource, Reconciliation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.models import Summary


def reconcile_summaries(summaries: Sequence[Summary]) -> Reconciliation:
    """Set summaries of several articles on one event side by side.

    Args:
        summaries: Two or more, each with its article; their ids differ.

    Returns:
        The groups of figures that at least two sources state, with how they go together.
    """
    origins = copies([summary.article.text for summary in summaries])
    voices = tuple(Voice(place, summary, origins[place]) for place, summary in enumerate(summaries))
    groups = groups_of(voices, _year(voices))
    compared = {
        (figure.id, figure.start, figure.end) for group in groups for figure in group.figures
    }
    total = sum(len(voice.facts) for voice in voices)
    return Reconciliation(
        sources=tuple(_source(voice, voices, compared) for voice in voices),
        groups=groups,
        contradictions=tuple(c for voice in voices for c in contradictions(voice.source)),
        compared=len(compared),
        not_compared=total - len(compared),
    )


def _source(
    voice: Voice, voices: tuple[Voice, ...], compared: set[tuple[str, int, int]]
) -> ReconciledSource:
    return ReconciledSource(
        id=voice.id,
        source=voice.article.source,
        title=voice.article.title,
        published=voice.article.published,
        figures=len(voice.facts),
        compared=sum(1 for name, _, _ in compared if name == voice.id),
        copy_of=None if voice.voice == voice.place else voices[voice.voice].id,
    )


def _year(voices: tuple[Voice, ...]) -> int | None:
    """The year of the newest source by its date, else the one that the texts name most often."""
    dated = [v.article.published.year for v in voices if v.article.published]
    if dated:
        return max(dated)
    named = Counter(
        int(mask.value[:4])
        for voice in voices
        for mask in voice.source.scan.masks
        if mask.kind in DATED and mask.value and mask.value[:4].isdigit()
    )
    return max(named, key=lambda year: (named[year], year), default=None)
