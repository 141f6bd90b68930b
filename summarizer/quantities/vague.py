"""Amounts that name no number: "dozens of people", "three-digit growth"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.quantities import currencies
from summarizer.quantities.nouns import counted
from summarizer.quantities.units import read_unit

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens
    from summarizer.quantities.types import Kind

VAGUE = frozenset("dozens scores hundreds thousands tens millions billions trillions".split())
_DIGITS = frozenset(
    "single double triple two three four five six seven eight nine 1 2 3 4 5 6 7 8 9".split()
)
_ROUND = frozenset("hundred thousand million billion trillion dozen".split())
_SEVERAL = frozenset({"several", "few", "many", "multiple"})
_SHARED = frozenset("growth percent percentage % rate increase rise gain gains decline".split())
VAGUE_HEADS = VAGUE | _DIGITS | _ROUND | {"teens"}


class Vague(NamedTuple):
    """A vague amount: what it counts and the tokens after its core and after all of it.

    `led` is how many words before it belong to it: "several million", "a couple of million".
    """

    kind: Kind
    unit: str | None
    core_end: int
    end: int
    led: int = 0


def read_vague(tokens: Tokens, i: int) -> Vague | None:
    """Read the vague amount that begins at a token.

    Args:
        tokens: The tokens.
        i: A token.

    Returns:
        The amount without a value, or None.
    """
    word = tokens.lows[i]
    if word in _DIGITS:
        return _digits(tokens, i)
    if word == "teens":
        return _teens(tokens, i)
    if word in _ROUND and tokens.low(i - 1) in _SEVERAL:
        return _several(tokens, i + 1, 1)
    couple = tokens.low(i - 1) == "couple" or tokens.phrase(i - 2, 2) == "couple of"
    if word in _ROUND and couple:
        width = 2 if tokens.low(i - 1) == "couple" else 3
        return _several(tokens, i + 1, width if tokens.low(i - width) == "a" else width - 1)
    if word not in VAGUE or tokens.digits(i - 1):
        return None
    j = i + 1
    while tokens.low(j) == "of" and tokens.low(j + 1) in VAGUE:
        j += 2
    if tokens.low(j) != "of":
        return None
    money = currencies.after(tokens, j + 1)
    if money is not None:
        return Vague("money", money.code, money.end, money.end)
    noun = counted(tokens, j)
    return None if noun is None else Vague("count", noun.name, j, noun.end)


def _digits(tokens: Tokens, i: int) -> Vague | None:
    """ "double-digit growth", "a six-figure sum"."""
    j = i + 2 if tokens.low(i + 1) == "-" else i + 1
    if tokens.low(j) in {"digit", "digits"}:
        return Vague("percent", "%", j + 1, j + 1)
    if tokens.low(j) in {"figure", "figures"} and j == i + 2:
        return Vague("other", None, j + 1, j + 1)
    return None


def _teens(tokens: Tokens, i: int) -> Vague | None:
    """ "high-teens growth", "a low teens percentage": between thirteen and nineteen percent."""
    k = i - 2 if tokens.low(i - 1) == "-" else i - 1
    shares = {*tokens.lows[i + 1 : i + 4]} & _SHARED
    if tokens.low(k) not in {"low", "mid", "high"} or not shares:
        return None
    end = i + 2 if tokens.low(i + 1) in {"percent", "%"} else i + 1
    return Vague("percent", "%", end, end, led=i - k)


def _several(tokens: Tokens, j: int, led: int) -> Vague:
    """ "several million people", "a few hundred thousand dollars"."""
    while tokens.low(j) in _ROUND:
        j += 1
    money = currencies.after(tokens, j)
    if money is not None:
        return Vague("money", money.code, money.end, money.end, led=led)
    unit = read_unit(tokens, j)
    if unit is not None:
        return Vague(unit.kind, unit.name, unit.end, unit.end, led=led)
    noun = counted(tokens, j)
    if noun is None:
        return Vague("other", None, j, j, led=led)
    return Vague("count", noun.name, j, noun.end, led=led)
