"""The evals' pages in a real browser: filters, sorting, opening a case, keyboard, and no leaks.

Skipped where playwright or a Chromium of the system is missing.
"""

from __future__ import annotations

import re
import shutil

import evals_pages as sample
import pytest

from summarizer.reports.evals_html import comparison_html, run_html

playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")
ARGS = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
]  # fmt: skip


@pytest.fixture(scope="module")
def browser():
    playwright.expect.set_options(timeout=15_000)
    with playwright.sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    pages = {
        "run": run_html(sample.run_a()),
        "both": comparison_html(sample.run_a(), sample.run_b()),
        "many": run_html(sample.many(25)),
    }
    for name, page in pages.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return folder


class Heard:
    """What a page said on the console, and what it asked for."""

    def __init__(self, page):
        self.faults, self.asked = [], []
        page.set_default_timeout(15_000)
        page.on("console", lambda message: self.faults.append(message.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))


@pytest.fixture(scope="module")
def window(browser):
    page = browser.new_context(viewport={"width": 1200, "height": 800}).new_page()
    return page, Heard(page)


@pytest.fixture
def visit(window, files):
    """Opens a page; at the end nothing may have been said or asked for but the page itself."""
    page, heard = window
    opened = []

    def go(name="run", state=""):
        page.goto("about:blank")
        opened.append(f"{(files / name).as_uri()}.html")
        page.goto(opened[-1] + state)
        return page

    heard.faults.clear()
    heard.asked.clear()
    yield go
    assert heard.faults == []
    asked = [url.partition("#")[0] for url in heard.asked if url != "about:blank"]
    assert asked == opened


def shown(page, column=4):
    """The text of a column of the rows that can be seen, counted from 1."""
    cells = page.locator(f"#table tbody tr:visible > :nth-child({column})").all_inner_texts()
    return [" ".join(cell.split()) for cell in cells]


@pytest.mark.parametrize("name", ["run", "both"])
def test_nothing_of_an_article_runs_or_becomes_an_element(visit, name):
    page = visit(name)
    page.locator("[data-fold=open]").click()
    assert page.evaluate("window.hurt") is None
    assert page.locator("img, iframe, object, embed, link").count() == 0
    assert page.locator("script").count() == 1
    assert "window.hurt=1" in page.locator("#c2 .text").inner_text()


@pytest.mark.parametrize(
    ("choices", "expected", "said"),
    [
        ({"verdict": "missing"}, ["450 people", "$30", "3.5% ↑"], "3 figures of 11, in 3 articles"),
        ({"class": "power_of_ten"}, ["$96 million ↓"], "1 figure of 11, in 1 article"),
        ({"subject": "property"}, ["9 flats", "£4 million"], "2 figures of 11, in 1 article"),
        ({"split": "test", "verdict": "extra"}, [], "0 figures of 11, in 0 articles"),
        ({}, None, "11 figures in 4 articles"),
    ],
    ids=["verdict", "class", "subject", "two at once", "none"],
)
def test_choices_filter_the_figures_and_the_articles(visit, choices, expected, said):
    page = visit()
    for name, value in choices.items():
        page.select_option(f"[name={name}]", value)
    assert page.locator("#count").inner_text() == said
    if expected is not None:
        assert shown(page) == expected
    cases = {
        row.get_attribute("data-case") for row in page.locator("#table tbody tr:visible").all()
    }
    assert {case.get_attribute("id") for case in page.locator(".case:visible").all()} == cases


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("QUARREL", ["–"]),
        ("profit  960", ["$96 million ↓"]),
        ("<script>", ["$12"]),
        ("[a-z]+(", []),
    ],
    ids=["any case", "every word", "markup", "no pattern"],
)
def test_words_filter_the_figures(visit, words, expected):
    page = visit()
    page.fill("[name=q]", words)
    assert shown(page) == expected


def test_clear_brings_all_figures_back(visit):
    page = visit(state="#q=profit&verdict=amount")
    assert shown(page) == ["$96 million ↓"]
    page.locator("button[type=reset]").click()
    playwright.expect(page.locator("#count")).to_have_text("11 figures in 4 articles")
    assert len(shown(page)) == 11
    playwright.expect(page).to_have_url(re.compile(r"run\.html$"))


def test_the_page_stays_where_it_is_while_filters_come_and_go(visit):
    page = visit("many", "#subject=energy")
    page.locator("[name=q]").scroll_into_view_if_needed()
    page.fill("[name=q]", "larch")
    playwright.expect(page).to_have_url(re.compile("q=larch"))
    before = page.evaluate("scrollY")
    assert before > 0
    page.fill("[name=q]", "")
    page.select_option("[name=subject]", "")
    playwright.expect(page).to_have_url(re.compile(r"many\.html$"))
    assert page.evaluate("scrollY") == before


def test_a_head_sorts_up_then_down_then_not_at_all(visit):
    page = visit()
    before = shown(page)
    head = page.locator("#table thead th", has_text="Expected")
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    up = ["3.5% ↑", "9 flats", "$12", "$30", "450 people", "£4 million", "$96 million ↓",
          "up to $300 million", "$1.24 billion ↑", "–", "–"]  # fmt: skip
    assert shown(page) == up
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert shown(page) == [*up[8::-1], "–", "–"]
    head.locator("button").click()
    assert head.get_attribute("aria-sort") is None
    assert shown(page) == before


