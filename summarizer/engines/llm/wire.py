"""What a model is asked to answer: strings only. It points and quotes; our code counts.

No number type is on the wire: a model that returns 5.3 has parsed, and may have converted. Words
come back as they are printed and are read by `summarizer.quantities`.
"""

from __future__ import annotations

import copy
import json
import re
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from summarizer.models import Draft, DraftFigure, DraftPoint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.quantities.types import Comparator, Direction

_COMPARATORS: dict[str, Comparator | None] = {
    "exactly": None,
    "about": "approx",
    "more than": "gt",
    "at least": "ge",
    "less than": "lt",
    "at most": "le",
}
_DIRECTIONS: dict[str, Direction | None] = {"up": "up", "down": "down", "none": None}
_MAX_FAULTS = 5
"""More faults than these in one message teach a model nothing."""


class WireError(ValueError):
    """An answer without the form that was asked for; the text says what is wrong, for a model."""


def _sentence(value: object) -> object:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _word(default: str) -> BeforeValidator:
    """Take "High" for "high" and null for the default: servers without a strict schema slip so."""

    def clean(value: object) -> object:
        if value is None:
            return default
        return value.strip().lower() if isinstance(value, str) else value

    return BeforeValidator(clean)


Sentence = Annotated[str | None, BeforeValidator(_sentence)]


class WirePoint(BaseModel):
    """A key point."""

    model_config = ConfigDict(strict=True)

    text: str = Field(description="One sentence in your words.")
    sentence: Sentence = Field(None, description='The sentence that carries it, such as "S3".')


class WireFigure(BaseModel):
    """A key figure."""

    model_config = ConfigDict(strict=True)

    sentence: Sentence = Field(None, description='The sentence of the quote, such as "S12".')
    quote: str = Field(description="Words of that sentence, copied character by character.")
    amount: str = Field(description='The amount as printed in the quote, such as "$5.3 billion".')
    metric: str = Field(description="What is measured.")
    entity: str | None = Field(None, description="Whose figure it is.")
    period: str | None = Field(None, description="The time it is for, in the article's words.")
    basis: Annotated[Literal["stated", "forecast", "rumoured"], _word("stated")] = "stated"
    importance: Annotated[Literal["high", "medium", "low"], _word("medium")] = "medium"
    comparator: Annotated[
        Literal["exactly", "about", "more than", "at least", "less than", "at most"],
        _word("exactly"),
    ] = "exactly"
    direction: Annotated[Literal["up", "down", "none"], _word("none")] = "none"


class WireAnswer(BaseModel):
    """A summary whose every figure points at the words that state it."""

    model_config = ConfigDict(strict=True)

    headline: str
    summary: str
    key_points: list[WirePoint]
    figures: list[WireFigure]


@cache
def strict_schema() -> dict[str, Any]:
    """The JSON Schema of `WireAnswer` in the form that strict decoding wants.

    Every field is required, no other is allowed, nothing has a default, and no `$ref` is left.
    See https://platform.openai.com/docs/guides/structured-outputs#supported-schemas.
    """
    schema = WireAnswer.model_json_schema()
    strict: dict[str, Any] = _strict(schema, schema.pop("$defs"))
    return strict


def _strict(node: Any, definitions: dict[str, Any]) -> Any:  # noqa: ANN401 - a JSON value
    if isinstance(node, list):
        return [_strict(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        node = copy.deepcopy(definitions[node["$ref"].rsplit("/", 1)[1]])
    out = {
        key: {name: _strict(field, definitions) for name, field in value.items()}
        if key == "properties"
        else _strict(value, definitions)
        for key, value in node.items()
        if key not in {"title", "default"}
    }
    if "properties" in out:
        out["required"] = list(out["properties"])
        out["additionalProperties"] = False
    return out


def parse(text: str) -> Draft:
    """Read a model's raw answer: a recorded one, or one that Instructor could not read.

    Whatever Instructor reads, this reads alike. Servers that ignore the schema wrap the object in
    a code fence or put their thoughts before it; both are taken. An object that is cut off is not.

    Raises:
        WireError: it holds no JSON object of the form that was asked for.
    """
    fault: WireError | None = None
    for candidate in _candidates(text):
        try:
            return to_draft(WireAnswer.model_validate_json(candidate))
        except ValidationError as error:
            fault = fault or WireError(_faults(error))
    if fault is None:
        fault = WireError("it holds no JSON object" if text.strip() else "the answer is empty")
    raise fault


def to_draft(answer: WireAnswer) -> Draft:
    """The draft that an answer means."""
    return Draft(
        headline=answer.headline.strip(),
        summary=answer.summary.strip(),
        key_points=tuple(
            DraftPoint(text=point.text.strip(), sentence=sentence_number(point.sentence))
            for point in answer.key_points
        ),
        figures=tuple(
            DraftFigure(
                quote=figure.quote,
                amount=figure.amount,
                metric=figure.metric.strip(),
                entity=_blank(figure.entity),
                period=_blank(figure.period),
                basis=figure.basis,
                importance=figure.importance,
                sentence=sentence_number(figure.sentence),
                comparator=_COMPARATORS[figure.comparator],
                direction=_DIRECTIONS[figure.direction],
            )
            for figure in answer.figures
        ),
    )


def sentence_number(label: str | None) -> int | None:
    """The number in "S12", "[S12]" or "12"; the first of several; None where there is none."""
    match = re.search(r"(?<![0-9])[0-9]{1,6}(?![0-9])", label or "")
    number = int(match[0]) if match else 0
    return number or None


def _blank(text: str | None) -> str | None:
    return (text or "").strip() or None


def _candidates(text: str) -> Iterator[str]:
    """Where the object may stand in `text`; the first is the one whose faults are told."""
    bare = re.sub(r"\A\s*<think>.*?</think>", "", text, flags=re.DOTALL).strip()
    if bare.startswith("{"):
        yield bare
    inner = bare[bare.find("{") : bare.rfind("}") + 1]
    if inner != bare and inner.startswith("{"):
        yield inner
    last = _last_object(text)
    if last not in {None, bare, inner}:
        yield str(last)


def _last_object(text: str) -> str | None:
    """The last whole JSON object in `text`: thoughts come before an answer, not after it.

    Instructor's reading of plain text follows the same rule.
    """
    decoder = json.JSONDecoder()
    found = None
    start = text.find("{")
    effort = 16 * len(text)  # a search in broken JSON would else take time as its square
    while start >= 0 and effort > 0:
        try:
            _, end = decoder.raw_decode(text, start)
        except (ValueError, RecursionError):
            end = start + 1
            effort -= len(text) - start
        else:
            found = text[start:end]
        start = text.find("{", end)
    return found


def _faults(error: ValidationError) -> str:
    faults = []
    for item in error.errors(include_url=False, include_input=False):
        place = ""
        for part in item["loc"]:
            place += f"[{part}]" if isinstance(part, int) else f".{part}"
        place = place.lstrip(".") or "the answer"
        match item["type"]:
            case "json_invalid":
                faults.append(f"it is not valid JSON ({item['ctx']['error']})")
            case "missing":
                faults.append(f"{place} is missing")
            case "literal_error":
                faults.append(f"{place} must be one of {item['ctx']['expected']}")
            case "string_type":
                faults.append(f"{place} must be a string")
            case "list_type":
                faults.append(f"{place} must be a list")
            case _:
                faults.append(f"{place} does not have the form that was asked for")
    more = len(faults) - _MAX_FAULTS
    return "; ".join(faults[:_MAX_FAULTS]) + (f"; and {more} more" if more > 0 else "")
