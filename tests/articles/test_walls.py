"""Pages that show something else in place of the article, or cut it off."""

import pytest

from summarizer.articles import Document, clean
from summarizer.errors import NoArticleError
from summarizer.models import Article

PARAGRAPHS = """\
The city's tram operator said on Monday that it would buy forty trams for $210 million, after the \
number of its passengers rose 12% in a year and two of its depots ran out of spares.
The first of them are due in spring. They are to replace a fleet that is thirty years old on \
average, and that needs twice as many repairs as it did when the last order was placed.
A spokesman said that fares would not rise before the end of next year. The council had asked for \
a freeze of two years when it agreed to pay a third of the price of the new trams.""".split("\n")
MENU = "".join(f"<li><a href='/{w}'>{w}</a></li>" for w in ("Home", "City", "Sport", "Jobs"))


def _html(*parts: str, head: str = "") -> Article:
    body = "".join(f"<p>{part}</p>" if part[0] != "<" else part for part in parts)
    page = (
        f"<html><head><title>Trams</title>{head}</head><body><nav><ul>{MENU}</ul></nav>"
        f"<main>{body}</main><footer><p>© City Post</p></footer></body></html>"
    )
    return clean(Document("a.html", page, "a", "html"))


@pytest.mark.parametrize(
    ("parts", "cause"),
    [
        (["Subscribe to continue reading"], "asks to subscribe"),
        (["This article is for subscribers only."], "asks to subscribe"),
        (["Jetzt weiterlesen mit Post+"], "asks to subscribe"),
        (["Log in to read this article"], "asks to log in"),
        (["<h1>Access Denied</h1>", "You don't have permission to access this page."], "a robot"),
        (["<h1>Just a moment...</h1>", "Checking your browser before you go on."], "a robot"),
        (["Please verify you are a human by completing the steps below."], "a robot"),
        (["Please enable JavaScript to view this page."], "asks for JavaScript"),
        (["Bitte JavaScript aktivieren."], "asks for JavaScript"),
        (["This content is not available in your country."], "not shown in this country"),
        (["<h1>404</h1>", "Go back to the front page."], "no such page"),
        (["<h1>Page not found</h1>", "The page you are looking for has moved."], "no such page"),
        (["Before you continue: we and our 812 partners use cookies.", "Accept all"], "cookies"),
    ],
    ids=[
        "subscription", "subscribers", "German subscription", "login", "access denied",
        "browser check", "human check", "scripts", "German scripts", "country", "404", "not found",
        "consent",
    ],
)  # fmt: skip
def test_a_page_that_is_a_wall_says_which(parts: list[str], cause: str) -> None:
    with pytest.raises(NoArticleError, match=f"no article found: .*{cause}") as caught:
        _html(*parts)
    assert caught.value.subject == "a.html"
    assert caught.value.way_out


def test_a_teaser_before_a_wall_is_no_article_and_its_length_is_told() -> None:
    with pytest.raises(NoArticleError, match=r"only a teaser of 36 words found: it asks to subscr"):
        _html(PARAGRAPHS[0], "<div class='paywall'>Subscribe to continue reading</div>")


@pytest.mark.parametrize(
    ("wall", "cause"),
    [
        ("Subscribe to read the full story", "it asks to subscribe to read on"),
        ("Already a member? Sign in to continue reading", "it asks to log in to read on"),
        ("This post is for paid subscribers", "it asks to subscribe to read on"),
        ("Unlock this article", "it asks to subscribe to read on"),
        ("Para seguir leyendo, hazte socio", "it asks to subscribe to read on"),
    ],
)
def test_an_article_that_a_wall_cuts_off_is_taken_with_a_warning(wall: str, cause: str) -> None:
    article = _html(*PARAGRAPHS, f"<div class='gate'>{wall}</div>")
    assert PARAGRAPHS[2] in article.text
    assert f"the article is cut off: {cause}" in article.warnings


@pytest.mark.parametrize("end", ["…", "...", "[+1234 chars]"])
def test_an_article_that_breaks_off_is_taken_with_a_warning(end: str) -> None:
    article = _html(*PARAGRAPHS, f"The mayor is to sign the contract in May, and then {end}")
    assert "the text seems to be cut off at its end" in article.warnings


@pytest.mark.parametrize(
    "part",
    [
        "<aside><p>Subscribe to our newsletter and get full access to the archive</p></aside>",
        "Readers were asked to log in, the operator's chairman said, and 4,000 of them did so.",
        "Access was denied to eleven trams of the older kind, a report of the council had found.",
        "<div>We use cookies. <button>Accept all cookies</button></div>",
        "<div>Please enable JavaScript to see the 14 comments</div>",
        "<p>Share this</p><p>Already a subscriber? See your account</p>",
    ],
    ids=["a newsletter", "a login in the story", "a denial in it", "cookies", "scripts", "account"],
)
def test_a_whole_article_is_not_called_cut_off(part: str) -> None:
    article = _html(*PARAGRAPHS, part, PARAGRAPHS[0])
    assert not [warning for warning in article.warnings if "cut off" in warning]
    assert not [w for w in _html(*PARAGRAPHS, PARAGRAPHS[0], part).warnings if "cut off:" in w]


def test_a_page_of_scripts_alone_says_so() -> None:
    page = "<html><body><div id='app'></div><script>run()</script><noscript>Enable it</noscript>"
    with pytest.raises(NoArticleError, match="no visible text, only scripts"):
        clean(Document("a.html", page, "a", "html"))


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        (
            "Access Denied\n\nYou don't have permission to access this page.\nReference 18.5",
            "robot",
        ),
        ("Home\nCity\nSport\nPlease enable JavaScript to view this page.\nJobs\nImprint", "Script"),
        (f"{PARAGRAPHS[0]}\n\nSubscribe to continue reading\n", "asks to subscribe to read on"),
    ],
    ids=["denied", "scripts", "teaser"],
)
def test_a_wall_in_a_text_dump_says_which(text: str, cause: str) -> None:
    with pytest.raises(NoArticleError, match=cause):
        clean(Document("a.txt", text, "a"))
