"""Words that bound an amount: "more than", "up to", "about", "or more"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.quantities.directions import governs
from summarizer.quantities.number_words import ONES, TENS
from summarizer.quantities.particles import leads_up

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens
    from summarizer.quantities.types import Comparator, Kind

# Phrases as tokens joined by blanks, one after the other.
_BEFORE: dict[Comparator, str] = {
    "gt": """
        more than, over, above, exceeding, beyond, exceeds, exceeded, exceed, greater than,
        larger than, higher than, bigger than, in excess of, upwards of, upward of, north of,
        topping, topped, surpassing, surpassed, surpasses, better than, longer than, older than,
        further than, farther than, heavier than, >, over than, just over, well over,
        a little over, slightly over, slightly more than, well above, just above,
        little more than, a little more than, just more than, well beyond, passed, passes
    """,
    "ge": """
        at least, greater than or equal to, greater or equal than, higher or equal than,
        larger or equal than, more or equal than, greater or equal to, equal or greater than,
        a minimum of, minimum of, no less than, not less than, no fewer than, not fewer than,
        a minimum, minimum, ≥, > =, as few as, as little as, as low as, at or above,
        equal to or above, equal to or greater than, at or over
    """,
    "lt": """
        less than, sub -, under, below, fewer than, lower than, smaller than, shorter than,
        short of, younger than, just under, well under, just below, well below, slightly under,
        slightly less than, just shy of, shy of, south of, just short of, a little under,
        a little less than, <, cheaper than
    """,
    "le": """
        up to, less than or equal to, less or equal than, lower or equal than,
        smaller or equal than, less or equal to, lower than or equal to, equal or less than,
        as much as, at most, within, no more than, not more than, as many as, a maximum of,
        maximum of, as high as, no later than, capped at, not exceeding, ≤, < =, at the most,
        no greater than, no higher than, as long as, a maximum, maximum, at or below,
        equal to or less than, equal to or below, at or under
    """,
    "approx": """
        about, around, approximately, nearly, almost, some, roughly, an estimated, estimated, ~,
        circa, c ., ca ., approx, approx ., close to, in the region of, in the neighborhood of,
        about some, more or less, near, just about, somewhere around, somewhere near, ≈,
        an approximate, nearing, approaching, virtually, practically, or so, barely,
        something like, an approximately, only about, only around, closer to, more like,
        plus or minus, ±, + / -
    """,
}
_AFTER: dict[Comparator, str] = {
    "ge": """
        or more, or above, and above, or higher, and over, or over, or older, and older,
        or longer, or greater, and up, and more, at least, or better, or up, at the least,
        minimum, plus, +
    """,
    "le": """
        or less, or fewer, or below, and under, and below, or under, or lower, at most,
        or younger, and younger, at the most, maximum, tops
    """,
    "approx": "or so, or thereabouts",
}


def _phrases(table: dict[Comparator, str]) -> dict[str, Comparator]:
    return {p.strip(): c for c, phrases in table.items() for p in phrases.split(",")}


_COMPARATORS = _phrases(_BEFORE)
_AFTERWARDS = _phrases(_AFTER)
# "plus de", "más de", "più di", as their words are looked up.
_ROMANCE: dict[str, Comparator] = {
    "more of": "gt", "less of": "lt", "about of": "approx", "nearly of": "approx",
    "up up to": "le", "at least least": "ge", "at least least least": "ge",
    "at most most most": "le", "more than than": "gt", "less than than": "lt",
    "greater than than": "gt", "smaller than than": "lt", "greater greater than": "gt",
    "smaller smaller than": "lt", "close close to": "approx", "above above above": "gt",
    "above above": "gt", "below below below": "lt", "below below": "lt", "about about": "approx",
    "over over": "gt", "nearly nearly": "approx",
}  # fmt: skip
# "hasta 8.000 millones", "até 8 bilhões": a bound, where nothing moved to it.
_UNTIL = frozenset({"hasta", "até", "ate"})
_LAST_WORDS = frozenset(phrase.split(" ")[-1] for phrase in (*_COMPARATORS, *_ROMANCE))
_FIRST_WORDS = frozenset(phrase.split(" ")[0] for phrase in _AFTERWARDS)
_LONGEST = 5
_SIGNS = frozenset("$€£¥₹₩")
_SPELT = frozenset(ONES) | frozenset(TENS) | {"half"}
# "over three years" is a length of time; after one of these it is more than that.
_TIMED = frozenset(
    "for after in with is was are were been be lasted took takes take last lasts just well "
    "little of by every since".split()
)
_ARTICLES = frozenset({"a", "an", "another"})
_PASSED = frozenset({"passed", "passes"})
# After these "over" is the verb's own: "turned over £14m", "spread over six sites".
_OVER = frozenset(
    "turn turns turned turning hand hands handed handing spread spreads spreading".split()
)


class Before(NamedTuple):
    """A comparator before an amount: what it says and where it begins."""

    comparator: Comparator
    start: int


def comparator_before(tokens: Tokens, i: int, floor: int, kind: Kind = "other") -> Before | None:
    """The comparator that ends right before a token.

    Args:
        tokens: The tokens.
        i: The first token of the amount.
        floor: The first token that may be looked at.
        kind: The amount's kind: "over" may mean "during" before a time.

    Returns:
        The comparator with the longest spelling, or None.
    """
    if tokens.language is not None and tokens.words[i - 1].lower() in _UNTIL and i - 1 >= floor:
        moved = governs(tokens, i - 1, floor)
        return None if moved or floor == i - 1 else Before("le", i - 1)
    lead = tokens.lows[i - 1]
    article = lead in _ARTICLES and i > floor
    if not article and lead not in _LAST_WORDS:
        return None
    for end in (i, i - 1) if article else (i,):
        if end - 1 < floor or tokens.low(end - 1) not in _LAST_WORDS:
            continue
        for n in range(_LONGEST, 0, -1):
            phrase = tokens.phrase(end - n, n) if end - n >= floor else ""
            if tokens.language is not None and phrase in _ROMANCE:
                return Before(_ROMANCE[phrase], end - n)
            if phrase not in _COMPARATORS:
                continue
            if phrase == "over" and kind == "duration" and tokens.low(end - 2) not in _TIMED:
                return None
            if _no_bound(tokens, phrase, end, kind):
                return None
            if phrase == "up to" and leads_up(tokens, end - 2, floor, kind):
                return None
            return Before(_COMPARATORS[phrase], end - n)
    return None


def _no_bound(tokens: Tokens, phrase: str, end: int, kind: Kind) -> bool:
    """Whether a comparator's words mean something else: "handed over $5m", a quote's ">"."""
    if phrase == "over":
        return tokens.low(end - 2) in _OVER
    if phrase in _PASSED:
        return kind != "money"
    if phrase != ">":
        return False
    line = tokens.text.rfind("\n", 0, tokens.starts[end - 1]) + 1
    return not tokens.text[line : tokens.starts[end - 1]].strip(" >")


def _of_the_next(tokens: Tokens, j: int) -> bool:
    """Whether what stands at j makes the words before it those of the next amount.

    "86.5% and more than 90%", "5% and over $3", "10% and up to 20%", "5% plus three more".
    """
    word = tokens.low(j)
    return word in {"than", "to"} or word in _SIGNS or tokens.digits(j) or word in _SPELT


def comparator_after(tokens: Tokens, i: int) -> tuple[Comparator, int] | None:
    """The comparator that begins right after an amount, with the token after it."""
    if tokens.low(i) not in _FIRST_WORDS:
        return None
    for n in (3, 2, 1):
        phrase = tokens.phrase(i, n)
        if phrase not in _AFTERWARDS:
            continue
        following = tokens.low(i + 1)
        adds_up = phrase == "plus" and following in {"a", "the", "an"}
        apart = phrase == "+" and not tokens.glued(i - 1)
        adjective = phrase in {"minimum", "maximum"} and following.isalpha()
        foreign = tokens.language is not None and phrase == "and more"
        if _of_the_next(tokens, i + n) or (foreign and tokens.low(i + n).isalpha()):
            continue
        return None if adds_up or apart or adjective else (_AFTERWARDS[phrase], i + n)
    return None
