"""Set-up and package: the search for a Python, the wheel by way of the source distribution."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import summarizer

ROOT = Path(__file__).resolve().parent.parent
WORKING = f'exec {sys.executable} "$@"'


def find_python(tmp_path: Path, names: dict[str, str], *wanted: str) -> tuple[int, str, str]:
    """Run tools/find_python.sh where only these names are on the PATH.

    Args:
        names: Name to the body of a shell script, or "" for a Python that works.
        wanted: The script's own arguments.
    """
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in ("sh", "ls"):
        found = shutil.which(tool)
        assert found
        (folder / tool).symlink_to(found)
    for name, body in names.items():
        script = folder / name
        script.write_text(f"#!/bin/sh\n{body or WORKING}\n")
        script.chmod(0o755)
    done = subprocess.run(
        [str(folder / "sh"), str(ROOT / "tools" / "find_python.sh"), *wanted],
        env={"PATH": str(folder), "HOME": str(tmp_path), "PYENV_ROOT": str(tmp_path / "none")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout.strip(), done.stderr


def test_a_name_that_leads_nowhere_is_passed_over(tmp_path: Path) -> None:
    names = {"python3.13": "echo 'command not found' >&2; exit 127", "python3": ""}
    assert find_python(tmp_path, names)[:2] == (0, sys.executable)


def test_a_python_without_venv_is_passed_over(tmp_path: Path) -> None:
    no_venv = "import sys; sys.executable = sys.modules['venv'] = None; exec(sys.argv[1])"
    names = {"python3.12": f'exec {sys.executable} -c "{no_venv}" "$2"', "python": ""}
    assert find_python(tmp_path, names)[:2] == (0, sys.executable)


def test_no_python_ends_with_a_way_out(tmp_path: Path) -> None:
    code, out, said = find_python(tmp_path, {"python3": "exit 1"})
    assert (code, out) == (1, "")
    assert "No CPython 3.11 or newer" in said
    assert "make demo PYTHON=" in said


def test_a_version_that_was_asked_for_is_the_one_found(tmp_path: Path) -> None:
    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert find_python(tmp_path, {f"python{here}": ""}, here)[:2] == (0, sys.executable)


def test_another_version_than_was_asked_for_is_not_taken(tmp_path: Path) -> None:
    assert find_python(tmp_path, {"python3.99": "", "python3": ""}, "3.99")[:2] == (1, "")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from the source distribution, without a network."""
    out = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)],
        check=True,
        capture_output=True,
    )
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel installed, beside the dependencies of this environment."""
    target = tmp_path_factory.mktemp("site")
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"),
            *("--disable-pip-version-check", "--target", str(target), str(wheel)),
        ],
        check=True,
        capture_output=True,
    )
    return target


def run(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the installed command outside the source tree."""
    return subprocess.run(
        [sys.executable, "-m", "summarizer", *arguments],
        cwd=installed,
        env=os.environ | {"PYTHONPATH": str(installed), "SUMMARIZER_CONFIG": os.devnull},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_wheel_holds_the_package_its_types_and_its_licence(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "summarizer/__init__.py" in names
    assert "summarizer/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_wheel_holds_every_prompt_byte_for_byte(wheel: Path) -> None:
    prompts = [path for path in (ROOT / "prompts").rglob("*") if path.is_file()]
    assert prompts
    archive = zipfile.ZipFile(wheel)
    for path in prompts:
        inside = "summarizer/_data/prompts/" + path.relative_to(ROOT / "prompts").as_posix()
        assert archive.read(inside) == path.read_bytes()


def test_the_wheel_holds_every_file_of_the_package_and_nothing_else(wheel: Path) -> None:
    ours = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "summarizer").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    inside = {
        name
        for name in zipfile.ZipFile(wheel).namelist()
        if not name.startswith("summarizer/_data/") and ".dist-info/" not in name
    }
    assert inside == ours


def test_the_console_script_is_the_package(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    entry = next(name for name in archive.namelist() if name.endswith("entry_points.txt"))
    assert "summarizer = summarizer.__main__:main" in archive.read(entry).decode()


def test_the_installed_command_says_its_version(installed: Path) -> None:
    done = run(installed, "--version")
    assert done.returncode == 0, done.stderr
    assert summarizer.__version__ in done.stdout


def test_the_installed_command_finds_its_prompts(installed: Path) -> None:
    done = run(installed, "prompts", "list")
    assert done.returncode == 0, done.stderr
    assert "summarize" in done.stdout


def test_the_installed_command_summarizes_offline(installed: Path) -> None:
    page = ROOT / "examples" / "noisy-page.txt"
    done = run(installed, "summarize", str(page), "--model", "rules")
    assert done.returncode == 0, done.stderr
    assert "Skarvik" in done.stdout
