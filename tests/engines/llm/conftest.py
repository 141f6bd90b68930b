"""An article, a server to talk to, and engines that are closed again."""

from __future__ import annotations

from contextlib import ExitStack

import pytest
from llm_support import TEXT, article_of

from summarizer.engines.llm import LLMEngine
from summarizer.engines.prompts import load_prompt
from summarizer.settings import Settings
from summarizer.testing import ScriptedServer, no_waits


@pytest.fixture
def article():
    return article_of(TEXT)


@pytest.fixture
def server():
    with ScriptedServer() as running:
        yield running


@pytest.fixture(autouse=True)
def waits():
    """No test waits; the list says how long the retries would have."""
    with no_waits() as waited:
        yield waited


@pytest.fixture(autouse=True)
def no_variables(monkeypatch):
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "TOGETHER_API_KEY", "DEEPSEEK_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")


@pytest.fixture
def prompt():
    return load_prompt("summarize", Settings())


@pytest.fixture
def make_engine(server, prompt):
    with ExitStack() as engines:

        def make(model="openai/scripted-1", *, record=None, replay=None, api_key=None, **settings):
            settings = {"base_url": server.base_url, "timeout": 20.0} | settings
            engine = LLMEngine(
                model,
                settings=Settings(**settings),
                prompt=prompt,
                record=record,
                replay=replay,
                api_key=api_key,
            )
            return engines.enter_context(engine)

        yield make
