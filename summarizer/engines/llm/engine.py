"""The engine that asks a language model, or replays what one once answered."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Literal, Self, TypeVar

from summarizer.engines import prices
from summarizer.engines.base import Drafted
from summarizer.engines.budget import Budget
from summarizer.engines.exchange import Message, Request
from summarizer.engines.llm.asking import ask
from summarizer.engines.llm.background import Background
from summarizer.engines.llm.channel import Replay
from summarizer.engines.llm.ledger import Ledger
from summarizer.engines.llm.reading import readable
from summarizer.engines.llm.retry import Gate, with_retries
from summarizer.engines.llm.target import find_target, split_spec
from summarizer.engines.llm.wire import strict_schema
from summarizer.engines.recordings import Recorder, Replayer
from summarizer.errors import DeadlineError, EngineError, NoArticleError, UsageError
from summarizer.pace import Pace
from summarizer.usage import Usage

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from pathlib import Path
    from types import TracebackType

    from summarizer.engines.base import Judge
    from summarizer.engines.cache import Cache
    from summarizer.engines.exchange import Answer
    from summarizer.engines.llm.channel import Channel, Known
    from summarizer.engines.llm.openai_channel import Dialects
    from summarizer.engines.llm.retry import Sleep
    from summarizer.engines.llm.target import Target
    from summarizer.engines.prompts import Prompt
    from summarizer.models import Article, PromptIdentity
    from summarizer.settings import Settings

T = TypeVar("T")

_CHARACTERS_A_TOKEN = 4
"""About; a limit on tokens is kept by what the provider reports afterwards."""


class LLMEngine:
    """Makes drafts with a language model; an `Engine`.

    Use it as a context manager, or close it. It holds one client for each event loop that calls
    `adraft`, and one in a thread of its own for `draft`.

    Args:
        model: `provider/name`. With `replay` it may be None: the recordings' only model is taken.
        settings: Time-outs, attempts, re-asks, the longest answer, the pool of requests, the
            budget; and the base URL.
        prompt: What the model is told.
        record: A folder in which every raw answer is kept.
        replay: A folder of recordings to answer from; nothing is sent then, `Drafted.cached` is
            true, and tokens and cost are those of the recorded answers, with 0 attempts.
        answers: What a provider's batch brought: nothing else is sent.
        cache: Where answers are looked for before a request is sent, and kept after it; not used
            with `replay` or `answers`. A cached answer has the tokens of the original, 0 attempts
            and no cost.
        api_key: Used instead of the provider's environment variable.
        sleep: Waits between attempts; for tests.

    Raises:
        ModelError: `model` is not `provider/name`.
        AuthError: there is no API key.
        UsageError: both `record` and `replay` are given, or a limit on dollars and the model has
            no known price.
        RecordingError: `replay` has no recording to take the model from.
    """

    def __init__(  # noqa: PLR0913 - each is one way to use an engine
        self,
        model: str | None,
        *,
        settings: Settings,
        prompt: Prompt,
        record: Path | None = None,
        replay: Path | None = None,
        cache: Cache | None = None,
        answers: Known | None = None,
        api_key: str | None = None,
        sleep: Sleep | None = None,
    ) -> None:
        if record is not None and replay is not None:
            raise UsageError("--record and --replay exclude each other")
        self.name: Literal["llm", "rules", "replay"] = "llm" if replay is None else "replay"
        self.prompt: PromptIdentity | None = prompt.identity
        self._prompt = prompt
        self._settings = settings
        self._sleep = sleep
        self._recorder = None if record is None else Recorder(record)
        self._known = answers
        self._target: Target | None = None
        if replay is not None:
            recordings = Replayer(replay)
            self._known = recordings
            self._provider, self._model = split_spec(model or recordings.only_model())
        elif answers is not None:
            self._provider, self._model = split_spec(model or "")
        else:
            self._target = find_target(model or "", settings, api_key)
            self._provider, self._model = self._target.provider, self._target.model
        self.budget = Budget.of(settings)
        """What the run may spend, and has spent."""
        self._check_price()
        # What is replayed comes from no server that a cached answer could be of.
        self._cache = None if self._target is None else cache
        self._server = "" if self._target is None else self._target.server
        self._dialects: Dialects | None = None
        self._channels: dict[asyncio.AbstractEventLoop, Channel] = {}
        self._paces: dict[asyncio.AbstractEventLoop, Pace] = {}
        self._lock = threading.Lock()
        self._background = Background()
        self._closing: set[asyncio.Task[None]] = set()
        self._closed = False

    @property
    def model(self) -> str:
        """`provider/name` as it was asked for."""
        return f"{self._provider}/{self._model}"

    def draft(self, article: Article, judge: Judge, *, repeat: int = 0) -> Drafted:
        """Make a draft of `article`, from any thread, inside a running event loop too.

        Raises:
            EngineError: the model gave no usable answer; its `usage` says what was spent.
            UsageError: the model, its package or the key cannot be used.
            NoArticleError: the article has no sentences.
        """
        self._check_open()
        return self._background.call(lambda: self.adraft(article, judge, repeat=repeat))

    async def adraft(self, article: Article, judge: Judge, *, repeat: int = 0) -> Drafted:
        """`draft`, in an event loop."""
        self._check_open()
        self.budget.check()
        request = self.request(article, repeat=repeat)
        ledger = Ledger()
        allowed = self._settings.article_timeout
        end = None if allowed is None else monotonic() + allowed

        async def send(request: Request) -> Answer:
            known = None if self._cache is None else self._cache.find(request, self._server)
            if known is None:
                known = await self._in_time(request, ledger, end)
                if self._cache is not None and readable(known):
                    self._cache.save(request, known, self._server)
            else:
                ledger.answered(known)
            if self._recorder is not None:
                # A refused or truncated answer too: a replay needs them all.
                self._recorder.save(request, known)
            return known

        try:
            draft = await ask(send, request, judge, reasks=self._settings.reasks, ledger=ledger)
        except EngineError as error:
            error.usage, error.cost_usd = ledger.usage, ledger.cost_usd
            raise
        return Drafted(
            draft=draft,
            model=f"{self._provider}/{ledger.model or self._model}",
            usage=ledger.usage,
            retries=tuple(ledger.retries),
            cached=ledger.usage.attempts == 0,
            cost_usd=ledger.cost_usd,
        )

    async def _in_time(self, request: Request, ledger: Ledger, end: float | None) -> Answer:
        """Send a request, as long as the article and the run have time."""
        self._check_open()
        channel, pace = self._channel(), self.pace()
        tokens = sum(len(message.content) for message in request.messages) / _CHARACTERS_A_TOKEN
        run = self.budget.left()
        article = None if end is None else max(0.0, end - monotonic())
        limits = [limit for limit in (run, article) if limit is not None]
        try:
            async with asyncio.timeout(min(limits, default=None)) as deadline:
                return await with_retries(
                    lambda: channel.send(request),
                    attempts=self._settings.attempts,
                    ledger=ledger,
                    sleep=self._sleep,
                    gate=Gate(pace, self.budget, tokens) if self._known is None else None,
                )
        except TimeoutError:
            if not deadline.expired():
                raise
        if article is None or (run is not None and run < article):
            raise self.budget.time_is_over()
        raise DeadlineError(
            f"no summary within {self._settings.article_timeout:g} s (--timeout)",
            way_out="Allow it more time, or try again later",
        )

    def request(self, article: Article, *, repeat: int = 0) -> Request:
        """What the model is asked first about an article.

        Raises:
            NoArticleError: the article has no sentences.
        """
        if not article.sentences:
            raise NoArticleError("the article has no sentences", subject=article.source)
        system, user = self._prompt.render(article)
        return Request(
            provider=self._provider,
            model=self._model,
            messages=(Message("system", system), Message("user", user)),
            schema=strict_schema(),
            max_output_tokens=self._settings.max_output_tokens,
            repeat=repeat,
        )

    def iterate(self, make: Callable[[], AsyncIterator[T]]) -> Iterator[T]:
        """Iterate over `make()` in the loop that `draft` uses."""
        self._check_open()
        return self._background.iterate(make)

    def pace(self) -> Pace:
        """The pool of requests of the running event loop."""
        loop = asyncio.get_running_loop()
        with self._lock:
            if loop not in self._paces:
                wanted = self._settings.concurrency
                self._paces[loop] = Pace(
                    None if wanted == "auto" else wanted,
                    rpm=self._settings.rpm,
                    tpm=self._settings.tpm,
                )
            return self._paces[loop]

    def close(self) -> None:
        """Close every client; call it outside of the event loops that used `adraft`."""
        if self._closed:
            return
        self._closed = True
        if self._background.running:
            self._background.cancel()  # first: a request that loses its client would be retried
            self._background.call(self._close_channel)
            self._background.stop()
        here = _running_loop()
        for loop, channel in self._take_channels():
            if loop is here:  # waiting for it here would wait for ourselves
                task = loop.create_task(channel.aclose())
                self._closing.add(task)
                task.add_done_callback(self._closing.discard)
            elif loop.is_running():
                asyncio.run_coroutine_threadsafe(channel.aclose(), loop).result()

    async def aclose(self) -> None:
        """`close`, in the event loop that used the engine."""
        await self._close_channel()
        await asyncio.to_thread(self.close)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    def _check_price(self) -> None:
        target = self._target
        if self.budget.max_cost is None or target is None:
            return
        if target.own_server or prices.cost(target.spec, Usage(1, 1, 1)) is None:
            where = f" at {target.where}" if target.own_server else ""
            raise UsageError(
                f"--max-cost needs a price, and that of {target.spec}{where} is unknown",
                way_out="Limit the run with --max-tokens instead",
            )

    def _channel(self) -> Channel:
        """The channel of the running event loop; a client must not be used in two."""
        loop = asyncio.get_running_loop()
        with self._lock:
            for other in [other for other in self._channels if other.is_closed()]:
                del self._channels[other]
                self._paces.pop(other, None)
            if loop not in self._channels:
                self._channels[loop] = self._open()
            return self._channels[loop]

    def _open(self) -> Channel:
        if self._known is not None:
            return Replay(self._known)
        target = self._target
        if target is None:  # not reached: without a replayer there is a target
            raise UsageError("no model")
        channel: Channel
        if target.tuned:
            from summarizer.engines.llm.openai_channel import Dialects, OpenAIChannel

            if self._dialects is None:
                self._dialects = Dialects(target)
            channel = OpenAIChannel(target, self._settings.timeout, self._dialects)
        else:
            from summarizer.engines.llm.instructor_channel import InstructorChannel

            channel = InstructorChannel(target, self._settings.timeout)
        return channel

    async def _close_channel(self) -> None:
        with self._lock:
            channel = self._channels.pop(asyncio.get_running_loop(), None)
            self._paces.pop(asyncio.get_running_loop(), None)
        if channel is not None:
            await channel.aclose()

    def _take_channels(self) -> list[tuple[asyncio.AbstractEventLoop, Channel]]:
        with self._lock:
            taken = list(self._channels.items())
            self._channels.clear()
        return taken

    def _check_open(self) -> None:
        if self._closed:
            raise UsageError("the engine is closed", way_out="Make a new one")


def _running_loop() -> asyncio.AbstractEventLoop | None:
    with suppress(RuntimeError):
        return asyncio.get_running_loop()
    return None
