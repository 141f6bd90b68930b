"""What we take of Instructor beyond its `create`: a release that changes it fails here, by name."""

from __future__ import annotations

import asyncio
import inspect
import json

import pytest
from instructor import Mode
from instructor.core.exceptions import (
    IncompleteOutputException,
    InstructorError,
    InstructorRetryException,
)
from instructor.core.hooks import Hooks
from instructor.core.retry import retry_async
from openai.types.chat import ChatCompletion

from summarizer.engines.llm.reading import wire_model

GOOD = {"headline": "H", "summary": "S", "key_points": [], "figures": []}
MODES = pytest.mark.parametrize("mode", [Mode.JSON_SCHEMA, Mode.JSON, Mode.MD_JSON])


def completion_of(content, *, finish_reason="stop", refusal=None):
    message = {"role": "assistant", "content": content, "refusal": refusal}
    return ChatCompletion.construct(
        id="c",
        object="chat.completion",
        created=0,
        model="m",
        choices=[{"index": 0, "message": message, "finish_reason": finish_reason}],
        usage={"prompt_tokens": 3, "completion_tokens": None},
    )


class Attempt:
    """One attempt of `retry_async`, called as the tuned path calls it, and what came of it."""

    def __init__(self, answer, mode):
        self.calls = []
        self.heard = []
        self.body = {"model": "m", "messages": [{"role": "user", "content": "{{ 7*7 }}\n"}]}

        async def ask(*args, **kwargs):
            self.calls.append((args, json.dumps(kwargs)))
            if isinstance(answer, BaseException):
                raise answer
            return answer

        hooks = Hooks()
        hooks.on(
            "completion:response",
            lambda response: self.heard.append((response, response.usage.completion_tokens)),
        )
        self.result = self.error = None
        try:
            self.result = asyncio.run(
                retry_async(ask, wire_model(), (), self.body, max_retries=0, mode=mode, hooks=hooks)
            )
        except InstructorError as error:
            self.error = error


def test_retry_async_takes_the_arguments_that_the_tuned_path_gives_it():
    parameters = inspect.signature(retry_async).parameters
    assert list(parameters)[:4] == ["func", "response_model", "args", "kwargs"]
    assert {"context", "max_retries", "mode", "hooks"} <= set(parameters)
    assert parameters["context"].default is None


@MODES
def test_retry_async_sends_once_what_it_is_given_and_gives_the_very_class_back(mode):
    completion = completion_of(json.dumps(GOOD))
    asked = Attempt(completion, mode)
    (((args, kwargs)),) = asked.calls
    assert args == ()
    assert kwargs == json.dumps(asked.body)
    assert type(asked.result) is wire_model()
    assert asked.result.model_dump() == GOOD
    assert asked.heard == [(completion, None)], "the hook comes before the counts are added up"


@MODES
def test_retry_async_says_that_an_answer_is_cut_off(mode):
    asked = Attempt(completion_of("{", finish_reason="length"), mode)
    assert isinstance(asked.error, IncompleteOutputException)
    assert len(asked.heard) == 1


@MODES
@pytest.mark.parametrize(
    ("content", "refusal"),
    [("prose", None), ('{"headline": 1}', None), (None, "I can't"), ('{"a": ' * 900, None)],
    ids=["prose", "form", "refusal", "nested"],
)
def test_retry_async_names_a_value_error_as_the_cause_where_an_answer_has_no_form(
    mode, content, refusal
):
    asked = Attempt(completion_of(content, refusal=refusal), mode)
    assert isinstance(asked.error, InstructorRetryException)
    assert isinstance(asked.error.__cause__, ValueError)
    assert (len(asked.calls), len(asked.heard)) == (1, 1)


@MODES
def test_retry_async_names_the_function_s_own_exception_as_the_cause(mode):
    mistake = ConnectionError("down")
    asked = Attempt(mistake, mode)
    assert isinstance(asked.error, InstructorRetryException)
    assert asked.error.__cause__ is mistake
    assert (len(asked.calls), asked.heard) == (1, [])
