"""Pages over http(s): what is fetched, from where, how much, and how each failure is told.

Addresses that are not on the public internet are refused, so that a list of URLs, or a redirect,
cannot make this program read what only the user's own machine can reach. What counts is the address
that was connected to, at every redirect, before a byte is sent; a name that resolves differently a
second time therefore gains nothing. A proxy would hide that address, so that the proxy variables
(`HTTPS_PROXY`, …) are heeded only where private addresses are allowed.
"""

from __future__ import annotations

import ipaddress
import socket
import time
import zlib
from typing import TYPE_CHECKING, Any

from summarizer._version import __version__
from summarizer.articles.decode import decode_as, gunzip, too_large
from summarizer.articles.document import Document
from summarizer.errors import FetchError, NoArticleError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx2

    from summarizer.settings import Settings

_MOST_REDIRECTS = 5
_CONNECT_SECONDS, _READ_SECONDS, _ALL_SECONDS = 10.0, 20.0, 60.0
_SAVE_IT = "Save the page in a browser and give the file"
_STATUS = {
    401: ("the page needs a login (401)", _SAVE_IT),
    402: ("the page must be paid for (402)", _SAVE_IT),
    403: ("the server refuses to give the page (403)", _SAVE_IT),
    404: ("no such page (404)", "Check the address"),
    410: ("the page is gone for good (410)", None),
    429: ("the server asks to slow down (429)", "Try again later"),
    451: ("the page is blocked for legal reasons (451)", None),
}


class _PrivateAddressError(Exception):
    """The connection went to an address that is not on the public internet."""


def read_url(url: str, *, settings: Settings) -> Document:
    """Fetch a page.

    Args:
        url: An http(s) address.
        settings: `max_bytes` limits the page, `allow_private` lets private addresses be read.

    Returns:
        A document whose id and source are `url` and whose `url` is where redirects led.

    Raises:
        FetchError: it could not be read; each cause has its own words.
        TooLargeError: it is over the limit.
        NoArticleError: it is empty.
    """
    import httpx2

    extensions = {} if settings.allow_private else {"trace": _public_only}
    try:
        with (
            httpx2.Client(
                follow_redirects=True,
                max_redirects=_MOST_REDIRECTS,
                timeout=httpx2.Timeout(_READ_SECONDS, connect=_CONNECT_SECONDS),
                trust_env=settings.allow_private,
                headers={
                    "User-Agent": f"summarizer/{__version__}",
                    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5",
                    "Accept-Encoding": "gzip",
                },
            ) as client,
            client.stream("GET", url, extensions=extensions) as response,
        ):
            _check_status(response, url)
            content = b"".join(_bounded(response, url, settings.max_bytes))
    except _PrivateAddressError as error:
        raise FetchError(
            f"it leads to {error}, which is not a public address",
            subject=url,
            way_out="Allow it with --allow-private or allow_private = true",
        ) from error
    except httpx2.InvalidURL as error:
        raise FetchError("not a valid address", subject=url) from error
    except httpx2.HTTPError as error:
        raise _failure(error, url) from error
    return _document(url, response, gunzip(content, limit=settings.max_bytes, subject=url))


def _public_only(event: str, info: dict[str, Any]) -> None:
    """Close a connection to an address that is not public, before anything is sent."""
    if event != "connection.connect_tcp.complete":
        return
    stream = info["return_value"]
    address = str(stream.get_extra_info("server_addr")[0])
    if not is_public(address):
        stream.close()
        raise _PrivateAddressError(address)


def is_public(address: str) -> bool:
    """Whether an IP address is on the public internet; an IPv4 address inside IPv6 counts."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        ip = inner or ip
    return ip.is_global and not ip.is_multicast


def _check_status(response: httpx2.Response, url: str) -> None:
    status = response.status_code
    if status < 300:
        return
    if status in _STATUS:
        cause, way_out = _STATUS[status]
    elif status >= 500:
        cause, way_out = f"the server failed ({status})", "Try again later"
    else:
        cause, way_out = f"the server answered {status}", "Check the address"
    raise FetchError(cause, subject=url, way_out=way_out)


def _bounded(response: httpx2.Response, url: str, limit: int) -> Iterator[bytes]:
    received = 0
    deadline = time.monotonic() + _ALL_SECONDS
    for piece in _unpacked(response, url, limit):
        received += len(piece)
        if received > limit:
            raise too_large(url, limit)
        if time.monotonic() > deadline:
            cause = f"not done after {_ALL_SECONDS:g} seconds"
            raise FetchError(cause, subject=url, way_out="Try again later")
        yield piece


def _unpacked(response: httpx2.Response, url: str, limit: int) -> Iterator[bytes]:
    """Undo the packing of an answer, never more than one byte over the limit at once.

    httpx2 would unpack each piece whole, and a small piece can unpack to any size.
    """
    packed = response.headers.get("content-encoding", "").strip().lower()
    if packed in ("", "identity"):
        yield from response.iter_raw()
        return
    if packed not in ("gzip", "x-gzip"):
        raise FetchError(
            f"the answer is packed as {packed}, which was not asked for",
            subject=url,
            way_out=_SAVE_IT,
        )
    unpacker = zlib.decompressobj(wbits=31)
    damaged = FetchError("the answer is damaged", subject=url, way_out="Try again later")
    try:
        for piece in response.iter_raw():
            yield unpacker.decompress(piece, limit + 1)
    except zlib.error as error:
        raise damaged from error
    if not unpacker.eof:
        raise damaged


def _failure(error: httpx2.HTTPError, url: str) -> FetchError:
    import httpx2

    way_out: str | None = "Check the address and the network"
    if isinstance(error, httpx2.ConnectTimeout):
        cause = f"no connection after {_CONNECT_SECONDS:g} seconds"
    elif isinstance(error, httpx2.TimeoutException):
        cause, way_out = f"no answer after {_READ_SECONDS:g} seconds", "Try again later"
    elif isinstance(error, httpx2.TooManyRedirects):
        cause = f"more than {_MOST_REDIRECTS} redirects"
    elif isinstance(error, httpx2.UnsupportedProtocol) or "location header" in str(error):
        cause = "not an http or https address"
    elif isinstance(error, httpx2.ConnectError):
        cause = "no such host" if _is_unknown_host(error) else "no connection"
        if "certificate" in str(error).lower():
            cause = "the server's certificate is not valid"
    else:
        cause, way_out = "the connection broke off", "Try again later"
    return FetchError(cause, subject=url, way_out=way_out)


def _is_unknown_host(error: BaseException) -> bool:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, socket.gaierror):
            return True
        cause = cause.__cause__ or cause.__context__
    return False


def _document(url: str, response: httpx2.Response, content: bytes) -> Document:
    if not content.strip():
        raise NoArticleError("the page is empty", subject=url)
    kind = response.headers.get("content-type", "").split(";")[0].strip().lower()
    body = decode_as(content, response.charset_encoding) or content
    hint = "html" if kind in ("text/html", "application/xhtml+xml") else None
    return Document(url, body, url, hint, url=str(response.url))  # type: ignore[arg-type]
