"""Every article ends in a result or a named failure, whatever the provider does, and it adds up."""

from __future__ import annotations

import pytest
from batch_support import TEXT

from summarizer import Document, Failure, Settings, Summarizer
from summarizer.testing import FAULTS, ScriptedServer, Unreliable

NAMED = {"transport", "rate_limit", "refusal", "truncated", "malformed"}


def documents(count):
    return [Document(source="x", content=TEXT.format(n), id=f"a{n}") for n in range(count)]


def run(model, count, **settings):
    """Every result, and how many requests the server saw."""
    with ScriptedServer(model) as server:
        given = Settings(base_url=server.base_url, **settings)
        with Summarizer("openai/x", settings=given, api_key="k") as summarizer:
            results = list(summarizer.map(documents(count)))
        return results, len(server.requests)


def spent(result):
    return result.spent if isinstance(result, Failure) else result.provenance


def test_with_a_third_of_faults_nothing_is_lost_and_the_account_is_the_servers():
    model = Unreliable(rate=0.3, seed=5, stall=60)
    results, sent = run(model, 120, timeout=3, attempts=5, concurrency=48)
    assert [result.id for result in results] == [f"a{n}" for n in range(120)]
    assert set(model.kinds) == {"good", *FAULTS}
    failed = [result for result in results if isinstance(result, Failure)]
    assert {result.error.type for result in failed} <= NAMED
    assert len(failed) < 120 / 8
    assert sum(spent(result).attempts for result in results) == sent == model.kinds.total()
    tokens = [(spent(result).input_tokens, spent(result).output_tokens) for result in results]
    assert sum(map(sum, tokens)) == model.tokens


@pytest.mark.parametrize("concurrency", ["auto", 64])
def test_a_server_that_takes_32_at_once_loses_nothing(concurrency):
    model = Unreliable(rate=0, takes=32, seconds=0.01)
    results, sent = run(model, 200, concurrency=concurrency)
    assert not [result for result in results if isinstance(result, Failure)]
    assert sent == model.kinds["good"] + model.kinds["busy"]
    assert model.kinds["good"] == 200
