"""A run that is killed at any moment and started again ends as if it had not been."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from batch_support import Asked, rows_of, steady, write_articles

from summarizer.testing import ScriptedServer

if TYPE_CHECKING:
    from pathlib import Path

ARTICLES = 80


def stored(path: Path) -> set[str]:
    """Ids whose result is whole in the file, whatever was being written."""
    partial = path.with_name(f"{path.name}.partial.jsonl")
    found = set(rows_of(path)) if path.suffix != ".jsonl" else set()
    for lines in (path if path.suffix == ".jsonl" else partial,):
        if lines.exists():
            whole = lines.with_name("copy.jsonl")
            text = lines.read_bytes()
            whole.write_bytes(text[: text.rfind(b"\n") + 1])
            found |= set(rows_of(whole))
    return found


def answered(cache: Path) -> int:
    """Answers in the cache."""
    if not cache.exists():
        return 0
    with closing(sqlite3.connect(cache)) as base:
        return base.execute("SELECT count(*) FROM answers").fetchone()[0]


@pytest.mark.parametrize(("suffix", "times"), [(".jsonl", 20), (".sqlite", 8), (".parquet", 8)])
def test_kills_lose_nothing_and_ask_nothing_twice(program, tmp_path, suffix, times):
    chance = random.Random(f"20261122{suffix}")  # noqa: S311 - chance that can be repeated
    write_articles(tmp_path / "many.jsonl", range(ARTICLES))
    path = tmp_path / f"results{suffix}"
    with ScriptedServer(model := Asked()) as server:
        argv = (
            *("summarize", str(tmp_path / "many.jsonl"), "-m", "openai/x", "--no-cache"),
            *("--base-url", server.base_url, "--concurrency", "4", "-o", str(path)),
        )
        kills = sent = 0
        for kill in range(times):
            before = stored(path)
            asked = model.asked.copy()
            child = program.start(*argv)
            left = ARTICLES - len(before)
            wanted = min(chance.randint(1, 2 * ARTICLES // times + 2), left)
            if wanted and kill:
                server.wait_for(sent + wanted)
            kills += program.kill(child) == -9
            sent = len(server.requests)
            again = {name for name in before if model.asked[name] != asked[name]}
            assert again == set(), "a stored answer was asked for again"
        before, asked = stored(path), model.asked.copy()
        assert program.run(*argv) == 0
        assert all(model.asked[name] == asked[name] for name in before)
        total = sum(model.asked.values())
        assert program.run(*argv) == 0
        assert sum(model.asked.values()) == total, "a finished run asks for nothing"
        whole = tmp_path / f"whole{suffix}"
        assert program.run(*argv[:-1], str(whole)) == 0
    assert kills >= times // 2
    assert 0 < len(before) <= ARTICLES
    rows, expected = rows_of(path), rows_of(whole)
    assert {name: steady(row) for name, row in rows.items()} == {
        name: steady(row) for name, row in expected.items()
    }
    assert list(expected) == [f"a{number}" for number in range(ARTICLES)]
    assert list(rows) == list(expected)


def test_with_the_cache_even_answers_that_were_not_written_yet_are_not_asked_again(
    program, tmp_path
):
    chance = random.Random(7)  # noqa: S311 - chance that can be repeated
    write_articles(tmp_path / "many.jsonl", range(40))
    path = tmp_path / "results.jsonl"
    with ScriptedServer(Asked()) as server:
        shutil.rmtree(tmp_path / "cache", ignore_errors=True)
        argv = (
            *("summarize", str(tmp_path / "many.jsonl"), "-m", "openai/cached"),
            *("--base-url", server.base_url, "--concurrency", "4", "-o", str(path)),
        )
        in_flight = 0
        for _ in range(5):
            before = len(server.requests)
            child = program.start(*argv)
            server.wait_for(before + chance.randint(2, 8))
            program.kill(child)
            in_flight += 4
        assert program.run(*argv) == 0
        assert len(server.requests) <= 40 + in_flight
        # Whatever was answered is in the cache: the results can be made again without a request.
        path.unlink()
        sent = len(server.requests)
        assert program.run(*argv) == 0
        assert len(server.requests) == sent
    assert len(rows_of(path)) == 40
