"""The values this package speaks in: what a quantity is, where it stands, what was refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal

Kind = Literal[
    "money",
    "percent",
    "percentage_point",
    "basis_point",
    "count",
    "ratio",
    "measure",
    "duration",
    "index_level",
    "ordinal",
    "age",
    "other",
]
Comparator = Literal["gt", "ge", "lt", "le", "approx"]
Direction = Literal["up", "down"]
MaskKind = Literal[
    "date",
    "year",
    "time",
    "period",
    "phone",
    "url",
    "email",
    "handle",
    "identifier",
    "name",
    "version",
    "score",
    "numbering",
    "superscript",
    "scale",
]


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int


class Source(NamedTuple):
    """Words elsewhere in the text that a mention takes something from: `text[start:end]`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a mention means.

    Attributes:
        kind: What sort of amount it is.
        value: The amount with its scale applied; a percent as written ("9.2%" is 9.2); the low
            end of a range. None only for a vague amount ("dozens", "triple-digit").
        high: The high end of a range, else None.
        unit: ISO 4217 code for money; "%", "pp" or "bp"; a singular noun for counts; the singular
            unit for measures, durations and ages; else None.
        comparator: How the true value relates to `value`: gt, ge, lt, le, approx; None is exact.
        direction: Whether the text says that something went up or down by, or to, this amount.
        precision: The worth of one unit of the last stated digit, scale applied: "5.3 billion" has
            100000000, so the true value lies within half of that on either side.
        per: What a rate is counted by: "share" in "$2 a share", "day" in "barrels per day".
        assumed: The fields that the words leave open and that were set by convention, such as
            "unit" for a bare "$".
        scale_source: The words that state the scale, where it is not the mention's own:
            "(in millions)" above a table.
        cents: Whether it is in bare cents that may be those of another currency than `unit`.
    """

    kind: Kind
    value: Decimal | None
    high: Decimal | None = None
    unit: str | None = None
    comparator: Comparator | None = None
    direction: Direction | None = None
    precision: Decimal | None = None
    per: str | None = None
    assumed: tuple[str, ...] = ()
    scale_source: Source | None = None
    cents: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of the text that states a quantity, comparator and counted noun included.

    `text == source[start:end]`, in code points. `core` is the span of the amount with its unit
    alone ("$53 billion" of "more than $53 billion"), also into the source.
    """

    text: str
    start: int
    end: int
    core: Span
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Mask:
    """A span that holds digits or number words and is no quantity, with what it is instead.

    "superscript" is a number whose raised digit may be a power or a footnote mark ("53² people");
    "scale" is what a table says of its numbers ("in millions").

    `value` is its normal form where there is one: ISO 8601 for dates ("2025-09-24", "2021-12",
    "--09-24" without a year), years ("2025") and periods ("2025-Q3", "2025-H1").
    """

    text: str
    start: int
    end: int
    kind: MaskKind
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Scan:
    """Everything numeric in a text: mentions and masks, each in order, none overlapping."""

    mentions: tuple[Mention, ...]
    masks: tuple[Mask, ...]
