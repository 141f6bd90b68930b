"""Amounts are exact on their way in and out."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from summarizer.models import Amount, Article, Figure, Model, plain
from summarizer.quantities import Span


class _Holder(Model):
    amount: Amount


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("5.3E+10"), "53000000000"),
        (Decimal("9.0"), "9.0"),
        (Decimal("-0.5"), "-0.5"),
        (Decimal("1E-7"), "0.0000001"),
        (Decimal("123456789012345678.91"), "123456789012345678.91"),
    ],
    ids=str,
)
def test_decimals_are_written_in_plain_notation(value, text):
    assert plain(value) == text
    assert _Holder(amount=value).model_dump(mode="json") == {"amount": text}
    assert _Holder.model_validate_json(f'{{"amount": "{text}"}}').amount == value


@pytest.mark.parametrize("value", [5.3, "nan", "inf", "5,3", None], ids=str)
def test_what_is_not_an_exact_number_is_refused(value):
    with pytest.raises(ValidationError):
        _Holder(amount=value)


def test_unknown_fields_are_refused():
    with pytest.raises(ValidationError):
        Figure(text="5", start=0, end=1, value="5", kind="count", colour="red")


def test_sentences_are_found_by_number_and_by_offset():
    article = Article(
        id="a",
        source="text",
        text="One. Two.",
        raw_chars=9,
        clean_chars=9,
        sentences=(Span(0, 4), Span(5, 9)),
    )
    assert article.sentence(2) == "Two."
    assert [article.sentence_at(offset) for offset in (0, 3, 4, 5, 8, 9)] == [
        1,
        1,
        None,
        2,
        2,
        None,
    ]
    with pytest.raises(IndexError):
        article.sentence(0)
    with pytest.raises(IndexError):
        article.sentence(3)
