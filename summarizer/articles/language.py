"""Which language a text is in, from its script and its commonest words.

The tables are short on purpose: an article has hundreds of words, of which a third are among the
commonest of its language. None is said where the words do not decide.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import filterfalse
from typing import NamedTuple

from summarizer.quantities.late import late

_SAMPLE = 8_000
_WORD = late(r"[^\W\d_]+")
_SCRIPTS = (
    ("ja", r"[\u3040-\u30ff]"),
    ("ko", r"[\uac00-\ud7af]"),
    ("zh", r"[\u3400-\u9fff]"),
    ("el", r"[\u0370-\u03ff]"),
    ("he", r"[\u0590-\u05ff]"),
    ("th", r"[\u0e00-\u0e7f]"),
    ("hi", r"[\u0900-\u097f]"),
)
_OTHER_SCRIPT = late("|".join(pattern for _, pattern in _SCRIPTS))
_COMMON = {
    "en": "the of and to in a is that for it on was with as at by from be are has have said"
    " its this will not but",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als"
    " auch es an werden aus er hat dass wird sie nach",
    "fr": "de la le et les des en un une du que est pour qui dans par sur au pas plus avec"
    " ce il sont ne se ont cette aux",
    "es": "de la que el en y a los se del las un por con una su para es al lo como más o"
    " pero sus ha este",
    "it": "di che e la il un a per è in una sono non con del della si da come le dei anche"
    " i al gli alla nel ha",
    "pt": "de que e o a do da em um para é com não uma os no se na por mais as dos como mas"
    " ao das foi à",
    "nl": "de van het een en in is dat op te zijn voor met die niet aan er om ook als bij"
    " door naar uit heeft maar",
    "sv": "och i att det som en på är av för med den till inte har de om ett var men från vi kan",
    "no": "og i det er på som en til av for at med har ikke den de om et men fra var vi kan ble",
    "da": "og i at det er en til på som af for med de den har ikke der et men fra om var vi"
    " kan blev",
    "pl": "w i na z do nie się to że jest o od po jak za co dla ale przez są oraz tym być",
    "cs": "a v se na je že s z do o to i k za by pro jako ve jsou ale po od",
    "tr": "ve bir bu için da de ile olarak çok daha olan gibi sonra en ise kadar oldu var",
    "id": "yang dan di dengan untuk dari pada ini dalam tidak itu akan adalah ke juga oleh sebagai",
    "vi": "của và là có được trong cho các một không với đã người này những để",
    "fi": "ja on ei se että oli mutta ovat joka myös kun hän sekä tai niin kuin",
    "hu": "a az és hogy nem is egy volt meg csak de ez már mint el még azt",
    "ro": "și de în la a cu pe nu este că din mai pentru care o sunt s-a un au",
    "ru": "и в не на что он с по как это из за от для но к его а о",
    "uk": "і в не на що з та до як це за від у для його але про",
    "ar": "في من على أن إلى التي الذي عن مع هذا هذه كان قد بعد ما لا",
}
_TABLES = {language: frozenset(words.split()) for language, words in _COMMON.items()}
COMMON_WORDS = frozenset(word for words in _TABLES.values() for word in words)
"""The commonest words of every language that is known here."""
_LANGUAGES = {word: [lang for lang in _TABLES if word in _TABLES[lang]] for word in COMMON_WORDS}
_GLANCE, _MANY_HITS, _LARGE_SHARE, _WIDE_LEAD = 2_000, 40, 0.25, 2
_LEAST_HITS, _LEAST_SHARE, _LEAST_LEAD = 4, 0.12, 1.15


def _by_script(sample: str) -> str | None:
    """The language whose script the text is in; a tenth of kana already makes Japanese."""
    if not _OTHER_SCRIPT.search(sample):
        return None
    letters = sum(map(str.isalpha, sample)) or 1
    for language, pattern in _SCRIPTS:
        share = len(re.findall(pattern, sample)) / letters
        if share > (0.1 if language == "ja" else 0.3):
            return language
    return None


def detect_language(text: str) -> str | None:
    """Guess the language of `text`.

    Args:
        text: A text; its first 8,000 characters decide, or fewer where they leave no doubt.

    Returns:
        ISO 639-1, or None where too few words are known or two languages are too close.
    """
    sample = text[:_SAMPLE]
    if not sample.isascii() and (language := _by_script(sample)):
        return language
    if len(sample) > _GLANCE:
        found = _counted(sample[:_GLANCE])
        if found.beyond_doubt():
            return found.language
    found = _counted(sample)
    return found.language if found.sure() else None


class _Counted(NamedTuple):
    """The language whose common words are most, how many they are, and the next one's."""

    language: str
    most: int
    second: int
    words: int

    def sure(self) -> bool:
        return (
            self.most >= _LEAST_HITS
            and self.most >= _LEAST_SHARE * self.words
            and self.most >= _LEAST_LEAD * self.second
        )

    def beyond_doubt(self) -> bool:
        return (
            self.most >= _MANY_HITS
            and self.most >= _LARGE_SHARE * self.words
            and self.most >= _WIDE_LEAD * self.second
        )


def _counted(sample: str) -> _Counted:
    parts = sample.casefold().split()
    # Most are words as they stand, and the others are few.
    words = list(filter(str.isalpha, parts))
    words += _WORD.findall(" ".join(filterfalse(str.isalpha, parts)))
    hits = dict.fromkeys(_TABLES, 0)
    for word, count in Counter(filter(COMMON_WORDS.__contains__, words)).items():
        for language in _LANGUAGES[word]:
            hits[language] += count
    best = max(hits, key=hits.__getitem__)
    most = hits.pop(best)
    return _Counted(best, most, max(hits.values()), len(words))
