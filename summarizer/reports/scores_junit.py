"""A scored run as JUnit XML: an article is a test, which fails when a figure is not right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from summarizer.reports import scores

if TYPE_CHECKING:
    from summarizer.evals.outcomes import CaseScore
    from summarizer.evals.runs import ScoredRun

# XML 1.0 knows no way to write these.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def scores_junit(scored: ScoredRun, *, strict: bool = False) -> str:
    """The run as one test suite.

    Args:
        scored: The run.
        strict: An article passes only when its labels are right as well, and nothing is extra;
            else the amounts count, and nothing may be invented or forbidden.
    """
    cases = [_case(scored, score, strict=strict) for score in scored.scores]
    failures = sum("<failure" in case for case in cases)
    errors = sum("<error" in case for case in cases)
    seconds = sum(row.seconds for row in scored.run.rows.values())
    head = (
        f'tests="{len(cases)}" failures="{failures}" errors="{errors}" skipped="0" '
        f'time="{seconds:.3f}"'
    )
    name = _attribute(scored.identity.name)
    body = "".join(cases)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<testsuites {head}>\n<testsuite name={name} {head}>\n{body}</testsuite>\n</testsuites>\n"
    )


def _case(scored: ScoredRun, score: CaseScore, *, strict: bool) -> str:
    row = scored.run.rows.get((score.case, score.repeat))
    again = f" #{score.repeat}" if scored.identity.repeats > 1 else ""
    seconds = row.seconds if row else 0.0
    open_ = (
        f"<testcase classname={_attribute(scored.identity.name)} "
        f'name={_attribute(score.case + again)} time="{seconds:.3f}">'
    )
    if score.failed is not None:
        return f"{open_}<error message={_attribute(score.failed)}/></testcase>\n"
    counted = {"invented", "forbidden"}
    wrong = [
        f"{one.figure or '(extra)'}: {scores.word(one.error)}: {one.reason}"
        for one in score.outcomes
        if (
            not one.right
            if strict
            else (one.expected and not one.right_amount) or one.error in counted
        )
    ]
    if not wrong:
        return f"{open_}</testcase>\n"
    message = _attribute(scores.count(len(wrong), "figure is", "figures are") + " not right")
    return f"{open_}<failure message={message}>{_text(chr(10).join(wrong))}</failure></testcase>\n"


def _text(words: str) -> str:
    return escape(_FORBIDDEN.sub("", words))


def _attribute(words: str) -> str:
    return quoteattr(_FORBIDDEN.sub("", words))
