"""How the word lists are written: as text, a word or a phrase at a time."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """The phrases of a text, which commas part."""
    return frozenset(part for phrase in text.split(",") if (part := " ".join(phrase.split())))
