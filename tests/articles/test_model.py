"""The line model: its sums are the tables', whatever is packed or shared on the way."""

import json
from functools import cache
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.articles.dump.context import FEATURES, PAGE_FEATURES, Outline
from summarizer.articles.dump.features import shapes_of
from summarizer.articles.dump.model import OFFSETS, load_weights, scores_of, smooth
from summarizer.articles.dump.near import near_lines
from summarizer.articles.dump.places import places_of
from summarizer.articles.dump.trees import load_trees, second_look, tree_scores, trees_of
from summarizer.articles.dump.words import Words

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
        assert place is not None
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


def test_a_wrapped_line_without_a_space_has_a_shape() -> None:
    [shape] = shapes_of(["Http" * 20 + "\nPort"])
    assert (shape.words, shape.capitals) == (1, 5)


@cache
def _table(name: str) -> dict:
    path = files("summarizer.articles.dump").joinpath(name)
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["weights.json", "words.json", "trees.json"])
def test_the_tables_say_what_they_were_learnt_from(name: str) -> None:
    assert "CC-BY-4.0" in _table(name)["learnt_from"]


_VALUES = st.floats(-100, 1000) | st.integers(-60, 1000) | st.floats(0, 1)
_PAGE = st.tuples(*([_VALUES] * len(PAGE_FEATURES)))
_LINE = st.tuples(*([_VALUES] * len(FEATURES)))


@given(_PAGE, st.lists(_LINE, max_size=4))
def test_the_second_look_adds_up_the_leaves_that_a_line_comes_to(
    page: tuple[float, ...], lines: list[tuple[float, ...]]
) -> None:
    table = _table("trees.json")
    expected = []
    for line in lines:
        row, score = [*page, *line], table["bias"]
        for node in table["trees"]:
            while isinstance(node, list):
                feature, threshold, low, high = node
                node = low if row[feature] <= threshold else high  # noqa: PLW2901
            score += node
        expected.append(score)
    columns = list(zip(*lines, strict=True)) or [()] * len(FEATURES)
    assert tree_scores(page, columns, len(lines), load_trees()) == pytest.approx(expected)


def test_a_value_on_a_threshold_is_up_to_it() -> None:
    first = len(PAGE_FEATURES)
    tree = [0, 1.5, 1.0, [first, 2.0, 10.0, 100.0]]
    features = [*PAGE_FEATURES, *FEATURES]
    table = {"features": features, "bias": 0.25, "change": 0.4, "trees": [tree, 1000.0]}
    rest = [[0.0]] * (len(FEATURES) - 1)
    found = []
    for value, other in ((1.5, 9.0), (1.6, 2.0), (1.6, 2.1)):
        page = [value, *[0.0] * (first - 1)]
        found += tree_scores(page, [[other], *rest], 1, trees_of(table))
    assert found == [1001.25, 1010.25, 1100.25]


def test_only_lines_in_doubt_are_looked_at_again() -> None:
    shapes = shapes_of(PAGE)
    scores = [-9.0, -3.0, 9.0, 4.0, 5.0, -5.0, 0.0, -4.0]
    found = second_look(shapes, scores, smooth(scores, 0.4))
    assert [i for i, (a, b) in enumerate(zip(scores, found, strict=True)) if a != b] == [6]


def _told(lines: list[str], kept: list[bool]) -> tuple[dict, list[dict]]:
    """What is told of a page and of each line, by name."""
    outline = Outline(shapes_of(lines), [2.0 if k else -2.0 for k in kept], kept)
    columns = list(outline.columns(range(len(lines))))
    rows = [dict(zip(FEATURES, row, strict=True)) for row in zip(*columns, strict=True)]
    return dict(zip(PAGE_FEATURES, outline.page(), strict=True)), rows


def test_each_line_has_a_value_for_each_feature() -> None:
    kept = [False, False, True, False, True, False, True, False]
    page, lines = _told(PAGE, kept)
    words = [shape.words for shape, keep in zip(shapes_of(PAGE), kept, strict=True) if keep]
    assert page["article words"] == sum(words)
    assert (page["page lines"], page["article runs"]) == (8, 3)
    assert page["main run share"] == pytest.approx(max(words) / sum(words))
    assert lines[2]["run share"] == pytest.approx(words[0] / sum(words))
    assert lines[3]["run share"] == -1
    assert lines[3]["gap words"] == 1
    assert (lines[0]["to first"], lines[7]["to first"]) == (2, -5)
    assert (lines[7]["mean score 15 before"], lines[7]["mean score 15 after"]) == (-2 / 7, 0)


def test_the_items_of_a_list_are_judged_by_one_another() -> None:
    items = ["- Two small ferries", "- One small yard", "- A pier for both"]
    _, lines = _told([PAGE[2], *items, PAGE[4]], [True, True, False, True, True])
    assert [line["shape lines"] for line in lines] == [1, 3, 3, 3, 1]
    assert [line["shape score"] for line in lines[1:4]] == pytest.approx([2 / 3] * 3)


def test_a_line_far_from_any_paragraph_is_not_looked_at() -> None:
    menu = [f"Section {name}" for name in "abcdefghijklmnopqrstuvwxyz"]
    near = near_lines([*menu, PAGE[2], *menu])
    assert near is not None
    assert [i for i, is_near in enumerate(near) if is_near] == [0, *range(14, 39)]
    shapes = shapes_of([*menu, PAGE[2]], near=near[:27])
    assert [shape.far for shape in shapes] == [not is_near for is_near in near[:27]]
    assert max(scores_of(shapes)[1:14]) < -9


@pytest.mark.parametrize(
    "lines",
    [["Menu"] * 40, [PAGE[2]] * 3, ["Menu", PAGE[2], PAGE[6], "Menu"], []],
    ids=["no paragraph at all", "nothing but paragraphs", "all of it near", "no line"],
)
def test_where_all_lines_are_near_none_is_left_out(lines: list[str]) -> None:
    assert near_lines(lines) is None


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("sign up today", 1.5),
        ("Today: sign up!", 2.5),
        ("nothing is known", 0.0),
        (" ".join(["sign"] * 13), 13 * 0.25),
    ],
    ids=["the first two words count besides", "signs do not count", "no word of it", "a long line"],
)
def test_the_words_of_a_line_add_up(line: str, told: float) -> None:
    words = Words({"sign": 1.0, "today": 1.5, "^sign up": -1.0}, {"sign": 0.25})
    assert shapes_of([line], words)[0].tells == told


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
