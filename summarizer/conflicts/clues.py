"""Which source of a conflict is likely off: evidence, each piece with its reason.

Nothing is guessed. A clue holds one source's amount against something that does not depend on it:
a rate of exchange, the other amounts of a text, its own headline, other independent sources. Where
clues point both ways, or nowhere, there is no suspect.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.conflicts.arithmetic import (
    TIGHT,
    WIDE,
    adds_up,
    change_holds,
    changes_of,
    direction_holds,
    is_in_points,
    is_share,
    levels_of,
    makes,
    products_with,
    shares_with,
    steps_of,
    sums_with,
)
from summarizer.conflicts.conversions import conversions, implied_rate, rate_words
from summarizer.conflicts.entities import holders
from summarizer.conflicts.relations import relate, same_amount
from summarizer.models import Clue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.conflicts.arithmetic import Change
    from summarizer.conflicts.facts import Fact, Voice
    from summarizer.quantities import Quantity

_FAR = 5
What = Literal["exchange_rate", "own_text", "arithmetic", "change", "majority"]


class Side(NamedTuple):
    """Facts of a conflict that agree with each other, and the sources that tell them."""

    facts: tuple[Fact, ...]

    @property
    def quantity(self) -> Quantity:
        """The amount, as its first fact states it."""
        return self.facts[0].quantity


class Meeting(NamedTuple):
    """One fact of a source against another side of the conflict."""

    fact: Fact
    other: Side
    voice: Voice
    voices: Sequence[Voice]
    year: int | None

    def clues(self, what: What, *, holds: bool, good: str, bad: str) -> Iterator[Clue]:
        """What the fact's own source says of the two amounts.

        Args:
            what: What it rests on.
            holds: Whether the fact's own amount fits; else the other side's does.
            good: The reason where it fits.
            bad: The reason where it does not.
        """
        wrong = self.other.facts if holds else (self.fact,)
        for place in sorted({fact.place for fact in wrong}):
            yield Clue(
                what=what,
                against=self.voices[place].id,
                source=self.voice.id,
                reason=good if holds else bad,
            )


def clues_for(sides: Sequence[Side], voices: Sequence[Voice], year: int | None) -> list[Clue]:
    """Every clue on a conflict between sides.

    Args:
        sides: What the sources say, those that agree together.
        voices: All sources.
        year: The year whose exchange rates count.
    """
    found: list[Clue] = []
    for side in sides:
        for other in (other for other in sides if other is not side):
            for fact in side.facts:
                meeting = Meeting(fact, other, voices[fact.place], voices, year)
                for rule in _RULES:
                    found += rule(meeting)
    found += _by_majority(sides, voices)
    return list({(c.what, c.against): c for c in reversed(found)}.values())[::-1]


def suspect_of(clues: Sequence[Clue]) -> str | None:
    """The one source that all clues speak against."""
    against = {clue.against for clue in clues}
    return against.pop() if len(against) == 1 else None


def _by_rate(at: Meeting) -> Iterator[Clue]:
    """The text gives its amount in a second currency: only one of the two amounts may fit it."""
    for pair in conversions(at.voice.source):
        for here, there in ((pair.first, pair.second), (pair.second, pair.first)):
            if not same_amount(here.quantity, at.fact.quantity):
                continue
            mine = implied_rate(here.quantity, there.quantity, at.year)
            theirs = implied_rate(at.other.quantity, there.quantity, at.year)
            if mine is None or theirs is None or (mine.fit == "fits") == (theirs.fit == "fits"):
                continue
            holds = mine.fit == "fits"
            told = ((mine, here.text), (theirs, at.other.facts[0].figure.text))
            (good, fits), (bad, clashes) = told if holds else reversed(told)
            reason = (
                f"{there.text} makes {good.words} with {fits}, and {bad.words} with {clashes}; "
                f"the mean of {good.rate.year} was {rate_words(good.rate.value)}"
            )
            yield from at.clues("exchange_rate", holds=holds, good=reason, bad=reason)


def _by_own_text(at: Meeting) -> Iterator[Clue]:
    """The headline of a source gives the other's amount for the thing."""
    for mention in at.voice.title_mentions:
        if mention.quantity.kind != at.fact.quantity.kind or mention.quantity.value is None:
            continue
        mine = relate(mention.quantity, at.fact.quantity, None)
        if same_amount(mention.quantity, at.other.quantity) and mine.terms == "slip":
            reason = f"its own headline says {mention.text}"
            yield from at.clues("own_text", holds=False, good="", bad=reason)


