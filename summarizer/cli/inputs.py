"""From the words on the command line to documents."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.errors import InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.articles import Document
    from summarizer.settings import Settings

STANDARD_INPUT = "-"


def given(inputs: list[str] | None, *, command: str, jsonl: bool = False) -> list[str]:
    """The inputs; standard input where none is named and something is piped in.

    Raises:
        UsageError: there is no input, an input has no name, or `--jsonl` lacks standard input.
    """
    if any(not name.strip() for name in inputs or ()):
        # A variable that is not set, most likely; as a path it would be the working directory.
        raise UsageError(
            "an input has an empty name", way_out="Check the variables and quotes of the command"
        )
    if inputs and jsonl and STANDARD_INPUT not in inputs:
        raise UsageError(
            "--jsonl reads articles from standard input, and - is not among the inputs",
            way_out="Add -, or leave --jsonl out: .jsonl files are known by their name",
        )
    if inputs:
        return inputs
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError(
            f"no input. Usage: summarizer {command} INPUT... (a file, a folder, a URL, or - for "
            "standard input)",
            way_out=f"See 'summarizer {command} --help'",
        )
    return [STANDARD_INPUT]


def documents(
    inputs: list[str],
    *,
    settings: Settings,
    raw: bool = False,
    jsonl: bool = False,
    language: str | None = None,
) -> Iterator[Document | InputError]:
    """The documents of the inputs in order, each read when it is asked for."""
    from summarizer.articles import iter_documents

    stdin = sys.stdin.buffer if sys.stdin is not None else None
    for one in iter_documents(inputs, settings=settings, raw=raw, jsonl_stdin=jsonl, stdin=stdin):
        if language and not isinstance(one, InputError):
            yield replace(one, language=language)
        else:
            yield one
