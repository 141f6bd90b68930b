"""Help and usage errors: short, true, and readable at 80 columns."""

from __future__ import annotations

import re

import pytest

COMMANDS = [
    "summarize",
    "clean",
    "figures",
    "check",
    "schema",
    "doctor",
    "prompts",
    "prompts list",
    "prompts show",
    "prompts diff",
    "cache",
    "reconcile",
    "cache info",
    "cache clear",
    "cache export",
    "batch",
    "batch submit",
    "batch status",
    "batch fetch",
    "run",
    "evals",
    "evals run",
    "evals compare",
    "evals report",
    "evals lint",
    "evals add",
    "evals gate",
    "evals baseline",
]


@pytest.mark.parametrize("command", ["", *COMMANDS], ids=lambda name: name or "root")
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_every_help_fits_80_columns_and_gives_examples(run, command, flag):
    result = run(*command.split(), flag)
    assert (result.code, result.err) == (0, "")
    assert max(map(len, result.out.splitlines())) <= 80
    examples = result.out.split("Examples:\n", 1)[1].split("\n\n", 1)[0].splitlines()
    assert len(examples) >= 2
    assert all("summarizer" in example for example in examples)
    assert "..." not in re.sub(r"\{.*\}|\]\.\.\.", "", result.out)


def test_the_root_help_is_this_page(run):
    assert (
        run("--help").out
        == """\
Usage: summarizer [OPTIONS] COMMAND [ARGS]...

  News articles to structured summaries whose numbers can be trusted.

Options:
  -V, --version  Show the version.
  -h, --help     Show this message and exit.

Commands:
  summarize  Summarize articles with checked key figures.
  clean      Print the article of a page, without the rest.
  figures    List every figure that an article states.
  check      Check a summary's numbers against its article.
  reconcile  Set articles on one event side by side.
  run        Summarize many articles on a cluster.
  schema     Print the JSON Schema of what comes out.
  doctor     Show what is configured, works or is missing.
  prompts    List, show and compare the prompts for models.
  cache      Show, clear or export the cache of raw answers.
  batch      Summarize in batches: half the price, within a day.
  evals      Measure prompts and models on a golden set of articles.

  Examples:
    summarizer summarize article.html
    summarizer summarize -m openai/NAME -f json https://example.com/story
    summarizer check summary.txt --against article.txt

  Inputs are files, folders, http(s) URLs, .jsonl files and - (standard
  input). Exit codes: 0 done, 1 the answer is no, 2 wrong usage or
  configuration, 3 some inputs failed, 4 no baseline to compare with, 130
  interrupted.
"""
    )


@pytest.mark.parametrize("argv", [["--version"], ["-V"]])
def test_the_version_is_one_line(run, argv):
    from summarizer import __version__

    assert run(*argv).out == f"summarizer {__version__}\n"


def test_no_command_shows_the_help_and_is_a_usage_error(run):
    result = run()
    assert result.code == 2
    assert result.out.startswith("Usage: summarizer [OPTIONS] COMMAND")


def test_a_group_without_its_command_shows_its_help(run):
    result = run("prompts")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("Usage: summarizer prompts [OPTIONS] COMMAND")


@pytest.mark.parametrize(
    ("argv", "line"),
    [
        (
            ["figuers"],
            "no such command 'figuers'. Did you mean 'figures'? See 'summarizer --help'.",
        ),
        (["clean", "--nope"], "no such option: --nope. See 'summarizer clean --help'."),
        (
            ["clean", "--show-remove"],
            (
                "no such option: --show-remove (Possible options: --show-removed) "
                "See 'summarizer clean --help'."
            ),
        ),
        (["check"], "missing argument 'SUMMARY'. See 'summarizer check --help'."),
        (
            ["schema", "a", "b"],
            "got unexpected extra argument(s) (b) See 'summarizer schema --help'.",
        ),
        (["clean", "-o"], "option '-o' requires an argument. See 'summarizer --help'."),
    ],
    ids=["command", "option", "near option", "argument", "extra", "no value"],
)
def test_wrong_usage_is_one_line_with_the_way_out(run, argv, line):
    result = run(*argv)
    assert (result.code, result.out, result.err) == (2, "", f"error: {line}\n")


@pytest.mark.parametrize("command", ["summarize", "clean", "figures"])
def test_an_unknown_format_names_the_known_ones(run, command):
    result = run(command, "--format", "pdf", "-")
    assert result.code == 2
    assert result.err.count("\n") == 1
    assert "'jsonl'" in result.err


@pytest.mark.parametrize("command", ["summarize", "clean", "figures"])
def test_no_input_on_a_terminal_is_a_usage_line(run, command):
    result = run(command, terminal=True)
    assert (result.code, result.out, result.err) == (
        2,
        "",
        (
            f"error: no input. Usage: summarizer {command} INPUT... (a file, a folder, a URL, or - "
            f"for standard input). See 'summarizer {command} --help'.\n"
        ),
    )


@pytest.mark.parametrize("command", ["summarize", "clean", "figures"])
def test_jsonl_without_standard_input_is_a_usage_error(run, command):
    result = run(command, "--jsonl", "a.txt")
    assert result.code == 2
    assert result.err.startswith("error: --jsonl reads articles from standard input")


@pytest.mark.parametrize("command", ["summarize", "clean", "figures"])
@pytest.mark.parametrize("name", ["", " "])
def test_an_empty_name_is_never_the_working_directory(run, command, name):
    result = run(command, name)
    assert (result.code, result.out, result.err) == (
        2,
        "",
        "error: an input has an empty name. Check the variables and quotes of the command.\n",
    )
