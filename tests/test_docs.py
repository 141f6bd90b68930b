"""The docs say what is true: their examples run, their generated parts are fresh, links lead on.

Of README, CONTRIBUTING, docs/ and examples/, these blocks are executed:

- `python` and `pycon`: in one namespace a file, in order; the output of `pycon` has to match.
- `console`: each line after `$` in a shell, in a folder that holds `examples/`; the output (both
  streams) has to match. A line with only `…` stands for any lines, `[…]` in a line for any words.
- `toml`: has to be a config file. `sh` and `text` are not executed.
"""

from __future__ import annotations

import doctest
import importlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

import summarizer.models
from summarizer.models.base import Output
from summarizer.settings import Settings, load_settings
from summarizer.testing import ScriptedServer, completion

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from summarizer.testing import Reply, Seen

ROOT = Path(__file__).resolve().parent.parent
DOCS = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    *sorted((ROOT / "docs").glob("*.md")),
    ROOT / "examples" / "README.md",
    ROOT / "evals" / "README.md",
]
FENCE = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
DEMO = "summarizer summarize examples/noisy-page.txt"


class Block(NamedTuple):
    """A fenced block of a page, and where it stands."""

    page: Path
    line: int
    kind: str
    text: str

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT).as_posix()}:{self.line}"


def blocks(page: Path, *kinds: str) -> Iterator[Block]:
    """The fenced blocks of a page that are of one of these kinds."""
    text = page.read_text(encoding="utf-8")
    for found in FENCE.finditer(text):
        if found["kind"] in kinds:
            line = text.count("\n", 0, found.start("text")) + 1
            yield Block(page, line, found["kind"], found["text"])


def all_blocks(*kinds: str) -> list[Block]:
    return [block for page in DOCS for block in blocks(page, *kinds)]


def load_tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"tools_{name}", ROOT / "tools" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def quiet_environment() -> dict[str, str]:
    """The environment of a user who has configured nothing."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SUMMARIZER_", "OPENAI_", "FORCE_COLOR"))
    }
    return kept | {
        "SUMMARIZER_CONFIG": os.devnull,
        "SUMMARIZER_CACHE_DIR": "cache",
        "COLUMNS": "80",
    }


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with the examples in it, and a quiet environment."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    command = tmp_path / ".bin" / "summarizer"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m summarizer "$@"\n')
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{command.parent}{os.pathsep}{os.environ['PATH']}")
    for name in set(os.environ) - set(quiet_environment()):
        monkeypatch.delenv(name)
    for name, value in quiet_environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Iterator[ScriptedServer]:
    """A server that answers every article with its own sentences, where OpenAI's would be."""

    def respond(seen: Seen) -> Reply:
        sentences = re.findall(r"^\[S\d+\] (.+)$", seen.messages[-1]["content"], re.MULTILINE)
        points = [{"text": sentences[0], "sentence": "S1"}]
        answer = {"headline": sentences[0], "summary": sentences[0], "key_points": points}
        return completion(json.dumps(answer | {"figures": []}))

    with ScriptedServer(respond) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        monkeypatch.setenv("OPENAI_API_KEY", "none")
        yield server


def pattern_of(expected: str) -> re.Pattern[str]:
    """What an output has to match, its trailing spaces aside."""
    parts = []
    for line in expected.splitlines():
        if line.strip() == "…":
            parts.append(r"(?:.*\n)*?")
        else:
            parts.append(re.escape(line.rstrip()).replace(re.escape("[…]"), ".*?") + r"[ ]*\n")
    return re.compile("".join(parts))


def commands_of(block: Block) -> Iterator[tuple[str, str]]:
    """Each command of a console block with the output that the page shows."""
    for part in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        yield DEMO if command == "make demo" else command, expected


@pytest.mark.parametrize(
    ("expected", "output", "matches"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\nb\n", "a\nc\n", False),
        ("a\n…\nd\n", "a\nb\nc\nd\n", True),
        ("a\n…\nd\n", "a\nd\n", True),
        ("a\n…\nd\n", "a\nb\n", False),
        ("took […] s\n", "took 0.2 s\n", True),
        ("took […] s\n", "took 0.2\n s\n", False),
        ("a… b\n", "a c b\n", False),
        ("", "a\n", False),
    ],
)
def test_an_output_is_compared_line_by_line(expected: str, output: str, matches: bool) -> None:
    assert bool(pattern_of(expected).fullmatch(output)) is matches


@pytest.mark.parametrize("block", all_blocks("console"), ids=str)
def test_a_console_example_prints_what_the_page_shows(block: Block, desk: Path) -> None:
    commands = list(commands_of(block))
    assert commands
    code = 0
    for command, expected in commands:
        done = subprocess.run(
            ["/bin/sh", "-c", f"(exit {code}); {command}"],  # `echo $?` tells of the one before
            cwd=desk,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        code = done.returncode
        assert pattern_of(expected).fullmatch(done.stdout), f"$ {command}\n{done.stdout}"


@pytest.mark.parametrize(
    "page", [page for page in DOCS if list(blocks(page, "python", "pycon"))], ids=lambda p: p.name
)
@pytest.mark.usefixtures("desk", "model")
def test_the_python_examples_of_a_page_run(page: Path) -> None:
    names: dict[str, Any] = {"__name__": page.stem}
    for block in blocks(page, "python", "pycon"):
        if block.kind == "pycon":
            examples = doctest.DocTestParser().get_doctest(
                block.text, names, str(block), str(page), block.line
            )
            runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS, verbose=False)
            report: list[str] = []
            runner.run(examples, out=report.append, clear_globs=False)
            names = examples.globs
            assert not report, "".join(report)
        else:
            exec(compile("\n" * block.line + block.text, str(block), "exec"), names)  # noqa: S102


