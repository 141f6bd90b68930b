"""Score `reconcile` on the sets of articles on one event, with the rules engine.

    python evals/sets.py [-v] [SET ...]

For every group of `sets/*.yaml` the group is looked for that holds its amounts from at least two of
its articles; the table says how each expected relation came out. A conflict that no set expects is
a false one. Exits with 1 when the conflicts' precision or recall, or the share of right suspects,
is below what is written here.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.conflicts import reconcile_summaries
from summarizer.evals.loading import Case, load_golden
from summarizer.pipeline import Summarizer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.evals.golden import GoldenSet, Group
    from summarizer.models import Group as Told
    from summarizer.models import Summary

FOLDER = Path(__file__).parent
PRECISION, RECALL, SUSPECTS = Decimal("0.95"), Decimal("0.90"), Decimal("0.90")
"""A little below what is reached: a change that loses more has to say why."""


@dataclass
class Tally:
    """What came of the sets.

    Attributes:
        relations: How often an expected relation came out as which; "none" is not compared.
        hits: Conflicts that were found.
        false: Conflicts that no set expects, in words.
        missed: Conflicts that were not found, in words.
        named: Suspects: how many were to be named, how many were named rightly.
        guessed: Suspects that were named where nothing tells, in words.
        wrong: Suspects that were not named, or wrongly, in words.
        slips: Conflicts whose kind came out otherwise, in words.
    """

    relations: Counter[tuple[str, str]] = field(default_factory=Counter)
    hits: int = 0
    false: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    named: Counter[str] = field(default_factory=Counter)
    guessed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    slips: list[str] = field(default_factory=list)

    @property
    def precision(self) -> Decimal:
        """The share of the conflicts found that are ones; 0 where none was found."""
        return _share(self.hits, self.hits + len(self.false))

    @property
    def recall(self) -> Decimal:
        """The share of the expected conflicts that were found."""
        return _share(self.hits, self.hits + len(self.missed))

    @property
    def suspects(self) -> Decimal:
        """The share of the nameable suspects of found conflicts that were named rightly."""
        return _share(self.named["right"], self.named["all"])

    @property
    def good(self) -> bool:
        """Whether all shares are high enough."""
        return (
            self.precision >= PRECISION
            and self.recall >= RECALL
            and self.suspects >= SUSPECTS
            and not self.guessed
        )


def _share(part: int, whole: int) -> Decimal:
    return Decimal(part) / Decimal(whole) if whole else Decimal(0)


def score(sets: Sequence[GoldenSet], cases: dict[str, Case]) -> Tally:
    """Reconcile each set and count."""
    tally = Tally()
    with Summarizer("rules") as summarizer:
        for one in sets:
            summaries = [_summary(summarizer, cases[name]) for name in one.cases]
            _count(tally, one, reconcile_summaries(summaries).groups, cases)
    return tally


def _summary(summarizer: Summarizer, case: Case) -> Summary:
    summary = summarizer.summarize(case.document())
    article = summary.article.model_copy(update={"id": case.id})
    return summary.model_copy(update={"id": case.id, "article": article})


def _count(tally: Tally, one: GoldenSet, told: Sequence[Told], cases: dict[str, Case]) -> None:
    used: set[int] = set()
    for group in one.groups:
        place = _find(group, told, cases)
        found = None if place is None else told[place]
        tally.relations[group.relation, found.relation if found else "none"] += 1
        if group.relation != "conflict":
            continue
        name = f"{one.id}: {group.metric}"
        if found is None or found.relation != "conflict":
            tally.missed.append(f"{name} ({group.kind}) came out as {found and found.relation}")
            continue
        tally.hits += 1
        used |= set() if place is None else {place}
        if found.slip != group.kind:
            tally.slips.append(f"{name}: {group.kind} came out as {found.slip}")
        if group.suspect is None and found.suspect:
            tally.guessed.append(f"{name}: {found.suspect}, {found.reason}")
        elif group.suspect is not None:
            tally.named["all"] += 1
            tally.named["right"] += found.suspect == group.suspect
            if found.suspect != group.suspect:
                tally.wrong.append(f"{name}: {found.suspect}, not {group.suspect}")
    for place, group_told in enumerate(told):
        if group_told.relation == "conflict" and place not in used:
            tally.false.append(f"{one.id}: {group_told.reason}")


def _find(group: Group, told: Sequence[Told], cases: dict[str, Case]) -> int | None:
    """The place of the group that tells most of a group's amounts, from two articles or more."""
    wanted = {
        (member.case, figure.value)
        for member in group.members
        for figure in cases[member.case].figures
        if figure.id == member.figure and figure.value is not None
    }
    best: tuple[int, bool, int] | None = None
    for place, found in enumerate(told):
        shared = {(f.id, f.value) for f in found.figures} & wanted
        articles = len({case for case, _ in shared})
        rank = (articles, found.relation == group.relation, -place)
        if articles > 1 and (best is None or rank > best):
            best = rank
    return None if best is None else -best[2]


def table(tally: Tally) -> str:
    """How the expected relations came out, a row each."""
    columns = ("agree", "rounding", "conflict", "revision", "different_period", "different_scope")
    heads = (*columns, "none")
    lines = [
        f"{'expected':<17}" + "".join(f"{head.removeprefix('different_'):>10}" for head in heads)
    ]
    for row in columns:
        counts = "".join(f"{tally.relations[row, head] or '.':>10}" for head in heads)
        lines.append(f"{row:<17}{counts}")
    return "\n".join(lines)


def main(argv: Sequence[str]) -> int:
    """Print the tally; 1 when it is not good enough."""
    golden = load_golden(FOLDER / "golden")
    wanted = [word for word in argv if not word.startswith("-")]
    sets = [one for one in golden.sets if not wanted or any(w in one.id for w in wanted)]
    tally = score(sets, {case.id: case for case in golden.cases})
    print(f"{len(sets)} sets of articles on one event\n{table(tally)}\n")
    print(
        f"conflicts: precision {tally.precision:.3f}, recall {tally.recall:.3f} "
        f"({tally.hits} found, {len(tally.false)} false, {len(tally.missed)} missed); "
        f"suspects: {tally.named['right']} of {tally.named['all']} right, "
        f"{len(tally.guessed)} named where nothing tells"
    )
    for name in ("false", "missed", "guessed", "wrong", "slips"):
        found: list[str] = getattr(tally, name)
        if found and ("-v" in argv or name in {"false", "guessed"}):
            print("\n".join([f"{name}:", *(f"  {line}" for line in found)]))
    return 0 if wanted or tally.good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
