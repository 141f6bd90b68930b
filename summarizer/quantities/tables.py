"""The scale that a table states once: "(in millions)", "in thousands of dollars", "£m"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from summarizer.quantities import names
from summarizer.quantities.late import late
from summarizer.quantities.numbers import EXACT, Stated, scaled
from summarizer.quantities.table_scales import HINTS, column, stated, stated_in_cells
from summarizer.quantities.types import Mask, Mention, Quantity, Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.quantities.table_scales import Scale

_ROW_WORDS = 9
_GAP = 2
_LINE = 400
_RARE = ")]$€£|\t'’"

_BARE = late(r"[^\w()%]{0,4}(?:[A-Z]{1,3}\$)?[ ]?[0-9][0-9.,'’\u00a0\u202f ]*\Z")
_BLANKS = late(r"[0-9]{1,3}(?: [0-9]{3})+\Z")
# From the first number of a row on there are only numbers, signs, shares and "n/a".
_CELLS = late(
    r"(?:(?:[A-Z]{1,3})?[$€£¥(+−–-]*+[ ]?[0-9][0-9.,'’ ]*+"
    r"(?:(?:[mb]illion|thousand|[mbt]n|[mbk])\b)?+[)%]*+[\s*†‡⁰¹²³⁴-⁹]*+"
    r"|n/?[am]\.?\s+|[-–—]\s+|\(?[$€£¥+−–]\s*|pp\b\s*|bps?\b\s*|x\b\s*)++\Z"
)
_NO_AMOUNT = late(
    r"per[ -](?:\w+ )?(?:share|cent|unit|ads)|percent|%|\beps\b|margin|\bratio|employees|headcount"
    r"|\bstaff\b|workers|number of|stores|branches|customers|subscribers|users|\bdays\b|\brate\b",
    re.IGNORECASE,
)
_SHARES = late(r"\bshares\b", re.IGNORECASE)
_LABELLED = late(r"(?:[^\W\d_]+ ){0,3}([^\W\d_]+) ([0-9]+)\Z")
# By a character of each that most texts do not hold.
_HINTS = [
    (sign, [h for h in HINTS if next((s for s in _RARE if s in h), "") == sign])
    for sign in ("", *_RARE)
]
_RULE = late(r"[\s|:=_+-]*\Z")


def apply_scales(
    text: str, mentions: list[Mention], masks: list[Mask], language: str | None
) -> tuple[list[Mention], list[Mask]]:
    """Give the bare numbers of tables the scale and the currency that is stated above them.

    Args:
        text: The whole text.
        mentions: Its mentions, in order.
        masks: Its masks, in order.
        language: Its language.

    Returns:
        Both, in order; the words that state a scale are masks of the kind "scale".
    """
    if "\n" not in text or not _hinted(text) or not _states(text):
        return mentions, masks
    named = {m.core.start: m for m in map(_named, masks) if m is not None}
    both = sorted([*mentions, *named.values()], key=lambda m: m.core.start)
    rows, found = _rows(text, both)
    if not found:
        return mentions, masks
    labels = {one.start for start, one in named.items() if start in rows}
    mentions = [m for m in both if m.core.start not in named or m.core.start in rows]
    masks = [m for m in masks if m.start not in labels]
    notes = [
        Mask(text[s.span.start : s.span.end], s.span.start, s.span.end, "scale", f"{s.factor:f}")
        for s in found
    ]
    kept, masks = _outside(mentions, notes), _outside(masks, notes)
    out: list[Mention] = []
    for mention in kept:
        row = rows.get(mention.core.start)
        out.extend([mention] if row is None else _in_row(text, mention, row, language))
    return out, sorted([*masks, *notes], key=lambda mask: mask.start)


def _hinted(text: str) -> bool:
    """Whether a text may state a scale: whether any of the hints stands in it."""
    return any(sign in text and any(h in text for h in hints) for sign, hints in _HINTS)


def _states(text: str) -> bool:
    """Whether any line of a text states a scale."""
    for hint in (*HINTS, "lion"):
        at = text.find(hint)
        while at >= 0:
            start = text.rfind("\n", 0, at) + 1
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            if end - start <= _LINE and stated(text[start:end], start) is not None:
                return True
            at = text.find(hint, max(end, at + 1))
    return False


_Item = TypeVar("_Item", Mention, Mask)


def _outside(items: list[_Item], notes: list[Mask]) -> list[_Item]:
    """Those that overlap no note; both are in order."""
    out: list[_Item] = []
    k = 0
    for item in items:
        while k < len(notes) and notes[k].end <= item.start:
            k += 1
        if k == len(notes) or item.end <= notes[k].start:
            out.append(item)
    return out


def _named(mask: Mask) -> Mention | None:
    """The mention in "Profit 41", which is no name in a row of a table."""
    match = _LABELLED.match(mask.text) if mask.kind == "name" else None
    if match is None or names.titles(match[1]):
        return None
    start, number = mask.start + match.start(2), match[2]
    quantity = Quantity(kind="other", value=Decimal(number), precision=Decimal(1))
    return Mention(mask.text, mask.start, mask.end, Span(start, mask.end), quantity)


class _Row(NamedTuple):
    scale: Scale | None
    start: int
    end: int


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _rows(text: str, mentions: list[Mention]) -> tuple[dict[int, _Row], list[Scale]]:
    """The rows under each scale, by where their bare numbers begin; and the scales."""
    rows: dict[int, _Row] = {}
    scales: list[Scale] = []
    scale: list[Scale] = []
    blank, k = 0, 0
    for start, end in _lines(text):
        while k < len(mentions) and mentions[k].core.start < start:
            k += 1
        inside = k
        while inside < len(mentions) and mentions[inside].core.start < end:
            inside += 1
        line = text[start:end] if end - start <= _LINE else ""
        if not line.strip() or _RULE.match(line):
            blank += not line.strip()
            scale = [] if blank > _GAP else scale
            continue
        blank = 0
        here = mentions[k:inside]
        bare = [m for m in here if is_bare(text, m)]
        stating = stated_in_cells(line, start)
        if stating:
            scales += stating
            after = [m for m in bare if m.core.start >= stating[0].span.end]
            if len(stating) == 1 and after and is_row(line, after[0].core.start - start):
                own = [stating[0]._replace(column=None)]
                _take(rows, after, own, _Row(None, start, end), text)
            else:
                scale = stating
            continue
        if not scale:
            continue
        if here and is_row(line, here[0].core.start - start):
            _take(rows, bare, scale, _Row(None, start, end), text)
        elif here or len(line.split()) > _ROW_WORDS or line.rstrip()[-1] in ".!?":
            scale = []
    return rows, scales


def is_bare(text: str, mention: Mention) -> bool:
    """Whether a mention is a number alone, with a currency's sign at most."""
    quantity = mention.quantity
    if quantity.value is None or quantity.high is not None:
        return False
    if quantity.kind not in {"other", "count", "money"} or quantity.per is not None:
        return False
    return _BARE.match(text[mention.core.start : mention.core.end]) is not None


