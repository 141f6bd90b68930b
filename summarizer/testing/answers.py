"""Answers as a model would give them, for a scripted server's queue."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizer.models import Article, Draft

_COMPARATORS = {
    None: "exactly",
    "approx": "about",
    "gt": "more than",
    "ge": "at least",
    "lt": "less than",
    "le": "at most",
}


def wire_answer(answer: Draft | Mapping[str, Any]) -> dict[str, Any]:
    """The JSON object that a model would send for a draft; a mapping is taken as it is."""
    if isinstance(answer, Mapping):
        return dict(answer)
    return {
        "headline": answer.headline,
        "summary": answer.summary,
        "key_points": [
            {"text": point.text, "sentence": _label(point.sentence)} for point in answer.key_points
        ],
        "figures": [
            {
                "sentence": _label(figure.sentence),
                "quote": figure.quote,
                "amount": figure.amount,
                "metric": figure.metric,
                "entity": figure.entity,
                "period": figure.period,
                "basis": figure.basis,
                "importance": figure.importance,
                "comparator": _COMPARATORS[figure.comparator],
                "direction": figure.direction or "none",
            }
            for figure in answer.figures
        ],
    }


def scripted_answer(
    article: Article, amounts: Iterable[str] = (), **fields: Mapping[str, Any]
) -> dict[str, Any]:
    """A good answer about `article`, in the article's own words.

    Args:
        article: Any article with sentences.
        amounts: Phrases of the article such as "$5.3 billion"; each becomes a figure whose quote
            is the sentence that it first stands in.
        fields: Changes to figures: `figure0={"direction": "up"}` changes the first.

    Raises:
        ValueError: an amount stands in no sentence, or a change is for no figure.
    """
    sentences = [article.sentence(number) for number in range(1, len(article.sentences) + 1)]
    figures = [_figure(amount, sentences) for amount in amounts]
    for name, change in fields.items():
        index = name.removeprefix("figure")
        if not index.isdigit() or int(index) >= len(figures):
            msg = f"no {name} among {len(figures)} figures"
            raise ValueError(msg)
        figures[int(index)].update(change)
    return {
        "headline": article.title or sentences[0],
        "summary": " ".join(sentence.strip() for sentence in sentences[:2]),
        "key_points": [
            {"text": sentence.strip(), "sentence": f"S{number}"}
            for number, sentence in enumerate(sentences[:3], 1)
        ],
        "figures": figures,
    }


def _figure(amount: str, sentences: list[str]) -> dict[str, Any]:
    for number, sentence in enumerate(sentences, 1):
        if amount in sentence:
            return {
                "sentence": f"S{number}",
                "quote": sentence.strip(),
                "amount": amount,
                "metric": "amount",
                "entity": None,
                "period": None,
                "basis": "stated",
                "importance": "high",
                "comparator": "exactly",
                "direction": "none",
            }
    msg = f"{amount!r} stands in no sentence of the article"
    raise ValueError(msg)


def _label(sentence: int | None) -> str | None:
    return None if sentence is None else f"S{sentence}"
