"""What reads the commonest amounts at once says nothing that the other readers would not say."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.quantities import amounts
from summarizer.quantities.amounts import read_amount
from summarizer.quantities.common import read_common
from summarizer.quantities.tokens import tokenise

SHARED = Path(__file__).parents[2] / ".." / "shared" / "dev" / "quantities"
SIGNS = ["$", "€", "£", "¥", "₩", "US$", "₹", "", ""]
NUMBERS = ["5", "5.3", "1,234", "31.500", "0.5", "1.2.3", "10 000", "12'000", "007", "2025", "3,5"]
TAILS = [
    "%", " %", " percent", " percent points", "% points", "%-points", "% a year", "%⁻", "%²",
    " million", " billion", " million and a half", " trillion yen", " million²", " million m",
    "m", "bn", "k", "-million", " hundred", " and 50 cents", "²", "^2", "e6", " x 10", "/2", "+",
    " million-plus", " USD", " a share", " per barrel", "-a-day", "", ".", ",", ",-", ")", " dozen",
    " million,- Kč", " shares", " to $6 million", "th", " old", " million 200 thousand", "[2]",
]  # fmt: skip
BEFORE = ["", "rose ", "(", "-", "by $3 to ", "No. ", "about ", "raised "]


def said(tokens, i, language):
    return read_common(tokens, i, language), amounts._read(tokens, i, language)


def both(text, language="en"):
    for tokens in tokenise(text, language, numeric=True):
        for i in tokens.openings:
            common, other = said(tokens, i, language)
            if common is not None:
                yield text[tokens.starts[i] :], common, other


amount_texts = st.builds(
    "{}{}{}{} in the year".format,
    st.sampled_from(BEFORE),
    st.sampled_from(SIGNS),
    st.sampled_from(NUMBERS),
    st.sampled_from(TAILS),
)


@given(amount_texts, amount_texts, st.sampled_from(["en", None, "de", "sv", "fr"]))
def test_a_common_amount_is_what_the_other_readers_read(one, other, language):
    for where, common, read in both(f"{one}, and {other}", language):
        assert common == read, where


@pytest.mark.parametrize(
    ("text", "value"),
    [("9.2%", "9.2"), ("5 percent", "5"), ("$5.3 billion", "5300000000"), ("£40", "40"),
     ("€1,250.50,", "1250.50"), ("$2 a share", "2")],
    ids=str,
)  # fmt: skip
def test_the_commonest_amounts_are_read_at_once(text, value):
    [tokens] = tokenise(text, "en", numeric=True)
    amount = read_common(tokens, tokens.openings[0], "en")
    assert amount is not None
    assert format(amount.value, "f") == value


def test_of_the_reference_texts_it_says_the_same():
    if not SHARED.is_dir():
        pytest.skip("no reference data")
    seen = 0
    for path in sorted(SHARED.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            for where, common, read in both(case.get("text", ""), case.get("lang")):
                assert common == read, where
                seen += 1
    assert seen > 300


def test_an_amount_is_read_once_however_often_it_is_asked_for(monkeypatch):
    read: list[int] = []
    real = amounts.read_common

    def counted(tokens, i, language):
        read.append(i)
        return real(tokens, i, language)

    monkeypatch.setattr(amounts, "read_common", counted)
    [tokens] = tokenise("Sales rose 5% to $3 million.", "en", numeric=True)
    for _ in range(2):
        for i in tokens.openings:
            read_amount(tokens, i, "en")
    assert read == tokens.openings
