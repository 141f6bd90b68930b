"""Answers about short texts, kept: the words around an amount are looked at from many sides."""

from __future__ import annotations

from functools import lru_cache, wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_Question = TypeVar("_Question")
_Answer = TypeVar("_Answer")
_ANSWERS = 1024
_LONGEST = 1_000


class Kept(dict[_Question, _Answer]):
    """Answers by what was asked; all are forgotten when they are too many.

    Args:
        most: How many are kept.
    """

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def keep(self, question: _Question, answer: _Answer) -> _Answer:
        """Keep an answer, and give it back."""
        if len(self) >= self._most:
            self.clear()
        self[question] = answer
        return answer


def of_short_texts(function: Callable[[str], _Answer]) -> Callable[[str], _Answer]:
    """Let a function of a text remember its last answers; those about long texts are not kept."""
    remembered = lru_cache(maxsize=_ANSWERS)(function)

    @wraps(function)
    def answer(text: str) -> _Answer:
        return remembered(text) if len(text) <= _LONGEST else function(text)

    return answer
