"""What a table says of its numbers: "(in millions)", "in thousands of dollars", "£m"."""

from __future__ import annotations

import functools
import re
from decimal import Decimal
from typing import NamedTuple

from summarizer.quantities import currencies
from summarizer.quantities.late import late
from summarizer.quantities.tokens import tokenise
from summarizer.quantities.types import Span

# None of these stands in most texts, and then there is nothing to look for.
HINTS = (
    "ousands", "illions", "'000", "’000", "m)", "m]", "n)", "n]", "$m", "€m", "£m", "lion 2",
    "$bn", "€bn", "£bn", "lion |", "lion\t", "lion\n", "£000", "$000", "€000",
)  # fmt: skip
# The same at the end of a line.
_ENDS = ("million", "billion", "trillion")
_POWERS = {"h": 2, "t": 3, "k": 3, "'": 3, "’": 3, "0": 3, "m": 6, "b": 9}
_SIGN = (
    r"(?:(?:US|HK|AU?|CA?|NT|NZ|SG?)?\$|[€£¥₹]|Rs\.?|RMB|USD|EUR|GBP|JPY|CNY|HKD|CHF|AUD|CAD|INR|"
    r"KRW|SEK|NOK|DKK|SGD|TWD|BRL|ZAR)"
)
_PLURAL = r"(?:hundreds|thousands|millions|billions|trillions)"
_HEADS = (
    "(?:all|figures|amounts|values|numbers|data|dollars|euros|pounds|yuan|yen|are|stated|shown|"
    "expressed|unaudited)"
)
_ANY = r"(?:thousands?|millions?|billions?|trillions?|mn|mln|bn|tn|m|b|k|['’]?000s?)"


class Scale(NamedTuple):
    """A scale that a table states.

    Attributes:
        span: Where its words stand.
        factor: What the bare numbers are to be multiplied with.
        code: The currency that it names, ISO 4217.
        assumed: Whether the words leave the currency open.
        shares: Whether numbers of shares are left out of it.
        column: The only column that it holds for.
    """

    span: Span
    factor: Decimal
    code: str | None
    assumed: bool
    shares: bool
    column: int | None


@functools.cache
def _headers() -> tuple[re.Pattern[str], ...]:
    """The ways to state a scale, within one line."""
    return (
        # (in millions of euros, except per share data), ($ in thousands)
        re.compile(
            rf"[(\[](?P<words>[^()\[\]|\t]{{0,60}}?\bin (?:{_SIGN} ?)?"
            rf"(?P<scale>{_PLURAL}|['’]000s?)\b[^()\[\]|\t]{{0,100}})[)\]]",
            re.IGNORECASE,
        ),
        # (€m), ($ millions), (RMB million), (million yuan)
        re.compile(
            rf"[(\[](?P<words>{_SIGN} ?(?P<scale>{_ANY})|(?P<scale2>million|billion)s? (?:of )?"
            r"[a-z]{3,9}(?: dollars)?)[)\]]"
        ),
        # In millions of euros; Figures in thousands; Amounts in US$ millions
        re.compile(
            rf"^[\s|#*>-]*(?P<words>(?:(?:{_HEADS}|{_SIGN}) ){{0,5}}in (?:{_SIGN} ?)?"
            rf"(?P<scale>{_PLURAL}|['’]000s?)\b(?: of [a-z. ]{{3,30}})?"
            r"(?:,? except [^.|\t]{3,60})?)(?=[\s|*.:]*$|[ ]*[|\t])",
            re.IGNORECASE,
        ),
        # £m 2024 2023, | € million | 2024 |
        re.compile(
            rf"^[\s|*]*(?P<words>{_SIGN} ?(?P<scale>{_ANY})\b)(?=[\s|*]*$|[ ]*[|\t]|"
            r"[ ]+(?:FY|[QH][1-4] )?['’]?(?:20|19)?[0-9]{2}\b)"
        ),
        # Spending plans, £000
        re.compile(rf"^[^|\t.;]{{3,60}}, (?P<words>{_SIGN}[ ]?(?P<scale>{_ANY}))[\s*:]*$"),
    )


def stated_in_cells(line: str, start: int) -> list[Scale]:
    """The scales that a line states: one for all columns, or one for each that names its own.

    Args:
        line: A line of a text.
        start: Where it begins in the text.
    """
    first = stated(line, start)
    if first is None or first.column is None:
        return [] if first is None else [first]
    found: list[Scale] = []
    at = 0
    for cell in re.split(r"([|\t])", line):
        one = stated(cell, start + at) if cell not in {"|", "\t"} else None
        if one is not None:
            found.append(one._replace(column=column(line, at)))
        at += len(cell)
    return found or [first]


_EXCEPT_SHARES = late(r"except\b.*(?<!per )(?<!per-)\bshares?\b(?! (?:data )?and)", re.IGNORECASE)


def column(line: str, at: int) -> int:
    """The place of the cell that an offset into a line lies in; 0 is the first."""
    return line.count("|", 0, at) + line.count("\t", 0, at) - line.lstrip().startswith("|")


def stated(line: str, start: int) -> Scale | None:
    """The scale that a line states for the numbers after or under it.

    Args:
        line: A line of a text.
        start: Where it begins in the text.
    """
    if not any(hint in line for hint in HINTS) and not line.rstrip().endswith(_ENDS):
        return None
    for pattern in _headers():
        match = pattern.search(line)
        if match is None:
            continue
        word = (match["scale"] or match.groupdict().get("scale2") or "").lower()
        power = 12 if word[:2] in {"tr", "tn"} else _POWERS[word[0]]
        code, assumed = _currency(match["words"])
        cells = line.count("|") > 1 or "\t" in line
        place = column(line, match.start("words")) if cells else 0
        words = match["words"]
        begin = start + match.start("words") + len(words) - len(words.lstrip())
        span = Span(begin, begin + len(words.strip()))
        shares = _EXCEPT_SHARES.search(words) is not None
        return Scale(span, Decimal(10) ** power, code, assumed, shares, place or None)
    return None


def _currency(words: str) -> tuple[str | None, bool]:
    """The currency that the words of a scale name."""
    for tokens in tokenise(words):
        for i in range(len(tokens)):
            found = currencies.before(tokens, i) or currencies.after(tokens, i)
            if found is not None and found.factor == 1:
                return found.code, found.assumed
    return None, False
