"""Bytes to text: encodings, repairs, and what is refused."""

import gzip

import pytest

from summarizer.articles.decode import canonical, decode, decode_as, gunzip
from summarizer.errors import DecodeError, NoArticleError, TooLargeError

PRICE = "The firm paid €5.3 billion – “a record” – for the café chain, £4.6bn less than hoped. "


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (PRICE.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + PRICE.encode(), "utf-8"),
        (PRICE.encode("cp1252"), "cp1252"),
        (b"\xff\xfe" + PRICE.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + PRICE.encode("utf-16-be"), "utf-16-be"),
        (PRICE.encode("utf-16-le"), "utf-16-le"),
    ],
    ids=["utf-8", "utf-8 with mark", "cp1252", "utf-16 le", "utf-16 be", "utf-16 without mark"],
)
def test_a_text_comes_out_as_it_was_written(content: bytes, encoding: str) -> None:
    decoded = decode(content, subject="a.txt")
    assert decoded.text == PRICE
    assert decoded.encoding == encoding


@pytest.mark.parametrize(
    ("text", "declared", "codec"),
    [
        ("Цены выросли на 5,3 процента.", "windows-1251", "cp1251"),
        ("株価は9.2%上昇した。", "Shift_JIS", "cp932"),
        ("营收增长百分之九。", "gb2312", "gb18030"),
        ("It cost €5.3 billion.", "iso-8859-1", "cp1252"),
    ],
)
def test_the_declaration_of_a_page_is_heeded(text: str, declared: str, codec: str) -> None:
    page = f'<html><head><meta charset="{declared}"></head><p>{text}</p>'
    decoded = decode(page.encode(codec), subject="a.html")
    assert text in decoded.text
    assert decoded.warning is None


def test_a_guess_is_said() -> None:
    assert decode(PRICE.encode("cp1252"), subject="a").warning == "encoding guessed: cp1252"


def test_a_few_bad_bytes_do_not_make_utf8_something_else() -> None:
    decoded = decode((PRICE * 9).encode() + b"\xe2\x82", subject="a")
    assert decoded.text.startswith(PRICE)
    assert decoded.warning == "1 unreadable sign in the UTF-8 text"


@pytest.mark.parametrize(
    ("content", "looks"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04rest", "a ZIP archive or an Office document"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\xff\xd8\xff\xe0JFIF", "a JPEG image"),
        (b"\x7fELF\x02", "a program"),
        (b"RIFF0000WEBPVP8 ", "a WebP image"),
        (bytes(range(256)) * 4, "binary data"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_is_not_text_is_refused_by_name(content: bytes, looks: str) -> None:
    with pytest.raises(DecodeError, match=looks):
        decode(content, subject="a.bin")


def test_an_empty_input_has_no_article() -> None:
    with pytest.raises(NoArticleError, match="it is empty"):
        decode(b" \n", subject="a.txt")


def test_gzip_is_unpacked_up_to_the_limit() -> None:
    packed = gzip.compress(PRICE.encode())
    assert gunzip(packed, limit=1000, subject="a") == PRICE.encode()
    with pytest.raises(TooLargeError):
        gunzip(gzip.compress(b"0" * 100_000), limit=1000, subject="a")
    with pytest.raises(DecodeError, match="cut off"):
        gunzip(packed[:-9], limit=1000, subject="a")
    with pytest.raises(DecodeError, match="damaged"):
        gunzip(packed[:3] + b"\xff" * 40, limit=1000, subject="a")


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("It paid â‚¬5.3 billion (Â£4.6bn).", "It paid €5.3 billion (£4.6bn)."),
        ("‘curly’ “quotes” ３億 ﬁrm", "‘curly’ “quotes” ３億 ﬁrm"),
        ("AT&amp;T rose", "AT&amp;T rose"),
        ("cafe\u0301", "café"),
        ("a\ud800b", "a\ufffdb"),
    ],
    ids=["mojibake", "kept signs", "kept entity", "composed", "lone surrogate"],
)
def test_only_damage_is_repaired(text: str, repaired: str) -> None:
    assert canonical(text) == repaired


def test_a_servers_charset_counts_only_where_the_page_is_silent() -> None:
    assert decode_as("€5".encode("cp1252"), "ISO-8859-1") == "€5"
    assert decode_as("€5".encode(), "iso-8859-1") is None
    assert decode_as("<meta charset=cp1251>Ж".encode("cp1251"), "iso-8859-1") is None
    assert decode_as(b"\xff5", "no-such-name") is None
