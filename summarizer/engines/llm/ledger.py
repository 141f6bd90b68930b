"""The account of one article: what was asked, why again, and what it took."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.usage import Usage

if TYPE_CHECKING:
    from decimal import Decimal

    from summarizer.engines.exchange import Answer


class Ledger:
    """Adds up every request of one article, failed ones included.

    Attributes:
        usage: A request that got no answer counts as an attempt and reports no tokens; an answer
            that does not say its tokens makes the sum unknown.
        retries: Why each request after the first was sent, in order.
        model: The model's name as last reported.
    """

    def __init__(self) -> None:
        self.usage = Usage()
        self.retries: list[str] = []
        self.model: str | None = None
        self._costs: list[Decimal | None] = []

    def answered(self, answer: Answer) -> None:
        """Count an answer."""
        self.usage += answer.usage
        self._costs.append(answer.cost_usd)
        self.model = answer.model or self.model

    def failed(self) -> None:
        """Count a request that got no answer."""
        self.usage += Usage(attempts=1)

    def note(self, reason: str) -> None:
        """Keep why another request is sent, or why none is."""
        self.retries.append(reason)

    @property
    def cost_usd(self) -> Decimal | None:
        """The price of all answers, or None where that of one is unknown, or there is none."""
        known = [cost for cost in self._costs if cost is not None]
        if not known or len(known) < len(self._costs):
            return None
        return sum(known[1:], start=known[0])
