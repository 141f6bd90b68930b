"""The article, the whole article and nothing but it: texts, dumps and what is no article."""

from datetime import date
from textwrap import fill
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.articles import Document, clean, to_raw
from summarizer.articles.clean import _inside
from summarizer.articles.lines import text_lines
from summarizer.articles.markdown import markup_cuts
from summarizer.errors import DecodeError, InputError, NoArticleError
from summarizer.models import Article, Segment
from summarizer.quantities.types import Span

BODY = [
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
        "“We waited until the yards had room,” she said. The order is split between two"
        " shipyards, one"
        " in Gdansk and one in Ulsan, and the last ferry should be delivered in 2031."
    ),
    (
        "Shares in Harbour Lines closed 6.5% higher. Analysts had expected a smaller order of about"
        " $1.5 billion, and some of them doubt that the routes can fill that many ships."
    ),
]
TITLE = "Harbour Lines orders twelve ferries for $2.4 billion"
ABOVE = [
    f"{TITLE} | Port Gazette",
    "Skip to content",
    "Home",
    "Markets",
    "Shipping",
    "Opinion",
    "Sign in",
    "Subscribe for $1 a week",
    TITLE,
    "By Tom Ekberg",
    "March 4, 2026 3 min read",
    "Share",
    "Facebook",
    "Copy link",
]
LIST = [
    "Most Read",
    "Port of Oslo Raises Fees by 12% as Cruise Season Opens",
    "Dockworkers Win $400 Million in Back Pay",
    "Five Ships to Watch This Summer",
]
BELOW = [
    "Related Stories",
    "Tanker Rates Fall 30% in a Week",
    "Why Ferries Are Back",
    "Comments",
    "Newsletter",
    "Terms of use",
    "Privacy policy",
    "Copyright 2026 Port Gazette. All rights reserved.",
    "HBL Harbour Lines 44.10 +2.69 (+6.50%)",
    "NOR Nordic Freight 12.31 -0.20 (-1.60%)",
]
DUMP = "\n".join([*ABOVE, BODY[0], *LIST, *BODY[1:], *BELOW])


FACTS = ["Ships: 12", "Price: $2.4 billion", "First delivery: 2028", "Last delivery: 2031"]
PORTS = [
    (
        "The ministry of transport said on Monday that freight volumes through the country's ports"
        " had fallen for a third month."
    ),
    (
        "Officials blamed a strike by crane operators, which ended in late May after the union"
        " accepted an offer."
    ),
    (
        "Economists at a regional bank expect volumes to recover by autumn, although they warn that"
        " costs will stay high."
    ),
    (
        "The government plans to spend 120 million euros on new cranes, a figure that the"
        " opposition calls too small."
    ),
]
SMALL_MENUS = [
    (["Home", "News", "Sport"], ["Contact us", "Privacy policy"]),
    (["Home", "Politics", "Business"], ["Terms of use", "© 2026 The Gazette"]),
    (["Menu", "Search", "Sign in"], ["About", "Careers"]),
]


def _clean(content: str | bytes, **options: object) -> Article:
    return clean(Document("a.txt", content, "a", **options))


def _check_map(article: Article) -> None:
    """Every sign of the raw text is either in a segment or removed, and both say so truly."""
    pieces = [article.raw[s.raw_start : s.raw_start + s.length] for s in article.segments]
    assert "".join(pieces) == article.text
    covered = [(s.raw_start, s.raw_start + s.length) for s in article.segments]
    covered += [(r.start, r.end) for r in article.removed]
    position = 0
    for start, end in sorted(covered):
        assert start == position
        position = end
    assert position == len(article.raw) == article.raw_chars
    assert article.clean_chars == len(article.text)
    for start, end in article.sentences:
        found = to_raw(article, start, end)
        assert found is not None
        assert article.raw[found.start] == article.text[start]
        assert article.raw[found.end - 1] == article.text[end - 1]


