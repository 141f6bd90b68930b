"""Whether two names of two sources stand for the same body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from summarizer.grounding.gazetteer import CALENDAR, NATIONALITIES, PLACES
from summarizer.grounding.metric_words import METRIC
from summarizer.grounding.wordlist import words

if TYPE_CHECKING:
    from summarizer.conflicts.facts import Fact, Voice

Likeness = Literal["same", "part", "different", "unknown"]
"""part: a group and one of its units, as far as one can tell."""
_SUFFIXES = words(
    "inc inc. corp corp. corporation co co. company companies ltd ltd. limited plc llc lp sa s.a. "
    "ag se nv n.v. spa s.p.a. ab asa oyj gmbh bhd pte group holdings holding the of and & "
    "international technologies technology"
)
_GENERIC = words(
    "it company firm group business maker producer operator bank lender insurer retailer carrier "
    "airline startup start-up government ministry council club team union port city state country "
    "board shareholders investors analysts funds fund they he she we police officials regulator "
    "authorities owners buyers lenders agency hospital university office service advert"
)
_SITES = words("quay road street avenue square lane island valley docks")
_TWO_SIDED = frozenset({"price", "valuation", "fine", "loan", "fee", "orders", "stake", "funding"})
_SHORT = 3
_TICKER = re.compile(r"\((?:[A-Z]+\s?:\s?)?(?P<ticker>[A-Z]{2,6}(?:\.[A-Z]{1,3})?|\d{4}\.HK)\)")
_WORD = re.compile(r"[^\W_](?:[\w&.'’-]*[^\W_])?")


def key(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others, in lower case, in order."""
    found = (word.casefold().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(name))
    return tuple(word for word in found if word.strip(".") not in _SUFFIXES)


def likeness(a: Fact, b: Fact, voices: tuple[Voice, ...]) -> Likeness:
    """Whether two facts are of the same body; unknown where one of the sources leaves it open."""
    left, right = voices[a.place], voices[b.place]
    one, two = _named(a, left), _named(b, right)
    if one is None or two is None:
        return _beside(a, b, left, right)
    if same_name(one, two, voices):
        return "part" if _is_part(one, two, voices) else "same"
    if _of_both(a, two) or _of_both(b, one):
        return "unknown"
    # Each source that knows the other's name, and does not use it here, means another body.
    if _is_beside(a, left, two) and _is_beside(b, right, one):
        return "unknown"
    known = knows(left, two) or knows(right, one)
    if known and _is_here(a, left, one) and _is_here(b, right, two):
        return "different"
    return "unknown"


def _of_both(fact: Fact, other: str) -> bool:
    """Whether an amount passes between two bodies, of which the other source names the other one.

    A price is the buyer's and the seller's; a fine the court's and the company's.
    """
    words = frozenset(key(other))
    return bool(words) and (
        words <= frozenset(key(fact.figure.metric))
        or (bool(fact.metric.classes & _TWO_SIDED) and words <= _near(fact))
    )


def _near(fact: Fact) -> frozenset[str]:
    return frozenset(key(fact.figure.evidence.quote)) | (
        frozenset(fact.context.names) if fact.context else frozenset()
    )


def _named(fact: Fact, voice: Voice) -> str | None:
    """The name of a fact's body, where it is one."""
    name = fact.figure.entity
    if not name or _is_vague(name) or _is_word(voice, name) or not _is_solid(voice, name):
        return None
    return name


def _is_solid(voice: Voice, name: str) -> bool:
    """Whether a capital is a name's and not that of a sentence's first word.

    It stands inside a sentence somewhere, or more than once; or it has several words.
    """
    words = _WORD.findall(name)
    if len(words) > 1 or not words:
        return True
    first = re.escape(words[0])
    text = f"{voice.article.title or ''}\n{voice.source.text}"
    inside = re.search(rf"[a-z0-9,;:’']\)? {first}\b", voice.source.text)
    return inside is not None or len(re.findall(rf"\b{first}\b", text)) > 1


def _is_here(fact: Fact, voice: Voice, name: str) -> bool:
    """Whether a name stands in a fact's own sentence, and was not carried over to it."""
    words = key(name)
    sentence = voice.source.text[fact.span.start : fact.span.end].casefold()
    return bool(words) and words[0] in sentence


