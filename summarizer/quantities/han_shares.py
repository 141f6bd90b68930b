"""Words that state a share, a multiple or a half of something: 一半, 翻一番, 倍増, 半年."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.quantities.han_units import Reading

if TYPE_CHECKING:
    from summarizer.quantities.types import Comparator, Direction, Kind

_HALF = Decimal("0.5")
# "半分以下" bounds a half; "下半数" does not exist, "一半是…" (on the one hand) is rare in news.
_WORDS: dict[str, tuple[Decimal, Direction | None, Comparator | None]] = {
    "过半数": (_HALF, None, "gt"), "過半数": (_HALF, None, "gt"), "過半數": (_HALF, None, "gt"),
    "一半": (_HALF, None, None), "半数": (_HALF, None, None), "半數": (_HALF, None, None),
    "半分": (_HALF, None, None), "翻一番": (Decimal(2), "up", None),
    "翻了一番": (Decimal(2), "up", None), "翻番": (Decimal(2), "up", None),
    "翻倍": (Decimal(2), "up", None), "倍增": (Decimal(2), "up", None),
    "倍増": (Decimal(2), "up", None), "翻两番": (Decimal(4), "up", None),
    "翻了两番": (Decimal(4), "up", None), "减半": (_HALF, "down", None),
    "減半": (_HALF, "down", None), "半減": (_HALF, "down", None), "腰斩": (_HALF, "down", None),
}  # fmt: skip
_HALVES: dict[str, tuple[Decimal, Kind, str]] = {
    "半个月": (_HALF, "duration", "month"), "半個月": (_HALF, "duration", "month"),
    "半年": (_HALF, "duration", "year"), "半小时": (_HALF, "duration", "hour"),
    "半小時": (_HALF, "duration", "hour"), "半时间": (_HALF, "duration", "hour"),
    "半天": (_HALF, "duration", "day"), "半ダース": (Decimal(6), "count", "item"),
    "半个": (_HALF, "count", "item"), "半個": (_HALF, "count", "item"),
}  # fmt: skip
_ALL = "|".join(sorted([*_WORDS, *_HALVES], key=len, reverse=True))
# "上半年", "一个半月" and "半年报" are none of their own.
SHARES = re.compile(rf"(?<![上下前后後个個])(?:{_ALL})(?![报報度期])")


def share(match: re.Match[str]) -> Reading:
    """What a match of `SHARES` states."""
    if (half := _HALVES.get(match.group())) is not None:
        value, kind, unit = half
        return Reading(kind, unit, match.start(), match.end(), value, step=Decimal("0.5"))
    value, direction, comparator = _WORDS[match.group()]
    return Reading(
        "ratio", None, match.start(), match.end(), value, step=Decimal(0), comparator=comparator,
        direction=direction,
    )  # fmt: skip
