"""Whose bare crowns are: "12 mio. kr" is Danish money in a Danish text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.quantities.types import Mention

CROWNS = {"da": "DKK", "no": "NOK", "nb": "NOK", "nn": "NOK", "sv": "SEK", "is": "ISK"}
"""The crowns of the languages that call their money so."""
_NORDIC = frozenset(CROWNS.values())
_BARE = re.compile(r"(?:\bkr\.?|kron[eaou]\w{0,2})\Z", re.IGNORECASE)


def own_crowns(mentions: Sequence[Mention], code: str) -> list[Mention]:
    """Give the bare crowns of a text the currency of its language.

    Args:
        mentions: The mentions of the text.
        code: The ISO 4217 code of that currency.

    Returns:
        The mentions, in the same order.
    """
    return [_own(mention, code) for mention in mentions]


def _own(mention: Mention, code: str) -> Mention:
    quantity = mention.quantity
    bare = quantity.unit in _NORDIC and "unit" in quantity.assumed and _BARE.search(mention.text)
    return replace(mention, quantity=replace(quantity, unit=code)) if bare else mention
