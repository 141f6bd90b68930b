"""`summarizer prompts`: the versioned prompts that a model can be given."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.cli import console
from summarizer.cli.options import examples
from summarizer.cli.results import dumps

if TYPE_CHECKING:
    from summarizer.engines.prompts import Prompt

app = typer.Typer(
    help="List, show and compare the prompts for models.",
    no_args_is_help=True,
    rich_markup_mode=None,
    epilog=examples(
        "summarizer prompts list",
        "summarizer prompts show summarize@1",
        "summarizer prompts diff summarize@1 my-prompt.md",
        note="""A prompt is a Markdown file: front matter, '# System', '# User'. Your own stand in
        the folder that 'prompts_dir' in the config file names.""",
    ),
)
Format = Literal["text", "json"]
FormatOption = Annotated[
    Format, typer.Option("--format", "-f", metavar="FORMAT", help="text or json.")
]
Spec = Annotated[
    str,
    typer.Argument(metavar="NAME[@VERSION]", help="A prompt, or a .md file.", show_default=False),
]


@app.command(
    "list",
    short_help="List the prompts.",
    epilog=examples("summarizer prompts list", "summarizer prompts list --format json"),
)
def list_(format: FormatOption = "text") -> None:  # noqa: A002 - the option's name
    """List the prompts: name, version, hash, what it is for."""
    from summarizer.engines.prompts import list_prompts

    prompts = list_prompts(console.start())
    if format == "json":
        typer.echo(dumps([_record(prompt) for prompt in prompts]), nl=False)
        return
    names = [f"{prompt.name}@{prompt.version}" for prompt in prompts]
    width = max(map(len, names), default=0)
    for name, prompt in zip(names, prompts, strict=True):
        typer.echo(f"{name:<{width}}  {prompt.sha256[:12]}  {_shown(prompt.description)}")


@app.command(
    short_help="Print a prompt.",
    epilog=examples(
        "summarizer prompts show summarize",
        "summarizer prompts show summarize@1 > my-prompt.md",
    ),
)
def show(name: Spec, format: FormatOption = "text") -> None:  # noqa: A002 - the option's name
    """Print a prompt's file, front matter included; without a version the newest."""
    from summarizer.engines.prompts import load_prompt

    prompt = load_prompt(name, console.start())
    if format == "json":
        record = {**_record(prompt), "system": prompt.system, "user": prompt.user}
        typer.echo(dumps(record), nl=False)
    else:
        typer.echo(_shown(_file(prompt)), nl=False)


@app.command(
    short_help="Compare two prompts.",
    epilog=examples(
        "summarizer prompts diff summarize@1 summarize@2",
        "summarizer prompts diff summarize my-prompt.md",
    ),
)
def diff(
    old: Annotated[
        str,
        typer.Argument(metavar="OLD", help="NAME[@VERSION], or a .md file.", show_default=False),
    ],
    new: Annotated[
        str,
        typer.Argument(metavar="NEW", help="NAME[@VERSION], or a .md file.", show_default=False),
    ],
) -> None:
    """Compare two prompts line by line; nothing is printed when they are the same."""
    import difflib

    from summarizer.engines.prompts import load_prompt

    settings = console.start()
    left, right = load_prompt(old, settings), load_prompt(new, settings)
    lines = difflib.unified_diff(
        _file(left).splitlines(),
        _file(right).splitlines(),
        f"{left.name}@{left.version} {left.sha256[:12]}",
        f"{right.name}@{right.version} {right.sha256[:12]}",
        lineterm="",
    )
    colour = console.terminal().style == "colour"
    for line in lines:
        typer.echo(_coloured(_shown(line)) if colour else _shown(line), color=True)


def _file(prompt: "Prompt") -> str:
    return prompt.source.read_text(encoding="utf-8-sig")


def _record(prompt: "Prompt") -> dict[str, str]:
    return {
        "schema_version": "1",
        "name": prompt.name,
        "version": prompt.version,
        "sha256": prompt.sha256,
        "description": prompt.description,
        "language": prompt.language,
        "created": prompt.created.isoformat(),
        "source": str(prompt.source),
    }


def _shown(text: str) -> str:
    from summarizer.reports.wording import printable

    return printable(text)


def _coloured(line: str) -> str:
    codes = {"+++": "1", "---": "1", "@@": "36", "+": "32", "-": "31"}
    for start, code in codes.items():
        if line.startswith(start):
            return f"\x1b[{code}m{line}\x1b[0m"
    return line