def is_row(line: str, first: int) -> bool:
    """Whether a line is a row: cells, or a short label and then nothing but numbers."""
    if line.count("|") > 1 or "\t" in line:
        return True
    label = line[:first].rstrip("$€£¥(+−–- ")
    return len(label.split()) <= _ROW_WORDS and _CELLS.match(line[first:] + " ") is not None


def _take(
    rows: dict[int, _Row], bare: list[Mention], scales: list[Scale], row: _Row, text: str
) -> None:
    """Keep the bare numbers of a row, each with the scale of its column."""
    line = text[row.start : row.end]
    label = line[: bare[0].core.start - row.start] if bare else ""
    no_amount = _NO_AMOUNT.search(label)
    for mention in bare:
        place = column(line, mention.core.start - row.start)
        scale = next((one for one in scales if one.column in {None, place}), None)
        skipped = no_amount or (scale and scale.shares and _SHARES.search(label))
        rows[mention.core.start] = row._replace(scale=None if skipped else scale)


def _in_row(text: str, mention: Mention, row: _Row, language: str | None) -> list[Mention]:
    """The mention of a row with the scale applied; two where a blank had joined two cells."""
    start, end = mention.core
    core = text[start:end].rstrip()
    end = start + len(core)
    parts = [(start, end)]
    if language in {None, "en"} and _BLANKS.match(core):
        parts = [(start + m.start(), start + m.end()) for m in re.finditer("[0-9]+", core)]
    return [_cell(text, mention, row, a, b, whole=len(parts) == 1) for a, b in parts]


def _cell(text: str, mention: Mention, row: _Row, a: int, b: int, *, whole: bool) -> Mention:
    """One number of a row, which counts no noun of the next one."""
    quantity, scale = mention.quantity, row.scale
    over = mention.end > row.end
    stated = Stated(quantity.value or Decimal(0), quantity.precision or Decimal(1))
    if not whole:
        stated = Stated(Decimal(text[a:b]), Decimal(1))
    if scale is None:
        if whole and not over:
            return mention
        quantity = replace(
            quantity, kind="other", unit=None, value=stated.value, precision=stated.precision
        )
        return Mention(text[a:b], a, b, Span(a, b), quantity)
    value, precision = scaled(stated, scale.factor)
    before, after = text[row.start : a].rstrip(" $€£"), text[b : row.end].lstrip(" ")
    start, end = a, b
    if before.endswith("(") and after.startswith(")"):
        value = EXACT.minus(abs(value))
        start, end = row.start + len(before) - 1, row.end - len(after) + 1
    elif whole and not over and quantity.kind == "money":
        start, end = mention.start, mention.end
    own = quantity.kind == "money"
    unit, assumed = (quantity.unit, quantity.assumed) if own else (scale.code, ())
    if scale.code and (not own or quantity.assumed):
        unit, assumed = scale.code, ("unit",) if scale.assumed else ()
    quantity = replace(
        quantity, kind="money" if unit else "other", value=value, precision=precision, unit=unit,
        assumed=assumed, scale_source=Source(text[scale.span.start : scale.span.end], *scale.span),
    )  # fmt: skip
    return Mention(text[start:end], start, end, Span(a, b), quantity)
