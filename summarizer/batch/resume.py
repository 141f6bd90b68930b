"""A run over many articles that can be killed at any moment and started again."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from summarizer.batch.identity import Identities, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summarizer.articles import Document
    from summarizer.batch.stores import Store
    from summarizer.errors import InputError
    from summarizer.models import Article, Failure, Summary
    from summarizer.pipeline import Input, Summarizer


class ResumableRun:
    """Summarizes what a store does not hold yet, and stores it.

    Args:
        summarizer: Makes the summaries.
        store: Holds what was done; a changed article, prompt or model is not taken for done.
        retry_failed: Ask again for articles whose stored result is a failure.

    What the results in the store took counts for the summarizer's budget.

    Attributes:
        skipped: Articles that were stored already, failures included.
        failed_before: Those of them whose stored result is a failure.

    Example:
        >>> import tempfile
        >>> from pathlib import Path
        >>> from summarizer import Summarizer
        >>> from summarizer.batch import ResumableRun, open_store
        >>> path = Path(tempfile.mkdtemp()) / "results.jsonl"
        >>> texts = ["Acme sales rose 5% in 2025.", "Acme sales fell 3% in 2026."]
        >>> with Summarizer("rules") as summarizer:
        ...     for _ in range(2):
        ...         run = ResumableRun(summarizer, open_store(path))
        ...         print(len(list(run.results(texts))), run.skipped)
        2 0
        0 2
    """

    def __init__(self, summarizer: Summarizer, store: Store, *, retry_failed: bool = False) -> None:
        self.skipped = 0
        self.failed_before = 0
        self._summarizer = summarizer
        self._store = store
        self._retry_failed = retry_failed
        self._identities = Identities(summarizer.identity)
        self._under_way: deque[str] = deque()
        self._keys: set[str] = set()
        self._ids: set[str] = set()

    def results(self, sources: Iterable[Input | InputError]) -> Iterator[Summary | Failure]:
        """Each new result in order, after it was stored. The store is closed in the end.

        Raises:
            UsageError: the configuration or the store cannot be used.
        """
        try:
            self._summarizer.budget.count_before(self._store.spent())
            for result in self._summarizer.map(self._left(sources)):
                keyed = result.model_copy(update={"key": self._under_way.popleft()})
                self._store.add(keyed)
                yield keyed
            self._store.finish(self._keys, self._ids)
        finally:
            self._store.close()

    def _left(
        self, sources: Iterable[Input | InputError]
    ) -> Iterator[Document | Article | InputError]:
        """The articles that are not done, each with its key put down; read in another thread."""
        for source in sources:
            article = read(source, self._summarizer.settings)
            key = self._identities.of(article)
            self._keys.add(key)
            self._ids.add(_id_of(article))
            state = self._store.state(key)
            if state == "done" or (state == "failed" and not self._retry_failed):
                self.skipped += 1
                self.failed_before += state == "failed"
                continue
            self._under_way.append(key)
            yield article


def _id_of(source: Document | Article | InputError) -> str:
    """The id that the result of a source has."""
    ident = getattr(source, "id", None)
    return ident if isinstance(ident, str) else getattr(source, "subject", None) or "text"
