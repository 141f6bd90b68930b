"""Currencies that carry a scale: "30 MUSD", "TEUR 1.200", "Mio. EUR 12,3", "300 mdp"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.quantities.tokens import Tokens

_THOUSAND, _MILLION, _BILLION = Decimal(10) ** 3, Decimal(10) ** 6, Decimal(10) ** 9
SCALED_CODES = {
    "MUSD": ("USD", _MILLION), "MEUR": ("EUR", _MILLION), "MGBP": ("GBP", _MILLION),
    "MAUD": ("AUD", _MILLION), "MSEK": ("SEK", _MILLION), "MNOK": ("NOK", _MILLION),
    "MDKK": ("DKK", _MILLION), "MCHF": ("CHF", _MILLION), "TEUR": ("EUR", _THOUSAND),
    "TCHF": ("CHF", _THOUSAND), "TUSD": ("USD", _THOUSAND), "KEUR": ("EUR", _THOUSAND),
    "mkr": ("SEK", _MILLION), "Mkr": ("SEK", _MILLION),
    "mdkr": ("SEK", _BILLION), "Mdkr": ("SEK", _BILLION), "tkr": ("SEK", _THOUSAND),
    "mdd": ("USD", _MILLION), "mdp": ("MXN", _MILLION), "mde": ("EUR", _MILLION),
}  # fmt: skip
"""What stands in one word after a number, in this case, and what it is worth."""
# Before the number these are written too.
_LEADING = frozenset({"TEUR", "MEUR", "TCHF", "MCHF", "TUSD", "MUSD", "KEUR"})
SHORT = {"mio": _MILLION, "mrd": _BILLION, "mia": _BILLION, "mln": _MILLION, "mld": _BILLION}
OPENERS = _LEADING | {"T"}


class Scaled(NamedTuple):
    """A currency before its number, with the scale that the number is to be multiplied with."""

    code: str
    end: int
    factor: Decimal


def scaled_before(tokens: Tokens, i: int, codes: Mapping[str, str]) -> Scaled | None:
    """Read the currency with a scale that begins at a token, before its number.

    Args:
        tokens: The tokens.
        i: A token: "TEUR", the "T" of "T€", the "Mio" of "Mio. EUR".
        codes: The codes and the signs of currencies, with their ISO 4217 codes.

    Returns:
        The currency, or None.
    """
    word = tokens.word(i)
    if word in _LEADING and tokens.digits(i + 1):
        code, factor = SCALED_CODES[word]
        return Scaled(code, i + 1, factor)
    if word == "T" and tokens.word(i + 1) == "€" and tokens.glued(i) and tokens.digits(i + 2):
        return Scaled("EUR", i + 2, _THOUSAND)
    factor = SHORT.get(word.lower(), Decimal(1))
    j = i + 2 if tokens.low(i + 1) == "." else i + 1
    if factor == 1 or not tokens.digits(j + 1) or tokens.digits(i - 1):
        return None
    found = codes.get(tokens.word(j))
    return None if found is None else Scaled(found, j + 1, factor)
