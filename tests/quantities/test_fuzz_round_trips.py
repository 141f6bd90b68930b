"""What is written in any usual way is read back, and what stands around it changes nothing."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.quantities import parse, scan, scan_once
from summarizer.quantities.currencies import DOLLARS, ISO, SIGNS
from summarizer.quantities.scales import SCALES

# What groups thousands, what the decimals follow, and a language that writes so.
STYLES = {
    "English": (",", ".", "en"),
    "plain": ("", ".", "en"),
    "Swiss": ("’", ".", "en"),
    "German": (".", ",", "de"),
    "Italian": (".", ",", "it"),
    "Spanish": (".", ",", "es"),
    "Portuguese": (".", ",", "pt"),
    "French": ("\u202f", ",", "fr"),
    "with hard blanks": ("\u00a0", ",", "fr"),
}
AMOUNTS = st.decimals(min_value="0.01", max_value="9999999.99", places=2)
WORDS = sorted(word for word in SCALES if len(word) > 4 and not word.endswith("s"))


def written(number: Decimal, style: str) -> str:
    group, point, _ = STYLES[style]
    whole, _, fraction = f"{number:,}".partition(".")
    return whole.replace(",", group) + point + fraction


@pytest.mark.parametrize("style", STYLES)
@given(number=AMOUNTS, code=st.sampled_from(["EUR", "USD", "CHF", "JPY", "SEK"]))
@settings(deadline=None, max_examples=25)
def test_every_style_of_separators_is_read_back(style, number, code):
    quantity = parse(f"{written(number, style)} {code}", STYLES[style][2])
    assert quantity is not None
    assert (quantity.value, quantity.unit) == (number, code)


@pytest.mark.parametrize(("sign", "code"), SIGNS.items(), ids=SIGNS.values())
@given(number=AMOUNTS)
@settings(deadline=None, max_examples=5)
def test_every_sign_of_a_currency_is_read_back(sign, code, number):
    quantity = parse(f"{sign}{number:,}", "en")
    assert quantity is not None
    assert (quantity.kind, quantity.value, quantity.unit) == ("money", number, code)


@pytest.mark.parametrize(("prefix", "code"), DOLLARS.items(), ids=DOLLARS)
def test_every_dollar_is_read_back(prefix, code):
    quantity = parse(f"{prefix.upper()}$1,234.50", "en")
    assert quantity is not None
    assert (quantity.value, quantity.unit) == (Decimal("1234.50"), code)


@pytest.mark.parametrize("word", WORDS)
@given(number=st.decimals(min_value="1", max_value="99.9", places=1))
@settings(deadline=None, max_examples=5)
def test_every_scale_word_is_read_back(word, number):
    quantity = parse(f"${number} {word}", "en")
    assert quantity is not None
    assert quantity.value == number * SCALES[word]


NEUTRAL = st.lists(
    st.sampled_from("The board met again while its rivals in Asia kept their plans".split()),
    max_size=8,
).map(lambda words: " ".join(words).capitalize())


@given(st.sampled_from(sorted(ISO)), AMOUNTS, NEUTRAL, NEUTRAL)
@settings(deadline=None)
def test_text_around_an_amount_of_any_currency_does_not_change_it(code, number, before, after):
    amount = f"{number:,} {code}"
    [mention] = scan(f"{before}. They paid {amount}. {after}", "en").mentions
    assert (mention.text, mention.quantity) == (amount, parse(amount, "en"))


@given(st.text(max_size=80))
@settings(deadline=None)
def test_what_is_remembered_of_a_text_is_its_scan(text):
    assert scan_once(text, "en") == scan_once(text, "en") == scan(text, "en")
