"""The cache gives back what was answered, keeps nothing that is no answer, and breaks no run."""

from __future__ import annotations

import dataclasses
import json
import logging
import sqlite3
import subprocess
import sys
from decimal import Decimal

import pytest

from summarizer import Settings, Summarizer
from summarizer.engines.cache import NAME, Cache, open_cache
from summarizer.engines.exchange import Answer, Message, Request
from summarizer.engines.recordings import Replayer
from summarizer.errors import RefusalError, TruncatedError
from summarizer.testing import ScriptedServer, no_waits, scripted_answer
from summarizer.usage import Usage

REQUEST = Request(
    provider="openai",
    model="m",
    messages=(Message("system", "s"), Message("user", "u €")),
    schema={"type": "object"},
    max_output_tokens=100,
)
ANSWER = Answer("{}", "stop", None, "m-2026", Usage(1, 10, 5), Decimal("0.0000125"))
TEXT = (
    "Tarn Ceramics said on Monday that sales rose 12% to $4.5 million in the first half of 2026. "
    "The maker of roof tiles expects to hire about 40 people by December."
)


@pytest.fixture
def cache(tmp_path):
    opened = Cache(tmp_path / "c" / NAME)
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def waits():
    with no_waits() as waited:
        yield waited


@pytest.fixture
def server():
    with ScriptedServer() as running:
        yield running


def asked(server, cache, *, prompt=None, repeat=0, model="openai/m", **settings):
    given = Settings(base_url=server.base_url, **settings)
    with Summarizer(model, settings=given, api_key="k", cache=cache, prompt=prompt) as one:
        return one.summarize(TEXT, repeat=repeat)


def good():
    from summarizer import clean

    return scripted_answer(clean(TEXT, settings=Settings()), ["12%"])


def test_what_was_kept_is_found_at_no_cost_and_with_its_tokens(cache):
    assert cache.find(REQUEST) is None
    assert cache.save(REQUEST, ANSWER)
    found = cache.find(REQUEST)
    assert found == dataclasses.replace(ANSWER, usage=Usage(0, 10, 5), cost_usd=Decimal(0))


def test_nothing_is_written_before_there_is_something_to_keep(cache):
    assert cache.find(REQUEST) is None
    assert cache.info().answers == cache.clear() == 0
    assert not cache.path.parent.exists()


@pytest.mark.parametrize(
    "answer",
    [
        dataclasses.replace(ANSWER, refusal="no"),
        dataclasses.replace(ANSWER, finish_reason="length"),
        dataclasses.replace(ANSWER, finish_reason="max_tokens"),
        dataclasses.replace(ANSWER, finish_reason="content_filter"),
        dataclasses.replace(ANSWER, text=" "),
    ],
    ids=["refused", "cut off", "cut off elsewhere", "filtered", "empty"],
)
def test_what_is_no_whole_answer_is_not_kept(cache, answer):
    assert not cache.save(REQUEST, answer)
    assert cache.find(REQUEST) is None


def test_every_part_of_a_request_and_the_repeat_is_in_the_key(cache):
    cache.save(REQUEST, ANSWER)
    for change in (
        {"provider": "ollama"},
        {"model": "n"},
        {"messages": (Message("user", "u €"),)},
        {"schema": {}},
        {"max_output_tokens": 101},
        {"repeat": 1},
    ):
        assert cache.find(dataclasses.replace(REQUEST, **change)) is None


def test_two_servers_with_one_name_for_a_model_do_not_share_answers(server, cache):
    server.answer(good())
    asked(server, cache)
    with ScriptedServer() as other:
        other.answer(good())
        assert not asked(other, cache).provenance.cached
        assert asked(other, cache).provenance.cached
        assert (len(server.requests), len(other.requests)) == (1, 1)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:{port}/v1/",
        "HTTP://127.0.0.1:{port}/v1",
        "http://name:secret@127.0.0.1:{port}/v1",
    ],
    ids=["slash", "capitals", "name and password"],
)
def test_another_spelling_of_an_address_is_the_same_server(server, cache, tmp_path, address):
    server.answer(good())
    asked(server, cache)
    port = server.base_url.split(":")[2].split("/")[0]
    given = Settings(base_url=address.format(port=port))
    with Summarizer("openai/m", settings=given, api_key="k", cache=cache) as one:
        assert one.summarize(TEXT).provenance.cached
    assert b"secret" not in cache.path.read_bytes()


