"""Whether a claimed amount follows from a stated one: right, wrong or unknown, never close."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.grounding import relate
from summarizer.quantities import Quantity, parse

VERIFIED = [
    ("$53 billion", "$53 billion", "amount"),
    ("$53bn", "53 billion dollars", "amount"),
    ("53,000 million dollars", "$53 billion", "amount"),
    ("$5.30 billion", "$5.3 billion", "amount"),
    ("9%", "9.2%", "amount"),
    ("$53 billion", "$53.2 billion", "amount"),
    ("about $5 billion", "about $5.3 billion", "amount"),
    ("$5.3 billion", "about $5.3 billion", "amount"),
    ("more than 9%", "9.2%", "amount"),
    ("more than 9%", "more than 9%", "amount"),
    ("more than $50 billion", "$53 billion", "amount"),
    ("at least 9%", "9%", "amount"),
    ("at least 9%", "more than 9%", "amount"),
    ("less than 10%", "9.2%", "amount"),
    ("up to $8 billion", "up to $8 billion", "amount"),
    ("up to 8%", "7% to 8%", "amount"),
    ("at least 7%", "7% to 8%", "amount"),
    ("7-8%", "between 7% and 8%", "amount"),
    ("150 basis points", "1.5 percentage points", "amount"),
    ("1.5 percentage points", "150 basis points", "amount"),
    ("four companies", "4 companies", "amount"),
    ("about 13,000 tonnes", "12,800 tonnes", "amount"),
    ("nearly $500 million", "$487 million", "amount"),
    ("more than 200 flights", "at least 230 flights", "amount"),
    ("18 months", "one and a half years", "amount"),
    ("a quarter", "25%", "amount"),
    ("fell 5%", "-5%", "amount"),
]
WRONG = [
    ("$5.3 billion", "$53 billion", "mismatch", "amount", "a power of ten off"),
    ("$53 million", "$53 billion", "mismatch", "amount", "a power of ten off"),
    ("$54 billion", "$53 billion", "unsupported", "amount", "another amount"),
    ("$53 billion", "more than $53 billion", "mismatch", "comparator", "'more than'"),
    ("$8 billion", "up to $8 billion", "mismatch", "comparator", "'up to'"),
    ("about $8 billion", "up to $8 billion", "mismatch", "comparator", "'up to'"),
    ("more than $13 billion", "less than $13 billion", "mismatch", "comparator", "'less than'"),
    ("more than $53 billion", "$53 billion", "mismatch", "comparator", "exact"),
    ("more than $53 billion", "about $53 billion", "mismatch", "comparator", "'about'"),
    ("more than $5 billion", "$53 billion", "unsupported", "amount", "another amount"),
    ("10%", "9.2%", "unsupported", "amount", "another amount"),
    ("9.24%", "9.2%", "unsupported", "amount", "another amount"),
    ("53 billion euros", "$53 billion", "mismatch", "unit", "USD"),
    ("HK$53 billion", "US$53 billion", "mismatch", "unit", "USD"),
    ("2 percentage points", "2%", "mismatch", "unit", "percent"),
    ("2%", "2 percentage points", "mismatch", "unit", "percentage point"),
    ("2 basis points", "2 percentage points", "mismatch", "amount", "a power of ten off"),
    ("7%", "7% to 8%", "mismatch", "range", "one end"),
    ("7% to 9%", "7% to 8%", "mismatch", "range", "one end"),
    ("6 kilometres", "6 turbines", "mismatch", "unit", "turbine"),
    ("12 megawatt-hours", "12 gigawatt-hours", "mismatch", "unit", "gigawatt"),
    ("3 years", "3 months", "unsupported", "amount", "another amount"),
    ("-0.5%", "0.5%", "mismatch", "sign", "the other one"),
    ("0.5%", "-0.5%", "mismatch", "sign", "the other one"),
    ("$14 a week", "$14 a month", "mismatch", "unit", "per month"),
    ("less than $14 billion", "less than $13 billion", "unsupported", "amount", "another"),
    ("less than $100 billion", "$50", "unsupported", "amount", "another amount"),
    ("13,000 tonnes", "12,800 tonnes", "unsupported", "amount", "another amount"),
    (
        "5%",
        "0.0000000000000000000000000000001%",
        "unsupported",
        "amount",
        "another amount",
    ),
]


@pytest.mark.parametrize(("claim", "stated", "field"), VERIFIED, ids=lambda v: str(v)[:24])
def test_a_claim_holds_when_it_is_equal_rounded_or_implied(claim, stated, field):
    verdict = relate(parse(claim, "en"), parse(stated, "en"))
    assert (verdict.status, verdict.field) == ("verified", field)


@pytest.mark.parametrize(("claim", "stated", "status", "field", "reason"), WRONG)
def test_everything_else_is_wrong_and_has_a_name(claim, stated, status, field, reason):
    verdict = relate(parse(claim, "en"), parse(stated, "en"))
    assert (verdict.status, verdict.field) == (status, field)
    assert reason in verdict.reason


@pytest.mark.parametrize(
    ("claim", "stated", "reason"),
    [
        ("four firms", "four companies", "company"),
        ("$5 million", "A$5 million", "a bare sign"),
        ("US$5 million", "$5 million", "a bare sign"),
        ("1.2 points", "1.2 percentage points", "points"),
        ("41 million tons", "41m tonnes", "tonne"),
        ("$5 million", "-$5 million", "negative"),
        ("$900 a car", "$900 a vehicle", "per vehicle"),
    ],
)
def test_what_the_words_leave_open_is_ambiguous(claim, stated, reason):
    verdict = relate(parse(claim, "en"), parse(stated, "en"))
    assert verdict.status == "ambiguous"
    assert reason in verdict.reason


@pytest.mark.parametrize(
    ("claim", "stated", "status"),
    [
        (("up", "9.2"), ("down", "9.2"), "mismatch"),
        (("down", "5"), (None, "-5"), "verified"),
        (("up", "5"), (None, "-5"), "mismatch"),
        ((None, "5"), ("down", "5"), "verified"),
    ],
    ids=["opposite", "a minus is down", "a minus is not up", "silence contradicts nothing"],
)
def test_directions_may_not_contradict(claim, stated, status):
    quantities = [
        Quantity("percent", Decimal(value), unit="%", direction=way, precision=Decimal("0.1"))
        for way, value in (claim, stated)
    ]
    assert relate(*quantities).status == status


amounts = st.builds(
    Quantity,
    kind=st.just("money"),
    value=st.decimals(min_value=-(10**12), max_value=10**12, places=2),
    unit=st.sampled_from(["USD", "EUR"]),
    comparator=st.sampled_from([None, "gt", "ge", "lt", "le", "approx"]),
    direction=st.sampled_from([None, "up", "down"]),
    precision=st.sampled_from([Decimal("0.01"), Decimal(1), Decimal(1000)]),
)


@given(amounts)
def test_every_amount_follows_from_itself(quantity):
    assert relate(quantity, quantity).status == "verified"


@given(amounts, st.sampled_from([10, 100, 1000, Decimal("0.1"), Decimal("0.001")]))
def test_no_power_of_ten_is_ever_accepted(quantity, factor):
    slipped = Quantity(
        quantity.kind, quantity.value * factor, unit=quantity.unit, precision=Decimal("0.0001")
    )
    if slipped.value != quantity.value:
        assert relate(slipped, quantity).status in ("mismatch", "unsupported")
