"""A way to a model: the one protocol that the rest of the engine knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from summarizer.engines.exchange import Answer, Request
    from summarizer.engines.recordings import Replayer


class Channel(Protocol):
    """Sends requests, each once; belongs to the event loop that first used it."""

    async def send(self, request: Request) -> Answer:
        """Send one request; raises `Failure` where it got no answer."""
        ...

    async def aclose(self) -> None:
        """Close connections."""
        ...


class Replay:
    """A channel to a folder of recordings."""

    def __init__(self, replayer: Replayer) -> None:
        self._replayer = replayer

    async def send(self, request: Request) -> Answer:
        """Find the answer; raises `RecordingError` where there is none."""
        return self._replayer.find(request)

    async def aclose(self) -> None:
        """Nothing is open."""
