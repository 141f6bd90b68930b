"""How fast figures are read and articles summarized without a model, on one core.

    python benchmarks/throughput.py [--rounds N] [--quantulum SENTENCES]

Reading: MB/s of CPU time on prose and on text that is dense with figures, as a ratio to one plain
regular expression in the same run, and beside quantulum3 (without its classifier) on a sample,
where it is installed. Summarizing: articles of 5,000 characters a second with the rules engine.
Odd inputs: seconds for a megabyte of what should make no reader slow.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import time
from itertools import cycle, islice
from typing import TYPE_CHECKING

from summarizer.articles import Document, clean
from summarizer.pipeline import Summarizer
from summarizer.quantities import scan

if TYPE_CHECKING:
    from collections.abc import Callable

# What most programs use: a sign, digits, a scale and a unit or two.
FLOOR = re.compile(
    r"[$€£¥]?\s?\d[\d,.]*\s?(?:thousand|million|billion|trillion|[kmb]n?\b)?\s?"
    r"(?:%|percent|dollars|euros|yuan)?",
    re.IGNORECASE,
)
DENSE = (
    "The maker said that sales rose 9.2% to $5.3 billion, from $4.8 billion a year earlier.",
    "It employs more than 2,400 people and plans to spend between $3 and $5 million on a park.",
    "Its shares, which had lost a third of their value since 2021, closed 2.5% higher at HK$54.30.",
    "Output fell 7% to 380,000 barrels per day, while exports slipped by 1.5 percentage points.",
    "Net profit doubled to €1.25 billion, and the margin widened by 110 basis points to 14.2%.",
    "The first of five 30-MW plants opens within four years; two in three homes are to have power.",
)
PROSE = (
    "Analysts had expected less, as demand for the older models was thought to be weak.",
    "The chief executive called the result a first step and gave no new target for the year.",
    "Rivals in the region have struggled with the cost of parts and with a shortage of drivers.",
    "The ministry is to decide in spring whether the plant may be extended to the river.",
    "Unions welcomed the plan but asked for a word in how the shifts are to be shared.",
    "People close to the talks said that a deal was near, although nothing had been signed.",
)
CHARS = 5_000
ODD = {
    "digits": "7", "commas": ",", "million million": "million ", "brackets": "([",
    "dollars": "$", "numbers": "1 ", "dates": "on May 5, 2024 ", "full stops": ". ",
    "numerals of China": "三千万",
}  # fmt: skip


def text_of(sentences: tuple[str, ...], chars: int) -> str:
    """Sentences in turn, as paragraphs of six, of about a number of characters."""
    size = sum(map(len, sentences)) // len(sentences)
    row = list(islice(cycle(sentences), chars // size))
    return "\n\n".join(" ".join(row[at : at + 6]) for at in range(0, len(row), 6))


def seconds(work: Callable[[], object], rounds: int) -> float:
    """The least CPU time of a few rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def reading(texts: dict[str, str], rounds: int) -> None:
    for name, text in texts.items():
        size = len(text.encode()) / 1e6
        ours = size / seconds(lambda text=text: scan(text, "en"), rounds)
        floor = size / seconds(lambda text=text: FLOOR.findall(text), rounds)
        print(
            f"read {name:22} {ours:8.2f} MB/s   plain regex {floor:6.1f} MB/s ({ours / floor:.3f})"
        )


def peers(sentences: list[str]) -> None:
    if importlib.util.find_spec("quantulum3") is None:
        print("quantulum3 is not installed: not measured")
        return
    from quantulum3 import classifier, parser

    # Its classifier was trained with a release of scikit-learn that is no longer to be had.
    classifier.USE_CLF = False
    size = sum(len(sentence.encode()) for sentence in sentences) / 1e6
    parser.parse(sentences[0])
    theirs = size / seconds(lambda: [parser.parse(s) for s in sentences], 1)
    ours = size / seconds(lambda: [scan(s, "en") for s in sentences], 3)
    print(f"read {len(sentences)} sentences: {ours:.2f} MB/s, quantulum3 {theirs:.4f} MB/s")


def summarizing(texts: dict[str, str], rounds: int) -> None:
    with Summarizer("rules") as summarizer:
        for name, text in texts.items():
            document = Document(name, text[:CHARS].encode(), name, "text", raw=True)
            article = clean(document)
            spent = seconds(lambda article=article: summarizer.summarize(article), rounds)
            print(f"summarize {name:17} {1 / spent:8.1f} articles/s of {CHARS:,} characters")


def odd(rounds: int) -> None:
    for name, unit in ODD.items():
        text = unit * (100_000 // len(unit))
        size = len(text.encode()) / 1e6
        print(f"odd: {name:22} {seconds(lambda text=text: scan(text), rounds) / size:8.2f} s/MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--quantulum", type=int, default=100, metavar="SENTENCES")
    options = parser.parse_args()
    mixed = tuple(word for pair in zip(DENSE, PROSE, strict=True) for word in pair)
    sets = {"prose": PROSE, "every other sentence": mixed, "dense with figures": DENSE}
    reading({name: text_of(row, 100_000) for name, row in sets.items()}, options.rounds)
    peers(list(islice(cycle(mixed), options.quantulum)))
    summarizing({name: text_of(row, CHARS + 500) for name, row in sets.items()}, options.rounds)
    odd(min(2, options.rounds))


if __name__ == "__main__":
    main()
