"""Summaries in, one reconciliation out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.conflicts.copies import copies
from summarizer.conflicts.facts import Voice
from summarizer.conflicts.groups import groups_of
from summarizer.conflicts.inside import contradictions
from summarizer.conflicts.texts import year_of
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
    groups = groups_of(voices, year_of([voice.source for voice in voices]))
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
