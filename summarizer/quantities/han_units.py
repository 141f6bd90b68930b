"""One amount in Chinese or Japanese: a numeral with its sign, currency, unit and rate."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from summarizer.quantities import han_words as words
from summarizer.quantities.han_numbers import HanNumber, read_han, value_of
from summarizer.quantities.numbers import EXACT

if TYPE_CHECKING:
    from summarizer.quantities.types import Comparator, Direction, Kind

# How far back the signs, currencies and rates before a numeral are looked for.
_LEAD = 14
_MINUS = re.compile(r"(?:负|負|マイナス|零下|[-－−])[ ]?$")
# A dash is a minus after these, and between other words the sign of a range or of a name.
_BEFORE_MINUS = frozenset(
    " \t\n\u3000,，、:：;；（(「『“\"'=＝比は為为到至跌降約约率额額增減减长長幅是达達でのとにがもえ"
)
_SCALE = re.compile(r"[万萬亿億兆千百]+")
_THOUSAND = re.compile(r"[kK](?![A-Za-z0-9])")
_ONE = "([一二三四五六七八九1-9１-９])"
_TENTHS = re.compile(
    rf"[ ]?(?:成|割)(?:半|(?:{_ONE}分?(?:{_ONE}[厘毛])?)?)"
    r"(?!员|立|为|功|本|都|長|长|果|熟|绩|就)"
)
_SCALES = re.compile(r"(?:摂氏|摄氏|攝氏|华氏|華氏)(?:温度)?(?:の|是|为)?[ ]?$")
_DOZENS = re.compile(
    r"[ ]?(?:ダース|打(?=啤酒|鸡蛋|雞蛋|蛋|苹果|蘋果|橙|梨|玫瑰|铅笔|鉛筆|毛巾|袜|面包|麵包|酒|纸|"
    r"杯|笔|[ 。，,]*$))"
)
_LONE = re.compile(
    r"(零)?([一二两兩三四五六七八九])(?![0-9０-９一二三四五六七八九十百千万亿億元块塊角毛分个個人年月天号折])"
)
_HALF_MORE = re.compile(r"[个個]半(?:(月)|小[时時])")
_POINTS = re.compile(r"[%％率割]|シェア|占比|比重|份额")
_NEAR = 40
_INDEX_LEADS = frozenset("涨漲跌升降报報收")
_FULL_POINTS = 100
# What units are that some copies set with blanks between their letters.
_SPACED: tuple[tuple[Kind, str], ...] = (("percentage_point", "pp"), ("percent", "%"))


class Reading(NamedTuple):
    """An amount in a text: where it stands and what it means.

    Attributes:
        kind: As in a quantity.
        unit: As in a quantity.
        start: Where its sign, currency or numeral begins.
        end: Where its unit ends, exclusive.
        value: Its worth, or the low end of "两三个" (two or three).
        high: The high end, else None.
        step: The worth of one unit of its last stated digit.
        assumed: As in a quantity.
        per: As in a quantity.
        scale: The worth of the last scale letters of its numeral.
        comparator: One that stands inside of it: "300多亿".
        direction: One that it states itself: "翻番".
    """

    kind: Kind
    unit: str | None
    start: int
    end: int
    value: Decimal
    high: Decimal | None = None
    step: Decimal = Decimal(1)
    assumed: tuple[str, ...] = ()
    per: str | None = None
    scale: Decimal = Decimal(1)
    comparator: Comparator | None = None
    direction: Direction | None = None


def read_one(
    text: str, start: int, floor: int, language: str | None, *, native: bool
) -> Reading | None:
    """Read the amount whose numeral begins at an offset.

    Args:
        text: The text.
        start: Where the numeral begins.
        floor: What stands before it is another amount's.
        language: ISO 639-1 code of the language.
        native: Whether the text is Chinese or Japanese.
    """
    number = _numeral(text, start, short=language != "ja")
    if number is None:
        return None
    comparator: Comparator | None = None
    if (inside := words.INSIDE.match(text, number.end)) is not None:
        comparator = "gt"
        number = _carry_on(text, number, inside.end())
    one = _united(text, number, text[max(floor, start - _LEAD) : start], language)
    one = one._replace(
        start=start, comparator=comparator, scale=_last_scale(text, start, number.end)
    )
    low = _signed(text, start, floor)
    if low < start and (native or one.kind != "other"):
        value, high = EXACT.minus(one.value), one.high
        if high is None:
            one = one._replace(start=low, value=value)
        else:
            one = one._replace(start=low, value=EXACT.minus(high), high=value)
    return _priced(text, one, floor, language)


def _signed(text: str, start: int, floor: int) -> int:
    """Where the minus of a numeral begins, or the numeral itself."""
    lead = text[max(floor, start - _LEAD) : start]
    sign = _MINUS.search(lead)
    if sign is None:
        return start
    at = start - len(sign.group())
    word = sign.group().strip()
    if len(word) > 1 or word in "负負":
        return at
    alone = at == 0 or text[at - 1] in _BEFORE_MINUS
    return at if alone else start


def _last_scale(text: str, start: int, end: int) -> Decimal:
    """The worth of the scale letters that a numeral ends in: 1e8 for "20亿"."""
    k = end
    while k > start and text[k - 1] in "万萬亿億兆千百":
        k -= 1
    read = value_of("1" + text[k:end]) if k < end else None
    return read[0] if read is not None else Decimal(1)


def _numeral(text: str, start: int, *, short: bool) -> HanNumber | None:
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


def _times(number: HanNumber, factor: Decimal, end: int) -> HanNumber:
    high = None if number.high is None else EXACT.multiply(number.high, factor)
    return number._replace(
        value=EXACT.multiply(number.value, factor),
        precision=EXACT.multiply(number.precision, factor),
        end=end,
        high=high,
    )


def _carry_on(text: str, number: HanNumber, start: int) -> HanNumber:
    """ "300多亿": the scale after the word for "more"."""
    match = _SCALE.match(text, start)
    scale = value_of("1" + match.group()) if match else None
    if match is None or scale is None:
        return number._replace(end=start)
    return _times(number, scale[0], match.end())


def _plain(number: HanNumber, kind: Kind, unit: str | None, end: int) -> Reading:
    return Reading(kind, unit, end, end, number.value, number.high, number.precision)


def _united(text: str, number: HanNumber, before: str, language: str | None) -> Reading:
    """A numeral with the unit that stands after it."""
    if number.form != "number":
        share = number.form == "percent"
        return _plain(number, "percent" if share else "ratio", "%" if share else None, number.end)
    if (dozens := _DOZENS.match(text, number.end)) is not None:
        return _plain(_times(number, Decimal(12), dozens.end()), "count", "item", dozens.end())
    if (tenths := _TENTHS.match(text, number.end)) is not None:
        return _tenths(number, tenths)
    thousand = _THOUSAND.match(text, number.end)
    if thousand is not None and words.AFTER_NUMBER.match(text, thousand.end()):
        number = _times(number, Decimal(1000), thousand.end())
    match = words.AFTER_NUMBER.match(text, number.end)
    if match is None:
        return _plain(number, "other", None, number.end)
    name = "".join(match.group().split())
    if name in words.MONEY:
        return _change(text, _plain(number, "money", words.MONEY[name], match.end()), name)
    if name in words.PARTS:
        code, factor = words.PARTS[name]
        return _change(text, _plain(_times(number, factor, 0), "money", code, match.end()), name)
    kind, unit = words.UNITS.get(name) or _SPACED[name[0] == "パ"]
    one = _plain(number, kind, unit, match.end())
    if kind == "index_level" or name == "ポイント":
        return _points(text, one, before, name, language)
    return _with_half(text, one, number.end, before)


def _with_half(text: str, one: Reading, after: int, before: str) -> Reading:
    """ "3个半月", "两米半": a half more; and the scale that degrees are of."""
    half = _HALF_MORE.match(text, after)
    tail = text[one.end : one.end + 1] == "半" and one.kind in {"measure", "duration"}
    if half is not None or tail:
        end = half.end() if half else one.end + 1
        value, step = EXACT.add(one.value, Decimal("0.5")), Decimal("0.5")
        one = one._replace(value=value, end=end, step=step)
        if half is not None:
            one = one._replace(kind="duration", unit="month" if half.group(1) else "hour")
    if one.unit == "degree" and (scale := _SCALES.search(before)) is not None:
        return one._replace(unit="celsius" if scale.group()[0] in "摂摄攝" else "fahrenheit")
    return one


def _tenths(number: HanNumber, match: re.Match[str]) -> Reading:
    """ "三成半", "3割8分7厘": tenths, hundredths and thousandths as percent."""
    share, step = EXACT.multiply(number.value, Decimal(10)), EXACT.multiply(number.precision, 10)
    if "半" in match.group():
        share, step = EXACT.add(share, Decimal(5)), Decimal(1)
    for part, worth in ((match.group(1), Decimal(1)), (match.group(2), Decimal("0.1"))):
        read = value_of(part) if part else None
        if read is not None:
            share, step = EXACT.add(share, EXACT.multiply(read[0], worth)), worth
    end = match.end()
    high = None if number.high is None else EXACT.multiply(number.high, Decimal(10))
    return Reading("percent", "%", end, end, share, high, step)


def _points(text: str, one: Reading, before: str, name: str, language: str | None) -> Reading:
    """Points of an index; of a share where one is near; "三点建议" are none at all."""
    if name == "ポイント":
        near = text[max(0, one.start - _NEAR) : one.start]
        if _POINTS.search(near):
            return one._replace(kind="percentage_point", unit="pp")
        return one._replace(kind="index_level", unit="point")
    if one.value >= _FULL_POINTS or (before and before[-1] in _INDEX_LEADS) or language == "ja":
        return one
    return one._replace(kind="other", unit=None, end=one.end - len(name))


def _change(text: str, one: Reading, name: str) -> Reading:
    """ "50元6角三分", "2222円13銭", "三块二": the parts after the whole."""
    value, end, step, code = one.value, one.end, one.step, one.unit
    for _ in range(2):
        joint = end + (text[end : end + 1] in {"と", "零"} and text[end + 1 : end + 2] != "")
        coins = read_han(text, joint)
        match = words.AFTER_NUMBER.match(text, coins.end) if coins else None
        part = match.group().strip() if match else ""
        if coins is not None and match is not None and part in words.PARTS:
            factor, end, name = words.PARTS[part][1], match.end(), part
        elif coins is not None and text[coins.end : coins.end + 1] == "分" and code == "CNY":
            factor, end, name = Decimal("0.01"), coins.end + 1, "分"
        else:
            break
        value, step = EXACT.add(value, EXACT.multiply(coins.value, factor)), factor
    lone = _LONE.match(text, end) if name in {"块", "塊", "毛", "角"} else None
    if lone is not None and one.high is None:
        tenth = Decimal("0.1") if name in {"块", "塊"} and not lone.group(1) else Decimal("0.01")
        coin = value_of(lone.group(2))
        if coin is not None:
            value, step, end = EXACT.add(value, EXACT.multiply(coin[0], tenth)), tenth, lone.end()
    return one._replace(value=value, end=end, step=step)


def _priced(text: str, one: Reading, floor: int, language: str | None) -> Reading:
    """An amount with the currency and the rate that stand before it."""
    lead = text[max(floor, one.start - _LEAD) : one.start]
    prefix = words.MONEY_BEFORE.search(lead)
    if prefix is not None and one.kind in {"other", "money"}:
        name, start = prefix.group(1), one.start - len(prefix.group())
        code = words.PREFIX_CODES.get(name) or words.MONEY[name]
        if language == "ja" and name in {"¥", "￥", "\\"}:
            code = "JPY"
        if one.kind == "other":
            assumed = ("unit",) if name in "$¥￥＄" and language != "ja" else ()
            one = one._replace(kind="money", unit=code, assumed=assumed)
        one = one._replace(start=start)
    # "1株" of "1株当たり50円" is a mention of its own.
    lead = text[max(0, one.start - _LEAD) : one.start]
    rate = words.PER_BEFORE.search(lead) if one.kind in {"money", "measure"} else None
    if rate is not None:
        name = rate["noun"] or rate["counter"]
        one = one._replace(per=words.PER[name])
    after = words.PER_AFTER.match(text, one.end) if one.kind in {"money", "measure"} else None
    if after is not None:
        one = one._replace(per=words.PER[after["noun"]], end=after.end())
    return one
