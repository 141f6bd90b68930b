"""What the evals' pages show of cases and figures: strings for their templates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarizer.evals.amounts import Stated
from summarizer.evals.classes import CLASSES
from summarizer.models import plain
from summarizer.reports import scores, wording
from summarizer.reports.evals_html_figures import GROUP_OF, SIGNS, VERDICTS
from summarizer.reports.evals_html_text import pieces, places
from summarizer.reports.format import amount

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.evals.classes import ErrorClass
    from summarizer.evals.golden import GoldenFigure
    from summarizer.models import KeyFigure
    from summarizer.reports.evals_html_figures import CaseLines, Line, Told

NOT_REPORTED = "not reported"


def case_views(cases: Sequence[CaseLines], names: Sequence[str]) -> list[dict[str, Any]]:
    """Every case; `names` are those of the runs, "" where there is but one."""
    return [_case(number, case, names) for number, case in enumerate(cases, 1)]


def _case(number: int, case: CaseLines, names: Sequence[str]) -> dict[str, Any]:
    golden = case.case.golden
    facts = [golden.subject, golden.split, golden.style, golden.input]
    placed = places(case)
    key = f"c{number}"
    return {
        "key": key,
        "id": golden.id,
        "subject": golden.subject,
        "split": golden.split,
        "title": wording.one_line(case.title or golden.about),
        "about": wording.one_line(golden.about),
        "facts": [word.replace("_", " ") for word in (*facts, *golden.traits)],
        "language": golden.language,
        "tallies": [_tally(case, run, name) for run, name in enumerate(names)],
        "failures": [
            (name, wording.one_line(why))
            for name, failures in zip(names, case.failures, strict=True)
            for why in failures
        ],
        "unlike": [name for run, name in enumerate(names) if _unlike(case, run)],
        "lines": [
            _line(f"{key}f{n}", n, line, n in placed, names, golden.subject, golden.split)
            for n, line in enumerate(case.lines, 1)
        ],
        "text": pieces(case),
        "has_text": case.text is not None,
    }


def _unlike(case: CaseLines, run: int) -> bool:
    """Whether a run cleaned the article in another way than the one that is shown."""
    told = (line.told[run] for line in case.lines)
    return any(one is not None and one.text not in {None, case.text} for one in told)


def _tally(case: CaseLines, run: int, name: str) -> dict[str, Any]:
    """What is said of a case in its heading: how many are right, and the faults by class."""
    told = [line.told[run] for line in case.lines]
    expected = sum(line.golden is not None for line in case.lines)
    right = sum(one is not None and one.outcome.right_amount for one in told)
    faults: dict[ErrorClass, int] = {}
    for one in told:
        if one is not None and one.group != "right":
            faults[one.error] = faults.get(one.error, 0) + 1
    parts = [
        (GROUP_OF[error], f"{faults[error]} {scores.word(error)}")
        for error in CLASSES
        if error in faults
    ]
    return {"name": name, "right": f"{right} of {expected} amounts right", "faults": parts,
            "failed": bool(case.failures[run])}  # fmt: skip


def _line(
    key: str,
    number: int,
    line: Line,
    placed: bool,  # noqa: FBT001 - called in one place
    names: Sequence[str],
    subject: str,
    split: str,
) -> dict[str, Any]:
    reported = [one.figure for one in line.told if one and one.figure]
    golden = line.golden
    # An extra figure is known by what was reported; one at least reported it.
    shown: GoldenFigure | KeyFigure = golden or reported[0]
    kind = "extra figure" if golden is None else golden.kind.replace("_", " ")
    told = [_told(one, golden) for one in line.told]
    return {
        "key": key,
        "number": number,
        "id": golden.id if golden else None,
        "place": f"{key.replace('f', 'e')}" if placed else None,
        "expected": expected_amount(golden) if golden else None,
        "words": wording.one_line(golden.text if golden else shown.text),
        "quote": _quote(golden) if golden else None,
        "sort": plain(golden.value) if golden and golden.value is not None else "",
        "metric": wording.one_line(shown.metric),
        "entity": wording.one_line(shown.entity or ""),
        "period": wording.one_line(shown.period or ""),
        "about": wording.about(shown),
        "told": told,
        "merged": _merged(told, names),
        "change": line.change if len(line.told) > 1 else None,
        "kind": kind,
        "subject": subject,
        "split": split,
        "classes": [" ".join(error for error, _ in one.tally) if one else "" for one in line.told],
    }


def _merged(told: Sequence[dict[str, Any]], names: Sequence[str]) -> list[dict[str, Any]]:
    """What the runs say, once where they say the same."""
    found: list[dict[str, Any]] = []
    for one, name in zip(told, names, strict=True):
        if found and {**found[-1], "names": None} == {**one, "names": None}:
            found[-1]["names"].append(name)
        else:
            found.append({**one, "names": [name]})
    return found


def _told(told: Told | None, golden: GoldenFigure | None) -> dict[str, Any]:
    if told is None:
        nothing = dict.fromkeys(("amount", "about", "tally"))
        words = {"sign": "·", "verdict": NOT_REPORTED, "error": "", "reason": ""}
        return {"group": "none", **words, **nothing}
    about = wording.about(told.figure) if told.figure else None
    reason = wording.one_line(told.outcome.reason) if told.text is not None else "no answer"
    reason = "" if reason == NOT_REPORTED else reason
    return {
        "group": told.group,
        "sign": SIGNS[told.group],
        "verdict": VERDICTS[told.group],
        "error": scores.word(told.error),
        "reason": reason,
        "amount": reported_amount(told.figure) if told.figure else None,
        "about": about if golden is None or about != wording.about(golden) else None,
        "tally": _repeats(told),
    }


def _repeats(told: Told) -> str | None:
    if told.repeats == 1:
        return None
    each = (f"{scores.word(error)} in {count}" for error, count in told.tally)
    return f"{', '.join(each)} of {told.repeats} repeats"


def _quote(golden: GoldenFigure) -> wording.Quote:
    start = golden.quote.find(golden.text)
    return wording.quote(golden.quote, start, start + len(golden.text), width=220)


def expected_amount(golden: GoldenFigure) -> str:
    """The expected amount as a newspaper would print it."""
    words = wording.one_line(golden.text)
    return amount(Stated.of(golden).quantity, words=words)


def reported_amount(figure: KeyFigure) -> str:
    """The reported amount as a newspaper would print it."""
    return amount(figure, words=wording.one_line(figure.text))
