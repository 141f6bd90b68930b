"""Reading quantities in news text: pure, no I/O, no third party."""

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
    "Kind",
    "Mask",
    "MaskKind",
    "Mention",
    "Quantity",
    "Scan",
    "Span",
]
