"""What is said to people: lines on standard error, and what standard output can show."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, NamedTuple, TextIO

if TYPE_CHECKING:
    import typer

    from summarizer.reports.page import Style
    from summarizer.settings import Settings

RED, YELLOW, BLUE = "31", "33", "34"
PIPE_WIDTH = 80


class Terminal(NamedTuple):
    """How wide a page may be, in columns, and how emphasis is shown."""

    width: int
    style: Style

    @property
    def dumb(self) -> bool:
        """Whether lines cannot be rewritten."""
        return self.style == "plain"


def terminal(stream: TextIO | None = None, *, to_file: bool = False) -> Terminal:
    """What the reader's end can show: a pipe or a file gets plain text, 80 columns wide.

    NO_COLOR (any value) takes the colours away; FORCE_COLOR gives them to a pipe as well.
    """
    stream = sys.stdout if stream is None else stream
    if to_file:
        return Terminal(PIPE_WIDTH, "plain")
    colour = not os.environ.get("NO_COLOR")
    if os.environ.get("FORCE_COLOR", "0") != "0" and colour:
        return Terminal(_width(stream), "colour")
    if not stream.isatty() or os.environ.get("TERM") == "dumb":
        return Terminal(_width(stream), "plain")
    return Terminal(_width(stream), "colour" if colour else "mono")


def _width(stream: TextIO) -> int:
    if not stream.isatty() and not os.environ.get("COLUMNS"):
        return PIPE_WIDTH
    return shutil.get_terminal_size((PIPE_WIDTH, 24)).columns


def say(kind: str, message: str, *, colour: str) -> None:
    """Write one line `kind: message` to standard error."""
    from summarizer.reports.wording import one_line

    if terminal(sys.stderr).style == "colour":
        kind = f"\x1b[1;{colour}m{kind}:\x1b[0m"
    else:
        kind = f"{kind}:"
    # Written past a closed standard error (2>&-) there is nobody left to tell.
    if sys.stderr is not None:
        sys.stderr.write(f"{kind} {one_line(message)}\n")
        sys.stderr.flush()


def error(message: str) -> None:
    """Say what went wrong."""
    say("error", message, colour=RED)


def warning(message: str) -> None:
    """Say what a reader should know about the result."""
    say("warning", message, colour=YELLOW)


def notice(message: str) -> None:
    """Say what was chosen on the reader's behalf."""
    say("note", message, colour=BLUE)


def error_of_typer(fault: typer.TyperException) -> int:
    """Say one of typer's usage errors as one line with the way out; return its exit code."""
    message = fault.format_message()
    context = getattr(fault, "ctx", None)
    if message.startswith("Usage: "):  # a group without its command: the message is its help
        sys.stderr.write(f"{message}\n")
        return 2
    message = " ".join(message.split())
    if message and message[-1] not in ".?!)":
        message += "."
    command = context.command_path if context is not None else "summarizer"
    error(f"{message[:1].lower()}{message[1:]} See '{command} --help'.")
    return 2


def listen() -> None:
    """Show what the package logs as warnings on standard error, one line each."""
    import logging

    class Handler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            warning(record.getMessage())

    logger = logging.getLogger("summarizer")
    logger.handlers = [Handler(logging.WARNING)]
    logger.propagate = False


def start() -> Settings:
    """Begin a command: what is logged goes to people, the settings are read.

    Raises:
        ConfigError: the configuration cannot be used.
    """
    from summarizer.settings import load_settings

    listen()
    return load_settings()
