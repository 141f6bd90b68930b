"""Integers in words: "twenty-one thousand", "two million three hundred"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.quantities.numbers import EXACT
from summarizer.quantities.scales import SCALES, TOP, join

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

ONES = {
    "zero": 0, "nought": 0, "naught": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
DOZENS = {"dozen": 12, "score": 20, "gross": 144}
FRACTIONS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4,
    "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7,
    "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
    "hundredth": 100, "hundredths": 100, "thousandth": 1000, "thousandths": 1000,
    "twentieth": 20, "twentieths": 20,
}  # fmt: skip
# Round numbers that "a" or "half" may stand before.
ROUND = frozenset("hundred thousand lakh million crore billion trillion quadrillion".split())


def _small(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """A number word under a hundred, or one compound of any size: its worth and its end."""
    word = tokens.low(i)
    if word[:1] == "#" and word[1:].isdigit() and tokens.word(i) != word and len(word) < 8:
        return _foreign(tokens, i, int(word[1:]))
    if word in ONES:
        return ONES[word], i + 1
    if word in TENS:
        j = join(tokens, i + 1)
        unit = ONES.get(tokens.low(j), 0)
        if 0 < unit < 10 and (j > i + 1 or tokens.low(j) in ONES):
            return TENS[word] + unit, j + 1
        return TENS[word], i + 1
    return None


def _foreign(tokens: Tokens, i: int, value: int) -> tuple[int, int]:
    """ "treinta y dos", "quatre-vingt-dix-sept", "trezentos e vinte": parts that add up."""
    j = i + 1
    while True:
        k = join(tokens, j)
        if k == j and tokens.low(j) == "and":
            k = j + 1
        word = tokens.low(k)
        part = (
            1 if word == "one" else int(word[1:]) if word[:1] == "#" and word[1:].isdigit() else 0
        )
        if k > j and tokens.low(k - 1) == "and" and part < FRACTIONS.get(tokens.low(k + 1), 0):
            # "vingt et trois cinquièmes": the part of one is not added to the twenty.
            return value, j
        if tokens.language == "fr" and value == 4 and part == 20:
            value, j = 80, k + 1
        elif part == 100 and 1 < value < 10:
            value, j = value * 100, k + 1
        elif part and part < _room(value, tokens.language):
            value, j = value + part, k + 1
        else:
            return value, j


def _room(value: int, language: str | None) -> int:
    """What may still be added to a number: less than its last decimal place."""
    if value % 100 == 0:
        return 100 if value else 0
    if language == "fr" and value in {60, 80}:
        return 20
    if value % 10 == 0 and value % 100 >= 20:
        return 10
    return 10 if language == "fr" and value in {10, 70, 90} else 0


def _under_thousand(tokens: Tokens, i: int) -> tuple[int, int] | None:
    small = _small(tokens, i)
    if small is None:
        return None
    value, j = small
    if tokens.low(join(tokens, j)) == "hundred" and value < 100:
        return _hundreds(tokens, value, join(tokens, j))
    return value, j


def _hundreds(tokens: Tokens, value: int, j: int) -> tuple[int, int]:
    """The hundreds whose word stands at j, with what follows them."""
    value, j = value * 100, j + 1
    k = j + 1 if tokens.low(j) == "and" else j
    rest = _small(tokens, k)
    if rest is None or tokens.low(join(tokens, rest[1])) in {"hundred", *FRACTIONS}:
        return value, j
    return value + rest[0], rest[1]


def _apart(tokens: Tokens, j: int, after: int) -> bool:
    """Whether the number between a comma or an "and" at j and the token after it is another one.

    "Two million, three companies" are two numbers, "two million three hundred" is one; "cinq
    milliards et trois quarts" go on with a part.
    """
    if tokens.low(j) == "and":
        return tokens.language is not None and tokens.low(after) in FRACTIONS
    return tokens.low(j) == "," and SCALES.get(tokens.low(after), Decimal(0)) < 1000


def spelt(tokens: Tokens, i: int) -> tuple[Decimal, int, Decimal] | None:
    """An integer in words: its worth, the token after it, and its last scale."""
    first = _under_thousand(tokens, i)
    if first is None and tokens.language is not None and tokens.low(i) == "thousand":
        first = (1, i)
    if first is None and tokens.low(i) in {"a", "an"} and tokens.low(i + 1) in ROUND:
        first = (1, i + 1)
        if tokens.low(i + 1) == "hundred":
            first = _hundreds(tokens, 1, i + 1)
    if first is None:
        return None
    total = Decimal(0)
    last = Decimal(1)
    current, j = Decimal(first[0]), first[1]
    thousand = Decimal(0)
    while True:
        k = join(tokens, j)
        scale = SCALES.get(tokens.low(k))
        if scale is None or scale < 1000:
            break
        if total and scale >= last:
            thousands = thousand if last == 1000 else Decimal(0)
            if not thousands or scale == last:
                break
            # "dos mil quinientos millones": the thousands count the millions too.
            total, current = EXACT.subtract(total, thousands), EXACT.add(thousands, current)
        thousand = EXACT.multiply(Decimal(current), scale)
        total, last, j = EXACT.add(total, thousand), scale, k + 1
        current = Decimal(0)
        while (step := SCALES.get(tokens.low(j), Decimal(0))) >= 1000 and total * step <= TOP:
            total, last, j = EXACT.multiply(total, step), EXACT.multiply(last, step), j + 1
        k = j + 1 if tokens.low(j) in {"and", ","} else j
        more = _under_thousand(tokens, k)
        if more is None:
            break
        after = join(tokens, more[1])
        if _apart(tokens, j, after):
            break
        current, j = Decimal(more[0]), more[1]
    return EXACT.add(total, current), j, last if not current else Decimal(1)
