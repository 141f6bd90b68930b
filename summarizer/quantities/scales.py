"""Scale words after a number: "5.3 billion", "300 thousand million", "3 million and a half"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from summarizer.quantities.numbers import EXACT, Stated, scaled

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

SCALES = {
    word: Decimal(10) ** power
    for power, words in {
        2: "hundred hundreds",
        3: "thousand thousands tys тыс тысяч тысячи bin ribu ezer 천",
        4: "만",
        5: "lakh lakhs lac lacs",
        6: "million millions mn mln mln. mio mil mill miljoen miljoner miljon millioner "
        "miljoonaa miljoona milj milion milionów miliony milioane milyon млн миллион миллиона "
        "миллионов juta",
        7: "crore crores cr",
        8: "억",
        9: "billion billions bn bln mrd milliard mld mia mlrd miljard miljarder milliarder "
        "miljardia miljardi miliard miliarda miliardy miliardów miliarde milyar miliar млрд "
        "миллиард миллиарда миллиардов",
        12: "trillion trillions trn tn tln biljoen biljoner billioner trilyon triliun bilion "
        "bilionów трлн триллион триллиона триллионов 조",
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
TOP = Decimal(10) ** 40


class Numeral(NamedTuple):
    """A numeral in a list of tokens.

    Attributes:
        value: The number, scale applied.
        precision: The worth of one unit of the last stated digit, scale applied.
        end: The first token after it.
        scale: The scale word's worth; 1 without one.
        words: Whether it is spelt out, digits apart.
        fraction: Whether it is a fraction in words ("a third", "two-thirds").
        plus: Whether a plus stands in it: "380+ million".
    """

    value: Decimal
    precision: Decimal
    end: int
    scale: Decimal = Decimal(1)
    words: bool = False
    fraction: bool = False
    plus: bool = False


# Words of their own elsewhere.
_AFTER_DIGITS = frozenset("mil cr tn mill mia bin juta ezer milj tys ribu 만 천 억 조".split())
_MAY_SCALE = frozenset({*SCALES, "-", "‐", "‑"})
_PARTS = frozenset(
    "half third thirds quarter quarters fourths fifth fifths eighth eighths tenths".split()
)
_UNITS = frozenset("one two three four five six seven eight nine".split())
_SHORT = frozenset({"mio", "mrd", "tsd", "mill", "bio", "mia"})
_ABBREVIATED = frozenset("mn bn mln bln mio mrd mil mia mld mlrd mill milj tys тыс".split())


def _abbreviates(tokens: Tokens, j: int, word: str) -> bool:
    """Whether the point at a token is that of "Mio.", and ends no sentence."""
    if tokens.language == "de" and tokens.words[j - 1].lower() in _SHORT:
        return True
    return word in _ABBREVIATED and tokens.word(j + 1)[:1].islower()


def and_a_part(tokens: Tokens, j: int) -> int:
    """How many tokens "and a half" at a token takes, which adds to the scale before it.

    "3 million and a half", "un millón y medio"; 0 where a scale of its own follows.
    """
    if tokens.low(j) != "and":
        return 0
    if tokens.low(j + 1) == "a" and tokens.low(j + 2) in {"half", "quarter"}:
        width = 3
    elif tokens.language is not None and tokens.low(j + 1) == "half":
        width = 2
    else:
        return 0
    return 0 if tokens.low(j + width) in SCALES else width


def join(tokens: Tokens, i: int) -> int:
    """The token after a hyphen between number words, or i itself."""
    if tokens.low(i) not in {"-", "‐", "‑"}:
        return i
    if tokens.glued(i) and tokens.glued(i - 1):
        return i + 1
    # "fifty - two", as some corpora set it.
    before, after = tokens.low(i - 1), tokens.low(i + 1)
    tens = before[-2:] == "ty" and after in _UNITS
    return i + 1 if tens or (before in _UNITS and after in _PARTS) else i


def with_scales(tokens: Tokens, stated: Stated, j: int) -> Numeral:
    """A number with the scale words after it, "thousand million" included."""
    if tokens.lows[j] not in _MAY_SCALE:
        return Numeral(stated.value, stated.precision, j)
    scale = Decimal(1)
    while True:
        k = join(tokens, j)
        word = tokens.low(k)
        step = SCALES.get(word)
        if step is None or scale * step > TOP:
            break
        if word in _AFTER_DIGITS and not (
            k and (tokens.digits(k - 1) or tokens.low(k - 1) in {"+", "plus"})
        ):
            break
        scale, j = scale * step, k + 1
        if width := and_a_part(tokens, j):
            # "3 million and a half" is 3.5 million; "a million and a quarter million" is not.
            half = tokens.low(j + width - 1) == "half"
            part = Decimal("0.5") if half else Decimal("0.25")
            stated = Stated(EXACT.add(stated.value, part), Decimal("0.1"))
            j += width
            break
        if tokens.low(j) == "." and _abbreviates(tokens, j, word):
            j += 1
    whole = scaled(stated, scale)
    return Numeral(whole.value, whole.precision, j, scale)
