"""The page model: what trafilatura, the line model and the page say of a line, weighed."""

import pytest
from lxml.html import document_fromstring

from summarizer.articles.blocks import TAGS, page_blocks
from summarizer.articles.dump.features import shapes_of
from summarizer.articles.dump.model import scores_of
from summarizer.articles.extraction import chosen_lines
from summarizer.articles.html import is_stub
from summarizer.articles.page_model import SIZES, bins_of, load_page_weights, page_scores
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


def test_every_feature_of_a_line_has_a_weight() -> None:
    lines = ["Home", PARAGRAPH, "12%", OTHER, "\u4e2d\u6587" * 9, "x"]
    places = _blocks("".join(f"<p>{line}</p>" for line in lines)).places
    shapes = shapes_of(lines)
    for chosen in ([False] * 6, [False, True, False, True, False, False], [True] * 6):
        for bins in bins_of(lines, shapes, places, scores_of(shapes), chosen):
            assert all(0 <= i < size for i, size in zip(bins, SIZES, strict=True))
    assert tuple(map(len, load_page_weights().bins)) == SIZES


def test_a_line_that_trafilatura_takes_scores_higher_than_the_same_line_elsewhere() -> None:
    lines = [PARAGRAPH, OTHER, PARAGRAPH, OTHER]
    places = _blocks("".join(f"<p>{line}</p>" for line in lines)).places
    shapes, scores = shapes_of(lines), [0.0] * 4
    taken = page_scores(lines, shapes, places, scores, [True, True, False, False])
    assert min(taken[:2]) > max(taken[2:])


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        ("Boxes at the Port\n" + PARAGRAPH, [False, True, True, False]),
        ("boxes, at the port!", [False, True, False, False]),
        (PARAGRAPH[:60], [False, False, True, False]),
        ("", [False] * 4),
    ],
    ids=["whole lines", "other signs", "most of a line", "nothing"],
)
def test_a_line_is_chosen_by_its_words(found: str, kept: list[bool]) -> None:
    assert chosen_lines(["Menu", "Boxes at the port", PARAGRAPH, "2026"], found) == kept


def test_of_equal_lines_those_among_the_article_are_chosen() -> None:
    lines = ["Tariffs", "Menu", "Home", "Sport", "Jobs", PARAGRAPH, "Tariffs", OTHER]
    chosen = chosen_lines(lines, f"{PARAGRAPH}\nTariffs\n{OTHER}")
    assert chosen == [False, False, False, False, False, True, True, True]


@pytest.mark.parametrize(
    ("chosen", "by_model", "stub"),
    [
        ([True, True], [True, True], False),
        ([True, False], [True, True], False),
        ([True, False], [False, True], True),
        ([False, False], [False, True], True),
        ([False, False], [False, False], False),
    ],
    ids=["the same", "half", "another part", "nothing", "nothing on either side"],
)
def test_a_choice_with_little_of_what_the_line_model_takes_is_a_stub(
    chosen: list[bool], by_model: list[bool], *, stub: bool
) -> None:
    assert is_stub([100, 100], chosen, by_model) is stub
