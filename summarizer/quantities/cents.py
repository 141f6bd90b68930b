"""Whose bare "cents" are, by the money that the whole text speaks of: else US cents."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.quantities.types import Mention

_DOLLARS = frozenset("USD AUD CAD NZD SGD HKD JMD TTD BBD NAD".split())
CURRENCIES = _DOLLARS | frozenset("EUR ZAR KES LKR MUR".split())
"""The currencies whose hundredth part English news calls a cent."""
_CENTS = re.compile(r"(?:\bcents?|(?<=\d)c|[¢￠])\W*\Z", re.IGNORECASE)
_NAMED = re.compile(r"[^\W\d_]|[$€£¥¢￠＄]")
_SIGN = re.compile(r"[$＄]|dollar|buck|euro", re.IGNORECASE)


def in_cents(amount: str) -> bool:
    """Whether the words of an amount of money end in cents and name no currency: "85 cents"."""
    return bool(_CENTS.search(amount)) and not _SIGN.search(amount)


def resolve(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Give the bare cents of a text the currency of its other money.

    Cents are those of the one currency with cents that the text has amounts in. Where it has none
    or several, they stay what they are. They stay assumed in any case, and `cents` is set where
    they need not be those of a dollar.

    Args:
        text: The whole text.
        mentions: Its mentions, in order, bare dollars resolved.

    Returns:
        The mentions, in the same order.
    """
    bare = [k for k, m in enumerate(mentions) if m.quantity.unit in _DOLLARS and _bare(text, m)]
    if not bare:
        return list(mentions)
    return _given(mentions, _with_listed(text, mentions, bare), _codes(mentions))


def _with_listed(text: str, mentions: Sequence[Mention], bare: Sequence[int]) -> list[int]:
    """Bare cents, and the numbers that took their unit: "10, 12 and 15 cents"."""
    chosen = set(bare)
    for step, order in ((1, reversed(range(len(mentions) - 1))), (-1, range(1, len(mentions)))):
        for k in order:
            quantity, core = mentions[k].quantity, mentions[k].core
            taken = quantity.kind == "money" and "unit" in quantity.assumed
            if taken and k + step in chosen and not _NAMED.search(text, core.start, core.end):
                chosen.add(k)
    return sorted(chosen)


def resolve_by(text: str, article: Sequence[Mention], mentions: Sequence[Mention]) -> list[Mention]:
    """Give the bare cents of what is said of an article, and names no currency, the article's.

    Args:
        text: The article.
        article: Its mentions, from `scan`.
        mentions: The mentions of what is said of it, from `scan`.

    Returns:
        The mentions of what is said, in the same order.
    """
    bare = [k for k, m in enumerate(mentions) if m.quantity.cents]
    if not bare or _codes(mentions):
        return list(mentions)
    units = {m.quantity.unit for m in article if _bare(text, m)}
    return _given(mentions, bare, units) if len(units) == 1 else list(mentions)


def _given(
    mentions: Sequence[Mention], bare: Sequence[int], codes: set[str | None]
) -> list[Mention]:
    out = list(mentions)
    one = next(iter(codes)) if len(codes) == 1 else None
    dollars = bool(codes) and codes <= _DOLLARS
    for k in bare:
        quantity = out[k].quantity
        quantity = replace(quantity, unit=one or quantity.unit, cents=not dollars)
        out[k] = replace(out[k], quantity=quantity)
    return out


def _codes(mentions: Sequence[Mention]) -> set[str | None]:
    """The currencies with cents of the amounts that say theirs, or that stand with a bare "$"."""
    return {
        m.quantity.unit
        for m in mentions
        if m.quantity.kind == "money"
        and m.quantity.unit in CURRENCIES
        and ("unit" not in m.quantity.assumed or _SIGN.search(m.text))
    }


def _bare(text: str, mention: Mention) -> bool:
    quantity = mention.quantity
    if quantity.kind != "money" or "unit" not in quantity.assumed:
        return False
    core = text[mention.core.start : mention.core.end]
    return quantity.unit in CURRENCIES and in_cents(core)
