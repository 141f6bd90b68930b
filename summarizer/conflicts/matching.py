"""Which figures of two sources are surely of the same thing, and how they go together there.

Precision before recall. An agreement may rest on less than a conflict: to say that two sources
contradict each other, what is measured, of whom and when must hold, and neither amount may stand
anywhere in the other source.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.conflicts import entities, metrics, periods
from summarizer.conflicts.relations import APART, Pair, relate
from summarizer.conflicts.texts import headline_end, year_of
from summarizer.quantities import compare

if TYPE_CHECKING:
    from summarizer.conflicts.facts import Fact, Voice
    from summarizer.models import Agreement, Slip
    from summarizer.quantities import Quantity

_REVISED = re.compile(
    r"\b(?:revis(?:ed|es|ion|ing)|restat(?:ed|es|ement|ing)|correct(?:ed|ion)"
    r"|(?:raised|lifted|cut|lowered|increased|reduced) (?:its|their|the|his|her) (?:\w+ )?"
    r"(?:estimate|count|toll|tally|figure)"
    r"|(?:second|final) (?:estimate|reading|count|tally)"
    r"|(?:earlier|initial|preliminary|previous|first|provisional|flash|original) "
    r"(?:\w+ )?(?:estimate|figure|count|reading|report|tally|toll|calculation|statement)"
    r"|first (?:reported|estimated|said|put|given)|(?:initially|originally|previously) "
    r"(?:reported|estimated|said|put|given|announced|stated))\b",
    re.IGNORECASE,
)
_LIKE = 3
"""How many words two sentences share that speak of one thing, where no name tells."""
_CITED = 160
"""How near a restated amount names the one that it replaces."""


_SIZES = 20
"""How many times as much one body's amount may be as another's, to be taken for it."""


class Signs(NamedTuple):
    """What speaks for two facts being of one thing."""

    pair: Pair
    metric: int
    entity: entities.Likeness
    period: periods.Likeness
    scoped: bool
    shared: int
    digits: int
    main: bool
    aims: bool
    """Whether the one is a range that is aimed at, and the other what is so."""


class Link(NamedTuple):
    """Two facts of two sources that are of one thing, or look like it."""

    a: Fact
    b: Fact
    relation: Agreement
    slip: Slip | None
    strength: int


def significant(quantity: Quantity) -> int:
    """How many digits of an amount tell something: 53 billion has two."""
    if quantity.value is None:
        return 0
    return len(quantity.value.normalize().as_tuple().digits)


def links_between(left: Voice, right: Voice, voices: tuple[Voice, ...]) -> list[Link]:
    """Everything that two sources both tell, and how it goes together."""
    year = year_of([left.source, right.source])
    table = {
        (a, b): signs
        for a in left.facts
        for b in right.facts
        if (signs := _signs(a, b, voices, year)).pair.terms != "apart"
    }
    links = [
        Link(a, b, "agree" if s.pair.terms == "agree" else "rounding", None, _strength(s))
        for (a, b), s in table.items()
        if _agrees(s)
    ]
    swapped = _swapped(table)
    done = {fact for link in swapped for fact in (link.a, link.b)}
    links = _best_agreements([k for k in links if k.a not in done and k.b not in done])
    told = {fact for link in links for fact in (link.a, link.b)}
    found = [*links, *swapped]
    for rule in (_revision, _conflict, _apart):
        candidates = [
            link
            for (a, b), s in table.items()
            if a not in done and b not in done
            if (link := rule(a, b, s, left, right, told)) is not None
        ]
        chosen = _mutual_best(candidates)
        found += chosen
        done |= {fact for link in chosen for fact in (link.a, link.b)}
        told |= done
    return found


def _signs(a: Fact, b: Fact, voices: tuple[Voice, ...], year: int | None) -> Signs:
    return Signs(
        pair=_relate(a, b, year),
        metric=metrics.likeness(a.metric, b.metric),
        entity=entities.likeness(a, b, voices),
        period=periods.likeness(a.period, b.period),
        scoped=metrics.scope_differs(a.metric, b.metric),
        shared=len(a.words & b.words),
        digits=min(significant(a.quantity), significant(b.quantity)),
        main=a.is_main and b.is_main,
        aims=a.figure.basis != b.figure.basis
        and (a.quantity.high is not None or b.quantity.high is not None),
    )


def _relate(a: Fact, b: Fact, year: int | None) -> Pair:
    """The amounts' relation; one amount as a profit here and a loss there has two signs."""
    pair = relate(a.quantity, b.quantity, year)
    if a.metric.sense * b.metric.sense < 0:
        return Pair("slip", "sign") if pair.terms in {"agree", "rounding"} else APART
    return pair


