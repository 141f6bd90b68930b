"""What the words of a line tell of it: those of articles, and those of what stands around them.

The table is `words.json`, made by `tools/train_line_model.py`: for short lines and for long ones,
the words that stand far more often, or far less, in an article's lines than in others, each with
its log-odds. A line's first two words are an entry too, written with a `^` before them.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LONG = 13
"""Words from which on a line is a long one."""


class Words(NamedTuple):
    """The table; every weight is a log-odds."""

    short: Mapping[str, float]
    long: Mapping[str, float]


@cache
def load_words() -> Words:
    """Read the table that is shipped with the package."""
    text = files("summarizer.articles.dump").joinpath("words.json").read_text(encoding="utf-8")
    return words_of(json.loads(text))


def words_of(table: Mapping[str, Any]) -> Words:
    """Make the words of a table as `words.json` has it."""
    return Words(table["short"], table["long"])


def entries_of(folded: Sequence[str]) -> list[str]:
    """What of a line is looked up.

    Args:
        folded: Its first words, in small letters and without signs, every digit a zero.
    """
    return [*folded, "^" + " ".join(folded[:2])]


def tells_of(folded: Sequence[str], size: int, words: Words) -> float:
    """Add up what the words of a line tell.

    Args:
        folded: As for `entries_of`.
        size: How many words the line has in all.
        words: The table.
    """
    known = words.long if size >= LONG else words.short
    told = sum([known[word] for word in folded if word in known])
    lead = "^" + " ".join(folded[:2])
    return told + known[lead] if lead in known else told
