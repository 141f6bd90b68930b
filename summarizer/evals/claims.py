"""True claims through the checks: what a faultless model would lose.

Each expected figure is claimed as the golden case has it, with the article's own words for the
quote, and goes through the same grounding as a model's claim. What is refused is a false alarm of
the checks, a part of the article that the cleaner lost, or a slip of the golden case. What is
accepted may still be read wrongly.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from summarizer.articles import clean
from summarizer.evals.amounts import Stated, judge_amount
from summarizer.evals.pairing import find_words
from summarizer.grounding.figures import ground_figure
from summarizer.grounding.source import Source
from summarizer.models import DraftFigure, RejectedFigure

if TYPE_CHECKING:
    from summarizer.evals.golden import GoldenFigure
    from summarizer.evals.loading import Case, GoldenData

LOST = "lost by the cleaner"


class Claimed(NamedTuple):
    """What became of a true claim.

    Attributes:
        case: The golden case.
        figure: The expected figure.
        refused: The check that refused it, `LOST`, or None where it was accepted.
        reason: Why it was refused, or what was read wrongly; empty where all is right.
        right: Whether it was accepted and its amount read as expected.
    """

    case: str
    figure: str
    refused: str | None
    reason: str
    right: bool


class Claims(NamedTuple):
    """The true claims of a golden set."""

    all: tuple[Claimed, ...]

    @property
    def accepted(self) -> int:
        """How many were accepted."""
        return sum(one.refused is None for one in self.all)

    @property
    def right(self) -> int:
        """How many were accepted and read as expected."""
        return sum(one.right for one in self.all)

    @property
    def refused(self) -> list[tuple[str, int]]:
        """How many each check refused, the most first."""
        counts = Counter(one.refused for one in self.all if one.refused is not None)
        return counts.most_common()


def claim_all(golden: GoldenData) -> Claims:
    """Put every expected figure through the checks.

    Raises:
        InputError: a case has no article.
    """
    return Claims(tuple(one for case in golden.cases for one in _claims(case)))


def _claims(case: Case) -> list[Claimed]:
    source = Source(clean(case.document()))
    return [_claim(case.id, figure, source) for figure in case.figures]


def _claim(case: str, golden: GoldenFigure, source: Source) -> Claimed:
    places = list(find_words(source.normal, golden.quote, golden.text))
    if not places:
        why = "its quote is not in the cleaned article"
        return Claimed(case, golden.id, LOST, why, right=False)
    quote, words = places[0]
    draft = DraftFigure(
        quote=source.text[quote.start : quote.end],
        amount=source.text[words.start : words.end],
        metric=golden.metric,
        entity=golden.entity,
        period=golden.period,
        basis=golden.basis,
        importance=golden.importance,
        comparator=golden.comparator,
        direction=golden.direction,
    )
    found = ground_figure(draft, source)
    if isinstance(found, RejectedFigure):
        check = next(f.check for f in found.findings if f.status == found.status)
        return Claimed(case, golden.id, check, found.reason, right=False)
    verdict = judge_amount(Stated.expected(golden), Stated.predicted(found))
    wrong = ", ".join(name for name, good in verdict.fields.items() if not good)
    reason = f"read with another {wrong}" if verdict.error else ""
    return Claimed(case, golden.id, None, reason, right=verdict.error is None)