def _check_line(error: InputError) -> None:
    assert "\n" not in str(error)


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose 5% to $3 million.",
        "HARBOUR LINES Q3 PROFIT UP 5% TO $3 MLN\nSHARES RISE 2% AFTER RESULTS",
        "Ferry order grows\n\nHarbour Lines said on Tuesday that it would buy twelve ferries.",
        "\n\n".join(BODY),
        "\n".join(BODY) + "\n",
        "\n\n".join([TITLE, *BODY]),
        "\n\n".join([TITLE, "By Tom Ekberg", "March 4, 2026", *BODY]),
        "\n".join([*BODY[:2], "What happens next", *BODY[2:]]),
        "\n".join([*BODY[:2], "The order in figures", *FACTS, *BODY[2:]]),
        "\r\n".join(BODY),
        "营收增长百分之九，达到五十三亿美元。",
        "新造船を発注\n\n同社は火曜日、新しい船12隻を24億ドルで発注した。\n\n背景\n\n旅客数は18%増えた。",
        "Reederei bestellt Fähren\n\nDie Reederei hat zwölf Fähren bestellt.\n\nDie Aktie stieg.",
        "La naviera anunció el martes un pedido.\n\n¿Por qué?\n\nLas acciones subieron un 6,5 %.",
        (
            "The harbour sleeps beneath the moon\nand every rope lies still,\n"
            "the gulls have gone to dream of June\nbehind the northern hill.\n\n"
            "A lamp is lit, a door is closed,\nthe tide comes in alone,"
        ),
        "Q: Why now?\nA: Yards have room.\nQ: What does it cost?\nA: About $2.4 billion, she says.",
        (
            "Results\n\nThe line published its results for the third quarter on Monday.\n\n"
            "Item | 2025 | 2024\nRevenue | 1,204 | 1,090\nNet profit | 150 | 121"
        ),
        (
            "Third quarter\n\nRevenue: $1.2 billion (+10%)\nOperating profit: $212 million (+18%)\n"
            "Passengers: 3.4 million\n\nThe company confirmed its outlook for the whole year."
        ),
    ],
    ids=[
        "a sentence",
        "a wire flash",
        "headline and sentence",
        "paragraphs",
        "lines",
        "headline and paragraphs",
        "headline, byline, date and paragraphs",
        "a short heading inside",
        "a list inside",
        "Windows line breaks",
        "Chinese",
        "Japanese with headings",
        "German with a headline",
        "Spanish with a question",
        "a poem",
        "an interview",
        "a table",
        "rows of figures",
    ],
)
def test_a_clean_text_comes_through_unchanged(text: str) -> None:
    article = _clean(text)
    assert article.text == text
    assert article.removed == ()
    assert article.uncertain == ()
    _check_map(article)


def test_only_the_article_of_a_dump_is_left() -> None:
    article = _clean(DUMP)
    assert article.text == "\n".join(BODY)
    assert article.title == TITLE
    assert article.byline == "Tom Ekberg"
    assert article.published == date(2026, 3, 4)
    assert article.language == "en"
    _check_map(article)


@pytest.mark.parametrize("body", [BODY, PORTS], ids=["ferries", "ports"])
@pytest.mark.parametrize(("menu", "footer"), SMALL_MENUS, ids=["home", "legal", "login"])
@pytest.mark.parametrize("width", [None, 72, 90], ids=["whole lines", "72 columns", "90 columns"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["lines", "blank lines"])
def test_paragraphs_between_a_small_menu_and_a_footer_all_stay_however_they_are_wrapped(
    body: list[str], menu: list[str], footer: list[str], width: int | None, gap: str
) -> None:
    paragraphs = [fill(p, width) for p in body] if width else body
    article = _clean("\n".join([*menu, gap.join(paragraphs), *footer]))
    assert article.text == gap.join(paragraphs)
    assert article.uncertain == ()


def test_a_long_line_in_a_wrapped_text_does_not_hide_that_it_is_wrapped() -> None:
    notice = "This text was sent to you by the Port Gazette, whose readers get it every day. " * 2
    wrapped = "\n".join(fill(p, 72) for p in (*BODY, *PORTS))
    lines = text_lines(f"{notice}\n{wrapped}")
    assert len(lines) == 1 + len(BODY) + len(PORTS)


def test_a_news_flash_with_little_around_it_is_an_article() -> None:
    flash = "Harbour Lines fell 3% on Monday.\nIt cut its outlook to $2 billion."
    assert _clean(f"{flash}\nRead more\nSubscribe").text == flash


def test_the_headline_of_a_clean_text_is_its_title_and_stays() -> None:
    article = _clean("\n\n".join([TITLE, *BODY]))
    assert article.title == TITLE
    assert article.text.startswith(TITLE)


def test_what_was_removed_is_listed_with_the_reason() -> None:
    article = _clean(DUMP)
    reasons = {article.raw[r.start : r.end].strip(): r.reason for r in article.removed}
    assert reasons["\n".join(LIST)] == "most_read"
    assert reasons["By Tom Ekberg"] == "byline"
    assert any("Nordic" in text and reason == "ticker" for text, reason in reasons.items())


def test_a_sign_off_behind_the_last_sentence_is_cut_off() -> None:
    tail = " Write to Tom Ekberg at tom@portgazette.example Most Read from The Port Gazette"
    article = _clean("\n".join([*ABOVE, *BODY[:-1], BODY[-1] + tail, *LIST[1:], *BELOW]))
    assert article.text == "\n".join(BODY)
    assert any(r.reason == "sign_off" for r in article.removed)


def test_a_promotion_above_the_headline_goes() -> None:
    promotion = [
        "🎉 Win a cruise for two! 🎉",
        "Post a holiday picture in our club with the campaign tag and win one of 200 vouchers!",
        "Campaign period: May 2, 2026 to May 9, 2026",
        "👉 https://club.example.com/announcements/47290",
        "Bonus round: collect stamps",
        "👉 https://club.example.com/announcements/47291",
    ]
    article = _clean("\n".join([*promotion, TITLE, *BODY]))
    assert article.text == "\n".join(BODY)
    assert article.title == TITLE


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("\n".join(["Home", "News", "Sport", "Business", "Travel", "Weather", "More"] * 9), "nav"),
        ("Log in\nUsername\nPassword\nRemember me\nForgot password?\nSign up", "login"),
        ("Log in to your account\nEmail address\nPassword\nForgot your password?", "login"),
        ("Home\nNews\nWe use cookies to improve the site.\nAccept all\nReject all", "cookie"),
        ("<html><body><nav><a>Home</a><br><a>News</a></nav></body></html>", "nav"),
        ("<html><head><title>x</title></head><body></body></html>", "no visible text"),
        ("Menu", "nav"),
        ("   \n", "empty"),
        ("", "empty"),
    ],
)
def test_a_page_without_an_article_is_an_error_that_says_what_was_found(
    text: str, found: str
) -> None:
    with pytest.raises(NoArticleError, match=found) as caught:
        _clean(text)
    assert caught.value.subject == "a.txt"


