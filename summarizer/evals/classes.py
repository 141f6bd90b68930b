"""The closed list of what can be said of a figure, and what each word means."""

from __future__ import annotations

from typing import Final, Literal, get_args

AmountError = Literal[
    "currency", "unit", "power_of_ten", "sign", "over_rounded", "range", "digits", "comparator"
]
LabelError = Literal["entity", "period", "basis", "metric"]
ExtraError = Literal["forbidden", "duplicate", "invented", "spurious"]
ErrorClass = Literal[
    "right",
    "currency", "unit", "power_of_ten", "sign", "over_rounded", "range", "digits", "comparator",
    "entity", "period", "basis", "metric",
    "missed",
    "forbidden", "duplicate", "invented", "spurious",
]  # fmt: skip
Field = Literal[
    "value", "high", "kind", "unit", "comparator", "direction",
    "entity", "period", "basis", "metric",
]  # fmt: skip

AMOUNT_FIELDS: Final = ("value", "high", "kind", "unit", "comparator", "direction")
LABEL_FIELDS: Final[tuple[LabelError, ...]] = get_args(LabelError)
FIELDS: Final[tuple[Field, ...]] = get_args(Field)
AMOUNT_ERRORS: Final[tuple[AmountError, ...]] = get_args(AmountError)
LABEL_ERRORS: Final[tuple[LabelError, ...]] = get_args(LabelError)
EXTRAS: Final[tuple[ExtraError, ...]] = get_args(ExtraError)
CLASSES: Final[tuple[ErrorClass, ...]] = get_args(ErrorClass)

MEANINGS: Final[dict[ErrorClass, str]] = {
    "right": "amount and labels are right",
    "currency": "an amount of money in another currency",
    "unit": "another kind or unit: percent for points, a bare number for a percent",
    "power_of_ten": "the same digits at another power of ten: $53 billion for $5.3 billion",
    "sign": "the sign is the other one, or the direction is another or lacks",
    "over_rounded": "fewer digits than stated, right as far as they go",
    "range": "an end of a range is lost, added or another",
    "digits": "other digits",
    "comparator": "a bound ('more than', 'up to', 'about') is lost, added or another",
    "entity": "the amount is right, and said of somebody else or of nobody",
    "period": "the amount is right, and said of another time or of none",
    "basis": "the amount is right, and a forecast is told as fact, or a fact as a forecast",
    "metric": "the amount is right, and said of another metric",
    "missed": "expected, and not reported",
    "forbidden": "reported, and named as one that must not be: furniture, a decoy, an injection",
    "duplicate": "reported once more",
    "invented": "reported, and not in the article",
    "spurious": "reported, in the article, and not expected",
}

RIGHT_AMOUNT: Final = frozenset[str]({"right", *LABEL_ERRORS})
"""The classes of figures whose amount is right."""
PAIRED: Final = frozenset[str]({"right", *AMOUNT_ERRORS, *LABEL_ERRORS})
"""The classes of figures that were expected and reported."""
EXPECTED: Final = PAIRED | {"missed"}
"""The classes of expected figures; the others are of extra ones."""
