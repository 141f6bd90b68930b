"""Articles, a model that knows which it was asked for, and a program that can be killed."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import threading
from collections import Counter

from summarizer.testing import completion

ANSWER = {
    "headline": "Tarn lifts sales",
    "summary": "Sales rose 12%.",
    "key_points": [{"text": "Sales rose 12%.", "sentence": "S1"}],
    "figures": [],
}
TEXT = "Tarn Ceramics said on Monday that its sales rose 12% in week number {}."
_ZYGOTE = """
import os, sys, json
import openai, instructor, pyarrow.parquet, sqlite3
from instructor import Mode
from instructor.core.retry import retry_async
from instructor.core import exceptions, hooks
import summarizer.engines.llm.openai_channel, summarizer.engines.cache, summarizer.pipeline
import summarizer.batch.sqlite_store, summarizer.batch.jsonl_store, summarizer.articles.clean
from summarizer.__main__ import main
from summarizer.testing import ScriptedServer
from summarizer import Settings, Summarizer
main(["summarize", "--help"])
with ScriptedServer() as server:
    given = Settings(base_url=server.base_url, reasks=0)
    server.text("{}")
    with Summarizer("openai/warm", settings=given) as one:
        list(one.map(["The sales of Tarn rose 12% in the first week of March, it said."]))
# A thread that was left would be missing in the children, and what it held locked.
assert [thread.name for thread in __import__("threading").enumerate()] == ["MainThread"]
sys.stdout.flush()
print("ready", flush=True)
for line in sys.stdin:
    argv = json.loads(line)
    child = os.fork()
    if child == 0:
        code = 70
        try:
            code = main(argv)
        finally:
            sys.stdout.flush(); sys.stderr.flush()
            os._exit(code)
    print(child, flush=True)
    _, status = os.waitpid(child, 0)
    print(os.waitstatus_to_exitcode(status), flush=True)
"""


def article(number):
    return {"id": f"a{number}", "text": TEXT.format(number)}


def write_articles(path, numbers):
    path.write_text("".join(json.dumps(article(number)) + "\n" for number in numbers))


class Asked:
    """Answers every article, and counts how often each was asked for and how often answered."""

    def __init__(self, fail=()):
        self.lock = threading.Lock()
        self.asked = Counter()
        self.fail = set(fail)
        self.reply = completion(json.dumps(ANSWER))

    def __call__(self, seen):
        name = "a" + re.search(r"week number (\d+)\.", seen.text)[1]
        with self.lock:
            self.asked[name] += 1
        if name in self.fail:
            return completion(None, refusal="no")
        return self.reply


class Program:
    """Runs command lines in processes that start at once, since one has imported everything."""

    def __init__(self, environment, folder):
        self._process = subprocess.Popen(
            [sys.executable, "-c", _ZYGOTE],
            env=os.environ | environment,
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        while self._read() != "ready":
            assert self._process.poll() is None

    def start(self, *argv):
        """Start one; return its process id."""
        self._process.stdin.write(json.dumps(argv) + "\n")
        self._process.stdin.flush()
        return int(self._read())

    def wait(self):
        """The exit code of the one that was started, negative for the signal that ended it."""
        return int(self._read())

    def run(self, *argv):
        self.start(*argv)
        return self.wait()

    def kill(self, child):
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        return self.wait()

    def close(self):
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()

    def _read(self):
        return self._process.stdout.readline().strip()


def rows_of(path):
    """Every result of a file: id to its JSON object."""
    if not path.exists():
        return {}
    if path.suffix == ".jsonl":
        rows = [json.loads(line) for line in path.read_text().splitlines()]
    elif path.suffix == ".sqlite":
        import sqlite3

        base = sqlite3.connect(path)
        rows = [json.loads(row) for (row,) in base.execute("SELECT record FROM results")]
        base.close()
    else:
        from pyarrow import parquet

        rows = [json.loads(row) for row in parquet.read_table(path)["record"].to_pylist()]
    found = {row["id"]: row for row in rows}
    assert len(found) == len(rows), "an article has two rows"
    return found


def steady(row):
    """A result without what differs from run to run."""
    row = json.loads(json.dumps(row))
    for name in ("seconds", "created_at", "cached", "attempts", "cost_usd"):
        row.get("provenance", {}).pop(name, None)
    return row
