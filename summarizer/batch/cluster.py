"""Many articles on a cluster that is there already, through Dask's distributed scheduler.

The driver reads the inputs, leaves out what the file of results holds, and hands out parts of a
hundred articles. Each worker process has one summarizer, so one client and one pool of requests,
and a share of every limit. It writes a part's results, one by one, into a file beside the output;
a part whose worker died is taken up by another where it stopped. The driver moves finished parts
into the output. All of them see one file system, or one store behind a URL: parts and output are
then put there whole, since such a store cannot be appended to.
"""

from __future__ import annotations

import hashlib
import json
import logging
import threading
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.articles import Document
from summarizer.batch.identity import Identities
from summarizer.batch.jsonl_store import JsonlStore
from summarizer.batch.remote import Remote, is_remote, local_copy
from summarizer.batch.rows import documents
from summarizer.batch.stores import open_store
from summarizer.engines.budget import Spending
from summarizer.errors import InputError, UsageError
from summarizer.models import Failure, Summary
from summarizer.pipeline import Summarizer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summarizer.batch.stores import Store
    from summarizer.settings import Settings

ENGINES = ("dask",)
PART = 100
"""Articles that a worker is given at once."""
_AHEAD = 3
"""Parts for each worker that are handed out before one is done."""
_RETRIES = 5
_THREADS = 2
"""Parts that a worker has under way: while the last answers of one come, the next has begun."""

_NOTHING = Spending()

Work = tuple[str, Document]


@dataclass(frozen=True, slots=True)
class Job:
    """What every worker is told.

    Attributes:
        model: As for `Summarizer`.
        prompt: As for `Summarizer`; a path has to be one that the workers can read.
        settings: A worker's share.
        cached: Whether raw answers are looked for and kept in the cache of `settings`.
        spent: A worker's share of what the run had taken before it was taken up again.
    """

    model: str
    prompt: str | None
    settings: Settings
    cached: bool = True
    spent: Spending = _NOTHING


@dataclass(frozen=True, slots=True)
class Tally:
    """What a run did.

    Attributes:
        done: Articles that were done now, failures included.
        failed: Of them failures.
        skipped: Articles that the output had already.
        failed_before: Of them failures.
    """

    done: int = 0
    failed: int = 0
    skipped: int = 0
    failed_before: int = 0


