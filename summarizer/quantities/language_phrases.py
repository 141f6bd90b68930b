"""Phrases of other languages as English ones of as many tokens: "au moins" as "at least"."""

from __future__ import annotations

import functools

# A phrase, "=", and what its tokens are looked up as.
_PHRASES: dict[str, str] = {
    "de": """
        bis zu=up to|bis auf=down to|mehr als=more than|nicht mehr als=no more than
        |nicht weniger als=no less than|in höhe von=of of of|im alter von=aged aged aged
        |so viel wie=as much as
    """,
    "fr": """
        au moins=at least|du moins=at least|au plus=at most|au maximum=at most
        |au minimum=at least|plus de=more than|moins de=less than|près de=close to
        |supérieur à=greater than|supérieure à=greater than|supérieurs à=greater than
        |supérieures à=greater than|inférieur à=smaller than|inférieure à=smaller than
        |inférieurs à=smaller than|inférieures à=smaller than|jusqu ' à=up up to|jusqu ’ à=up up to
        |jusqu ' au=up up to|jusqu ’ au=up up to
        |supérieur ou égal à=at least least least|supérieure ou égale à=at least least least
        |supérieures ou égales à=at least least least|supérieurs ou égaux à=at least least least
        |inférieur ou égal à=at most most most|inférieure ou égale à=at most most most
        |inférieures ou égales à=at most most most|inférieurs ou égaux à=at most most most
        |âgé de=aged aged|âgée de=aged aged
        |âgés de=aged aged|de base=basis basis
    """,
    "es": """
        al menos=at least|por lo menos=at least least|a lo menos=at least least
        |como mínimo=at least|como máximo=at most|más de=more than|mas de=more than
        |menos de=less than|menos del=less than|más del=more than|cerca de=close to
        |cerca del=close to|alrededor de=close to|alrededor del=close to|superior a=greater than
        |superior al=greater than|superiores a=greater than|superiores al=greater than
        |inferior a=smaller than|inferior al=smaller than|inferiores a=smaller than
        |inferiores al=smaller than|mayor que=greater than|mayor de=greater than
        |menor que=smaller than|menor de=smaller than|más que=more than|menos que=less than
        |mayor o igual que=at least least least|mayor o igual a=at least least least
        |menor o igual que=at most most most|menor o igual a=at most most most
        |por encima de=above above above|por encima del=above above above
        |por debajo de=below below below|por debajo del=below below below|no menos de=no less than
        |no más de=no more than
    """,
    "it": """
        più di=more than|meno di=less than|più del=more than|meno del=less than|fino a=up to
        |fino al=up to|circa il=about about|oltre il=over over|quasi il=nearly nearly
        |superiore a=greater than|superiore al=greater than|superiori a=greater than
        |inferiore a=smaller than|inferiore al=smaller than|inferiori a=smaller than
        |maggiore di=greater than|minore di=smaller than|più grande di=greater greater than
        |più piccolo di=smaller smaller than|al massimo=at most|al più=at most
        |al meno=at least|per lo meno=at least least|non meno di=no less than
        |non più di=no more than|vicino a=close to
    """,
    "pt": """
        pelo menos=at least|ao menos=at least|no mínimo=at least|no máximo=at most
        |mais de=more than|menos de=less than|mais do que=more than than
        |menos do que=less than than|cerca de=close to|perto de=close to|superior a=greater than
        |superiores a=greater than|inferior a=smaller than|inferiores a=smaller than
        |maior que=greater than|maior do que=greater than than|menor que=smaller than
        |menor do que=smaller than than
        |maior ou igual que=at least least least|maior ou igual a=at least least least
        |menor ou igual que=at most most most|menor ou igual a=at most most most
        |acima de=above above|abaixo de=below below
        |ao redor de=close close to|não mais de=no more than
    """,
}


@functools.cache
def _table(language: str) -> dict[str, list[tuple[list[str], list[str]]]]:
    """The phrases by their first word, the longest first."""
    table: dict[str, list[tuple[list[str], list[str]]]] = {}
    for row in " ".join(_PHRASES[language].split()).split("|"):
        phrase, _, english = row.strip().partition("=")
        words = phrase.split()
        table.setdefault(words[0], []).append((words, english.split()))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table


def rephrase(raw: list[str], lows: list[str], language: str) -> None:
    """Put what English readers know in place of a language's own phrases.

    Args:
        raw: The tokens in lower case.
        lows: The same as the readers look them up, changed in place.
        language: The language, one with tables of its own.
    """
    table = _table(language)
    for i, word in enumerate(raw):
        for words, english in table.get(word, ()):
            if raw[i : i + len(words)] == words:
                lows[i : i + len(words)] = english
                break
