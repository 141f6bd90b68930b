"""The page model: what the line model and the page say of a line, weighed."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import document_fromstring

from summarizer.articles.blocks import TAGS, page_blocks
from summarizer.articles.dump.features import shapes_of
from summarizer.articles.dump.model import scores_of
from summarizer.articles.forest import forest_of, left_by, value_of
from summarizer.articles.page_model import page_scores, page_trees_of
from summarizer.articles.page_rows import SEEN, rows_of
from summarizer.articles.regions import REGIONS

PARAGRAPH = "The port said on Monday that it had moved 4.1 million boxes in the year to June."
OTHER = "Its rival across the bay moved fewer boxes but earned more from each of them, it added."


def _blocks(body: str):
    return page_blocks(document_fromstring(f"<html><body>{body}</body></html>"))


@pytest.mark.parametrize(
    ("body", "tag", "regions"),
    [
        ("<p>x</p>", "p", set()),
        ("<article><h2>x</h2></article>", "heading", {"article"}),
        ("<main><ul><li>x</li></ul></main>", "li", {"article"}),
        ("<aside><div class='newsletter-box'>x</div></aside>", "other", {"aside", "promotion"}),
        ("<div id='commentList'><p>x</p></div>", "p", {"comments"}),
        ("<figure><figcaption>x</figcaption></figure>", "caption", {"figure", "caption"}),
        ("<div role='navigation' hidden>x</div>", "other", {"navigation", "hidden"}),
        ("<div class='entry-content'><p>x</p></div>", "p", {"story", "body"}),
        ("<div class='aside-free'><table><tr><td>x</td></tr></table></div>", "tr", set()),
    ],
    ids=[
        "a paragraph", "a heading", "a list", "a promotion", "comments", "a caption", "hidden",
        "a body", "a table",
    ],
)  # fmt: skip
def test_where_a_line_stands_is_known(body: str, tag: str, regions: set[str]) -> None:
    (place,) = _blocks(body).places
    assert TAGS[place.tag] == tag
    assert {name for k, name in enumerate(REGIONS) if place.regions >> k & 1} == regions


def test_the_linked_part_of_a_line_is_counted() -> None:
    plain, half = _blocks("<p>none</p><p><a href='/x'>four</a> none</p>").places
    assert (plain.linked, half.linked) == (0, 4)


def test_there_is_a_place_for_every_line() -> None:
    body = f"<h1>Boxes</h1><p>{PARAGRAPH}</p>text<br>more<table><tr><td>1<td>2</table><p>\u200d</p>"
    blocks = _blocks(body)
    assert len(blocks.places) == len(blocks.text.split("\n")) == 5


def test_a_block_knows_the_block_around_it_and_paragraphs_their_kin() -> None:
    body = (
        "<div class='story'><p class='text'>one</p><p class='text'>two</p><p>three</p></div>"
        "<div class='rail'><p class='text'>four</p></div>"
    )
    blocks = _blocks(body)
    one, two, three, four = blocks.places
    assert one.kin == two.kin
    assert len({one.kin, three.kin, four.kin}) == 3
    assert one.box == three.box != four.box
    assert [blocks.around[place.block] for place in blocks.places] == [
        place.box for place in blocks.places
    ]
    assert all(around < block for block, around in enumerate(blocks.around) if block)


def _described(body: str, scores: list[float] | None = None) -> list[dict[str, float]]:
    blocks = _blocks(body)
    lines = blocks.text.split("\n")
    shapes = shapes_of(lines)
    known = scores or scores_of(shapes)
    rows = rows_of(lines, shapes, blocks.places, blocks.around, known, [s > 0 for s in known])
    return [dict(zip(SEEN, row, strict=True)) for row in rows]


def test_the_main_block_is_the_innermost_with_most_of_what_reads_like_an_article() -> None:
    paragraphs = f"<p>{PARAGRAPH}</p><p>{OTHER}</p>"
    body = f"<div><div>{paragraphs}</div><ul><li>Jobs</li></ul></div><p>Home</p>"
    rows = _described(body, [3.0, 3.0, -3.0, -3.0])
    # The block of the paragraphs, its own lines, its neighbour, and what is outside of both.
    assert [(row["levels up"], row["levels down"]) for row in rows] == [
        (0, 1), (0, 1), (1, 2), (2, 1),
    ]  # fmt: skip
    assert [row["box mass"] for row in rows] == [1.0, 1.0, 0.0, 1.0]


def test_a_line_is_told_apart_from_the_others_of_its_block() -> None:
    first, second, alone = _described(
        f"<div><p>{PARAGRAPH}</p><p>Jobs</p></div><p>x</p>", [2.0, -4.0, -1.0]
    )
    assert (first["box score"], first["box words"], first["box kept"]) == (-3.0, 1, 0.0)
    assert (second["box score"], second["box kept"]) == (2.0, 1.0)
    assert alone["1 before"] == -4.0
    assert alone["1 after"] == -5.0


@pytest.mark.parametrize(
    "body",
    [
        "<p>x</p>",
        "<p>Jobs</p><p>Home</p>",
        f"<p>{PARAGRAPH}</p>",
        "bare words",
        "<div>12%<p>x</div>",
    ],
    ids=["a letter", "no article", "one paragraph", "no block", "a word in a block"],
)
def test_every_page_has_a_value_for_every_feature(body: str) -> None:
    rows = _described(body)
    assert rows
    assert all(len(row) == len(SEEN) for row in rows)
    assert all(math.isfinite(value) for row in rows for value in row.values())


def test_the_same_words_score_higher_in_the_article_than_in_a_sidebar() -> None:
    aside = f"<aside class='related'><a href='/x'>{OTHER}</a></aside>"
    body = f"<article><p>{PARAGRAPH}</p><p>{OTHER}</p><p>{PARAGRAPH}</p></article>{aside}"
    blocks = _blocks(body)
    lines = blocks.text.split("\n")
    shapes = shapes_of(lines)
    found = page_scores(
        lines, shapes, blocks.places, blocks.around, [1.0] * 4, [True, True, True, True]
    )
    assert found[1] > found[3]


def test_a_table_that_does_not_fit_the_features_is_refused() -> None:
    with pytest.raises(RuntimeError, match=r"run tools/train_page_model\.py"):
        page_trees_of({"features": ["score"], "trees": [], "bias": 0, "change": 0})


def _walked(node: object, row: list[float]) -> float:
    while isinstance(node, list):
        feature, threshold, low, high = node
        node = low if row[feature] <= threshold else high
    return float(node)


_LEAVES = st.integers(-300, 300).map(lambda n: n / 100)


@st.composite
def _trees(draw: st.DrawFn, leaves: int = 8) -> object:
    if leaves == 1 or draw(st.integers(0, 4)) == 0:
        return draw(_LEAVES)
    low = draw(st.integers(1, leaves - 1))
    test = [draw(st.integers(0, 3)), draw(st.integers(-3, 3)) / 2]
    return [*test, draw(_trees(low)), draw(_trees(leaves - low))]


@given(
    st.lists(_trees(), min_size=1, max_size=5),
    st.lists(st.integers(-4, 4).map(lambda n: n / 2), min_size=4, max_size=4),
    st.integers(0, 4),
)
def test_look_ups_give_what_walking_the_trees_gives(
    roots: list[object], row: list[float], split: int
) -> None:
    forest = forest_of(roots, 4)
    left = left_by(row[:split], forest) & left_by(row[split:], forest, split)
    walked = sum(_walked(root, row) for root in roots)
    assert value_of(left, forest) == pytest.approx(walked)
