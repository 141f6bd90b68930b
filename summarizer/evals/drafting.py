"""Drafting a golden case from what the rules engine finds, for a person to correct."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

from summarizer.articles import document_of
from summarizer.errors import GoldenError
from summarizer.evals.golden import SUBJECTS
from summarizer.evals.loading import EXPECTED
from summarizer.grounding.normal import normal
from summarizer.models import plain
from summarizer.pipeline import Summarizer
from summarizer.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.models import Article, KeyFigure

_HEAD = """\
# yaml-language-server: $schema=../../golden-case.schema.json
# A draft by the rules engine. Read the article, then correct every line: what came from a program
# is no golden case. Add what is missing, remove what no careful analyst would report, fill in
# aliases, traits and forbidden figures. Then remove the line 'draft: true' and run
# 'summarizer evals lint'. evals/README.md says what each field means.
"""
_NAMES = {"html": "article.html", "markdown": "article.md"}


def draft_case(
    file: Path, golden: Path, *, subject: str, split: str = "dev", name: str | None = None
) -> Path:
    """Make a case folder with the article and a draft of `expected.yaml`.

    Args:
        file: The article as it arrives: a page, a dump, clean text.
        golden: The golden set's folder.
        subject: What it is about; the id begins with it.
        split: `dev` or `test`.
        name: The rest of the id; else from the article's title.

    Returns:
        The folder.

    Raises:
        InputError: the file cannot be read, or there is no article in it.
        GoldenError: the subject is unknown, or the folder is there already.
    """
    if subject not in SUBJECTS:
        raise GoldenError(
            "no such subject", subject=subject, way_out=f"Known: {', '.join(SUBJECTS)}"
        )
    settings = Settings()
    document = document_of(file, settings=settings)
    with Summarizer("rules", settings=settings) as summarizer:
        summary = summarizer.summarize(document)
    ident = f"{subject}-{_slug(name or summary.article.title or file.stem)}".replace("_", "-")
    folder = golden / ident
    if folder.exists():
        raise GoldenError(
            "there is such a case already", subject=str(folder), way_out="Give another --name"
        )
    form = _form(document.hint, file)
    if form == "text" and summary.article.removed:
        form = "dump"
    folder.mkdir(parents=True)
    shutil.copyfile(file, folder / _NAMES.get(form, "article.txt"))
    record = _record(ident, subject, split, form, summary.article, summary.figures)
    (folder / EXPECTED).write_text(_HEAD + _dump(record), encoding="utf-8")
    return folder


def _form(hint: str | None, file: Path) -> str:
    if hint == "html" or file.suffix.lower() in {".html", ".htm"}:
        return "html"
    return "markdown" if file.suffix.lower() in {".md", ".markdown"} else "text"


def _slug(words: str) -> str:
    kept = re.findall(r"[a-z0-9]+", words.casefold())
    return "-".join(kept[:4]) or "article"


def _record(
    ident: str,
    subject: str,
    split: str,
    form: str,
    article: Article,
    figures: tuple[KeyFigure, ...],
) -> dict[str, object]:
    published = article.published
    return {
        "schema_version": 1,
        "draft": True,
        "id": ident,
        "about": article.title or "What the article is, in a line",
        "split": split,
        "subject": subject,
        "style": "wire",
        "input": form,
        "language": article.language or "en",
        "published": published.isoformat()[:10] if published else None,
        "set": None,
        "traits": [],
        "figures": [_figure(n, one, article) for n, one in enumerate(figures, 1)],
        "forbidden": [],
    }


def _figure(number: int, figure: KeyFigure, article: Article) -> dict[str, object]:
    return {
        "id": f"figure-{number}",
        "quote": _quote(figure, article),
        "text": figure.text,
        "value": None if figure.value is None else plain(figure.value),
        "high": None if figure.high is None else plain(figure.high),
        "kind": figure.kind,
        "unit": figure.unit,
        "comparator": figure.comparator,
        "direction": figure.direction,
        "metric": figure.metric,
        "metric_aliases": [],
        "entity": figure.entity,
        "entity_aliases": [],
        "period": figure.period,
        "period_aliases": [],
        "basis": figure.basis,
        "importance": figure.importance,
    }


def _quote(figure: KeyFigure, article: Article) -> str:
    """The evidence if it holds the amount once, else the amount with a few words around it."""
    quote = figure.evidence.quote
    if normal(quote).count(normal(figure.text).strip()) == 1:
        return quote
    reach = 0
    while reach < 200:
        start, end = max(0, figure.start - reach), figure.end + reach
        words = article.text[start:end]
        if normal(words).count(normal(figure.text).strip()) != 1:
            break
        quote = words
        reach += 20
    return quote.strip()


def _dump(record: dict[str, object]) -> str:
    import yaml

    return yaml.safe_dump(record, sort_keys=False, allow_unicode=True, width=100)
