"""Reading quantities in news text: pure, no I/O, no third party."""

from summarizer.quantities.comparison import Interval, Relation, compare, interval
from summarizer.quantities.scanner import parse, scan
from summarizer.quantities.types import (
    Comparator,
    Direction,
    Kind,
    Mask,
    MaskKind,
    Mention,
    Quantity,
    Scan,
    Span,
)

__all__ = [
    "Comparator",
    "Direction",
    "Interval",
    "Kind",
    "Mask",
    "MaskKind",
    "Mention",
    "Quantity",
    "Relation",
    "Scan",
    "Span",
    "compare",
    "interval",
    "parse",
    "scan",
]
