"""The two articles that the project began with, where they are at hand: exact by line."""

from pathlib import Path

import pytest

from summarizer.articles import clean, iter_documents
from summarizer.models import Article
from summarizer.settings import Settings

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not part of the package")


def _article(pattern: str) -> tuple[Article, list[str]]:
    path = next(SEEDS.glob(pattern))
    [document] = iter_documents([str(path)], settings=Settings())
    return clean(document), path.read_text(encoding="utf-8").split("\n")


def test_the_aggregators_copy_keeps_its_seventeen_lines() -> None:
    article, lines = _article("000_*.txt")
    assert article.text == "\n".join(lines[13:30])
    assert article.title == lines[12]
    assert article.language == "en"


def test_the_page_dump_keeps_its_five_lines_and_loses_the_sign_off() -> None:
    article, lines = _article("003_*.txt")
    kept = article.text.split("\n")
    assert kept[:4] == [lines[i - 1] for i in (403, 410, 411, 413)]
    assert lines[413].startswith(kept[4])
    assert kept[4].endswith("Wu said.")
    assert len(kept) == 5
    assert article.title == lines[0]
    assert article.byline == lines[397]
    assert str(article.published) == "2025-09-24 11:10:00+00:00"
    assert article.clean_chars < 0.35 * article.raw_chars
