"""How an amount is known, by the words around it: stated, forecast or rumoured."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.grounding.basis_words import (
    AS_EXPECTED,
    BOUND,
    DEFINITE,
    DONE,
    FORECAST,
    HELD,
    HOPED,
    INTENDED,
    RUMOURED,
    TERMS,
)

if TYPE_CHECKING:
    from summarizer.models import Basis
    from summarizer.quantities import Mention

_UNDER_MODAL = re.compile(
    r"(?<=(?:.will|would|could|might) )(?:not |also )?(?:have |be )?\w+|(?<=\b(?:may|can) )\w+"
    r"|(?<=should )\w+|\bto (?:be |have )?\w+",
    re.IGNORECASE,
)
"""A verb whose form is that of the past, but which a modal or "to" governs: "may cut"."""
_OF_EXPECTED = re.compile(r"(?<=\| )(?:expected|forecast)\b")
_NEAR, _NEAR_AFTER = 12, 6
_REST = re.compile(r"[,;]|\.\s|\b(?:and|but)\b")


def basis_of(left: str, tail: str, mention: Mention, *, old: bool) -> Basis | None:
    """A forecast if the last word that tells is one; stated if nothing speaks of the future.

    What a forecast only speaks of, for it is so already or is agreed, is open.
    """
    after = _REST.split(tail, maxsplit=1)[0].split()
    near = f"{' '.join(left.split()[-_NEAR:])} | {' '.join(after[:_NEAR_AFTER])}"
    if mention.text.endswith("times"):
        near = _OF_EXPECTED.sub("", near)  # "11 times expected earnings" is a multiple of today
    words = AS_EXPECTED.sub(" ", near)
    if RUMOURED.search(words):
        return "rumoured"
    forecasts = sorted(m.end() for p in (FORECAST, HOPED) for m in p.finditer(words))
    done = [m.end() for m in DONE.finditer(_UNDER_MODAL.sub(lambda m: "~" * len(m[0]), words))]
    if not forecasts:
        return "stated" if done and not INTENDED.search(words) else None
    if done and forecasts[-1] <= done[-1]:
        return None
    return None if old or _is_held(left, tail, mention, words) else "forecast"


def _is_held(left: str, tail: str, mention: Mention, words: str) -> bool:
    """Whether an amount is so, or is agreed, though the words around it speak of the future."""
    if HELD.search(left) or (TERMS.search(left) and BOUND.match(tail)):
        return True
    if mention.quantity.per == "share" and TERMS.search(left):
        return True
    before = words.partition("|")[0]
    ahead = FORECAST.search(before) or HOPED.search(before)
    if mention.quantity.kind == "count" and not ahead and DEFINITE.search(left):
        return True
    limit = mention.quantity.comparator in ("le", "lt")
    return limit and ahead is not None and ahead.group().casefold() == "may"
