"""The layers of the package: imports go downwards only, and the contracts bite."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def lint_imports(tree: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts of `tree/pyproject.toml` against `tree/summarizer`."""
    return subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command as run; run()",
            "--no-cache",
            "--no-logo",
        ],
        cwd=tree,
        env=os.environ | {"PYTHONPATH": str(tree), "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the package that a test may spoil."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(
        ROOT / "summarizer",
        tmp_path / "summarizer",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    return tmp_path


def test_the_package_keeps_its_layers() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("quantities/extra.py", "from summarizer import cli", "Layers import downwards only"),
        (
            "models/extra.py",
            "def f():\n    from summarizer.engines import base",
            "Layers import downwards only",
        ),
        ("testing/extra.py", "from summarizer import reports", "Layers import downwards only"),
        ("attic.py", "", "Layers import downwards only"),
        (
            "engines/rules/extra.py",
            "def f():\n    import openai",
            "The llm engine alone knows openai, instructor and tenacity",
        ),
        (
            "quantities/extra.py",
            "import pathlib",
            "Quantities know no input or output and no third party",
        ),
        ("grounding/extra.py", "import socket", "Grounding knows no input or output"),
    ],
    ids=[
        "an upward import",
        "an upward import inside a function",
        "testing imports reports",
        "a module in no layer",
        "openai outside the llm engine",
        "files in quantities",
        "sockets in grounding",
    ],
)
def test_a_broken_rule_is_named(tree: Path, module: str, line: str, contract: str) -> None:
    (tree / "summarizer" / module).write_text(line + "\n", encoding="utf-8")
    done = lint_imports(tree)
    assert done.returncode == 1, done.stdout + done.stderr
    assert f"{contract} BROKEN" in done.stdout
