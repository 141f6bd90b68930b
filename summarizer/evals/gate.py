"""The gate: what a run must reach, and how far it may fall below its baseline."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from pydantic import Field, ValidationError

from summarizer.errors import GoldenError
from summarizer.evals.altered import Change
from summarizer.evals.baseline import read_baseline
from summarizer.evals.classes import RIGHT_AMOUNT
from summarizer.evals.comparison import compare_runs, marks_of
from summarizer.evals.golden import Split
from summarizer.evals.scorecard import make_scorecard
from summarizer.models.base import Model

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summarizer.evals.baseline import Baseline
    from summarizer.evals.claims import Claims
    from summarizer.evals.comparison import Comparison, Difference, Marks
    from summarizer.evals.loading import GoldenData
    from summarizer.evals.runs import ScoredRun
    from summarizer.evals.scorecard import Scorecard

GATE = Path("evals/gate.toml")
Share = float
State = Literal["passed", "failed", "incomplete", "no baseline"]
EXIT_CODES: dict[State, int] = {"passed": 0, "failed": 1, "incomplete": 3, "no baseline": 4}


class Check(Model):
    """What one run must reach; shares are of the expected figures."""

    name: str
    model: str
    """`provider/name`, or "rules"."""
    prompt: str | None = None
    """`name@version`; none for the rules engine."""
    replay: Path | None = None
    """Recordings to answer from, beside the gate's file; needed unless the model is "rules"."""
    split: Split | None = None
    repeats: int = Field(1, ge=1)
    baseline: Path
    """Beside the gate's file."""
    min_amount: Share = Field(0.0, ge=0, le=1)
    """The least numeric accuracy."""
    min_strict: Share = Field(0.0, ge=0, le=1)
    max_invented: int = Field(0, ge=0)
    """The most figures that are not in their article."""
    max_forbidden: int | None = None
    """The most forbidden figures."""
    max_drop: Share = Field(1.0, ge=0, le=1)
    """The largest drop of numeric accuracy, whether or not the test can tell."""
    must_pass: tuple[str, ...] = ()
    """Cases all of whose amounts have to be right."""


class Prompts(Model):
    """Which prompts need a baseline."""

    folder: Path
    """Beside the gate's file: `NAME/VERSION.md`."""
    unmeasured: dict[str, str] = Field(default_factory=dict)
    """`name@version` to SHA-256 of prompts that no model was measured with yet."""


class TrueClaims(Model):
    """How many true claims the checks must let through, as shares of the expected figures."""

    min_accepted: Share = Field(ge=0, le=1)
    min_right: Share = Field(0.0, ge=0, le=1)
    """Accepted, and the amount read as expected."""
    max_altered: dict[Change, Share] = Field(default_factory=dict)
    """How many of the altered claims may stand as true, by what was changed."""


class Gate(Model):
    """`evals/gate.toml`."""

    check: tuple[Check, ...] = ()
    claims: TrueClaims | None = None
    prompts: Prompts | None = None


class Judged(NamedTuple):
    """A check's outcome.

    Attributes:
        check: What was asked for.
        state: Whether it is met.
        faults: Why not, a line each.
        card: The scores; None where there is no run.
        comparison: With the baseline; None where there is none to compare with.
    """

    check: Check
    state: State
    faults: tuple[str, ...]
    card: Scorecard | None = None
    comparison: Comparison | None = None


