"""Instructor reads the answers of every provider, and nothing of it is left behind."""

from __future__ import annotations

import asyncio
import gc
import json
import logging
import pickle
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from instructor import Mode
from instructor.core.exceptions import InstructorError
from instructor.core.retry import retry_async
from llm_support import content
from openai.types.chat import ChatCompletion

from summarizer.engines.exchange import Answer
from summarizer.engines.llm import asking
from summarizer.engines.llm.quiet import hush, quietly
from summarizer.engines.llm.reading import ReadAnswer, Reader, wire_model
from summarizer.engines.llm.target import Target
from summarizer.engines.llm.wire import WireAnswer, WireError, parse, to_draft
from summarizer.errors import RefusalError, TransportError
from summarizer.models import Draft
from summarizer.testing import Reply, completion, scripted_answer
from summarizer.usage import Usage

MODELS = pytest.mark.parametrize("model", ["openai/scripted-1", "ollama/scripted-1"])
NO_SCHEMA = "'response_format' is not supported"


@pytest.fixture
def no_parse(monkeypatch):
    """A failure where an answer is read by anything but Instructor."""

    def read_again(text):
        raise AssertionError(text)

    monkeypatch.setattr(asking, "parse", read_again)


@pytest.mark.usefixtures("no_parse")
@MODELS
def test_a_good_answer_is_read_by_instructor_and_by_nothing_else(
    server, make_engine, article, model
):
    server.answer(scripted_answer(article, ["12%"]))
    assert make_engine(model).draft(article, content).draft.figures[0].amount == "12%"


@pytest.mark.usefixtures("no_parse")
@pytest.mark.parametrize(
    "wrap",
    [
        pytest.param("{}", id="bare"),
        pytest.param("Here it is:\n```json\n{}\n```\nAnything else?", id="fence"),
        pytest.param('I think of {"headline": "no"} first.\n{}', id="thoughts"),
    ],
)
def test_an_answer_in_plain_text_is_found_by_instructor(server, make_engine, article, wrap):
    for _ in range(2):
        server.status(400, message=NO_SCHEMA)
    server.text(wrap.replace("{}", json.dumps(scripted_answer(article, ["12%"]))))
    drafted = make_engine().draft(article, content)
    assert "response_format" not in server.requests[2].body
    assert drafted.draft.figures[0].amount == "12%"


@MODELS
def test_an_answer_that_instructor_cannot_read_but_we_can_is_not_re_asked(
    server, make_engine, article, model
):
    answer = json.dumps(scripted_answer(article, ["12%"]))
    server.text(f"<think>12% {{or 3%}}?</think>\n```json\n{answer}\n```")
    drafted = make_engine(model).draft(article, content)
    assert drafted.draft.figures[0].amount == "12%"
    assert drafted.retries == ()


def test_plain_text_too_tangled_for_instructor_is_re_asked_as_malformed(
    server, make_engine, article
):
    for _ in range(2):
        server.status(400, message=NO_SCHEMA)
    server.text('{"a": ' * 5000)
    server.answer(scripted_answer(article, ["12%"]))
    drafted = make_engine().draft(article, content)
    assert drafted.retries[-1].startswith("re-asked, malformed answer: it is not valid JSON")
    assert drafted.draft.figures[0].amount == "12%"


def test_a_fault_inside_instructor_is_one_clear_error(server, make_engine, article, monkeypatch):
    async def broken(*arguments, **options):
        raise KeyError("mode")

    monkeypatch.setattr("instructor.core.retry.retry_async", broken)
    with pytest.raises(TransportError, match=r"failed \(KeyError: 'mode'\)"):
        make_engine().draft(article, content)
    assert server.requests == ()


@MODELS
@pytest.mark.parametrize(
    ("counts", "usage"),
    [
        pytest.param({"prompt_tokens": 7, "completion_tokens": None}, Usage(1, 7, None), id="half"),
        pytest.param({"prompt_tokens": 7}, Usage(1, 7, None), id="missing"),
        pytest.param({"prompt_tokens": 0, "completion_tokens": 0}, Usage(1, None, None), id="zero"),
        pytest.param("many", Usage(1, None, None), id="no-object"),
    ],
)
def test_tokens_that_a_server_does_not_count_stay_unknown(
    server, make_engine, article, model, counts, usage
):
    body = json.loads(completion(json.dumps(scripted_answer(article))).content)
    server.enqueue(Reply(200, json.dumps(body | {"usage": counts}).encode()))
    assert make_engine(model).draft(article, content).usage == usage


