"""However a text is made, twice of it is about twice the work: no input makes a check slow."""

import sys

import pytest

from summarizer.articles import Document, clean, split_sentences
from summarizer.grounding import Source, check_numbers, ground
from summarizer.grounding.spans import Spans
from summarizer.grounding.times import compared_years
from summarizer.models import Draft, DraftFigure, DraftPoint
from summarizer.pipeline import Summarizer
from summarizer.quantities import scanner

REPEATED = {
    "digits": "7", "commas": ",", "grouped digits": "1,", "scales": "million ", "dollars": "$",
    "brackets": "([", "spaced digits": "1 ", "shares of": "5% of ", "and": "and ", "dots": ". ",
    "quotes": '"', "han": "三千万", "dates": "on May 5, 2024 ", "years": "2024 ",
    "sums": "It paid $5 million. ", "clauses": "sales rose 5%, ", "names": "Acme Beta ",
    "list numbers": "1. x\n", "amounts apart": "$5 million\n",
}  # fmt: skip
ARTICLE = "Acme sales rose 5% to $3 million in 2024. The firm said that profit fell 2%."


def article_of(text):
    return clean(Document("d", text.encode(), "text", "text", raw=True))


def work(function, *arguments) -> int:
    """The number of calls that a call makes."""
    calls = 0

    def count(frame: object, event: str, arg: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        function(*arguments)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("unit", REPEATED.values(), ids=REPEATED)
def test_a_summary_twice_as_long_is_checked_in_at_most_about_twice_the_work(unit):
    source = Source(article_of(ARTICLE))
    once, twice = (work(check_numbers, unit * (n // len(unit)), source) for n in (1_500, 3_000))
    assert twice <= 2.8 * once + 5_000


# What is nothing but figures costs the same from one full sentence on, and that is a lot to count.
PLAIN = {
    k: unit for k, unit in REPEATED.items() if k not in {"spaced digits", "shares of", "clauses"}
}


@pytest.mark.parametrize("unit", PLAIN.values(), ids=PLAIN)
def test_an_article_twice_as_long_is_summarized_in_at_most_about_twice_the_work(unit):
    with Summarizer("rules") as summarizer:
        texts = [unit * (n // len(unit)) for n in (5_000, 10_000)]
        summarizer.summarize(article_of(unit * 30))
        once, twice = (work(summarizer.summarize, article_of(text)) for text in texts)
    assert twice <= 2.4 * once + 20_000


@pytest.mark.parametrize("unit", REPEATED.values(), ids=REPEATED)
def test_a_text_twice_as_long_is_split_into_sentences_in_at_most_about_twice_the_work(unit):
    once, twice = (work(split_sentences, unit * (n // len(unit))) for n in (4_000, 8_000))
    assert twice <= 2.4 * once + 300


def test_an_amount_is_found_among_very_many_others():
    text = " ".join(f"Plant {n} made {n}.5 million litres." for n in range(1, 1500))
    source = Source(article_of(text))
    [near, far] = check_numbers("Plants made 777.5 million litres and 9,999 million.", source)
    assert (near.status, far.status) == ("verified", "unsupported")


def test_a_word_is_found_behind_a_run_that_only_begins_like_it():
    source = Source(article_of(f"{'7' * 500} and 1{',1' * 500} and then 777 and 1,1."))
    assert source.says("777")
    assert not source.says("7777")
    assert source.locate("and 1,1") is not None
    assert source.locate("1,1,1") is None


@pytest.mark.parametrize(
    ("asked", "met"),
    [((0, 2), False), ((0, 3), True), ((4, 5), True), ((9, 10), False), ((19, 22), True),
     ((12, 13), True), ((30, 31), False)],
)  # fmt: skip
def test_spans_meet_what_shares_a_place_with_one_of_them(asked, met):
    assert Spans([(10, 20), (2, 5), (11, 12), (21, 23)]).meet(*asked) is met


def test_an_article_is_scanned_once_for_all_its_figures_and_all_that_is_said_of_them(monkeypatch):
    text = " ".join(f"Plant {n} made {n}.5 million litres, {n + 3}% more." for n in range(1, 9))
    figures = tuple(
        DraftFigure(quote=f"{n}.5 million litres", amount=f"{n}.5 million litres", metric="output")
        for n in range(1, 9)
    )
    points = tuple(DraftPoint(text=f"Plant {n} made {n}.5 million litres.") for n in (2, 3))
    draft = Draft(headline=text[:40], summary=text, key_points=points, figures=figures)
    article, scanned = article_of(f"It began in May. {text}"), []
    real = scanner.tokenise

    def counted(scan_of, *arguments, **options):
        scanned.append(scan_of)
        return real(scan_of, *arguments, **options)

    monkeypatch.setattr(scanner, "tokenise", counted)
    with Summarizer("rules") as summarizer:
        ground(draft, Source(article))
        summarizer.summarize(article)
    assert len(ground(draft, Source(article)).figures) == 8
    assert scanned.count(article.text) == 1


def test_no_calendar_is_read_where_no_year_is_claimed():
    source = Source(article_of(ARTICLE))
    claim = DraftFigure(quote="sales rose 5%", amount="5%", metric="sales", entity="Acme")
    ground(Draft(headline="", summary="", key_points=(), figures=(claim,)), source)
    assert "calendar" not in vars(source)


def test_what_a_year_is_compared_with_is_looked_for_right_before_it_alone():
    far = f"more than in the first quarter of 2023{'. Sales rose' * 500} in 2024"
    assert compared_years(far) == {"2023"}
