"""Whether an amount that somebody states follows from an amount that the article states.

Never by closeness. A claim holds when it is equal, when it is the article's amount rounded to the
digits that the claim states (the interval rule of XBRL and Arelle), or when it is a bound that the
article's amount implies. Everything else is a mismatch, and the mismatch has a name.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, NamedTuple

from summarizer.grounding.units import in_unit_of, unit_verdict
from summarizer.grounding.verdicts import BOUND_WORDS, Verdict

if TYPE_CHECKING:
    from summarizer.quantities import Quantity

_ABOVE = ("gt", "ge")
_BELOW = ("lt", "le")
_RATES = ("percent", "percentage_point", "basis_point", "index_level")
_DIGITS = 25
"""Quotients of more digits than these are on no grid that a person would round to."""


class _Signed(NamedTuple):
    """An amount without its sign, and whether it had one."""

    quantity: Quantity
    negative: bool


def relate(claim: Quantity, stated: Quantity) -> Verdict:
    """Hold a claim against one amount that the article states."""
    said, found = _signed(claim), _signed(stated)
    unit = unit_verdict(said.quantity, found.quantity)
    if unit and unit.status != "ambiguous":
        same = claim.value is not None and claim.value == stated.value
        return unit if same else Verdict("unsupported", "amount", "another amount", 9)
    converted = in_unit_of(said.quantity, found.quantity)
    amount = _amount(converted, found.quantity)
    if amount.status != "verified":
        return amount
    ways = (said.quantity.direction, found.quantity.direction)
    if all(ways) and ways[0] != ways[1]:
        return Verdict("mismatch", "direction", f"the direction is {ways[1]}", 1)
    return _sign(said, found) or unit or amount


def _signed(quantity: Quantity) -> _Signed:
    """Read "-5%" as down by 5%, so that it can be held against "fell 5%"."""
    value = quantity.value
    if value is None or value >= 0 or quantity.high is not None or quantity.direction == "up":
        return _Signed(quantity, negative=False)
    if quantity.kind in _RATES:
        return _Signed(replace(quantity, value=-value, direction="down"), negative=True)
    return _Signed(replace(quantity, value=-value), negative=True)


def _sign(claim: _Signed, stated: _Signed) -> Verdict | None:
    """A minus on one side alone: words such as "fell" or "loss" may stand for it."""
    if claim.negative == stated.negative:
        return None
    plain = stated if claim.negative else claim
    if plain.quantity.direction == "down":
        return None
    if claim.negative or plain.quantity.kind in _RATES:
        return Verdict("mismatch", "sign", "the sign is the other one", 1)
    return Verdict("ambiguous", "sign", "the article's amount is negative")


def _amount(claim: Quantity, stated: Quantity) -> Verdict:
    if claim.value is None or stated.value is None:
        if claim.value == stated.value and claim.comparator == stated.comparator:
            return Verdict("verified", "amount", "stated in these vague words")
        return Verdict("unsupported", "amount", "the amount is vague", 8)
    if claim.high is not None or stated.high is not None:
        return _range(claim, stated)
    if claim.comparator in _ABOVE or claim.comparator in _BELOW:
        return _bound(claim, stated)
    if claim.value != stated.value and not is_rounding(claim, stated.value):
        return _wrong(claim, stated)
    if stated.comparator in _ABOVE or stated.comparator in _BELOW:
        bound = BOUND_WORDS[stated.comparator]
        return Verdict("mismatch", "comparator", f"the bound '{bound}' is lost", 0)
    if claim.value != stated.value:
        return Verdict("verified", "amount", "the article's amount, rounded", 2)
    if stated.comparator == "approx" and claim.comparator is None:
        return Verdict("verified", "amount", "stated, as an approximate amount", 1)
    return Verdict("verified", "amount", "stated")


def is_rounding(claim: Quantity, value: Decimal) -> bool:
    """Whether `claim` is `value` rounded half up to the digits that the claim states.

    With a word such as "about" or "nearly", to the last digit that is not 0: "nearly 2,000" is
    1,950 rounded, "2,000" is not.
    """
    if claim.value is None:
        return False
    steps = [claim.precision]
    if claim.comparator == "approx":
        steps.append(_last_digit(claim.value))
    return any(step and _to_grid(value, step) == claim.value for step in steps)


def _to_grid(value: Decimal, step: Decimal) -> Decimal | None:
    """The multiple of `step` that is nearest; None where no person would round so finely."""
    if value and value.adjusted() - step.adjusted() > _DIGITS:
        return None
    return (value / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step


def _last_digit(value: Decimal) -> Decimal | None:
    """The worth of the last digit that is not 0, at most a tenth of the whole."""
    return min(_last_place(value), abs(value) / 10) if value else None


def _last_place(value: Decimal) -> Decimal:
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))


def _bound(claim: Quantity, stated: Quantity) -> Verdict:
    """Hold a bound: "over 9%" follows from 9.2% and from "at least 9.5%"; not from 53%."""
    above = claim.comparator in _ABOVE
    same_side = stated.comparator in (_ABOVE if above else _BELOW)
    strict = claim.comparator in ("gt", "lt")
    assert claim.value is not None  # noqa: S101 - the caller looked
    assert stated.value is not None  # noqa: S101
    if claim.value == stated.value:
        if claim.comparator == stated.comparator:
            return Verdict("verified", "amount", "stated")
        if same_side and not (strict and stated.comparator in ("ge", "le")):
            return Verdict("verified", "amount", "implied by the article's bound", 1)
        if stated.comparator is None and not strict:
            return Verdict("verified", "amount", "implied by the article's amount", 1)
        return Verdict("mismatch", "comparator", _says(stated), 0)
    beyond = stated.value > claim.value if above else stated.value < claim.value
    if not (beyond and _near(claim.value, stated.value)):
        return _wrong(claim, stated)
    if same_side or stated.comparator in (None, "approx"):
        return Verdict("verified", "amount", "implied by the article's amount", 2)
    return Verdict("mismatch", "comparator", _says(stated), 0)


def _near(claim: Decimal, stated: Decimal) -> bool:
    """Whether a bound is a round way to tell an amount: less than one of its last digit away.

    A bound farther off may be true, and hides a slip: "more than 5 billion" for 53, "less than
    14" for "less than 13", "less than 100 billion" for 50.
    """
    leading = Decimal(1).scaleb(stated.adjusted()) if stated else Decimal(1)
    return abs(claim - stated) < min(_last_place(claim), leading)


def _says(stated: Quantity) -> str:
    words = BOUND_WORDS.get(stated.comparator or "")
    return f"the bound is '{words}'" if words else "the amount is stated as exact"


def _range(claim: Quantity, stated: Quantity) -> Verdict:
    if (claim.value, claim.high) == (stated.value, stated.high):
        return Verdict("verified", "amount", "stated")
    upper_end = claim.high is None and claim.comparator == "le" and claim.value == stated.high
    lower_end = claim.high is None and claim.comparator == "ge" and claim.value == stated.value
    if stated.high is not None and (upper_end or lower_end):
        return Verdict("verified", "amount", "an end of the article's range", 1)
    ends = {claim.value, claim.high} & {stated.value, stated.high} - {None}
    if ends:
        return Verdict("mismatch", "range", "one end of a range is missing or different", 1)
    return Verdict("unsupported", "amount", "another range", 7)


def _wrong(claim: Quantity, stated: Quantity) -> Verdict:
    """Name a wrong amount: a power of ten, or other digits."""
    if claim.value and stated.value:
        ratio = abs(claim.value / stated.value)
        if ratio != 1 and ratio.normalize().as_tuple().digits == (1,):
            return Verdict("mismatch", "amount", "a power of ten off", 2)
        if ratio == 1:
            return Verdict("mismatch", "sign", "the sign is the other one", 1)
    return Verdict("unsupported", "amount", "another amount", 6)
