"""Amounts under a verb: "sales rose 5%", "raised its forecast to $3 million"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.engines.rules import lexicon as words
from summarizer.engines.rules import verbs
from summarizer.engines.rules.reading import MAX_WORDS, Reader, Reading
from summarizer.grounding import gazetteer as known

if TYPE_CHECKING:
    from summarizer.engines.rules.names import Name
    from summarizer.engines.rules.phrases import Phrase

MOVES = frozenset(("up", "down", "higher", "lower"))
_SPEAKS_OF_SUBJECT = frozenset(verbs.CHANGE_VERBS.values()) | frozenset(verbs.LEVEL_VERBS.values())
_SPEAKS_OF_SUBJECT |= frozenset(
    "be raise cut lower lift boost see trim reduce value price estimate forecast project expect "
    "bring book help put set".split()
)
_AGENTS = words.PRONOUNS | words.COMPANY_NOUNS | words.GROUP_NOUNS
_GIVING = frozenset(("pay", "owe", "offer", "award", "grant", "cost", "save", "lend"))
_TRADING = frozenset(("buy", "sell", "purchase", "acquire", "offer", "issue"))
_AFTER_OBJECT = frozenset(("by", "to", "from", "at"))


class VerbReader(Reader):
    """The rules over the verb that governs a mention."""

    def governed(self) -> Reading | None:
        """Read "sales rose 5%", "raised its forecast to $3 million", "spent $3 million"."""
        return self._governed_from(self.index)

    def _governed_from(self, index: int) -> Reading | None:
        """The reading by the verb before token `index`, where the amount begins."""
        verb = self._verb_at(index)
        if verb is None:
            return self._verbless(index)
        base = verbs.VERBS[self.g.lower(verb)]
        subject = self._subject(verb)
        if verb == self.clause.start and self.g.lower(verb).endswith("ing"):
            beyond = self._measured_before(verb) if base in verbs.LEVEL_VERBS else None
            if beyond is not None:
                return self._reading(beyond, subject=subject)
        link = self._back(index - 1, ("a", "an", "the", "about"))
        direct = link == verb or all(self._slight(i) for i in range(verb + 1, link + 1))
        priced = self._priced(link)
        if priced is not None:
            return priced
        if direct and self.g.lower(verb) in verbs.MONEY_VERBS:
            money = self._money(verb, subject)
            if money is not None:
                return money
        thing = None if direct else self.g.right(verb + 1, index)
        if thing is not None:
            settled, reading = self._of_object(verb, thing, link, index)
            if settled:
                return reading
        if base == "add":
            gained = self._added_to()
            if gained is not None:
                return gained
        return self._of_subject(subject, verb) if base in _SPEAKS_OF_SUBJECT else None

    def _of_object(
        self, verb: int, thing: Phrase, link: int, index: int
    ) -> tuple[bool, Reading | None]:
        """Read a verb with an object before the amount; and whether that settles the matter."""
        subject = self._subject(verb)
        traded = self._traded(verb, thing, link, subject)
        if traded is not None:
            return True, traded
        foreseen = self.g.lower(verb) in verbs.EXPECTED_FORMS
        if foreseen and self.g.lower(link) == "at" and thing.last <= link:
            other = self.g.whole_name(thing) or self.g.lower(thing.head) in words.COMMODITIES
            return True, self._reading(thing, subject=thing if other else subject)
        last = self._over_parts(thing.last, index)
        if self.g.lower(verb) in verbs.CAUSE_VERBS and self.g.lower(last) in _AFTER_OBJECT | MOVES:
            return True, self._reading(thing._replace(last=last), subject=subject)
        return self.g.lower(thing.head) not in words.TIME_NOUNS, None

    def _added_to(self) -> Reading | None:
        """Read "adds $3 million to the bill" as the bill's."""
        at = self.index + 1
        while self.g.lower(at) in {"a", "per", "each"} or self.g.lower(at) in words.TIME_NOUNS:
            at += 1
        thing = self.g.right(at + 1, self.clause.end) if self.g.lower(at) == "to" else None
        if thing is None:
            return None
        return self._reading(thing._replace(last=self._over_parts(thing.last, self.clause.end)))

    def _of_subject(self, subject: Phrase | None, verb: int) -> Reading | None:
        if subject is None:
            return None
        name = self.g.whole_name(subject)
        if name is not None and name.kind == "org":
            return self._company_moved(subject, name, verb)
        noun = self.g.lower(subject.head)
        if noun in _AGENTS:
            return None
        return self._reading(subject, subject=subject)

    def _company_moved(self, subject: Phrase, name: Name, verb: int) -> Reading | None:
        """Read "Acme rose 5%": its shares, if the article speaks of shares."""
        if self._is_index(name):
            last = name.text.split()[-1].lower()
            metric = "index" if last == "index" else name.text
            return Reading(metric, subject.edge, owner=name)
        if self.kind != "percent" or self.g.lower(verb) not in verbs.CHANGE_VERBS:
            return None
        share = self._share(subject)
        return Reading(share or self.g.lower(verb), subject.edge, owner=name, certain=bool(share))

    @staticmethod
    def _is_index(name: Name) -> bool:
        lower = name.text.lower()
        return lower in known.INDICES or lower.split()[-1] in {"index", "average", "composite"}

    def _money(self, verb: int, subject: Phrase | None) -> Reading | None:
        """The amount is the object of a verb of money."""
        base = verbs.MONEY_VERBS[self.g.lower(verb)]
        if base == "raise" and subject and self.g.lower(subject.head) in words.METRIC_NOUNS:
            return None
        if base == "aim":
            return Reading("target", verb, subject=subject)
        added = self.g.lower(self.index + 1) in {"more", "less"} and base in {"charge", "pay"}
        if self.kind not in {"money", "ratio"} and not added:
            return None
        noun = verbs.NOMINAL[base]
        if base == "value":
            if self.g.lower(verb + 1) in {"it", "them"}:
                return Reading(noun, verb)  # what "it" is stands in no subject
            return Reading(noun, verb, subject=subject)
        link = self.g.lower(self.index + 1)
        if link in {"in", "on", "into", "for", "to", "towards", "toward"}:
            thing = self.g.right(self.index + 2, self.clause.end)
            purpose = link == "to" and base in {"need", "seek", "ask"}
            if thing and not purpose and self.g.lower(thing.head) not in words.TIME_NOUNS:
                whole = self._coordinated(thing)
                said = self.g.text(whole.edge, whole.last)
                if said and len(said.split()) <= MAX_WORDS:
                    return Reading(f"{noun} {link} {said}", verb, subject=subject)
        return Reading(noun, verb, subject=subject)

    def _traded(
        self, verb: int, thing: Phrase, link: int, subject: Phrase | None
    ) -> Reading | None:
        """Read "bought Acme for $3 million", "valued it at $3 million", "fined Acme $3 million"."""
        base = verbs.VERBS[self.g.lower(verb)]
        preposition = self.g.lower(link)
        if self.kind != "money":
            return None
        name = self.g.whole_name(thing) or thing.owner
        if preposition == "for" and base in {"buy", "acquire", "purchase", "sell"}:
            noun = {"buy": "purchase", "sell": "sale"}.get(base, "acquisition")
            # What is paid for a body is that body's price.
            body = self.g.whole_name(thing)
            return Reading(f"{noun} of {self._full(thing)}", verb, owner=body, subject=subject)
        if preposition == "at" and base in {"value", "price"}:
            return Reading(verbs.NOMINAL[base], verb, owner=name, owner_words=self._full(thing))
        if base in _GIVING and thing.last == self.index:
            return Reading(verbs.NOMINAL[base], verb, subject=subject)
        if base == "fine" and thing.last == self.index:
            return Reading("fine", verb, owner=name, owner_words=self._full(thing))
        return None

    def _priced(self, link: int) -> Reading | None:
        """Read "sold 5,000 shares at $3" as the price of each."""
        verb = self._verb_at(link)
        if verb is None or self.kind != "money" or self.g.lower(link) != "at":
            return None
        mentions = self.g.sentence.mentions
        counted = any(verb < i < link and m.quantity.kind == "count" for i, m in mentions.items())
        if not counted or verbs.VERBS[self.g.lower(verb)] not in _TRADING:
            return None
        average = self.g.lower(self.index - 2) == "average" and self.g.lower(self.index - 1) == "of"
        said = "average price" if average else "price"
        return Reading(said, verb, subject=self._subject(verb))

    def _verbless(self, index: int) -> Reading | None:
        """A clause without a verb: "revenue up 5%", "exceeding $3 million", "worth $3 million"."""
        at = self._back(index - 1, ("worth", "at", "by", "to", "up", "down", "about", ":", ","))
        if at >= self.clause.start and at < index - 1 and self.g.nominal(at):
            phrase = self.g.chain(at, self.clause.start)
            if phrase and self.g.whole_name(phrase) is None:
                return self._reading(phrase)
        if self.clause.start and self.earlier is None:
            verb = self._verb_at(self.clause.start, low=0)
            if verb is not None and self._back(index - 1, ("by", "up", "down")) < self.clause.start:
                return self._of_subject(self._subject(verb, low=0), verb)
        return None
