"""What holds for every text."""

import itertools
import sys
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.quantities import Scan, compare, parse, scan
from summarizer.quantities.currencies import ISO

PIECES = st.sampled_from(
    "a one two hundred million billion dozen half third of and to from between $ € £ US HK USD "
    "yuan dollars cents % percent per share year years - – , . ; ( ) [ / : + ½ 1 2.5 1,234.5 "
    "2019 24 Sept May Q3 No. over more than up rose fell by about people the its first x 10 m bn "
    "k 万 亿 元 三 千 年 °C ' \" @ # http:// www. Qwen -Max (k) 12:30 PM 00 1/2 9/24 dozens digit "
    "zwei Millionen mil cien quatre vingt prozent".split()
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.tuples(PIECES, st.sampled_from(["", " ", "\n", "\n\n"])), max_size=20).map(
        lambda pairs: "".join(piece + gap for piece, gap in pairs)
    ),
)
LANGUAGES = st.sampled_from([None, "en", "de", "fr", "es", "it", "pt", "zh", "ja"])


@given(TEXTS, LANGUAGES)
@settings(max_examples=400, deadline=None)
def test_every_text_is_read_with_offsets_that_slice_it_and_spans_that_never_overlap(text, language):
    found = scan(text, language)
    for mention in found.mentions:
        assert text[mention.start : mention.end] == mention.text
        assert mention.start <= mention.core.start < mention.core.end <= mention.end
    for mask in found.masks:
        assert text[mask.start : mask.end] == mask.text
    assert list(found.mentions) == sorted(found.mentions, key=lambda m: m.start)
    spans = sorted((m.start, m.end) for m in (*found.mentions, *found.masks))
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


@given(TEXTS, TEXTS)
@settings(max_examples=200, deadline=None)
def test_parse_never_raises_and_comparison_is_symmetric(one, other):
    a, b = parse(one), parse(other)
    if a is not None and b is not None:
        assert compare(a, b) == compare(b, a)


AMOUNTS = [
    "more than $53 billion", "380 billion yuan", "9.2%", "25 basis points", "2,400 employees",
    "7-nanometer", "within five years", "$3-5 million", "£1.5bn", "two and a half million euros",
]  # fmt: skip
NEUTRAL = st.lists(
    st.sampled_from(
        "Analysts said the company kept its plan while markets in Asia were calm".split()
    ),
    max_size=8,
).map(lambda words: " ".join(words).capitalize())


@given(st.sampled_from(AMOUNTS), NEUTRAL, NEUTRAL)
@settings(deadline=None)
def test_text_around_a_mention_does_not_change_what_it_means(amount, before, after):
    alone = parse(amount, "en")
    [mention] = scan(f"{before}. We saw {amount}. {after}", "en").mentions
    assert alone is not None
    assert mention.text == amount
    assert mention.quantity == alone


SCALES = {"": 0, " thousand": 3, " million": 6, "bn": 9, " billion": 9, " trillion": 12}


@given(
    st.sampled_from(sorted(ISO)),
    st.decimals(min_value="0.01", max_value="999", places=2),
    st.sampled_from(sorted(SCALES)),
)
@settings(deadline=None)
def test_what_is_written_with_a_currency_code_and_a_scale_is_read_back(code, number, scale):
    quantity = parse(f"{number}{scale} {code}", "en")
    assert quantity is not None
    assert (quantity.kind, quantity.unit) == ("money", code)
    assert quantity.value == number.scaleb(SCALES[scale])
    assert quantity.precision == Decimal("0.01").scaleb(SCALES[scale])


@given(st.integers(min_value=0, max_value=10**15))
@settings(deadline=None)
def test_grouped_digits_are_read_back(number):
    quantity = parse(f"${number:,}", "en")
    assert quantity is not None
    assert quantity.value == number


SLOW = {
    "digits": "7", "commas": ",", "grouped digits": "1,", "scales": "million ", "dollars": "$",
    "brackets": "([", "spaced digits": "1 ", "slashes": "1/", "hyphens": "1-", "ranges": "1 to ",
    "number words": "two and ", "of": "two of ", "inches": '5" ', "at signs": "a@", "codes": "A1-",
    "brackets with digits": "(1", "months": "May ", "lists": "5, ", "urls": "http://",
    "plus": "+1 ", "raised": "5² ", "scales of tables": "(in millions)\nA 1 2\n",
    "cells": "(in millions)\nA 1 1 1 1 x\n",
    "han": "三千万", "han units": "3元", "capitals": "Aa ",
}  # fmt: skip


def work(text: str) -> int:
    """The number of calls that a scan makes."""
    calls = 0

    def count(frame: object, event: str, arg: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        scan(text, None)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("unit", SLOW.values(), ids=SLOW)
def test_twice_the_text_is_at_most_about_twice_the_work(unit):
    size = 1200 // len(unit)
    once, twice = work(unit * size), work(unit * size * 2)
    assert twice <= 2.2 * once + 300


def test_a_very_long_line_is_read_in_pieces_without_losing_offsets():
    text = "It paid $5 million. " * 12_000
    found = scan(text, "en")
    assert isinstance(found, Scan)
    assert len(found.mentions) == 12_000
    assert {m.text for m in found.mentions} == {"$5 million"}
    assert found.mentions[-1].start == len(text) - len("$5 million. ")


@pytest.mark.parametrize("digit", "①②⑳⒈²٣५๓Ⅷ㊀㈠½〇", ids=lambda digit: f"U+{ord(digit):04X}")
@pytest.mark.parametrize("language", [None, "en", "de", "zh", "ja"])
def test_digits_of_other_kinds_never_raise(digit, language):
    for text in (digit, f"{digit}{digit}%", f"${digit} million", f"on the {digit}", f"5{digit} 万"):
        assert isinstance(scan(text, language), Scan)
