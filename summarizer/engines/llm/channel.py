"""A way to a model: the one protocol that the rest of the engine knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from summarizer.engines.exchange import Answer, Request


class Channel(Protocol):
    """Sends requests, each once; belongs to the event loop that first used it."""

    async def send(self, request: Request) -> Answer:
        """Send one request; raises `Failure` where it got no answer."""
        ...

    async def aclose(self) -> None:
        """Close connections."""
        ...


class Known(Protocol):
    """Answers that were given before: recordings, or what a batch brought."""

    def find(self, request: Request, /) -> Answer:
        """The answer to a request; raises `EngineError` where there is none."""
        ...


class Replay:
    """A channel to answers that are known: nothing is sent."""

    def __init__(self, known: Known) -> None:
        self._known = known

    async def send(self, request: Request) -> Answer:
        """Find the answer; raises `EngineError` where there is none."""
        return self._known.find(request)

    async def aclose(self) -> None:
        """Nothing is open."""
