"""Addresses and numbers that only identify: URLs, e-mails, handles, phones, IPs, GUIDs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.quantities.late import late
from summarizer.quantities.masked import Masked, matched, until

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

# Compiled at first use: most texts hold none of them.
_URL = r"(?i:https?|ftp|www)(?:://|\.)[^\s<>\"”’\x00]{1,2000}"
_BARE_URL = (
    r"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\."
    r"(?:com|org|net|io|gov|edu|info|biz|co|cn|uk|de|jp|hk|fr|it|es|eu|us|ca|au|in|me|tv)\b"
    r"(?:[:/?][^\s\x00]{0,1000})?"
)
_EMAIL = r"[A-Za-z0-9._%+-]{0,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}"
_TAG = r"[@#＃]\w{1,100}"
_IP = r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?![0-9])"
_IPV6 = r"[0-9A-Fa-f]{0,4}(?::{1,2}[0-9A-Fa-f]{1,4}){2,8}(?:::)?(?:/[0-9]{1,3})?"
_GUID = r"[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}|[0-9A-Fa-f]{32}\b"
_VERSION = r"[0-9]+(?:\.[0-9]+){2,5}"
# Without a word such as "phone" before it, only what has the shape of a phone number.
_PHONES = (
    r"1-8[0-9]{2}-[A-Z0-9][A-Za-z0-9]{2,10}(?:-[A-Z0-9]{2,10})?\b",
    r"\+[0-9(][0-9\s().\-/]{5,20}[0-9](?![0-9%])",
    r"(?:[01][\s.-]{1,2})?\([\s]?[0-9]{2,4}\s?\)[\s.-]{0,3}[0-9]{3,5}[\s.-]{0,3}[0-9]{3,5}(?![0-9%])",
    r"(?:[01][-.\s])?[0-9]{3}([-.\s])[0-9]{3}\1[0-9]{4}(?![0-9])",
    r"(?:00|0)[0-9]{2,4}[-\s/]{1,2}[0-9]{3,4}[-\s]?[0-9]{2,5}(?:[-\s][0-9]{2,4})?(?![0-9])",
    r"[0-9]{3}-[0-9]{4}(?![0-9-])",
    r"[0-9]{3}\)[0-9]{3}-[0-9]{4}(?![0-9-])",
    r"0[0-9]{1,3}(?:-[0-9]{1,4}){3,4}(?![0-9-])",
    r"[0-9]{3,4}-[0-9]{3,4}-[0-9]{3,4}(?![0-9-])",
)  # fmt: skip
# Matches wherever one of them does: tried before them.
_ANY_PHONE = late("|".join(pattern.replace(r"\1", r"[-.\s]") for pattern in _PHONES))
_DIALLED = r"\+?\(?[0-9][0-9\s().\-/]{4,22}[0-9](?![0-9%])"
_DIAL_WORDS = frozenset(
    "phone phones tel telephone call calls fax mobile cell hotline whatsapp contact dial telefon "
    "téléphone teléfono telefono 电话 手机".split()
)
_LEAD = 8
_LONG = 10
# "0730", "007": digits that a zero fills up are no amount.
_PADDED = 2
_HEX = frozenset("0123456789abcdefABCDEF")


def at_word(tokens: Tokens, i: int) -> Masked | None:
    """The URL that begins with a word at token i."""
    return matched(tokens, i, _URL, "url")


def at_sign(tokens: Tokens, i: int, floor: int) -> Masked | None:
    """The e-mail address or the handle around "@" or "#" at token i."""
    begin = i
    while begin > max(floor, i - 12) and tokens.glued(begin - 1):
        before = tokens.words[begin - 1]
        if not (before.isalnum() or before in "._%+-"):
            break
        begin -= 1
    if tokens.words[i] == "@":
        match = re.compile(_EMAIL).match(tokens.text, tokens.starts[begin])
        if match is not None and match.end() > tokens.ends[i]:
            return Masked(begin, until(tokens, i, match.end()), "email")
    return matched(tokens, i, _TAG, "handle") if tokens.glued(i) else None


def email_around(tokens: Tokens, i: int, floor: int) -> Masked | None:
    """The e-mail address whose name holds the digits at token i."""
    begin = i
    while begin > max(floor, i - 12) and tokens.glued(begin - 1):
        before = tokens.words[begin - 1]
        if not (before.isalnum() or before in "._%+-"):
            break
        begin -= 1
    return matched(tokens, begin, _EMAIL, "email")


def phone_at_sign(tokens: Tokens, i: int) -> Masked | None:
    """The phone number that begins with "+" or "(" at token i."""
    if not tokens.digits(i + 1) and tokens.low(i + 1) not in {"+", "("}:
        return None
    return _phone(tokens, i)


def at_digit(tokens: Tokens, i: int) -> Masked | None:
    """The identifier that begins with a digit at token i."""
    word, after = tokens.words[i], tokens.low(i + 1)
    if word.count(".") > 1:
        found = matched(tokens, i, _IP, "identifier")
        if found is not None:
            return found
        parts = word.partition(",")[0].split(".")
        if not all(len(part) == 3 for part in parts[1:]):
            return matched(tokens, i, _VERSION, "version")
    if tokens.low(i - 1) in {"ext", "extension"} and word.isdigit():
        return Masked(i, i + 1, "phone")
    touching = tokens.glued(i)
    found = _address(tokens, i) if touching and after else None
    if found is not None:
        return found
    if word.isdigit() and (len(word) >= _LONG or (word[0] == "0" and len(word) > _PADDED)):
        return _serial(tokens, i)
    if _coded(tokens, i):
        return Masked(i, i + 2 if touching and after.isalpha() else i + 1, "identifier")
    if after in {"-", "(", ")", ".", "/"} or tokens.digits(i + 1) or " " in word or len(word) > 5:
        return _phone(tokens, i)
    return None


def _address(tokens: Tokens, i: int) -> Masked | None:
    """The GUID or IPv6 address that begins at token i."""
    after = tokens.low(i + 1)
    if after in "-:" or set(after) <= _HEX:
        found = matched(tokens, i, _GUID, "identifier")
        if found is not None:
            return found
    if after == ":" and tokens.low(i + 2):
        found = matched(tokens, i, _IPV6, "identifier")
        if found is not None and found.end > i + 4:
            return found
    return None


def _serial(tokens: Tokens, i: int) -> Masked | None:
    """A number that is long or filled up with zeros, unless it counts something."""
    if tokens.words[i][0] == "0" and tokens.low(i + 1) in {"-", "/"}:
        dialled = _phone(tokens, i)
        if dialled is not None:
            return dialled
    return None if _measured(tokens, i + 1) else Masked(i, i + 1, "identifier")


def _coded(tokens: Tokens, i: int) -> bool:
    """ "%7B", "::1": part of an encoded address."""
    before = tokens.low(i - 1)
    if before not in {"%", ":"} or not (i and tokens.glued(i - 1)):
        return False
    if before == ":":
        return tokens.low(i - 2) == ":" and tokens.glued(i - 2)
    return tokens.glued(i) and tokens.word(i + 1)[:1].isalpha() and not tokens.digits(i - 2)


def _measured(tokens: Tokens, i: int) -> bool:
    """Whether a sign or a word after a long number makes it an amount."""
    word = tokens.low(i)
    return word in {"%", "$", "€", "£", "¥"} or (
        word.isalpha() and len(word) > 2 and word not in {"and", "the"}
    )


def _phone(tokens: Tokens, i: int) -> Masked | None:
    if tokens.low(i - 1) in {"$", "€", "£", "¥"} or (
        i and tokens.glued(i - 1) and tokens.words[i - 1] in ".,"
    ):
        return None
    dialled = not _DIAL_WORDS.isdisjoint(tokens.lows[max(0, i - _LEAD) : i])
    if not dialled and _ANY_PHONE.match(tokens.text, tokens.starts[i]) is None:
        return None
    for pattern in (*_PHONES, _DIALLED) if dialled else _PHONES:
        found = matched(tokens, i, pattern, "phone")
        if found is not None:
            return found
    return None


def bare_url(tokens: Tokens, i: int, floor: int) -> Masked | None:
    """ "1and1.com", "site24.example.org": the address that a digit at token i is part of."""
    begin = i
    while begin > max(floor, i - 8) and tokens.glued(begin - 1):
        before = tokens.words[begin - 1]
        if not (before.isalnum() or before in "-."):
            break
        begin -= 1
    match = re.compile(_BARE_URL).match(tokens.text, tokens.starts[begin])
    if match is None or match.end() <= tokens.ends[i] or not match.group().isascii():
        return None
    return Masked(begin, until(tokens, i, match.end()), "url")
