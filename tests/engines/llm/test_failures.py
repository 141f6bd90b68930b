"""Headers, bodies and messages of a failing provider."""

from __future__ import annotations

import json
import socket
import ssl
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.engines.llm.failures import (
    from_exception,
    from_status,
    provider_message,
    retry_after,
    shorten,
    unknown,
)
from summarizer.engines.llm.target import Target

NOW = datetime(2026, 3, 1, 12, 0, 0, tzinfo=UTC)
TARGET = Target("openai", "m", "http://127.0.0.1:1/v1")


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "3"}, 3.0),
        ({"retry-after": "0"}, 0.0),
        ({"Retry-After": "1.5"}, 1.5),
        ({"Retry-After": "-4"}, 0.0),
        ({"Retry-After": "Sun, 01 Mar 2026 12:00:20 GMT"}, 20.0),
        ({"Retry-After": "Sun, 01 Mar 2026 11:00:00 GMT"}, 0.0),
        ({"Retry-After-Ms": "250", "Retry-After": "9"}, 0.25),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "nan"}, None),
        ({"Retry-After": ""}, None),
        ({}, None),
    ],
)
def test_retry_after_is_seconds_or_a_date(headers, seconds):
    assert retry_after(headers, NOW) == seconds


@given(st.text())
def test_any_retry_after_is_a_wait_of_at_least_nothing_or_none(value):
    seconds = retry_after({"Retry-After": value}, NOW)
    assert seconds is None or seconds >= 0


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"error": {"message": "No.", "code": "c"}}, ("c", "No")),
        ({"message": "No.", "code": "c"}, ("c", "No")),
        ({"error": "plain words"}, ("", "plain words")),
        ({"detail": "not here"}, ("", "not here")),
        ([{"error": {"message": "in a list"}}], ("", "in a list")),
        (json.dumps({"error": {"message": "as text"}}), ("", "as text")),
        ("<html><body>502 Bad Gateway", ("", "")),
        ("upstream\n  went away", ("", "upstream went away")),
        (None, ("", "")),
        ({"error": {"message": None}}, ("", "")),
    ],
)
def test_a_provider_s_own_words_are_found(body, expected):
    assert provider_message(body) == expected


BODIES = st.recursive(
    st.none() | st.text() | st.integers(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(BODIES)
def test_any_body_gives_one_short_line(body):
    code, message = provider_message(body)
    assert "\n" not in message
    assert len(message) <= 160
    assert isinstance(code, str)


@given(st.integers(400, 599), st.text())
def test_every_status_is_an_error_in_one_line(status, body):
    failure = from_status(status, {}, body, TARGET)
    assert str(failure.error).splitlines() == [str(failure.error)]
    assert str(status) in failure.reason


@pytest.mark.parametrize(
    ("text", "short"),
    [("a  b\nc.", "a b c"), ("x" * 200, "x" * 159 + "…"), ("", "")],
    ids=["lines", "long", "empty"],
)
def test_long_words_are_cut_to_a_line(text, short):
    assert shorten(text) == short


class GoogleLikeError(Exception):
    code = 503
    message = "overloaded"


class AnthropicLikeError(Exception):
    status_code = 529


@pytest.mark.parametrize(
    ("error", "reason", "again"),
    [
        (GoogleLikeError(), "503 server error", "wait"),
        (AnthropicLikeError(), "529 server error", "wait"),
        (TimeoutError(), "no answer in 9 s", "wait"),
        (ConnectionResetError(), "connection dropped", "wait"),
        (ConnectionRefusedError(), "connection refused", "wait"),
        (ssl.SSLCertVerificationError(), "its certificate cannot be verified", "no"),
        (socket.gaierror(), "its name cannot be resolved", "wait"),
        (ExceptionGroup("both", [ConnectionRefusedError()]), "connection refused", "wait"),
    ],
)
def test_sdk_errors_are_told_apart_by_what_they_carry(error, reason, again):
    failure = from_exception(error, TARGET, 9.0)
    assert failure is not None
    assert (failure.reason, failure.again) == (reason, again)


def test_a_bug_is_not_taken_for_a_failing_provider():
    assert from_exception(KeyError("x"), TARGET, 9.0) is None


def test_an_error_that_says_nothing_known_is_told_in_a_line():
    failure = unknown(ValueError("two\nlines."), TARGET)
    assert str(failure.error) == "127.0.0.1:1 failed (ValueError: two lines)"
    assert failure.again == "no"
