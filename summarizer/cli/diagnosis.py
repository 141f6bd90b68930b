"""What is configured, what works and what is missing, each with the fix."""

from __future__ import annotations

import os
import platform
import re
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from typing import TYPE_CHECKING, Literal

from summarizer.errors import AuthError, SummarizerError
from summarizer.settings import Settings, config_path, load_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

State = Literal["ok", "warning", "problem"]

RULES = "rules"
SERVER_SECONDS = 10
_REQUIREMENT = re.compile(r"^([\w.-]+)\s*([^;]*)")
_CLAUSE = re.compile(r"(>=|<)\s*([0-9.]+)")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    Attributes:
        name: What it is: python, packages, config, model, key, ….
        state: `problem` where something that is configured cannot work.
        detail: What was found, in a few words; never a key.
        fix: What to do about it, where there is something to do.
    """

    name: str
    state: State
    detail: str
    fix: str | None = None


def diagnose(*, online: bool = False) -> tuple[Check, ...]:
    """Look at everything that a run depends on.

    Args:
        online: Ask the model's server whether it answers; without it nothing leaves the machine.
    """
    return tuple(_checks(online=online))


def _checks(*, online: bool) -> Iterator[Check]:
    yield _python()
    yield from _packages()
    settings, config = _config()
    yield config
    yield _model(settings)
    if settings.model not in {None, RULES}:
        yield from _target(settings, online=online)
    yield _prompts(settings)
    yield _terminal()


def _python() -> Check:
    found = platform.python_version()
    where = f"{found} ({sys.executable})"
    return Check("python", "ok", where)


def _packages() -> Iterator[Check]:
    """One line where all is well, else one for each package that is missing or out of range."""
    try:
        lines = [line for line in requires("summarizer") or () if "extra ==" not in line]
        declared = [_REQUIREMENT.match(line) for line in lines]
    except PackageNotFoundError:
        fix = "pip install the package, so that its requirements are known"
        yield Check("packages", "warning", "summarizer is run without being installed", fix)
        return
    faults = 0
    for found in declared:
        if found is None:
            continue
        name, wanted = found[1], found[2].strip()
        try:
            installed = version(name)
        except PackageNotFoundError:
            faults += 1
            yield Check(name, "problem", "not installed", f"pip install '{name}{wanted}'")
            continue
        if not in_range(installed, wanted):
            faults += 1
            detail = f"{installed}, but {wanted} is needed"
            yield Check(name, "problem", detail, f"pip install '{name}{wanted}'")
    if not faults:
        core = ", ".join(f"{name} {version(name)}" for name in ("openai", "instructor", "pydantic"))
        yield Check("packages", "ok", f"all {len(declared)} in range: {core}, ...")


def in_range(installed: str, wanted: str) -> bool:
    """Whether a version satisfies clauses like ">=1.17,<1.19"; other operators are not judged."""
    have = _numbers(installed)
    for operator, bound in _CLAUSE.findall(wanted):
        if (have >= _numbers(bound)) != (operator == ">="):
            return False
    return True


def _numbers(text: str) -> tuple[int, ...]:
    leading = re.match(r"\d+(?:\.\d+)*", text)
    numbers = [int(part) for part in leading[0].split(".")] if leading else [0]
    while len(numbers) > 1 and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def _config() -> tuple[Settings, Check]:
    path = config_path()
    try:
        settings = load_settings()
    except SummarizerError as fault:
        return Settings(), Check("config", "problem", fault.cause, f"Correct {path}")
    if path.exists():
        return settings, Check("config", "ok", str(path))
    return settings, Check("config", "ok", f"none; it would be {path}")


def _model(settings: Settings) -> Check:
    if not settings.model:
        return Check(
            "model",
            "ok",
            "rules, as none is configured",
            "For an LLM, set SUMMARIZER_MODEL=provider/name, or 'model' in the config file",
        )
    origin = "SUMMARIZER_MODEL" if os.environ.get("SUMMARIZER_MODEL") else "the config file"
    return Check("model", "ok", f"{settings.model} (from {origin})")


def _target(settings: Settings, *, online: bool) -> Iterator[Check]:
    """Whether the configured model can be asked: its name, key and server."""
    from summarizer.engines.llm.target import find_target

    try:
        target = find_target(settings.model or RULES, settings)
    except AuthError as fault:
        yield Check("key", "problem", fault.cause, fault.way_out)
        return
    except SummarizerError as fault:
        yield Check("model", "problem", f"{fault.subject}: {fault.cause}", fault.way_out)
        return
    variable = target.key_variable
    if target.api_key or os.environ.get(variable):
        yield Check("key", "ok", f"{variable} is set")
    elif target.own_server or not target.tuned:
        fix = f"Set {variable}, or what the provider's package reads, if a key is needed"
        yield Check("key", "warning", f"{variable} is not set", fix)
    if target.base_url:
        yield Check("base URL", "ok", target.base_url)
    if not online:
        yield Check("server", "ok", "not asked (--online asks whether it answers)")
    elif target.base_url is None:
        yield Check("server", "warning", "only a server with a base URL can be asked")
    else:
        yield _server(target.base_url, target.api_key)


def _server(base_url: str, key: str | None) -> Check:
    """Ask an OpenAI-compatible server for its list of models, which costs nothing."""
    import httpx2

    url = f"{base_url.rstrip('/')}/models"
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    try:
        answer = httpx2.get(url, headers=headers, timeout=SERVER_SECONDS)
    except (httpx2.HTTPError, httpx2.InvalidURL) as fault:
        fix = "Check the network and the base URL, or use --model rules"
        return Check("server", "problem", f"{url} does not answer ({fault})", fix)
    if answer.status_code in {401, 403}:
        return Check("server", "problem", f"{url} refuses the key", "Correct the key")
    if answer.status_code >= 400:
        detail = f"{url} answers {answer.status_code}"
        return Check("server", "warning", detail, "Some servers keep no list of models")
    return Check("server", "ok", f"{url} answers")


def _prompts(settings: Settings) -> Check:
    from summarizer.engines.prompts import list_prompts, load_prompt

    try:
        found = list_prompts(settings)
        chosen = load_prompt(settings.prompt, settings)
    except SummarizerError as fault:
        fix = fault.way_out or "Correct 'prompt' or 'prompts_dir' in the config file"
        where = f"{fault.subject}: {fault.cause}" if fault.subject else fault.cause
        return Check("prompts", "problem", where, fix)
    return Check("prompts", "ok", f"{len(found)} found; {chosen.name}@{chosen.version} is used")


def _terminal() -> Check:
    from summarizer.cli.console import terminal

    end = terminal()
    what = {"colour": "in colour", "mono": "without colour", "plain": "as plain text"}[end.style]
    return Check("terminal", "ok", f"{end.width} columns, {what}")
