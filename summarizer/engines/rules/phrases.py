"""Noun phrases and subjects, read outwards from a token by the closed word classes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.engines.rules import lexicon as words
from summarizer.engines.rules import verbs
from summarizer.engines.rules.clauses import Clauses

if TYPE_CHECKING:
    from summarizer.engines.rules.names import Name

_LINKS = frozenset(("of", "in", "from", "for", "on", "at", "per"))
_AFTER_PARTICIPLE = _LINKS | {"by", "to", "during"}
_ELSEWHERE = frozenset(("to", "from", "on"))
"""Links after which a name is the other side: "exports to Acme" are not Acme's."""
_ASIDE = 12
"""The longest aside between commas that is looked over, in tokens."""
_CHAIN = 4
"""How many "of …", "in …" parts a subject may have."""


class Phrase(NamedTuple):
    """A noun phrase: tokens `first` to `last` (exclusive) without article and owner.

    Attributes:
        first: Its first token.
        last: The token after its last.
        edge: The first token with article and owner.
        head: The last token of its head noun: "revenue" in "revenue from AI products".
        owner: Whose it is, where that is a name: "Acme" in "Acme's revenue", "Acme revenue".
        owner_words: The words that say whose it is, where they are no name: "the company".
    """

    first: int
    last: int
    edge: int
    head: int
    owner: Name | None = None
    owner_words: str | None = None


