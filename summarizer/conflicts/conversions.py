"""Amounts that a text gives in two currencies, and whether the year's rate bears them out."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from summarizer.conflicts.rates import Fit, Rate, fit, reference
from summarizer.conflicts.relations import implied

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from summarizer.grounding.source import Source
    from summarizer.quantities import Mention, Quantity

_WHOLE = 1000
_ABOUT = r"(?:(?:about|around|roughly|some|approximately|nearly|almost|or)\s+)*"
_BETWEEN = re.compile(
    rf"^(?:\s*[(\[]\s*{_ABOUT}[=≈]?\s*|,?\s+or\s+{_ABOUT}|\s*[=≈/]\s*"
    rf"|[^.;()]{{0,60}}\b(?:equivalent|equal|equals|equates|amounts|converts|translates)"
    rf"(?:\s+to)?\s+{_ABOUT}|[^.;()]{{0,40}},\s+(?:which is|that is|i\.e\.,?)\s+{_ABOUT})$",
    re.IGNORECASE,
)


class Conversion(NamedTuple):
    """One amount told twice, in two currencies."""

    first: Mention
    second: Mention


class Implied(NamedTuple):
    """The rate that two amounts imply, and how it goes with the mean of the year."""

    fit: Fit
    rate: Rate
    words: str


def conversions(source: Source) -> Iterator[Conversion]:
    """Every amount of a text that it converts itself: "380 billion yuan ($53 billion)"."""
    mentions = source.scan.mentions
    for first, second in pairwise(mentions):
        one, two = first.quantity, second.quantity
        if not one.kind == two.kind == "money" or one.unit == two.unit:
            continue
        if _BETWEEN.match(source.text[first.end : second.start]):
            yield Conversion(first, second)


def implied_rate(a: Quantity, b: Quantity, year: int | None) -> Implied | None:
    """Hold the rate that two amounts imply against the mean of a year; None where unknown."""
    if a.unit is None or b.unit is None or not a.value or not b.value:
        return None
    if a.unit == b.unit or a.high is not None or b.high is not None:
        return None
    of, to = (a, b) if abs(a.value) <= abs(b.value) else (b, a)
    rate = reference(str(of.unit), str(to.unit), year)
    bounds = implied(of, to)
    if rate is None or bounds is None or not of.value or not to.value:
        return None
    words = f"{to.unit} {rate_words(to.value / of.value)} for 1 {of.unit}"
    return Implied(fit(*bounds, rate, str(of.unit), str(to.unit)), rate, words)


def rate_words(value: Decimal) -> str:
    """A rate in three digits, or in whole units: 7.17, 16,480."""
    return f"{value:,.0f}" if value >= _WHOLE else f"{value:.3g}"
