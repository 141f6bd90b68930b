"""Ranks: "No. 2", "its first data centers", "second-largest"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
RANKS = frozenset({*ORDINALS, "no", "number", "nr"})
SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_PLACING = frozenset(
    "ranked ranks rank ranking placed places finished finishing finish came seeded".split()
)
_OWNERS = frozenset({"its", "their", "his", "her", "our", "my", "your"})
SUPERLATIVES = frozenset(
    "largest biggest highest lowest smallest busiest richest fastest longest oldest best worst "
    "most tallest deadliest youngest wealthiest cheapest".split()
)
_NOT_RANK = frozenset("time place day half quarter name lady person hand glance".split())


class Rank(NamedTuple):
    """A rank that was read."""

    value: Decimal
    core_end: int
    end: int


def places(tokens: Tokens, i: int) -> bool:
    """Whether the word before a token says that a place in an order follows."""
    j = i - 2 if tokens.low(i - 1) in {"in", "at", "joint", "only"} else i - 1
    return tokens.low(j) in _PLACING


def _placed(tokens: Tokens, i: int) -> Rank | None:
    """ "ranked 5th", "finished second"."""
    if not places(tokens, i):
        return None
    number = tokens.word(i)
    if number.isdecimal() and number.isascii() and len(number) < 4:
        suffixed = tokens.glued(i) and tokens.low(i + 1) in SUFFIXES
        return Rank(Decimal(number), i + 2, i + 2) if suffixed else None
    value = ORDINALS.get(tokens.low(i), 0)
    return Rank(Decimal(value), i + 1, i + 1) if value else None


def read_rank(tokens: Tokens, i: int) -> Rank | None:
    """Read the rank that begins at a token.

    Args:
        tokens: The tokens.
        i: A token.

    Returns:
        The rank, or None: "first appeared" and "first investment since" rank nothing.
    """
    low = tokens.lows[i]
    if low in {"no", "number", "nr"}:
        j = i + 2 if tokens.low(i + 1) == "." else i + 1
        number = tokens.word(j)
        spelt = low == "number" and number.lower() in {"one", "two", "three"}
        if (low == "no" and j == i + 1) or not (number.isdigit() or spelt) or len(number) > 3:
            return None
        if tokens.low(j + 1) == "downing":
            return None
        value = {"one": 1, "two": 2, "three": 3}.get(number.lower()) or int(number)
        return Rank(Decimal(value), j + 1, j + 1)
    if (place := _placed(tokens, i)) is not None:
        return place
    value = ORDINALS.get(low, 0)
    if not value:
        return None
    joined = tokens.low(i + 1) == "-" and tokens.low(i + 2) in SUPERLATIVES
    if joined or (value > 1 and tokens.low(i + 1) in SUPERLATIVES):
        return Rank(Decimal(value), i + 1, i + 1)
    if value == 1 and tokens.low(i - 1) in _OWNERS and tokens.low(i + 1).isalpha():
        if tokens.low(i + 1) in _NOT_RANK or tokens.low(i + 1) == "quarter":
            return None
        return Rank(Decimal(value), i + 1, i + 1)
    return None
