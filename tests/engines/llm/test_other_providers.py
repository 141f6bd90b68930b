"""Providers that Instructor reaches: what is said when one cannot be used."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest
from llm_support import content

from summarizer.engines.llm.completions import finish_reason, usage_of, words
from summarizer.errors import AuthError, ModelError
from summarizer.testing import Reply, completion, scripted_answer
from summarizer.usage import Usage


def test_a_missing_package_is_named_with_the_command_that_installs_it(
    make_engine, article, caplog, capsys
):
    pytest.importorskip("instructor")
    with pytest.raises(ModelError) as caught:
        make_engine("cohere/command-r").draft(article, content)
    assert str(caught.value) == (
        "cohere/command-r: the package of the provider 'cohere' is not installed."
        " Run: pip install 'cohere'."
    )
    assert caught.value.exit_code == 2
    assert caplog.records == []
    assert capsys.readouterr().err == ""


def test_an_unknown_provider_is_named_with_the_nearest(make_engine, article):
    with pytest.raises(ModelError, match="no provider 'olama', did you mean 'ollama'"):
        make_engine("olama/llama3").draft(article, content)


def test_a_missing_key_is_named_by_its_variable(make_engine, article):
    with pytest.raises(AuthError, match="Set TOGETHER_API_KEY"):
        make_engine("together/some-model").draft(article, content)


def test_the_key_and_the_server_reach_a_provider_that_takes_them(server, make_engine, article):
    server.answer(scripted_answer(article, ["12%"]))
    drafted = make_engine("deepseek/chat", api_key="sk-given").draft(article, content)
    assert server.requests[0].headers["authorization"] == "Bearer sk-given"
    assert server.requests[0].body["model"] == "chat"
    assert drafted.model == "deepseek/scripted-1"
    assert drafted.cost_usd is None


def as_tool_call(answer):
    """A completion that answers through a tool, as most providers' models do."""
    body = json.loads(completion(None).content)
    call = {"name": "WireAnswer", "arguments": json.dumps(answer)}
    message = body["choices"][0]["message"]
    message["tool_calls"] = [{"id": "c1", "type": "function", "function": call}]
    return Reply(200, json.dumps(body).encode())


def test_an_answer_through_a_tool_is_read_and_re_asked_like_any_other(server, make_engine, article):
    answer = scripted_answer(article, ["12%"])
    server.enqueue(as_tool_call({"headline": "only"}))
    server.enqueue(as_tool_call(answer))
    drafted = make_engine("deepseek/chat", api_key="k").draft(article, content)
    assert drafted.draft.figures[0].amount == "12%"
    assert drafted.usage == Usage(2, 2000, 400)
    first, second = server.requests
    assert first.body["tools"][0]["function"]["name"] == "WireAnswer"
    assert second.messages[-2] == {"role": "assistant", "content": '{"headline": "only"}'}
    assert "summary is missing" in second.messages[-1]["content"]


def test_the_limit_s_name_is_changed_where_it_is_refused_and_left_out_at_last(
    server, make_engine, article
):
    server.status(400, message="Unsupported 'max_tokens'. Use 'max_completion_tokens' instead.")
    server.status(400, message="Unknown parameter max_completion_tokens")
    server.answer(scripted_answer(article))
    server.answer(scripted_answer(article))
    engine = make_engine("ollama/scripted-1")
    drafted = engine.draft(article, content)
    assert drafted.retries == (
        "no max_tokens here, max_completion_tokens used",
        "no max_completion_tokens here, no limit used",
    )
    engine.draft(article, content)
    sent = [[key for key in r.body if key.startswith("max_")] for r in server.requests]
    assert sent == [["max_tokens"], ["max_completion_tokens"], [], []]


def test_article_text_is_not_run_as_a_template(server, make_engine, article):
    rogue = article.model_copy(update={"title": "A {{7*7}} {% boom %} title"})
    server.answer(scripted_answer(article))
    make_engine("ollama/scripted-1").draft(rogue, content)
    assert "Title: A {{7*7}} {% boom %} title" in server.requests[0].text


@pytest.mark.parametrize(
    ("usage", "expected"),
    [
        pytest.param(
            SimpleNamespace(prompt_tokens=3, completion_tokens=4), Usage(1, 3, 4), id="openai"
        ),
        pytest.param(
            SimpleNamespace(input_tokens=3, output_tokens=4), Usage(1, 3, 4), id="anthropic"
        ),
        pytest.param(
            SimpleNamespace(prompt_token_count=3, candidates_token_count=4),
            Usage(1, 3, 4),
            id="google",
        ),
        pytest.param(None, Usage(1, None, None), id="none"),
        pytest.param(
            SimpleNamespace(prompt_tokens=0, completion_tokens=0), Usage(1, None, None), id="zero"
        ),
        pytest.param(SimpleNamespace(input_tokens=5), Usage(1, 5, None), id="half"),
    ],
)
def test_tokens_are_read_under_every_provider_s_names(usage, expected):
    assert usage_of(SimpleNamespace(usage=usage)) == expected


def namespace(value):
    return json.loads(json.dumps(value), object_hook=lambda item: SimpleNamespace(**item))


@pytest.mark.parametrize(
    ("completion", "expected"),
    [
        pytest.param({"choices": [{"message": {"content": "hi"}}]}, "hi", id="openai"),
        pytest.param(
            {
                "choices": [
                    {
                        "message": {
                            "content": None,
                            "tool_calls": [{"function": {"arguments": "{}"}}],
                        }
                    }
                ]
            },
            "{}",
            id="openai-tool",
        ),
        pytest.param({"content": [{"type": "text", "text": "hi"}]}, "hi", id="anthropic"),
        pytest.param(
            {"content": [{"text": "I answer {so}:"}, {"name": "WireAnswer", "input": None}]},
            "I answer {so}:",
            id="anthropic-no-tool",
        ),
        pytest.param({"something": "else"}, "", id="unknown"),
    ],
)
def test_a_model_s_raw_words_are_found_where_its_provider_puts_them(completion, expected):
    assert words(namespace(completion)) == expected


def test_what_a_tool_is_called_with_is_the_answer_and_words_around_it_are_not():
    call = SimpleNamespace(input={"headline": "H"})
    said = SimpleNamespace(content=[SimpleNamespace(text="I call {it}."), call])
    assert words(said) == '{"headline": "H"}'


@pytest.mark.parametrize(
    ("completion", "reason"),
    [
        pytest.param(
            {"choices": [{"finish_reason": "content_filter"}]}, "content_filter", id="openai"
        ),
        pytest.param({"stop_reason": "refusal", "content": []}, "refusal", id="anthropic"),
        pytest.param({"something": "else"}, "stop", id="unknown"),
    ],
)
def test_why_an_answer_ended_is_read_where_its_provider_says_it(completion, reason):
    assert finish_reason(namespace(completion)) == reason
