"""Typography is levelled, numbers never, and every offset leads back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.grounding.normal import Normal, normal


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It’s 5–7%,” he said…", '"It\'s 5-7%," he said...'),
        ("5,300 of 12,34,567", "5300 of 12,34567"),
        ("5,3 and 5,3000", "5,3 and 5,3000"),
        ("1\u202f234\u00a0567 units", "1234567 units"),
        ("in\u00adfor\u200bmation", "information"),
        ("up  to\n\n $8\tbillion", "up to $8 billion"),
        ("−5% — not +5%", "-5% - not +5%"),
        ("10⁹ and 53² million", "10⁹ and 53² million"),
        ("½ and ②", "½ and ②"),
        ("３億円 ＄５", "3億円 $5"),
        ("cafe\u0301 café", "café café"),
        ("ﬁrst ﬂoor", "first floor"),
    ],
    ids=lambda value: value[:16].strip(),
)
def test_normal_form(text, expected):
    assert normal(text) == expected


@given(st.text())
def test_normal_form_is_stable(text):
    assert normal(normal(text)) == normal(text)


@given(st.text(alphabet="ab 1,2.…’\u00ad\u00a0½²３é", max_size=40), st.data())
def test_every_span_of_the_normal_form_leads_back_to_the_words_it_came_from(text, data):
    found = Normal(text)
    if not found.text:
        return
    start = data.draw(st.integers(0, len(found.text) - 1))
    end = data.draw(st.integers(start + 1, len(found.text)))
    low, high = found.original_start(start), found.original_end(end)
    assert 0 <= low < high <= len(text)
    assert found.text[start:end] in normal(text[low:high]) or normal(text[low:high]) == ""


@given(st.text(alphabet="0123456789.½²¾① x", max_size=30))
def test_no_digit_appears_or_disappears(text):
    assert [c for c in text if c.isnumeric()] == [c for c in normal(text) if c.isnumeric()]
