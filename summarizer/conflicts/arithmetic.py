"""Whether amounts of one text that belong together add up: parts and totals, changes and levels."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.grounding.contexts import stated_at
from summarizer.quantities import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.grounding.source import Source
    from summarizer.quantities import Interval, Mention, Quantity

_MOST_PARTS = 6
_PARTS = 6
"""How many sentences before or after a total its parts may stand: a list has one a line."""
_MOST_NEAR = 9
TIGHT = Decimal("0.02")
"""How loosely a sum may be stated, as a share of it, before it may be one by chance."""
WIDE = Decimal("0.15")
"""The same, where the other amount in question is many times as large."""
_SLACK = Decimal("0.06")
"""What a writer's own rounding of a change adds, in percent points."""
_HUNDRED = Decimal(100)
_REACH = 60
_BESIDE = 16
_EACH = re.compile(
    r"\b(?:each|every|apiece|a head|per)\b|^\s*at\s*(?:about|some)?\s*\|", re.IGNORECASE
)


class Sum(NamedTuple):
    """Amounts that make up a total."""

    total: Mention
    parts: tuple[Mention, ...]


class Product(NamedTuple):
    """So many things at so much each, and what they come to."""

    total: Mention
    units: Mention
    price: Mention


class Share(NamedTuple):
    """A percent, and two amounts of which it may be the one's share of the other."""

    percent: Mention
    part: Mention
    whole: Mention


class Change(NamedTuple):
    """A new level, the old one and the change in percent, as a text states them."""

    new: Mention
    old: Mention
    percent: Mention | None


Verdict = Literal["holds", "fails"]


def near(source: Source, mention: Mention, sentences: int) -> list[Mention]:
    """The mentions of a sentence and of as many around it, without `mention` itself."""
    number = source.article.sentence_at(mention.core.start)
    if number is None:
        return []
    spans = source.article.sentences
    first, last = max(0, number - 1 - sentences), min(len(spans) - 1, number - 1 + sentences)
    found = source.mentions_in(spans[first].start, spans[last].end)
    return [m for m in found if m is not mention]


def exact(quantity: Quantity) -> Interval | None:
    """The values that the stated digits of a plain amount allow; None for a bound or a range."""
    if quantity.high is not None or quantity.comparator not in {None, "approx"}:
        return None
    return interval(replace(quantity, comparator=None))


def sums_with(source: Source, mention: Mention) -> Iterator[Sum]:
    """Sums that a mention may stand in, as total or as part, with the amounts around it."""
    alike = [
        m
        for m in near(source, mention, _PARTS)
        if _alike(m.quantity, mention.quantity) and exact(m.quantity) and m.quantity.value
    ][:_MOST_NEAR]
    for parts in _runs(alike):
        yield Sum(mention, parts)
    whole = sorted([*alike, mention], key=lambda m: m.start)
    for total in alike:
        for parts in _runs([m for m in whole if m is not total]):
            if mention in parts:
                yield Sum(total, parts)


def _runs(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, ...]]:
    """Two to four amounts that follow each other: parts are told one after the other."""
    for count in range(2, _MOST_PARTS + 1):
        for first in range(len(mentions) - count + 1):
            yield tuple(mentions[first : first + count])


def _alike(a: Quantity, b: Quantity) -> bool:
    """Whether two amounts can be added: homes may be told as flats, or as a bare number."""
    plain = {"count", "other"}
    if a.kind in plain and b.kind in plain:
        return True
    return (a.kind, a.unit, a.per) == (b.kind, b.unit, b.per)


def products_with(source: Source, mention: Mention) -> Iterator[Product]:
    """Products that an amount of money may be: so many, at so much each."""
    around = near(source, mention, 1)
    for price in around:
        if price.quantity.kind != "money" or not exact(price.quantity):
            continue
        for count in around:
            if count.quantity.kind in {"count", "measure"} and _for_each(source, count, price):
                yield Product(mention, count, price)


def _for_each(source: Source, count: Mention, price: Mention) -> bool:
    """Whether a text says that each of a number of things has that price."""
    first, second = sorted((count, price), key=lambda m: m.start)
    between = source.text[first.end : second.start]
    after = source.text[second.end : second.end + 24]
    if len(between) > _REACH or ". " in between:
        return False
    return bool(price.quantity.per) or bool(_EACH.search(f"{between} | {after}"))


def shares_with(source: Source, mention: Mention, holder: str) -> Iterator[Share]:
    """Shares that a percent may be: an amount beside the holder's name, of a larger one."""
    mentions = [
        m for m in source.scan.mentions if m.quantity.kind != "percent" and exact(m.quantity)
    ]
    for part in mentions:
        near_by = source.text[max(0, part.start - _BESIDE) : part.end + _BESIDE]
        if holder.casefold() not in near_by.casefold():
            continue
        for whole in mentions:
            larger = (part.quantity.value or 0) < (whole.quantity.value or 0)
            if larger and _alike(part.quantity, whole.quantity):
                yield Share(mention, part, whole)


