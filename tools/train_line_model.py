"""Learn the weights of the line model from pages whose article is known.

    python tools/train_line_model.py ../shared/dev/cleaning

Needs scikit-learn, which the package itself does not. Reads `textdump*.jsonl.gz` and
`markdown.jsonl.gz`: a page a line, with `id`, `url`, `text` (the dump) and `gold` (the article).
Prints what cross-validation by publisher gives, the whole cleaner run on each held-out fold, then
writes `weights.json`, `words.json` and `trees.json` to `summarizer/articles/dump/`.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import textwrap
import zlib
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

import numpy as np
from scipy import sparse
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from summarizer.articles.assemble import assemble
from summarizer.articles.dump.cleaner import LineModel, clean_dump
from summarizer.articles.dump.context import FEATURES, PAGE_FEATURES, Outline
from summarizer.articles.dump.features import SIZES, folded_words, shapes_of
from summarizer.articles.dump.model import OFFSETS, Weights, scores_of, smooth, weights_of
from summarizer.articles.dump.near import near_lines
from summarizer.articles.dump.places import PLACE_SIZES, places_of
from summarizer.articles.dump.trees import HIGHEST, LOWEST, trees_of
from summarizer.articles.dump.words import LONG, Words, entries_of, words_of
from summarizer.articles.lines import text_lines
from summarizer.articles.markdown import markup_cuts, without

FOLDS = 4
PENALTY = 0.3
BIAS, CHANGE = 0.2, 0.4
TREES = {
    "max_iter": 240,
    "max_leaf_nodes": 8,
    "learning_rate": 0.08,
    "min_samples_leaf": 300,
    "l2_regularization": 20.0,
    "early_stopping": False,
    "random_state": 0,
}
TREE_BIAS, TREE_CHANGE = 0.5, 0.8
"""Chosen on the held-out folds: recall is dearer than precision at the margin."""
FIGURES = 0.5
"""What a line's numbers count beside its words."""
PUBLISHERS, SHORT_ENTRIES, LONG_ENTRIES = 4, 1500, 800
"""A word is known if so many publishers have it; how many of them the table has."""
PRIOR, MOST = 4.0, 3.0
"""How many lines of the common share each word begins with; the most that it tells."""
ARTICLE = 0.5
"""The share of a line from which on it is the article's."""
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
_NUMBER = re.compile(r"\d[\d.,:]*\d|\d")
CLEAN = "the article by itself"
SUITES = ("textdump", "textdump-joined", "textdump-rendered", "markdown", "part of textdump", CLEAN)
LEARNT_FROM = (
    "Web Content Extraction Benchmark (WCXB) by Murrough Foley, development pages, CC-BY-4.0,"
    " https://github.com/Murrough-Foley/web-content-extraction-benchmark;"
    " test pages of Fundus, MIT, https://github.com/flairNLP/fundus"
)
OUT = Path(__file__).resolve().parents[1] / "summarizer/articles/dump"


class Page:
    """A page as rows of columns, one a line, with the share of each line that is the article's."""

    def __init__(self, row: dict[str, str], text: str, suite: str) -> None:
        self.suite, self.gold, self.text = suite, row["gold"], text
        self.publisher = publisher(row)
        self.fold = zlib.crc32(self.publisher.encode()) % FOLDS
        self.lines = [text[a:b] for a, b in text_lines(text)]
        self.shapes = shapes_of(self.lines)
        self.words = np.array([shape.words for shape in self.shapes], float)
        self.share = shares(self.lines, row["gold"])
        places = [place for place in places_of(self.shapes) if place is not None]
        self.columns = columns([shape.bins for shape in self.shapes], places)
        self.doubted: list[int] = []
        """Lines that the first look leaves in doubt."""
        self.rows = np.zeros((0, len(FEATURES)), np.float32)
        """What the second look sees of them."""

    @property
    def weight(self) -> np.ndarray:
        """A line counts by its words, as a part of its page's article."""
        article = max(20, self.words @ self.share)
        return np.asarray(0.1 + 0.7 * np.minimum(3, (self.words + 1) * 40 / article))

    @property
    def second_weight(self) -> np.ndarray:
        """The same, and by its numbers, as a part of the article's."""
        numbers = np.array([len(_NUMBER.findall(line)) for line in self.lines], float)
        article = max(5, numbers @ (self.share > ARTICLE))
        return np.asarray(self.weight + FIGURES * np.minimum(3, numbers * 20 / article))

    def doubt(self, weights: Weights, words: Words) -> None:
        """Take down what the second look sees, after a first look by others' tables."""
        if not self.lines:
            return
        shapes = shapes_of(self.lines, words, near_lines(self.lines))
        scores = scores_of(shapes, weights)
        self.doubted = [i for i, s in enumerate(scores) if LOWEST < s < HIGHEST]
        if not self.doubted:
            return
        outline = Outline(shapes, scores, smooth(scores, CHANGE))
        page = np.tile(np.array(outline.page(), np.float32), (len(self.doubted), 1))
        lines = np.array(list(outline.columns(self.doubted)), np.float32).T
        self.rows = np.hstack([page, lines])

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
    """Fit the first look, on pages alone; a share counts as two lines."""
    pages = [page for page in pages if page.suite != CLEAN]
    x = matrix(pages)
    y = np.concatenate([page.share for page in pages])
    weight = np.concatenate([page.weight for page in pages])
    labels = np.concatenate([np.ones(len(y)), np.zeros(len(y))])
    weights = np.concatenate([weight * y, weight * (1 - y)])
    used = weights > 0
    model = LogisticRegression(C=PENALTY, max_iter=100, tol=1e-3)
    return model.fit(sparse.vstack([x, x]).tocsr()[used], labels[used], sample_weight=weights[used])


