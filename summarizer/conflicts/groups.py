"""Groups: one thing each, with what every source says of it, and what that amounts to."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from summarizer.conflicts import entities, metrics, periods
from summarizer.conflicts.clues import Side, clues_for, suspect_of
from summarizer.conflicts.matching import Link, links_between
from summarizer.conflicts.reasons import reason_of
from summarizer.conflicts.relations import relate, same_amount
from summarizer.models import Group, SourceFigure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.conflicts.facts import Fact, Voice
    from summarizer.models import Agreement, Clue, Slip

_WORST: tuple[Agreement, ...] = (
    "conflict",
    "revision",
    "different_period",
    "different_scope",
    "rounding",
    "agree",
)
_APART = frozenset({"different_period", "different_scope"})


def groups_of(voices: tuple[Voice, ...], year: int | None) -> tuple[Group, ...]:
    """Everything that at least two sources tell, conflicts first, then in the order of the text."""
    links = [
        link
        for left, right in combinations(voices, 2)
        for link in links_between(left, right, voices)
    ]
    links = _without_crossed(links, voices)
    joined = _joined([link for link in links if link.relation not in _APART])
    grouped = {fact for facts, _ in joined for fact in facts}
    apart = _joined(
        [
            link
            for link in links
            if link.relation in _APART and link.a not in grouped and link.b not in grouped
        ]
    )
    found = [_group(facts, inner, voices, year) for facts, inner in (*joined, *apart)]
    return tuple(sorted(found, key=lambda group: _WORST.index(group.relation)))


def _without_crossed(links: list[Link], voices: tuple[Voice, ...]) -> list[Link]:
    """Without agreements of exchanged amounts: they hold for the other body's amount alone."""
    swapped = {fact for link in links if link.slip == "swapped" for fact in (link.a, link.b)}
    return [
        link
        for link in links
        if link.slip == "swapped"
        or not {link.a, link.b} & swapped
        or entities.likeness(link.a, link.b, voices) == "same"
    ]


def _joined(links: Sequence[Link]) -> list[tuple[list[Fact], list[Link]]]:
    """Facts that links hold together, with those links."""
    leader: dict[Fact, Fact] = {}

    def root(fact: Fact) -> Fact:
        while leader.setdefault(fact, fact) is not fact:
            fact = leader[fact]
        return fact

    for link in links:
        leader[root(link.b)] = root(link.a)
    members: dict[Fact, list[Fact]] = {}
    for fact in leader:
        members.setdefault(root(fact), []).append(fact)
    inner: dict[Fact, list[Link]] = {}
    for link in links:
        inner.setdefault(root(link.a), []).append(link)
    return [
        (sorted(facts, key=lambda f: (f.place, f.figure.start)), inner[head])
        for head, facts in members.items()
    ]


def _group(
    facts: list[Fact], links: Sequence[Link], voices: tuple[Voice, ...], year: int | None
) -> Group:
    relation = min((link.relation for link in links), key=_WORST.index)
    slip: Slip | None = None
    clues: list[Clue] = []
    sides: list[Side] = []
    suspect = None
    if relation == "conflict":
        worst = [link for link in links if link.relation == "conflict"]
        slip = Counter(link.slip for link in worst if link.slip).most_common(1)[0][0]
        facts = _with_twins(facts, voices)
        sides = _sides(facts, worst, year)
        clues = clues_for(sides, voices, year)
        suspect = suspect_of(clues)
    return Group(
        metric=_commonest(fact.figure.metric for fact in facts),
        entity=_commonest(fact.figure.entity for fact in facts if fact.figure.entity) or None,
        period=_commonest(fact.figure.period for fact in facts if fact.figure.period) or None,
        relation=relation,
        slip=slip,
        reason=reason_of(relation, slip, sides, clues, suspect),
        suspect=suspect,
        clues=tuple(clues),
        figures=tuple(_told(fact, voices) for fact in facts),
    )


def _with_twins(facts: list[Fact], voices: tuple[Voice, ...]) -> list[Fact]:
    """The facts with those of the same sources that tell the same again."""
    twins = [
        other
        for fact in facts
        for other in voices[fact.place].facts
        if other not in facts and _is_twin(fact, other, voices)
    ]
    return sorted({*facts, *twins}, key=lambda fact: (fact.place, fact.figure.start))


def _is_twin(fact: Fact, other: Fact, voices: tuple[Voice, ...]) -> bool:
    exact = fact.quantity.value == other.quantity.value
    return (
        same_amount(fact.quantity, other.quantity)
        and metrics.likeness(fact.metric, other.metric) >= (1 if exact else 2)
        and (exact or not metrics.scope_differs(fact.metric, other.metric))
        and periods.likeness(fact.period, other.period) != "different"
        and entities.likeness(fact, other, voices) != "different"
    )


def _sides(facts: Sequence[Fact], conflicts: Sequence[Link], year: int | None) -> list[Side]:
    """The facts of a conflict by what they agree on."""
    against = {frozenset((link.a, link.b)) for link in conflicts}
    sides: list[list[Fact]] = []
    for fact in facts:
        home = next(
            (
                side
                for side in sides
                if all(frozenset((fact, other)) not in against for other in side)
                and relate(fact.quantity, side[0].quantity, year).terms in {"agree", "rounding"}
            ),
            None,
        )
        if home is None:
            sides.append([fact])
        else:
            home.append(fact)
    clashing = {fact for link in conflicts for fact in (link.a, link.b)}
    return [Side(tuple(sorted(side, key=lambda f: f not in clashing))) for side in sides]


def _commonest(values: Iterable[str | None]) -> str:
    """The value that is told most often, the shortest of those."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], len(value)), default="")


def _told(fact: Fact, voices: tuple[Voice, ...]) -> SourceFigure:
    figure = fact.figure
    shared = SourceFigure.model_fields.keys() & type(figure).model_fields.keys()
    fields = {name: getattr(figure, name) for name in shared if name not in {"id", "evidence"}}
    return SourceFigure(id=voices[fact.place].id, evidence=figure.evidence, **fields)
