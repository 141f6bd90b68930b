"""A working folder, nothing of the tester's configuration, and no waits."""

from __future__ import annotations

import pytest
from batch_support import Program

from summarizer.testing import no_waits


@pytest.fixture(autouse=True)
def environment(tmp_path, monkeypatch):
    given = {
        "SUMMARIZER_CONFIG": str(tmp_path / "config.toml"),
        "SUMMARIZER_CACHE_DIR": str(tmp_path / "cache"),
        "OPENAI_API_KEY": "sk-scripted",
        "NO_PROXY": "127.0.0.1,localhost",
    }
    (tmp_path / "config.toml").write_text("")
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    for name in ("SUMMARIZER_MODEL", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return given


@pytest.fixture(autouse=True)
def waits():
    with no_waits():
        yield


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    folder = tmp_path_factory.mktemp("program")
    (folder / "config.toml").write_text("")
    running = Program(
        {
            "SUMMARIZER_CONFIG": str(folder / "config.toml"),
            "OPENAI_API_KEY": "sk-scripted",
            "NO_PROXY": "127.0.0.1,localhost",
            "SUMMARIZER_CACHE_DIR": str(folder / "cache"),
        },
        folder,
    )
    yield running
    running.close()
