"""Golden cases of our own, and figures as an engine would report them."""

from __future__ import annotations

from decimal import Decimal

import yaml

from summarizer.evals.golden import GoldenCase, GoldenFigure
from summarizer.evals.scoring import minimal_article
from summarizer.grounding.source import Source
from summarizer.models import Evidence, KeyFigure
from summarizer.quantities import scan

TEXT = (
    "Larchwood Mills said on Tuesday that revenue rose 8% to $1.24 billion in the third quarter. "
    "Net profit fell to $96 million from $120 million a year earlier. "
    "The company expects to spend up to $300 million on a mill in Oregon by 2028. "
    "Its rival Quarrel Paper had revenue of $2.7 billion."
)


def golden_figure(name="revenue", **fields):
    """An expected figure of `TEXT`."""
    known = {
        "revenue": {
            "quote": "revenue rose 8% to $1.24 billion",
            "text": "$1.24 billion",
            "value": "1240000000",
            "direction": "up",
            "metric": "revenue",
            "metric_aliases": ["sales"],
            "period": "third quarter",
        },
        "growth": {
            "quote": "revenue rose 8% to $1.24 billion",
            "text": "8%",
            "value": "8",
            "kind": "percent",
            "unit": "%",
            "direction": "up",
            "metric": "revenue growth",
            "period": "third quarter",
        },
        "profit": {
            "quote": "Net profit fell to $96 million",
            "text": "$96 million",
            "value": "96000000",
            "direction": "down",
            "metric": "net profit",
            "metric_aliases": ["profit"],
        },
        "profit-before": {
            "quote": "from $120 million a year earlier",
            "text": "$120 million",
            "value": "120000000",
            "metric": "net profit",
            "period": "a year earlier",
        },
        "mill": {
            "quote": "expects to spend up to $300 million on a mill",
            "text": "up to $300 million",
            "value": "300000000",
            "comparator": "le",
            "metric": "spending on a mill",
            "metric_aliases": ["mill"],
            "period": "by 2028",
            "basis": "forecast",
        },
    }.get(name, {})
    given = {
        "id": name,
        "high": None,
        "kind": "money",
        "unit": "USD",
        "comparator": None,
        "direction": None,
        "entity": "Larchwood Mills",
        "entity_aliases": ["the company"],
        "period": None,
        "basis": "stated",
        "importance": "high",
    }
    return GoldenFigure.model_validate({**given, **known, **fields})


def golden_case(*figures, name="earnings-larchwood", **fields):
    """A case about `TEXT`."""
    given = {
        "schema_version": 1,
        "id": name,
        "about": "Quarterly results",
        "split": "dev",
        "subject": "earnings",
        "style": "wire",
        "input": "text",
        "language": "en",
        "published": None,
        "set": None,
        "traits": [],
        "figures": [figure.model_dump(mode="json") for figure in figures],
        "forbidden": [],
    }
    return GoldenCase.model_validate({**given, **fields})


def article_of(text=TEXT):
    return minimal_article("earnings-larchwood", text, language="en", title=None)


def reported(words, text=TEXT, *, at=0, **fields):
    """A key figure at the words of `text`, read by our own parser; `fields` change what it says."""
    start = -1
    for _ in range(at + 1):
        start = text.index(words, start + 1)
    end = start + len(words)
    source = Source(article_of(text))
    mention = next(m for m in scan(text).mentions if m.start < end and start < m.end)
    quantity = mention.quantity
    given = {
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "value": quantity.value,
        "high": quantity.high,
        "kind": quantity.kind,
        "unit": quantity.unit,
        "comparator": quantity.comparator,
        "direction": quantity.direction,
        "precision": quantity.precision,
        "metric": "revenue",
        "entity": "Larchwood Mills",
        "evidence": source.evidence(mention.start, mention.end),
        "status": "verified",
    }
    changes = {k: Decimal(v) if k in ("value", "high") and v else v for k, v in fields.items()}
    return KeyFigure(**{**given, **changes})


def right(figure):
    """The report that a golden figure expects, of the place where its quote stands."""
    start = TEXT.index(figure.quote) + figure.quote.index(figure.text)
    end = start + len(figure.text)
    return KeyFigure(
        text=figure.text,
        start=start,
        end=end,
        **{
            name: getattr(figure, name)
            for name in (
                "value high kind unit comparator direction metric entity period basis importance"
            ).split()
        },
        evidence=Evidence(quote=figure.text, start=start, end=end),
        status="verified",
    )


def write_case(folder, case, text=TEXT, name="article.txt"):
    """Write a golden case where `evals run` finds it."""
    home = folder / case.id
    home.mkdir(parents=True)
    (home / name).write_text(text, encoding="utf-8")
    record = case.model_dump(mode="json", exclude_none=False, exclude={"draft"})
    (home / "expected.yaml").write_text(
        yaml.safe_dump(record, sort_keys=False, allow_unicode=True), encoding="utf-8"
    )
    return home