def test_a_cache_of_the_release_before_misses_and_can_be_exported_and_cleared(tmp_path):
    path = tmp_path / NAME
    with Cache(path) as cache:
        cache.save(REQUEST, ANSWER, "http://there")
    base = sqlite3.connect(path)
    base.execute("UPDATE answers SET key = ?", (REQUEST.sha256(),))
    base.execute("ALTER TABLE answers DROP COLUMN server")
    base.execute("PRAGMA user_version = 1")
    base.commit()
    base.close()
    with Cache(path) as cache:
        assert cache.find(REQUEST) is cache.find(REQUEST, "http://there") is None
        assert (cache.info().answers, cache.info().older) == (1, 1)
        assert cache.save(REQUEST, dataclasses.replace(ANSWER, text="{ }"))
        assert cache.find(REQUEST).text == "{ }"
        assert (cache.info().answers, cache.info().older) == (2, 1)
        assert cache.export(tmp_path / "r") == 1
        assert Replayer(tmp_path / "r").find(REQUEST).text == "{ }"
        assert cache.clear() == 2


def test_a_second_run_asks_nothing_and_says_so(server, cache):
    server.answer(good())
    first, second = asked(server, cache), asked(server, cache)
    assert len(server.requests) == 1
    assert (first.provenance.cached, second.provenance.cached) == (False, True)
    assert (second.provenance.attempts, second.provenance.cost_usd) == (0, 0)
    assert second.provenance.input_tokens == first.provenance.input_tokens
    assert second.figures == first.figures


@pytest.mark.parametrize(
    "other", [{"repeat": 1}, {"model": "openai/n"}, {"max_output_tokens": 99}], ids=str
)
def test_another_repeat_model_or_parameter_is_asked_for(server, cache, other):
    server.answer(good())
    server.answer(good())
    asked(server, cache)
    assert not asked(server, cache, **other).provenance.cached
    assert asked(server, cache, **other).provenance.cached


def test_a_changed_prompt_is_asked_for(server, cache, tmp_path):
    from summarizer.engines.prompts import load_prompt

    changed = tmp_path / "mine.md"
    origin = load_prompt("summarize", Settings())
    text = origin.source.read_text("utf-8")
    changed.write_text(text.replace("# System", "# System\n\nBe brief.", 1), "utf-8")
    server.answer(good())
    server.answer(good())
    asked(server, cache)
    assert not asked(server, cache, prompt=str(changed)).provenance.cached


def test_refused_and_truncated_answers_are_asked_for_again(server, cache):
    server.refusal()
    with pytest.raises(RefusalError):
        asked(server, cache)
    server.truncated()
    server.truncated()
    with pytest.raises(TruncatedError):
        asked(server, cache)
    server.text("no JSON at all")
    server.answer(good())
    asked(server, cache)
    assert cache.info().answers == 1


def test_refresh_asks_anew_and_keeps_the_new_answer(server, cache):
    server.answer(good())
    server.answer(good() | {"headline": "Tarn lifts sales"})
    asked(server, cache)
    fresh = asked(server, Cache(cache.path, refresh=True))
    assert not fresh.provenance.cached
    assert asked(server, cache).headline == "Tarn lifts sales"
    assert len(server.requests) == 2


def test_a_recording_made_from_the_cache_is_the_one_made_live(server, cache, tmp_path):
    server.answer(good())
    settings = Settings(base_url=server.base_url)
    for folder in ("live", "cached"):
        with Summarizer(
            "openai/m", settings=settings, api_key="k", cache=cache, record=tmp_path / folder
        ) as one:
            one.summarize(TEXT)
    live, cached = (
        {path.name: json.loads(path.read_text())["answer"]["text"] for path in folder.iterdir()}
        for folder in (tmp_path / "live", tmp_path / "cached")
    )
    assert live == cached
    assert len(server.requests) == 1


