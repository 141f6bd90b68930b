"""Whether an amount that somebody states follows from an amount that the article states.

Never by closeness. A claim holds when it is equal, when it is the article's amount rounded to the
digits that the claim states (the interval rule of XBRL and Arelle), or when it is a bound that the
article's amount implies. Everything else is a mismatch, and the mismatch has a name.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from summarizer.models import Status
    from summarizer.quantities import Quantity

_ABOVE = ("gt", "ge")
_BELOW = ("lt", "le")
_SIGNED = ("money", "percent", "percentage_point", "basis_point", "index_level")
_LOOSE = ("count", "other", "measure", "index_level")
BOUND_WORDS = {
    "gt": "more than",
    "ge": "at least",
    "lt": "less than",
    "le": "up to",
    "approx": "about",
}


class Verdict(NamedTuple):
    """How a claim stands to one amount of the article.

    `field` names what was decisive: amount, comparator, unit, direction or range. `rank` orders
    verdicts of one status: the lower, the nearer the claim came.
    """

    status: Status
    field: str
    reason: str
    rank: int = 0


def relate(claim: Quantity, stated: Quantity) -> Verdict:
    """Hold a claim against one amount that the article states."""
    claim, stated = _signed(claim), _signed(stated)
    unit = _unit(claim, stated)
    if unit and unit.status != "ambiguous":
        same = claim.value is not None and claim.value == stated.value
        return unit if same else Verdict("unsupported", "amount", "another amount", 9)
    claim = _in_unit_of(claim, stated)
    amount = _amount(claim, stated)
    if amount.status != "verified":
        return amount
    if claim.direction and stated.direction and claim.direction != stated.direction:
        return Verdict("mismatch", "direction", f"the direction is {stated.direction}", 1)
    return unit or amount


def _signed(quantity: Quantity) -> Quantity:
    """Read "-5%" as down by 5%, so that it can be held against "fell 5%"."""
    value = quantity.value
    if value is None or value >= 0 or quantity.high is not None or quantity.kind not in _SIGNED:
        return quantity
    if quantity.direction == "up":
        return quantity
    return replace(quantity, value=-value, direction="down")


def _unit(claim: Quantity, stated: Quantity) -> Verdict | None:
    """Why the units differ; None when they do not. Ambiguous means that they may be the same."""
    if claim.kind == stated.kind:
        if claim.unit == stated.unit:
            return None
        if claim.kind == "money":
            return _currency(claim, stated)
        if claim.unit is None or stated.unit is None:
            return None if claim.kind in _LOOSE else _other(stated)
        if claim.kind == "count":
            # "People" for "passengers": a noun may be another word for the same thing.
            same = _head(claim) == _head(stated)
            return None if same else Verdict("ambiguous", "unit", f"counted: {stated.unit}")
        return _other(stated)
    if {claim.kind, stated.kind} == {"percentage_point", "basis_point"}:
        return None
    if claim.unit is None and claim.kind in ("count", "other") and claim.value == stated.value:
        return Verdict("ambiguous", "unit", f"the claim leaves out the unit, {stated.unit}")
    loose = claim.kind in _LOOSE and stated.kind in _LOOSE
    if loose and (claim.unit is None or stated.unit is None) and claim.value == stated.value:
        return Verdict("ambiguous", "unit", f"stated as {_noun(stated)}")
    return Verdict("mismatch", "unit", f"the unit is {_noun(stated)}", 5)


def _other(stated: Quantity) -> Verdict:
    return Verdict("mismatch", "unit", f"the unit is {_noun(stated)}", 4)


def _noun(quantity: Quantity) -> str:
    kind = quantity.kind.replace("_", " ")
    return f"{kind} ({quantity.unit})" if quantity.unit and quantity.unit != "%" else kind


def _head(quantity: Quantity) -> str:
    return (quantity.unit or "").rsplit(" ", 1)[-1]


def _currency(claim: Quantity, stated: Quantity) -> Verdict | None:
    """A bare "$" may be any dollar; everything else must be the same currency."""
    open_dollar = any("unit" in q.assumed for q in (claim, stated))
    if open_dollar and all((q.unit or "").endswith("D") for q in (claim, stated)):
        return Verdict("ambiguous", "unit", f"a bare sign, which may mean {stated.unit}")
    return Verdict("mismatch", "unit", f"the currency is {stated.unit}", 3)


def _in_unit_of(claim: Quantity, stated: Quantity) -> Quantity:
    """A hundred basis points are one percentage point."""
    if {claim.kind, stated.kind} != {"percentage_point", "basis_point"}:
        return claim
    factor = Decimal(100) if claim.kind == "percentage_point" else Decimal("0.01")

    def scaled(value: Decimal | None) -> Decimal | None:
        return None if value is None else value * factor

    return replace(
        claim,
        kind=stated.kind,
        unit=stated.unit,
        value=scaled(claim.value),
        high=scaled(claim.high),
        precision=scaled(claim.precision),
    )


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
        return Verdict("verified", "amount", "the article's amount, rounded")
    if stated.comparator == "approx" and claim.comparator is None:
        return Verdict("verified", "amount", "stated, as an approximate amount", 1)
    return Verdict("verified", "amount", "stated")


def is_rounding(claim: Quantity, value: Decimal) -> bool:
    """Whether `claim` is `value` rounded half up to the digits that the claim states."""
    if claim.value is None or not claim.precision:
        return False
    return _to_grid(value, claim.precision, ROUND_HALF_UP) == claim.value


def _to_grid(value: Decimal, step: Decimal, rounding: str) -> Decimal:
    return (value / step).quantize(Decimal(1), rounding=rounding) * step


def _steps(quantity: Quantity) -> tuple[Decimal, ...]:
    """What a bound may be rounded to: its last stated digit, its last that is not 0.

    The latter at most a tenth of the whole: "less than 100 billion" does not follow from 50.
    """
    value = quantity.value
    if not value:
        return ()
    last = Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))
    return tuple({min(last, abs(value) / 10), quantity.precision or last})


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
            return Verdict("verified", "amount", "implied by the article's bound")
        if stated.comparator is None and not strict:
            return Verdict("verified", "amount", "implied by the article's amount", 1)
        return Verdict("mismatch", "comparator", _says(stated), 0)
    beyond = stated.value > claim.value if above else stated.value < claim.value
    rounding = ROUND_FLOOR if above else ROUND_CEILING
    near = abs(claim.value) < abs(stated.value) * 10 and any(
        _to_grid(stated.value, step, rounding) == claim.value for step in _steps(claim)
    )
    if not (beyond and near):
        return _wrong(claim, stated)
    if same_side or stated.comparator in (None, "approx"):
        return Verdict("verified", "amount", "implied by the article's amount", 1)
    return Verdict("mismatch", "comparator", _says(stated), 0)


def _says(stated: Quantity) -> str:
    words = BOUND_WORDS.get(stated.comparator or "")
    return f"the bound is '{words}'" if words else "the amount is stated as exact"


def _range(claim: Quantity, stated: Quantity) -> Verdict:
    if (claim.value, claim.high) == (stated.value, stated.high):
        return Verdict("verified", "amount", "stated")
    upper_end = claim.high is None and claim.comparator == "le" and claim.value == stated.high
    lower_end = claim.high is None and claim.comparator == "ge" and claim.value == stated.value
    if stated.high is not None and (upper_end or lower_end):
        return Verdict("verified", "amount", "an end of the article's range")
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
