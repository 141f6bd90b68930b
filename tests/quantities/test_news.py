"""News-like sentences of every kind, notation and modifier, each with all fields of its figures."""

from pathlib import Path

import pytest
from quantity_lines import line

from summarizer.quantities import Quantity, scan

# A sentence a line, "\n" for a line break in it, and under it "words = meaning" for each figure.
_TABLE = Path(__file__).with_name("news.txt")


def _meaning(quantity: Quantity) -> str:
    step = "" if quantity.precision is None else f" ±{format(quantity.precision, 'f')}"
    assumed = f" (assumed {', '.join(quantity.assumed)})" if quantity.assumed else ""
    return f"{line(quantity)}{step}{assumed}"


def _sentences() -> list[tuple[str, list[str]]]:
    rows: list[tuple[str, list[str]]] = []
    for row in _TABLE.read_text(encoding="utf-8").splitlines():
        if row.startswith("    "):
            rows[-1][1].append(row.strip())
        elif row and not row.startswith("#"):
            rows.append((row, []))
    return rows


SENTENCES = _sentences()


def test_the_table_is_long():
    assert len(SENTENCES) > 150


@pytest.mark.parametrize(("sentence", "figures"), SENTENCES, ids=[row[0] for row in SENTENCES])
def test_a_news_sentence_holds_these_figures_in_every_field(sentence, figures):
    mentions = scan(sentence.replace("\\n", "\n"), "en").mentions
    found = [f"{m.text} = {_meaning(m.quantity)}".replace("\n", "\\n") for m in mentions]
    assert found == figures
