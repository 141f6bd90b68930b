"""Results that go into a file which a run can be started again on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.cli import console
from summarizer.cli.output import refuse_inputs
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from summarizer.articles import Document
    from summarizer.errors import InputError
    from summarizer.models import Failure, Summary
    from summarizer.pipeline import Summarizer

SUFFIXES = (".jsonl", ".sqlite", ".parquet")
_ENDINGS = {"pretty": ".txt", "markdown": ".md"}
"""Of files in formats whose names are no ending."""


def store_path(output: Path | None, format: str | None) -> Path | None:  # noqa: A002 - its name
    """The file that results are stored in, or None where they are only written.

    Args:
        output: As `-o` gives it.
        format: As `--format` gives it; without it the end of the name says what the file is.

    Raises:
        UsageError: the end of the name is that of a file of results, and the format another.
    """
    if output is None or str(output) == "-":
        return None
    suffix = output.suffix.lower()
    if format not in {None, "jsonl"} and suffix in SUFFIXES:
        other = output.with_suffix(_ENDINGS.get(format or "", f".{format}"))
        raise UsageError(
            f"{suffix} is a file of results, and --format is {format}",
            subject=str(output),
            way_out=f"Leave --format out, or give -o {other}",
        )
    if format != "jsonl" and not (format is None and suffix in SUFFIXES):
        return None
    target = output.resolve()  # a link is followed: the file it names is replaced and not the link
    return None if target.exists() and not target.is_file() else target


class Kept:
    """A writer for results that are in their file already."""

    def add(self, result: Summary | Failure, /) -> None:
        """Nothing is left to be done."""

    def finish(self) -> None:
        """Nothing is left to be done."""


class StoredRun:
    """One run of the command over a file of results.

    Args:
        summarizer: Makes the summaries.
        path: The file.
        inputs: What is read: none of it may be the file.
        retry_failed: Ask again for what failed before.

    Raises:
        UsageError: the file cannot be used.
    """

    def __init__(
        self, summarizer: Summarizer, path: Path, inputs: Iterable[str], *, retry_failed: bool
    ) -> None:
        from summarizer.batch import ResumableRun, open_store

        refuse_inputs(path, inputs)
        self._path = path
        self._retry = retry_failed
        self._run = ResumableRun(summarizer, open_store(path), retry_failed=retry_failed)

    def results(self, documents: Iterable[Document | InputError]) -> Iterator[Summary | Failure]:
        """Each new result, stored before it is passed on."""
        yield from self._run.results(documents)

    def tell(self) -> bool:
        """Say what was done before; whether some of it failed then."""
        skipped, failed = self._run.skipped, self._run.failed_before
        if skipped:
            console.notice(f"{self._path.name} held {_articles(skipped)} already: not asked again")
        if failed:
            console.error(f"{failed:,} of them failed before. Give --retry-failed to ask again.")
        return bool(failed)


def _articles(count: int) -> str:
    return f"{count:,} article{'' if count == 1 else 's'}"
