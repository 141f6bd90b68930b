"""What the evals' harness costs: 1,000 replayed cases, beside a bare loop and pydantic-evals.

    python benchmarks/evals.py [--cases N] [--runs N]

Every contender runs in a process of its own and answers the same cases: an article of three
sentences with one expected figure, and an answer that is ready, wrong in every twentieth. Each
keeps a line a case and counts what is right. CPU time and peak memory are of the whole process,
imports included; the least of the runs is shown. pydantic-evals is left out where it is not
installed.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib.util
import json
import resource
import subprocess
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from summarizer.articles import Document

TEXT = "Larch Mills said revenue rose 8% to ${} million. It has two mills. Its shares fell."
LIMIT_CPU, LIMIT_MB = 1.0, 80.0


def amount(number: int, *, given: bool) -> int:
    """Millions of dollars of a case; the answer to every twentieth is ten times too much."""
    return (1000 + number) * (10 if given and number % 20 == 0 else 1)


async def answer(number: int) -> int:
    """A replayed answer: at once, after the loop had its turn."""
    await asyncio.sleep(0)
    return amount(number, given=True)


def bare(cases: int, folder: Path) -> int:
    """No harness: a loop and lines of JSON."""

    async def one(number: int, file: TextIO) -> bool:
        got = await answer(number)
        file.write(json.dumps({"case": number, "value": str(got)}) + "\n")
        return got == amount(number, given=False)

    async def run() -> int:
        with (folder / "rows.jsonl").open("w", encoding="utf-8") as file:
            return sum(await asyncio.gather(*(one(n, file) for n in range(cases))))

    return asyncio.run(run())


def ours(cases: int, folder: Path) -> int:
    """`summarizer.evals`: rows on disk, every figure scored, the whole scorecard."""
    from datetime import UTC, datetime

    from summarizer.evals.golden import GoldenCase
    from summarizer.evals.loading import Case, GoldenData
    from summarizer.evals.runner import run_variant
    from summarizer.evals.runs import score_run
    from summarizer.evals.scorecard import make_scorecard
    from summarizer.models import Article, Evidence, KeyFigure, Provenance, Summary
    from summarizer.settings import Settings

    def golden(number: int) -> Case:
        words = f"${amount(number, given=False):,} million"
        record = {
            "schema_version": 1, "id": f"earnings-{number:05}", "about": "Results",
            "split": "dev", "subject": "earnings", "style": "flash", "input": "text",
            "language": "en", "published": None, "set": None, "traits": [],
            "figures": [
                {
                    "id": "revenue", "quote": f"revenue rose 8% to {words}", "text": words,
                    "value": f"{amount(number, given=False)}000000", "high": None,
                    "kind": "money", "unit": "USD", "comparator": None, "direction": "up",
                    "metric": "revenue", "entity": "Larch Mills", "period": None,
                    "basis": "stated", "importance": "high",
                }
            ],
        }  # fmt: skip
        text = TEXT.format(f"{amount(number, given=False):,}")
        return Case(
            GoldenCase.model_validate(record), folder, folder / "article.txt", text.encode()
        )

    class Replayed:
        """Answers that are ready."""

        model = "scripted/replayed"
        prompt = None

        def open(self, settings: Settings) -> Replayed:  # noqa: ARG002 - the protocol's
            return self

        async def asummarize(self, document: Document, *, repeat: int = 0) -> Summary:  # noqa: ARG002
            name = document.id
            number = int(name.rpartition("-")[2])
            got = await answer(number)
            text = document.content.decode()
            start = text.index("$")
            end = text.index(" million") + len(" million")
            figure = KeyFigure(
                text=text[start:end], start=start, end=end, value=Decimal(got) * 1_000_000,
                kind="money", unit="USD", direction="up", metric="revenue", entity="Larch Mills",
                evidence=Evidence(quote=text[start:end], start=start, end=end), status="verified",
            )  # fmt: skip
            article = Article(
                id=name, source=name, text=text, raw_chars=len(text), clean_chars=len(text)
            )
            return Summary(
                id=name, article=article, headline="Results", summary="", key_points=(),
                figures=(figure,),
                provenance=Provenance(
                    engine="replay", model="scripted/replayed", seconds=0.0,
                    created_at=datetime.now(UTC), summarizer_version="0",
                ),
            )  # fmt: skip

        async def aclose(self) -> None:
            pass

    data = GoldenData(tuple(golden(number) for number in range(cases)))
    run = run_variant(data, Replayed(), folder=folder / "run", settings=Settings())
    card = make_scorecard(score_run(run, data))
    return card.accuracy.count


def theirs(cases: int, folder: Path) -> int:
    """pydantic-evals: a dataset, an evaluator that compares numbers, the rendered report."""
    from pydantic_evals import Case, Dataset
    from pydantic_evals.evaluators import Evaluator, EvaluatorContext

    class Equal(Evaluator[int, int]):
        def evaluate(self, context: EvaluatorContext[int, int]) -> bool:
            return context.output == context.expected_output

    dataset = Dataset(
        name="cases",
        cases=[
            Case(name=str(n), inputs=n, expected_output=amount(n, given=False))
            for n in range(cases)
        ],
        evaluators=[Equal()],
    )
    report = dataset.evaluate_sync(answer, progress=False)
    with (folder / "report.txt").open("w", encoding="utf-8") as file:
        from rich.console import Console

        report.print(console=Console(file=file, width=100))
    with (folder / "rows.jsonl").open("w", encoding="utf-8") as lines:
        for case in report.cases:
            lines.write(json.dumps({"case": case.name, "value": str(case.output)}) + "\n")
    return sum(bool(case.assertions["Equal"].value) for case in report.cases)


CONTENDERS = {"bare loop": bare, "summarizer evals": ours, "pydantic-evals": theirs}


def measure(name: str, cases: int) -> None:
    """Run one contender in this process, and print what it took as a line of JSON."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        right = CONTENDERS[name](cases, Path(folder))
        wall = time.perf_counter() - started
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(
        json.dumps(
            {
                "right": right,
                "cpu": used.ru_utime + used.ru_stime,
                "wall": wall,
                "mb": used.ru_maxrss / (1 if sys.platform == "darwin" else 1024) / 1.024,
            }
        )
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", choices=list(CONTENDERS))
    given = parser.parse_args()
    if given.only:
        measure(given.only, given.cases)
        return 0
    floor: dict[str, float] = {}
    failed = False
    for name in CONTENDERS:
        if name == "pydantic-evals" and importlib.util.find_spec("pydantic_evals") is None:
            print(f"{name:18} not installed: left out (pip install pydantic-evals)")
            continue
        command = [sys.executable, __file__, "--only", name, "--cases", str(given.cases)]
        runs = [
            json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
            for _ in range(given.runs)
        ]
        least = {key: min(run[key] for run in runs) for key in ("cpu", "wall", "mb")}
        floor = floor or least
        cpu, memory = least["cpu"] - floor["cpu"], least["mb"] - floor["mb"]
        print(
            f"{name:18} {least['cpu']:6.2f} CPU-s {least['mb']:7.0f} MB {least['wall']:6.2f} s wall"
            f"   +{cpu:.2f} CPU-s +{memory:.0f} MB   {runs[0]['right']} of {given.cases} right"
        )
        if name == "summarizer evals" and given.cases <= 1000:
            failed = cpu > LIMIT_CPU or memory > LIMIT_MB
    if failed:
        print(f"over {LIMIT_CPU} CPU-s or {LIMIT_MB:.0f} MB above the bare loop")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
