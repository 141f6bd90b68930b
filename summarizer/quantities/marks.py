"""Footnote marks, which must hide no scale: "€312 million¹", "53² million", "12.5%³", "5[2]"."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from summarizer.quantities.masked import Masked

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

Spans = list[tuple[int, int]]

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISING = frozenset("^⁻" + RAISED)
_EXPONENTS = str.maketrans(RAISED + "⁻", "0123456789-")
# A mark belongs to one of these as its power: "m²", "km³", "s⁻²".
_POWERED = frozenset("m km cm mm dm nm µm ft yd in mi s h kg mile miles metre metres".split())
# A smaller power of ten beside a currency is a mark as likely as not: "$10²".
_MONEY_EXPONENT = 6
_SIGNS = frozenset("$€£¥₹₩")


@functools.cache
def _marks() -> re.Pattern[str]:
    """Raised digits; and what is set down beside a word or a number as a mark."""
    return re.compile(
        rf"(?P<raised>[{RAISED}]+)|(?<=[\w%\"”])\[[0-9]{{1,2}}\]|(?<=[a-z%])\([0-9]{{1,2}}\)"
        r"|(?<=[0-9A-Za-z%])[†‡]|(?<=[0-9a-z%])\*(?=[ \u00a0]+[a-z]|[,.;)]|[ ]*$)"
    )


def without_marks(text: str, spans: Spans) -> tuple[Spans, frozenset[int]]:
    """Take the footnote marks out of a paragraph's tokens.

    Args:
        text: The whole text.
        spans: Where the paragraph's tokens stand.

    Returns:
        The tokens that are left, and the places of the numbers among them that carried a mark.
    """
    found = list(_marks().finditer(text, spans[0][0], spans[-1][1]))
    if not found:
        return spans, frozenset()
    left: Spans = []
    marked: set[int] = set()
    k = 0
    for start, end in spans:
        while k < len(found) and found[k].end() <= start:
            k += 1
        begin = start
        while k < len(found) and found[k].start() < end:
            a, b = max(found[k].start(), start), min(found[k].end(), end)
            raised = found[k]["raised"] not in {None, "¹"}
            if (raised or text[a - 1 : a] == "⁻") and _is_power(text, begin, a):
                left.append((begin, end if begin < a else b))
                begin = end if begin < a else b
            else:
                if begin < a:
                    left.append((begin, a))
                if left and left[-1][1] == found[k].start() and _digit(text, left[-1]):
                    marked.add(len(left) - 1)
                begin = b
            if found[k].end() > end:
                break
            k += 1
        if begin < end:
            left.append((begin, end))
    return left, frozenset(marked)


def _digit(text: str, span: tuple[int, int]) -> bool:
    return "0" <= text[span[0]] <= "9"


def _is_power(text: str, begin: int, at: int) -> bool:
    """Whether raised digits at an offset are the power of the unit or of the ten before them."""
    if begin < at:
        return text[begin:at].lower() in _POWERED
    before = text[max(0, at - 3) : at]
    if before.endswith("⁻"):
        return True
    return before[-2:] == "10" and not before[:-2].isdigit() and before[:-2] not in {".", ","}


def exponent(tokens: Tokens, i: int) -> tuple[int | None, int] | None:
    """The exponent that is written at the number at token i: "10⁹", "10^9", "10⁻⁶", "2^10".

    Args:
        tokens: The tokens.
        i: A number in digits.

    Returns:
        The exponent, None where it cannot be told from a mark ("10²%", "2^10"), and the token
        after it; None where there is none.
    """
    j = i + 1
    first = tokens.words[j][:1]
    if first not in _RAISING or not tokens.glued(i):
        return None
    digits = ""
    if first == "^":
        j += 1
        while tokens.glued(j - 1) and (tokens.word(j) in {"-", "−", "("}) and j < i + 4:
            digits += tokens.word(j).replace("(", "").replace("−", "-")
            j += 1
        if not tokens.digits(j):
            return None
        digits, j = digits + tokens.word(j), j + 1
    else:
        while tokens.glued(j - 1) and tokens.word(j) and tokens.word(j)[0] in "⁻" + RAISED:
            digits, j = digits + tokens.word(j).translate(_EXPONENTS), j + 1
    plain = digits.lstrip("-").isdecimal() and digits.isascii() and len(digits) < 4
    if not plain or tokens.words[i] != "10":
        return None, j
    small = abs(int(digits)) < _MONEY_EXPONENT
    return (None if small and tokens.word(i - 1) in _SIGNS else int(digits)), j


def refused(tokens: Tokens, i: int) -> Masked | None:
    """The number at token i that no amount was read from because of a raised digit."""
    if not tokens.digits(i):
        return None
    power = exponent(tokens, i)
    if power is None and i not in tokens.marked:
        return None
    return Masked(i, power[1] if power else i + 1, "superscript")


def open_to_doubt(tokens: Tokens, i: int, kind: str) -> bool:
    """Whether the number at token i may be a power as well as a number with a mark.

    An amount of money, a share or a time is raised to no power, and neither is a number with
    thousands separators; "53² people" or "5² m" may be either.
    """
    if tokens.words[i + 1][:1] not in _RAISING and not tokens.marked:
        return False
    if i in tokens.marked:
        return kind in {"count", "other", "ratio", "measure"} and "," not in tokens.words[i]
    power = exponent(tokens, i) if tokens.digits(i) else None
    return bool(power and kind == "money" and power[0] and abs(power[0]) < _MONEY_EXPONENT)