def fit_words(pages: list[Page]) -> dict[str, Any]:
    """Count in which lines words stand; equal lines of a page count once."""
    tables: list[dict[str, float]] = []
    every = [page for page in pages if page.suite == "textdump"]
    for long, most in ((False, SHORT_ENTRIES), (True, LONG_ENTRIES)):
        counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        known: dict[str, set[str]] = defaultdict(set)
        total = [0, 0]
        for page in every:
            article = page.share > ARTICLE
            which = (page.words >= LONG) == long
            for line, is_ours in {(page.lines[i], bool(article[i])) for i in np.flatnonzero(which)}:
                for entry in set(entries_of(folded_words(line))):
                    counts[entry][is_ours] += 1
                    known[entry].add(page.publisher)
                    total[is_ours] += 1
        prior = total[1] / max(1, sum(total))
        told: dict[str, tuple[float, float]] = {}
        for entry, (other, ours) in counts.items():
            if len(known[entry]) >= PUBLISHERS:
                odds = (ours + PRIOR * prior) / (other + PRIOR * (1 - prior))
                weight = float(np.log(odds * (1 - prior) / prior))
                told[entry] = weight, abs(weight) * (other + ours) ** 0.5
        best = sorted(told, key=lambda entry: (-told[entry][1], entry))[:most]
        tables.append(
            {entry: round(max(-MOST, min(MOST, told[entry][0])), 2) for entry in sorted(best)}
        )
    return {
        "about": "Log-odds of words in short lines and in long ones; ^ for the first two of a line",
        "learnt_from": LEARNT_FROM,
        "short": tables[0],
        "long": tables[1],
    }


def fit_trees(pages: list[Page]) -> HistGradientBoostingClassifier:
    """Fit the second look, on what the first one leaves in doubt."""
    pages = [page for page in pages if len(page.doubted)]
    x = np.vstack([page.rows for page in pages])
    y = np.concatenate([page.share[page.doubted] > ARTICLE for page in pages])
    weight = np.concatenate([page.second_weight[page.doubted] for page in pages])
    return HistGradientBoostingClassifier(**TREES).fit(x, y, sample_weight=weight)


def table(model: LogisticRegression) -> dict[str, object]:
    found = [round(float(w), 2) for w in model.coef_[0]]
    shapes, edges = [], []
    for k in range(len(OFFSETS)):
        block = found[k * BLOCK : (k + 1) * BLOCK]
        shapes.append([block[a:b] for a, b in pairwise(STARTS)])
        edges.append(round(block[-1] * len(SIZES), 2))
    place = found[len(OFFSETS) * BLOCK :]
    return {
        "about": "Log-odds of the line model, by offset, feature and bin (features.py, places.py)",
        "learnt_from": LEARNT_FROM,
        "bias": round(float(model.intercept_[0]) + BIAS, 2),
        "change": CHANGE,
        "edges": edges,
        "shapes": shapes,
        "places": [place[a:b] for a, b in pairwise(PLACE_STARTS)],
    }


def tree_table(model: HistGradientBoostingClassifier) -> dict[str, Any]:
    """The trees as lists; scikit-learn has no public way to read them."""
    trees = [node(trees[0].nodes, 0) for trees in model._predictors]  # noqa: SLF001
    bias = float(model._baseline_prediction.ravel()[0])  # noqa: SLF001
    return {
        "about": "Each node: a leaf's log-odds, or feature, threshold, node up to it, node above",
        "learnt_from": LEARNT_FROM,
        "features": [*PAGE_FEATURES, *FEATURES],
        "bias": round(bias + TREE_BIAS, 3),
        "change": TREE_CHANGE,
        "trees": trees,
    }


