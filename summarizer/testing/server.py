"""A scripted server that speaks OpenAI's Chat Completions API on the loopback interface."""

from __future__ import annotations

import json
import socket
import threading
from collections import deque
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Self

from summarizer.testing.answers import wire_answer
from summarizer.testing.replies import Reply, completion, error

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

    from summarizer.models import Draft


@dataclass(frozen=True, slots=True)
class Seen:
    """A request that reached the server.

    Attributes:
        path: Such as "/v1/chat/completions".
        headers: With lower-case names.
        body: The JSON body.
        connection: The client's port: equal for requests over one connection.
    """

    path: str
    headers: Mapping[str, str]
    body: Mapping[str, Any]
    connection: int

    @property
    def messages(self) -> list[dict[str, Any]]:
        """The conversation that was sent."""
        return list(self.body.get("messages", []))

    @property
    def text(self) -> str:
        """All message contents, joined by blank lines."""
        return "\n\n".join(str(message.get("content")) for message in self.messages)


class ScriptedServer:
    """Answers each request with the next reply of its queue, over real HTTP.

    Use as a context manager; point `base_url` at it (`OPENAI_BASE_URL`, or the setting). With an
    empty queue it answers 500 and says so, unless `respond` is given.

    Args:
        respond: Called for every request that finds the queue empty.

    Example:
        >>> with ScriptedServer() as server:
        ...     server.text("not JSON")
        ...     server.base_url.startswith("http://127.0.0.1:")
        True
    """

    def __init__(self, respond: Callable[[Seen], Reply] | None = None) -> None:
        self._respond = respond
        self._queue: deque[Reply] = deque()
        self._seen: list[Seen] = []
        self._lock = threading.Lock()
        self._arrived = threading.Condition(self._lock)
        self._gates: list[threading.Event] = []
        self._stopping = threading.Event()
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def base_url(self) -> str:
        """The address to give to a client."""
        if self._server is None:
            msg = "the server does not run: use it in a with block"
            raise RuntimeError(msg)
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    @property
    def requests(self) -> tuple[Seen, ...]:
        """Every request so far, in order of arrival."""
        with self._lock:
            return tuple(self._seen)

    def wait_for(self, count: int, seconds: float = 10.0) -> None:
        """Wait until `count` requests have arrived.

        Raises:
            TimeoutError: they have not, within `seconds`.
        """
        with self._lock:
            if not self._arrived.wait_for(lambda: len(self._seen) >= count, seconds):
                msg = f"{len(self._seen)} of {count} requests arrived within {seconds:g} s"
                raise TimeoutError(msg)

    def enqueue(self, reply: Reply) -> None:
        """Put a reply at the end of the queue."""
        with self._lock:
            self._queue.append(reply)

    def answer(self, answer: Draft | Mapping[str, Any], **options: Any) -> None:  # noqa: ANN401
        """Answer with a summary: a draft, or the JSON object itself; options of `completion`."""
        self.enqueue(completion(json.dumps(wire_answer(answer)), **options))

    def text(self, content: str, **options: Any) -> None:  # noqa: ANN401 - see `completion`
        """Answer with these words, whatever they are."""
        self.enqueue(completion(content, **options))

    def truncated(self, content: str = '{"headline": "Cut', **options: Any) -> None:  # noqa: ANN401
        """Answer with words that were cut off at the token limit."""
        self.enqueue(completion(content, finish_reason="length", **options))

    def refusal(self, words: str = "I can't help with that.", **options: Any) -> None:  # noqa: ANN401
        """Decline to answer."""
        self.enqueue(completion(None, refusal=words, **options))

    def status(
        self,
        code: int,
        *,
        retry_after: str | float | None = None,
        body: object = None,
        message: str | None = None,
    ) -> None:
        """Answer with an HTTP error; `retry_after` is seconds or an HTTP date."""
        self.enqueue(error(code, retry_after=retry_after, body=body, message=message))

    def html(self, page: str = "<!doctype html><title>Sign in</title>", code: int = 200) -> None:
        """Answer with a web page, as a captive portal does."""
        self.enqueue(Reply(code, page.encode(), "text/html"))

    def drop(self) -> None:
        """Cut the connection instead of answering."""
        self.enqueue(Reply(0, b"", action="drop"))

    def slow(self, seconds: float, then: Reply | None = None) -> threading.Event:
        """Answer after `seconds`, or as soon as the event that this returns is set."""
        gate = threading.Event()
        self._gates.append(gate)
        late = then or error(503, message="scripted slow answer")
        self.enqueue(replace(late, action="slow", gate=gate, seconds=seconds))
        return gate

    def start(self) -> Self:
        """Listen on a free port."""
        self._server = _Server(self)
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.02,), name="scripted-server", daemon=True
        )
        self._thread.start()
        return self

    def stop(self) -> None:
        """Let slow answers go, and close every connection."""
        for gate in (*self._gates, self._stopping):
            gate.set()
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        exception: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    def _take(self, seen: Seen) -> Reply:
        with self._lock:
            self._seen.append(seen)
            self._arrived.notify_all()
            if self._queue:
                return self._queue.popleft()
        if self._respond is not None:
            return self._respond(seen)
        return error(500, message="the scripted server's queue is empty: enqueue another reply")


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256  # many clients connect at once

    def __init__(self, script: ScriptedServer) -> None:
        self.script = script
        self._open: set[socket.socket] = set()
        self._guard = threading.Lock()
        super().__init__(("127.0.0.1", 0), _Handler)

    def opened(self, connection: socket.socket) -> None:
        with self._guard:
            self._open.add(connection)

    def closed(self, connection: socket.socket) -> None:
        with self._guard:
            self._open.discard(connection)

    def server_close(self) -> None:
        with self._guard:
            for connection in self._open:
                _cut(connection)
        super().server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401
        """A client that went away is what some tests are about: no word on stderr."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # keep-alive
    server: _Server
    wbufsize = -1  # headers and body in one packet: no wait for Nagle's algorithm
    disable_nagle_algorithm = True

    def setup(self) -> None:
        super().setup()
        self.server.opened(self.connection)

    def finish(self) -> None:
        self.server.closed(self.connection)
        super().finish()

    def do_POST(self) -> None:
        """Answer a request."""
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        try:
            body = json.loads(raw)
        except ValueError:
            body = {}
        headers = {name.lower(): value for name, value in self.headers.items()}
        seen = Seen(self.path, headers, body, self.client_address[1])
        reply = self.server.script._take(seen)  # noqa: SLF001 - two halves of one thing
        if reply.action == "slow":
            (reply.gate or self.server.script._stopping).wait(reply.seconds)  # noqa: SLF001 - the same
        if reply.action == "drop":
            self.close_connection = True
            _cut(self.connection)
            return
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", reply.content_type)
        self.send_header("Content-Length", str(len(reply.content)))
        self.end_headers()
        self.wfile.write(reply.content)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401 - the base's
        """Say nothing on stderr."""


def _cut(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:  # the client was quicker
        return
