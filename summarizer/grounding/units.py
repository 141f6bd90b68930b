"""Whether two amounts are amounts of the same: kind, currency, measure, counted noun, rate."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.grounding.verdicts import Verdict
from summarizer.quantities.cents import CURRENCIES as CENT_CURRENCIES

if TYPE_CHECKING:
    from summarizer.quantities import Quantity

_LOOSE = ("count", "other", "measure", "index_level")
_HUNDRED = Decimal(100)
_DURATIONS = {
    "minute": (60, "second"),
    "hour": (3600, "second"),
    "day": (86_400, "second"),
    "week": (604_800, "second"),
    "month": (1, "month"),
    "quarter": (3, "month"),
    "year": (12, "month"),
    "decade": (120, "month"),
}
CONVERTIBLE = frozenset(
    (
        ("percentage_point", "basis_point"),
        ("basis_point", "percentage_point"),
        ("ratio", "percent"),
        ("percent", "ratio"),
    )
)
"""Kinds of which one may be an exact multiple of the other."""
_TIMES = frozenset(("second", *_DURATIONS))


def unit_verdict(claim: Quantity, stated: Quantity) -> Verdict | None:
    """Why the units differ; None when they do not. Ambiguous means that they may be the same."""
    if claim.kind == stated.kind:
        return _of_one_kind(claim, stated) or _rate(claim, stated)
    if _factor(claim, stated):
        return None
    if claim.value != stated.value:
        return _other(stated)
    if claim.unit is None and claim.kind in ("count", "other"):
        return Verdict("ambiguous", "unit", f"the claim leaves out the unit, {stated.unit}")
    if "index_level" in (claim.kind, stated.kind) and "percentage_point" in (
        claim.kind,
        stated.kind,
    ):
        return Verdict("ambiguous", "unit", f"points, stated as {_noun(stated)}")
    if claim.kind in _LOOSE and stated.kind in _LOOSE and (_is_open(claim) or _is_open(stated)):
        return Verdict("ambiguous", "unit", f"stated as {_noun(stated)}")
    return _other(stated)


def _is_open(quantity: Quantity) -> bool:
    """Whether a bare number was read: without a noun it may count anything, or be a level."""
    return quantity.unit is None or quantity.kind == "index_level"


def _of_one_kind(claim: Quantity, stated: Quantity) -> Verdict | None:
    if claim.kind == "money":
        return _currency(claim, stated)
    if claim.unit == stated.unit or _factor(claim, stated):
        return None
    if claim.unit is None or stated.unit is None:
        return None if claim.kind in _LOOSE else _other(stated)
    if {claim.unit, stated.unit} == {"ton", "tonne"}:
        return Verdict("ambiguous", "unit", f"the unit is {stated.unit}")
    if claim.kind == "count":
        # "People" for "passengers": a noun may be another word for the same thing.
        same = claim.unit.rsplit(" ", 1)[-1] == stated.unit.rsplit(" ", 1)[-1]
        return None if same else Verdict("ambiguous", "unit", f"the article counts '{stated.unit}'")
    return _other(stated)


def _currency(claim: Quantity, stated: Quantity) -> Verdict | None:
    """A bare "$" may be any dollar, bare cents those of any currency that has cents."""
    guessed = ["unit" in quantity.assumed for quantity in (claim, stated)]
    if claim.unit == stated.unit:
        if guessed == [False, True]:
            sign = "bare cents" if stated.cents else "a bare sign"
            return Verdict("ambiguous", "unit", f"{sign}, taken for {stated.unit}")
        return None
    if (claim.cents or stated.cents) and {claim.unit, stated.unit} <= CENT_CURRENCIES:
        return Verdict("ambiguous", "unit", f"bare cents, which may be of {stated.unit}")
    if any(guessed) and all((q.unit or "").endswith("D") for q in (claim, stated)):
        return Verdict("ambiguous", "unit", f"a bare sign, which may mean {stated.unit}")
    return Verdict("mismatch", "unit", f"the currency is {stated.unit}", 3)


def _rate(claim: Quantity, stated: Quantity) -> Verdict | None:
    """What an amount is counted by: a day is no year, a car may be a vehicle."""
    if claim.per is None or stated.per is None or claim.per == stated.per:
        return None
    reason = f"it is per {stated.per}"
    if claim.per in _TIMES or stated.per in _TIMES:
        return Verdict("mismatch", "unit", reason, 3)
    return Verdict("ambiguous", "unit", reason)


def _other(stated: Quantity) -> Verdict:
    return Verdict("mismatch", "unit", f"the unit is {_noun(stated)}", 4)


def _noun(quantity: Quantity) -> str:
    kind = quantity.kind.replace("_", " ")
    return f"{kind} ({quantity.unit})" if quantity.unit and quantity.unit != "%" else kind


def in_unit_of(claim: Quantity, stated: Quantity) -> Quantity:
    """The claim in the unit of what is stated, where one is an exact multiple of the other.

    A hundred basis points are one percentage point, twelve months a year, a quarter is 25%.
    """
    factor = _factor(claim, stated)
    if factor is None:
        return claim

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


def _factor(claim: Quantity, stated: Quantity) -> Decimal | None:
    """What to multiply a claim by to have it in the other unit; None where there is no such."""
    kinds = (claim.kind, stated.kind)
    if kinds in (("percentage_point", "basis_point"), ("ratio", "percent")):
        return _HUNDRED
    if kinds in (("basis_point", "percentage_point"), ("percent", "ratio")):
        return 1 / _HUNDRED
    if kinds == ("duration", "duration") and claim.unit != stated.unit:
        mine = _DURATIONS.get(claim.unit or "", (1, claim.unit))
        theirs = _DURATIONS.get(stated.unit or "", (1, stated.unit))
        if mine[1] == theirs[1]:
            return Decimal(mine[0]) / Decimal(theirs[0])
    return None
