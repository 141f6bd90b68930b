"""Reading a prompt's file, and refusing what it should not hold."""

from __future__ import annotations

import datetime as dt
import difflib
import hashlib
import re
from typing import TYPE_CHECKING, Any

from summarizer.engines.prompts.prompt import Prompt, unusable
from summarizer.errors import PromptError

if TYPE_CHECKING:
    from pathlib import Path

_FRONT = re.compile(r"\A---\n(?P<front>.*?\n)---\n(?P<body>.*)\Z", re.DOTALL)
_PARTS = re.compile(r"\A\s*# System\n(?P<system>.*?)\n# User\n(?P<user>.*)\Z", re.DOTALL)
VERSION = re.compile(r"[0-9]+(\.[0-9]+)*")
_KEYS = {"name", "version", "description", "language", "created"}
_MAX_BYTES = 1_000_000


def read_prompt(path: Path) -> Prompt:
    """Read a prompt file.

    Raises:
        PromptError: the file is missing or does not have the form described above.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_MAX_BYTES + 1)
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        raise PromptError("no such file", subject=str(path)) from None
    except UnicodeDecodeError as error:
        raise unusable(path, "is not UTF-8 text") from error
    except OSError as error:
        raise unusable(path, f"cannot be read ({error.strerror})") from error
    if len(content) > _MAX_BYTES:
        raise unusable(path, "is too large")
    front = _FRONT.match(text)
    if front is None:
        raise unusable(path, "has no front matter between two lines of ---")
    parts = _PARTS.match(front["body"])
    if parts is None:
        raise unusable(path, "needs a line '# System' and, below it, a line '# User'")
    prompt = Prompt(
        **_metadata(front["front"], path),
        sha256=hashlib.sha256(content).hexdigest(),
        system=parts["system"],
        user=parts["user"],
        source=path,
    )
    prompt.templates  # noqa: B018 - compiles them, so that a mistake shows at once
    return prompt


def _metadata(front: str, path: Path) -> dict[str, Any]:
    import yaml

    try:
        values = yaml.safe_load(front)
    except yaml.YAMLError as error:
        raise unusable(path, f"its front matter is not YAML ({error})") from error
    if not isinstance(values, dict):
        raise unusable(path, "its front matter is not a mapping")
    for key in values:
        if key not in _KEYS:
            near = difflib.get_close_matches(str(key), _KEYS, n=1)
            hint = f", did you mean '{near[0]}'?" if near else f"; known: {_listed(_KEYS)}"
            raise unusable(path, f"its front matter has an unknown key '{key}'{hint}")
    if missing := _KEYS - set(values):
        raise unusable(path, f"its front matter lacks {_listed(missing)}")
    for key in _KEYS - {"created"}:
        if not isinstance(values[key], str) or not values[key].strip():
            raise unusable(path, f"'{key}' in its front matter must be a string (use quotes)")
    if not VERSION.fullmatch(values["version"]):
        raise unusable(path, "'version' in its front matter must be digits, such as \"2\"")
    if type(values["created"]) is not dt.date:
        raise unusable(path, "'created' in its front matter must be a date, such as 2026-01-31")
    return values


def _listed(words: set[str]) -> str:
    return ", ".join(sorted(words))