def test_an_export_can_be_replayed(server, cache, tmp_path):
    server.answer(good())
    asked(server, cache)
    assert cache.export(tmp_path / "out") == 1
    assert Replayer(tmp_path / "out").only_model() == "openai/m"
    with Summarizer(settings=Settings(), replay=tmp_path / "out") as replay:
        assert replay.summarize(TEXT).figures[0].text == "12%"
    (path,) = (tmp_path / "out").iterdir()
    assert Request.from_dict(json.loads(path.read_text())["request"]).sha256() == path.stem


def test_info_and_clear_tell_and_forget_by_model(cache):
    cache.save(REQUEST, ANSWER)
    cache.save(dataclasses.replace(REQUEST, model="n"), ANSWER)
    cache.save(dataclasses.replace(REQUEST, model="n", repeat=1), ANSWER)
    info = cache.info()
    assert (info.answers, info.models) == (3, {"openai/m": 1, "openai/n": 2})
    assert info.size > 0
    assert info.oldest <= info.newest
    assert cache.clear("openai/n") == 2
    assert cache.find(REQUEST) is not None
    assert cache.clear() == 1
    assert cache.info().answers == 0


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b"not a database, but a long enough line of something else"),
        lambda path: path.write_bytes(path.read_bytes()[:5000] + b"\xff" * 20_000),
        lambda path: path.write_bytes(b"SQLite format 3\x00" + b"\x00" * 200),
    ],
    ids=["another file", "a damaged page", "a damaged head"],
)
def test_a_damaged_cache_is_said_set_aside_and_begun_anew(cache, spoil, caplog):
    for number in range(50):
        cache.save(dataclasses.replace(REQUEST, repeat=number), ANSWER)
    cache.close()
    for log in cache.path.parent.glob("*-wal"):
        log.unlink()
    spoil(cache.path)
    with caplog.at_level(logging.WARNING, "summarizer.cache"):
        found = [cache.find(dataclasses.replace(REQUEST, repeat=n)) for n in range(50)]
        assert cache.save(REQUEST, ANSWER)
    assert None in found
    assert cache.find(REQUEST) is not None
    assert "is damaged" in caplog.text
    assert cache.path.with_name(f"{NAME}.damaged").exists()


def test_a_cache_that_cannot_be_written_is_said_once_and_done_without(tmp_path, caplog):
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / NAME)
    with caplog.at_level(logging.WARNING, "summarizer.cache"):
        assert not cache.save(REQUEST, ANSWER)
        assert not cache.save(REQUEST, ANSWER)
    assert caplog.text.count("going on without it") == 1


def test_a_cache_of_another_release_is_left_alone(cache, caplog):
    cache.save(REQUEST, ANSWER)
    cache.close()
    with sqlite3.connect(cache.path) as base:
        base.execute("PRAGMA user_version = 99")
    base.close()
    other = Cache(cache.path)
    with caplog.at_level(logging.WARNING, "summarizer.cache"):
        assert other.find(REQUEST) is None
    assert "another release" in caplog.text
    with sqlite3.connect(cache.path) as base:
        assert base.execute("SELECT count(*) FROM answers").fetchone() == (1,)
    base.close()


def test_several_processes_can_write_at_once(cache):
    code = """
import sys, dataclasses
from pathlib import Path
from summarizer.engines.cache import Cache
from summarizer.engines.exchange import Answer, Message, Request
from summarizer.usage import Usage
cache = Cache(Path(sys.argv[1]))
for number in range(150):
    request = Request("p", "m", (Message("user", f"{sys.argv[2]} {number}"),), {}, 1)
    assert cache.save(request, Answer("{}", "stop", usage=Usage(1, 1, 1)))
    assert cache.find(request)
"""
    processes = [
        subprocess.Popen([sys.executable, "-c", code, str(cache.path), str(number)])
        for number in range(3)
    ]
    assert [process.wait(60) for process in processes] == [0, 0, 0]
    assert cache.info().answers == 450


def test_the_folder_is_the_settings_or_the_users(tmp_path, monkeypatch):
    assert open_cache(Settings(cache_dir=str(tmp_path))).path == tmp_path / NAME
    monkeypatch.setattr("platformdirs.user_cache_path", lambda _app: tmp_path / "user")
    assert open_cache(Settings()).path == tmp_path / "user" / NAME
