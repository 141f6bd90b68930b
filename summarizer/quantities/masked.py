"""A mask in terms of tokens, as the readers of masks hand it on."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens
    from summarizer.quantities.types import MaskKind


class Masked(NamedTuple):
    """A mask in a list of tokens: first token, token after the last, what it is, ISO form."""

    begin: int
    end: int
    kind: MaskKind
    value: str | None = None


def until(tokens: Tokens, i: int, end: int) -> int:
    """The first token from i on that begins at or after an offset."""
    return max(i, bisect_left(tokens.starts, end, i))


def matched(tokens: Tokens, i: int, pattern: str, kind: MaskKind) -> Masked | None:
    """The mask of a pattern that matches at token i."""
    match = re.compile(pattern).match(tokens.text, tokens.starts[i])
    return None if match is None else Masked(i, until(tokens, i, match.end()), kind)
