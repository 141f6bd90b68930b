"""Every figure gets one verdict, by evidence first; slips are named, never hidden."""

from __future__ import annotations

from decimal import Decimal

import pytest
from evals_support import TEXT, article_of, golden_case, golden_figure, reported, right
from hypothesis import given
from hypothesis import strategies as st

from summarizer.evals import score_case
from summarizer.grounding.source import Source
from summarizer.models import Evidence, RejectedFigure

FIVE = ("revenue", "growth", "profit", "profit-before", "mill")


def errors(case, *figures, **options):
    """The class of each expected figure, and those of the extra ones."""
    score = score_case(case, article_of(options.pop("text", TEXT)), figures, **options)
    expected = {one.figure: one.error for one in score.outcomes if one.figure}
    return expected, sorted(one.error for one in score.outcomes if one.figure is None)


def test_a_perfect_answer_is_right_throughout():
    figures = [golden_figure(name) for name in FIVE]
    score = score_case(golden_case(*figures), article_of(), [right(one) for one in figures])
    assert [one.error for one in score.outcomes] == ["right"] * 5
    assert all(all(one.fields.values()) for one in score.outcomes)
    first = score.outcomes[0]
    assert TEXT[first.place.start : first.place.end] == "$1.24 billion"
    assert first.found == first.place


@pytest.mark.parametrize(
    ("figure", "changes", "error"),
    [
        ("revenue", {"value": Decimal(12_400_000_000)}, "power_of_ten"),
        ("revenue", {"value": Decimal(1_420_000_000)}, "digits"),
        ("revenue", {"value": Decimal(-1_240_000_000)}, "sign"),
        ("revenue", {"direction": "down"}, "sign"),
        ("revenue", {"direction": None}, "sign"),
        ("revenue", {"unit": "CAD"}, "currency"),
        ("growth", {"kind": "percentage_point", "unit": "pp"}, "unit"),
        ("growth", {"kind": "other", "unit": None}, "unit"),
        ("mill", {"comparator": None}, "comparator"),
        ("mill", {"high": Decimal(400_000_000)}, "range"),
        (
            "revenue",
            {"value": Decimal(1_200_000_000), "precision": Decimal(100_000_000)},
            "over_rounded",
        ),
        ("revenue", {"entity": "Quarrel Paper"}, "entity"),
        ("revenue", {"entity": None}, "entity"),
        ("revenue", {"period": "second quarter"}, "period"),
        ("mill", {"basis": "stated"}, "basis"),
        ("revenue", {"metric": "orders"}, "metric"),
        ("revenue", {"metric": "sales", "entity": "the company"}, "right"),
        ("profit", {"period": "2026"}, "right"),
    ],
)
def test_a_wrong_field_gives_its_class_and_costs_one_figure(figure, changes, error):
    expected = golden_figure(figure)
    answer = right(expected).model_copy(update=changes)
    found, extra = errors(golden_case(expected), answer)
    assert (found, extra) == ({figure: error}, [])


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"unit": "CAD", "value": Decimal(1)}, "currency"),
        ({"kind": "percent", "unit": "%", "comparator": "gt"}, "unit"),
        ({"value": Decimal(124), "comparator": "gt"}, "power_of_ten"),
        ({"comparator": "gt", "direction": "down"}, "comparator"),
        ({"direction": "down", "entity": None}, "sign"),
        ({"entity": None, "period": None, "metric": "x"}, "entity"),
        ({"period": None, "metric": "x"}, "period"),
    ],
)
def test_of_several_faults_the_first_in_the_documented_order_counts(changes, error):
    expected = golden_figure("revenue")
    answer = right(expected).model_copy(update=changes)
    assert errors(golden_case(expected), answer)[0] == {"revenue": error}


def test_a_slip_is_a_wrong_figure_not_a_miss_and_an_invention():
    case = golden_case(golden_figure("revenue"), golden_figure("profit"))
    slip = reported("$1.24 billion", value="12400000000", direction="up", period="third quarter")
    assert errors(case, slip) == ({"revenue": "power_of_ten", "profit": "missed"}, [])


