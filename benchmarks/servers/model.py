"""A model's server that costs next to nothing, in a process of its own: for timing its clients.

    python benchmarks/servers/model.py ANSWER.json SECONDS

Answers every chat completion with the same words after so many seconds, as a tool call where tools
are sent. Prints its address first. `GET /count` tells how many were answered.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path


def replies(words: str) -> tuple[bytes, bytes]:
    """The whole HTTP answer, in words and as a tool call."""
    out = []
    call = {"id": "call_1", "type": "function", "function": {"name": "", "arguments": words}}
    for message, reason in (
        ({"role": "assistant", "content": words}, "stop"),
        ({"role": "assistant", "content": None, "tool_calls": [call]}, "tool_calls"),
    ):
        body = {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 0,
            "model": "bench-1",
            "choices": [{"index": 0, "message": message, "finish_reason": reason}],
            "usage": {"prompt_tokens": 1500, "completion_tokens": 600, "total_tokens": 2100},
        }
        raw = json.dumps(body).replace('"name": ""', '"name": "WireAnswer"').encode()
        out.append(_http(raw))
    return out[0], out[1]


def _http(body: bytes) -> bytes:
    head = (
        f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def main(words: str, seconds: float) -> None:
    plain, tool = replies(words)
    count = 0

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal count
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                if head.startswith(b"GET"):
                    writer.write(_http(str(count).encode()))
                    continue
                size = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
                body = await reader.readexactly(size)
                await asyncio.sleep(seconds)
                count += 1
                writer.write(tool if b'"tools"' in body else plain)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, backlog=1024, limit=2**20)
    port = server.sockets[0].getsockname()[1]
    print(f"http://127.0.0.1:{port}/v1", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]).read_text(encoding="utf-8"), float(sys.argv[2])))
