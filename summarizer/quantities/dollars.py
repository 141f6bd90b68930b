"""Which dollar a bare "$" is, by what the whole text says: else the US dollar."""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.quantities.types import Mention

# What a country is known by in its news; its currency's name is no such word.
_COUNTRIES = {
    "AUD": "Australia|Australian|Sydney|Melbourne|Canberra|Brisbane|Queensland|ASX",
    "CAD": "Canada|Canadian|Toronto|Ottawa|Montreal|Vancouver|Ontario|Quebec|Alberta|TSX",
    "HKD": "Hong Kong|Hang Seng",
    "NZD": "New Zealand|Auckland|NZX",
    "SGD": "Singapore|Singaporean|SGX",
    "TWD": "Taiwan|Taiwanese|Taipei",
}
_UNITED_STATES = (
    r"\b(?:US|USA|USD|NYSE|Fed|United States|America|Americans?|Washington|Wall Street|New York|"
    r"Nasdaq|Federal Reserve|Silicon Valley|California|Texas|greenbacks?)\b|\bU\.\s?S\b"
)
# Newswires write these signs throughout, so that their bare "$" is the US dollar.
_ENOUGH = {"HKD": 2, "TWD": 2}


@functools.cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words)


def resolve(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Give the bare dollars of a text the country that it names.

    A bare "$" is another dollar than the US one only where the text names that one and no other,
    before the first bare "$" and nowhere after it (a text that keeps to "A$" means another dollar
    by "$"), speaks of its country, and never of the United States. It stays assumed.

    Args:
        text: The whole text.
        mentions: Its mentions, in order.

    Returns:
        The mentions, in the same order.
    """
    bare = [k for k, m in enumerate(mentions) if _bare(m)]
    named = {
        k: m.quantity.unit
        for k, m in enumerate(mentions)
        if m.quantity.unit in _COUNTRIES and "unit" not in m.quantity.assumed
    }
    codes = set(named.values())
    out = list(mentions)
    if not bare or len(codes) != 1 or max(named) > bare[0]:
        return out
    [code] = codes
    dollars = any(m.quantity.unit == "USD" and "unit" not in m.quantity.assumed for m in mentions)
    if code is None or dollars or _pattern(_UNITED_STATES).search(text):
        return out
    country = _pattern(rf"\b(?:{_COUNTRIES[code]})\b(?! dollars?\b)").findall(text)
    if len(country) < _ENOUGH.get(code, 1):
        return out
    for k in bare:
        out[k] = replace(out[k], quantity=replace(out[k].quantity, unit=code))
    return out


def home(text: str) -> str | None:
    """The one dollar, not the US one, whose country a text names without the United States.

    Where the text writes "US$" beside a bare "$", the United States count as not named: there the
    bare sign is most likely not theirs.
    """
    if _pattern(_UNITED_STATES).search(text.replace("US$", "")):
        return None
    named = [
        code for code, words in _COUNTRIES.items() if _pattern(rf"\b(?:{words})\b").search(text)
    ]
    return named[0] if len(named) == 1 and named[0] not in _ENOUGH else None


def _bare(mention: Mention) -> bool:
    quantity = mention.quantity
    return quantity.unit == "USD" and quantity.kind == "money" and "unit" in quantity.assumed
