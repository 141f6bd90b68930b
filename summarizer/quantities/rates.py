"""What a rate is counted by: "a share", "per barrel", "/day"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities.units import DURATIONS, SHY, UNITS

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

PER_WORDS = frozenset({"per", "por", "a", "an", "each", "every", "/"})
# "80 dollars le baril", "80 dollari al barile", "80 dólares o barril"
_ARTICLES = frozenset("le la l al alla el o a il der die das".split())
RATE_NOUNS = frozenset(
    "share unit barrel day week month year hour minute second quarter person head capita gallon "
    "litre liter ton tonne ounce pound kilogram kilo kg acre hectare mile kilometer kilometre "
    "employee user customer household room night ticket vehicle car token piece annum oz litre "
    "meter metre kwh mwh kilowatt-hour megawatt-hour kilowatt megawatt bushel bottle box pack "
    "seat ads student family subscriber line copy gigabyte coin watt game visit transaction "
    "session square bbl gram gb cup bag meal ride song download click pint dozen contract home "
    "house child pupil passenger patient worker member player episode plate page call trip plane "
    "game bed unit place treatment dose shot vaccine litre test".split()
)
_AGO = frozenset("earlier ago later before after from since on prior previously hence".split())


def read_per(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """Read "a share", "per barrel", "/day" after an amount.

    Args:
        tokens: The tokens.
        i: The first token after the amount.

    Returns:
        The singular noun that the rate is counted by and the token after it, or None.
    """
    word = tokens.low(i)
    if tokens.language is not None and tokens.words[i].lower() in _ARTICLES:
        return _by_article(tokens, i)
    if word not in PER_WORDS:
        return _hyphened(tokens, i) if word == "-" else None
    noun = tokens.low(i + 1)
    if (phrase := _in_words(tokens, i + 1)) is not None:
        return phrase
    if word in {"a", "an"} and tokens.low(i + 2) in _AGO and noun in DURATIONS:
        # "from $3.9 billion a year earlier" is no rate; "$4 a year from 2026" is one.
        hence = tokens.low(i + 3) in {"now", "then", "today"}
        if tokens.low(i + 2) != "from" or hence:
            return None
    if noun in UNITS and UNITS[noun][0] in {"measure", "duration"} and noun not in SHY:
        noun = UNITS[noun][1]
    elif word in {"per", "por"}:
        if not noun.isalpha() or noun in {"the", "cent", "#100"}:
            return None
    elif noun not in RATE_NOUNS:
        return None
    if word in {"a", "an"} and noun not in RATE_NOUNS:
        return None
    if word == "each":
        return None
    return noun, i + 2


def _hyphened(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """ "$5-a-day", "C$1.50-a-share"."""
    if tokens.low(i + 1) not in {"a", "an", "per"} or tokens.low(i + 2) != "-":
        return None
    noun = tokens.low(i + 3)
    return (noun, i + 4) if noun in RATE_NOUNS else None


def _by_article(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """ "80 dollars le baril": an article, where a unit follows."""
    unit = UNITS.get(tokens.low(i + 1))
    return (unit[1], i + 2) if unit is not None and unit[0] == "measure" else None


def _in_words(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """ "kilowatt-hour", "square foot": a unit of several tokens."""
    for n in (4, 3, 2):
        entry = UNITS.get(tokens.phrase(i, n))
        if entry is not None and entry[0] == "measure":
            return entry[1], i + n
    return None
