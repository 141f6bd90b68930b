"""How an article that failed is told: as a record in the place of its summary."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.articles import Document
from summarizer.errors import EngineError, FaultError, InputError
from summarizer.models import Article, ErrorInfo, Failure, Spent

if TYPE_CHECKING:
    from summarizer.usage import Usage


def failure_of(
    source: str | bytes | Path | Document | Article | InputError, error: Exception
) -> Failure:
    """The record of an input that failed.

    Args:
        source: What was to be summarized, or the error that stood in its place.
        error: Why it was not; any other than ours is a fault of this program.
    """
    if not isinstance(error, InputError | EngineError):
        error = FaultError(
            f"a fault of this program ({type(error).__name__}: {error})",
            way_out="Please report it with the article",
        )
    if isinstance(source, Document | Article):
        ident, name = source.id, source.source
    else:
        name = error.subject or (str(source) if isinstance(source, Path) else "text")
        ident = name
    return Failure(
        id=ident,
        source=name,
        error=ErrorInfo(type=error.code, message=str(error)),
        spent=_spent(error),
    )


def _spent(error: InputError | EngineError) -> Spent | None:
    usage: Usage | None = getattr(error, "usage", None)
    if usage is None or not usage.attempts:
        return None
    return Spent(
        attempts=usage.attempts,
        input_tokens=usage.input_tokens,
        output_tokens=usage.output_tokens,
        cost_usd=getattr(error, "cost_usd", None),
    )
