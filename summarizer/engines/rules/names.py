"""Names without a model: runs of capitalised words, their kinds, their short forms.

A name is a company or another body ("org"), a person or a place. What an article is about is the
body that it names most and in its title.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from summarizer.engines.rules import gazetteer as known
from summarizer.engines.rules import lexicon as words
from summarizer.engines.rules import verbs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.engines.rules.tokens import Sentence

NameKind = Literal["org", "person", "place"]
_BASED = (
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
_PLACED = frozenset(("in", "near", "outside", "around", "across"))
_DATELINE = 10
"""How many tokens a dateline may have."""
_HEADING_SHARE = 0.6
_QUOTES = frozenset("“\"‘'«„:(")


@dataclass(slots=True)
class Name:
    """A named thing: the forms in which it is written and how often it is named."""

    kind: NameKind
    forms: Counter[str] = field(default_factory=Counter)
    first: int = 0
    in_title: bool = False

    @property
    def text(self) -> str:
        """The form that the article uses most; of equals the longest."""
        return max(self.forms, key=lambda form: (self.forms[form], len(form)))

    @property
    def count(self) -> int:
        """How often it is named."""
        return self.forms.total()


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A name where it stands in a sentence: tokens `start` to `end` (exclusive)."""

    start: int
    end: int
    name: Name


@dataclass(frozen=True, slots=True)
class Names:
    """The names of an article.

    Attributes:
        by_sentence: Occurrences by sentence number, in order.
        main: What the article is about; None where no body stands out.
        country: The country that a text without a main body is about.
    """

    by_sentence: dict[int, tuple[Occurrence, ...]]
    main: Name | None
    country: Name | None

    def at(self, number: int, index: int) -> Occurrence | None:
        """The occurrence that covers token `index` of sentence `number`."""
        for occurrence in self.by_sentence.get(number, ()):
            if occurrence.start <= index < occurrence.end:
                return occurrence
        return None


def find_names(sentences: Sequence[Sentence], title: str | None) -> Names:
    """Find the names of an article; `title` lends weight, it is not searched for names."""
    lowers = {t.lower for s in sentences for t in s.tokens if t.kind == "word" and not t.capital}
    headings = {s.number for s in sentences if is_heading(s)}
    capitals = _seen_inside(s for s in sentences if s.number not in headings)
    raw: list[tuple[int, int, int, str, NameKind]] = []
    for sentence in sentences:
        heading = sentence.number in headings
        for start, end in _runs(sentence, lowers, capitals, heading=heading):
            raw += _classified(sentence, start, end)
    table = _Table(title or "")
    raw = _with_places(raw, {s.number: s for s in sentences})
    for number, start, end, form, kind in sorted(raw, key=lambda r: -len(r[3].split())):
        table.add(number, start, end, form, kind)
    return table.names()


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
            if token.capital and index and sentence.tokens[index - 1].text not in _QUOTES:
                found.add(token.lower)
    return frozenset(found)


def _runs(
    sentence: Sentence, lowers: set[str], capitals: frozenset[str], *, heading: bool
) -> list[tuple[int, int]]:
    tokens = sentence.tokens
    runs: list[tuple[int, int]] = []
    index = _dateline(sentence)
    while index < len(tokens):
        if not _may_be_name(sentence, index, lowers, capitals, heading=heading):
            index += 1
            continue
        end = index + 1
        while end < len(tokens):
            if _may_be_name(sentence, end, lowers, capitals, heading=heading):
                end += 1
            elif _joins(sentence, index, end):
                end += 2
            else:
                break
        cut = tokens[end].lower.endswith(_BASED) if end < len(tokens) else False
        if not cut:
            runs.append((index, end))
        index = end
    return runs


def _dateline(sentence: Sentence) -> int:
    """The token after a dateline such as "OSTRAVA (Reuters) - "; 0 where there is none."""
    tokens = sentence.tokens
    if not tokens or not tokens[0].text.isupper() or len(tokens[0].text) < 3:
        return 0
    near = range(1, min(_DATELINE, len(tokens)))
    return next((i + 1 for i in near if tokens[i].text in {"-", "–", "—"}), 0)


