"""The main job: document, article, draft, summary.

>>> from summarizer import summarize
>>> summary = summarize("Acme sales rose 5% to $3 million in 2024.", model="rules")
>>> [str(figure.value) for figure in summary.figures]
['3000000', '5']
"""

from __future__ import annotations

import asyncio
import os
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Self

from summarizer.articles import Document, document_of, is_url
from summarizer.articles import clean as clean_document
from summarizer.engines.budget import Budget
from summarizer.errors import InputError, NoArticleError, UsageError
from summarizer.grounding import check_summary
from summarizer.job import Job
from summarizer.models import (
    Article,
    CheckReport,
    Failure,
    Figure,
    PromptIdentity,
    Summary,
)
from summarizer.outcome import failure_of
from summarizer.quantities import scan
from summarizer.settings import Settings, load_settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator
    from types import TracebackType

    from summarizer.engines.base import Engine
    from summarizer.engines.cache import Cache
    from summarizer.engines.llm import LLMEngine
    from summarizer.engines.llm.channel import Known
    from summarizer.processes import Processes

RULES = "rules"
RULES_NOTICE = (
    "No model is configured, so the built-in rules engine was used: it quotes sentences and reads "
    "figures, and writes nothing of its own. For an LLM, give --model openai/gpt-5-mini (or any "
    "provider/model) and its API key."
)
Input = str | bytes | Path | Document | Article
_LARGE = 200_000
"""Characters or bytes; what is larger is cleaned in a thread of its own."""
_MANY = 100
"""Articles of a run after which processes beside this one are worth their start."""
_WORKERS = 2
"""Processes at most that a run takes by itself: they keep up with one event loop's requests."""


class Summarizer:
    """Summarizes articles with one engine and, for a model, one client.

    Close it, or use it as a context manager (`with` for `summarize` and `map`, `async with` for
    `asummarize` and `amap`).

    Args:
        model: `provider/name`, or "rules"; None takes `SUMMARIZER_MODEL`, then the config file,
            then "rules".
        prompt: `name`, `name@version` or a path to a Markdown file; None takes the configured one.
        settings: Everything else; None reads the environment and the config file.
        record: A folder in which raw answers are kept.
        replay: A folder of recordings to answer from; no request is sent.
        answers: What a provider's batch brought; see `summarizer.batch`. Nothing else is sent.
        cache: Where a model's raw answers are looked for before it is asked, and kept; see
            `open_cache`. None keeps nothing.
        api_key: Instead of the provider's own variable, such as `OPENAI_API_KEY`.

    Attributes:
        model: What will make the drafts.
        notice: What a reader should be told about the choice of engine, or None.

    Raises:
        UsageError: the configuration cannot be used.
    """

    def __init__(  # noqa: PLR0913 - each is one way to use a summarizer
        self,
        model: str | None = None,
        *,
        prompt: str | None = None,
        settings: Settings | None = None,
        record: Path | None = None,
        replay: Path | None = None,
        cache: Cache | None = None,
        answers: Known | None = None,
        api_key: str | None = None,
    ) -> None:
        self.settings = load_settings() if settings is None else settings
        chosen = model or self.settings.model
        self.notice = None if chosen or replay else RULES_NOTICE
        self.model = chosen or ("replay" if replay else RULES)
        self._llm: LLMEngine | None = None
        if self.model == RULES and not replay:
            from summarizer.engines.rules import RulesEngine

            self._engine: Engine = RulesEngine()
            self.budget = Budget(seconds=self.settings.run_timeout)
            return
        from summarizer.engines.llm import LLMEngine
        from summarizer.engines.prompts import load_prompt

        self._engine = self._llm = LLMEngine(
            None if self.model == "replay" else self.model,
            settings=self.settings,
            prompt=load_prompt(prompt or self.settings.prompt, self.settings),
            record=record,
            replay=replay,
            cache=cache,
            answers=answers,
            api_key=api_key,
        )
        self.budget = self._llm.budget

    @property
    def identity(self) -> str:
        """What makes the drafts, as one word for machines: engine, model and prompt."""
        prompt = self._engine.prompt
        model = self._llm.model if self._llm is not None else RULES
        return f"{self._engine.name} {model} {prompt.sha256 if prompt else ''}".rstrip()

    @property
    def prompt(self) -> PromptIdentity | None:
        """Which prompt the model is given; None for the rules engine."""
        return self._engine.prompt

    def summarize(self, source: Input, *, repeat: int = 0) -> Summary:
        """Summarize one article.

        Args:
            source: A path, a URL, a page as bytes, the text itself, a document or an article.
            repeat: Another number asks the model anew, whatever is cached for this one.

        Raises:
            InputError: there is no article to be had from `source`.
            EngineError: the engine gave no usable draft.
        """
        job = Job(self._article(source))
        return job.finish(self._engine, self._engine.draft(job.article, job.judge, repeat=repeat))

    async def asummarize(self, source: Input, *, repeat: int = 0) -> Summary:
        """`summarize`, in an event loop."""
        return await self._asummarize(source, repeat, None)

    def map(
        self, sources: Iterable[Input | InputError], *, repeat: int = 0
    ) -> Iterator[Summary | Failure]:
        """Summarize many articles, in order, each as soon as it is done.

        One that fails becomes a `Failure` in its place and the others go on; an error of
        configuration (`UsageError`) ends the run. `sources` may be endless: so many are under way
        as the provider bears, or as `settings.concurrency` says, and memory does not grow.
        """
        if self._llm is not None:
            return self._llm.iterate(lambda: self.amap(sources, repeat=repeat))
        if self._workers()[0]:
            return self._beside(sources)
        return (self._or_failure(source, repeat) for source in sources)

    async def amap(
        self, sources: Iterable[Input | InputError], *, repeat: int = 0
    ) -> AsyncIterator[Summary | Failure]:
        """`map`, in an event loop."""
        from summarizer.ordered import ordered_amap
        from summarizer.processes import Processes

        count, after = self._workers()
        processes = Processes(count, after=after)

        async def one(source: Input | InputError) -> Summary | Failure:
            return await self._aor_failure(source, repeat, processes if count else None)

        llm = self._llm
        width = max(1, 2 * count) if llm is None else lambda: llm.pace().width
        results = ordered_amap(one, sources, workers=width)
        try:
            async for result in results:
                yield result
        finally:
            processes.close()
            await results.aclose()

    def close(self) -> None:
        """Release connections."""
        self._engine.close()

    async def aclose(self) -> None:
        """Release connections, in the event loop that used them."""
        await self._engine.aclose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.aclose()

    def _article(self, source: Input) -> Article:
        return clean(source, settings=self.settings)

    async def _asummarize(self, source: Input, repeat: int, processes: Processes | None) -> Summary:
        if processes is not None and self._llm is None:
            return await processes.call(_by_rules, source, self.settings)
        if processes is not None and isinstance(source, Document):
            article = await processes.call(clean_document, source)
        elif self._slow(source):
            article = await asyncio.to_thread(self._article, source)
        else:
            article = self._article(source)
        job = Job(article, processes)
        drafted = await self._engine.adraft(article, job.ajudge, repeat=repeat)
        return job.finish(self._engine, drafted)

    def _workers(self) -> tuple[int, int]:
        """How many processes a run takes beside this one, and after how many calls."""
        wanted = self.settings.workers
        if wanted != "auto":
            return wanted, 0
        return (0, 0) if self._llm is None else (min(_WORKERS, _processors() - 1), 2 * _MANY)

    def _slow(self, source: Input) -> bool:
        """Whether an event loop would stand still for long while `source` is read and cleaned."""
        if isinstance(source, Document):
            return len(source.content) > _LARGE
        return not isinstance(source, Article) and (
            isinstance(source, Path) or len(source) > _LARGE or is_url(source)
        )

    def _beside(self, sources: Iterable[Input | InputError]) -> Iterator[Summary | Failure]:
        """`map` of the rules engine in processes, from an event loop of its own."""
        from summarizer.engines.llm.background import Background

        background = Background()
        try:
            yield from background.iterate(lambda: self.amap(sources))
        finally:
            background.stop()

    def _or_failure(self, source: Input | InputError, repeat: int) -> Summary | Failure:
        try:
            self.budget.check()
            return self.summarize(_checked(source), repeat=repeat)
        except UsageError:
            raise
        except Exception as error:  # noqa: BLE001 - our fault in one must not cost the others
            return failure_of(source, error)

    async def _aor_failure(
        self, source: Input | InputError, repeat: int, processes: Processes | None
    ) -> Summary | Failure:
        try:
            self.budget.check()
            return await self._asummarize(_checked(source), repeat, processes)
        except UsageError:
            raise
        except Exception as error:  # noqa: BLE001 - our fault in one must not cost the others
            return failure_of(source, error)


