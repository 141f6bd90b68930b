"""Servers that do not know a parameter are met halfway, once, and it is remembered."""

from __future__ import annotations

import asyncio
import json

import pytest
from llm_support import content

from summarizer.engines.llm.openai_channel import Dialect, Dialects
from summarizer.engines.llm.target import Target
from summarizer.errors import TransportError
from summarizer.testing import ScriptedServer, completion, error, scripted_answer

NO_SCHEMA = "'response_format.type' json_schema is not supported"
NO_MAX_TOKENS = "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."
NO_TEMPERATURE = "Unsupported value: 'temperature' does not support 0 with this model."


def complaint(text):
    return {"error": {"message": text, "type": "invalid_request_error", "code": None}}


def test_a_server_without_json_schema_gets_json_object_and_the_schema_in_words(
    server, make_engine, article
):
    server.status(400, body=complaint(NO_SCHEMA))
    server.answer(scripted_answer(article, ["12%"]))
    server.answer(scripted_answer(article, ["12%"]))
    engine = make_engine()
    drafted = engine.draft(article, content)
    assert drafted.retries == ("400 no json_schema here, json_object used",)
    assert drafted.usage.attempts == 2
    engine.draft(article, content)
    first, second, third = server.requests
    assert first.body["response_format"]["type"] == "json_schema"
    for later in (second, third):
        assert later.body["response_format"] == {"type": "json_object"}
        assert '"required":["headline","summary","key_points","figures"]' in later.text
        assert later.messages[1] == first.messages[1]


def test_a_server_without_either_gets_words_alone(server, make_engine, article):
    server.status(400, body=complaint(NO_SCHEMA))
    server.status(400, body={"error": "'response_format.type' must be 'text'"})
    server.text(f"Here it is:\n```json\n{json.dumps(scripted_answer(article, ['12%']))}\n```")
    drafted = make_engine().draft(article, content)
    assert len(drafted.draft.figures) == 1
    assert "response_format" not in server.requests[2].body
    assert len(drafted.retries) == 2


@pytest.mark.parametrize(
    ("message", "before", "after"),
    [
        pytest.param(NO_MAX_TOKENS, "max_tokens", "max_completion_tokens", id="limit"),
        pytest.param(NO_TEMPERATURE, "temperature", None, id="temperature"),
    ],
)
def test_a_parameter_that_is_refused_by_name_is_changed(
    server, make_engine, article, message, before, after
):
    server.status(400, body=complaint(message))
    server.answer(scripted_answer(article))
    drafted = make_engine().draft(article, content)
    first, second = (request.body for request in server.requests)
    assert before in first
    assert before not in second
    assert after is None or second[after] == first[before]
    assert len(drafted.retries) == 1


def test_changes_of_form_do_not_use_up_the_attempts(server, make_engine, article):
    for message in (NO_SCHEMA, NO_MAX_TOKENS, NO_TEMPERATURE):
        server.status(400, body=complaint(message))
    server.answer(scripted_answer(article))
    drafted = make_engine(attempts=1).draft(article, content)
    assert drafted.usage.attempts == 4


def test_a_server_that_refuses_every_form_ends_in_an_error(server, make_engine, article):
    for _ in range(6):
        server.status(400, body=complaint(NO_SCHEMA))
    with pytest.raises(TransportError, match="refuses the request"):
        make_engine().draft(article, content)
    assert len(server.requests) == 3


def test_many_at_once_learn_the_same_and_none_overshoots(prompt, article, make_engine):
    good = completion(json.dumps(scripted_answer(article)))

    def respond(seen):
        form = seen.body.get("response_format", {}).get("type")
        return error(400, body=complaint(NO_SCHEMA)) if form == "json_schema" else good

    with ScriptedServer(respond=respond) as server:

        async def main():
            async with make_engine(base_url=server.base_url) as engine:
                await asyncio.gather(*(engine.adraft(article, content) for _ in range(12)))

        asyncio.run(main())
        forms = {
            str(request.body.get("response_format", {}).get("type")) for request in server.requests
        }
    assert forms == {"json_schema", "json_object"}


@pytest.mark.parametrize(
    ("own_server", "limit"), [(False, "max_completion_tokens"), (True, "max_tokens")]
)
def test_openai_is_sent_the_new_name_of_the_limit_and_others_the_old(own_server, limit):
    assert Dialects(Target("openai", "m", own_server=own_server)).current.limit == limit


@pytest.mark.parametrize(
    ("used", "said", "change"),
    [
        (Dialect(), "the key is wrong", None),
        (Dialect(), "max_tokens is too large: 9000", None),
        (Dialect(limit="max_completion_tokens"), "max_completion_tokens is too large", None),
        (Dialect(limit="max_tokens", limit_known=True), NO_MAX_TOKENS, None),
        (Dialect(structure="text"), NO_SCHEMA, None),
        (Dialect(temperature=False), NO_TEMPERATURE, None),
        (
            Dialect(limit="max_completion_tokens"),
            "Unknown parameter: max_completion_tokens",
            {"limit": "max_tokens", "limit_known": True},
        ),
        (
            Dialect(),
            "This response_format type is unavailable now",
            {"structure": "json_object"},
        ),
    ],
)
def test_only_a_complaint_about_a_parameter_changes_the_dialect(used, said, change):
    step = used.without(said)
    assert (step and step[0]) == change
