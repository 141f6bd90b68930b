"""The ground that every model of this package stands on: frozen, strict, versioned, exact."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Final, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    WithJsonSchema,
)

SCHEMA_VERSION: Final = "1"


def plain(value: Decimal) -> str:
    """Write a decimal without an exponent: `Decimal("5.3E+10")` is "53000000000"."""
    return format(value, "f")


def _refuse_float(value: Any) -> Any:  # noqa: ANN401 - any JSON value may arrive here
    if isinstance(value, float):
        msg = "an amount is a decimal string, never a float"
        raise ValueError(msg)  # noqa: TRY004 - pydantic wants a ValueError
    return value


Amount = Annotated[
    Decimal,
    BeforeValidator(_refuse_float),
    Field(allow_inf_nan=False),
    PlainSerializer(plain, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}),
]
"""An exact number: `Decimal` in Python, a string in plain notation in JSON."""


class Model(BaseModel):
    """A frozen value that takes no field it does not know."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True
    )


class Output(Model):
    """A value that leaves the program by itself."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    """The version of this object's form; it changes when a field is renamed or dropped."""
