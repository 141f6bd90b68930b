"""Figures of articles in other languages than English, read without a grammar.

Only words that stand beside an amount are taken, and no name that may be a common noun.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.grounding import gazetteer as known

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizer.engines.rules.names import Names
    from summarizer.engines.rules.reading import Reading
    from summarizer.engines.rules.tokens import Sentence

_CAPITAL_NOUNS = frozenset(("de", "lb"))
_MOST_WORDS = 4
_MOST_CHARS = 40
_ARTICLES = frozenset(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen im am zum zur beim "
    "vom ihr ihre ihren sein seine seinen dieser diese dieses mehr viele".split()
)
_NOUN_ENDS = (
    *("ung", "heit", "keit", "schaft", "tion", "nis", "jahr", "quartal", "zahl", "zahlen", "preis"),
    *("preise", "gewinn", "umsatz", "verlust", "märkte", "markt", "kurse", "löhne", "stellen"),
)
_NEAREST = 4
"""How near its amount a noun stands, in words."""
_SHORT = 3
"""Up to how many letters a word of small letters is an article or a preposition."""


def words_beside(
    sentence: Sentence, index: int, earlier: Reading | None, language: str | None = None
) -> str:
    """The words that lead up to an amount, else those of the amount before, else what follows.

    Short words at either end ("von", "un", "a") are left out; in German all but the nouns, which
    their capital tells. Empty where nothing is left.
    """
    nouns = language in _CAPITAL_NOUNS
    before = _run(sentence, range(index - 1, -1, -1))
    if nouns:
        before = [i for i in before[:_NEAREST] if i and sentence.tokens[i].capital][:1]
    found = _trimmed(sentence, sorted(before))
    if found:
        return found
    if earlier is not None:
        return earlier.metric
    after = _run(sentence, range(index + 1, len(sentence.tokens)))
    if nouns:
        after = [i for i in after if sentence.tokens[i].capital][:1]
    return _trimmed(sentence, after)


def owner_abroad(
    names: Names, language: str | None, title: str | None, sentences: Iterable[Sentence]
) -> str | None:
    """What the article is about, where its form leaves no doubt that it is a name.

    A name with a company's suffix comes first, then the longer of two forms. In German, where any
    noun has a capital, only what opens the title and stands in the text without an article.
    """
    bodies = {id(o.name): o.name for row in names.by_sentence.values() for o in row}
    forms = [form for name in bodies.values() if name.kind == "org" for form in name.forms]
    for form in forms:
        parts = form.split()
        if len(parts) > 1 and parts[-1].lower() in known.COMPANY_SUFFIXES:
            return " ".join(parts[-2:])
    if language in _CAPITAL_NOUNS:
        return _opens_title(title or "", sentences)
    main = names.main
    if main is None:
        return None
    longer = [form for form in forms if form.startswith(f"{main.text} ")]
    if len(longer) == 1:
        return longer[0]
    return main.text if not longer else None


def _opens_title(title: str, sentences: Iterable[Sentence]) -> str | None:
    """The first word or two of a title, where the text uses them as German uses a name."""
    first, _, rest = title.partition(" ")
    second = rest.partition(" ")[0]
    used = paired = 0
    for sentence in sentences:
        for index, token in enumerate(sentence.tokens):
            if token.lower != first.lower():
                continue
            if token.text != first or sentence.lower(index - 1) in _ARTICLES:
                return None
            used += 1
            after = sentence.tokens[index + 1].text if index + 1 < len(sentence.tokens) else ""
            paired += after == second
    if not used or not first[:1].isupper() or len(first) <= _SHORT or _is_noun(first):
        return None
    return f"{first} {second}" if paired and second[:1].isupper() else first


def _is_noun(word: str) -> bool:
    """Whether a German word is a common noun by its end."""
    return word.lower().endswith(_NOUN_ENDS)


def _run(sentence: Sentence, indices: Iterable[int]) -> list[int]:
    taken: list[int] = []
    for i in indices:
        if sentence.tokens[i].kind not in {"word", "poss"} or len(taken) == _MOST_WORDS:
            break
        taken.append(i)
    return taken


def _trimmed(sentence: Sentence, indices: list[int]) -> str:
    while indices and _slight(sentence, indices[-1]):
        indices = indices[:-1]
    while indices and (_slight(sentence, indices[0]) or _article(sentence, indices[0])):
        indices = indices[1:]
    if not indices:
        return ""
    first, last = sentence.tokens[indices[0]].start, sentence.tokens[indices[-1]].end
    return sentence.text[first - sentence.start : last - sentence.start][-_MOST_CHARS:].strip()


def _article(sentence: Sentence, index: int) -> bool:
    """Whether a sentence opens with a short word: its capital says nothing."""
    return index == 0 and len(sentence.tokens[index].text) <= _SHORT and _latin(sentence, index)


def _slight(sentence: Sentence, index: int) -> bool:
    text = sentence.tokens[index].text
    if not _latin(sentence, index):
        return len(text) == 1
    return len(text) <= _SHORT and text.islower()


def _latin(sentence: Sentence, index: int) -> bool:
    return ord(sentence.tokens[index].text[0]) < 0x250
