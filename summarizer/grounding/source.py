"""An article with everything that checks look up in it, each computed once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from summarizer.grounding.calendars import Calendar, calendar_of
from summarizer.grounding.names import name_words
from summarizer.grounding.normal import Normal, normal
from summarizer.grounding.remembering import of_short_texts
from summarizer.grounding.spans import Spans
from summarizer.models import Evidence
from summarizer.quantities import Mask, Mention, Quantity, Scan, Span, scan_once
from summarizer.quantities.dollars import home

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from summarizer.grounding.contexts import Stated
    from summarizer.grounding.verdicts import Verdict
    from summarizer.models import Article

_WORD = re.compile(r"\w+")
_BORDER = re.compile(r"[\W_]")
_NUMBER_BORDER = re.compile(r"[^\d.,]|[.,](?=[.,])")
LONG_SENTENCE = 2_000
"""No sentence of news has this many characters: it is a table or a list."""
UNCERTAIN = "stands on a line that may not be the article's"
_YEAR = re.compile(r"\d{4}")
_TOP = 3
_DOLLARS = {"au": "AUD", "ca": "CAD", "nz": "NZD", "sg": "SGD", "hk": "HKD", "tw": "TWD"}
_HOST = re.compile(rf"^(?:https?://)?(?:[\w-]+\.)+(?P<land>{'|'.join(_DOLLARS)})(?=[/:]|$)")
_STEM = 5
_REMEMBERED, _LONG_WORD = 20_000, 40
_FUNCTION_WORDS = frozenset(
    """
    about above after against all also and any are been before being below but can could did does
    during each for from had has have her him his how into its just may might more most much must
    nor not now off one our out over per said same says she should since some such than that the
    their them then there these they this those through too two under until upon very was were
    what when where which while who whom why will with would year years you your
    """.split()
)
_EDGES = " \t\r\n\"'“”‘’«»….,;:"

_IRREGULAR = {
    form: word
    for word, forms in {
        "buy": "buys buyin bough",
        "fall": "falls falle falli fell",
        "grow": "grows growi growt grew grown",
        "hire": "hires hired hirin",
        "loss": "losse lose loses losin lost",
        "pay": "pays payin payme paid",
        "price": "prici",
        "rise": "rises risen risin rose",
        "sale": "sales sell sells selli sold",
        "save": "saves saved savin",
        "spend": "spent",
    }.items()
    for form in forms.split()
}
"""What five letters do not bring together, among the words of business."""

DATED = ("date", "year", "period")
"""The masks that speak of time."""


def years_of(masks: Iterable[Mask]) -> frozenset[str]:
    """The years that dates, years and periods name."""
    values = (mask.value for mask in masks if mask.kind in DATED and mask.value)
    return frozenset(year for value in values for year in _YEAR.findall(value))


class Date(NamedTuple):
    """A mask's value in two parts: "2025-09-24" is "2025" and "09-24"; either may be empty."""

    year: str
    rest: str

    @classmethod
    def of(cls, value: str) -> Date:
        """Take the normal form of a date, year or period apart."""
        match = _YEAR.match(value)
        return cls(match.group() if match else "", value[match.end() if match else 0 :].lstrip("-"))


class _Stems(dict[str, str]):
    """The stem of a word, worked out when first asked for; "" for one that carries no meaning."""

    def __missing__(self, word: str) -> str:
        stem = ""
        if len(word) > 2 and word not in _FUNCTION_WORDS:
            stem = _IRREGULAR.get(word[:_STEM], word[:_STEM])
        if len(self) >= _REMEMBERED:
            self.clear()
        if len(word) < _LONG_WORD:
            self[word] = stem
        return stem


_stem_of = _Stems().__getitem__


@of_short_texts
def stems(text: str) -> frozenset[str]:
    """The words of a text that carry meaning, cut to what inflection leaves alone.

    Three letters or more, lower case, the first five of them: "improved" meets "improvement".
    """
    return frozenset(map(_stem_of, _WORD.findall(text.casefold()))) - {""}


