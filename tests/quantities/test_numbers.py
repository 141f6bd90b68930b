"""Numbers in digits: what separators mean."""

from decimal import Decimal

import pytest

from summarizer.quantities.numbers import read_digits

ROWS = [
    ("1234", None, "1234"),
    ("1,234.5", None, "1234.5"),
    ("1.234,5", None, "1234.5"),
    ("12,34,567", None, "1234567"),
    ("1'234", None, "1234"),
    ("1 234 567", None, "1234567"),
    ("1 298,00", None, "1298.00"),
    ("9.0", None, "9.0"),
    ("1,5", None, "1.5"),
    ("1,234", None, "1234"),
    ("1.234", None, "1.234"),
    ("1.234", "de", "1234"),
    ("1,234", "de", "1.234"),
    ("1.234.567", None, "1234567"),
    ("0,123", None, "0.123"),
]


@pytest.mark.parametrize(
    ("written", "language", "value"), ROWS, ids=[f"{r[0]} {r[1]}" for r in ROWS]
)
def test_digits_are_read_by_their_separators_and_the_language(written, language, value):
    stated = read_digits(written, language)
    assert stated is not None
    assert format(stated.value, "f") == value
    assert stated.precision == Decimal(1).scaleb(stated.value.as_tuple().exponent)


@pytest.mark.parametrize("written", ["1.2.3", "1,23,4", "1,2,3.4", "1.234,5.6"])
def test_separators_that_fit_no_notation_are_refused(written):
    assert read_digits(written) is None
