"""Which tokens a quantity or a mask can begin with: all others are passed over at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities.currencies import CODES as CURRENCY_CODES
from summarizer.quantities.currencies import COMMON, DOLLARS, PREFIXES, SIGNS
from summarizer.quantities.date_values import MONTHS
from summarizer.quantities.multiples import MULTIPLES
from summarizer.quantities.number_words import DOZENS, FRACTIONS, ONES, ROUND, TENS
from summarizer.quantities.numbers import VULGAR
from summarizer.quantities.ranks import ORDINALS
from summarizer.quantities.scales import SCALES
from summarizer.quantities.vague import VAGUE

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

_LOW = frozenset(
    {*ONES, *TENS, *DOZENS, *VULGAR, *FRACTIONS, *MULTIPLES, *MONTHS, *SCALES, *ORDINALS, *VAGUE}
    | set("half nr q h fy cy fiscal http https www ftp minus negative u".split())
    | set("@#＃")
)
_WORDS = frozenset({*CURRENCY_CODES, *PREFIXES, *SIGNS, "Y"})
# These begin something only before a number or a sign: "-5", "us$5", "usd 5", "No. 2".
_LEADS = frozenset({*"-−–+(.", "no", "number"} | {code.lower() for code in COMMON} | set(DOLLARS))
_AFTER_LEAD = frozenset({*SIGNS, *"(+.-=", "one", "two", "three"})
_ARTICLES = frozenset({"a", "an"})
_AFTER_ARTICLE = frozenset({*ROUND, *DOZENS, *FRACTIONS, *SCALES, "$"})


_HEADS = frozenset("0123456789#")
_ANY = _LOW | _LEADS | _ARTICLES | {","} | {word.lower() for word in _WORDS}


def candidates(tokens: Tokens) -> list[int]:
    """The tokens that a quantity or a mask may begin with, in order."""
    # The lists are padded with "".
    heads, words = _HEADS, _ANY
    return [
        i
        for i, low in enumerate(tokens.lows)
        if (low in words or low[:1] in heads) and low and _may_begin(tokens, i)
    ]


def _may_begin(tokens: Tokens, i: int) -> bool:
    """Whether a quantity or a mask may begin at token i."""
    word, low = tokens.words[i], tokens.lows[i]
    if "0" <= word[0] <= "9" or low in _LOW or word in _WORDS or low[0] == "#":
        return True
    if low == "," and tokens.language is not None:
        # ",08 por ciento": a decimal without its zero.
        return tokens.digits(i + 1) and tokens.glued(i) and not tokens.glued(i - 1)
    if low in _ARTICLES:
        return tokens.low(i + 1) in _AFTER_ARTICLE
    return low in _LEADS and (tokens.digits(i + 1) or tokens.low(i + 1) in _AFTER_LEAD)
