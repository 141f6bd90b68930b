"""Every number in somebody's prose, held against the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.articles import detect_language
from summarizer.grounding.claims import Claim, check_claim
from summarizer.grounding.marks import check_marks, list_numbers
from summarizer.grounding.spans import Spans
from summarizer.quantities import Scan, resolve_by, scan_once

if TYPE_CHECKING:
    from summarizer.grounding.source import Source
    from summarizer.models import NumberFinding


def check_numbers(prose: str, source: Source, *, where: str = "summary") -> list[NumberFinding]:
    """Check every quantity, date, score and numbered name of `prose` against the article.

    The prose may be in another language than the article.

    Returns:
        A finding for each, in order; offsets are into `prose`.
    """
    found = scan_once(prose, detect_language(prose) or source.article.language)
    mentions = resolve_by(source.text, source.scan.mentions, found.mentions)
    found = Scan(tuple(mentions), found.masks)
    numbering = Spans(list_numbers(prose))
    findings = [
        check_claim(Claim.of(mention, prose, found, where), source)
        for mention in found.mentions
        if not numbering.meet(mention.start, mention.start + 1)
    ]
    findings.extend(check_marks(prose, found, source, where))
    return sorted(findings, key=lambda finding: finding.start)
