"""Run the program as a user does, with nothing of the tester's own configuration."""

from __future__ import annotations

import io
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ARTICLE = (
    "Tarn Ceramics said on Monday that sales rose 12% to $4.5 million in the first half of 2026. "
    "The maker of roof tiles expects to hire about 40 people by December."
)
VARIABLES = (
    *("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM", "SUMMARIZER_CONFIG", "SUMMARIZER_MODEL"),
    *("SUMMARIZER_DEBUG", "OPENAI_API_KEY", "OPENAI_BASE_URL", "ANTHROPIC_API_KEY"),
)


@dataclass(frozen=True)
class Result:
    """What a run left: its exit code and what it wrote."""

    code: int
    out: str
    err: str


class Stdin(io.TextIOWrapper):
    """Standard input that holds some bytes, and may say that it is a terminal."""

    def __init__(self, content: bytes, *, terminal: bool) -> None:
        super().__init__(io.BytesIO(content), encoding="utf-8")
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory, and no configuration."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config-home"))
    monkeypatch.setenv("SUMMARIZER_CACHE_DIR", str(tmp_path / "cache"))
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return work


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Result]:
    """Run one command line in this process: `run("figures", "a.txt", stdin="…")`."""
    from summarizer.__main__ import main

    def run(*argv: str, stdin: str | bytes = b"", terminal: bool = False) -> Result:
        content = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", Stdin(content, terminal=terminal))
        capsys.readouterr()
        code = main(list(argv))
        written = capsys.readouterr()
        return Result(code, written.out, written.err)

    return run


@pytest.fixture
def article(home: Path) -> Path:
    """A short article in the working directory."""
    path = home / "tarn.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The environment for a process of its own."""
    kept = {name: value for name, value in os.environ.items() if name not in VARIABLES}
    return kept | {
        "XDG_CONFIG_HOME": str(tmp_path / "config-home"),
        "SUMMARIZER_CACHE_DIR": str(tmp_path / "cache"),
    }