def test_words_are_sorted_as_words(visit):
    page = visit()
    page.locator("#table thead button", has_text="Class").click()
    classes = [one.split()[0] for one in shown(page, 7)]
    assert classes == sorted(classes)
    assert page.locator("[aria-sort]").count() == 1


def test_a_link_opens_the_case_at_its_figure_and_back_returns(visit):
    page = visit(state="#verdict=amount")
    assert not page.locator("#c1").evaluate("one => one.open")
    page.locator("#table a:visible").click()
    assert page.locator("#c1").evaluate("one => one.open")
    figure = page.locator("#c1f2")
    assert figure.evaluate("line => line === document.activeElement")
    playwright.expect(figure).to_be_in_viewport()
    assert "10 times too much" in figure.inner_text()
    assert "verdict=amount" in page.evaluate("location.hash")
    assert "open=c1f2" in page.evaluate("location.hash")
    page.go_back()
    playwright.expect(page).to_have_url(re.compile("#verdict=amount$"))
    assert shown(page) == ["$96 million ↓"]


def test_the_address_keeps_filters_sorting_and_the_open_case(visit):
    page = visit(state="#verdict=missing&sort=3d&open=c2f2&q=3")
    assert shown(page) == ["$30", "3.5% ↑"]
    assert page.input_value("[name=q]") == "3"
    assert page.locator("[aria-sort=descending]").inner_text().startswith("Expected")
    assert page.locator("#c2").evaluate("one => one.open")
    page.select_option("[name=verdict]", "")
    playwright.expect(page).not_to_have_url(re.compile("verdict"))
    after, address = shown(page), page.url
    again = visit(state=address[address.index("#") :])
    assert shown(again) == after == ["up to $300 million", "$30", "3.5% ↑"]


@pytest.mark.parametrize(
    "state",
    ["#sort=99a", "#sort=zz", "#verdict=none&class=constructor", "#open=c99f1", "#open=%3Cb%3E",
     "#%E0%A4%A", "#c1f2", "#cases", "#__proto__=1"],
)  # fmt: skip
def test_an_address_that_makes_no_sense_breaks_nothing(visit, state):
    page = visit(state=state)
    assert len(shown(page)) == 11
    page.fill("[name=q]", "profit")
    assert shown(page) == ["$96 million ↓"]


def test_all_can_be_done_from_the_keyboard(visit):
    page = visit()
    page.locator("[name=q]").focus()
    page.keyboard.type("revenue")
    assert shown(page) == ["$1.24 billion ↑", "–"]
    for _ in range(6):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('th').textContent") == "Case"
    page.keyboard.press("Enter")
    assert page.locator("[aria-sort=ascending]").inner_text().startswith("Case")
    for _ in range(7):
        page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#c1f1"
    page.keyboard.press("Enter")
    assert page.locator("#c1").evaluate("one => one.open")
    assert page.evaluate("document.activeElement.id") == "c1f1"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.getElementById('c1e1').getBoundingClientRect().top") < 800


def test_pointing_at_a_mark_lights_its_figure_and_the_other_way_round(visit):
    page = visit(state="#c1")
    page.locator("#c1 mark", has_text="$96 million").hover()
    assert "on" in page.locator("#c1f2").get_attribute("class").split()
    page.locator("#c1f4").hover()
    assert "on" not in page.locator("#c1f2").get_attribute("class").split()
    assert "on" in page.locator("#c1 mark", has_text="450").get_attribute("class").split()


def test_a_comparison_is_filtered_by_what_changed_and_by_both_classes(visit):
    page = visit("both")
    page.select_option("[name=change]", "better")
    assert shown(page) == ["$96 million ↓", "–", "3.5% ↑"]
    page.select_option("[name=class-a]", "power_of_ten")
    page.select_option("[name=class-b]", "right")
    assert shown(page) == ["$96 million ↓"]
    page.locator(".pairs a").click()
    assert page.locator("#c3").evaluate("one => one.open")
    assert page.locator("#c3").is_visible()


@pytest.mark.parametrize("name", ["run", "both"])
def test_no_page_is_wider_than_its_window_in_light_or_dark(visit, name):
    page = visit(name)
    page.locator("[data-fold=open]").click()
    notes = page.locator("#table td:last-child .note")
    notes.evaluate_all("all => all.forEach(one => one.textContent = 'dev · percentage point')")
    assert notes.count()
    grounds = {}
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        for width in (400, 1000, 1185, 1200):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        grounds[scheme] = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert grounds == {"dark": "rgb(22, 24, 27)", "light": "rgb(253, 253, 251)"}


def test_without_script_a_page_can_be_read_and_its_cases_opened(browser, files):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{(files / 'run').as_uri()}.html")
    assert len(shown(page)) == 11
    assert not page.locator("#filters").is_visible()
    page.locator("#c1 summary").click()
    assert "10 times too much" in page.locator("#c1f2").inner_text()


def test_hundreds_of_figures_are_filtered_at_once(visit):
    page = visit("many")
    assert page.locator("#table tbody tr").count() == 200
    spent = page.evaluate(
        """() => {
            const start = performance.now();
            document.querySelector("[name=q]").value = "larch-003";
            document.getElementById("filters").dispatchEvent(new Event("input"));
            document.querySelector("#table thead button").click();
            return performance.now() - start;
        }"""
    )
    assert page.locator("#count").inner_text() == "8 figures of 200, in 1 article"
    assert spent < 2000
