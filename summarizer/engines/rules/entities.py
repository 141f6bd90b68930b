"""Whose a figure is: owners, subjects, and what "the company", "its" and "he" stand for.

Where the words leave it open the answer is None: no name is better than a wrong one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.engines.rules import lexicon as words
from summarizer.engines.rules import verbs
from summarizer.engines.rules.carrying import NOBODYS, Carrier, is_media
from summarizer.grounding import gazetteer as known

if TYPE_CHECKING:
    from summarizer.engines.rules.names import Name
    from summarizer.engines.rules.phrases import Grammar, Phrase
    from summarizer.engines.rules.reading import Reading

_BYSTANDERS = frozenset(
    "investors shareholders analysts economists households consumers customers traders forecasters "
    "employees workers staff".split()
)
_TERRITORIES = frozenset("state city county council town province region country".split())
_OFFICES = frozenset("bureau office commission committee department agency minister".split())
_ONLY_MACRO = frozenset(
    "inflation gdp unemployment joblessness payrolls population economy deficit surplus exports "
    "imports gilts treasuries".split()
)
_OWN_ACTS = frozenset("win earn score own hold get donate play collect receive".split())
"""What a person does for himself; anything else he does for a body."""


class Entities(Carrier):
    """Answers whose a figure is, for one article."""

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
        if measured or is_media(name):
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
        if not spoken & words.METRIC_NOUNS or spoken & NOBODYS:
            return None
        carried = self._carried(number)
        others = {o.name.text for o in after if o.name.kind == "org" and not is_media(o.name)}
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

    @staticmethod
    def _place_in(metric: str) -> str | None:
        parts = metric.split()
        for size in (3, 2, 1):
            head = " ".join(parts[:size])
            if len(parts) > size and head.lower() in known.COUNTRIES:
                return head
        return None


def _verb_after(grammar: Grammar, subject: Phrase) -> str | None:
    """The base of the verb that follows a subject, appositions looked over."""
    ends = range(subject.last, min(subject.last + 8, len(grammar.tokens)))
    at = next((i for i in ends if grammar.verb(i)), None)
    return None if at is None else verbs.VERBS[grammar.lower(at)]


def _last_word(text: str) -> str:
    parts = text.lower().split()
    return parts[-1] if parts else ""


def _without_article(text: str) -> str:
    head, _, rest = text.partition(" ")
    return rest if head.lower() in {"the", "a", "an", "these", "those"} and rest else text
