"""The rules engine: a deterministic draft of an article, offline and without a model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Self

from summarizer.engines.base import Drafted
from summarizer.engines.rules.figures import pick_figures
from summarizer.engines.rules.furniture import furniture
from summarizer.engines.rules.names import find_names
from summarizer.engines.rules.points import heading_of, headline_of, points_of, shorten, summary_of
from summarizer.engines.rules.ranking import rank_sentences
from summarizer.engines.rules.removed import removed_figures
from summarizer.engines.rules.tokens import read_sentence
from summarizer.models import Draft
from summarizer.quantities import Span, scan_once
from summarizer.usage import Usage

if TYPE_CHECKING:
    from summarizer.engines.base import Judge
    from summarizer.models import Article, PromptIdentity

SENTENCES = 600
"""How many sentences are read. News says what matters first; far beyond any article of one."""

CHARS = 400_000
"""How many code points are read, for the same reason."""


class RulesEngine:
    """Extracts sentences and figures by what the article is about.

    It selects and quotes: every word of the draft is the article's own, apart from nouns made of
    its verbs ("spend … on chips" is chips spending).
    """

    name: Literal["llm", "rules", "replay"] = "rules"
    prompt: PromptIdentity | None = None

    def draft(
        self,
        article: Article,
        judge: Judge,  # noqa: ARG002 - nothing to re-ask
        *,
        repeat: int = 0,  # noqa: ARG002 - a repeat is the same
    ) -> Drafted:
        """Make a draft of `article`; the judge is not asked, since the answer cannot change."""
        unread = len(article.sentences) - len(_spans(article))
        warnings = (f"too long for the rules: the last {unread} sentences were not read",)
        return Drafted(
            draft_of(article),
            model="rules",
            usage=Usage(attempts=0),
            warnings=warnings if unread else (),
        )

    async def adraft(self, article: Article, judge: Judge, *, repeat: int = 0) -> Drafted:
        """`draft`, in an event loop."""
        return self.draft(article, judge, repeat=repeat)

    def close(self) -> None:
        """Nothing is held."""

    async def aclose(self) -> None:
        """Nothing is held."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.aclose()


def draft_of(article: Article, *, every: bool = False) -> Draft:
    """The draft of an article: headline, summary, key points and figures in its own words.

    Args:
        article: The article.
        every: Read every amount and not the key figures alone.
    """
    spans = _spans(article)
    if not spans:
        return Draft(headline=article.title or "", summary="", figures=removed_figures(article))
    language = article.language
    whole = len(spans) == len(article.sentences) and spans[-1] == article.sentences[-1]
    # The very text that the check of the draft scans, so that one scan can serve both.
    found = scan_once(article.text if whole else article.text[: spans[-1].end], language)
    read = [
        read_sentence(article.text, span, number, found) for number, span in enumerate(spans, 1)
    ]
    away = furniture(article.text, article.title, read)
    # A text that is nothing else is told as it is.
    sentences = {s.number: s for s in read if s.number not in away or len(away) == len(read)}
    ordered = tuple(sentences.values())
    title = article.title or heading_of(ordered, least=4)
    names = find_names(ordered, title, site=article.site)
    ranked = rank_sentences(article, ordered, names)
    told = summary_of(sentences, ranked)
    figures = pick_figures(
        sentences,
        ranked,
        names,
        chars=spans[-1].end,
        title=title,
        language=language,
        every=every,
    )
    headline = headline_of(article.title, sentences, ranked)
    return Draft(
        headline=headline,
        summary=" ".join(shorten(sentences[n].text) for n in told),
        key_points=points_of(sentences, ranked, told, figures, headline=headline),
        figures=figures + removed_figures(article),
    )


def _spans(article: Article) -> list[Span]:
    """The sentences that are read; of one that is too long by itself, its beginning."""
    return [s for s in article.sentences[:SENTENCES] if s.end <= CHARS] or [
        Span(s.start, min(s.end, CHARS)) for s in article.sentences[:1]
    ]