def is_share(share: Share, percent: Quantity) -> bool:
    """Whether a percent is a part of a whole, to the digits that it states."""
    part, whole, said = share.part.quantity.value, share.whole.quantity.value, exact(percent)
    if not part or not whole or said is None or said.low is None or said.high is None:
        return False
    return said.low - _SLACK <= part / whole * _HUNDRED <= said.high + _SLACK


def makes(product: Product, amount: Quantity) -> bool:
    """Whether so many at so much each make an amount."""
    count, price = product.units.quantity.value, product.price.quantity.value
    if not count or not price or not amount.value or amount.unit != product.price.quantity.unit:
        return False
    ratio = count * price / amount.value
    return abs(ratio - 1) <= TIGHT


def adds_up(total: Quantity, parts: Sequence[Quantity], tight: Decimal = TIGHT) -> bool:
    """Whether parts make a total within what their stated digits allow.

    Args:
        total: The total.
        parts: The parts.
        tight: What that may be at most, as a share of the total; more would allow too much.
    """
    whole = exact(total)
    bounds = [exact(part) for part in parts]
    if whole is None or whole.low is None or whole.high is None or any(b is None for b in bounds):
        return False
    low = sum((b.low for b in bounds if b and b.low is not None), Decimal(0))
    high = sum((b.high for b in bounds if b and b.high is not None), Decimal(0))
    size = abs(whole.low + whole.high) / 2
    rounding = (whole.high - whole.low) / 2
    if any(b and b.high is not None and abs(b.high) < rounding for b in bounds):
        return False  # a part that the total's rounding hides says nothing
    if not size or (whole.high - whole.low) + (high - low) > 2 * tight * size:
        return False
    return low <= whole.high and whole.low <= high


def changes_of(source: Source, mention: Mention) -> Iterator[Change]:
    """Changes that a level stands in: its old level, and the percent that is given for them."""
    around = near(source, mention, 1)
    quantity = mention.quantity
    olds = [
        m
        for m in around
        if (m.quantity.kind, m.quantity.unit) == (quantity.kind, quantity.unit)
        and _is_old(source, m)
    ]
    percents = [m for m in around if m.quantity.kind == "percent" and m.quantity.direction]
    span = source.sentence_span(mention.core.start)
    here = [m for m in percents if span.start <= m.core.start < span.end]
    for old in olds:
        yield Change(mention, old, None)
        for percent in here or percents:
            yield Change(mention, old, percent)


def levels_of(source: Source, percent: Mention) -> Iterator[Change]:
    """Changes that a percent stands in: the two levels beside it."""
    around = near(source, percent, 1)
    for old in (m for m in around if m.quantity.kind != "percent" and _is_old(source, m)):
        for new in around:
            same = (new.quantity.kind, new.quantity.unit) == (old.quantity.kind, old.quantity.unit)
            if new is not old and same and not _is_old(source, new):
                yield Change(new, old, percent)


def _is_old(source: Source, mention: Mention) -> bool:
    stated = stated_at(mention, source)
    return stated is not None and (
        stated.context.role == "from" or stated.context.times.prior is True
    )


def change_holds(new: Quantity, old: Quantity, percent: Quantity) -> bool | None:
    """Whether a percent is the change between two levels; None where they do not say it."""
    after, before, said = exact(new), exact(old), exact(percent)
    if not after or not before or not said or percent.direction is None:
        return None
    if None in {after.low, after.high, before.low, before.high, said.low, said.high}:
        return None
    if before.low is None or before.low <= 0 or after.low is None or after.low < 0:
        return None
    if after.high is None or before.high is None or said.low is None or said.high is None:
        return None
    lowest = (after.low / before.high - 1) * _HUNDRED
    highest = (after.high / before.low - 1) * _HUNDRED
    low, high = said.low - _SLACK, said.high + _SLACK
    if percent.comparator == "approx":
        low, high = low * Decimal("0.9"), high * Decimal("1.1")
    if percent.direction == "down":
        low, high = -high, -low
    return low <= highest and lowest <= high


def steps_of(source: Source, step: Mention) -> Iterator[Change]:
    """Levels in percent around a step in percent or points: "by 0.5% to 3.75% from 3.25%"."""
    around = [m for m in near(source, step, 1) if m.quantity.kind == "percent"]
    for old in (m for m in around if _is_old(source, m)):
        for new in around:
            if new is not old and not _is_old(source, new):
                yield Change(new, old, step)


def is_in_points(change: Change) -> bool:
    """Whether a step is the difference of two levels, and not their change in percent."""
    new, old = change.new.quantity.value, change.old.quantity.value
    step = change.percent.quantity.value if change.percent else None
    return new is not None and old is not None and step is not None and abs(new - old) == step


def direction_holds(new: Mention, old: Mention, amount: Quantity) -> bool | None:
    """Whether a level lies on the side of the old one that the words say; None where they don't."""
    said = new.quantity.direction
    if said is None or amount.value is None or old.quantity.value is None:
        return None
    if amount.value == old.quantity.value:
        return None
    return (amount.value > old.quantity.value) == (said == "up")