@pytest.mark.parametrize("block", all_blocks("toml"), ids=str)
def test_a_config_example_can_be_loaded(block: Block, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(block.text, encoding="utf-8")
    settings = load_settings({"SUMMARIZER_CONFIG": str(tmp_path / "config.toml")})
    assert settings != Settings()


def documented_modules() -> list[str]:
    paths = sorted((ROOT / "summarizer").rglob("*.py"))
    return [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in paths
        if ">>> " in path.read_text(encoding="utf-8")
    ]


@pytest.mark.parametrize("name", documented_modules())
@pytest.mark.usefixtures("desk")
def test_the_examples_in_docstrings_run(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name), optionflags=doctest.ELLIPSIS)
    assert result.attempted
    assert not result.failed


def test_the_generated_parts_are_fresh() -> None:
    assert [path.name for path, _ in load_tool("docs").stale()] == []


def test_a_stale_part_is_written_anew() -> None:
    text = "a\n<!-- begin: fields Evidence -->\nold\n<!-- end -->\nb\n"
    fresh = load_tool("docs").generated(text)
    assert "old" not in fresh
    assert "| `quote` | string |" in fresh
    assert fresh.startswith("a\n<!-- begin: fields Evidence -->\n")
    assert fresh.endswith("<!-- end -->\nb\n")


def test_every_object_that_leaves_the_program_is_described() -> None:
    text = (ROOT / "docs" / "output.md").read_text(encoding="utf-8")
    leaving = [
        name
        for name in summarizer.models.__all__
        if isinstance(found := getattr(summarizer.models, name), type)
        and issubclass(found, Output)
        and found is not Output
    ]
    assert {"Summary", "Article", "FigureReport", "CheckReport", "Failure"} <= set(leaving)
    for name in leaving:
        assert f"<!-- begin: fields {name} -->" in text


def test_every_command_has_its_help_in_the_docs() -> None:
    tool = load_tool("docs")
    pages = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")

    def commands(prefix: str = "") -> Iterator[str]:
        _, _, rest = tool.help_of(prefix).partition("\nCommands:\n")
        listed, _, _ = rest.partition("\n\n")
        for found in re.finditer(r"^  ([a-z]+)  ", listed, re.MULTILINE):
            name = f"{prefix} {found[1]}".strip()
            yield name
            yield from commands(name)

    found = list(commands())
    assert "summarize" in found
    assert "prompts show" in found
    for name in found:
        assert f"<!-- begin: help {name} -->" in pages


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as code hosts write them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_every_link_within_the_docs_leads_somewhere(page: Path) -> None:
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" in target:
            continue
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        assert there.exists(), target
        if anchor:
            assert anchor in anchors(there), target


def test_the_demo_of_the_makefile_is_the_one_in_the_docs() -> None:
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\ndemo:")[2]
    assert DEMO in recipe.partition("\n\n")[0]


def test_the_changelog_has_an_entry_for_this_version_or_an_unreleased_one() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(
        rf"^## \[(?:Unreleased|{re.escape(summarizer.__version__)})\]", text, re.MULTILINE
    )


def test_the_layers_in_the_contributing_guide_are_those_of_the_contract() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = project["tool"]["importlinter"]["contracts"][0]
    named = re.findall(r"\w+", " ".join(contract["layers"]))
    design = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    for name in set(named) - {"_version"}:
        assert re.search(rf"^  {name}(?:/|\.py)", design, re.MULTILINE), name


def test_every_true_probe_is_in_its_article_and_no_altered_one_is() -> None:
    rows = (ROOT / "evals" / "probes" / "quotes.jsonl").read_text(encoding="utf-8").splitlines()
    for row in map(json.loads, rows):
        page = (ROOT / "examples" / row["article"]).read_text(encoding="utf-8")
        page = re.sub(r"&euro;", "€", page.replace("&nbsp;", " "))
        assert (row["quote"] in page) is (row["kind"] == "true"), row


def test_the_demo_keeps_the_article_and_nothing_else() -> None:
    page = (ROOT / "examples" / "noisy-page.txt").read_text(encoding="utf-8")
    body = [line for line in page.splitlines() if len(line) > 170 and "partners" not in line]
    assert len(body) == 8
    article = summarizer.clean(ROOT / "examples" / "noisy-page.txt")
    assert article.text.splitlines() == body
    assert article.title == page.splitlines()[0]
    assert article.byline == "Ingrid Solheim and Tomas Okafor"
    assert str(article.published) == "2026-10-22 05:45:00+00:00"
