"""Key figures: every mention read for metric, entity, period and basis; ranked; each told once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.engines.rules import lexicon as words
from summarizer.engines.rules.abroad import noun_beside, period_beside
from summarizer.engines.rules.basis import read_basis
from summarizer.engines.rules.entities import Entities
from summarizer.engines.rules.foreign import words_beside
from summarizer.engines.rules.metrics import read_metric
from summarizer.engines.rules.naming import field_term
from summarizer.engines.rules.period_words import expressions
from summarizer.engines.rules.periods import Periods
from summarizer.engines.rules.phrases import Grammar
from summarizer.engines.rules.quotes import quote_for
from summarizer.engines.rules.ranking import KIND_WEIGHT, Ranked
from summarizer.engines.rules.reading import Reading, Told
from summarizer.models import DraftFigure, Importance
from summarizer.quantities import scan_once

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from summarizer.engines.rules.names import Names
    from summarizer.engines.rules.tokens import Sentence
    from summarizer.models import Basis
    from summarizer.quantities import Mention, Scan

MOST = 24
_FEWEST = 3
_CHARS_PER_FIGURE = 70
_CANDIDATES = 80
"""How many mentions are read; they are chosen by kind and sentence, so the rest ranks lower."""
_LEAST_SCORE = 1.6
_LISTED, _BEFORE = 60, 3
"""A sentence with more amounts than this is a list; how many before one are then read with it."""
_MINOR = frozenset(("duration", "age", "ordinal", "other"))
_ENGLISH = frozenset((None, "en"))
_CONVERTS = frozenset(("(", "or", "to"))
"""What stands before the same amount in another currency or per share."""
_SMALL_COUNT = Decimal(20)
_LARGE_COUNT = Decimal(1000)
_LEAST_SLIGHT = 1.8
_SLIGHT_SHARE = 3
"""Of durations and small counts no more than one in so many figures is told."""
_AFTER = 12
"""Within how many characters "ago" follows a duration."""
_SHORTLY = 40
_RECORD = re.compile(
    r"\b(?:\w+(?:est|most)|first|best|worst|least|records?|highs?|lows?|peak|trough)\b[\w\s-]*"
    r"\b(?:in|for|of|over|since)\W*$",
    re.IGNORECASE,
)
"""Before a duration for which something is the highest: "its highest level in four years"."""
_SPANS = frozenset("same first past previous".split())
_DEFINITE = frozenset("the his her our their these those both".split())
_TIME_OF = re.compile(
    r"\s(?:ago|earlier|later|before|to|through|ended|ending|high|low|of (?:19|20)\d\d)\b"
)
_EARLIER = re.compile(r"\b(?:earlier|ago|before|previous|prior|preceding|same)\b", re.IGNORECASE)


@dataclass(slots=True)
class Candidate:
    """A mention with everything that was read of it."""

    mention: Mention
    sentence: int
    metric: str
    entity: str | None
    period: str | None
    basis: Basis
    quote: str
    score: float
    telling: bool = True
    repeats: int = 0


def pick_figures(
    sentences: Mapping[int, Sentence],
    ranked: Mapping[int, Ranked],
    names: Names,
    *,
    chars: int,
    title: str | None,
    language: str | None,
    every: bool = False,
) -> tuple[DraftFigure, ...]:
    """Read, rank and choose the key figures.

    Args:
        sentences: The article's sentences by number.
        ranked: Their worth.
        names: The article's names.
        chars: The article's length, which sets how many figures are told: 3 to 24.
        title: The article's title.
        language: The article's language. Without the rules of English the words beside an amount
            are its metric.
        every: Take every amount, however little it matters.
    """
    about = sentences if every else _on_topic(sentences, ranked)
    chosen = _candidates(about, ranked, None if every else _CANDIDATES)
    share_word = _share_word(sentences.values())
    titled = _values(scan_once(title or "", language))
    entities = Entities(names, sentences, language, title)
    periods = Periods(sentences, title)
    found: list[Candidate] = []
    told: list[Told] = []
    for number, indices in sorted(chosen.items()):
        grammar = Grammar(sentences[number], names)
        near = _share_word([sentences[number - 1]]) if number - 1 in sentences else None
        share = near or share_word
        before = [_recalled(t) for t in told] if number - 1 in chosen else []
        found += _read_sentence(
            grammar, indices, share, entities, periods, before, language=language
        )
        told = before
    for candidate in found:
        candidate.score += _worth(candidate, ranked[candidate.sentence], names, titled)
    figures = sorted(_merged(found), key=lambda c: (-c.score, c.mention.start))
    if every:
        return _drafted(figures)
    wanted = max(_FEWEST, min(MOST, _FEWEST + chars // _CHARS_PER_FIGURE))
    figures.sort(key=lambda c: _minor(c.mention))
    weighty = [c for c in figures if not _minor(c.mention) and c.score >= _LEAST_SCORE]
    slight = [c for c in figures if _minor(c.mention) and c.score >= _LEAST_SLIGHT and c.telling]
    kept = [*weighty, *slight[: wanted // _SLIGHT_SHARE]][:wanted]
    return _drafted(kept if len(kept) >= _FEWEST else figures[:_FEWEST])


def _values(found: Scan) -> frozenset[Decimal]:
    return frozenset(m.quantity.value for m in found.mentions if m.quantity.value is not None)


def _read_sentence(
    grammar: Grammar,
    indices: set[int],
    share_word: str | None,
    entities: Entities,
    periods: Periods,
    told: list[Told],
    *,
    language: str | None,
) -> list[Candidate]:
    """Read the mentions at `indices`; the others too, since an amount may repeat the one before.

    What is read is added to `told`, which holds the sentence before.
    """
    sentence, english = grammar.sentence, language in _ENGLISH
    found: list[Candidate] = []
    earlier: Reading | None = None
    last: Candidate | None = None
    for index in _beside(sorted(sentence.mentions), indices):
        if english:
            reading = read_metric(grammar, index, told, share_word)
        else:
            reading = _read_abroad(sentence, index, earlier, language or "")
        candidate = _read(grammar, index, reading, entities, periods, language=language)
        if reading is earlier and last and sentence.lower(index - 1) in _CONVERTS:
            candidate.period, candidate.basis = last.period or candidate.period, last.basis
        quantity = sentence.mentions[index].quantity
        if quantity.kind not in _MINOR and reading.metric:
            earlier, last = reading, candidate
            told.append(Told(index, quantity.kind, quantity.unit, reading, here=True))
        if index in indices and reading.metric and not _denied(sentence, index):
            found.append(candidate)
    return found


def _read_abroad(sentence: Sentence, index: int, earlier: Reading | None, language: str) -> Reading:
    """What an amount measures in another language: a known noun beside it, else the words there."""
    noun = noun_beside(sentence, index, language)
    if noun:
        return Reading(noun, 0)
    return Reading(words_beside(sentence, index, earlier, language), 0, certain=False)


def _beside(mentions: list[int], indices: set[int]) -> list[int]:
    """The mentions that are read: of a list without end, those at and just before `indices`."""
    if len(mentions) <= _LISTED:
        return mentions
    near = (mentions[max(0, k - _BEFORE) : k + 1] for k, m in enumerate(mentions) if m in indices)
    return sorted({index for run in near for index in run})


def _recalled(told: Told) -> Told:
    """A reading of the sentence before: its phrases mean nothing in the next one."""
    return told._replace(reading=told.reading._replace(subject=None, first=0), here=False)


def _denied(sentence: Sentence, index: int) -> bool:
    """Whether an amount is what is not so: "19 million, not 14 million"."""
    before = sentence.lower(index - 1)
    after = " ".join(sentence.lower(i) for i in range(index + 1, index + 5))
    if "originally reported" in after or "first reported" in after:
        return True
    return before == "not" or (before, sentence.lower(index - 2)) in {
        ("of", "instead"),
        ("than", "rather"),
    }


def _on_topic(
    sentences: Mapping[int, Sentence], ranked: Mapping[int, Ranked]
) -> Mapping[int, Sentence]:
    """Without the lines that are no sentence and share no word with one: what a page sells."""
    told = frozenset().union(*(ranked[n].stems for n in sentences if ranked[n].plain))
    kept = {n: s for n, s in sentences.items() if ranked[n].plain or ranked[n].stems & told}
    return kept or sentences


def _candidates(
    sentences: Mapping[int, Sentence], ranked: Mapping[int, Ranked], most: int | None
) -> dict[int, set[int]]:
    """The mentions worth reading: token indices by sentence number."""
    scored = [
        (KIND_WEIGHT[m.quantity.kind] + ranked[number].score, -number, -index)
        for number, sentence in sentences.items()
        for index, m in sentence.mentions.items()
    ]
    chosen: dict[int, set[int]] = {}
    for _, number, index in sorted(scored, reverse=True)[:most]:
        chosen.setdefault(-number, set()).add(-index)
    return chosen


def _read(
    grammar: Grammar,
    index: int,
    reading: Reading,
    entities: Entities,
    periods: Periods,
    *,
    language: str | None,
) -> Candidate:
    clause = grammar.clause(index)
    sentence, english = grammar.sentence, language in _ENGLISH
    basis = read_basis(grammar, index, clause) if english else "stated"
    return Candidate(
        mention=sentence.mentions[index],
        sentence=sentence.number,
        metric=field_term(grammar, index, reading, basis) if english else reading.metric,
        entity=entities.of(grammar, index, reading) if english else entities.abroad(),
        period=periods.of(grammar, index, reading, basis)
        if english
        else period_beside(sentence, index, language or ""),
        basis=basis,
        quote=quote_for(grammar, index, clause, reading.first),
        score=0.5 if reading.certain else 0.0,
        telling=_tells(sentence, index),
    )


def _worth(candidate: Candidate, ranked: Ranked, names: Names, titled: frozenset[Decimal]) -> float:
    quantity = candidate.mention.quantity
    score = KIND_WEIGHT[quantity.kind] + 0.9 * ranked.score
    if quantity.kind == "count" and quantity.value is not None and quantity.value >= _LARGE_COUNT:
        score += 0.7
    if candidate.period and _EARLIER.search(candidate.period):
        score -= 0.6
    if candidate.basis == "forecast":
        score += 0.2
    if quantity.value is not None and quantity.value in titled:
        score += 1.5
    if set(candidate.metric.lower().split()) & words.METRIC_NOUNS:
        score += 0.4
    if candidate.entity and candidate.entity in candidate.quote:
        score += 0.5
    if names.main and candidate.entity == names.main.text:
        score += 0.3
    return score if ranked.plain else score - 0.5


def _tells(sentence: Sentence, index: int) -> bool:
    """Whether a duration or a small count is news: no "two years ago", no "the two companies"."""
    mention, text = sentence.mentions[index], sentence.text
    if mention.quantity.kind == "duration":
        low, high = mention.start - sentence.start, mention.end - sentence.start
        when = any(
            e.start < high and low < e.end and not e.text.startswith(("over", "for"))
            for e in expressions(text)
        )
        after = text[high : high + _AFTER]
        if when or _TIME_OF.match(after) or _RECORD.search(text[max(0, low - _SHORTLY) : low]):
            return False
        return sentence.lower(index - 1) not in _SPANS
    return sentence.lower(index - 1) not in _DEFINITE


def _minor(mention: Mention) -> bool:
    """Whether an amount is told after all others, and seldom: durations, ranks, "two funds"."""
    quantity = mention.quantity
    compound = "-" in mention.text and " " not in mention.text
    if quantity.kind in _MINOR or (compound and quantity.kind == "measure"):
        return True
    small = quantity.value is not None and quantity.high is None and quantity.value < _SMALL_COUNT
    return quantity.kind == "count" and small


def _merged(found: Iterable[Candidate]) -> list[Candidate]:
    """Tell the same amount of the same thing once, where it is told best."""
    kept: list[Candidate] = []
    for candidate in sorted(found, key=lambda c: (-c.score, c.mention.start)):
        twin = next((other for other in kept if _same(candidate, other)), None)
        if twin is None:
            kept.append(candidate)
        else:
            twin.repeats += 1
            twin.score += 0.4 if twin.repeats <= 3 else 0.0
            twin.period = twin.period or candidate.period
    return kept


def _same(a: Candidate, b: Candidate) -> bool:
    one, other = a.mention.quantity, b.mention.quantity
    if (one.kind, one.unit, one.value, one.high) != (
        other.kind,
        other.unit,
        other.value,
        other.high,
    ):
        return False
    if one.value is None and a.mention.text != b.mention.text:
        return False
    exact = {None, "approx"}
    bounds = {one.comparator, other.comparator}
    if len(bounds) > 1 and not bounds <= exact:
        return False
    if a.entity and b.entity and a.entity != b.entity:
        return False
    return bool(_stems(a.metric) & _stems(b.metric)) or not (a.metric and b.metric)


def _stems(metric: str) -> set[str]:
    alike = {"stock": "share", "stocks": "share", "shares": "share"}
    return {alike.get(w, w)[:5] for w in metric.lower().split() if w not in words.FUNCTION}


def _drafted(kept: Sequence[Candidate]) -> tuple[DraftFigure, ...]:
    """Figures by importance, and in article order where that is equal."""
    levels: dict[Importance, list[Candidate]] = {"high": [], "medium": [], "low": []}
    for rank, candidate in enumerate(kept):
        level: Importance = "low"
        if not _minor(candidate.mention):
            share = rank / len(kept)
            level = "high" if share < 0.4 else "medium" if share < 0.75 else "low"
        levels[level].append(candidate)
    return tuple(
        DraftFigure(
            quote=c.quote,
            amount=c.mention.text,
            metric=c.metric,
            entity=c.entity,
            period=c.period,
            basis=c.basis,
            importance=level,
            sentence=c.sentence,
            comparator=c.mention.quantity.comparator,
            direction=c.mention.quantity.direction,
        )
        for level, candidates in levels.items()
        for c in sorted(candidates, key=lambda c: c.mention.start)
    )


def _share_word(sentences: Iterable[Sentence]) -> str | None:
    """What the article calls shares most often."""
    from collections import Counter

    counts = Counter(t.lower for s in sentences for t in s.tokens if t.lower in words.SHARE_NOUNS)
    common = counts.most_common(1)
    return common[0][0] if common else None
