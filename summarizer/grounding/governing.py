"""What the words around an amount say of it: what it measures, of whom, when and how we know.

No grammar: the words between two amounts are shared out at the first comma, conjunction or
preposition that parts them, and an amount that has no words of its own ("to $5 billion") takes
those of the amount before it. Whatever is not said plainly stays unknown.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.grounding.bases import basis_of
from summarizer.grounding.basis_words import DENIED_AFTER, DENIED_BEFORE, RETOLD
from summarizer.grounding.metric_words import (
    CLASSES,
    COUNT_DOWN,
    COUNT_UP,
    DOWN,
    METRIC,
    UP,
)
from summarizer.grounding.names import name_words, subject_words
from summarizer.grounding.remembering import Kept, of_short_texts
from summarizer.grounding.roles import REVISED, Role, role_of
from summarizer.grounding.source import LONG_SENTENCE, stems
from summarizer.grounding.times import Times, times_in, times_of
from summarizer.quantities import Mention, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.models import Basis

Trend = Literal["up", "down"]

_PARTS = re.compile(
    r"[,;:()—–]|\.\s|\b(?:and|or|but|while|whereas|though|against|compared|versus|from|to|up|down|as"
    r"|after|than|plus)\b",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"[,;:()—–]|\.\s|\b(?:and|or|but|while|whereas|though|as|plus)\b", re.IGNORECASE
)
_BREAK = re.compile(
    r";|\.\s|\n|[—–]\s|,\s+(?:while|whereas|but|though|although|even|which|who|and\s+[A-Z])|\bwhile\b"
    r"|\bwhereas\b|\beven though\b"
)
_OF_WHAT = re.compile(
    r"^\s*(?:of|in|worth of|from)\s+(?:\w+['’]s\s+|its\s+|their\s+|the\s+)?", re.IGNORECASE
)
_EARNED = re.compile(r"\b(?:earn(?:s|ed)?|los(?:t|es))\b", re.IGNORECASE)
_BLANK = re.compile(r"^[\s-]+")
_CONJUNCTION = re.compile(r"^[\W_]*(?:(?:and|or|but|the|a|an|its|their)\b\s*)*", re.IGNORECASE)
_AGAINST = re.compile(r"\b(?:against|versus|compared (?:with|to)|than)\b", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"\b(?:after|because|when|since|that|which|who|saying|revealed|said|says|announced"
    r"|to (?:invest|spend|buy|raise|pay|build|add|sell|borrow|lend|cut|boost|fund))\b",
    re.IGNORECASE,
)
"""What stands before is another statement."""
_BRIEF = 2
_MOST, _BESIDE, _MARGIN = 40, 6, 200
"""How many amounts a sentence of news may have; what is read of a list that has more."""
_WORD = re.compile(r"[\w'’-]+")
_FEW = 10
_NOT_LEVEL = re.compile(
    r"\b(?:growth|pace|rate of|increases?|gains?|decline|rises?)\b", re.IGNORECASE
)
_NOW = re.compile(r"\b(?:now|currently)\b", re.IGNORECASE)
_WHOSE = re.compile(
    r"^\s+(?:for|at|by|in|among|of)\s+(?:(?:the|its|rival|older|newer|those|given|people|patients"
    r"|recipients|of|on)\s+)*(?P<name>[A-Z][\w&.-]+)"
)
_METRIC_OF = re.compile(
    r"\b(?:[Ss]hares|[Ss]ales|[Rr]evenue|[Pp]rofits?|[Rr]ents|[Pp]rices|[Oo]utput|[Ii]nflation)"
    r" (?:in|at|of) (?P<name>[A-Z][\w&.-]+(?: [A-Z][\w&.-]+)*)"
)
"""Whose amount it is, where the name follows what is measured."""


class Context(NamedTuple):
    """What governs one mention of a text; empty and None are unknown.

    Attributes:
        classes: What it may measure, of `metric_words`.
        own: The stems of its own words, without those of other amounts.
        words: The same with the words it shares with the amount before it.
        subject: The name words of its subject.
        after: The name words that follow it as its own ("11% in Gdansk").
        beside: The name words before it that it shares with no other amount.
        brief: Whether its own words are so few that they repeat what an amount before it says.
        contrast: Whether it is set against another amount.
        names: Every name word that its own and its shared words hold.
        basis: stated only where the words tell it as done or as so.
        trend: Whether what is measured went up or down.
        role: Whether the amount is the change, the new level or the old one.
        times: When it holds.
        denied: Whether the text says that it is not, or no longer, so.
        retold: Whether any word speaks of a denial, a correction or an earlier state.
    """

    classes: frozenset[str]
    own: frozenset[str]
    words: frozenset[str]
    subject: frozenset[str]
    after: frozenset[str]
    beside: frozenset[str]
    brief: bool
    contrast: bool
    names: frozenset[str]
    basis: Basis | None
    trend: Trend | None
    role: Role | None
    times: Times
    denied: bool
    retold: bool


class _Words(NamedTuple):
    """How the words of a sentence are shared out to one mention."""

    left: str
    right: str
    shared: str
    tail: str
    alone: str


def contexts_in(text: str, span: Span, mentions: Sequence[Mention]) -> list[Context]:
    """The context of each of `mentions`, those of the sentence `text[span]`, in order."""
    start, end = span
    inside = not mentions or (start <= mentions[0].start and mentions[-1].end <= end)
    if end - start > LONG_SENTENCE or not inside:
        return _read_all(text, span, mentions)
    # A summary quotes: the same sentence is read again wherever it is told.
    key = (text[start:end], *[_place(m, start) for m in mentions])
    return list(_KNOWN.get(key) or _KNOWN.keep(key, _read_all(text, span, mentions)))


_KNOWN: Kept[tuple[object, ...], list[Context]] = Kept(256)


def _place(mention: Mention, start: int) -> tuple[object, ...]:
    """All that is read of a mention, from the begin of its sentence on."""
    (a, b), quantity = mention.core, mention.quantity
    place = (mention.start - start, mention.end - start, a - start, b - start)
    return (*place, quantity.kind, quantity.unit, quantity.value)


def _read_all(text: str, span: Span, mentions: Sequence[Mention]) -> list[Context]:
    found: list[Context] = []
    parts = _share_out(text, span, mentions)
    for mention, part in zip(mentions, parts, strict=True):
        found.append(_read(text[span.start : span.end], mention, part, found))
    return _revised(mentions, found)


def _revised(mentions: Sequence[Mention], found: list[Context]) -> list[Context]:
    """A change without a verb of change: "restated to $4 million from $6 million" went down."""
    for i in range(1, len(found)):
        one, two = mentions[i - 1].quantity, mentions[i].quantity
        roles = (found[i - 1].role, found[i].role)
        if roles not in (("to", "from"), ("from", "to")) or one.value is None or two.value is None:
            continue
        if found[i - 1].trend or (one.kind, one.unit) != (two.kind, two.unit):
            continue
        new, old = (one, two) if roles[0] == "to" else (two, one)
        trend: Trend = "up" if (new.value or 0) > (old.value or 0) else "down"
        found[i - 1 : i + 1] = [c._replace(trend=trend) for c in found[i - 1 : i + 1]]
    return found


def _share_out(text: str, span: Span, mentions: Sequence[Mention]) -> list[_Words]:
    out: list[_Words] = []
    shared = ""
    for i, mention in enumerate(mentions):
        start = min(mention.start, mention.core.start)
        before = max(mentions[i - 1].core.end, mentions[i - 1].end) if i else span.start
        gap = text[min(before, start) : start]
        left = gap
        if i:
            if breaks := list(_BREAK.finditer(gap)):
                left, shared = gap[breaks[-1].start() :], ""
            else:
                shared = f"{shared} {out[-1].left} {'' if _STRONG.search(gap) else out[-1].right}"
                part = _STRONG.search(gap) or _PARTS.search(gap)
                left = gap[part.start() :] if part else gap
                if stems(left) - _changes(left):
                    shared = ""
        elif breaks := [b for b in _BREAK.finditer(gap) if not _is_aside(b, gap)]:
            left = gap[breaks[-1].start() :]
        end = max(mention.end, mention.core.end)
        stop = mentions[i + 1].start if i + 1 < len(mentions) else span.end
        after = text[end : max(stop, end)]
        part = _PARTS.search(after)
        right = after[: part.start()] if part else after
        out.append(_Words(left, right, shared, text[end : span.end], after))
    return out


def _is_aside(clause: re.Match[str], gap: str) -> bool:
    """Whether a relative clause ends before the amount: "Acme, which makes bolts, lost $5"."""
    return clause.group().endswith(("which", "who")) and "," in gap[clause.end() :]


def _read(sentence: str, mention: Mention, part: _Words, before: Sequence[Context]) -> Context:
    left = f"{part.shared} {part.left}"
    kind = mention.quantity.kind
    role = role_of(part.left, mention)
    trend = _trend(part, kind)
    names = name_words(f"{left} {part.right}")
    last = before[-1] if before else None
    subject = subject_words(part.left) or (
        last.subject if last and part.shared else subject_words(part.shared)
    )
    if owner := _METRIC_OF.search(part.left):
        subject |= name_words(owner["name"])
    # "Revenue rose 14% ... from $2 billion": an old level needs a change.
    revised = bool(REVISED.search(sentence))
    if role in ("from", "to") and trend is None and not revised:
        role = None
    old = role == "from" and not revised
    classes = _classes(part, kind)
    counted = mention.quantity.unit or "" if kind in ("count", "measure") else ""
    own = stems(f"{part.left} {part.right}")
    strong = _STRONG.search(wide := part.alone)
    whose = _WHOSE.match(part.right)
    return Context(
        classes=classes,
        own=own,
        words=own | stems(f"{left} {counted} {wide[: strong.start()] if strong else wide}"),
        subject=subject,
        after=name_words(whose["name"]) if whose else frozenset(),
        beside=name_words(part.left),
        brief=bool(stems(part.left)) and len(_CONJUNCTION.sub("", part.left).split()) <= _BRIEF,
        contrast=bool(_AGAINST.search(part.left)),
        names=names,
        basis=basis_of(left, part.tail, mention, old=old),
        trend=trend,
        role=role,
        times=times_of(part.left, part.alone, part.tail, part.shared, old=old),
        denied=bool(DENIED_BEFORE.search(left) or DENIED_AFTER.search(part.tail)),
        retold=bool(RETOLD.search(f"{left} {part.right}")),
    )


def _classes(part: _Words, kind: str) -> frozenset[str]:
    """What follows as "of revenue" wins, then what stands before, then what both amounts share."""
    # "2% of national income" may be told as a share of income, or as what it is spent on.
    if kind == "percent" and part.right.lstrip().startswith("of "):
        base = _classes_in(part.right)
        return base | _classes_in(f"{part.shared} {part.left}") if base else base
    opener = _OF_WHAT.match(part.right) or _BLANK.match(part.right)
    after = METRIC.match(part.right, opener.end()) if opener else None
    if after:
        return CLASSES[after.group().lower()]
    own = _classes_in(part.left)
    if kind == "money" and not own and (verbs := _EARNED.findall(part.left)):
        return CLASSES["earned" if verbs[-1].casefold().startswith("e") else "loss"]
    if own or stems(part.left) - _changes(part.left):
        return own
    return _classes_in(part.shared)


@of_short_texts
def _classes_in(text: str) -> frozenset[str]:
    found: set[str] = set()
    text = _SUBORDINATE.split(text)[-1]
    for match in METRIC.finditer(text):
        found |= CLASSES[match.group().lower()]
    return frozenset(found)


@of_short_texts
def _changes(text: str) -> frozenset[str]:
    words = {w.casefold() for w in _WORD.findall(text)} & (UP | DOWN)
    return stems(" ".join(words))


def _trend(part: _Words, kind: str) -> Trend | None:
    """The last word of change before the amount, if it is near; else "up from" after it."""
    counted = kind in ("count", "measure")
    text = part.left if part.left.strip() and not part.shared else f"{part.shared} {part.left}"
    words = [w.casefold() for w in _WORD.findall(text)]
    if kind == "percent" and _NOT_LEVEL.search(text):
        return None
    found: Trend | None = None
    for word in words[-_FEW - 2 :]:
        if kind == "money" and word in ("lose", "loses", "lost"):
            continue  # an amount lost is a loss, which may well have grown
        if word in UP or (counted and word in COUNT_UP):
            found = "up"
        elif word in DOWN or (counted and word in COUNT_DOWN):
            found = "down"
    if found:
        return found
    after = re.match(r"\W*(up|down)\b.{0,30}?\bfrom\b", part.tail)
    return None if not after else "up" if after[1] == "up" else "down"


def _core_start(mention: Mention) -> int:
    return mention.core.start


def context_of(mention: Mention, text: str, span: Span, mentions: Sequence[Mention]) -> Context:
    """The context of one of the `mentions` of `text`, in its sentence `text[span]`."""
    span, inside = nearby(mention, span, mentions)
    return contexts_in(text, span, inside)[inside.index(mention)]


def nearby(
    mention: Mention, span: Span, mentions: Sequence[Mention]
) -> tuple[Span, Sequence[Mention]]:
    """The sentence `span` of a mention with those of the `mentions`, in order, that stand in it.

    Of what is far too long for a sentence, and is a list or a table, only the part around the
    mention: its context would else cost the more the longer it is.
    """
    low = bisect_left(mentions, span.start, key=_core_start)
    high = bisect_left(mentions, span.end, key=_core_start)
    if high - low <= _MOST and span.end - span.start <= LONG_SENTENCE:
        return span, mentions[low:high]
    # In blocks, so that neighbours share what is read.
    here = bisect_left(mentions, mention.core.start, key=_core_start)
    block = low + (here - low) // _BESIDE * _BESIDE
    low, high = max(low, block - _BESIDE), min(high, block + 2 * _BESIDE)
    start = max(span.start, mentions[low].start - _MARGIN)
    return Span(start, min(span.end, mentions[high - 1].end + _MARGIN)), mentions[low:high]


def said_of(*, metric: str, entity: str | None, period: str | None, basis: Basis) -> Context:
    """The context that separate fields amount to."""
    return Context(
        classes=_classes_in(metric),
        own=frozenset(),
        words=stems(metric),
        subject=name_words(entity or ""),
        after=frozenset(),
        beside=name_words(entity or ""),
        brief=False,
        contrast=False,
        names=name_words(entity or ""),
        basis=basis,
        trend=None,
        role=None,
        times=times_in(period or ""),
        denied=False,
        retold=bool(RETOLD.search(metric)),
    )
