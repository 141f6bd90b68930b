"""True claims through the checks: what a faultless model would lose.

Each expected figure is claimed as the golden case has it, with the article's own words for the
quote, and goes through the same grounding as a model's claim. What is refused is a false alarm of
the checks, a part of the article that the cleaner lost, or a slip of the golden case. What is
accepted may still be read wrongly. Each claim is also told with one thing altered, which the
checks should refuse or flag.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from summarizer.articles import clean
from summarizer.evals.altered import Altered, alter_all
from summarizer.evals.amounts import Stated, judge_amount
from summarizer.evals.pairing import find_words
from summarizer.grounding.figures import ground_figure
from summarizer.grounding.source import Source
from summarizer.models import DraftFigure, RejectedFigure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.evals.altered import Change
    from summarizer.evals.golden import GoldenFigure
    from summarizer.evals.loading import GoldenData

LOST = "lost by the cleaner"


class Claimed(NamedTuple):
    """What became of a true claim.

    Attributes:
        case: The golden case.
        figure: The expected figure.
        refused: The check that refused it, `LOST`, or None where it was accepted.
        reason: Why it was refused, or what was read wrongly; empty where all is right.
        right: Whether it was accepted and its amount read as expected.
        verified: Whether it was accepted and nothing in it is flagged.
    """

    case: str
    figure: str
    refused: str | None
    reason: str
    right: bool
    verified: bool = False


class Slips(NamedTuple):
    """Altered claims of one kind.

    Attributes:
        told: How many there are.
        out: How many the checks let through, flagged or not.
        slipped: How many of them stand as true: an amount in any way, a label without a flag.
    """

    told: int
    out: int
    slipped: int

    @classmethod
    def of(cls, altered: Sequence[Altered]) -> Slips:
        """Count them."""
        out = [one for one in altered if one.status is not None]
        return cls(len(altered), len(out), sum(one.slipped for one in out))


class Claims(NamedTuple):
    """The true claims of a golden set, and what became of altered ones."""

    all: tuple[Claimed, ...]
    altered: tuple[Altered, ...] = ()

    @property
    def accepted(self) -> int:
        """How many were accepted."""
        return sum(one.refused is None for one in self.all)

    @property
    def verified(self) -> int:
        """How many were accepted and not flagged."""
        return sum(one.verified for one in self.all)

    @property
    def right(self) -> int:
        """How many were accepted and read as expected."""
        return sum(one.right for one in self.all)

    @property
    def slipped(self) -> dict[Change, Slips]:
        """What became of the altered claims, by what was changed."""
        kinds = dict.fromkeys(one.change for one in self.altered)
        return {kind: Slips.of([a for a in self.altered if a.change == kind]) for kind in kinds}

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
    claims: list[Claimed] = []
    altered: list[Altered] = []
    for case in golden.cases:
        source = Source(clean(case.document()))
        drafts = [_draft(figure, source) for figure in case.figures]
        pairs = list(zip(case.figures, drafts, strict=True))
        claims += [_claim(case.id, figure, draft, source) for figure, draft in pairs]
        told = [(figure, draft) for figure, draft in pairs if draft is not None]
        altered += alter_all(case.id, told, source)
    return Claims(tuple(claims), tuple(altered))


def _draft(golden: GoldenFigure, source: Source) -> DraftFigure | None:
    """The claim of a faultless model; None where the cleaner lost its quote."""
    places = list(find_words(source.normal, golden.quote, golden.text))
    if not places:
        return None
    quote, words = places[0]
    return DraftFigure(
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


def _claim(case: str, golden: GoldenFigure, draft: DraftFigure | None, source: Source) -> Claimed:
    if draft is None:
        why = "its quote is not in the cleaned article"
        return Claimed(case, golden.id, LOST, why, right=False)
    found = ground_figure(draft, source)
    if isinstance(found, RejectedFigure):
        check = next(f.check for f in found.findings if f.status == found.status)
        return Claimed(case, golden.id, check, found.reason, right=False)
    verdict = judge_amount(Stated.of(golden), Stated.of(found))
    wrong = ", ".join(name for name, good in verdict.fields.items() if not good)
    reason = f"read with another {wrong}" if verdict.error else ""
    return Claimed(case, golden.id, None, reason, verdict.error is None, found.status == "verified")