class Source:
    """What claims are held against: the article's text, its scan and its normal form."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text
        self.contexts: dict[int, Stated] = {}
        self._within: dict[tuple[int, int], tuple[Mention, ...]] = {}
        self.verdicts: dict[
            tuple[Quantity, str], list[tuple[Verdict, Mention, frozenset[str]]]
        ] = {}

    @cached_property
    def normal(self) -> Normal:
        """The text in normal form."""
        return Normal(self.text)

    @cached_property
    def scan(self) -> Scan:
        """Every mention and mask of the text."""
        return scan_once(self.text, self.article.language)

    @cached_property
    def title_scan(self) -> Scan:
        """Every mention and mask of the title, which may not stand in the text."""
        return scan_once(self.article.title or "", self.article.language)

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.start for mention in self.scan.mentions]

    @cached_property
    def _mask_starts(self) -> list[int]:
        return [mask.start for mask in self.scan.masks]

    @cached_property
    def stems_beside(self) -> tuple[frozenset[str], ...]:
        """For each mention of the text the stems of the sentence that it stands in."""
        numbers = (self.article.sentence_at(m.core.start) for m in self.scan.mentions)
        return tuple(self.sentence_stems[n - 1] if n else frozenset() for n in numbers)

    @cached_property
    def by_value(self) -> tuple[list[Decimal], list[int]]:
        """The values of the mentions that have one, from low to high, and the mentions' places."""
        pairs = sorted(
            (mention.quantity.value, place)
            for place, mention in enumerate(self.scan.mentions)
            if mention.quantity.value is not None
        )
        return [value for value, _ in pairs], [place for _, place in pairs]

    @cached_property
    def folded_sentences(self) -> tuple[str, ...]:
        """The sentences without regard to case."""
        return tuple(self.text[start:end].casefold() for start, end in self.article.sentences)

    @cached_property
    def years(self) -> frozenset[str]:
        """Every year that the article names, that of its publication included."""
        published = self.article.published
        return years_of((*self.scan.masks, *self.title_scan.masks)) | (
            {str(published.year)} if published else set()
        )

    @cached_property
    def home_dollar(self) -> str | None:
        """The dollar, not the US one, that a bare "$" may well be: of the site or of the text."""
        places = (self.article.site, self.article.source)
        hosts = (match for place in places if place and (match := _HOST.search(place.lower())))
        return next((_DOLLARS[host["land"]] for host in hosts), None) or home(self.text)

    @cached_property
    def calendar(self) -> Calendar:
        """The times that the article names, and the day from which it counts."""
        return calendar_of(self.article, self.scan.masks, self.dates)

    @cached_property
    def dates(self) -> frozenset[Date]:
        """Every date and period that the article names, that of its publication included."""
        masks = (*self.scan.masks, *self.title_scan.masks)
        values = {m.value for m in masks if m.kind in DATED and m.value}
        if published := self.article.published:
            values.add(published.isoformat()[:10])
        return frozenset(Date.of(value) for value in values)

    def says(self, words: str) -> bool:
        """Whether text, title, byline or site hold these words, whole, in whatever case."""
        return next(_places(self.folded, normal(words).strip().casefold()), None) is not None

    @cached_property
    def proper(self) -> frozenset[str]:
        """The words that the article writes with a capital also where no sentence begins."""
        if (self.article.language or "en")[:2] == "de":
            return frozenset()  # German capitalises every noun
        spans = (self.text[start:end] for start, end in self.article.sentences)
        firsts = ((text, _WORD.search(text)) for text in spans)
        return frozenset().union(*(name_words(text[m.end() :]) for text, m in firsts if m))

    def is_uncertain(self, words: Mention | Span) -> bool:
        """Whether words begin on a line that the cleaner was not sure of."""
        return self._uncertain.meet(words.start, words.start + 1)

    @cached_property
    def _uncertain(self) -> Spans:
        return Spans(self.article.uncertain)

    def says_in_title(self, words: str) -> bool:
        """Whether the title holds these words, whole, in whatever case."""
        wanted = normal(words).strip(_EDGES).casefold()
        return next(_places(normal(self.article.title or "").casefold(), wanted), None) is not None

    def is_common(self, word: str) -> bool:
        """Whether a word in lower case is one that the article also writes without a capital."""
        if (self.article.language or "en")[:2] == "de":
            return True
        return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", self.text) is not None

    def near(self, mention: Mention) -> tuple[str, ...]:
        """The title and the sentences that a reader has in mind at an amount.

        Its own sentence comes first, then the two before it, then the first ones of the article.
        """
        number = self.article.sentence_at(mention.core.start) or 1
        last = len(self.article.sentences)
        numbers = (*range(number, max(number - 3, 0), -1), *range(1, min(_TOP, last) + 1))
        found = [self.article.sentence(n) for n in dict.fromkeys(numbers) if n <= last]
        return (*found, self.article.title or "")

    def has_word_that_starts(self, letters: str) -> bool:
        """Whether any word of the article starts so, in whatever case."""
        return re.search(rf"\b{re.escape(letters.casefold())}", self.folded) is not None

    @cached_property
    def folded(self) -> str:
        """The normal form in lower case, for names; includes title, byline and site."""
        article = self.article
        head = " ".join(part for part in (article.title, article.byline, article.site) if part)
        return f"{normal(head)}\n{self.normal.text}".casefold()

    @cached_property
    def removed(self) -> tuple[tuple[str, str], ...]:
        """What was cut from the page: the reason, and the words in lower case and normal form."""
        raw = self.article.raw
        return tuple(
            (cut.reason, normal(raw[cut.start : cut.end]).casefold())
            for cut in self.article.removed
        )

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the whole text."""
        return frozenset().union(*self.sentence_stems)

    @cached_property
    def sentence_stems(self) -> tuple[frozenset[str], ...]:
        """The stems of each sentence."""
        return tuple(stems(self.text[start:end]) for start, end in self.article.sentences)

    def mentions_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions whose amount overlaps `[start, end)`."""
        known = self._within.get((start, end))
        if known is None:
            low = max(bisect_left(self._starts, start) - 1, 0)
            high = bisect_right(self._starts, end)
            known = tuple(
                [
                    mention
                    for mention in self.scan.mentions[low:high]
                    if mention.core.start < end and start < mention.core.end
                ]
            )
            self._within[start, end] = known
        return known

    def masks_in(self, start: int, end: int) -> tuple[Mask, ...]:
        """The masks that overlap `[start, end)`."""
        masks = self.scan.masks
        low = max(bisect_left(self._mask_starts, start) - 1, 0)
        high = bisect_left(self._mask_starts, end)
        return tuple(m for m in masks[low:high] if start < m.end)

    def sentence_span(self, offset: int) -> Span:
        """The sentence that holds `offset`; the whole text where there is none."""
        number = self.article.sentence_at(offset)
        return self.article.sentences[number - 1] if number else Span(0, len(self.text))

    def sentence_near(self, mention: Mention) -> Span:
        """The sentence that holds a mention; of one that is very long the part around it."""
        core = mention.core
        span = self.sentence_span(core.start)
        if span.end - span.start <= LONG_SENTENCE:
            return span
        half = LONG_SENTENCE // 2
        return Span(max(span.start, core.start - half), min(span.end, core.end + half))

    def evidence(self, start: int, end: int) -> Evidence:
        """The quote at `[start, end)`."""
        return Evidence(quote=self.text[start:end], start=start, end=end)

    def locate(self, quote: str, within: Span | None = None) -> Evidence | None:
        """Find a quote, verbatim but for typography, on word borders.

        Args:
            quote: The words; quotation marks and stops around them do not count.
            within: Where to look first, such as the sentence that was pointed at.

        Returns:
            The first place inside `within`, else the first place in the text, else None; one on an
            uncertain line only where there is no other.
        """
        wanted = normal(quote).strip()
        for needle in dict.fromkeys((wanted, wanted.strip(_EDGES))):
            places = [
                Span(self.normal.original_start(start), self.normal.original_end(end))
                for start, end in _places(self.normal.text, needle)
            ]
            if within is not None:
                inside = [p for p in places if within.start <= p.start and p.end <= within.end]
                places = inside or places
            if places:
                sure = (place for place in places if not self.is_uncertain(place))
                return self.evidence(*next(sure, places[0]))
        return None

    def nearest_sentence(self, claim: str, *, with_amount: bool = False) -> int | None:
        """The number of the sentence that shares most words with `claim`; None when none does.

        Args:
            claim: Somebody's words.
            with_amount: Only sentences that state an amount.
        """
        wanted = stems(claim)
        scores = [
            len(wanted & found) if not with_amount or self.mentions_in(*span) else 0
            for span, found in zip(self.article.sentences, self.sentence_stems, strict=True)
        ]
        best = max(scores, default=0)
        return scores.index(best) + 1 if best else None


