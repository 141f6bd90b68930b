"""Opening and closing engines, and what importing them costs."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from llm_support import article_of, content

from summarizer.engines.llm import LLMEngine
from summarizer.errors import EngineError, NoArticleError, UsageError
from summarizer.settings import Settings
from summarizer.testing import scripted_answer


def test_importing_the_engine_imports_no_sdk():
    code = (
        "import sys, summarizer.engines.llm, summarizer.testing;"
        "heavy = {'openai', 'instructor', 'tenacity', 'httpx2', 'jinja2', 'yaml', 'genai_prices'};"
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_closed_engine_says_so(make_engine, article):
    engine = make_engine()
    engine.close()
    engine.close()
    with pytest.raises(UsageError, match="the engine is closed"):
        engine.draft(article, content)
    with pytest.raises(UsageError, match="the engine is closed"):
        asyncio.run(engine.adraft(article, content))


def test_closing_ends_the_thread_of_synchronous_calls(server, make_engine, article):
    before = set(threading.enumerate())
    server.answer(scripted_answer(article))
    engine = make_engine()
    engine.draft(article, content)
    started = {t for t in threading.enumerate() if "scripted" not in t.name} - before
    assert any(thread.is_alive() for thread in started)
    engine.close()
    names = [t.name for t in started if t.is_alive() and "process_request" not in t.name]
    assert names == []


def test_one_engine_serves_one_loop_after_another(server, make_engine, article):
    engine = make_engine()
    for _ in range(3):
        server.answer(scripted_answer(article, ["12%"]))

        async def once():
            drafted = await engine.adraft(article, content)
            await engine._close_channel()
            return drafted

        assert len(asyncio.run(once()).draft.figures) == 1


def test_one_engine_serves_sync_and_async_callers(server, make_engine, article):
    for _ in range(2):
        server.answer(scripted_answer(article, ["12%"]))

    async def main():
        async with make_engine() as engine:
            inside = await engine.adraft(article, content)
            outside = await asyncio.to_thread(engine.draft, article, content)
            return inside, outside

    inside, outside = asyncio.run(main())
    assert inside.draft == outside.draft


def test_close_inside_the_loop_that_used_the_engine_does_not_deadlock(server, make_engine, article):
    server.answer(scripted_answer(article))

    async def main():
        engine = make_engine()
        await engine.adraft(article, content)
        engine.close()
        await asyncio.gather(*engine._closing)

    asyncio.run(asyncio.wait_for(main(), 20))


def test_close_from_another_thread_closes_the_client_of_a_running_loop(
    server, make_engine, article
):
    server.answer(scripted_answer(article))

    async def main():
        engine = make_engine()
        await engine.adraft(article, content)
        (channel,) = engine._channels.values()
        await asyncio.to_thread(engine.close)
        return channel

    channel = asyncio.run(asyncio.wait_for(main(), 20))
    assert channel._client.is_closed()


def test_a_forgotten_engine_does_not_keep_the_process_alive(server):
    code = f"""
import sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from llm_support import TEXT, article_of, content
from summarizer.engines.llm import LLMEngine
from summarizer.engines.prompts import load_prompt
from summarizer.settings import Settings
engine = LLMEngine("openai/x", settings=Settings(base_url={server.base_url!r}),
                   prompt=load_prompt("summarize", Settings()))
print(len(engine.draft(article_of(TEXT), content).draft.figures))
"""
    server.answer(scripted_answer(article_of("It rose 12%."), ["12%"]))
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "1\n", "")


def test_cancelling_one_draft_leaves_the_engine_usable(server, make_engine, article):
    server.slow(30)
    server.answer(scripted_answer(article, ["12%"]))

    async def main():
        async with make_engine() as engine:
            task = asyncio.create_task(engine.adraft(article, content))
            await asyncio.to_thread(server.wait_for, 1)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            return await engine.adraft(article, content)

    assert len(asyncio.run(main()).draft.figures) == 1


def test_closing_while_a_thread_waits_for_its_draft_ends_the_wait(server, make_engine, article):
    server.slow(60)
    engine = make_engine()
    found = []

    def wait():
        try:
            engine.draft(article, content)
        except EngineError as error:
            found.append(str(error))

    thread = threading.Thread(target=wait)
    thread.start()
    server.wait_for(1)
    engine.close()
    thread.join(20)
    assert found == ["closed before the model answered"]


def test_an_article_without_sentences_is_refused_before_anything_is_sent(server, make_engine):
    with pytest.raises(NoArticleError, match="no sentences"):
        make_engine().draft(article_of("", spans=[]), content)
    assert server.requests == ()


def test_a_judge_s_own_mistake_is_not_hidden(server, make_engine, article):
    server.answer(scripted_answer(article))

    def broken(draft):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        make_engine().draft(article, broken)


def test_record_and_replay_exclude_each_other(prompt, tmp_path):
    with pytest.raises(UsageError, match="exclude each other"):
        LLMEngine("openai/x", settings=Settings(), prompt=prompt, record=tmp_path, replay=tmp_path)


def test_engines_say_what_they_are(make_engine, prompt):
    engine = make_engine("openai/org/name")
    assert (engine.name, engine.model) == ("llm", "openai/org/name")
    assert engine.prompt == prompt.identity
