"""Files of results: what is in them is not done again, and what is not theirs is left alone."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from batch_support import ANSWER, TEXT, Asked, article, rows_of, write_articles

from summarizer import Article, Document, Settings, Summarizer, UsageError
from summarizer.batch import ResumableRun, open_store
from summarizer.engines.cache import open_cache
from summarizer.errors import InputError
from summarizer.testing import ScriptedServer, completion

SUFFIXES = [".jsonl", ".sqlite", ".parquet"]


@pytest.fixture
def model():
    return Asked()


@pytest.fixture
def server(model):
    with ScriptedServer(model) as running:
        yield running


@pytest.fixture(params=SUFFIXES)
def path(request, tmp_path):
    return tmp_path / f"results{request.param}"


def documents(*numbers, text=TEXT):
    return [
        Document(source=f"x:{n}", content=text.format(n), id=f"a{n}", keeps_id=True)
        for n in numbers
    ]


def run(server, path, sources, *, model="openai/x", prompt=None, retry_failed=False, **settings):
    """Ids that were done now."""
    given = Settings(base_url=server.base_url, **settings)
    with Summarizer(model, settings=given, api_key="k", prompt=prompt) as summarizer:
        resumable = ResumableRun(summarizer, open_store(path), retry_failed=retry_failed)
        done = [result.id for result in resumable.results(sources)]
    return done, resumable.skipped, resumable.failed_before


def test_only_what_is_new_is_asked_for(server, path, model):
    assert run(server, path, documents(1, 2)) == (["a1", "a2"], 0, 0)
    assert run(server, path, documents(1, 2, 3)) == (["a3"], 2, 0)
    assert run(server, path, documents(9)) == (["a9"], 0, 0)
    assert model.asked == {"a1": 1, "a2": 1, "a3": 1, "a9": 1}
    assert list(rows_of(path)) == ["a1", "a2", "a3", "a9"]


def test_a_changed_article_is_done_again_and_its_old_result_goes(server, path):
    run(server, path, documents(1, 2))
    changed = documents(2, text=TEXT + " It hired 7 people.")
    assert run(server, path, documents(1) + changed) == (["a2"], 1, 0)
    assert "hired 7" in rows_of(path)["a2"]["article"]["text"]


def test_what_a_run_took_before_it_was_taken_up_again_counts_for_its_budget(server, path, model):
    sources = documents(1, 2, 3, 4, 5, 6)
    run(server, path, sources[:2])
    run(server, path, sources, max_tokens=4000)
    assert sum(model.asked.values()) == 3  # of 1,200 tokens each
    run(server, path, sources, max_tokens=4000)
    assert sum(model.asked.values()) == 3
    run(server, path, sources, max_tokens=6000)
    assert sum(model.asked.values()) == 5


def test_cached_answers_in_a_file_of_results_cost_nothing(server, tmp_path, path, model):
    with open_cache(Settings(cache_dir=str(tmp_path))) as cache:
        for name in ("first", "second"):
            given = Settings(base_url=server.base_url)
            with Summarizer("openai/x", settings=given, api_key="k", cache=cache) as summarizer:
                store = open_store(path.with_stem(name))
                list(ResumableRun(summarizer, store).results(documents(1, 2)))
    spent = []
    for name in ("first", "second"):
        store = open_store(path.with_stem(name))
        spent.append((store.spent().tokens, store.spent().articles))
        store.close()
    assert spent == [(2400, 2), (0, 0)]


@pytest.mark.parametrize("change", ["model", "prompt"])
def test_another_model_or_prompt_is_not_taken_for_done(server, path, tmp_path, change):
    from summarizer.engines.prompts import load_prompt

    run(server, path, documents(1))
    if change == "model":
        done = run(server, path, documents(1), model="openai/y")
    else:
        text = load_prompt("summarize", Settings()).source.read_text("utf-8")
        (tmp_path / "mine.md").write_text(text.replace("# System", "# System\n\nBe brief.", 1))
        done = run(server, path, documents(1), prompt=str(tmp_path / "mine.md"))
    assert done == (["a1"], 0, 0)
    assert len(rows_of(path)) == 1


def test_settings_that_change_no_answer_change_no_identity(server, path):
    run(server, path, documents(1))
    assert run(server, path, documents(1), concurrency=2, attempts=9) == ([], 1, 0)


def test_a_failure_is_asked_for_again_only_when_told_to(server, path, model):
    model.fail = {"a2"}
    run(server, path, documents(1, 2))
    assert rows_of(path)["a2"]["error"]["type"] == "refusal"
    assert run(server, path, documents(1, 2)) == ([], 2, 1)
    model.fail = set()
    assert run(server, path, documents(1, 2), retry_failed=True) == (["a2"], 1, 0)
    assert rows_of(path)["a2"]["summary"] == ANSWER["summary"]
    assert model.asked == {"a1": 1, "a2": 2}


def test_what_a_budget_left_is_done_the_next_time(server, path, model):
    run(server, path, documents(1, 2, 3, 4), max_tokens=2400)
    kinds = {name: row.get("error", {}).get("type") for name, row in rows_of(path).items()}
    assert kinds == {"a1": None, "a2": None, "a3": "budget", "a4": "budget"}
    assert run(server, path, documents(1, 2, 3, 4)) == (["a3", "a4"], 2, 0)
    assert all("error" not in row for row in rows_of(path).values())
    assert set(model.asked.values()) == {1}


def test_articles_that_are_alike_to_the_last_byte_have_a_row_each(server, tmp_path):
    path = tmp_path / "results.jsonl"
    twice = documents(1) * 2
    assert run(server, path, twice)[0] == ["a1", "a1"]
    assert run(server, path, twice) == ([], 2, 0)
    assert len(path.read_text().splitlines()) == 2


def test_inputs_that_cannot_be_read_have_a_row_too(server, path):
    broken = [InputError("no such file", subject="gone.txt"), *documents(1)]
    assert run(server, path, broken) == (["gone.txt", "a1"], 0, 0)
    assert run(server, path, broken) == ([], 2, 1)


def test_texts_and_articles_can_be_resumed_as_well(server, path):
    from summarizer import clean

    kept = clean(TEXT.format(1))
    assert isinstance(kept, Article)
    sources = [kept, TEXT.format(2), TEXT.format(3).encode()]
    assert len(run(server, path, sources)[0]) == 3
    assert run(server, path, sources) == ([], 3, 0)


@pytest.mark.parametrize("cut", [1, 2, 20, 500, -1])
def test_a_torn_last_line_is_cut_off_and_done_again(server, tmp_path, cut):
    path = tmp_path / "results.jsonl"
    run(server, path, documents(1, 2))
    whole = path.read_bytes()
    start = whole.index(b"\n") + 1
    path.write_bytes(whole[: start + cut] if cut > 0 else whole[:-2])
    assert run(server, path, documents(1, 2)) == (["a2"], 1, 0)
    assert set(rows_of(path)) == {"a1", "a2"}


def test_a_last_line_that_lacks_its_line_break_only_is_kept(server, tmp_path):
    path = tmp_path / "results.jsonl"
    run(server, path, documents(1))
    path.write_bytes(path.read_bytes()[:-1])
    assert run(server, path, documents(1, 2)) == (["a2"], 1, 0)
    assert set(rows_of(path)) == {"a1", "a2"}


@pytest.mark.parametrize(
    ("suffix", "content"),
    [
        (".jsonl", b'{"id": "a"}\n'),
        (".jsonl", b"some notes\n"),
        (".sqlite", b"some notes, and enough of them to be no database at all"),
        (".parquet", b"some notes"),
    ],
    ids=["other lines", "notes", "no database", "no parquet"],
)
def test_a_file_of_something_else_is_refused_and_left_alone(server, tmp_path, suffix, content):
    path = tmp_path / f"other{suffix}"
    path.write_bytes(content)
    with pytest.raises(UsageError) as caught:
        open_store(path)
    assert str(path) in str(caught.value)
    assert path.read_bytes() == content


def test_without_pyarrow_a_parquet_file_is_one_line(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(UsageError) as caught:
        open_store(tmp_path / "results.parquet")
    assert "pip install 'summarizer[parquet]'" in str(caught.value)


def test_a_parquet_file_has_columns_that_a_query_can_use(tmp_path):
    from pyarrow import parquet

    figure = {
        "sentence": "S1",
        "quote": "its sales rose 12%",
        "amount": "12%",
        "metric": "sales",
        "entity": None,
        "period": None,
        "basis": "stated",
        "importance": "high",
        "comparator": "exactly",
        "direction": "up",
    }
    reply = completion(json.dumps(ANSWER | {"figures": [figure]}))
    with ScriptedServer(lambda _: reply) as server:
        run(server, tmp_path / "r.parquet", documents(1))
    row = parquet.read_table(tmp_path / "r.parquet").to_pylist()[0]
    assert (row["id"], row["error"], row["input_tokens"]) == ("a1", None, 1000)
    found = row["figures"][0]
    assert (found["value"], found["unit"], found["status"]) == ("12", "%", "verified")
    assert json.loads(row["record"])["id"] == "a1"
    assert not (tmp_path / "r.parquet.partial.jsonl").exists()


def test_an_article_line_is_what_the_command_reads(tmp_path):
    write_articles(tmp_path / "a.jsonl", [1])
    assert json.loads((tmp_path / "a.jsonl").read_text()) == article(1)


_FULL = """
import resource, sys
from summarizer import Document, Settings, Summarizer, UsageError
from summarizer.batch import ResumableRun, open_store
from pathlib import Path

text = "Tarn Ceramics said on Monday that its sales rose 12% in week number {}."
documents = [Document("x", text.format(n), f"a{n}") for n in range(400)]
store = open_store(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
try:
    with Summarizer("rules", settings=Settings()) as summarizer:
        list(ResumableRun(summarizer, store).results(documents))
except UsageError as error:
    print(error)
"""


def test_a_full_disk_ends_the_run_with_one_line_and_the_next_goes_on(path):
    def rows(limit):
        argv = [sys.executable, "-c", _FULL, str(path), str(limit)]
        done = subprocess.run(argv, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    assert "results" in (said := rows(200_000))
    assert said.count("\n") == 1
    assert rows(100_000_000) == ""
    assert list(rows_of(path)) == [f"a{n}" for n in range(400)]


def test_a_second_run_keeps_off_a_file_that_one_writes(path):
    first = open_store(path)
    with pytest.raises(UsageError, match="another run writes it"):
        open_store(path)
    first.close()
    open_store(path).close()
