"""Numbers whose unit the words before leave out: "3.2% in May and 2.9 in June"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.quantities.amount import Amount
    from summarizer.quantities.context import Found
    from summarizer.quantities.tokens import Tokens

_COMPARED = frozenset(
    {"up from", "down from", "compared with", "compared to", "versus", "vs", "against"}
)
_PLACES = frozenset({"in", "for", "on", "at", "to", "from"})
_ENDS = frozenset({"", ".", ",", ";", "and", "in"})
_LINKS = frozenset({"and", ","})
# A share is not this much another one of the same thing.
_APART, _TIMES = 5, 10
_MOST = 9


def parallel(tokens: Tokens, before: Found, found: Found) -> bool:
    """Whether a bare number is one more of what the amount before it is.

    Args:
        tokens: The tokens.
        before: The amount before, which has a unit.
        found: A number without a unit, in the same sentence.

    Returns:
        True where the two stand in the same form of words; False where that is not sure.
    """
    donor, amount = before.amount, found.amount
    words = tokens.lows[before.end : found.begin]
    if amount.words or amount.scale != 1 or not words or len(words) > _MOST:
        return False
    if donor.kind == "percent":
        return _shares(tokens, before, found, words)
    listed = words[-1] == "," and donor.kind in {"count", "measure"}
    return listed and amount.precision == 1 and _same_place(tokens, before, found)


def _shares(tokens: Tokens, before: Found, found: Found, words: list[str]) -> bool:
    donor, amount = before.amount, found.amount
    if words == ["to"] and tokens.low(before.begin - 1) == "from":
        # The base of a change has the sign: "rose from 3.2% to 4".
        return _near(donor, amount, _APART)
    if donor.precision != amount.precision or not _near(donor, amount, _TIMES):
        return False
    phrase = " ".join(word for word in words if word != ",")
    if phrase in _COMPARED:
        return _near(donor, amount, _APART)
    if _LINKS.isdisjoint(words):
        return False
    lead = tokens.low(found.begin - 1)
    if lead == tokens.low(before.begin - 1) == "at":
        # Both stand at a level: "unemployment stood at 5.2%, inflation at 3.1".
        return tokens.low(found.end) in _ENDS
    return lead in _LINKS and _same_place(tokens, before, found)


def _near(one: Amount, two: Amount, times: int) -> bool:
    if one.value is None or two.value is None or one.high is not None or two.high is not None:
        return False
    a, b = abs(one.value), abs(two.value)
    return a <= b * times and b <= a * times


def _same_place(tokens: Tokens, before: Found, found: Found) -> bool:
    """Whether both are followed by a place or a time of the same sort: "in Italy", "in Spain"."""
    word = tokens.low(found.end)
    if word not in _PLACES or tokens.low(before.end) != word:
        return False
    one, two = tokens.word(before.end + 1), tokens.word(found.end + 1)
    return all(place[:1].isupper() or place[:1].isdigit() for place in (one, two))
