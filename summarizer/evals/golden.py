"""Golden cases: an article as it arrives, and the figures that a careful analyst would report."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Final, Literal, get_args

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from summarizer.models import Amount, Basis, Importance
from summarizer.models.base import Model
from summarizer.quantities.types import Comparator, Direction, Kind

Split = Literal["dev", "test"]
Subject = Literal[
    "earnings", "markets", "macro", "deals", "funding", "energy", "shipping", "health", "sport",
    "budget", "fact_check", "property", "tech", "agriculture", "labour", "crypto", "legal", "other",
]  # fmt: skip
Style = Literal[
    "flash", "wire", "feature", "long_read", "table", "interview", "transcript", "correction",
    "press_release",
]  # fmt: skip
Form = Literal["html", "dump", "text", "markdown"]
Trait = Literal[
    "range", "bound", "guidance", "restated", "prior_year", "per_share", "multiple", "ratio",
    "negative", "table", "list", "quoted_speech", "correction", "decoy", "furniture", "swap_trap",
    "injection_trap", "most_read", "percent_points", "basis_points", "several_currencies",
    "conversion", "scale_words", "lakh_crore", "cjk", "ordinal", "vague", "duration",
    "headline_figure", "sidebar", "derived_temptation",
]  # fmt: skip
SPLITS: Final[tuple[str, ...]] = get_args(Split)
SUBJECTS: Final[tuple[str, ...]] = get_args(Subject)

ARTICLE_NAMES: Final = {
    "article.txt": ("dump", "text"),
    "article.md": ("markdown",),
    "article.html": ("html",),
}
"""The names that an article's file may have, and the forms that go with each."""

_PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+)?")
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


def _as_written(value: object) -> object:
    if value is not None and not (isinstance(value, str) and _PLAIN.fullmatch(value)):
        msg = "an amount is a plain decimal in quotes, such as '1240000000' or '-3.1'"
        raise ValueError(msg)
    return value


Exact = Annotated[Amount, BeforeValidator(_as_written)]
"""An amount that a person wrote: a string of plain digits, never a YAML number."""


class GoldenFigure(Model):
    """A figure that the article states, as careful reading has it."""

    id: Slug
    """Names the figure within its case."""
    quote: Words
    """Words of the article, verbatim, that carry the claim."""
    text: Words
    """The words of the amount with its comparator; they stand in `quote` exactly once."""
    value: Exact | None
    """The amount with its scale applied, percent as written; null for vague amounts only."""
    high: Exact | None
    """The high end of a range."""
    kind: Kind
    unit: str | None
    """ISO 4217, "%", "pp", "bp", the singular head noun of a count, the unit of a measure."""
    comparator: Comparator | None
    direction: Direction | None
    metric: Words
    metric_aliases: tuple[Words, ...] = ()
    """Other names of the metric that are as right."""
    entity: Words | None
    """Null where the article leaves it open; it is not scored then."""
    entity_aliases: tuple[Words, ...] = ()
    period: Words | None
    """Null where the article leaves it open; it is not scored then."""
    period_aliases: tuple[Words, ...] = ()
    basis: Basis
    importance: Importance

    @model_validator(mode="after")
    def _consistent(self) -> GoldenFigure:
        if self.high is not None and (self.value is None or self.high <= self.value):
            msg = "'high' is the high end of a range: it is above 'value'"
            raise ValueError(msg)
        if self.entity is None and self.entity_aliases:
            msg = "'entity_aliases' without an 'entity'"
            raise ValueError(msg)
        if self.period is None and self.period_aliases:
            msg = "'period_aliases' without a 'period'"
            raise ValueError(msg)
        return self


class Forbidden(Model):
    """An amount of the page that must never come out as a figure of the article."""

    text: Words
    """The words of the amount."""
    quote: Words
    """Where it stands in the page; holds `text`."""
    why: Words


class GoldenCase(Model):
    """`expected.yaml` of a golden case."""

    schema_version: Literal[1]
    id: Slug
    """The name of the case's folder; begins with its subject."""
    about: Words
    """What the article is, in a line."""
    split: Split
    """`dev` is for working on prompts and rules, `test` for judging them."""
    subject: Subject
    style: Style
    input: Form
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
    """ISO 639-1."""
    published: date | None
    """As the article says."""
    set: Slug | None
    """The set of articles on one event that it belongs to."""
    traits: tuple[Trait, ...]
    figures: tuple[GoldenFigure, ...] = Field(min_length=1)
    """In the article's order."""
    forbidden: tuple[Forbidden, ...] = ()
    draft: Literal[True] | None = None
    """Drafted by a program: no part of the golden set until a person removes this mark."""

    @model_validator(mode="after")
    def _unique(self) -> GoldenCase:
        seen: set[str] = set()
        for figure in self.figures:
            if figure.id in seen:
                msg = f"two figures have the id '{figure.id}'"
                raise ValueError(msg)
            seen.add(figure.id)
        if len(set(self.traits)) < len(self.traits):
            msg = "a trait is given twice"
            raise ValueError(msg)
        return self


class Member(Model):
    """A figure of a case."""

    case: Slug
    figure: Slug


class Group(Model):
    """One thing that at least two articles of a set state, and how the statements go together."""

    metric: Words
    entity: Words | None
    period: Words | None
    relation: Literal[
        "agree", "rounding", "conflict", "revision", "different_period", "different_scope"
    ]
    kind: (
        Literal[
            "power_of_ten", "scale_word", "currency", "sign", "swapped", "percent_or_points",
            "digits",
        ]
        | None
    )  # fmt: skip
    """Of a conflict: what went wrong."""
    suspect: Slug | None
    """The case that is off; null where the evidence does not tell."""
    evidence: Words | None
    """What tells which one is off, in words."""
    members: tuple[Member, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def _consistent(self) -> Group:
        conflict = self.relation == "conflict"
        if conflict != (self.kind is not None):
            msg = "'kind' is for conflicts, and every conflict has one"
            raise ValueError(msg)
        if self.suspect is not None and self.suspect not in {m.case for m in self.members}:
            msg = "'suspect' is none of the members' cases"
            raise ValueError(msg)
        return self


class GoldenSet(Model):
    """Articles on one event: a file of `evals/sets/`."""

    schema_version: Literal[1]
    id: Slug
    about: Words
    split: Split
    cases: tuple[Slug, ...] = Field(min_length=2)
    """In order of publication."""
    groups: tuple[Group, ...]
