"""Bytes to text: which encoding, and whether that was declared, certain or a guess.

The order that measured best on news pages: byte order mark, UTF-8, the page's own declaration,
Windows-1252 where few bytes are above 127, then statistics (charset-normalizer).
"""

from __future__ import annotations

import codecs
import re
import unicodedata
import zlib
from dataclasses import dataclass

from summarizer.errors import DecodeError, NoArticleError, TooLargeError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\x89PNG", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3", "a SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
    (b"wOF2", "a font"),
)
_META = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_WEB_NAMES = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "iso-8859-9": "cp1254",
    "tis-620": "cp874",
}
"""What browsers read under these names (WHATWG Encoding Standard)."""
_ON_THE_WEB = re.compile(
    r"cp125|cp932|cp949|cp874|cp950|shift_jis|euc_|iso2022|gb|big5|koi8|iso8859|hz|johab|utf_"
)
"""Encodings that pages come in; the code pages of DOS and Macintosh that a short text may be
mistaken for are not among them."""
_FEW = 0.04
"""Below this share of bytes over 127 a western text is likelier than any other."""
_MANGLED = "ÂÃÅâ"
_MOJIBAKE = re.compile(
    r"[ÂÃÅâ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ¢£¤¥§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿\xa0]"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with how it was got; `warning` says what a reader should know of it."""

    text: str
    encoding: str
    warning: str | None = None


def gunzip(content: bytes, *, limit: int, subject: str) -> bytes:
    """Unpack `content` if it is gzip (RFC 1952), else give it back.

    Raises:
        TooLargeError: it unpacks to more than `limit` bytes.
        DecodeError: it is damaged.
    """
    if not content.startswith(b"\x1f\x8b"):
        return content
    unpacker = zlib.decompressobj(wbits=31)
    try:
        unpacked = unpacker.decompress(content, limit + 1)
    except zlib.error as error:
        raise DecodeError("a damaged gzip file", subject=subject) from error
    if len(unpacked) > limit:
        raise too_large(subject, limit)
    if not unpacker.eof:
        raise DecodeError("a gzip file that was cut off", subject=subject)
    return unpacked


def too_large(subject: str, limit: int) -> TooLargeError:
    """Say that an input is over the size limit, in bytes."""
    return TooLargeError(
        f"larger than the limit of {limit / 1_000_000:g} MB",
        subject=subject,
        way_out="Raise max_bytes in the configuration",
    )


def decode(content: bytes, *, subject: str) -> Decoded:
    """Decode a page or a text.

    Raises:
        DecodeError: it is binary; the error says what it looks like.
        NoArticleError: it is empty.
    """
    if not content.strip():
        raise NoArticleError("it is empty", subject=subject)
    for bom, name in _BOMS:
        if content.startswith(bom):
            return Decoded(content[len(bom) :].decode(name, "replace"), name)
    _refuse_binary(content, subject)
    if wide := _wide(content):
        return Decoded(content.decode(wide, "replace"), wide, f"encoding guessed: {wide}")
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    return _declared(content) or _broken_utf8(content) or _guessed(content)


def _refuse_binary(content: bytes, subject: str) -> None:
    looks = next((what for magic, what in _MAGIC if content.startswith(magic)), None)
    if looks is None and content[:4] == b"RIFF":
        looks = "a WebP image" if content[8:12] == b"WEBP" else "a recording"
    if looks is None and content[4:8] == b"ftyp":
        looks = "a video"
    if looks is None and not _wide(content):
        head = content[:8192]
        control = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head)
        if b"\0" in head or control > 0.05 * len(head):
            looks = "binary data"
    if looks:
        raise DecodeError(
            f"it looks like {looks}, not text or HTML",
            subject=subject,
            way_out="Save its text and give that"
            if looks == "a PDF"
            else "Give the article as text or HTML",
        )


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of western text, spaces and tags is zero."""
    head = content[:4096]
    half = len(head) // 2
    if half < 8:
        return None
    if head[1::2].count(0) > 0.4 * half and head[::2].count(0) < 0.05 * half:
        return "utf-16-le"
    if head[::2].count(0) > 0.4 * half and head[1::2].count(0) < 0.05 * half:
        return "utf-16-be"
    return None


def decode_as(content: bytes, declared: str | None) -> str | None:
    """Decode by the name that a server gave, where the content itself does not say better.

    None where nothing was declared, the content is UTF-8 or has its own declaration or mark, or the
    name is not known: `decode` then finds out.
    """
    if not declared or content.startswith(tuple(bom for bom, _ in _BOMS)):
        return None
    if _META.search(content[:4096]):
        return None
    name = _WEB_NAMES.get(declared.lower(), declared)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return _cp1252(content) if name == "cp1252" else content.decode(name)
        except (LookupError, UnicodeDecodeError):
            return None
    return None


def _declared(content: bytes) -> Decoded | None:
    match = _META.search(content[:4096])
    if not match:
        return None
    declared = match.group(1).decode("ascii", "replace").lower()
    name = _WEB_NAMES.get(declared, declared)
    if name.replace("-", "").replace("_", "").startswith(("utf", "unicode")):
        return None
    try:
        if name == "cp1252":
            return Decoded(_cp1252(content), name)
        return Decoded(content.decode(name, "replace"), codecs.lookup(name).name)
    except LookupError:
        return None


def _broken_utf8(content: bytes) -> Decoded | None:
    """UTF-8 with a few bad bytes, as where a page was cut off."""
    text = content.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(not c.isascii() for c in text) - bad
    if good < 4 * bad:
        return None
    marks = "sign" if bad == 1 else "signs"
    return Decoded(text, "utf-8", f"{bad} unreadable {marks} in the UTF-8 text")


def _guessed(content: bytes) -> Decoded:
    high = sum(byte > 127 for byte in content)
    if high < _FEW * len(content):
        return Decoded(_cp1252(content), "cp1252", "encoding guessed: cp1252")
    from charset_normalizer import from_bytes

    best = from_bytes(content[:200_000]).best()
    name = best.encoding if best and _ON_THE_WEB.match(best.encoding) else "cp1252"
    text = _cp1252(content) if name == "cp1252" else content.decode(name, "replace")
    return Decoded(text, name, f"encoding guessed: {name}")


def _cp1252(content: bytes) -> str:
    """Decode as browsers do: the five bytes that Windows-1252 leaves open are control signs."""
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        text = content.decode("latin-1")
        return "".join(
            c if not "\x80" <= c <= "\x9f" else c.encode("latin-1").decode("cp1252", "ignore")
            for c in text
        )


def canonical(text: str) -> str:
    """Repair mojibake ("Â£5bn"), replace lone surrogates, and compose (Unicode NFC).

    Everything else, curly quotes and full-width digits among it, stays as it is. Offsets are taken
    after this and never before.
    """
    if text.isascii():
        return text
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if len(text) <= _PIECE:
        return _composed(text)
    pieces: list[str] = []
    start = 0
    while start < len(text):
        end = text.find("\n", start + _PIECE) + 1 or len(text)
        pieces.append(_composed(text[start:end]))
        start = end
    return "".join(pieces)


_PIECE = 500_000
"""Characters that are looked at at once, to the end of a line: composing takes ten times their
room, and nothing composes across a line break."""


def _composed(text: str) -> str:
    if any(sign in text for sign in _MANGLED) and _MOJIBAKE.search(text):
        text = _unmangle(text)
    return unicodedata.normalize("NFC", text)


def _unmangle(text: str) -> str:
    from ftfy import TextFixerConfig, fix_text

    config = TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
    )
    lines = text.split("\n")
    return "\n".join(fix_text(line, config) if _MOJIBAKE.search(line) else line for line in lines)
