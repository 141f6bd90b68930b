"""Chinese and Japanese numerals: 3800亿, 一点五万, 5億3000万, 百分之五十, 三分之一."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from summarizer.quantities.numbers import EXACT, quotient, trimmed

_DIGITS = {
    **dict(zip("零一二三四五六七八九", range(10), strict=True)),
    **dict(zip("〇壹贰叁肆伍陆柒捌玖", range(10), strict=True)),
    "两": 2, "兩": 2, "俩": 2, "倆": 2, "貳": 2, "參": 3, "陸": 6,
    "○": 0, "弐": 2, "参": 3, "叄": 3, "幺": 1,
}  # fmt: skip
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_BIG = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
_TENS = {"廿": 20, "卅": 30, "卌": 40}
_NUMERALS = "".join({**_DIGITS, **_SMALL, **_BIG, **_TENS})
_D, _H = "[0-9０-９]", f"[{_NUMERALS}]"
_WIDE = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
_PART = rf"{_D}++(?:(?:,(?=[0-9])|，(?=[０-９])){_D}{{3}}(?!{_D}))*+(?:[.．]{_D}++)?+"
NUMERAL = re.compile(
    rf"(?:{_PART}|{_H})(?:[ ]{{0,3}}{_H}|(?<={_H})[ ]{{0,3}}{_PART})*+"
    # Japanese papers write "３・５％"; "3・4月" are two months.
    rf"(?:[ ]?(?:[点點]|・(?!(?:{_H}|{_D})+(?:[月日回面位年号代世紀級区組頁時者戦]|$)))[ ]?"
    rf"(?:{_H}|{_D})++)?+"
)
_TOKEN = re.compile(rf"[0-9]+(?:\.[0-9]+)?|[点點]|{_H}")
_OVER = re.compile(r"[ ]{0,3}(?:分[ ]{0,3}之|分の)[ ]{0,3}")
_MINUS = re.compile(r"[ ]{0,3}(?:负|負|マイナス)[ ]{0,3}")
# "2.79e－1" in wide letters, which the general reader does not know.
_POWER = re.compile("(?<=[０-９])[eE]([-－]?[0-9０-９]{1,2})(?![0-9A-Za-z０-９])")
_WHOLE_AND = re.compile(r"[ ]{0,3}(?:又|と|また)[ ]{0,3}")
# "两三个", "三四十", "七八百": one of two neighbouring numbers.
_NEIGHBOURS = re.compile(
    r"([一二两兩三四五六七八])([二两三四五六七八九])(?![零〇一二三四五六七八九])"
)
# No unit of a numeral follows a smaller one: "七十百分位", "五十千".
_BROKEN = re.compile("[十拾](?=[百佰千仟])|[百佰](?=[千仟])")
_SLASH = re.compile("[ ]?[/／][ ]?(?=[0-9０-９]{1,4}(?![0-9０-９/／.．]))")


class HanNumber(NamedTuple):
    """A numeral that was read: its value, its precision, its end in the text, what it is."""

    value: Decimal
    precision: Decimal
    end: int
    form: str = "number"
    high: Decimal | None = None


def _positional(text: str) -> bool:
    return len(text) > 1 and all(c in _DIGITS for c in text)


def value_of(text: str, *, short: bool = True) -> tuple[Decimal, Decimal] | None:
    """The value and the precision of a numeral.

    Args:
        text: As `NUMERAL` matches it.
        short: Whether a last digit may leave its unit out, as in Chinese ("一万二" is 12,000).

    Returns:
        Both, or None where it is no number.
    """
    text = text.replace(" ", "").translate(_WIDE).replace(",", "").replace("・", "点")
    if _positional(text):
        return Decimal("".join(str(_DIGITS[c]) for c in text)), Decimal(1)
    total = section = Decimal(0)
    number: Decimal | None = None
    step, last_big, last = Decimal(1), Decimal(0), Decimal(1)
    tail_unit = Decimal(0)
    parts: list[str] = _TOKEN.findall(text)
    for index, part in enumerate(parts):
        if part in "点點":
            # "一千六点五" is 1600.5.
            number, _ = _shortened(
                number, step, tail_unit if short else Decimal(0), parts[index - 1]
            )
            return _with_decimals(parts, index, EXACT.add(total, EXACT.add(section, number or 0)))
        if part[0].isascii():
            number = Decimal(part)
            step = Decimal(1).scaleb(min(int(number.as_tuple().exponent), 0))
            tail_unit = Decimal(0)
        elif part in _DIGITS:
            zero = part in "零〇○"
            number = Decimal(_DIGITS[part])
            step = Decimal(1)
            tail_unit = Decimal(0) if zero or (index and parts[index - 1] in "零〇○") else last
        elif part in _TENS:
            section, number, last = section + _TENS[part], None, Decimal(10)
        elif part in _SMALL:
            last = Decimal(_SMALL[part])
            section = EXACT.add(section, EXACT.multiply(number or Decimal(1), last))
            step, number = EXACT.multiply(step, last), None
        else:
            if short and index and tail_unit >= 100 and parts[index - 1] in _DIGITS:
                # "一百五万" is 1,500,000.
                number, step = _shortened(number, step, tail_unit, parts[index - 1])
            last = Decimal(_BIG[part])
            here = EXACT.add(section, number or 0)
            if last_big and last > last_big:
                total = EXACT.multiply(EXACT.add(total, here), last)
            elif not here and total:
                total = EXACT.multiply(total, last)
            else:
                total = EXACT.add(
                    total, EXACT.multiply(here if here or number is not None else Decimal(1), last)
                )
            step, last_big = EXACT.multiply(step, last), last
            section, number = Decimal(0), None
    unit = tail_unit if short else Decimal(0)
    number, step = _shortened(number, step, unit, parts[-1] if parts else "")
    return EXACT.add(total, EXACT.add(section, number or Decimal(0))), step


def _shortened(
    number: Decimal | None, step: Decimal, unit: Decimal, part: str
) -> tuple[Decimal | None, Decimal]:
    """ "一万二" is 12,000: the last digit counts the next smaller unit."""
    if number is None or unit < 100 or part[:1].isascii():
        return number, step
    return EXACT.multiply(number, unit / 10), unit / 10


def _with_decimals(parts: list[str], index: int, whole: Decimal) -> tuple[Decimal, Decimal] | None:
    digits, scale = "", Decimal(1)
    for part in parts[index + 1 :]:
        if part in _BIG or part in _SMALL:
            scale = EXACT.multiply(scale, Decimal(_BIG.get(part) or _SMALL[part]))
        elif part[0].isascii():
            digits += part.replace(".", "")
        elif part in _DIGITS:
            digits += str(_DIGITS[part])
        else:
            return None
    if not digits:
        return None
    value = EXACT.add(whole, Decimal(f"0.{digits}"))
    step = EXACT.multiply(Decimal(1).scaleb(-len(digits)), scale)
    return trimmed(EXACT.multiply(value, scale)), step


def read_han(
    text: str, start: int, stop: int | None = None, *, short: bool = True
) -> HanNumber | None:
    """Read the numeral that begins at an offset, fractions and "百分之" included.

    Args:
        text: The text.
        start: Where it begins.
        stop: Where it ends at the latest.
        short: As in `value_of`.

    Returns:
        The numeral, or None. `form` is "percent", "fraction" or "number".
    """
    match = NUMERAL.match(text, start) if stop is None else NUMERAL.match(text, start, stop)
    if match is None or match.end() - start > 80:
        return None
    broken = _BROKEN.search(match.group())
    if broken is not None:
        match = NUMERAL.match(text, start, start + broken.end()) or match
    neighbours = _neighbours(match)
    if neighbours is not None:
        return neighbours
    read = value_of(match.group(), short=short)
    if read is None:
        return None
    end = match.end()
    if (power := _POWER.match(text, end)) is not None:
        shift = int(power.group(1).translate(_WIDE).replace("－", "-"))
        return HanNumber(read[0].scaleb(shift), read[1].scaleb(shift), power.end())
    if (slash := _SLASH.match(text, end)) is not None and not text[start:end].isascii():
        return _quotient_of(text, read[0], slash.end())
    if (over := _OVER.match(text, end)) is not None:
        return _fraction(text, match.group(), read[0], over)
    if (joint := _WHOLE_AND.match(text, end)) is not None:
        part = read_han(text, joint.end())
        if part is not None and part.form == "fraction":
            return part._replace(value=EXACT.add(read[0], part.value))
    return HanNumber(trimmed(read[0]), read[1], end)


def _quotient_of(text: str, top: Decimal, start: int) -> HanNumber | None:
    """ "３／５": a fraction in wide digits, from its bottom on."""
    match = NUMERAL.match(text, start)
    bottom = value_of(match.group()) if match else None
    if match is None or bottom is None or not bottom[0]:
        return None
    return HanNumber(quotient(top, bottom[0]), Decimal(0), match.end(), "fraction")


def _neighbours(match: re.Match[str]) -> HanNumber | None:
    """ "两三", "三四十", "二十七八": a number between two that follow each other."""
    found = _NEIGHBOURS.search(match.group())
    if found is None or _DIGITS[found[2]] != _DIGITS[found[1]] + 1:
        return None
    text = match.group()
    before, after = text[: found.start()], text[found.end() :]
    if before[-1:] in _DIGITS or any(c in _DIGITS or c.isdigit() or c in "点點" for c in after):
        return None
    low, high = value_of(before + found[1] + after), value_of(before + found[2] + after)
    if low is None or high is None or (not before and not after and not _counted(match)):
        return None
    return HanNumber(trimmed(low[0]), low[1], match.end(), "number", trimmed(high[0]))


def _counted(match: re.Match[str]) -> bool:
    """Whether two bare digits are followed by what is counted, as in "两三个"."""
    text = match.string[match.end() : match.end() + 1]
    return text in set("个個天年名人家次件位岁歲成倍只隻本台辆周週月")


def _fraction(text: str, under: str, bottom: Decimal, over: re.Match[str]) -> HanNumber | None:
    start, sign = over.end(), Decimal(1)
    if (minus := _MINUS.match(text, start)) is not None:
        start, sign = minus.end(), Decimal(-1)
    match = NUMERAL.match(text, start)
    broken = _BROKEN.search(match.group()) if match else None
    if broken is not None:
        match = NUMERAL.match(text, start, start + broken.end())
    top = value_of(match.group()) if match else None
    if match is None or top is None or not bottom:
        return None
    part = EXACT.multiply(top[0], sign)
    if under in {"百", "佰"} or (under in {"千", "万", "萬", "仟"} and "之" in over.group()):
        factor = Decimal(100) / bottom
        value, step = EXACT.multiply(part, factor), EXACT.multiply(top[1], factor)
        return HanNumber(value, step, match.end(), "percent")
    return HanNumber(quotient(part, bottom), Decimal(0), match.end(), "fraction")
