"""Summaries through a provider's batch API: submit now, fetch within a day, at half the price.

Drafts are read, grounded and written as those of a live run. A draft with faults is not sent back:
what does not hold is rejected at once. What was fetched is in the cache, so that inputs which are
submitted again ask only for what is still missing.
"""

from __future__ import annotations

import tempfile
import uuid
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from summarizer.batch.state import BatchState
from summarizer.engines.llm.batch_api import (
    MOST_BYTES,
    MOST_REQUESTS,
    RESUBMIT,
    BatchApi,
    BatchStatus,
)
from summarizer.engines.llm.engine import LLMEngine
from summarizer.engines.llm.reading import readable
from summarizer.engines.llm.target import find_target
from summarizer.engines.prompts import load_prompt
from summarizer.errors import BatchError, InputError, SummarizerError, UsageError
from summarizer.pipeline import RULES, Summarizer, clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from summarizer.articles import Document
    from summarizer.engines.cache import Cache
    from summarizer.engines.exchange import Answer, Request
    from summarizer.engines.llm.target import Target
    from summarizer.models import Failure, Summary
    from summarizer.settings import Settings


@dataclass(frozen=True, slots=True)
class Submitted:
    """What `submit` did.

    Attributes:
        inputs: How many there are.
        requests: How many are in batches; fewer where answers are cached or articles are alike.
        batches: The provider's names for them.
        failed: How many inputs cannot be used.
    """

    inputs: int
    requests: int
    batches: tuple[str, ...]
    failed: int = 0


def submit(
    sources: Iterable[Document | InputError],
    state: Path,
    model: str,
    *,
    settings: Settings,
    prompt: str | None = None,
    cache: Cache | None = None,
    on_failure: Callable[[InputError], None] | None = None,
) -> Submitted:
    """Put every article that has no cached answer into batches.

    Everything that `fetch` needs is in the state file before the first byte is sent. A submit that
    was killed after that is taken up by another with the same file. A submit that is refused, or
    whose inputs all fail, leaves no new file.

    Args:
        sources: The articles; not read where the state file has them already.
        state: The file to keep; it may be an unfinished one.
        model: `openai/NAME`.
        settings: The server, the prompt and the longest answer.
        prompt: As for `Summarizer`.
        cache: Where answers are looked for.
        on_failure: Is given the error of each input that cannot be used, as it is read.

    Raises:
        UsageError: the model, the prompt or the state file cannot be used.
        EngineError: the provider does not take the batches.
    """
    if model == RULES:
        raise UsageError(
            "the rules engine asks no provider and has no batches",
            subject=model,
            way_out="Use openai/NAME, or summarize without a batch",
        )
    target = find_target(model, settings, rules=False)
    chosen = prompt or settings.prompt
    useless = not state.exists()
    kept = BatchState(state, new=True)
    try:
        with BatchApi(target, settings.timeout) as api:
            facts = kept.facts()
            if not facts.get("complete"):
                engine = LLMEngine(model, settings=settings, prompt=load_prompt(chosen, settings))
                _prepare(sources, kept, engine, api, settings, _Cached(cache, target), on_failure)
                kept.note(
                    model=model,
                    prompt=chosen,
                    prompt_sha256=engine.prompt.sha256 if engine.prompt else None,
                    base_url=settings.base_url,
                    max_output_tokens=settings.max_output_tokens,
                    tag=uuid.uuid4().hex,
                    complete=True,
                )
                kept.commit()
                engine.close()
                inputs, _, failed = kept.counts()
                useless = useless and inputs == failed > 0
            elif facts["model"] != model:
                raise UsageError(
                    f"holds a batch of {facts['model']}",
                    subject=str(state),
                    way_out="Choose another file for --state",
                )
            _send(kept, api, kept.facts()["tag"])
        inputs, requests, failed = kept.counts()
        batches = tuple(batch for _, batch in kept.parts() if batch)
        return Submitted(inputs, requests, batches, failed)
    finally:
        kept.close()
        if useless:
            state.unlink(missing_ok=True)


def _prepare(
    sources: Iterable[Document | InputError],
    kept: BatchState,
    engine: LLMEngine,
    api: BatchApi,
    settings: Settings,
    cached: _Cached,
    on_failure: Callable[[InputError], None] | None,
) -> None:
    kept.begin()
    part, count, size = 1, 0, 0
    for source in sources:
        try:
            if isinstance(source, InputError):
                raise source
            request = engine.request(clean(source, settings=settings))
        except InputError as error:
            kept.add_input(source, None)  # told again when the results are made
            if on_failure is not None:
                on_failure(error)
            continue
        key = request.sha256()
        kept.add_input(source, key)
        if cached.find(request) is not None:
            continue
        line = api.line(request)
        length = len(line.encode())
        if count == MOST_REQUESTS or size + length > MOST_BYTES:
            part, count, size = part + 1, 0, 0
        if kept.add_request(key, part, line):
            count, size = count + 1, size + length


def _send(kept: BatchState, api: BatchApi, tag: str) -> None:
    for part, batch in kept.parts():
        if batch is not None:
            continue
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"part-{part}.jsonl"
            with path.open("w", encoding="utf-8") as file:
                file.writelines(kept.lines(part))
            kept.submitted(part, api.submit(path, f"{tag}-{part}"))


