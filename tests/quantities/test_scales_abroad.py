"""Scale words and currencies as other countries' news and accounts abbreviate them."""

import pytest
from quantity_lines import read

AMOUNTS = [
    ("nl", "3,4 miljard euro", "3400000000 EUR money"),
    ("nl", "12 miljoen euro", "12000000 EUR money"),
    ("da", "3,4 mia. kr", "3400000000 DKK money"),
    ("da", "500.000 kroner", "500000 DKK money"),
    ("no", "12 mill. kroner", "12000000 NOK money"),
    ("no", "3 mrd. kr", "3000000000 NOK money"),
    ("sv", "3,4 miljarder kronor", "3400000000 SEK money"),
    ("sv", "12 mkr", "12000000 SEK money"),
    ("sv", "5 procent", "5 % percent"),
    ("fi", "12 milj. euroa", "12000000 EUR money"),
    ("fi", "3,4 miljardia euroa", "3400000000 EUR money"),
    ("pl", "3,4 mld zł", "3400000000 PLN money"),
    ("pl", "500 tys. zł", "500000 PLN money"),
    ("pl", "12 mln złotych", "12000000 PLN money"),
    ("tr", "3,4 milyar TL", "3400000000 TRY money"),
    ("tr", "500 bin TL", "500000 TRY money"),
    ("ru", "3,4 млрд руб.", "3400000000 RUB money"),
    ("ru", "12 млн рублей", "12000000 RUB money"),
    ("ru", "$3 млрд", "3000000000 USD money"),
    ("ru", "12 процентов", "12 % percent"),
    ("ko", "3조 5000억 원", "3500000000000 KRW money"),
    ("ko", "1,200억원", "120000000000 KRW money"),
    ("ko", "5만원", "50000 KRW money"),
    ("ko", "1만 2000원", "12000 KRW money"),
    ("ko", "100만달러", "1000000 USD money"),
    ("ko", "30%포인트", "30 pp percentage_point"),
    ("de", "TEUR 1.200", "1200000 EUR money"),
    ("de", "T€ 500", "500000 EUR money"),
    ("de", "Mio. EUR 12,3", "12300000 EUR money"),
    ("de", "Mrd. € 3,4", "3400000000 EUR money"),
    ("fr", "12 M d'euros", "12000000 EUR money"),
    ("fr", "un demi-milliard d'euros", "500000000 EUR money"),
    ("es", "12 mil 500 pesos", "12500 MXN money"),
    ("es", "mil 200 millones de pesos", "1200000000 MXN money"),
    ("es", "3 mil 500 millones de pesos", "3500000000 MXN money"),
    ("es", "300 mdp", "300000000 MXN money"),
    ("es", "12 mdd", "12000000 USD money"),
    ("pt", "5 p.p.", "5 pp percentage_point"),
    ("en", "30 MUSD", "30000000 USD money"),
    ("en", "3.4 mia. kr", "3400000000 SEK money"),
    ("en", "12 mln zł", "12000000 PLN money"),
]


@pytest.mark.parametrize(
    ("language", "words", "meaning"), AMOUNTS, ids=[f"{row[0]}-{row[1]}" for row in AMOUNTS]
)
def test_an_abbreviated_scale_of_another_language_is_read(language, words, meaning):
    assert read(f"({words})", language) == [(words, meaning)]


def test_a_name_that_spells_a_scale_elsewhere_is_none():
    assert read("a film with Mia Vale in 3 bins", "en") == [("3 bins", "3 bin count")]


def test_crowns_that_the_text_does_not_name_stay_assumed():
    from summarizer.quantities import scan

    (mention,) = scan("Den koster 12 mio. kr i alt.", "da").mentions
    assert mention.quantity.assumed == ("unit",)


SPELT = [
    ("fr", "un sur trois", "0.3333333333333333333333333333 ratio"),
    ("fr", "trois sur quatre", "0.75 ratio"),
    ("fr", "vingt et trois cinquièmes", "20.6 other"),
    ("fr", "cent et trois quarts", "100.75 other"),
    ("fr", "cinq milliards et trois quarts", "5750000000 other"),
    ("fr", "vingt et un", "21 other"),
    ("it", "uno su tre", "0.3333333333333333333333333333 ratio"),
    ("it", "ventuno milioni", "21000000 other"),
    ("it", "centosessantuno", "161 other"),
    ("it", "duecento virgola settantuno", "200.71 other"),
    ("it", "venti e tre quinti", "20.6 other"),
    ("es", "cinco con un cuarto", "5.25 other"),
    ("es", "uno sobre veinte", "0.05 ratio"),
    ("es", "cinco billones con tres cuartos", "5750000000000 other"),
    ("pt", "dois sobre onze", "0.1818181818181818181818181818 ratio"),
    ("pt", "vinte e três quintos", "20.6 other"),
]


@pytest.mark.parametrize(
    ("language", "words", "meaning"), SPELT, ids=[f"{row[0]}-{row[1]}" for row in SPELT]
)
def test_a_part_of_a_whole_in_words_is_read(language, words, meaning):
    assert read(words, language) == [(words, meaning)]


def test_a_share_of_a_time_is_no_ratio():
    assert read("un prêt de 1000 euros sur 3 ans", "fr") == [
        ("1000 euros", "1000 EUR money"),
        ("3 ans", "3 year duration"),
    ]


def test_words_that_hold_a_number_word_are_none_in_italian():
    assert read("comune opportuno nessuno", "it") == []
