"""A local server that speaks OpenAI's Files and Batch APIs, as far as a batch needs them."""

from __future__ import annotations

import json
import random
import re
import threading
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Literal, Self

from summarizer.testing.faults import own_words
from summarizer.testing.replies import Reply, completion
from summarizer.testing.server import Seen

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

Outcome = Literal["completed", "expired", "cancelled", "failed"]
_COURSE = ("validating", "in_progress", "finalizing")


def _answer(seen: Seen) -> Reply:
    return completion(json.dumps(own_words(seen)))


class BatchServer:
    """Takes files, makes batches of them and answers each request once; use in a with block.

    A batch goes one step each time that it is asked for: validating, in_progress, finalizing, and
    its outcome. Answers come in another order than the requests.

    Args:
        respond: The reply to one request; a status of 400 or more goes into the error file.
        outcome: How batches end.
        answered: Requests that are answered before a batch expires or is cancelled.
        repeated: Write every answer twice.

    Attributes:
        files: Name to content.
        batches: Name to the batch as the API shows it.
    """

    def __init__(
        self,
        respond: Callable[[Seen], Reply] = _answer,
        *,
        outcome: Outcome = "completed",
        answered: int = 0,
        repeated: bool = False,
    ) -> None:
        self.files: dict[str, bytes] = {}
        self.batches: dict[str, dict[str, Any]] = {}
        self.respond = respond
        self.outcome = outcome
        self.answered = answered
        self.repeated = repeated
        self._lock = threading.Lock()
        script = self

        class Handler(_Handler):
            server_script = script

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.02,), name="batch-server", daemon=True
        )

    @property
    def base_url(self) -> str:
        """The address to give to a client."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def handle(self, method: str, path: str, body: bytes, kind: str) -> tuple[int, bytes]:
        """The answer to one HTTP request: its status and body."""
        with self._lock:
            if method == "POST" and path == "/v1/files":
                return 200, _dumps(self._upload(body, kind))
            if method == "POST" and path == "/v1/batches":
                return self._create(json.loads(body))
            if method == "GET" and path == "/v1/batches":
                every = list(self.batches.values())
                return 200, _dumps({"object": "list", "data": every, "has_more": False})
            if found := re.fullmatch(r"/v1/batches/([^/]+)", path):
                batch = self.batches.get(found[1])
                return _missing() if batch is None else (200, _dumps(self._step(batch)))
            if found := re.fullmatch(r"/v1/files/([^/]+)/content", path):
                content = self.files.get(found[1])
                return _missing() if content is None else (200, content)
        return _missing()

    def _upload(self, body: bytes, kind: str) -> dict[str, Any]:
        parsed = BytesParser(policy=HTTP).parsebytes(
            b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body
        )
        parts: dict[str, bytes] = {}
        for part in parsed.walk():
            field = part.get_param("name", header="content-disposition")
            content = part.get_payload(decode=True)
            if isinstance(field, str) and isinstance(content, bytes):
                parts[field] = content
        name = f"file-{len(self.files) + 1}"
        self.files[name] = parts["file"]
        return {
            "id": name,
            "object": "file",
            "bytes": len(self.files[name]),
            "created_at": 0,
            "filename": "part.jsonl",
            "purpose": parts["purpose"].decode(),
            "status": "processed",
        }

    def _create(self, wanted: dict[str, Any]) -> tuple[int, bytes]:
        if wanted.get("input_file_id") not in self.files:
            return _missing()
        name = f"batch_{len(self.batches) + 1}"
        self.batches[name] = {
            "id": name,
            "object": "batch",
            "endpoint": wanted["endpoint"],
            "input_file_id": wanted["input_file_id"],
            "completion_window": wanted["completion_window"],
            "status": "validating",
            "created_at": 0,
            "metadata": wanted.get("metadata"),
            "request_counts": {"total": 0, "completed": 0, "failed": 0},
        }
        return 200, _dumps(self.batches[name])

    def _step(self, batch: dict[str, Any]) -> dict[str, Any]:
        if batch["status"] not in _COURSE:
            return batch
        lines = [json.loads(line) for line in self.files[batch["input_file_id"]].splitlines()]
        batch["request_counts"]["total"] = len(lines)
        at = _COURSE.index(batch["status"])
        if at + 1 < len(_COURSE) and not (self.outcome == "failed" and at == 0):
            batch["status"] = _COURSE[at + 1]
            return batch
        batch["status"] = self.outcome
        if self.outcome == "failed":
            fault = {"code": "invalid_json_line", "message": "line 1 cannot be used", "line": 1}
            batch["errors"] = {"object": "list", "data": [fault]}
        else:
            self._finish(batch, lines)
        return batch

    def _finish(self, batch: dict[str, Any], lines: list[dict[str, Any]]) -> None:
        count = len(lines) if self.outcome == "completed" else self.answered
        good: list[dict[str, Any]] = []
        bad: list[dict[str, Any]] = []
        for number, line in enumerate(lines):
            record: dict[str, Any] = {"id": f"r{number}", "custom_id": line["custom_id"]}
            if number >= count:
                record |= {"response": None, "error": {"code": f"batch_{self.outcome}"}}
                bad.append(record)
                continue
            reply = self.respond(Seen(line["url"], {}, line["body"], 0))
            said = {"status_code": reply.status, "body": json.loads(reply.content)}
            record |= {"response": said, "error": None}
            (good if reply.status == 200 else bad).append(record)
        if self.repeated:
            good += good
        random.Random(1).shuffle(good)  # noqa: S311 - chance that can be repeated
        batch["request_counts"] |= {"completed": len(good), "failed": len(bad)}
        for field, records in (("output_file_id", good), ("error_file_id", bad)):
            if records:
                name = f"file-{len(self.files) + 1}"
                self.files[name] = b"".join(_dumps(record) + b"\n" for record in records)
                batch[field] = name


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_script: BatchServer
    wbufsize = -1

    def do_GET(self) -> None:
        """Answer a request."""
        self._answer("GET")

    def do_POST(self) -> None:
        """Answer a request."""
        self._answer("POST")

    def _answer(self, method: str) -> None:
        body = self._body()
        path = self.path.partition("?")[0]
        kind = self.headers.get("Content-Type") or ""
        status, content = self.server_script.handle(method, path, body, kind)
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        out = b""
        while size := int(self.rfile.readline(), 16):
            out += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return out

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401 - the base's
        """Say nothing on stderr."""


def _dumps(value: object) -> bytes:
    return json.dumps(value).encode()


def _missing() -> tuple[int, bytes]:
    return 404, _dumps({"error": {"message": "no such object", "code": "not_found"}})
