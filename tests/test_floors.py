"""The version floors: below them pip resolves to releases of 2024, or answers are lost."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions, version
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUN = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
EXTRA = [
    Requirement(line)
    for lines in PROJECT["project"].get("optional-dependencies", {}).values()
    for line in lines
]
DEV = [Requirement(line) for line in PROJECT["dependency-groups"]["dev"]]
PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>\S+?)(?: ; (?P<marker>.+?))? \\$", re.MULTILINE)


def pins(lock: str) -> dict[str, tuple[str, str | None]]:
    """Name to version and marker, of every package in a lock."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {found["name"]: (found["version"], found["marker"]) for found in PIN.finditer(text)}


@pytest.mark.parametrize(
    ("package", "floor", "ceiling"),
    [
        ("instructor", "1.17", "1.19"),
        ("openai", "3.3", "4"),
        ("pydantic", "2.14", "3"),
        ("tenacity", "9.2", "10"),
        ("typer", "0.29", None),
    ],
)
def test_pip_can_never_resolve_below_the_releases_that_work(
    package: str, floor: str, ceiling: str | None
) -> None:
    assert Version(floor) <= Version(version(package))
    declared = next(found for found in RUN if found.name == package).specifier
    below = Version(floor).release
    assert not declared.contains(f"{below[0]}.{below[1] - 1}")
    assert declared.contains(floor)
    if ceiling:
        assert not declared.contains(ceiling)


def test_the_package_asks_for_python_3_11() -> None:
    assert PROJECT["project"]["requires-python"] == ">=3.11"


@pytest.mark.parametrize("requirement", RUN + DEV, ids=lambda found: found.name)
def test_the_lock_satisfies_what_pyproject_declares(requirement: Requirement) -> None:
    pinned, marker = pins("requirements-dev.lock")[requirement.name]
    assert requirement.specifier.contains(pinned)
    assert marker is None or Marker(marker).evaluate()


@pytest.mark.parametrize("requirement", RUN, ids=lambda found: found.name)
def test_both_locks_pin_the_same_release(requirement: Requirement) -> None:
    run, dev = pins("requirements.lock"), pins("requirements-dev.lock")
    assert run[requirement.name] == dev[requirement.name]


def test_the_run_time_lock_holds_nothing_that_the_development_lock_does_not() -> None:
    run, dev = pins("requirements.lock"), pins("requirements-dev.lock")
    assert run
    assert set(run) < set(dev)
    assert {name: run[name][0] for name in run} == {name: dev[name][0] for name in run}


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_every_pin_of_a_lock_has_its_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    for entry in re.split(r"\n(?=[\w.-]+==)", text)[1:]:
        assert "--hash=sha256:" in entry
    assert "://" not in text
    assert "index" not in text


def imported() -> set[str]:
    """The top-level modules that the package imports, inside functions as well."""
    names: set[str] = set()
    for path in (ROOT / "summarizer").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.partition(".")[0])
    return names - set(sys.stdlib_module_names) - {"summarizer"}


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    homes = packages_distributions()
    used = {canonicalize_name(home) for name in imported() for home in homes.get(name, [name])[:1]}
    declared = {canonicalize_name(requirement.name) for requirement in RUN + EXTRA}
    assert used == declared
