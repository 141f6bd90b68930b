"""Answers about short texts, kept: the words around an amount are looked at from many sides."""

from __future__ import annotations

from functools import lru_cache, wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_Answer = TypeVar("_Answer")
_ANSWERS = 1024
_LONGEST = 1_000


def of_short_texts(function: Callable[[str], _Answer]) -> Callable[[str], _Answer]:
    """Let a function of a text remember its last answers; those about long texts are not kept."""
    remembered = lru_cache(maxsize=_ANSWERS)(function)

    @wraps(function)
    def answer(text: str) -> _Answer:
        return remembered(text) if len(text) <= _LONGEST else function(text)

    return answer
