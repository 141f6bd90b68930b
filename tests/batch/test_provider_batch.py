"""A provider's batch: submitted, asked about and fetched in processes of their own."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from batch_support import TEXT, rows_of

from summarizer import Document, Failure, Settings, Summarizer, UsageError
from summarizer.batch import provider_batch
from summarizer.batch.provider_batch import FetchedBatch, submit
from summarizer.engines.cache import Cache
from summarizer.errors import InputError
from summarizer.testing import BatchServer, ScriptedServer, completion, error, own_words


def documents(count=6):
    return [Document(source=f"x:{n}", content=TEXT.format(n), id=f"a{n}") for n in range(count)]


@pytest.fixture
def state(tmp_path):
    return tmp_path / "many.batch"


def sent(server, state, sources=None, **options):
    settings = Settings(base_url=server.base_url)
    given = documents() if sources is None else sources
    return submit(given, state, "openai/gpt-5-mini", settings=settings, **options)


def fetched(state, cache=None):
    """Every result of a batch that has ended, in what might be another process."""
    with FetchedBatch(state, settings=Settings(), cache=cache) as batch:
        for _ in range(5):
            if all(status.ended for status in batch.status()):
                break
        return list(batch.results()), batch.pending


def kinds(results):
    return [result.error.type if isinstance(result, Failure) else "ok" for result in results]


def test_a_batch_goes_its_course_and_gives_what_a_live_run_gives(state):
    with BatchServer() as server:
        done = sent(server, state)
        assert (done.inputs, done.requests, done.batches) == (6, 6, ("batch_1",))
        with FetchedBatch(state, settings=Settings()) as batch:
            course = [batch.status()[0].status for _ in range(4)]
        assert course == ["in_progress", "finalizing", "completed", "completed"]
        results, pending = fetched(state)
    assert ([result.id for result in results], pending) == ([f"a{n}" for n in range(6)], 0)
    with ScriptedServer(lambda seen: completion(json.dumps(own_words(seen)))) as live:
        given = Settings(base_url=live.base_url)
        with Summarizer("openai/gpt-5-mini", settings=given, api_key="k") as summarizer:
            expected = list(summarizer.map(documents()))
    varying = {"provenance": {"seconds", "created_at"}}
    for result, other in zip(results, expected, strict=True):
        assert result.model_dump(exclude=varying) == other.model_dump(exclude=varying)


def test_the_requests_are_the_live_ones_and_named_by_their_hash(state):
    with BatchServer() as server:
        sent(server, state)
        (uploaded,) = server.files.values()
    lines = [json.loads(line) for line in uploaded.splitlines()]
    assert {line["url"] for line in lines} == {"/v1/chat/completions"}
    assert all(len(line["custom_id"]) == 64 for line in lines)
    assert lines[0]["body"]["response_format"]["json_schema"]["strict"] is True
    assert TEXT.format(0) in lines[0]["body"]["messages"][-1]["content"]


def test_before_its_end_nothing_is_there_and_it_is_said(state):
    with BatchServer() as server:
        sent(server, state)
        with FetchedBatch(state, settings=Settings()) as batch:
            assert list(batch.results()) == []
            assert batch.pending == 6


def test_one_that_fails_is_named_and_the_others_are_there(state):
    def respond(seen):
        number = int(seen.text.rpartition("week number ")[2].partition(".")[0])
        if number == 1:
            return error(400, message="the prompt is odd")
        if number == 2:
            return completion(None, refusal="No.")
        if number == 3:
            return completion('{"headline": "Cut', finish_reason="length")
        if number == 4:
            return error(404, message="The model does not exist")
        return completion(json.dumps(own_words(seen)))

    with BatchServer(respond) as server:
        sent(server, state)
        results, _ = fetched(state)
    assert kinds(results) == ["ok", "transport", "refusal", "truncated", "batch", "ok"]
    assert "the prompt is odd" in results[1].error.message


@pytest.mark.parametrize("outcome", ["expired", "cancelled"])
def test_what_a_batch_left_is_named_and_only_that_is_submitted_again(state, tmp_path, outcome):
    cache = Cache(tmp_path / "answers.sqlite")
    with BatchServer(outcome=outcome, answered=4) as server:
        sent(server, state, cache=cache)
        results, _ = fetched(state, cache)
        assert kinds(results) == ["ok"] * 4 + ["batch"] * 2
        assert f"batch_{outcome}" in results[4].error.message
        assert "is answered is not asked again" in results[4].error.message
        again = sent(server, tmp_path / "again.batch", cache=cache)
        assert (again.inputs, again.requests) == (6, 2)
        server.outcome = "completed"
        results, _ = fetched(tmp_path / "again.batch", cache)
    assert kinds(results) == ["ok"] * 6
    assert [result.provenance.cached for result in results] == [True] * 4 + [False] * 2


def test_a_batch_that_failed_as_a_whole_says_why(state):
    with BatchServer(outcome="failed") as server:
        sent(server, state)
        results, _ = fetched(state)
    assert kinds(results) == ["batch"] * 6
    assert "batch_1 is failed and has no answer: line 1 cannot be used" in results[0].error.message


def test_answers_that_come_twice_count_once(state):
    with BatchServer(repeated=True) as server:
        sent(server, state)
        results, _ = fetched(state)
    assert kinds(results) == ["ok"] * 6
    assert {result.provenance.attempts for result in results} == {1}


def test_articles_that_are_alike_are_asked_for_once_and_inputs_that_fail_have_their_place(state):
    given = [documents(1)[0], InputError("no such file", subject="gone.txt"), documents(1)[0]]
    given.append(Document(source="y", content="Home\nLogin\nMenu\n", id="menu"))
    with BatchServer() as server:
        assert sent(server, state, given).requests == 1
        results, _ = fetched(state)
    assert kinds(results) == ["ok", "input", "ok", "no_article"]
    assert results[1].id == "gone.txt"


def test_many_requests_go_in_several_batches(state, monkeypatch):
    monkeypatch.setattr(provider_batch, "MOST_REQUESTS", 4)
    with BatchServer() as server:
        assert sent(server, state).batches == ("batch_1", "batch_2")
        with FetchedBatch(state, settings=Settings()) as batch:
            for _ in range(3):
                server._step(server.batches["batch_1"])
            results = list(batch.results())
            assert (len(results), batch.pending) == (4, 2)
        results, pending = fetched(state)
    assert (kinds(results), pending) == (["ok"] * 6, 0)


def test_a_submit_that_died_is_taken_up_and_no_batch_is_made_twice(state, monkeypatch):
    from summarizer.batch.state import BatchState

    with BatchServer() as server:
        with monkeypatch.context() as patch:

            def die(*_):
                raise KeyboardInterrupt

            patch.setattr(BatchState, "submitted", die)
            with pytest.raises(KeyboardInterrupt):
                sent(server, state)
        with pytest.raises(UsageError, match="not everything in it was submitted"):
            FetchedBatch(state, settings=Settings())
        assert sent(server, state, []).batches == ("batch_1",)
        assert len(server.batches) == 1
        assert kinds(fetched(state)[0]) == ["ok"] * 6


def test_tokens_cost_half(state, monkeypatch):
    monkeypatch.setattr("summarizer.engines.llm.target.OPENAI_HOST", "127.0.0.1")
    live = Decimal("0.25") * 1000 / 10**6 + Decimal(2) * 200 / 10**6
    with BatchServer() as server:
        sent(server, state)
        results, _ = fetched(state)
    assert {result.provenance.cost_usd for result in results} == {live / 2}


def test_a_changed_prompt_is_said(state, tmp_path):
    from summarizer.engines.prompts import load_prompt

    mine = tmp_path / "mine.md"
    mine.write_text(load_prompt("summarize", Settings()).source.read_text("utf-8"), "utf-8")
    with BatchServer() as server:
        sent(server, state, prompt=str(mine))
        mine.write_text(mine.read_text().replace("# System", "# System\n\nBe brief.", 1))
        with pytest.raises(UsageError, match="has changed since the batch was submitted"):
            fetched(state)


@pytest.mark.parametrize(
    ("model", "said"),
    [
        ("anthropic/x", "anthropic has no batches here"),
        ("x", "not a model. Write provider/name, such as openai/x\\.$"),
        ("rules", "the rules engine asks no provider and has no batches. Use openai/NAME"),
    ],
)
def test_a_model_without_batches_is_refused(state, model, said):
    with pytest.raises(UsageError, match=said):
        submit(documents(), state, model, settings=Settings(base_url="http://127.0.0.1:9/v1"))
    assert list(state.parent.glob("many.batch*")) == []


def test_a_submit_that_is_refused_leaves_a_state_file_of_before(state):
    with BatchServer() as server:
        sent(server, state)
    before = state.read_bytes()
    with pytest.raises(UsageError, match="holds a batch of openai/gpt-5-mini"):
        submit([], state, "openai/x", settings=Settings(base_url="http://127.0.0.1:9/v1"))
    assert state.read_bytes() == before


def test_a_submit_without_a_key_names_no_model_that_has_no_batches(state, monkeypatch):
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    with pytest.raises(UsageError, match=r"no API key. Set OPENAI_API_KEY\.$"):
        submit(documents(), state, "openai/x", settings=Settings())


@pytest.mark.parametrize(
    ("inputs", "errors", "note"),
    [
        (["gone.txt"], 1, "note: 1 input, 1 failed: nothing to submit"),
        (["gone.txt", "a.txt"], 1, "note: 2 inputs, 1 failed, 1 request in batch_1"),
        (["menu.txt", "gone.txt", "a.txt"], 2, "note: 3 inputs, 2 failed, 1 request in batch_1"),
        (["a.txt"], 0, "note: 1 input, 1 request in batch_1"),
    ],
)
def test_inputs_that_cannot_be_submitted_are_told_at_once(
    tmp_path, capsys, monkeypatch, inputs, errors, note
):
    from summarizer.__main__ import main

    (tmp_path / "a.txt").write_text(TEXT.format(1))
    (tmp_path / "menu.txt").write_text("Home\nLogin\nMenu\n")
    with BatchServer() as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        argv = ["batch", "submit", *inputs, "-m", "openai/gpt-5-mini", "--state", "many.batch"]
        assert main(argv) == (3 if errors else 0)
    *told, last = capsys.readouterr().err.splitlines()
    assert last == note
    assert [line.split(":")[:2] for line in told] == [
        ["error", f" {name}"] for name in inputs if name != "a.txt"
    ]
    assert (tmp_path / "many.batch").exists() == ("a.txt" in inputs)


def test_what_is_cached_needs_no_batch_and_that_is_said(tmp_path, capsys, monkeypatch):
    from summarizer.__main__ import main

    (tmp_path / "a.txt").write_text(TEXT.format(1))
    argv = ["batch", "submit", "a.txt", "gone.txt", "-m", "openai/gpt-5-mini", "--state"]
    with BatchServer() as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        main([*argv, "one.batch"])
        for _ in range(3):
            main(["batch", "status", "one.batch"])
        main(["batch", "fetch", "one.batch", "-o", "results.jsonl"])
        capsys.readouterr()
        assert main([*argv, "two.batch"]) == 3
    assert capsys.readouterr().err.splitlines()[-1] == (
        "note: 2 inputs, 1 failed, 1 in the cache: nothing to submit"
    )


def test_on_the_command_line_from_submit_to_results(tmp_path, capsys, monkeypatch):
    from summarizer.__main__ import main

    lines = [{"id": f"a{n}", "text": TEXT.format(n)} for n in range(3)]
    (tmp_path / "many.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    monkeypatch.setenv("SUMMARIZER_MODEL", "openai/gpt-5-mini")
    with BatchServer() as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        assert main(["batch", "submit", "many.jsonl", "--state", "many.batch"]) == 0
        assert capsys.readouterr().err == "note: 3 inputs, 3 requests in batch_1\n"
        assert main(["batch", "fetch", "many.batch", "-o", "results.jsonl"]) == 3
        assert "3 articles are in a batch that has not ended" in capsys.readouterr().err
        main(["batch", "status", "many.batch"])
        assert main(["batch", "status", "many.batch"]) == 0
        assert "batch_1  completed  3 of 3 answered, 0 failed" in capsys.readouterr().out
        assert main(["batch", "fetch", "many.batch", "-o", "results.jsonl"]) == 0
        assert main(["batch", "fetch", "many.batch", "-o", "results.jsonl"]) == 0
        assert "held 3 articles already" in capsys.readouterr().err
        assert main(["batch", "fetch", "many.batch", "-f", "json"]) == 0
        assert len(json.loads(capsys.readouterr().out)) == 3
    assert list(rows_of(tmp_path / "results.jsonl")) == ["a0", "a1", "a2"]


def test_a_state_file_that_is_none_is_one_line(tmp_path, capsys):
    from summarizer.__main__ import main

    assert main(["batch", "status", "none.batch"]) == 2
    assert capsys.readouterr().err == (
        "error: none.batch: no such state file. Make it with 'batch submit'.\n"
    )
    (tmp_path / "notes").write_text("not a database, but long enough to be looked at twice")
    assert main(["batch", "fetch", "notes"]) == 2
    assert "not a usable state file" in capsys.readouterr().err
