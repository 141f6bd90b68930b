"""Whom an article goes on about: what "its" points back to, and who is meant where no name is."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from summarizer.engines.rules import lexicon as words
from summarizer.engines.rules import verbs
from summarizer.engines.rules.foreign import owner_abroad
from summarizer.grounding import gazetteer as known

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.engines.rules.names import Name, Names, Occurrence
    from summarizer.engines.rules.phrases import Grammar
    from summarizer.engines.rules.reading import Reading
    from summarizer.engines.rules.tokens import Sentence

_REACH = 2
"""How many sentences back "its" may look for whom it stands for."""
_CARRY = 6
"""How many sentences without a name a subject is carried over."""
_DOMINANCE = 2
"""How many times as often as any other body what an article is about is named."""
_BODY_WORDS = words.COMPANY_NOUNS | words.PUBLIC_NOUNS | {"industry", "the"}
NOBODYS = frozenset(
    "market markets index indices yield yields rates tariff tariffs tax taxes economy bond bonds "
    "demand supply wages jobless house houses home homes consumer mortgage policymakers".split()
)
"""Measures that are nobody's own unless the words say whose."""


class Carrier:
    """What one article speaks of, sentence by sentence."""

    def __init__(
        self,
        names: Names,
        sentences: Mapping[int, Sentence],
        language: str | None,
        title: str | None = None,
    ) -> None:
        self._title = title
        self._language = language
        self._names = names
        self._sentences = sentences
        self._topics: dict[int, Name | None] = {}

    def main(self) -> str | None:
        """What the article is about."""
        return self._names.main.text if self._names.main else None

    def abroad(self) -> str | None:
        """What an article in another language is about; None where that may be no name."""
        return self._abroad

    @cached_property
    def _abroad(self) -> str | None:
        return owner_abroad(self._names, self._language, self._title, self._sentences.values())

    def _antecedent(self, grammar: Grammar, index: int) -> str | None:
        """The body that a word at `index` points back to."""
        number = grammar.sentence.number
        before = self._bodies(number, index)
        if before:
            return before[0].text
        for back in range(1, _REACH + 1):
            topic = self._topic(number - back)
            if topic is not None:
                # A name said once in passing is not what "the company" goes on about.
                main = self._names.main
                passing = topic.count == 1 and main is not None and main.in_title
                return self.main() if passing else topic.text
        return self._names.main.text if self._names.main else None

    def _carried(self, number: int) -> str | None:
        """Whom the sentences before speak of, where the last that name a body leave no doubt."""
        for earlier in range(number - 1, max(0, number - 1 - _CARRY), -1):
            sentence = self._sentences.get(earlier)
            if sentence is None:
                continue
            bodies = self._bodies(earlier, len(sentence.tokens))
            if bodies and _is_item(sentence):
                return None
            if bodies:
                alone = len({id(name) for name in bodies}) == 1
                topic = self._topic(earlier)
                return topic.text if topic and (alone or topic is self._names.main) else None
        main = self._actor()
        settled = main is not None and (main.count > 1 or main.in_title)
        return main.text if main and number <= (_CARRY if settled else 1) else None

    def _actor(self) -> Name | None:
        """What the article is about, unless it is only whose word things are."""
        main = self._names.main
        acts = any(
            o.name is main and not _is_source(self._sentences[number], o)
            for number, row in self._names.by_sentence.items()
            for o in row
        )
        return main if acts else None

    def _bodies(self, number: int, index: int) -> list[Name]:
        """The bodies named before token `index` in a sentence; sources of news left out."""
        return [
            o.name
            for o in self._names.by_sentence.get(number, ())
            if o.start < index
            and o.name.kind == "org"
            and not is_media(o.name)
            and not _is_source(self._sentences[number], o)
        ]

    def _topic(self, number: int) -> Name | None:
        """What a sentence speaks about: the body named first, else that of the one before."""
        if number < 1 or number not in self._sentences:
            return None
        if number not in self._sentences:
            return None
        if number not in self._topics:
            self._topics[number] = self._read_topic(number)
        return self._topics[number]

    def _read_topic(self, number: int) -> Name | None:
        sentence = self._sentences[number]
        bodies = self._bodies(number, len(sentence.tokens))
        opening = [sentence.lower(i) for i in range(4)]
        if opening[0] in {"it", "its", "he", "she", "his", "her"} or (
            opening[0] in {"the", "this"} and set(opening[1:]) & words.COMPANY_NOUNS
        ):
            earlier = self._topics.get(number - 1)
            if earlier is not None:
                return earlier
            return bodies[0] if bodies else self._names.main
        return bodies[0] if bodies else None

    def _alone(self, grammar: Grammar, reading: Reading) -> str | None:
        """What the article is about, where it leaves no doubt that a sentence goes on about it."""
        main, number = self._names.main, grammar.sentence.number
        spoken = set(reading.metric.lower().split())
        unsure = not reading.certain and not spoken & words.METRIC_NOUNS
        nobodys = spoken & (NOBODYS | words.COMMODITIES)
        if main is None or unsure or nobodys or _is_of_thing(grammar):
            return None
        others = [
            o.name
            for o in self._names.by_sentence.get(number, ())
            if o.name is not main and o.name.kind == "org" and not is_media(o.name)
        ]
        return main.text if not others and self._dominates else None

    @cached_property
    def _dominates(self) -> bool:
        """Whether what the article is about is named far more often than any other body."""
        main = self._names.main
        if main is None:
            return False
        rest = {
            id(o.name): o.name.count
            for row in self._names.by_sentence.values()
            for o in row
            if o.name.kind == "org" and o.name is not main and not is_media(o.name)
        }
        return main.count >= _DOMINANCE * max(rest.values(), default=0) and main.count > 1

    def _country(self, number: int, index: int) -> str | None:
        for occurrence in self._names.by_sentence.get(number, ()):
            before = occurrence.start - 1
            sentence = self._sentences[number]
            if sentence.lower(before) == "the":
                before -= 1
            other_side = sentence.lower(before) in {"to", "from", "with"}
            country = occurrence.name.text.lower() in known.COUNTRIES
            if occurrence.start < index and country and not other_side:
                return occurrence.name.text
        main = self._names.main
        if self._names.country is not None:
            return self._names.country.text
        land = main is not None and main.in_title and " " not in main.text
        return main.text if main is not None and land else None


