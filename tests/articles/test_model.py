"""The line model: its sums are the tables', whatever is packed or shared on the way."""

import json
from functools import cache
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.articles.dump.context import FEATURES, rows_of
from summarizer.articles.dump.features import shapes_of
from summarizer.articles.dump.model import OFFSETS, load_weights, scores_of, smooth
from summarizer.articles.dump.places import places_of
from summarizer.articles.dump.trees import load_trees, score_of, second_look, trees_of

PAGE = [
    "Home",
    "Sport",
    "Harbour Lines said on Tuesday that it would spend $2.4 billion on twelve new ferries.",
    "Home",
    "“We waited until the yards had room,” she said. Deliveries will begin in 2028.",
    "Read more",
    "営業利益は前年比12%増の53億円だった。",
    "© 2026 Port Gazette",
]


@pytest.mark.parametrize("size", range(len(PAGE) + 1))
def test_a_score_is_the_sum_of_the_weights_of_its_bins(size: int) -> None:
    weights = load_weights()
    shapes = shapes_of(PAGE[:size])
    expected = []
    for i, place in enumerate(places_of(shapes)):
        score = weights.bias + sum(table[j] for table, j in zip(weights.places, place, strict=True))
        for tables, edge, offset in zip(weights.shapes, weights.edges, OFFSETS, strict=True):
            if 0 <= i + offset < size:
                bins = shapes[i + offset].bins
                score += sum(table[j] for table, j in zip(tables, bins, strict=True))
            else:
                score += edge
        expected.append(score)
    assert scores_of(shapes) == pytest.approx(expected)


def test_a_wrapped_line_has_the_shape_of_the_line_in_one() -> None:
    [wrapped] = shapes_of([PAGE[2].replace(" it ", "\nit ")])
    [whole] = shapes_of([PAGE[2]])
    assert wrapped.keys == whole.keys
    assert (wrapped.kind, wrapped.end, wrapped.running) == (whole.kind, whole.end, whole.running)


@cache
def _table(name: str) -> dict:
    path = files("summarizer.articles.dump").joinpath(name)
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["weights.json", "trees.json"])
def test_the_tables_say_what_they_were_learnt_from(name: str) -> None:
    assert "CC-BY-4.0" in _table(name)["learnt_from"]


_VALUES = st.floats(-100, 1000) | st.integers(-60, 1000) | st.floats(0, 1)
_ROWS = st.tuples(*([_VALUES] * len(FEATURES)))


@given(_ROWS)
def test_the_second_look_adds_up_the_leaves_that_a_row_comes_to(row: tuple[float, ...]) -> None:
    table = _table("trees.json")
    expected = table["bias"]
    for node in table["trees"]:
        while isinstance(node, list):
            feature, threshold, low, high = node
            node = low if row[feature] <= threshold else high  # noqa: PLW2901
        expected += node
    assert score_of(row, load_trees()) == pytest.approx(expected)


def test_a_value_on_a_threshold_is_up_to_it() -> None:
    tree = [0, 1.5, 1.0, [1, 2.0, 10.0, 100.0]]
    table = {"features": list(FEATURES), "bias": 0.25, "change": 0.4, "trees": [tree, 1000.0]}
    rest = [0.0] * (len(FEATURES) - 2)
    rows = [[1.5, 9.0], [1.6, 2.0], [1.6, 2.1]]
    found = [score_of([*row, *rest], trees_of(table)) for row in rows]
    assert found == [1001.25, 1010.25, 1100.25]


def test_only_lines_in_doubt_are_looked_at_again() -> None:
    shapes = shapes_of(PAGE)
    scores = [-9.0, -3.0, 9.0, 4.0, 5.0, -5.0, 0.0, -4.0]
    found = second_look(shapes, scores, smooth(scores, 0.4))
    assert [i for i, (a, b) in enumerate(zip(scores, found, strict=True)) if a != b] == [6]


def test_a_row_has_a_value_for_each_feature() -> None:
    shapes = shapes_of(PAGE)
    kept = [False, False, True, False, True, False, True, False]
    rows = list(rows_of(shapes, [2.0 if k else -2.0 for k in kept], kept, range(len(PAGE))))
    assert {len(row) for row in rows} == {len(FEATURES)}
    by_name = [dict(zip(FEATURES, row, strict=True)) for row in rows]
    words = [shape.words for shape, keep in zip(shapes, kept, strict=True) if keep]
    assert {row["article words"] for row in by_name} == {sum(words)}
    assert by_name[2]["run share"] == pytest.approx(words[0] / sum(words))
    assert by_name[3]["run share"] == -1
    assert (by_name[3]["gap lines"], by_name[3]["gap words"]) == (1, 1)
    assert (by_name[0]["to first"], by_name[7]["past last"]) == (2, 1)


@pytest.mark.parametrize(
    ("scores", "kept"),
    [
        ([], []),
        ([1.0, -0.1, 1.0], [True, True, True]),
        ([1.0, -3.0, 1.0], [True, False, True]),
        ([-1.0, 0.2, -1.0], [False, False, False]),
    ],
    ids=["nothing", "a small doubt inside", "a sure stranger", "a small hope outside"],
)
def test_the_article_is_a_few_runs_of_lines(scores: list[float], kept: list[bool]) -> None:
    assert smooth(scores, 0.4) == kept
