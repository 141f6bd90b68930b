"""The term of the field for what an amount measures, where its words and those around it name it.

"Shares rose 5%" is the share price; "47 cents a share" after a profit is earnings per share; the
people whom somebody employs are employees. What no rule names keeps the article's own words.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from summarizer.engines.rules import lexicon as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.engines.rules.phrases import Grammar
    from summarizer.engines.rules.reading import Reading
    from summarizer.models import Basis
    from summarizer.quantities import Quantity

_NEAR = 80
"""How many characters beside an amount may name what it is."""
_PROFITS = frozenset("profit profits earnings income loss losses".split())
_EARNED_PER_SHARE = Decimal(1000)
"""No company's whole profit is below this; such an amount is by the share."""
_STOCKS = re.compile(
    r"^(?:(?:the )?(?:share|stock)|(?:the )?(?:shares|stocks)(?: (?:of|in) .+)?|stock prices?"
    r"|(?P<coin>.*\btoken))$"
)
_TRADED = re.compile(
    r"\b(?:bought|buy|buys|buying|acquired?|acquires|acquiring|purchased?|takes? over|took over"
    r"|taken over|acquisition of|purchase of|takeover of)\b"
)
_SOLD = re.compile(r"\b(?:sold|sell|sells|selling|sale of)\b")
_EMPLOYS = re.compile(
    r"\b(?:employ(?:s|ed|ing)?|workforce|headcount|on (?:its|the) payroll|staff"
    r"|work(?:s|ed|ing)? (?:for|at))\b",
    re.IGNORECASE,
)
_HIRES = re.compile(r"\b(?:hire|hires|hiring|recruit|recruits|take on)\b(?! out)", re.IGNORECASE)
_JOBS_GO = re.compile(
    r"\b(?:cut|cuts|cutting|go|gone|lost|lose|shed|axe|axed|slash|eliminate|eliminated)\b"
)
_DIED = re.compile(r"\b(?:died|dead|killed|deaths?|drowned|lost their lives)\b", re.IGNORECASE)
_MOVED_OUT = re.compile(
    r"\b(?:forced from their homes|evacuated|displaced|fled|homeless|in tents|had to leave)\b"
)
_RAISED = re.compile(r"\b(?:round|series [a-z]|funding|venture|seed)\b", re.IGNORECASE)
_OFFERED = re.compile(
    r"\b(?:offer|offers|offered|bid|proposal|takeover|acqui\w+|shareholders of|shareholders)\b",
    re.IGNORECASE,
)
_AIMED = re.compile(
    r"^(?P<what>.+?) (?:outlook|forecasts?|guidance|targets?|expectations|projections?|estimates?)$"
    r"|^(?:outlook|forecasts?|guidance|estimates?|projections?|expectations?) (?:for|of) (?:the )?"
    r"(?P<of>.+)$"
)
_LEADING = re.compile(
    r"^(?:(?:the|a|an|its|their|own|whole|entire|consolidated|reported|combined|full-year|half-year"
    r"|quarterly|annual|yearly|first-half|second-half|first-quarter|second-quarter|third-quarter"
    r"|fourth-quarter|group|overall|current|latest|record|global) )+(?=\w)"
)
_KEPT_ALONE = frozenset("spent assets".split())
_COUNTED = re.compile(r"^(?:the )?(?:number|amount) of (?:the )?(?P<what>.+)$")
_MEASURES = (
    (re.compile(r"\s*(?:long\b|in length)"), "length"),
    (re.compile(r"\s*(?:wide\b|in width)"), "width"),
    (re.compile(r"\s*(?:high\b|tall\b|in height)"), "height"),
    (re.compile(r"\s*(?:deep\b|in depth)"), "depth"),
    (re.compile(r"\s*(?:of|below the) (?:sea|water)\b"), "water depth"),
    (re.compile(r"\s*thick\b"), "thickness"),
)
_LENGTHS = frozenset("meter kilometer mile foot yard centimeter millimeter inch".split())
_DIVIDEND = re.compile(r"\b(?:(?:interim|final|special|annual|quarterly) )?dividend\b")


class _Seen(NamedTuple):
    """A metric as it was read, with what stands around its amount."""

    metric: str
    quantity: Quantity
    before: str
    after: str
    sentence: str
    basis: Basis


def field_term(grammar: Grammar, index: int, reading: Reading, basis: Basis) -> str:
    """The name of what the mention at token `index` measures; the words as read where none fits."""
    mention = grammar.sentence.mentions[index]
    text = grammar.sentence.text
    start, end = mention.start - grammar.sentence.start, mention.end - grammar.sentence.start
    seen = _Seen(
        _plain(reading.metric),
        mention.quantity,
        text[max(0, start - _NEAR) : start],
        text[end : end + _NEAR],
        text,
        basis,
    )
    return next((named for rule in _RULES if (named := rule(seen))), None) or _short(seen)


def _plain(metric: str) -> str:
    """A metric in lower case where only a line's emphasis made it large: "CONSUMER prices"."""
    first = metric.split(" ", 1)[0]
    return (
        metric.lower() if len(first) > 1 and first[1:].isupper() and first[0].islower() else metric
    )