def _may_be_name(
    sentence: Sentence, index: int, lowers: set[str], capitals: frozenset[str], *, heading: bool
) -> bool:
    token = sentence.tokens[index]
    lower = token.lower
    if not token.capital or lower in known.CALENDAR or lower in known.CAPITALISED_NOISE:
        return False
    if lower.endswith(_BASED) or lower in words.FUNCTION:
        return token.text.isupper() and len(token.text) > 1 and lower in {"us", "it"}
    opening = index == 0 or sentence.tokens[index - 1].text in _QUOTES
    if heading:
        return lower in capitals and lower not in lowers
    if not opening:
        return True
    if lower in capitals or not token.text[1:].islower():
        return lower in capitals or not token.text.islower()
    if lower in lowers or lower in words.METRIC_NOUNS or lower in verbs.VERBS:
        return False
    if lower in words.OPENERS or lower in words.COMPANY_NOUNS or lower in words.GROUP_NOUNS:
        return False
    return _opens_like_name(sentence, index)


def _opens_like_name(sentence: Sentence, index: int) -> bool:
    """Whether a capitalised word that opens a sentence is used as a name is."""
    lower, following = sentence.lower(index), index + 1
    if lower in known.PLACES or lower in known.NATIONALITIES or lower in known.GIVEN_NAMES:
        return True
    if lower.endswith(("ly", "ing", "ed")) or lower in known.PERSON_TITLES:
        return False
    if following >= len(sentence.tokens):
        return False
    after = sentence.tokens[following]
    if after.kind == "poss" or after.capital:
        return True
    if after.lower in known.PERSON_TITLES:
        return True
    plural = lower.endswith("s") and not lower.endswith("ss")
    verb = after.lower in verbs.VERBS and after.lower not in words.METRIC_NOUNS
    return not plural and (verb or after.lower in words.SHARE_NOUNS or after.text in {",", "("})


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


def _classified(
    sentence: Sentence, start: int, end: int
) -> list[tuple[int, int, int, str, NameKind]]:
    """A run as names: titles of people cut off, the kind told."""
    tokens = sentence.tokens
    first = start
    while first < end and tokens[first].lower in known.PERSON_TITLES:
        first += 1
    if first == end:
        return []
    titled = first > start or sentence.lower(start - 1) in known.PERSON_ROLES
    while (
        first < end - 1
        and tokens[first].lower in known.NATIONALITIES
        and not _body(tokens[end - 1].lower)
    ):
        first += 1
    while first < end - 1 and (
        tokens[first].lower in words.OPENERS or tokens[first].lower.endswith("maker")
    ):
        first += 1
    form = " ".join(t.text for t in tokens[first:end])
    lower = form.lower()
    kind: NameKind = "org"
    if lower in known.PLACES:
        kind = "place"
    elif lower in known.NATIONALITIES or lower in known.INSTRUMENTS:
        return []
    elif not _body(tokens[end - 1].lower) and (titled or _personal(sentence, first, end)):
        kind = "person"
    return [(sentence.number, first, end, form, kind)]


def _body(lower: str) -> bool:
    return lower in known.ORGANISATION_WORDS


