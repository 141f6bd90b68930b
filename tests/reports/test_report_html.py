"""The HTML page: self-contained, escaped, and every figure tied to its words."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from summarizer.models import ErrorInfo, Failure
from summarizer.reports.html import stretches, summaries_html

VOID = {"meta", "br"}


class Reader(HTMLParser):
    """Collects elements and the text in them, and checks that tags are balanced."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: dict[str, list[str]] = {}

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        for tag in self.open:
            self.text.setdefault(tag, []).append(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    assert reader.open == []
    return reader


def test_every_link_within_the_page_leads_somewhere_and_every_id_is_one(summary):
    elements = read(summaries_html([summary, summary])).elements
    ids = [attributes["id"] for _, attributes in elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = {a["href"] for tag, a in elements if tag == "a"}
    assert {f"#s{s}f{n}" for s in (1, 2) for n in range(1, 6)} <= links
    assert {f"#s{s}e{n}" for s in (1, 2) for n in range(1, 6)} <= links
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_the_page_loads_nothing_and_runs_only_its_own_script(summary):
    page = summaries_html([summary])
    elements = read(page).elements
    assert not [a for _, a in elements if "src" in a or "style" in a or "onclick" in a]
    assert not [tag for tag, _ in elements if tag in {"link", "img", "iframe", "object"}]
    policy = next(
        a["content"] for _, a in elements if a.get("http-equiv") == "Content-Security-Policy"
    )
    for name in ("style", "script"):
        body = re.search(rf"<{name}>(.*?)</{name}>", page, re.DOTALL)
        assert body
        digest = base64.b64encode(hashlib.sha256(body[1].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")


def test_nothing_of_an_article_becomes_markup(summary):
    evil = "<script>alert(1)</script><img src=x onerror=y>\"'&"
    article = summary.article.model_copy(
        update={
            "text": evil + summary.article.text,
            "site": evil,
            "language": 'en" onload="x',
            "source": "javascript:alert(1)",
        }
    )
    sly = summary.model_copy(
        update={"article": article, "headline": evil, "summary": evil, "warnings": (evil,)}
    )
    failure = Failure(id="x", source=evil, error=ErrorInfo(type="input", message=evil))
    reader = read(summaries_html([sly, failure]))
    assert [tag for tag, _ in reader.elements].count("script") == 1
    assert not [tag for tag, _ in reader.elements if tag == "img"]
    assert not [a for _, a in reader.elements if "onload" in a or "onerror" in a]
    assert not [a for tag, a in reader.elements if (a.get("href") or "").startswith("javascript")]
    assert evil in "".join(reader.text["h1"])


def test_the_marked_words_are_the_evidence_and_the_amounts(summary):
    parts = stretches(summary.article, summary.figures)
    assert "".join(part.text for part in parts) == summary.article.text.replace("\n", "\n\n")
    for number, figure in enumerate(summary.figures, 1):
        words = "".join(part.text for part in parts if number in part.figures)
        assert words == figure.evidence.quote
        amount = "".join(p.text for p in parts if number in p.figures and p.is_amount)
        assert figure.text in amount
    assert [n for part in parts for n in part.first_of] == [1, 2, 3, 5, 4]


def test_overlapping_evidence_is_marked_for_each_of_its_figures(summary):
    first, second = summary.figures[:2]
    wide = first.evidence.model_copy(update={"quote": summary.article.text[18:150], "end": 150})
    parts = stretches(summary.article, (first.model_copy(update={"evidence": wide}), second))
    shared = "".join(part.text for part in parts if part.figures == (1, 2))
    assert shared in second.evidence.quote
    assert shared


def test_a_status_has_words_beside_its_sign(summary):
    elements = read(summaries_html([summary])).elements
    labels = {
        a["aria-label"]
        for _, a in elements
        if "status" in (a.get("class") or "") and "aria-label" in a
    }
    assert "verified: in the article's words" in labels
    assert "ambiguous: open to question" in labels
    assert "mismatch" in labels


@pytest.mark.parametrize(("count", "title"), [(1, "Northwind Freight Commits"), (2, "2 summaries")])
def test_one_article_titles_its_page_and_several_have_a_list(summary, count, title):
    reader = read(summaries_html([summary] * count))
    assert "".join(reader.text["title"]).startswith(title)
    assert ("nav" in {tag for tag, _ in reader.elements}) == (count > 1)


def test_an_input_that_failed_has_its_place(summary):
    failure = Failure(
        id="x", source="x.pdf", error=ErrorInfo(type="decode", message="x.pdf: a PDF")
    )
    text = read(summaries_html([summary, failure])).text
    assert "x.pdf: a PDF" in "".join(text["main"])
    assert "(failed)" in "".join(text["nav"])


def test_a_page_is_readable_in_light_and_dark():
    from importlib.resources import files

    style = files("summarizer.reports").joinpath("templates", "page.css").read_text()
    assert "prefers-color-scheme: dark" in style
