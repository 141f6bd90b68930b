"""Results as Parquet: a file of lines beside it while the run goes on, one whole file at its end.

Parquet cannot be appended to. Results are kept in `NAME.partial.jsonl`, which can be killed at any
byte; when the run is finished, they and the older file's become a new file, which takes the place
of the older in one step.
"""

from __future__ import annotations

import json
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.batch.jsonl_store import JsonlStore, spent_of, unusable
from summarizer.batch.stores import state_of
from summarizer.engines.budget import Spending
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from summarizer.batch.stores import State
    from summarizer.models import Failure, Summary

_ROWS_A_GROUP = 1000
_FIGURE = ("metric", "entity", "period", "basis", "importance", "status", "text", "kind", "value")
_MORE_FIGURE = ("high", "unit", "comparator", "direction")
_TEXTS = ("key", "id", "source", "error", "message", "headline", "summary", "model", "cost_usd")


class ParquetStore:
    """A `Store` in a Parquet file; needs the extra `parquet`.

    Columns: the main fields as text, `figures` as a list of structs whose amounts are decimal
    strings, and the whole result as JSON in `record`.

    Raises:
        UsageError: pyarrow is not installed, or the file cannot be used or holds something else.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._states: dict[str, State] = {}
        self._spent = Spending()
        if path.exists():
            self._load()
        else:
            pyarrow_for(path)
        self._partial = JsonlStore(path.with_name(f"{path.name}.partial.jsonl"))

    def state(self, key: str) -> State | None:
        """What is stored under a key, or None."""
        return self._partial.state(key) or self._states.get(key)

    def spent(self) -> Spending:
        """What the results that were in the files at first have taken."""
        return self._spent + self._partial.spent()

    def add(self, record: Summary | Failure) -> None:
        """Append a result to the file beside."""
        self._partial.add(record)

    def finish(self, keys: Collection[str], ids: Collection[str]) -> None:
        """Write the Parquet file anew where anything has changed."""
        fresh = list(self._partial.lines()) if self._partial.path.stat().st_size else []
        replaced = {key for key, _ in fresh}
        stale = [key for key in self._states if key not in keys]
        if fresh or stale or not self.path.exists():
            self._write(
                row
                for key, row in self._rows(fresh, replaced)
                if key in keys or row["id"] not in ids
            )
        self._partial.close()
        self._partial.path.unlink(missing_ok=True)

    def close(self) -> None:
        """Close the files."""
        self._partial.close()
        with suppress(OSError):
            if not self._partial.path.stat().st_size:
                self._partial.path.unlink()

    def _load(self) -> None:
        pyarrow = pyarrow_for(self.path)
        from pyarrow import parquet

        try:
            with parquet.ParquetFile(self.path) as file:
                for batch in file.iter_batches(columns=["key", "error", "record"]):
                    columns = batch.to_pydict()
                    for key, error, record in zip(*columns.values(), strict=True):
                        self._states[key] = state_of(error)
                        self._spent += spent_of(record.encode("utf-8"))
        except (pyarrow.ArrowException, KeyError, OSError) as error:
            raise UsageError(
                "cannot be used as a file of results",
                subject=str(self.path),
                way_out="Choose another file for -o, or delete this one",
            ) from error

    def _rows(
        self, fresh: list[tuple[str, bytes]], replaced: set[str]
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        from pyarrow import parquet

        if self.path.exists():
            with parquet.ParquetFile(self.path) as file:
                for batch in file.iter_batches(batch_size=_ROWS_A_GROUP):
                    for row in batch.to_pylist():
                        if row["key"] not in replaced:
                            yield row["key"], row
        for key, line in fresh:
            yield key, row_of(line)

    def _write(self, rows: Iterator[dict[str, Any]]) -> None:
        import pyarrow as pa
        from pyarrow import parquet

        schema = _schema()
        number, name = tempfile.mkstemp(prefix=f".{self.path.name}.", dir=self.path.parent)
        try:
            with open(number, "wb") as file, parquet.ParquetWriter(file, schema) as writer:  # noqa: PTH123 - a descriptor
                group: list[dict[str, Any]] = []
                for row in rows:
                    group.append(row)
                    if len(group) == _ROWS_A_GROUP:
                        writer.write_table(pa.Table.from_pylist(group, schema))
                        group.clear()
                if group:
                    writer.write_table(pa.Table.from_pylist(group, schema))
            Path(name).chmod(0o644)
            Path(name).replace(self.path)
        except OSError as error:
            raise unusable(self.path, error) from error
        finally:
            with suppress(OSError):
                Path(name).unlink()


def row_of(line: bytes) -> dict[str, Any]:
    """The columns of a result, given as a line of JSON."""
    record = json.loads(line)
    error = record.get("error") or {}
    made = record.get("provenance") or record.get("spent") or {}
    return {
        "key": record.get("key"),
        "id": record["id"],
        "source": record.get("source") or (record.get("article") or {}).get("source"),
        "error": error.get("type"),
        "message": error.get("message"),
        "headline": record.get("headline"),
        "summary": record.get("summary"),
        "model": made.get("model"),
        "cost_usd": made.get("cost_usd"),
        "input_tokens": made.get("input_tokens"),
        "output_tokens": made.get("output_tokens"),
        "figures": [
            {name: figure.get(name) for name in (*_FIGURE, *_MORE_FIGURE)}
            for figure in record.get("figures") or ()
        ],
        "record": line.decode("utf-8").rstrip("\n"),
    }


def _schema() -> Any:  # noqa: ANN401 - pyarrow is there only when this is called
    import pyarrow as pa

    text = pa.string()
    figure = pa.struct([(name, text) for name in (*_FIGURE, *_MORE_FIGURE)])
    return pa.schema(
        [
            *((name, text) for name in _TEXTS),
            ("input_tokens", pa.int64()),
            ("output_tokens", pa.int64()),
            ("figures", pa.list_(figure)),
            ("record", text),
        ]
    )


def pyarrow_for(path: str | Path) -> Any:  # noqa: ANN401 - it has no types
    """The package pyarrow, which a file of that name needs.

    Raises:
        UsageError: it is not installed.
    """
    try:
        import pyarrow as pa
    except ImportError:
        raise UsageError(
            "a .parquet file needs pyarrow, which is not installed",
            subject=str(path),
            way_out="Run: pip install 'summarizer[parquet]'",
        ) from None
    return pa
