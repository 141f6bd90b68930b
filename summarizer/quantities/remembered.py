"""The scan of a text that several parts of the program read one after the other."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer.quantities.scanner import scan

if TYPE_CHECKING:
    from summarizer.quantities.types import Scan

_TEXTS = 16
"""An article, its title and what is said of it: more are not under way at once."""
_LONGEST = 100_000
"""Of a text above this many characters the scan is too large to be kept."""

_SHORT, _PHRASES = 100, 512
"""A few words, such as a period, come again and again; they must not push an article out."""

_remembered = lru_cache(maxsize=_TEXTS)(scan)
_phrase = lru_cache(maxsize=_PHRASES)(scan)


def scan_once(text: str, language: str | None = None) -> Scan:
    """`scan`, but a text that was scanned just before is not scanned again.

    Args:
        text: As `scan` takes it.
        language: As `scan` takes it.
    """
    if len(text) > _LONGEST:
        return scan(text, language)
    if len(text) <= _SHORT:
        return _phrase(text, language)
    return _remembered(text, language)
