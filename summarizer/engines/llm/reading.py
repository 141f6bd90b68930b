"""Instructor's reading of an answer: one attempt a call, the same for every provider.

Instructor asks through a function that it is given or through a provider's client, takes the
answer out of the completion and validates it as the wire model. What it is not let do: ask again
(`asking` does, in our words), retry (one layer does, see `retry`), template messages (its
`context=` runs article text as Jinja2, so it is never given), make a class for each call, keep a
completion alive in a result, or log an answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import TYPE_CHECKING, Any

import anyio

from summarizer.engines.exchange import Answer
from summarizer.engines.llm.completions import answer_of
from summarizer.engines.llm.failures import Failure, not_the_api
from summarizer.engines.llm.quiet import hush, quietly
from summarizer.engines.llm.wire import WireAnswer, WireError, parse, to_draft

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from instructor.core.hooks import Hooks

    from summarizer.engines.llm.target import Target
    from summarizer.models import Draft

_REFUSED = re.compile(r"Unable to generate a response due to (.*)", re.DOTALL)
"""The words in which Instructor refuses to read a refusal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAnswer(Answer):
    """An answer that Instructor could read.

    Attributes:
        draft: What it means. It is not recorded: a replay reads the raw text, by `wire.parse`.
    """

    draft: Draft


def readable(answer: Answer) -> bool:
    """Whether an answer has the form that was asked for."""
    if isinstance(answer, ReadAnswer):
        return True
    try:
        parse(answer.text)
    except WireError:
        return False
    return True


@cache
def wire_model() -> type[WireAnswer]:
    """`WireAnswer` as Instructor wraps it; made once, since a class is never collected."""
    import instructor

    return instructor.response_schema(WireAnswer)


class Reader:
    """Has Instructor ask once, and turns what comes of it into an answer or a failure.

    Args:
        target: Whom the answers are of.
        timeout: Seconds that a whole attempt may take.
    """

    def __init__(self, target: Target, timeout: float) -> None:
        from instructor.core import exceptions, hooks

        self._target = target
        self._timeout = timeout
        self._hooks = hooks.Hooks
        self._incomplete = exceptions.IncompleteOutputException
        self._gave_up = exceptions.InstructorRetryException
        hush()

    async def read(
        self,
        ask: Callable[[Hooks], Awaitable[WireAnswer | None]],
        failure: Callable[[BaseException], Failure],
    ) -> Answer:
        """Ask once.

        Args:
            ask: Starts Instructor's attempt, with `max_retries=0` and these hooks.
            failure: Says what an exception means that left no answer.

        Returns:
            A `ReadAnswer` where Instructor read it; else the raw answer: refused, cut off, or
            without the form that was asked for.

        Raises:
            Failure: no answer came.
        """
        heard = _Heard(self._target)
        hooks = self._hooks()
        hooks.on("completion:response", heard)
        cause: BaseException
        try:
            # A client's own time-out starts anew with every byte that comes; this one does not.
            with quietly(), anyio.fail_after(self._timeout):
                wire = await ask(hooks)
            return heard.as_read(wire)
        except self._incomplete:
            return replace(heard.answer, finish_reason="length")
        except self._gave_up as error:
            cause = error.__cause__ or error
        except Exception as error:  # noqa: BLE001 - every provider's package raises its own kinds
            cause = error
        # Raised out here, so that Instructor's exception, which holds the article, is let go.
        if heard.page is not None:
            raise not_the_api(heard.page, self._target)
        refused = _REFUSED.match(str(cause)) if isinstance(cause, AssertionError) else None
        if refused:
            return replace(heard.answer, text="", refusal=refused[1])
        if heard.came and isinstance(cause, ValueError):  # as all of its errors of form are
            return heard.answer
        if isinstance(cause, Failure):
            raise cause
        raise failure(cause) from cause


class _Heard:
    """Keeps a completion's answer before Instructor adds up its tokens in place.

    In doing so Instructor turns counts that are not known into 0.
    """

    def __init__(self, target: Target) -> None:
        self._target = target
        self.came = False
        self.page: str | None = None
        self.answer = Answer("")

    def __call__(self, completion: Any) -> None:  # noqa: ANN401 - any provider's type
        if isinstance(completion, str):  # what an SDK makes of a web page
            self.page = completion
            return
        self.came = True
        self.answer = answer_of(completion, self._target)

    def as_read(self, wire: WireAnswer | None) -> Answer:
        """The answer with its draft; nothing of `wire`, which holds the completion, is kept."""
        if wire is None:
            return self.answer
        kept = {field.name: getattr(self.answer, field.name) for field in fields(Answer)}
        # In a shape that we do not know the words are not found: then as Instructor read them.
        kept["text"] = self.answer.text or wire.model_dump_json()
        return ReadAnswer(**kept, draft=to_draft(wire))
