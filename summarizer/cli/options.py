"""Options that several commands share, each written once."""

import inspect
from pathlib import Path
from typing import Annotated

import typer

Inputs = Annotated[
    list[str] | None,
    # Hidden from the list of arguments, where typer would print its Python type; INPUTS says it.
    typer.Argument(metavar="INPUT", hidden=True, show_default=False),
]
Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        "-m",
        metavar="PROVIDER/NAME",
        help="The model, or 'rules'; else SUMMARIZER_MODEL, the config file, rules.",
        show_default=False,
    ),
]
Prompt = Annotated[
    str | None,
    typer.Option(
        "--prompt",
        "-p",
        metavar="NAME[@VERSION]",
        help="The prompt (see 'summarizer prompts list'), or a .md file.",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to FILE instead of standard output.",
        show_default=False,
    ),
]
Raw = Annotated[
    bool, typer.Option("--raw", help="Take the text as it is, uncleaned; offsets refer to it.")
]
Jsonl = Annotated[
    bool,
    typer.Option(
        "--jsonl",
        help="With -: read an article a line as JSON, answer each at once (as jsonl).",
    ),
]
Language = Annotated[
    str | None,
    typer.Option(
        metavar="CODE",
        help="The language as an ISO 639-1 code, such as de; else it is detected.",
        show_default=False,
    ),
]


INPUTS = "INPUT is any mix of files, folders, http(s) URLs, .jsonl files and - (standard input)."


def examples(*lines: str, note: str = "") -> str:
    """An epilog with examples that typer leaves unwrapped."""
    block = "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)
    return f"{block}\n\n{inspect.cleandoc(note)}" if note else block
