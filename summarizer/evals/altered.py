"""Altered claims through the checks: what a model's slip would get past them.

Each true claim of the golden set is told once more with one thing changed: a digit, the power of
ten, the currency, the sign, the bound, the direction, the period, the entity, the basis or the
metric. The quote stays true, for that is where a model errs; altered quotes are in `evals/probes`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.evals.labels import (
    entity_key,
    metric_key,
    same_entity,
    same_metric,
    same_period,
    words_of,
)
from summarizer.grounding.figures import ground_figure
from summarizer.models import KeyFigure
from summarizer.quantities import parse, scan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.evals.golden import GoldenFigure
    from summarizer.grounding.source import Source
    from summarizer.models import DraftFigure, Status

Change = Literal[
    "digit", "power of ten", "currency", "sign", "bound",
    "direction", "year", "part of year", "period", "entity", "basis", "metric",
]  # fmt: skip
PERIODS: tuple[Change, ...] = ("year", "part of year", "period")
AMOUNTS: tuple[Change, ...] = ("digit", "power of ten", "currency", "sign", "bound")
"""The changes after which the amount is another one: none of them may be accepted."""

_DIGITS = re.compile(r"\d(?=\D*$)")
_SCALES = {
    "trillion": "billion", "billion": "million", "million": "billion", "thousand": "million",
    "bn": "m", "crore": "lakh", "lakh": "crore", "hundred": "thousand",
}  # fmt: skip
_SCALE = re.compile(rf"(?<![a-z])(?:{'|'.join(_SCALES)})(?![a-z])", re.IGNORECASE)
_CURRENCIES = {
    "£": "€", "€": "£", "Rs ": "£", "euros": "pounds", "euro": "pound", "pounds": "euros",
    "dollars": "euros", "kroner": "euros", "kronor": "euros", "pence": "cents",
}  # fmt: skip
_CURRENCY = re.compile(rf"(?:US|A|C|HK)?\$|(?<!n )(?<!US )(?:{'|'.join(_CURRENCIES)})")
_LEVEL = re.compile(r"\b(?:to|from) $")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_RELATIVE = {
    "last year": "this year", "this year": "last year", "next year": "this year",
    "a year earlier": "this year", "the year before": "this year",
}  # fmt: skip
_PARTS = (
    ("first", "second", "third", "fourth"),
    ("Q1", "Q2", "Q3", "Q4"),
    ("January", "February", "March", "April", "May", "June", "July", "August", "September",
     "October", "November", "December"),
)  # fmt: skip
_NEXT = {word: row[(at + 1) % len(row)] for row in _PARTS for at, word in enumerate(row)}
_HALVES = {"first half": "second half", "second half": "first half", "H1": "H2", "H2": "H1"}
_PART = re.compile(
    rf"\b(?:{'|'.join(_HALVES)}|(?:first|second|third|fourth)(?=[ -](?:fiscal )?quarter)"
    rf"|Q[1-4]|(?:{'|'.join(_PARTS[2])}))\b"
)
_OTHER_BASIS = {"stated": "forecast", "forecast": "stated", "rumoured": "stated"}


class Altered(NamedTuple):
    """What became of an altered claim.

    Attributes:
        case: The golden case.
        figure: The expected figure that was told otherwise.
        change: What was changed.
        told: What it was changed to.
        status: What the checks gave what was changed: "verified", "derived" or "ambiguous" where
            they let it through, else None.
    """

    case: str
    figure: str
    change: Change
    told: str
    status: Status | None

    @property
    def slipped(self) -> bool:
        """Whether it stands as true: an amount in any way, a label without a flag."""
        return self.status is not None and (
            self.change in AMOUNTS or self.status in ("verified", "derived")
        )


def alter_all(
    case: str, told: Sequence[tuple[GoldenFigure, DraftFigure]], source: Source
) -> list[Altered]:
    """Put every altered form of the true claims of a case through the checks.

    Args:
        case: Its name.
        told: The expected figures with the true claims.
        source: The article.
    """
    return [
        Altered(case, figure.id, change, words, _status(draft, change, words, source))
        for at, (figure, true) in enumerate(told)
        for change, words, draft in _altered(at, figure, true, told, source)
    ]


def _status(draft: DraftFigure, change: Change, words: str, source: Source) -> Status | None:
    """The status of what was changed; a label that the checks leave out has none."""
    found = ground_figure(draft, source)
    if not isinstance(found, KeyFigure):
        return None
    label = {"entity": found.entity, "metric": found.metric, "basis": found.basis}
    came_out = label.get(change, found.period if change in PERIODS else words) == words
    return found.status if came_out else None


def _altered(
    at: int,
    figure: GoldenFigure,
    true: DraftFigure,
    told: Sequence[tuple[GoldenFigure, DraftFigure]],
    source: Source,
) -> Iterator[tuple[Change, str, DraftFigure]]:
    for change, words in _amounts(figure, true.amount, source.article.language or "en"):
        if words not in true.quote:
            yield change, words, true.model_copy(update={"amount": words})
    if figure.direction:
        other = "down" if figure.direction == "up" else "up"
        yield "direction", other, true.model_copy(update={"direction": other})
    near = [one for _, (one, _) in sorted(enumerate(told), key=lambda pair: abs(pair[0] - at))]
    for change, label in _periods(figure, near):
        yield change, label, true.model_copy(update={"period": label})
    for name in [o.entity for o in near if o.entity and _another_entity(figure, o.entity)][:1]:
        yield "entity", name, true.model_copy(update={"entity": name})
    basis = _OTHER_BASIS[figure.basis]
    yield "basis", basis, true.model_copy(update={"basis": basis})
    for metric in [o.metric for o in near if _another_metric(figure, o)][:1]:
        yield "metric", metric, true.model_copy(update={"metric": metric})


def _amounts(figure: GoldenFigure, words: str, language: str) -> Iterator[tuple[Change, str]]:
    """The words of an amount with one thing changed; only where another amount can be read."""
    if not words.isascii() and not set("€£") & set(words):
        return
    yield from _kept("digit", words, _DIGITS.sub(_next_digit, words))
    if sign := _CURRENCY.search(words):
        other = _CURRENCIES.get(sign.group(), "€")
        yield from _kept("currency", words, f"{words[: sign.start()]}{other}{words[sign.end() :]}")
    if language != "en":
        return
    if scale := _SCALE.search(words):
        other = _SCALES[scale.group().lower()]
        changed = f"{words[: scale.start()]}{other}{words[scale.end() :]}"
        yield from _kept("power of ten", words, changed)
    elif (digit := _DIGITS.search(words)) and "." not in words:
        yield from _kept("power of ten", words, _ten_times(words, digit.end()))
    found = scan(words).mentions
    if len(found) != 1:
        return
    core, quantity = found[0].core, found[0].quantity
    bare = words[core.start : core.end]
    if quantity.high is not None or quantity.comparator == "approx" or quantity.value is None:
        return
    level = figure.direction != "down" or _LEVEL.search(figure.quote.split(words)[0])
    if level and bare[:1] in "$€£0123456789" and (figure.value or 0) > 0:
        yield from _kept("sign", words, f"-{bare}")
    bound = "less than" if quantity.comparator in ("gt", "ge") else "more than"
    yield from _kept("bound", words, f"{bound} {bare}")


def _next_digit(match: re.Match[str]) -> str:
    return str((int(match.group()) + 1) % 10)


def _ten_times(words: str, end: int) -> str:
    """Another digit at the end of a whole number, its separators put anew."""
    start = end
    while start and (words[start - 1].isdigit() or words[start - 1] == ","):
        start -= 1
    number = f"{int(words[start:end].replace(',', '')) * 10:,}"
    return f"{words[:start]}{number}{words[end:]}"


def _kept(change: Change, words: str, other: str) -> Iterator[tuple[Change, str]]:
    one, two = parse(words), parse(other)
    if other != words and one is not None and two is not None:
        yield change, other


def _periods(figure: GoldenFigure, near: Sequence[GoldenFigure]) -> Iterator[tuple[Change, str]]:
    period = figure.period
    if period is None:
        return
    later = _YEAR.sub(lambda year: str(int(year.group()) - 1), period)
    if later == period:
        later = _RELATIVE.get(period, period)
    if later != period:
        yield "year", later
    shifted = _PART.sub(lambda m: _HALVES.get(m.group()) or _NEXT[m.group()], period)
    if shifted != period:
        yield "part of year", shifted
    mine = (period, *figure.period_aliases)
    for other in near:
        label = other.period
        if label and not same_period(label, mine) and not any(_within(label, own) for own in mine):
            yield "period", label
            return


def _within(one: str, other: str) -> bool:
    """Whether two periods may be told of one amount: "2026" and "March 2026"."""
    first, second = frozenset(words_of(one)), frozenset(words_of(other))
    return first <= second or second <= first


def _another_entity(figure: GoldenFigure, label: str) -> bool:
    mine = [one for one in (figure.entity, *figure.entity_aliases) if one]
    if not mine or same_entity(label, mine):
        return False
    return not any(entity_key(label) & entity_key(one) for one in mine)


def _another_metric(figure: GoldenFigure, other: GoldenFigure) -> bool:
    mine = (figure.metric, *figure.metric_aliases)
    if (figure.kind, figure.unit) != (other.kind, other.unit) or same_metric(other.metric, mine):
        return False
    key = metric_key(other.metric)
    return not any(key <= metric_key(one) or metric_key(one) <= key for one in mine)
