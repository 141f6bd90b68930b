"""Amounts in the other languages of the product."""

import pytest
from quantity_lines import read

ROWS = [
    (
        "de",
        "Der Umsatz stieg um 9,2 Prozent auf 1,5 Milliarden Euro.",
        [("9,2 Prozent", "9.2 % percent up"), ("1,5 Milliarden Euro", "1500000000 EUR money up")],
    ),
    ("de", "rund 12.345 Dollar", [("rund 12.345 Dollar", "approx 12345 USD money")]),
    ("de", "zweihundertfünfzig Euro", [("zweihundertfünfzig Euro", "250 EUR money")]),
    ("de", "am 24. September 2025", []),
    ("fr", "une hausse de 3,5 %", [("3,5 %", "3.5 % percent up")]),
    ("fr", "2 300,50 euros", [("2 300,50 euros", "2300.50 EUR money")]),
    (
        "fr",
        "plus de 16,4 millions de dollars canadiens",
        [("plus de 16,4 millions de dollars canadiens", "gt 16400000 CAD money")],
    ),
    ("fr", "quatre-vingt-dix-sept euros", [("quatre-vingt-dix-sept euros", "97 EUR money")]),
    ("es", "48,2 millones de dólares", [("48,2 millones de dólares", "48200000 USD money")]),
    ("es", "treinta y dos por ciento", [("treinta y dos por ciento", "32 % percent")]),
    ("es", ",08 por ciento", [(",08 por ciento", "0.08 % percent")]),
    (
        "es",
        "siete coma veintiocho %",
        [("siete coma veintiocho %", "7.28 % percent")],
    ),
    (
        "es",
        "tres coma cero cinco %",
        [("tres coma cero cinco %", "3.05 % percent")],
    ),
    ("es", "un quinto por ciento", [("un quinto por ciento", "0.2 % percent")]),
    ("es", "dos cincoavos por ciento", [("dos cincoavos por ciento", "0.4 % percent")]),
    ("de", "sieben Komma acht Prozent", [("sieben Komma acht Prozent", "7.8 % percent")]),
    ("zh", "负0.2", [("负0.2", "-0.2 other")]),
    ("zh", "一千六点五", [("一千六点五", "1600.5 other")]),
    ("zh", "百分之七十百分位", [("百分之七十", "70 % percent")]),
    ("zh", "百 分 之 五十", [("百 分 之 五十", "50 % percent")]),
    ("zh", "３／５", [("３／５", "0.6 ratio")]),
    ("es", "2 mil millones de euros", [("2 mil millones de euros", "2000000000 EUR money")]),
    (
        "it",
        "circa 3 miliardi di euro",
        [("circa 3 miliardi di euro", "approx 3000000000 EUR money")],
    ),
    ("pt", "1,2 bilhões de reais", [("1,2 bilhões de reais", "1200000000 BRL money")]),
    (
        "zh",
        "投资3800亿元，股价上涨9.2%",
        [("3800亿元", "380000000000 CNY money"), ("9.2%", "9.2 % percent up")],
    ),
    ("zh", "超过530亿美元", [("超过530亿美元", "gt 53000000000 USD money")]),
    ("zh", "百分之五十", [("百分之五十", "50 % percent")]),
    ("zh", "一点五万人", [("一点五万人", "15000 person count")]),
    ("zh", "三分之一", [("三分之一", "0.3333333333333333333333333333 ratio")]),
    ("zh", "2025年9月24日", []),
    ("zh", "于9-24-2025发布", []),
    ("zh", "50元6角三分", [("50元6角三分", "50.63 CNY money")]),
    (
        "ja",
        "売上高は前年比12%増の5億3000万円",
        [("12%", "12 % percent up"), ("5億3000万円", "530000000 JPY money")],
    ),
    ("ja", "約2万人", [("約2万人", "approx 20000 person count")]),
]


@pytest.mark.parametrize(("language", "text", "found"), ROWS, ids=[f"{r[0]} {r[1]}" for r in ROWS])
def test_a_sentence_in_another_language_holds_these_quantities(language, text, found):
    assert read(text, language) == found


def test_chinese_amounts_are_read_inside_of_english_text():
    assert read("It pledged 3800亿元 in February.") == [("3800亿元", "380000000000 CNY money")]


def test_chinese_names_with_numerals_are_no_quantities_in_english_text():
    assert read("三一重工 and 四川 are names.") == []
