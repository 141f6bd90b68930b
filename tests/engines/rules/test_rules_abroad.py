"""Figures of articles in other languages: known nouns and times, or nothing."""

from __future__ import annotations

import pytest
from rules_support import article

from summarizer.engines.rules import draft_of

GERMAN = (
    "Der Umsatz sank im ersten Halbjahr um 7,4 Prozent auf 1,25 Milliarden Euro. Im Juli will "
    "Ostwerk 300 Stellen streichen. Die Marge fiel auf 5,0 Prozent."
)
ROWS = [
    ("de", "Ostwerk senkt die Prognose", GERMAN, "1,25", ("Umsatz", "Ostwerk", "erstes Halbjahr")),
    ("de", "Ostwerk senkt die Prognose", GERMAN, "300", ("Stellen", "Ostwerk", "Juli")),
    ("de", "Halbjahr wird schwach", GERMAN, "5,0 Prozent", ("Marge", None, None)),
    (
        "fr",
        "Valmont progresse",
        "Le chiffre d'affaires de Valmont a progressé de 6 % au premier semestre 2025.",
        "6 %",
        ("chiffre d'affaires", "Valmont", "premier semestre 2025"),
    ),
    (
        "es",
        "Telmar crece",
        "Los ingresos de Telmar crecieron un 4% en el tercer trimestre de 2025.",
        "4%",
        ("ingresos", "Telmar", "tercer trimestre de 2025"),
    ),
    (
        "it",
        "Ferrano sale",
        "Il fatturato di Ferrano è salito del 5% nel primo trimestre.",
        "5%",
        ("fatturato", "Ferrano", "primo trimestre"),
    ),
    (
        "pt",
        "Braslux cresce",
        "A receita líquida da Braslux cresceu 9% no segundo trimestre.",
        "9%",
        ("receita líquida", "Braslux", "segundo trimestre"),
    ),
    (
        "zh",
        None,
        "华星科技表示，2025年第三季度营收增长12%，达到53亿元，净利润为4.1亿元。",
        "53亿元",
        ("营收", None, "2025年第三季度"),
    ),
    (
        "ja",
        None,
        "星川電機の2025年4〜6月期の売上高は前年同期比8%増の1200億円、営業利益は95億円だった。",
        "95億円",
        ("営業利益", None, "2025年4〜6月期"),
    ),
]


@pytest.mark.parametrize(
    ("language", "title", "text", "amount", "said"), ROWS, ids=[f"{r[0]} {r[3]}" for r in ROWS]
)
def test_a_known_noun_and_time_beside_an_amount_are_read(
    language: str,
    title: str | None,
    text: str,
    amount: str,
    said: tuple[str, str | None, str | None],
) -> None:
    drafted = draft_of(article(text, title, language=language), every=True)
    figure = next(f for f in drafted.figures if amount in f.amount)
    assert (figure.metric, figure.entity, figure.period) == said


def test_what_a_time_is_counted_from_is_no_period() -> None:
    text = "Der Umsatz ist seit 2019 um 7,4 Prozent gestiegen."
    (figure,) = draft_of(article(text, language="de"), every=True).figures
    assert figure.period is None
