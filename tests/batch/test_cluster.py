"""A run on a cluster, a worker of which dies, ends as one on a single machine would."""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from batch_support import TEXT, Asked, rows_of, steady, write_articles

from summarizer import Settings, Summarizer, UsageError
from summarizer.articles import iter_documents
from summarizer.batch import ResumableRun, open_store
from summarizer.batch.cluster import Job, do_part, run_on_cluster, share
from summarizer.batch.remote import Remote, local_copy
from summarizer.batch.rows import documents
from summarizer.testing import ScriptedServer
from summarizer.testing import server as scripted

if TYPE_CHECKING:
    from http.server import BaseHTTPRequestHandler

ARTICLES = 120
IN_FLIGHT = 8


def drive(server, tmp_path, output, kill_at, articles=None):
    """What a run in processes of its own says of itself."""
    driver = str(Path(__file__).with_name("cluster_driver.py"))
    argv = [
        sys.executable,
        driver,
        server.base_url,
        articles or str(tmp_path / "many.jsonl"),
        str(output),
    ]
    done = subprocess.run(
        [*argv, str(kill_at)], capture_output=True, text=True, check=False, timeout=170
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture
def counted(monkeypatch):
    """A server that also says how many requests it has seen, to whoever asks for /v1/count."""

    def count(self: BaseHTTPRequestHandler) -> None:
        body = str(len(self.server.script.requests)).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    monkeypatch.setattr(scripted._Handler, "do_GET", count, raising=False)
    with ScriptedServer(model := Asked()) as server:
        yield server, model


def test_a_worker_is_killed_and_nothing_is_lost_or_asked_for_twice(counted, tmp_path):
    pytest.importorskip("distributed")
    server, model = counted
    write_articles(tmp_path / "many.jsonl", range(ARTICLES))
    output = tmp_path / "results.jsonl"
    first = drive(server, tmp_path, output, kill_at=ARTICLES // 3)
    assert first == {"done": 120, "failed": 0, "skipped": 0, "failed_before": 0, "killed": 1}
    # What was on its way to the killed worker was not answered yet, as far as anybody knows.
    assert sum(model.asked.values()) <= ARTICLES + IN_FLIGHT
    assert max(model.asked.values()) <= 2
    again = drive(server, tmp_path, output, kill_at=0)
    assert (again["done"], again["skipped"]) == (0, 120)
    assert not (tmp_path / "results.jsonl.parts").exists()
    alone = tmp_path / "alone.jsonl"
    settings = Settings(base_url=server.base_url)
    with Summarizer("openai/x", settings=settings) as summarizer:
        documents = iter_documents([str(tmp_path / "many.jsonl")], settings=settings)
        list(ResumableRun(summarizer, open_store(alone)).results(documents))
    mine, theirs = rows_of(output), rows_of(alone)
    assert mine.keys() == theirs.keys()
    assert all(steady(mine[name]) == steady(theirs[name]) for name in mine)


def test_files_at_a_url_are_read_and_written_and_a_killed_worker_loses_nothing(counted, tmp_path):
    pytest.importorskip("distributed")
    server, model = counted
    write_articles(tmp_path / "many.jsonl", range(40))
    output = f"file://{tmp_path}/out/results.jsonl"
    (tmp_path / "many.jsonl").rename(tmp_path / "given.jsonl")
    tally = drive(server, tmp_path, output, kill_at=10, articles=f"file://{tmp_path}/given.jsonl")
    assert tally == {"done": 40, "failed": 0, "skipped": 0, "failed_before": 0, "killed": 1}
    names = {f"a{n}" for n in range(40)}  # in the order in which parts were done
    assert set(rows_of(tmp_path / "out" / "results.jsonl")) == names
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["results.jsonl"]
    assert sum(model.asked.values()) <= 40 + IN_FLIGHT


def test_a_part_at_a_url_is_put_there_whole_and_taken_up(counted, tmp_path):
    server, model = counted
    lines = tmp_path / "many.jsonl"
    write_articles(lines, range(4))
    Remote("memory://store/in/many.jsonl").put(lines)
    given = Settings(base_url=server.base_url)
    found = list(documents(["memory://store/in/many.jsonl"], given))
    part = [(f"{number:032x}", document) for number, document in enumerate(found)]
    job = Job("openai/x", None, given, cached=False)
    url = "memory://store/out.parts/one.jsonl"
    do_part(part[:2], url, job)
    do_part(part, url, job)
    assert Remote("memory://store/out.parts").files() == [url]
    with local_copy(url, back=False) as path:
        assert list(rows_of(path)) == ["a0", "a1", "a2", "a3"]
    assert set(model.asked.values()) == {1}
    Remote("memory://store/out.parts").remove()
    assert Remote("memory://store/out.parts").files() == []


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("nowhere://x/y.jsonl", "nowhere"),
        ("memory://store/none.jsonl", "none.jsonl"),
        ("memory://store/page.html", "only .jsonl and .parquet files are read"),
    ],
    ids=["no such store", "no such file", "not a file of articles"],
)
def test_a_url_that_cannot_be_read_is_one_line(url, message):
    try:
        (error,) = documents([url], Settings())
    except UsageError as raised:
        error = raised
    assert message in str(error)
    assert "\n" not in str(error)


