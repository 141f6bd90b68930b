"""Lint finds what makes a golden case wrong, and notes where our own parser disagrees."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from evals_support import TEXT, golden_case, golden_figure, write_case

from summarizer.errors import GoldenError
from summarizer.evals.drafting import draft_case
from summarizer.evals.lint import lint
from summarizer.evals.loading import load_golden, read_golden

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def checked(tmp_path, *figures, text=TEXT, article="article.txt", **fields):
    folder = tmp_path / "golden"
    if article == "article.html":
        fields["input"] = "html"
    write_case(folder, golden_case(*figures, **fields), text, article)
    return lint(read_golden(folder))


def test_a_good_case_has_no_fault_and_no_note(tmp_path):
    figures = [golden_figure(name) for name in ("growth", "profit-before", "mill")]
    found = checked(tmp_path, *figures)
    assert (found.cases, found.figures, found.faults, found.notes) == (1, 3, (), ())


@pytest.mark.parametrize(
    ("figure", "changes", "field", "why"),
    [
        ("profit", {"quote": "Net profit rose to $96 million"}, "quote", "not in the article"),
        ("profit", {"text": "$95 million"}, "text", "stands 0 times in the quote"),
        ("profit", {"unit": "dollar"}, "unit", "ISO 4217"),
        ("growth", {"unit": "percent"}, "unit", "has the unit '%'"),
        ("profit", {"kind": "ratio"}, "unit", "has no unit"),
        ("profit", {"value": None}, "value", "null is for vague amounts"),
    ],
)
def test_a_fault_of_a_figure_is_named(tmp_path, figure, changes, field, why):
    found = checked(tmp_path, golden_figure(figure, **changes))
    (fault,) = found.faults
    assert fault.field == f"figures[{figure}].{field}"
    assert why in fault.why


@pytest.mark.parametrize(
    ("banned", "why"),
    [
        ({"text": "$5", "quote": "Subscribe for $5"}, "not in the page"),
        ({"text": "$5", "quote": "Its rival Quarrel Paper"}, "is not in its quote"),
        (
            {"text": "$96 million", "quote": "Net profit fell to $96 million"},
            "the same words are expected as 'profit'",
        ),
    ],
)
def test_a_fault_of_a_forbidden_figure_is_named(tmp_path, banned, why):
    found = checked(tmp_path, golden_figure("profit"), forbidden=[{**banned, "why": "x"}])
    assert why in found.faults[0].why


def test_our_parser_reading_otherwise_is_a_note_and_no_fault(tmp_path):
    found = checked(tmp_path, golden_figure("profit", value="97000000", direction=None))
    assert found.faults == ()
    assert [note.why for note in found.notes] == [
        (
            "our parser reads “$96 million” with value 96000000 (the case has 97000000), "
            "direction down (the case has none)"
        )
    ]


def test_quotes_run_across_the_cells_of_a_table(tmp_path):
    page = (
        "<html><head><title>Sales by mill</title></head><body><article><h1>Sales by mill</h1><p>"
        + TEXT
        + "</p><table><tr><th>Mill</th><th>Looms</th></tr><tr><td>Oregon</td><td>1,490</td></tr>"
        + "</table></article></body></html>"
    )
    figure = golden_figure(
        "looms", quote="Oregon 1,490", text="1,490", value="1490", kind="count", unit="loom",
        metric="looms",
    )  # fmt: skip
    found = checked(tmp_path, figure, text=page, article="article.html")
    assert found.faults == ()


def test_a_draft_is_a_fault_until_its_mark_is_removed(tmp_path):
    file = tmp_path / "page.txt"
    file.write_text(TEXT, encoding="utf-8")
    golden = tmp_path / "golden"
    folder = draft_case(file, golden, subject="earnings", name="larchwood results")
    assert folder.name == "earnings-larchwood-results"
    found = lint(read_golden(golden))
    assert [fault.field for fault in found.faults] == ["draft"]
    with pytest.raises(GoldenError, match="draft that nobody has corrected"):
        load_golden(golden)
    path = folder / "expected.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=")
    assert "# A draft by the rules engine." in text
    path.write_text(text.replace("draft: true\n", ""), encoding="utf-8")
    assert lint(read_golden(golden)).faults == ()
    assert load_golden(golden).expected >= 4


@pytest.mark.parametrize(
    ("name", "form"),
    [("noisy-page.html", "html"), ("noisy-page.txt", "dump"), ("wire-flash.txt", "text")],
)
def test_a_draft_knows_in_what_form_the_article_came(tmp_path, name, form):
    folder = draft_case(EXAMPLES / name, tmp_path / "golden", subject="energy", name="x")
    assert yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf-8"))["input"] == form
    found = lint(read_golden(tmp_path / "golden"))
    assert [fault.field for fault in found.faults] == ["draft"]


def test_a_draft_never_overwrites_a_case_and_names_the_subjects(tmp_path):
    file = tmp_path / "page.txt"
    file.write_text(TEXT, encoding="utf-8")
    draft_case(file, tmp_path / "golden", subject="deals", name="x")
    with pytest.raises(GoldenError, match="such a case already"):
        draft_case(file, tmp_path / "golden", subject="deals", name="x")
    with pytest.raises(GoldenError, match="Known: earnings, markets"):
        draft_case(file, tmp_path / "golden", subject="weather")


def test_sets_are_consistent_with_their_cases(tmp_path):
    golden = tmp_path / "golden"
    write_case(golden, golden_case(golden_figure("profit"), set="larch"))
    write_case(
        golden, golden_case(golden_figure("mill"), name="earnings-other", split="test", set="gone")
    )
    (tmp_path / "sets").mkdir()
    group = {
        "metric": "profit", "entity": None, "period": None, "relation": "agree", "kind": None,
        "suspect": None, "evidence": None,
        "members": [
            {"case": "earnings-larchwood", "figure": "profit"},
            {"case": "earnings-other", "figure": "loss"},
        ],
    }  # fmt: skip
    record = {
        "schema_version": 1,
        "id": "larch",
        "about": "x",
        "split": "test",
        "cases": ["earnings-larchwood", "earnings-other"],
        "groups": [group],
    }
    (tmp_path / "sets" / "larch.yaml").write_text(yaml.safe_dump(record), encoding="utf-8")
    assert {(fault.field, fault.why) for fault in lint(read_golden(golden)).faults} == {
        ("set", "there is no set 'gone'"),
        ("split", "is 'test', and that of 'earnings-larchwood' is 'dev'"),
        ("cases", "'earnings-other' says it belongs to gone"),
        ("groups[0].members", "'earnings-other' has no figure 'loss'"),
    }