def _personal(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a run is somebody: a given name before it, or a role after the comma."""
    size = end - start
    if 2 <= size <= 4 and sentence.lower(start) in known.GIVEN_NAMES:
        return True
    if size in {2, 3} and sentence.lower(end) == ",":
        if sentence.lower(end + 1) == "who":
            return True
        near = range(end + 1, min(end + 6, len(sentence.tokens)))
        return any(sentence.lower(i) in known.PERSON_ROLES for i in near)
    return False


def _with_places(
    raw: list[tuple[int, int, int, str, NameKind]], sentences: dict[int, Sentence]
) -> list[tuple[int, int, int, str, NameKind]]:
    """Take for a place what nearly always stands after "in" or "near"; nobody acts from there."""
    inside: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for number, start, _, form, _ in raw:
        sentence = sentences[number]
        total[form] += 1
        before = sentence.lower(start - 2)
        leaning = before.startswith(("invest", "stake", "share", "interest", "confiden", "stock"))
        inside[form] += sentence.lower(start - 1) in _PLACED and not leaning
    return [
        (number, start, end, form, "place")
        if kind == "org" and inside[form] * 2 >= total[form] and not _body(form.split()[-1].lower())
        else (number, start, end, form, kind)
        for number, start, end, form, kind in raw
    ]


class _Table:
    """Collects names, long forms first, and ties short forms to them."""

    def __init__(self, title: str) -> None:
        self._title = f" {title.lower()} "
        self._names: dict[str, Name] = {}
        self._heads: dict[str, list[Name]] = {}
        self._found: list[tuple[int, Occurrence]] = []
        self._places: dict[int, tuple[int, int]] = {}

    def add(self, number: int, start: int, end: int, form: str, kind: NameKind) -> None:
        """Add an occurrence; a single word that opens one longer name stands for it."""
        key = _key(form)
        name = self._names.get(key)
        if name is None and " " not in key:
            longer = self._heads.get(key, [])
            people = [n for n in longer if n.kind == "person"]
            name = people[0] if people and kind != "place" else None
        if name is None:
            name = self._names[key] = Name(kind)
            parts = key.split()
            if len(parts) > 1:
                for part in {parts[0], parts[-1]} if kind == "person" else {parts[0]}:
                    self._heads.setdefault(part, []).append(name)
        name.forms[form] += 1
        place = self._places.get(id(name), (number, start))
        self._places[id(name)] = min(place, (number, start))
        self._found.append((number, Occurrence(start, end, name)))

    def names(self) -> Names:
        """Everything found, with the short forms tied and the main name chosen."""
        renamed = self._tie_short_forms()
        by_sentence: dict[int, list[Occurrence]] = {}
        for number, found in self._found:
            name = renamed.get(id(found.name), found.name)
            by_sentence.setdefault(number, []).append(Occurrence(found.start, found.end, name))
        order: dict[int, int] = {}
        for number in sorted(by_sentence):
            by_sentence[number].sort(key=lambda o: o.start)
            for occurrence in by_sentence[number]:
                order.setdefault(id(occurrence.name), len(order))
        unique = {id(o.name): o.name for row in by_sentence.values() for o in row}
        for identity, name in unique.items():
            name.first = order[identity]
            name.in_title = any(self._in_title(form) for form in name.forms)
        kinds = {"org": [n for n in unique.values() if n.kind == "org"]}
        places = [
            n
            for n in unique.values()
            if n.kind == "place" and any(form.lower() in known.COUNTRIES for form in n.forms)
        ]
        return Names(
            {number: tuple(row) for number, row in by_sentence.items()},
            _main(kinds["org"]),
            _main([p for p in places if p.in_title or p.count > 1]),
        )

    def _tie_short_forms(self) -> dict[int, Name]:
        """Tie "Naura" to "Naura Technology" before it, not "Alibaba" to a later "Alibaba Cloud".

        A single word is short for the only longer name that it opens, where that one came first
        or is named at least as often.
        """
        renamed: dict[int, Name] = {}
        for head, longer in self._heads.items():
            short = self._names.get(head)
            bodies = [n for n in longer if n.kind == "org"]
            if short is None or short.kind != "org" or len(bodies) != 1:
                continue
            later = self._places[id(short)] > self._places[id(bodies[0])]
            if later or short.count < bodies[0].count:
                bodies[0].forms.update(short.forms)
                renamed[id(short)] = bodies[0]
        return renamed

    def _in_title(self, form: str) -> bool:
        lower = form.lower()
        at = self._title.find(lower)
        while at >= 0:
            if not self._title[at - 1].isalnum() and not self._title[at + len(lower)].isalnum():
                return True
            at = self._title.find(lower, at + 1)
        return False


def _key(form: str) -> str:
    """What two forms of one name share: lower case, company suffixes off."""
    parts = form.lower().replace(",", " ").split()
    while len(parts) > 1 and parts[-1] in known.COMPANY_SUFFIXES:
        parts.pop()
    return " ".join(parts)


def _main(candidates: list[Name]) -> Name | None:
    """The name with the most mentions, where the title counts for three and the lead for one."""

    def weight(name: Name) -> float:
        return name.count + 3 * name.in_title + (2 if name.first == 0 else 0)

    strong = [n for n in candidates if weight(n) >= 2]
    return max(strong, key=lambda n: (weight(n), -n.first), default=None)
