"""Every number in somebody's prose, held against the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.grounding.claims import Claim, check_claim
from summarizer.grounding.normal import normal
from summarizer.grounding.source import DATED, day_of, years_of
from summarizer.models import NumberFinding
from summarizer.quantities import Mask, Scan, scan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.grounding.source import Source
    from summarizer.models import Status

_NAMED = ("name", "version", "identifier")
_DIGITS = re.compile(r"\S*\d\S*")


def check_numbers(prose: str, source: Source, *, where: str = "summary") -> list[NumberFinding]:
    """Check every quantity, date and numbered name of `prose` against the article.

    Returns:
        A finding for each, in order; offsets are into `prose`.
    """
    found = scan(prose, source.article.language)
    claims = (Claim.of(mention, prose, found, where) for mention in found.mentions)
    findings = [check_claim(claim, source) for claim in claims]
    checked = (mask for mask in found.masks if mask.kind in DATED or mask.kind in _NAMED)
    findings.extend(_check_mask(mask, source, where) for mask in checked)
    findings.extend(_unread(prose, found, source, where))
    return sorted(findings, key=lambda finding: finding.start)


def _check_mask(mask: Mask, source: Source, where: str) -> NumberFinding:
    status: Status
    if normal(mask.text).casefold() in source.folded:
        status, reason = "verified", "in the article"
    elif mask.kind in _NAMED:
        status, reason = "unsupported", "this name is not in the article"
    elif _is_known_date(mask, source):
        status, reason = "verified", "in the article, written otherwise"
    else:
        status, reason = "unsupported", "this date is not in the article"
    return NumberFinding(
        check=mask.kind,
        status=status,
        reason=reason,
        where=where,
        text=mask.text,
        start=mask.start,
        end=mask.end,
    )


def _is_known_date(mask: Mask, source: Source) -> bool:
    """A date may be written in another way: its year must be there, and its month and day."""
    if years_of((mask,)) - source.years:
        return False
    rest = day_of(mask.value or "")
    return not rest or any(r.startswith(rest) or rest.startswith(r) for r in source.days)


def _unread(prose: str, found: Scan, source: Source, where: str) -> Iterator[NumberFinding]:
    """Digits that are neither a quantity nor anything else known, such as "$350,00.0"."""
    known = [(m.start, m.end) for m in found.mentions] + [(m.start, m.end) for m in found.masks]
    for word in _DIGITS.finditer(prose):
        start, end = word.span()
        if any(low < end and start < high for low, high in known):
            continue
        there = source.locate(word.group())
        yield NumberFinding(
            check="digits",
            status="verified" if there else "unsupported",
            reason="in the article" if there else "cannot be read, and is not in the article",
            where=where,
            text=word.group(),
            start=start,
            end=end,
            evidence=there,
        )
