"""Results on their way out: JSON, lines of JSON, pages; an input that failed has its place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Generic, Literal, Protocol, TypeVar

from summarizer.cli import console
from summarizer.errors import SummarizerError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from typing_extensions import TypeIs

    from summarizer.cli.output import Sink
    from summarizer.models import Failure, Output

T = TypeVar("T")
T_contra = TypeVar("T_contra", contravariant=True)

EXIT_SOME_FAILED = 3
NOT_ASKED = "budget"
"""The kind of failure of articles that a spent budget left; their message is said once for all."""


class Writer(Protocol[T_contra]):
    """Takes results one by one and writes them in one format."""

    def add(self, result: T_contra | Failure, /) -> None:
        """Take one result."""
        ...

    def finish(self) -> None:
        """Write what is left to be written."""
        ...


class Lines:
    """A line of JSON for each result, flushed as it comes."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink

    def add(self, result: Output, /) -> None:
        """Write one line."""
        self._sink.write(f"{result.model_dump_json()}\n")

    def finish(self) -> None:
        """Nothing is left."""


class Document:
    """One JSON document: the object of a single result, else an array of all."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._results: list[Output] = []

    def add(self, result: Output, /) -> None:
        """Keep one result."""
        self._results.append(result)

    def finish(self) -> None:
        """Write the document."""
        records = [result.model_dump(mode="json") for result in self._results]
        self._sink.write(dumps(records[0] if len(records) == 1 else records))


class Pages(Generic[T]):
    """A page of text for each result, an empty line between them; failures have no page."""

    def __init__(self, sink: Sink, render: Callable[[T], str]) -> None:
        self._sink = sink
        self._render = render
        self._started = False

    def add(self, result: T | Failure, /) -> None:
        """Write one page."""
        if not is_failure(result):
            self._sink.write(("\n" if self._started else "") + self._render(result))
            self._started = True

    def finish(self) -> None:
        """Nothing is left."""


class Whole(Generic[T]):
    """One text made of all results together, failures included."""

    def __init__(self, sink: Sink, render: Callable[[Sequence[T | Failure]], str]) -> None:
        self._sink = sink
        self._render = render
        self._results: list[T | Failure] = []

    def add(self, result: T | Failure, /) -> None:
        """Keep one result."""
        self._results.append(result)

    def finish(self) -> None:
        """Write the text."""
        self._sink.write(self._render(self._results))


def dumps(value: object) -> str:
    """Indented JSON that ends in a line break."""
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def json_writer(format: Literal["json", "jsonl"], sink: Sink) -> Writer[Output]:  # noqa: A002 - its name
    """The writer of a format for machines."""
    return Lines(sink) if format == "jsonl" else Document(sink)


def is_failure(result: T | Failure) -> TypeIs[Failure]:
    """Whether a result stands for an input that failed."""
    from summarizer.models import Failure

    return isinstance(result, Failure)


def deliver(results: Iterable[T | Failure], writer: Writer[T]) -> int:
    """Write results as they come, say each failure on standard error, return the exit code.

    When the run is interrupted, or ends in an error, what was done until then is written.
    """
    done = failed = 0
    undone: dict[str, int] = {}
    try:
        for result in results:
            if is_failure(result):
                failed += 1
                if result.error.type == NOT_ASKED:
                    undone[result.error.message] = undone.get(result.error.message, 0) + 1
                else:
                    console.error(result.error.message)
            writer.add(result)
            done += 1
    except (KeyboardInterrupt, SummarizerError):
        if done:
            writer.finish()
        raise
    finally:
        for why, count in undone.items():
            console.error(f"{count:,} article{'s' if count > 1 else ''} {why}")
    writer.finish()
    return EXIT_SOME_FAILED if failed else 0