class Grammar(Clauses):
    """Noun phrases and subjects of one sentence; all indices are of its tokens."""

    def left(self, index: int, low: int) -> Phrase | None:
        """The noun phrase whose last token is `index`, read back to `low`."""
        if index < low or not self._member(index):
            return None
        first = index
        while first > low and self._member(first - 1) and not self.verb(first - 1):
            if not self._modifies(first - 1):
                break
            first -= 1
        while first < index and self.sentence.kind(first) == "date":
            first += 1
        while first + 1 < index and self._says_when(first):
            first += 2
        phrase = Phrase(first, index + 1, first, index)
        before = self._before_dates(first - 1, low)
        if self.sentence.kind(before) == "poss":
            owner = self.left(before - 1, low)
            if owner is None:
                return phrase._replace(edge=before)
            return self._owned(phrase, owner)
        if self.lower(before) in words.POSSESSIVES:
            return phrase._replace(edge=before, owner_words=self.lower(before))
        if self.lower(before) in words.DETERMINERS:
            phrase = phrase._replace(edge=before)
        return self._split_names(phrase)

    def right(self, index: int, high: int) -> Phrase | None:
        """The noun phrase that begins at token `index`, its article first."""
        edge = index
        owner_words = None
        while index < high and self.lower(index) in words.DETERMINERS:
            if self.lower(index) in words.POSSESSIVES:
                owner_words = self.lower(index)
            index += 1
        while index < high and index > edge and self.sentence.kind(index) == "date":
            index += 1
        last = index
        while last < high and self.nominal(last) and not (last > index and self.verb(last)):
            last += 1
        if last == index:
            return None
        if self.sentence.kind(last) == "poss":
            inner = self.right(last + 1, high)
            owner = self._split_names(Phrase(index, last, edge, last - 1))
            return self._owned(inner._replace(edge=edge), owner) if inner else None
        phrase = Phrase(index, last, edge, last - 1, owner_words=owner_words)
        return self._split_names(phrase)

    def subject(self, verb: int, low: int) -> Phrase | None:
        """The noun phrase that a verb speaks of, asides and auxiliaries looked over."""
        index = verb - 1
        while index >= low and self._light(index):
            index -= 1
        index, aside = self._over_aside(index, low)
        if aside is not None:
            return aside
        if self.lower(index) in {"which", "that", "who"}:
            index -= 2 if self.lower(index - 1) == "," else 1
            low = 0
        if index < low:
            return None
        if self.lower(index) in words.PRONOUNS:
            return Phrase(index, index + 1, index, index)
        return self.chain(index, low)

    def chain(self, index: int, low: int) -> Phrase | None:
        """A noun phrase that ends at `index` with the ones that it depends on: "cost of gas"."""
        phrase = self.left(index, low)
        if phrase is None:
            return None
        last, head = phrase.last, phrase
        for _ in range(_CHAIN):
            link = self._before_dates(head.edge - 1, low)
            word = self.lower(link)
            if word == "and" and self.nominal(link - 1):
                other = self.left(link - 1, low)
                if other is None or not self._coordinates(other, head):
                    break
                head = other._replace(owner=other.owner or head.owner)
            elif (word in _LINKS or word == "to") and self.nominal(link - 1):
                outer = self.left(link - 1, low)
                if outer is None or (
                    word == "to" and self.lower(outer.head) not in words.METRIC_NOUNS
                ):
                    break
                if self.lower(head.head) in words.TIME_NOUNS:
                    last = outer.last
                owner, owner_words = outer.owner, outer.owner_words
                if owner is None and owner_words is None:
                    owner, owner_words = head.owner, head.owner_words
                    name = self.whole_name(head)
                    if owner is None and name and name.kind == "org" and word not in _ELSEWHERE:
                        owner = name
                head = outer._replace(owner=owner, owner_words=owner_words)
            elif (outer := self._over_participle(head, link, low)) is not None:
                last, head = outer.last, outer
            else:
                break
        return head._replace(last=last)

    def whole_name(self, phrase: Phrase) -> Name | None:
        """The name that the phrase is, or that it ends with: "its rival Acme"."""
        if phrase.head != phrase.last - 1:
            return None
        found = self.names.at(self.sentence.number, phrase.last - 1)
        if found and found.end == phrase.last and found.start >= phrase.first:
            return found.name
        return None

    def body_in(self, first: int, last: int) -> Name | None:
        """The first body named among tokens `first` to `last` (exclusive)."""
        for found in self.names.by_sentence.get(self.sentence.number, ()):
            if first <= found.start < last and found.name.kind == "org":
                return found.name
        return None

    def _over_participle(self, head: Phrase, link: int, low: int) -> Phrase | None:
        """Look over "… booked in the quarter" to the noun that it says more about."""
        if self.lower(link) not in _AFTER_PARTICIPLE:
            return None
        participle = self.lower(link - 1)
        if not participle.endswith(("ed", "en", "ung", "ade", "ld")) or not self.nominal(link - 2):
            return None
        named = self.whole_name(head) is not None
        time = self.lower(head.head) in words.TIME_NOUNS or head.first >= head.last
        return self.left(link - 2, low) if named or time else None

    def _member(self, index: int) -> bool:
        if self.sentence.kind(index) == "date":
            return True
        if self.sentence.kind(index) == "mention":
            kind = self.sentence.mentions[index].quantity.kind
            return self.compound(index) or kind in {"count", "ordinal"}
        return self.nominal(index) or self._joins_nouns(index)

    def _modifies(self, index: int) -> bool:
        """Whether a word that may be a verb or an adjective ("reported") is an adjective here."""
        if self.lower(index) not in verbs.ADJECTIVAL or self.lower(index) not in verbs.VERBS:
            return True
        if self.lower(index).endswith("ing"):
            return True  # "full-year operating profit"
        return not self.nominal(index - 1) and self.lower(index - 1) not in {",", ")", "—", "–"}

    def _says_when(self, index: int) -> bool:
        """Whether "last year", "next week" begins here."""
        after = self.lower(index + 1)
        return self.lower(index) in {"last", "next", "this"} and after in words.TIME_NOUNS

    def _joins_nouns(self, index: int) -> bool:
        found = self.names.at(self.sentence.number, index)
        return bool(found) or self.tokens[index].text in {"&", "/"}

    def _before_dates(self, index: int, low: int) -> int:
        while index >= low and self.sentence.kind(index) == "date":
            index -= 1
        return index

    def _owned(self, phrase: Phrase, owner: Phrase) -> Phrase:
        name = self.whole_name(owner) or owner.owner
        if name is not None and name.kind == "org":
            return phrase._replace(edge=owner.edge, owner=name)
        spoken = self.text(owner.edge, owner.last)
        return phrase._replace(edge=owner.edge, owner=name, owner_words=spoken)

    def _split_names(self, phrase: Phrase) -> Phrase:
        """Take a name off the front: "Acme cloud revenue" is Acme's."""
        found = self.names.at(self.sentence.number, phrase.first)
        if (
            found
            and found.start == phrase.first
            and found.end < phrase.last
            and found.name.kind == "org"
        ):
            return phrase._replace(first=found.end, owner=found.name)
        return phrase

    def _coordinates(self, other: Phrase, head: Phrase) -> bool:
        if self.lower(other.head) in words.TIME_NOUNS:
            return False  # "… in the quarter and Acme lost …"
        if self.lower(other.edge - 1) in _LINKS:
            return True
        both = self.lower(other.head), self.lower(head.head)
        return all(noun in words.METRIC_NOUNS for noun in both)

    def _light(self, index: int) -> bool:
        lower = self.lower(index)
        if self.sentence.kind(index) == "date":
            return True
        return (
            lower in words.AUXILIARIES
            or lower in words.ADVERBS
            or lower == "to"
            or (lower.endswith("ly") and lower not in words.NOT_LY)
            or (lower in verbs.SAY_VERBS and lower.endswith(("ed", "en", "st")))
            or (lower in verbs.CATENATIVE and self._before_to(index))
        )

    def _before_to(self, index: int) -> bool:
        """Whether "to" and a verb follow, adverbs between looked over."""
        following = index + 1
        while self.lower(following) in words.ADVERBS:
            following += 1
        return self.lower(following) == "to"

    def _over_aside(self, index: int, low: int) -> tuple[int, Phrase | None]:
        """Look over an apposition; one that is a name is itself what is spoken of."""
        opener = self.sentence.pairs.get(index)
        if opener is not None and opener < index:
            return opener - 1, None
        if self.lower(index) != ",":
            return index, None
        for start in range(index - 1, max(low, index - _ASIDE) - 1, -1):
            counted = self.sentence.kind(start) == "mention"
            if counted and self.lower(start - 1) == "," and start == index - 1:
                # "Ada Brenk, 51, won": an age is an aside of its own.
                return self._over_aside(start - 1, low)
            if self.verb(start) or counted:
                break
            if self.lower(start) == ",":
                found = self.names.at(self.sentence.number, start + 1)
                if found and found.end == index and found.name.kind != "place":
                    return start - 1, Phrase(start + 1, index, start + 1, index - 1)
                return start - 1, None
        return index, None
