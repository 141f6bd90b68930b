"""Of whom an amount is said: a light look at the names around it, with no model of language.

It answers one question only, and only where the sentence leaves no doubt: does the article say
this amount of somebody else than the claim does? Silence is the safe answer.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from summarizer.grounding.gazetteer import GIVEN_NAMES, PERSON_TITLES, PLACES
from summarizer.grounding.remembering import of_short_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.grounding.source import Source
    from summarizer.quantities import Mention, Span

_WORD = r"(?:[^\W\d_a-zà-öø-ÿ][\w&.-]*[\w&]|\b[A-Z]\b)"
_CAPITALISED = re.compile(_WORD)
# A run of capitalised words that may be what the sentence is about: no place or time after a
# preposition, nobody who only says it.
_SUBJECT = re.compile(
    r"(?P<apart>\b(?i:in|at|on|from|to|into|across|near|outside|by|under|since|after|than|like"
    r"|without|against|versus|as\s+the)\s+(?:the\s+)?)?"
    rf"(?P<run>{_WORD}(?:\s+{_WORD})*)"
    r"(?P<speaks>(?:['’]s)?,?\s+(?:said|says|told|added|noted|wrote|estimates|expects|thinks)\b"
    r"(?P<own>(?:\s+that)?\s+(?:its?|they|their)\b)?)?"
)
_CLAUSE_END = re.compile(r"[,;:()—]|\s(?:while|whereas|and|but|as|after|against|compared)\s")

# Words that bear a capital without naming anybody.
_NO_NAMES = frozenset(
    """
    a about above according after all also although amid an and another any as at based because
    before below beyond both but by chief company company's despite director down during each
    executive expects few first for from further group had has he her his however i if in including
    into is it its last later less like many meanwhile more most net new next no not now of officer
    on one only operating or other our over overall part per president profit q revenue sales second
    senior several shares she since so some still such than that the their them then there these
    they third this those though through to total two under until up was we were when which while
    who will with within year yesterday you your cfo ceo coo cto chairman chairwoman chair analyst
    analysts founder minister mr mrs ms dr fy h1 h2 q1 q2 q3 q4 gdp cpi ipo
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    monday tuesday wednesday thursday friday saturday sunday
    average without hers his theirs ours yet still again here everyone nobody somebody how why what
    series rival rivals competitor competitors peer peers
    teu mw gw kwh mwh gwh twh bn
    usd eur gbp cny jpy us u.s eu uk
    """.split()
)


@of_short_texts
def name_words(text: str) -> frozenset[str]:
    """The words of a text that are, or belong to, somebody's name; in lower case."""
    found = (word.casefold().removesuffix("'s") for word in _CAPITALISED.findall(text))
    return frozenset(word.strip(".") for word in found) - _NO_NAMES


@of_short_texts
def subject_words(text: str) -> frozenset[str]:
    """The name words of a text that may be its subject."""
    runs = (m for m in _SUBJECT.finditer(text) if not m["apart"])
    told = (m for m in runs if not m["speaks"] or (m["own"] and not _is_person(m, text)))
    runs_told = (run["run"] for run in told if not _only_a_place(run, text))
    return frozenset(word for word in name_words(" | ".join(runs_told)) if len(word) > 1)


def _is_person(run: re.Match[str], text: str) -> bool:
    """Whether a run of capitalised words is somebody: "Ana Ruiz said its profit" is not hers."""
    before = text[: run.start("run")].split()[-1:]
    words = [word.casefold() for word in (*before, *run["run"].split())]
    return any(word in PERSON_TITLES for word in words) or run["run"].split()[0].casefold() in (
        GIVEN_NAMES
    )


def _only_a_place(run: re.Match[str], text: str) -> bool:
    """Whether a place says where and not who: "Hong Kong shares", but "China's exports"."""
    owns = text[run.end("run") :].startswith(("'s", "’s"))
    return not owns and " ".join(run["run"].casefold().split()) in PLACES


def around(text: str, mentions: Sequence[Mention], mention: Mention, span: Span) -> tuple[str, str]:
    """The words of `text[span]` that speak of `mention` and of no other of `mentions`, in order.

    Returns:
        Those on the left, back to the amount before it, and those on the right, to the end of the
        clause or the next amount.
    """
    core = mention.core
    before = bisect_right(mentions, core.start, key=lambda m: m.core.end)
    after = bisect_left(mentions, core.end, key=lambda m: m.start)
    left = mentions[before - 1].core.end if before else 0
    right = mentions[after].start if after < len(mentions) else span.end
    tail = text[core.end : max(min(right, span.end), core.end)]
    if border := _CLAUSE_END.search(tail):
        tail = tail[: border.start()]
    left = max(left, span.start)
    return text[left : max(mention.start, left)], tail


def other_subject(claimed: frozenset[str], stated: Mention, source: Source) -> str | None:
    """Why `claimed`, the names in a claim, are not those that the article's amount belongs to.

    Returns:
        A reason only if the amount has a subject on its left, no claimed name beside it, and a
        claimed name elsewhere in the same sentence. Else None.
    """
    span = source.sentence_near(stated)
    left, right = around(source.text, source.mentions_in(*span), stated, span)
    subject = subject_words(left)
    if not subject or not claimed or name_words(f"{left} {right}") & claimed:
        return None
    sentence = source.text[span.start : span.end]
    if not claimed & name_words(sentence) or all(map(source.is_common, subject)):
        return None
    return f"the article says this of {_as_written(subject, sentence)}"


def _as_written(words: frozenset[str], sentence: str) -> str:
    seen = [w for w in _CAPITALISED.findall(sentence) if w.casefold().removesuffix("'s") in words]
    return " ".join(dict.fromkeys(seen)) or "somebody else"
