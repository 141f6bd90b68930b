"""Whose a figure is: owners, subjects, and what "the company", "its" and "he" stand for.

Where the words leave it open the answer is None: no name is better than a wrong one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.engines.rules import lexicon as words
from summarizer.engines.rules import verbs
from summarizer.engines.rules.foreign import owner_abroad
from summarizer.grounding import gazetteer as known

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.engines.rules.names import Name, Names, Occurrence
    from summarizer.engines.rules.phrases import Grammar, Phrase
    from summarizer.engines.rules.reading import Reading
    from summarizer.engines.rules.tokens import Sentence

_REACH = 2
"""How many sentences back "its" may look for whom it stands for."""
_CARRY = 6
"""How many sentences without a name a subject is carried over."""
_BYSTANDERS = frozenset(
    "investors shareholders analysts economists households consumers customers traders forecasters "
    "employees workers staff".split()
)
_TERRITORIES = frozenset("state city county council town province region country".split())
_OFFICES = frozenset("bureau office commission committee department agency minister".split())
_TIMES = 2
_ONLY_MACRO = frozenset(
    "inflation gdp unemployment joblessness payrolls population economy deficit surplus exports "
    "imports gilts treasuries".split()
)
_BODY_WORDS = words.COMPANY_NOUNS | words.PUBLIC_NOUNS | {"industry", "the"}
_OWN_ACTS = frozenset("win earn score own hold get donate play collect receive".split())
"""What a person does for himself; anything else he does for a body."""
_NOBODYS = frozenset(
    "market markets index indices yield yields rates tariff tariffs tax taxes economy bond bonds "
    "demand supply wages jobless house houses home homes consumer mortgage policymakers".split()
)
"""Measures that are nobody's own unless the words say whose."""


