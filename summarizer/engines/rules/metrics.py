"""What an amount measures: the noun phrase that governs a mention, in the article's own words.

Each rule reads one construction ("profit of $3 million", "sales rose 5%", "a 5% rise in sales",
"spend $3 million on chips") and returns None where it does not stand there; the first that answers
wins. Fewer words are better than guessed ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.engines.rules import lexicon as words
from summarizer.engines.rules import verbs
from summarizer.engines.rules.ellipsis import EllipsisReader
from summarizer.engines.rules.governed import MOVES
from summarizer.engines.rules.reading import Reading, Told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.engines.rules.phrases import Grammar, Phrase

_LEANING = frozenset(("stake", "investment", "order", "contract", "loan", "bid", "tariff"))
_OF_COUNTS = frozenset(
    "loss creation addition order orders sale delivery deliveries fleet workforce network backlog "
    "shipment purchase closure".split()
)
_SHARING = frozenset(("supply", "make", "account", "represent", "provide", "generate", "be"))
_BODIES = words.COMPANY_NOUNS | words.GROUP_NOUNS | words.PUBLIC_NOUNS | words.PRONOUNS
_EARLIER = frozenset(("previous", "earlier", "prior", "original", "initial"))


def read_metric(
    grammar: Grammar, index: int, told: Sequence[Told], share_word: str | None
) -> Reading:
    """Read what the mention at token `index` measures.

    Args:
        grammar: The sentence.
        index: The mention's token.
        told: What was read of the amounts before it, in this sentence and the one before.
        share_word: What the article calls shares ("shares", "stock"), for "Acme rose 5%"; None
            where it speaks of none.
    """
    reader = _MetricReader(grammar, index, told, share_word)
    for rule in (
        reader.converted,
        reader.relative,
        reader.gapped,
        reader.elided,
        reader.gerund,
        reader.part,
        reader.noun_after,
        reader.counted,
        reader.worth,
        reader.noun_of,
        reader.moved,
        reader.compared,
        reader.foreseen,
        reader.governed,
        reader.nearest,
        reader.clause_head,
    ):
        reading = rule()
        if reading is not None and reading.metric:
            return reading
    return Reading("", index, certain=False)


class _MetricReader(EllipsisReader):
    """The rules, in the order of `read_metric`."""

    def converted(self) -> Reading | None:
        """Read "380 billion yuan ($53 billion)", "equivalent to $53 billion" as the same thing."""
        before = self.g.lower(self.index - 1)
        again = before == "(" and self.g.sentence.kind(self.index - 2) == "mention"
        if before in {"to", "with"}:
            again = self.g.lower(self.index - 2) in {"equivalent", "equal", "equals"}
        if before == "or":
            again = self.g.sentence.kind(self.index - 2) in {"mention", "punct"}
        return self.earlier if again and self.kind == "money" else None

    def relative(self) -> Reading | None:
        """Read "the $3 million that it lost" by the verb that follows."""
        at = self.index + 1
        if self.g.lower(at) == "that":
            at += 1
        spoken = self.g.lower(at) in words.PRONOUNS
        base = verbs.MONEY_VERBS.get(self.g.lower(at + 1)) if spoken else None
        if base is None:
            return None
        return Reading(verbs.NOMINAL[base], self.index, owner_words="its")

    def part(self) -> Reading | None:
        """Read "$3 million in revenue", "$3 million of debt", "12% of sales"."""
        after, high = self.index + 1, self.clause.end
        link = self.g.lower(after)
        if link in {"in", "of"}:
            phrase = self.g.right(after + 1, high)
            if phrase is None or self.g.lower(phrase.head) in words.TIME_NOUNS:
                return None
            if link == "of" and self.kind == "percent":
                return self._part_of(phrase)
            measured = self.g.lower(phrase.head) in words.METRIC_NOUNS
            money_verb = self._verb(verbs.MONEY_VERBS) not in {None, "raise", "lose", "earn"}
            return self._reading(phrase) if measured and (link == "of" or not money_verb) else None
        return None

    def noun_after(self) -> Reading | None:
        """Read "$3 million loss", "a 5% rise in sales", "more than double its value"."""
        after, high = self.index + 1, self.clause.end
        link = self.g.lower(after)
        if self.kind == "ratio" and link in words.DETERMINERS:
            doubled = self.g.right(after, high)
            return self._reading(doubled) if doubled else None
        if self.kind in {"count", "ordinal"} or not self.g.nominal(after):
            return None
        if self.g.lower(after) in words.TIME_NOUNS or self.g.verb(after):
            return None
        phrase = self._possessor(self.g.right(after, high))
        if phrase is None or self.g.lower(phrase.head) in words.TIME_NOUNS:
            return None
        whole = self._with_complement(phrase)
        if whole is not phrase:
            return self._reading(whole)
        if self.g.lower(phrase.head) in words.CHANGE_NOUNS and phrase.last - phrase.first == 1:
            return self._change(phrase)
        return self._reading(phrase)

    def _with_complement(self, phrase: Phrase) -> Phrase:
        """Read on after a noun that leans on the next: "rise in sales", "stake in Acme"."""
        noun, link = self.g.lower(phrase.head), self.g.lower(phrase.last)
        if link not in {"in", "of", "on", "for", "to"}:
            return phrase
        inner = self.g.right(phrase.last + 1, self.clause.end)
        if inner is None or self.g.lower(inner.head) in words.TIME_NOUNS:
            return phrase
        if noun in words.CHANGE_NOUNS and link in {"in", "of", "on"}:
            owner = inner.owner or phrase.owner
            return inner._replace(owner=owner, owner_words=inner.owner_words or phrase.owner_words)
        return phrase._replace(last=inner.last) if noun in _LEANING else phrase

    def counted(self) -> Reading | None:
        """Read the counted noun, with the verb if it tells: "300 jobs cut"."""
        if self.kind not in {"count", "measure", "age"}:
            return None
        mention = self.g.sentence.mentions[self.index]
        noun = mention.text[mention.core.end - mention.start :].strip(" -‑")
        if not noun or not noun[0].isalpha():
            noun = mention.text.lstrip("0123456789.,- ") if self.kind == "count" else ""
        noun = " ".join(w for w in noun.split() if w.lower() not in words.FUNCTION)
        before = self.g.lower(self.index - 1)
        if not noun or noun == mention.text or any(c.isdigit() for c in noun):
            return None
        suffered = self._undergone()
        if before in verbs.COUNT_VERBS:
            noun = f"{noun} {before}"
        elif suffered:
            noun = f"{noun} {suffered}"
        elif before == "of":
            whole = self.g.left(self.index - 2, self.clause.start)
            if whole and self.g.lower(whole.head) in _OF_COUNTS:
                return self._reading(whole, metric=f"{self._words(whole)} of {noun}")
        return Reading(noun, self.index, subject=self._subject())

    def _undergone(self) -> str | None:
        """The participle of "230 people have died", "900 homes were damaged"."""
        at = self.index + 1
        while self.g.lower(at) in words.AUXILIARIES:
            at += 1
        done = at > self.index + 1 and self.g.lower(at) in verbs.COUNT_VERBS
        return self.g.lower(at) if done else None

    def gerund(self) -> Reading | None:
        """Read "fined for laundering $3 million", where the verb is in no list."""
        lower = self.g.lower(self.index - 1)
        opens = self.g.lower(self.index - 2) in words.PREPOSITIONS
        plain = lower.endswith("ing") and lower not in verbs.VERBS and lower not in words.FUNCTION
        if not (opens and plain and len(lower) > 5) or lower in words.NOUNS_IN_ING:
            return None
        return Reading(lower, self.index - 1, subject=self._subject())

    def worth(self) -> Reading | None:
        """Read "40 jets worth $3 million" and "a contract worth $3 million"."""
        if self.g.lower(self.index - 1) != "worth":
            return None
        at = self.index - 2
        counted = self.g.sentence.mentions.get(at)
        if counted is None:
            phrase = self.g.chain(at, self.clause.start)
            return self._reading(phrase) if phrase else None
        noun = counted.text[counted.core.end - counted.start :].strip()
        return Reading(noun, at, subject=self._subject()) if noun else None

    def noun_of(self) -> Reading | None:
        """Read "profit of $3 million"; "a total of $3 million" is read as the bare amount."""
        link = self._back(self.index - 1, ("a", "an", "some", "just"))
        if self.g.lower(link) != "of":
            return None
        level = self.g.left(link - 1, self.clause.start)
        if level and self.g.lower(link - 1) in words.EMPTY_HEADS:
            leads = self.g.lower(level.edge - 1) in {"to", "at", "from", "by"}
            if leads and level.first == level.head:
                return self._priced(level.edge - 1) or self._governed_from(level.edge)
        phrase = self.g.chain(link - 1, self.clause.start)
        if phrase is None:
            return None
        noun = self.g.lower(phrase.head)
        if noun == "figure" and self.earlier:
            return self.earlier._replace(
                metric=f"{self.earlier.metric} ({self._words(phrase)})", first=phrase.edge
            )
        if noun in words.EMPTY_HEADS and phrase.head == phrase.first:
            return self._governed_from(phrase.edge)
        plain = all(self.g.lower(i) in _EARLIER for i in range(phrase.first, phrase.head))
        if noun in words.CHANGE_NOUNS and plain and self.g.lower(phrase.edge - 1) == ",":
            return self.earlier
        if noun in words.ESTIMATE_NOUNS and plain and self.earlier:
            return self.earlier._replace(metric=f"{self.earlier.metric} {noun}")
        reading = self._reading(phrase)
        if (
            self.earlier
            and self._compares(phrase.edge)
            and not (phrase.owner or phrase.owner_words)
        ):
            return self.earlier._replace(metric=reading.metric)
        return reading

    def moved(self) -> Reading | None:
        """Read "driving Acme's shares up 5%": the object is what moved."""
        at = self._back(self.index - 1, ("by", "to", "as", "much", "another", "some"))
        if self.g.lower(at) not in MOVES or not self.g.nominal(at - 1):
            return None
        phrase = self.g.chain(at - 1, self.clause.start)
        if phrase is None:
            return None
        name = self.g.whole_name(phrase)
        if name is not None and name.kind == "org":
            return Reading(self._share(phrase) or "", phrase.edge, owner=name)
        return self._reading(phrase)

    def nearest(self) -> Reading | None:
        """The nearest phrase of the clause whose head is a thing that is measured."""
        for at in range(self.index - 1, self.clause.start - 1, -1):
            if self.g.lower(at) in words.METRIC_NOUNS and not self.g.verb(at):
                phrase = self.g.chain(at, self.clause.start)
                if phrase:
                    phrase = self._with_parts(phrase)
                    return self._reading(phrase)._replace(certain=False)
        for at in range(self.index + 1, self.clause.end):
            if self.g.lower(at) in {",", "and", "but"}:
                break
            if self.g.lower(at - 1) == "per" or (at == self.index + 2 and self._each(at - 1)):
                continue
            if self.g.lower(at) in words.METRIC_NOUNS and not self.g.verb(at):
                phrase = self.g.left(at, self.index + 1)
                if phrase:
                    return self._reading(phrase)._replace(certain=False)
        return None

    def clause_head(self) -> Reading | None:
        """The first noun phrase of the clause, else the word before the amount."""
        if self.kind == "index_level" and self.unit == "point":
            return Reading("points", self.index, subject=self._subject(), certain=False)
        if self.g.lower(self.index - 1) == "aside":
            said = f"{self.g.lower(self.index - 2)} aside"
            return Reading(said, self.index, subject=self._subject(), certain=False)
        for at in (*range(self.clause.start, self.index), *range(self.index + 1, self.clause.end)):
            if self.g.nominal(at):
                phrase = self.g.right(at, self.clause.end)
                named = phrase and self.g.names.at(self.g.sentence.number, phrase.head)
                if phrase and not named:
                    return self._reading(phrase)._replace(certain=False)
        tokens = self.g.tokens[self.clause.start : self.index]
        spoken = [t.text for t in tokens if t.kind == "word" and t.lower not in words.FUNCTION]
        return Reading(" ".join(spoken[-2:]), self.index, certain=False) if spoken else None

    def _part_of(self, whole: Phrase) -> Reading:
        """Read "spending would reach 2.6% of GDP": what has the share, and of what."""
        share = f"share of {self._words(whole)}"
        subject = self._subject()
        if subject and self.g.lower(subject.head) in words.METRIC_NOUNS:
            return self._reading(subject, metric=f"{self._words(subject)} ({share})")
        if subject and self._verb(verbs.VERBS) in _SHARING and self._plain(subject):
            return self._reading(subject, metric=f"{self._words(subject)} ({share})")
        return self._reading(whole, metric=share)

    def _plain(self, subject: Phrase) -> bool:
        """Whether a subject is a thing, no name and nobody."""
        head = self.g.lower(subject.head)
        return self.g.whole_name(subject) is None and head not in _BODIES

    def _each(self, index: int) -> bool:
        return self.g.lower(index) in {"a", "an"}

    def _change(self, phrase: Phrase) -> Reading | None:
        """A bare "2.5% advance": of its owner, or of what the verb speaks of."""
        owner = phrase.owner
        if self.kind == "ratio":
            return self._reading(phrase)
        if owner is not None:
            last = owner.text.split()[-1].lower()
            metric = f"index {self.g.lower(phrase.head)}" if last == "index" else None
            return self._reading(phrase, metric=metric)
        subject = self._subject()
        if subject and self.g.lower(subject.head) in words.METRIC_NOUNS:
            return self._reading(subject, subject=subject)
        return self._reading(phrase, subject=subject)
