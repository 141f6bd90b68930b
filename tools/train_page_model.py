"""Learn the trees of the page model from HTML pages whose article is known.

    python tools/train_page_model.py ../shared/dev/cleaning [MORE.jsonl.gz]

Needs scikit-learn, which the package itself does not. Reads `html.jsonl.gz`: a page a line, with
`id`, `url`, `html` and `gold` (the article), and what `tools/train_line_model.py` reads: the line
model that scores a page's lines is learnt anew without the publishers of the page's fold, as it
will not have seen the pages that it is for. MORE holds further pages of this form that are learnt
from and never measured on; where their `kind` is "agreement" the article is what two extractors
agree upon, which counts less.

Prints what cross-validation by publisher gives, then writes `summarizer/articles/page_trees.json`.
Run it after every change of the line model.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import zlib
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import train_line_model as line
from sklearn.ensemble import HistGradientBoostingClassifier

from summarizer.articles.assemble import assemble
from summarizer.articles.blocks import page_blocks
from summarizer.articles.dump.features import shapes_of
from summarizer.articles.dump.model import Weights, scores_of, smooth, weights_of
from summarizer.articles.html import clean_html, parse_page
from summarizer.articles.page_model import PageModel, page_trees_of
from summarizer.articles.page_rows import FEATURES, rows_of, standing_of

TREES = {
    "max_iter": 150,
    "max_leaf_nodes": 8,
    "learning_rate": 0.1,
    "min_samples_leaf": 40,
    "l2_regularization": 5.0,
    "early_stopping": False,
    "random_state": 0,
}
BIAS, CHANGE = 0.7, 0.2
"""Chosen on the held-out folds: recall is dearer than precision at the margin."""
_NUMBER = re.compile(r"\d[\d.,:]*\d|\d")
NEWS, SILVER = 3, 0.5
"""What a page of news counts, as there are few, and one whose article two extractors agree upon."""
_LONGEST = 3000
"""Lines of a page that is learnt from."""
LEARNT_FROM = (
    f"{line.LEARNT_FROM}; test pages of Readability, Apache-2.0, https://github.com/mozilla/readability,"
    " newspaper, MIT, https://github.com/codelucas/newspaper, newspaper4k, MIT,"
    " https://github.com/AndyTheFactory/newspaper4k, goose3, Apache-2.0,"
    " https://github.com/goose3/goose3, GoOse, Apache-2.0, https://github.com/advancedlogic/GoOse,"
    " Postlight Parser, MIT, https://github.com/postlight/parser, metascraper, MIT,"
    " https://github.com/microlinkhq/metascraper, snacktory, Apache-2.0,"
    " https://github.com/karussell/snacktory, and the like; Chinese Web Content Extraction Dataset,"
    " MIT, https://github.com/immortal-autumn/Chinese-Web-Content-Extraction-Dataset"
)
OUT = Path(__file__).resolve().parents[1] / "summarizer/articles/page_trees.json"


class Page:
    """A page as rows, one a line, with the share of each line that is the article's."""

    def __init__(self, row: dict[str, str], weights: Weights, *, measured: bool) -> None:
        self.fold, self.gold = fold_of(row), row["gold"]
        self.html = row["html"] if measured else ""
        self.rows = np.zeros((0, len(FEATURES)), np.float32)
        tree = parse_page(row["html"])
        if tree is None:
            return
        blocks = page_blocks(tree)
        lines = blocks.text.split("\n")
        if len(lines) > _LONGEST:
            return
        shapes = shapes_of(lines)
        scores = scores_of(shapes, weights)
        kept = smooth(scores, weights.change)
        found = rows_of(lines, shapes, blocks.places, blocks.around, scores, kept)
        standing = map(standing_of, shapes, blocks.places)
        self.rows = np.array([(*a, *b) for a, b in zip(found, standing, strict=True)], np.float32)
        self.share = line.shares(lines, row["gold"])
        words = np.array([shape.words for shape in shapes], float)
        page = float(NEWS if row["source"] == "fundus" else 1)
        page *= SILVER if row.get("kind") == "agreement" else 1
        # A line counts by its words, as a part of its page's article.
        size = max(20, words @ self.share)
        self.weight = page * (0.1 + 0.7 * np.minimum(3, (words + 1) * 40 / size))


def fold_of(row: dict[str, str]) -> int:
    return zlib.crc32(line.publisher(row).encode()) % line.FOLDS


def fit(pages: list[Page]) -> HistGradientBoostingClassifier:
    """A line of which a share is the article's counts as two lines."""
    pages = [page for page in pages if len(page.rows)]
    x = np.vstack([page.rows for page in pages])
    y = np.concatenate([page.share for page in pages])
    weight = np.concatenate([page.weight for page in pages])
    labels = np.concatenate([np.ones(len(y)), np.zeros(len(y))])
    weights = np.concatenate([weight * y, weight * (1 - y)])
    used = weights > 0
    model = HistGradientBoostingClassifier(**TREES)
    return model.fit(np.vstack([x, x])[used], labels[used], sample_weight=weights[used])


def report(pages: list[Page], models: list[PageModel]) -> None:
    """Print what the whole cleaner does, each page by models that have not seen its publisher."""
    texts, numbers = [], []
    for page in pages:
        if not page.html:
            continue
        found = clean_html(page.html, models[page.fold])
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
        f"  numP {np.mean([p for p, _, some in numbers if some]):.3f}  <.5 {bad}",
        flush=True,
    )


def table(model: HistGradientBoostingClassifier) -> dict[str, Any]:
    bias = float(model._baseline_prediction.ravel()[0])  # noqa: SLF001
    trees = [line.node(one[0].nodes, 0) for one in model._predictors]  # noqa: SLF001
    return {
        "about": "Decision trees over what page_rows.py sees of a line; a leaf is log-odds",
        "learnt_from": LEARNT_FROM,
        "bias": round(bias + BIAS, 3),
        "change": CHANGE,
        "features": list(FEATURES),
        "trees": trees,
    }


def write(found: dict[str, Any]) -> None:
    trees = ",\n".join(f"  {json.dumps(tree)}" for tree in found["trees"])
    rest = json.dumps({k: v for k, v in found.items() if k != "trees"}, indent=1)
    OUT.write_text(f'{rest[:-2]},\n "trees": [\n{trees}\n ]\n}}\n', encoding="utf-8")


def read(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        return [json.loads(row) for row in stream]


def main() -> None:
    folder = Path(sys.argv[1])
    dumps = line.read(folder)
    firsts = [
        weights_of(line.table(line.fit([page for page in dumps if page.fold != fold])))
        for fold in range(line.FOLDS)
    ]
    del dumps
    pages = []
    for path in (folder / "html.jsonl.gz", *map(Path, sys.argv[2:])):
        measured = path.parent == folder
        pages += [Page(row, firsts[fold_of(row)], measured=measured) for row in read(path)]
    models = []
    for fold, first in enumerate(firsts):
        trees = table(fit([page for page in pages if page.fold != fold]))
        models.append(PageModel(first, page_trees_of(trees)))
    report(pages, models)
    write(table(fit(pages)))


if __name__ == "__main__":
    main()
