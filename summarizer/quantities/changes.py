"""Changes told by comparison, loss or a noun: "6% fewer", "lost 20 jobs", "the drop was 2%"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities.number_words import FRACTIONS

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens
    from summarizer.quantities.types import Direction, Kind

_UP: Direction = "up"
_DOWN: Direction = "down"
# "6% fewer than a year before": how far one amount lies from another.
_THAN = {"more": _UP, "fewer": _DOWN, "less": _DOWN}
# How much cheaper, bigger.
_DEGREES = dict.fromkeys("bigger larger dearer pricier costlier stronger likelier".split(), _UP)
_DEGREES |= dict.fromkeys("smaller cheaper weaker lighter".split(), _DOWN)
_RATES = frozenset({"percent", "percentage_point", "basis_point"})
# What ends "2,900 kroner less a month" and "two less in May".
_ENDS = frozenset({"", ".", ",", ";", "a", "per", "in", "for", "this", "last", "next", "from"})
_GAVE = frozenset("gave gives giving give".split())
_JOBS = frozenset("job jobs post posts position positions role roles".split())
_LOST = frozenset("lost loses losing lose".split())
# What is yet to go has not moved.
_GONE = ("have gone", "has gone", "are gone", "were lost", "have been lost")
_NOUNS = dict.fromkeys("increase rise gain".split(), _UP)
_NOUNS |= dict.fromkeys("decrease drop fall decline reduction".split(), _DOWN)
_LINKS = frozenset(
    "was were is are be been now put at estimated revised to about only just came stood will "
    "likely initially still reckoned".split()
)
_VERBS = frozenset("was were is are be been came stood".split())
_OBJECT = 5
_BARRIERS = frozenset("that which who and or but than not no as".split())


def compared_by(tokens: Tokens, end: int, kind: Kind) -> Direction | None:
    """The way that a comparison right after an amount says: "9.6% bigger", "15 cents less".

    Args:
        tokens: The tokens.
        end: The first token after the amount.
        kind: Its kind.
    """
    word = tokens.low(end)
    if kind == "money" and word in {"a", "per"} and tokens.low(end + 2) in _THAN:
        # "15 cents a pound less"
        end += 2
        word = tokens.low(end)
    if kind in _RATES and word in _DEGREES:
        return _DEGREES[word]
    if word not in _THAN or kind == "measure":
        return None
    following = tokens.low(end + 1)
    part = kind == "ratio" and tokens.low(end - 1) in FRACTIONS
    free = part or kind in _RATES or (kind == "money" and following in _ENDS)
    return _THAN[word] if free or following == "than" else None


def given_up(tokens: Tokens, start: int, end: int, kind: Kind) -> bool:
    """Whether a price or an index gave up an amount; not "gave up 40% of its stake"."""
    gave = tokens.low(start - 1) == "up" and tokens.low(start - 2) in _GAVE
    return gave and (kind in _RATES or kind == "index_level") and tokens.low(end) != "of"


def told(tokens: Tokens, start: int, end: int, floor: int, kind: Kind) -> Direction | None:
    """The way of an amount that is lost, or that a noun before it names as a rise or a fall.

    Args:
        tokens: The tokens.
        start: The first token of the amount, comparator included.
        end: The first token after it.
        floor: The first token that may be looked at.
        kind: Its kind.
    """
    if kind == "count":
        if tokens.low(end - 1) not in _JOBS:
            return None
        gone = any(tokens.phrase(end, len(p.split())) == p for p in _GONE)
        lost = start > floor and tokens.low(start - 1) in _LOST
        return _DOWN if gone or lost else None
    if tokens.low(start - 1) == "by" and tokens.low(start - 2) == "short":
        return _DOWN
    return _named(tokens, start, floor) if kind in _RATES else None


def _named(tokens: Tokens, start: int, floor: int) -> Direction | None:
    """ "the increase was 1.9%", "the drop in exports is now put at 1.4%"."""
    j = start - 1
    verb = False
    while j >= floor and tokens.low(j) in _LINKS:
        verb = verb or tokens.low(j) in _VERBS
        j -= 1
    if not verb:
        return None
    for k in range(j, max(floor, j - _OBJECT) - 1, -1):
        word = tokens.low(k)
        if word in _NOUNS:
            return _NOUNS[word]
        if word in _BARRIERS or not word.isalpha():
            return None
    return None
