"""How much of the article is kept, and how much else: cleaning against known articles.

    python benchmarks/cleaning.py [FOLDER] [--limit N] [--suite NAME] [--worst N]
    python benchmarks/cleaning.py --memory

FOLDER (default `../shared/dev/cleaning`) holds `*.jsonl.gz`: a page a line with `id`, `text` or
`html`, and `gold`, the article. In one run, on the same pages: this package, trafilatura (text is
wrapped into paragraphs first), and a plain rule, the stretch of lines with the most words less a
cost a line.

P, R: mean precision and recall of word 4-grams as multisets, P over the pages with an answer; F1 is
their harmonic mean. numR, numP: the share of the article's numbers that are kept, and of the kept
numbers that are the article's. <.5: pages whose own F1 is under one half. The line model was
learnt from dev pages of this kind: `tools/train_line_model.py` prints what it gives on held-out
publishers. The times of one run are taken page by page in turn, so that their ratios hold on a busy
machine; trafilatura gives the text alone, and with its metadata, as this package always does.

`--memory` prints the peak of a fresh process that cleans one large input, and of one that only
imports the package.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.articles import Document, clean
from summarizer.articles.lines import text_lines
from summarizer.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_CJK = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_CJK}]|[^\W{_CJK}]+")
_NUMBER = re.compile(r"\d[\d.,:]*\d|\d")
_COST = 15
"""What each line costs the densest stretch, in words."""


def ours(row: dict[str, str]) -> str:
    content, hint = (row["html"], "html") if "html" in row else (row["text"], None)
    try:
        return clean(Document(row["id"], content, row["id"], hint)).text
    except InputError:
        return ""


def by_trafilatura(row: dict[str, str], *, metadata: bool = False) -> str:
    import trafilatura

    page = row.get("html")
    if page is None:
        lines = "".join(f"<p>{html.escape(line)}</p>" for line in row["text"].split("\n"))
        page = f"<html><body>{lines}</body></html>"
    found = trafilatura.bare_extraction(
        page, include_comments=False, deduplicate=False, with_metadata=metadata
    )
    return getattr(found, "text", None) or ""


def densest(row: dict[str, str]) -> str:
    text = row.get("text", "")
    lines = [text[start:end] for start, end in text_lines(text)]
    best, total, start = (0, 0, 0), 0, 0
    for i, line in enumerate(lines):
        total += len(line.split()) - _COST
        best = max(best, (total, -start, i + 1))
        if total < 0:
            total, start = 0, i + 1
    return "\n".join(lines[-best[1] : best[2]])


SYSTEMS: dict[str, Callable[[dict[str, str]], str]] = {
    "summarizer": ours,
    "trafilatura": by_trafilatura,
    "  and metadata": partial(by_trafilatura, metadata=True),
    "densest block": densest,
}


def grams(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)) if words)


def shares(wanted: Counter, got: Counter) -> tuple[float | None, float | None]:
    """Precision (None without an answer) and recall (None where nothing was wanted)."""
    both = (wanted & got).total()
    return (
        both / got.total() if got else None,
        both / wanted.total() if wanted else None,
    )


def mean(values: Iterator[float | None]) -> float:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else float("nan")


def answered(
    rows: list[dict[str, str]], systems: dict[str, Callable[[dict[str, str]], str]]
) -> tuple[dict[str, list[str]], dict[str, float]]:
    """What each system answers, and its CPU seconds; the first page is read once before."""
    answers: dict[str, list[str]] = {name: [] for name in systems}
    seconds = dict.fromkeys(systems, 0.0)
    for system in systems.values():
        system(rows[0])
    for row in rows:
        for name, system in systems.items():
            began = time.process_time()
            answers[name].append(system(row))
            seconds[name] += time.process_time() - began
    return answers, seconds


def score(rows: list[dict[str, str]], answers: list[str], seconds: float, worst: int = 0) -> str:
    texts, numbers = [], []
    for row, answer in zip(rows, answers, strict=True):
        texts.append(shares(grams(row["gold"]), grams(answer)))
        wanted, got = (Counter(_NUMBER.findall(text)) for text in (row["gold"], answer))
        numbers.append(shares(wanted, got) if wanted else (None, None))
    precision, recall = mean(p for p, _ in texts), mean(r for _, r in texts)
    own = [2 * p * r / (p + r) if p and r else 0.0 for p, r in texts]
    least = sorted(zip(own, texts, rows, strict=True), key=lambda found: found[0])[:worst]
    return (
        f"{precision:.3f} {recall:.3f} {2 * precision * recall / (precision + recall):.3f}  "
        f"{mean(r for _, r in numbers):.3f} {mean(p for p, _ in numbers):.3f}  "
        f"{sum(f < 0.5 for f in own):4}  {len(rows) / seconds:7.1f}"
        + "".join(
            f"\n  {f:.2f}  P {p or 0:.2f}  R {r or 0:.2f}  {x['id']}" for f, (p, r), x in least
        )
    )


SIZE = 20_000_000
"""Bytes of the large inputs: the default of `max_bytes`."""
SENTENCE = "The port moved 4.1 million boxes in the year to June, 6% more than the year before it. "
LARGE = {
    "text, a paragraph a line": lambda: (SENTENCE * 3 + "\n") * (SIZE // (3 * len(SENTENCE) + 1)),
    "text, a heading a paragraph": lambda: "\n".join(
        [f"Port {n}\n\n{SENTENCE}" for n in range(SIZE // (len(SENTENCE) + 12))]
    ),
    "text, one line": lambda: SENTENCE * (SIZE // len(SENTENCE)),
    "HTML of paragraphs": lambda: (
        "<html><body>" + f"<p>{SENTENCE * 3}</p>\n" * (SIZE // (3 * len(SENTENCE) + 8))
    ),
    "HTML of 190,000 short paragraphs": lambda: (
        "<html><body>" + "<p class='text'>Shares went up 5%</p>\n" * 190_000
    ),
    "HTML of 700,000 links": lambda: (
        f"<html><body><p>{SENTENCE * 3}</p>" + "<a href='/x'>link 5%</a>\n" * 700_000
    ),
}
"""What is cleaned for `--memory`, by name."""
CHILD = """
import sys
from pathlib import Path
from summarizer.articles import clean, document_of
from summarizer.errors import SummarizerError
from summarizer.settings import Settings
try:
    if sys.argv[1:]:
        article = clean(document_of(Path(sys.argv[1]), settings=Settings(max_bytes=40_000_000)))
        print(f"{article.clean_chars / 1e6:.1f} MB of text")
    else:
        print("nothing cleaned")