@cache
def _rules(settings: Settings) -> Summarizer:
    return Summarizer(RULES, settings=settings)


def _by_rules(source: Input, settings: Settings) -> Summary:
    """What a process does for the rules engine."""
    return _rules(settings).summarize(source)


def _processors() -> int:
    """How many this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _checked(source: Input | InputError) -> Input:
    if isinstance(source, InputError):
        raise source
    return source


def summarize(source: Input, *, model: str | None = None, prompt: str | None = None) -> Summary:
    """Summarize one article; see `Summarizer` for the arguments and `Summarizer.summarize`."""
    with Summarizer(model, prompt=prompt) as summarizer:
        return summarizer.summarize(source)


async def asummarize(
    source: Input, *, model: str | None = None, prompt: str | None = None
) -> Summary:
    """`summarize`, in an event loop."""
    async with Summarizer(model, prompt=prompt) as summarizer:
        return await summarizer.asummarize(source)


def clean(source: Input, *, settings: Settings | None = None) -> Article:
    """Turn a document into an article: its text without the page around it.

    Args:
        source: A path, a URL, a page as bytes, the text itself or a document; an article comes
            back as it is.
        settings: Limits for files and URLs; None reads the environment and the config file.

    Raises:
        InputError: it cannot be read, or there is no article in it.
    """
    if isinstance(source, Article):
        return source
    if settings is None:
        settings = load_settings()
    return clean_document(document_of(source, settings=settings))


def find_figures(source: str | Article, *, language: str | None = None) -> tuple[Figure, ...]:
    """Every figure of a text as it is, or of a cleaned article; offsets are into that text."""
    if isinstance(source, Article):
        found = scan(source.text, language or source.language)
    else:
        found = scan(source, language)
    return tuple(Figure.of(mention) for mention in found.mentions)


def check(
    summary: str,
    article: Input,
    *,
    id: str = "check",  # noqa: A002 - the contract's name
    settings: Settings | None = None,
) -> CheckReport:
    """Check every number of a summary, whoever wrote it, against its article.

    The article is taken as `source_article` takes it.

    Raises:
        InputError: the article cannot be read.
    """
    return check_summary(summary, source_article(article, settings=settings), id=id)


def source_article(source: Input, *, settings: Settings | None = None) -> Article:
    """`clean`, but a text in which no article is found is taken whole: short notes are sources."""
    if isinstance(source, Article):
        return source
    if settings is None:
        settings = load_settings()
    document = document_of(source, settings=settings)
    try:
        return clean_document(document)
    except NoArticleError:
        if not document.content:
            raise
        return clean_document(replace(document, raw=True))
