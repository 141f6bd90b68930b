"""Very large texts are judged in parts, with what one judgement would find."""

import pytest

from summarizer.articles import Document, clean
from summarizer.articles.dump import parts
from summarizer.articles.dump.cleaner import clean_dump
from summarizer.articles.dump.parts import clean_text

SAID = (
    "The port said on Monday that it had moved 4.1 million boxes in the year to June, 6% more than"
    " in the year before, and that it would build a third quay for $310 million by 2029."
)
MORE = "Its rival across the bay moved fewer boxes but earned more from each of them, it added."
PAGE = f"Home\nMarkets\nSport\nPort moves more boxes\nBy Ana Reis\n{SAID}\n{MORE}\nShare\nImprint\n"


@pytest.mark.parametrize("size", [1, 150, 300, 1000])
def test_offsets_of_parts_are_those_of_the_text(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "".join(f"{PAGE}Page {n}\n\n" for n in range(20))
    monkeypatch.setattr(parts, "PART", size)
    found = clean_text(text)
    edges = [edge for cut in found.cuts for edge in (cut.start, cut.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)
    assert all(text[: cut.start].endswith("\n") or cut.start == 0 for cut in found.cuts)
    assert found.lines == len([line for line in text.split("\n") if line])
    assert found.lines - found.kept == len(found.reasons)


def test_a_large_text_keeps_its_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    said = [f"In year {n} the port moved {n}.1 million boxes, said Ana Reis{n}." for n in range(99)]
    monkeypatch.setattr(parts, "PART", 1000)
    article = clean(Document("a", "\n".join(said), "a"))
    assert article.text == article.raw == "\n".join(said)
    assert article.warnings == ("the text is very large: its lines were judged in parts",)


def test_a_text_of_one_part_is_judged_at_once() -> None:
    assert clean_text(PAGE) == clean_dump(PAGE)


def test_no_more_than_a_part_is_judged_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []

    def watched(text: str) -> object:
        sizes.append(len(text))
        return clean_dump(text)

    monkeypatch.setattr(parts, "PART", 1000)
    monkeypatch.setattr(parts, "clean_dump", watched)
    text = f"{MORE}\n" * 300
    clean_text(text)
    assert sum(sizes) == len(text)
    assert max(sizes) <= 1000 + len(MORE) + 1
