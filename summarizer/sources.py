"""Several articles on one event, side by side.

>>> from summarizer import reconcile
>>> found = reconcile(
...     "The maker of valves Acme will buy Bolt for $5.3 billion in cash, the two said.",
...     "The firm Bolt agreed to be bought by Acme for $53 billion in cash, the two said.",
...     model="rules",
... )
>>> [(group.relation, group.slip) for group in found.groups]
[('conflict', 'power_of_ten')]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.conflicts import reconcile_summaries
from summarizer.errors import UsageError
from summarizer.models import Failure, Summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summarizer.errors import InputError
    from summarizer.models import Reconciliation
    from summarizer.pipeline import Input, Summarizer

LEAST = 2
MOST = 50
"""More than this are hardly on one event, and every pair of them is compared."""


def reconcile(
    *sources: Input | Summary, model: str | None = None, prompt: str | None = None
) -> Reconciliation:
    """Set several articles on one event side by side and say where their numbers conflict.

    Args:
        sources: Two or more: whatever `summarize` takes, or summaries that it made.
        model: `provider/name`, or "rules"; see `Summarizer`. Summaries are taken as they are.
        prompt: See `Summarizer`.

    Returns:
        The groups of figures that at least two sources state, how each goes together, and for a
        conflict which source is likely off, with the evidence.

    Raises:
        UsageError: there are fewer than two sources, or too many.
        InputError: a source cannot be read, or holds no article.
        EngineError: the engine gave no usable draft of one.
    """
    from summarizer.pipeline import Summarizer

    with Summarizer(model, prompt=prompt) as summarizer:
        return side_by_side(
            one if isinstance(one, Summary) else summarizer.summarize(one) for one in sources
        )


def reconcile_many(
    summarizer: Summarizer, sources: Iterable[Input | InputError | Summary]
) -> Reconciliation:
    """`reconcile` with an engine of your own; a source that fails is told and left out.

    Raises:
        UsageError: fewer than two sources were given, or can be compared, or too many.
    """
    return side_by_side(_summaries(summarizer, sources))


def _summaries(
    summarizer: Summarizer, sources: Iterable[Input | InputError | Summary]
) -> Iterator[Summary | Failure]:
    fresh: list[Input | InputError] = []
    given = list(sources)
    fresh = [one for one in given if not isinstance(one, Summary)]
    made = summarizer.map(fresh)
    for one in given:
        yield one if isinstance(one, Summary) else next(made)


def side_by_side(results: Iterable[Summary | Failure]) -> Reconciliation:
    """The reconciliation of summaries; what failed before is carried along.

    Raises:
        UsageError: there are fewer than two sources, or too many.
    """
    summaries: list[Summary] = []
    failures: list[Failure] = []
    for result in results:
        if isinstance(result, Failure):
            failures.append(result)
        else:
            summaries.append(result)
    given = len(summaries) + len(failures)
    if given < LEAST:
        raise UsageError(
            f"one source cannot be compared; {given} given", way_out="Give two or more articles"
        )
    if given > MOST:
        raise UsageError(f"{given} sources are too many to compare", way_out=f"Give at most {MOST}")
    found = reconcile_summaries(_told_apart(summaries))
    return found.model_copy(update={"failures": tuple(failures)}) if failures else found


def _told_apart(summaries: list[Summary]) -> list[Summary]:
    """Summaries whose ids differ: files of one name in two folders get a number."""
    seen: dict[str, int] = {}
    named: list[Summary] = []
    for summary in summaries:
        seen[summary.id] = seen.get(summary.id, 0) + 1
        if seen[summary.id] == 1:
            named.append(summary)
            continue
        name = f"{summary.id}-{seen[summary.id]}"
        article = summary.article.model_copy(update={"id": name})
        named.append(summary.model_copy(update={"id": name, "article": article}))
    return named
