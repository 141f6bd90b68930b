"""HTML pages: the article is found, its figures stay what they were, its metadata is read."""

from datetime import UTC, datetime

import pytest

from summarizer.articles import Document, clean
from summarizer.articles.blocks import page_blocks
from summarizer.articles.html import is_html
from summarizer.errors import TooLargeError
from summarizer.models import Article

PARAGRAPHS = [
    (
        "Harbour Lines said on Tuesday that it would spend $2.4 billion on twelve new ferries, the"
        " largest order in the company's history, after passenger numbers rose 18% in a year."
    ),
    (
        "The first ships are due in 2028. They will run on methanol, which the company"
        " expects to cut"
        " fuel costs by a third, according to its chief executive, Mara Lindqvist."
    ),
    (
        "Shares in Harbour Lines closed 6.5% higher. Analysts had expected a smaller order of about"
        " $1.5 billion, and some of them doubt that the routes can fill that many ships."
    ),
]
HEAD = """<title>Harbour Lines orders ferries | Port Gazette</title>
<meta property="og:site_name" content="Port Gazette">
<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "name": "x"},
{"@type": "NewsArticle", "headline": "Harbour Lines orders ferries",
"datePublished": "2026-03-04T08:30:00+01:00",
"author": [{"@type": "Person", "name": "Tom Ekberg"}, {"@type": "Person", "name": "Ana Reis"}]}]}
</script>"""
NAVIGATION = "".join(
    f'<li><a href="/{word}">{word}</a></li>'
    for word in ("Home", "Markets", "Shipping", "Opinion", "Video", "Games", "Weather", "Jobs")
)
FOOTER = "<footer><p>Copyright 2026 Port Gazette. Up 12% in readers.</p></footer>"


def _page(*body: str) -> Article:
    inner = "".join(f"<p>{part}</p>" if part[0] != "<" else part for part in body)
    text = (
        f'<!DOCTYPE html><html lang="en-GB"><head>{HEAD}</head><body><nav><ul>{NAVIGATION}</ul>'
        f"</nav><article><h1>Harbour Lines orders ferries</h1>{inner}</article>{FOOTER}</body>"
    )
    return clean(Document("a.html", text, "a", url="https://www.port.example/a"))


def test_the_article_of_a_page_is_found_and_the_rest_is_listed() -> None:
    article = _page(*PARAGRAPHS)
    assert article.text == "\n".join(PARAGRAPHS)
    removed = " ".join(article.raw[r.start : r.end] for r in article.removed)
    assert "Home" in removed
    assert "Up 12% in readers" in removed
    assert sum(r.end - r.start for r in article.removed) == article.raw_chars - article.clean_chars


def test_the_metadata_of_a_page_is_read() -> None:
    article = _page(*PARAGRAPHS)
    assert article.title == "Harbour Lines orders ferries"
    assert article.byline == "Tom Ekberg, Ana Reis"
    assert article.published == datetime(2026, 3, 4, 7, 30, tzinfo=UTC)
    assert (article.site, article.language) == ("Port Gazette", "en")


def test_a_struck_out_price_is_cut_from_its_sentence() -> None:
    struck = "The ticket costs <s>$99.90</s> $79.90 from May, the company said in its statement."
    article = _page(*PARAGRAPHS, struck)
    assert "costs  $79.90 from May" in article.text
    assert [article.raw[r.start : r.end] for r in article.removed if r.reason == "struck_out"] == [
        "$99.90"
    ]


def test_the_rows_of_a_table_with_figures_are_lines_of_the_article() -> None:
    table = (
        "<table><tr><th>Route</th><th>2025</th><th>2026</th></tr>"
        "<tr><td>Oslo to Kiel</td><td>1.2 million</td><td>1.5 million</td></tr>"
        "<tr><td>Riga to Stockholm</td><td>$4.0 million</td><td>$4.4 million</td></tr></table>"
    )
    article = _page(*PARAGRAPHS[:2], table, PARAGRAPHS[2])
    assert "Oslo to Kiel | 1.2 million | 1.5 million" in article.text
    assert "Riga to Stockholm | $4.0 million | $4.4 million" in article.text


