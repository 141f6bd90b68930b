"""Quantities in Chinese and Japanese text."""

from __future__ import annotations

import heapq
import re
from typing import TYPE_CHECKING

from summarizer.quantities import han_words as words
from summarizer.quantities.han_numbers import NUMERAL, value_of
from summarizer.quantities.han_ranges import between, ranged
from summarizer.quantities.han_shares import SHARES, share
from summarizer.quantities.han_units import read_one
from summarizer.quantities.numbers import trimmed
from summarizer.quantities.types import Mask, Mention, Quantity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.quantities.han_units import Reading
    from summarizer.quantities.types import Comparator, Direction

# Where the words that bound an amount are looked for, backwards.
_LEAD = 10
_ORDINAL = re.compile(r"第[ ]?$|(?<![A-Z]{2})[A-Za-z][-]?$")
# A lone numeral is a number in quotation marks, and where it is what something is.
_QUOTES = ("“\"'「『（(", "”\"'」』）)")
_EQUALS = re.compile(r"(?:是|等于|等於|为|為|得|、|^)$")
_CLOSES = re.compile(r"(?:$|[，。！？、；,.!?]|而|却|卻|这|這|です|ではな|でなく|である|だ)")
# "前日比380円高" compares with a day.
_COMPARED = re.compile(r"(?:^|[^日年月期週周同环環度季])比$")
_PART_OF_MORE = re.compile(r"[-/:：.]?[0-9]")


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
    for match in _candidates(text, native=native):
        start = match.start()
        if start < position:
            continue
        while k < len(masks) and masks[k].end <= start:
            k += 1
        if k < len(masks) and masks[k].start < match.end():
            continue
        floor = max(position, masks[k - 1].end if k else 0)
        if match.re is SHARES:
            mention: Mention | None = _mention(text, share(match), floor)
        else:
            mention = _read(text, start, floor, language, native=native)
        if k < len(masks) and mention is not None and mention.end > masks[k].start:
            continue
        if mention is not None:
            mentions.append(mention)
            position = mention.end
    return between(text, mentions), masks


def _candidates(text: str, *, native: bool) -> Iterator[re.Match[str]]:
    """Where numerals begin, and words that state a share or a multiple."""
    numerals = NUMERAL.finditer(text)
    if not native:
        return numerals
    return heapq.merge(SHARES.finditer(text), numerals, key=_place)


def _place(match: re.Match[str]) -> int:
    return match.start()


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


def _read(
    text: str, start: int, floor: int, language: str | None, *, native: bool
) -> Mention | None:
    """The mention whose numeral begins at an offset."""
    before = text[max(floor, start - _LEAD) : start]
    if _ORDINAL.search(before) or words.NO_NUMBERS.match(text, start):
        return None
    one = read_one(text, start, floor, language, native=native)
    if one is None:
        return None
    one = ranged(text, one, floor, language, native=native)
    mention = _mention(text, one, floor)
    if one.kind == "other" and not _stands(text, start, one, mention, native=native):
        return None
    if not native and one.kind != "other" and text[one.end - 1].isascii():
        return None
    return mention


def _stands(text: str, start: int, one: Reading, mention: Mention, *, native: bool) -> bool:
    """Whether a numeral without a unit is a number at all."""
    if not native:
        return False
    if one.start < start:
        return True
    number = text[start : one.end]
    if number.isascii():
        # Left to the general scanner, which knows fractions, dates and addresses; but it does
        # not know what bounds a number here.
        bound = mention.quantity.comparator is not None or one.high is not None
        return bound and not _PART_OF_MORE.match(text, one.end)
    if len(number) > 1 or any(c.isdigit() for c in number) or one.comparator is not None:
        return True
    before, after = text[:start][-4:], text[one.end : one.end + 1]
    if before and after and before[-1] in _QUOTES[0] and after in _QUOTES[1]:
        return True
    closed = _CLOSES.match(text, one.end) is not None
    return closed and (_EQUALS.search(before) is not None or (start == 0 and one.end == len(text)))


def _mention(text: str, one: Reading, floor: int) -> Mention:
    """An amount with what bounds it and which way it went."""
    before = text[max(floor, one.start - _LEAD) : one.start]
    comparator, start, end = _bounds(text, before, one)
    lead = text[max(floor, start - _LEAD) : start]
    quantity = Quantity(
        kind=one.kind,
        value=trimmed(one.value) if one.value > 1 else one.value,
        high=one.high,
        unit=one.unit,
        comparator=comparator,
        direction=one.direction or _direction(text, lead, end),
        precision=trimmed(one.step) or None,
        per=one.per,
        assumed=one.assumed,
    )
    return Mention(text[start:end], start, end, Span(one.start, one.end), quantity)


def _bounds(text: str, before: str, one: Reading) -> tuple[Comparator | None, int, int]:
    """What bounds an amount, and where the mention then begins and ends."""
    if (match := words.COMPARATOR_BEFORE.search(before)) is not None:
        name = next(
            w for w in sorted(words.BEFORE, key=len, reverse=True) if match.group().startswith(w)
        )
        return words.BEFORE[name], one.start - len(match.group()), one.end
    if (match := words.COMPARATOR_AFTER.match(text, one.end)) is not None:
        return words.AFTER[match.group().strip()], one.start, match.end()
    compared = one.kind in {"other", "ratio"} and _COMPARED.search(before)
    if compared and (match := words.COMPARED.match(text, one.end)) is not None:
        return "gt" if match.group() in "大多高" else "lt", one.start - 1, match.end()
    return one.comparator, one.start, one.end


def _direction(text: str, before: str, end: int) -> Direction | None:
    if (match := words.DIRECTION_BEFORE.search(before)) is not None:
        return words.DIRECTIONS[match.group(1)]
    if (match := words.DIRECTION_AFTER.match(text, end)) is not None:
        return words.DIRECTION_WORDS[match.group(1)]
    return None