def test_two_figures_of_one_quote_are_told_apart_by_their_places():
    case = golden_case(golden_figure("growth"), golden_figure("revenue"))
    answer = [right(golden_figure("revenue")), right(golden_figure("growth"))]
    score = score_case(case, article_of(), answer)
    assert [(one.figure, one.predicted, one.error) for one in score.outcomes] == [
        ("growth", 1, "right"),
        ("revenue", 0, "right"),
    ]


def test_swapped_amounts_are_two_wrong_figures():
    profit, before = golden_figure("profit"), golden_figure("profit-before")
    one = right(profit).model_copy(update={"value": before.value})
    two = right(before).model_copy(update={"value": profit.value})
    assert errors(golden_case(profit, before), one, two) == (
        {"profit": "digits", "profit-before": "digits"},
        [],
    )


def test_a_figure_read_of_the_wrong_company_is_paired_by_its_labels_and_wrong():
    case = golden_case(golden_figure("revenue", direction=None))
    swapped = reported("$2.7 billion", metric="revenue", period="Q3", direction=None)
    assert errors(case, swapped) == ({"revenue": "digits"}, [])


def test_the_same_amount_stated_elsewhere_is_the_same_figure():
    text = f"Revenue reached $1.24 billion. {TEXT}"
    case = golden_case(golden_figure("revenue", direction=None))
    lead = reported("$1.24 billion", text, metric="turnover", direction=None)
    assert errors(case, lead, text=text) == ({"revenue": "period"}, [])


def test_an_equal_amount_of_somebody_else_is_not_the_same_figure():
    text = f"{TEXT} Quarrel Paper wants to borrow $1.24 billion."
    case = golden_case(golden_figure("revenue"))
    other = reported("$1.24 billion", text, at=1, metric="loan", entity="Quarrel Paper")
    assert errors(case, other, text=text) == ({"revenue": "missed"}, ["spurious"])


def test_unrelated_figures_are_not_paired_though_their_sentence_is_the_same():
    case = golden_case(golden_figure("growth"))
    other = reported("$1.24 billion", metric="revenue")
    assert errors(case, other) == ({"growth": "missed"}, ["spurious"])


def test_a_second_report_of_a_figure_is_a_duplicate():
    revenue = golden_figure("revenue")
    again = right(revenue).model_copy(update={"metric": "turnover"})
    assert errors(golden_case(revenue), again, right(revenue)) == (
        {"revenue": "right"},
        ["duplicate"],
    )


def test_what_is_not_in_the_article_is_invented_and_what_is_but_was_not_asked_for_is_spurious():
    case = golden_case(golden_figure("revenue"))
    invented = reported("$2.7 billion", value="3100000000", metric="loan", entity="Quarrel Paper")
    spurious = reported("$2.7 billion", metric="sales", entity="Quarrel Paper")
    assert errors(case, spurious) == ({"revenue": "missed"}, ["spurious"])
    assert errors(case, invented) == ({"revenue": "missed"}, ["invented"])


def test_a_derived_amount_is_no_figure_of_the_article():
    source = Source(article_of())
    start = TEXT.index("Net profit")
    end = TEXT.index(" a year earlier")
    derived = reported("$96 million", value="24000000", metric="change in profit").model_copy(
        update={
            "operation": "difference",
            "operands": (source.evidence(start, end),),
            "start": start,
            "end": end,
        }
    )
    found = errors(golden_case(golden_figure("profit")), derived)
    assert found == ({"profit": "missed"}, ["invented"])


def test_a_forbidden_figure_is_named_and_never_stands_for_an_expected_one():
    text = f"{TEXT} An earlier version gave revenue of $1.42 billion."
    banned = {
        "text": "$1.42 billion",
        "quote": "An earlier version gave revenue of $1.42 billion",
        "why": "corrected",
    }
    case = golden_case(golden_figure("revenue"), forbidden=[banned])
    wrong = reported("$1.42 billion", text, metric="revenue", period="third quarter")
    score = score_case(case, article_of(text), [wrong])
    assert [(one.figure, one.error, one.reason) for one in score.outcomes] == [
        ("revenue", "missed", "not reported"),
        (None, "forbidden", "corrected"),
    ]


