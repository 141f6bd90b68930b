"""The program as a process: how fast it starts, how it ends, and what it does as it goes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

import pytest

PROGRAM = (sys.executable, "-m", "summarizer")
HEAVY = {
    "openai",
    "instructor",
    "pydantic",
    "rich",
    "lxml",
    "jinja2",
    "yaml",
    "httpx2",
}


def modules_after(argv: list[str], environment: dict[str, str]) -> set[str]:
    code = (
        "import sys\nfrom summarizer.__main__ import main\n"
        f"main({argv!r})\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    return set(done.stderr.split())


def test_help_imports_nothing_heavy(environment):
    modules = modules_after(["--help"], environment)
    assert "typer" in modules
    assert modules & HEAVY == set()


def test_the_version_is_answered_before_anything_is_imported(environment):
    assert not modules_after(["--version"], environment) & (HEAVY | {"typer", "summarizer.cli"})


@pytest.mark.parametrize(
    "argv",
    [
        ["summarize", "--help"],
        ["schema"],
        ["figures", "--raw", "-f", "jsonl", "a.txt"],
        ["clean", "--raw", "a.txt"],
    ],
    ids=["help", "schema", "figures", "clean"],
)
def test_a_command_without_a_model_imports_no_model_client(argv, environment, home):
    (home / "a.txt").write_text("Sales rose 5%.")
    # Typer itself checks the arguments of a command with pydantic.
    assert not modules_after(argv, environment) & (HEAVY - {"pydantic"})


def test_lines_are_answered_before_the_next_one_is_written(environment):
    with subprocess.Popen(
        [*PROGRAM, "figures", "--raw", "--jsonl", "-"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        for number in (1, 2, 3):
            line = json.dumps({"id": str(number), "text": f"Sales rose {number}%."})
            process.stdin.write(line.encode() + b"\n")
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
            assert (answer["id"], answer["figures"][0]["value"]) == (str(number), str(number))
        process.stdin.close()
        assert process.wait() == 0


def test_summaries_are_streamed_too(environment):
    with subprocess.Popen(
        [*PROGRAM, "summarize", "--model", "rules", "--jsonl", "-"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        for number in (1, 2):
            line = json.dumps({"id": str(number), "text": f"Tarn said that sales rose {number}%."})
            process.stdin.write(line.encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == str(number)
        process.stdin.close()
        assert process.wait() == 0


@pytest.mark.parametrize(
    ("sent", "code", "said"),
    [(signal.SIGINT, 130, b"interrupted"), (signal.SIGTERM, 143, b"told to end")],
    ids=["Ctrl-C", "a job scheduler's signal"],
)
def test_a_signal_ends_with_one_line_and_keeps_what_was_done(sent, code, said, environment, home):
    with subprocess.Popen(
        [*PROGRAM, "figures", "--raw", "--jsonl", "-", "-o", "out.jsonl"],
        env=environment,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=home,
    ) as process:
        assert process.stdin
        assert process.stderr
        # The second line is bad, so that its error says when both have been answered.
        process.stdin.write(b'{"id": "a", "text": "Sales rose 5%."}\nnot json\n')
        process.stdin.flush()
        assert b"-:2: not JSON" in process.stderr.readline()
        process.send_signal(sent)
        assert process.wait() == code
        assert process.stderr.read() == said + b": what was done is kept\n"
    lines = (home / "out.jsonl").read_text().splitlines()
    assert json.loads(lines[0])["id"] == "a"


@pytest.mark.parametrize(
    "argv", [["figures", "--raw", "--jsonl", "-"], ["--help"]], ids=["output", "help"]
)
def test_a_reader_that_goes_away_ends_the_run_quietly(argv, environment):
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [*PROGRAM, *argv],
        env=environment,
        input=b'{"id": "a", "text": "Sales rose 5%."}\n' * 50,
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize("locale", ["C", "en_US.ISO-8859-1"])
def test_output_is_utf8_whatever_the_locale(locale, environment, home):
    (home / "a.txt").write_text("Der Umsatz stieg um 5 % auf 3 Millionen €, sagte Čapek.", "utf-8")
    done = subprocess.run(
        [*PROGRAM, "clean", "--raw", "a.txt"],
        env=environment | {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        cwd=home,
        check=True,
    )
    assert (
        done.stdout.decode("utf-8") == "Der Umsatz stieg um 5 % auf 3 Millionen €, sagte Čapek.\n"
    )


def test_a_closed_standard_input_is_no_fault(environment):
    done = subprocess.run(
        ["/bin/sh", "-c", f"{sys.executable} -m summarizer figures <&-"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("error: no input. Usage: summarizer figures INPUT...")
