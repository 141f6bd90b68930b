"""Amounts are right or wrong, and the kind of wrong is named."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.evals import judge_words

PAIRS = Path(__file__).resolve().parents[3] / "shared" / "dev" / "scorer_pairs.json"
CASES = [
    ("$7.4 billion", "$7.4 billion", "right"),
    ("$7.4 billion", "$7,400 million", "right"),
    ("$7.4 billion", "$7,400,000,000", "right"),
    ("$7.4 billion", "$7.4bn", "right"),
    ("$7.4 billion", "US$7.4 billion", "right"),
    ("$7.4 billion", "USD 7.4 billion", "right"),
    ("$7.40", "$7.4", "right"),
    ("6.1%", "6.1 per cent", "right"),
    ("6.1%", "6.1 percent", "right"),
    ("-3.4", "(3.4)", "right"),
    ("-3.4", "\u22123.4", "right"),
    ("71206", "71,206.00", "right"),
    ("-6.1%", "down 6.1%", "right"),
    ("dozens of people", "dozens of people", "right"),
    ("Rs 1,200 crore", "12 billion rupees", "right"),
    ("between $3 and $5 million", "$3 million to $5 million", "right"),
    ("$7.4 billion", "$74 billion", "power_of_ten"),
    ("$7.4 billion", "$7.4 million", "power_of_ten"),
    ("$7.4 billion", "$7.4", "power_of_ten"),
    ("$3 million to $5 million", "$30 million to $50 million", "power_of_ten"),
    ("240 billion yuan", "$240 billion", "currency"),
    ("240 billion yuan", "$33 billion", "currency"),
    ("3 percentage points", "3%", "unit"),
    ("25 basis points", "25%", "unit"),
    ("6.1%", "6.1", "unit"),
    ("31%", "2031", "unit"),
    ("-2.58", "2.58", "sign"),
    ("up 6.1%", "down 6.1%", "sign"),
    ("up 6.1%", "6.1%", "sign"),
    ("$21.47", "$21.74", "digits"),
    ("654321", "654322", "digits"),
    ("$48.6 billion", "$49 billion", "over_rounded"),
    ("$48.6 billion", "$48 billion", "digits"),
    ("$3 million to $5 million", "$3 million", "range"),
    ("$3 million to $5 million", "$3 million to $6 million", "range"),
    ("more than $53 billion", "$53 billion", "comparator"),
    ("more than $53 billion", "less than $53 billion", "comparator"),
    ("about 40 people", "40 people", "comparator"),
    ("dozens of people", "hundreds of people", "digits"),
    ("$7.4 billion", "", "missed"),
]


@pytest.mark.parametrize(("gold", "predicted", "error"), CASES)
def test_an_amount_is_right_or_its_fault_is_named(gold, predicted, error):
    assert judge_words(gold, predicted) == error


def test_every_pair_that_other_scorers_were_measured_on_is_judged_as_an_editor_does():
    if not PAIRS.exists():
        pytest.skip("the pairs are not beside this tree")
    pairs = json.loads(PAIRS.read_text(encoding="utf-8"))
    assert len(pairs) == 22
    for pair in pairs:
        verdict = judge_words(pair["gold"], pair["predicted"])
        assert (verdict == "right") is pair["match"], pair["id"]


def test_words_that_state_no_amount_cannot_be_expected():
    with pytest.raises(ValueError, match="states no amount"):
        judge_words("Tuesday", "5")


SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
ABBREVIATED = {"thousand": "k", "million": "m", "billion": "bn", "trillion": "tn"}
AMOUNTS = st.decimals(min_value="1.1", max_value="999.9", places=1).filter(
    lambda x: x == x.quantize(Decimal("0.1")) and x % 10
)


def rewritings(amount, scale):
    """The same amount of dollars, written in other ways."""
    whole = amount.scaleb(SCALES[scale])
    below = list(SCALES)[max(0, list(SCALES).index(scale) - 1)]
    return [
        f"${amount} {scale}",
        f"${amount}{ABBREVIATED[scale]}",
        f"US${amount} {scale}",
        f"${int(whole):,}",
        f"${int(whole)}",
        f"{amount} {scale} dollars",
        f"${whole.scaleb(-SCALES[below]):,f} {below}",
    ]


@given(AMOUNTS, st.sampled_from(["million", "billion", "trillion"]))
def test_writing_an_amount_in_another_way_never_changes_the_verdict(amount, scale):
    first, *others = rewritings(amount, scale)
    for other in others:
        assert judge_words(first, other) == "right", other
        assert judge_words(other, first) == "right", other


@given(AMOUNTS, st.sampled_from(["million", "billion"]), st.sampled_from([-3, -2, -1, 1, 2, 3]))
def test_a_power_of_ten_is_never_right_however_it_is_written(amount, scale, power):
    wrong = amount.scaleb(SCALES[scale] + power)
    for gold in rewritings(amount, scale):
        assert judge_words(gold, f"${wrong:,f}") == "power_of_ten"
