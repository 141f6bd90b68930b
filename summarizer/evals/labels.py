"""Whether two labels name the same thing: equality in a normal form, never a similarity.

A label is a metric, an entity or a period in words. Its normal form is the set of its words in
lower case and in the singular, without words that carry no meaning. A label is right when its
normal form is that of the expected words or of one of their aliases.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer.grounding.times import times_in

if TYPE_CHECKING:
    from collections.abc import Iterable

Key = frozenset[str]

_WORD = re.compile(r"[^\W_]+(?:[.&][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s\b|['’](?=\s|$)")
_EMPTY = frozenset("a an and at by for from in its of on s the their to".split())
_CHANGES = frozenset(
    "change decline decrease drop fall gain growth increase rise".split()  # direction says it
)
_TIMES = frozenset(
    """
    annual annualized annualised annually daily full monthly month quarterly quarter weekly week
    yearly year half q1 q2 q3 q4 h1 h2 fiscal
    """.split()
)
_ORDINALS = frozenset("first second third fourth".split())
_COMPANY_FORMS = frozenset("ab ag asa bhd co corp corporation gmbh inc limited llc ltd nv oyj plc "
                           "pte pty sa se spa".split())  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d")
_FISCAL_YEAR = re.compile(r"\bfy\s?(?=\d)")


@lru_cache(maxsize=20_000)
def words_of(label: str) -> tuple[str, ...]:
    """The words of a label in lower case and in the singular, function words left out."""
    text = unicodedata.normalize("NFKC", label).casefold()
    found = _WORD.findall(_POSSESSIVE.sub("", text))
    words = [_singular(word.replace(".", "")) for word in found]
    return tuple(word for word in words if word not in _EMPTY) or tuple(words)


def _singular(word: str) -> str:
    if len(word) < 4 or not word.isascii() or not word.endswith("s"):
        return word
    if word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("sses", "xes", "ches", "shes")) else word[:-1]


@lru_cache(maxsize=20_000)
def metric_key(label: str, names: Key = frozenset()) -> Key:
    """The normal form of a metric.

    Words of change and of time are left out, for direction and period say them, and so are
    `names`, the words of whose metric it is, as long as something is left.
    """
    words = words_of(label)
    kept = [
        word
        for at, word in enumerate(words)
        if word not in _CHANGES
        and word not in _TIMES
        and not _YEAR.fullmatch(word)
        and not (word in _ORDINALS and words[at + 1 : at + 2] in (("quarter",), ("half",)))
    ]
    kept = [word for word in kept if word not in names] or kept
    return frozenset(kept or words)


@lru_cache(maxsize=20_000)
def entity_key(label: str) -> Key:
    """The normal form of a name: legal forms such as "plc" are left out."""
    words = words_of(label)
    return frozenset(word for word in words if word not in _COMPANY_FORMS) or frozenset(words)


def same_metric(label: str, expected: Iterable[str], names: Iterable[str] = ()) -> bool:
    """Whether a metric is one of the expected ones, said of whoever bears one of `names`."""
    expected = tuple(expected)
    whose = frozenset(word for name in names for word in entity_key(name))
    key = metric_key(label, whose)
    return any(key == metric_key(one, whose) for one in expected)


def same_entity(label: str | None, expected: Iterable[str]) -> bool:
    """Whether a name is one of the expected ones."""
    return label is not None and entity_key(label) in map(entity_key, expected)


def same_period(label: str | None, expected: Iterable[str]) -> bool:
    """Whether a period is one of the expected ones.

    Two periods are the same in the same words, or when both name the same quarter, half or month
    and no two different years: "Q1 2026", "the first quarter", "first quarter of 2026".
    """
    return label is not None and any(_one_period(label, one) for one in expected)


@lru_cache(maxsize=20_000)
def _one_period(a: str, b: str) -> bool:
    x, y = _period_words(a), _period_words(b)
    if x == y:
        return True
    first, second = times_in(" ".join(_cut(a))), times_in(" ".join(_cut(b)))
    if first.relative or first.prior or second.relative or second.prior:
        return False
    parts = [frozenset(p for p in t.parts if p[0] != "year") for t in (first, second)]
    if parts[0] != parts[1]:
        return False
    years = first.of("year"), second.of("year")
    if not parts[0]:
        # Two years are the same period only where nothing else is said of them.
        return False
    return not (years[0] and years[1]) or years[0] == years[1]


def _cut(label: str) -> list[str]:
    return _FISCAL_YEAR.sub("", label).split()


def _period_words(label: str) -> Key:
    words = frozenset(words_of(_FISCAL_YEAR.sub("", label.casefold())))
    if any(_YEAR.fullmatch(word) for word in words):
        words -= {"full", "year", "whole"}
    return words


def contradict(label: str | None, expected: Iterable[str], *, period: bool = False) -> bool:
    """Whether a label is there and is none of the expected ones, where there are some."""
    expected = tuple(expected)
    if label is None or not expected:
        return False
    return not (same_period if period else same_entity)(label, expected)