def test_a_refusal_to_call_a_tool_keeps_its_tokens(server, make_engine, article):
    server.refusal("No.")
    with pytest.raises(RefusalError, match="declines to answer: No") as caught:
        make_engine("deepseek/chat", api_key="k").draft(article, content)
    assert caught.value.usage == Usage(1, 1000, 200)


@MODELS
def test_what_instructor_would_log_of_an_answer_is_not_logged(
    server, make_engine, article, model, caplog
):
    caplog.set_level(logging.DEBUG)
    server.text(json.dumps({"headline": ["Quill"], "summary": "Quill Harbour said"}))
    server.truncated('{"headline": "Quill')
    server.answer(scripted_answer(article))
    make_engine(model, reasks=2).draft(article, content)
    assert [record for record in caplog.records if "Quill" in record.getMessage()] == []
    assert "instructor" not in {record.name.partition(".")[0] for record in caplog.records}


@MODELS
def test_calls_make_no_class_and_results_keep_no_completion(server, make_engine, article, model):
    engine = make_engine(model)
    drafts = []
    for _ in range(3):
        server.answer(scripted_answer(article, ["12%"]))
        drafts.append(engine.draft(article, content))
        assert WireAnswer.__subclasses__() == [wire_model()]
    gc.collect()
    assert [
        item for item in gc.get_objects() if isinstance(item, ChatCompletion | WireAnswer)
    ] == []
    assert pickle.loads(pickle.dumps(drafts)) == drafts  # noqa: S301 - our own bytes


def test_an_answer_that_was_read_is_an_answer_and_can_be_pickled():
    draft = Draft(headline="H", summary="S")
    answer = ReadAnswer("{}", "stop", usage=Usage(1, 2, 3), draft=draft)
    assert isinstance(answer, Answer)
    assert pickle.loads(pickle.dumps(answer)) == answer  # noqa: S301 - our own bytes


def test_words_in_a_shape_that_nobody_knows_are_recorded_as_instructor_read_them():
    wire = wire_model()(headline="H", summary="S", key_points=[], figures=[])

    async def ask(hooks):
        hooks.emit_completion_response(SimpleNamespace(candidates=["?"]))
        return wire

    def failure(error):
        raise error

    answer = asyncio.run(Reader(Target("gemini", "g"), 5).read(ask, failure))
    assert parse(answer.text) == answer.draft == to_draft(wire)


GOOD = json.dumps({"headline": "H", "summary": "S", "key_points": [], "figures": []})
PIECES = st.sampled_from(
    [
        GOOD, GOOD.replace("H", "Other"), GOOD[:-1], GOOD.replace('"H"', "5"), "[1]", "{", "}", "[",
        "]", "{}", '"', "\\", "\n", "```json\n", "```", "<think>", "</think>", "A {word}. ",
        "9" * 5000,
    ]
)  # fmt: skip


def read_by_instructor(text, mode):
    hush()
    message = {"role": "assistant", "content": text}
    choices = [{"index": 0, "message": message, "finish_reason": "stop"}]

    async def answered(**body):
        return ChatCompletion.construct(id="c", model="m", choices=choices)

    try:
        with quietly():
            return asyncio.run(
                retry_async(answered, wire_model(), (), {"messages": []}, max_retries=0, mode=mode)
            )
    except InstructorError:
        return None


@settings(max_examples=150, deadline=None)
@given(
    st.lists(PIECES, max_size=6).map("".join),
    st.sampled_from([Mode.JSON_SCHEMA, Mode.JSON, Mode.MD_JSON]),
)
def test_whatever_instructor_reads_a_replay_reads_alike(text, mode):
    wire = read_by_instructor(text, mode)
    if wire is None:
        return
    try:
        draft = parse(text)
    except WireError as error:
        pytest.fail(f"{text!r} is read by Instructor alone: {error}")
    assert draft == to_draft(wire)
