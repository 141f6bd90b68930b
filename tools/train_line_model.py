"""Learn the weights of the line model from pages whose article is known.

    python tools/train_line_model.py ../shared/dev/cleaning

Needs scikit-learn, which the package itself does not. Reads `textdump*.jsonl.gz`: a page a line,
with `id`, `url`, `text` (the dump) and `gold` (the article). Prints what cross-validation by
publisher gives, then writes `summarizer/articles/dump/weights.json`.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import zlib
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlparse

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from summarizer.articles.dump.features import PLACE_SIZES, SIZES, places_of, shapes_of
from summarizer.articles.dump.model import OFFSETS, smooth
from summarizer.articles.lines import text_lines
from summarizer.articles.markdown import markup_cuts, without

FOLDS = 3
PENALTY = 0.3
BIAS, CHANGE = 0.2, 0.4
"""Chosen on the held-out folds: recall is dearer than precision at the margin."""
ARTICLE = 0.5
"""The share of a line from which on it is the article's."""
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
LEARNT_FROM = (
    "Web Content Extraction Benchmark (WCXB) by Murrough Foley, development pages, CC-BY-4.0,"
    " https://github.com/Murrough-Foley/web-content-extraction-benchmark;"
    " test pages of Fundus, MIT, https://github.com/flairNLP/fundus"
)
OUT = Path(__file__).resolve().parents[1] / "summarizer/articles/dump/weights.json"