def _places(haystack: str, needle: str) -> Iterator[tuple[int, int]]:
    """Where `needle` stands in `haystack`, cutting neither a word nor a number."""
    at = haystack.find(needle) if needle else -1
    while at >= 0:
        if _on_borders(haystack, at, at + len(needle)):
            yield at, at + len(needle)
        at = haystack.find(needle, _after_place(haystack, at))


def _after_place(text: str, at: int) -> int:
    """Where the next place may begin: inside of a word or of a number none can."""
    before, first = text[at - 1 : at], text[at]
    if before.isalnum() and first.isalnum():
        border = _BORDER.search(text, at + 1)
    elif first.isdigit() and before in {".", ","} and text[at - 2 : at - 1].isdigit():
        border = _NUMBER_BORDER.search(text, at + 1)
    else:
        return at + 1
    return border.start() if border else len(text)


def _on_borders(text: str, start: int, end: int) -> bool:
    """Whether neither end of the span cuts a word or a number."""
    before, first = text[start - 1 : start], text[start]
    last, after = text[end - 1], text[end : end + 1]
    if (before.isalnum() and first.isalnum()) or (last.isalnum() and after.isalnum()):
        return False
    if first.isdigit() and before in {".", ","} and text[start - 2 : start - 1].isdigit():
        return False
    return not (last.isdigit() and after in {".", ","} and text[end + 1 : end + 2].isdigit())
