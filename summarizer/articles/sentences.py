"""Sentences of news text, as spans.

A mark that can end a sentence is looked at with the word before it and what follows. Abbreviations
are of three sorts: those that always go on ("Mr."), those that go on before a figure ("No. 2"), and
those after which only a word that usually begins a sentence says that one begins ("U.S. The").
A line break ends a sentence, except inside a paragraph that is wrapped at a fixed width.
"""

from __future__ import annotations

import re

from summarizer.articles.lines import text_lines
from summarizer.quantities.types import Span

_CLOSERS = "\"'”’)\\]»›」』】）＂"
_OPENERS = "\"'“‘(\\[«‹„‚「『【（¿¡"
_END = re.compile(
    rf"[.!?…。！？](?:(?<=[。！？])[。！？]*|[.!?…]*(?:[ \u00a0][.!?…]+)*)"
    rf"(?:[{_CLOSERS}]+|“(?!\S)|[ \u00a0\u202f]»)*"
)
"""Marks that can end a sentence, with what closes behind them; „…“ closes with “.

It begins with one class of characters, which is searched for far faster than two alternatives.
"""
_WORD_BEFORE = re.compile(r"[^\s“‘\"'(\[«„—–]{1,40}\Z")
_NEXT_WORD = re.compile(rf"[{_OPENERS}]*([^\W\d_]+)")
_ATTRIBUTION = re.compile(
    r"(?:[A-Z][\w.’'-]*\s+){0,4}(?:said|says|asked|asks|added|wrote|writes|told|replied)\b"
)
_DOMAIN = re.compile(r"(?i)(?:https?:|www\.|@|/)|\.[a-z]{2,4}\Z")
_SPACED = re.compile(r"[^\W\d_]{1,2}\.")
"""The second half of an abbreviation with a space in it, such as "z. B."."""
_INNER_DOTS = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}\Z")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NAMES_WITH_A_SHOUT = _words("yahoo yum jeopardy")
"""Names with an exclamation mark."""
_HOURS = _words("am pm")
_BEHIND_HOURS = _words(
    "eastern central mountain pacific et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet"
    " cest ist jst london beijing tokyo hong new local monday tuesday wednesday thursday friday"
    " saturday sunday"
)
"""What may follow "9 a.m." in the same sentence: zones, towns, days."""
_MANY = _words(
    "officials analysts investors shares stocks economists regulators lawmakers experts executives"
    " prices sales profits exports imports markets traders police researchers scientists companies"
    " consumers customers employers workers voters critics authorities prosecutors banks"
)
"""What begins a sentence after "U.S." when a small letter follows: "Officials said"."""
_GO_ON = _words(
    "mr mrs ms messrs mx dr prof sen rep reps sens gov gen lt col capt cpl sgt maj cmdr adm hon rev"
    " fr st ste mt ft pres supt atty insp det dept vs v cf viz eg ie approx ca est resp incl excl"
    " hr fr frau nr bzw sog vgl evtl ggf zzgl inkl mme mmes mlle mm mgr sr sra srta dra dott ing"
    " avv sig dhr mevr ee"
)
_GO_ON_BEFORE_FIGURE = _words(
    "no nos num nr nº n° art arts fig figs sec secs pp p vol vols ch chap par"
    " pt pts op eq rm ext tel"
    " jan feb mar apr may jun jul aug sep sept oct nov dec ver v abs ziff kap art núm"
)
_UNLESS_STARTER = _words(
    "inc corp co cos ltd plc llc lp bros jr sr etc al jan feb mar apr jun jul"
    " aug sep sept oct nov dec"
    " mon tue tues wed thu thur thurs fri sat sun ave blvd rd univ assn ass'n"
    " gmbh mio mrd tsd bn mn mln"
    " ariz calif colo conn del fla ga ill ind kan ky la mass md mich minn miss"
    " mo mont neb nev okla ore"
    " pa penn tenn tex va vt wash wis wyo hrs min sec oz lb lbs sq cu ph.d uu"
)
_STARTERS = _words(
    "the a an this that these those it its he she they we i you his her their our my but and or so"
    " in on at by for from with after before as if when while although though"
    " since during under over"
    " however meanwhile moreover also still yet then there here what who why"
    " how where no not now one"
    " two some many most all both each several more less other others another"
    " analysts investors shares"
    " der die das ein eine es er sie wir ich im in am auf bei mit nach für dies diese dieser dieses"
    " le la les un une il elle ils elles nous on ce cette ces dans en au aux pour mais"
    " el los las una en lo esto este esta pero il gli lo i nel nella per ma o os as um uma no na"
)
_GERMAN_MONTHS = _words(
    "januar februar märz april mai juni juli august september oktober november dezember quartal"
    " jahrhundert jänner"
)

_ABBREVIATIONS = _GO_ON | _GO_ON_BEFORE_FIGURE | _UNLESS_STARTER | _HOURS | {"zb"}
"""Any other word of two small letters or more is none."""
_LONGEST_WORD = 40


