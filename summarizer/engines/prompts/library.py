"""Finding prompts by name and version."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.engines.prompts.files import VERSION, read_prompt
from summarizer.engines.prompts.prompt import unusable
from summarizer.errors import PromptError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.engines.prompts.prompt import Prompt
    from summarizer.settings import Settings


def load_prompt(spec: str, settings: Settings) -> Prompt:
    """Find a prompt by "name", "name@version" or the path of a `.md` file.

    The folder `settings.prompts_dir` is searched before the bundled prompts. Without a version
    the highest is taken.

    Raises:
        PromptError: there is none, or its file cannot be used.
    """
    if spec.endswith(".md"):
        return read_prompt(Path(spec).expanduser())
    name, _, version = spec.partition("@")
    for folder in _folders(settings):
        found = _versions(folder, name)
        if version in found:
            return _read_filed(found[version])
        if found and not version:
            return _read_filed(found[max(found, key=_order)])
    raise _unknown(name, version, settings)


def list_prompts(settings: Settings) -> tuple[Prompt, ...]:
    """Every prompt that `load_prompt` finds by name, by name and version.

    Raises:
        PromptError: a file among them cannot be used.
    """
    paths: dict[tuple[str, str], Path] = {}
    for folder in _folders(settings):
        for name in _names(folder):
            for version, path in _versions(folder, name).items():
                paths.setdefault((name, version), path)
    order = sorted(paths, key=lambda key: (key[0], _order(key[1])))
    return tuple(_read_filed(paths[key]) for key in order)


def _read_filed(path: Path) -> Prompt:
    """Read `<name>/<version>.md`, which must say the same of itself."""
    prompt = read_prompt(path)
    if (prompt.name, prompt.version) != (path.parent.name, path.stem):
        raise unusable(path, f"it calls itself {prompt.name}@{prompt.version}")
    return prompt


def _folders(settings: Settings) -> Iterator[Path]:
    if settings.prompts_dir is not None:
        own = Path(settings.prompts_dir).expanduser()
        if not own.is_dir():
            raise PromptError(
                "the folder of prompts does not exist",
                subject=str(own),
                way_out="Correct prompts_dir in the config file",
            )
        yield own
    package = Path(__file__).resolve().parents[2]
    bundled = package / "_data" / "prompts"
    yield bundled if bundled.is_dir() else package.parent / "prompts"


def _names(folder: Path) -> list[str]:
    return sorted(
        path.name for path in folder.iterdir() if path.is_dir() and any(path.glob("*.md"))
    )


def _versions(folder: Path, name: str) -> dict[str, Path]:
    if not name or name in {".", ".."} or Path(name).name != name:
        return {}
    files = (folder / name).glob("*.md")
    return {path.stem: path for path in files if VERSION.fullmatch(path.stem)}


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _unknown(name: str, version: str, settings: Settings) -> PromptError:
    names = sorted({known for folder in _folders(settings) for known in _names(folder)})
    if name in names:
        versions = sorted({v for f in _folders(settings) for v in _versions(f, name)}, key=_order)
        return PromptError(
            f"the prompt '{name}' has no version '{version}'",
            way_out=f"It has {', '.join(versions)}",
        )
    near = difflib.get_close_matches(name, names, n=1)
    hint = f"Did you mean '{near[0]}'? " if near else ""
    return PromptError(
        f"no prompt '{name}'", way_out=f"{hint}There is {', '.join(names) or 'none'}"
    )
