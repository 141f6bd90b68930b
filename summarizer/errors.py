"""Every error a caller can meet.

    SummarizerError
    ├── UsageError                wrong options or configuration               exit code 2
    │   ├── ConfigError           a config file or variable that cannot be used
    │   ├── PromptError           no such prompt, or one that cannot be used
    │   ├── ModelError            no such provider or model, or its package is missing
    │   ├── AuthError             no API key, or one that the provider refuses
    │   └── GoldenError           a golden case, a run or a gate that cannot be used
    ├── InputError                this input cannot be used                     exit code 3
    │   ├── DecodeError           binary, or text in no encoding that we know
    │   ├── TooLargeError         over the size limit
    │   ├── FetchError            a URL that could not be read
    │   └── NoArticleError        a page without an article
    └── EngineError               the engine gave no usable draft               exit code 3
        ├── TransportError        the provider could not be reached, or kept failing
        ├── RateLimitError        the provider kept asking us to slow down
        ├── RefusalError          the model declined to answer
        ├── TruncatedError        the answer was cut off at the token limit
        ├── MalformedError        the answer does not have the form that was asked for
        ├── RecordingError        `--replay` has no answer for this request
        ├── DeadlineError         the article took longer than it may
        ├── BudgetError           not asked: the run's dollars, tokens or time are spent
        ├── BatchError            the provider's batch gave no answer for this article
        └── FaultError            a fault of this program, met with this article

An error is one line for the reader: what (the input or option), why, and the way out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from decimal import Decimal

    from summarizer.usage import Usage


class SummarizerError(Exception):
    """Anything that this package raises on purpose.

    Args:
        cause: What is wrong, in a few words, without a final stop.
        subject: The input, option or file that it is about.
        way_out: What the reader can do about it, a sentence without a final stop.
    """

    exit_code: ClassVar[int] = 1

    def __init__(
        self, cause: str, *, subject: str | None = None, way_out: str | None = None
    ) -> None:
        super().__init__(cause)
        self.cause = cause
        self.subject = subject
        self.way_out = way_out

    def __str__(self) -> str:
        line = f"{self.subject}: {self.cause}" if self.subject else self.cause
        if not self.way_out:
            return line
        return f"{line}. {self.way_out}{'' if self.way_out.endswith('?') else '.'}"

    @property
    def code(self) -> str:
        """The kind of error as a stable word: `no_article`, `rate_limit`, …."""
        name = type(self).__name__.removesuffix("Error")
        return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


class UsageError(SummarizerError):
    """Wrong options or configuration: nothing was done."""

    exit_code = 2


class ConfigError(UsageError):
    """A config file or an environment variable that cannot be used."""


class PromptError(UsageError):
    """A prompt that does not exist or cannot be used."""


class ModelError(UsageError):
    """A provider or model that does not exist, or whose package is not installed."""


class AuthError(UsageError):
    """No API key, or one that the provider refuses."""


class GoldenError(UsageError):
    """A golden case, a run of the evals, a baseline or a gate that cannot be used."""


class InputError(SummarizerError):
    """An input that cannot be used; in a run of several the others go on."""

    exit_code = 3


class DecodeError(InputError):
    """Binary data, or text in no encoding that we know."""


class TooLargeError(InputError):
    """An input over the size limit."""


class FetchError(InputError):
    """A URL that could not be read."""


class NoArticleError(InputError):
    """A page in which no article was found."""


class EngineError(SummarizerError):
    """The engine gave no usable draft.

    Attributes:
        usage: Tokens and attempts spent until the error, or None where no engine was called.
        cost_usd: What they cost, or None where that is unknown.
    """

    exit_code = 3

    def __init__(
        self,
        cause: str,
        *,
        subject: str | None = None,
        way_out: str | None = None,
        usage: Usage | None = None,
    ) -> None:
        super().__init__(cause, subject=subject, way_out=way_out)
        self.usage = usage
        self.cost_usd: Decimal | None = None


class TransportError(EngineError):
    """The provider could not be reached, or kept failing."""


class RateLimitError(EngineError):
    """The provider kept asking us to slow down."""


class RefusalError(EngineError):
    """The model declined to answer."""


class TruncatedError(EngineError):
    """The answer was cut off at the token limit."""


class MalformedError(EngineError):
    """The answer does not have the form that was asked for."""


class RecordingError(EngineError):
    """`--replay` has no answer for this request."""


class DeadlineError(EngineError):
    """The article took longer than it may."""


class BudgetError(EngineError):
    """Not asked, or not to the end: the run's dollars, tokens or time are spent."""


class BatchError(EngineError):
    """The provider's batch ended without an answer for this article."""


class FaultError(EngineError):
    """A fault of this program, met with one article of many: the others go on."""
