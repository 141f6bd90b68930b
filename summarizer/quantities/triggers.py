"""Which tokens a quantity or a mask can begin with: all others are passed over at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities.currencies import CODES as CURRENCY_CODES
from summarizer.quantities.currencies import COMMON, DOLLARS, PREFIXES, SIGNS
from summarizer.quantities.dates import MONTHS
from summarizer.quantities.multiples import MULTIPLES
from summarizer.quantities.number_words import DOZENS, FRACTIONS, ONES, TENS
from summarizer.quantities.numbers import VULGAR
from summarizer.quantities.ranks import ORDINALS
from summarizer.quantities.scales import SCALES
from summarizer.quantities.vague import VAGUE

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

_LOW = frozenset(
    {*ONES, *TENS, *DOZENS, *VULGAR, *FRACTIONS, *MULTIPLES, *MONTHS, *SCALES, *ORDINALS, *VAGUE}
    | {code.lower() for code in COMMON}
    | (set(DOLLARS) - {"can", "n", "z"})
    | set("a an half no number nr q h fy cy fiscal http https www ftp minus negative u".split())
    | set("@#＃-−–+(.")
)
_WORDS = frozenset({*CURRENCY_CODES, *PREFIXES, *SIGNS, "Y"})


def may_begin(tokens: Tokens, i: int) -> bool:
    """Whether a quantity or a mask may begin at token i."""
    word = tokens.words[i]
    low = tokens.lows[i]
    return "0" <= word[0] <= "9" or low in _LOW or word in _WORDS or low[0] == "#"
