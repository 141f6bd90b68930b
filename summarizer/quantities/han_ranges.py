"""Two amounts that are one range, in Chinese and Japanese: "10亿元至20亿元", "2〜3年"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.quantities import han_words as words
from summarizer.quantities.han_numbers import NUMERAL
from summarizer.quantities.han_units import read_one
from summarizer.quantities.numbers import Stated, scaled
from summarizer.quantities.types import Mention, Span

if TYPE_CHECKING:
    from summarizer.quantities.han_units import Reading

_JOINT = re.compile(
    r"[ ]?(?P<sign>到|至|から|[-–—~～－−〜]{1,2})[ ]?(?P<prefix>(?:US|HK|NT|A|C|S)?[$＄€£¥￥]|"
    r"人民币|(?:负|負|マイナス|[-−－])(?=[0-9０-９]))?"
)
# "10億円から20億円に増えた": two amounts, one before and one after.
_BECAME = re.compile(r"(?:台|程度|前後)?[にへ](?!わた|かけ)")
_LEAD = 10
_SMALL = 1000
# What may stand between two bounds of one range.
_AND = re.compile(
    r"[ ，,、]{0,3}(?:且|并且|并|而且|而|但|かつ|が|く|で|いが|い|の)?[ ，,、]{0,2}\Z"
)
_ABOVE, _BELOW = frozenset({"gt", "ge"}), frozenset({"lt", "le"})


def ranged(text: str, one: Reading, floor: int, language: str | None, *, native: bool) -> Reading:
    """An amount joined with the one after it where both are ends of a range.

    Args:
        text: The text.
        one: The amount before.
        floor: What stands before it is another amount's.
        language: ISO 639-1 code of the language.
        native: Whether the text is Chinese or Japanese.
    """
    joint = _JOINT.match(text, one.end)
    if joint is None or one.high is not None or one.comparator is not None:
        return one
    numeral = NUMERAL.match(text, joint.end())
    if numeral is None:
        return one
    other = read_one(text, joint.end(), joint.end("sign"), language, native=native)
    if other is None or other.high is not None or other.start > joint.end():
        return one
    joined = _joined(one, other)
    if joined is None or _moved(text, one, other, joint["sign"], floor):
        return one
    return joined


def _joined(one: Reading, other: Reading) -> Reading | None:
    low, step = one.value, one.step
    bare = one.kind == "other"
    same = (one.kind, one.unit) == (other.kind, other.unit)
    money_tail = one.kind == "money" and other.kind == "other"
    if not (bare or same or money_tail):
        return None
    if one.scale == 1 < other.scale and not (same and not bare and other.start == one.start):
        raised = scaled(Stated(low, step), other.scale)
        shared = (bare or money_tail or one.assumed) and low < _SMALL
        if shared and raised.value <= other.value:
            low, step = raised
    if low >= other.value:
        return None
    source = one if money_tail else other
    return source._replace(
        start=one.start, end=other.end, value=low, high=other.value, step=min(step, other.step),
        per=one.per or other.per, comparator=other.comparator,
    )  # fmt: skip


def _moved(text: str, one: Reading, other: Reading, sign: str, floor: int) -> bool:
    """Whether the first amount is how far something moved, or what it was: "上涨5元至30元"."""
    if sign == "から":
        return _BECAME.match(text, other.end) is not None
    if sign not in {"到", "至"} or one.kind in {"percent", "other"}:
        return False
    lead = text[max(floor, one.start - _LEAD) : one.start]
    return words.DIRECTION_BEFORE.search(lead) is not None


def between(text: str, mentions: list[Mention]) -> list[Mention]:
    """ "大于10小于20", "100以上300以下": two bounds of one range become one mention."""
    out: list[Mention] = []
    for mention in mentions:
        joined = _bounded(text, out[-1], mention) if out else None
        if joined is None:
            out.append(mention)
        else:
            out[-1] = joined
    return out


def _bounded(text: str, first: Mention, second: Mention) -> Mention | None:
    a, b = first.quantity, second.quantity
    if a.comparator is None or b.comparator is None or a.high is not None or b.high is not None:
        return None
    if a.comparator in _ABOVE and b.comparator in _BELOW:
        low, high = a.value, b.value
    elif a.comparator in _BELOW and b.comparator in _ABOVE:
        low, high = b.value, a.value
    else:
        return None
    gap = text[first.end : second.start]
    if low is None or high is None or low >= high or not _AND.match(gap):
        return None
    if gap.strip(" ")[:1] in {",", "，", "、"} and first.end == first.core.end:
        # "最大で1兆円、少なくとも500億円" are two amounts.
        return None
    if a.kind != b.kind and "other" not in {a.kind, b.kind}:
        return None
    source = a if b.kind == "other" else b
    quantity = replace(source, value=low, high=high, comparator=None)
    core = Span(first.core.start, second.core.end)
    return Mention(text[first.start : second.end], first.start, second.end, core, quantity)
