"""Runs of capitalised words, and whether each is a body, a person or a place."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.engines.rules import lexicon as words
from summarizer.engines.rules.openings import BASED, OPENING, dateline_end, may_be_name
from summarizer.grounding import gazetteer as known

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.engines.rules.tokens import Sentence

NameKind = Literal["org", "person", "place"]
_PLACED = frozenset(("in", "near", "outside", "around", "across"))
_ROLES = known.PERSON_ROLES | {"head", "mayor", "boss"}
_OFFICERS = frozenset(
    "executive officer secretary striker winger midfielder defender goalkeeper coach captain "
    "detective prosecutor senator mayor judge lawyer professor spokesman spokeswoman".split()
)
"""What stands before the name of somebody, with a small letter as well."""
_SPEAKS = frozenset("said says asked wrote writes added adds recalled recalls".split())
"""Verbs that stand before a speaker's name."""
_ACTS = frozenset("said says told called calls added argued wrote asked who".split())
_GENERIC = (
    words.METRIC_NOUNS | words.PUBLIC_NOUNS | words.COMPANY_NOUNS | words.GROUP_NOUNS
) | words.COMMODITIES
"""Nouns that are no name by themselves, capital or not: "the County", "the Group"."""
_HEADING_SHARE = 0.6


class Run(NamedTuple):
    """A run of capitalised words: tokens `start` to `end` (exclusive) of a sentence."""

    number: int
    start: int
    end: int
    form: str
    kind: NameKind
    solid: bool = True
    """Whether its capital stands inside a sentence, where it is a name's."""


def find_runs(sentences: Sequence[Sentence]) -> list[Run]:
    """Find the runs of capitalised words that are names, in order."""
    lowers = {t.lower for s in sentences for t in s.tokens if t.kind == "word" and not t.capital}
    headings = {s.number for s in sentences if is_heading(s)}
    capitals = _seen_inside(s for s in sentences if s.number not in headings)
    capitals |= _heads(sentences, lowers)
    found: list[Run] = []
    for sentence in sentences:
        heading = sentence.number in headings
        for start, end in _runs(sentence, lowers, capitals, heading=heading):
            opens = heading or start == 0 or sentence.tokens[start - 1].text in OPENING
            found += [r._replace(solid=not opens) for r in _classified(sentence, start, end)]
    short = {f for s in sentences for f in _explained(s)}
    found = [run for run in found if run.form not in short]
    return _with_places(found, {s.number: s for s in sentences})


def is_heading(sentence: Sentence) -> bool:
    """Whether most longer words are capitalised, as in a title: capitals then mean little."""
    if sentence.text.endswith("."):
        return False
    longer = [t for t in sentence.tokens if t.kind == "word" and len(t.text) > 3]
    return len(longer) > 3 and sum(t.capital for t in longer) > _HEADING_SHARE * len(longer)


