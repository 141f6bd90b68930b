"""Running the golden set: every case through an engine, each row kept as soon as it is there."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

from summarizer.errors import EngineError, FaultError, GoldenError, InputError, UsageError
from summarizer.evals.rows import DatasetIdentity, Row, RunIdentity
from summarizer.evals.runs import Run, RunFolder
from summarizer.pace import MOST
from summarizer.settings import Settings, load_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from summarizer.articles import Document
    from summarizer.evals.loading import Case, GoldenData
    from summarizer.evals.runs import Key
    from summarizer.models import PromptIdentity, Summary


class Answering(Protocol):
    """What answers a case: a `Summarizer`, or anything that does as it does."""

    @property
    def model(self) -> str:
        """What is asked."""
        ...

    @property
    def prompt(self) -> PromptIdentity | None:
        """What it is told."""
        ...

    async def asummarize(self, source: Document, /) -> Summary:
        """Summarize a document."""
        ...

    async def aclose(self) -> None:
        """Release what is held."""
        ...


class Opening(Protocol):
    """What makes something that answers."""

    def open(self, settings: Settings, repeat: int) -> Answering:
        """What answers in a repeat, counted from 1."""
        ...


@dataclass(frozen=True, slots=True)
class Variant:
    """What is tried out.

    Attributes:
        model: `provider/name`, or "rules"; None takes what is configured.
        prompt: `name`, `name@version` or a file; None takes the configured one.
        record: A folder in which raw answers are kept; repeats after the first have folders
            inside of it, so that each repeat has its own answer to the same request.
        replay: A folder of recordings to answer from.
    """

    model: str | None = None
    prompt: str | None = None
    record: Path | None = None
    replay: Path | None = None

    def open(self, settings: Settings, repeat: int) -> Answering:
        """The summarizer of a repeat."""
        from summarizer.pipeline import Summarizer

        return Summarizer(
            self.model,
            prompt=self.prompt,
            settings=settings,
            record=_of_repeat(self.record, repeat),
            replay=_of_repeat(self.replay, repeat),
        )


def _of_repeat(folder: Path | None, repeat: int) -> Path | None:
    """Recordings are known by their request, which is the same in every repeat."""
    return folder if folder is None or repeat == 1 else folder / f"repeat-{repeat}"


@dataclass(frozen=True, slots=True)
class Options:
    """How a run goes about it.

    Attributes:
        repeats: How often every case is asked.
        concurrency: Cases under way at one time; None takes the configured number.
        max_cost: US dollars after which no case is started; None is no limit.
        retry_failed: Ask again where a row of the run folder is a failure.
    """

    repeats: int = 1
    concurrency: int | None = None
    max_cost: Decimal | None = None
    retry_failed: bool = False


class Progress(Protocol):
    """Told of every row: the ones that the run folder held already, then each as it comes."""

    def start(self, total: int, /) -> None:
        """A run begins."""
        ...

    def row(self, row: Row, /) -> None:
        """A row is there."""
        ...


class _Quiet:
    """Tells nobody."""

    def start(self, total: int, /) -> None:
        """A run begins."""

    def row(self, row: Row, /) -> None:
        """A row is there."""


@dataclass(slots=True)
class _State:
    rows: dict[Key, Row] = field(default_factory=dict)
    spent: Decimal = Decimal(0)
    stopped: str | None = None


def run_variant(
    golden: GoldenData,
    variant: Opening,
    *,
    options: Options | None = None,
    folder: Path | None = None,
    settings: Settings | None = None,
    filters: DatasetIdentity | None = None,
    progress: Progress | None = None,
) -> Run:
    """Put every case through an engine.

    Args:
        golden: The cases.
        variant: Model and prompt.
        options: Repeats, concurrency, the limit of cost.
        folder: Where rows are kept; a folder that holds a part of this run is continued. None
            keeps nothing.
        settings: None reads the environment and the config file.
        filters: What was asked for when the cases were chosen, for the record.
        progress: Told of every row.

    Returns:
        The run. Cases that the limit of cost left out have no row.

    Raises:
        UsageError: the configuration cannot be used.
        GoldenError: the folder cannot be used, or there is no case.
    """
    settings = load_settings() if settings is None else settings
    options = options or Options()
    if not golden.cases:
        raise GoldenError("there is no golden case to run")
    identity = identity_of(golden, variant, options, settings, filters)
    keeper = None if folder is None else RunFolder(folder, identity)
    identity = identity if keeper is None else keeper.identity
    try:
        return asyncio.run(
            _run(golden, variant, options, settings, identity, keeper, progress or _Quiet())
        )
    finally:
        if keeper is not None:
            keeper.close()


def identity_of(
    golden: GoldenData,
    variant: Opening,
    options: Options,
    settings: Settings,
    filters: DatasetIdentity | None = None,
) -> RunIdentity:
    """Who a run is.

    Raises:
        UsageError: the model or the prompt cannot be used.
    """
    summarizer = variant.open(settings, 1)
    prompt, model = summarizer.prompt, summarizer.model
    asyncio.run(summarizer.aclose())
    chosen = filters or DatasetIdentity(sha256="", cases=(), figures=0)
    dataset = chosen.model_copy(
        update={
            "sha256": golden.sha256(),
            "cases": tuple(case.id for case in golden.cases),
            "figures": golden.expected,
        }
    )
    name = model if prompt is None else f"{model} with {prompt.name}@{prompt.version}"
    return RunIdentity(
        name=name,
        dataset=dataset,
        model=model,
        prompt=prompt,
        repeats=options.repeats,
        reasks=settings.reasks,
        max_output_tokens=settings.max_output_tokens,
        created_at=datetime.now(UTC),
    )


async def _run(
    golden: GoldenData,
    variant: Opening,
    options: Options,
    settings: Settings,
    identity: RunIdentity,
    keeper: RunFolder | None,
    progress: Progress,
) -> Run:
    state = _State()
    if keeper is not None:
        state.rows.update(keeper.rows)
    wanted = Run(identity, {}).wanted()
    done = {
        key
        for key in wanted
        if key in state.rows and not (options.retry_failed and state.rows[key].error)
    }
    state.spent = sum((row.cost_usd or Decimal(0) for row in state.rows.values()), Decimal(0))
    progress.start(len(wanted))
    for key in wanted:
        if key in done:
            progress.row(state.rows[key])

    def keep(row: Row) -> None:
        if keeper is not None:
            keeper.add(row)
        state.rows[row.case, row.repeat] = row
        state.spent += row.cost_usd or Decimal(0)
        progress.row(row)

    cases = {case.id: case for case in golden.cases}
    for repeat in range(1, identity.repeats + 1):
        left = [cases[name] for name, number in wanted if number == repeat
                and (name, number) not in done]  # fmt: skip
        if left:
            await _repeat(left, repeat, variant, options, settings, state, keep)
    rows = {key: state.rows[key] for key in wanted if key in state.rows}
    return Run(identity, rows)


async def _repeat(
    cases: Sequence[Case],
    repeat: int,
    variant: Opening,
    options: Options,
    settings: Settings,
    state: _State,
    keep: Callable[[Row], None],
) -> None:
    """Ask every case once, `concurrency` at a time, until the money is spent."""
    summarizer = variant.open(settings, repeat)
    queue = iter(cases)

    async def work() -> None:
        for case in queue:
            if options.max_cost is not None and state.spent >= options.max_cost:
                return
            keep(await answer(case, repeat, summarizer))

    wanted = options.concurrency or settings.concurrency
    workers = MOST if wanted == "auto" else wanted  # the engine's pool knows how many are borne
    try:
        async with asyncio.TaskGroup() as group:
            for _ in range(min(workers, len(cases))):
                group.create_task(work())
    except* UsageError as errors:
        raise _first_of(errors) from None
    finally:
        await summarizer.aclose()


def _first_of(errors: BaseExceptionGroup[UsageError]) -> UsageError:
    """One of several errors: the workers met the same one."""
    first = errors.exceptions[0]
    while isinstance(first, BaseExceptionGroup):
        first = first.exceptions[0]
    return first


async def answer(case: Case, repeat: int, summarizer: Answering) -> Row:
    """Ask for one case; a failure is a row too.

    Raises:
        UsageError: the configuration cannot be used: no case would get an answer.
    """
    started, at = time.perf_counter(), datetime.now(UTC)
    error: InputError | EngineError
    try:
        return Row.of(case.id, repeat, await summarizer.asummarize(case.document()))
    except UsageError:
        raise
    except (InputError, EngineError) as failure:
        error = failure
    except Exception as fault:  # noqa: BLE001 - our fault in one case must not cost the others
        error = FaultError(f"a fault of this program ({type(fault).__name__}: {fault})")
    usage = error.usage if isinstance(error, EngineError) else None
    cost: Decimal | None = Decimal(0)
    if usage is not None and usage.attempts:
        from summarizer.engines.prices import cost as price_of

        cost = price_of(summarizer.model, usage)
    return Row.of_error(
        case.id,
        repeat,
        error,
        usage=usage,
        cost=cost,
        seconds=time.perf_counter() - started,
        at=at,
    )