def _short(seen: _Seen) -> str:
    """A metric without the words that period and basis say, or that say nothing."""
    metric = seen.metric
    if seen.basis == "forecast" and (aimed := _AIMED.match(metric)):
        metric = aimed["what"] or aimed["of"]
    if counted := _COUNTED.match(metric):
        metric = counted["what"]
    short = _LEADING.sub("", metric)
    metric = short if short.lower() not in _KEPT_ALONE and short else metric
    return metric.removesuffix(" from operations")


def _per_share(seen: _Seen) -> str | None:
    """Read an amount of money by the share: earnings, a dividend, an offer."""
    q, spoken = seen.quantity, set(seen.metric.lower().split())
    if q.kind != "money" or q.value is None:
        return None
    by_share = q.per == "share" or re.match(
        r"\s*(?:for each|for every|for) (?:\w+ )?share", seen.after
    )
    if dividend := _DIVIDEND.search(f"{seen.metric} {seen.after[:40]}"):
        return dividend.group() if by_share or "pay" in seen.metric else None
    if spoken & _PROFITS and (by_share or abs(q.value) < _EARNED_PER_SHARE):
        noun = "loss per share" if "loss" in spoken else "earnings per share"
        return f"expected {noun}" if "expected" in seen.metric else noun
    if not by_share or spoken & words.METRIC_NOUNS - {"share", "shares", "offer", "bid", "payment"}:
        return None
    return "offer price per share" if _OFFERED.search(seen.sentence) else "price per share"


def _share_price(seen: _Seen) -> str | None:
    """Read "shares rose 5% to $3" as the share price, "the token fell 5%" as its price."""
    stock = _STOCKS.match(seen.metric.lower())
    if stock is None or seen.quantity.kind not in {"percent", "money"}:
        return None
    level = re.search(r"\b(?:to|at|from|around|near|of)\s+(?:a |about )?$", seen.before)
    if seen.quantity.kind == "money" and not level:
        return None
    return "token price" if stock["coin"] is not None else "share price"


def _deal(seen: _Seen) -> str | None:
    """Read what is paid for a body or a building as the purchase price or the sale price."""
    if seen.quantity.kind != "money" or seen.quantity.per:
        return None
    metric = seen.metric.lower()
    if metric.startswith(("purchase of ", "acquisition of ")) or metric == "acquisition":
        return "purchase price"
    if metric.startswith("sale of "):
        return "sale price"
    if not re.search(r"\bfor\s+(?:a (?:total|combined) of |about |up to )?$", seen.before):
        return None
    paid = re.search(r"\bpa(?:id|ys?)\s*$", seen.before)
    if paid or set(metric.split()) & words.METRIC_NOUNS - {"sales", "sale", "purchase", "shares"}:
        return None
    bought, sold = _TRADED.search(seen.before), _SOLD.search(seen.before)
    return "purchase price" if bought else "sale price" if sold else None


def _funding(seen: _Seen) -> str | None:
    """Read the money of a funding round as the amount raised, and what it makes one worth."""
    if seen.quantity.kind != "money":
        return None
    metric = seen.metric.lower()
    if metric == "worth":
        return "valuation" if re.search(r"\b(?:is|are|now) worth", seen.before) else "value"
    if metric == "funds raised" or (_RAISED.search(metric) and metric.endswith("round")):
        return "amount raised"
    return None


def _people(seen: _Seen) -> str | None:
    """Read counted people and jobs by what the sentence says of them."""
    q, metric = seen.quantity, seen.metric.lower()
    if q.kind not in {"count", "other"}:
        return None
    near = f"{seen.before[-60:]} {seen.after[:60]}"
    jobs = metric.startswith(("job", "position", "role", "post"))
    if jobs:
        return "job cuts" if _JOBS_GO.search(near) else None
    who = metric.split(" ")[0]
    if who not in {"people", "staff", "workers", "employees", "persons", "men", "women", "plans"}:
        return "deaths" if metric in {"number of dead", "dead"} else None
    if _HIRES.search(seen.before[-40:]):
        return "planned hires" if seen.basis == "forecast" else "hires"
    if who == "plans":
        return None
    if _DIED.search(f"{seen.before[-20:]} {seen.after[:30]}") or _DIED.search(metric):
        return "deaths"
    if _MOVED_OUT.search(near):
        return "people displaced"
    if _EMPLOYS.search(near) or who in {"staff", "employees"}:
        return "employees"
    return "passengers" if metric == "people carried" else None


def _share_of(seen: _Seen) -> str | None:
    """Read the shares that have a name of their own."""
    metric = seen.metric.lower()
    if metric.startswith("share of seats"):
        return "load factor"
    if metric == "share of capacity":
        return "capacity utilisation"
    return "interest rate" if metric == "interest" and seen.quantity.kind == "percent" else None


def _extent(seen: _Seen) -> str | None:
    """Read "188 km long" as a length."""
    if seen.quantity.kind != "measure" or seen.quantity.unit not in _LENGTHS:
        return None
    return next((name for pattern, name in _MEASURES if pattern.match(seen.after)), None)


def _level(seen: _Seen) -> str | None:
    if seen.quantity.kind == "index_level" and seen.metric.lower() == "index":
        return "index level"
    return None


_RULES: tuple[Callable[[_Seen], str | None], ...] = (
    _per_share,
    _share_price,
    _deal,
    _funding,
    _people,
    _share_of,
    _extent,
    _level,
)
