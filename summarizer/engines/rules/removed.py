"""Figures that stand only in parts of the page that are not the article.

A reader of the page meets them as well: in "Most Read" headlines, in tickers. They are put
forward as any figure is, and grounding rejects them with the reason that they are not in the
article, so that nobody wonders whether they were overlooked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.engines.rules.metrics import read_metric
from summarizer.engines.rules.names import Names
from summarizer.engines.rules.phrases import Grammar
from summarizer.engines.rules.tokens import read_sentence
from summarizer.models import DraftFigure
from summarizer.quantities import Span, scan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.engines.rules.tokens import Sentence
    from summarizer.models import Article
    from summarizer.quantities import Mention

MOST = 5
_CHARS = 60_000
"""How much of the removed text is read, from its beginning."""
_KINDS = frozenset(("money", "percent", "percentage_point", "basis_point"))
_AMOUNT = re.compile(r"\d")
_LONGEST = 200
_FEWEST_WORDS = 5
_TOLD_ELSEWHERE = frozenset(("title", "byline", "date", "dateline", "subtitle"))
"""Parts that were cut from the text because they are the article's own metadata."""
_NUMBER = re.compile(r"\s*[-+]?\d[\d.,]*")
_NOBODY = Names({}, None, None)


def removed_figures(article: Article) -> tuple[DraftFigure, ...]:
    """Up to five money and percent amounts of the removed parts, headlines before tickers."""
    scored: list[tuple[float, int, str, Mention]] = []
    seen: set[tuple[object, ...]] = set()
    for order, line in enumerate(_lines(article)):
        found = scan(line, article.language)
        mention = next((m for m in found.mentions if m.quantity.kind in _KINDS), None)
        if mention is None:
            continue
        quantity = mention.quantity
        identity = (quantity.kind, quantity.unit, quantity.value)
        if identity in seen or line in article.text:
            continue
        seen.add(identity)
        scored.append((-_headline_like(line, mention), order, line, mention))
    scored.sort(key=lambda item: item[:2])
    return tuple(_draft(article, line, mention) for _, _, line, mention in scored[:MOST])


def _lines(article: Article) -> Iterator[str]:
    """The lines of the removed parts that hold a digit, trimmed."""
    read = 0
    for part in article.removed:
        if part.reason in _TOLD_ELSEWHERE:
            continue
        text = article.raw[part.start : min(part.end, part.start + _CHARS - read)]
        read += len(text)
        for line in text.splitlines():
            trimmed = line.strip()
            if _AMOUNT.search(trimmed) and len(trimmed) <= _LONGEST:
                yield trimmed
        if read >= _CHARS:
            return


def _headline_like(line: str, mention: Mention) -> float:
    """Headlines have many words and few numbers; tickers the reverse."""
    words = [w for w in line.split() if w[0].isalpha()]
    numbers = sum(any(c.isdigit() for c in w) for w in line.split())
    money = mention.quantity.kind == "money"
    return (len(words) >= _FEWEST_WORDS) * 3 + money - numbers + min(len(words), 12) / 12


def _draft(article: Article, line: str, mention: Mention) -> DraftFigure:
    sentence = read_sentence(line, Span(0, len(line)), 1, scan(line, article.language))
    index = next(i for i, m in sentence.mentions.items() if m.start == mention.start)
    return DraftFigure(
        quote=line,
        amount=mention.text,
        metric=_metric(sentence, index) or " ".join(line.split()[:_FEWEST_WORDS]),
        importance="low",
        comparator=mention.quantity.comparator,
        direction=mention.quantity.direction,
    )


def _metric(sentence: Sentence, index: int) -> str:
    """What the line measures: the name before a ticker's numbers, else as in a sentence."""
    line = sentence.text
    numbers = list(_NUMBER.finditer(line))
    if len(numbers) > 2:
        return line[: numbers[0].start()].strip()
    metric = read_metric(Grammar(sentence, _NOBODY), index, (), None).metric
    at = line.lower().find(metric.lower())
    return line[at : at + len(metric)] if at >= 0 else metric