def test_binary_content_is_refused() -> None:
    with pytest.raises(DecodeError, match="a PDF"):
        _clean(b"%PDF-1.4")


def test_a_raw_document_is_not_touched() -> None:
    text = f"Home\r\n{TITLE} cafe\u0301 Â£5\n<b>x</b> "
    article = _clean(text, raw=True)
    assert article.text == article.raw == text
    _check_map(article)


def test_what_a_line_of_jsonl_says_goes_before_the_page() -> None:
    article = _clean(
        DUMP, title="Given", published="2026-01-02", language="de", url="https://www.port.example/x"
    )
    assert (article.title, article.published) == ("Given", date(2026, 1, 2))
    assert (article.language, article.site) == ("de", "port.example")


def test_the_encoding_and_a_guess_are_told() -> None:
    article = _clean("\n".join(BODY).encode("cp1252"))
    assert article.encoding == "cp1252"
    assert article.warnings == ("encoding guessed: cp1252",)
    assert article.text == "\n".join(BODY)


def test_an_uncertain_line_is_a_part_of_the_text_and_is_warned_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from summarizer.articles.dump import cleaner

    line = "Order value: $2.4 billion"
    second_look = cleaner.second_look

    def doubting(shapes: list, *rest: object) -> list[float]:
        scores = second_look(shapes, *rest)
        return [
            -0.5 if s.words == 4 and s.end == 0 and s.beginning == 0 and "value" in s.keys else x
            for s, x in zip(shapes, scores, strict=True)
        ]

    monkeypatch.setattr(cleaner, "second_look", doubting)
    monkeypatch.setattr(cleaner, "smooth", lambda scores, change: [s > 0 for s in scores])
    article = _clean("\n".join([*ABOVE, *BODY[:2], line, *BODY[2:], *BELOW]))
    assert [article.text[a:b] for a, b in article.uncertain] == [line]
    assert article.warnings == ("1 line with a figure kept that may not be the article's",)


def test_markdown_loses_its_signs_and_keeps_its_offsets() -> None:
    links = "\n".join(f"* [{line}](https://example.com/{i})" for i, line in enumerate(ABOVE[1:8]))
    body = BODY[0].replace("$2.4 billion", "**$2.4 billion**")
    article = _clean(f"{links}\n\n# {TITLE}\n\n{body}\n\n" + "\n\n".join(BODY[1:]))
    assert [line for line in article.text.split("\n") if line] == BODY
    _check_map(article)


_MARKUP = "# a\n**b** [c](d)\n"


