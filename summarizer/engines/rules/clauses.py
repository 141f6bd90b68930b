"""One sentence with what its words are used as, and where its clauses begin and end."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.engines.rules import lexicon as words
from summarizer.engines.rules import verbs

if TYPE_CHECKING:
    from summarizer.engines.rules.names import Names
    from summarizer.engines.rules.tokens import Sentence

_HARD = frozenset(";:!?")
_RELATIVE = frozenset(("which", "who", "whose", "where"))
_RELATIVE_SPAN = 20
_BUT_BY = words.PREPOSITIONS - {"by"}
_BUT_TO = words.PREPOSITIONS - {"to"}
_TELLS = frozenset(("reported", "estimated", "projected", "planned", "proposed"))
_BEFORE_VERBS = words.AUXILIARIES | words.PRONOUNS


class Clause(NamedTuple):
    """Tokens `start` to `end` (exclusive) of a sentence."""

    start: int
    end: int


class Clauses:
    """Word classes and clauses of one sentence; all indices are of its tokens."""

    def __init__(self, sentence: Sentence, names: Names) -> None:
        self.sentence = sentence
        self.names = names
        self.tokens = sentence.tokens
        self._lowers = [token.lower for token in sentence.tokens]
        self._clauses: dict[int, Clause] = {}
        self._verbs: dict[int, bool] = {}
        self._pair_relative_clauses()

    def lower(self, index: int) -> str:
        """The token at `index` in lower case; empty outside the sentence."""
        return self._lowers[index] if 0 <= index < len(self._lowers) else ""

    def text(self, first: int, last: int) -> str:
        """The sentence's words from token `first` to `last` (exclusive), as they stand."""
        if first >= last:
            return ""
        start = self.tokens[first].start - self.sentence.start
        return self.sentence.text[start : self.tokens[last - 1].end - self.sentence.start]

    def compound(self, index: int) -> bool:
        """Whether a mention is an adjective: "the 10-year note"."""
        text = self.tokens[index].text
        return "-" in text and " " not in text

    def nominal(self, index: int) -> bool:
        """Whether the token may be a noun or an adjective."""
        if not 0 <= index < len(self.tokens):
            return False
        token = self.tokens[index]
        if token.kind != "word":
            return False
        lower = token.lower
        if token.capital and self.names.at(self.sentence.number, index):
            return True
        if lower in words.AMBIGUOUS_NOUNS or lower in words.METRIC_NOUNS:
            return True
        if lower in words.FUNCTION or lower in verbs.VERBS:
            return lower in verbs.ADJECTIVAL
        if lower.endswith("ly"):
            return lower in words.NOT_LY
        if lower.endswith(("ed", "ing")) and not token.capital and "-" not in lower:
            if lower in verbs.ADJECTIVAL or lower in words.NOUNS_IN_ING or len(lower) < 5:
                return True
            # "orders for packaging tools": between a preposition and a noun it is an adjective.
            return (
                lower.endswith("ing")
                and self.lower(index - 1) in _BUT_BY
                and self.lower(index + 1) not in words.FUNCTION
                and self.sentence.kind(index + 1) == "word"
            )
        return True

    def verb(self, index: int) -> bool:
        """Whether the token is used as a verb, as far as the words around it tell."""
        known = self._verbs.get(index)
        if known is None:
            known = self._verbs[index] = self._is_verb(index)
        return known

    def _is_verb(self, index: int) -> bool:
        lower = self.lower(index)
        if lower not in verbs.VERBS or self.sentence.kind(index) != "word":
            return False
        unclear = lower in words.AMBIGUOUS_NOUNS or lower in verbs.ADJECTIVAL
        return not unclear or self._acts(index)

    def _acts(self, index: int) -> bool:
        """Whether a form that is a verb or a noun is a verb here."""
        lower, before = self.lower(index), self.lower(index - 1)
        if before in words.DETERMINERS or before in _BUT_TO:
            return False
        if before in {",", ")"} and lower in _TELLS:
            return True  # "Acme, a maker of trams, reported sales of"
        after = self.sentence.kind(index + 1)
        determined = self.lower(index + 1) in words.DETERMINERS
        if before == "to" or before in _BEFORE_VERBS or determined:
            return True
        named = self.names.at(self.sentence.number, index - 1)
        if named and (after == "mention" or lower.endswith("ed")):
            return True
        plural = before.endswith("s") and not lower.endswith("s") and self.nominal(index - 1)
        if plural and self.nominal(index + 1) and not self.verb(index + 1):
            return True  # "trials cut costs": a plural before and an object after
        if lower in verbs.CAUSE_VERBS and self._moves_object(index):
            return True
        if named and lower in verbs.SAY_VERBS and self._capital(index + 1):
            return True
        moves = lower in verbs.CHANGE_VERBS or lower in verbs.CAUSE_VERBS
        beside = self.lower(index + 1) in {"by", "to", "from", "at"}
        return after == "mention" or (moves and beside)

    def _capital(self, index: int) -> bool:
        return index < len(self.tokens) and self.tokens[index].capital

    def _moves_object(self, index: int) -> bool:
        """Whether an object and "by" an amount follow: "the drug cut severe cases by 5%"."""
        at = index + 1
        while at < index + 6 and self.nominal(at) and not self.verb(at):
            at += 1
        return at > index + 1 and self.lower(at) == "by" and self.sentence.kind(at + 1) == "mention"

    def clause(self, index: int) -> Clause:
        """The clause that token `index` stands in; asides between dashes are looked over."""
        if index not in self._clauses:
            self._clauses[index] = self._read_clause(index)
        return self._clauses[index]

    def _read_clause(self, index: int) -> Clause:
        start = index
        while start > 0:
            before = start - 1
            opener = self.sentence.pairs.get(before)
            if opener is not None:
                if opener > before:
                    break  # the token stands inside the aside
                start = opener
                continue
            if self._opens_clause(before):
                break
            start -= 1
        end = index + 1
        while end < len(self.tokens):
            closer = self.sentence.pairs.get(end)
            if closer is not None and closer < end:
                break
            if closer is not None:
                end = closer + 1
                continue
            if self._opens_clause(end):
                break
            end += 1
        return Clause(start, end)

    def _opens_clause(self, index: int) -> bool:
        token = self.tokens[index]
        if token.kind == "punct":
            if token.text in _HARD or token.text in "—–":
                return True
            if token.text != ",":
                return False
            after = self.lower(index + 1)
            if after in words.COMMA_STARTERS:
                return True
            return after.endswith("ing") and after not in words.NOUNS_IN_ING
        if token.lower == "that":
            return self.lower(index - 1) in verbs.SAY_VERBS
        return token.lower in words.SUBORDINATORS

    def _pair_relative_clauses(self) -> None:
        """Note ", which … ," before a verb as an aside, like brackets."""
        tokens, pairs = self.tokens, self.sentence.pairs
        for opener, token in enumerate(tokens):
            if token.text != "," or self.lower(opener + 1) not in _RELATIVE or opener in pairs:
                continue
            for closer in range(opener + 3, min(opener + _RELATIVE_SPAN, len(tokens) - 1)):
                if tokens[closer].text == "," and self.verb(closer + 1):
                    pairs[opener], pairs[closer] = closer, opener
                    break
