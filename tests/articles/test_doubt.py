"""Which lines with a figure are kept and marked, though they were cut by a hair."""

import pytest

from summarizer.articles import Document, clean, html
from summarizer.articles.dump.doubt import UNLIKELY, doubtful_lines
from summarizer.articles.dump.features import shapes_of

SAID = "The company said on Tuesday that it would order more ships, as routes were full."
MORE = "Its chief executive said that the ships would be built in Gdansk and in Ulsan."


@pytest.mark.parametrize(
    ("gap", "score", "marked"),
    [
        (["Price: $2.4 billion"], -1.0, ["Price: $2.4 billion"]),
        (["Ships: 12"], -1.0, ["Ships: 12"]),
        (["Ships: twelve"], -1.0, []),
        (["Price: $2.4 billion"], UNLIKELY, []),
        (["Most read", "Five ships to watch in 2026"], -1.0, []),
        (["Most read", "Port raises its fees by 12%"], -1.0, ["Port raises its fees by 12%"]),
        ([f"Ship {i}" for i in range(9)], -1.0, []),
        ([f"Fee {i}%" for i in range(9)], -1.0, [f"Fee {i}%" for i in range(9)]),
    ],
    ids=[
        "an amount",
        "a count in a short gap",
        "no figure",
        "what a rule put down",
        "a digit among furniture",
        "an amount among furniture",
        "digits in a long gap",
        "amounts in a long gap",
    ],
)
def test_a_line_with_a_figure_inside_the_article_is_doubtful(
    gap: list[str], score: float, marked: list[str]
) -> None:
    lines = [SAID, *gap, MORE]
    kept = [True, *(False for _ in gap), True]
    doubtful = doubtful_lines(lines, shapes_of(lines), [3.0, *(score for _ in gap), 3.0], kept)
    assert [line for line, doubt in zip(lines, doubtful, strict=True) if doubt] == marked


def test_nothing_is_doubtful_outside_the_article() -> None:
    lines = ["Fee: $5 million", SAID, MORE, "Fee: $6 million"]
    kept = [False, True, True, False]
    assert not any(doubtful_lines(lines, shapes_of(lines), [-0.5] * 4, kept))


def test_a_figure_of_a_page_that_the_model_leaves_out_by_a_hair_is_kept_and_marked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line = "Price of the order: $2.4 billion"
    monkeypatch.setattr(html, "page_scores", lambda lines, *rest: [3.0, -1.2, 3.0, -9.0])
    page = f"<html><body><p>{SAID}</p><div>{line}</div><p>{MORE}</p><p>End</p></body></html>"
    article = clean(Document("a", page, "a", "html"))
    assert article.text == f"{SAID}\n{line}\n{MORE}"
    assert [article.text[a:b] for a, b in article.uncertain] == [line]
    assert article.warnings[-1] == "1 line with a figure kept that may not be the article's"
