"""The golden set is read strictly: every fault is a line that names file, field and reason."""

from __future__ import annotations

import pytest
import yaml
from evals_support import TEXT, golden_case, golden_figure, write_case

from summarizer.errors import GoldenError
from summarizer.evals.loading import load_golden, read_golden


@pytest.fixture
def golden(tmp_path):
    folder = tmp_path / "golden"
    write_case(folder, golden_case(golden_figure("revenue"), golden_figure("profit")))
    write_case(folder, golden_case(golden_figure("mill"), name="earnings-mill", split="test"))
    return folder


def change(folder, edit, case="earnings-larchwood"):
    path = folder / case / "expected.yaml"
    record = yaml.safe_load(path.read_text(encoding="utf-8"))
    edit(record)
    path.write_text(yaml.safe_dump(record), encoding="utf-8")


def test_cases_come_sorted_with_their_articles(golden):
    data = load_golden(golden)
    assert [case.id for case in data.cases] == ["earnings-larchwood", "earnings-mill"]
    assert data.expected == 3
    assert data.cases[0].document().content == TEXT.encode()


@pytest.mark.parametrize(
    ("edit", "field", "why"),
    [
        (lambda r: r.update(colour="red"), "colour", "unknown key"),
        (lambda r: r.pop("about"), "about", "missing"),
        (lambda r: r["figures"][0].update(sign=1), "figures[revenue].sign", "unknown key"),
        (lambda r: r["figures"][0].update(value=1.5), "figures[revenue].value", "plain decimal"),
        (lambda r: r["figures"][0].update(value="1e9"), "figures[revenue].value", "plain decimal"),
        (lambda r: r["figures"][0].update(kind="cash"), "figures[revenue].kind", "Input should"),
        (lambda r: r["figures"][0].update(high="1"), "figures[revenue]", "above 'value'"),
        (lambda r: r["figures"][1].update(id="revenue"), "", "two figures have the id 'revenue'"),
        (lambda r: r.update(subject="deals"), "id", "does not begin with its subject"),
        (lambda r: r.update(id="earnings-other"), "id", "the folder is 'earnings-larchwood'"),
        (lambda r: r.update(input="html"), "input", "and the file article.txt"),
        (lambda r: r.update(split="train"), "split", "Input should be"),
        (lambda r: r.update(traits=["range", "range"]), "", "a trait is given twice"),
        (lambda r: r.update(figures=[]), "figures", "at least 1 item"),
    ],
)
def test_a_fault_is_named_with_its_field(golden, edit, field, why):
    change(golden, edit)
    (fault,) = read_golden(golden).faults
    assert fault.path == golden / "earnings-larchwood" / "expected.yaml"
    assert fault.field == field
    assert why in fault.why
    with pytest.raises(GoldenError, match="Run 'summarizer evals lint' for all"):
        load_golden(golden)


def test_a_key_that_stands_twice_is_refused(golden):
    path = golden / "earnings-larchwood" / "expected.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "split: test\n", encoding="utf-8")
    (fault,) = read_golden(golden).faults
    assert "'split' stands twice" in fault.why


def test_files_that_do_not_belong_and_articles_that_lack_are_named(golden):
    (golden / "earnings-larchwood" / "notes.txt").write_text("x", encoding="utf-8")
    (golden / "earnings-mill" / "article.txt").unlink()
    found = [str(fault) for fault in read_golden(golden).faults]
    assert any("notes.txt: does not belong in a golden case" in line for line in found)
    assert any("earnings-mill: needs exactly one of article.txt" in line for line in found)


def test_no_golden_set_says_what_to_do(tmp_path):
    with pytest.raises(GoldenError, match="give --golden DIR"):
        load_golden(tmp_path / "nowhere")
    (tmp_path / "golden").mkdir()
    with pytest.raises(GoldenError, match="evals add FILE"):
        load_golden(tmp_path / "golden")


def test_a_draft_is_no_part_of_the_golden_set_until_a_person_removes_its_mark(golden):
    change(golden, lambda r: r.update(draft=True))
    with pytest.raises(GoldenError, match="remove its line 'draft: true'"):
        load_golden(golden)


def test_the_hash_is_of_what_is_expected_and_not_of_how_it_is_laid_out(golden):
    before = load_golden(golden).sha256()
    path = golden / "earnings-larchwood" / "expected.yaml"
    path.write_text("# a remark\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert load_golden(golden).sha256() == before
    change(golden, lambda r: r["figures"][0].update(value="1250000000"))
    after = load_golden(golden).sha256()
    assert after != before
    (golden / "earnings-larchwood" / "article.txt").write_text(f"{TEXT} ", encoding="utf-8")
    assert load_golden(golden).sha256() not in {before, after}


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        ({"split": "test"}, ["earnings-mill"]),
        ({"subjects": ["earnings"]}, ["earnings-larchwood", "earnings-mill"]),
        ({"ids": ["earnings-l"]}, ["earnings-larchwood"]),
    ],
)
def test_cases_are_chosen_by_split_subject_and_id(golden, filters, left):
    assert [case.id for case in load_golden(golden).select(**filters).cases] == left


@pytest.mark.parametrize(
    "filters",
    [{"ids": ["nothing"]}, {"subjects": ["deals"]}, {"ids": ["earnings-l"], "split": "test"}],
)
def test_a_filter_that_fits_nothing_is_an_error_and_never_an_empty_pass(golden, filters):
    with pytest.raises(GoldenError):
        load_golden(golden).select(**filters)


def test_sets_are_read_from_beside_the_golden_set(golden):
    sets = golden.parent / "sets"
    sets.mkdir()
    record = {
        "schema_version": 1,
        "id": "larch",
        "about": "two reports",
        "split": "dev",
        "cases": ["earnings-larchwood", "earnings-mill"],
        "groups": [
            {
                "metric": "revenue",
                "entity": None,
                "period": None,
                "relation": "agree",
                "kind": None,
                "suspect": None,
                "evidence": None,
                "members": [
                    {"case": "earnings-larchwood", "figure": "revenue"},
                    {"case": "earnings-mill", "figure": "mill"},
                ],
            }
        ],
    }
    path = sets / "larch.yaml"
    path.write_text(yaml.safe_dump(record), encoding="utf-8")
    assert load_golden(golden).sets[0].id == "larch"
    record["groups"][0]["relation"] = "conflict"
    path.write_text(yaml.safe_dump(record), encoding="utf-8")
    (fault,) = read_golden(golden).faults
    assert (fault.path, fault.field) == (path, "groups[0]")
