"""The words that every report uses: statuses, the line about the page, the line about the engine.

Plain strings, no markup: terminal, Markdown and HTML reports say the same thing the same way.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from summarizer.evals.golden import GoldenFigure
    from summarizer.models import (
        Article,
        KeyFigure,
        NumberFinding,
        Provenance,
        RejectedFigure,
        Status,
        Summary,
    )

MARKS: dict[Status, str] = {
    "verified": "✓",
    "derived": "~",
    "ambiguous": "?",
    "mismatch": "✗",
    "unsupported": "✗",
}
LEGEND: dict[Status, str] = {
    "verified": "in the article's words",
    "derived": "computed from its amounts",
    "ambiguous": "open to question",
    "mismatch": "the article says otherwise",
    "unsupported": "not in the article",
}
USE_A_MODEL = "--model openai/NAME (key in OPENAI_API_KEY), or any model by SUMMARIZER_MODEL"

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
# A cut moves to the next space within so many characters; scripts without spaces are cut anywhere.
_LONG_WORD = 24

# Escape sequences, other control characters but tab and line ends, and the marks that reorder
# text: none of them may reach a terminal or a page from somebody else's article.
_UNPRINTABLE = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-_])?"
    r"|[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def printable(text: str) -> str:
    """Drop terminal escapes, control characters and bidirectional overrides."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """The printable text with every run of white space as one space."""
    return " ".join(printable(text).split())


class Quote(NamedTuple):
    """A quote cut around the words that matter; the parts joined read as one line."""

    before: str
    words: str
    after: str


def quote(text: str, start: int, end: int, *, width: int = 0) -> Quote:
    """Cut a quote to about `width` characters around `text[start:end]`; 0 keeps it whole.

    Cuts are marked with "…" and fall between words where there are words.
    """
    start, end = max(0, start), max(0, min(end, len(text)))
    if start >= end:
        start = end = 0
    before, words, after = (
        _spaced(text[:start]),
        one_line(text[start:end]),
        _spaced(text[end:]),
    )
    before, after = before.lstrip(), after.rstrip()
    if not width or len(before) + len(words) + len(after) <= width:
        return Quote(before, words, after)
    room = max(0, width - len(words))
    left = min(len(before), max(room // 2, room - len(after)))
    right = room - left
    return Quote(_cut_left(before, left), words, _cut_right(after, right))


def _spaced(text: str) -> str:
    """`one_line`, but with a space kept at either end."""
    inner = one_line(text)
    if not inner:
        return " " if text else ""
    return f"{' ' * text[:1].isspace()}{inner}{' ' * text[-1:].isspace()}"


def _cut_left(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    # One more than fits, so that a word which ends just there is seen to be whole.
    kept = text[-max(1, room) :]
    space = kept.find(" ", 0, _LONG_WORD)
    return f"…{kept[max(space, 0) + 1 :]}"


def _cut_right(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    kept = text[: max(1, room)]
    space = kept.rfind(" ", max(0, len(kept) - _LONG_WORD))
    return f"{kept[:-1] if space < 0 else kept[:space]}…"


def evidence_quote(figure: KeyFigure, *, width: int = 0) -> Quote:
    """The evidence of a figure, cut around the words of its amount."""
    shift = figure.evidence.start
    return quote(figure.evidence.quote, figure.start - shift, figure.end - shift, width=width)


def about(figure: KeyFigure | RejectedFigure | GoldenFigure) -> str:
    """What a figure is about: "metric · entity · period (forecast)".

    An entity or a period that the metric names already is not said again.
    """
    metric = one_line(figure.metric)
    more = (one_line(part) for part in (figure.entity, figure.period) if part)
    said = metric.casefold()
    parts = " · ".join([metric, *(part for part in more if part.casefold() not in said)])
    return parts + basis(figure)


def basis(figure: KeyFigure | RejectedFigure | GoldenFigure) -> str:
    """ "The words " (forecast)" or " (rumoured)", unless it is stated or the metric says so."""
    said = figure.basis == "stated" or figure.basis in figure.metric.casefold()
    return "" if said else f" ({figure.basis})"


