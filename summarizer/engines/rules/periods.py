"""When a figure holds: an expression of time of its clause or sentence, in the article's words.

Where a sentence has none, what a report is about goes on for its results ("Revenue rose 6% in the
first quarter. The margin was 7%."), and the day of trading for prices.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.engines.rules import lexicon as words
from summarizer.engines.rules import verbs
from summarizer.engines.rules.openings import dateline_end
from summarizer.engines.rules.period_words import Expression, expressions
from summarizer.grounding import gazetteer as known

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.engines.rules.clauses import Clause
    from summarizer.engines.rules.phrases import Grammar
    from summarizer.engines.rules.reading import Reading
    from summarizer.engines.rules.tokens import Sentence
    from summarizer.models import Basis

_APPOSITION = re.compile(r", (?:its|their|the|a|an)\b")
_REPORTED = frozenset(
    "say said says state stated announce announced announces tell told report reported reports "
    "post posted release released publish published present presented statement unveil unveiled "
    "agree agreed disclose disclosed show showed wrote write confirm confirmed launch launched "
    "warn warned estimate estimated predict predicted call called".split()
)
_LEAD = 4
"""In how many first sentences what a report is about is looked for."""
_REACH = 12
"""How many sentences a period is carried on over."""
_RESULTS = frozenset(
    "revenue revenues sales turnover profit profits loss losses income earnings ebitda ebit margin "
    "margins orders deliveries shipments volumes passengers bookings charge dividend eps output "
    "production costs impairment inflation gdp spending exports imports growth economy prices "
    "unemployment increase payrolls construction consumption investment wages retail".split()
)
"""What a report tells of its period."""
_REPORTING = re.compile(
    r"\d{4}[-–/]\d\d|quarter|half|months|\bFY|fiscal|financial year|year to|year ended|festive"
    r"|Christmas|full[- ]year|\bQ[1-4]|\bH[12]"
    r"|^(?:the )?(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)(?: \d{4})?$"
)
_CONTRAST = re.compile(r"\b(?:compared (?:with|to)|against|versus|from|than)\b(?:[^;.]|\.\d)*$")
"""Before an expression: what is said of that time is held against what is told."""
_NEAR = 160
"""How far back a comparison opens, in characters."""
_FISCAL = re.compile(r"\d{4}[-–/]\d\d")
_HAD_EXPECTED = re.compile(
    r"\b(?:had|were|than) (?:been )?(?:expect|forecast|predict|look|hop|pencill|estimat)"
)
_FORESEEN = re.compile(r"\b(?:expects?|forecasts?|outlook|guidance|targets?|predicts?|aims?)\b")
"""What such a sentence says of a time is no report of it."""
_AHEAD = re.compile(r"\b(?:next|coming|this|by|until)\b|^over |^within |^for |^in ")
_CLOSE = re.compile(r"\bclos(?:e|ed|ing)\b|['’]s?\Z")
"""A day whose close is what something is held against."""
_CLOSING = 30
_BACK = 16
"""How many words before a day its verb may stand."""
_BY_MONTH = frozenset("rate rates price prices".split())
"""What is told by the day and by the month; a day is not carried on to it."""
_PRICED = frozenset(("percent", "money", "index_level", "other", "basis_point"))
_PRESENT = frozenset(("are", "have", "now", "will", "expect", "plan"))
_PAST_IN_S = frozenset(("was",))
_RIGHT_AFTER = 2
"""Within how many characters an expression follows its amount, whatever clause it opens."""
_TIMED = frozenset(("plain", "prior", "since"))
_OLD = frozenset(("from", "against", "versus", "vs", "than"))


class Periods:
    """Answers when a figure holds, for one article."""

    def __init__(self, sentences: Mapping[int, Sentence], title: str | None) -> None:
        self._sentences = sentences
        self._numbers = sorted(sentences)
        self._frames: dict[int, str | None] = {}
        self._heading = next(iter(_reported(expressions(title or ""))), None)
        self._day = self._trading_day()

    def of(self, grammar: Grammar, index: int, reading: Reading, basis: Basis) -> str | None:
        """When the mention at token `index` holds; None where the article leaves it open."""
        sentence = grammar.sentence
        measured = set(reading.metric.lower().split())
        daily = _daily(reading.metric)
        own = read_period(grammar, index, grammar.clause(index), daily=daily)
        if own == "now" and basis == "forecast":
            own = None  # "now expects": when it is said
        if own is not None or grammar.lower(index - 1) in _OLD:
            return own
        found = expressions(sentence.text)
        here = [e for e in found if not _contrasted(sentence, e)]
        if daily and basis == "stated" and not measured & _BY_MONTH:
            moved = sentence.mentions[index].quantity.kind in _PRICED
            return self._day if moved and not any(e.sort in _TIMED for e in here) else None
        if not measured & _RESULTS or any(e.sort in {"plain", "since"} for e in here):
            return None
        frame = self._frame(sentence.number)
        expected = _HAD_EXPECTED.search(sentence.text) or (frame and _FISCAL.search(frame))
        return frame if basis == "stated" or expected else None

    def _frame(self, number: int) -> str | None:
        """What the results of a sentence that names no time are of."""
        for earlier in range(number - 1, max(0, number - 1 - _REACH), -1):
            sentence = self._sentences.get(earlier)
            if sentence is None or _FORESEEN.search(sentence.text):
                continue
            found = _reported(
                [e for e in expressions(sentence.text) if not _contrasted(sentence, e)]
            )
            if found:
                return found[0]
        return self._heading

    def _trading_day(self) -> str | None:
        for number in self._numbers[:_LEAD]:
            for found in expressions(self._sentences[number].text):
                sentence = self._sentences[number]
                close = _CLOSE.search(sentence.text[max(0, found.start - _CLOSING) : found.end + 2])
                if found.sort == "day" and found.text.endswith("day") and not close:
                    return found.text
        return None


def _reported(found: Sequence[Expression]) -> list[str]:
    """The expressions that a report's results can be of: a quarter, a half, a month; none ahead."""
    return [
        e.text
        for e in found
        if e.sort == "plain" and _REPORTING.search(e.text) and not _AHEAD.search(e.text)
    ]


