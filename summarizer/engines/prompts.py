"""Prompts: versioned Markdown templates, `<name>/<version>.md`, known by the hash of their file.

A prompt file has YAML front matter between two `---` lines, then a part under the line `# System`
and one under the line `# User`. Both are Jinja2, rendered in a sandbox, with an error for every
name that is not defined. They see:

- `article`: title, byline, published, site, language (strings, or none);
- `sentences`: a list of number (from 1) and text, word for word;
- `boundary`: a name that the article does not contain, for the tags around it;
- `limits`: headline_words, summary_sentences, key_points, figures.

Article text is a value of the template, never a part of it: markup in an article stays as it is.
"""

from __future__ import annotations

import datetime as dt
import difflib
import hashlib
import re
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.errors import PromptError
from summarizer.models import PromptIdentity

if TYPE_CHECKING:
    from collections.abc import Iterator

    import jinja2

    from summarizer.models import Article
    from summarizer.settings import Settings

_FRONT = re.compile(r"\A---\n(?P<front>.*?\n)---\n(?P<body>.*)\Z", re.DOTALL)
_PARTS = re.compile(r"\A\s*# System\n(?P<system>.*?)\n# User\n(?P<user>.*)\Z", re.DOTALL)
_VERSION = re.compile(r"[0-9]+(\.[0-9]+)*")
_KEYS = {"name", "version", "description", "language", "created"}
_MAX_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a summary may hold."""

    headline_words: int = 14
    summary_sentences: int = 3
    key_points: int = 5
    figures: int = 12


@dataclass(frozen=True)
class Prompt:
    """A prompt file.

    Attributes:
        name: What it is for, such as "summarize".
        version: Digits with points between them.
        sha256: Of the file's bytes, in hex.
        description: What is special about it, in a line.
        language: ISO 639-1, the language that it is written in.
        created: The day it was made.
        system: The template of the system message.
        user: The template of the user message.
        source: Where the file is.
    """

    name: str
    version: str
    sha256: str
    description: str
    language: str
    created: dt.date
    system: str
    user: str
    source: Path

    @property
    def identity(self) -> PromptIdentity:
        """Name, version and hash."""
        return PromptIdentity(name=self.name, version=self.version, sha256=self.sha256)

    def render(self, article: Article, limits: Limits | None = None) -> tuple[str, str]:
        """The system and the user message for an article.

        Raises:
            PromptError: the template uses what it is not given, or what the sandbox forbids.
        """
        import jinja2

        values = {
            "article": _about(article),
            "sentences": [
                {"number": number, "text": article.text[start:end]}
                for number, (start, end) in enumerate(article.sentences, 1)
            ],
            "boundary": boundary(article),
            "limits": asdict(limits or Limits()),
        }
        try:
            system, user = (part.render(values) for part in self._templates)
        except jinja2.TemplateError as error:
            raise _broken(self.source, f"cannot be rendered: {error}") from error
        except (TypeError, ValueError, ArithmeticError, LookupError) as error:
            # What the expressions of a template raise: it is a program, if a small one.
            raise _broken(self.source, f"cannot be rendered: {error}") from error
        return system.strip(), user.strip()

    @cached_property
    def _templates(self) -> tuple[jinja2.Template, jinja2.Template]:
        import jinja2
        from jinja2.sandbox import ImmutableSandboxedEnvironment

        environment = ImmutableSandboxedEnvironment(
            undefined=jinja2.StrictUndefined,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        try:
            return environment.from_string(self.system), environment.from_string(self.user)
        except jinja2.TemplateSyntaxError as error:
            raise _broken(self.source, f"line {error.lineno} of a part: {error}") from error


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
        raise _broken(path, "is not UTF-8 text") from error
    except OSError as error:
        raise _broken(path, f"cannot be read ({error.strerror})") from error
    if len(content) > _MAX_BYTES:
        raise _broken(path, "is too large")
    front = _FRONT.match(text)
    if front is None:
        raise _broken(path, "has no front matter between two lines of ---")
    parts = _PARTS.match(front["body"])
    if parts is None:
        raise _broken(path, "needs a line '# System' and, below it, a line '# User'")
    prompt = Prompt(
        **_metadata(front["front"], path),
        sha256=hashlib.sha256(content).hexdigest(),
        system=parts["system"],
        user=parts["user"],
        source=path,
    )
    prompt._templates  # noqa: B018, SLF001 - compiles them, so that a mistake shows at once
    return prompt


def _read_filed(path: Path) -> Prompt:
    """Read `<name>/<version>.md`, which must say the same of itself."""
    prompt = read_prompt(path)
    if (prompt.name, prompt.version) != (path.parent.name, path.stem):
        raise _broken(path, f"it calls itself {prompt.name}@{prompt.version}")
    return prompt


def boundary(article: Article) -> str:
    """A name for the tags around the article that nothing in the article can forge.

    It is taken from the article's hash, so that the same article gives the same request.
    """
    known = "\n".join(filter(None, [*_about(article).values(), article.text]))
    digest = hashlib.sha256(known.encode("utf-8", "surrogatepass")).hexdigest()
    while (name := f"article-{digest[:16]}") in known:
        digest = hashlib.sha256(digest.encode()).hexdigest()
    return name


def _about(article: Article) -> dict[str, str | None]:
    """What is known about an article, each in one line: a page may say anything here."""
    known = {
        "title": article.title,
        "byline": article.byline,
        "published": article.published and article.published.isoformat(),
        "site": article.site,
        "language": article.language,
    }
    return {key: " ".join(value.split()) if value else None for key, value in known.items()}


def _metadata(front: str, path: Path) -> dict[str, Any]:
    import yaml

    try:
        values = yaml.safe_load(front)
    except yaml.YAMLError as error:
        raise _broken(path, f"its front matter is not YAML ({error})") from error
    if not isinstance(values, dict):
        raise _broken(path, "its front matter is not a mapping")
    for key in values:
        if key not in _KEYS:
            near = difflib.get_close_matches(str(key), _KEYS, n=1)
            hint = f", did you mean '{near[0]}'?" if near else f"; known: {_listed(_KEYS)}"
            raise _broken(path, f"its front matter has an unknown key '{key}'{hint}")
    if missing := _KEYS - set(values):
        raise _broken(path, f"its front matter lacks {_listed(missing)}")
    for key in _KEYS - {"created"}:
        if not isinstance(values[key], str) or not values[key].strip():
            raise _broken(path, f"'{key}' in its front matter must be a string (use quotes)")
    if not _VERSION.fullmatch(values["version"]):
        raise _broken(path, "'version' in its front matter must be digits, such as \"2\"")
    if type(values["created"]) is not dt.date:
        raise _broken(path, "'created' in its front matter must be a date, such as 2026-01-31")
    return values


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
    package = Path(__file__).resolve().parent.parent
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
    return {path.stem: path for path in files if _VERSION.fullmatch(path.stem)}


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


def _broken(path: Path, why: str) -> PromptError:
    return PromptError(f"not a usable prompt: {why}", subject=str(path))


def _listed(words: set[str]) -> str:
    return ", ".join(sorted(words))
