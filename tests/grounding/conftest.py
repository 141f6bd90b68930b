"""Articles of our own, taken as they are."""

from pathlib import Path

import pytest

from summarizer.articles import Document, clean
from summarizer.grounding import Source

ARTICLE = (Path(__file__).parent / "orrin.txt").read_text(encoding="utf-8")


@pytest.fixture
def source_of():
    def make(text, **fields):
        document = Document(source="text", content=text, id="t", hint="text", raw=True, **fields)
        return Source(clean(document))

    return make


@pytest.fixture
def source(source_of):
    return source_of(ARTICLE, language="en")
