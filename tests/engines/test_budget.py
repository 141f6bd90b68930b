"""A budget is never knowingly overrun, and says what it left undone."""

import asyncio
from decimal import Decimal

import pytest

from summarizer.engines.budget import Budget
from summarizer.engines.exchange import Answer
from summarizer.errors import BudgetError
from summarizer.usage import Usage


def answer(tokens=100, cost="0.10"):
    usage = Usage(1, tokens, 0) if tokens is not None else Usage(1, None, None)
    return Answer("{}", usage=usage, cost_usd=None if cost is None else Decimal(cost))


async def spend(budget, given):
    await budget.reserve()
    await asyncio.sleep(0)
    budget.settle(given)
    return given


def tried(budget, count, given):
    async def main():
        tasks = [spend(budget, given) for _ in range(count)]
        return await asyncio.gather(*tasks, return_exceptions=True)

    results = asyncio.run(main())
    return [result for result in results if isinstance(result, Answer)], [
        result for result in results if isinstance(result, BudgetError)
    ]


@pytest.mark.parametrize(
    ("budget", "done"),
    [
        (Budget(), 20),
        (Budget(max_cost=Decimal("0.55")), 5),
        (Budget(max_cost=Decimal("0.50")), 5),
        (Budget(max_tokens=799), 7),
        (Budget(max_tokens=1), 1),
        (Budget(max_cost=Decimal(1), max_tokens=300), 3),
        (Budget(max_cost=Decimal(9), max_tokens=9000), 20),
    ],
    ids=[*("none", "dollars", "to the cent", "tokens", "one anyway", "the lesser", "enough")],
)
def test_requests_go_as_long_as_there_is_room_for_them(budget, done):
    answers, refused = tried(budget, 20, answer())
    assert len(answers) == done
    assert len(answers) + len(refused) == 20


@pytest.mark.parametrize(
    ("budget", "said"),
    [
        (Budget(max_cost=Decimal("0.20")), "not done: the budget of $0.20 (--max-cost) has no"),
        (Budget(max_tokens=200), "not done: the budget of 200 tokens (--max-tokens) has no room"),
    ],
    ids=["dollars", "tokens"],
)
def test_what_is_left_says_which_budget_and_the_way_out(budget, said):
    _, refused = tried(budget, 5, answer())
    assert str(refused[0]).startswith(said)
    assert "same -o file" in str(refused[0])
    with pytest.raises(BudgetError):
        budget.check()


@pytest.mark.parametrize(
    ("budget", "given", "said"),
    [
        (Budget(max_cost=Decimal(5)), answer(cost=None), "price of an answer is unknown"),
        (Budget(max_tokens=5000), answer(tokens=None), "reports no tokens"),
    ],
    ids=["price", "tokens"],
)
def test_what_cannot_be_counted_ends_the_run(budget, given, said):
    answers, refused = tried(budget, 3, given)
    assert (len(answers), len(refused)) == (1, 2)
    assert said in str(refused[0])


def test_a_request_without_an_answer_takes_no_room():
    budget = Budget(max_tokens=100)

    async def main():
        for _ in range(5):
            await budget.reserve()
            budget.settle(None)
        await spend(budget, answer())

    asyncio.run(main())
    assert budget.tokens == 100


def test_time_is_a_budget_too(monkeypatch):
    now = [0.0]
    monkeypatch.setattr("summarizer.engines.budget.time.monotonic", lambda: now[0])
    budget = Budget(seconds=60)
    assert budget.left() == 60
    now[0] = 59
    budget.check()
    now[0] = 61
    with pytest.raises(BudgetError, match=r"the run's 60 seconds \(--run-timeout\) are over"):
        budget.check()
