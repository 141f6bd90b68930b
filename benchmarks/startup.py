"""What starting costs: CPU time of whole processes, beside an interpreter that does nothing.

    python benchmarks/startup.py [--runs N]

Each figure is the least of N runs; the ratio is against `python -c pass` in the same run.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
from pathlib import Path

EXAMPLE = str(Path(__file__).parents[1] / "examples" / "wire-flash.txt")
COMMANDS: dict[str, list[str]] = {
    "python -c pass": ["-c", "pass"],
    "import typer": ["-c", "import typer"],
    "import openai, instructor": ["-c", "import openai; from instructor import from_openai"],
    "import summarizer": ["-c", "import summarizer"],
    "summarizer --version": ["-m", "summarizer", "--version"],
    "summarizer --help": ["-m", "summarizer", "--help"],
    "summarizer clean FILE": ["-m", "summarizer", "clean", EXAMPLE],
    "summarizer figures FILE": ["-m", "summarizer", "figures", EXAMPLE],
    "summarizer summarize FILE (rules)": ["-m", "summarizer", "summarize", "-m", "rules", EXAMPLE],
}


def cpu_seconds(arguments: list[str]) -> float:
    """User and system time of one process and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    floor = 0.0
    for name, arguments in COMMANDS.items():
        least = min(cpu_seconds(arguments) for _ in range(runs))
        floor = floor or least
        print(f"{name:36} {least * 1000:7.0f} ms CPU {least / floor:7.1f} x")


if __name__ == "__main__":
    main()