def _strength(s: Signs) -> int:
    score = 4 * s.metric + 3 * (s.entity == "same") + 2 * (s.period == "same")
    score += min(s.shared, 5) + 4 * (s.pair.terms == "agree") - 3 * s.scoped
    return score + min(s.digits, 4)


def _agrees(s: Signs) -> bool:
    """Whether an agreement in value is an agreement on a thing."""
    if s.pair.terms not in {"agree", "rounding"} or s.entity == "different" or s.metric < 0:
        return False
    if s.aims:
        return False
    exact = s.pair.terms == "agree"
    if s.period == "different":
        return exact and s.digits >= 3 and s.metric >= 1
    if s.pair.loose or s.pair.converted:
        return s.metric == 2 and s.entity == "same" and not s.scoped
    if exact:
        return s.digits + min(s.shared, 3) + 2 * s.metric + (s.entity == "same") >= 4
    return not s.scoped and (s.metric == 2 or (s.metric == 1 and s.shared >= 3))


def _best_agreements(links: list[Link]) -> list[Link]:
    """For each fact the strongest agreement, and others as exact as that one."""
    best: dict[Fact, int] = {}
    for link in links:
        for fact in (link.a, link.b):
            best[fact] = max(best.get(fact, 0), link.strength)
    return [
        link
        for link in links
        if link.strength >= best[link.a] or link.strength >= best[link.b]
        if link.relation == "agree" or link.strength + 3 >= max(best[link.a], best[link.b])
    ]


def _conflict(
    a: Fact, b: Fact, s: Signs, left: Voice, right: Voice, told: set[Fact]
) -> Link | None:
    """Two amounts of one thing that cannot both be true."""
    if s.entity == "different" or (a in told and b in told):
        return None
    slip = s.pair.slip
    if slip != "sign" and (states(right, a.quantity) or states(left, b.quantity)):
        return None
    if s.pair.terms == "slip" and slip is not None:
        return Link(a, b, "conflict", slip, _strength(s) + 4) if _surely_slipped(s, slip) else None
    if s.pair.terms != "other" or a in told or b in told or a.quantity.unit != b.quantity.unit:
        return None
    if s.period == "different" or a.is_old_level != b.is_old_level:
        return None
    sure = s.metric == 2 and s.entity == "same" and not s.scoped
    if not sure or a.figure.basis != b.figure.basis or _of_two_minds(a, b):
        return None
    if s.period == "unknown" and (
        a.period.is_known != b.period.is_known
        or periods.likeness(left.period, right.period) == "different"
    ):
        return None
    return Link(a, b, "conflict", "digits", _strength(s))


def _surely_slipped(s: Signs, slip: Slip) -> bool:
    """Whether the same digits in two places are no chance: by what else the two share."""
    if s.entity == "part" or (s.period == "different" and s.metric + min(s.shared, 4) < 6):
        return False
    if slip == "digits":
        known = s.entity == "same" and s.shared >= 2
        return not s.scoped and (s.metric == 2 or known)
    if s.metric < 0:
        return False
    if s.pair.converted:
        return s.metric == 2 and (s.entity == "same" or s.shared >= 3)
    if slip in {"sign", "percent_or_points"}:
        return s.metric == 2 or (s.metric == 1 and s.shared >= 3)
    points = 2 * s.metric + 2 * (s.entity == "same") + min(s.shared, 4) + 2 * (s.digits - 2)
    points += 4 * s.main
    return points >= 4 and not (s.scoped and s.metric == 2 and s.digits < 3)


def _of_two_minds(a: Fact, b: Fact) -> bool:
    """Whether two forecasts may be of two forecasters."""
    if a.figure.basis == "stated":
        return False
    names = [fact.context.names if fact.context else frozenset() for fact in (a, b)]
    return bool(names[0] ^ names[1])


