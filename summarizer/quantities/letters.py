"""Letters as scales: "5m", "300k", "1.2b", "12 M€"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities import currencies
from summarizer.quantities.nouns import counted
from summarizer.quantities.numbers import Stated, scaled
from summarizer.quantities.scales import LETTER_SCALES, SCALES, Numeral
from summarizer.quantities.signs import read_plus
from summarizer.quantities.units import read_unit

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

# After "12.1m" these say that it is no length.
_GOES_ON = frozenset(
    "a from to in by at and or last this for on of as while after before with".split()
)
# "£312m²": no area after a currency.
_MARKED_MILLIONS = frozenset({"m²", "m³"})


def letter_scale(tokens: Tokens, numeral: Numeral, *, money: bool) -> Numeral:
    """ "5m", "300k", "1.2b": a letter as a scale where what stands around it says so."""
    j = numeral.end
    word = tokens.low(j)
    if money and word in _MARKED_MILLIONS and tokens.glued(j - 1):
        word = "m"
    if word == "grand" and numeral.scale == 1:
        return _grand(tokens, numeral)
    if word not in LETTER_SCALES or numeral.scale != 1:
        return numeral
    if not tokens.digits(j - 1) and not numeral.plus:
        return numeral
    glued = tokens.glued(j - 1)
    if tokens.glued(j) and tokens.word(j + 1)[:1].isalnum() and tokens.word(j + 1).isascii():
        return numeral
    signed = tokens.glued(j) and tokens.word(j + 1) in currencies.SIGNS
    if not money and not (signed and word in {"k", "m"}):
        if not glued and not (tokens.word(j) in {"M", "B", "K"} and _set_apart(tokens, j)):
            return numeral
        capital = tokens.word(j).isupper() and word != "t"
        follows = capital or currencies.after(tokens, j + 1) or read_unit(tokens, j + 1)
        after = j + 1 + read_plus(tokens, j + 1)
        open_ = word in {"m", "t", "mm"} and not follows and counted(tokens, after) is None
        if open_ and not (word == "m" and _millions(tokens, j)):
            return numeral
    if word == "mm" and not money:
        return numeral
    factor = LETTER_SCALES[word]
    stated = scaled(Stated(numeral.value, numeral.precision), factor)
    width = 0 if numeral.plus else read_plus(tokens, j + 1)
    return numeral._replace(
        value=stated.value, precision=stated.precision, end=j + 1 + width, scale=factor,
        plus=numeral.plus or bool(width),
    )  # fmt: skip


def _set_apart(tokens: Tokens, j: int) -> bool:
    """Whether what follows makes a capital on its own a scale: "12 M d'euros", "3 M users"."""
    money = tokens.language is not None and currencies.after(tokens, j + 1) is not None
    return money or counted(tokens, j + 1) is not None


def _grand(tokens: Tokens, numeral: Numeral) -> Numeral:
    """ "five grand", "$5 grand": thousands; not "five grand pianos"."""
    following = tokens.low(numeral.end + 1)
    if following.isalpha() and following not in _GOES_ON:
        return numeral
    stated = scaled(Stated(numeral.value, numeral.precision), SCALES["thousand"])
    return numeral._replace(
        value=stated.value,
        precision=stated.precision,
        end=numeral.end + 1,
        scale=SCALES["thousand"],
    )


def _millions(tokens: Tokens, j: int) -> bool:
    """ "up from 12.1m a year ago": decimals with an m that no length follows are millions."""
    following = tokens.low(j + 1)
    return "." in tokens.words[j - 1] and (following in _GOES_ON or not following.isalpha())
