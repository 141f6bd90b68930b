"""What happens to an answer that does not hold."""

from __future__ import annotations

import asyncio
import json

import pytest
from llm_support import content

from summarizer.errors import MalformedError, RefusalError, TruncatedError
from summarizer.testing import scripted_answer
from summarizer.usage import Usage

FINDING = "figure 1: the article says $4.1 billion, not $41 billion (S1)"


def judge(draft):
    return tuple(FINDING for figure in draft.figures if figure.amount == "$41 billion")


def wrong(article, count=1):
    answer = scripted_answer(article, ["$4.1 billion"] * count)
    for figure in answer["figures"]:
        figure["amount"] = "$41 billion"
    return answer


def right(article):
    return scripted_answer(article, ["$4.1 billion"])


@pytest.mark.parametrize("model", ["openai/scripted-1", "ollama/scripted-1"])
def test_a_wrong_number_is_corrected_after_our_own_findings(server, make_engine, article, model):
    server.answer(wrong(article))
    server.answer(right(article))
    drafted = make_engine(model).draft(article, judge)
    assert [figure.amount for figure in drafted.draft.figures] == ["$4.1 billion"]
    assert drafted.usage == Usage(2, 2000, 400)
    assert drafted.retries == (f"re-asked, 1 finding: {FINDING}",)
    first, second = server.requests
    user = [message["content"] for message in second.messages if message["role"] == "user"]
    assert f"- {FINDING}\n" in user[-1]
    assert "$41 billion" in str(second.messages[-2]["content"]), "the model sees what it said"
    assert second.messages[: len(first.messages)] == first.messages
    for foreign in ("pydantic", "validation error", "input_value", "https://errors"):
        assert foreign not in second.text.lower()


def test_the_same_in_an_event_loop(server, make_engine, article):
    server.answer(wrong(article))
    server.answer(right(article))

    async def main():
        async with make_engine() as engine:
            return await engine.adraft(article, judge)

    drafted = asyncio.run(main())
    assert judge(drafted.draft) == ()
    assert drafted.usage.attempts == 2


def test_the_draft_with_the_fewest_findings_is_kept(server, make_engine, article):
    server.answer(wrong(article, 3))
    server.answer(wrong(article, 1))
    server.answer(wrong(article, 2))
    drafted = make_engine(reasks=2).draft(article, judge)
    assert len(drafted.draft.figures) == 1
    assert drafted.usage.attempts == 3


def test_re_asks_do_not_grow_with_the_turns(server, make_engine, article):
    for count in (3, 2, 1):
        server.answer(wrong(article, count))
    make_engine(reasks=2).draft(article, judge)
    assert [len(request.messages) for request in server.requests] == [2, 4, 4]


def test_a_model_that_repeats_itself_is_not_asked_a_third_time(server, make_engine, article):
    for _ in range(4):
        server.answer(wrong(article))
    drafted = make_engine(reasks=3).draft(article, judge)
    assert len(server.requests) == 2
    assert drafted.retries[-1] == "the model repeats its answer, so it was not asked again"


def test_without_re_asks_the_first_draft_is_returned(server, make_engine, article):
    server.answer(wrong(article))
    drafted = make_engine(reasks=0).draft(article, judge)
    assert drafted.draft.figures[0].amount == "$41 billion"
    assert len(server.requests) == 1


@pytest.mark.parametrize("model", ["openai/scripted-1", "ollama/scripted-1"])
@pytest.mark.parametrize(
    ("bad", "told"),
    [
        pytest.param("I cannot do JSON.", "it holds no JSON object", id="prose"),
        pytest.param('{"headline": "x", "summary": "y"', "not valid JSON", id="cut"),
        pytest.param('{"headline": "x", "summary": "y", "key_points": []}', "figures is missing",
                     id="field-missing"),
    ],
)  # fmt: skip
def test_a_malformed_answer_is_re_asked_in_our_words(
    server, make_engine, article, model, bad, told
):
    server.text(bad)
    server.answer(right(article))
    drafted = make_engine(model).draft(article, judge)
    assert drafted.usage == Usage(2, 2000, 400)
    last = str(server.requests[1].messages[-1]["content"])
    assert told in last
    assert "pydantic" not in server.requests[1].text.lower()
    assert drafted.retries[0].startswith("re-asked, malformed answer: ")


