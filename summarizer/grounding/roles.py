"""Whether an amount is a change, the new level or the old one, by the words right before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from summarizer.quantities import Mention

Role = Literal["by", "to", "from"]

_ROLE = re.compile(
    r"\b(?P<role>by|to|from|at)(?:\s+(?:a|an|the|about|around|nearly|almost|some|just|only|over"
    r"|more than|less than|at least|up to|roughly|record|range|of|between|earlier|previous|high|low"
    r"|forecast|revised|as much as))*\s*$",
    re.IGNORECASE,
)
_BEYOND = re.compile(
    r"\b(?:exceed(?:s|ed|ing)?|above|beyond|than)\s+(?:the|its|their)\s+(?:original|initial|previous)"
    r"(?:ly planned)?\s+(?:about|around|approximately)?\s*$",
    re.IGNORECASE,
)
REVISED = re.compile(r"\b(?:restate|revise|correct|change|adjust|amend)[ds]?\b", re.IGNORECASE)


def role_of(left: str, mention: Mention) -> Role | None:
    """The role of a mention with the words `left` before it; None where they do not say."""
    lead = mention.text[: mention.core.start - mention.start]
    if _BEYOND.search(f"{left}{lead}"):
        return "from"
    match = _ROLE.search(f"{left}{lead}")
    if not match:
        return None
    role = match["role"].lower()
    return "to" if role in ("to", "at") else "by" if role == "by" else "from"
