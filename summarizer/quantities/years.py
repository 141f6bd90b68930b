"""Bare years: "in 2025", "2018", "A.D. 1000"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities.currencies import after as after_money
from summarizer.quantities.date_values import MONTHS
from summarizer.quantities.late import late
from summarizer.quantities.masked import Masked
from summarizer.quantities.nouns import counted
from summarizer.quantities.number_words import ONES, TENS
from summarizer.quantities.scales import LETTER_SCALES, SCALES
from summarizer.quantities.units import read_unit

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

_YEAR = late(r"(?:1[5-9]|20|21(?=[0-5]))[0-9]{2}\Z")
_ERAS = frozenset({"bc", "ad", "bce", "ce"})
# After one of these it is a year even before a noun: "in 2019 companies …".
_STRONG = frozenset(
    "in since until till during after before year early late mid circa spring summer autumn "
    "winter copyright © january february march april june july august september october november "
    "december fiscal act founded born ended ending en im seit depuis desde nel dal em".split()
)
# After one of these it is a year unless a unit follows.
_LEADS = _STRONG | frozenset(
    "of by from around between through fall class election season the may jan feb mar apr jun "
    "jul aug sep sept oct nov dec q1 q2 q3 q4 and to for model - – on ago end beginning start at "
    "back calendar vintage established est".split()
)
_CENTURIES = {"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}
_AMOUNTS = frozenset(
    "$ € £ ¥ over than least about some nearly almost approximately roughly most".split()
)


def year(tokens: Tokens, i: int) -> Masked | None:
    """The year that token i states, where nothing around it makes it an amount."""
    word, before, after = tokens.words[i], tokens.low(i - 1), tokens.low(i + 1)
    if not word.isdigit() or len(word) not in {3, 4}:
        return None
    if (
        after in _ERAS
        or before in _ERAS
        or (before == "." and tokens.phrase(i - 4, 4) == "a . d .")
    ):
        return Masked(i, i + 1, "year", word.zfill(4))
    if not _YEAR.match(word):
        old = len(word) == 4 and word[0] == "1" and before in {"between", "since", "and"}
        return Masked(i, i + 1, "year", word) if old and not _amount(tokens, i) else None
    later = before == "than" and tokens.low(i - 2) in {"later", "earlier", "sooner"}
    if (before in _AMOUNTS and not later) or after in SCALES or after in {"%", "°"}:
        return None
    if before in _STRONG and after not in {"percent", "per"} and after_money(tokens, i + 1) is None:
        return Masked(i, i + 1, "year", word)
    return None if _amount(tokens, i) else Masked(i, i + 1, "year", word)


def spelt_year(tokens: Tokens, i: int) -> Masked | None:
    """ "nineteen seventy two"; "seventeen hundred thirty three" after a month."""
    century = _CENTURIES.get(tokens.low(i))
    if century is None:
        return None
    j = i + 1
    if tokens.low(j) == "hundred":
        if tokens.low(i - 1) not in MONTHS:
            return None
        j += 1
    rest = TENS.get(tokens.low(j), 0)
    if not rest:
        return None
    j = j + 2 if tokens.low(j + 1) in {"-", "‐"} else j + 1
    unit = ONES.get(tokens.low(j), 0)
    if 0 < unit < 10:
        rest, j = rest + unit, j + 1
    if tokens.low(j) in SCALES or tokens.low(j) in {"%", "percent"}:
        return None
    return Masked(i, j, "year", str(century * 100 + rest))


def _amount(tokens: Tokens, i: int) -> bool:
    """Whether a unit, a currency or a counted noun follows the number at i."""
    after = tokens.low(i + 1)
    if after in LETTER_SCALES and tokens.glued(i):
        return True
    if after == "s" and tokens.glued(i):
        return False
    if read_unit(tokens, i + 1) is not None or after_money(tokens, i + 1) is not None:
        return True
    if "1950" < tokens.words[i] < "2050" and int(tokens.words[i]) % 50:
        # "As 2025 draws to a close": a count of this size seldom comes without a comma.
        return False
    noun = counted(tokens, i + 1)
    near = noun is not None and noun.end <= i + 3 and tokens.word(i + 1)[:1].islower()
    lead = tokens.word(i - 1)
    named = lead[:1].isupper() or (tokens.digits(i - 1) and tokens.word(i - 2)[:1].isupper())
    return (
        near and lead.lower() not in _LEADS and not (named and tokens.words[i] > "1949" and i > 1)
    )