def _by_sums(at: Meeting) -> Iterator[Clue]:
    """Parts and their total, which only one of the two amounts makes true."""
    mention, amount = at.fact.mention, at.other.quantity
    if mention is None:
        return
    tight = WIDE if _many_times(amount, mention.quantity) else TIGHT
    for found in sums_with(at.voice.source, mention):
        quantities = [part.quantity for part in found.parts]
        as_told = adds_up(found.total.quantity, quantities, tight)
        if found.total is mention:
            as_others = adds_up(amount, quantities, tight)
        else:
            rest = [part.quantity for part in found.parts if part is not mention]
            as_others = adds_up(found.total.quantity, [amount, *rest], tight)
        if as_told == as_others:
            continue
        terms = " + ".join(part.text for part in found.parts)
        bad = f"its own {terms} do not make {found.total.text}"
        if found.total is mention:
            bad = f"its own {terms} make {at.other.facts[0].figure.text}"
        good = f"{terms} = {found.total.text}"
        yield from at.clues("arithmetic", holds=as_told, good=good, bad=bad)
        return


def _many_times(a: Quantity, b: Quantity) -> bool:
    """Whether two amounts are so far apart that a loose sum still tells them apart."""
    if not a.value or not b.value:
        return False
    return max(abs(a.value), abs(b.value)) >= _FAR * min(abs(a.value), abs(b.value))


def _by_share(at: Meeting) -> Iterator[Clue]:
    """A share in percent, of which the source gives the part and the whole as well."""
    names = holders(at.fact, at.voice)
    if at.fact.mention is None or at.fact.quantity.kind != "percent" or not names:
        return
    for found in shares_with(at.voice.source, at.fact.mention, max(names, key=len)):
        mine, theirs = is_share(found, at.fact.quantity), is_share(found, at.other.quantity)
        if mine == theirs:
            continue
        told = f"{found.part.text} of {found.whole.text}"
        good = f"{told} are {at.fact.figure.text}"
        bad = f"its own {told} are {at.other.facts[0].figure.text}"
        yield from at.clues("arithmetic", holds=mine, good=good, bad=bad)
        return


def _by_points(at: Meeting) -> Iterator[Clue]:
    """A step whose levels, in percent, lie as many points apart: it is one of points."""
    kinds = {at.fact.quantity.kind, at.other.quantity.kind}
    if at.fact.mention is None or kinds != {"percent", "percentage_point"}:
        return
    found = next(filter(is_in_points, steps_of(at.voice.source, at.fact.mention)), None)
    if found is not None:
        points = at.fact.quantity.value
        reason = f"from {found.old.text} to {found.new.text} are {points} points"
        holds = at.fact.quantity.kind == "percentage_point"
        yield from at.clues("change", holds=holds, good=reason, bad=reason)


def _by_product(at: Meeting) -> Iterator[Clue]:
    """So many at so much each, which only one of the two amounts is."""
    if at.fact.mention is None:
        return
    for found in products_with(at.voice.source, at.fact.mention):
        mine, theirs = makes(found, at.fact.quantity), makes(found, at.other.quantity)
        if mine == theirs:
            continue
        told = f"{found.units.text} at {found.price.text} each"
        good = f"{told} make {at.fact.figure.text}"
        bad = f"its own {told} make {at.other.facts[0].figure.text}"
        yield from at.clues("arithmetic", holds=mine, good=good, bad=bad)
        return


def _by_change(at: Meeting) -> Iterator[Clue]:
    """Before, after and change, of which only one of the two amounts makes sense."""
    if at.fact.mention is None:
        return
    pairs = levels_of if at.fact.quantity.kind == "percent" else changes_of
    for found in pairs(at.voice.source, at.fact.mention):
        mine = _makes_sense(found, at.fact.quantity)
        theirs = _makes_sense(found, at.other.quantity)
        if mine is None or theirs is None or mine == theirs:
            continue
        parts = [found.old.text, found.new.text, found.percent.text if found.percent else ""]
        told = ", ".join(part for part in parts if part)
        good, bad = f"{told} fit together", f"its own {told} do not fit together"
        yield from at.clues("change", holds=mine, good=good, bad=bad)
        return


def _makes_sense(change: Change, amount: Quantity) -> bool | None:
    """Whether a change holds with an amount as its new level, or as its percent."""
    if change.percent is None:
        return direction_holds(change.new, change.old, amount)
    if amount.kind == "percent":
        return change_holds(change.new.quantity, change.old.quantity, amount)
    return change_holds(amount, change.old.quantity, change.percent.quantity)


def _by_majority(sides: Sequence[Side], voices: Sequence[Voice]) -> Iterator[Clue]:
    """Two independent sources against one; copies of one text are one source."""
    told = [{voices[f.place].voice for f in side.facts} for side in sides]
    # Who stands on two sides is a witness for none.
    heard = [mine - set().union(*(other for other in told if other is not mine)) for mine in told]
    counts = [len(origins) for origins in heard]
    most = max(counts, default=0)
    if most < 2 or counts.count(most) > 1 or sum(counts) < 3:
        return
    winner = counts.index(most)
    for side, count in zip(sides, counts, strict=True):
        if side is sides[winner] or count > most - 1:
            continue
        reason = f"{most} independent sources say {sides[winner].facts[0].figure.text}"
        for place in sorted({f.place for f in side.facts}):
            yield Clue(what="majority", against=voices[place].id, source=None, reason=reason)


_RULES = (_by_rate, _by_own_text, _by_sums, _by_share, _by_product, _by_change, _by_points)
