"""`summarizer figures`, its whole output."""

from __future__ import annotations

import json

import pytest

from summarizer import find_figures

TEXT = "Profit fell 5% in 2025. It had 40 shops."
JSON = """\
{
  "schema_version": "1",
  "id": "stdin",
  "figures": [
    {
      "text": "5%",
      "start": 12,
      "end": 14,
      "value": "5",
      "high": null,
      "kind": "percent",
      "unit": "%",
      "comparator": null,
      "direction": "down",
      "precision": "1",
      "per": null,
      "assumed": [],
      "scale_source": null
    },
    {
      "text": "40 shops",
      "start": 31,
      "end": 39,
      "value": "40",
      "high": null,
      "kind": "count",
      "unit": "shop",
      "comparator": null,
      "direction": null,
      "precision": "1",
      "per": null,
      "assumed": [],
      "scale_source": null
    }
  ],
  "not_figures": [
    {
      "text": "2025",
      "start": 18,
      "end": 22,
      "kind": "year"
    }
  ]
}
"""


def test_the_default_is_a_list_with_the_words_around_each_figure(run):
    result = run("figures", "--raw", "-", stdin=TEXT)
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "stdin  2 figures\n"
        "  5% ↓      “Profit fell *5%* in 2025. It had 40 shops.”\n"
        "  40 shops  “Profit fell 5% in 2025. It had *40 shops*.”\n"
    )


def test_json_is_one_object(run):
    assert run("figures", "--raw", "-f", "json", "-", stdin=TEXT).out == JSON


def test_no_input_named_means_what_is_piped_in(run):
    assert run("figures", "--raw", "-f", "json", stdin=TEXT).out == JSON


def test_csv_has_a_row_for_each_figure(run):
    assert run("figures", "--raw", "-f", "csv", "-", stdin=TEXT).out.replace("\r\n", "\n") == (
        "id,text,value,high,kind,unit,comparator,direction,per,start,end\n"
        "stdin,5%,5,,percent,%,,down,,12,14\n"
        "stdin,40 shops,40,,count,shop,,,,31,39\n"
    )


def test_the_library_finds_the_same_figures(run):
    record = json.loads(run("figures", "--raw", "-f", "json", "-", stdin=TEXT).out)
    assert record["figures"] == [f.model_dump(mode="json") for f in find_figures(TEXT)]


def test_lines_of_json_are_answered_in_order_with_failures_in_their_place(run):
    stdin = '{"id": "a", "text": "Up 5%."}\n\n{"id": "b"\n{"id": "c", "text": "Down 7%."}\n'
    result = run("figures", "--raw", "--jsonl", "-", stdin=stdin)
    lines = [json.loads(line) for line in result.out.splitlines()]
    assert result.code == 3
    assert [line["id"] for line in lines] == ["a", "-:3", "c"]
    assert [figure["value"] for line in (lines[0], lines[2]) for figure in line["figures"]] == [
        *("5", "7")
    ]
    assert result.err.startswith("error: -:3: not JSON")
    assert result.err.count("\n") == 1


def test_offsets_of_raw_text_are_into_the_text_as_given(run):
    text = "  \ufeffa\r\nb\u00a0 rose 5 %  \n"
    stdin = json.dumps({"id": "a", "text": text})
    record = json.loads(run("figures", "--raw", "--jsonl", "-", stdin=stdin).out)
    for figure in record["figures"]:
        assert text[figure["start"] : figure["end"]] == figure["text"]
    assert [figure["value"] for figure in record["figures"]] == ["5"]


def test_a_line_says_its_language(run):
    stdin = json.dumps({"id": "a", "text": "Der Umsatz stieg um 2,5 Prozent.", "lang": "de"})
    record = json.loads(run("figures", "--raw", "--jsonl", "-", stdin=stdin).out)
    assert [figure["value"] for figure in record["figures"]] == ["2.5"]


@pytest.mark.parametrize("text", ["Up 5%. \ud83d", "Up 5%. \\udc80"], ids=["half a pair", "alone"])
def test_a_lone_surrogate_in_a_line_is_no_fault(run, text):
    stdin = (
        '{"id": "a", "text": "'
        + text.encode("unicode_escape").decode().replace("\\\\u", "\\u")
        + '"}'
    )
    result = run("figures", "--raw", "--jsonl", "-", stdin=stdin)
    assert result.code == 0
    assert json.loads(result.out)["figures"][0]["value"] == "5"


def test_a_jsonl_file_is_read_by_its_name(run, home):
    (home / "a.jsonl").write_text('{"id": 1, "text": "Up 5%."}\n{"id": 2, "text": "Up 6%."}\n')
    records = json.loads(run("figures", "--raw", "a.jsonl", "-f", "json").out)
    assert [record["id"] for record in records] == ["1", "2"]


def test_a_figure_shows_the_words_that_state_its_scale(run):
    table = "Results (in millions)\nRevenue 12,345\n"
    [figure] = json.loads(run("figures", "--raw", "-", "--format", "json", stdin=table).out)[
        "figures"
    ]
    assert figure["value"] == "12345000000"
    assert figure["scale_source"] == {"quote": "in millions", "start": 9, "end": 20}
    assert "scale: in millions" in run("figures", "--raw", "-", stdin=table).out
