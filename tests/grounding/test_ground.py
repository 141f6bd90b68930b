"""A draft is taken apart: what stands, what is rejected, what the engine should hear."""

import pytest

from summarizer.grounding import check_summary, ground
from summarizer.models import Draft, DraftFigure, DraftPoint

FIGURE = DraftFigure(
    quote="revenue rose 12% to $4.4 billion", amount="$4.4 billion", metric="revenue"
)


def draft(**fields):
    return Draft(**{"headline": "Orrin grows", "summary": "Revenue rose 12%."} | fields)


def test_a_sound_draft_comes_through_whole(source):
    grounded = ground(draft(figures=(FIGURE,)), source)
    assert (grounded.headline, grounded.summary) == ("Orrin grows", "Revenue rose 12%.")
    assert [figure.text for figure in grounded.figures] == ["$4.4 billion"]
    assert grounded.complaints == grounded.warnings == grounded.rejected == ()


def test_each_fault_is_a_line_with_the_sentence_that_is_true(source):
    bad = FIGURE.model_copy(update={"amount": "$44 billion"})
    grounded = ground(draft(figures=(bad,), headline="Orrin grows 25%"), source)
    assert [line.split(". Nearest")[0] for line in grounded.complaints] == [
        (
            "figure 1 ('$44 billion'): '$44 billion', but the quote says '$4.4 billion': "
            "a power of ten off"
        ),
        "headline: '25%': not in the article, which says '12%'",
    ]
    for line in grounded.complaints:
        assert "revenue rose 12% to $4.4 billion in the second quarter of 2026" in line


@pytest.mark.parametrize(
    ("summary", "kept", "withheld"),
    [
        ("Revenue rose 12%. Profit fell 40%.", "Revenue rose 12%.", ["Profit fell 40%."]),
        ("Revenue rose 21%. It will close four plants.", "It will close four plants.", None),
    ],
)
def test_a_sentence_with_a_wrong_number_is_cut_and_said(summary, kept, withheld, source):
    grounded = ground(draft(summary=summary), source)
    assert grounded.summary == kept
    assert len(grounded.warnings) == 1
    for sentence in withheld or []:
        assert sentence in grounded.warnings[0]


def test_a_summary_of_which_nothing_holds_gives_way_to_the_articles_first_sentence(source):
    grounded = ground(draft(summary="Revenue rose 21%."), source)
    assert grounded.summary == source.article.sentence(1)
    assert "21%" in grounded.warnings[0]


def test_a_key_point_with_a_wrong_number_is_left_out_and_said(source):
    points = (
        DraftPoint(text="It will close four plants.", sentence=7),
        DraftPoint(text="It will close nine plants.", sentence=7),
    )
    grounded = ground(draft(key_points=points), source)
    assert [point.text for point in grounded.key_points] == ["It will close four plants."]
    assert grounded.warnings == (
        "key point withheld for an unsupported number: It will close nine plants.",
    )


@pytest.mark.parametrize(
    ("number", "warning"),
    [
        (None, "key_points[0] points at no sentence; the nearest one is shown"),
        (99, "key_points[0] points at sentence 99; the nearest one is shown"),
    ],
)
def test_a_key_point_that_points_nowhere_gets_the_nearest_sentence(number, warning, source):
    point = DraftPoint(text="Four plants in Ohio will close.", sentence=number)
    grounded = ground(draft(key_points=(point,)), source)
    assert "close four plants in Ohio" in grounded.key_points[0].evidence.quote
    assert grounded.warnings == (warning,)


def test_a_figure_that_is_given_twice_is_kept_once_and_said(source):
    grounded = ground(draft(figures=(FIGURE, FIGURE)), source)
    assert len(grounded.figures) == 1
    assert grounded.warnings == ("the engine gave '$4.4 billion' twice; the first is kept",)


def test_numbers_of_the_title_may_stand_in_the_headline(source_of):
    source = source_of("Shares of Acme rose.", title="Acme gains 7% in Oslo", language="en")
    grounded = ground(draft(headline="Acme gains 7%", summary="Acme rose."), source)
    assert grounded.headline == "Acme gains 7%"
    assert [(f.status, f.reason) for f in grounded.findings] == [
        ("verified", "stated in the title")
    ]


@pytest.mark.parametrize(
    ("summary", "verdict"),
    [
        ("Revenue rose 12% to $4.4 billion.", "supported"),
        ("Orrin grew strongly.", "supported"),
        ("Revenue rose 12% to $44 billion.", "unsupported"),
    ],
)
def test_one_wrong_number_makes_a_summary_unsupported(summary, verdict, source):
    report = check_summary(summary, source.article, id="x")
    assert (report.id, report.verdict) == ("x", verdict)


def test_a_key_point_shows_the_sentence_that_has_its_numbers(source):
    points = (DraftPoint(text="Orrin will hire 2,400 people.", sentence=4),)
    grounded = ground(draft(key_points=points), source)
    assert "hire 2,400 people" in grounded.key_points[0].evidence.quote
    assert grounded.warnings == (
        "key_points[0] points at sentence 4, which lacks its numbers; sentence 7 is shown",
    )
