"""Whether what is said of an amount can be what the article says of it.

Only where both sides are known and differ is there a contradiction; silence never is one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.grounding.governing import contexts_in, nearby
from summarizer.grounding.metric_words import DOWN, UP
from summarizer.grounding.names import name_words
from summarizer.grounding.source import stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.grounding.governing import Context
    from summarizer.grounding.source import Source
    from summarizer.grounding.times import Times
    from summarizer.quantities import Mention

_RIVAL = re.compile(
    r"\b(?i:rival|competitor|peer)s?(?: \w+ maker| bank| lender| airline| firm| group)?"
    r" (?P<name>[A-Z][\w&.-]+(?: [A-Z][\w&.-]+)*)"
)
_CHANGE_STEMS = stems(" ".join(UP | DOWN))
_MOST = 2_000
"""How many amounts of an article are looked at for who else they are said of."""
_PLAIN = stems(
    "total sum amount figure number million billion trillion company group firm people first "
    "second third fourth quarter half full report reported said expect expected forecast "
    "last next month months week weeks day days january february march april june july august "
    "september october november december will earlier against compared around nearly almost "
    "another make made have take took get gets got give need see saw come came worth only "
    "share shares point points percent"
)


class Contradiction(NamedTuple):
    """What is contradicted (metric, basis, entity, direction, period, denied), and why."""

    check: str
    reason: str


class Stated(NamedTuple):
    """One amount of the article with its context and those of the other amounts beside it."""

    mention: Mention
    context: Context
    beside: tuple[tuple[Mention, Context], ...]


def stated_at(mention: Mention, source: Source) -> Stated | None:
    """What governs an amount of the article; None in a language other than English.

    The sentence is read when it is first asked for: of a long article few are.
    """
    if (source.article.language or "en")[:2] != "en":
        return None
    if mention.start not in source.contexts:
        whole = source.sentence_span(mention.core.start)
        span, mentions = nearby(mention, whole, source.scan.mentions)
        pairs = tuple(zip(mentions, contexts_in(source.text, span, mentions), strict=True))
        for one, context in pairs:
            if span == whole or one is mention:
                beside = tuple(pair for pair in pairs if pair[0] is not one)
                source.contexts[one.start] = Stated(one, context, beside)
    return source.contexts.get(mention.start)


def another_subject(claimed: Context, stated: Stated, source: Source) -> Contradiction | None:
    """Whether the amount is said of somebody who is clearly not the one that is claimed.

    Only where the article says the like of the claimed one in another sentence, with an amount of
    the same kind, and never names the two together: a chief executive stands for his company. Or
    where the sentence calls its subject a rival and does not name the claimed one.
    """
    there, said = stated.context, claimed.subject & claimed.beside
    if not said or not there.subject or said & there.names or claimed.names & there.subject:
        return None
    sentence = source.text[slice(*source.sentence_near(stated.mention))]
    if _calls_rival(there.subject, sentence) and not any(n in sentence.casefold() for n in said):
        return Contradiction("entity", _of_whom(there.subject))
    if any(
        any(name in text for name in said) and any(name in text for name in there.subject)
        for text in source.folded_sentences
    ):
        return None
    mentions = source.scan.mentions[:_MOST]
    alike = (m for m in mentions if m.quantity.kind == stated.mention.quantity.kind)
    for other in filter(None, (stated_at(mention, source) for mention in alike)):
        if not other.context.subject & said:
            continue
        names = stems(" ".join(other.context.names | there.names))
        like = _telling(other.context.own & there.own) - names
        counted = stated.mention.quantity.unit if stated.mention.quantity.kind == "count" else None
        alike_noun = counted is not None and counted == other.mention.quantity.unit
        if like or alike_noun or other.context.classes & there.classes:
            return Contradiction("entity", _of_whom(there.subject))
    return None


def _calls_rival(names: frozenset[str], sentence: str) -> bool:
    found = _RIVAL.search(sentence)
    return found is not None and bool(name_words(found["name"]) & names)


def contradiction(claimed: Context, stated: Stated, *, trend: bool = True) -> Contradiction | None:
    """The first thing that `claimed` says of an amount and that the article says otherwise.

    Args:
        claimed: What somebody says of the amount.
        stated: What the article says of it.
        trend: Whether the trend of `claimed` is to be held against the article's.
    """
    return next(_contradictions(claimed, stated, trend=trend), None)


def _contradictions(claimed: Context, stated: Stated, *, trend: bool) -> Iterator[Contradiction]:
    there = stated.context
    if there.denied and claimed.words and not claimed.denied and not claimed.retold:
        yield Contradiction("denied", "the article says that this is not so")
    if claimed.denied and not there.denied and not there.retold:
        yield Contradiction("denied", "the article says that this is so")
    if reason := _basis(claimed, there):
        yield Contradiction("basis", reason)
    if reason := _entity(claimed, stated):
        yield Contradiction("entity", reason)
    if reason := _metric(claimed, stated):
        yield Contradiction("metric", reason)
    if reason := _direction(claimed, there, stated.mention.quantity.kind) if trend else None:
        yield Contradiction("direction", reason)
    if reason := _period(claimed, stated):
        yield Contradiction("period", reason)


def _basis(claimed: Context, there: Context) -> str | None:
    if claimed.basis != "stated":
        return None
    if there.basis == "forecast":
        return "told as done; the article forecasts it"
    return "told as done; the article has it as a rumour" if there.basis == "rumoured" else None


def _entity(claimed: Context, stated: Stated) -> str | None:
    """Another name stands where the claimed one would, and the claimed one beside another amount.

    A name that follows the amount as its own ("11% in Gdansk") comes before the subject.
    """
    there = stated.context
    others = [context for _, context in stated.beside]
    names = frozenset[str]().union(*(c.names for c in others))
    if there.after and not claimed.names & there.after:
        rivals = frozenset[str]().union(*(c.after for c in others))
        if claimed.names & rivals or (there.contrast and claimed.names & names):
            return _of_whom(there.after)
    if there.subject and not claimed.names & there.names and claimed.names & names:
        return _of_whom(there.subject)
    subjects = frozenset[str]().union(*(c.subject for c in others))
    owned = claimed.subject & claimed.beside & subjects
    if (
        there.subject
        and owned
        and not claimed.subject & there.names | claimed.names & there.subject
    ):
        return _of_whom(there.subject)
    return None


def _of_whom(names: frozenset[str]) -> str:
    return f"the article says this of {' '.join(sorted(names)).title()}"


def _metric(claimed: Context, stated: Stated) -> str | None:
    there = stated.context
    if claimed.denied or (claimed.role == "by") != (there.role == "by"):
        return None  # a change may be told of what it changed or of what changed it
    counted = stated.mention.quantity.kind in ("count", "measure", "duration", "age", "ordinal")
    apart = claimed.classes and there.classes and not claimed.classes & there.classes
    if apart and not counted:
        return f"the article says this of {' or '.join(sorted(there.classes))}"
    return _of_another(claimed, stated)


def _of_another(claimed: Context, stated: Stated) -> str | None:
    """Words that the claim shares with a parallel amount of the sentence and not with this one.

    "Schools get 240 million, roads 155 million": two amounts are parallel where the words of one
    repeat the other's statement, or where both measure the same.
    """
    there, quantity = stated.context, stated.mention.quantity
    said = _telling(claimed.words)
    wanted = _telling(claimed.own)
    for mention, other in stated.beside:
        if there.contrast or other.contrast:
            continue
        parallel = there.brief or other.brief or there.classes & other.classes & claimed.classes
        if not parallel or mention.quantity.kind != quantity.kind:
            continue
        ours, theirs = _telling(there.words), _telling(other.words)
        shared = wanted & (theirs - ours)
        if shared and ours - theirs and not said & (ours - theirs):
            return f"the article says '{mention.text}' of this ({', '.join(sorted(shared))}…)"
    return None


def _telling(words: frozenset[str]) -> frozenset[str]:
    return frozenset(w for w in words - _CHANGE_STEMS - _PLAIN if not w[0].isdigit())


def _direction(claimed: Context, there: Context, kind: str) -> str | None:
    if claimed.classes and there.classes and not claimed.classes & there.classes:
        return None
    levels = {"to", "from"}
    if claimed.role and there.role and claimed.role != there.role:
        if {claimed.role, there.role} == levels:
            return f"the article has it as the level '{there.role}', not '{claimed.role}'"
        if kind != "percent":
            return f"the article says '{there.role}' this amount, not '{claimed.role}'"
    same_role = claimed.role == there.role or kind != "percent"
    if same_role and claimed.trend and there.trend and claimed.trend != there.trend:
        return f"the direction is {there.trend}"
    return None


def _period(claimed: Context, stated: Stated) -> str | None:
    said, there = claimed.times, stated.context.times
    for unit in ("year", "quarter", "half", "month") if said.parts and there.parts else ():
        here, wanted = there.of(unit), said.of(unit)
        if here and wanted and not here & wanted:
            return f"the article says this of {', '.join(sorted(here))}"
    if said.relative and there.relative and not _meet(said.relative, there.relative):
        return f"the article says this of {', '.join(sorted(there.relative))}"
    kind = stated.mention.quantity.kind
    if not (there.prior or said.prior or said.relative or said.parts):
        return None
    rivals = [c.times for m, c in stated.beside if m.quantity.kind == kind]
    timeless = kind in ("duration", "age") or "forecast" in (claimed.basis, stated.context.basis)
    if there.prior and not said.prior and not timeless and _of_now(said, rivals):
        return "the article says this of an earlier time"
    if said.prior and not there.prior and any(r.prior for r in rivals):
        return "the article says another amount of the earlier time"
    if not there.relative and not there.parts:
        for rival in rivals:
            same = said.relative & rival.relative or {v for _, v in said.parts & rival.parts}
            if rival.prior and not there.prior and same:
                return f"the article says another amount of {', '.join(sorted(same))}"
    return None


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of relative times can be the same: those of other units may overlap."""
    units = {word.split()[-1] for word in one} & {word.split()[-1] for word in other}
    return not units or bool(one & other)


def _of_now(said: Times, rivals: Sequence[Times]) -> bool:
    """Whether a claim's time is that of an amount beside, which is not of an earlier time."""
    if said.prior is False:
        return True
    years = said.of("year")
    return any(
        not rival.prior and said.parts & rival.parts and (not years or years & rival.of("year"))
        for rival in rivals
    )
