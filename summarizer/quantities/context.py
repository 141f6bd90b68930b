"""What a mention takes from the mentions next to it: units, nouns, comparators, directions."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from summarizer.quantities.levels import level
from summarizer.quantities.numbers import EXACT
from summarizer.quantities.parallels import parallel
from summarizer.quantities.shared_scales import share_scales

if TYPE_CHECKING:
    from summarizer.quantities.amount import Amount
    from summarizer.quantities.tokens import Tokens
    from summarizer.quantities.types import Comparator, Direction


class Found(NamedTuple):
    """An amount in place, with its modifiers; `begin` and `end` span all of it, in tokens."""

    begin: int
    end: int
    amount: Amount
    comparator: Comparator | None = None
    direction: Direction | None = None


_LIST_SIGNS = frozenset({",", "and", "or", "-", "&", "/", "nor", "to", "‐"})
# After one of these a bare number goes on with what the number before it counted.
_ELIDERS = frozenset(
    "compared versus vs against from while lowest highest and than by with to decrease "
    "increase".split()
)
_LIST_GAP = 5
_LEVELS = (["to"], ["at"], ["to", "end", "at"], ["to", "close", "at"], ["to", "finish", "at"],
           ["to", "settle", "at"])  # fmt: skip
_INDICES = frozenset(
    "index indexes indices dow nasdaq s ftse dax cac nikkei kospi sensex nifty stoxx hang "
    "composite average averages klci tsx asx topix jones industrials points ibex mib bovespa "
    "ibovespa csi russell benchmark gauge shares stocks taiex jakarta straits set".split()
)
_INDEX_REACH = 25
# And after one of these with what stands further back, past a duration or a share.
_FURTHER = frozenset("and while compared versus vs against from".split())
_ELISION_GAP = 30
_BACK = 4
_STOPS = frozenset(".;!?")
# The words between an amount and its like in other terms: "(", ", or".
_RESTATED = 2
_LISTED = ([","], ["and"], [",", "and"])
_SIZES = 1000
_SHARES = frozenset({"percent", "basis_point", "percentage_point"})
_OF_WHOLE = (["of", "the"], ["of", "its"], ["of", "their"], ["of", "his"], ["of", "her"])
_UP_OR_DOWN = (["up"], ["down"], [",", "up"], [",", "down"])
_FULL_AGE = Decimal(110)
_COHORTS: dict[str, Comparator] = {"over": "gt", "under": "lt"}
_AFTER_AGE = frozenset({"", ".", ",", ";", "in", "on", "this", "last", "and", "next"})
_BOUNDED = frozenset({"lt", "gt", "ge", "le"})
_PERSONS = frozenset(
    "children kids adults people women men those persons anyone girls boys seniors voters patients "
    "workers residents students americans citizens players drivers child person".split()
)


def settle(tokens: Tokens, found: list[Found]) -> list[Found]:
    """Let each mention take what the words leave to its neighbours.

    Args:
        tokens: The tokens of the paragraph.
        found: Its mentions, in order.

    Returns:
        The same mentions in the same places, some with more fields.
    """
    out = share_scales(tokens, _two_bounds(tokens, found))
    for k in range(len(out) - 2, -1, -1):
        if _bare(out[k]):
            out[k] = _from_list(tokens, out[k], out[k + 1])
    for k in range(len(out)):
        if _bare(out[k]):
            out[k] = _age(tokens, out[k])
            voted = _bare(out[k]) and _vote(tokens, out[k])
            if voted and voted is not out[k]:
                out[k] = voted
                continue
        if not k:
            continue
        out[k] = _after(tokens, out[k - 1], out[k])
        if _bare(out[k]):
            out[k] = _across(tokens, out, k)
        if out[k].direction is None and (way := level(tokens, out, k)) is not None:
            out[k] = out[k]._replace(direction=way)
    return out


_ABOVE, _BELOW = frozenset({"gt", "ge"}), frozenset({"lt", "le"})


def _two_bounds(tokens: Tokens, found: list[Found]) -> list[Found]:
    """ "greater than 100 and smaller than 300": two bounds of one range."""
    out: list[Found] = []
    for one in found:
        bounds = out and one.comparator is not None and out[-1].comparator is not None
        joined = _bounded(tokens, out[-1], one) if bounds else None
        if joined is None:
            out.append(one)
        else:
            out[-1] = joined
    return out


def _bounded(tokens: Tokens, a: Found, b: Found) -> Found | None:
    if b.begin - a.end not in {1, 2}:
        return None
    words = tokens.lows[a.end : b.begin]
    if words not in (["and"], ["but"], [","], [",", "and"], [",", "but"], ["and", "is"]):
        return None
    if a.comparator in _BELOW and b.comparator in _ABOVE:
        low, high = b.amount, a.amount
    elif a.comparator in _ABOVE and b.comparator in _BELOW:
        low, high = a.amount, b.amount
    else:
        return None
    if low.value is None or high.value is None or low.value >= high.value or low.high or high.high:
        return None
    if low.kind != high.kind and {low.kind, high.kind} - {"count", "other"}:
        return None
    amount = b.amount._replace(begin=a.amount.begin, value=low.value, high=high.value,
                     unit=a.amount.unit or b.amount.unit)  # fmt: skip
    return Found(a.begin, b.end, amount, None, a.direction or b.direction)


def _bare(found: Found) -> bool:
    amount = found.amount
    return amount.unit is None and amount.kind in {"other", "count"} and amount.value is not None


def _from_list(tokens: Tokens, found: Found, following: Found) -> Found:
    """ "5, 6 and 7 percent": the unit stands once, at the end of the list."""
    amount, donor = found.amount, following.amount
    if donor.unit is None or (donor.kind in {"age", "duration"} and amount.scale > 1):
        return found
    between = tokens.lows[found.end : min(following.begin, found.end + _LIST_GAP)]
    if donor.kind == "index_level" and between in _UP_OR_DOWN:
        return found._replace(amount=amount._replace(kind="index_level", unit="point"))
    if between in _OF_WHOLE and donor.kind == "count" and (donor.value or 0) > (amount.value or 0):
        # "three of the five plants"
        return found._replace(
            amount=amount._replace(kind="count", unit=donor.unit, assumed=("unit",))
        )
    if not between or len(between) == _LIST_GAP or not _LIST_SIGNS.issuperset(between):
        return found
    written = tokens.text[tokens.starts[following.begin] : tokens.ends[following.end - 1]]
    if between == [","] and ("," in written or "unit" not in donor.assumed):
        # "for 5 million, two people said": no list without a third item or an "and".
        return found
    if donor.kind == "money" and tokens.starts[following.begin] != tokens.starts[donor.begin]:
        return found
    if donor.kind == "money" and _another_size(donor, amount):
        return found
    return found._replace(amount=_like(amount, donor))


def _like(amount: Amount, donor: Amount) -> Amount:
    """A bare number with the unit of another: cents, where that one is in cents."""
    given = amount._replace(kind=donor.kind, unit=donor.unit, per=donor.per, assumed=("unit",))
    if donor.part == 1 or amount.value is None:
        return given
    high = None if amount.high is None else EXACT.multiply(amount.high, donor.part)
    return given._replace(
        value=EXACT.multiply(amount.value, donor.part), high=high, part=donor.part,
        precision=EXACT.multiply(amount.precision, donor.part),
    )  # fmt: skip


def _after(tokens: Tokens, before: Found, found: Found) -> Found:
    """What the mention before a mention gives to it."""
    if found.begin - before.end > _ELISION_GAP:
        return found
    words = tokens.lows[before.end : found.begin]
    if not _STOPS.isdisjoint(words):
        return found
    if len(words) <= _RESTATED and _restates(words, tokens.low(found.end), before, found):
        return found._replace(
            comparator=found.comparator or before.comparator,
            direction=found.direction or before.direction,
        )
    if _bare(found):
        return _elided(tokens, words, before, found)
    a, b = before.amount, found.amount
    if words in _LISTED and found.direction is None and a.kind == b.kind in _SHARES:
        # "rose 5, 6 and 7 percent"
        return found._replace(direction=before.direction)
    return found


def _across(tokens: Tokens, out: list[Found], k: int) -> Found:
    """ "68,400 people out of work for two years and 95,800 …": the last count before."""
    for before in reversed(out[max(0, k - _BACK) : k]):
        if before.amount.kind in {"duration", "percent", "ratio", "ordinal", "age"}:
            continue
        words = tokens.lows[before.end : out[k].begin]
        if len(words) > _ELISION_GAP or not {".", ";", "(", ")"}.isdisjoint(words):
            break
        return (
            _elided(tokens, words[-6:], before, out[k])
            if not _FURTHER.isdisjoint(words)
            else out[k]
        )
    return out[k]


def _restates(words: list[str], closing: str, before: Found, found: Found) -> bool:
    """ "$220m (£115m)", "100 kilometers (60 miles)", "190 points, or 0.6%"."""
    kinds = {before.amount.kind, found.amount.kind}
    if words in (["("], ["(", "about"], ["/"]):
        return closing in {")", "/"} and len(kinds) == 1 and bool(kinds & {"money", "measure"})
    return words in ([",", "or"], ["or"], ["(", "or"]) and bool(kinds & {"percent", "index_level"})


def _elided(tokens: Tokens, words: list[str], before: Found, found: Found) -> Found:
    donor, amount = before.amount, found.amount
    if donor.unit is not None and parallel(tokens, before, found):
        return found._replace(amount=_like(amount, donor))
    level = [word for word in words if word != ","] in _LEVELS
    if level and donor.kind in {"percent", "index_level"}:
        if amount.value is not None and amount.value >= 100 and _of_an_index(tokens, found.begin):
            return found._replace(
                amount=amount._replace(kind="index_level", unit="point", assumed=("unit",))
            )
        return found
    if donor.kind == "percent" and words and words[-1] == "by":
        return found._replace(amount=amount._replace(kind="percent", unit="%", assumed=("unit",)))
    if donor.unit is None or donor.kind not in {"money", "count", "measure", "index_level"}:
        return found
    if donor.kind == "money" and words == ["and"] and amount.scale == 1:
        # "$4.25 and 32 is the quantity"
        return found
    if donor.kind == "money" and _another_size(donor, amount):
        return found
    whom = words[-2:] in (["of", "whom"], ["of", "which"])
    if not (whom or _ELIDERS & set(words)) or "(" in words or ")" in words:
        return found
    return found._replace(amount=_like(amount, donor))


def _another_size(donor: Amount, amount: Amount) -> bool:
    """Whether a bare number is too small to go on with an amount of money: "$5bn … from 640"."""
    if not donor.value or amount.value is None or donor.scale == 1 or amount.scale > 1:
        return False
    return abs(amount.value) * _SIZES < abs(donor.value)


def _vote(tokens: Tokens, found: Found) -> Found:
    """ "voted 31 to 24": counts of votes, whatever was counted before."""
    i = found.begin
    first = tokens.low(i - 1) == "voted" and tokens.low(found.end) == "to"
    second = tokens.low(i - 1) == "to" and tokens.low(i - 3) == "voted"
    return found._replace(amount=found.amount._replace(kind="count")) if first or second else found


def _of_an_index(tokens: Tokens, i: int) -> bool:
    """Whether an index is named before an amount: what it rose to are points then."""
    return not _INDICES.isdisjoint(tokens.lows[max(0, i - _INDEX_REACH) : i])


def _age(tokens: Tokens, found: Found) -> Found:
    """ "Maddon, 66, has used": a number between commas after a name is an age."""
    amount, i = found.amount, found.begin
    if found.comparator in _BOUNDED and tokens.low(i - 1) in _PERSONS:
        # "children under 5", "people over 65"
        if amount.value is not None and 0 < amount.value < _FULL_AGE and not amount.words:
            return found._replace(amount=amount._replace(kind="age", unit="year"))
        return found
    cohort = tokens.low(i - 1) == "-" and tokens.low(i + 1) == "s" and tokens.glued(i)
    if cohort and tokens.low(i - 2) in _COHORTS:
        # "over-65s", "under-25s"
        return found._replace(
            begin=i - 2, end=i + 2, comparator=_COHORTS[tokens.low(i - 2)],
            amount=amount._replace(kind="age", unit="year"),
        )  # fmt: skip
    turned = tokens.low(i - 1) in {"turned", "turns", "turning"} and tokens.low(i + 1) in _AFTER_AGE
    if turned and amount.value is not None and amount.value <= _FULL_AGE:
        return found._replace(amount=amount._replace(kind="age", unit="year"))
    if found.end != i + 1 or not tokens.digits(i) or amount.value is None:
        return found
    if not (
        tokens.low(i - 1) == ","
        and tokens.low(i + 1) in {",", "."}
        and 0 < amount.value < _FULL_AGE
    ):
        return found
    name = tokens.word(i - 2)
    if not (
        name[:1].isupper() and name.isalpha() and len(name) > 1 and tokens.word(i - 3)[:1].isupper()
    ) and not (name[:1].isupper() and name.isalpha() and i - 2 == 0):
        return found
    if amount.value != amount.value.to_integral_value():
        return found
    return found._replace(amount=amount._replace(kind="age", unit="year"))
