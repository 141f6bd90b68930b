"""What holding one amount against another comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from summarizer.models import Status

BOUND_WORDS = {
    "gt": "more than",
    "ge": "at least",
    "lt": "less than",
    "le": "up to",
    "approx": "about",
}


class Verdict(NamedTuple):
    """How a claim stands to one amount of the article.

    `field` names what was decisive: amount, comparator, unit, direction, sign or range. `rank`
    orders verdicts of one status: the lower, the nearer the claim came; among verified ones 0 is
    stated, 1 stated in another form, 2 rounded or implied.
    """

    status: Status
    field: str
    reason: str
    rank: int = 0
