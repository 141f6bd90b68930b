"""Names that begin with a number: "7-Eleven", "Five Guys", "23andMe", "3M"; and set phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities import currencies
from summarizer.quantities.masked import Masked
from summarizer.quantities.nouns import counted, is_plural
from summarizer.quantities.scales import SCALES
from summarizer.quantities.units import read_unit

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

# As tokens; the last word must begin with a capital.
_NAMES = (
    "7 - eleven|7 - elevens|7 - up|7 up|five guys|five below|four seasons|six flags|two sigma|"
    "three uk|three mobile|three arrows|seven & i|seven network|seven west|seven bank|84 lumber|"
    "99 cents only|99 ranch|500 global|500 startups|360 security|2 k games|10 x genomics|"
    "3 i group|3 i infrastructure|23 andme|4 chan|8 chan|51 job|37 signals|2 u inc|8 vc|1 x "
    "technologies|eight roads|five star movement|one nation|one medical|two harbors|"
    "ten entertainment|twelve cupcakes|six nations|seven sisters|three gorges|"
    "three mile island|five eyes|one world trade|nine entertainment|seven group"
)
# The same without a capital: no amount is meant.
_PHRASES = (
    "9 - to - 5|nine - to - five|24 x 7|one - to - one|one - on - one|one - for - all|"
    "8 chan|4 chan|23 andme|37 signals|51 job|fifty - fifty|twenty - twenty|911 call|911 calls|"
    "911 caller|911 callers|911 dispatcher|911 dispatchers|911 operator|911 operators|911 system|"
    "911 turbo|911 carrera|529 plan|529 plans|529 account|529 accounts|457 plan|1031 exchange|"
    "1031 exchanges|3 - d|2 - d"
)
_GROUPS = {
    "big": frozenset("three four five six ten".split()),
    "magnificent": frozenset({"seven", "7"}),
}
_GROUP_SIZES = frozenset("five seven eight ten twenty 5 7 8 10 20 24 30 77".split())
_MEMBERS = frozenset(
    "nations countries economies leaders finance ministers members major industrial summit rich "
    "largest leading industrialized industrialised advanced developing".split()
)
_TOP = frozenset({"top", "final", "last", "fab"})
_LEADING = frozenset("over about than nearly almost around some roughly approximately up".split())
_REACHED = frozenset("grew rose fell climbed dropped up down jumped doubled close".split())
_SHORT = 3


def _table(phrases: str) -> dict[str, list[list[str]]]:
    table: dict[str, list[list[str]]] = {}
    for phrase in phrases.split("|"):
        first, *rest = phrase.split()
        table.setdefault(first, []).append(rest)
    return table


_BY_NAME, _BY_PHRASE = _table(_NAMES), _table(_PHRASES)
_FIRST = _BY_NAME.keys() | _BY_PHRASE.keys()


def firm(tokens: Tokens, i: int, floor: int) -> Masked | None:
    """The name or the set phrase that begins with the number at a token.

    Args:
        tokens: The tokens.
        i: A number, in digits or in words.
        floor: The first token that is still free.

    Returns:
        The mask, or None.
    """
    low = tokens.lows[i]
    if low in _FIRST:
        for rest in _BY_PHRASE.get(low, ()):
            if tokens.lows[i + 1 : i + 1 + len(rest)] == rest:
                return Masked(i, i + 1 + len(rest), "name")
        for rest in _BY_NAME.get(low, ()):
            end = i + 1 + len(rest)
            if tokens.lows[i + 1 : end] == rest and _capital(tokens, i, end):
                return Masked(i, end, "name")
    grouped = _group(tokens, i, floor)
    if grouped is not None:
        return grouped
    return _glued_name(tokens, i) if tokens.glued(i) and tokens.digits(i) else None


def _capital(tokens: Tokens, i: int, end: int) -> bool:
    """Whether a name is written as one: its number in words and its last word have capitals."""
    last = tokens.words[end - 1]
    return (last[0].isupper() or last == "i") and (tokens.digits(i) or tokens.words[i][0].isupper())


def _group(tokens: Tokens, i: int, floor: int) -> Masked | None:
    """ "the Big Four", "the Magnificent Seven", "the Group of 20", "a top-five maker"."""
    if i <= floor:
        return None
    before, low = tokens.lows[i - 1], tokens.lows[i]
    named = low in _GROUPS.get(before, ()) and tokens.words[i - 1][0].isupper()
    if named and (tokens.digits(i) or tokens.words[i][0].isupper()):
        return Masked(i - 1, i + 1, "name")
    if before == "of" and low in _GROUP_SIZES and tokens.words[i - 2] == "Group":
        noun = counted(tokens, i + 1)
        member = noun is None or tokens.low(i + 1) in _MEMBERS
        return Masked(max(floor, i - 2), i + 1, "name") if member else None
    joined = before == "-" and tokens.lows[i - 2] in _TOP and tokens.glued(i - 1)
    if joined and i - 2 >= floor and not tokens.digits(i):
        return Masked(i - 2, i + 1, "name")
    return None


def _glued_name(tokens: Tokens, i: int) -> Masked | None:
    """ "1Password", "26North", "the 2s10s curve", "3M said"."""
    after = tokens.words[i + 1]
    if after == "M" and tokens.words[i] == "3":
        return _maker(tokens, i)
    if after == "s" and tokens.digits(i + 2) and tokens.glued(i + 1):
        return Masked(i, i + 4 if tokens.low(i + 3) == "s" else i + 3, "name")
    title = after[0].isupper() and after[1:].islower() and len(after) > _SHORT and after.isalpha()
    if not title or after.lower() in SCALES or is_plural(after.lower()):
        return None
    if read_unit(tokens, i + 1) is not None or currencies.after(tokens, i + 1) is not None:
        return None
    return Masked(i, i + 2, "name")


def _maker(tokens: Tokens, i: int) -> Masked | None:
    """ "3M said", "3M's": the maker of tape, unless something is counted in millions."""
    lead = tokens.low(i - 1)
    if lead in _LEADING or lead in currencies.SIGNS:
        return None
    if lead == "to" and tokens.low(i - 2) in _REACHED:
        return None
    if tokens.glued(i + 1) and tokens.low(i + 2) in {"+", "-", "€", "$", "£"}:
        return None
    j = i + 2
    if not lead.isalpha() and not (tokens.low(j).isalpha() or tokens.low(j) in {"'", "’"}):
        # A number in a cell or on its own.
        return None
    if read_unit(tokens, j) is not None or currencies.after(tokens, j) is not None:
        return None
    phrase = tokens.word(j).islower() or is_plural(tokens.low(j))
    noun = counted(tokens, j) if phrase else None
    return None if noun is not None else Masked(i, j, "name")
