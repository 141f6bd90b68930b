"""A page as it came in, with what was cut from it and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.reports.wording import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.models import Article
    from summarizer.reports.page import Style

_DIM, _STRIKE, _OFF = "\x1b[2m", "\x1b[2;9m", "\x1b[0m"


def removed_page(article: Article, *, style: Style = "plain") -> str:
    """The raw page: lines that were cut start with "- [reason] " and are dimmed on a terminal.

    Lines are not wrapped: this is the page itself. Blank lines that were cut are left out.
    """
    lines = []
    for words, reason in _runs(article):
        for line in printable(words).split("\n"):
            if reason is None:
                lines.append(line)
            elif not line.strip():
                continue
            elif style == "plain":
                lines.append(f"- [{reason}] {line}")
            else:
                lines.append(f"{_DIM}- [{reason}] {_OFF}{_STRIKE}{line}{_OFF}")
    return "\n".join(lines).strip("\n") + "\n"


def _runs(article: Article) -> Iterator[tuple[str, str | None]]:
    """The raw text in order: what was kept with None, what was cut with its reason."""
    at = 0
    for span in sorted(article.removed, key=lambda span: span.start):
        if span.start > at and (between := article.raw[at : span.start]).strip():
            yield between.strip("\n"), None
        start = max(at, span.start)
        if span.end > start:
            yield article.raw[start : span.end].strip("\n"), span.reason
        at = max(at, span.end)
    if (rest := article.raw[at:]).strip():
        yield rest.strip("\n"), None
