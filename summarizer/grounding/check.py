"""The numbers of any summary, whoever wrote it, against its article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.grounding.prose import check_numbers
from summarizer.grounding.source import Source
from summarizer.models import CheckReport

if TYPE_CHECKING:
    from summarizer.models import Article


def check_summary(summary: str, article: Article, *, id: str) -> CheckReport:  # noqa: A002 - the contract's name
    """Check every number of `summary`.

    Args:
        summary: Prose; offsets of the findings are into it.
        article: What it is held against.
        id: Names the pair in the report.

    Returns:
        The verdict is "unsupported" as soon as one number contradicts the article or is not in it;
        a summary without a number is supported.
    """
    findings = tuple(check_numbers(summary, Source(article)))
    bad = any(finding.status in ("mismatch", "unsupported") for finding in findings)
    return CheckReport(id=id, verdict="unsupported" if bad else "supported", findings=findings)
