"""Amounts that name no number: "dozens of people", "three-digit growth"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.quantities import currencies
from summarizer.quantities.nouns import counted

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens
    from summarizer.quantities.types import Kind

VAGUE = frozenset("dozens scores hundreds thousands tens millions billions trillions".split())
_DIGITS = frozenset("single double triple two three four five 1 2 3 4 5".split())
VAGUE_HEADS = VAGUE | _DIGITS


class Vague(NamedTuple):
    """A vague amount: what it counts and the tokens after its core and after all of it."""

    kind: Kind
    unit: str | None
    core_end: int
    end: int


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
        j = i + 2 if tokens.low(i + 1) == "-" else i + 1
        if tokens.low(j) in {"digit", "digits"}:
            return Vague("percent", "%", j + 1, j + 1)
        return None
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
