"""The way of an amount that the amount before it tells: "rose 9.4% to £496.3 million" is up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities.directions import past_object, way_of

if TYPE_CHECKING:
    from summarizer.quantities.context import Found
    from summarizer.quantities.tokens import Tokens
    from summarizer.quantities.types import Direction

_MOST = 10
# Where an index closed is a level and no more: its move is in the step before. A bare number
# after a step is mostly the same.
_NO_LEVEL = frozenset({"duration", "age", "ordinal", "index_level", "other"})
_CHANGES = frozenset({"percent", "percentage_point", "basis_point", "index_level", "ratio"})
_PRICES = frozenset({"money", "percent"})
# "to close at", "and ended at", ", reaching": where what moved is at last.
_ARRIVED = (
    frozenset("close finish end settle trade stand".split()),
    frozenset("closed finished ended settled stood closing ending finishing".split()),
)
_REACHING = frozenset("reach hit reaching hitting".split())
_FILLERS = frozenset("a an the new record just only some all of as low high close".split())
# A time between the step and the level: "rose 6% in the three months to March to $5".
_TIME_HEADS = frozenset("in on over during last this the year a for from".split())
_TIME_ENDS = frozenset(
    "year quarter month months week day half period season monday tuesday wednesday thursday "
    "friday saturday sunday january february march april may june july august september october "
    "november december today overnight yesterday trading terms basis ago earlier session again "
    "night morning afternoon evening".split()
)
# These move something without saying which way; the two amounts do.
_NEUTRAL = frozenset(
    "go goes going went gone move moves moved moving take takes took taken taking bring brings "
    "brought bringing change changes changed changing turn turned revised".split()
)
_NEUTRAL_REACH = 6
_BARRIERS = frozenset(".;:!?()") | frozenset("and or but that which who while range".split())
# "and by 3% next year", "and Larder by 0.8%", "and that of the islands 0.7%".
_JOINING = frozenset({"and", "while"})
_PAIR_REACH = 7
_PAIRED = frozenset("that those of the in at on for its by & . ' ’ s , from".split())


def level(tokens: Tokens, found: list[Found], k: int) -> Direction | None:
    """The way that the amounts before an amount give it.

    Args:
        tokens: The tokens of the paragraph.
        found: Its amounts in order.
        k: The place of an amount that has no way of its own, and is not the first.

    Returns:
        "up" or "down" where the amount is what something rose or fell to, or the second of a
        pair that went the same way; else None.
    """
    before, one = found[k - 1], found[k]
    if one.amount.kind in _NO_LEVEL or one.begin <= before.end:
        return None
    words = tokens.lows[before.end : one.begin]
    if len(words) > _MOST or not _BARRIERS.isdisjoint(words[:-3]):
        return None
    if before.direction is None:
        return _from_to(tokens, found, k, words)
    return before.direction if _reached(before, one, words) or _pair(tokens, before, one) else None


def _reached(before: Found, one: Found, words: list[str]) -> bool:
    """Whether the words between a step and an amount lead to the level that was reached."""
    a, b = before.amount, one.amount
    if a.kind not in _CHANGES and a.kind != b.kind and {a.kind, b.kind} - {"count", "other"}:
        return False
    if a.kind == b.kind == "percent" and one.amount.high is not None:
        return False
    rest = list(words)
    while len(rest) > 1 and rest[-1] in _FILLERS:
        rest.pop()
    if rest[:1] == [","]:
        rest = rest[1:]
    if rest in (["to"], ["to", "about"], ["to", "around"]) or (
        len(rest) > 1 and rest[0] in {"to", "and"} and rest[-1] in _REACHING and len(rest) == 2
    ):
        return True
    if rest == ["at"]:
        return b.kind in _PRICES and a.kind != "ratio"
    if rest[-1:] == ["at"] and len(rest) in {2, 3}:
        return rest[-2] in _ARRIVED[0 if rest[0] == "to" else 1]
    return (
        len(rest) > 2
        and rest[-1] == "to"
        and rest[0] in _TIME_HEADS
        and (rest[-2] in _TIME_ENDS or (rest[-2].isdigit() and len(rest[-2]) == 4))
        and "due" not in rest
    )


def _from_to(tokens: Tokens, found: list[Found], k: int, words: list[str]) -> Direction | None:
    """ "fell from $5 to $4", "rose 12%, from $3.75bn to $4.2bn", "took it from 640 to 800"."""
    before, one = found[k - 1], found[k]
    lead = before.begin - 1
    if words not in (["to"], ["to", "just"], ["to", "only"]) or tokens.low(lead) != "from":
        return None
    a, b = before.amount, one.amount
    if a.value is None or b.value is None or a.high is not None or b.high is not None:
        return None
    if a.kind != b.kind and {a.kind, b.kind} - {"count", "other"} and a.unit is not None:
        return None
    floor = found[k - 2].end if k > 1 else 0
    way = way_of(tokens.low(lead - 1)) or past_object(tokens, lead - 1, floor, a.kind)
    if way is None and k > 1 and tokens.lows[floor:lead] in ([], [","]):
        way = found[k - 2].direction
    if way is not None:
        return way
    for j in range(lead - 1, max(floor, lead - _NEUTRAL_REACH) - 1, -1):
        word = tokens.low(j)
        if word in _NEUTRAL:
            return None if a.value == b.value else "up" if b.value > a.value else "down"
        if word in _BARRIERS:
            return None
    return None


def _pair(tokens: Tokens, before: Found, one: Found) -> bool:
    """Whether an amount is the second of a pair of which only the first has a verb."""
    a, b = before.amount, one.amount
    words = tokens.lows[before.end : one.begin]
    if a.kind != b.kind or a.unit != b.unit or len(words) > _PAIR_REACH:
        return False
    at = next((n for n, word in enumerate(words) if word in _JOINING), None)
    if at is None or b.kind == "count":
        return False
    first, second = words[:at], words[at + 1 :]
    if second == ["by"] or (second[-1:] == ["by"] and _names(tokens, before.end + at + 1, one)):
        return True
    if not first and not second:
        return a.kind in {"percent", "percentage_point", "basis_point"}
    if first and not second:
        # "dropped to $1,310 at Kestrel and $1,175 at Maravel"
        return first[0] in {"at", "in", "for", "on"} and len(first) <= 3
    return bool(second) and a.kind in _CHANGES and _names(tokens, before.end + at + 1, one)


def _names(tokens: Tokens, begin: int, one: Found) -> bool:
    """Whether only names and the words that hold them together stand before an amount."""
    named = False
    for j in range(begin, one.begin):
        if tokens.word(j)[:1].isupper():
            named = True
        elif tokens.low(j) not in _PAIRED:
            return False
    return named
