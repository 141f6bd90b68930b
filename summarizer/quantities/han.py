"""Quantities in Chinese and Japanese text."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.quantities import han_words as words
from summarizer.quantities.han_numbers import NUMERAL, HanNumber, read_han, value_of
from summarizer.quantities.numbers import EXACT, trimmed
from summarizer.quantities.types import Mask, Mention, Quantity, Span

if TYPE_CHECKING:
    from summarizer.quantities.types import Comparator, Direction, Kind

# Where a numeral may begin; the signs before it are looked for backwards.
_LEAD = 10
_NEGATIVE = re.compile(r"(?:负|負|マイナス|零下|(?<![0-9０-９A-Za-z\u3400-\u9fff])[-－−])[ ]?$")
_JOINT = re.compile(
    r"[ ]?(?:到|至|[-–~～—－]|から|〜)[ ]?(?=[0-9０-９零一二三四五六七八九十百千两$€£¥￥])"
)
_SCALE = re.compile(r"[万萬亿億兆千百]+")
_ORDINAL = re.compile(r"第[ ]?$|(?<![A-Z]{2})[A-Za-z][-]?$")
_TENTHS = re.compile(
    r"[ ]?(?:成|割)(?:半|([一二三四五六七八九1-9])(?:分)?)?(?!员|立|为|功|本|都|長|长|果|熟|绩|就)"
)
_SCALES = re.compile(r"(?:摂氏|摄氏|攝氏|华氏|華氏)(?:温度)?(?:の|是|为)?[ ]?$")


def scan_han(text: str, language: str | None, *, native: bool) -> tuple[list[Mention], list[Mask]]:
    """Find the quantities and masks that Chinese or Japanese letters make.

    Args:
        text: The text.
        language: ISO 639-1 code of its language.
        native: Whether the text is Chinese or Japanese; in others, where such letters are names
            and quotations, a number counts only with digits before a unit in these letters.

    Returns:
        Mentions and masks, in order, none overlapping.
    """
    masks = _masks(text) if native else []
    mentions: list[Mention] = []
    position, k = 0, 0
    for match in NUMERAL.finditer(text):
        start = match.start()
        if start < position:
            continue
        while k < len(masks) and masks[k].end <= start:
            k += 1
        if k < len(masks) and masks[k].start < match.end():
            continue
        floor = max(position, masks[k - 1].end if k else 0)
        mention = _mention(text, start, floor, language, native=native)
        if k < len(masks) and mention is not None and mention.end > masks[k].start:
            continue
        if mention is not None:
            mentions.append(mention)
            position = mention.end
    return mentions, masks


def _masks(text: str) -> list[Mask]:
    found: list[Mask] = []
    for pattern, kind in words.MASKS:
        found.extend(
            Mask(match.group(), match.start(), match.end(), kind, _iso(match))
            for match in pattern.finditer(text)
        )
    found.sort(key=lambda m: (m.start, m.start - m.end))
    out: list[Mask] = []
    for mask in found:
        if not out or mask.start >= out[-1].end:
            out.append(mask)
    return out


def _iso(match: re.Match[str]) -> str | None:
    """The ISO form of a date, from the groups y, m and d of its pattern."""
    parts: dict[str, int] = {}
    for key, group in match.groupdict().items():
        read = value_of(group) if group else None
        if read is not None:
            parts[key] = int(read[0])
    year = f"{parts['y']:04d}" if parts.get("y", 0) > 999 else None
    month, day = parts.get("m"), parts.get("d")
    if month is None:
        return year
    tail = f"-{month:02d}" + (f"-{day:02d}" if day else "")
    return f"{year or '-'}{tail}"


def _mention(
    text: str, start: int, floor: int, language: str | None, *, native: bool
) -> Mention | None:
    """The mention whose numeral begins at an offset."""
    number = _read(text, start, short=language != "ja")
    before = text[max(floor, start - _LEAD) : start]
    if number is None or _ORDINAL.search(before) or words.NO_NUMBERS.match(text, start):
        return None
    inside: Comparator | None = None
    if (extra := words.INSIDE.match(text, number.end)) is not None:
        inside = "gt"
        number = _carry_on(text, number, extra.end())
    low, core_start = number.value, start
    if (sign := _NEGATIVE.search(before)) is not None:
        low, core_start = EXACT.minus(low), start - len(sign.group())
        before = text[max(floor, core_start - _LEAD) : core_start]
    kind, unit, end, ends, stated, assumed = _united(text, number, before)
    if kind == "other" and not (sign and native) and not _counts(text, start, end, native=native):
        return None
    if not native and kind != "other" and text[end - 1].isascii():
        return None
    high: Decimal | None = None
    if ends is not None:
        low, high = ends
    else:
        low = EXACT.minus(stated[1]) if sign else stated[1]
    mention_start = core_start
    if kind == "money" and (prefix := words.MONEY_BEFORE.search(before)) is not None:
        mention_start = core_start = core_start - len(prefix.group())
        before = text[max(floor, core_start - _LEAD) : core_start]
    comparator, mention_start, mention_end = _bounds(text, before, mention_start, end, inside)
    lead = text[max(floor, mention_start - _LEAD) : mention_start]
    quantity = Quantity(
        kind=kind,
        value=low,
        high=high,
        unit=unit,
        comparator=comparator,
        direction=_direction(text, lead, mention_end),
        precision=trimmed(stated[0]) or None,
        assumed=assumed,
    )
    return Mention(
        text[mention_start:mention_end], mention_start, mention_end, Span(core_start, end), quantity
    )


def _read(text: str, start: int, *, short: bool) -> HanNumber | None:
    """The numeral at an offset; a last 千, 兆 or 两 that begins a unit is left to it: "百千瓦"."""
    number = read_han(text, start, short=short)
    if number is None or number.end - start < 2 or text[number.end - 1] not in "千兆两兩":
        return number
    unit = words.AFTER_NUMBER.match(text, number.end - 1)
    if unit is None or (
        unit.group() in {"两", "兩"}
        and text[number.end - 2] not in "十百千万二三四五六七八九0123456789"
    ):
        return number
    return read_han(text, start, number.end - 1, short=short)


def _carry_on(text: str, number: HanNumber, start: int) -> HanNumber:
    """ "300多亿": the scale after the word for "more"."""
    match = _SCALE.match(text, start)
    if match is None:
        return number._replace(end=start)
    scale = value_of("1" + match.group())
    if scale is None:
        return number
    return number._replace(
        value=EXACT.multiply(number.value, scale[0]),
        precision=EXACT.multiply(number.precision, scale[0]),
        end=match.end(),
    )


_United = tuple[
    "Kind",
    "str | None",
    int,
    "tuple[Decimal, Decimal] | None",
    tuple[Decimal, Decimal],
    tuple[str, ...],
]


def _united(text: str, number: HanNumber, before: str) -> _United:
    """What unit goes with a numeral, and the high end where it is one of a range."""
    step, value, end = number.precision, number.value, number.end
    if number.form == "percent":
        return "percent", "%", end, None, (step, value), ()
    if number.form == "fraction":
        return "ratio", None, end, None, (Decimal(0), value), ()
    if (tenths := _TENTHS.match(text, end)) is not None:
        extra = value_of(tenths.group(1)) if tenths.group(1) else None
        extra_value = Decimal(5) if "半" in tenths.group() else (extra[0] if extra else Decimal(0))
        share = EXACT.add(EXACT.multiply(value, Decimal(10)), extra_value)
        return "percent", "%", tenths.end(), None, (Decimal(1), share), ()
    high: Decimal | None = None
    if (joint := _JOINT.match(text, end)) is not None:
        second = read_han(text, joint.end())
        if second is not None and second.form == "number" and second.value > value:
            high, end = second.value, second.end
    unit_match = words.AFTER_NUMBER.match(text, end)
    prefix = words.MONEY_BEFORE.search(before)
    ends = None if high is None else (value, high)
    if prefix is not None and (unit_match is None or unit_match.group().strip() not in words.MONEY):
        name = prefix.group(1)
        code = words.PREFIX_CODES.get(name) or words.MONEY[name]
        return "money", code, end, ends, (step, value), ("unit",) if name in "$¥￥＄" else ()
    if unit_match is None:
        return "other", None, end, ends, (step, value), ()
    name = unit_match.group().strip()
    end = unit_match.end()
    if name in words.MONEY:
        value, end, step = _change(text, words.MONEY[name], value, end, step)
        return "money", words.MONEY[name], end, ends, (step, value), ()
    if name in words.PARTS:
        code, factor = words.PARTS[name]
        return (
            "money",
            code,
            end,
            ends,
            (EXACT.multiply(step, factor), EXACT.multiply(value, factor)),
            (),
        )
    kind, unit = words.UNITS[name]
    if text[end : end + 1] == "半" and kind in {"measure", "duration"}:
        value, end = EXACT.add(value, Decimal("0.5")), end + 1
    if unit == "degree" and (scale := _SCALES.search(before)) is not None:
        unit = "celsius" if scale.group()[0] in "摂摄攝" else "fahrenheit"
    return kind, unit, end, ends, (step, value), ()


def _change(
    text: str, code: str, value: Decimal, end: int, step: Decimal
) -> tuple[Decimal, int, Decimal]:
    """ "50元6角三分", "2222円13銭": the parts after the whole."""
    for _ in range(2):
        joint = end + (text[end : end + 1] in {"と", "零"})
        coins = read_han(text, joint)
        match = words.AFTER_NUMBER.match(text, coins.end) if coins else None
        name = match.group().strip() if match else ""
        if coins is not None and match is not None and name in words.PARTS:
            factor = words.PARTS[name][1]
            end = match.end()
        elif coins is not None and text[coins.end : coins.end + 1] == "分" and code == "CNY":
            factor, end = Decimal("0.01"), coins.end + 1
        else:
            break
        value, step = EXACT.add(value, EXACT.multiply(coins.value, factor)), factor
    return value, end, step


def _counts(text: str, start: int, end: int, *, native: bool) -> bool:
    """Whether a numeral without a unit is a number at all."""
    number = text[start:end]
    if not native:
        return False
    if number.isascii():
        # Left to the general scanner, which knows fractions, dates and addresses.
        return False
    if any(c.isdigit() for c in number):
        return True
    return len(number) > 1 or (start == 0 and end == len(text))


def _bounds(
    text: str, before: str, start: int, end: int, inside: Comparator | None
) -> tuple[Comparator | None, int, int]:
    if (match := words.COMPARATOR_BEFORE.search(before)) is not None:
        name = next(
            w for w in sorted(words.BEFORE, key=len, reverse=True) if match.group().startswith(w)
        )
        return words.BEFORE[name], start - len(match.group()), end
    if (match := words.COMPARATOR_AFTER.match(text, end)) is not None:
        return words.AFTER[match.group().strip()], start, match.end()
    return inside, start, end


def _direction(text: str, before: str, end: int) -> Direction | None:
    if (match := words.DIRECTION_BEFORE.search(before)) is not None:
        return words.DIRECTIONS[match.group(1)]
    if (match := words.DIRECTION_AFTER.match(text, end)) is not None:
        return words.DIRECTION_WORDS.get(match.group(1).lstrip("的"))
    return None