def _is_of_thing(grammar: Grammar) -> bool:
    """Whether a sentence is about a thing of its own ("The buses run 320 kilometres"), or is "I"'s.

    What is measured ("The shares", "The offer") is somebody's, and "the company" is who was named.
    """
    if any(token.text in {"I", "I'm", "I’m", "my"} for token in grammar.tokens):
        return True
    if grammar.lower(0) not in {"the", "this", "these", "those", "its", "their", "a", "an"}:
        return False
    phrase = grammar.right(0, len(grammar.tokens))
    if phrase is None:
        return False
    return grammar.lower(phrase.head) not in words.METRIC_NOUNS | words.COMPANY_NOUNS


def is_media(name: Name) -> bool:
    """Whether a name is that of a news agency or a paper, which is only whose word it is."""
    return name.text.lower() in known.MEDIA


def _is_item(sentence: Sentence) -> bool:
    """Whether a sentence is an item of a list, which says nothing of what follows the list."""
    return sentence.lower(0) in {"-", "•", "*", "–", "·"}


def _is_source(sentence: Sentence, found: Occurrence) -> bool:
    """Whether a name is whose word it is: "…, the Acme Institute said", "according to Acme"."""
    before = found.start - 1
    if sentence.lower(before) == "the":
        before -= 1
    if sentence.lower(before) in {"at", "of", "with"}:
        speaker = sentence.lower(before - 1)
        return speaker in words.FORECASTERS or speaker in known.PERSON_ROLES
    if sentence.lower(before) == "to" and sentence.lower(before - 1) == "according":
        return sentence.kind(found.end) != "poss"
    while sentence.lower(before) in _BODY_WORDS:
        before -= 1
    said = sentence.lower(found.end) in verbs.SAY_VERBS
    return (
        said and sentence.lower(before) in {",", "”", '"'} and found.end > len(sentence.tokens) / 2
    )