class Page:
    """A page as rows of columns, one a line, with the share of each line that is the article's."""

    def __init__(self, row: dict[str, str], text: str, suite: str) -> None:
        self.suite, self.gold = suite, row["gold"]
        self.fold = zlib.crc32(publisher(row).encode()) % FOLDS
        self.lines = [text[a:b] for a, b in text_lines(text)]
        shapes = shapes_of(self.lines)
        self.words = np.array([shape.words for shape in shapes], float)
        self.share = shares(self.lines, row["gold"])
        self.columns = columns([shape.bins for shape in shapes], places_of(shapes))

    def part(self, row: dict[str, str]) -> Page:
        """The page as somebody would paste it: without what is above the article, or below it."""
        found = np.flatnonzero(self.share > ARTICLE)
        lines = self.lines
        if len(found):
            last = int(found[-1]) + 1
            lines = lines[found[0] :] if zlib.crc32(row["id"].encode()) % 2 else lines[:last]
        return Page(row, "\n".join(lines), "part of textdump")

    def excerpt(self, row: dict[str, str]) -> Page | None:
        """A few paragraphs of the article between some lines of the page's top and of its end."""
        found = np.flatnonzero(self.share > ARTICLE)
        if not len(found):
            return None
        draw = zlib.crc32(row["id"].encode()) // 2
        first, last, size = int(found[0]), int(found[-1]), 3 + draw % 6
        body = self.lines[first : last + 1]
        start = draw // 6 % max(1, len(body) - size)
        above, below = self.lines[:first][: draw // 60 % 7], self.lines[last + 1 :]
        below = below[max(0, len(below) - draw // 420 % 6) :]
        text = "\n".join([*above, *body[start : start + size], *below])
        return Page(row, text, "excerpt of textdump")


def publisher(row: dict[str, str]) -> str:
    host = urlparse(row.get("url") or "").netloc
    return ".".join(host.split(".")[-2:]) or row["id"]


def grams(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + 4]) for i in range(len(words) - 3)]


def shares(lines: list[str], gold: str) -> np.ndarray:
    """The share of each line's word 4-grams in the article; short lines must be lines of it."""
    known = set(grams(_WORD.findall(gold)))
    whole = {tuple(_WORD.findall(line)) for line in gold.split("\n")}
    found = []
    for line in lines:
        words = _WORD.findall(line)
        pieces = grams(words)
        if pieces:
            found.append(sum(piece in known for piece in pieces) / len(pieces))
        else:
            found.append(float(bool(words) and tuple(words) in whole))
    return np.array(found)


STARTS = np.cumsum([0, *SIZES])
PLACE_STARTS = np.cumsum([0, *PLACE_SIZES])
BLOCK = STARTS[-1] + 1
WIDTH = len(OFFSETS) * BLOCK + PLACE_STARTS[-1]


def columns(bins: list[tuple[int, ...]], places: list[tuple[int, ...]]) -> np.ndarray:
    """The columns of the design matrix that are 1; one past a block's last bin is "no line"."""
    size, reach = len(bins), max(OFFSETS)
    here = np.array(bins) + STARTS[:-1]
    none = np.full((reach, here.shape[1]), STARTS[-1])
    padded = np.vstack([none, here, none])
    shifted = [padded[reach + o : reach + o + size] + k * BLOCK for k, o in enumerate(OFFSETS)]
    return np.hstack([*shifted, np.array(places) + PLACE_STARTS[:-1] + len(OFFSETS) * BLOCK])


def matrix(pages: list[Page]) -> sparse.csr_matrix:
    found = np.vstack([page.columns for page in pages])
    rows, width = found.shape
    indices = np.arange(0, rows * width + 1, width)
    built = sparse.csr_matrix((np.ones(rows * width), found.ravel(), indices), shape=(rows, WIDTH))
    built.sum_duplicates()
    return built


def fit(pages: list[Page]) -> LogisticRegression:
    """A line counts by its words, as a part of its page's article; a share counts as two lines."""
    x = matrix(pages)
    y = np.concatenate([page.share for page in pages])
    weight = np.concatenate(
        [
            0.1 + 0.7 * np.minimum(3, (page.words + 1) * 40 / max(20, page.words @ page.share))
            for page in pages
        ]
    )
    labels = np.concatenate([np.ones(len(y)), np.zeros(len(y))])
    weights = np.concatenate([weight * y, weight * (1 - y)])
    used = weights > 0
    model = LogisticRegression(C=PENALTY, max_iter=100, tol=1e-3)
    return model.fit(sparse.vstack([x, x]).tocsr()[used], labels[used], sample_weight=weights[used])


def overlap(gold: str, text: str) -> tuple[float, float]:
    """Precision and recall of word 4-grams, as multisets."""
    wanted, got = Counter(grams(_WORD.findall(gold))), Counter(grams(_WORD.findall(text)))
    both = (wanted & got).total()
    return both / max(1, got.total()), both / max(1, wanted.total())


def report(pages: list[Page], scores: list[np.ndarray]) -> None:
    for suite in sorted({page.suite for page in pages}):
        found = []
        for page, score in zip(pages, scores, strict=True):
            if page.suite == suite:
                kept = smooth(list(score + BIAS), CHANGE)
                text = "\n".join(line for line, keep in zip(page.lines, kept, strict=True) if keep)
                found.append((*overlap(page.gold, text), bool(text)))
        precision = np.mean([p for p, _, some in found if some])
        recall = np.mean([r for _, r, _ in found])
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{suite:18} {len(found):4} pages  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")


def read(folder: Path) -> list[Page]:
    pages = []
    for path in sorted([*folder.glob("textdump*.jsonl.gz"), *folder.glob("markdown.jsonl.gz")]):
        suite = path.name.split(".")[0]
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            for line in stream:
                row = json.loads(line)
                text = row["text"]
                if suite == "markdown":
                    text = without(text, markup_cuts(text))
                pages.append(Page(row, text, suite))
                if suite == "textdump":
                    whole = pages[-1]
                    pages.append(whole.part(row))
                    if excerpt := whole.excerpt(row):
                        pages.append(excerpt)
    return pages


def write(model: LogisticRegression) -> None:
    found = [round(float(w), 2) for w in model.coef_[0]]
    shapes, edges = [], []
    for k in range(len(OFFSETS)):
        block = found[k * BLOCK : (k + 1) * BLOCK]
        pairs = pairwise(STARTS)
        shapes.append([block[a:b] for a, b in pairs])
        edges.append(round(block[-1] * len(SIZES), 2))
    place = found[len(OFFSETS) * BLOCK :]
    table = {
        "about": "Log-odds of the line model, by offset, feature and bin (see features.py)",
        "learnt_from": LEARNT_FROM,
        "bias": round(float(model.intercept_[0]) + BIAS, 2),
        "change": CHANGE,
        "edges": edges,
        "shapes": shapes,
        "places": [place[a:b] for a, b in pairwise(PLACE_STARTS)],
    }
    text = json.dumps(table, indent=1)
    text = re.sub(r"\[\s+((?:-?[\d.]+,?\s*)+)\]", lambda m: f"[{' '.join(m[1].split())}]", text)
    OUT.write_text(text + "\n", encoding="utf-8")


def main() -> None:
    pages = read(Path(sys.argv[1]))
    scores: list[np.ndarray] = [np.zeros(0)] * len(pages)
    for fold in range(FOLDS):
        model = fit([page for page in pages if page.fold != fold])
        for i, page in enumerate(pages):
            if page.fold == fold:
                scores[i] = model.decision_function(matrix([page]))
    report(pages, scores)
    write(fit(pages))


if __name__ == "__main__":
    main()
