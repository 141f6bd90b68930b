"""Names without a model: runs of capitalised words, their kinds, their short forms.

A name is a company or another body ("org"), a person or a place. What an article is about is the
body that it names most and in its title.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarizer.engines.rules.runs import NameKind, Run, find_runs
from summarizer.grounding import gazetteer as known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.engines.rules.tokens import Sentence


_MOST_PARTS = 4
"""How many words a person's name may have."""
_FEW = 2
_SHORT = 3
"""Up to how many letters a word of a name is too short to tell it."""


@dataclass(slots=True)
class Name:
    """A named thing: the forms in which it is written and how often it is named."""

    kind: NameKind
    forms: Counter[str] = field(default_factory=Counter)
    first: int = 0
    solid: int = 0
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


def find_names(
    sentences: Sequence[Sentence], title: str | None, *, site: str | None = None
) -> Names:
    """Find the names of an article.

    Args:
        sentences: Its sentences.
        title: Its title, which lends weight and is not searched for names.
        site: Where it was published, which is no name of what it is about.
    """
    table = _Table(title or "")
    published = _key(site or "")
    runs = [run for run in find_runs(sentences) if _key(run.form) != published]
    for run in sorted(runs, key=lambda run: -len(run.form.split())):
        table.add(run)
    return table.names()


class _Table:
    """Collects names, long forms first, and ties short forms to them."""

    def __init__(self, title: str) -> None:
        self._title = f" {title.lower()} "
        self._names: dict[str, Name] = {}
        self._heads: dict[str, list[Name]] = {}
        self._found: list[tuple[int, Occurrence]] = []
        self._places: dict[int, tuple[int, int]] = {}

    def add(self, run: Run) -> None:
        """Add an occurrence; a single word that opens one longer name stands for it."""
        number, start, end, form, kind, solid = run
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
        name.solid += solid
        place = self._places.get(id(name), (number, start))
        self._places[id(name)] = min(place, (number, start))
        self._found.append((number, Occurrence(start, end, name)))

    def names(self) -> Names:
        """Everything found, with the short forms tied and the main name chosen."""
        self._tell_people()
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
            name.in_title = any(
                self._in_title(part) for form in name.forms for part in (form, *_telling(form))
            )
        kinds = {"org": [n for n in unique.values() if n.kind == "org"]}
        places = [
            n
            for n in unique.values()
            if n.kind == "place" and any(form.lower() in known.COUNTRIES for form in n.forms)
        ]
        towns = [
            n
            for n in unique.values()
            if n.kind == "place" and n.in_title and n.text.lower() not in known.PLACES
        ]
        return Names(
            {number: tuple(row) for number, row in by_sentence.items()},
            _main([*kinds["org"], *towns], few=len(unique) <= _FEW),
            _main([p for p in places if p.in_title or p.count > 1]),
        )

    def _tell_people(self) -> None:
        """Take for a person who is named again by the last word: Ada Brenk, then Brenk.

        A body is named again by its first word. The surname stands for the person.
        """
        for key, name in list(self._names.items()):
            parts = key.split()
            again = self._names.get(parts[-1])
            if name.kind != "org" or not 2 <= len(parts) <= _MOST_PARTS or again is None:
                continue
            whole = next(iter(name.forms))
            plain = whole.istitle() and parts[-1] not in known.ORGANISATION_WORDS
            once = name.count == 1 and again.kind == "org"
            if plain and once and parts[0] not in self._names:
                name.kind = again.kind = "person"

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
                bodies[0].solid += short.solid
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


def _telling(form: str) -> tuple[str, ...]:
    """The first and the last word of a name, where they tell it by themselves."""
    parts = form.split()
    if len(parts) == 1:
        return ()
    ends = (parts[0], parts[-1])
    known_words = known.ORGANISATION_WORDS | known.PLACES | known.NATIONALITIES
    return tuple(end for end in ends if len(end) > _SHORT and end.lower() not in known_words)


def _key(form: str) -> str:
    """What two forms of one name share: lower case, company suffixes off."""
    parts = form.lower().replace(",", " ").split()
    while len(parts) > 1 and parts[-1] in known.COMPANY_SUFFIXES:
        parts.pop()
    return " ".join(parts)


def _main(candidates: list[Name], *, few: bool = True) -> Name | None:
    """The name with the most mentions, where the title counts for three and the lead for two.

    A name that is told once, and in no title, is that of an article with `few` names only.
    """

    def weight(name: Name) -> float:
        return name.count + 3 * name.in_title + (2 if name.first == 0 else 0)

    strong = [
        n
        for n in candidates
        if weight(n) >= 2
        and not _measures(n)
        and _is_sure(n)
        and (few or n.count > 1 or n.in_title)
    ]
    return max(strong, key=lambda n: (weight(n), -n.first), default=None)


def _is_sure(name: Name) -> bool:
    """Whether a name is more than the first word of a line."""
    return name.solid > 0 or " " in name.text or name.count > 1 or name.in_title


def _measures(name: Name) -> bool:
    """Whether a name is that of an index, which an article of a company only mentions."""
    return any(form.lower() in known.INDICES for form in name.forms)
