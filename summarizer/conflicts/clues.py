"""Which source of a conflict is likely off: evidence, each piece with its reason.

Nothing is guessed. A clue holds one source's amount against something that does not depend on it:
a rate of exchange, the other amounts of a text, its own headline, other independent sources. Where
clues point both ways, or nowhere, there is no suspect.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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

    from summarizer.conflicts.facts import Fact, Voice
    from summarizer.quantities import Mention, Quantity

_FAR = 5
_STRONG = ("exchange_rate", "arithmetic", "change", "own_text", "majority")


class Side(NamedTuple):
    """Facts of a conflict that agree with each other, and the sources that tell them."""

    facts: tuple[Fact, ...]

    @property
    def quantity(self) -> Quantity:
        """The amount, as its first fact states it."""
        return self.facts[0].quantity


def clues_for(sides: Sequence[Side], voices: Sequence[Voice], year: int | None) -> list[Clue]:
    """Every clue on a conflict between sides.

    Args:
        sides: What the sources say, those that agree together.
        voices: All sources.
        year: The year whose exchange rates count.
    """
    found: list[Clue] = []
    for side in sides:
        others = [other for other in sides if other is not side]
        for fact in side.facts:
            for other in others:
                voice = voices[fact.place]
                found += _by_rate(fact, other, voice, voices, year)
                found += _by_own_text(fact, other, voice)
                if fact.mention is not None:
                    found += _by_sums(fact.mention, other, voice, voices)
                    found += _by_share(fact, other, voice, voices)
                    found += _by_points(fact, other, voice, voices)
                    found += _by_product(fact.mention, other, voice, voices)
                    found += _by_change(fact.mention, fact, other, voice, voices)
    found += _by_majority(sides, voices)
    return list({(c.what, c.against): c for c in reversed(found)}.values())[::-1]


def suspect_of(clues: Sequence[Clue]) -> str | None:
    """The one source that all clues speak against.

    A plausibility counts only where nothing stronger speaks.
    """
    strong = [clue for clue in clues if clue.what in _STRONG]
    against = {clue.against for clue in strong or clues}
    return against.pop() if len(against) == 1 else None


def _by_rate(
    fact: Fact, other: Side, voice: Voice, voices: Sequence[Voice], year: int | None
) -> Iterator[Clue]:
    """The text gives its amount in a second currency: only one of the two amounts may fit it."""
    for pair in conversions(voice.source):
        for here, there in ((pair.first, pair.second), (pair.second, pair.first)):
            if not same_amount(here.quantity, fact.quantity):
                continue
            mine = implied_rate(here.quantity, there.quantity, year)
            theirs = implied_rate(other.quantity, there.quantity, year)
            if mine is None or theirs is None or (mine.fit == "fits") == (theirs.fit == "fits"):
                continue
            good, bad = (mine, theirs) if mine.fit == "fits" else (theirs, mine)
            wrong = other.facts if mine.fit == "fits" else (fact,)
            fits, clashes = here.text, other.facts[0].figure.text
            if good is theirs:
                fits, clashes = clashes, fits
            reason = (
                f"{there.text} makes {good.words} with {fits}, and {bad.words} with {clashes}; "
                f"the mean of {good.rate.year} was {rate_words(good.rate.value)}"
            )
            for place in sorted({f.place for f in wrong}):
                yield Clue(
                    what="exchange_rate", against=voices[place].id, source=voice.id, reason=reason
                )


def _by_own_text(fact: Fact, other: Side, voice: Voice) -> Iterator[Clue]:
    """The headline of a source, or another sentence, gives the other's amount for the thing."""
    for mention in voice.title_mentions:
        if mention.quantity.kind != fact.quantity.kind or mention.quantity.value is None:
            continue
        mine = relate(mention.quantity, fact.quantity, None)
        theirs = relate(mention.quantity, other.quantity, None)
        if theirs.terms in {"agree", "rounding"} and not theirs.loose and mine.terms == "slip":
            yield Clue(
                what="own_text",
                against=voice.id,
                source=voice.id,
                reason=f"its own headline says {mention.text}",
            )


def _by_sums(
    mention: Mention, other: Side, voice: Voice, voices: Sequence[Voice]
) -> Iterator[Clue]:
    """Parts and their total, which only one of the two amounts makes true."""
    amount = other.quantity
    tight = WIDE if _many_times(amount, mention.quantity) else TIGHT
    for found in sums_with(voice.source, mention):
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
        if as_told:
            reason = f"{terms} = {found.total.text}"
            for place in sorted({f.place for f in other.facts}):
                yield Clue(
                    what="arithmetic", against=voices[place].id, source=voice.id, reason=reason
                )
        else:
            reason = f"its own {terms} do not make {found.total.text}"
            if found.total is mention:
                reason = f"its own {terms} make {other.facts[0].figure.text}"
            yield Clue(what="arithmetic", against=voice.id, source=voice.id, reason=reason)
        return


