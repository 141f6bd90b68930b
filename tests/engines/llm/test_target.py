"""Which model, where, and with whose key."""

from __future__ import annotations

import pytest

from summarizer.engines.llm.target import OPENAI_URL, find_target
from summarizer.errors import AuthError, ModelError
from summarizer.settings import Settings

KEY = {"OPENAI_API_KEY": "sk-v"}
LOCAL = "http://localhost:8000/v1"


@pytest.mark.parametrize(
    ("spec", "settings", "api_key", "environ", "expected"),
    [
        pytest.param(
            "openai/gpt-x",
            {},
            None,
            KEY,
            (OPENAI_URL, "sk-v", False, "api.openai.com"),
            id="openai",
        ),
        pytest.param(
            "openai/gpt-x", {}, "sk-a", KEY, (OPENAI_URL, "sk-a", False, "api.openai.com"), id="arg"
        ),
        pytest.param(
            "openai/org/m",
            {"base_url": LOCAL},
            None,
            {},
            (LOCAL, None, True, "localhost:8000"),
            id="local-without-key",
        ),
        pytest.param(
            "openai/m",
            {},
            None,
            {"OPENAI_BASE_URL": LOCAL},
            (LOCAL, None, True, "localhost:8000"),
            id="variable",
        ),
        pytest.param(
            "openai/m",
            {"base_url": LOCAL},
            None,
            {"OPENAI_BASE_URL": "http://other/v1"},
            (LOCAL, None, True, "localhost:8000"),
            id="setting-first",
        ),
        pytest.param(
            "anthropic/c", {}, None, KEY, (None, None, False, "anthropic"), id="other-provider"
        ),
    ],
)
def test_a_model_is_found_where_it_is_configured(spec, settings, api_key, environ, expected):
    target = find_target(spec, Settings(**settings), api_key, environ)
    assert (target.base_url, target.api_key, target.own_server, target.where) == expected
    assert target.spec == spec


@pytest.mark.parametrize("spec", ["gpt-x", "openai/", "/gpt-x", "", "openai/a b", " openai/x"])
def test_what_is_not_provider_and_name_is_refused(spec):
    with pytest.raises(ModelError, match="Write provider/name"):
        find_target(spec, Settings(), None, KEY)


@pytest.mark.parametrize(
    ("spec", "example"),
    [
        ("gpt-x", "openai/gpt-x"),
        ("openai/", "openai/NAME"),
        ("ollama/", "ollama/NAME"),
        ("/gpt-x", "openai/gpt-x"),
        ("", "openai/NAME"),
        ("openai/a b", "openai/NAME"),
        (" openai/x", "openai/x"),
    ],
)
def test_the_example_is_what_may_have_been_meant(spec, example):
    with pytest.raises(ModelError, match=f"such as {example}, or rules\\."):
        find_target(spec, Settings(), None, KEY)


def test_the_rules_engine_is_no_way_out_where_it_would_not_do():
    for spec in ("gpt-x", "openai/x"):
        with pytest.raises(ModelError if spec == "gpt-x" else AuthError) as caught:
            find_target(spec, Settings(), None, {}, rules=False)
        assert "rules" not in str(caught.value)


@pytest.mark.parametrize("url", ["localhost:8000", "ftp://x/v1", "http://"])
def test_a_base_url_that_is_no_url_is_refused(url):
    with pytest.raises(ModelError, match="not an http"):
        find_target("openai/x", Settings(base_url=url), None, KEY)


@pytest.mark.parametrize("environ", [{}, {"OPENAI_API_KEY": " "}])
def test_openai_without_a_key_says_which_variable_to_set(environ):
    with pytest.raises(AuthError, match="Set OPENAI_API_KEY, or use --model rules"):
        find_target("openai/x", Settings(), None, environ)


def test_a_key_is_not_shown():
    assert "sk-v" not in repr(find_target("openai/x", Settings(), None, KEY))
