"""What is read of a mention, and the ways of reading that every rule shares."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.engines.rules import lexicon as words
from summarizer.engines.rules import verbs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.engines.rules.clauses import Clause
    from summarizer.engines.rules.names import Name
    from summarizer.engines.rules.phrases import Grammar, Phrase

MAX_WORDS = 8
_KNOWN = words.METRIC_NOUNS | words.EMPTY_HEADS | words.CHANGE_NOUNS | words.GROUP_NOUNS
_PLAIN = frozenset(
    "house home net gross core annual quarterly monthly average total pre-tax headline underlying "
    "energy food broadcast matchday free retail wholesale household corporate public private "
    "domestic foreign new global cloud fuel refinery labour labor first second third".split()
)
"""Adjectives that open a metric; any other word keeps its capital, which may be a name's."""


class Reading(NamedTuple):
    """What a mention measures and the words that say so.

    Attributes:
        metric: The noun phrase; empty where no rule answered.
        first: The first token that the reading rests on, for the quote.
        owner: Whose it is, where a name says so.
        owner_words: Whose it is, where other words say so: "its", "the company".
        subject: What the governing verb speaks of, for whose it is when nothing else says so.
        certain: Whether a construction was recognised, or words near by were taken.
    """

    metric: str
    first: int
    owner: Name | None = None
    owner_words: str | None = None
    subject: Phrase | None = None
    certain: bool = True


class Told(NamedTuple):
    """What was read of an amount before.

    Attributes:
        at: Its token.
        kind: The kind of its quantity.
        unit: The unit of its quantity.
        reading: What was read.
        here: Whether it stands in the same sentence; else the reading holds no phrase.
    """

    at: int
    kind: str
    unit: str | None
    reading: Reading
    here: bool


