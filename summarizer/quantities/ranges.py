"""Two amounts that are one range: "7% to 8%", "between $3 and $5 million", "30–600 MW"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities.amounts import read_amount
from summarizer.quantities.numbers import Stated, scaled

if TYPE_CHECKING:
    from summarizer.quantities.amount import Amount
    from summarizer.quantities.tokens import Tokens

_DASHES = {"-", "–", "—", "‐", "‑", "~", "～", "−"}
_CHANGE = frozenset(
    "rose fell grew raised cut increased decreased reduced dropped climbed jumped slipped went "
    "moved lowered lifted up down boosted widened narrowed slashed rising falling gained surged "
    "declined improved upgraded downgraded doubled changed expanded shrank soared plunged "
    "lifting raising cutting reducing increasing lowering dropping moving raise reduce increase "
    "cut lower lift".split()
)

# "fell 15% to 20%" is a range: of what stands at 20% no share of itself is said.
_SHARES = frozenset({"percent", "basis_point", "percentage_point"})
# "von 3 auf 5 Prozent", "de 3% para 5%": before and after.
_BECOMES = frozenset({"auf", "para"})
# "raised by 0.5% to 3.75%": no range of steps is as wide as that.
_LEVEL = 5
_PAST = frozenset(
    "added shed lost edged advanced rallied slid sank tumbled eased retreated".split()
)
_BETWEEN = frozenset(
    "by about another a an nearly almost more than over as much some around approximately "
    "further".split()
)
_JOINS = _DASHES | {"and", "to", "through"}


def extend(
    tokens: Tokens,
    first: Amount,
    floor: int,
    language: str | None = None,
    *,
    moved: bool = False,
) -> Amount:
    """Join an amount with the one after it where the two are the ends of a range.

    Args:
        tokens: The tokens.
        first: The amount before.
        floor: The first token that may be looked at.
        language: The language of the text.
        moved: Whether the amount is where something stood that rose or fell.

    Returns:
        The range, or the amount as it was.
    """
    j = first.core_end
    word = tokens.lows[j]
    if word not in _JOINS or first.value is None or first.kind == "ordinal":
        return first
    lead = tokens.low(first.begin - 1)
    if word == "-" and tokens.low(j + 1) in {"to", "or"} and not tokens.glued(j):
        # "8- to 16-meter"
        j, word = j + 1, tokens.low(j + 1)
    dash, stepped = word in _DASHES, False
    if dash:
        if tokens.glued(j - 1) != tokens.glued(j):
            return first
    elif word == "and":
        if lead not in {"between", "from"}:
            return first
    elif word not in {"to", "through"} or _apart(tokens, first, j, floor, moved=moved):
        return first
    else:
        stepped = lead == "by" or _stepped(tokens, first, floor)
    if tokens.low(j + 1) in {"about", "around"} and not dash:
        j += 1
    second = read_amount(tokens, j + 1, language)
    if second is None or second.value is None or second.kind == "ordinal":
        return first
    if stepped and (second.value >= _LEVEL * first.value or tokens.low(second.core_end) == "from"):
        return first
    return (
        _joined(first, second, lead, floor, between=word == "and" or lead in {"between", "from"})
        or first
    )


def _apart(tokens: Tokens, first: Amount, j: int, floor: int, *, moved: bool) -> bool:
    """Whether the amount before "to" at a token is what something was, or how far it moved."""
    lead = tokens.low(first.begin - 1)
    if lead == "from" and moved:
        return True
    led = lead == "from" or (lead == "of" and tokens.language is not None)
    if led and tokens.low(first.begin - 2) in _CHANGE:
        return True
    if tokens.words[j].lower() in _BECOMES:
        return True
    return first.kind not in _SHARES and _stepped(tokens, first, floor)


def _stepped(tokens: Tokens, first: Amount, floor: int) -> bool:
    """Whether an amount with its unit is how far something moved."""
    return first.unit is not None and _moved(tokens, first, floor)


def _moved(tokens: Tokens, first: Amount, floor: int) -> bool:
    """Whether the amount is how far something moved: "rose 18 cents to $2.40"."""
    j = first.begin - 1
    while j >= floor and j > first.begin - 5 and tokens.low(j) in _BETWEEN:
        j -= 1
    return j >= floor and tokens.low(j) in _CHANGE | _PAST


def _joined(
    first: Amount, second: Amount, lead: str, floor: int, *, between: bool
) -> Amount | None:
    if first.value is None or second.value is None:
        return None
    bare = first.kind in {"other", "count"} and first.unit is None
    same = first.kind == second.kind and (first.unit == second.unit)
    aged = first.kind == "age" and second.kind in {"other", "count", "duration", "age"}
    money_tail = first.kind == "money" and second.kind in {"other", "count"} and second.unit is None
    if not (bare or same or money_tail or aged):
        return None
    low, precision = first.value, first.precision
    if bare and second.part != 1:
        # "5 to 10 cents"
        low, precision = scaled(Stated(low, precision), second.part)
    if first.scale == 1 and second.scale > 1 and low < 1000 and low * second.scale <= second.value:
        # "$3-5 million": the scale stands once, at the end.
        low, precision = scaled(Stated(low, precision), second.scale)
    if low > second.value:
        return None
    unit, kind = (first.unit, first.kind) if money_tail else (second.unit, second.kind)
    if aged:
        unit, kind = second.unit or first.unit, "age"
    comparator = first.comparator
    begin = first.begin
    if between and lead in {"between", "from"} and begin - 1 >= floor:
        begin -= 1
    return second._replace(
        begin=begin, value=low, high=second.value, unit=unit, kind=kind,
        precision=min(precision, second.precision) if second.precision else precision,
        assumed=first.assumed or second.assumed, comparator=comparator,
    )  # fmt: skip
