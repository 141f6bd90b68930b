"""Amounts whose clause leaves words out: "sales $5 million and profit $1 million".

What is left out is taken from the amount of the same kind before; what is said anew, a noun or a
name, is never overruled by it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.engines.rules import lexicon as words
from summarizer.engines.rules import verbs
from summarizer.engines.rules.governed import MOVES, VerbReader
from summarizer.engines.rules.reading import Reading

if TYPE_CHECKING:
    from summarizer.engines.rules.phrases import Phrase

_AGAIN = frozenset(("compared", "versus", "vs", "against", "equivalent", "or", "from", "("))
_THAN = frozenset(("than", "versus", "vs", "against"))
_BESIDE = frozenset(("and", ",", ";", "but", "while"))
_HOLDING = frozenset(("get", "win", "hold", "own", "have", "take"))
_RELATIVE = frozenset(("more", "less", "fewer", "higher", "lower", "as", "above", "below"))


class EllipsisReader(VerbReader):
    """The rules for what a clause takes over from the one before."""

    def gapped(self) -> Reading | None:
        """Read "sales were $5 million and profit $1 million", "Acme holds 5% and Birch 3%"."""
        beside = self.index - 1
        if not self.told or not self.g.nominal(beside) or self.g.verb(beside):
            return None
        phrase = self.g.left(beside, 0)
        if phrase is None or self.g.lower(phrase.edge - 1) not in _BESIDE:
            return None
        if self.g.lower(phrase.head) in words.TIME_NOUNS:
            return None
        model = self._like()
        name = self.g.whole_name(phrase)
        if name is not None:
            bare = model and model.metric
            if not bare or name.kind != "org":
                return None
            return Reading(bare, phrase.edge, owner=name)
        last = self.told[-1]
        if not last.here or (model is None and self.g.lower(phrase.head) not in words.METRIC_NOUNS):
            return None
        said = self._words(phrase)
        model = model or last.reading
        _, bracket, share = model.metric.partition(" (share of ")
        if bracket and phrase.owner is None:
            said = f"{said}{bracket}{share}"
        if phrase.owner or phrase.owner_words:
            return Reading(said, phrase.edge, phrase.owner, phrase.owner_words)
        return model._replace(metric=said, first=phrase.edge)

    def elided(self) -> Reading | None:
        """Read "Acme's sales rose 5%; Birch's fell 3%": what Birch's is, the words before say."""
        verb = self._verb_at(self.index)
        at = self.index - 1 if verb is None else verb - 1
        while at >= self.clause.start and verb is not None and self._light_before(at):
            at -= 1
        if verb is not None and verbs.VERBS[self.g.lower(verb)] in _HOLDING:
            return self._share_too(verb)
        plural = verb is not None and self.g.lower(at) == "they"
        if plural and verb is not None and verbs.VERBS[self.g.lower(verb)] == "be":
            model = self._like()
            return model._replace(first=at) if model else None
        if at < self.clause.start or self.g.sentence.kind(at) != "poss":
            return None
        owner = self.g.left(at - 1, 0)
        model = self._like() or (self.told[-1].reading if self.told and verb is not None else None)
        if owner is None or model is None:
            return None
        name = self.g.whole_name(owner) or owner.owner
        spoken = self.g.text(owner.edge, owner.last)
        if name is not None and name.kind == "org":
            return Reading(model.metric, owner.edge, owner=name)
        return Reading(model.metric, owner.edge, owner=name, owner_words=spoken)

    def _share_too(self, verb: int) -> Reading | None:
        """Read "Ada Brenk won 54% of the vote; Juno Marsh got 41%"."""
        subject, model = self._subject(verb), self._like()
        if subject is None or model is None or "share of " not in model.metric:
            return None
        direct = all(self._slight(i) for i in range(verb + 1, self.index))
        if not direct or self.g.whole_name(subject) is None:
            return None
        return Reading(model.metric, subject.edge, subject=subject)

    def compared(self) -> Reading | None:
        """Read "…, up 5% from $3 million a year earlier": the same thing at another time."""
        before = self.g.lower(self.index - 1)
        if before == "," and self.g.lower(self.index + 1) in _RELATIVE and self.earlier:
            return self.earlier
        against = [t for t in self.told if t.here and t.at < self.clause.start]
        if before == "against" and not against:
            against = [t for t in self.told if t.here]
        alike = [t.reading for t in against if t.kind == self.kind and t.unit == self.unit]
        opening = self.g.lower(self.clause.start)
        bare = opening in _AGAIN or opening in MOVES or opening in {"significantly", "well"}
        if not (
            (before in _THAN and (before != "against" or alike))
            or (bare and self._verb(verbs.VERBS) in {None, "compare"})
        ):
            return None
        if not alike:
            return self._of_another(self.earlier) if self.earlier else None
        return self._of_another(self._paired(alike))

    def _paired(self, alike: list[Reading]) -> Reading:
        """Of "5% and 3%, against 4% and 2%" the first to the first, the second to the second."""
        mentions = self.g.sentence.mentions
        row = [
            i
            for i, m in mentions.items()
            if self.clause.start <= i < self.clause.end
            and (m.quantity.kind, m.quantity.unit) == (self.kind, self.unit)
        ]
        if self.index in row and 1 < len(row) <= len(alike):
            return alike[row.index(self.index) - len(row)]
        return alike[-1]

    def _of_another(self, reading: Reading) -> Reading:
        """Read "against 5% for Birch" as Birch's."""
        if self.g.lower(self.index + 1) not in {"for", "at"}:
            return reading
        phrase = self.g.right(self.index + 2, self.clause.end)
        if phrase is None or self.g.lower(phrase.head) in words.TIME_NOUNS:
            return reading
        name = self.g.body_in(phrase.edge, phrase.last)
        if name is not None:
            return Reading(reading.metric, reading.first, owner=name)
        return Reading(reading.metric, reading.first, owner_words=self._full(phrase))

    def foreseen(self) -> Reading | None:
        """Read "analysts had expected $3 million", "Birch sees $80": of the amount before."""
        verb = self._verb_at(self.index)
        if verb is None or self.g.lower(verb) not in verbs.EXPECTED_FORMS:
            return None
        if not all(self._slight(i) for i in range(verb + 1, self.index)):
            return None
        subject: Phrase | None = self._subject(verb)
        model = self._like()
        if subject is None or model is None:
            return None
        if self.g.lower(subject.head) in words.FORECASTERS:
            said = model.metric.removeprefix("expected ")
            base = verbs.EXPECTED_FORMS[self.g.lower(verb)]
            return model._replace(metric=f"{verbs.EXPECTED[base]} {said}", first=subject.edge)
        here = self.told[-1].here and self.g.whole_name(subject) is not None
        return model._replace(first=subject.edge) if here else None

    def _like(self) -> Reading | None:
        """The reading of the last amount of the same kind and unit before."""
        for told in reversed(self.told):
            if (told.kind, told.unit) == (self.kind, self.unit):
                return told.reading
        return None

    def _light_before(self, index: int) -> bool:
        lower = self.g.lower(index)
        return lower in words.AUXILIARIES or lower in words.ADVERBS
