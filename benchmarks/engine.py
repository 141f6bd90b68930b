"""What the pipeline costs around a model: articles a second with the rules engine, on one core.

    python benchmarks/engine.py [--seconds S]

Each step is timed on the same articles in the same run; the ratio is against reading the
quantities alone, which everything else is built on.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.articles import Document, clean
from summarizer.grounding import Source, check_numbers
from summarizer.pipeline import Summarizer
from summarizer.quantities import scan

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLES = Path(__file__).parents[1] / "examples"


def rate(work: Callable[[], object], seconds: float) -> float:
    """Calls of `work` a second of CPU time, over at least `seconds`."""
    work()
    count, started = 0, time.process_time()
    while (spent := time.process_time() - started) < seconds:
        work()
        count += 1
    return count / spent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=2.0)
    seconds = parser.parse_args().seconds
    with Summarizer("rules") as summarizer:
        for name in ("noisy-page.txt", "noisy-page.html", "clean-article.txt", "wire-flash.txt"):
            data = (EXAMPLES / name).read_bytes()
            document = Document(name, data, name, "html" if name.endswith("html") else "text")
            article = clean(document)
            steps: dict[str, Callable[[], object]] = {
                "scan": lambda a=article: scan(a.text, a.language),
                "clean": lambda d=document: clean(d),
                "check own text": lambda a=article: check_numbers(a.text, Source(a)),
                "summarize (rules)": lambda d=document: summarizer.summarize(d),
            }
            print(f"{name}: {article.raw_chars:,} characters, {article.clean_chars:,} kept")
            floor = 0.0
            for step, work in steps.items():
                speed = rate(work, seconds)
                floor = floor or speed
                print(f"  {step:20} {speed:8.1f} /s  {floor / speed:6.1f} x the time of scan")


if __name__ == "__main__":
    main()