def _many_times(a: Quantity, b: Quantity) -> bool:
    """Whether two amounts are so far apart that a loose sum still tells them apart."""
    if not a.value or not b.value:
        return False
    return max(abs(a.value), abs(b.value)) >= _FAR * min(abs(a.value), abs(b.value))


def _by_share(fact: Fact, other: Side, voice: Voice, voices: Sequence[Voice]) -> Iterator[Clue]:
    """A share in percent, of which the source gives the part and the whole as well."""
    names = holders(fact, voice)
    if fact.mention is None or fact.quantity.kind != "percent" or not names:
        return
    for found in shares_with(voice.source, fact.mention, max(names, key=len)):
        mine, theirs = is_share(found, fact.quantity), is_share(found, other.quantity)
        if mine == theirs:
            continue
        told = f"{found.part.text} of {found.whole.text}"
        if mine:
            reason = f"{told} are {fact.figure.text}"
            for place in sorted({f.place for f in other.facts}):
                against = voices[place].id
                yield Clue(what="arithmetic", against=against, source=voice.id, reason=reason)
        else:
            reason = f"its own {told} are {other.facts[0].figure.text}"
            yield Clue(what="arithmetic", against=voice.id, source=voice.id, reason=reason)
        return


def _by_points(fact: Fact, other: Side, voice: Voice, voices: Sequence[Voice]) -> Iterator[Clue]:
    """A step whose levels, in percent, lie as many points apart: it is one of points."""
    kinds = {fact.quantity.kind, other.quantity.kind}
    if fact.mention is None or kinds != {"percent", "percentage_point"}:
        return
    found = next(filter(is_in_points, steps_of(voice.source, fact.mention)), None)
    if found is None:
        return
    wrong = (fact,) if fact.quantity.kind == "percent" else other.facts
    reason = f"from {found.old.text} to {found.new.text} are {fact.quantity.value} points"
    for place in sorted({f.place for f in wrong}):
        yield Clue(what="change", against=voices[place].id, source=voice.id, reason=reason)


def _by_product(
    mention: Mention, other: Side, voice: Voice, voices: Sequence[Voice]
) -> Iterator[Clue]:
    """So many at so much each, which only one of the two amounts is."""
    for found in products_with(voice.source, mention):
        mine, theirs = makes(found, mention.quantity), makes(found, other.quantity)
        if mine == theirs:
            continue
        told = f"{found.units.text} at {found.price.text} each"
        if mine:
            reason = f"{told} make {mention.text}"
            for place in sorted({f.place for f in other.facts}):
                yield Clue(
                    what="arithmetic", against=voices[place].id, source=voice.id, reason=reason
                )
        else:
            reason = f"its own {told} make {other.facts[0].figure.text}"
            yield Clue(what="arithmetic", against=voice.id, source=voice.id, reason=reason)
        return


def _by_change(
    mention: Mention, fact: Fact, other: Side, voice: Voice, voices: Sequence[Voice]
) -> Iterator[Clue]:
    """Before, after and change, of which only one of the two amounts makes sense."""
    amount = other.quantity
    pairs = levels_of if fact.quantity.kind == "percent" else changes_of
    for found in pairs(voice.source, mention):
        if found.percent is None:
            mine = direction_holds(found.new, found.old, found.new.quantity)
            theirs = direction_holds(found.new, found.old, amount)
        elif fact.quantity.kind == "percent":
            mine = change_holds(found.new.quantity, found.old.quantity, mention.quantity)
            theirs = change_holds(found.new.quantity, found.old.quantity, amount)
        else:
            percent = found.percent.quantity
            mine = change_holds(mention.quantity, found.old.quantity, percent)
            theirs = change_holds(amount, found.old.quantity, percent)
        if mine is None or theirs is None or mine == theirs:
            continue
        parts = [found.old.text, found.new.text, found.percent.text if found.percent else ""]
        told = ", ".join(part for part in parts if part)
        if mine:
            reason = f"{told} fit together"
            for place in sorted({f.place for f in other.facts}):
                yield Clue(what="change", against=voices[place].id, source=voice.id, reason=reason)
        else:
            reason = f"its own {told} do not fit together"
            yield Clue(what="change", against=voice.id, source=voice.id, reason=reason)
        return


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
