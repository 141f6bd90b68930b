"""What an engine is: it makes a draft of an article, and lets a judge say what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from summarizer.usage import Usage

if TYPE_CHECKING:
    from collections.abc import Awaitable
    from decimal import Decimal

    from summarizer.models import Article, Draft, PromptIdentity


class Judge(Protocol):
    """Checks a draft against its article.

    Returns short findings for the engine, one a line ("figure 2: …"); empty when all is well.
    """

    def __call__(self, draft: Draft, /) -> tuple[str, ...] | Awaitable[tuple[str, ...]]:
        """Say what is wrong with `draft`; `adraft` awaits it where it is to be awaited."""
        ...


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft and what it took.

    Attributes:
        draft: The last answer, or the one with the fewest findings when none was faultless.
        model: `provider/name` as the provider reports it, or the engine's own name.
        usage: Attempts and tokens over all requests of this article.
        retries: Why each request after the first was sent, in order.
        warnings: What a reader should know of how the draft was made.
        cached: Whether no request was sent because the answer was known.
        cost_usd: None where the price is unknown.
    """

    draft: Draft
    model: str
    usage: Usage = Usage()
    retries: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    cached: bool = False
    cost_usd: Decimal | None = None


class Engine(Protocol):
    """Makes drafts. Use as a context manager, or call `close` (`aclose` inside a loop)."""

    name: Literal["llm", "rules", "replay"]
    prompt: PromptIdentity | None

    def draft(self, article: Article, judge: Judge, *, repeat: int = 0) -> Drafted:
        """Make a draft of `article`; raises `EngineError` or `UsageError`.

        Drafts with another `repeat` are made anew, whatever is cached.
        """
        ...

    async def adraft(self, article: Article, judge: Judge, *, repeat: int = 0) -> Drafted:
        """`draft`, in an event loop."""
        ...

    def close(self) -> None:
        """Release connections; the engine cannot be used afterwards."""
        ...

    async def aclose(self) -> None:
        """`close`, in the event loop that used the engine."""
        ...