def share(settings: Settings, workers: int) -> Settings:
    """One worker's part of every limit of a run, so that all together keep it."""

    def part(number: int | None) -> int | None:
        return None if number is None else max(1, number // workers)

    return replace(
        settings,
        concurrency=(
            "auto" if settings.concurrency == "auto" else max(1, settings.concurrency // workers)
        ),
        workers=0,  # a worker is a process among others already
        rpm=part(settings.rpm),
        tpm=part(settings.tpm),
        max_tokens=part(settings.max_tokens),
        max_cost=None if settings.max_cost is None else settings.max_cost / workers,
    )


def run_on_cluster(  # noqa: PLR0913 - the options of a run
    inputs: Iterable[str],
    output: str | Path,
    model: str,
    *,
    settings: Settings,
    prompt: str | None = None,
    scheduler: str | None = None,
    workers: int = 2,
    cached: bool = True,
    retry_failed: bool = False,
) -> Tally:
    """Summarize what `output` does not hold yet on a Dask cluster.

    Args:
        inputs: As for `summarizer.batch.rows.documents`.
        output: `.jsonl`, `.sqlite` or `.parquet`, as for `open_store`; or a URL of such a file, for
            any store that fsspec has a package for.
        model: As for `Summarizer`.
        settings: The limits of the whole run; each worker gets its share.
        prompt: As for `Summarizer`.
        scheduler: The address of the cluster, such as "tcp://10.0.0.1:8786"; None starts `workers`
            processes here, for as long as the run takes.
        workers: How many processes to start, where none are there.
        cached: Whether the workers use the cache of their machine.
        retry_failed: Do again what failed before.

    Raises:
        UsageError: distributed is not installed, the cluster is not there, or the model, the
            prompt or a file cannot be used.
    """
    name = str(output) if is_remote(str(output)) else str(Path(output).resolve())
    with _client(scheduler, workers) as client:
        count = max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
        job = Job(model, prompt, share(settings, count), cached)
        with Summarizer(model, prompt=prompt, settings=settings) as summarizer:
            makes = summarizer.identity  # and the key, the model and the prompt are there
        with local_copy(name) as path:
            driver = _Driver(client, job, path, f"{name}.parts", count, retry_failed=retry_failed)
            tally = driver.run(documents(inputs, settings), Identities(makes))
        driver.clear()
        return tally


class _Driver:
    def __init__(
        self,
        client: Any,  # noqa: ANN401 - distributed has no types
        job: Job,
        output: Path,
        folder: str,
        workers: int,
        *,
        retry_failed: bool,
    ) -> None:
        self._client = client
        self._workers = workers
        self._retry_failed = retry_failed
        self._store: Store = open_store(output)
        self._job = replace(job, spent=self._store.spent().part(workers))
        self._folder = folder
        self._remote = Remote(folder) if is_remote(folder) else None
        self._keys: set[str] = set()
        self._ids: set[str] = set()
        self._counts = dict.fromkeys(("done", "failed", "skipped", "failed_before"), 0)

    def run(self, sources: Iterator[Document | InputError], identities: Identities) -> Tally:
        from distributed import KilledWorker, as_completed

        try:
            for path in self._left():
                self._move(path)
            running = as_completed()
            parts = self._parts(sources, identities)
            for part in parts:
                running.add(self._submit(part))
                if running.count() >= _AHEAD * self._workers:
                    self._move(next(running).result())
            for future in running:
                self._move(future.result())
            self._store.finish(self._keys, self._ids)
        except KilledWorker as error:
            raise UsageError(
                "the workers of the cluster keep dying",
                way_out="See their logs, then run the same command again: it goes on from here",
            ) from error
        except OSError as error:
            raise UsageError(
                f"cannot be written ({error.strerror or error})", subject=self._folder
            ) from error
        finally:
            self._store.close()
        return Tally(**self._counts)

    def _parts(
        self, sources: Iterator[Document | InputError], identities: Identities
    ) -> Iterator[list[Work]]:
        part: list[Work] = []
        for source in sources:
            key = identities.of(source)
            self._keys.add(key)
            ident = (source.subject or "text") if isinstance(source, InputError) else source.id
            self._ids.add(ident)
            state = self._store.state(key)
            if state == "done" or (state == "failed" and not self._retry_failed):
                self._counts["skipped"] += 1
                self._counts["failed_before"] += state == "failed"
            elif isinstance(source, InputError):
                from summarizer.outcome import failure_of

                self._add(failure_of(source, source).model_copy(update={"key": key}))
            else:
                part.append((key, source))
                if len(part) == PART:
                    yield part
                    part = []
        if part:
            yield part

    def _submit(self, part: list[Work]) -> Any:  # noqa: ANN401 - a future of distributed
        name = hashlib.sha256("".join(key for key, _ in part).encode()).hexdigest()[:16]
        path = f"{self._folder}/{name}.jsonl"
        return self._client.submit(
            do_part, part, path, self._job, key=f"summarizer-{name}", retries=_RETRIES, pure=False
        )

    def _left(self) -> list[str]:
        """The parts of a run that was killed."""
        if self._remote is not None:
            return self._remote.files()
        folder = Path(self._folder)
        folder.mkdir(parents=True, exist_ok=True)
        return sorted(str(path) for path in folder.glob("*.jsonl"))

    def _move(self, name: str) -> None:
        """Put the results of a part into the output, and remove its file.

        At a URL it stays until the output is there too: until then that is a file of this machine.
        """
        with local_copy(name, back=False) as path:
            part = JsonlStore(path)
            try:
                for key, line in part.lines():
                    record = json.loads(line)
                    kind = Failure if "error" in record else Summary
                    if self._store.state(key) != "done":
                        self._add(kind.model_validate_json(line))
            finally:
                part.close()
            path.unlink()

    def clear(self) -> None:
        """Remove the folder of parts, once the output is where it belongs."""
        if self._remote is not None:
            self._remote.remove()
        else:
            Path(self._folder).rmdir()

    def _add(self, record: Summary | Failure) -> None:
        self._store.add(record)
        self._counts["done"] += 1
        self._counts["failed"] += isinstance(record, Failure)


_made: dict[Job, Summarizer] = {}
_lock = threading.Lock()


def do_part(part: list[Work], path: str, job: Job) -> str:
    """What a worker does: summarize what the part's file does not hold yet; return the file."""
    with local_copy(path) as here:
        store = JsonlStore(here)
        try:
            left = [
                (key, document)
                for key, document in part
                if store.state(key) not in {"done", "failed"}
            ]
            results = _summarizer(job).map([document for _, document in left])
            for (key, _), result in zip(left, results, strict=True):
                store.add(result.model_copy(update={"key": key}))
        finally:
            store.close()
    return path


def _summarizer(job: Job) -> Summarizer:
    """This process's only summarizer, closed when the process ends."""
    with _lock:
        if job not in _made:
            from summarizer.engines.cache import open_cache

            cache = open_cache(job.settings) if job.cached else None
            _made[job] = Summarizer(
                job.model, prompt=job.prompt, settings=job.settings, cache=cache
            )
            _made[job].budget.count_before(job.spent)
        return _made[job]


@contextmanager
def _client(scheduler: str | None, workers: int) -> Iterator[Any]:
    try:
        from distributed import Client, LocalCluster
    except ImportError:
        raise UsageError(
            "a cluster needs distributed, which is not installed",
            way_out="Run: pip install 'summarizer[cluster]'",
        ) from None
    if scheduler is not None:
        try:
            client = Client(scheduler, timeout=10)
        except (OSError, ValueError) as error:
            raise UsageError(
                "no cluster at this address", subject=scheduler, way_out="Check --scheduler"
            ) from error
        with client:
            yield client
        return
    with (
        LocalCluster(
            n_workers=workers,
            threads_per_worker=_THREADS,
            dashboard_address=None,
            silence_logs=logging.CRITICAL,
        ) as cluster,
        Client(cluster) as client,
    ):
        yield client
