"""OpenAI's Batch API: a file of requests in, files of answers out within a day, at half the price.

Format: https://platform.openai.com/docs/api-reference/batch.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, Self, TypeVar

from summarizer.engines.llm.completions import answer_of
from summarizer.engines.llm.failures import from_exception, from_status, unknown
from summarizer.engines.llm.openai_channel import Dialects, body
from summarizer.engines.llm.quiet import hush, quietly
from summarizer.errors import BatchError, SummarizerError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path
    from types import TracebackType

    from summarizer.engines.exchange import Answer, Request
    from summarizer.engines.llm.target import Target

T = TypeVar("T")

MOST_REQUESTS = 50_000
MOST_BYTES = 200_000_000
"""In one file; as the API has it."""
DISCOUNT = Decimal("0.5")
"""What a batch's tokens cost of the usual price: https://platform.openai.com/docs/guides/batch."""
ENDED = frozenset({"completed", "failed", "expired", "cancelled"})
_ENDPOINT: Final = "/v1/chat/completions"
_TAG = "summarizer_part"
_ATTEMPTS = 4


@dataclass(frozen=True, slots=True)
class BatchStatus:
    """How a batch is going.

    Attributes:
        id: The provider's name for it.
        status: In the provider's word: validating, in_progress, completed, expired, ….
        total: Requests in it.
        completed: Of them answered.
        failed: Of them failed.
        files: Of answers and of errors, as far as there are any.
        faults: Why a whole batch failed, in the provider's words.
    """

    id: str
    status: str
    total: int
    completed: int
    failed: int
    files: tuple[str, ...]
    faults: tuple[str, ...] = ()

    @property
    def ended(self) -> bool:
        """Whether nothing more will come."""
        return self.status in ENDED


class BatchApi:
    """Speaks the Batch API; use as a context manager.

    The requests of this API are few, so that the SDK's own retries are the one layer here.

    Raises:
        UsageError: the provider is not openai.
    """

    def __init__(self, target: Target, timeout: float) -> None:
        if not target.tuned:
            raise UsageError(
                f"{target.provider} has no batches here",
                subject=target.spec,
                way_out="Use openai/NAME, or summarize without a batch",
            )
        import openai

        self._target = target
        self._timeout = timeout
        self._dialect = Dialects(target).current
        self._client = openai.OpenAI(
            api_key=target.api_key or "none",
            base_url=target.base_url,
            max_retries=_ATTEMPTS - 1,
            timeout=timeout,
        )
        hush()

    def line(self, request: Request) -> str:
        """A request as a line of a batch's file, named by its hash."""
        record = {
            "custom_id": request.sha256(),
            "method": "POST",
            "url": _ENDPOINT,
            "body": body(request, self._dialect),
        }
        return json.dumps(record, separators=(",", ":")) + "\n"

    def submit(self, path: Path, tag: str) -> str:
        """Upload a file of lines and make a batch of it; its id.

        A batch that was made under this tag before is taken instead of a second one.
        """

        def work() -> str:
            for batch in self._client.batches.list(limit=100):
                if (batch.metadata or {}).get(_TAG) == tag:
                    return batch.id
            with path.open("rb") as file:
                uploaded = self._client.files.create(file=file, purpose="batch")
            return self._client.batches.create(
                input_file_id=uploaded.id,
                endpoint=_ENDPOINT,
                completion_window="24h",
                metadata={_TAG: tag},
            ).id

        return self._safely(work)

    def status(self, batch: str) -> BatchStatus:
        """How a batch is going."""
        found = self._safely(lambda: self._client.batches.retrieve(batch))
        counts = found.request_counts
        faults = (found.errors.data if found.errors else None) or ()
        return BatchStatus(
            id=found.id,
            status=found.status,
            total=counts.total if counts else 0,
            completed=counts.completed if counts else 0,
            failed=counts.failed if counts else 0,
            files=tuple(name for name in (found.output_file_id, found.error_file_id) if name),
            faults=tuple(fault.message or fault.code or "unknown" for fault in faults),
        )

    def answers(self, file: str) -> Iterator[tuple[str, Answer | SummarizerError]]:
        """The lines of a file of answers or errors: a request's hash, and what came of it."""
        text = self._safely(lambda: self._client.files.content(file).text)
        for line in text.splitlines():
            if line.strip():
                record = json.loads(line)
                yield str(record.get("custom_id")), self._result(record)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._client.close()

    def _result(self, record: Mapping[str, Any]) -> Answer | SummarizerError:
        response = record.get("response") or {}
        status, content = response.get("status_code"), response.get("body") or {}
        if status == 200 and content.get("choices"):
            from openai.types.chat import ChatCompletion

            answer = answer_of(ChatCompletion.construct(**content), self._target)
            price = answer.cost_usd
            return replace(answer, cost_usd=None if price is None else price * DISCOUNT)
        if isinstance(status, int) and status >= 400:
            return from_status(status, {}, content, self._target).error
        fault = record.get("error") or {}
        code = fault.get("code") or "no answer"
        said = f": {fault['message']}" if fault.get("message") else ""
        return BatchError(f"the batch gave no answer ({code}{said})", way_out=RESUBMIT)

    def _safely(self, work: Callable[[], T]) -> T:
        import openai

        try:
            with quietly():
                return work()
        except openai.OpenAIError as error:
            failure = from_exception(error, self._target, self._timeout)
            raise (failure or unknown(error, self._target)).error from error


RESUBMIT = "Submit the inputs again with a new state file: what is answered is not asked again"
