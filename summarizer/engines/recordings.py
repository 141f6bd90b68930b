"""Recordings: raw answers in a folder, each under the hash of its request.

A recording is one JSON file, `<sha256 of the request>.json`, with the request beside the answer
so that a person can read what was asked. `Recorder` writes them, `Replayer` answers from them and
never calls out. Raw answers are kept, not drafts: a better parser profits from an old recording.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict

from summarizer.engines.exchange import Answer
from summarizer.errors import ModelError, RecordingError
from summarizer.usage import Usage

if TYPE_CHECKING:
    from summarizer.engines.exchange import Request

FORMAT = 1


class _Kept(TypedDict):
    text: str
    finish_reason: str | None
    refusal: str | None
    model: str | None
    input_tokens: int | None
    output_tokens: int | None
    cost_usd: str | None


class Recorder:
    """Keeps answers in `folder`, which is made when the first one comes.

    Raises:
        RecordingError: by `save`, when the folder cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def save(self, request: Request, answer: Answer) -> Path:
        """Write one recording, whole or not at all; an older one of the same request goes."""
        kept: _Kept = {
            "text": answer.text,
            "finish_reason": answer.finish_reason,
            "refusal": answer.refusal,
            "model": answer.model,
            "input_tokens": answer.usage.input_tokens,
            "output_tokens": answer.usage.output_tokens,
            "cost_usd": None if answer.cost_usd is None else format(answer.cost_usd, "f"),
        }
        now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        content = {
            "format": FORMAT,
            "created_at": now,
            "request": request.as_dict(),
            "answer": kept,
        }
        path = self.folder / f"{request.sha256()}.json"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            _write(path, json.dumps(content, indent=1) + "\n")
        except OSError as error:
            raise RecordingError(
                f"the recording cannot be written ({error.strerror or error})",
                subject=str(self.folder),
                way_out="Choose another folder for --record",
            ) from error
        return path


class Replayer:
    """Answers requests from the recordings in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def find(self, request: Request) -> Answer:
        """The recorded answer; its usage is what it took then, with 0 attempts now.

        Raises:
            RecordingError: there is none, or its file cannot be read.
        """
        digest = request.sha256()
        path = self.folder / f"{digest}.json"
        if not path.exists():
            raise RecordingError(
                f"no recording {digest} of this request to {request.provider}/{request.model}",
                subject=str(self.folder),
                way_out=f"Run once with --record {self.folder} and a model to make it",
            )
        content = _read(path)
        try:
            kept = content["answer"]
            return Answer(
                text=kept["text"],
                finish_reason=kept["finish_reason"],
                refusal=kept["refusal"],
                model=kept["model"],
                usage=Usage(0, kept["input_tokens"], kept["output_tokens"]),
                cost_usd=None if kept["cost_usd"] is None else Decimal(kept["cost_usd"]),
            )
        except (KeyError, TypeError, InvalidOperation) as error:
            raise _broken(path, f"lacks {error}") from error

    def only_model(self) -> str:
        """`provider/name` of the model that all recordings are of.

        Raises:
            RecordingError: there is no recording.
            ModelError: they are of several models.
        """
        models = set()
        for path in sorted(self.folder.glob("*.json")):
            try:
                request = _read(path)["request"]
                models.add(f"{request['provider']}/{request['model']}")
            except (KeyError, TypeError) as error:
                raise _broken(path, f"lacks {error}") from error
        if not models:
            raise RecordingError(
                "no recordings here",
                subject=str(self.folder),
                way_out=f"Make them with --record {self.folder} and a model",
            )
        if len(models) > 1:
            raise ModelError(
                f"recordings of {len(models)} models: {', '.join(sorted(models))}",
                subject=str(self.folder),
                way_out="Say which with --model",
            )
        return str(models.pop())


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise _broken(path, str(error)) from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise _broken(path, f"is not of format {FORMAT}")
    return content


def _broken(path: Path, why: str) -> RecordingError:
    return RecordingError(
        f"not a usable recording: {why}", subject=str(path), way_out="Delete it and record again"
    )


def _write(path: Path, text: str) -> None:
    """Write through a temporary file beside `path`, so that no reader sees half of it."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with open(descriptor, "w", encoding="utf-8") as file:  # noqa: PTH123 - a descriptor
            file.write(text)
        os.replace(name, path)  # noqa: PTH105 - beside mkstemp's string
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
