"""Sentences that a page says and its article does not: what cleaning could not tell from text.

Planted instructions, advertisements, tickers, polls, notices about the page itself, and, in a fact
check, the words of the claim that is checked. No amount of such a sentence is a figure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.engines.rules.tokens import Sentence

_MACHINES = re.compile(
    r"\b(?:AI|artificial intelligence|(?:large )?language|automated|machine)[ -]+"
    r"(?:summari[sz]ers?|assistants?|models?|tools?|systems?|agents?|readers?|bots?)\b"
    r"|\b(?:LLMs?|chatbots?|AIs)\b|\bsummari[sz]ers?:",
    re.IGNORECASE,
)
_ORDERS = re.compile(
    r"\b(?:ignore|disregard|override|instructions?|note (?:for|to)|do not mention"
    r"|(?:say|state|report|add|write) (?:that|in your)|replace|you must|your summary)\b",
    re.IGNORECASE,
)
_FORGET = re.compile(
    r"\b(?:ignore|disregard|forget) (?:all |any |the |your )*(?:previous|prior|above|earlier)\b"
    r"|\bsystem (?:note|prompt|message)\b",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_NOTICES = re.compile(
    r"\b(?:accounts lose money|lose money when trading|risk warning"
    r"|we (?:use|and our) \d[\d,]* (?:partners|vendors)|\d[\d,]* (?:partners|vendors) (?:store|use)"
    r"|our (?:\w+ ){0,3}(?:newsletter|roundup|podcast|app|briefing) (?:reaches|has|is)"
    r"|join (?:more than |over )?[\d.,]+[km]? (?:readers|managers|subscribers|others)"
    r"|(?:reader|readers')[ -]funded|reader poll|vote now|your vote|jackpot now"
    r"|you may also like|read next|more from|more (?:checks|stories|news):"
    r"|top today|log in|get the app|sign up|tags:|views:)\b"
    r"|^\W*(?:shop|advert|advertisement|sponsored|promoted|ad|poll|also|live now|lottery"
    r"|quiz)\b\s*[:\]]"
    r"|(?:\||^)\s*\d[\d,]* comments?\s*(?:\||$)",
    re.IGNORECASE,
)
_POLL = re.compile(r"^[^\w\n]*(?:[A-Z][A-Za-z]* ){0,3}(?:POLL|Poll)\b.*$", re.MULTILINE)
_TICKER = re.compile(r"\b[A-Z][A-Z&.]{1,6}:?\s+[$€£¥]?\d[\d.,]*%?\s+[-+−▲▼]\s?\d")
_BARS = re.compile(r"\s[|·•»]\s")
_CLAIM = re.compile(
    r"^\W*(?:the )?(?:claim|statement)(?: (?:checked|reviewed))?\s*:", re.IGNORECASE
)
_SPREAD = re.compile(
    r"\b(?:post|posts|video|videos|meme|message|messages|tweet|clip|leaflet|rumou?r|story)\b"
    r".{0,80}\b(?:says?|said|claims?|claimed|shared|circulating|suggests?|alleges?)\b",
    re.IGNORECASE,
)
_VERDICT = re.compile(
    r"\b(?:verdict|our rating|we rate|claim checked|fact[- ]check(?:ed|s)?|mostly false"
    r"|pants on fire)\b",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"[“\"„«][^”\"»]*[”\"»]?")


def furniture(text: str, title: str | None, sentences: Sequence[Sentence]) -> frozenset[int]:
    """The numbers of the sentences that are none of the article's own.

    Args:
        text: The article's text.
        title: Its title.
        sentences: Its sentences.
    """
    checked = bool(_VERDICT.search(f"{title or ''}\n{text}"))
    away = _comments(text) + [found.span() for found in _POLL.finditer(text)]
    away += _planted(text, sentences)
    return frozenset(
        sentence.number
        for sentence in sentences
        if any(low < sentence.end and sentence.start < high for low, high in away)
        or (sentence.mentions and _is_notice(sentence.text))
        or (checked and _is_claim(sentence.text))
    )


def _comments(text: str) -> list[tuple[int, int]]:
    """The comments of HTML that a text still holds."""
    return [found.span() for found in _COMMENT.finditer(text)] if "<!--" in text else []


def _planted(text: str, sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """From each sentence that tells a machine what to say to the end of its line."""
    if not _FORGET.search(text) and not _MACHINES.search(text):
        return []
    starts = [(s.start, s.end) for s in sentences if _is_planted(s.text)]
    lines = [(start, text.find("\n", end)) for start, end in starts]
    return [(start, len(text) if end < 0 else end) for start, end in lines]


def _is_planted(words: str) -> bool:
    """Whether a sentence tells a machine what to say."""
    return bool(_FORGET.search(words)) or bool(_MACHINES.search(words) and _ORDERS.search(words))


def _is_notice(words: str) -> bool:
    return (
        bool(_NOTICES.search(words))
        or len(_TICKER.findall(words)) > 1
        or len(_BARS.findall(words)) > words.rstrip('”"').endswith((".", "!", "?"))
    )


def _is_claim(words: str) -> bool:
    """Whether a sentence tells the claim that a fact check is about."""
    if _CLAIM.search(words):
        return True
    quoted = _QUOTE.search(words)
    return quoted is not None and _SPREAD.search(words[: quoted.start()]) is not None
