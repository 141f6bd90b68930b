"""Numbers that refer to something: a file, a law, a street, a screen, an even split."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities.late import late
from summarizer.quantities.masked import Masked, until
from summarizer.quantities.nouns import counted
from summarizer.quantities.units import read_unit

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

# "invoice no. 4711", "case number 24-1234": what a paper or a thing is filed under.
_FILED = frozenset(
    "invoice order case docket file ref reference patent permit licence license account policy "
    "ticket serial claim tender notice registration registered charity id identification tracking "
    "batch lot membership passport badge vat tax cas lei release bulletin decree".split()
)
_NUMBERED = frozenset({"no", "number", "nr", "num", "nos", "numbers"})
_REFERENCE = late(r"[A-Za-z]{0,4}[0-9][0-9A-Za-z]*(?:[-:/.][0-9A-Za-z]+){0,8}")
_ACTS = frozenset(
    {"regulation", "directive", "decision", "resolution", "regulations", "directives"}
)
_ACT = late(r"(?:\([A-Z]{2,3}\) )?[0-9]{1,4}/[0-9]{1,4}(?:/[A-Z]{2,4})?")
_STREETS = frozenset(
    "street st avenue ave road rd boulevard blvd lane drive square plaza way place terrace "
    "crescent parkway broadway circus embankment strand quay mews".split()
)
_STREET_WORDS = 3
_LONGEST_HOUSE = 5
# "1080p" is a picture and no price, unless shares are spoken of.
_LINES = frozenset("240 360 480 576 720 1080 1440 2160 4320".split())
_WIDTHS = frozenset("2 4 5 8 16".split())
_SCREENS = frozenset(
    "screen screens tv tvs television televisions video videos resolution display displays monitor "
    "monitors camera cameras content hdr uhd oled qled streaming stream streams webcam projector "
    "projectors footage fps graphics gaming movie movies film films blu ray panel panels image "
    "images picture hd youtube broadcast playback laptop console consoles netflix mode".split()
)
_SHARES = frozenset("share shares pence dividend stock ftse closed price pound pounds".split())
_NEAR = 5
_RUNS = frozenset({"run", "runs", "race", "races", "walk", "runner", "runners", "fun"})
_WHOLE = 100
_HALVED = frozenset(
    "joint split splits venture ventures chance chances partnership partners owned ownership deal "
    "basis rule portfolio portfolios partner alliance odds proposition custody share nation "
    "election vote decision senate".split()
)


def at_digit(tokens: Tokens, i: int, floor: int) -> Masked | None:
    """The reference whose digits stand at a token.

    Args:
        tokens: The tokens.
        i: A token in digits.
        floor: The first token that is still free.

    Returns:
        The mask, or None where the number may be an amount.
    """
    after = tokens.lows[i + 1]
    if after in {"p", "i", "k"}:
        return _screen(tokens, i)
    if after in {"-", "/"}:
        found = _even(tokens, i) if tokens.glued(i) else None
        if found is not None:
            return found
    elif after == "x":
        return _grid(tokens, i)
    if i <= floor:
        return _house(tokens, i)
    return _act(tokens, i) or _filed(tokens, i, i - 1) or _house(tokens, i)


def at_number(tokens: Tokens, i: int, floor: int) -> Masked | None:
    """ "case number 24-1234", "docket No. 1:23-cv-04567": at the "number" or the "No."."""
    if i <= floor or tokens.lows[i - 1] not in _FILED:
        return None
    j = i + 2 if tokens.low(i + 1) in {".", ":"} else i + 1
    return _filed(tokens, j, j - 1)


def _filed(tokens: Tokens, i: int, k: int) -> Masked | None:
    """The number at token i under which something is filed, as the words up to token k say."""
    if tokens.low(k) in {".", ":", "#"}:
        k -= 1
    if tokens.low(k) not in _NUMBERED or tokens.low(k - 1) not in _FILED:
        return None
    match = _REFERENCE.match(tokens.text, tokens.starts[i]) if i < len(tokens) else None
    return None if match is None else Masked(i, until(tokens, i, match.end()), "identifier")


def _act(tokens: Tokens, i: int) -> Masked | None:
    """ "Regulation 2019/881", "Directive (EU) 2014/65/EU"."""
    if tokens.low(i + 1) != "/":
        return None
    k = i - 1
    if tokens.low(k) == ")" and tokens.low(k - 2) == "(":
        k -= 3
    if tokens.low(k) not in _ACTS:
        return None
    match = _ACT.match(tokens.text, tokens.starts[i])
    return None if match is None else Masked(i, until(tokens, i, match.end()), "name")


def _house(tokens: Tokens, i: int) -> Masked | None:
    """ "10 Main Street", "221B Baker Street"; not "10 Wall Street banks"."""
    if not tokens.words[i].isdigit() or len(tokens.words[i]) > _LONGEST_HOUSE:
        return None
    lettered = tokens.glued(i) and len(tokens.word(i + 1)) == 1 and tokens.word(i + 1).isupper()
    j = i + 2 if lettered else i + 1
    for k in range(j, j + _STREET_WORDS):
        word = tokens.word(k)
        if not (word[:1].isupper() and word.isalpha()):
            return None
        if k > j and tokens.lows[k] in _STREETS:
            return None if counted(tokens, k + 1) else Masked(i, k + 1, "identifier")
    return None


def _screen(tokens: Tokens, i: int) -> Masked | None:
    """ "1080p video", "a 4K television", "a 5K run"."""
    if not tokens.glued(i) or tokens.low(i - 1) in {"$", "€", "£"}:
        return None
    word, letter = tokens.words[i], tokens.words[i + 1]
    near = {*tokens.lows[max(0, i - _NEAR) : i], *tokens.lows[i + 2 : i + 2 + _NEAR]}
    if letter in {"p", "i"}:
        if word not in _LINES or (near & _SHARES and not near & _SCREENS):
            return None
        # Below a thousand lines a price in pence is as likely.
        sure = len(word) > 3 or near & _SCREENS or letter == "i" or _other_picture(near)
        return Masked(i, i + 2, "name") if sure else None
    if letter != "K" or len(word) > 2:
        return None
    screen = word in _WIDTHS and (near & _SCREENS or tokens.word(i + 2) in {"UHD", "HDR", "Ultra"})
    screen = screen or (word == "4" and tokens.low(i + 2) in {"at", ""})
    return Masked(i, i + 2, "name") if screen or tokens.low(i + 2) in _RUNS else None


def _other_picture(near: set[str]) -> bool:
    return bool(near & (_LINES - {"240", "360", "480", "720"}))


def _even(tokens: Tokens, i: int) -> Masked | None:
    """ "a 50-50 joint venture", "the 60/40 portfolio", "the 80/20 rule": parts of a hundred."""
    one, two = tokens.words[i], tokens.word(i + 2)
    if not (one.isdigit() and two.isdigit() and tokens.glued(i + 1)) or len(one) != 2:
        return None
    if int(one) + int(two) != _WHOLE or tokens.digits(i + 4):
        return None
    following = tokens.low(i + 3)
    if one == two or following in _HALVED:
        return None if following in {"%", "percent"} else Masked(i, i + 3, "score")
    return None


def _grid(tokens: Tokens, i: int) -> Masked | None:
    """ "a 4x4", "1920x1080", "24x7": no multiple."""
    sides = tokens.glued(i) and tokens.glued(i + 1) and tokens.digits(i + 2)
    if not sides or not tokens.words[i].isdigit():
        return None
    j = i + 3
    while tokens.low(j) == "x" and tokens.digits(j + 1) and tokens.glued(j - 1) and tokens.glued(j):
        j += 2
    following = tokens.word(j)
    if tokens.glued(j - 1) and (following[:1].isalpha() or following in {"%", "'", '"', "”"}):
        return None
    if read_unit(tokens, j) is not None:
        return None
    return Masked(i, j, "name")
