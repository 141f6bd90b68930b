"""Functions called beside: results and errors come back, and a process that dies costs no call."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
import time

import pytest

from summarizer import Article, Document, Failure, Settings, Summarizer
from summarizer.articles import clean
from summarizer.errors import FaultError, NoArticleError
from summarizer.processes import Processes
from summarizer.testing import ScriptedServer, Unreliable

TEXT = (
    "Tarn Ceramics said on Monday that sales rose 12% to $4.5 million in the first half of 2026. "
    "The maker of roof tiles expects to hire about 40 people by December."
)


class _Odd(Exception):  # noqa: N818
    def __reduce__(self):
        raise TypeError


def odd(_):
    raise _Odd("odd")


def run(count, work, **options):
    async def main():
        processes = Processes(count, **options)
        try:
            return await work(processes)
        finally:
            processes.close()

    return asyncio.run(main())


def test_a_result_comes_from_another_process():
    numbers = run(1, lambda processes: processes.call(os.getpid))
    assert numbers != os.getpid()


def test_many_calls_come_back_each_to_its_caller_and_share_the_processes():
    async def work(processes):
        found = await asyncio.gather(*(processes.call(divmod, n, 7) for n in range(200)))
        where = await asyncio.gather(*(processes.call(os.getpid) for _ in range(40)))
        return found, set(where)

    found, where = run(2, work)
    assert found == [divmod(n, 7) for n in range(200)]
    assert len(where) == 2


def test_an_error_of_ours_comes_back_as_it_was():
    document = Document("page", b"", "page")
    with pytest.raises(NoArticleError) as here:
        clean(document)
    with pytest.raises(NoArticleError) as there:
        run(1, lambda processes: processes.call(clean, document))
    assert str(there.value) == str(here.value)


def test_the_first_calls_are_made_here_where_a_start_is_not_worth_it():
    async def work(processes):
        return [await processes.call(os.getpid) for _ in range(3)]

    first, second, third = run(1, work, after=2)
    assert first == second == os.getpid() != third


def test_an_error_that_cannot_be_copied_comes_back_in_words():
    with pytest.raises(RuntimeError, match="_Odd: odd"):
        run(1, lambda processes: processes.call(odd, 1))


def test_without_processes_everything_is_done_here():
    assert run(0, lambda processes: processes.call(os.getpid)) == os.getpid()


def test_a_process_that_is_killed_is_replaced_and_its_calls_are_done_by_another():
    async def work(processes):
        number = await processes.call(os.getpid)
        slow = asyncio.create_task(processes.call(time.sleep, 0.3))
        await asyncio.sleep(0.1)
        os.kill(number, signal.SIGKILL)
        await slow
        return number, await processes.call(os.getpid)

    before, after = run(1, work)
    assert before != after


def test_a_call_that_every_process_dies_of_fails_alone():
    async def work(processes):
        with pytest.raises(FaultError, match="processes died of it"):
            await processes.call(os._exit, 1)
        return await processes.call(divmod, 9, 4)

    assert run(1, work) == (2, 1)


def test_where_no_process_can_be_started_the_work_is_done_here(monkeypatch, caplog):
    monkeypatch.setattr(sys, "executable", "no/such/python")
    assert run(2, lambda processes: processes.call(os.getpid)) == os.getpid()
    assert "no process can be started" in caplog.text


def test_a_stray_print_does_not_end_up_among_the_results(capfd):
    async def work(processes):
        await processes.call(print, "stray", flush=True)
        return await processes.call(divmod, 9, 4)

    assert run(1, work) == (2, 1)
    assert "stray" in capfd.readouterr().err


def whole(server, workers, texts, **settings):
    given = Settings(base_url=server.base_url, concurrency=8, workers=workers, **settings)
    documents = (Document(f"d{n}", text.encode(), f"d{n}") for n, text in enumerate(texts))
    with Summarizer("openai/m", settings=given, api_key="k") as summarizer:
        return list(summarizer.map(documents))


def test_summaries_are_the_same_with_processes_and_without():
    texts = [f"{TEXT} It opened {n + 2} shops." for n in range(12)] + [""]
    with ScriptedServer(Unreliable(rate=0)) as server:
        alone, beside = whole(server, 0, texts), whole(server, 2, texts)
    assert [type(one) for one in alone] == [type(one) for one in beside]
    assert isinstance(beside[-1], Failure)
    for one, other in zip(alone, beside, strict=True):
        if not isinstance(one, Failure):
            changing = {"provenance"}
            assert one.model_dump(exclude=changing) == other.model_dump(exclude=changing)
            assert isinstance(other.article, Article)


def test_the_rules_engine_gives_the_same_in_processes_and_in_order():
    documents = [Document("d", f"{TEXT} It opened {n} shops.".encode(), f"d{n}") for n in range(20)]
    given = [documents[0], NoArticleError("nothing", subject="x"), *documents[1:]]
    found = []
    for workers in (0, 2):
        with Summarizer("rules", settings=Settings(workers=workers)) as summarizer:
            found.append(list(summarizer.map(given)))
    alone, beside = found
    assert [one.id for one in beside] == [one.id for one in alone]
    assert isinstance(beside[1], Failure)
    assert [one.figures for one in beside if not isinstance(one, Failure)] == [
        one.figures for one in alone if not isinstance(one, Failure)
    ]


def test_processes_end_with_the_run_also_when_it_is_left_in_the_middle():
    texts = [f"{TEXT} It opened {n + 2} shops." for n in range(30)]
    with ScriptedServer(Unreliable(rate=0)) as server:
        given = Settings(base_url=server.base_url, concurrency=4, workers=1)
        with Summarizer("openai/m", settings=given, api_key="k") as summarizer:
            results = summarizer.map([Document(t[-12:], t.encode(), "d") for t in texts])
            assert not isinstance(next(results), Failure)
            results.close()
        assert threading.active_count() < 20