class Entities:
    """Answers whose a figure is, for one article."""

    def __init__(
        self, names: Names, sentences: Mapping[int, Sentence], language: str | None
    ) -> None:
        self._language = language
        self._names = names
        self._sentences = sentences
        self._topics: dict[int, Name | None] = {}

    def of(self, grammar: Grammar, index: int, reading: Reading) -> str | None:
        """Whose the mention at token `index` is, as the article writes it; None when open."""
        number = grammar.sentence.number
        noun = _last_word(reading.metric)
        macro = noun in _ONLY_MACRO or bool(_ONLY_MACRO & set(reading.metric.lower().split()))
        if reading.owner is not None and reading.owner.kind == "org":
            return reading.owner.text
        if reading.owner_words:
            found = self._spoken(grammar, reading.owner_words, index, reading.owner)
            if found is not None:
                return found
        place = self._place_in(reading.metric)
        if place is not None and set(reading.metric.lower().split()) & words.MACRO_NOUNS:
            return place
        if macro and set(reading.metric.lower().split()) & known.NATIONALITIES:
            return None
        if set(reading.metric.lower().split()) & words.WIDE_WORDS:
            return None
        if reading.subject is not None:
            found, settled = self._subject(grammar, index, reading.subject)
            if settled:
                return found
        if macro:
            return self._country(number, index)
        found = self._unowned(grammar, index, reading.metric)
        return found if found is not None else self._alone(grammar, reading)

    def _alone(self, grammar: Grammar, reading: Reading) -> str | None:
        """What the article is about, where it leaves no doubt that a sentence goes on about it."""
        main, number = self._names.main, grammar.sentence.number
        spoken = set(reading.metric.lower().split())
        unsure = not reading.certain and not spoken & words.METRIC_NOUNS
        nobodys = spoken & (_NOBODYS | words.COMMODITIES)
        if main is None or unsure or nobodys or _is_of_thing(grammar):
            return None
        others = [
            o.name
            for o in self._names.by_sentence.get(number, ())
            if o.name is not main and o.name.kind == "org" and not _is_media(o.name)
        ]
        return main.text if not others and self._dominates(main) else None

    def _dominates(self, main: Name) -> bool:
        rest = {
            id(o.name): o.name.count
            for row in self._names.by_sentence.values()
            for o in row
            if o.name.kind == "org" and o.name is not main and not _is_media(o.name)
        }
        return main.count >= _TIMES * max(rest.values(), default=0) and main.count > 1

    def main(self) -> str | None:
        """What the article is about."""
        return self._names.main.text if self._names.main else None

    def abroad(self) -> str | None:
        """What an article in another language is about; None where that may be no name."""
        return owner_abroad(self._names, self._language)

    def _spoken(self, grammar: Grammar, spoken: str, index: int, name: Name | None) -> str | None:
        """Whom "its", "the company", "the two funds" or a place or person stands for."""
        lower = spoken.lower()
        if lower in words.POSSESSIVES:
            return None if lower in {"our", "my", "your"} else self._antecedent(grammar, index)
        head = _last_word(spoken)
        if name is not None and name.kind == "place":
            return name.text
        if name is not None:
            return self._antecedent(grammar, index)
        if head in words.COMPANY_NOUNS:
            return self._antecedent(grammar, index)
        if head in words.GROUP_NOUNS or head in words.PUBLIC_NOUNS:
            return self._group(_without_article(spoken))
        return None

    def _group(self, spoken: str) -> str | None:
        """Whom plural agents or "the council" stand for: the body that is called so, else they.

        Holders and readers of somebody's figures are nobody by themselves.
        """
        head = _last_word(spoken)
        if spoken.lower() in _BYSTANDERS:
            return None
        if spoken.lower() != head or head not in words.PUBLIC_NOUNS:
            return spoken
        named = {
            id(o.name): o.name
            for row in self._names.by_sentence.values()
            for o in row
            if o.name.kind != "person" and head in o.name.text.lower().split()
        }
        if len(named) == 1:
            return next(iter(named.values())).text
        main = self._names.main
        if head in _TERRITORIES:
            return main.text if main is not None and main.kind == "place" else spoken
        return None if head in _OFFICES else spoken

    def _subject(self, grammar: Grammar, index: int, subject: Phrase) -> tuple[str | None, bool]:
        """Who a verb's subject is, and whether that settles it."""
        head = grammar.lower(subject.head)
        before = min(index, subject.edge)
        if head in {"it", "he", "she", "they"}:
            return self._antecedent(grammar, before), True
        if head in words.PRONOUNS:
            return None, False
        name = grammar.whole_name(subject) or subject.owner
        if name is not None:
            return self._named(grammar, index, subject, name)
        if subject.owner_words:
            found = self._spoken(grammar, subject.owner_words, before, None)
            if found is not None:
                return found, True
        if head in words.GROUP_NOUNS and grammar.lower(subject.last) in {"put", "puts"}:
            # "Insurers put the loss at $3 million": their word, another's loss.
            return None, True
        group = head in words.GROUP_NOUNS or head in words.PUBLIC_NOUNS
        counted = grammar.sentence.kind(subject.head) == "mention"
        if group or (
            counted and _last_word(grammar.tokens[subject.head].text) in words.GROUP_NOUNS
        ):
            spoken = _without_article(grammar.text(subject.edge, subject.last))
            return self._group(spoken), spoken.lower() not in _BYSTANDERS
        if head in words.COMPANY_NOUNS and subject.edge < subject.first:
            return self._antecedent(grammar, before), True
        return None, False

    def _named(
        self, grammar: Grammar, index: int, subject: Phrase, name: Name
    ) -> tuple[str | None, bool]:
        """What a name in the subject settles; "exports to Chile" are not Chile's."""
        if self._listed(grammar, subject):
            return self._in_turn(grammar, index, subject), True
        if name.kind == "person":
            own = _verb_after(grammar, subject) in _OWN_ACTS
            return name.text if own else self._antecedent(grammar, index), True
        measured = name.kind == "place" and grammar.lower(subject.head) in words.METRIC_NOUNS
        if measured or _is_media(name):
            return None, False
        return name.text, True

    def _listed(self, grammar: Grammar, subject: Phrase) -> bool:
        """Whether a name is the last of several: "A, B and C rose" is nobody's alone."""
        before = subject.edge - 1
        if grammar.lower(before) not in {"and", "or", "&"}:
            return False
        number = grammar.sentence.number
        return any(self._names.at(number, before - step) for step in (1, 2))

    def _in_turn(self, grammar: Grammar, index: int, subject: Phrase) -> str | None:
        """Whose an amount is of "Acme and Birch got 5 and 3 respectively": the first the first."""
        number, sentence = grammar.sentence.number, grammar.sentence
        if not any(token.lower == "respectively" for token in grammar.tokens):
            return None
        kind = sentence.mentions[index].quantity.kind
        row = [i for i, m in sorted(sentence.mentions.items()) if m.quantity.kind == kind]
        listed = [o for o in self._names.by_sentence.get(number, ()) if o.start < subject.last]
        place = row.index(index) % len(listed)
        return listed[place].name.text if len(row) % len(listed) == 0 else None

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

    def _unowned(self, grammar: Grammar, index: int, metric: str) -> str | None:
        """Whose a metric is that no owner or subject names."""
        number = grammar.sentence.number
        bodies = self._bodies(number, index)
        among = self._among(grammar, index)
        if among is not None:
            return among
        if set(metric.lower().split()) & words.COMMODITIES:
            return None
        distinct = {id(name): name for name in bodies}
        if len(distinct) == 1:
            return bodies[0].text
        if distinct:
            return None
        after = self._names.by_sentence.get(number, ())
        for occurrence in after:
            if occurrence.start in {index + 2, index + 3} and occurrence.name.kind == "org":
                link = grammar.lower(index + 1)
                return occurrence.name.text if link in {"at", "for", "by"} else None
        spoken = set(metric.lower().split())
        if not spoken & words.METRIC_NOUNS or spoken & _NOBODYS:
            return None
        carried = self._carried(number)
        others = {o.name.text for o in after if o.name.kind == "org" and not _is_media(o.name)}
        return carried if others <= {carried} else None

    def _among(self, grammar: Grammar, index: int) -> str | None:
        """Whom the words right after an amount name: "5% of those given Acme", "5% in Oslo"."""
        link, end = grammar.lower(index + 1), index + 2
        if link not in {"of", "for", "at", "among", "in"}:
            return None
        tokens = grammar.tokens
        while end < len(tokens) and tokens[end].kind in {"word", "poss"}:
            if tokens[end].lower in {"and", "but", "or", "to", "from", "while", "after"}:
                break
            end += 1
        percent = grammar.sentence.mentions[index].quantity.kind == "percent"
        if link == "in":
            found = self._names.at(grammar.sentence.number, index + 2)
            place = found is not None and found.name.kind == "place" and percent
            return found.name.text if found and place else None
        body = grammar.body_in(index + 2, end) if percent else None
        return body.text if body else None

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
            and not _is_media(o.name)
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

    @staticmethod
    def _place_in(metric: str) -> str | None:
        parts = metric.split()
        for size in (3, 2, 1):
            head = " ".join(parts[:size])
            if len(parts) > size and head.lower() in known.COUNTRIES:
                return head
        return None


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


def _verb_after(grammar: Grammar, subject: Phrase) -> str | None:
    """The base of the verb that follows a subject, appositions looked over."""
    ends = range(subject.last, min(subject.last + 8, len(grammar.tokens)))
    at = next((i for i in ends if grammar.verb(i)), None)
    return None if at is None else verbs.VERBS[grammar.lower(at)]


def _is_media(name: Name) -> bool:
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


def _last_word(text: str) -> str:
    parts = text.lower().split()
    return parts[-1] if parts else ""


def _without_article(text: str) -> str:
    head, _, rest = text.partition(" ")
    return rest if head.lower() in {"the", "a", "an", "these", "those"} and rest else text
