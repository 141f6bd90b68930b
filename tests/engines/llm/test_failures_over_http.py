"""What happens when the provider fails: the right result, or one clear error."""

from __future__ import annotations

import asyncio
import socket
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from llm_support import content

from summarizer.errors import (
    AuthError,
    ModelError,
    RateLimitError,
    TooLargeError,
    TransportError,
)
from summarizer.testing import scripted_answer
from summarizer.usage import Usage

MODELS = pytest.mark.parametrize("model", ["openai/scripted-1", "ollama/scripted-1"])


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@MODELS
@pytest.mark.parametrize(
    ("code", "body", "expected"),
    [
        pytest.param(401, None, (AuthError, "refuses the API key (401)"), id="401"),
        pytest.param(403, None, (AuthError, "denies access (403): scripted error 403"), id="403"),
        pytest.param(
            404,
            {"error": {"message": "The model `scripted-1` does not exist", "code": None}},
            (ModelError, "no such model at 127.0.0.1"),
            id="404-model",
        ),
        pytest.param(404, "<html>Not found", (ModelError, "does not speak the API"), id="404-page"),
        pytest.param(400, None, (TransportError, "refuses the request (400)"), id="400"),
        pytest.param(
            400,
            {"error": {"message": "too many tokens", "code": "context_length_exceeded"}},
            (TooLargeError, "longer than"),
            id="context-length",
        ),
        pytest.param(413, None, (TooLargeError, "longer than"), id="413"),
        pytest.param(
            429,
            {"error": {"message": "You exceeded your quota", "code": "insufficient_quota"}},
            (RateLimitError, "no quota left"),
            id="no-quota",
        ),
    ],
)
def test_what_cannot_get_better_is_not_retried(
    server, make_engine, article, model, code, body, expected
):
    error, says = expected
    server.status(code, body=body)
    with pytest.raises(error) as caught:
        make_engine(model).draft(article, content)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(server.requests) == 1


def test_a_refused_key_is_not_repeated_in_the_error(server, make_engine, article):
    server.status(401, message="Incorrect API key provided: sk-topsecret")
    with pytest.raises(AuthError) as caught:
        make_engine(api_key="sk-topsecret").draft(article, content)
    assert "sk-topsecret" not in str(caught.value)
    assert "OPENAI_API_KEY" in str(caught.value)
    assert caught.value.exit_code == 2


@MODELS
@pytest.mark.parametrize("code", [408, 409, 429, 500, 502, 503, 504, 529])
def test_what_may_get_better_is_tried_again(server, make_engine, article, model, code):
    server.status(code)
    server.status(code)
    server.answer(scripted_answer(article))
    drafted = make_engine(model).draft(article, content)
    assert drafted.usage == Usage(3, 1000, 200)
    assert len(drafted.retries) == 2
    assert all(reason.startswith(f"{code} ") for reason in drafted.retries)


@MODELS
def test_retry_after_in_seconds_is_waited_for(server, make_engine, article, waits, model):
    server.status(429, retry_after=7)
    server.answer(scripted_answer(article))
    drafted = make_engine(model).draft(article, content)
    assert waits == [7.0]
    assert drafted.retries == ("429 rate limit, waited 7 s",)


def test_retry_after_as_a_date_is_waited_for(server, make_engine, article, waits):
    moment = datetime.now(UTC) + timedelta(seconds=30)
    server.status(503, retry_after=format_datetime(moment, usegmt=True))
    server.answer(scripted_answer(article))
    make_engine().draft(article, content)
    assert len(waits) == 1
    assert 20 < waits[0] <= 30


def test_waits_without_retry_after_grow_and_differ(server, make_engine, article, waits):
    for _ in range(3):
        server.status(500)
    server.answer(scripted_answer(article))
    make_engine().draft(article, content)
    first, second, third = waits
    assert 0.5 <= first <= 1.0
    assert 1.0 <= second <= 1.5
    assert 2.0 <= third <= 2.5


@pytest.mark.parametrize("code", [429, 503])
def test_nobody_waits_for_longer_than_a_minute(server, make_engine, article, waits, code):
    server.status(code, retry_after=3600)
    with pytest.raises(RateLimitError, match="asks to wait 3600 s, longer than the 60 s"):
        make_engine().draft(article, content)
    assert waits == []
    assert len(server.requests) == 1


