"""Drafts: what an engine returns before anything is checked. Strings only: it points and quotes."""

from __future__ import annotations

from typing import Literal

from summarizer.models.base import Model
from summarizer.quantities.types import Comparator, Direction

Basis = Literal["stated", "forecast", "rumoured"]
Importance = Literal["high", "medium", "low"]


class DraftPoint(Model):
    """A key point in the engine's words, and the sentence that carries it."""

    text: str
    sentence: int | None = None
    """The number of the sentence, counted from 1."""


class DraftFigure(Model):
    """An engine's claim that these words state a key figure."""

    quote: str
    """Words of the article that hold the claim, as the engine copied them."""
    amount: str
    """The words of the amount alone, as the engine copied them."""
    metric: str
    entity: str | None = None
    period: str | None = None
    basis: Basis = "stated"
    importance: Importance = "medium"
    sentence: int | None = None
    """The number of the sentence that the quote is said to stand in."""
    comparator: Comparator | None = None
    """How the engine read it; checked against the words, never used."""
    direction: Direction | None = None
    """How the engine read it; checked against the words, never used."""


class Draft(Model):
    """A whole summary as an engine returned it."""

    headline: str
    summary: str
    key_points: tuple[DraftPoint, ...] = ()
    figures: tuple[DraftFigure, ...] = ()
