"""Answers kept, and answers given back without a word to anybody."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from summarizer.engines.exchange import Answer, Message, Request
from summarizer.engines.llm import LLMEngine
from summarizer.engines.prompts import load_prompt
from summarizer.engines.recordings import Recorder, Replayer
from summarizer.errors import ModelError, RecordingError, RefusalError
from summarizer.models import Article
from summarizer.quantities.types import Span
from summarizer.settings import Settings
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
TEXT = "Sales rose 12%. Costs fell."


@pytest.fixture
def article():
    return Article(
        id="a",
        source="text",
        text=TEXT,
        raw_chars=len(TEXT),
        clean_chars=len(TEXT),
        sentences=(Span(0, 15), Span(16, 27)),
    )


@pytest.fixture(autouse=True)
def waits():
    with no_waits() as waited:
        yield waited


def engine(model=None, *, server=None, **options):
    settings = Settings(base_url=server.base_url if server else None)
    prompt = load_prompt("summarize", settings)
    return LLMEngine(model, settings=settings, prompt=prompt, **options)


def accept(draft):
    return ()


def test_what_is_recorded_is_what_is_found(tmp_path):
    path = Recorder(tmp_path / "new").save(REQUEST, ANSWER)
    assert path.name == f"{REQUEST.sha256()}.json"
    found = Replayer(tmp_path / "new").find(REQUEST)
    assert found == dataclasses.replace(ANSWER, usage=Usage(0, 10, 5))


@pytest.mark.parametrize(
    "change",
    [
        {"provider": "ollama"},
        {"model": "n"},
        {"messages": (Message("system", "s"), Message("user", "u €."))},
        {"messages": (Message("user", "s"), Message("user", "u €"))},
        {"schema": {"type": "array"}},
        {"max_output_tokens": 101},
    ],
    ids=["provider", "model", "words", "role", "schema", "limit"],
)
def test_every_part_of_a_request_is_in_its_hash(change):
    assert dataclasses.replace(REQUEST, **change).sha256() != REQUEST.sha256()


def test_a_hash_does_not_change_between_releases():
    assert REQUEST.sha256() == "d61bf32f09001a000b417c250279cb7becc4a78154535225c751f4f03f31cdd7"


def test_a_recording_can_be_read_by_a_person(tmp_path):
    content = json.loads(Recorder(tmp_path).save(REQUEST, ANSWER).read_text())
    assert content["request"] == REQUEST.as_dict()
    assert content["answer"]["cost_usd"] == "0.0000125"
    assert content["answer"]["text"] == "{}"
    assert content["created_at"].endswith("Z")


def test_nothing_half_written_is_left(tmp_path, monkeypatch):
    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", fail)
    with pytest.raises(RecordingError, match="No space left on device"):
        Recorder(tmp_path).save(REQUEST, ANSWER)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_an_error(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(RecordingError, match="--record"):
        Recorder(tmp_path / "file").save(REQUEST, ANSWER)


def test_a_missing_recording_is_named_with_the_way_out(tmp_path):
    with pytest.raises(RecordingError) as caught:
        Replayer(tmp_path).find(REQUEST)
    assert REQUEST.sha256() in str(caught.value)
    assert "--record" in str(caught.value)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        '{"format": 2}',
        '{"format": 1}',
        '{"format": 1, "answer": {}}',
        '{"format": 1, "answer": []}',
        '{"format": 1, "answer": {"text": 1}}',
    ],
)
def test_a_broken_recording_is_named(tmp_path, content):
    path = Recorder(tmp_path).save(REQUEST, ANSWER)
    path.write_text(content)
    with pytest.raises(RecordingError, match="not a usable recording") as caught:
        Replayer(tmp_path).find(REQUEST)
    assert str(path) in str(caught.value)


def test_the_only_model_of_a_folder_is_found(tmp_path):
    recorder = Recorder(tmp_path)
    with pytest.raises(RecordingError, match="no recordings"):
        Replayer(tmp_path).only_model()
    recorder.save(REQUEST, ANSWER)
    assert Replayer(tmp_path).only_model() == "openai/m"
    recorder.save(dataclasses.replace(REQUEST, provider="ollama"), ANSWER)
    with pytest.raises(ModelError, match="2 models: ollama/m, openai/m"):
        Replayer(tmp_path).only_model()


def test_a_recorded_run_is_replayed_with_its_re_asks_and_without_a_server(article, tmp_path):
    def judge(draft):
        return () if draft.figures else ("no figures",)

    with ScriptedServer() as server:
        server.truncated()
        server.text("prose")
        server.answer(scripted_answer(article))
        server.answer(scripted_answer(article, ["12%"]))
        with engine("openai/m", server=server, record=tmp_path) as live:
            first = live.draft(article, judge)
    assert len(list(tmp_path.glob("*.json"))) == 4
    with engine(replay=tmp_path) as replay:
        again = replay.draft(article, judge)
    assert replay.name == "replay"
    assert again.draft == first.draft
    assert again.retries == first.retries
    assert again.cached
    assert again.model == first.model
    assert first.usage == Usage(4, 4000, 800)
    assert again.usage == Usage(0, 4000, 800)


def test_a_recorded_refusal_is_a_refusal_again(article, tmp_path):
    with ScriptedServer() as server:
        server.refusal()
        with (
            engine("openai/m", server=server, record=tmp_path) as live,
            pytest.raises(RefusalError),
        ):
            live.draft(article, accept)
    with engine(replay=tmp_path) as replay, pytest.raises(RefusalError):
        replay.draft(article, accept)


def test_replay_of_another_article_is_a_recording_error(article, tmp_path):
    Recorder(tmp_path).save(REQUEST, ANSWER)
    with engine(replay=tmp_path) as replay, pytest.raises(RecordingError, match="openai/m"):
        replay.draft(article, accept)


def test_replay_imports_no_sdk(article, tmp_path):
    with ScriptedServer() as server:
        server.answer(scripted_answer(article, ["12%"]))
        with engine("openai/m", server=server, record=tmp_path) as live:
            live.draft(article, accept)
    code = f"""
import sys
from pathlib import Path
from summarizer.engines.llm import LLMEngine
from summarizer.engines.prompts import load_prompt
from summarizer.models import Article
from summarizer.settings import Settings
text = {TEXT!r}
article = Article(id="a", source="text", text=text, raw_chars=27, clean_chars=27,
                  sentences=((0, 15), (16, 27)))
with LLMEngine(None, settings=Settings(), prompt=load_prompt("summarize", Settings()),
               replay=Path({str(tmp_path)!r})) as engine:
    print(engine.draft(article, lambda draft: ()).draft.figures[0].amount)
sys.exit(", ".join({{"openai", "instructor", "httpx2"}} & set(sys.modules)) or 0)
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parent,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "12%\n", "")