except SummarizerError as error:
    print(error.cause)
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(int(peak.split()[1]) / 1024)
"""


def memory() -> None:
    """Print the peak of a fresh process for each large input (Linux)."""
    with tempfile.TemporaryDirectory() as folder:
        _peak("nothing", [])
        for name, make in LARGE.items():
            path = Path(folder) / ("page.html" if "HTML" in name else "page.txt")
            path.write_text(make(), encoding="utf-8")
            _peak(f"{name}, {path.stat().st_size / 1e6:.0f} MB", [str(path)])


def _peak(name: str, inputs: list[str]) -> None:
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", CHILD, *inputs], capture_output=True, text=True, check=True
    )
    what, peak = done.stdout.splitlines()
    seconds = time.perf_counter() - began
    print(f"{name:36} {float(peak):6.0f} MiB  {seconds:6.1f} s  {what}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", nargs="?", default="../shared/dev/cleaning", type=Path)
    parser.add_argument("--limit", type=int, help="pages of each suite at most")
    parser.add_argument("--suite", help="one suite, such as textdump")
    parser.add_argument("--worst", type=int, default=0, help="list our N worst pages of each suite")
    parser.add_argument("--memory", action="store_true", help="measure the peak of large inputs")
    options = parser.parse_args()
    if options.memory:
        memory()
        return
    paths = sorted(options.folder.glob(f"{options.suite or '*'}.jsonl.gz"))
    if not paths:
        print(f"no suites in {options.folder}: nothing measured")
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            rows = [json.loads(line) for line in stream][: options.limit]
        print(f"\n{path.name.split('.')[0]}, {len(rows)} pages")
        print(f"{'':15} P     R     F1     numR  numP    <.5  pages/CPU-s")
        text = "text" in rows[0]
        used = {
            k: v for k, v in SYSTEMS.items() if k != ("  and metadata" if text else "densest block")
        }
        answers, seconds = answered(rows, used)
        for name in used:
            worst = options.worst if name == "summarizer" else 0
            print(f"{name:14} {score(rows, answers[name], seconds[name], worst)}", flush=True)
        ratios = [
            f"{seconds['summarizer'] / seconds[name]:.2f} of {name.strip()}"
            for name in used
            if name != "summarizer"
        ]
        print(f"CPU time of summarizer: {', '.join(ratios)}")
        if path.name.startswith("textdump."):
            whole = [{**row, "text": row["gold"]} for row in rows]
            answers, seconds = answered(whole, {"summarizer": ours})
            alone = score(whole, answers["summarizer"], seconds["summarizer"])
            print(f"{'articles alone':14} {alone}", flush=True)


if __name__ == "__main__":
    main()
