"""The wire form: what is asked for, and what is taken."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.engines.llm.wire import WireAnswer, WireError, parse, sentence_number, strict_schema
from summarizer.models import Draft, DraftFigure, DraftPoint
from summarizer.testing import wire_answer

FIGURE = {
    "sentence": "S2",
    "quote": "rose 12%",
    "amount": "12%",
    "metric": "revenue",
    "entity": None,
    "period": None,
    "basis": "stated",
    "importance": "high",
    "comparator": "exactly",
    "direction": "up",
}
ANSWER = {
    "headline": "H",
    "summary": "S.",
    "key_points": [{"text": "P.", "sentence": "S1"}],
    "figures": [FIGURE],
}


def with_figure(**change):
    return ANSWER | {"figures": [FIGURE | change]}


def nodes(schema):
    yield schema
    for value in schema.values():
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                yield from nodes(item)


def test_the_schema_is_the_one_that_openai_would_make_of_the_model():
    openai = pytest.importorskip("openai")
    function = openai.pydantic_function_tool(WireAnswer)["function"]
    definitions = function["parameters"]["$defs"]
    ours = strict_schema()
    items = ours["properties"]["figures"]["items"]
    assert list(items["properties"]) == definitions["WireFigure"]["required"]
    assert items["required"] == definitions["WireFigure"]["required"]
    assert ours["required"] == function["parameters"]["required"]


def test_the_schema_holds_strings_and_lists_only_and_nothing_optional():
    for node in nodes(strict_schema()):
        assert node.get("type") in {None, "string", "null", "array", "object"}
        assert not {"$ref", "default", "pattern", "format", "title", "$defs"} & node.keys()
        if node.get("type") == "object":
            assert node["required"] == list(node["properties"])
            assert node["additionalProperties"] is False


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("S12", 12),
        ("12", 12),
        ("[S12]", 12),
        ("s3", 3),
        ("S3, S4", 3),
        ("sentence 7", 7),
        ("S0", None),
        ("", None),
        ("none", None),
        (None, None),
        ("S99999999999", None),
    ],
)
def test_a_sentence_s_label_is_read_with_and_without_its_letter(label, number):
    assert sentence_number(label) == number


@pytest.mark.parametrize(
    ("word", "comparator"),
    [
        ("exactly", None),
        ("about", "approx"),
        ("more than", "gt"),
        ("at least", "ge"),
        ("less than", "lt"),
        ("at most", "le"),
        ("At Most ", "le"),
        (None, None),
    ],
)
def test_a_comparator_in_words_is_one_of_ours(word, comparator):
    assert parse(json.dumps(with_figure(comparator=word))).figures[0].comparator == comparator


@pytest.mark.parametrize(
    ("change", "field", "value"),
    [
        pytest.param({"sentence": 12}, "sentence", 12, id="bare-number"),
        pytest.param({"sentence": None}, "sentence", None, id="no-sentence"),
        pytest.param({"basis": "Forecast"}, "basis", "forecast", id="capital"),
        pytest.param({"direction": None}, "direction", None, id="null-for-none"),
        pytest.param({"entity": "  "}, "entity", None, id="blank-entity"),
        pytest.param({"extra": 1}, "amount", "12%", id="unknown-field"),
        pytest.param({"quote": " rose  12% "}, "quote", " rose  12% ", id="quote-kept-as-it-is"),
    ],
)
def test_slips_that_leave_no_doubt_are_taken(change, field, value):
    assert getattr(parse(json.dumps(with_figure(**change))).figures[0], field) == value


@pytest.mark.parametrize(
    "wrap",
    [
        pytest.param("{}", id="bare"),
        pytest.param("\n\n{}\n", id="blank-lines"),
        pytest.param("```json\n{}\n```", id="fence"),
        pytest.param("Sure! Here it is:\n{}\nAnything else?", id="chatter"),
        pytest.param("<think>Is {{this}} it? 5%.</think>\n{}", id="thoughts"),
        pytest.param('As in {"headline": "example"}, I say:\n{}', id="example-before"),
    ],
)
def test_an_answer_is_found_in_its_wrapping(wrap):
    text = wrap.split("{}")[0] + json.dumps(ANSWER) + wrap.split("{}")[1]
    assert parse(text).figures[0].amount == "12%"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param("", "the answer is empty", id="empty"),
        pytest.param("   \n", "the answer is empty", id="blank"),
        pytest.param("I refuse.", "no JSON object", id="prose"),
        pytest.param("[1, 2]", "no JSON object", id="list"),
        pytest.param(json.dumps(ANSWER)[:-1], "not valid JSON", id="cut"),
        pytest.param('{"a": ' * 5000, "not valid JSON", id="nested"),
        pytest.param('{"a": ' + "9" * 5000 + "}", "not valid JSON", id="huge-number"),
        pytest.param("{}", "headline is missing; summary is missing", id="nothing"),
        pytest.param(
            json.dumps(with_figure(amount=5.3)), "figures[0].amount must be a string", id="number"
        ),
        pytest.param(
            json.dumps(with_figure(basis="maybe")),
            "figures[0].basis must be one of 'stated', 'forecast' or 'rumoured'",
            id="other-word",
        ),
        pytest.param(
            json.dumps(ANSWER | {"figures": "none"}), "figures must be a list", id="no-list"
        ),
        pytest.param(json.dumps(ANSWER | {"figures": [{}] * 4}), "and 7 more", id="many"),
    ],
)
def test_what_is_wrong_with_an_answer_is_said_in_our_words(text, fault):
    with pytest.raises(WireError) as caught:
        parse(text)
    assert fault in str(caught.value)
    assert "pydantic" not in str(caught.value)
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize("piece", ['{"a": ', "{", '{"a": [', '{"a": "{ '])
def test_a_search_for_an_object_in_broken_json_is_given_up(piece, monkeypatch):
    tries = []
    decode = json.JSONDecoder.raw_decode

    def counted(self, text, start=0):
        tries.append(start)
        return decode(self, text, start)

    monkeypatch.setattr(json.JSONDecoder, "raw_decode", counted)
    with pytest.raises(WireError, match=r"not valid JSON|no JSON object"):
        parse(piece * 2000)
    assert 1 <= len(tries) <= 20


@given(st.text() | st.recursive(st.none() | st.text(), st.lists).map(json.dumps))
def test_parsing_gives_a_draft_or_a_wire_error(text):
    with contextlib.suppress(WireError):
        assert isinstance(parse(text), Draft)


WORDS = st.text(min_size=1).map(str.strip).filter(bool)
DRAFTS = st.builds(
    Draft,
    headline=WORDS,
    summary=WORDS,
    key_points=st.lists(
        st.builds(DraftPoint, text=WORDS, sentence=st.none() | st.integers(1, 9999)), max_size=3
    ).map(tuple),
    figures=st.lists(
        st.builds(
            DraftFigure,
            quote=st.text(),
            amount=st.text(),
            metric=WORDS,
            entity=st.none() | WORDS,
            period=st.none() | WORDS,
            sentence=st.none() | st.integers(1, 9999),
        ),
        max_size=3,
    ).map(tuple),
)


@given(DRAFTS)
def test_a_draft_survives_the_wire(draft):
    assert parse(json.dumps(wire_answer(draft))) == draft