def node(nodes: np.ndarray, i: int) -> object:
    this = nodes[i]
    if this["is_leaf"]:
        return round(float(this["value"]), 3)
    threshold = float(f"{this['num_threshold']:.5g}")
    low, high = (node(nodes, int(this[side])) for side in ("left", "right"))
    return [int(this["feature_idx"]), threshold, low, high]


def overlap(gold: str, text: str) -> tuple[float, float]:
    """Precision and recall of word 4-grams, as multisets."""
    return shared(Counter(grams(_WORD.findall(gold))), Counter(grams(_WORD.findall(text))))


def shared(wanted: Counter[Any], got: Counter[Any]) -> tuple[float, float]:
    both = (wanted & got).total()
    return both / max(1, got.total()), both / max(1, wanted.total())


def report(pages: list[Page], models: list[LineModel]) -> None:
    """Print what the whole cleaner does, each page by the model that has not seen its publisher."""
    for suite in SUITES:
        texts, numbers = [], []
        for page in pages:
            if page.suite != suite:
                continue
            found = clean_dump(page.text, models[page.fold])
            text = assemble(page.text, found.cuts).text
            texts.append((*overlap(page.gold, text), bool(text)))
            wanted, got = (Counter(_NUMBER.findall(t)) for t in (page.gold, text))
            if wanted:
                numbers.append((*shared(wanted, got), bool(got)))
        precision = np.mean([p for p, _, some in texts if some])
        recall = np.mean([r for _, r, _ in texts])
        bad = sum(2 * p * r < 0.5 * (p + r) or not p + r for p, r, _ in texts)
        print(
            f"{suite:20} {len(texts):4} pages  P {precision:.3f}  R {recall:.3f}"
            f"  F1 {2 * precision * recall / (precision + recall):.4f}"
            f"  numR {np.mean([r for _, r, _ in numbers]):.3f}"
            f"  numP {np.mean([p for p, _, some in numbers if some]):.3f}  <.5 {bad}",
            flush=True,
        )


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
                    pages.append(Page(row, row["gold"], CLEAN))
    return pages


def write(name: str, found: dict[str, object]) -> None:
    text = json.dumps(found, indent=1, ensure_ascii=False)
    text = re.sub(r"\[\s+((?:-?[\d.]+,?\s*)+)\]", lambda m: f"[{' '.join(m[1].split())}]", text)
    (OUT / name).write_text(text + "\n", encoding="utf-8")


def write_trees(found: dict[str, Any]) -> None:
    trees = ",\n".join(f"  {json.dumps(tree)}" for tree in found["trees"])
    rest = json.dumps({k: v for k, v in found.items() if k != "trees"}, indent=1)
    text = f'{rest[:-2]},\n "trees": [\n{trees}\n ]\n}}\n'
    (OUT / "trees.json").write_text(text, encoding="utf-8")


def write_words(found: dict[str, Any]) -> None:
    parts = [
        f' "{key}": {json.dumps(found[key], ensure_ascii=False)}'
        for key in ("about", "learnt_from")
    ]
    for key in ("short", "long"):
        entries = [f"{json.dumps(k, ensure_ascii=False)}: {v}" for k, v in found[key].items()]
        lines = textwrap.wrap(", ".join(e.replace(" ", "\0") for e in entries), 98)
        joined = "\n  ".join(lines).replace("\0", " ")
        parts.append(f' "{key}": {{\n  {joined}\n }}')
    (OUT / "words.json").write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


def without_fold(pages: list[Page], fold: int) -> list[Page]:
    return [page for page in pages if page.fold != fold]


def main() -> None:
    pages = read(Path(sys.argv[1]))
    whole = table(fit(pages))
    words = fit_words(pages)
    firsts = [table(fit(without_fold(pages, fold))) for fold in range(FOLDS)]
    known = [words_of(fit_words(without_fold(pages, fold))) for fold in range(FOLDS)]
    for page in pages:
        page.doubt(weights_of(firsts[page.fold]), known[page.fold])
    models = []
    for fold in range(FOLDS):
        trees = trees_of(tree_table(fit_trees(without_fold(pages, fold))))
        models.append(LineModel(weights_of(firsts[fold]), trees, known[fold]))
    report(pages, models)
    write("weights.json", whole)
    write_words(words)
    write_trees(tree_table(fit_trees(pages)))


if __name__ == "__main__":
    main()