def _contrasted(sentence: Sentence, found: Expression) -> bool:
    """Whether a time is only that of what is compared with: "against $3 million in 2023"."""
    return bool(_CONTRAST.search(sentence.text, max(0, found.start - _NEAR), found.start))


def _daily(metric: str) -> bool:
    """Whether a metric is measured by the day: prices of markets, indices."""
    lower = metric.lower()
    if lower.startswith("share of ") or "(share of " in lower:
        return False
    # "Investments in shares" are no price; "shares of Acme" are.
    inner = " in " in lower and not lower.startswith(("shares in ", "stocks in ", "prices in "))
    market = bool(set(lower.split()) & words.MARKET_NOUNS)
    return lower in known.INDICES or (market and not inner)


def read_period(grammar: Grammar, index: int, clause: Clause, *, daily: bool) -> str | None:
    """The expression of time that the mention at token `index` stands with; None without one.

    An expression right after the mention wins, then one before it in the clause, then one of the
    sentence. "A year earlier" belongs to the amount that it follows and to no other. A single day
    counts for what is measured by the day (`daily`) and where something happened on it; else it is
    when the thing was said.
    """
    sentence = grammar.sentence
    mention = sentence.mentions[index]
    start, end = mention.start - sentence.start, mention.end - sentence.start
    others = [
        (m.start - sentence.start, m.end - sentence.start)
        for i, m in sentence.mentions.items()
        if i != index and m.quantity.kind not in {"duration", "ordinal", "age"}
    ]
    found = [
        f
        for f in expressions(sentence.text)
        if (f.end <= start or f.start >= end)
        and (f.sort != "day" or daily or _happened(sentence, f))
    ]
    if not found:
        return None
    found = [f for f in found if not _aside(grammar, index, f)]
    if not found:
        return None
    low = sentence.tokens[clause.start].start - sentence.start
    high = sentence.tokens[clause.end - 1].end - sentence.start
    tail = _APPOSITION.search(sentence.text, end, high)
    high = tail.start() if tail else high
    after = [
        f
        for f in found
        if end <= f.start and f.sort != "now" and (f.start <= high or f.start - end <= _RIGHT_AFTER)
    ]
    if after and not _parted(others, end, after[0].start):
        return after[0].text
    plain = [f for f in found if f.sort != "prior"]
    end = _chained(sentence.text, others, end)
    shared = [f for f in plain if end <= f.start <= high and f.sort != "now"]
    if shared and not _parted(others, end, shared[0].start):
        return shared[0].text
    before = [
        f for f in plain if low <= f.start and f.end <= start and not _begun_anew(grammar, f, index)
    ]
    before = [f for f in before if f.sort != "now"] or before
    if before:
        return before[-1].text
    # What opens the sentence frames all of it.
    leading = [f for f in found if f.end <= start and len(sentence.text[: f.start].split()) <= 3]
    return leading[0].text if leading else None


def _begun_anew(grammar: Grammar, found: Expression, index: int) -> bool:
    """Whether "and" leads on to what is so now or is said: "lost $3 in 2024 and employs 5"."""
    at = grammar.sentence.start + found.end
    after = [i for i in range(index) if grammar.tokens[i].start >= at]
    joined = next((i for i in after if grammar.lower(i) == "and"), None)
    if joined is None:
        return False
    return any(
        (grammar.verb(i) and (grammar.lower(i).endswith("s") or grammar.lower(i) in _PRESENT))
        or grammar.lower(i) in verbs.SAY_VERBS
        for i in range(joined, index)
        if grammar.lower(i) not in _PAST_IN_S
    )


def _happened(sentence: Sentence, found: Expression) -> bool:
    """Whether something happened on a day, and was not only said on it."""
    at = sentence.start + found.start
    opening = dateline_end(sentence)
    if opening and at < sentence.tokens[opening - 1].start:
        return False
    if _CLOSE.search(sentence.text[max(0, found.start - _CLOSING) : found.start]):
        return False
    before = [t.lower for t in sentence.tokens if t.start < at and t.kind != "punct"][-_BACK:]
    return not any(word in _REPORTED or word in verbs.SAY_VERBS for word in before)


def _aside(grammar: Grammar, index: int, found: Expression) -> bool:
    """Whether an expression stands in an aside that the mention is not in."""
    tokens, start = grammar.tokens, grammar.sentence.start
    return any(
        opener < closer
        and not opener < index < closer
        and tokens[opener].start - start <= found.start < tokens[closer].start - start
        for opener, closer in grammar.sentence.pairs.items()
    )


def _chained(text: str, others: Sequence[tuple[int, int]], end: int) -> int:
    """Where a run of amounts ends: "0.4% to 6,712.30 on Thursday" is one statement.

    What follows the old level of a change is that level's time alone.
    """
    at = end
    for first, last in sorted(others):
        link = text[at:first].strip(" ,") if at <= first else None
        if link in {"to", "or", "and", "at", ""}:
            at = end = last
        elif link == "from":
            at = last
    return end


def _parted(others: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether another mention stands between the two offsets."""
    return any(start <= first and last <= end for first, last in others)
