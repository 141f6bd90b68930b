"""What figures measure, so that those of two sources can be held against each other.

Two metrics are the same only where their classes or their telling words agree and nothing beside
them narrows one of the two ("cloud revenue", "adjusted profit"). Silence is no agreement.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.grounding.metric_words import CLASSES, DOWN, METRIC, UP
from summarizer.grounding.source import stems
from summarizer.grounding.wordlist import words

if TYPE_CHECKING:
    from summarizer.grounding.governing import Context
    from summarizer.models import KeyFigure

_DEALS = """
price: price, purchase, purchase price, takeover, acquisition, deal, consideration, offer, bid
price: deal value, transaction, buyout, buy-out, merger, sale, value, cost of the deal
price valuation: valuation, valued, worth, equity value, enterprise value
funding: funding, funding round, round, raise, raised, capital raise, series, proceeds, financing
spending: plan, investment plan, programme, program, package, pledge, commitment, outlay, invest
spending: capital spending, investing, funding plan, build-out, project cost
fee price: transfer fee, fee, transfer
fine: penalty, settlement, damages, award, compensation, sanction
buyback: buyback, buy-back, share repurchase, repurchase, share buyback
bonds loan: bond, bonds, notes, loan, credit line, facility, borrowing
jobs: job, worker, employee, staff, position, role, post, people
users: user, users, subscriber, subscribers, customers, customer, members, accounts
vehicles deliveries: vehicle, vehicles, cars, car, trucks, deliveries
patients: patients, patient, participants, volunteers
dead deaths: deaths, death, killed, dead, fatalities, victims, casualties
hurt: injured, injuries, wounded, hospitalised
homes: homes, houses, households, dwellings, flats, apartments
growth: growth, gdp growth, gross domestic product, economy, expansion
share: market share, share of the market, share of, slice of
capacity: capacity, generating capacity, nameplate capacity
losses theft: stolen, theft, hack, drained, exploit
attendance: attendance, spectators, visitors, passengers, crowd
turnout: turnout
subsidy: subsidy, subsidies, grant, grants, aid
cargo: cargo, tonnage, containers, teu, throughput
reserves: reserves, stockpile, inventories, stocks of crude, inventory
harvest output: harvest, crop, crops, yield
"""

_MORE: dict[str, frozenset[str]] = {}
for _line in _DEALS.strip().splitlines():
    _names, _, _phrases = _line.partition(":")
    for _phrase in _phrases.split(","):
        _MORE[_phrase.strip()] = _MORE.get(_phrase.strip(), frozenset()) | words(_names)

_MORE_RE = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(sorted(map(re.escape, _MORE), key=len, reverse=True))
    + r")(?![\w])",
    re.IGNORECASE,
)

_SCOPES = {
    "adjusted": "adjusted underlying normalised normalized pro-forma non-gaap excluding ex-items",
    "like-for-like": "like-for-like comparable same-store organic constant-currency",
    "net": "net",
    "gross": "gross",
    "core": "core",
    "statutory": "statutory reported gaap",
    "domestic": "domestic home local",
    "foreign": "foreign overseas international abroad export",
    "annual": "annual annualised annualized yearly year-on-year yoy",
    "monthly": "monthly month-on-month mom",
    "average": "average mean median",
    "cumulative": "cumulative accumulated lifetime",
    "first": "initial upfront first",
}
_SCOPE_OF = {word: name for name, listed in _SCOPES.items() for word in listed.split()}
_SILENT = {"statutory", "annual"}
"""Scopes that are as good as unsaid: what is reported, what is told by the year."""

_GENERIC = stems(
    "total overall combined group company whole entire reported current latest new planned plan "
    "amount figure number value level rate share percentage change growth rise fall increase "
    "decrease decline gain drop jump quarter quarterly year yearly annual half month first second "
    "third fourth full-year half-year interim final this last next its their his her more less "
    "price cost payment worth purchase sale up down around about equivalent estimate estimated "
    "expected forecast target guidance outlook original additional further great deal lot result "
    "results record high low end"
)
_NATIONS = {
    "u.s": "us",
    "usa": "us",
    "american": "us",
    "britain": "uk",
    "british": "uk",
    "chinese": "china",
    "german": "germany",
    "japanese": "japan",
}
_WORD = re.compile(r"[^\W\d_](?:[\w&'’.-]*\w)?")
_CHANGES = UP | DOWN
_LISTED = words("listed traded quoted")
_LOST = words("loss losses deficit shortfall outflow outflows")
_EARNED = words("profit profits earnings income surplus inflow inflows gain")


class Metric(NamedTuple):
    """What a figure measures.

    Attributes:
        text: The metric as it was told.
        classes: Classes of `metric_words` and of deals; empty where no known word stands.
        stems: The telling stems of the metric, without general words.
        narrow: The stems that narrow it: "cloud" of "cloud revenue".
        scopes: Words such as adjusted, net, core, like-for-like.
        is_change: Whether the figure is a change and not a level.
        sense: -1 for a loss or a deficit, 1 for a profit or a surplus, else 0.
    """

    text: str
    classes: frozenset[str]
    stems: frozenset[str]
    narrow: frozenset[str]
    scopes: frozenset[str]
    is_change: bool
    sense: int


def metric_of(figure: KeyFigure, sentence: str, context: Context | None) -> Metric:
    """Read the metric of a figure, and the words of its sentence that scope it."""
    told = figure.metric
    classes = classes_in(told) | (context.classes if context else frozenset())
    unit = figure.unit or "" if figure.kind in {"count", "measure"} else ""
    if unit:
        classes |= classes_in(unit)
    owner = stems(figure.entity or "")
    telling = (stems(told) - _GENERIC - owner) | stems(unit)
    heads = METRIC.sub(" ", _MORE_RE.sub(" ", told))
    narrow = _places(heads) | (stems(heads) - _GENERIC - owner - stems(" ".join(_CHANGES)))
    shares = bool({"shares"} & classes)
    return Metric(
        text=told,
        classes=classes,
        stems=telling,
        narrow=narrow - stems(" ".join(_LISTED)) if shares else narrow,
        scopes=_scopes(told, sentence, figure),
        is_change=_is_change(figure, told),
        sense=_sense(figure, told),
    )


def _sense(figure: KeyFigure, told: str) -> int:
    """Whether an amount is told as lost or as earned."""
    if figure.kind != "money":
        return 0
    spoken = set(told.lower().split())
    if spoken & _LOST:
        return -1
    return 1 if spoken & _EARNED else 0


def classes_in(text: str) -> frozenset[str]:
    """The classes of what is measured that the words of a text name."""
    found: set[str] = set()
    for match in METRIC.finditer(text):
        found |= CLASSES[match.group().lower()]
    for match in _MORE_RE.finditer(text):
        found |= _MORE[match.group().lower()]
    return frozenset(found)


def _places(text: str) -> frozenset[str]:
    """Nations in one spelling: "U.S.-listed" and "American" narrow alike."""
    lowered = (word.casefold().removesuffix("-listed").strip(".") for word in _WORD.findall(text))
    return frozenset(_NATIONS[word] for word in lowered if word in _NATIONS)


def _scopes(told: str, sentence: str, figure: KeyFigure) -> frozenset[str]:
    """The scopes of the metric, and those that stand right before the amount."""
    at = sentence.find(figure.text)
    near = " ".join(sentence[:at].split()[-4:]) if at >= 0 else ""
    spoken = {word.casefold() for word in _WORD.findall(f"{told} {near}")}
    return frozenset(_SCOPE_OF[word] for word in spoken if word in _SCOPE_OF) - _SILENT


def _is_change(figure: KeyFigure, told: str) -> bool:
    if figure.kind in {"percentage_point", "basis_point"}:
        return True
    if figure.kind == "percent":
        return figure.direction is not None or bool(
            {"growth", "rise", "fall", "increase", "change"} & set(told.lower().split())
        )
    return False


_KEPT = frozenset({"net", "operating", "pretax", "gross", "deficit", "surplus"})


def likeness(a: Metric, b: Metric) -> int:
    """How surely two metrics are one: 2 surely, 1 perhaps, 0 for all one can tell, -1 not."""
    shared = a.stems & b.stems
    if a.is_change != b.is_change:
        return 0 if a.classes & b.classes or shared or not (a.stems and b.stems) else -1
    if a.sense * b.sense < 0 and (shared or _KEPT & a.classes & b.classes):
        return 2
    if a.sense * b.sense < 0:
        return 1
    if a.classes and b.classes:
        if not a.classes & b.classes:
            return 1 if len(shared) >= 2 else -1
        return 2
    if shared and (len(shared) >= 2 or len(shared) >= min(len(a.stems), len(b.stems))):
        return 2
    return 1 if shared or not (a.stems and b.stems) else 0


def scope_differs(a: Metric, b: Metric) -> bool:
    """Whether one of two metrics is narrower, or of another scope, than the other."""
    if a.scopes != b.scopes:
        return True
    if not a.narrow or not b.narrow:
        return False
    return not a.narrow & b.narrow
