"""What holds digits or number words and is no quantity."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.quantities import dates
from summarizer.quantities.currencies import CODES, DOLLARS, PREFIXES
from summarizer.quantities.currencies import after as after_money
from summarizer.quantities.nouns import counted
from summarizer.quantities.numerals import LETTER_SCALES, SCALES
from summarizer.quantities.ranks import SUPERLATIVES
from summarizer.quantities.units import read_unit

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens
    from summarizer.quantities.types import MaskKind


class Masked(NamedTuple):
    """A mask in a list of tokens: first token, token after the last, what it is, ISO form."""

    begin: int
    end: int
    kind: MaskKind
    value: str | None = None


_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"”’]{1,2000}")
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{0,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}")
_DOMAIN = re.compile(
    r"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.(?:com|org|net|io|gov|edu|co|cn|uk|de|jp|hk)\b(?:/[^\s]*)?"
)
_TAG = re.compile(r"[@#＃][\w]{1,100}")
_PHONES = (
    re.compile(r"\+?\(?[0-9]{1,4}\)?(?:[\s.-]{1,3}\(?[0-9]{2,4}\)?){0,1}[\s.-]{0,3}\(?[0-9]{3}\)?[\s.-]{1,3}[0-9]{4}(?![0-9])"),
    re.compile(r"\+[0-9]{1,3}[\s.()-]{0,3}(?:[0-9]{1,5}[\s.()-]{1,3}){1,5}[0-9]{2,5}(?![0-9])"),
    re.compile(r"\(\s?[0-9]{2,4}\s?\)[\s.-]{0,3}[0-9]{3,5}(?:[\s.-]?[0-9]{3,5}){0,2}(?![0-9%])"),
    re.compile(r"[0-9]{3,4}[-\s.][0-9]{3,4}[-\s.][0-9]{4}(?![0-9])"),
    re.compile(r"0[0-9]{2,4}[-\s][0-9]{3,4}[-\s]?[0-9]{3,4}(?![0-9])"),
    re.compile(r"[0-9]{3}-[0-9]{4}(?![0-9-])"),
)  # fmt: skip
_IP = re.compile(r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?![0-9])")
_GUID = re.compile(r"[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}")
_VERSION = re.compile(r"[0-9]+(?:\.[0-9]+){2,5}")
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}\Z")
_OLD_YEAR = re.compile(r"1[0-9]{3}\Z|[1-9][0-9]{2}\Z")
_YEAR_LEADS = frozenset(
    "in since of until till by from during after before year early late mid circa around between "
    "through spring summer autumn fall winter class copyright © election season the january "
    "february march april june july august september october november december jan feb mar apr "
    "jun jul aug sep sept oct nov dec q1 q2 q3 q4 and to for fiscal model - – on ago ended ending "
    "end beginning start at act back calendar vintage established founded est born".split()
)
_YEAR_STRONG = frozenset(
    "in since until till during after before year early late mid circa spring summer autumn winter copyright © "
    "january february march april june july august september october november december fiscal act "
    "founded born ended ending".split()
)
_DATE_LEADS = frozenset(
    "on since until till by before after dated from of through between for ( announced".split()
)
# A number after one of these names a thing.
_NAMERS = frozenset(
    "section row chapter article page pages room flight route highway interstate formula level "
    "phase tier type form version volume vol part episode season gate apartment apt suite box "
    "class grade channel model figure fig table exhibit appendix rule title schedule item "
    "paragraph clause amendment proposition prop resolution platform terminal pier "
    "building block unit-no line track lane zone ward district precinct area bus "
    "iphone ipad galaxy pixel windows android ios xbox playstation boeing airbus iso "
    "round stage week day game lap hole catch no number matchday seed chapter stock code "
    "fortune ftse nikkei nasdaq dax cac ibex russell csi dow stoxx kospi sensex topix hsi s&p "
    "euro covid cop g group magnum lottery article apollo falcon core ryzen radeon geforce rtx gtx "
    "gpt llama generation mark mk series psalm matthew sonnet symphony opus "
    "step question q lot psa area category".split()
)  # fmt: skip
_INDEX_SIZES = frozenset(
    {
        "30",
        "40",
        "50",
        "100",
        "200",
        "225",
        "250",
        "300",
        "350",
        "400",
        "500",
        "600",
        "1000",
        "2000",
        "3000",
        "5000",
    }
)
_NAMES_AFTER = re.compile(r"\([a-z]\)(?:\([0-9a-z]{1,3}\))?")


def read_mask(tokens: Tokens, i: int, floor: int = 0) -> Masked | None:
    """The mask that begins at a token, or a little before it where a name ends in digits.

    Args:
        tokens: The tokens.
        i: A token that holds digits, a sign or a word that something numeric begins with.
        floor: The first token that is still free.

    Returns:
        The mask, or None where a quantity may stand.
    """
    word, low = tokens.words[i], tokens.lows[i]
    text, start = tokens.text, tokens.starts[i]
    if "0" <= word[0] <= "9":
        return _at_digit(tokens, i, floor)
    if low in dates.MONTHS and word[0].isupper():
        return _dated(tokens, i, dates.at_month(text, start))
    if low in {"q", "h", "fy", "cy", "fiscal", "first", "second", "third", "fourth"}:
        return _dated(tokens, i, dates.at_word(text, start))
    if low in {"http", "https", "www"}:
        return _matched(tokens, i, _URL, "url")
    if word in "@#＃":
        return _at_sign(tokens, i, floor)
    if word in "+(":
        for pattern in _PHONES[:3]:
            found = _matched(tokens, i, pattern, "phone")
            if found:
                return found
    return None


def _until(tokens: Tokens, i: int, end: int) -> int:
    """The first token that begins at or after an offset."""
    j = i
    while j < len(tokens) and tokens.starts[j] < end:
        j += 1
    return j


def _matched(tokens: Tokens, i: int, pattern: re.Pattern[str], kind: MaskKind) -> Masked | None:
    match = pattern.match(tokens.text, tokens.starts[i])
    if match is None:
        return None
    return Masked(i, _until(tokens, i, match.end()), kind)


def _dated(tokens: Tokens, i: int, found: dates.Dated | None) -> Masked | None:
    if found is None:
        return None
    return Masked(i, _until(tokens, i, found.end), found.kind, found.value)


def _at_sign(tokens: Tokens, i: int, floor: int) -> Masked | None:
    begin = i
    while (
        begin > max(floor, i - 12)
        and tokens.glued(begin - 1)
        and (tokens.words[begin - 1].isalnum() or tokens.words[begin - 1] in "._%+-")
    ):
        begin -= 1
    match = _EMAIL.match(tokens.text, tokens.starts[begin]) if tokens.words[i] == "@" else None
    if match is not None and match.end() > tokens.ends[i]:
        return Masked(begin, _until(tokens, i, match.end()), "email")
    return _matched(tokens, i, _TAG, "handle") if tokens.glued(i) else None


def _at_digit(tokens: Tokens, i: int, floor: int) -> Masked | None:
    text, start = tokens.text, tokens.starts[i]
    if len(tokens.words[i]) > 60:
        return Masked(i, i + 1, "identifier")
    glued_word = i > floor and tokens.glued(i - 1) and tokens.words[i - 1].isalpha()
    if glued_word:
        return _glued(tokens, i, floor)
    if tokens.low(i - 1) in "$€£¥₹₩" and tokens.low(i - 1):
        return None
    found = _dated(tokens, i, dates.at_digit(text, start))
    if found is not None:
        return found
    if tokens.low(i + 1) == "/":
        dated = tokens.low(i - 1) in _DATE_LEADS
        found = _dated(tokens, i, dates.slashed(text, start, dated=dated))
        if found is not None:
            return found
    if (
        tokens.low(i + 1) in {"-", "(", ".", " "}
        or tokens.digits(i + 1)
        or tokens.words[i].count(".") > 1
    ):
        found = _long_identifier(tokens, i)
        if found is not None:
            return found
    if tokens.phrase(i + 1, 2) in {"min read", "minute read"}:
        return Masked(i, i + 3, "numbering")
    tail = tokens.low(i + 1)
    if tokens.glued(i) and tail in {"st", "nd", "rd", "th"} and not _ranked(tokens, i + 2):
        return Masked(i, i + 2, "numbering")
    return _year(tokens, i) or _score(tokens, i) or _name(tokens, i, floor)


def _ranked(tokens: Tokens, i: int) -> bool:
    """Whether a superlative follows an ordinal: "10th-largest"."""
    j = i + 1 if tokens.low(i) == "-" else i
    return tokens.low(j) in SUPERLATIVES


_SCORE = re.compile(r"[0-9]{1,3}[-–][0-9]{1,3}(?:[-–][0-9]{1,3})?(?![0-9.,–%-]*[0-9%])")
_OPEN = frozenset(
    "between from about around roughly approximately over some nearly under to".split()
)


def _score(tokens: Tokens, i: int) -> Masked | None:
    """ "won 2-0", "16-18 Industrial Avenue": two bare numbers around a hyphen."""
    if (
        tokens.low(i + 1) not in {"-", "–"}
        or not tokens.digits(i + 2)
        or tokens.low(i - 1) in _OPEN
    ):
        return None
    match = _SCORE.match(tokens.text, tokens.starts[i])
    if match is None:
        return None
    end = _until(tokens, i, match.end())
    following = tokens.low(end)
    if (
        following in SCALES
        or following.upper() in CODES
        or following in {"-", "%", "percent", "+", "x"}
        or tokens.glued(end - 1)
        and following.isalpha()
    ):
        return None
    if (
        read_unit(tokens, end) is not None
        or counted(tokens, end) is not None
        and tokens.word(end)[:1].islower()
    ):
        return None
    return None if after_money(tokens, end) else Masked(i, end, "score")


def _long_identifier(tokens: Tokens, i: int) -> Masked | None:
    for pattern, kind in ((_GUID, "identifier"), (_IP, "identifier")):
        found = _matched(tokens, i, pattern, kind)  # type: ignore[arg-type]
        if found is not None:
            return found
    if tokens.words[i].count(".") > 1:
        return _matched(tokens, i, _VERSION, "version") if not _grouped(tokens.words[i]) else None
    for pattern in _PHONES:
        found = _matched(tokens, i, pattern, "phone")
        if found is not None:
            return found
    return None


def _grouped(word: str) -> bool:
    parts = word.split(".")
    return all(len(p) == 3 for p in parts[1:]) and 0 < len(parts[0]) <= 3


def _glued(tokens: Tokens, i: int, floor: int) -> Masked | None:
    """Letters and digits in one word: "Qwen3-Max", "G7", "SF90"; not "RM3.06", "USD34"."""
    before = tokens.words[i - 1]
    if (
        before in CODES
        or before in PREFIXES
        or before.lower() in DOLLARS
        or before.upper() in CODES
    ):
        return None
    begin, end = i - 1, i + 1
    while end < len(tokens) and tokens.glued(end - 1) and end < i + 8:
        word = tokens.words[end]
        if not (
            word[0].isalnum()
            or (word in "-./" and tokens.glued(end) and tokens.word(end + 1)[:1].isalnum())
        ):
            break
        end += 1
    while (
        begin - 2 >= floor
        and tokens.words[begin - 1] in "-."
        and tokens.glued(begin - 1)
        and tokens.glued(begin - 2)
        and tokens.words[begin - 2][0].isalnum()
        and i - begin < 6
    ):
        begin -= 2
    return Masked(begin, end, "name")


def _year(tokens: Tokens, i: int) -> Masked | None:
    word, before = tokens.words[i], tokens.low(i - 1)
    if not word.isdigit() or len(word) not in {3, 4}:
        return None
    after = tokens.low(i + 1)
    if after in {"bc", "ad", "bce", "ce"} or before in {"bc", "ad", "a.d."}:
        return Masked(i, i + 1, "year", word.zfill(4))
    if before == "." and tokens.phrase(i - 4, 4) == "a . d .":
        return Masked(i, i + 1, "year", word.zfill(4))
    if not _YEAR.match(word):
        if (
            len(word) == 4
            and word[0] == "1"
            and before in {"between", "since", "and"}
            and read_unit(tokens, i + 1) is None
            and counted(tokens, i + 1) is None
        ):
            return Masked(i, i + 1, "year", word)
        return None
    if (
        before in {"$", "€", "£", "over", "than", "least", "about", "some"}
        or after in SCALES
        or after in {"%", "°"}
    ):
        return None
    if before in _YEAR_STRONG and after not in {"%", "percent"}:
        return Masked(i, i + 1, "year", word)
    unit = read_unit(tokens, i + 1)
    if unit is not None and unit.kind != "duration":
        return None
    if after in LETTER_SCALES and tokens.glued(i):
        return None
    if after == "s" and tokens.glued(i):
        return Masked(i, i + 1, "year", word)
    noun = counted(tokens, i + 1) if unit is None else None
    if unit is not None or (
        noun is not None
        and before not in _YEAR_LEADS
        and noun.end <= i + 3
        and tokens.word(i + 1)[:1].islower()
    ):
        return None
    return Masked(i, i + 1, "year", word)


def _name(tokens: Tokens, i: int, floor: int) -> Masked | None:
    """Digits that are part of a name: "S&P 500", "Section 232", "401(k)", "RTX Pro 6000D"."""
    word, after = tokens.words[i], tokens.word(i + 1)
    match = _NAMES_AFTER.match(tokens.text, tokens.ends[i])
    if match is not None and word.isdigit() and len(word) <= 4:
        return Masked(i, _until(tokens, i, match.end()), "name")
    if tokens.glued(i) and after.isalpha() and word.isdigit():
        tail = after.lower()
        if (
            len(after) <= 2
            and after.isupper()
            and tail not in LETTER_SCALES
            and read_unit(tokens, i + 1) is None
            and after not in CODES
        ):
            return _named(tokens, i, i + 2, floor)
        if after == "G" and len(word) == 1:
            return Masked(i, i + 2, "name")
        if after == "D" and len(word) == 1:
            return Masked(i, i + 2, "name")
    before, lead = tokens.word(i - 1), tokens.low(i - 1)
    if i <= floor or not before:
        return None
    if (
        lead in {"-", "‐", "‑"}
        and tokens.glued(i - 1)
        and tokens.glued(i - 2)
        and tokens.word(i - 2).isalpha()
    ):
        head = tokens.word(i - 2)
        if (
            head[0].isupper()
            and head not in CODES
            and tokens.low(i - 2) not in dates.MONTHS
            and i - 2 >= floor
        ):
            end = i + 2 if tokens.glued(i) and after.isalpha() and len(after) < 3 else i + 1
            return Masked(i - 2, end, "name")
    if lead in _NAMERS and (word.isdigit() or "." in word) and lead not in {"no", "number"}:
        if (
            before[0].isupper()
            or word.isdigit()
            and lead
            in {
                "category",
                "section",
                "page",
                "row",
                "chapter",
                "room",
                "channel",
                "step",
                "question",
            }
        ) and not _counts(tokens, i, strict=True):
            return Masked(i - 1, i + 1, "name")
    if before == "P" and tokens.low(i - 2) in {"&", "s"} and word in _INDEX_SIZES:
        return Masked(max(floor, i - 3), i + 1, "name")
    if (
        before[0].isupper()
        and before.isalpha()
        and lead not in _OPENERS
        and word.isdigit()
        and not _counts(tokens, i)
    ):
        return _named(tokens, i, i + 1, floor)
    return None


_BRANDS = frozenset(
    "iPhone iPad Galaxy Pixel Windows Android iOS Xbox PlayStation Boeing Airbus Ryzen GeForce RTX Channel Watch Note GPT Llama".split()
)
_OPENERS = frozenset(
    "the a an in on at by for from of to with about around over under more than less nearly almost "
    "some only just up down at and or but also all these those its their his her our he she it they we "
    "approximately roughly between within after before since during last next another first "
    "rose fell another cut was is are were has have had between january february march april may june july august "
    "september october november december monday tuesday wednesday thursday friday saturday sunday what there total totaling save add "
    "buy get see get costs cost price priced pay worth sold sells sell".split()
)


def _counts(tokens: Tokens, i: int, *, strict: bool = False) -> bool:
    """Whether the number at i goes on as a quantity: with a scale, a unit or a counted noun."""
    after = tokens.low(i + 1)
    if after in SCALES or after in {"%", "percent"} or "," in tokens.words[i]:
        return True
    if read_unit(tokens, i + 1) is not None or after.upper() in CODES:
        return True
    if strict:
        return False
    return counted(tokens, i + 1) is not None


def _named(tokens: Tokens, i: int, end: int, floor: int) -> Masked:
    begin = i
    while begin - 1 >= max(floor, i - 3):
        before = tokens.words[begin - 1]
        if not (
            before[0].isupper() and before.isalpha() and tokens.lows[begin - 1] not in _OPENERS
        ):
            break
        begin -= 1
    return Masked(begin, end, "name")
