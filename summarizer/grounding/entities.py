"""Whether the article knows whom a claim is about, and says the amount of nobody else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from summarizer.grounding.contexts import stated_at
from summarizer.grounding.gazetteer import NATIONALITIES, ORGANISATION_WORDS
from summarizer.grounding.names import name_words, other_subject
from summarizer.grounding.normal import normal
from summarizer.grounding.source import stems
from summarizer.grounding.wordlist import words
from summarizer.models import Finding

if TYPE_CHECKING:
    from summarizer.grounding.source import Source
    from summarizer.quantities import Mention

_GENERIC = ORGANISATION_WORDS | words(
    "town county national central provincial federal state region district island islands port "
    "airport hospital museum school college river field mine plant project government police army "
    "workers dockers teachers drivers miners bonds currency stock market markets shares"
)
"""What a name may be told with or without: "Larkmoor" for "Larkmoor Capital"."""
_PART = re.compile(r"[\w&]+(?:['’.-]\w+)*")
_LITTLE = frozenset(("of", "the", "and", "for", "de", "du", "la", "&"))
_SPEAKER = re.compile(r"\W*(?:(?:Mr|Mrs|Ms|Dr|DR)\.? [\w.-]+|[A-Z][A-Z.-]+(?: [A-Z.-]+)*):\s")
"""Who speaks, in an interview or a hearing: not what is spoken of."""
_SHORT = 5
_LETTERS = 3
"""The fewest initials that are a name by themselves."""
_NO_INITIALS = words("USA CEO CFO COO GDP CPI IPO EPS ETF USD EUR GBP CNY JPY")
_CAPITAL = r"[^\W\d_a-zà-öø-ÿ][\w&.-]*"
_PLACED = re.compile(rf"\b(?:{_CAPITAL}\s)?{_CAPITAL}-(?:based|listed|born|made)\b")
"""Words with a capital that name a place and not whom a sentence is about: "Hong Kong-listed"."""
_ROOT, _ENDING = 5, 3
"""How much of a name a form of it ("Castorian" of "Castoria") leaves alone, and may change."""


def check_entity(entity: str | None, mention: Mention, source: Source) -> Finding | None:
    """Hold a claimed entity against the article's names and against those beside the amount."""
    if not entity:
        return None
    named = name_words(entity)
    whole = normal(entity).casefold() in source.folded
    if not whole and not named:
        strange = sorted(w for w in stems(entity) if w not in source.folded)
        if strange or not stems(entity):
            return _finding("ambiguous", f"the article does not say '{entity}'")
    missing = frozenset() if whole else _missing(entity, named, source)
    if missing and not _may_be_left_out(missing, named, source):
        return _finding("mismatch", f"'{entity}' is not in the article")
    if reason := other_subject(named or frozenset(entity.casefold().split()), mention, source):
        return _finding("mismatch", reason)
    if missing:
        return _finding("ambiguous", f"the article does not say '{entity}'")
    return _not_here(entity, named, mention, source)


def _not_here(
    entity: str, named: frozenset[str], mention: Mention, source: Source
) -> Finding | None:
    """Whether the text around speaks of others: open where the entity is known from before.

    A name that comes nowhere near, where the sentence has a subject of its own, is another's.
    """
    near = source.near(mention)
    sentence, *others = (text.casefold() for text in near)
    wanted = named or stems(entity)
    here = any(word in sentence for word in wanted) or _by_initials(entity, near[0])
    if not wanted or here:
        return None
    subject = _subject(mention, source)
    if any(_is_short_for(word, entity) and word.upper() in source.text for word in subject):
        return None
    known = any(word in text for word in wanted for text in others)
    if named and subject:
        whose = " ".join(sorted(subject)).title()
        if known:
            return _finding("ambiguous", f"the sentence names {whose}, not {entity}")
        return _finding("mismatch", f"the article says this of {whose}")
    if known:
        return None
    return _finding("ambiguous", f"'{entity}' is named elsewhere in the article")


def _subject(mention: Mention, source: Source) -> frozenset[str]:
    """The name words of what the sentence is about, without a speaker's and nationalities."""
    stated = stated_at(mention, source)
    if stated is None or _SPEAKER.match(source.near(mention)[0]):
        return frozenset()
    words = stated.context.subject & source.proper
    places = name_words(" | ".join(_PLACED.findall(source.near(mention)[0])))
    return frozenset(w for w in words - places if not set(w.split("-")) & NATIONALITIES)


def _is_short_for(word: str, entity: str) -> bool:
    """Whether a word is made of letters of a name in their order: "FDM" of "Feldmark"."""
    letters = iter(entity.casefold())
    return (
        1 < len(word) <= _SHORT
        and word[0] == entity[0].casefold()
        and all(letter in letters for letter in word)
    )


def _finding(status: Literal["ambiguous", "mismatch"], reason: str) -> Finding:
    return Finding(check="entity", status=status, reason=reason)


def _missing(entity: str, named: frozenset[str], source: Source) -> frozenset[str]:
    """The words of a name that the article lacks; none where it has the name's short form."""
    missing = frozenset(word for word in named if not _known(word, source))
    return frozenset() if missing and _by_initials(entity, source.text) else missing


def _known(word: str, source: Source) -> bool:
    if word in source.folded:
        return True
    bare = word.strip("'’").removesuffix("s")
    if len(bare) > _ROOT and bare in source.folded:
        return True
    root = bare[: max(_ROOT, len(bare) - _ENDING)]
    return len(root) >= _ROOT and bool(
        re.search(rf"\b{re.escape(root)}\w{{0,{_ENDING}}}\b", source.folded)
    )


def _may_be_left_out(missing: frozenset[str], named: frozenset[str], source: Source) -> bool:
    """Whether only words are missing that say what somebody is, and none contradicts them.

    "Osker Motors" is not the "Osker Bank" of the article.
    """
    own = named - missing - _GENERIC
    if not own or not missing <= _GENERIC:
        return False
    after = re.compile(rf"\b(?:{'|'.join(map(re.escape, own))}) (\w+)")
    kinds = {m[1] for m in after.finditer(source.folded)} & ORGANISATION_WORDS
    return not kinds or bool(kinds & named)


def _by_initials(entity: str, text: str) -> bool:
    """Whether a text has the initials of a name, or the name of claimed initials."""
    parts = [part for part in _PART.findall(entity) if part.casefold() not in _LITTLE]
    if len(parts) == 1 and parts[0].isupper() and len(parts[0]) >= _LETTERS:
        little = rf"(?:(?:{'|'.join(_LITTLE)})\s+)*"
        run = rf"\s+{little}".join(rf"{re.escape(letter)}[\w'’-]*" for letter in parts[0])
        return re.search(rf"\b{run}", text) is not None
    initials = "".join(part[0] for part in parts).upper()
    if initials in _NO_INITIALS:
        return False
    return len(initials) >= _LETTERS and bool(re.search(rf"\b{re.escape(initials)}\b", text))
