"""`summarizer clean`: the article of a page, without the rest of the page."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.cli import console, inputs, results
from summarizer.cli.options import INPUTS, Inputs, Jsonl, Language, Output, Raw, examples
from summarizer.cli.output import Sink
from summarizer.errors import InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from summarizer.articles import Document
    from summarizer.models import Article, Failure

Format = Literal["text", "json", "jsonl"]


def clean(
    input: Inputs = None,  # noqa: A002 - the name that --help and errors show
    *,
    format: Annotated[  # noqa: A002 - the option's name
        Format | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="text (default), json (one document) or jsonl.",
            show_default=False,
        ),
    ] = None,
    output: Output = None,
    show_removed: Annotated[
        bool,
        typer.Option("--show-removed", help="Print the page with what was cut, and why."),
    ] = False,
    raw: Raw = False,
    jsonl: Jsonl = False,
    language: Language = None,
) -> None:
    """Print the article of a page, without the rest of the page."""
    settings = console.start()
    names = inputs.given(input, command="clean", jsonl=jsonl)
    chosen = format or ("jsonl" if jsonl else "text")
    if show_removed and chosen != "text":
        raise UsageError(
            f"--show-removed prints text, and --format is {chosen}",
            way_out="Leave one of them out: json names what was cut in 'removed'",
        )
    documents = inputs.documents(names, settings=settings, raw=raw, jsonl=jsonl, language=language)
    with Sink(output, stream=chosen == "jsonl", inputs=names) as sink:
        if chosen == "text":
            render = _renderer(show_removed=show_removed, to_file=output is not None)
            code = results.deliver(articles(documents), results.Pages(sink, render))
        else:
            code = results.deliver(articles(documents), results.json_writer(chosen, sink))
    raise typer.Exit(code)


def articles(documents: "Iterable[Document | InputError]") -> "Iterator[Article | Failure]":
    """Clean each document as it comes; an error becomes a value."""
    from summarizer.articles import clean as clean_document
    from summarizer.outcome import failure_of

    for document in documents:
        if isinstance(document, InputError):
            yield failure_of(document, document)
            continue
        try:
            yield clean_document(document)
        except InputError as fault:
            yield failure_of(document, fault)


def _renderer(*, show_removed: bool, to_file: bool) -> "Callable[[Article], str]":
    style = console.terminal(to_file=to_file).style
    if show_removed:
        from summarizer.reports.removed import removed_page

        return lambda article: removed_page(article, style=style)
    if style == "plain":
        return lambda article: article.text.rstrip("\n") + "\n"

    from summarizer.reports.wording import printable

    return lambda article: printable(article.text).rstrip("\n") + "\n"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        short_help="Print the article of a page, without the rest.",
        help=f"{clean.__doc__}\n\n{INPUTS}",
        epilog=examples(
            "summarizer clean page.html",
            "summarizer clean --show-removed page.txt | less -R",
            "summarizer clean pages/ --format jsonl -o articles.jsonl",
        ),
    )(clean)
