"""News-like sentences of every kind, notation and modifier, each with all fields of its figures."""

from pathlib import Path

import pytest
from quantity_lines import line

from summarizer.quantities import Quantity, scan

# A sentence a line, "\n" for a line break in it, and under it "words = meaning" for each figure;
# a comment of two letters names the language of the sentences after it.
_ENGLISH = Path(__file__).with_name("news.txt")
_OTHERS = Path(__file__).with_name("news_languages.txt")


def _meaning(quantity: Quantity) -> str:
    step = "" if quantity.precision is None else f" ±{format(quantity.precision, 'f')}"
    assumed = f" (assumed {', '.join(quantity.assumed)})" if quantity.assumed else ""
    return f"{line(quantity)}{step}{assumed}"


def _sentences(table: Path) -> list[tuple[str, str, list[str]]]:
    rows: list[tuple[str, str, list[str]]] = []
    language = "en"
    for row in table.read_text(encoding="utf-8").splitlines():
        if row.startswith("    "):
            rows[-1][2].append(row.strip())
        elif row.startswith("# "):
            language = row[2:] if len(row) == 4 else language
        elif row:
            rows.append((language, row, []))
    return rows


ENGLISH = _sentences(_ENGLISH)
ALL = [*ENGLISH, *_sentences(_OTHERS)]


def test_the_table_of_english_news_is_long():
    assert len(ENGLISH) > 150


@pytest.mark.parametrize(("language", "sentence", "figures"), ALL, ids=[row[1] for row in ALL])
def test_a_news_sentence_holds_these_figures_in_every_field(language, sentence, figures):
    mentions = scan(sentence.replace("\\n", "\n"), language).mentions
    found = [f"{m.text} = {_meaning(m.quantity)}".replace("\n", "\\n") for m in mentions]
    assert found == figures
