"""The line model: its sums are the table's, whatever is packed or shared on the way."""

import pytest

from summarizer.articles.dump.features import places_of, shapes_of
from summarizer.articles.dump.model import OFFSETS, load_weights, scores_of, smooth

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


def test_the_weights_say_what_they_were_learnt_from() -> None:
    import json
    from importlib.resources import files

    path = files("summarizer.articles.dump").joinpath("weights.json")
    table = json.loads(path.read_text(encoding="utf-8"))
    assert "CC-BY-4.0" in table["learnt_from"]


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
