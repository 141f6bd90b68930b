"""An article and its summary of our own, with a figure of every status."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from summarizer.models import (
    Article,
    Evidence,
    Finding,
    KeyFigure,
    KeyPoint,
    NumberFinding,
    PromptIdentity,
    Provenance,
    RejectedFigure,
    Removed,
    Summary,
)

TEXT = """\
Northwind Freight will spend more than $2.4 billion on electric ferries over three years.
Its shares rose as much as 7.8% in Oslo, while rival Halvorsen fell 1.25 percentage points behind.
Revenue in the third quarter was 1.2 billion kroner, up from 1.1 billion kroner a year earlier. \
Orders could reach between $300 million and $450 million by 2027."""
TOP = "Home | Markets | Sign in\nMost Read\nRival raises $380 million\n"
RAW = f"{TOP}{TEXT}\nSubscribe to our newsletter\n"


def evidence(quote: str) -> Evidence:
    start = TEXT.index(quote)
    return Evidence(quote=quote, start=start, end=start + len(quote))


def key_figure(quote: str, text: str, **fields: Any) -> KeyFigure:
    start = TEXT.index(quote) + quote.index(text)
    given = {"status": "verified", "entity": "Northwind Freight", **fields}
    return KeyFigure(
        text=text, start=start, end=start + len(text), evidence=evidence(quote), **given
    )


FIGURES = (
    key_figure(
        "will spend more than $2.4 billion on electric ferries over three years",
        "more than $2.4 billion",
        value=Decimal(2_400_000_000),
        kind="money",
        unit="USD",
        comparator="gt",
        precision=Decimal(100_000_000),
        metric="electric ferry spending",
        period="over three years",
        basis="forecast",
        importance="high",
    ),
    key_figure(
        "Its shares rose as much as 7.8% in Oslo",
        "as much as 7.8%",
        value=Decimal("7.8"),
        kind="percent",
        unit="%",
        comparator="le",
        direction="up",
        metric="share price in Oslo",
    ),
    key_figure(
        "rival Halvorsen fell 1.25 percentage points behind",
        "1.25 percentage points",
        value=Decimal("1.25"),
        kind="percentage_point",
        unit="pp",
        direction="down",
        metric="lead",
        entity="Halvorsen",
        status="ambiguous",
        findings=(
            Finding(check="entity", status="ambiguous", reason="the words do not say behind whom"),
        ),
    ),
    key_figure(
        "Orders could reach between $300 million and $450 million by 2027",
        "between $300 million and $450 million",
        value=Decimal(300_000_000),
        high=Decimal(450_000_000),
        kind="money",
        unit="USD",
        metric="orders",
        period="by 2027",
        basis="forecast",
    ),
    key_figure(
        "Revenue in the third quarter was 1.2 billion kroner, up from 1.1 billion kroner",
        "1.2 billion kroner",
        value=Decimal(100_000_000),
        kind="money",
        unit="NOK",
        direction="up",
        metric="change in revenue",
        period="third quarter",
        status="derived",
        operation="difference",
        operands=(evidence("1.2 billion kroner"), evidence("1.1 billion kroner")),
    ),
)
REJECTED = (
    RejectedFigure(
        text="$380 million",
        quote="Rival raises $380 million",
        metric="funding",
        entity="Rival",
        status="unsupported",
        reason="the quote stands only in a part of the page that is not the article (navigation)",
    ),
    RejectedFigure(
        text="1.2 million kroner",
        quote="Revenue in the third quarter was 1.2 million kroner",
        metric="revenue",
        status="mismatch",
        reason="the article says 1.2 billion kroner, a thousand times more",
        evidence=evidence("1.2 billion kroner"),
    ),
)


@pytest.fixture
def article() -> Article:
    return Article(
        id="ferries",
        source="ferries.txt",
        title="Northwind to Spend Big on Electric Ferries",
        byline="Ola Nordmann",
        published=date(2026, 3, 3),
        site="fjordpost.example",
        language="en",
        text=TEXT,
        removed=(
            Removed(start=0, end=len(TOP), reason="navigation"),
            Removed(start=len(TOP) + len(TEXT) + 1, end=len(RAW), reason="promotion"),
        ),
        raw_chars=len(RAW),
        clean_chars=len(TEXT),
        raw=RAW,
    )


@pytest.fixture
def summary(article: Article) -> Summary:
    lead = TEXT.split("\n", 1)[0]
    good = NumberFinding(
        check="amount",
        status="verified",
        reason="stated",
        where="headline",
        text="More Than $2.4 Billion",
        start=26,
        end=48,
        evidence=evidence("more than $2.4 billion"),
    )
    return Summary(
        id="ferries",
        article=article,
        headline="Northwind Freight Commits More Than $2.4 Billion to Electric Ferries",
        summary=lead + " Its shares rose as much as 7.8%.",
        key_points=(
            KeyPoint(text=lead, evidence=evidence(lead)),
            KeyPoint(
                text="Orders could reach between $300 million and $450 million by 2027.",
                evidence=evidence("Orders could reach"),
            ),
        ),
        figures=FIGURES,
        rejected=REJECTED,
        findings=(good, good.model_copy(update={"where": "summary"})),
        warnings=("one line was kept because it holds a figure",),
        provenance=Provenance(
            engine="rules",
            model="rules",
            attempts=0,
            input_tokens=0,
            output_tokens=0,
            seconds=0.01,
            created_at=datetime(2026, 3, 4, tzinfo=UTC),
            summarizer_version="0",
        ),
    )


@pytest.fixture
def by_model() -> Provenance:
    return Provenance(
        engine="llm",
        model="openai/some-model",
        prompt=PromptIdentity(name="summarize", version="1", sha256="0" * 64),
        attempts=2,
        input_tokens=2345,
        output_tokens=456,
        cost_usd=Decimal("0.0021"),
        seconds=3.21,
        created_at=datetime(2026, 3, 4, tzinfo=UTC),
        summarizer_version="0",
    )