@pytest.mark.parametrize("model", ["openai/scripted-1", "ollama/scripted-1"])
def test_a_model_that_never_answers_in_form_is_malformed(server, make_engine, article, model):
    for number in range(3):
        server.text(f"prose {number}")
    with pytest.raises(MalformedError, match="cannot be used: it holds no JSON object") as caught:
        make_engine(model, reasks=2).draft(article, judge)
    assert caught.value.usage == Usage(3, 3000, 600)


def test_a_malformed_re_ask_does_not_lose_the_draft_before(server, make_engine, article):
    server.answer(wrong(article))
    server.text("prose")
    drafted = make_engine(reasks=1).draft(article, judge)
    assert drafted.draft.figures[0].amount == "$41 billion"


def test_a_re_ask_that_the_provider_fails_does_not_lose_the_draft(server, make_engine, article):
    server.answer(wrong(article))
    server.status(500)
    drafted = make_engine(attempts=1).draft(article, judge)
    assert drafted.draft.figures[0].amount == "$41 billion"
    assert drafted.retries[-1].startswith("re-ask failed, the best draft so far is kept: ")
    assert drafted.usage == Usage(2, 1000, 200)


def test_an_empty_answer_is_not_sent_back_as_a_message(server, make_engine, article):
    server.text("")
    server.answer(right(article))
    make_engine().draft(article, content)
    assert [m["role"] for m in server.requests[1].messages] == ["system", "user", "user"]


@pytest.mark.parametrize("model", ["openai/scripted-1", "ollama/scripted-1"])
def test_a_truncated_answer_is_asked_for_once_more_with_twice_the_room(
    server, make_engine, article, model
):
    server.truncated()
    server.answer(right(article))
    drafted = make_engine(model, max_output_tokens=500).draft(article, judge)
    assert [request.body["max_tokens"] for request in server.requests] == [500, 1000]
    assert drafted.retries == ("answer cut off at 500 tokens, asked again with 1000",)
    assert drafted.usage == Usage(2, 2000, 400)


@pytest.mark.parametrize("model", ["openai/scripted-1", "ollama/scripted-1"])
def test_an_answer_truncated_twice_is_an_error_with_its_tokens(server, make_engine, article, model):
    server.truncated()
    server.truncated()
    with pytest.raises(TruncatedError, match="max_output_tokens") as caught:
        make_engine(model).draft(article, judge)
    assert caught.value.usage == Usage(2, 2000, 400)


@pytest.mark.parametrize("model", ["openai/scripted-1", "ollama/scripted-1"])
def test_a_refusal_is_not_retried(server, make_engine, article, model):
    server.refusal("I can't help with that.")
    with pytest.raises(RefusalError, match="declines to answer: I can't help with that") as caught:
        make_engine(model).draft(article, judge)
    assert len(server.requests) == 1
    assert caught.value.usage == Usage(1, 1000, 200)


def test_a_content_filter_is_a_refusal(server, make_engine, article):
    server.text("", finish_reason="content_filter")
    with pytest.raises(RefusalError, match="it ended with 'content_filter'"):
        make_engine().draft(article, judge)


def test_a_provider_without_room_for_more_leaves_the_answer_truncated(server, make_engine, article):
    server.truncated()
    server.status(400, message="max_tokens is too large: 8192")
    with pytest.raises(TruncatedError) as caught:
        make_engine().draft(article, judge)
    assert caught.value.usage == Usage(2, 1000, 200)


def test_a_long_list_of_findings_is_cut_and_says_so(server, make_engine, article):
    server.answer(right(article))
    server.answer(right(article))
    make_engine(reasks=1).draft(article, lambda draft: tuple(f"finding {n}" for n in range(23)))
    told = server.requests[1].messages[-1]["content"]
    assert "- finding 19\n- and 3 more of the same kinds\n" in told
    assert "finding 20" not in told


def test_an_answer_in_parts_is_put_together(server, make_engine, article):
    words = json.dumps(right(article))
    parts = [{"type": "text", "text": words[:40]}, {"type": "text", "text": words[40:]}]
    server.text(parts)
    drafted = make_engine().draft(article, judge)
    assert drafted.draft.figures[0].amount == "$4.1 billion"
