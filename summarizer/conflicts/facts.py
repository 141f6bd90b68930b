"""Facts: the figures of several summaries, each with what is needed to tell what it is of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from summarizer.articles.sentences import split_sentences
from summarizer.conflicts.metrics import Metric, metric_of
from summarizer.conflicts.periods import Period, is_prior, period_in, period_of
from summarizer.engines.rules import draft_of
from summarizer.grounding.contexts import stated_at
from summarizer.grounding.figures import ground_figure
from summarizer.grounding.source import Source, stems
from summarizer.models import Figure, KeyFigure, RejectedFigure
from summarizer.quantities import Mention, Quantity, Span
from summarizer.quantities.cents import in_cents

if TYPE_CHECKING:
    from summarizer.grounding.governing import Context
    from summarizer.models import Summary


_OPENING = 4
"""How many sentences open a text; its headline and date line may be two of them."""


@dataclass(frozen=True, slots=True, eq=False)
class Fact:
    """One key figure of one source.

    Attributes:
        place: Which source it is of, counted from 0.
        figure: What the summary tells.
        mention: Where the source's text states it; None where the figure was computed.
        span: The sentence that it stands in.
        metric: What it measures, as classes and words.
        period: When it holds.
        context: What governs it in its sentence; None where no grammar is known.
        words: The stems of its sentence.
        is_main: Whether it opens its text and is the largest amount of its unit there.
    """

    place: int
    figure: KeyFigure
    mention: Mention | None
    span: Span
    metric: Metric
    period: Period
    context: Context | None
    words: frozenset[str]
    is_main: bool

    @property
    def quantity(self) -> Quantity:
        """The amount."""
        return self.mention.quantity if self.mention else quantity_of(self.figure)

    @property
    def is_old_level(self) -> bool:
        """Whether the text gives it as what was before: "up from $3 million"."""
        return self.context is not None and is_prior(self.figure, self.context)


class Voice:
    """One source: its summary with everything that is looked up in it.

    Args:
        place: Which of the sources it is, counted from 0.
        summary: What was told of it.
        voice: The place of the source that it copies; its own where it copies none.
    """

    def __init__(self, place: int, summary: Summary, voice: int | None = None) -> None:
        self.place = place
        self.voice = place if voice is None else voice
        self.summary = summary
        article = summary.article
        if not article.sentences and article.text:
            article = article.model_copy(
                update={"sentences": split_sentences(article.text, article.language)}
            )
        self.article = article
        self.source = Source(article)

    @property
    def id(self) -> str:
        """The id of the source."""
        return self.summary.id

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Its key figures and every other amount of its text, in the order of the text.

        What the summary tells of an amount wins; the others are read by the rules, since what one
        source tells as a key figure another may mention in passing. Computed figures are left out.
        """
        told = {f.start: f for f in self.summary.figures if f.status != "derived"}
        taken = [Span(f.start, f.end) for f in told.values()]
        for claim in draft_of(self.article, every=True).figures:
            figure = ground_figure(claim, self.source)
            if isinstance(figure, RejectedFigure) or figure.status == "derived":
                continue
            if not any(figure.start < end and start < figure.end for start, end in taken):
                told[figure.start] = figure
                taken.append(Span(figure.start, figure.end))
        for mention in self.source.scan.mentions:
            free = not any(mention.start < end and start < mention.end for start, end in taken)
            if mention.quantity.unit and free:
                told[mention.start] = self._bare(mention)
        found = [self._fact(figure) for figure in told.values()]
        return tuple(sorted(found, key=lambda fact: fact.figure.start))

    @cached_property
    def period(self) -> Period:
        """What the article as a whole is about, by its title and its first sentences."""
        first = self.article.sentences[:2]
        lead = " ".join(self.source.text[slice(*span)] for span in first)
        return period_in(f"{self.article.title or ''} {lead}", self.article.published)

    @cached_property
    def title_mentions(self) -> tuple[Mention, ...]:
        """The amounts of the title."""
        return self.source.title_scan.mentions

    def _bare(self, mention: Mention) -> KeyFigure:
        """An amount of which no rule can say what it measures; its sentence may."""
        return KeyFigure(
            **Figure.of(mention).model_dump(),
            metric="",
            importance="low",
            evidence=self.source.evidence(*self.source.sentence_span(mention.start)),
            status="verified",
        )

    def _fact(self, figure: KeyFigure) -> Fact:
        mention = next(
            (
                m
                for m in self.source.mentions_in(figure.start, figure.end)
                if m.quantity.value == figure.value and m.quantity.kind == figure.kind
            ),
            None,
        )
        span = self.source.sentence_span(figure.start)
        stated = stated_at(mention, self.source) if mention else None
        context = stated.context if stated else None
        sentence = self.source.text[span.start : span.end]
        return Fact(
            place=self.place,
            figure=figure,
            mention=mention,
            span=span,
            metric=metric_of(figure, sentence, context),
            period=period_of(figure, self.article.published, context),
            context=context,
            words=stems(sentence),
            is_main=self._is_main(figure, span),
        )

    def _is_main(self, figure: KeyFigure, span: Span) -> bool:
        if figure.kind != "money" or not figure.value:
            return False
        opening = self.article.sentences[:_OPENING]
        if not opening or span.start >= opening[-1].end:
            return False
        alike = [
            abs(m.quantity.value)
            for m in self.source.scan.mentions
            if m.quantity.value and (m.quantity.kind, m.quantity.unit) == (figure.kind, figure.unit)
        ]
        return abs(figure.value) >= max(alike, default=figure.value)


def quantity_of(figure: Figure) -> Quantity:
    """The quantity that a figure tells."""
    return Quantity(
        kind=figure.kind,
        value=figure.value,
        high=figure.high,
        unit=figure.unit,
        comparator=figure.comparator,
        direction=figure.direction,
        precision=figure.precision,
        per=figure.per,
        assumed=figure.assumed,
        cents=figure.kind == "money" and "unit" in figure.assumed and in_cents(figure.text),
    )