class Reader:
    """One mention in its sentence, and the steps that the rules are made of."""

    def __init__(
        self, grammar: Grammar, index: int, told: Sequence[Told], share_word: str | None
    ) -> None:
        self.g = grammar
        self.index = index
        self.told = told
        self.earlier = told[-1].reading if told and told[-1].here else None
        self.share_word = share_word
        self.clause: Clause = grammar.clause(index)
        quantity = grammar.sentence.mentions[index].quantity
        self.kind, self.unit = quantity.kind, quantity.unit

    def _reading(
        self, phrase: Phrase, *, subject: Phrase | None = None, metric: str | None = None
    ) -> Reading:
        said = self._words(phrase) if metric is None else metric
        if metric is None and self.g.lower(phrase.head) in words.TIME_NOUNS:
            said = ""
        subject = subject or self._subject()
        if subject and said and self.g.lower(subject.head) in words.FORECASTERS:
            verb = self._verb(verbs.EXPECTED_FORMS)
            if verb is not None:
                said, subject = f"{verbs.EXPECTED[verb]} {said}", None
        first = min(phrase.edge, self.index)
        return Reading(said, first, phrase.owner, phrase.owner_words, subject)

    def _words(self, phrase: Phrase) -> str:
        """A phrase as a metric: no more than `MAX_WORDS` words, the head's own kept."""
        first, last = phrase.first, phrase.last
        inner = next((i for i in range(first, last) if self._apart(i)), None)
        if inner is not None:
            first, last = (first, inner) if inner > phrase.head else (inner + 1, last)
        if last - first > MAX_WORDS:
            last = phrase.head + 1
            first = max(first, last - MAX_WORDS // 2)
        while first < last and self.g.lower(last - 1) in words.FUNCTION:
            last -= 1
        if first >= last:
            return ""
        said = self.g.text(first, last).strip(" ,’'")
        opens = first == 0 and not self.g.names.at(self.g.sentence.number, first)
        if opens and _common(said):
            said = said[0].lower() + said[1:]
        return " ".join(said.split())

    def _apart(self, index: int) -> bool:
        """Whether a token is an amount or a date of its own, no "ten-year" of a phrase."""
        kind = self.g.sentence.kind(index)
        return kind == "date" or (kind == "mention" and not self.g.compound(index))

    def _full(self, phrase: Phrase) -> str:
        return self.g.text(phrase.edge, phrase.last).removeprefix("the ")

    def _share(self, near: Phrase) -> str | None:
        """What this sentence calls shares, else what the article calls them."""
        for at in range(near.edge - 1, -1, -1):
            if self.g.lower(at) in words.SHARE_NOUNS:
                priced = self.g.lower(at + 1) in {"price", "prices"}
                return self.g.text(at, at + 1 + priced).lower()
        return self.share_word

    def _coordinated(self, phrase: Phrase) -> Phrase:
        """Read "infrastructure and services": the second part too, where it is a bare noun."""
        if self.g.lower(phrase.last) == "and" and self.g.nominal(phrase.last + 1):
            other = self.g.right(phrase.last + 1, self.clause.end)
            if other and not self.g.verb(other.last) and other.last - other.first <= 2:
                return phrase._replace(last=other.last)
        return phrase

    def _with_parts(self, phrase: Phrase) -> Phrase:
        """Read "spending on chips": the part that a metric noun before the amount governs."""
        last = self._over_parts(phrase.last, self.index)
        return phrase._replace(last=last)

    def _over_parts(self, at: int, high: int) -> int:
        if self.g.lower(at) in {"on", "of", "for", "in"}:
            inner = self.g.right(at + 1, high)
            if inner and self.g.lower(inner.head) not in words.TIME_NOUNS:
                return min(self._coordinated(inner).last, high)
        return at

    def _measured_before(self, index: int) -> Phrase | None:
        """The nearest thing measured before a token: what ", exceeding $3 million" speaks of."""
        for at in range(index - 1, max(-1, index - 12), -1):
            if self.g.lower(at) in words.METRIC_NOUNS and not self.g.verb(at):
                return self.g.left(at, 0)
        return None

    def _compares(self, index: int) -> bool:
        """Whether a phrase is held against the one before: "higher than the budget of"."""
        before = self.g.lower(index - 1)
        return before in {"than", "versus", "against"} or self.g.lower(index - 2) == "compared"

    def _possessor(self, phrase: Phrase | None) -> Phrase | None:
        """Whose a phrase after the amount is, by the words before it: "Acme's 2.5% advance"."""
        if phrase is None:
            return None
        before = self.index - 1
        if self.g.sentence.kind(before) == "poss":
            owner = self.g.left(before - 1, 0)
            if owner:
                name = self.g.whole_name(owner) or owner.owner
                spoken = self.g.text(owner.edge, owner.last)
                return phrase._replace(edge=owner.edge, owner=name, owner_words=spoken)
        if self.g.lower(before) in words.POSSESSIVES:
            return phrase._replace(edge=before, owner_words=self.g.lower(before))
        return phrase

    def _back(self, at: int, skipped: tuple[str, ...]) -> int:
        while at >= 0 and (self.g.lower(at) in skipped or self.g.sentence.kind(at) == "date"):
            at -= 1
        return at

    def _slight(self, index: int) -> bool:
        """Whether a token between verb and amount leaves the amount the verb's object."""
        lower = self.g.lower(index)
        kind = self.g.sentence.kind(index)
        if kind in {"date", "mention"} or lower in words.TIME_NOUNS:
            return True
        return (lower in words.FUNCTION and lower not in {"which", "that", "and"}) or (
            lower.endswith("ly")
            or lower
            in {
                "additional",
                "further",
                "estimated",
                "original",
                "previous",
                "initial",
                "prior",
            }
        )

    def _verb_at(self, index: int, low: int | None = None) -> int | None:
        start = self.clause.start if low is None else low
        return next((i for i in range(index - 1, start - 1, -1) if self.g.verb(i)), None)

    def _verb(self, among: dict[str, str]) -> str | None:
        at = self._verb_at(self.index)
        return among.get(self.g.lower(at)) if at is not None else None

    def _subject(self, verb: int | None = None, low: int | None = None) -> Phrase | None:
        """What the governing verb speaks of; a clause without a subject takes the one before."""
        if verb is None:
            verb = self._verb_at(self.index)
        start = self.clause.start if low is None else low
        if verb is None:
            verb, start = self._verb_at(self.clause.start, low=0), 0
        if verb is None:
            return None
        subject = self.g.subject(verb, start)
        for _ in range(3):
            if subject is not None or verb is None:
                break
            verb = self._verb_at(verb, low=0)
            subject = self.g.subject(verb, 0) if verb is not None else None
        return subject


def _common(said: str) -> bool:
    """Whether a phrase begins with a word that has its capital from the sentence alone."""
    head = said.split(maxsplit=1)[0].lower()
    return head in _KNOWN or head in verbs.ADJECTIVAL or head in words.MACRO_NOUNS or head in _PLAIN
