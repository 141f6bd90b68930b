"""The evals' pages: self-contained, escaped, and every figure of a run in its place."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from importlib.resources import files

import evals_pages as sample
import pytest

from summarizer.errors import GoldenError
from summarizer.evals.scorecard import make_scorecard
from summarizer.reports.evals_html import comparison_html, run_html
from summarizer.reports.evals_html_figures import lines_of
from summarizer.reports.evals_html_plots import error_bars, field_dots, pairs, strata
from summarizer.reports.evals_html_text import pieces
from summarizer.reports.wording import printable

VOID = {"meta", "br", "input"}
DRAWN = {"line", "circle", "rect"}


class Node:
    """An element with its attributes, its children and its text."""

    def __init__(self, tag, attributes, parent):
        self.tag, self.attributes, self.parent = tag, attributes, parent
        self.children: list[Node | str] = []

    def all(self, tag=None, **wanted):
        found = []
        for child in self.children:
            if isinstance(child, Node):
                names = (child.attributes.get("class") or "").split()
                if (tag is None or child.tag == tag) and all(
                    value in names if key == "cls" else child.attributes.get(key) == value
                    for key, value in wanted.items()
                ):
                    found.append(child)
                found += child.all(tag, **wanted)
        return found

    @property
    def text(self):
        return "".join(c if isinstance(c, str) else c.text for c in self.children)

    @property
    def words(self):
        return " ".join(self.text.split())


class Reader(HTMLParser):
    """Reads a page into nodes, and checks that its tags are balanced."""

    def __init__(self, page):
        super().__init__()
        self.at = self.root = Node("root", {}, None)
        self.feed(page)
        self.close()
        assert self.at is self.root

    def handle_starttag(self, tag, attributes):
        node = Node(tag, dict(attributes), self.at)
        assert len(node.attributes) == len(attributes)
        self.at.children.append(node)
        if tag not in VOID:
            self.at = node

    def handle_startendtag(self, tag, attributes):
        assert tag in DRAWN
        self.at.children.append(Node(tag, dict(attributes), self.at))

    def handle_endtag(self, tag):
        assert self.at.tag == tag
        self.at = self.at.parent

    def handle_data(self, data):
        self.at.children.append(data)


def read(page):
    return Reader(page).root


@pytest.fixture(scope="module")
def run_page():
    return run_html(sample.run_a())


@pytest.fixture(scope="module")
def both_page():
    return comparison_html(sample.run_a(), sample.run_b())


@pytest.fixture(params=["run", "comparison"])
def page(request, run_page, both_page):
    return run_page if request.param == "run" else both_page


def test_a_page_loads_nothing_and_runs_only_its_own_script(page):
    root = read(page)
    every = root.all()
    assert not {e.tag for e in every} & {"link", "img", "iframe", "object", "base", "image", "use"}
    assert not [e for e in every if {"src", "style", "srcset"} & e.attributes.keys()]
    assert not [e for e in every if any(name.startswith("on") for name in e.attributes)]
    assert len(root.all("script")) == 1
    policy = root.all("meta", **{"http-equiv": "Content-Security-Policy"})[0].attributes["content"]
    assert policy.startswith("default-src 'none'")
    for name in ("style", "script"):
        (body,) = root.all(name)
        digest = base64.b64encode(hashlib.sha256(body.text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert not re.search(r"(?:href|url\()\s*=?\s*[\"']?(?!#)\w+:", page)


def test_nothing_of_an_article_or_an_answer_becomes_markup(page):
    root = read(page)
    (lost,) = [c for c in root.all("details", cls="case") if "macro-lost" in c.words]
    assert f"No answer: the answer is no JSON: {sample.EVIL}" in lost.words
    (home,) = [c for c in root.all("details", cls="case") if "legal-markup" in c.words]
    (text,) = home.all("div", cls="text")
    assert sample.EVIL in text.text
    assert f"fee {sample.EVIL}" in home.all("li")[0].words


def test_marks_that_reorder_text_are_dropped(page):
    assert sample.BIDI in sample.MARKUP
    assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", page)
    assert 'dir="auto"' in page


def test_every_id_is_one_and_every_link_leads_somewhere(page):
    root = read(page)
    ids = [e.attributes["id"] for e in root.all() if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    links = {e.attributes["href"] for e in root.all("a")}
    assert {link.removeprefix("#") for link in links} <= set(ids)
    assert {e.attributes["aria-labelledby"] for e in root.all("section")
            if "aria-labelledby" in e.attributes} <= set(ids)  # fmt: skip


def table(page):
    root = read(page)
    body = root.all("table", id="table")[0].all("tbody")[0]
    return [[cell.words for cell in row.children if not isinstance(cell, str)]
            for row in body.all("tr")]  # fmt: skip


def test_every_figure_of_a_run_has_a_line_with_verdict_class_and_reason(run_page):
    rows = [(case, expected, reported, verdict, kind)
            for case, _, _, expected, reported, verdict, kind, _ in table(run_page)]  # fmt: skip
    assert rows == [
        ("earnings-larchwood revenue", "$1.24 billion ↑", "$1.24 billion ↑", "✓ right", "right"),
        ("earnings-larchwood profit", "$96 million ↓", "$960 million ↓", "✗ wrong amount",
         "power of ten 10 times too much: 960000000 USD, expected 96000000 USD"),
        ("earnings-larchwood mill", "up to $300 million", "up to $300 million", "≠ wrong label",
         "basis 'stated', expected 'forecast'"),
        ("earnings-larchwood hires", "450 people", "–", "○ missed", "missed"),
        ("earnings-larchwood", "–", "$2.7 billion", "+ extra",
         "spurious the article states it, and it is not among the expected figures"),
        ("earnings-larchwood", "–", "$7", "+ extra",
         "invented the article does not state this amount"),
        ("legal-markup fee", "$12", "$12", "✓ right", "right"),
        ("legal-markup fine", "$30", "–", "○ missed", "missed"),
        ("macro-lost orders", "3.5% ↑", "–", "○ missed", "missed no answer"),
        ("property-quiet flats", "9 flats", "9 flats", "✓ right", "right"),
        ("property-quiet price", "£4 million", "£4 million", "✓ right", "right"),
    ]  # fmt: skip


def test_a_comparison_says_what_changed_of_every_figure(both_page):
    rows = [(row[0], row[3], row[6]) for row in table(both_page)]
    assert rows == [
        ("earnings-larchwood revenue", "$1.24 billion ↑", "same"),
        ("earnings-larchwood profit", "$96 million ↓", "better"),
        ("earnings-larchwood mill", "up to $300 million", "worse"),
        ("earnings-larchwood hires", "450 people", "same"),
        ("earnings-larchwood", "–", "same"),
        ("earnings-larchwood", "–", "better"),
        ("legal-markup fee", "$12", "same"),
        ("legal-markup fine", "$30", "another fault"),
        ("macro-lost orders", "3.5% ↑", "better"),
        ("property-quiet flats", "9 flats", "same"),
        ("property-quiet price", "£4 million", "same"),
    ]


def test_the_lines_add_up_to_the_scorecard():
    run = sample.run_a()
    told = [line.told[0].error for case in lines_of([run]) for line in case.lines]
    counts = {name: rate.count for name, rate in make_scorecard(run).errors.items()}
    assert {name: told.count(name) for name in counts} == counts


def test_figures_are_marked_where_they_stand():
    case = lines_of([sample.run_a()])[0]
    parts = pieces(case)
    assert "".join(part.text for part in parts) == printable(sample.LARCH).replace("\n", "\n\n")
    assert [(part.text, part.look, [spot.label for spot in part.ends]) for part in parts
            if part.look] == [
        ("$1.24 billion", "right", ["1✓"]),
        ("Net profit", "extra", ["6+"]),
        ("$96 million", "amount", ["2✗"]),
        ("$2.7 billion", "extra", ["5+"]),
        ("up to $300 million", "label", ["3≠"]),
        ("450 people", "missing", ["4○"]),
    ]  # fmt: skip


def test_a_comparison_marks_what_each_run_says():
    case = lines_of([sample.run_a(), sample.run_b()])[0]
    labels = [spot.label for part in pieces(case) for spot in part.ends]
    assert labels == ["1✓✓", "6+·", "2✗✓", "5++", "3≠○", "4○○"]


def test_a_figure_that_was_read_elsewhere_is_marked_there_too():
    text = "Sales were $5 million. Larchwood Mills had sales of $4 million in May."
    labels = {"metric": "sales", "entity": "Larchwood Mills", "period": "May"}
    one = sample.case(
        "earnings-two", text,
        [sample.expected("sales", "had sales of $4 million", "$4 million", "4000000", **labels)],
        subject="earnings",
    )  # fmt: skip
    wrong = sample.reported(text, "$5 million", "5000000", **labels)
    golden = type(sample.GOLDEN)((one,))
    run = sample.scored("elsewhere", [sample.row(one.id, [wrong], text=text)], golden=golden)
    marks = [(p.text, p.look, p.ends[0].label) for p in pieces(lines_of([run])[0]) if p.look]
    assert marks == [("$5 million", "elsewhere", "1←"), ("$4 million", "amount", "1✗")]


def test_a_figure_that_is_reported_twice_has_two_lines():
    run = sample.scored("twice", [sample.row("property-quiet", [sample.FLATS] * 3)])
    lines = lines_of([run])[3].lines
    assert [line.told[0].error for line in lines] == ["right", "missed", "duplicate", "duplicate"]


def test_of_several_repeats_the_commonest_class_counts_and_all_are_told():
    lines = lines_of([sample.run_repeated()])[0].lines
    assert [line.told[0].tally for line in lines] == [
        (("right", 3),),
        (("power_of_ten", 2), ("right", 1)),
        (("missed", 3),),
        (("missed", 3),),
        (("spurious", 1),),
    ]
    root = read(run_html(sample.run_repeated()))
    said = [li.words for li in root.all("details", id="c1")[0].all("li")]
    assert "power of ten in 2, right in 1 of 3 repeats" in said[1]
    assert "spurious in 1 of 3 repeats" in said[4]
    lost = root.all("details", id="c3")[0].words
    assert "No answer: repeat 1: no answer came" in lost
    assert root.all("tr", **{"data-class": "power_of_ten right"})


def test_an_article_without_an_answer_shows_its_figures_and_no_text(run_page):
    case = read(run_page).all("details", id="c3")[0]
    assert not case.all("div", cls="text")
    assert "3.5% ↑ orders orders ○ missed: no answer" in case.words
    assert "“orders rose 3.5% in May”" in case.words


def test_a_quote_that_cleaning_lost_is_said_to_be_lost():
    run = sample.scored("cut", [sample.row("property-quiet", text="Pell Quay.")])
    case = read(run_html(run)).all("details", id="c4")[0]
    assert "not in the cleaned article" in case.words


def test_an_article_that_was_cleaned_in_another_way_is_marked_for_one_run_and_says_so():
    cut = sample.LARCH.replace("on Tuesday ", "")
    found = sample.reported(cut, "$1.24 billion", "1240000000", direction="up")
    other = sample.scored("other", [sample.row("earnings-larchwood", [found], text=cut)])
    case = read(comparison_html(sample.run_a(), other)).all("details", id="c1")[0]
    assert "The cleaned article is another one in B" in case.words
    (text,) = case.all("div", cls="text")
    assert "on Tuesday" in text.text
    assert text.all("mark")[0].text == "$1.24 billion"


def test_bars_are_as_long_as_their_counts():
    bars = error_bars([make_scorecard(sample.run_a()), make_scorecard(sample.run_b())])
    assert [(bar.label, bar.ends, bar.values) for bar in bars] == [
        ("power of ten", ("33.33%", "0.00%"), ("1", "0")),
        ("digits", ("0.00%", "33.33%"), ("0", "1")),
        ("basis", ("33.33%", "0.00%"), ("1", "0")),
        ("missed", ("100.00%", "66.67%"), ("3", "2")),
        ("invented", ("33.33%", "0.00%"), ("1", "0")),
        ("spurious", ("33.33%", "33.33%"), ("1", "1")),
    ]


def test_strata_are_drawn_at_their_accuracy_the_worst_first():
    card = make_scorecard(sample.run_a())
    found = {part.name: part for part in strata([card])}
    rows = [(row.label, row.dots[0].at, row.dots[0].second, row.detail)
            for row in found["subject"].rows]  # fmt: skip
    assert rows == [
        ("macro", "0.00%", "0.00%", "0 of 1, 1 article"),
        ("earnings", "50.00%", "25.00%", "2 of 4, 1 article"),
        ("legal", "50.00%", "50.00%", "1 of 2, 1 article"),
        ("property", "100.00%", "100.00%", "2 of 2, 1 article"),
    ]
    for row in found["subject"].rows:
        low, at, high = (float(x.rstrip("%")) for x in (row.dots[0].low, row.dots[0].at,
                                                        row.dots[0].high))  # fmt: skip
        assert 0 <= low <= at <= high <= 100
        assert high - low > 20
    assert "style" not in found


def test_a_field_that_was_never_scored_has_no_dot():
    run = sample.scored("lost", [])
    assert all(row.dots == (None,) for row in field_dots([make_scorecard(run)]))
    assert "No answer: not asked" in read(run_html(run)).words


def test_pairs_show_the_articles_that_differ_the_best_change_first():
    found = pairs(lines_of([sample.run_a(), sample.run_b()]))
    assert found.same == 3
    assert [(row.label, row.a, row.b, row.change, row.value) for row in found.rows] == [
        ("macro-lost", "0.00%", "100.00%", "better", "0 → 1 of 1"),
    ]
    back = pairs(lines_of([sample.run_b(), sample.run_a()]))
    assert [(row.a, row.b, row.change) for row in back.rows] == [("100.00%", "0.00%", "worse")]


def test_every_drawing_is_hidden_from_readers_and_told_in_words_beside_it(page):
    plots = read(page).all("table", cls="plot")
    assert len(plots) >= 5
    for plot in plots:
        for row in plot.all("tbody")[0].all("tr"):
            head, drawing, told = (c for c in row.children if not isinstance(c, str))
            assert head.tag == "th"
            assert head.words
            assert drawing.attributes["aria-hidden"] == "true"
            assert re.search(r"\d|–", told.words)


def test_a_page_says_who_ran_on_what(run_page):
    words = read(run_page).words
    for part in (
        "openai/some-model",
        "summarize@1",
        "ab" * 32,
        sample.GOLDEN.sha256(),
        "4 March 2026, 05:06 UTC",
        "4 articles, 9 figures · both splits · golden set",
    ):
        assert part in words


def test_a_run_is_told_in_plain_words(run_page):
    assert (
        "Of 9 expected figures, 5 came out with the right amount (55.6%); 1 of these has a wrong "
        "label. 1 amount is wrong, 3 figures are missed, and 2 are extra (1 invented, 1 spurious)."
    ) in read(run_page).words
    assert "3 of 4 articles have an answer; the figures of the others count as missed." in run_page


def test_a_comparison_gives_the_answer_first(both_page):
    words = read(both_page).words
    assert words.index("Cannot tell") < words.index("Scorecard")
    assert "1 article better in B, 0 worse, 3 the same" in words


def test_two_runs_on_different_cases_make_no_page():
    with pytest.raises(GoldenError, match="different golden cases"):
        comparison_html(sample.run_a(), sample.many(1))


def test_without_script_all_is_there_and_no_control_is(page):
    root = read(page)
    assert "hidden" in root.all("form", id="filters")[0].attributes
    assert "hidden" in root.all("p", id="folding")[0].attributes
    assert not [row for row in root.all("tr") if "hidden" in row.attributes]
    assert not root.all("table", id="table")[0].all("button")
    assert all(case.all("summary") for case in root.all("details", cls="case"))


@pytest.mark.parametrize("make", [run_html, lambda run: comparison_html(run, run)],
                         ids=["run", "comparison"])  # fmt: skip
def test_a_page_of_a_thousand_figures_is_under_two_megabytes(make):
    few, more = (len(make(sample.many(number)).encode()) for number in (1, 21))
    each = (more - few) / (20 * 8)
    assert few + 1000 * each < 2_000_000


def colours(style):
    """The colours of a style sheet, for light and for dark."""
    light, dark = {}, {}
    for sheet in style:
        blocks = re.findall(r":root \{(.*?)\}", sheet, re.DOTALL)
        for found, block in zip((light, dark), blocks, strict=True):
            found.update(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))
    return light, dark


def luminance(colour):
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "card"])
@pytest.mark.parametrize(
    "name", ["right", "label", "amount-off", "missing", "extra", "soft", "ink", "link", "bad"]
)
def test_words_in_colour_stand_out_from_their_ground(scheme, ground, name):
    folder = files("summarizer.reports").joinpath("templates")
    style = [folder.joinpath(one).read_text(encoding="utf-8") for one in ("page.css", "evals.css")]
    found = colours(style)[scheme]
    assert contrast(found[name], found[ground]) >= 4.5
