"""The commonest amounts, read at once: "9.2%", "$5.3 billion", "£40".

Nothing is said here that the readers in `amounts` would not say, which a test holds true: of every
amount that anything around it makes uncommon, nothing is said at all. It spares most of the amounts
of a text the questions that the others need.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer.quantities import currencies
from summarizer.quantities.amount import Amount
from summarizer.quantities.numbers import read_digits, scaled
from summarizer.quantities.rates import PER_WORDS, read_per
from summarizer.quantities.scales import LETTER_SCALES, SCALES

if TYPE_CHECKING:
    from summarizer.quantities.numbers import Stated
    from summarizer.quantities.tokens import Tokens

_ONE = Decimal(1)
_PERCENT = frozenset({"%", "percent"})
# With one of these after it "%" is no percentage, or the percentage has more words.
_NO_PERCENT = PER_WORDS | {"points", "point", "pts", "⁻", "-", "포"}
_SCALES = frozenset({"million", "billion", "trillion"})
_SIGNS = {sign: (code, sign in "$¥￥₨＄") for sign, code in currencies.SIGNS.items()}
# A number that one of these follows goes on, or may: so does one before any other sign.
_GOES_ON = frozenset({*SCALES, *LETTER_SCALES, "and", "e", "x", "dozen", "dozens", "grand"})
_ENDS = frozenset({"", ".", ",", ";", ")"})
_DIGITS = frozenset("0123456789")
# Where a point before three digits groups them.
NO_PARTS = frozenset("IDR VND HUF CLP COP PYG ISK KRW JPY RSD TRY ARS".split())
_LONGEST = 20


def read_common(tokens: Tokens, i: int, language: str | None) -> Amount | None:
    """Read the percentage or the amount of money that begins at a token.

    Args:
        tokens: The tokens.
        i: A number in digits, or the sign of a currency.
        language: The language of the text.

    Returns:
        The amount, or None where there is none or where it takes more than this to read it.
    """
    if tokens.language is not None or tokens.marked:
        return None
    lows = tokens.lows
    word = lows[i]
    if word[0] in _DIGITS:
        if lows[i + 1] not in _PERCENT or lows[i + 2] in _NO_PERCENT:
            return None
        stated = _stated(word, "", language)
        if stated is None:
            return None
        return Amount(
            i, i + 2, i + 2, "percent", stated.value, unit="%", precision=stated.precision
        )
    sign = _SIGNS.get(word)
    if sign is None or lows[i + 1][:1] not in _DIGITS:
        return None
    return _money(tokens, i, sign, language)


def _money(tokens: Tokens, i: int, sign: tuple[str, bool], language: str | None) -> Amount | None:
    lows = tokens.lows
    code, assumed = sign
    end = i + 2
    scale = lows[end] if lows[end] in _SCALES else ""
    if scale:
        end += 1
    after = lows[end]
    if after in _GOES_ON or not (after.isalpha() or after in _ENDS):
        return None
    if code in NO_PARTS and not scale and "." in lows[i + 1]:
        return None
    if after == "," and lows[end + 1] == "-":
        return None
    stated = _stated(lows[i + 1], scale, language)
    if stated is None or currencies.after(tokens, end) is not None:
        return None
    per = read_per(tokens, end)
    return Amount(
        i, end, end, "money", stated.value, unit=code, precision=stated.precision,
        per=per[0] if per else None, assumed=("unit",) if assumed else (),
        scale=SCALES[scale] if scale else _ONE,
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _stated(digits: str, scale: str, language: str | None) -> Stated | None:
    """A number in digits times its scale; short numbers come again and again."""
    stated = read_digits(digits, language) if len(digits) < _LONGEST else None
    return scaled(stated, SCALES[scale]) if stated is not None and scale else stated
