"""The program: `summarizer …` or `python -m summarizer …`.

Whatever happens ends here as an exit code and, where something is wrong, one line on standard
error:

    0 done · 1 the answer is no · 2 wrong usage or configuration · 3 some inputs failed
    130 interrupted · 141 the reader of the output went away · 143 told to end
"""

from __future__ import annotations

import os
import sys

from summarizer._version import __version__

EXIT_FAULT = 70  # EX_SOFTWARE of sysexits.h: a fault of the program itself
EXIT_INTERRUPTED = 130
EXIT_PIPE_CLOSED = 141
EXIT_TOLD_TO_END = 143


def main(argv: list[str] | None = None) -> int:
    """Run one command line.

    Args:
        argv: The arguments after the program's name; `sys.argv` where None.

    Returns:
        The exit code.
    """
    argv = sys.argv[1:] if argv is None else argv
    _use_utf8()
    if argv in (["--version"], ["-V"]):
        print(f"summarizer {__version__}")  # noqa: T201 - answered before anything is imported
        return 0
    try:
        _heed_sigterm()
        code = _run(argv)
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = _interrupted()
    except BrokenPipeError:
        code = EXIT_PIPE_CLOSED
    if code == EXIT_PIPE_CLOSED:
        _drop_output()
    return code


def _run(argv: list[str]) -> int:
    from summarizer.cli.console import error, error_of_typer
    from summarizer.errors import SummarizerError

    try:
        import typer

        from summarizer.cli.app import command

        if not argv:
            command().main(["--help"], prog_name="summarizer", standalone_mode=False)
            return 2
        try:
            code = command().main(argv, prog_name="summarizer", standalone_mode=False)
        except typer.TyperException as fault:
            return error_of_typer(fault)
    except SummarizerError as fault:
        error(str(fault))
        if os.environ.get("SUMMARIZER_DEBUG"):
            _traceback()
        return fault.exit_code
    except BrokenPipeError:
        raise
    except SystemExit as stop:
        # Typer leaves this way when the reader of its help went away.
        return EXIT_PIPE_CLOSED if stop.code == 1 else int(stop.code or 0)
    except Exception as fault:  # noqa: BLE001 - the one place where a fault becomes a line
        return _fault(fault)
    if code == EXIT_INTERRUPTED:
        return _interrupted()
    return code if isinstance(code, int) else 0


def _fault(fault: Exception) -> int:
    """Name a fault of the program itself and say how to report it."""
    from summarizer.cli.console import error

    if os.environ.get("SUMMARIZER_DEBUG"):
        _traceback()
    error(
        f"a fault in summarizer {__version__}: {type(fault).__name__}: {fault}. Please report it, "
        "with the traceback that SUMMARIZER_DEBUG=1 shows"
    )
    return EXIT_FAULT


def _traceback() -> None:
    import traceback

    traceback.print_exc()


def _interrupted() -> int:
    from summarizer.cli.console import say

    told = bool(_told_to_end)
    _told_to_end.clear()
    say("told to end" if told else "interrupted", "what was done is kept", colour="33")
    return EXIT_TOLD_TO_END if told else EXIT_INTERRUPTED


_told_to_end: list[int] = []


def _heed_sigterm() -> None:
    """Let SIGTERM, with which job schedulers end a job, be heeded as Ctrl-C is."""
    import signal

    def end(number: int, _: object) -> None:
        _told_to_end.append(number)
        raise KeyboardInterrupt

    try:
        if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
            signal.signal(signal.SIGTERM, end)
    except ValueError:  # not the main thread: its program heeds signals itself
        return


def _use_utf8() -> None:
    """Write UTF-8 whatever the locale; a lone surrogate becomes its escape, as in JSON."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _drop_output() -> None:
    """Let the interpreter's own last flush of a closed pipe go nowhere, quietly."""
    try:
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, sys.stdout.fileno())
        os.close(devnull)
    except (OSError, ValueError):  # no file behind it: nothing will be flushed either
        return


if __name__ == "__main__":
    sys.exit(main())
