"""A whole draft against its article: what stands, what is rejected, what the engine should hear."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.grounding.figures import ground_figure
from summarizer.grounding.prose import check_numbers
from summarizer.models import Evidence, KeyFigure, KeyPoint, NumberFinding, RejectedFigure
from summarizer.quantities import scan_once

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.grounding.source import Source
    from summarizer.models import Draft, DraftPoint

_BAD = ("mismatch", "unsupported")
_SENTENCE_END = re.compile(r"(?<=[.!?。！？])[\"'”’)]*\s+")


@dataclass(frozen=True, slots=True)
class Grounded:
    """What is left of a draft after every check.

    Attributes:
        complaints: One short line for each thing that is wrong, for the engine's next try.
    """

    headline: str
    summary: str
    key_points: tuple[KeyPoint, ...]
    figures: tuple[KeyFigure, ...]
    rejected: tuple[RejectedFigure, ...]
    findings: tuple[NumberFinding, ...]
    warnings: tuple[str, ...]
    complaints: tuple[str, ...]


def ground(draft: Draft, source: Source) -> Grounded:
    """Check every figure and every number in the prose of `draft`.

    Prose with a number that the article does not support is withheld: a key point is left out, a
    sentence of the summary is cut, the headline gives way to the article's own title. Each time a
    warning says so.
    """
    figures, rejected, complaints, warnings = _figures(draft, source)
    findings: list[NumberFinding] = []

    def checked(text: str, where: str) -> list[NumberFinding]:
        found = check_numbers(text, source, where=where)
        findings.extend(found)
        bad = [f for f in found if f.status in _BAD]
        complaints.extend(_complaint(f"{where}: '{f.text}'", f.reason, text, source) for f in bad)
        return found

    def sound(text: str, where: str) -> bool:
        return not any(f.status in _BAD for f in checked(text, where))

    headline, kept = draft.headline.strip(), draft.summary.strip()
    if not sound(headline, "headline"):
        warnings.append(f"headline withheld for an unsupported number: {headline}")
        headline = ""
    if not sound(kept, "summary"):
        kept = _cut_sentences(kept, source, warnings)
    points: list[KeyPoint] = []
    for index, point in enumerate(draft.key_points):
        found = checked(point.text, f"key_points[{index}]")
        if not any(f.status in _BAD for f in found):
            points.append(_key_point(index, point, found, source, warnings))
        else:
            warnings.append(f"key point withheld for an unsupported number: {point.text}")
    return Grounded(
        headline=headline or source.article.title or _first_words(source),
        summary=kept or source.article.text[slice(*source.sentence_span(0))].strip(),
        key_points=tuple(points),
        figures=tuple(figures),
        rejected=tuple(rejected),
        findings=tuple(findings),
        warnings=tuple(warnings),
        complaints=tuple(complaints),
    )


def _figures(
    draft: Draft, source: Source
) -> tuple[list[KeyFigure], list[RejectedFigure], list[str], list[str]]:
    figures: dict[tuple[int, int, str | None], KeyFigure] = {}
    rejected: list[RejectedFigure] = []
    complaints: list[str] = []
    warnings: list[str] = []
    for index, claim in enumerate(draft.figures, start=1):
        result = ground_figure(claim, source)
        if isinstance(result, RejectedFigure):
            rejected.append(result)
            subject = f"figure {index} ('{claim.amount}')"
            complaints.append(_complaint(subject, result.reason, claim.quote, source))
            continue
        key = (result.start, result.end, result.operation)
        if key in figures:
            warnings.append(f"the engine gave '{result.text}' twice; the first is kept")
        else:
            figures[key] = result
    return list(figures.values()), rejected, complaints, warnings


def _complaint(subject: str, reason: str, words: str, source: Source) -> str:
    """What is wrong, and the true sentence that comes nearest."""
    number = source.nearest_sentence(words, with_amount=True)
    line = f"{subject}: {reason}."
    if number is None:
        return line
    return f"{line} Nearest sentence: [S{number}] {source.article.sentence(number)}"


def _cut_sentences(summary: str, source: Source, warnings: list[str]) -> str:
    kept = []
    for sentence in _SENTENCE_END.split(summary):
        if any(f.status in _BAD for f in check_numbers(sentence, source)):
            warnings.append(f"sentence withheld for an unsupported number: {sentence}")
        else:
            kept.append(sentence)
    return " ".join(kept)


def _key_point(
    index: int,
    point: DraftPoint,
    found: Sequence[NumberFinding],
    source: Source,
    warnings: list[str],
) -> KeyPoint:
    """A point beside the sentence that proves it: the one pointed at, if it has its numbers."""
    sentences = source.article.sentences
    if point.sentence is not None and 1 <= point.sentence <= len(sentences):
        number = _sentence_of(point, point.sentence, found, source)
        if number != point.sentence:
            said = f"points at sentence {point.sentence}, which lacks its numbers"
            warnings.append(f"key_points[{index}] {said}; sentence {number} is shown")
        return KeyPoint(text=point.text, evidence=_evidence(source, number))
    nearest = source.nearest_sentence(point.text)
    said = "no sentence" if point.sentence is None else f"sentence {point.sentence}"
    warnings.append(f"key_points[{index}] points at {said}; the nearest one is shown")
    return KeyPoint(text=point.text, evidence=_evidence(source, nearest) if nearest else None)


def _sentence_of(
    point: DraftPoint, number: int, found: Sequence[NumberFinding], source: Source
) -> int:
    """The sentence that holds most of a point's amounts; `number` unless it holds none of them.

    An amount that stands in several places may be found in another sentence than the one pointed
    at: it counts as held where that sentence supports it by itself.
    """
    places = [source.article.sentence_at(f.evidence.start) for f in found if f.evidence is not None]
    known = [place for place in places if place]
    if not known or number in known:
        return number
    span = source.article.sentences[number - 1]
    stated = {m.quantity.value for m in source.mentions_in(*span)}
    wanted = {m.quantity.value for m in scan_once(point.text, source.article.language).mentions}
    return number if stated & wanted else max(known, key=known.count)


def _evidence(source: Source, number: int) -> Evidence:
    return source.evidence(*source.article.sentences[number - 1])


def _first_words(source: Source) -> str:
    return source.article.text[slice(*source.sentence_span(0))].strip()
