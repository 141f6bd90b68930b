"""The main job: document, article, draft, summary.

>>> from summarizer import summarize
>>> summary = summarize("Acme sales rose 5% to $3 million in 2024.", model="rules")
>>> [str(figure.value) for figure in summary.figures]
['3000000', '5']
"""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from summarizer._version import __version__
from summarizer.articles import Document, document_of
from summarizer.articles import clean as clean_document
from summarizer.errors import EngineError, FaultError, InputError, NoArticleError, UsageError
from summarizer.grounding import Grounded, Source, check_summary, ground
from summarizer.models import (
    Article,
    CheckReport,
    Draft,
    ErrorInfo,
    Failure,
    Figure,
    PromptIdentity,
    Provenance,
    Summary,
)
from summarizer.quantities import scan
from summarizer.settings import Settings, load_settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator
    from types import TracebackType

    from summarizer.engines.base import Drafted, Engine

RULES = "rules"
RULES_NOTICE = (
    "No model is configured, so the built-in rules engine was used: it quotes sentences and reads "
    "figures, and writes nothing of its own. For an LLM, give --model openai/gpt-5-mini (or any "
    "provider/model) and its API key."
)
Input = str | bytes | Path | Document | Article


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
        api_key: Instead of the provider's own variable, such as `OPENAI_API_KEY`.

    Attributes:
        model: What will make the drafts.
        notice: What a reader should be told about the choice of engine, or None.

    Raises:
        UsageError: the configuration cannot be used.
    """

    def __init__(
        self,
        model: str | None = None,
        *,
        prompt: str | None = None,
        settings: Settings | None = None,
        record: Path | None = None,
        replay: Path | None = None,
        api_key: str | None = None,
    ) -> None:
        self.settings = load_settings() if settings is None else settings
        chosen = model or self.settings.model
        self.notice = None if chosen or replay else RULES_NOTICE
        self.model = chosen or ("replay" if replay else RULES)
        self._engine = self._make_engine(prompt, record, replay, api_key)

    def _make_engine(
        self, prompt: str | None, record: Path | None, replay: Path | None, api_key: str | None
    ) -> Engine:
        if self.model == RULES and not replay:
            from summarizer.engines.rules import RulesEngine

            return RulesEngine()
        from summarizer.engines.llm import LLMEngine
        from summarizer.engines.prompts import load_prompt

        return LLMEngine(
            None if self.model == "replay" else self.model,
            settings=self.settings,
            prompt=load_prompt(prompt or self.settings.prompt, self.settings),
            record=record,
            replay=replay,
            api_key=api_key,
        )

    @property
    def prompt(self) -> PromptIdentity | None:
        """Which prompt the model is given; None for the rules engine."""
        return self._engine.prompt

    def summarize(self, source: Input) -> Summary:
        """Summarize one article.

        Args:
            source: A path, a URL, a page as bytes, the text itself, a document or an article.

        Raises:
            InputError: there is no article to be had from `source`.
            EngineError: the engine gave no usable draft.
        """
        job = _Job(self._article(source))
        return job.finish(self._engine, self._engine.draft(job.article, job.judge))

    async def asummarize(self, source: Input) -> Summary:
        """`summarize`, in an event loop."""
        job = _Job(self._article(source))
        return job.finish(self._engine, await self._engine.adraft(job.article, job.judge))

    def map(self, sources: Iterable[Input | InputError]) -> Iterator[Summary | Failure]:
        """Summarize many articles, in order, each as soon as it is done.

        One that fails becomes a `Failure` in its place and the others go on; an error of
        configuration (`UsageError`) ends the run.
        """
        if self._engine.name == RULES:
            return (self._or_failure(source) for source in sources)
        from summarizer.ordered import ordered_map

        return ordered_map(self._or_failure, sources, workers=self.settings.concurrency)

    def amap(self, sources: Iterable[Input | InputError]) -> AsyncIterator[Summary | Failure]:
        """`map`, in an event loop."""
        from summarizer.ordered import ordered_amap

        return ordered_amap(self._aor_failure, sources, workers=self.settings.concurrency)

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

    def _or_failure(self, source: Input | InputError) -> Summary | Failure:
        if isinstance(source, InputError):
            return failure_of(source, source)
        try:
            return self.summarize(source)
        except (InputError, EngineError) as error:
            return failure_of(source, error)
        except UsageError:
            raise
        except Exception as error:  # noqa: BLE001 - our fault in one must not cost the others
            return failure_of(source, _fault(error))

    async def _aor_failure(self, source: Input | InputError) -> Summary | Failure:
        if isinstance(source, InputError):
            return failure_of(source, source)
        try:
            return await self.asummarize(source)
        except (InputError, EngineError) as error:
            return failure_of(source, error)
        except UsageError:
            raise
        except Exception as error:  # noqa: BLE001 - our fault in one must not cost the others
            return failure_of(source, _fault(error))


class _Job:
    """One article on its way through an engine."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._source = Source(article)
        self._started = time.perf_counter()
        self._last: tuple[Draft, Grounded] | None = None

    def judge(self, draft: Draft) -> tuple[str, ...]:
        return self._ground(draft).complaints

    def _ground(self, draft: Draft) -> Grounded:
        if self._last is None or self._last[0] is not draft:
            self._last = draft, ground(draft, self._source)
        return self._last[1]

    def finish(self, engine: Engine, drafted: Drafted) -> Summary:
        grounded = self._ground(drafted.draft)
        return Summary(
            id=self.article.id,
            article=self.article,
            headline=grounded.headline,
            summary=grounded.summary,
            key_points=grounded.key_points,
            figures=grounded.figures,
            rejected=grounded.rejected,
            findings=grounded.findings,
            warnings=self.article.warnings + drafted.warnings + grounded.warnings,
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


def _fault(error: Exception) -> FaultError:
    """A fault of this program, as the failure of the article that it was met with."""
    return FaultError(
        f"a fault of this program ({type(error).__name__}: {error})",
        way_out="Please report it with the article",
    )


def failure_of(source: Input | InputError, error: InputError | EngineError) -> Failure:
    """The record of an input that failed."""
    if isinstance(source, Document | Article):
        ident, name = source.id, source.source
    else:
        name = error.subject or (str(source) if isinstance(source, Path) else "text")
        ident = name
    return Failure(id=ident, source=name, error=ErrorInfo(type=error.code, message=str(error)))


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
