"""How well and how fast quantities are read.

    python benchmarks/quantities.py [--suite GLOB]… [--langs en,de]

prints a table of the development suites beside the repository (`../shared/dev/quantities`), where
they are there, and the throughput next to that of one plain regular expression, in the same run.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.quantities import Mention, scan

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

SUITES = Path(__file__).resolve().parents[2] / "shared" / "dev" / "quantities"
# What most programs use: a sign, digits, a scale and a unit or two.
FLOOR = re.compile(
    r"[$€£¥]?\s?\d[\d,.]*\s?(?:thousand|million|billion|trillion|[kmb]n?\b)?\s?"
    r"(?:%|percent|dollars|euros|yuan)?",
    re.IGNORECASE,
)
OWN_TEXT = (
    "The maker said on Wednesday that sales rose 9.2% to $5.3 billion in the third quarter, from "
    "$4.8 billion a year earlier. It employs more than 2,400 people at four plants and plans to "
    "spend between $3 and $5 million on a 30-MW solar park within five years. Its shares, which "
    "had lost a third of their value since December 2021, closed 2.5% higher at HK$54.30. "
    "Analysts had expected less, as demand for the older models was thought to be weak. The chief "
    "executive called the result a first step and gave no new target for the year.\n\n"
)
ROUNDS = 5


def plain(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")


def row(mention: Mention) -> dict[str, object]:
    """A mention in the form that the scorer reads."""
    q = mention.quantity
    return {
        "text": mention.text, "start": mention.start, "end": mention.end, "value": plain(q.value),
        "high": plain(q.high), "kind": q.kind, "unit": q.unit, "comparator": q.comparator,
        "direction": q.direction,
    }  # fmt: skip


def answer() -> None:
    """Answer each line of standard input with its figures, as the scorer asks for them."""
    for line in sys.stdin:
        case = json.loads(line)
        figures = [row(mention) for mention in scan(case["text"], case.get("lang")).mentions]
        print(json.dumps({"id": case["id"], "figures": figures}), flush=True)


def rate(run: Callable[[], object], size: int) -> float:
    """The best of a few rounds, in MB/s of CPU time."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return size / best / 1e6


def throughput(name: str, text: str) -> None:
    size = len(text.encode())
    ours = rate(lambda: scan(text, "en"), size)
    floor = rate(lambda: FLOOR.findall(text), size)
    print(
        f"{name:12s} {size / 1e6:6.2f} MB   scan {ours:6.2f} MB/s   plain regex {floor:6.2f} MB/s"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--suite", action="append", default=[], metavar="GLOB")
    parser.add_argument("--langs", default="", metavar="en,de")
    parser.add_argument("--answer", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.answer:
        answer()
        return 0
    throughput("own text", OWN_TEXT * 400)
    news = SUITES / "newsquant.jsonl"
    if not news.is_file():
        print(f"no development suites in {SUITES}: accuracy was not measured", file=sys.stderr)
        return 0
    lines = news.read_text(encoding="utf-8").splitlines()
    throughput("news suite", "\n\n".join(json.loads(line)["text"] for line in lines) * 8)
    chosen = [part for glob in options.suite for part in ("--suite", glob)]
    languages = ["--langs", options.langs] if options.langs else []
    command = [sys.executable, str(SUITES / "score.py"), "--name", "quantities", *chosen]
    own = [sys.executable, str(Path(__file__).resolve()), "--answer"]
    return subprocess.run([*command, *languages, "--", *own], check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
