"""Negative amounts in brackets: "a loss of ($3.2 million)", "$(3.2) million"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.quantities.numbers import EXACT, Stated, read_digits
from summarizer.quantities.scales import with_scales

if TYPE_CHECKING:
    from summarizer.quantities.amount import Amount
    from summarizer.quantities.scales import Numeral
    from summarizer.quantities.tokens import Tokens

# After one of these a bracket restates nothing: it is the amount itself, and negative.
_LEADS = frozenset(
    "of is was were to at be been totaled totalled totaling totalling reached hit into : from "
    "versus vs against".split()
)


class Bracketed(NamedTuple):
    """A number in brackets; its token after the bracket, its scale included."""

    numeral: Numeral
    end: int


def inside(tokens: Tokens, i: int, language: str | None) -> Numeral | None:
    """The number of "(3.2) million" whose bracket stands at a token, without its sign."""
    if tokens.low(i) != "(" or tokens.low(i + 2) != ")" or not tokens.digits(i + 1):
        return None
    stated = read_digits(tokens.word(i + 1), language)
    if stated is None:
        return None
    return with_scales(tokens, Stated(stated.value, stated.precision), i + 3)


def negative(tokens: Tokens, amount: Amount) -> Amount:
    """An amount of money made negative where brackets around it say so."""
    i, j = amount.begin - 1, amount.core_end
    if amount.kind != "money" or amount.value is None or amount.high is not None:
        return amount
    if i < 1 or tokens.low(i) != "(" or tokens.low(j) != ")" or tokens.low(i - 1) not in _LEADS:
        return amount
    if amount.value <= 0:
        return amount
    return amount._replace(
        begin=i, core_end=j + 1, end=max(amount.end, j + 1), value=EXACT.minus(amount.value)
    )
