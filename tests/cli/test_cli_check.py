"""`summarizer check`: the numbers of a summary against its article, and the exit code."""

from __future__ import annotations

import json

import pytest

GOOD = "Sales rose 12% to $4.5 million."
BAD = "Sales rose 12% to $45 million."


@pytest.fixture
def summary(home):
    def write(text: str) -> str:
        (home / "summary.txt").write_text(text)
        return "summary.txt"

    return write


def test_a_supported_summary_is_shown_with_the_articles_words(run, article, summary):
    result = run("check", summary(GOOD), "--against", "tarn.txt")
    assert (result.code, result.err) == (0, "")
    assert (
        result.out.splitlines()[0] == "summary  supported: 2 of 2 numbers supported by the article"
    )
    assert (
        "    “…said on Monday that sales rose *12%* to $4.5 million in the first half…”\n"
        in result.out
    )
    assert "\n  ✓ $4.5 million  verified: " in result.out


def test_an_unsupported_number_is_exit_code_1(run, article, summary):
    result = run("check", summary(BAD), "--against", "tarn.txt")
    assert (result.code, result.err) == (1, "")
    assert result.out.startswith("summary  unsupported: 1 of 2 numbers supported by the article\n")
    assert "\n  ✗ $45 million  mismatch: " in result.out


def test_json_holds_what_the_contract_says(run, article, summary):
    result = run("check", summary(BAD), "--against", "tarn.txt", "-f", "json")
    report = json.loads(result.out)
    assert (report["id"], report["verdict"]) == ("summary", "unsupported")
    bad = report["findings"][1]
    assert {"text", "start", "end", "status", "reason", "evidence"} <= set(bad)
    assert BAD[bad["start"] : bad["end"]] == bad["text"] == "$45 million"
    assert report["findings"][0]["evidence"]["quote"] == "12%"


@pytest.mark.parametrize("stdin", ["summary", "article"])
def test_either_of_them_can_be_standard_input(run, article, summary, stdin):
    if stdin == "summary":
        result = run("check", "-", "--against", "tarn.txt", stdin=GOOD)
    else:
        result = run("check", summary(GOOD), "--against", "-", stdin=article.read_text())
    assert result.code == 0
    assert "supported: 2 of 2 numbers" in result.out


def test_a_short_note_is_an_article_too(run, summary, home):
    (home / "note.txt").write_text("Sales: $4.5 million, +12%")
    assert run("check", summary("Sales came to $4.5 million."), "--against", "note.txt").code == 0


PAIRS = [
    {"id": "good", "article": "Sales rose 12% to $4.5 million.", "summary": GOOD},
    {"id": "bad", "article": "Sales rose 12% to $4.5 million.", "summary": BAD},
]


def pairs(*rows: object) -> str:
    return "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows)


def test_pairs_are_checked_line_by_line(run, home):
    (home / "pairs.jsonl").write_text(pairs(*PAIRS))
    result = run("check", "pairs.jsonl", "-f", "jsonl")
    lines = [json.loads(line) for line in result.out.splitlines()]
    assert result.code == 1
    assert [(line["id"], line["verdict"]) for line in lines] == [
        ("good", "supported"),
        ("bad", "unsupported"),
    ]


def test_pairs_come_from_standard_input_too(run):
    result = run("check", "-", "-f", "jsonl", stdin=pairs(PAIRS[0]))
    assert (result.code, json.loads(result.out)["id"]) == (0, "good")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("{", "not JSON"),
        ("[1]", "not a JSON object"),
        ({"id": "x", "article": "a"}, "no 'summary'"),
        ({"id": "x", "summary": "a"}, "no 'article'"),
        ({"id": "x", "summary": 5, "article": "a"}, "no 'summary'"),
        ({"summary": "a", "article": "a"}, "no 'id'"),
    ],
    ids=["form", "list", "summary", "article", "number", "id"],
)
def test_a_bad_line_has_its_place_and_the_others_go_on(run, row, said):
    result = run("check", "-", "-f", "jsonl", stdin=pairs(row, "", PAIRS[0]))
    lines = [json.loads(line) for line in result.out.splitlines()]
    assert result.code == 3
    assert lines[0]["id"] == "-:1"
    assert lines[1]["verdict"] == "supported"
    assert result.err.startswith(f"error: -:1: {said}")
    assert result.err.count("\n") == 1


def test_an_unsupported_number_outweighs_a_bad_line(run):
    assert run("check", "-", "-f", "jsonl", stdin=pairs("{", PAIRS[1])).code == 1


@pytest.mark.parametrize(
    ("argv", "code", "line"),
    [
        (
            ["summary.txt"],
            2,
            (
                "summary.txt: no article to check it against. Add --against ARTICLE, or give pairs "
                "in a .jsonl file."
            ),
        ),
        (
            ["-", "--against", "-"],
            2,
            "summary and article are both standard input. Give one of them as a file.",
        ),
        (
            ["gone.txt", "--against", "tarn.txt"],
            3,
            (
                "gone.txt: no such file or folder. Check the path, or give the text on standard "
                "input with '-'."
            ),
        ),
        (
            ["tarn.txt", "--against", "."],
            2,
            (
                ".: it holds 2 documents, and one is checked against one. For many pairs: "
                "summarizer check PAIRS.jsonl."
            ),
        ),
        (["gone.jsonl"], 3, "gone.jsonl: no such file. Check the path."),
        (
            ["empty.jsonl"],
            3,
            'empty.jsonl: it is empty. A line is {"id": "a1", "article": "...", "summary": "..."}.',
        ),
    ],
    ids=["no article", "both stdin", "no file", "folder", "no pairs", "empty pairs"],
)
def test_what_cannot_be_checked_is_one_line(run, article, home, argv, code, line):
    (home / "summary.txt").write_text(GOOD)
    if "empty.jsonl" in argv:
        (home / "empty.jsonl").touch()
    result = run("check", *argv)
    assert (result.code, result.out, result.err) == (code, "", f"error: {line}\n")
