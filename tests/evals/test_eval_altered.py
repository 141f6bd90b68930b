"""Altered claims: each true one told with one thing changed, and how many stand as true."""

from collections import Counter

import pytest
from evals_support import golden_case, golden_figure, write_case

from summarizer.evals.altered import AMOUNTS, Altered
from summarizer.evals.claims import Claims, Slips, claim_all
from summarizer.evals.gate import TrueClaims, judge_claims
from summarizer.evals.loading import load_golden
from summarizer.reports.scores_page import claims_page


@pytest.fixture
def claims(tmp_path):
    figures = [golden_figure(name) for name in ("revenue", "growth", "profit", "mill")]
    rival = golden_figure("profit-before", entity="Kestrel Shipping", entity_aliases=[])
    write_case(tmp_path / "golden", golden_case(*figures, rival))
    return claim_all(load_golden(tmp_path / "golden"))


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        ("revenue", {"digit": "$1.25 billion", "power of ten": "$1.24 million",
                     "currency": "€1.24 billion", "sign": "-$1.24 billion",
                     "bound": "more than $1.24 billion", "direction": "down",
                     "part of year": "fourth quarter", "period": "by 2028",
                     "entity": "Kestrel Shipping", "basis": "forecast", "metric": "net profit"}),
        ("growth", {"digit": "9%", "power of ten": "80%", "sign": "-8%", "bound": "more than 8%",
                    "direction": "down", "part of year": "fourth quarter",
                    "period": "by 2028", "entity": "Kestrel Shipping",
                    "basis": "forecast"}),
        ("mill", {"digit": "up to $301 million", "power of ten": "up to $300 billion",
                  "currency": "up to €300 million", "sign": "-$300 million",
                  "bound": "more than $300 million", "year": "by 2027",
                  "period": "a year earlier",
                  "entity": "Kestrel Shipping", "basis": "stated", "metric": "net profit"}),
    ],
)  # fmt: skip
def test_one_thing_is_changed_at_a_time(claims, figure, told):
    mine = {one.change: one.told for one in claims.altered if one.figure == figure}
    assert mine == told


def test_no_altered_amount_is_let_through(claims):
    amounts = [one for one in claims.altered if one.change in AMOUNTS]
    assert {one.change for one in amounts} == set(AMOUNTS)
    assert [one for one in amounts if one.status] == []


def altered(change, *statuses):
    return [Altered("a", "b", change, "x", status) for status in statuses]


@pytest.mark.parametrize(
    ("change", "slipped"),
    [("digit", 3), ("entity", 2)],
    ids=["an amount in any way", "a label without a flag"],
)
def test_what_stands_as_true(change, slipped):
    told = altered(change, "verified", "derived", "ambiguous", None)
    assert Slips.of(told) == Slips(told=4, out=3, slipped=slipped)


def test_the_gate_fails_where_more_stand_as_true_than_it_allows():
    claims = Claims((), tuple(altered("digit", "ambiguous", None, None, None)))
    assert judge_claims(TrueClaims(min_accepted=0), claims) == []
    assert judge_claims(TrueClaims(min_accepted=0, max_altered={"digit": 0.25}), claims) == []
    (fault,) = judge_claims(TrueClaims(min_accepted=0, max_altered={"digit": 0}), claims)
    assert fault == "1 of 4 claims with another digit stand as true, and the gate allows 0.0%"


def test_the_page_counts_them_by_what_was_changed(claims):
    page = claims_page(claims, width=500)
    told = Counter(one.change for one in claims.altered)
    assert f"altered claims that stand as true: digit 0 of {told['digit']}" in page
