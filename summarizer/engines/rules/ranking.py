"""How much each sentence says about what the article is about."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.engines.rules import lexicon as words
from summarizer.engines.rules.runs import is_heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.engines.rules.names import Names
    from summarizer.engines.rules.tokens import Sentence
    from summarizer.models import Article
    from summarizer.quantities import Kind, Mention

KIND_WEIGHT: dict[Kind, float] = {
    "money": 3.0,
    "percent": 2.6,
    "percentage_point": 2.4,
    "basis_point": 2.4,
    "index_level": 2.0,
    "ratio": 1.6,
    "count": 1.4,
    "measure": 1.3,
    "other": 0.8,
    "duration": 0.4,
    "age": 0.2,
    "ordinal": 0.2,
}
"""How likely an amount of each kind is a key figure of a business article."""

_STEM = 6
_LEAST_WORDS = 6
_MOST_WORDS = 60
_FURNITURE = re.compile(
    r"https?://|@\w|\bwww\.|\b(?:click|subscribe|sign up|newsletter|first appeared|write to"
    r"|join (?:more|over)|sign in|log in"
    r"|read more|all rights reserved|follow us|this article|photo:|image:|disclaimer"
    r"|contributed to this|reporting by|editing by)\b",
    re.IGNORECASE,
)
_FURNITURE_PARTS = tuple(
    "http @ www. click subscribe sign newsletter appeared write join log read rights follow "
    "article photo: image: disclaimer contributed reporting editing".split()
)
"""One of these stands in whatever `_FURNITURE` matches; looking for them costs less."""
_QUOTED = re.compile(r"^[“\"„«].*(?:[”\"»]|\bsaid\b[^.]{0,60}\.)\s*$", re.DOTALL)
_QUOTES = frozenset('“"„«')
_DANGLING = frozenset(
    "he she it they this that these those his her its their but however also meanwhile still yet "
    "so therefore thus moreover furthermore besides instead another both such and or then".split()
)
_DANGLING_PHRASES = (
    "on the other hand",
    "in addition",
    "as a result",
    "for example",
    "at the same",
)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A sentence's worth.

    Attributes:
        score: How much it says about the article's subject; higher is more.
        stems: The stems of its words that carry meaning.
        dangling: Whether it leans on the sentence before ("He …", "However, …").
        plain: Whether it is a sentence of the article proper: no heading, furniture or bare quote.
    """

    score: float
    stems: frozenset[str]
    dangling: bool
    plain: bool


def rank_sentences(
    article: Article, sentences: Sequence[Sentence], names: Names
) -> dict[int, Ranked]:
    """Rank sentences by title words, place, how central their words are, names and figures."""
    stems = {s.number: _stems(s) for s in sentences}
    common = Counter(stem for found in stems.values() for stem in found)
    title = _text_stems(article.title or "")
    central = {n: _centrality(found, common) for n, found in stems.items()}
    highest = max(central.values(), default=0.0) or 1.0
    ranked: dict[int, Ranked] = {}
    for place, sentence in enumerate(sentences):
        found = stems[sentence.number]
        penalty, plain = _penalty(article, sentence)
        score = (
            (1.2 * len(found & title) / len(title) if title else 0.0)
            + 0.8 * central[sentence.number] / highest
            + 1.0 / (1 + 0.35 * place)
            + min(0.8, 0.2 * sum(_weight(s) for s in sentence.mentions.values()))
            + _main_bonus(sentence, names)
            - penalty
        )
        ranked[sentence.number] = Ranked(score, found, dangles(sentence), plain)
    return ranked


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """How much of the smaller set the other one holds, 0 to 1."""
    smaller = min(len(a), len(b))
    return len(a & b) / smaller if smaller else 0.0


def dangles(sentence: Sentence) -> bool:
    """Whether a sentence cannot stand without the one before it."""
    opening = sentence.text.lower().lstrip('“"( ')
    return sentence.lower(0) in _DANGLING or opening.startswith(_DANGLING_PHRASES)


def _weight(mention: Mention) -> float:
    return KIND_WEIGHT[mention.quantity.kind] / KIND_WEIGHT["money"]


def _main_bonus(sentence: Sentence, names: Names) -> float:
    row = names.by_sentence.get(sentence.number, ())
    return 0.25 if any(o.name is names.main for o in row) else 0.0


def _penalty(article: Article, sentence: Sentence) -> tuple[float, bool]:
    """What speaks against a sentence, and whether it is one of the article proper."""
    penalty, plain = 0.0, True
    count = sum(t.kind != "punct" for t in sentence.tokens)
    text = sentence.text
    if any(u.start < sentence.end and sentence.start < u.end for u in article.uncertain):
        penalty, plain = penalty + 0.8, False
    folded = text.casefold()
    marked = any(part in folded for part in _FURNITURE_PARTS) and _FURNITURE.search(text)
    if marked or text.startswith(("(", "[")) or text.isupper():
        penalty, plain = penalty + 2.0, False
    if text[:1] in _QUOTES and _QUOTED.match(text):
        penalty, plain = penalty + 0.6, False
    if is_heading(sentence) or not text.rstrip('”"’)»').endswith((".", "。", "!", "?", "…", "！")):
        penalty, plain = penalty + 0.5, False
    if text.endswith("?"):
        penalty += 0.3
    if dangles(sentence):
        penalty += 0.2
    if count < _LEAST_WORDS:
        penalty += 0.5
    elif count > _MOST_WORDS:
        penalty += 0.3
    return penalty, plain


def _stems(sentence: Sentence) -> frozenset[str]:
    return frozenset(
        t.lower[:_STEM]
        for t in sentence.tokens
        if t.kind == "word" and len(t.lower) > 2 and t.lower not in words.FUNCTION
    )


def _text_stems(text: str) -> frozenset[str]:
    found = re.findall(r"\w+(?:[-.]\w+)*", text.lower())
    return frozenset(w[:_STEM] for w in found if len(w) > 2 and w not in words.FUNCTION)


def _centrality(stems: frozenset[str], common: Counter[str]) -> float:
    """How many sentences share this one's words, per word, in short sentences damped."""
    if not stems:
        return 0.0
    return sum(common[s] - 1 for s in stems) / (len(stems) + 4)