@MODELS
@pytest.mark.parametrize(
    ("code", "error"),
    [pytest.param(429, RateLimitError, id="429"), pytest.param(500, TransportError, id="500")],
)
def test_attempts_end(server, make_engine, article, model, code, error):
    for _ in range(5):
        server.status(code, retry_after=0)
    with pytest.raises(error, match="3 requests sent") as caught:
        make_engine(model, attempts=3).draft(article, content)
    assert len(server.requests) == 3
    assert caught.value.usage == Usage(3, 0, 0)


@MODELS
def test_a_dropped_connection_is_tried_again(server, make_engine, article, model):
    server.drop()
    server.answer(scripted_answer(article))
    drafted = make_engine(model).draft(article, content)
    assert drafted.usage == Usage(2, 1000, 200)
    assert drafted.retries[0].startswith("connection dropped, waited ")


@MODELS
def test_a_slow_answer_times_out_and_is_tried_again(server, make_engine, article, model):
    server.slow(30)
    server.answer(scripted_answer(article))
    drafted = make_engine(model, timeout=0.3).draft(article, content)
    assert drafted.usage == Usage(2, 1000, 200)
    assert drafted.retries[0].startswith("no answer in 0.3 s, waited ")


def test_a_server_that_stays_slow_is_a_transport_error(server, make_engine, article):
    server.slow(30)
    with pytest.raises(TransportError, match=r"does not answer within 0\.2 s"):
        make_engine(timeout=0.2, attempts=1).draft(article, content)


def test_a_web_page_is_not_an_answer_of_another_provider_either(server, make_engine, article):
    server.html()
    with pytest.raises(TransportError, match="answers with a web page, not as the API does"):
        make_engine("ollama/scripted-1").draft(article, content)
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("body", "says"),
    [
        pytest.param("<!doctype html><title>Sign in", "answers with a web page", id="html"),
        pytest.param("OK", "no chat completion", id="text"),
        pytest.param("[]", "no chat completion", id="list"),
        pytest.param('{"choices": []}', "no chat completion", id="no-choices"),
        pytest.param('{"choices": [{"message": null}]}', "no chat completion", id="no-message"),
        pytest.param("", "no chat completion", id="empty"),
    ],
)
def test_a_good_status_with_another_body_is_not_an_answer(server, make_engine, article, body, says):
    server.html(body)
    with pytest.raises(TransportError, match=says) as caught:
        make_engine().draft(article, content)
    assert "base URL" in str(caught.value)
    assert len(server.requests) == 1


def test_an_error_with_status_200_is_an_error(server, make_engine, article):
    server.html('{"error": {"message": "upstream overloaded", "code": 503}}')
    server.answer(scripted_answer(article))
    drafted = make_engine().draft(article, content)
    assert drafted.retries[0].startswith("503 server error")


@MODELS
def test_a_server_that_is_not_there_is_named_with_the_way_out(make_engine, article, model):
    port = free_port()
    engine = make_engine(model, base_url=f"http://127.0.0.1:{port}/v1", attempts=2)
    with pytest.raises(TransportError) as caught:
        engine.draft(article, content)
    assert f"127.0.0.1:{port} cannot be reached (connection refused)" in str(caught.value)
    assert "--model rules" in str(caught.value)


def test_a_name_that_does_not_resolve_is_said_to(make_engine, article):
    engine = make_engine(base_url="http://no-such-host.invalid/v1", attempts=1)
    with pytest.raises(TransportError, match="its name cannot be resolved"):
        engine.draft(article, content)


def test_every_fault_in_a_row_ends_in_the_right_result(server, make_engine, article):
    server.status(500)
    server.drop()
    server.status(429, retry_after=1)
    server.truncated()
    server.text("prose")
    server.answer(scripted_answer(article, ["12%"]))

    async def main():
        async with make_engine() as engine:
            return await engine.adraft(article, content)

    drafted = asyncio.run(main())
    assert len(drafted.draft.figures) == 1
    assert drafted.usage == Usage(6, 3000, 600)
    assert len(drafted.retries) == 5


def test_one_article_s_failure_leaves_the_others_alone(server, make_engine, article):
    answer = scripted_answer(article)
    server.status(400)
    server.answer(answer)

    async def main():
        async with make_engine() as engine:
            return await asyncio.gather(
                *(engine.adraft(article, content) for _ in range(2)), return_exceptions=True
            )

    kinds = sorted(type(result).__name__ for result in asyncio.run(main()))
    assert kinds == ["Drafted", "TransportError"]