class FetchedBatch:
    """A submitted batch, in whatever process; use as a context manager.

    Args:
        state: The file that `submit` wrote.
        settings: Its server and its longest answer are those of the state file.
        cache: Where fetched answers are kept.

    Raises:
        UsageError: the state file cannot be used, or its batches were not all submitted.
    """

    def __init__(self, state: Path, *, settings: Settings, cache: Cache | None = None) -> None:
        self._kept = BatchState(state)
        facts = self._kept.facts()
        parts = self._kept.parts()
        if not facts.get("complete") or any(batch is None for _, batch in parts):
            self._kept.close()
            raise UsageError(
                "not everything in it was submitted",
                subject=str(state),
                way_out="Run 'batch submit' again with the same --state",
            )
        self.model: str = facts["model"]
        self._facts = facts
        self._settings = replace(
            settings,
            base_url=facts["base_url"] or settings.base_url,
            max_output_tokens=facts["max_output_tokens"],
            reasks=0,
        )
        target = find_target(self.model, self._settings, rules=False)
        self._cached = _Cached(cache, target)
        self._batches = {part: str(batch) for part, batch in parts}
        self._api = BatchApi(target, settings.timeout)
        self.pending = 0
        """Articles whose batch had not ended when `results` was called."""

    def status(self) -> tuple[BatchStatus, ...]:
        """How each batch is going."""
        return tuple(self._api.status(batch) for batch in self._batches.values())

    def summarizer(self) -> Summarizer:
        """What makes the summaries of the answers that are there; asks the provider for them.

        Raises:
            UsageError: the prompt is another than the one that was submitted.
            EngineError: the provider cannot be reached.
        """
        answers = _Answers(self._cached)
        for part, batch in self._batches.items():
            status = self._api.status(batch)
            if not status.ended:
                answers.open.add(part)
                continue
            for file in status.files:
                for key, result in self._api.answers(file):
                    answers.take(key, result)
            answers.ended[part] = status
        self._answers = answers
        made = Summarizer(
            self.model, prompt=self._facts["prompt"], settings=self._settings, answers=answers
        )
        if made.prompt and made.prompt.sha256 != self._facts["prompt_sha256"]:
            made.close()
            raise UsageError(
                f"the prompt {self._facts['prompt']} has changed since the batch was submitted",
                way_out="Put it back, or submit again with a new state file",
            )
        return made

    def sources(self) -> Iterator[Document | InputError]:
        """The articles in order, without those whose batch has not ended."""
        for key, source in self._kept.inputs():
            part = None if key is None else self._kept.part_of(key)
            if part is not None and part in self._answers.open:
                self.pending += 1
                continue
            if key is not None and part is not None:
                self._answers.parts[key] = part
            yield source

    def results(self) -> Iterator[Summary | Failure]:
        """A summary or a failure for every article whose batch has ended, in order."""
        with self.summarizer() as summarizer:
            yield from summarizer.map(self.sources())

    def close(self) -> None:
        """Close the state file and the client."""
        self._api.__exit__(None, None, None)
        self._kept.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@dataclass(frozen=True, slots=True)
class _Cached:
    """The answers of one server in the cache, where there is a cache."""

    cache: Cache | None
    target: Target

    def find(self, request: Request) -> Answer | None:
        return None if self.cache is None else self.cache.find(request, self.target.server)

    def save(self, request: Request, answer: Answer) -> None:
        if self.cache is not None and readable(answer):
            self.cache.save(request, answer, self.target.server)


class _Answers:
    """What batches brought, and what the cache had; nothing is sent."""

    def __init__(self, cached: _Cached) -> None:
        self.open: set[int] = set()
        self.ended: dict[int, BatchStatus] = {}
        self.parts: dict[str, int] = {}
        self._cached = cached
        self._found: dict[str, Answer | SummarizerError] = {}

    def take(self, key: str, result: Answer | SummarizerError) -> None:
        """Keep a line's result; of several for one request an answer is best, then the first."""
        before = self._found.get(key)
        if before is None or (
            isinstance(before, SummarizerError) and not isinstance(result, SummarizerError)
        ):
            self._found[key] = result

    def find(self, request: Request) -> Answer:
        """The answer to a request.

        Raises:
            EngineError: there is none, for the reason that the provider gave.
        """
        key = request.sha256()
        found = self._found.get(key)
        if isinstance(found, SummarizerError):
            raise _of_article(found)
        if found is not None:
            self._cached.save(request, found)
            return found
        known = self._cached.find(request)
        if known is not None:
            return known
        part = self.parts.get(key)
        status = self.ended.get(part) if part is not None else None
        if status is None:
            why = "the answer that was cached when the batch was submitted is gone"
        else:
            said = f": {'; '.join(status.faults)}" if status.faults else ""
            why = f"the batch {status.id} is {status.status} and has no answer{said}"
        raise BatchError(why, way_out=RESUBMIT)


def _of_article(error: SummarizerError) -> SummarizerError:
    """An error of one request: also one that would end a live run costs its article alone."""
    if isinstance(error, UsageError):
        return BatchError(f"the batch gave no answer: {error.cause}", way_out=error.way_out)
    return error