def split_sentences(text: str, language: str | None = None) -> tuple[Span, ...]:
    """Split `text` into sentences.

    Args:
        text: Any text.
        language: ISO 639-1. Only German needs it, for its ordinals ("am 24. Platz").

    Returns:
        Spans in code points, in order, trimmed, never overlapping; they hold every character that
        is not white space.
    """
    sentences: list[Span] = []
    for line in text_lines(text):
        start, stop = line
        for match in _END.finditer(text, start, stop):
            mark, end = match.span()
            if end < stop and (
                _plainly_ends(text, mark, end, start) or _ends(text, mark, end, line, language)
            ):
                _add(sentences, text, start, end)
                start = end
        _add(sentences, text, start, stop)
    return tuple(sentences)


def _add(sentences: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    bare = piece.lstrip()
    left = start + len(piece) - len(bare)
    size = len(bare.rstrip())
    if size:
        sentences.append(Span(left, left + size))


def _plainly_ends(text: str, mark: int, end: int, start: int) -> bool:
    """Whether a full stop stands behind a word of small letters and before a capital.

    It spares all further questions for most sentences; `start` is where this one begins.
    """
    if end != mark + 1 or text[mark] != "." or text[end] != " ":
        return False
    word = text[text.rfind(" ", max(start, mark - _LONGEST_WORD), mark) + 1 : mark]
    return (
        1 < len(word) < _LONGEST_WORD
        and word.isalpha()
        and word.islower()
        and word.casefold() not in _ABBREVIATIONS
        and text[end + 1 : end + 2].isupper()
    )


def _ends(text: str, mark: int, end: int, line: Span, language: str | None) -> bool:
    """Whether the mark at `mark`, which with its closing quotes ends at `end`, ends a sentence."""
    first = text[mark]
    if first in "。！？":
        return not (text[end - 1] in "」』”’" and text[end] in "とと，、と的")
    if not text[end].isspace():
        return _ends_without_space(text, mark, end, line)
    after = text[end : min(end + 80, line.end)].lstrip()
    bare = after.lstrip("\"'“‘([«‹„‚「『¿¡•*–— ")
    if not bare or bare[0].islower():
        return not bare
    if first in "!?":
        if first == "!" and end - mark == 1 and _is_name(text, mark, line, after):
            return False
        return not (end - mark > 1 and _ATTRIBUTION.match(after))
    if text[mark:end].startswith("...") or first == "…" or end - mark > 1:
        return True
    return _full_stop(text, mark, line, after, language)


def _ends_without_space(text: str, mark: int, end: int, line: Span) -> bool:
    """Sentences that were glued together: "… offerings.The preview"."""
    after = text[end : min(end + 2, line.end)]
    if after[0] in "“„«「『" and text[mark - 1 : mark].isalnum():
        return True
    if not (after[0].isupper() and (after[1:].islower() or after[1:] == " ")):
        return False
    before = _WORD_BEFORE.search(text, max(line.start, mark - 40), mark)
    if end - mark > 1 or text[mark] in "!?…" or before is None:
        return True
    word = before.group()
    plain = word.isdigit() or len(word) > 3 or not word[0].isupper() or word[-1] in "%)"
    return plain and not _DOMAIN.search(word) and "." not in word.rstrip("%)0123456789")


def _is_name(text: str, mark: int, line: Span, after: str) -> bool:
    """Whether an exclamation mark belongs to a name: "Yahoo! Finance"."""
    before = _WORD_BEFORE.search(text, max(line.start, mark - 40), mark)
    next_word = _NEXT_WORD.match(after)
    return (
        before is not None
        and before.group().casefold() in _NAMES_WITH_A_SHOUT
        and next_word is not None
        and next_word.group(1).casefold() not in _STARTERS
    )


def _full_stop(text: str, mark: int, line: Span, after: str, language: str | None) -> bool:
    """Whether a full stop before a space and no small letter ends a sentence."""
    before = _WORD_BEFORE.search(text, max(line.start, mark - 40), mark)
    if before is None:
        return True
    word = before.group().rstrip("”’\"')]»")
    folded = word.casefold()
    next_word = _NEXT_WORD.match(after)
    opener = next_word.group(1).casefold() if next_word else ""
    if folded in _GO_ON or folded.replace(".", "") in ("eg", "ie", "zb"):
        return False
    if after[0].isdigit() and folded in _GO_ON_BEFORE_FIGURE:
        return False
    if word.isdigit() and len(word) < 3 and before.start() == line.start:
        return False
    if len(word) == 1 and word.islower() and _SPACED.match(after):
        return False
    if word.isdigit() and len(word) < 3 and opener:
        return not (opener in _GERMAN_MONTHS or (language == "de" and opener not in _STARTERS))
    if folded.replace(".", "") in _HOURS:
        return opener not in _BEHIND_HOURS
    initial = len(word) == 1 and word.isalpha() and word.isupper()
    if initial or folded in _UNLESS_STARTER or _INNER_DOTS.match(word):
        return opener in _STARTERS or (
            opener in _MANY and next_word is not None and _goes_on_small(after, next_word.end())
        )
    return True


def _goes_on_small(after: str, end: int) -> bool:
    """Whether a space and a small letter follow."""
    return after[end : end + 1] == " " and after[end + 1 : end + 2].islower()
