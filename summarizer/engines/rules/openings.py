"""Whether a capital is a name's, or that of the first word of a sentence, a line or a quotation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.engines.rules import lexicon as words
from summarizer.engines.rules import verbs
from summarizer.grounding import gazetteer as known

if TYPE_CHECKING:
    from summarizer.engines.rules.tokens import Sentence

BASED = (
    "-listed",
    "-related",
    "-driven",
    "-focused",
    "-powered",
    "-based",
    "-owned",
    "-backed",
    "-traded",
    "-led",
    "-made",
    "-born",
    "-run",
)
OPENING = frozenset("“\"‘'«„:(•*·–—")
"""After one of these a capital says nothing."""
_NOUNS = words.METRIC_NOUNS | words.COMPANY_NOUNS | words.GROUP_NOUNS | words.PUBLIC_NOUNS
_DATELINE = 10
"""How many tokens a dateline may have."""
_LEAST = 3
"""A dateline's place has at least so many letters."""
_DASHES = frozenset("-–—")
_SHORT_FORM = re.compile(r"(?:i|we|you|they|he|she|it|that|there|who|what|let)['’]")
_ROMAN = re.compile(r"[IVX]+")
_ABSTRACT = ("ment", "tion", "sion", "ness", "ance", "ence", "ship", "ings", "ity")
"""Ends of nouns that no name has by itself."""
_SHOUTED = 5
"""Above this many letters a word in capitals may be a common one: a label, an emphasised lead."""


def dateline_end(sentence: Sentence) -> int:
    """The token after a dateline ("OSTRAVA (Reuters) - ") or a label; 0 where there is none."""
    tokens = sentence.tokens
    label = _label_end(sentence)
    if label:
        return label
    near = range(1, min(_DATELINE, len(tokens)))
    at = next((i for i in near if tokens[i].text in _DASHES), 0)
    shouted = bool(at) and tokens[0].text.isupper() and len(tokens[0].text) >= _LEAST
    return at + 1 if shouted or (at and tokens[at - 1].text == ")") else 0


def _label_end(sentence: Sentence) -> int:
    """The token after a speaker's label such as "DR A. BRENK:"; 0 where there is none."""
    tokens = sentence.tokens
    for index in range(min(_DATELINE, len(tokens))):
        if tokens[index].text == ":":
            return index + 1 if index else 0
        if tokens[index].kind != "punct" and not tokens[index].text.isupper():
            return 0
    return 0


def may_be_name(
    sentence: Sentence, index: int, lowers: set[str], capitals: frozenset[str], *, heading: bool
) -> bool:
    """Whether the token at `index` may be a name or a part of one.

    Args:
        sentence: The sentence.
        index: The token.
        lowers: The words that the article writes with a small letter as well.
        capitals: The words that it writes with a capital inside a sentence.
        heading: Whether the sentence is a heading, in which capitals say little.
    """
    token = sentence.tokens[index]
    lower = token.lower
    if not token.capital or _is_calendar(lower) or _is_noise(sentence, index):
        return False
    if lower.endswith(BASED) or lower in words.FUNCTION:
        return token.text.isupper() and len(token.text) > 1 and lower in {"us", "it"}
    opening = index == 0 or sentence.tokens[index - 1].text in OPENING
    if heading:
        return lower in capitals and lower not in lowers
    if not opening:
        return True
    followed = index + 1 < len(sentence.tokens) and sentence.tokens[index + 1].capital
    if lower in _NOUNS and not followed:
        return False
    return _may_open(sentence, index, lowers, capitals)


def _is_calendar(lower: str) -> bool:
    return lower in known.CALENDAR or lower.removesuffix("s") in known.CALENDAR


def _is_noise(sentence: Sentence, index: int) -> bool:
    """Whether a capital is that of a number, a contraction, a mark or a unit."""
    token = sentence.tokens[index]
    noise = token.text.isnumeric() or token.lower in known.CAPITALISED_NOISE
    return noise or bool(_SHORT_FORM.match(token.lower)) or _is_mark(sentence, index)


def _may_open(sentence: Sentence, index: int, lowers: set[str], capitals: frozenset[str]) -> bool:
    """Whether a word that opens a sentence, a line or a quotation may be a name."""
    token = sentence.tokens[index]
    lower = token.lower
    shouted = token.text.isupper() and len(token.text) > _SHOUTED
    odd = not token.text[1:].islower() and not shouted
    if lower in capitals or odd:
        return True
    if lower in lowers or lower in words.METRIC_NOUNS or lower in verbs.VERBS:
        return False
    if lower in words.OPENERS or lower in words.COMPANY_NOUNS or lower in words.GROUP_NOUNS:
        return False
    return _opens_like_name(sentence, index)


def _is_mark(sentence: Sentence, index: int) -> bool:
    """Whether a lone letter or a Roman number is no part of a name: "IV", "band D"."""
    text = sentence.tokens[index].text
    if len(text) > 1 and not _ROMAN.fullmatch(text):
        return False
    tokens = sentence.tokens
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    named = index > 0 and tokens[index - 1].capital
    if after is not None and after.text == "." and len(text) == 1:
        after = tokens[index + 2] if index + 2 < len(tokens) else None  # "J. Brenk"
    return not named and not (after is not None and (after.capital or after.text == "&"))


def _opens_like_name(sentence: Sentence, index: int) -> bool:
    """Whether a capitalised word that opens a sentence is used as a name is."""
    lower, following = sentence.lower(index), index + 1
    if lower in known.PLACES or lower in known.NATIONALITIES or lower in known.GIVEN_NAMES:
        return True
    if lower.endswith(("ly", "ing", "ed", *_ABSTRACT)) or lower in known.PERSON_TITLES:
        return False
    if following >= len(sentence.tokens):
        return False
    after = sentence.tokens[following]
    if after.capital and "-" in lower and sentence.tokens[index].text[1:].islower():
        return False  # "Leg-spinner Ada Brenk"
    if after.kind == "poss" or after.capital:
        return True
    if after.lower in known.PERSON_TITLES:
        return True
    plural = lower.endswith("s") and not lower.endswith("ss")
    object_follows = sentence.lower(following + 1) in words.DETERMINERS
    verb = after.lower in verbs.VERBS
    verb = verb and (object_follows or after.lower not in words.METRIC_NOUNS)
    return not plural and (
        verb or after.lower in words.SHARE_NOUNS or after.text in {",", "(", "&"}
    )