def derivation(figure: KeyFigure) -> str | None:
    """How a derived figure was computed, else None."""
    if not figure.operands:
        return None
    name = (figure.operation or "derived").replace("_", " ")
    return f"{name} of " + " and ".join(f"“{one_line(o.quote)}”" for o in figure.operands)


def day(value: date) -> str:
    """A date as "24 September 2025", whatever the locale; a time of day is left out."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def meta(article: Article) -> str:
    """One line about the page: site, byline, date, and how much of it is the article."""
    parts = [one_line(part) for part in (article.site, article.byline) if part]
    if article.published:
        parts.append(day(article.published))
    return " · ".join([*parts, kept(article)])


def kept(article: Article) -> str:
    """How much of the page is the article: "350 of the page's 1,204 words kept"."""
    words = len(article.text.split())
    total = len(article.raw.split())
    if total > words:
        return f"{words:,} of the page's {total:,} words kept"
    if not total and article.raw_chars > article.clean_chars:
        return f"{article.clean_chars:,} of the page's {article.raw_chars:,} characters kept"
    return f"{words:,} {'word' if words == 1 else 'words'}"


def engine(provenance: Provenance) -> str:
    """Which engine made a summary, with which prompt, at what cost."""
    if provenance.engine == "rules":
        return f"Made by the built-in rules, without a model. For one: {USE_A_MODEL}."
    made = f"Made by {provenance.model or 'an unknown model'}"
    if provenance.prompt:
        made += f" with prompt {provenance.prompt.name}@{provenance.prompt.version}"
    if provenance.engine == "replay":
        made += ", replayed from a recording"
    elif provenance.cached:
        made += ", from the cache"
    spent = [f"{provenance.seconds:.1f} s"]
    spent.append(_count(provenance.attempts, "request"))
    if provenance.input_tokens is not None and provenance.output_tokens is not None:
        spent.append(f"{provenance.input_tokens:,} + {provenance.output_tokens:,} tokens")
    if provenance.cost_usd is not None:
        spent.append(f"${provenance.cost_usd:f}")
    return f"{made} ({', '.join(spent)})."


def prose(summary: Summary) -> str:
    """The short summary on one line; empty where it only repeats the headline."""
    text = one_line(summary.summary)
    return "" if text.rstrip(".") == one_line(summary.headline).rstrip(".") else text


def prose_findings(summary: Summary) -> list[NumberFinding]:
    """The findings on the text that a page shows: those of a repeated headline once."""
    told = bool(prose(summary))
    return [finding for finding in summary.findings if told or finding.where != "summary"]


def prose_check(summary: Summary) -> str | None:
    """One line on the numbers of headline, summary and key points; None where there are none."""
    findings = prose_findings(summary)
    bad = len(unsupported(findings))
    total = len(_numbers(findings))
    if not total:
        return None
    if not bad:
        every = {1: "The one number", 2: "Both numbers"}.get(total, f"All {total} numbers")
        return f"{every} in the text above {'is' if total == 1 else 'are'} in the article."
    are = "is" if bad == 1 else "are"
    return f"{bad} of {_count(total, 'number')} in the text above {are} not in the article."


def unsupported(findings: Iterable[NumberFinding]) -> list[NumberFinding]:
    """The findings that a reader must know of."""
    return [finding for finding in findings if finding.status in {"mismatch", "unsupported"}]


def verdict(findings: Iterable[NumberFinding]) -> str:
    """One line on a check: "6 of 7 numbers are supported by the article"."""
    counted = _numbers(findings)
    if not counted:
        return "there are no numbers in the summary"
    good = len(counted) - len(unsupported(counted))
    return f"{good} of {_count(len(counted), 'number')} supported by the article"


def _numbers(findings: Iterable[NumberFinding]) -> list[NumberFinding]:
    """The findings to count: a weekday or a month in words counts only when it is wrong."""
    return [
        finding
        for finding in findings
        if finding.check != "date"
        or finding.status == "unsupported"
        or any(char.isdigit() for char in finding.text)
    ]


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
