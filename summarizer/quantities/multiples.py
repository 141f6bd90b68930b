"""Multiples in one word: "double", "tripled", "three-fold", "halved"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens
    from summarizer.quantities.types import Direction

MULTIPLES: dict[str, tuple[str, Direction | None]] = {
    "doubled": ("2", "up"), "doubling": ("2", "up"), "double": ("2", "up"), "doubles": ("2", "up"),
    "tripled": ("3", "up"), "tripling": ("3", "up"), "triple": ("3", "up"), "triples": ("3", "up"),
    "trebled": ("3", "up"), "treble": ("3", "up"), "quadrupled": ("4", "up"),
    "quadruple": ("4", "up"), "quadrupling": ("4", "up"), "quintupled": ("5", "up"),
    "halved": ("0.5", "down"), "halving": ("0.5", "down"),
    "halve": ("0.5", "down"), "twice": ("2", None), "thrice": ("3", None),
    "twofold": ("2", None), "threefold": ("3", None), "fourfold": ("4", None),
    "fivefold": ("5", None), "sixfold": ("6", None), "sevenfold": ("7", None),
    "eightfold": ("8", None), "ninefold": ("9", None), "tenfold": ("10", None),
    "hundredfold": ("100", None),
}  # fmt: skip
_NEVER = frozenset({"doubles", "triples"})
# "double" as an adjective of a thing counts nothing: "double room", "double standards".
_BASE = frozenset({"double", "triple", "quadruple", "treble", "halve"})
_DEGREES = frozenset("many much high large big long likely fast often well good".split())
_TIMES = frozenset("year month week day night time game match season".split())
_TWICE = frozenset({"twice", "thrice"})
_AS = frozenset("as the what its their his her that our".split())
# What goes up when it doubles: the verb, not "pays double that".
_VERBAL = frozenset(
    "to will would can could may might should helping it them expected than".split()
)
_ADVERBS = frozenset("more than nearly almost about at least".split())
_LEADS = frozenset(
    "than to will would could can may might should nearly almost about least more expected "
    "helping it them".split()
)
_OBJECTS = frozenset(
    "the its their that what as in its gains this last from his her production sales revenue "
    "output profit profits capacity spending investment earnings .".split()
)


def _multiplied(tokens: Tokens, i: int) -> bool:
    """Whether what follows "twice" is multiplied: not "scored twice as rain fell"."""
    word, following = tokens.low(i), tokens.low(i + 1)
    if word == "as":
        return following in _DEGREES or tokens.low(i + 2) == "as"
    return word in _AS and following not in _TIMES


class Multiple(NamedTuple):
    """A multiple that was read."""

    value: Decimal
    end: int
    direction: Direction | None


def read_multiple(tokens: Tokens, i: int) -> Multiple | None:
    """Read the multiple that a token states.

    Args:
        tokens: The tokens.
        i: A token.

    Returns:
        The multiple, or None: "doubling down" and "double room" multiply nothing.
    """
    word = tokens.lows[i]
    entry = MULTIPLES.get(word)
    if entry is None or word in _NEVER:
        return None
    after, before = tokens.low(i + 1), tokens.low(i - 1)
    if after in {"down", "up", "-", "dip"} or before == "-":
        return None
    if word in _TWICE:
        return Multiple(Decimal(entry[0]), i + 1, None) if _multiplied(tokens, i + 1) else None
    if word in _BASE and not (
        (before in _LEADS and after in _OBJECTS)
        or before in {"than", "nearly", "almost"}
        or after in {"the", "that", "its", "their"}
    ):
        return None
    way = entry[1]
    if word in _BASE:
        j = i - 1
        while j > 0 and tokens.low(j) in _ADVERBS:
            j -= 1
        way = way if tokens.low(j) in _VERBAL else None
    return Multiple(Decimal(entry[0]), i + 1, way)
