"""Digits that belong to a name, "Qwen3-Max", "S&P 500", "Section 232", "401(k)"; and scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities import dates
from summarizer.quantities.currencies import CODES, PREFIXES
from summarizer.quantities.currencies import after as after_money
from summarizer.quantities.late import late
from summarizer.quantities.masked import Masked, until
from summarizer.quantities.nouns import counted
from summarizer.quantities.scales import LETTER_SCALES, SCALES
from summarizer.quantities.units import read_unit

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

# A number after one of these names a thing, after the second few in lower case too.
_NAMERS = frozenset(
    "section row chapter article page pages room flight route highway interstate formula level "
    "phase tier type form version volume vol part episode season gate apartment apt suite box "
    "class grade channel model figure fig table exhibit appendix rule title schedule item "
    "paragraph clause amendment proposition prop resolution platform terminal pier building "
    "block line track lane zone ward district precinct area bus iso round stage week day game "
    "lap hole catch matchday seed stock code fortune ftse nikkei nasdaq dax cac ibex russell csi "
    "dow stoxx kospi sensex topix hsi euro covid cop g group magnum apollo falcon core "
    "generation mark mk series psalm matthew sonnet symphony opus step question q lot category "
    "unit windows android nikkei big leopard abrams versión versão versione kapitel artikel "
    "artículo artigo articolo capítulo platz".split()
)
_LOW_NAMERS = frozenset(
    "category section page row chapter room channel step question type stage level phase tier "
    "grade flight route highway article clause paragraph annex appendix exhibit footnote".split()
)
# After these a decimal is a version.
_VERSIONED = frozenset(
    "web industry industrie society usb bluetooth pci pcie tls ssl http python java javascript "
    "php ruby html css wifi thunderbolt hdmi opengl directx vulkan kernel linux ubuntu debian "
    "android cuda deepseek qwen grok mistral kimi sora veo phi claude gemini llama gpt gemma "
    "firefox chrome mac ios macos bluetooth log4j terraform kubernetes docker postgres".split()
)
_VERSION = late(r"[0-9]{1,2}\.[0-9]{1,2}\Z")
# "Web 2.0", "Abenomics 2.0": a new start, in no table of figures.
_RESTARTS = frozenset({"2.0", "3.0", "4.0", "5.0"})
# The rest of "Rule 10b-5".
_SUBSECTION = late(r"[a-z]?(?:-[0-9]{1,2}(?![0-9%]))?(?![0-9A-Za-z])")
# After an R and a digit these say that it is a model's name and no rand.
_MODELS = frozenset("model models reasoning chip chips version vehicle suv series".split())
# After these a number is a name, whatever follows.
BRANDS = frozenset(
    "iPhone iPad Galaxy Pixel Windows Android iOS Xbox PlayStation Boeing Airbus Ryzen GeForce "
    "RTX GTX Radeon Channel Watch Note GPT Llama Gemini Claude".split()
)
# A capital that begins a sentence or a phrase before a number, and names nothing.
_OPENERS = frozenset(
    "the a an in on at by for from of to with about around over under more than less nearly "
    "almost some only just up down at and or but also all these those its their his her our he "
    "she it they we approximately roughly between within after before since during last next "
    "another first rose fell cut was is are were has have had january february march april may "
    "june july august september october november december monday tuesday wednesday thursday "
    "friday saturday sunday what there total totaling save add buy get see costs cost price "
    "priced pay worth sold sells sell minus negative plus least most aged age every each if when "
    "while no not as until through against per including got say says said that this which who "
    "now then so well even still any both either neither like unlike out off into onto give "
    "gives gave take takes took make makes made find show call i you me him them us my your how "
    "why where exactly die der das den dem ein eine im am bei mit auf für le les la un une el los "
    "las il lo gli os as um uma".split()
)
_SENTENCE_ENDS = frozenset(["", *'.!?:;¿¡"“«»'])
_INDEX_SIZES = frozenset("30 40 50 100 200 225 250 300 350 400 500 600 1000 2000 3000 5000".split())
_LETTERED = late(r"\([a-z]\)(?:\([0-9a-z]{1,3}\))?")
_SCORE = late(r"[0-9]{1,3}[-–][0-9]{1,3}(?:[-–][0-9]{1,3})?(?![0-9.,–%-]{0,9}[0-9%])")
# A range and no score.
_OPEN = frozenset(
    "between from about around roughly approximately over some nearly under to".split()
)


def titles(word: str) -> bool:
    """Whether a number after a word names a thing: "Section 232", "iPhone 14"."""
    return word in BRANDS or word.lower() in _NAMERS


def glued(tokens: Tokens, i: int, floor: int) -> Masked | None:
    """Letters and digits in one word: "Qwen3-Max", "G7", "SF90"; not "RM3.06", "USD34"."""
    before = tokens.words[i - 1]
    money = before in PREFIXES or before.upper() in CODES
    coded = tokens.low(i - 2) == "-" and tokens.glued(i - 2)
    coded = coded or (before == "R" and _rand_less(tokens, i))
    if (money and not coded) or not before.isascii():
        return None
    begin, end = i - 1, i + 1
    while end < min(len(tokens), i + 9) and tokens.glued(end - 1):
        word = tokens.words[end]
        joins = word in "-./" and tokens.glued(end) and tokens.word(end + 1)[:1].isalnum()
        if not (word[0].isalnum() or joins):
            break
        end += 1
    while begin - 2 >= max(floor, i - 7) and tokens.glued(begin - 1) and tokens.glued(begin - 2):
        if tokens.words[begin - 1] not in "-." or not tokens.words[begin - 2][0].isalnum():
            break
        begin -= 2
    return Masked(begin, end, "name")


def _rand_less(tokens: Tokens, i: int) -> bool:
    """ "DeepSeek's R1 model", "the Rivian R1T": a model and no rand."""
    if len(tokens.words[i]) > 1:
        return False
    after, lead = tokens.word(i + 1), tokens.word(i - 2)
    if tokens.glued(i) and len(after) == 1 and after.isupper():
        return after.lower() not in LETTER_SCALES or lead[:1].isupper()
    owned = lead == "s" and tokens.word(i - 3) in {"'", "’"}
    named = owned or (lead[:1].isupper() and lead.isalpha() and lead.lower() not in _OPENERS)
    return after.lower() in _MODELS or (named and not goes_on(tokens, i))


def lettered(tokens: Tokens, i: int, floor: int) -> Masked | None:
    """ "H.R. 1", "DeepSeek R1": what begins with an R that is no rand."""
    if tokens.low(i - 1) == "." and tokens.words[i - 2] == "H" and tokens.glued(i - 1):
        j = i + 2 if tokens.low(i + 1) == "." else i + 1
        return Masked(max(floor, i - 2), j + 1, "name") if tokens.digits(j) else None
    if not (tokens.digits(i + 1) and tokens.glued(i)):
        return None
    coded = tokens.low(i - 1) == "-" and tokens.glued(i - 1)
    return glued(tokens, i + 1, floor) if coded or _rand_less(tokens, i + 1) else None


def score(tokens: Tokens, i: int) -> Masked | None:
    """ "won 2-0", "16-18 Industrial Avenue": two bare numbers around a hyphen."""
    if tokens.low(i + 1) not in {"-", "–"} or not tokens.digits(i + 2):
        return None
    match = _SCORE.match(tokens.text, tokens.starts[i])
    if match is None or tokens.low(i - 1) in _OPEN:
        return None
    end = until(tokens, i, match.end())
    following = tokens.low(end)
    if (
        following in SCALES
        or following.upper() in CODES
        or following in {"-", "%", "percent", "+", "x"}
    ):
        return None
    if tokens.glued(end - 1) and following.isalpha():
        return None
    if read_unit(tokens, end) is not None or after_money(tokens, end):
        return None
    if counted(tokens, end) is not None and tokens.word(end)[:1].islower():
        return None
    return Masked(i, end, "score")


def name(tokens: Tokens, i: int, floor: int) -> Masked | None:
    """The name that the digits at token i are part of, where the signs of one are there."""
    word, after = tokens.words[i], tokens.word(i + 1)
    match = _LETTERED.match(tokens.text, tokens.ends[i]) if after == "(" else None
    if match is not None and word.isdigit() and len(word) <= 4:
        return Masked(i, until(tokens, i, match.end()), "name")
    if tokens.glued(i) and after.isalpha() and word.isdigit():
        if after in {"G", "D"} and len(word) == 1:
            return Masked(i, i + 2, "name")
        if _code_tail(tokens, i, after):
            return _with_capitals(tokens, i, i + 2, floor)
    filed = _filing(tokens, i, floor) or _jet(tokens, i, floor)
    if filed is not None:
        return filed
    if i <= floor:
        return None
    return _hyphened(tokens, i, floor) or _titled(tokens, i, floor)


def _filing(tokens: Tokens, i: int, floor: int) -> Masked | None:
    """ "Form 10-K", "an 8-K": reports to the American regulator."""
    if tokens.words[i] == "13" and tokens.word(i + 1) in {"F", "D", "G"} and tokens.glued(i):
        return Masked(i, i + 2, "name")
    if tokens.words[i] not in {"6", "8", "10", "11", "20", "40"} or tokens.low(i + 1) != "-":
        return None
    if tokens.word(i + 2) not in {"K", "Q", "F"} or not (tokens.glued(i) and tokens.glued(i + 1)):
        return None
    titled = i > floor and tokens.low(i - 1) in {"form", "forms"}
    return Masked(i - 1 if titled else i, i + 3, "name")


def _jet(tokens: Tokens, i: int, floor: int) -> Masked | None:
    """ "737 Max", "787 Dreamliners", "Boeing's 777 fleet"."""
    word, after = tokens.words[i], tokens.word(i + 1)
    if len(word) != 3 or word[0] != "7" or word[2] != "7":
        return None
    named = after.lower() in {"max", "dreamliner", "dreamliners", "freighter", "freighters"}
    if tokens.glued(i) and after == "s" and tokens.low(i - 1) not in {"$", "€", "£"}:
        return Masked(i, i + 2, "name")
    maker = "boeing" in tokens.lows[max(floor, i - 8) : i]
    if not (named or maker) or tokens.low(i + 1) in SCALES:
        return None
    begin = i - 1 if tokens.low(i - 1) == "boeing" and i > floor else i
    end = i + 2 if named else i + 1
    if after.lower() == "max" and tokens.low(i + 2) in {"7", "8", "9", "10"}:
        # "the 737 Max 8"
        end = i + 4 if tokens.low(i + 3) == "s" and tokens.glued(i + 2) else i + 3
    return Masked(begin, end, "name")


def _code_tail(tokens: Tokens, i: int, after: str) -> bool:
    """ "6000D": capitals after digits that are no unit, scale or currency."""
    if len(after) > 2 or not after.isupper() or after.lower() in LETTER_SCALES or after in CODES:
        return False
    return read_unit(tokens, i + 1) is None


def _hyphened(tokens: Tokens, i: int, floor: int) -> Masked | None:
    """ "Covid-19", "PLX-18A", "last-32"."""
    if tokens.low(i - 1) not in {"-", "‐", "‑"} or not (
        tokens.glued(i - 1) and tokens.glued(i - 2)
    ):
        return None
    head, after = tokens.word(i - 2), tokens.word(i + 1)
    if i - 2 < floor or not head.isalpha():
        return None
    if head in {"last", "top", "final"} or (head in _LOW_NAMERS and len(tokens.words[i]) < 3):
        return Masked(i - 2, i + 1, "name")
    if head.islower() or head in CODES or head.lower() in dates.MONTHS or head.lower() == "sub":
        return None
    tail = tokens.glued(i) and after.isalpha() and len(after) < 3
    return Masked(i - 2, i + 2 if tail else i + 1, "name")


def _titled(tokens: Tokens, i: int, floor: int) -> Masked | None:
    """ "Section 232", "S&P 500", "iPhone 14", "RTX Pro 6000", "90049 ZIP code"."""
    word, before, lead = tokens.words[i], tokens.words[i - 1], tokens.lows[i - 1]
    if before in {".", "/"} and tokens.words[i - 2] in {"ID", "HTTP"} and tokens.glued(i - 1):
        # "the ID.4", "HTTP/2"
        return Masked(max(floor, i - 2), i + 1, "name")
    if before == "P" and tokens.low(i - 2) in {"&", "s"} and word in _INDEX_SIZES:
        return Masked(max(floor, i - 3), i + 1, "name")
    coded = tokens.lows[i + 1] == "zip" and tokens.lows[i + 2] == "code"
    if before in BRANDS or coded:
        return _with_capitals(tokens, i, i + 1, floor)
    capital = before[0].isupper()
    named = lead in _NAMERS and (capital or (word.isdigit() and lead in _LOW_NAMERS))
    if named and not goes_on(tokens, i):
        serial = tokens.low(i + 1) == "-" and tokens.digits(i + 2) and tokens.glued(i)
        tail = _SUBSECTION.match(tokens.text, tokens.ends[i])
        end = i + 3 if serial else until(tokens, i + 1, tail.end()) if tail else i + 1
        return Masked(i - 1, end, "name")
    if _VERSION.match(word) and not goes_on(tokens, i):
        restarts = word in _RESTARTS and before.istitle() and lead not in _OPENERS
        restarts = restarts and i > 1 and not tokens.digits(i + 1) and lead != "magnitude"
        return Masked(i - 1, i + 1, "version") if restarts or lead in _VERSIONED else None
    if not (capital and before.isalpha() and word.isdigit()) or lead in _OPENERS:
        return None
    if tokens.language is not None and tokens.low(i - 2) in _SENTENCE_ENDS:
        # "Perdió 300.": the capital of a sentence.
        return None
    noun = counted(tokens, i + 1)
    if goes_on(tokens, i) or (noun is not None and noun.end <= i + 2):
        return None
    return _with_capitals(tokens, i, i + 1, floor)


def goes_on(tokens: Tokens, i: int) -> bool:
    """Whether a number at i goes on as an amount: with a scale, a unit or a currency."""
    after = tokens.low(i + 1)
    if after in SCALES or "," in tokens.words[i] or after.upper() in CODES:
        return True
    return read_unit(tokens, i + 1) is not None or after_money(tokens, i + 1) is not None


def _with_capitals(tokens: Tokens, i: int, end: int, floor: int) -> Masked:
    """The mask from the capitalised words before token i on."""
    begin = i
    while begin - 1 >= max(floor, i - 3):
        before = tokens.words[begin - 1]
        if before in BRANDS:
            begin -= 1
            continue
        if not (before[0].isupper() and before.isalpha()) or tokens.lows[begin - 1] in _OPENERS:
            break
        begin -= 1
    return Masked(begin, end, "name")