def test_a_repeated_sentence_and_the_same_page_again_give_the_same_text() -> None:
    first = _page(*PARAGRAPHS, PARAGRAPHS[0])
    assert first.text.count(PARAGRAPHS[0]) == 2
    assert all(_page(*PARAGRAPHS, PARAGRAPHS[0]).text == first.text for _ in range(6))


def test_a_page_of_one_sentence_is_an_article() -> None:
    page = "<html><body><p>Sales rose 5% to $3 million.</p></body></html>"
    assert clean(Document("a", page, "a")).text == "Sales rose 5% to $3 million."


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<!DOCTYPE html><p>x", True),
        ("\ufeff <html>", True),
        ("<div>a</div>", True),
        ("<?xml version='1.0'?><html/>", True),
        ("<p>a</p>\n" * 5, True),
        ("x <p>a</p> " * 5, True),
        ("a < b and c > d", False),
        ("See <b>this</b>.", False),
        ("<3 million sold", False),
    ],
)
def test_html_is_told_from_text(text: str, html: bool) -> None:
    assert is_html(text) is html


def test_a_page_that_is_nested_too_deep_for_the_parser_is_still_read() -> None:
    inner = "".join(f"<p>{part}</p>" for part in PARAGRAPHS)
    page = f"<html><body>{'<div>' * 3000}<script>var a = '<p>7</p>'</script>{inner}"
    assert clean(Document("a", page, "a", "html")).text == "\n".join(PARAGRAPHS)


def test_many_equal_paragraphs_all_stay() -> None:
    article = _page(*[PARAGRAPHS[0]] * 400)
    assert article.text.split("\n") == [PARAGRAPHS[0]] * 400


@pytest.mark.parametrize(
    ("markup", "byline"),
    [
        ('<span class="post-author">By Ana Reis</span>', "Ana Reis"),
        ('<a rel="author" href="/ana">Ana Reis and Tom Ekberg</a>', "Ana Reis and Tom Ekberg"),
        ('<p itemprop="author"><span>Ana Reis</span></p>', "Ana Reis"),
        ('<span class="author-name">By Ana Re\u00adis</span>', "Ana Reis"),
        ('<span class="author">by The Harbourmaster</span>', "The Harbourmaster"),
        ('<a class="authorization" href="/in">Sign In</a>', None),
        ('<a rel="author" href="/posts">View all posts</a>', None),
        ('<ul><li><a href="/x">Ferry Routes</a></li></ul>', None),
        ("<p>By Ana Reis</p>", "Ana Reis"),
        ('<div class="author-box">All our authors write for you every day of the week</div>', None),
    ],
    ids=[
        "a class",
        "a link",
        "a property",
        "a soft hyphen",
        "a pen name",
        "a login",
        "a link to posts",
        "a bare name",
        "a line of its own",
        "no name",
    ],
)
def test_a_page_without_metadata_has_its_author_in_its_markup(
    markup: str, byline: str | None
) -> None:
    body = "".join(f"<p>{part}</p>" for part in PARAGRAPHS)
    page = f"<html><body><h1>Ferries ordered</h1>{markup}<article>{body}</article></body></html>"
    assert clean(Document("a", page, "a", "html")).byline == byline


def test_a_page_without_metadata_has_its_date_in_its_markup() -> None:
    body = "".join(f"<p>{part}</p>" for part in PARAGRAPHS)
    date = '<meta itemprop="datePublished" content="2026-03-04"><p>x</p>'
    page = f"<html><body><h1>Ferries ordered</h1>{date}<article>{body}</article></body></html>"
    assert str(clean(Document("a", page, "a", "html")).published) == "2026-03-04"


def test_a_very_large_page_is_judged_in_parts_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    page = "<html><body>" + "".join(f"<p>{n}: {PARAGRAPHS[n % 3]}</p>" for n in range(100))
    whole = clean(Document("a", page, "a", "html"))
    monkeypatch.setattr("summarizer.articles.html._MOST_LINES", 40)
    parts = clean(Document("a", page, "a", "html"))
    assert parts.text == whole.text == whole.raw
    assert parts.warnings == ("the page is very large: its lines were judged in parts",)
    assert whole.warnings == ()


