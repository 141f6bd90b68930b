"""Signs before and after a number: "−5", "minus 5", "50+", "20-plus"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

_SIGNS = {"-", "−", "–", "+"}
SIGN_WORDS = frozenset({*_SIGNS, "minus", "negative", "less"})
# "moins 3 %" is negative at the begin of a clause, and after a verb or "of".
_BEFORE_MINUS = frozenset(
    ["", *", ; : ( . of to is a est es è é fait faisait era était foi".split()]
)


def read_sign(tokens: Tokens, i: int) -> tuple[int, bool]:
    """A sign before a number that it touches: the token after it, and whether it is a minus."""
    word = tokens.low(i)
    if tokens.language is not None and word == "less" and _is_minus(tokens, i):
        return i + 1, True
    if word == "minus" and tokens.low(i - 1) == "or" and tokens.low(i - 2) == "plus":
        # "plus or minus 3 points" is how far something may be off, on either side.
        return i, False
    if word in {"minus", "negative"}:
        return i + 2 if tokens.low(i + 1) == "-" else i + 1, True
    if word not in _SIGNS or not tokens.glued(i):
        return i, False
    if (
        i
        and tokens.glued(i - 1)
        and (tokens.words[i - 1][-1].isalnum() or tokens.words[i - 1] in ")%")
    ):
        return i, False
    if word == "–" and i and tokens.words[i - 1].isalnum() and tokens.digits(i - 1):
        return i, False
    return i + 1, word != "+"


def _is_minus(tokens: Tokens, i: int) -> bool:
    """Whether "moins", "menos" or "meno" at a token is the sign of the number after it."""
    return tokens.digits(i + 1) and tokens.low(i - 1) in _BEFORE_MINUS


def read_plus(tokens: Tokens, i: int) -> int:
    """How many tokens the plus of "50+ employees", "20-plus countries" takes; 0 for none."""
    if not tokens.glued(i - 1):
        return 0
    if tokens.low(i) == "-":
        return 2 if tokens.low(i + 1) == "plus" and tokens.glued(i) else 0
    return int(tokens.low(i) == "+" and not (tokens.glued(i) and tokens.digits(i + 1)))
