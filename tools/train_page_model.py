"""Learn the weights of the page model from HTML pages whose article is known.

    python tools/train_page_model.py ../shared/dev/cleaning

Needs scikit-learn, which the package itself does not. Reads `html.jsonl.gz`: a page a line, with
`id`, `url`, `html` and `gold` (the article), and what `tools/train_line_model.py` reads: the line
model that scores a page's lines is learnt anew without the publishers of the page's fold, as it
will not have seen the pages that it is for. Prints what cross-validation by publisher gives, then
writes `summarizer/articles/page_weights.json`. Run it after every change of the line model.
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
from typing import Any

import numpy as np
import train_line_model as line
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from summarizer.articles.assemble import assemble
from summarizer.articles.blocks import page_blocks
from summarizer.articles.decode import canonical
from summarizer.articles.dump.features import shapes_of
from summarizer.articles.dump.model import Weights, scores_of, smooth, weights_of
from summarizer.articles.extraction import chosen_lines, extracted
from summarizer.articles.html import clean_html, is_stub, parse_page
from summarizer.articles.page_model import SIZES, PageModel, bins_of, page_weights_of

_NUMBER = re.compile(r"\d[\d.,:]*\d|\d")
PENALTY = 0.05
BIAS, CHANGE = 0.5, 0.3
"""Chosen on the held-out folds: recall is dearer than precision at the margin."""
NEWS = 3
"""A news page counts so many times: there are few of them among the pages."""
STARTS = np.cumsum([0, *SIZES])
OUT = Path(__file__).resolve().parents[1] / "summarizer/articles/page_weights.json"


class Page:
    """A page as rows of columns, one a line, with the share of each line that is the article's."""

    def __init__(self, row: dict[str, str], weights: Weights) -> None:
        self.fold, self.gold, self.html = fold_of(row), row["gold"], canonical(row["html"])
        self.weight = NEWS if row["source"] == "fundus" else 1
        tree = parse_page(self.html)
        blocks = page_blocks(tree)
        lines = blocks.text.split("\n")
        shapes = shapes_of(lines)
        scores = scores_of(shapes, weights)
        by_model = smooth(scores, weights.change)
        chosen = chosen_lines(lines, extracted(tree))
        words = [shape.words for shape in shapes]
        if is_stub(words, chosen, by_model):
            chosen = by_model
        self.words = np.array(words, float)
        self.share = line.shares(lines, row["gold"])
        found = bins_of(lines, shapes, blocks.places, scores, chosen)
        self.columns = np.array(found) + STARTS[:-1]


def fold_of(row: dict[str, str]) -> int:
    return zlib.crc32(line.publisher(row).encode()) % line.FOLDS


def matrix(pages: list[Page]) -> sparse.csr_matrix:
    found = np.vstack([page.columns for page in pages])
    rows, width = found.shape
    indices = np.arange(0, rows * width + 1, width)
    ones = np.ones(rows * width)
    return sparse.csr_matrix((ones, found.ravel(), indices), shape=(rows, STARTS[-1]))


def fit(pages: list[Page]) -> LogisticRegression:
    """A line counts by its words, as a part of its page's article; a share counts as two lines."""
    x = matrix(pages)
    y = np.concatenate([page.share for page in pages])
    weight = np.concatenate(
        [
            page.weight
            * (0.1 + 0.7 * np.minimum(3, (page.words + 1) * 40 / max(20, page.words @ page.share)))
            for page in pages
        ]
    )
    labels = np.concatenate([np.ones(len(y)), np.zeros(len(y))])
    weights = np.concatenate([weight * y, weight * (1 - y)])
    used = weights > 0
    model = LogisticRegression(C=PENALTY, max_iter=300)
    return model.fit(sparse.vstack([x, x]).tocsr()[used], labels[used], sample_weight=weights[used])


def report(pages: list[Page], models: list[Weights]) -> None:
    """Print what the whole cleaner does, each page by models that have not seen its publisher."""
    texts, numbers = [], []
    for fold, first in enumerate(models):
        weights = page_weights_of(table(fit([page for page in pages if page.fold != fold])))
        for page in pages:
            if page.fold != fold:
                continue
            found = clean_html(page.html, PageModel(first, weights))
            text = assemble(found.raw, found.cuts).text if found else ""
            texts.append((*line.overlap(page.gold, text), bool(text)))
            wanted, got = (Counter(_NUMBER.findall(t)) for t in (page.gold, text))
            if wanted:
                numbers.append((*line.shared(wanted, got), bool(got)))
    precision = np.mean([p for p, _, some in texts if some])
    recall = np.mean([r for _, r, _ in texts])
    bad = sum(2 * p * r < 0.5 * (p + r) or not p + r for p, r, _ in texts)
    print(
        f"html {len(texts)} pages  P {precision:.3f}  R {recall:.3f}"
        f"  F1 {2 * precision * recall / (precision + recall):.4f}"
        f"  numR {np.mean([r for _, r, _ in numbers]):.3f}"
        f"  numP {np.mean([p for p, _, some in numbers if some]):.3f}  <.5 {bad}"
    )


def table(model: LogisticRegression) -> dict[str, Any]:
    found = [round(float(w), 2) for w in model.coef_[0]]
    return {
        "about": "Log-odds of the page model, by feature and bin (see page_model.py)",
        "learnt_from": line.LEARNT_FROM,
        "bias": round(float(model.intercept_[0]) + BIAS, 2),
        "change": CHANGE,
        "bins": [found[a:b] for a, b in pairwise(STARTS)],
    }


def write(found: dict[str, Any]) -> None:
    text = json.dumps(found, indent=1)
    text = re.sub(r"\[\s+((?:-?[\d.]+,?\s*)+)\]", lambda m: f"[{' '.join(m[1].split())}]", text)
    OUT.write_text(text + "\n", encoding="utf-8")


def main() -> None:
    folder = Path(sys.argv[1])
    with gzip.open(folder / "html.jsonl.gz", "rt", encoding="utf-8") as stream:
        rows = [json.loads(row) for row in stream]
    dumps = line.read(folder)
    models, pages = [], []
    for fold in range(line.FOLDS):
        first = line.fit([page for page in dumps if page.fold != fold])
        models.append(weights_of(line.table(first)))
        pages += [Page(row, models[-1]) for row in rows if fold_of(row) == fold]
    report(pages, models)
    write(table(fit(pages)))


if __name__ == "__main__":
    main()
