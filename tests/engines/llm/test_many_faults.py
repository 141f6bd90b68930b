"""Many articles against a server that fails often: each ends in a draft or a named error."""

from __future__ import annotations

import asyncio
import json
import random
import threading
from collections import Counter

from llm_support import TEXT, article_of, content

from summarizer.engines.llm import LLMEngine
from summarizer.errors import EngineError
from summarizer.settings import Settings
from summarizer.testing import Reply, ScriptedServer, completion, error, scripted_answer

ARTICLES = 120
FAULTS = 0.35


class Unreliable:
    """Answers, and counts the tokens that its answers report."""

    def __init__(self, answer):
        self.random = random.Random(20261121)  # noqa: S311 - chance that can be repeated
        self.lock = threading.Lock()
        self.tokens = 0
        self.kinds = Counter()
        good = json.dumps(answer)
        self.good = completion(good)
        self.faults = {
            "rate-limit": error(429, retry_after=0.01),
            "server-error": error(500),
            "dropped": Reply(0, b"", action="drop"),
            "truncated": completion(good[:50], finish_reason="length"),
            "malformed": completion("no JSON"),
            "refused": completion(None, refusal="no"),
            "page": Reply(200, b"<html>", "text/html"),
        }

    def __call__(self, seen):
        with self.lock:
            bad = self.random.random() < FAULTS
            kind = self.random.choice(sorted(self.faults)) if bad else "good"
            self.kinds[kind] += 1
            if kind in {"good", "truncated", "malformed", "refused"}:
                self.tokens += 1200
            return self.faults[kind] if bad else self.good


def test_nothing_is_lost_and_the_tokens_are_the_servers(prompt):
    articles = [article_of(TEXT, title=f"Number {number}") for number in range(ARTICLES)]
    respond = Unreliable(scripted_answer(articles[0], ["12%"]))
    with ScriptedServer(respond=respond) as server:

        async def main():
            settings = Settings(base_url=server.base_url, timeout=30, attempts=6, reasks=3)
            limit = asyncio.Semaphore(32)
            async with LLMEngine("openai/x", settings=settings, prompt=prompt) as engine:

                async def one(article):
                    async with limit:
                        return await engine.adraft(article, content)

                return await asyncio.gather(*map(one, articles), return_exceptions=True)

        results = asyncio.run(main())
        sent = len(server.requests)
    assert len(respond.kinds) == 8, "every fault came up"
    failed = [result for result in results if isinstance(result, BaseException)]
    assert all(isinstance(result, EngineError) for result in failed)
    assert len(failed) < ARTICLES / 4
    assert sum(result.usage.attempts for result in results) == sent
    tokens = sum(result.usage.input_tokens + result.usage.output_tokens for result in results)
    assert tokens == respond.tokens
