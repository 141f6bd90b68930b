"""A prompt, and what it makes of an article."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from summarizer.errors import PromptError
from summarizer.models import PromptIdentity

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    import jinja2

    from summarizer.models import Article


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
            system, user = (part.render(values) for part in self.templates)
        except jinja2.TemplateError as error:
            raise unusable(self.source, f"cannot be rendered: {error}") from error
        except (TypeError, ValueError, ArithmeticError, LookupError) as error:
            # What the expressions of a template raise: it is a program, if a small one.
            raise unusable(self.source, f"cannot be rendered: {error}") from error
        return system.strip(), user.strip()

    @cached_property
    def templates(self) -> tuple[jinja2.Template, jinja2.Template]:
        """The two parts, compiled.

        Raises:
            PromptError: one is not Jinja2.
        """
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
            raise unusable(self.source, f"line {error.lineno} of a part: {error}") from error


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


def unusable(path: Path, why: str) -> PromptError:
    """The error for a file that cannot be used."""
    return PromptError(f"not a usable prompt: {why}", subject=str(path))