def _is_beside(fact: Fact, voice: Voice, name: str) -> bool:
    """Whether a name stands in a fact's sentence, which then may be its body's just as well."""
    return fact.figure.kind == "money" and _is_here(fact, voice, name)


def _beside(a: Fact, b: Fact, left: Voice, right: Voice) -> Likeness:
    """The same by the names that stand right beside the amounts: "Telvia one of 28.7 percent"."""
    one, two = holders(a, left), holders(b, right)
    if not one or not two:
        return "unknown"
    if one & two:
        return "same"
    return (
        "different"
        if all(knows(right, n) for n in one) and all(knows(left, n) for n in two)
        else "unknown"
    )


def holders(fact: Fact, voice: Voice) -> frozenset[str]:
    """The words of the names that stand beside an amount as whose it is, in lower case."""
    name = _named(fact, voice)
    if name is not None:
        return frozenset(key(name))
    if fact.context is None:
        return frozenset()
    found = fact.context.subject or fact.context.after
    measured = frozenset(key(fact.figure.metric))
    return frozenset(
        word
        for word in found - measured
        if word not in PLACES | NATIONALITIES | CALENDAR
        and word not in _SUFFIXES
        and not _is_word(voice, word)
        and _is_solid(voice, word.capitalize())
    )


def same_name(one: str, two: str, voices: tuple[Voice, ...]) -> bool:
    """Whether two names are one: alike, one a part of the other, its initials or its ticker."""
    first, second = key(one), key(two)
    if not first or not second:
        return one.casefold() == two.casefold()
    if first == second:
        return True
    short, long = sorted((first, second), key=len)
    if set(short) <= set(long) and not set(short) <= PLACES | NATIONALITIES:
        return True
    if len(short) == 1 and len(long) > 1 and short[0] == "".join(word[0] for word in long):
        return True
    return any(_ticker(voice, one) == two or _ticker(voice, two) == one for voice in voices)


def _is_part(one: str, two: str, voices: tuple[Voice, ...]) -> bool:
    """Whether the longer of two names is another body's: "Anandi Cement" of "Anandi Group".

    A short form stands in a text beside the long one; a name that a source never shortens or
    lengthens so is of somebody else.
    """
    short, long = sorted((one, two), key=lambda name: len(key(name)))
    if key(short) == key(long) or not set(key(short)) <= set(key(long)):
        return False
    grouped = re.search(r"\b(?:[Gg]roup|[Hh]oldings?)\b", short) is not None
    if grouped or any(f"{short} group" in v.source.folded for v in voices):
        return True
    return not any(v.source.says(long) and _shortened(v, short, long) for v in voices)


def _shortened(voice: Voice, short: str, long: str) -> bool:
    """Whether a text uses a short form of a name beside the long one."""
    text = voice.source.folded
    return text.count(short.casefold()) > text.count(long.casefold())


def _is_word(voice: Voice, name: str) -> bool:
    """Whether a "name" is common words at the start of a line or sentence."""
    words = " ".join(_WORD.findall(name)).lower()
    found = re.search(rf"(?<![\w.]){re.escape(words)}(?!\w)", voice.source.text)
    return bool(words) and found is not None


def knows(voice: Voice, name: str) -> bool:
    """Whether a source's text or title names somebody."""
    first = key(name)
    return bool(first) and voice.source.says(first[0])


def _is_vague(name: str) -> bool:
    found = key(name)
    if not found or set(found) <= _GENERIC or found[0][0].isdigit() or name.islower():
        return True
    if found[-1] in _SITES:
        return True  # where something stands, which may be anybody's
    if any(word.islower() and len(word) > _SHORT for word in _WORD.findall(name)):
        return True  # a description, not a name
    whole = " ".join(found)
    return (
        whole in PLACES
        or whole in CALENDAR
        or whole.rstrip("s") in CALENDAR
        or bool(METRIC.fullmatch(whole))
    )


def _ticker(voice: Voice, name: str) -> str | None:
    text = voice.source.text
    at = text.find(name)
    match = _TICKER.match(text, at + len(name) + 1) if at >= 0 else None
    return match["ticker"] if match else None
