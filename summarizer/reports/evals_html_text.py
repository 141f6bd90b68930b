"""An article with its figures marked in place, for the evals' pages."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from summarizer.reports.evals_html_figures import SIGNS
from summarizer.reports.wording import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.evals.outcomes import Place
    from summarizer.reports.evals_html_figures import CaseLines, Line, Told

# Of places that are as long, the first of these gives the colour.
_FIRST: Final = ("amount", "label", "extra", "missing", "elsewhere", "right")


class Spot(NamedTuple):
    """A marked place.

    Attributes:
        start: In code points of the article's text.
        end: The end, exclusive.
        line: Which line of the case it belongs to, counted from 1.
        look: What kind of figure it is.
        label: What stands behind it.
        home: Whether it is the place that its line leads to.
    """

    start: int
    end: int
    line: int
    look: str
    label: str
    home: bool


class Piece(NamedTuple):
    """A run of text within the same marks.

    Attributes:
        text: The words.
        look: What kind of figure they belong to; None outside of figures.
        line: The line they lead to.
        starts: The lines whose place begins here.
        ends: The places that end here.
    """

    text: str
    look: str | None
    line: int | None
    starts: tuple[int, ...]
    ends: tuple[Spot, ...]


def pieces(case: CaseLines) -> list[Piece]:
    """Cut a case's article where a marked place begins or ends; empty without an article."""
    if case.text is None:
        return []
    length = len(case.text)
    spots = [spot for spot in _spots(case) if 0 <= spot.start < spot.end <= length]
    edges = sorted({0, length} | {edge for spot in spots for edge in spot[:2]})
    return [_piece(case.text, start, end, spots) for start, end in pairwise(edges)]


def _piece(text: str, start: int, end: int, spots: Sequence[Spot]) -> Piece:
    here = [spot for spot in spots if spot.start <= start < spot.end]
    # The words of an amount, rather than a whole quote around them.
    top = min(here, key=lambda s: (s.end - s.start, _FIRST.index(s.look)), default=None)
    return Piece(
        # A line break of a text dump ends a paragraph.
        re.sub(r"\n+", "\n\n", printable(text[start:end])),
        top and top.look,
        top and top.line,
        tuple(spot.line for spot in here if spot.start == start and spot.home),
        tuple(spot for spot in here if spot.end == end),
    )


def places(case: CaseLines) -> set[int]:
    """The lines that have a place in the article."""
    return {spot.line for spot in _spots(case) if spot.home}


def _spots(case: CaseLines) -> Iterator[Spot]:
    for number, line in enumerate(case.lines, 1):
        told = [one for one in line.told if one is not None and one.text == case.text]
        home = next((one for one in told if _place(line, one)), None)
        place = _place(line, home) if home else None
        if home is not None and place is not None:
            look = (line.told[-1] or home).group
            yield Spot(*place, number, look, f"{number}{signs(line)}", home=True)
        if line.golden is None:
            continue
        astray = {one.outcome.found for one in told if one.figure}
        for found in sorted(one for one in astray if one and not _meet(one, place)):
            yield Spot(*found, number, "elsewhere", f"{number}←", home=False)


def _place(line: Line, told: Told) -> Place | None:
    return told.outcome.found if line.golden is None else told.outcome.place


def _meet(one: Place, other: Place | None) -> bool:
    return other is not None and one.start < other.end and other.start < one.end


def signs(line: Line) -> str:
    """The signs of what each run says of a figure; "·" for an extra one that it left alone."""
    return "".join(SIGNS[one.group] if one else "·" for one in line.told)
