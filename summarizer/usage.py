"""What calls to a model cost, added up over every attempt."""

from __future__ import annotations

from dataclasses import dataclass


def _sum(a: int | None, b: int | None) -> int | None:
    if a is None or b is None:
        return None
    return a + b


@dataclass(frozen=True, slots=True)
class Usage:
    """Attempts and tokens, summed with `+` over retries and re-asks, failed ones included.

    A token count is None where a provider did not report it: unknown is not zero.
    """

    attempts: int = 0
    input_tokens: int | None = 0
    output_tokens: int | None = 0

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.attempts + other.attempts,
            _sum(self.input_tokens, other.input_tokens),
            _sum(self.output_tokens, other.output_tokens),
        )