@pytest.mark.parametrize(
    "text",
    [
        ". " * 300_000 + BODY[0],
        " ".join(BODY * 300),
        "\n" * 30_000 + BODY[0],
        _MARKUP + " " * 300_000 + BODY[0],
        _MARKUP + "> " * 100_000 + BODY[0],
        _MARKUP + "- " * 100_000 + BODY[0],
        _MARKUP + "|---" * 60_000 + "\n" + BODY[0],
        _MARKUP + "[" * 60_000 + "\n" + BODY[0],
        _MARKUP + "](" * 60_000 + "\n" + BODY[0],
        _MARKUP + "\n".join("  " * depth + "- x" for depth in range(400)) + "\n" + BODY[0],
    ],
    ids=[
        "full stops",
        "one long line",
        "empty lines",
        "spaces",
        "nested quotes",
        "dashes",
        "a rule of a table",
        "open brackets",
        "empty links",
        "nested lists",
    ],
)
def test_a_monstrous_text_is_read_to_its_end(text: str) -> None:
    """Steps that grow with the square of the length would not come to an end here."""
    assert BODY[0][-60:] in _clean(text).text


def test_equal_lines_all_stay() -> None:
    text = "\n".join([BODY[0]] * 3_000)
    assert _clean(text).text == text


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("| a | b |\n|---|:--:|\n| 1 | 2 |", ["|---|:--:|"]),
        ("a\n| --- | ---\nb", ["| --- | ---"]),
        ("* * *\n - - -\n___", ["* * *", " - - -", "___"]),
        ("> > - # x", ["> > - # "]),
        ("It fell -5 to 3 - 2 units", []),
    ],
    ids=["a table's rule", "an open rule", "rules", "nested signs", "figures"],
)
def test_only_the_signs_of_markdown_are_markup(text: str, markup: list[str]) -> None:
    assert [text[cut.start : cut.end] for cut in markup_cuts(text)] == markup


@pytest.mark.parametrize(
    "text",
    ["**a** " * 150_000, "[a](b) " * 210_000, "_a_ " * 150_000],
    ids=["strong", "links", "emphasis"],
)
def test_a_text_of_nothing_but_markup_is_not_read_as_markdown(text: str) -> None:
    assert markup_cuts(text) == []


_LINES = st.lists(
    st.sampled_from([*ABOVE, *BODY, *LIST, *BELOW, "", "* * *", "[a](b)", "<p>x</p>", "1 | 2"])
    | st.text(max_size=30),
    max_size=40,
)


@settings(max_examples=150, deadline=None)
@given(_LINES.map("\n".join) | st.text() | st.binary(max_size=60))
def test_any_input_gives_an_article_with_a_true_map_or_one_clear_error(
    content: str | bytes,
) -> None:
    try:
        article = _clean(content)
    except InputError as error:
        _check_line(error)
    else:
        _check_map(article)
        assert article.text.strip()


@settings(max_examples=60, deadline=None)
@given(_LINES.map("</p><p>".join), st.sampled_from([None, "html", "markdown"]))
def test_any_html_gives_an_article_with_a_true_map_or_one_clear_error(
    text: str, hint: str | None
) -> None:
    try:
        article = _clean(f"<html><body><p>{text}</p><sup>2</sup>", hint=hint)
    except InputError as error:
        _check_line(error)
    else:
        _check_map(article)


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4)), max_size=8),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=5),
)
def test_an_uncertain_span_covers_what_is_left_of_it_and_no_more(
    gaps: list[tuple[int, int]], spans: list[tuple[int, int]]
) -> None:
    segments, raw, length = [], 0, 0
    for gap, size in gaps:
        segments.append(Segment(start=length, raw_start=raw + gap, length=size))
        raw, length = raw + gap + size, length + size
    kept = {s.raw_start + k: s.start + k for s in segments for k in range(s.length)}
    wanted = []
    for start, size in spans:
        left = [kept[at] for at in range(start, start + size) if at in kept]
        wanted += [Span(left[0], left[-1] + 1)] if left else []
    raw_spans = tuple(Span(start, start + size) for start, size in spans)
    assert list(_inside(tuple(segments), raw_spans)) == wanted


def test_many_uncertain_lines_in_many_segments_are_found_by_look_up() -> None:
    reads = 0

    class Counted(NamedTuple):
        start: int
        begin: int
        length: int

        @property
        def raw_start(self) -> int:
            nonlocal reads
            reads += 1
            return self.begin

    segments = tuple(Counted(n, 2 * n, 1) for n in range(2000))
    assert len(_inside(segments, tuple(Span(2 * n, 2 * n + 1) for n in range(2000)))) == 2000
    assert reads < 2000 * 10