@pytest.mark.parametrize(
    "tail",
    [
        "<a href='/x'>link</a> " * 3000,
        "<ul>" + "<li><a href='/x'>link</a></li>" * 3000,
        "<table>" + "<tr><td>" * 500,
        "<br>" * 5000,
        "<!-- 5% -->" * 3000,
        "<script>var a = '<p>5%'</script>" * 2000,
        "<" * 50_000,
        f"<div class='{'a ' * 50_000}'>x</div>",
        "<script type='application/ld+json'>" + "[" * 100_000 + "</script>",
        "<b><i>" * 5000,
    ],
    ids=[
        "links", "a list of links", "nested tables", "line breaks", "comments", "programs",
        "open brackets", "a long name", "deep JSON", "open tags",
    ],
)  # fmt: skip
def test_what_breaks_parsers_leaves_the_article_whole(tail: str) -> None:
    inner = "".join(f"<p>{part}</p>" for part in PARAGRAPHS)
    page = f"<html><body><article>{inner}</article>{tail}"
    assert clean(Document("a", page, "a", "html")).text == "\n".join(PARAGRAPHS)


def test_a_paragraph_of_a_hundred_thousand_words_is_one_line() -> None:
    said = " ".join(PARAGRAPHS * 1000)
    assert clean(Document("a", f"<html><body><p>{said}</p>", "a", "html")).text == said


@pytest.mark.parametrize(
    ("source", "text", "struck"),
    [
        ("<p>a</p><del></del><p>b</p>", "a\nb", []),
        ("<del><p>a</p><p>b</p></del>", "a\nb", ["a\nb"]),
        ("<p>now <span style='text-decoration: line-through'>5</span> 4", "now 5 4", ["5"]),
        ("<p>a</p><p>\u200d</p><p>b</p>", "a\nb", []),
    ],
    ids=["nothing struck", "blocks", "by style", "a joiner alone"],
)
def test_every_line_has_its_place_whatever_is_struck(
    source: str, text: str, struck: list[str]
) -> None:
    from lxml.html import document_fromstring

    blocks = page_blocks(document_fromstring(source))
    assert blocks.text == text
    assert [blocks.text[cut.start : cut.end] for cut in blocks.struck] == struck
    assert len(blocks.places) == len(text.split("\n"))


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        ("<meta name='author' content='desk@port.example'>", None),
        ("<meta name='author' content='page.author.name'>", None),
        (
            "<meta name='author' content='Port'><meta property='og:site_name' content='Port'>",
            None,
        ),
        ("<meta name='author' content='By Ana Reis'>", "Ana Reis"),
        ("<meta property='og:title' content='Ferries ordered: what to know'>", None),
    ],
    ids=["an address", "a variable", "the site", "a name", "a title for search engines"],
)
def test_what_a_page_says_of_itself_is_held_against_what_it_shows(
    head: str, byline: str | None
) -> None:
    body = "".join(f"<p>{part}</p>" for part in PARAGRAPHS)
    heading = "Harbour Lines ferries ordered for methanol"
    page = f"<html><head>{head}</head><body><h1>{heading}</h1><article>{body}</article></body>"
    article = clean(Document("a", page, "a", "html"))
    assert article.byline == byline
    assert article.title == heading


def test_a_page_with_more_tags_than_any_article_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    inner = "".join(f"<p>{part}</p>" for part in PARAGRAPHS)
    links, script = "<a href='/x'>link</a> " * 120, "<script>a = '<p>5</p>'</script>" * 90
    monkeypatch.setattr("summarizer.articles.html._MOST_TAGS", 100)
    page = f"<html><body><article>{inner}</article>{script}</body></html>"
    assert clean(Document("a", page, "a", "html")).text == "\n".join(PARAGRAPHS)
    with pytest.raises(TooLargeError, match=r"a\.html: the page has more than 100 tags.*Give the"):
        clean(Document("a.html", f"<html><body>{inner}{links}", "a", "html"))