def test_a_part_is_taken_up_where_it_stopped(counted, tmp_path):
    server, model = counted
    settings = Settings(base_url=server.base_url, cache_dir=str(tmp_path / "cache"))
    write_articles(tmp_path / "many.jsonl", range(6))
    documents = list(iter_documents([str(tmp_path / "many.jsonl")], settings=settings))
    part = [(f"{number:032x}", document) for number, document in enumerate(documents)]
    job = Job("openai/x", None, settings, cached=False)
    path = tmp_path / "part.jsonl"
    do_part(part[:4], str(path), job)
    path.write_bytes(path.read_bytes()[:-40])
    do_part(part, str(path), job)
    assert list(rows_of(path)) == [f"a{number}" for number in range(6)]
    assert model.asked == {"a0": 1, "a1": 1, "a2": 1, "a3": 2, "a4": 1, "a5": 1}


@pytest.mark.parametrize(
    ("given", "part"),
    [
        (Settings(), Settings(workers=0)),
        (
            Settings(concurrency=9, rpm=100, tpm=7),
            Settings(workers=0, concurrency=2, rpm=25, tpm=1),
        ),
        (
            Settings(max_tokens=1000, max_cost=Decimal(2)),
            Settings(workers=0, max_tokens=250, max_cost=Decimal("0.5")),
        ),
    ],
    ids=["no limits", "pace", "budget"],
)
def test_every_worker_gets_its_share_of_the_limits(given, part):
    assert share(given, 4) == part


def test_parquet_is_read_as_lines_are(tmp_path):
    import pyarrow as pa
    from pyarrow import parquet

    from summarizer.errors import InputError

    rows = [{"id": f"a{n}", "text": TEXT.format(n), "other": n} for n in range(250)]
    rows += [{"id": "bad", "text": None}]
    parquet.write_table(pa.Table.from_pylist(rows), tmp_path / "many.parquet")
    (tmp_path / "broken.parquet").write_text("no")
    found = list(
        documents([str(tmp_path / "many.parquet"), str(tmp_path / "broken.parquet")], Settings())
    )
    assert [one.id for one in found[:250]] == [f"a{n}" for n in range(250)]
    assert isinstance(found[250], InputError)
    assert "cannot be read as Parquet" in str(found[251])


def test_without_distributed_it_is_one_line(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError) as caught:
        run_on_cluster(["a.jsonl"], tmp_path / "o.jsonl", "rules", settings=Settings())
    assert "pip install 'summarizer[cluster]'" in str(caught.value)
