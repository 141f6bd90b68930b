"""Reading quantities in news text: pure, no I/O, no third party.

The names are imported when they are first used, so that whoever needs the types alone does not
load the tables of the readers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer._lazy import lazy

if TYPE_CHECKING:
    from summarizer.quantities.cents import resolve_by
    from summarizer.quantities.comparison import Interval, Relation, compare, interval
    from summarizer.quantities.remembered import scan_once
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
        Source,
        Span,
    )

_HOMES = {
    "cents": ("resolve_by",),
    "comparison": ("Interval", "Relation", "compare", "interval"),
    "remembered": ("scan_once",),
    "scanner": ("parse", "scan"),
    "types": (
        "Comparator",
        "Direction",
        "Kind",
        "Mask",
        "MaskKind",
        "Mention",
        "Quantity",
        "Scan",
        "Source",
        "Span",
    ),
}

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
    "Source",
    "Span",
    "compare",
    "interval",
    "parse",
    "resolve_by",
    "scan",
    "scan_once",
]


__getattr__, __dir__ = lazy(__name__, _HOMES)
