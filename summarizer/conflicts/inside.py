"""Contradictions inside one article: what it says twice and differently, or adds up wrongly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.conflicts.arithmetic import change_holds, direction_holds
from summarizer.conflicts.conversions import conversions, implied_rate, rate_words
from summarizer.conflicts.relations import relate
from summarizer.conflicts.texts import headline_end, year_of
from summarizer.grounding.contexts import stated_at
from summarizer.models import Contradiction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.grounding.source import Source
    from summarizer.quantities import Mention, Span

_BASE = re.compile(
    r"\b(?:original|initial|previous|earlier|existing|prior)(?:ly)?\b[^.;]{0,40}$", re.IGNORECASE
)
_ADDED = re.compile(
    r"\b(?:additional|another|extra|further|(?:raised|increased|boosted|lifted|expanded) by)\b"
    r"[^.;]{0,40}$",
    re.IGNORECASE,
)
_NEAR = 60
_LEVELS = frozenset({"money", "count", "measure"})


def contradictions(source: Source) -> tuple[Contradiction, ...]:
    """Everything in an article that cannot be true together, each with its evidence.

    Precision before recall: only what one sentence, or the headline and the text, state outright.
    """
    found = [*_conversions(source), *_changes(source), *_headline(source), *_roles(source)]
    return tuple(found)


def _conversions(source: Source) -> Iterator[Contradiction]:
    """A conversion that is ten times off, or that no rate of the year comes near."""
    year = year_of([source])
    for pair in conversions(source):
        found = implied_rate(pair.first.quantity, pair.second.quantity, year)
        if found is None or found.fit == "fits":
            continue
        yield Contradiction(
            id=source.article.id,
            what="conversion",
            reason=(
                f"{pair.first.text} and {pair.second.text} make {found.words}; "
                f"the mean of {found.rate.year} was {rate_words(found.rate.value)}"
            ),
            evidence=(source.evidence(pair.first.start, pair.second.end),),
        )


def _changes(source: Source) -> Iterator[Contradiction]:
    """A change in percent that its two levels do not make, or a rise to less than before."""
    for span, mentions in _by_sentence(source):
        levels = [m for m in mentions if m.quantity.kind in _LEVELS]
        if len(levels) != 2:
            continue
        new, old = _new_and_old(source, levels)
        if new is None or old is None:
            continue
        percents = [m for m in mentions if m.quantity.kind == "percent" and m.quantity.direction]
        reason = None
        if direction_holds(new, old, new.quantity) is False:
            reason = f"{new.text} is said to be {new.quantity.direction} from {old.text}"
        elif len(percents) == 1:
            holds = change_holds(new.quantity, old.quantity, percents[0].quantity)
            if holds is False:
                reason = f"from {old.text} to {new.text} is no change of {percents[0].text}"
        if reason:
            yield _in_sentence(source, "change", reason, span)


def _by_sentence(source: Source) -> Iterator[tuple[Span, list[Mention]]]:
    """The sentences with two amounts or more, each with those whose core begins in it."""
    mentions = source.scan.mentions
    at, count = 0, len(mentions)
    for span in source.article.sentences:
        while at < count and mentions[at].core.start < span.start:
            at += 1
        first = at
        while at < count and mentions[at].core.start < span.end:
            at += 1
        if at - first > 1:
            yield span, list(mentions[first:at])


def _new_and_old(source: Source, levels: list[Mention]) -> tuple[Mention | None, Mention | None]:
    """The new level and the old one, where a sentence gives just those two for one thing."""
    found: dict[str, Mention] = {}
    for mention in levels:
        stated = stated_at(mention, source)
        role = stated.context.role if stated else None
        if role in {"to", "from"}:
            found[str(role)] = mention
    new, old = found.get("to"), found.get("from")
    if (
        new
        and old
        and (new.quantity.kind, new.quantity.unit)
        == (
            old.quantity.kind,
            old.quantity.unit,
        )
    ):
        return new, old
    return None, None


def _headline(source: Source) -> Iterator[Contradiction]:
    """An amount of the headline that the text gives with a shifted point, and nowhere as it is."""
    headline = headline_end(source)
    for titled in source.title_scan.mentions:
        same = [m for m in source.scan.mentions if m.quantity.kind == titled.quantity.kind]
        terms = [(m, relate(titled.quantity, m.quantity, None)) for m in same]
        body = [(m, pair) for m, pair in terms if m.start >= headline]
        if any(pair.terms in {"agree", "rounding"} for _, pair in body):
            continue
        for mention, pair in body:
            digits = mention.quantity.value
            if pair.terms == "slip" and pair.slip in {"power_of_ten", "scale_word"} and digits:
                yield Contradiction(
                    id=source.article.id,
                    what="restated",
                    reason=f"the headline says {titled.text}, the text {mention.text}",
                    evidence=(source.evidence(mention.start, mention.end),),
                )
                break


def _roles(source: Source) -> Iterator[Contradiction]:
    """One amount that is told as what there was, and as what is added to it."""
    money = [m for m in source.scan.mentions if m.quantity.kind == "money"]
    base = [m for m in money if _before(source, m, _BASE)]
    added = [m for m in money if _before(source, m, _ADDED)] if base else []
    for one in base:
        for other in added:
            if relate(one.quantity, other.quantity, None).terms == "agree":
                yield Contradiction(
                    id=source.article.id,
                    what="role",
                    reason=f"{one.text} is told both as the original amount and as what is added",
                    evidence=(
                        source.evidence(*source.sentence_span(one.start)),
                        source.evidence(*source.sentence_span(other.start)),
                    ),
                )
                return


def _before(source: Source, mention: Mention, pattern: re.Pattern[str]) -> bool:
    span = source.sentence_span(mention.start)
    return bool(pattern.search(source.text[max(span.start, mention.start - _NEAR) : mention.start]))


def _in_sentence(source: Source, what: str, reason: str, span: Span) -> Contradiction:
    return Contradiction.model_validate(
        {
            "id": source.article.id,
            "what": what,
            "reason": reason,
            "evidence": (source.evidence(span.start, span.end),),
        }
    )
