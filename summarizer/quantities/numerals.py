"""Numerals: a number in digits, words or both, with its scale ("two and a half million")."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from summarizer.quantities.numbers import (
    EXACT,
    VULGAR,
    Stated,
    quotient,
    read_digits,
    scaled,
)
from summarizer.quantities.tokens import MAX_TOKEN

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    word: Decimal(10) ** power
    for power, words in {
        2: "hundred hundreds",
        3: "thousand thousands",
        5: "lakh lakhs lac lacs",
        6: "million millions mn mln mln. mio mil mill",
        7: "crore crores cr",
        9: "billion billions bn bln mrd milliard",
        12: "trillion trillions trn tn tln",
        15: "quadrillion quadrillions",
        18: "quintillion",
        21: "sextillion",
        24: "septillion",
    }.items()
    for word in words.split()
}
# Read as a scale only by what stands around them: "$5m" and "5m people", not "5m tall".
LETTER_SCALES = {
    "k": Decimal(10) ** 3,
    "m": Decimal(10) ** 6,
    "mm": Decimal(10) ** 6,
    "b": Decimal(10) ** 9,
    "t": Decimal(10) ** 12,
}
DOZENS = {"dozen": 12, "score": 20, "gross": 144}
FRACTIONS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4,
    "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7,
    "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
    "hundredth": 100, "hundredths": 100, "thousandth": 1000, "thousandths": 1000,
    "twentieth": 20, "twentieths": 20,
}  # fmt: skip
_TOP = Decimal(10) ** 40
# Round numbers that "a" or "half" may stand before.
_ROUND = frozenset("hundred thousand lakh million crore billion trillion quadrillion".split())
# A round number alone counts only before one of these: "a"-less "thousand liters".
_COUNTED = frozenset(
    "dollars dollar euros pounds yen yuan liters litres tons tonnes barrels people miles".split()
)
_HALF_LEADS = frozenset("than nearly almost about over under exactly roughly".split())


class Numeral(NamedTuple):
    """A numeral in a list of tokens.

    Attributes:
        value: The number, scale applied.
        precision: The worth of one unit of the last stated digit, scale applied.
        end: The first token after it.
        scale: The scale word's worth; 1 without one.
        words: Whether it is spelt out, digits apart.
        fraction: Whether it is a fraction in words ("a third", "two-thirds").
    """

    value: Decimal
    precision: Decimal
    end: int
    scale: Decimal = Decimal(1)
    words: bool = False
    fraction: bool = False


def _join(tokens: Tokens, i: int) -> int:
    """The token after a hyphen between number words, or i itself."""
    if tokens.low(i) not in {"-", "‐", "‑"}:
        return i
    if tokens.glued(i) and tokens.glued(i - 1):
        return i + 1
    # "fifty - two", as some corpora set it.
    return i + 1 if tokens.low(i - 1) in TENS and tokens.low(i + 1) in ONES else i


def _small(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """A number word under a hundred, or one compound of any size: its worth and its end."""
    word = tokens.low(i)
    if word[:1] == "#" and word[1:].isdigit() and tokens.word(i) != word and len(word) < 8:
        return _foreign(tokens, i, int(word[1:]))
    if word in ONES:
        return ONES[word], i + 1
    if word in TENS:
        j = _join(tokens, i + 1)
        unit = ONES.get(tokens.low(j), 0)
        if 0 < unit < 10 and (j > i + 1 or tokens.low(j) in ONES):
            return TENS[word] + unit, j + 1
        return TENS[word], i + 1
    return None


def _foreign(tokens: Tokens, i: int, value: int) -> tuple[int, int]:
    """ "treinta y dos", "quatre-vingt-dix-sept", "trezentos e vinte": parts that add up."""
    j = i + 1
    while True:
        k = _join(tokens, j)
        if k == j and tokens.low(j) == "and":
            k = j + 1
        word = tokens.low(k)
        part = (
            1 if word == "one" else int(word[1:]) if word[:1] == "#" and word[1:].isdigit() else 0
        )
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
    if tokens.low(_join(tokens, j)) == "hundred" and value < 100:
        return _hundreds(tokens, value, _join(tokens, j))
    return value, j


def _hundreds(tokens: Tokens, value: int, j: int) -> tuple[int, int]:
    """The hundreds whose word stands at j, with what follows them."""
    value, j = value * 100, j + 1
    k = j + 1 if tokens.low(j) == "and" else j
    rest = _small(tokens, k)
    if rest is None or tokens.low(_join(tokens, rest[1])) in {"hundred", *FRACTIONS}:
        return value, j
    return value + rest[0], rest[1]


def _spelt(tokens: Tokens, i: int) -> tuple[Decimal, int, Decimal] | None:
    """An integer in words: its worth, the token after it, and its last scale."""
    first = _under_thousand(tokens, i)
    if first is None and tokens.language is not None and tokens.low(i) == "thousand":
        first = (1, i)
    if first is None and tokens.low(i) in {"a", "an"} and tokens.low(i + 1) in _ROUND:
        first = (1, i + 1)
        if tokens.low(i + 1) == "hundred":
            first = _hundreds(tokens, 1, i + 1)
    if first is None:
        return None
    total = Decimal(0)
    last = Decimal(1)
    current, j = first
    while True:
        k = _join(tokens, j)
        scale = SCALES.get(tokens.low(k))
        if scale is None or scale < 1000 or (total and scale >= last):
            break
        total, last, j = EXACT.add(total, EXACT.multiply(Decimal(current), scale)), scale, k + 1
        current = 0
        while (step := SCALES.get(tokens.low(j), Decimal(0))) >= 1000 and total * step <= _TOP:
            total, last, j = EXACT.multiply(total, step), EXACT.multiply(last, step), j + 1
        k = j + 1 if tokens.low(j) in {"and", ","} else j
        more = _under_thousand(tokens, k)
        if more is None:
            break
        after = _join(tokens, more[1])
        # "two million, three companies" are two numbers; "two million three hundred" is one.
        if tokens.low(j) == "," and SCALES.get(tokens.low(after), Decimal(0)) < 1000:
            break
        current, j = more
    return EXACT.add(total, Decimal(current)), j, last if not current else Decimal(1)


def _tail_fraction(tokens: Tokens, j: int) -> tuple[Decimal, int] | None:
    """ "and a half", "and three quarters", "½" and "1/2" after a whole number."""
    word = tokens.low(j)
    if word in VULGAR:
        return quotient(*VULGAR[word]), j + 1
    if tokens.low(j + 1) in {"/", "⁄"} and tokens.digits(j) and tokens.digits(j + 2):
        return _slash(tokens, j)
    if word != "and":
        return None
    if tokens.low(j + 1) in {"a", "one"} and tokens.low(j + 2) in FRACTIONS:
        return quotient(1, FRACTIONS[tokens.low(j + 2)]), j + 3
    if tokens.low(j + 1) == "half":
        return Decimal("0.5"), j + 2
    top = ONES.get(tokens.low(j + 1), 0)
    k = _join(tokens, j + 2)
    if top > 1 and tokens.low(k) in FRACTIONS:
        return quotient(top, FRACTIONS[tokens.low(k)]), k + 1
    return None


def _slash(tokens: Tokens, i: int) -> tuple[Decimal, int] | None:
    """ "7/32": a fraction in digits, its three tokens touching."""
    if not (tokens.glued(i) and tokens.glued(i + 1)) or tokens.low(i + 3) == "/":
        return None
    top, bottom = tokens.word(i), tokens.word(i + 2)
    if not (top.isdigit() and bottom.isdigit()) or len(top) > 3 or len(bottom) > 3:
        return None
    return (quotient(int(top), int(bottom)), i + 3) if int(top) < int(bottom) else None


_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


def _power(tokens: Tokens, j: int) -> tuple[int, int] | None:
    """ "×10−30", "x 10^8", "× 10⁶": the exponent and the token after it."""
    if tokens.low(j) == "e" and tokens.glued(j - 1) and tokens.glued(j):
        k = j + 2 if tokens.low(j + 1) in {"+", "-", "−"} else j + 1
        digits = tokens.word(k)
        if not (digits.isdigit() and len(digits) < 3):
            return None
        return -int(digits) if tokens.low(j + 1) in {"-", "−"} else int(digits), k + 1
    if tokens.low(j) not in {"×", "x", "*", "·"} or tokens.word(j + 1) != "10":
        return None
    k = j + 2
    shown = tokens.word(k).translate(_SUPERSCRIPTS)
    if shown != tokens.word(k):
        digits = shown
        while (part := tokens.word(k + 1).translate(_SUPERSCRIPTS)) != tokens.word(k + 1) and len(
            digits
        ) < 4:
            digits, k = digits + part, k + 1
        ok = digits.lstrip("-").isdigit() and digits.lstrip("-").isascii()
        return (int(digits), k + 1) if ok else None
    k += tokens.low(k) == "^"
    minus = tokens.low(k) in {"-", "−", "–"}
    k += minus
    digits = tokens.word(k)
    if k == j + 2 or not digits.isdigit() or len(digits) > 3 or not digits.isascii():
        return None
    return -int(digits) if minus else int(digits), k + 1


def _with_scales(tokens: Tokens, stated: Stated, j: int) -> Numeral:
    """A number with the scale words after it, "thousand million" included."""
    scale = Decimal(1)
    while True:
        k = _join(tokens, j)
        word = tokens.low(k)
        step = SCALES.get(word)
        if step is None or scale * step > _TOP:
            break
        if word in {"mil", "cr", "tn", "mill"} and not (k and tokens.digits(k - 1)):
            break
        scale, j = scale * step, k + 1
        if (
            tokens.low(j) == "and"
            and tokens.low(j + 1) == "a"
            and tokens.low(j + 2) in {"half", "quarter"}
        ):
            # "3 million and a half" is 3.5 million; "a million and a quarter million" is not.
            if tokens.low(j + 3) not in SCALES:
                part = Decimal("0.5") if tokens.low(j + 2) == "half" else Decimal("0.25")
                stated = Stated(EXACT.add(stated.value, part), Decimal("0.1"))
                j += 3
                break
        if (
            tokens.low(j) == "."
            and word in {"mn", "bn", "mln", "bln", "mio", "mrd", "mil"}
            and (tokens.low(j + 1)[:1].islower())
        ):
            j += 1
    whole = scaled(stated, scale)
    return Numeral(whole.value, whole.precision, j, scale)


def _from_digits(tokens: Tokens, i: int, language: str | None) -> Numeral | None:
    word = tokens.word(i)
    if len(word) > MAX_TOKEN:
        return None
    slash = _slash(tokens, i) if tokens.low(i + 1) in {"/", "⁄"} else None
    if slash is not None:
        return Numeral(slash[0], Decimal(0), slash[1], fraction=True)
    stated = read_digits(word, language)
    if stated is None:
        return None
    j = i + 1
    power = _power(tokens, j)
    if power is not None:
        stated, j = (
            Stated(stated.value.scaleb(power[0]), stated.precision.scaleb(power[0])),
            power[1],
        )
        return Numeral(stated.value, stated.precision, j)
    tail = _tail_fraction(tokens, j) if word.isdigit() else None
    if tail is not None:
        stated = Stated(EXACT.add(stated.value, tail[0]), Decimal("0.1"))
        j = tail[1]
    if tokens.low(j) in {"dozen", "dozens"}:
        stated = scaled(stated, Decimal(12))
        return Numeral(stated.value, stated.precision, j + 1)
    return _with_scales(tokens, stated, j)


def _article(tokens: Tokens, i: int) -> Numeral | None:
    """ "a million", "half a billion", "a dozen", "a third", "half", "a quarter of a million"."""
    word = tokens.low(i)
    j = i + 1 if word in {"a", "an"} else i
    head = tokens.low(j)
    if j == i and head in _ROUND and head != "lakh" and _counts_in(tokens, i + 1):
        return _with_scales(tokens, Stated(Decimal(1), Decimal(1)), j)._replace(words=True)
    if head in DOZENS and (j > i or head == "dozen") and head != "score":
        return Numeral(Decimal(DOZENS[head]), Decimal(1), j + 1, words=True)
    if head in {"half", "quarter"} and j == i and tokens.low(i + 1) in _ROUND:
        share = Decimal("0.5") if head == "half" else Decimal("0.25")
        return _with_scales(tokens, Stated(share, Decimal("0.1")), i + 1)
    if head == "half" and j == i and tokens.low(i - 1) in _HALF_LEADS:
        return Numeral(Decimal("0.5"), Decimal(0), i + 1, words=True, fraction=True)
    if head == "half" and j == i and tokens.low(i + 1) in {"a", "an"}:
        if tokens.low(i + 2) in SCALES:
            return _with_scales(tokens, Stated(Decimal("0.5"), Decimal("0.1")), i + 2)
        if tokens.low(i + 2) == "dozen":
            return Numeral(Decimal(6), Decimal(1), i + 3, words=True)
        return None
    if (
        head == "half"
        and j == i
        and tokens.low(i - 1) in {"first", "second", "other", "last", "top", "bottom", "latter"}
    ):
        return None
    if head == "half" and j == i and tokens.low(i + 1) in {"of", "the", "its", "their", "all"}:
        return Numeral(Decimal("0.5"), Decimal(0), i + 1, words=True, fraction=True)
    if head in {"half", "third", "quarter", "fifth", "tenth"} and j > i:
        share = quotient(1, FRACTIONS[head])
        if tokens.low(j + 1) == "of" and tokens.low(j + 2) == "a" and tokens.low(j + 3) in SCALES:
            return _with_scales(tokens, Stated(share, Decimal("0.01")), j + 3)
        if tokens.low(j + 1) in SCALES:
            return _with_scales(tokens, Stated(share, Decimal("0.1")), j + 1)
        return Numeral(share, Decimal(0), j + 1, words=True, fraction=True)
    return None


def _from_words(tokens: Tokens, i: int) -> Numeral | None:
    article = _article(tokens, i)
    if article is not None:
        return article
    spelt = _spelt(tokens, i)
    if spelt is None:
        return None
    value, j, last = spelt
    k = _join(tokens, j)
    if tokens.low(k) in FRACTIONS and value < 100 and (value > 1) == tokens.low(k).endswith("s"):
        share = quotient(value, FRACTIONS[tokens.low(k)])
        if tokens.low(k + 1) in _ROUND:
            return _with_scales(tokens, Stated(share, Decimal("0.01")), k + 1)
        return Numeral(share, Decimal(0), k + 1, words=True, fraction=True)
    if tokens.low(j) == "point" and tokens.low(j + 1) in ONES:
        return _decimals(tokens, value, j + 1)
    tail = _tail_fraction(tokens, j)
    if tail is not None and last == 1:
        numeral = _with_scales(tokens, Stated(EXACT.add(value, tail[0]), Decimal("0.1")), tail[1])
        return numeral._replace(words=True)
    if tokens.low(j) in DOZENS and tokens.low(j) != "score":
        return Numeral(value * DOZENS[tokens.low(j)], Decimal(1), j + 1, words=True)
    return Numeral(value, max(last, Decimal(1)), j, last, words=True)


def _counts_in(tokens: Tokens, i: int) -> bool:
    return tokens.low(i) in _COUNTED or (
        tokens.low(i) in _ROUND and tokens.low(i - 2) not in {"a", "the", "one"}
    )


def _decimals(tokens: Tokens, whole: Decimal, j: int) -> Numeral:
    """ "point six nine": the digits after the point, each a word."""
    digits = ""
    while tokens.low(j) in ONES and ONES[tokens.low(j)] < 10 and len(digits) < MAX_TOKEN:
        digits += str(ONES[tokens.low(j)])
        j += 1
    stated = Stated(Decimal(f"{whole}.{digits or 0}"), Decimal(1).scaleb(-len(digits)))
    return _with_scales(tokens, stated, j)._replace(words=True)


def read_numeral(tokens: Tokens, i: int, language: str | None = None) -> Numeral | None:
    """Read the numeral that begins at a token.

    Args:
        tokens: The tokens.
        i: Where it begins.
        language: The language of the text.

    Returns:
        The numeral with the longest reading, or None where none begins there.
    """
    if tokens.digits(i):
        return _from_digits(tokens, i, language)
    word = tokens.low(i)
    if word in VULGAR:
        numeral = _with_scales(tokens, Stated(quotient(*VULGAR[word]), Decimal("0.01")), i + 1)
        return numeral._replace(fraction=numeral.scale == 1)
    return _from_words(tokens, i)
