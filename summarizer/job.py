"""One article on its way through an engine: its drafts are judged, and the last one finished.

Judging is most of the work that is ours. It is done in the event loop, or in processes beside it.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from summarizer._version import __version__
from summarizer.grounding import Grounded, Source, ground
from summarizer.models import Article, Draft, Provenance, Summary

if TYPE_CHECKING:
    from summarizer.engines.base import Drafted, Engine
    from summarizer.processes import Processes

_CONTRADICTIONS = 5
"""How many contradictions of an article are told by themselves: a page of tables may hold many."""


class Job:
    """One article.

    Args:
        article: The article.
        processes: Where drafts are judged by `ajudge`; None judges them here.
    """

    def __init__(self, article: Article, processes: Processes | None = None) -> None:
        self.article = article
        self._processes = processes
        self._source: Source | None = None
        self._started = time.perf_counter()
        self._judged: list[tuple[Draft, _Judged]] = []

    def judge(self, draft: Draft) -> tuple[str, ...]:
        """What is wrong with a draft; see `engines.base.Judge`."""
        return self._of(draft).grounded.complaints

    async def ajudge(self, draft: Draft) -> tuple[str, ...]:
        """`judge`, in the processes where there are any."""
        if self._processes is not None:
            judged = await self._processes.call(_judged, self.article, draft)
            self._judged.append((draft, judged))
        return self.judge(draft)

    def finish(self, engine: Engine, drafted: Drafted) -> Summary:
        """The summary that the engine's last word makes."""
        judged = self._of(drafted.draft)
        grounded = judged.grounded
        contradictions = judged.contradictions
        if contradictions is None:
            contradictions = _contradictions(self._own_source())
        return Summary(
            id=self.article.id,
            article=self.article,
            headline=grounded.headline,
            summary=grounded.summary,
            key_points=grounded.key_points,
            figures=grounded.figures,
            rejected=grounded.rejected,
            findings=grounded.findings,
            warnings=self.article.warnings + drafted.warnings + grounded.warnings + contradictions,
            provenance=Provenance(
                engine=engine.name,
                model=drafted.model,
                prompt=engine.prompt,
                attempts=drafted.usage.attempts,
                input_tokens=drafted.usage.input_tokens,
                output_tokens=drafted.usage.output_tokens,
                cost_usd=drafted.cost_usd,
                seconds=round(time.perf_counter() - self._started, 3),
                created_at=datetime.now(UTC),
                cached=drafted.cached,
                retries=drafted.retries,
                summarizer_version=__version__,
            ),
        )

    def _of(self, draft: Draft) -> _Judged:
        for known, judged in self._judged:
            if known is draft:
                return judged
        judged = _Judged(ground(draft, self._own_source()))
        self._judged.append((draft, judged))
        return judged

    def _own_source(self) -> Source:
        if self._source is None:
            self._source = Source(self.article)
        return self._source


@dataclass(frozen=True, slots=True)
class _Judged:
    """A draft held against its article.

    Attributes:
        contradictions: The article's, as warnings; None where they were not looked for yet.
    """

    grounded: Grounded
    contradictions: tuple[str, ...] | None = None


def _judged(article: Article, draft: Draft) -> _Judged:
    """What a process does."""
    source = Source(article)
    return _Judged(ground(draft, source), _contradictions(source))


def _contradictions(source: Source) -> tuple[str, ...]:
    """A warning for each of the first contradictions, and one that counts the others."""
    from summarizer.conflicts.inside import contradictions

    found = contradictions(source)
    told = [
        f"the article contradicts itself: {contradiction.reason}"
        for contradiction in found[:_CONTRADICTIONS]
    ]
    if (more := len(found) - _CONTRADICTIONS) > 0:
        told.append(f"and {more} more {'contradiction' if more == 1 else 'contradictions'}")
    return tuple(told)
