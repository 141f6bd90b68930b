"""The words that carry a figure: its clause, verbatim."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.engines.rules.clauses import Clause
    from summarizer.engines.rules.phrases import Grammar

SHORTEST = 40
"""A quote below this many characters is widened to the clause before it."""
LONGEST = 240
_EDGES = " ,;:—–-("


def quote_for(grammar: Grammar, index: int, clause: Clause, first: int) -> str:
    """The clause around the mention at token `index`, from token `first` if that comes before it.

    The quote is a run of the article's own words and holds the whole mention.
    """
    sentence = grammar.sentence
    tokens = sentence.tokens
    mention = sentence.mentions[index]
    begin, end = min(clause.start, first, index), max(clause.end, index + 1)
    if tokens[end - 1].end - tokens[begin].start < SHORTEST and begin:
        begin = grammar.clause(begin - 1).start
    while tokens[end - 1].end - tokens[begin].start > LONGEST:
        # Words after the amount go first, then those before what the reading rests on.
        if end - 1 > index + 3:
            end -= 1
        elif begin < min(first, index):
            begin += 1
        elif end - 1 > index:
            end -= 1
        elif begin < index:
            begin += 1
        else:
            break
    start = min(tokens[begin].start, mention.start) - sentence.start
    stop = max(tokens[end - 1].end, mention.end) - sentence.start
    while start < mention.start - sentence.start and sentence.text[start] in _EDGES:
        start += 1
    while stop > mention.end - sentence.start and sentence.text[stop - 1] in _EDGES:
        stop -= 1
    return sentence.text[start:stop]
