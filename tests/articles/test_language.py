"""The language of a text, where its words decide."""

import pytest

from summarizer.articles import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The company said that its sales were higher than in the year before.", "en"),
        ("Das Unternehmen hat im ersten Quartal nicht mehr als die anderen verdient.", "de"),
        ("Le groupe a annoncé que les ventes sont en hausse dans la région pour une année.", "fr"),
        ("La empresa dijo que las ventas en el país son más altas que en los años de antes.", "es"),
        ("この会社は売上高が増えたと発表した。", "ja"),
        ("该公司宣布营收增长百分之九。", "zh"),
        ("회사는 매출이 늘었다고 밝혔다.", "ko"),
        ("Компания сообщила, что продажи в этом году не выросли, но и не упали на рынке", "ru"),
        ("Acme 5.3", None),
        ("", None),
        ("12,345 67.8%", None),
    ],
)
def test_the_commonest_words_tell_the_language(text: str, language: str | None) -> None:
    assert detect_language(text) == language
