"""How two amounts that are said of one thing go together."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.conflicts.rates import fit, reference
from summarizer.grounding.wordlist import words
from summarizer.quantities import compare, interval

if TYPE_CHECKING:
    from summarizer.models import Slip
    from summarizer.quantities import Quantity

Terms = Literal["agree", "rounding", "slip", "other", "apart"]
"""agree: the same amount; rounding: the stated digits, bounds or the day's rate allow it; slip: the
same digits, wrongly written in one; other: both cannot be true; apart: they say nothing of each
other."""

_SHARES = frozenset({"percent", "percentage_point"})
_WORDS = (3, 6, 9)
"""Powers of ten that a wrong scale word makes."""
_NEAR_BOUND = Decimal("1.2")
_MANY = 3
_SIDES = (frozenset({"gt", "ge"}), frozenset({"lt", "le"}))
_KIN = tuple(
    words(line)
    for line in """
    person people employee worker staff job position post colleague soldier
    person people resident inhabitant volunteer patient participant subject
    person people user customer subscriber member client household account
    person people passenger visitor guest spectator fan traveller tourist
    person people victim death fatality casualty
    ship vessel boat tanker
    plane aircraft jet airliner
    home house flat apartment unit dwelling household
    car vehicle truck lorry
    shop store outlet branch
    container box teu
    painting picture work
    group bidder company firm
    farmer owner
    """.strip().splitlines()
)
"""Nouns that two writers use for one thing."""


class Pair(NamedTuple):
    """What two amounts are to each other."""

    terms: Terms
    slip: Slip | None = None
    loose: bool = False
    """Whether they agree by a bound that allows much more: "more than 9%" and 38%."""
    converted: bool = False
    """Whether an exchange rate stands between them: any two amounts come near one by chance."""


APART = Pair("apart")
_PLAIN = {
    "equal": Pair("agree"),
    "sign": Pair("slip", "sign"),
    "currency": Pair("slip", "currency"),
}


def relate(a: Quantity, b: Quantity, year: int | None) -> Pair:
    """Say how two amounts go together, if they are said of one thing.

    Args:
        a: An amount.
        b: Another one.
        year: The year whose exchange rates count.
    """
    if a.value is None or b.value is None or _per_differs(a, b):
        return APART
    b = _bare_dollar(b, a)
    a = _bare_dollar(a, b)
    a, b = _one_noun(a, b)
    found = compare(a, b)
    if found in _PLAIN:
        return _PLAIN[found]
    if found in {"rounded", "within_bound"}:
        return Pair("rounding", loose=found == "within_bound" and _far(a, b))
    if found == "power_of_ten":
        return Pair("slip", _shift(a, b))
    if found == "unit" and {a.kind, b.kind} == _SHARES:
        return Pair("slip", "percent_or_points")
    if found == "comparator":
        return Pair("rounding") if _edge(a, b) else Pair("other", "digits")
    if found == "incomparable" and a.kind == b.kind == "money" and a.unit != b.unit:
        return _converted(a, b, year)
    if found == "different":
        return _sloppy(a, b) or Pair("slip" if _transposed(a, b) else "other", "digits")
    return APART


def same_amount(a: Quantity, b: Quantity) -> bool:
    """Whether two amounts are one, but for rounding and words such as "more than"."""
    pair = relate(a, b, None)
    return pair.terms in {"agree", "rounding"} and not pair.loose


def _one_noun(a: Quantity, b: Quantity) -> tuple[Quantity, Quantity]:
    """Counts of the same under two nouns: 61 ships and 61 vessels, 640 people and 640 employees."""
    if a.kind != "count" or b.kind != "count" or not a.unit or not b.unit or a.unit == b.unit:
        return a, b
    nouns = tuple(unit.rsplit(" ", 1)[-1] for unit in (a.unit, b.unit))
    if nouns[0] == nouns[1] or any(set(nouns) <= kin for kin in _KIN):
        return a, replace(b, unit=a.unit)
    return a, b


def _transposed(a: Quantity, b: Quantity) -> bool:
    """Whether two amounts of three digits or more differ in the order of their digits alone."""
    if a.value is None or b.value is None or a.high is not None or b.high is not None:
        return False
    one, two = a.value.normalize().as_tuple(), b.value.normalize().as_tuple()
    return (
        len(one.digits) >= _MANY
        and one.exponent == two.exponent
        and one.sign == two.sign
        and sorted(one.digits) == sorted(two.digits)
    )


def _per_differs(a: Quantity, b: Quantity) -> bool:
    return (a.per or None) != (b.per or None) and bool(a.per and b.per)


def _bare_dollar(q: Quantity, other: Quantity) -> Quantity:
    """A bare "$" may be any dollar, beside another one it is that one; and so with bare cents."""
    if q.kind != "money" or "unit" not in q.assumed or q.unit == other.unit:
        return q
    if (q.cents and other.cents) or (other.unit or "").endswith("D"):
        return replace(q, unit=other.unit)
    return q


def _far(a: Quantity, b: Quantity) -> bool:
    """Whether a bound is met with so much to spare that it says little."""
    if not a.value or not b.value:
        return True
    if a.value != b.value and any({a.comparator, b.comparator} <= side for side in _SIDES):
        return True
    ends = [abs(v) for q in (a, b) for v in (q.value, q.high) if v is not None]
    return max(ends) > min(ends) * _NEAR_BOUND if min(ends) else True


def _edge(a: Quantity, b: Quantity) -> bool:
    """Whether one source says "more than 53" and the other a plain 53: nobody is ten times off."""
    return {a.comparator, b.comparator} & {"gt", "lt"} != set() and None in {
        a.comparator,
        b.comparator,
    }


def _sloppy(a: Quantity, b: Quantity) -> Pair | None:
    """Whether one source says "nearly 5 billion" of 4.7, or rounds to a half: no conflict."""
    x, y = a.value, b.value
    if x is None or y is None or not x or not y or a.high is not None or b.high is not None:
        return None
    loose = {a.comparator, b.comparator} & {"approx", "gt", "ge", "lt", "le"}
    if loose and x * y > 0:
        ratio = max(abs(x), abs(y)) / min(abs(x), abs(y))
        if ratio <= Decimal("1.1"):
            return Pair("rounding")
    return None


def _shift(a: Quantity, b: Quantity) -> Slip:
    """A shifted point, or one scale word for another."""
    if not a.value or not b.value:
        return "power_of_ten"
    power = abs(abs(a.value).log10() - abs(b.value).log10()).to_integral_value()
    return "scale_word" if int(power) in _WORDS else "power_of_ten"


def _converted(a: Quantity, b: Quantity, year: int | None) -> Pair:
    """Two currencies: whether the year's rate turns one amount into the other."""
    if a.unit is None or b.unit is None or a.high is not None or b.high is not None:
        return APART
    rate = reference(a.unit, b.unit, year)
    bounds = implied(a, b)
    if rate is None or bounds is None:
        return APART
    how = fit(*bounds, rate, a.unit, b.unit)
    if how == "fits":
        return Pair("rounding", converted=True)
    if how == "shifted":
        return Pair("slip", "power_of_ten", converted=True)
    return Pair("other", "digits", converted=True)


def implied(a: Quantity, b: Quantity) -> tuple[Decimal, Decimal] | None:
    """The rates, `b` for one `a`, that the stated digits of two amounts allow."""
    x, y = (interval(replace(q, comparator=None)) for q in (a, b))
    if x.low is None or x.high is None or y.low is None or y.high is None:
        return None
    if x.low <= 0 or y.low <= 0:
        return None
    return y.low / x.high, y.high / x.low
