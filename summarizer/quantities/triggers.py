"""Which tokens a quantity or a mask can begin with: all others are passed over at once."""

from __future__ import annotations

from itertools import compress

from summarizer.quantities.currencies import CODES as CURRENCY_CODES
from summarizer.quantities.currencies import COMMON, DOLLARS, PREFIXES, SIGNS
from summarizer.quantities.currency_scales import OPENERS
from summarizer.quantities.date_values import MONTHS
from summarizer.quantities.fraction_words import HALVED
from summarizer.quantities.multiples import MULTIPLES
from summarizer.quantities.number_words import DOZENS, FRACTIONS, ONES, ROUND, TENS
from summarizer.quantities.numbers import VULGAR
from summarizer.quantities.ranks import ORDINALS
from summarizer.quantities.scales import SCALES
from summarizer.quantities.vague import VAGUE

_LOW = frozenset(
    {*ONES, *TENS, *DOZENS, *VULGAR, *FRACTIONS, *MULTIPLES, *MONTHS, *SCALES, *ORDINALS, *VAGUE}
    | set("single teens half nr q h fy cy fiscal http https www ftp minus negative u".split())
    | set("@#＃")
)
_WORDS = frozenset({*CURRENCY_CODES, *PREFIXES, *SIGNS, *OPENERS, "Y"})
# These begin something only before a number or a sign: "-5", "us$5", "usd 5", "No. 2".
_LEADS = frozenset({*"-−–+(.", *DOLLARS} | {code.lower() for code in COMMON})
_LEADS |= {"no", "number", "less"}
_AFTER_LEAD = frozenset({*SIGNS, *"(+.-=", "one", "two", "three"})
_ARTICLES = frozenset({"a", "an"})
_AFTER_ARTICLE = frozenset({*ROUND, *DOZENS, *FRACTIONS, *SCALES, *HALVED, "$"})
_CASED = _LEADS | {word.lower() for word in _WORDS}
_NUMERALS = frozenset("0123456789")
_MOST, _SHORT = 20_000, 6
_ALWAYS, _IN_CASE, _ARTICLE, _COMMA = 1, 2, 3, 4


class _Openers(dict[str, int]):
    """When something may begin with a word in lower case, worked out when first asked for."""

    def __missing__(self, low: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        if low[0] in _NUMERALS:
            if len(low) > _SHORT:
                return _ALWAYS
            found = _ALWAYS
        elif low in _LOW or low[0] == "#":
            found = _ALWAYS
        elif low in _ARTICLES:
            found = _ARTICLE
        elif low == ",":
            found = _COMMA
        else:
            found = _IN_CASE if low in _CASED else 0
        self[low] = found
        return found


_opens = _Openers().__getitem__


def find_openings(
    words: list[str], lows: list[str], gaps: list[str], language: str | None
) -> list[int]:
    """The tokens that a quantity or a mask may begin with, in order.

    Args:
        words: The tokens as written.
        lows: The tokens in lower case.
        gaps: What stands between each token and the next.
        language: The language of the text, where it has tables of its own, else None.
    """
    count = len(words)
    out: list[int] = []
    cases = list(map(_opens, lows))
    for i in compress(range(count), cases):
        case = cases[i]
        if case == _ALWAYS or words[i] in _WORDS:
            out.append(i)
        elif i + 1 == count:
            continue
        elif case == _COMMA:
            # ",08 por ciento": a decimal without its zero.
            number = language is not None and words[i + 1][0] in _NUMERALS
            if number and not gaps[i] and (not i or gaps[i - 1]):
                out.append(i)
        elif case == _ARTICLE:
            if lows[i + 1] in _AFTER_ARTICLE:
                out.append(i)
        elif _leads(words, lows, i):
            out.append(i)
    return out


def _leads(words: list[str], lows: list[str], i: int) -> bool:
    """Whether token i begins something with the number or the sign after it."""
    if lows[i] not in _LEADS:
        return False
    return words[i + 1][0] in _NUMERALS or lows[i + 1] in _AFTER_LEAD