def states(voice: Voice, quantity: Quantity) -> bool:
    """Whether a source's text, its headline apart, states an amount or one that rounds to it."""
    headline = headline_end(voice.source)
    return any(
        mention.quantity.kind == quantity.kind
        and mention.start >= headline
        and compare(mention.quantity, quantity) in {"equal", "rounded"}
        for mention in voice.source.scan.mentions
    )


def _revision(
    a: Fact, b: Fact, s: Signs, left: Voice, right: Voice, told: set[Fact]
) -> Link | None:
    """A later article that says that it restates the amount of an earlier one."""
    if s.pair.terms not in {"slip", "other"} or s.metric < 1 or s.entity in {"different", "part"}:
        return None
    if s.entity != "same" and s.shared < _LIKE:
        return None
    unit = a.quantity.unit
    if (a in told and b in told) or unit is None or unit != b.quantity.unit:
        return None
    for new, old, voice in ((b, a, right), (a, b, left)):
        if new.is_old_level or _later(old, new, left, right):
            continue
        near = voice.source.text[max(0, new.span.start - _CITED) : new.span.end + _CITED]
        if _REVISED.search(near) and (states(voice, old.quantity) or s.metric == 2):
            return Link(a, b, "revision", None, _strength(s))
    return None


def _later(old: Fact, new: Fact, left: Voice, right: Voice) -> bool:
    """Whether the source of `new` is known to be the earlier one."""
    dates = {v.place: v.article.published for v in (left, right)}
    first, second = dates[old.place], dates[new.place]
    return first is not None and second is not None and str(second) < str(first)


def _apart(a: Fact, b: Fact, s: Signs, left: Voice, right: Voice, told: set[Fact]) -> Link | None:
    """Two amounts that look like the same thing, of another time or scope."""
    if s.pair.terms not in {"slip", "other"} or s.metric < 2 or s.entity != "same":
        return None
    if a in told or b in told or a.quantity.unit != b.quantity.unit:
        return None
    if states(right, a.quantity) or states(left, b.quantity):
        return None
    if s.period == "different":
        return Link(a, b, "different_period", None, _strength(s))
    if s.scoped:
        return Link(a, b, "different_scope", None, _strength(s))
    return None


def _swapped(table: dict[tuple[Fact, Fact], Signs]) -> list[Link]:
    """Two sources that give each other's amounts to two bodies.

    One body's amount stands at the other's name in the other source, and that name's own amount
    stands there as well, at the first name or at none.
    """
    alike = {pair: s for pair, s in table.items() if s.pair.terms == "agree"}
    found: dict[tuple[Fact, Fact], Link] = {}
    for (a2, b1), crossed in alike.items():
        if crossed.entity != "different" or crossed.metric < 0:
            continue
        for (a1, same_b), straight in table.items():
            named = straight.entity == "same" and straight.pair.terms == "other"
            if same_b is not b1 or not named or straight.metric < 0:
                continue
            for (same_a, b2), other in alike.items():
                back = table.get((a2, b2))
                if same_a is not a1 or other.entity == "same" or back is None:
                    continue
                if metrics.likeness(a1.metric, a2.metric) < 0 or not _of_one_size(a1, a2):
                    continue
                if back.pair.terms == "other" and back.entity in {"same", "unknown"}:
                    for a, b in ((a1, b1), (a2, b2)):
                        link = Link(a, b, "conflict", "swapped", _strength(table[a, b]))
                        found[a, b] = link
    return list(found.values())


def _of_one_size(a: Fact, b: Fact) -> bool:
    """Whether two amounts may be two bodies' amounts of one thing."""
    x, y = a.quantity, b.quantity
    if (x.kind, x.unit) != (y.kind, y.unit) or not x.value or not y.value:
        return False
    if x.kind == "money" and not (a.figure.metric and b.figure.metric):
        return False
    return max(abs(x.value), abs(y.value)) <= _SIZES * min(abs(x.value), abs(y.value))


def _mutual_best(candidates: list[Link]) -> list[Link]:
    """Of each fact only the strongest link, where it is the strongest of the other one as well."""
    best: dict[Fact, int] = {}
    for link in candidates:
        for fact in (link.a, link.b):
            best[fact] = max(best.get(fact, 0), link.strength)
    return [c for c in candidates if c.strength == best[c.a] == best[c.b]]
