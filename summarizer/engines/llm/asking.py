"""Asking a model until its draft holds, or until there is no use in asking again.

One loop for every provider, and for replayed answers. Instructor reads each answer (see `reading`)
but does not ask again: it would send Pydantic's messages and the addresses of its manual to the
model, retry refusals, and have to be imported to replay a recording.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.engines.exchange import Message
from summarizer.engines.llm.failures import shorten
from summarizer.engines.llm.reading import ReadAnswer
from summarizer.engines.llm.wire import WireError, parse
from summarizer.errors import EngineError, MalformedError, RefusalError, TruncatedError

if TYPE_CHECKING:
    from summarizer.engines.base import Judge
    from summarizer.engines.exchange import Answer, Request
    from summarizer.engines.llm.ledger import Ledger
    from summarizer.models import Draft

Send = Callable[["Request"], Awaitable["Answer"]]
_MOST_FINDINGS = 20
"""In one message: a model that made more mistakes needs no longer list to do it again."""


async def ask(send: Send, request: Request, judge: Judge, *, reasks: int, ledger: Ledger) -> Draft:
    """Get a draft and have it corrected.

    Each re-ask holds the first messages, the last answer and our findings, never the answers
    before: the prompt does not grow with the turns.

    Args:
        send: Sends a request, with whatever retries the transport needs.
        request: The first request.
        judge: Says what is wrong with a draft.
        reasks: How often to ask again at most.
        ledger: Where usage and reasons are kept.

    Returns:
        The first draft without findings, else the one with the fewest; of equals the last.

    Raises:
        EngineError: no answer could be used.
    """
    opening = request.messages
    best: tuple[int, Draft] | None = None
    fault = ""
    said: set[str] = set()
    for turn in range(reasks + 1):
        try:
            answer, request = await _whole(send, request, ledger)
        except EngineError as error:
            if best is None:
                raise
            ledger.note(f"re-ask failed, the best draft so far is kept: {error.cause}")
            break
        try:
            draft = answer.draft if isinstance(answer, ReadAnswer) else parse(answer.text)
        except WireError as error:
            fault = str(error)
            reply, reason = malformed_message(fault), f"malformed answer: {fault}"
        else:
            judged = judge(draft)
            findings = judged if isinstance(judged, tuple) else await judged
            if not findings:
                return draft
            if best is None or len(findings) <= best[0]:
                best = (len(findings), draft)
            reply, reason = findings_message(findings), findings_reason(findings)
        if turn == reasks:
            break
        if answer.text in said:
            ledger.note("the model repeats its answer, so it was not asked again")
            break
        said.add(answer.text)
        ledger.note(f"re-asked, {shorten(reason)}")
        spoken = (Message("assistant", answer.text),) if answer.text.strip() else ()
        request = replace(request, messages=(*opening, *spoken, Message("user", reply)))
    if best is not None:
        return best[1]
    raise MalformedError(
        f"the answer of {request.provider}/{request.model} cannot be used: {fault}",
        way_out="Try again, or use another model",
    )


async def _whole(send: Send, request: Request, ledger: Ledger) -> tuple[Answer, Request]:
    """An answer that is neither refused nor cut off, and the request that it answers.

    An answer that is cut off is asked for once more with twice the room.
    """
    answer = await send(request)
    _check_refusal(answer, request)
    if not answer.truncated:
        return answer, request
    limit = request.max_output_tokens
    ledger.note(f"answer cut off at {limit} tokens, asked again with {2 * limit}")
    wider = replace(request, max_output_tokens=2 * limit)
    error = TruncatedError(
        f"the answer of {request.provider}/{request.model} was cut off at the token limit",
        way_out="Raise max_output_tokens in the config file",
    )
    try:
        answer = await send(wider)
    except EngineError as failure:
        raise error from failure
    _check_refusal(answer, request)
    if answer.truncated:
        raise error
    return answer, wider


def _check_refusal(answer: Answer, request: Request) -> None:
    filtered = (answer.finish_reason or "").lower() in {"content_filter", "refusal", "safety"}
    if answer.refusal is None and not filtered:
        return
    words = shorten(answer.refusal or f"it ended with '{answer.finish_reason}'")
    raise RefusalError(
        f"{request.provider}/{request.model} declines to answer: {words}",
        way_out="Use another model, or --model rules",
    )


def findings_message(findings: tuple[str, ...]) -> str:
    """What the model is told about a draft that does not hold."""
    lines = [f"- {' '.join(finding.split())}" for finding in findings[:_MOST_FINDINGS]]
    more = len(findings) - _MOST_FINDINGS
    if more > 0:
        lines.append(f"- and {more} more of the same kinds")
    return (
        "Your answer was checked against the article. Correct what is wrong:\n"
        + "\n".join(lines)
        + "\nKeep what is right. Drop a figure that the article does not state. "
        "Answer with the whole corrected JSON object."
    )


def malformed_message(fault: str) -> str:
    """What the model is told about an answer that cannot be read."""
    return (
        f"Your answer could not be used: {fault}. "
        "Answer again with the whole JSON object in the form asked for, and nothing else."
    )


def findings_reason(findings: tuple[str, ...]) -> str:
    """The findings in a line, for `retries`."""
    count = len(findings)
    return f"{count} finding{'s' if count != 1 else ''}: {findings[0]}"
