"""The scripted server, as a user of it sees it: through the real openai client."""

from __future__ import annotations

import json
import threading

import openai
import pytest

from summarizer.models import Article, Draft, DraftFigure
from summarizer.quantities.types import Span
from summarizer.testing import (
    Reply,
    ScriptedServer,
    completion,
    no_waits,
    scripted_answer,
    wire_answer,
)

TEXT = "Sales rose 12%. Costs fell to $3 million."


@pytest.fixture
def article():
    return Article(
        id="a",
        source="text",
        text=TEXT,
        raw_chars=len(TEXT),
        clean_chars=len(TEXT),
        sentences=(Span(0, 15), Span(16, 41)),
    )


@pytest.fixture
def server():
    with ScriptedServer() as running:
        yield running


@pytest.fixture
def ask(server):
    with openai.OpenAI(base_url=server.base_url, api_key="k", max_retries=0, timeout=10) as client:

        def ask(words="hello", **options):
            return client.chat.completions.create(
                model="m", messages=[{"role": "user", "content": words}], **options
            )

        yield ask


def test_replies_come_in_the_order_of_the_queue(server, ask):
    server.text("one")
    server.text("two", usage=(1, 2), model="other")
    first, second = ask(), ask()
    assert first.choices[0].message.content == "one"
    assert (second.choices[0].message.content, second.model) == ("two", "other")
    assert second.usage.total_tokens == 3


def test_requests_are_kept_as_they_came(server, ask):
    server.text("x")
    ask("words", temperature=0)
    (seen,) = server.requests
    assert seen.path == "/v1/chat/completions"
    assert seen.headers["authorization"] == "Bearer k"
    assert seen.body["temperature"] == 0
    assert seen.messages == [{"role": "user", "content": "words"}]
    assert seen.text == "words"


def test_an_empty_queue_is_a_500_that_says_so(ask):
    with pytest.raises(openai.InternalServerError, match="queue is empty"):
        ask()


def test_a_responder_answers_when_the_queue_is_empty():
    with (
        ScriptedServer(respond=lambda seen: completion(seen.text.upper())) as server,
        openai.OpenAI(base_url=server.base_url, api_key="k", max_retries=0) as client,
    ):
        answer = client.chat.completions.create(
            model="m", messages=[{"role": "user", "content": "loud"}]
        )
    assert answer.choices[0].message.content == "LOUD"


def test_a_refusal_and_a_truncated_answer_look_as_the_api_s_do(server, ask):
    server.refusal("no")
    server.truncated("{")
    refused, cut = ask().choices[0], ask().choices[0]
    assert (refused.message.content, refused.message.refusal) == (None, "no")
    assert (cut.message.content, cut.finish_reason) == ("{", "length")


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (400, openai.BadRequestError),
        (401, openai.AuthenticationError),
        (404, openai.NotFoundError),
        (429, openai.RateLimitError),
        (503, openai.InternalServerError),
    ],
)
def test_a_status_is_the_client_s_error(server, ask, code, error):
    server.status(code, retry_after=3, message="as told")
    with pytest.raises(error, match="as told") as caught:
        ask()
    assert caught.value.response.headers["retry-after"] == "3"


def test_a_body_of_ones_own_is_sent_as_it_is(server, ask):
    server.status(400, body={"mine": 1})
    with pytest.raises(openai.BadRequestError) as caught:
        ask()
    assert caught.value.response.json() == {"mine": 1}


def test_a_dropped_connection_is_a_connection_error_and_the_next_is_served(server, ask):
    server.drop()
    server.text("back")
    with pytest.raises(openai.APIConnectionError):
        ask()
    assert ask().choices[0].message.content == "back"


def test_a_slow_answer_comes_when_its_event_is_set(server, ask):
    gate = server.slow(60, then=completion("late"))
    found = []
    thread = threading.Thread(target=lambda: found.append(ask()))
    thread.start()
    server.wait_for(1)
    assert found == []
    gate.set()
    thread.join(10)
    assert found[0].choices[0].message.content == "late"


def test_a_slow_answer_outlasts_a_client_s_time_out(server, ask):
    server.slow(60)
    with pytest.raises(openai.APITimeoutError):
        ask(timeout=0.1)


def test_connections_are_kept_alive(server, ask):
    for _ in range(3):
        server.text("x")
        ask()
    assert len({seen.connection for seen in server.requests}) == 1


def test_a_reply_of_ones_own_is_sent(server, ask):
    server.enqueue(Reply(418, b"{}", headers={"X-Mine": "1"}))
    with pytest.raises(openai.APIStatusError) as caught:
        ask()
    assert caught.value.response.headers["x-mine"] == "1"


def test_waiting_for_requests_that_do_not_come_ends(server):
    with pytest.raises(TimeoutError, match="0 of 1 requests arrived"):
        server.wait_for(1, seconds=0.01)


def test_the_address_is_asked_for_while_the_server_runs():
    with pytest.raises(RuntimeError, match="with block"):
        _ = ScriptedServer().base_url


def test_stopping_ends_every_thread():
    before = set(threading.enumerate())
    with ScriptedServer() as server:
        server.slow(60)
        with (
            openai.OpenAI(base_url=server.base_url, api_key="k", max_retries=0) as client,
            pytest.raises(openai.APITimeoutError),
        ):
            client.chat.completions.create(model="m", messages=[], timeout=0.1)
    for thread in set(threading.enumerate()) - before:
        thread.join(10)
        assert not thread.is_alive()


def test_a_scripted_answer_is_in_the_article_s_own_words(article):
    answer = scripted_answer(article, ["12%", "$3 million"], figure1={"direction": "down"})
    assert answer["headline"] == "Sales rose 12%."
    assert answer["key_points"][1] == {"text": "Costs fell to $3 million.", "sentence": "S2"}
    first, second = answer["figures"]
    assert (first["quote"], first["sentence"]) == ("Sales rose 12%.", "S1")
    assert (second["amount"], second["direction"]) == ("$3 million", "down")
    json.dumps(answer)


@pytest.mark.parametrize(
    ("amounts", "changes"),
    [(["13%"], {}), (["12%"], {"figure1": {}}), (["12%"], {"other": {}})],
    ids=["no-such-amount", "no-such-figure", "no-figure"],
)
def test_a_scripted_answer_that_would_lie_is_refused(article, amounts, changes):
    with pytest.raises(ValueError, match="no "):
        scripted_answer(article, amounts, **changes)


def test_a_draft_becomes_the_answer_that_a_model_would_send():
    figure = DraftFigure(quote="q", amount="a", metric="m", comparator="le", sentence=3)
    answer = wire_answer(Draft(headline="h", summary="s", figures=(figure,)))
    assert answer["figures"][0]["comparator"] == "at most"
    assert answer["figures"][0]["sentence"] == "S3"
    assert answer["figures"][0]["direction"] == "none"


def test_no_waits_gives_the_real_sleeper_back():
    from summarizer.engines.llm import retry

    before = retry.default_sleep
    with no_waits() as waited:
        assert retry.default_sleep is not before
    assert retry.default_sleep is before
    assert waited == []
