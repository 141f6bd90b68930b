"""One pass over a text: every quantity with its offsets, and what looks like one and is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities.amounts import read_amount
from summarizer.quantities.brackets import negative
from summarizer.quantities.cents import resolve as resolve_cents
from summarizer.quantities.comparators import comparator_after, comparator_before
from summarizer.quantities.context import Found, settle
from summarizer.quantities.crowns import CROWNS, own_crowns
from summarizer.quantities.directions import direction
from summarizer.quantities.dollars import resolve
from summarizer.quantities.late import late
from summarizer.quantities.marks import refused
from summarizer.quantities.masks import read_mask
from summarizer.quantities.negatives import bracketed_cells
from summarizer.quantities.numbers import trimmed
from summarizer.quantities.ranges import extend
from summarizer.quantities.tables import apply_scales
from summarizer.quantities.tokens import tokenise
from summarizer.quantities.types import Mask, Mention, Quantity, Scan, Span

if TYPE_CHECKING:
    from summarizer.quantities.amount import Amount
    from summarizer.quantities.masked import Masked
    from summarizer.quantities.tokens import Tokens
    from summarizer.quantities.types import Comparator

_HAN = late(r"[\u3040-\u30ff\u3400-\u9fff\uff01-\uff9f]")
_HAN_LANGUAGES = frozenset({"zh", "ja"})
# "a four-year high" rises to a price, not to four years.
_WITHOUT_DIRECTION = frozenset({"duration", "age", "ordinal"})


def scan(text: str, language: str | None = None) -> Scan:
    """Find everything numeric in a text.

    Args:
        text: Any text; offsets in the result are code points into it.
        language: ISO 639-1 code of the text's language; None reads by the English rules and
            what is unambiguous in any language.

    Returns:
        The mentions and the masks, each in order, none overlapping.
    """
    mentions: list[Mention] = []
    masks: list[Mask] = []
    rest = text
    if not text.isascii() and _HAN.search(text) is not None:
        # Its tables are large, and most texts need none of them.
        from summarizer.quantities.han import scan_han

        native = language in _HAN_LANGUAGES or (language is None and _mostly_han(text))
        mentions, masks = scan_han(text, language, native=native)
        rest = _blank(text, [*mentions, *masks])
    for tokens in tokenise(rest, language, numeric=True):
        _scan_piece(tokens, language, mentions, masks)
    if rest is not text:
        mentions.sort(key=_by_start)
        masks.sort(key=_by_start)
    mentions, masks = apply_scales(text, mentions, masks, language)
    if ")" in text:
        mentions = bracketed_cells(text, mentions)
    if language in CROWNS:
        mentions = own_crowns(mentions, CROWNS[language])
    return Scan(tuple(resolve_cents(text, resolve(text, mentions))), tuple(masks))


def _mostly_han(text: str) -> bool:
    """Whether a text is written in Chinese or Japanese, judged by its share of their letters."""
    return len(_HAN.findall(text)) * 4 > len(text)


def _by_start(found: Mention | Mask) -> int:
    return found.start


def _blank(text: str, taken: list[Mention | Mask]) -> str:
    """The text with what was already read filled with blanks, so that offsets stay."""
    parts: list[str] = []
    position = 0
    for one in sorted(taken, key=_by_start):
        parts.append(text[position : one.start])
        parts.append("\x00" * (one.end - one.start))
        position = one.end
    return "".join([*parts, text[position:]])


def parse(text: str, language: str | None = None) -> Quantity | None:
    """Read a string that is one amount: "more than $53 billion", "9.2% higher".

    Args:
        text: A few words.
        language: ISO 639-1 code of their language.

    Returns:
        What they mean, or None where they hold no amount or several.
    """
    mentions = scan(text, language).mentions
    return mentions[0].quantity if len(mentions) == 1 else None


def _scan_piece(
    tokens: Tokens, language: str | None, mentions: list[Mention], masks: list[Mask]
) -> None:
    found: list[Found] = []
    floor = 0
    for i in tokens.openings:
        if i < floor:
            continue
        mask = read_mask(tokens, i, floor)
        if mask is None:
            amount = read_amount(tokens, i, language)
            if amount is not None:
                moved = bool(found) and _moved_from(tokens, found[-1], amount)
                amount = extend(tokens, amount, floor, language, moved=moved)
                if tokens.lows[amount.begin - 1] == "(":
                    amount = negative(tokens, amount)
                free = found[-1].end if found else 0
                found.append(_modified(tokens, amount, floor, free))
                floor = found[-1].end
                continue
            mask = refused(tokens, i)
        if mask is not None:
            masks.append(_mask(tokens, mask))
            floor = mask.end
    mentions += [_mention(tokens, one) for one in settle(tokens, found)]


def _moved_from(tokens: Tokens, before: Found, amount: Amount) -> bool:
    """ "rose by 12 per cent, from $3.75bn to $4.2bn": no range, but where it was and is."""
    if before.direction is None or tokens.lows[amount.begin - 1] != "from":
        return False
    return tokens.lows[before.end : amount.begin] in (["from"], [",", "from"], ["(", "from"])


def _mask(tokens: Tokens, found: Masked) -> Mask:
    start, stop = tokens.starts[found.begin], tokens.ends[found.end - 1]
    return Mask(tokens.text[start:stop], start, stop, found.kind, found.value)


def _modified(tokens: Tokens, amount: Amount, floor: int, free: int) -> Found:
    """An amount with the comparator and the direction that its clause gives it.

    The comparator stands behind all that was read before, the direction behind the last amount.
    """
    begin, end = amount.begin, amount.end
    comparator: Comparator | None = amount.comparator
    before = comparator_before(tokens, begin, floor, amount.kind)
    if before is not None:
        comparator, begin = before.comparator, before.start
    elif comparator is None:
        after = comparator_after(tokens, amount.core_end)
        if after is None and end != amount.core_end:
            after = comparator_after(tokens, end)
        if after is not None:
            comparator, end = after[0], max(end, after[1])
    way = amount.direction
    if way is None and amount.kind not in _WITHOUT_DIRECTION:
        way = direction(tokens, begin, end, free, amount.kind)
    return Found(begin, end, amount, comparator, way)


def _mention(tokens: Tokens, found: Found) -> Mention:
    """A mention of what was found, with its offsets."""
    amount = found.amount
    start, stop = tokens.starts[found.begin], tokens.ends[found.end - 1]
    quantity = Quantity(
        kind=amount.kind,
        value=amount.value,
        high=amount.high,
        unit=amount.unit,
        comparator=found.comparator,
        direction=found.direction,
        precision=trimmed(amount.precision) if amount.precision > 1 else amount.precision or None,
        per=amount.per,
        assumed=amount.assumed,
    )
    core_begin = amount.begin if amount.core_begin is None else amount.core_begin
    core = Span(tokens.starts[core_begin], tokens.ends[amount.core_end - 1])
    return Mention(tokens.text[start:stop], start, stop, core, quantity)
