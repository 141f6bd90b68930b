"""Write summarizer/quantities/currency_names.py from CLDR, through babel.

Run it with the interpreter of the development environment when babel's data changes:

    python tools/make_currency_names.py > summarizer/quantities/currency_names.py
"""

from __future__ import annotations

from babel import Locale

LANGUAGES = ("en", "de", "fr", "es", "it", "pt")
CODES = (
    "AED ARS AUD BGN BHD BRL CAD CHF CLP CNY COP CRC CZK DKK EGP EUR GBP GEL HKD HRK HUF IDR ILS "
    "INR IQD IRR ISK JOD JPY KES KRW KWD KZT LBP LKR MAD MNT MXN MYR NGN NOK NZD OMR PEN PHP PKR "
    "PLN QAR RON RSD RUB SAR SEK SGD THB TND TRY TWD UAH USD UYU VND ZAR"
).split()


def names(language: str, code: str) -> set[str]:
    """All that a currency is called in a language, in lower case."""
    locale = Locale.parse(language)
    found = {locale.currencies.get(code)}
    found |= set(locale._data["currency_names_plural"].get(code, {}).values())  # noqa: SLF001
    return {name.lower() for name in found if name and not name.isupper()}


def main() -> None:
    print('"""Currency names by language. Written by tools/make_currency_names.py from CLDR."""\n')
    print("# ruff: noqa: E501")
    print("from __future__ import annotations\n")
    print("# A line a currency: its ISO 4217 code, then its names.")
    print("NAMES = {")
    for language in LANGUAGES:
        print(f'    "{language}": """')
        for code in CODES:
            found = sorted(names(language, code))
            if found:
                print(f"{code}|{'|'.join(found)}")
        print('""",')
    print("}")


if __name__ == "__main__":
    main()
