"""A scale that stands once for several numbers: "from 3.2 to 4.5 billion", "3, 4 and 5 million"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.quantities.numbers import Stated, scaled

if TYPE_CHECKING:
    from summarizer.quantities.amount import Amount
    from summarizer.quantities.context import Found
    from summarizer.quantities.tokens import Tokens

_MOST = 1000
_HUNDRED = Decimal(100)
_HUNDREDS = frozenset(Decimal(n) for n in range(200, 1000, 100))
# "From 800 to 1.2 billion" leaves out another scale: one amount is not this much the other.
_APART = 50
_CHAINED = ([","], [",", "and"], [",", "or"])
_RESPECTIVELY = 14


def share_scales(tokens: Tokens, found: list[Found]) -> list[Found]:
    """Give the scale of the last number of a list, or of a change, to those before it.

    Args:
        tokens: The tokens of the paragraph.
        found: Its mentions, in order.

    Returns:
        The same mentions in the same places.
    """
    out = list(found)
    shared = False
    for k in range(len(out) - 2, -1, -1):
        one, last = out[k].amount, out[k + 1].amount
        words = tokens.lows[out[k].end : out[k + 1].begin] if _may_share(one, last) else []
        chained = words in _CHAINED and (shared or len(words) > 1)
        shared = bool(words) and (chained or _joined(tokens, one, last, words))
        if shared and one.value is not None:
            scale = _scale(last)
            stated = scaled(Stated(one.value, one.precision), scale)
            one = one._replace(value=stated.value, precision=stated.precision, scale=scale)
            out[k] = out[k]._replace(amount=one)
    return out


def _may_share(one: Amount, last: Amount) -> bool:
    """Whether a number has no scale and no unit of its own, or the currency of the next one."""
    if _scale(last) == 1 or one.scale != 1 or one.value is None or last.value is None:
        return False
    if one.high is not None or one.per is not None or not 0 < one.value < _MOST:
        return False
    if one.kind == "money":
        alike = last.unit == one.unit or last.unit is None
        return alike and one.part == 1 and last.kind in {"money", "other"} and _near(one, last)
    return one.kind in {"other", "count"} and one.unit is None and _near(one, last)


def _scale(last: Amount) -> Decimal:
    """The scale of an amount; hundreds in words too: "two or three hundred"."""
    hundreds = last.words and last.scale == 1 and last.value in _HUNDREDS
    return _HUNDRED if hundreds else last.scale


def _near(one: Amount, last: Amount) -> bool:
    if one.value is None or last.value is None:
        return False
    a, b = one.value * _scale(last), abs(last.value)
    return a <= b * _APART and b <= a * _APART


def _joined(tokens: Tokens, one: Amount, last: Amount, words: list[str]) -> bool:
    """Whether the words between two numbers make them two of a kind."""
    lead = tokens.low(one.begin - 1)
    if words == ["or"]:
        return True
    if words == ["to"]:
        return lead == "from"
    if words != ["and"] or one.words != last.words:
        return False
    if one.kind != "money":
        return True
    # "$3 and $4 billion" may be two things, unless the words set them side by side.
    after = tokens.lows[last.core_end : last.core_end + _RESPECTIVELY]
    listed = lead == "," and tokens.digits(one.begin - 2)
    return listed or lead == "between" or "respectively" in after
