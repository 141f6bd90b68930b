"""What holds digits or number words and is no quantity: the readers of masks, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities import dates, identifiers, names, references
from summarizer.quantities.firms import firm
from summarizer.quantities.hours import day, hour, past
from summarizer.quantities.masked import Masked, until
from summarizer.quantities.ranks import SUPERLATIVES, places
from summarizer.quantities.scales import SCALES
from summarizer.quantities.tokens import MAX_TOKEN
from summarizer.quantities.years import spelt_year, year

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

_DATE_LEADS = frozenset(
    "on since until till by before after dated from of through between for ( announced".split()
)
_PERIOD_WORDS = frozenset({"q", "h", "fy", "cy", "fiscal", "first", "second", "third", "fourth"})
_SIGNS = frozenset("-−–")
# What makes a short number an amount, where nothing before it makes it a name.
_AMOUNTS = frozenset({"%", "percent", "million", "billion", "trillion"})
_NAMING = frozenset("ext extension p ad bc ce bce % : - ‐ ‑ .".split())
_SHORT, _YEAR_DIGITS = 5, 4
# How far a list's number may stand from the begin of its line.
_INDENT = 6
_NUMBERED = frozenset({"no", "number", "nr"})
_CURRENCY_SIGNS = frozenset("$€£¥₹₩")


def read_mask(tokens: Tokens, i: int, floor: int = 0) -> Masked | None:
    """The mask that begins at a token, or a little before it where a name ends in digits.

    Args:
        tokens: The tokens.
        i: A token that holds digits, a sign or a word that something numeric begins with.
        floor: The first token that is still free.

    Returns:
        The mask, or None where a quantity may stand.
    """
    word, low = tokens.words[i], tokens.lows[i]
    if "0" <= word[0] <= "9":
        return _at_digit(tokens, i, floor)
    if word in _CURRENCY_SIGNS and tokens.lows[i + 1] != "past":
        return None
    if word in _SIGNS:
        return _signed(tokens, i)
    if low[0] == "#" and word[0] != "#":
        return None
    if word in "@#＃":
        return identifiers.at_sign(tokens, i, floor)
    if word in "+(":
        return identifiers.phone_at_sign(tokens, i)
    return _at_word(tokens, i, floor)


def _at_word(tokens: Tokens, i: int, floor: int) -> Masked | None:
    """The date, year, time, place or address that begins with a word."""
    text, start, low = tokens.text, tokens.starts[i], tokens.lows[i]
    if tokens.low(i + 1) == "past":
        return past(tokens, i)
    if low.endswith("teen") or low == "twenty":
        return spelt_year(tokens, i)
    if low in dates.MONTHS:
        return _dated(tokens, i, dates.at_month(text, start))
    if low in _PERIOD_WORDS:
        return _dated(tokens, i, dates.at_word(text, start))
    if low in {"http", "https", "www", "ftp"}:
        return identifiers.at_word(tokens, i)
    if low == "no" and tokens.phrase(i, 4) == "no . 10 downing":
        return Masked(i, i + 5 if tokens.low(i + 4) == "street" else i + 4, "name")
    if low == "r":
        return names.lettered(tokens, i, floor)
    if low in _NUMBERED:
        return references.at_number(tokens, i, floor)
    return firm(tokens, i, floor)


def _signed(tokens: Tokens, i: int) -> Masked | None:
    """ "-2020-07-01-": the date after a sign, which is none of its own."""
    if not (tokens.digits(i + 1) and tokens.glued(i)):
        return None
    return _dated(tokens, i + 1, dates.at_digit(tokens.text, tokens.starts[i + 1]))


def _dated(tokens: Tokens, i: int, found: dates.Dated | None) -> Masked | None:
    if found is None:
        return None
    end = until(tokens, i, found.end)
    if (
        tokens.low(end) in SCALES
        and tokens.digits(end - 1)
        and len(tokens.words[end - 1]) < _YEAR_DIGITS
    ):
        # "In June 3 million people came."
        return None
    return Masked(i, end, found.kind, found.value)


def _plain(tokens: Tokens, i: int) -> bool:
    """Whether the number at token i is short, and nothing beside it makes it part of a name."""
    word = tokens.words[i]
    if len(word) > _SHORT or tokens.lows[i - 1] in _NAMING or tokens.words[i - 1] in names.BRANDS:
        return False
    if word.isdigit():
        return len(word) < _YEAR_DIGITS
    return word.isascii() and " " not in word and word.count(".") < 2


def _at_digit(tokens: Tokens, i: int, floor: int) -> Masked | None:
    text, start = tokens.text, tokens.starts[i]
    if len(tokens.words[i]) > MAX_TOKEN:
        return Masked(i, i + 1, "identifier")
    lows = tokens.lows
    if "@" in lows[i + 1 : i + 8]:
        email = identifiers.email_around(tokens, i, floor)
        if email is not None:
            return email
    touched = tokens.glued(i - 1)
    side = tokens.words[i - 1] == "x" and tokens.digits(i - 2) and len(tokens.words[i - 2]) < _SHORT
    if touched and i > floor and tokens.words[i - 1].isalpha() and not side:
        return identifiers.bare_url(tokens, i, floor) or names.glued(tokens, i, floor)
    after = lows[i + 1]
    if after == "/" and lows[i] == "24" and lows[i + 2] == "7":
        return Masked(i, i + 3, "name")
    if lows[i - 1] in _CURRENCY_SIGNS:
        return None
    if after in _AMOUNTS and _plain(tokens, i):
        return None
    named = references.at_digit(tokens, i, floor) or firm(tokens, i, floor)
    if named is not None:
        return named
    found = _dated(tokens, i, dates.at_digit(text, start))
    if found is None and after == "/":
        dated = lows[i - 1] in _DATE_LEADS
        found = _dated(tokens, i, dates.slashed(text, start, dated=dated))
    if found is None and tokens.glued(i) and tokens.word(i + 1).isalpha():
        found = identifiers.bare_url(tokens, i, floor)
    return (
        found
        or identifiers.at_digit(tokens, i)
        or _numbering(tokens, i)
        or year(tokens, i)
        or names.score(tokens, i)
        or names.name(tokens, i, floor)
        or hour(tokens, i)
        or day(tokens, i)
    )


def _opens_item(tokens: Tokens, i: int) -> bool:
    """Whether a number begins an item of a list: "1. Revenue rose", "2) Costs"."""
    start = tokens.starts[i]
    opens = tokens.text[max(0, start - _INDENT) : start].rpartition("\n")
    if not (opens[1] or start <= _INDENT) or opens[2].strip(" \t*-•("):
        return False
    closed = tokens.glued(i) and not tokens.glued(i + 1) and len(tokens.words[i]) < 3
    return closed and tokens.word(i + 2)[:1].isupper()


def _numbering(tokens: Tokens, i: int) -> Masked | None:
    """ "10th", "the 4th", "3 min read": places in an order and page furniture."""
    after = tokens.lows[i + 1]
    if after in {"min", "minute"} and tokens.lows[i + 2] == "read":
        return Masked(i, i + 3, "numbering")
    if after in {".", ")"} and _opens_item(tokens, i):
        return Masked(i, i + 1, "numbering")
    if after not in {"st", "nd", "rd", "th"} or not tokens.glued(i):
        return None
    j = i + 3 if tokens.low(i + 2) == "-" else i + 2
    return (
        None
        if tokens.low(j) in SUPERLATIVES or places(tokens, i)
        else Masked(i, i + 2, "numbering")
    )
