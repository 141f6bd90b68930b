"""Numerals: a number in digits, words or both, with its scale ("two and a half million")."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.quantities.fraction_words import article, slash, tail_fraction
from summarizer.quantities.marks import exponent
from summarizer.quantities.number_words import DOZENS, FRACTIONS, ONES, ROUND, spelt
from summarizer.quantities.numbers import (
    EXACT,
    VULGAR,
    Stated,
    quotient,
    read_digits,
    scaled,
    trimmed,
)
from summarizer.quantities.scales import (
    LETTER_SCALES,
    SCALES,
    Numeral,
    and_a_part,
    join,
    with_scales,
)
from summarizer.quantities.tokens import MAX_TOKEN

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

# What else than a scale may go on with a number in digits.
_GOES_ON = frozenset({"/", "⁄", "e", "×", "x", "*", "·", "^", "and", "dozen", "dozens", "+", "-"})
_GOES_ON |= frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹⁻0123456789")
_GOES_ON |= frozenset(VULGAR)
# An exponent has at most two digits.
_LONGEST = 3
_THOUSAND = Decimal(1000)
_KOREAN = frozenset("만억조")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


def _power(tokens: Tokens, j: int) -> tuple[int, int] | None:
    """ "1.3e6", "×10−30", "x 10^8", "× 10⁶": the exponent and the token after it."""
    if tokens.low(j) == "e" and tokens.glued(j - 1) and tokens.glued(j):
        return _exponent(tokens, j + 1)
    if tokens.low(j) not in {"×", "x", "*", "·"} or tokens.word(j + 1) != "10":
        return None
    if tokens.word(j + 2) == "^":
        return _exponent(tokens, j + 3)
    if tokens.word(j + 2) in {"-", "−", "–"}:
        return _exponent(tokens, j + 2)
    k, digits = j + 2, ""
    while len(digits) < _LONGEST and tokens.word(k) and tokens.word(k)[0] in "⁰¹²³⁴⁵⁶⁷⁸⁹⁻":
        digits, k = digits + tokens.word(k).translate(_SUPERSCRIPTS), k + 1
    return (int(digits), k) if digits.lstrip("-").isdecimal() and digits.isascii() else None


def _exponent(tokens: Tokens, k: int) -> tuple[int, int] | None:
    minus = tokens.low(k) in {"-", "−", "–"}
    k += minus or tokens.low(k) == "+"
    digits = tokens.word(k)
    if not (digits.isdecimal() and digits.isascii() and len(digits) < _LONGEST):
        return None
    return -int(digits) if minus else int(digits), k + 1


def _from_digits(tokens: Tokens, i: int, language: str | None) -> Numeral | None:
    word = tokens.word(i)
    if len(word) > MAX_TOKEN:
        return None
    following = tokens.lows[i + 1]
    if following not in _GOES_ON and following[:1] not in _GOES_ON:
        stated = read_digits(word, language)
        return None if stated is None else _scaled(tokens, stated, i + 1, language)
    share = slash(tokens, i) if tokens.low(i + 1) in {"/", "⁄"} else None
    if share is not None:
        return Numeral(share[0], Decimal(0), share[1], fraction=True)
    stated = read_digits(word, language)
    if stated is None:
        return None
    j = i + 1
    raised = exponent(tokens, i)
    if raised is not None:
        return _raised(tokens, *raised)
    power = _power(tokens, j)
    if power is not None:
        shift, j = power
        stated = Stated(stated.value.scaleb(shift), stated.precision.scaleb(shift))
        return with_scales(tokens, stated, j)
    tail = tail_fraction(tokens, j) if word.isdigit() else None
    if tail is not None:
        stated = Stated(EXACT.add(stated.value, tail[0]), Decimal("0.1"))
        j = tail[1]
    if tokens.low(j) in {"dozen", "dozens"}:
        stated = scaled(stated, Decimal(12))
        return Numeral(stated.value, stated.precision, j + 1)
    if tokens.low(j) in {"+", "-"} and (plus := _plus(tokens, j)):
        return with_scales(tokens, stated, plus)._replace(plus=True)
    return _scaled(tokens, stated, j, language)


def _scaled(tokens: Tokens, stated: Stated, j: int, language: str | None) -> Numeral:
    """A number in digits with its scale words, and with what follows them."""
    whole = with_scales(tokens, stated, j)
    return _and_less(tokens, whole, language) if whole.scale > 1 else whole


def _and_less(tokens: Tokens, whole: Numeral, language: str | None) -> Numeral:
    """ "1 million 200 thousand", "3 hundred and 21": what follows counts smaller places."""
    j = whole.end
    hundred = whole.scale == SCALES["hundred"]
    k = j + 1 if hundred and tokens.low(j) == "and" else j
    if not tokens.digits(k) or (whole.scale == 1000 and k > j):
        return whole
    if tokens.language == "es" and whole.scale == _THOUSAND and tokens.words[j - 1] == "mil":
        return _thousands(tokens, whole, k)
    rest = _from_digits(tokens, k, language)
    if rest is None or rest.value >= whole.scale or rest.plus or rest.fraction:
        return whole
    open_ = rest.scale == 1 and not hundred and tokens.words[j - 1] not in _KOREAN
    if open_ or rest.value != rest.value.to_integral_value():
        return whole
    value = EXACT.add(whole.value, rest.value)
    return whole._replace(value=value, precision=rest.precision, end=rest.end)


def _thousands(tokens: Tokens, whole: Numeral, k: int) -> Numeral:
    """ "12 mil 500 pesos", "3 mil 500 millones": the thousands count the millions too."""
    word = tokens.words[k]
    if not word.isdigit() or len(word) > _LONGEST:
        return whole
    value = EXACT.add(whole.value, Decimal(word))
    return with_scales(tokens, Stated(value, Decimal(1)), k + 1)


def _raised(tokens: Tokens, power: int | None, j: int) -> Numeral | None:
    """ "10⁹": no reading where a scale or a share after it makes the raised digit a mark."""
    if power is None or tokens.low(j) in SCALES or tokens.low(j) in {"%", "percent", "per"}:
        return None
    value = Decimal(1).scaleb(power)
    return Numeral(value, value, j)


def _plus(tokens: Tokens, j: int) -> int:
    """The token after the plus of "380+ million", "380-plus billion", before a scale; else 0."""
    end = j + 1
    if tokens.low(j) == "-":
        end = j + 2 if tokens.low(j + 1) == "plus" else 0
    if not tokens.glued(j - 1) or not end:
        return 0
    scale = tokens.low(end)
    letter = scale in LETTER_SCALES and tokens.glued(end - 1)
    return end if letter or scale in SCALES else 0


def _from_words(tokens: Tokens, i: int) -> Numeral | None:
    begun = article(tokens, i)
    if begun is not None:
        return begun
    if tokens.low(i)[:2] == "#½":
        # "dreieinhalb Millionen"
        stated = Stated(EXACT.add(Decimal(tokens.low(i)[2:]), Decimal("0.5")), Decimal("0.1"))
        return with_scales(tokens, stated, i + 1)._replace(words=True)
    whole = spelt(tokens, i)
    if whole is None:
        return None
    value, j, last = whole
    if tokens.language == "es" and value == _THOUSAND and tokens.digits(j):
        # "mil 200 millones"
        return _thousands(tokens, Numeral(value, value, j, value, words=True), j)
    shared = _share(tokens, value, join(tokens, j))
    if shared is None and tokens.low(j) == "point":
        shared = _decimals(tokens, value, j + 1)
    if shared is not None:
        return shared
    if (whole_and_part := _and_a_part(tokens, value, j, last)) is not None:
        return whole_and_part
    if tokens.low(j) in DOZENS and tokens.low(j) != "score":
        return Numeral(value * DOZENS[tokens.low(j)], Decimal(1), j + 1, words=True)
    return Numeral(value, max(last, Decimal(1)), j, last, words=True)


def _and_a_part(tokens: Tokens, value: Decimal, j: int, last: Decimal) -> Numeral | None:
    """ "two and a half million", "cinq milliards et trois quarts", "a million and a half"."""
    tail = tail_fraction(tokens, j)
    if tail is not None and last == 1:
        numeral = with_scales(tokens, Stated(EXACT.add(value, tail[0]), Decimal("0.1")), tail[1])
        return numeral._replace(words=True)
    if tail is not None and last >= _THOUSAND and tokens.language is not None:
        # "cinq milliards et trois quarts"
        value, precision = EXACT.add(value, EXACT.multiply(last, tail[0])), last / 10
        return Numeral(trimmed(value), trimmed(precision), tail[1], last, words=True)
    if last >= 1000 and (width := and_a_part(tokens, j)):
        half = tokens.low(j + width - 1) == "half"
        part = Decimal("0.5") if half else Decimal("0.25")
        value, precision = EXACT.add(value, EXACT.multiply(last, part)), last / 10
        return Numeral(trimmed(value), trimmed(precision), j + width, last, words=True)
    return None


def _share(tokens: Tokens, value: Decimal, k: int) -> Numeral | None:
    """ "two-thirds", "a third of a million", "tres veintiunavos": a count and a part."""
    part = tokens.low(k)
    if part[:2] == "#/" and tokens.words[k] != part:
        return Numeral(quotient(value, int(part[2:])), Decimal(0), k + 1, words=True, fraction=True)
    if part not in FRACTIONS or value >= 100:
        return None
    # "a three-quarter-point cut"
    joined = tokens.low(k - 1) == "-" == tokens.low(k + 1) and tokens.glued(k)
    if (value > 1) != part.endswith("s") and tokens.language is None and not joined:
        return None
    if part == "half" and tokens.low(join(tokens, k + 1)) in DOZENS and value == 1:
        # "ein halbes Dutzend", "une demi-douzaine"
        return Numeral(Decimal(6), Decimal(1), join(tokens, k + 1) + 1, words=True)
    share = quotient(value, FRACTIONS[part])
    if tokens.phrase(k + 1, 2) == "of a" and tokens.low(k + 3) in ROUND:
        # "three quarters of a million"
        return with_scales(tokens, Stated(share, Decimal("0.01")), k + 3)
    if tokens.low(join(tokens, k + 1)) in ROUND:
        return with_scales(tokens, Stated(share, Decimal("0.01")), join(tokens, k + 1))
    return Numeral(share, Decimal(0), k + 1, words=True, fraction=True)


def _decimals(tokens: Tokens, whole: Decimal, j: int) -> Numeral | None:
    """ "point six nine": the digits after the point, each a word."""
    if tokens.low(j) not in ONES:
        return None if tokens.language is None else _foreign_decimals(tokens, whole, j)
    digits = ""
    while tokens.low(j) in ONES and ONES[tokens.low(j)] < 10 and len(digits) < MAX_TOKEN:
        digits += str(ONES[tokens.low(j)])
        j += 1
    stated = Stated(Decimal(f"{whole}.{digits or 0}"), Decimal(1).scaleb(-len(digits)))
    return with_scales(tokens, stated, j)._replace(words=True)


def _foreign_decimals(tokens: Tokens, whole: Decimal, j: int) -> Numeral | None:
    """ "coma cero cinco", "coma veintiocho": zeros, and then the decimals as one number."""
    zeros = 0
    while tokens.low(j) == "#0" and zeros < MAX_TOKEN:
        zeros, j = zeros + 1, j + 1
    part = spelt(tokens, j)
    if part is None or part[0] >= 10**MAX_TOKEN:
        return None
    digits = "0" * zeros + str(part[0])
    stated = Stated(Decimal(f"{whole}.{digits}"), Decimal(1).scaleb(-len(digits)))
    return with_scales(tokens, stated, part[1])._replace(words=True)


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
        numeral = with_scales(tokens, Stated(quotient(*VULGAR[word]), Decimal("0.01")), i + 1)
        whole = numeral.scale == 1
        return numeral._replace(fraction=True, precision=Decimal(0)) if whole else numeral
    return _from_words(tokens, i)