def _seen_inside(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Words that stand capitalised inside a sentence, where a capital means a name."""
    found: set[str] = set()
    for sentence in sentences:
        for index, token in enumerate(sentence.tokens):
            if token.capital and index and sentence.tokens[index - 1].text not in OPENING:
                found.add(token.lower)
    return frozenset(found)


def _heads(sentences: Sequence[Sentence], lowers: set[str]) -> frozenset[str]:
    """The first words of names that end as a body's: "Acme" of "Acme Foods Inc"."""
    return frozenset(
        sentence.tokens[0].lower
        for sentence in sentences
        if len(sentence.tokens) > 2
        and sentence.tokens[0].capital
        and sentence.tokens[0].lower not in lowers
        and sentence.tokens[0].lower not in words.FUNCTION
        and any(_body(sentence.lower(i)) and sentence.tokens[i].capital for i in (1, 2))
    )


def _runs(
    sentence: Sentence, lowers: set[str], capitals: frozenset[str], *, heading: bool
) -> list[tuple[int, int]]:
    tokens = sentence.tokens
    runs: list[tuple[int, int]] = []
    index = dateline_end(sentence)
    while index < len(tokens):
        if not may_be_name(sentence, index, lowers, capitals, heading=heading):
            index += 1
            continue
        end = index + 1
        while end < len(tokens):
            if may_be_name(sentence, end, lowers, capitals, heading=heading):
                end += 1
            elif _joins(sentence, index, end):
                end += 2
            else:
                break
        cut = tokens[end].lower.endswith(BASED) if end < len(tokens) else False
        if not cut:
            runs.append((index, end))
        index = end
    return runs


def _joins(sentence: Sentence, start: int, index: int) -> bool:
    """Whether the token at `index` ties two parts of one name: Bank of X, A & B, X, Inc."""
    tokens = sentence.tokens
    if index + 1 >= len(tokens) or not tokens[index + 1].capital:
        return False
    link, before, after = tokens[index], tokens[index - 1], tokens[index + 1]
    single = index - start == 1
    if link.lower == "of":
        return before.lower in known.OF_HEADS and after.lower not in known.CALENDAR
    if link.text == "&":
        follows = tokens[index + 2].capital if index + 2 < len(tokens) else False
        return single and not before.text.isupper() and not follows
    if link.text == ",":
        return after.lower in known.COMPANY_SUFFIXES
    if link.lower == "and":
        later = tokens[index + 2].lower if index + 2 < len(tokens) else ""
        return single and later in {"commission", "company", "authority", "council"}
    return False


def _classified(sentence: Sentence, start: int, end: int) -> list[Run]:
    """A run as names: titles of people cut off, the kind told."""
    tokens = sentence.tokens
    first = start
    if not _body(tokens[end - 1].lower):
        # "State Senator Ada Brenk", but "General Motors".
        titles = [i for i in range(start, end) if tokens[i].lower in known.PERSON_TITLES]
        first = titles[-1] + 1 if titles else start
    if first == end:
        return []
    titled = first > start or sentence.lower(start - 1) in _ROLES | _OFFICERS
    while (
        first < end - 1
        and tokens[first].lower in known.NATIONALITIES
        and not _body(tokens[end - 1].lower)
    ):
        first += 1
    while first < end - 1 and (
        tokens[first].lower in words.BEFORE_NAMES or tokens[first].lower.endswith("maker")
    ):
        first += 1
    form = " ".join(t.text for t in tokens[first:end])
    lower = form.lower()
    if lower in _GENERIC:
        return []
    kind: NameKind = "org"
    if lower in known.PLACES:
        kind = "place"
    elif lower in known.NATIONALITIES or lower in known.INSTRUMENTS:
        return []
    elif not _body(tokens[end - 1].lower) and (titled or _personal(sentence, first, end)):
        kind = "person"
    return [Run(sentence.number, first, end, form, kind)]


def _explained(sentence: Sentence) -> list[str]:
    """The short forms of common words that a sentence gives: "gross domestic product (GDP)"."""
    tokens = sentence.tokens
    return [
        token.text
        for i, token in enumerate(tokens)
        if token.text.isupper()
        and i > 1
        and tokens[i - 1].text == "("
        and tokens[i - 2].kind == "word"
        and not tokens[i - 2].capital
    ]


def _body(lower: str) -> bool:
    return lower in known.ORGANISATION_WORDS


def _personal(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a run is somebody: a given name before it, or a role after the comma."""
    size = end - start
    before = sentence.lower(start - 1)
    if size in {2, 3} and before == "," and sentence.lower(end) in {",", "."}:
        # "its former head, Ada Brenk, …"
        near = range(max(0, start - 5), start - 1)
        if any(sentence.lower(i) in _ROLES for i in near):
            return True
    if size in {1, 2, 3} and sentence.lower(end) == "," and _age(sentence, end + 1):
        return True
    if size == 2 and sentence.kind(start - 1) == "poss" and not sentence.tokens[start - 2].capital:
        return sentence.lower(end) in _ACTS
    if 2 <= size <= 4 and sentence.lower(start) in known.GIVEN_NAMES:
        return True
    if 2 <= size <= 4 and sentence.lower(start - 1) in _SPEAKS | {"by"}:
        return sentence.lower(end) in {",", ".", ";", "of", ""}
    if size in {2, 3} and sentence.lower(end) == ",":
        if sentence.lower(end + 1) == "who":
            return True
        near = range(end + 1, min(end + 6, len(sentence.tokens)))
        return any(sentence.lower(i) in known.PERSON_ROLES for i in near)
    return False


def _age(sentence: Sentence, index: int) -> bool:
    """Whether an age stands between commas: "Ada Brenk, 51, …"."""
    mention = sentence.mentions.get(index)
    bare = mention is not None and mention.quantity.kind in {"age", "count", "other"}
    return bare and sentence.tokens[index].text.isdigit() and sentence.lower(index + 1) == ","


def _with_places(raw: list[Run], sentences: dict[int, Sentence]) -> list[Run]:
    """Take for a place what nearly always stands after "in" or "near"; nobody acts from there."""
    inside: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for number, start, _, form, *_ in raw:
        sentence = sentences[number]
        total[form] += 1
        before = sentence.lower(start - 2)
        leaning = before.startswith(("invest", "stake", "share", "interest", "confiden", "stock"))
        inside[form] += sentence.lower(start - 1) in _PLACED and not leaning
    return [
        run._replace(kind="place")
        if run.kind == "org"
        and inside[run.form] * 2 >= total[run.form]
        and not _body(run.form.split()[-1].lower())
        else run
        for run in raw
    ]
