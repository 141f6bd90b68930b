"""Checking the golden set: faults that make a case wrong, and notes where our parser disagrees."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from summarizer.articles import clean
from summarizer.errors import InputError
from summarizer.evals.amounts import Stated, judge_amount
from summarizer.evals.loading import EXPECTED, Fault
from summarizer.evals.pairing import find_spans, find_words, overlap
from summarizer.grounding.normal import Normal, normal
from summarizer.grounding.source import Source
from summarizer.models import plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from summarizer.evals.golden import Forbidden, GoldenFigure, GoldenSet
    from summarizer.evals.loading import Case, Found
    from summarizer.quantities import Quantity

_MONEY = re.compile(r"[A-Z]{3}")
_UNITS = {"percent": "%", "percentage_point": "pp", "basis_point": "bp"}
_BARE = frozenset({"ratio", "index_level", "ordinal"})


@dataclass(frozen=True, slots=True)
class Lint:
    """What was found.

    Attributes:
        cases: How many cases could be read.
        figures: How many figures they expect.
        sets: How many sets.
        faults: What is wrong.
        notes: Where our own parser reads the words otherwise; look at each: one of the two errs.
    """

    cases: int
    figures: int
    sets: int
    faults: tuple[Fault, ...]
    notes: tuple[Fault, ...]


class _Page(NamedTuple):
    """A case's page, as whoever looks for quotes needs it."""

    case: Case
    path: Path
    source: Source
    visible: Normal
    markup: str

    def fault(self, field: str, why: str) -> Fault:
        return Fault(self.path, field, why)


def lint(found: Found) -> Lint:
    """Check what was read of a golden set."""
    faults, notes = list(found.faults), list[Fault]()
    for case in found.data.cases:
        path = case.folder / EXPECTED
        if case.golden.draft:
            why = "drafted by a program: correct it and remove this line"
            faults.append(Fault(path, "draft", why))
        try:
            article = clean(case.document())
        except InputError as error:
            faults.append(Fault(case.article, "", error.cause))
            continue
        markup = normal(case.content.decode("utf-8", "replace"))
        page = _Page(case, path, Source(article), Normal(article.raw), markup)
        faults += _case_faults(page)
        notes += _notes(page)
    faults += _set_faults(found)
    data = found.data
    return Lint(len(data.cases), data.expected, len(data.sets), tuple(faults), tuple(notes))


def _case_faults(page: _Page) -> Iterator[Fault]:
    for figure in page.case.figures:
        yield from _figure_faults(page, figure)
    for number, one in enumerate(page.case.golden.forbidden):
        yield from _forbidden_faults(page, one, f"forbidden[{number}]")


def _figure_faults(page: _Page, figure: GoldenFigure) -> Iterator[Fault]:
    field = f"figures[{figure.id}]"
    if not _stands(page, figure.quote):
        yield page.fault(f"{field}.quote", f"not in the article: “{figure.quote}”")
    times = normal(figure.quote).count(normal(figure.text).strip())
    if times != 1:
        yield page.fault(f"{field}.text", f"“{figure.text}” stands {times} times in the quote")
    if why := _unit_fault(figure):
        yield page.fault(f"{field}.unit", why)
    if figure.value is None and any(char.isdigit() for char in figure.text):
        yield page.fault(f"{field}.value", "null is for vague amounts, and the words hold digits")


def _unit_fault(figure: GoldenFigure) -> str | None:
    if figure.kind == "money" and not (figure.unit and _MONEY.fullmatch(figure.unit)):
        return f"money has an ISO 4217 code, not {figure.unit!r}"
    wanted = _UNITS.get(figure.kind)
    if wanted and figure.unit != wanted:
        return f"{figure.kind.replace('_', ' ')} has the unit '{wanted}', not {figure.unit!r}"
    if figure.kind in _BARE and figure.unit is not None:
        return f"{figure.kind.replace('_', ' ')} has no unit"
    return None


def _forbidden_faults(page: _Page, one: Forbidden, field: str) -> Iterator[Fault]:
    if not _stands(page, one.quote) and normal(one.quote).strip() not in page.markup:
        yield page.fault(f"{field}.quote", f"not in the page: “{one.quote}”")
    if normal(one.text).strip() not in normal(one.quote):
        yield page.fault(f"{field}.text", f"“{one.text}” is not in its quote")
    places = [place for _, place in find_words(page.visible, one.quote, one.text)]
    for figure in page.case.figures:
        for _, place in find_words(page.visible, figure.quote, figure.text):
            if any(overlap(place, other) for other in places):
                yield page.fault(field, f"the same words are expected as '{figure.id}'")
                return


def _stands(page: _Page, quote: str) -> bool:
    wanted = normal(quote).strip()
    texts = (page.visible.text, page.source.normal.text, normal(page.source.article.title or ""))
    return any(find_spans(text, wanted) for text in texts)


def _notes(page: _Page) -> Iterator[Fault]:
    """Where our own parser reads the words otherwise than the case has it."""
    source = page.source
    for figure in page.case.figures:
        field = f"figures[{figure.id}]"
        places = [place for _, place in find_words(source.normal, figure.quote, figure.text)]
        if not places:
            yield page.fault(field, "the cleaned article does not hold the quote")
            continue
        mentions = source.mentions_in(*places[0])
        if not mentions:
            yield page.fault(field, f"our parser reads no amount in “{figure.text}”")
            continue
        start, end = places[0]
        best = max(mentions, key=lambda m: min(m.end, end) - max(m.start, start))
        expected = Stated.of(figure)
        verdict = judge_amount(expected, Stated(best.quantity, best.text))
        wrong = [
            name
            for name, good in verdict.fields.items()
            if not good and getattr(best.quantity, name) != getattr(expected.quantity, name)
        ]
        if wrong:
            told = ", ".join(
                f"{name} {_shown(best.quantity, name)} (the case has "
                f"{_shown(expected.quantity, name)})"
                for name in wrong
            )
            yield page.fault(field, f"our parser reads “{best.text}” with {told}")


def _shown(quantity: Quantity, name: str) -> str:
    value = getattr(quantity, name)
    if value is None:
        return "none"
    return str(value) if name not in {"value", "high"} else plain(value)


def _set_faults(found: Found) -> Iterator[Fault]:
    cases = {case.id: case for case in found.data.cases}
    known = {one.id for one in found.data.sets}
    for case in found.data.cases:
        if case.golden.set is not None and case.golden.set not in known:
            why = f"there is no set '{case.golden.set}'"
            yield Fault(case.folder / EXPECTED, "set", why)
    home = next((case.folder.parent.parent for case in found.data.cases), None)
    for one in found.data.sets:
        if home is not None:
            path = home / "sets" / f"{one.id}.yaml"
            yield from (Fault(path, field, why) for field, why in _one_set(one, cases))


def _one_set(one: GoldenSet, cases: dict[str, Case]) -> Iterator[tuple[str, str]]:
    for name in one.cases:
        case = cases.get(name)
        if case is None:
            yield "cases", f"there is no case '{name}'"
        elif case.golden.set != one.id:
            yield "cases", f"'{name}' says it belongs to {case.golden.set or 'no set'}"
        elif case.golden.split != one.split:
            yield "split", f"is '{one.split}', and that of '{name}' is '{case.golden.split}'"
    for number, group in enumerate(one.groups):
        for member in group.members:
            field = f"groups[{number}].members"
            if member.case not in one.cases:
                yield field, f"'{member.case}' is no case of this set"
            elif member.case in cases and member.figure not in {
                figure.id for figure in cases[member.case].figures
            }:
                yield field, f"'{member.case}' has no figure '{member.figure}'"
