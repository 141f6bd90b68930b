"""Figures: mentions with their quantities, and the report that lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from summarizer.models.base import Amount, Model, Output
from summarizer.quantities.types import Comparator, Direction, Kind, MaskKind

if TYPE_CHECKING:
    from summarizer.quantities import Mask, Mention


class Evidence(Model):
    """A verbatim quote: `article.text[start:end] == quote`."""

    quote: str
    start: int
    end: int


class Figure(Model):
    """A quantity where it stands in the text; see `summarizer.quantities.Quantity`."""

    text: str
    """The words of the mention, verbatim."""
    start: int
    """Offset of the first code point of `text` in the article's text."""
    end: int
    """Offset after the last code point of `text`."""
    value: Amount | None
    """The amount with its scale applied; null only for vague amounts."""
    high: Amount | None = None
    """The high end of a range."""
    kind: Kind
    unit: str | None = None
    """ISO 4217 for money, "%", "pp", "bp", a singular noun for counts, the unit of a measure."""
    comparator: Comparator | None = None
    direction: Direction | None = None
    precision: Amount | None = None
    """The worth of one unit of the last stated digit, scale applied."""
    per: str | None = None
    """What a rate is counted by, such as "share" or "day"."""
    assumed: tuple[str, ...] = ()
    """Fields that the words leave open and that convention set."""
    scale_source: Evidence | None = None
    """The words that state the amount's scale, where its own do not: a table's "in millions"."""

    @classmethod
    def of(cls, mention: Mention) -> Self:
        """The figure of a mention."""
        return cls(**fields_of(mention))


def fields_of(mention: Mention) -> dict[str, Any]:
    """What a figure says of a mention, by the names of its fields."""
    quantity = mention.quantity
    source = quantity.scale_source
    return {
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "value": quantity.value,
        "high": quantity.high,
        "kind": quantity.kind,
        "unit": quantity.unit,
        "comparator": quantity.comparator,
        "direction": quantity.direction,
        "precision": quantity.precision,
        "per": quantity.per,
        "assumed": quantity.assumed,
        "scale_source": Evidence(quote=source.text, start=source.start, end=source.end)
        if source
        else None,
    }


class NotFigure(Model):
    """Digits or number words that are no quantity, with what they are instead."""

    text: str
    start: int
    end: int
    kind: MaskKind

    @classmethod
    def of(cls, mask: Mask) -> Self:
        """The record of a mask."""
        return cls(text=mask.text, start=mask.start, end=mask.end, kind=mask.kind)


class FigureReport(Output):
    """What `summarizer figures` prints for one article."""

    id: str
    figures: tuple[Figure, ...]
    not_figures: tuple[NotFigure, ...] = ()
    """Dates, names, phone numbers and the like: numbers that were seen and refused."""
