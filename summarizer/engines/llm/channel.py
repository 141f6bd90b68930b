"""A way to a model: the one protocol that the rest of the engine knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from summarizer.engines.exchange import Answer, Request
    from summarizer.engines.recordings import Recorder, Replayer


class Channel(Protocol):
    """Sends requests, each once; belongs to the event loop that first used it."""

    async def send(self, request: Request) -> Answer:
        """Send one request; raises `Failure` where it got no answer."""
        ...

    async def aclose(self) -> None:
        """Close connections."""
        ...


class Recording:
    """Another channel, whose answers are kept."""

    def __init__(self, channel: Channel, recorder: Recorder) -> None:
        self._channel = channel
        self._recorder = recorder

    async def send(self, request: Request) -> Answer:
        """Send, and keep the answer, a refused or truncated one too: a replay needs them all."""
        answer = await self._channel.send(request)
        self._recorder.save(request, answer)
        return answer

    async def aclose(self) -> None:
        """Close the other channel."""
        await self._channel.aclose()


class Replay:
    """A channel to a folder of recordings."""

    def __init__(self, replayer: Replayer) -> None:
        self._replayer = replayer

    async def send(self, request: Request) -> Answer:
        """Find the answer; raises `RecordingError` where there is none."""
        return self._replayer.find(request)

    async def aclose(self) -> None:
        """Nothing is open."""
