"""Altered-quote probes: does grounding refuse a quote in which one thing was changed?

    python evals/probes.py [-v]

A probe is a run of words of an article, either as they stand there or with one digit, scale,
direction, comparator, currency, unit or date changed. Each goes through the two gates that every
claim passes: the search for a quote (`Source.locate`), and the check of numbers in somebody's
prose (`check_summary`), which has to judge the same words without being told where they stand.

Prints how many of each kind each gate accepted, and exits 1 when an altered quote got through or a
true one did not. `probes/quotes.jsonl` is over the pages in `examples/`; a file of the same form
beside the tree, `../shared/dev/altered_quotes.json`, is run as well where there is one.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.articles import clean, document_of, to_raw
from summarizer.errors import InputError
from summarizer.grounding import Source, check_summary
from summarizer.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "evals" / "probes" / "quotes.jsonl"
SHARED = ROOT.parent / "shared"
TRUE = "true"


@dataclass(frozen=True, slots=True)
class Probe:
    """Words that a page states, or that it does not.

    Attributes:
        page: The file of the page.
        kind: "true", or what was altered.
        quote: The words.
        start: Where a true quote begins in the page's raw text, where that is known.
    """

    page: Path
    kind: str
    quote: str
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the two gates said about a probe."""

    probe: Probe
    located: bool
    supported: bool
    reason: str
    failed: bool = False

    @property
    def right(self) -> bool:
        """Whether both gates accepted a true quote, or both refused an altered one.

        A probe of a page that could not be read is never right: nothing was refused.
        """
        if self.failed:
            return False
        wanted = self.probe.kind == TRUE
        return self.located is wanted and self.supported is wanted


def own_probes(path: Path = OWN) -> list[Probe]:
    """The probes of this project, a JSON object a line."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [Probe(ROOT / "examples" / row["article"], row["kind"], row["quote"]) for row in rows]


def shared_probes(path: Path = SHARED / "dev" / "altered_quotes.json") -> list[Probe]:
    """The probes beside the tree; none where that file is not there."""
    if not path.is_file():
        return []
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [
        Probe(SHARED / "seeds" / row["seed"], row["kind"], row["quote"], row.get("start"))
        for row in rows
    ]


def judge(probes: Iterable[Probe]) -> list[Outcome]:
    """Put every probe through both gates."""
    sources: dict[Path, Source | InputError] = {}
    outcomes = []
    for probe in probes:
        if probe.page not in sources:
            sources[probe.page] = _source(probe.page)
        source = sources[probe.page]
        if isinstance(source, InputError):
            outcomes.append(Outcome(probe, False, False, str(source), failed=True))  # noqa: FBT003
            continue
        found = source.locate(probe.quote)
        report = check_summary(probe.quote, source.article, id=probe.kind)
        exact = found is not None and _exact(probe, source, found.start, found.end)
        reasons = [f"{f.text}: {f.reason}" for f in report.findings if f.status != "verified"]
        supported = report.verdict == "supported"
        outcomes.append(Outcome(probe, exact, supported, "; ".join(reasons)))
    return outcomes


def _source(page: Path) -> Source | InputError:
    try:
        return Source(clean(document_of(page, settings=Settings())))
    except InputError as error:
        return error


def _exact(probe: Probe, source: Source, start: int, end: int) -> bool:
    """Whether the place that was found holds the words, and is the one that was expected."""
    if source.text[start:end] != probe.quote:
        return False
    if probe.start is None:
        return True
    raw = to_raw(source.article, start, end)
    return raw is not None and source.article.raw[raw.start : raw.end] == probe.quote


def table(outcomes: Sequence[Outcome]) -> str:
    """How many of each kind each gate accepted."""
    total = Counter(outcome.probe.kind for outcome in outcomes)
    located = Counter(outcome.probe.kind for outcome in outcomes if outcome.located)
    supported = Counter(outcome.probe.kind for outcome in outcomes if outcome.supported)
    kinds = sorted(total, key=lambda kind: (kind != TRUE, kind))
    lines = [f"{'kind':<12} {'probes':>6} {'accepted as quote':>18} {'as prose':>9}"]
    lines += [f"{k:<12} {total[k]:>6} {located[k]:>18} {supported[k]:>9}" for k in kinds]
    return "\n".join(lines)


def main(argv: Sequence[str]) -> int:
    """Print the tables; 1 when a probe was misjudged."""
    failed = 0
    for name, probes in (("examples", own_probes()), ("shared", shared_probes())):
        if not probes:
            continue
        outcomes = judge(probes)
        wrong = [outcome for outcome in outcomes if not outcome.right]
        failed += len(wrong)
        print(f"{name}: {len(outcomes)} probes, {len(wrong)} misjudged\n{table(outcomes)}")
        for outcome in outcomes if "-v" in argv else wrong:
            gates = f"quote {outcome.located}, prose {outcome.supported}"
            print(f"  [{outcome.probe.kind}] {outcome.probe.quote} ({gates}) {outcome.reason}")
        print()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
