"""Run folders: `run.json` and `rows.jsonl`, which is only ever appended to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pydantic import ValidationError

from summarizer.errors import GoldenError
from summarizer.evals.rows import Row, RunIdentity
from summarizer.evals.scoring import score_case

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from summarizer.evals.loading import GoldenData
    from summarizer.evals.outcomes import CaseScore

IDENTITY = "run.json"
ROWS = "rows.jsonl"
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Run:
    """A run as far as it got.

    Attributes:
        identity: What was run.
        rows: The row of each case and repeat that is done; the last one where there are several.
    """

    identity: RunIdentity
    rows: Mapping[Key, Row] = field(repr=False)

    @property
    def missing(self) -> list[Key]:
        """The cases and repeats that have no row."""
        return [key for key in self.wanted() if key not in self.rows]

    def wanted(self) -> list[Key]:
        """Every case and repeat that belongs to the run, in order."""
        cases, repeats = self.identity.dataset.cases, self.identity.repeats
        return [(case, repeat) for repeat in range(1, repeats + 1) for case in cases]


@dataclass(frozen=True, slots=True)
class ScoredRun:
    """A run with the verdicts on every figure.

    Attributes:
        run: What came out.
        golden: The cases of the run, no others.
        scores: A score for each case and repeat, also for those without a row.
    """

    run: Run
    golden: GoldenData
    scores: tuple[CaseScore, ...] = field(repr=False)

    @property
    def identity(self) -> RunIdentity:
        """What was run."""
        return self.run.identity


def score_run(run: Run, golden: GoldenData) -> ScoredRun:
    """Score every case of a run; one without a row counts as all of its figures missed.

    Args:
        run: A run.
        golden: The golden set; cases that the run is not about are left out.

    Raises:
        GoldenError: the golden set is not the one that was run.
    """
    by_id = {case.id: case for case in golden.cases}
    wanted = run.identity.dataset
    kept = type(golden)(tuple(by_id[name] for name in wanted.cases if name in by_id), golden.sets)
    if len(kept.cases) != len(wanted.cases) or kept.sha256() != wanted.sha256:
        raise GoldenError(
            "the golden set has changed since this run",
            subject=run.identity.name,
            way_out="Run again, or check out the golden set of that time",
        )
    scores = []
    for name, repeat in run.wanted():
        row = run.rows.get((name, repeat))
        scores.append(
            score_case(
                by_id[name].golden,
                row.article() if row else None,
                row.figures if row else (),
                rejected=row.rejected if row else (),
                repeat=repeat,
                failed=row.error.message if row and row.error else None,
            )
        )
    return ScoredRun(run, kept, tuple(scores))


def load_run(folder: Path) -> Run:
    """Read a run folder; a torn last line, as a crash leaves it, is no row.

    Raises:
        GoldenError: it is no run folder, or a line in it cannot be read.
    """
    path = folder / IDENTITY
    try:
        identity = RunIdentity.model_validate_json(path.read_bytes())
    except OSError as error:
        raise GoldenError(
            "is no run folder", subject=str(folder), way_out="Make one with 'evals run -o FOLDER'"
        ) from error
    except ValidationError as error:
        raise GoldenError(f"cannot be read ({_first(error)})", subject=str(path)) from error
    return Run(identity, _rows(folder / ROWS))


def _rows(path: Path) -> dict[Key, Row]:
    rows: dict[Key, Row] = {}
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return rows
    except OSError as error:
        raise GoldenError(f"cannot be read ({error.strerror})", subject=str(path)) from error
    whole = content[: content.rfind(b"\n") + 1]
    for number, line in enumerate(whole.splitlines(), 1):
        try:
            row = Row.model_validate_json(line)
        except ValidationError as error:
            raise GoldenError(f"{_first(error)}", subject=f"{path}:{number}") from error
        rows[row.case, row.repeat] = row
    return rows


def _first(error: ValidationError) -> str:
    one = error.errors()[0]
    where = ".".join(map(str, one["loc"]))
    return f"{where}: {one['msg']}" if where else str(one["msg"])


class RunFolder:
    """A run folder that rows are appended to, each written whole and flushed.

    Args:
        folder: Made where it is not there.
        identity: What is run. A folder that holds rows of the same run is continued; more repeats
            may be asked for than before.

    Raises:
        GoldenError: the folder holds another run, or cannot be written.
    """

    def __init__(self, folder: Path, identity: RunIdentity) -> None:
        self.folder = folder
        self.identity = identity
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self.rows = self._resume(identity)
            self._file = (folder / ROWS).open("ab")
        except OSError as error:
            raise GoldenError(
                f"cannot be written ({(error.strerror or str(error)).lower()})",
                subject=str(folder),
                way_out="Choose another folder for -o",
            ) from error

    def _resume(self, identity: RunIdentity) -> dict[Key, Row]:
        path = self.folder / IDENTITY
        if not path.exists():
            if any(self.folder.iterdir()):
                raise GoldenError(
                    "is not empty and holds no run",
                    subject=str(self.folder),
                    way_out="Choose another folder for -o",
                )
            self._write_identity(identity)
            return {}
        before = load_run(self.folder)
        if not before.identity.same_run(identity):
            raise GoldenError(
                f"holds another run ({_difference(before.identity, identity)})",
                subject=str(self.folder),
                way_out="Choose another folder for -o",
            )
        self.identity = before.identity
        if identity.repeats > before.identity.repeats:
            self.identity = before.identity.model_copy(update={"repeats": identity.repeats})
            self._write_identity(self.identity)
        self._cut_torn_line()
        return dict(before.rows)

    def _write_identity(self, identity: RunIdentity) -> None:
        part = self.folder / f".{IDENTITY}.part"
        part.write_text(identity.model_dump_json(indent=1) + "\n", encoding="utf-8")
        part.replace(self.folder / IDENTITY)

    def _cut_torn_line(self) -> None:
        path = self.folder / ROWS
        if path.exists():
            with path.open("rb+") as file:
                content = file.read()
                file.truncate(content.rfind(b"\n") + 1)

    def add(self, row: Row) -> None:
        """Append a row."""
        self._file.write(row.model_dump_json().encode() + b"\n")
        self._file.flush()
        self.rows[row.case, row.repeat] = row

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _difference(a: RunIdentity, b: RunIdentity) -> str:
    """The first thing in which two identities differ, in words."""
    for name, one, other in (
        ("model", a.model, b.model),
        ("prompt", a.prompt and a.prompt.sha256[:12], b.prompt and b.prompt.sha256[:12]),
        ("golden set", a.dataset.sha256[:12], b.dataset.sha256[:12]),
        ("re-asks", a.reasks, b.reasks),
        ("max_output_tokens", a.max_output_tokens, b.max_output_tokens),
        ("version", a.summarizer_version, b.summarizer_version),
    ):
        if one != other:
            return f"{name} {one}, not {other}"
    return "other settings"
