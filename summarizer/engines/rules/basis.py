"""How we know a figure: stated, forecast or rumoured, by the words of its clause."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer.engines.rules import verbs
from summarizer.grounding.basis_words import FORECAST, HOPED, RUMOURED

if TYPE_CHECKING:
    from summarizer.engines.rules.clauses import Clause
    from summarizer.engines.rules.phrases import Grammar
    from summarizer.models import Basis

_AND = re.compile(r"\b(?:and|but)\b|[,;]")
_BY_YEAR = re.compile(r"\bby (?:the end of )?(?:19|20)\d\d\b", re.IGNORECASE)
_NEAR = 60


_PAST = frozenset(("had", "was", "were", "did")) | frozenset(
    form for forms in verbs.IRREGULAR.values() for form in forms.split() if not form.endswith("ing")
)
"""Forms that tell of the past, and the third person, which is looked at apart."""


def _past(grammar: Grammar, clause: Clause) -> bool:
    """Whether the clause tells of what has been: "by 2000 it had 340 shops"."""
    for index in range(clause.start, clause.end):
        lower = grammar.lower(index)
        if grammar.verb(index):
            return lower.endswith("ed") or (lower in _PAST and not lower.endswith("s"))
    return False


@lru_cache(maxsize=16)
def _rumoured(text: str) -> bool:
    return RUMOURED.search(text) is not None


@lru_cache(maxsize=64)
def _foreseen(text: str) -> bool:
    return FORECAST.search(text) is not None or HOPED.search(text) is not None


def read_basis(grammar: Grammar, index: int, clause: Clause) -> Basis:
    """Whether the mention at token `index` is stated, forecast or rumoured."""
    sentence = grammar.sentence
    if _rumoured(sentence.text):
        return "rumoured"
    # What follows "and" after the amount speaks of something else.
    after = _AND.split(grammar.text(index + 1, clause.end)[:_NEAR], maxsplit=1)[0]
    said = f"{grammar.text(clause.start, index + 1)} {after}"
    # A year to come makes a forecast, one that has passed does not.
    by_year = "by " in said.casefold() and _BY_YEAR.search(said) is not None
    words = _BY_YEAR.sub("", said) if by_year else said
    if _foreseen(words):
        return "forecast"
    if by_year and not _past(grammar, clause):
        return "forecast"
    # "…expects that sales reach": the verb stands just before the clause.
    if grammar.lower(clause.start - 1) == "that":
        before = grammar.text(max(0, clause.start - 3), clause.start)
        return "forecast" if FORECAST.search(before) else "stated"
    return "stated"
