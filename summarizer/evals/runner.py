"""Running the golden set: every case through an engine, each row kept as soon as it is there."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from summarizer.engines.budget import Budget, Spending
from summarizer.errors import BudgetError, GoldenError, UsageError
from summarizer.evals.rows import DatasetIdentity, Row, RunIdentity
from summarizer.evals.runs import Run, RunFolder
from summarizer.ordered import ordered_amap
from summarizer.outcome import failure_of
from summarizer.settings import Settings, load_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from summarizer.articles import Document
    from summarizer.evals.loading import Case, GoldenData
    from summarizer.evals.runs import Key
    from summarizer.models import PromptIdentity, Summary


_AT_ONCE = 64
"""Cases under way at most; how many requests are is for the engine to find out."""


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

    async def asummarize(self, source: Document, /, *, repeat: int = 0) -> Summary:
        """Summarize a document; another `repeat` asks anew."""
        ...

    async def aclose(self) -> None:
        """Release what is held."""
        ...


class Opening(Protocol):
    """What makes something that answers."""

    def open(self, settings: Settings) -> Answering:
        """What answers."""
        ...


@dataclass(frozen=True, slots=True)
class Variant:
    """What is tried out.

    Attributes:
        model: `provider/name`, or "rules"; None takes what is configured.
        prompt: `name`, `name@version` or a file; None takes the configured one.
        record: A folder in which raw answers are kept, those of each repeat by themselves.
        replay: A folder of recordings to answer from.
    """

    model: str | None = None
    prompt: str | None = None
    record: Path | None = None
    replay: Path | None = None

    def open(self, settings: Settings) -> Answering:
        """The summarizer."""
        from summarizer.pipeline import Summarizer

        return Summarizer(
            self.model,
            prompt=self.prompt,
            settings=settings,
            record=self.record,
            replay=self.replay,
        )


@dataclass(frozen=True, slots=True)
class Options:
    """How a run goes about it.

    Attributes:
        repeats: How often every case is asked.
        retry_failed: Ask again where a row of the run folder is a failure.
    """

    repeats: int = 1
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
    stopped: bool = False


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
        options: Repeats, and what is asked again.
        folder: Where rows are kept; a folder that holds a part of this run is continued, and what
            that part took counts for the budget. None keeps nothing.
        settings: Concurrency and budget too; None reads the environment and the config file.
        filters: What was asked for when the cases were chosen, for the record.
        progress: Told of every row.

    Returns:
        The run. Cases that the budget left out have no row: the run can be continued.

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
    summarizer = variant.open(settings)
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
    progress.start(len(wanted))
    for key in wanted:
        if key in done:
            progress.row(state.rows[key])

    def keep(row: Row) -> None:
        if keeper is not None:
            keeper.add(row)
        state.rows[row.case, row.repeat] = row
        progress.row(row)

    cases = {case.id: case for case in golden.cases}
    left = [(cases[name], repeat) for name, repeat in wanted if (name, repeat) not in done]
    if left:
        spent = sum(map(_spending, state.rows.values()), Spending())
        await _ask(left, variant, settings, state, keep, spent)
    rows = {key: state.rows[key] for key in wanted if key in state.rows}
    return Run(identity, rows)


async def _ask(
    left: Sequence[tuple[Case, int]],
    variant: Opening,
    settings: Settings,
    state: _State,
    keep: Callable[[Row], None],
    spent: Spending,
) -> None:
    """Ask for every case that is left, many at a time, until the budget is spent."""
    summarizer = variant.open(settings)
    budget = getattr(summarizer, "budget", None)
    if isinstance(budget, Budget):
        budget.count_before(spent)

    async def one(asked: tuple[Case, int]) -> None:
        if state.stopped:
            return
        try:
            row = await answer(*asked, summarizer)
        except BudgetError:
            state.stopped = True
            return
        keep(row)  # at once, whatever comes before it: a killed run loses no answer
        await asyncio.sleep(0)  # the rules engine never waits: let Ctrl-C and others in

    workers = _AT_ONCE if settings.concurrency == "auto" else settings.concurrency
    try:
        async for _ in ordered_amap(one, left, workers=workers):
            pass
    finally:
        await summarizer.aclose()


def _spending(row: Row) -> Spending:
    return Spending.of(row.attempts, row.cost_usd, row.input_tokens, row.output_tokens)


async def answer(case: Case, repeat: int, summarizer: Answering) -> Row:
    """Ask for one case; a failure is a row too.

    Raises:
        UsageError: the configuration cannot be used: no case would get an answer.
        BudgetError: the budget is spent, and nothing was asked.
    """
    started, at = time.perf_counter(), datetime.now(UTC)
    document = case.document()
    try:
        summary = await summarizer.asummarize(document, repeat=repeat - 1)
    except (UsageError, BudgetError):
        raise
    except Exception as error:  # noqa: BLE001 - our fault in one case must not cost the others
        failure = failure_of(document, error)
        seconds = time.perf_counter() - started
        return Row.of_failure(case.id, repeat, failure, seconds=seconds, at=at)
    return Row.of(case.id, repeat, summary)