def read_gate(path: Path = GATE) -> Gate:
    """Read the gate's file; the paths in it are made to stand beside it.

    Raises:
        GoldenError: it is not there, or holds what is not known.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        gate = Gate.model_validate(table)
    except FileNotFoundError as error:
        raise GoldenError(
            "no such gate", subject=str(path), way_out="Give one with --gate FILE"
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise GoldenError(f"cannot be read ({error})", subject=str(path)) from error
    except tomllib.TOMLDecodeError as error:
        raise GoldenError(f"not TOML: {error}", subject=str(path)) from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise GoldenError(f"{where}: {first['msg']}", subject=str(path)) from error
    home = path.parent
    checks = []
    for check in gate.check:
        if check.model != "rules" and check.replay is None:
            raise GoldenError(
                f"check '{check.name}' needs 'replay', a folder of recordings: a gate calls no "
                "model",
                subject=str(path),
            )
        replay = None if check.replay is None else home / check.replay
        checks.append(
            check.model_copy(update={"baseline": home / check.baseline, "replay": replay})
        )
    prompts = gate.prompts and gate.prompts.model_copy(
        update={"folder": home / gate.prompts.folder}
    )
    return gate.model_copy(update={"check": tuple(checks), "prompts": prompts})


def judge_run(check: Check, scored: ScoredRun) -> Judged:
    """Hold a run against a check and its baseline."""
    card, marks = make_scorecard(scored), marks_of(scored)
    faults = list(_thresholds(check, card, marks))
    baseline, lacking = _baseline(check, marks)
    comparison = None
    if baseline is not None:
        comparison = compare_runs(baseline.marks, marks)
        faults += _drops(check, comparison)
    state: State = "passed"
    if faults:
        state = "failed"
    elif not card.complete:
        missing = card.answered.of - card.answered.count
        faults = [f"{missing} of {card.answered.of} articles have no answer"]
        state = "incomplete"
    elif lacking:
        state = "no baseline"
    return Judged(check, state, (*faults, *lacking), card, comparison)


def _thresholds(check: Check, card: Scorecard, marks: Marks) -> Iterator[str]:
    for words, rate, least in (
        ("numeric accuracy", card.amount.recall, check.min_amount),
        ("strict accuracy", card.strict.recall, check.min_strict),
    ):
        if (rate.value or 0.0) < least:
            yield f"{words} is {_percent(rate.value or 0.0)}, and the gate asks for {least:.1%}"
    for words, count, most in (
        ("invented", card.errors["invented"].count, check.max_invented),
        ("forbidden", card.errors["forbidden"].count, check.max_forbidden),
    ):
        if most is not None and count > most:
            yield f"{count} {words} figures, and the gate allows {most}"
    for name in check.must_pass:
        case = marks.cases.get(name)
        if case is None:
            yield f"must-pass case '{name}' is not in the run"
        elif wrong := [
            figure
            for figure, classes in case.figures.items()
            if any(one not in RIGHT_AMOUNT for one in classes)
        ]:
            yield f"must-pass case '{name}' is wrong in {', '.join(wrong)}"


def _baseline(check: Check, marks: Marks) -> tuple[Baseline | None, list[str]]:
    """The baseline, or why there is none to compare with."""
    again = f"run 'summarizer evals gate --accept' and commit {check.baseline}"
    if not check.baseline.exists():
        return None, [f"there is no baseline {check.baseline}: {again}"]
    baseline = read_baseline(check.baseline)
    before, now = baseline.marks.run, marks.run
    for what, old, new in (
        ("golden set", before.dataset.sha256[:12], now.dataset.sha256[:12]),
        ("scorer", baseline.marks.scorer, marks.scorer),
        ("model", before.model, now.model),
        (
            "prompt",
            before.prompt and before.prompt.sha256[:12],
            now.prompt and now.prompt.sha256[:12],
        ),
    ):
        if old != new:
            return None, [f"the baseline is of another {what} ({old}, now {new}): {again}"]
    return baseline, []


def _drops(check: Check, comparison: Comparison) -> Iterator[str]:
    for words, found in (
        ("numeric accuracy", comparison.amount),
        ("strict accuracy", comparison.strict),
    ):
        if found.verdict == "worse":
            yield f"{words} is significantly worse: {_fall(found)}"
    if -comparison.amount.difference > check.max_drop and comparison.amount.verdict != "worse":
        yield (
            f"numeric accuracy fell by more than {_points(check.max_drop)}: "
            f"{_fall(comparison.amount)}"
        )


def _fall(found: Difference) -> str:
    return f"from {_percent(found.a)} to {_percent(found.b)} (p = {found.p:.3f})"


def check_prompts(prompts: Prompts, baselines: Iterable[Path]) -> list[str]:
    """The prompts that no baseline was made with, a line each that says what to run."""
    from summarizer.engines.prompts import read_prompt

    measured = set()
    for path in baselines:
        identity = read_baseline(path).marks.run.prompt
        if identity is not None:
            measured.add(identity.sha256)
    faults = []
    for path in sorted(prompts.folder.glob("*/*.md")):
        prompt = read_prompt(path)
        spec = f"{prompt.name}@{prompt.version}"
        if prompt.sha256 in measured or prompts.unmeasured.get(spec) == prompt.sha256:
            continue
        faults.append(
            f"{spec} ({prompt.sha256[:12]}) has changed, and no committed baseline was made with "
            f"it: run 'summarizer evals run --model PROVIDER/NAME --prompt {spec} --record "
            "evals/recordings/NAME -o RUN', add its check to evals/gate.toml, run 'summarizer "
            "evals gate --accept' and commit what they wrote"
        )
    return faults


def judge_claims(limits: TrueClaims, claims: Claims) -> list[str]:
    """Why too many true claims are refused or read wrongly, or altered ones let through."""
    of = len(claims.all)
    faults = []
    for words, count, least in (
        ("accepted", claims.accepted, limits.min_accepted),
        ("accepted and read as expected", claims.right, limits.min_right),
    ):
        if count < least * of:
            faults.append(
                f"{_percent(count / of)} of the true claims are {words}, and the gate asks for "
                f"{least:.1%}"
            )
    for change, slips in claims.slipped.items():
        most = limits.max_altered.get(change, 1.0)
        if slips.slipped > most * slips.told:
            faults.append(
                f"{slips.slipped} of {slips.told} claims with another {change} stand as true, and "
                f"the gate allows {most:.1%}"
            )
    return faults


def select(golden: GoldenData, check: Check) -> GoldenData:
    """The cases that a check is about."""
    return golden.select(split=check.split)


def exit_code(judged: Iterable[Judged], faults: Iterable[str] = ()) -> int:
    """What the gate's command ends with: a fault goes before a gap, a gap before no baseline.

    Args:
        judged: The checks.
        faults: Of prompts without a baseline, and of true claims that are refused.
    """
    states = {one.state for one in judged} | ({"failed"} if list(faults) else set())
    if not states:
        return EXIT_CODES["incomplete"]
    for state in ("failed", "incomplete", "no baseline"):
        if state in states:
            return EXIT_CODES[state]
    return 0


def _percent(share: float) -> str:
    return f"{share:.1%}"


def _points(share: float) -> str:
    return f"{100 * share:g} points"