def test_a_miss_says_when_the_claim_was_refused_by_the_checks():
    refused = RejectedFigure(
        text="$12.4 billion",
        quote="revenue rose 8% to $1.24 billion",
        metric="revenue",
        status="mismatch",
        reason="a power of ten off",
        evidence=Evidence(
            quote="revenue rose 8% to $1.24 billion",
            start=TEXT.index("revenue"),
            end=TEXT.index("revenue") + 32,
        ),
    )
    case = golden_case(golden_figure("revenue"))
    score = score_case(case, article_of(), [], rejected=[refused])
    assert score.outcomes[0].error == "missed"
    assert "refused by the checks: a power of ten off" in score.outcomes[0].reason


def test_an_article_without_an_answer_has_all_its_figures_missed():
    case = golden_case(*[golden_figure(name) for name in FIVE])
    score = score_case(case, None, [], failed="the model declines to answer")
    assert {one.error for one in score.outcomes} == {"missed"}
    assert len(score.outcomes) == 5
    assert score.failed == "the model declines to answer"


def test_what_the_article_leaves_open_is_not_scored():
    open_ = golden_figure("revenue", entity=None, entity_aliases=[], period=None)
    answer = right(golden_figure("revenue")).model_copy(
        update={"entity": "whoever", "period": "whenever"}
    )
    score = score_case(golden_case(open_), article_of(), [answer])
    assert score.outcomes[0].error == "right"
    assert not {"entity", "period"} & set(score.outcomes[0].fields)


def test_the_best_assignment_is_found_among_many():
    """Two reports overlap one expected figure: the nearer one takes it, the other its own."""
    text = "Larchwood sold 40 to 60 looms."
    wide = golden_figure(
        "wide", quote="sold 40 to 60 looms", text="40 to 60 looms", value="40", high="60",
        kind="count", unit="loom", metric="looms sold",
    )  # fmt: skip
    low = golden_figure(
        "low", quote="sold 40 to 60 looms", text="40", value="40", kind="count", unit="loom",
        metric="fewest looms",
    )  # fmt: skip
    whole = reported("40 to 60 looms", text, metric="looms sold")
    part = whole.model_copy(
        update={"start": 15, "end": 17, "high": None, "text": "40", "metric": "fewest looms"}
    )
    found, extra = errors(golden_case(wide, low), part, whole, text=text)
    assert (found, extra) == ({"wide": "right", "low": "right"}, [])


@given(st.data())
def test_whatever_is_reported_every_figure_gets_one_verdict_and_the_order_does_not_count(data):
    """Any subset of right, spoiled, doubled and stray reports, in any order."""
    figures = [golden_figure(name) for name in FIVE]
    pool = [right(one) for one in figures]
    pool += [one.model_copy(update={"value": one.value * 10}) for one in pool]
    pool += [one.model_copy(update={"entity": None, "metric": "other"}) for one in pool[:5]]
    pool.append(reported("$2.7 billion", metric="sales", entity="Quarrel Paper"))
    chosen = data.draw(st.lists(st.sampled_from(pool), max_size=12))
    case = golden_case(*figures)
    one = score_case(case, article_of(), chosen)
    assert len(one.outcomes) == 5 + len(chosen) - sum(o.paired for o in one.outcomes)
    other = score_case(case, article_of(), data.draw(st.permutations(chosen)))
    assert sorted(o.error for o in one.outcomes) == sorted(o.error for o in other.outcomes)


@given(st.sets(st.sampled_from(FIVE)), st.sampled_from([-3, -2, -1, 1, 2, 3]))
def test_a_power_of_ten_is_never_right_and_never_hidden(spoiled, power):
    figures = [golden_figure(name) for name in FIVE]
    answer = [
        right(one).model_copy(update={"value": one.value.scaleb(power)})
        if one.id in spoiled
        else right(one)
        for one in figures
    ]
    found, extra = errors(golden_case(*figures), *answer)
    assert found == {name: "power_of_ten" if name in spoiled else "right" for name in FIVE}
    assert extra == []
