"""Which tokens a quantity or a mask can begin with: all others are passed over at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities.currencies import CODES, PREFIXES, SIGNS
from summarizer.quantities.dates import MONTHS
from summarizer.quantities.multiples import MULTIPLES
from summarizer.quantities.numbers import VULGAR
from summarizer.quantities.numerals import DOZENS, FRACTIONS, ONES, SCALES, TENS

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

_LOW = frozenset(
    {*ONES, *TENS, *DOZENS, *VULGAR, *FRACTIONS, *MULTIPLES, *MONTHS, *SCALES, "a", "an", "half",
     "first", "no", "number", "q", "h", "fy", "http", "https", "www", "@", "#", "several", "triple", "single",
     "first", "second", "third", "fourth", "fifth", "fiscal", "early", "mid", "late", "dozens", "hundreds", "thousands", "tens",
     "minus", "negative", "quarter", "hk", "nt", "nz", "au", "c", "s", "usd", "aud", "cad", "hkd", "nzd", "sgd", "mex", "mx", "eur", "gbp", "cny", "rmb", "jpy", "inr", "pln", "rub", "-", "−", "–", "+", "(", ".", "u", "us", "the", "section", "fourth"}
)  # fmt: skip
_WORDS = frozenset(
    {
        *CODES,
        *PREFIXES,
        *SIGNS,
        "US",
        "A",
        "AU",
        "C",
        "CA",
        "HK",
        "NT",
        "NZ",
        "S",
        "SG",
        "R",
        "MX",
        "J",
        "TT",
    }
)


def may_begin(tokens: Tokens, i: int) -> bool:
    """Whether a quantity or a mask may begin at token i."""
    word = tokens.words[i]
    return "0" <= word[0] <= "9" or tokens.lows[i] in _LOW or word in _WORDS
