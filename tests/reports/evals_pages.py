"""Scored runs over a few golden cases of our own, for the tests of the evals' pages."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from summarizer.evals.golden import GoldenCase
from summarizer.evals.loading import Case, GoldenData
from summarizer.evals.rows import DatasetIdentity, Row, RunIdentity
from summarizer.evals.runs import Run, score_run
from summarizer.models import ErrorInfo, Evidence, KeyFigure, PromptIdentity

AT = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)
EVIL = "</script><script>window.hurt=1</script><img src=x onerror=\"window.hurt=2\"> & 'q'"
BIDI = "\u202e\u2066"

LARCH = (
    "Larchwood Mills said on Tuesday that revenue rose to $1.24 billion in the third quarter.\n"
    "Net profit fell to $96 million. Its rival Quarrel Paper had revenue of $2.7 billion. "
    "The company expects to spend up to $300 million on a mill by 2028, and to hire 450 people."
)
MARKUP = (
    f"The clerk {EVIL} wrote {BIDI}that the fee is $12 a page.\n"
    "\u0627\u0644\u0631\u0633\u0648\u0645 The fine is $30."
)
QUIET = "Pell Quay sold 9 flats for 4 million pounds."
LOST = "Ruthen's orders rose 3.5% in May."


def expected(name, quote, words, value, kind="money", unit="USD", **fields):
    return {
        "id": name, "quote": quote, "text": words, "value": value, "high": None, "kind": kind,
        "unit": unit, "comparator": None, "direction": None, "metric": name.replace("-", " "),
        "entity": None, "period": None, "basis": "stated", "importance": "high", **fields,
    }  # fmt: skip


def case(name, text, figures, *, subject, split="dev", about="A test", **fields):
    golden = GoldenCase.model_validate(
        {
            "schema_version": 1, "id": name, "about": about, "split": split, "subject": subject,
            "style": "wire", "input": "text", "language": "en", "published": None, "set": None,
            "traits": [], "figures": figures, **fields,
        }
    )  # fmt: skip
    folder = Path("golden") / name
    return Case(golden, folder, folder / "article.txt", text.encode())


def reported(text, words, value, kind="money", unit="USD", **fields):
    """A key figure at the first place of `words` in `text`."""
    start = text.index(words)
    end = start + len(words)
    given = {"metric": "revenue", "status": "verified", **fields}
    return KeyFigure(
        text=words,
        start=start,
        end=end,
        value=Decimal(value),
        kind=kind,
        unit=unit,
        evidence=Evidence(quote=words, start=start, end=end),
        **given,
    )


CASES = (
    case(
        "earnings-larchwood",
        LARCH,
        [
            expected("revenue", "revenue rose to $1.24 billion", "$1.24 billion", "1240000000",
                     direction="up", entity="Larchwood Mills", period="third quarter"),
            expected("profit", "Net profit fell to $96 million", "$96 million", "96000000",
                     direction="down", metric="net profit", entity="Larchwood Mills"),
            expected("mill", "up to $300 million on a mill", "up to $300 million", "300000000",
                     comparator="le", basis="forecast", metric="spending on a mill"),
            expected("hires", "to hire 450 people", "450 people", "450", "count", "person",
                     basis="forecast"),
        ],
        subject="earnings",
    ),
    case("legal-markup", MARKUP,
         [expected("fee", "the fee is $12 a page", "$12", "12", metric=f"fee {EVIL}"),
          expected("fine", "The fine is $30.", "$30", "30")],
         subject="legal", about=f"A page {EVIL}"),
    case("macro-lost", LOST,
         [expected("orders", "orders rose 3.5% in May", "3.5%", "3.5", "percent", "%",
                   direction="up")],
         subject="macro"),
    case("property-quiet", QUIET,
         [expected("flats", "sold 9 flats", "9 flats", "9", "count", "flat"),
          expected("price", "for 4 million pounds", "4 million pounds", "4000000", unit="GBP")],
         subject="property", split="test"),
)  # fmt: skip
GOLDEN = GoldenData(CASES)

REVENUE = reported(LARCH, "$1.24 billion", "1240000000", direction="up", period="third quarter",
                   entity="Larchwood Mills")  # fmt: skip
PROFIT = reported(LARCH, "$96 million", "96000000", direction="down", metric="net profit",
                  entity="Larchwood Mills")  # fmt: skip
MILL = reported(LARCH, "up to $300 million", "300000000", comparator="le", basis="forecast",
                metric="spending on a mill")  # fmt: skip
RIVAL = reported(LARCH, "$2.7 billion", "2700000000", entity="Quarrel Paper")
MADE_UP = reported(LARCH, "Net profit", "7", metric="price per share")
FEE = reported(MARKUP, "$12", "12", metric=f"fee {EVIL}", entity=EVIL)
FINE = reported(MARKUP, "$30", "30", metric="fine")
FLATS = reported(QUIET, "9 flats", "9", "count", "flat", metric="flats")
PRICE = reported(QUIET, "4 million pounds", "4000000", unit="GBP", metric="price")


def changed(figure, **fields):
    return figure.model_copy(update=fields)


TEN_TIMES = changed(PROFIT, value=Decimal(960_000_000))
TEXTS = {"earnings-larchwood": LARCH, "legal-markup": MARKUP, "property-quiet": QUIET}


def row(name, figures=(), *, repeat=1, error=None, text=None):
    failed = error and ErrorInfo(type="engine", message=error)
    text = None if error else (text or TEXTS.get(name, LOST))
    return Row(
        case=name, repeat=repeat, figures=tuple(figures), error=failed, text=text, title=None,
        seconds=0.5, created_at=AT, attempts=1, input_tokens=100, output_tokens=20,
        cost_usd=Decimal("0.001"),
    )  # fmt: skip


def scored(name, rows, *, golden=GOLDEN, repeats=1):
    """Rows of a run, scored by the real scorer."""
    identity = RunIdentity(
        name=name,
        dataset=DatasetIdentity(
            sha256=golden.sha256(),
            cases=tuple(one.id for one in golden.cases),
            figures=golden.expected,
        ),
        model="openai/some-model",
        prompt=PromptIdentity(name="summarize", version="1", sha256="ab" * 32),
        repeats=repeats,
        reasks=1,
        max_output_tokens=100,
        created_at=AT,
    )
    return score_run(Run(identity, {(one.case, one.repeat): one for one in rows}), golden)


def run_a(name="A run"):
    """Right, a label wrong, a power of ten, missed, extra, an article without an answer."""
    return scored(
        name,
        [
            row(
                "earnings-larchwood",
                [REVENUE, TEN_TIMES, changed(MILL, basis="stated"), RIVAL, MADE_UP],
            ),
            row("legal-markup", [FEE]),
            row("macro-lost", error=f"the answer is no JSON: {EVIL}"),
            row("property-quiet", [FLATS, PRICE]),
        ],
    )


def run_b():
    """Without the slip of ten, with a figure less, and with an answer to every article."""
    orders = reported(LOST, "3.5%", "3.5", "percent", "%", direction="up", metric="orders")
    return scored(
        "B run",
        [
            row("earnings-larchwood", [REVENUE, PROFIT, RIVAL]),
            row("legal-markup", [FEE, changed(FINE, value=Decimal(31))]),
            row("macro-lost", [orders]),
            row("property-quiet", [FLATS, PRICE]),
        ],
    )


def run_repeated():
    """Three repeats: profit right in one and off by ten in two; the rival in one of them."""
    rows = []
    for repeat, figures in enumerate(
        ([REVENUE, PROFIT], [REVENUE, TEN_TIMES, RIVAL], [REVENUE, TEN_TIMES]), 1
    ):
        rows.append(row("earnings-larchwood", figures, repeat=repeat))
        rows.append(row("legal-markup", [FEE, FINE], repeat=repeat))
        rows.append(row("macro-lost", error="no answer came", repeat=repeat))
        rows.append(row("property-quiet", [FLATS, PRICE], repeat=repeat))
    return scored("three times", rows, repeats=3)


def many(number):
    """A run over `number` cases of eight figures each, most of them wrong in some way."""
    lines = [f"Plant {n} of Larchwood Mills had sales of $1.{n}4 billion in May." for n in range(8)]
    text = "\n".join(lines) + "\n" + "The mills stand in a valley, as they did of old. " * 30
    values = [1_040_000_000 + 100_000_000 * n for n in range(8)]
    figures = [
        expected(f"sales-{n}", f"had sales of $1.{n}4 billion", f"$1.{n}4 billion", str(values[n]),
                 metric=f"sales of plant {n}", entity="Larchwood Mills", period="May")
        for n in range(8)
    ]  # fmt: skip
    found = [
        reported(text, f"$1.{n}4 billion", str(values[n] * (10 if n % 2 else 1)),
                 metric=f"sales of plant {n}", entity="Quarrel Paper", period="in May")
        for n in range(7)
    ]  # fmt: skip
    cases = [case(f"energy-larch-{n:03}", text, figures, subject="energy") for n in range(number)]
    rows = [row(one.id, found, text=text) for one in cases]
    return scored("many", rows, golden=GoldenData(tuple(cases)))
