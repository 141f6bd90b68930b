"""Reading quantities in news text: pure, no I/O, no third party.

The names are imported when they are first used, so that whoever needs the types alone does not
load the tables of the readers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

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


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any public name
    home = _HOME_OF.get(name)
    if home is None:
        msg = f"module 'summarizer.quantities' has no attribute {name!r}"
        raise AttributeError(msg)
    import importlib

    value = getattr(importlib.import_module(f"summarizer.quantities.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
