"""Pages over HTTP, against a server on this machine: what comes, and how failures are told."""

import gzip
import socket
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

import pytest

from summarizer.articles import clean, fetch
from summarizer.articles.decode import decode, decode_as
from summarizer.articles.fetch import is_public, read_url
from summarizer.errors import DecodeError, FetchError, NoArticleError, TooLargeError
from summarizer.settings import Settings

OPEN = Settings(allow_private=True, max_bytes=10_000)
PAGE = "<html><p>It cost €5.3 billion.</p></html>"


class _Pages(BaseHTTPRequestHandler):
    agents: list[str]

    def do_GET(self) -> None:
        self.server.agents.append(self.headers["User-Agent"])
        kind, _, rest = self.path.strip("/").partition("/")
        if kind == "page":
            self._answer(200, PAGE.encode(), "text/html; charset=utf-8")
        elif kind == "latin":
            self._answer(200, PAGE.encode("cp1252"), "text/html; charset=iso-8859-1")
        elif kind == "big":
            self._answer(200, b"x" * 20_000, "text/plain")
        elif kind == "empty":
            self._answer(200, b"", "text/html")
        elif kind == "hop":
            left = int(rest)
            self._answer(302, b"", "text/html", f"/hop/{left - 1}" if left else "/page")
        elif kind == "to":
            self._answer(302, b"", "text/html", self.server.targets[rest])
        elif kind == "pdf":
            self._answer(200, b"%PDF-1.7 \x00\x01", "application/pdf")
        elif kind == "packed":
            self._answer(200, self.server.packed, "text/html", coding=rest)
        elif kind == "stall":
            self.server.released.wait(10)
        elif kind == "short":
            self._answer(200, PAGE.encode(), "text/html", length=1000)
            self.close_connection = True
        else:
            self._answer(int(kind), b"no", "text/html")

    def _answer(
        self,
        status: int,
        body: bytes,
        kind: str,
        location: str | None = None,
        *,
        coding: str | None = None,
        length: int | None = None,
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length or len(body)))
        if location:
            self.send_header("Location", location)
        if coding:
            self.send_header("Content-Encoding", coding)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@contextmanager
def _serving(address: str) -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer((address, 0), _Pages)
    server.agents, server.targets, server.packed = [], {}, b""
    server.released = threading.Event()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.released.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def server() -> Iterator[ThreadingHTTPServer]:
    with _serving("127.0.0.1") as server:
        yield server


@pytest.fixture
def inner() -> Iterator[ThreadingHTTPServer]:
    """A server at an address that stands for a private one."""
    try:
        with _serving("127.0.0.2") as server:
            yield server
    except OSError:
        pytest.skip("this system has one loopback address")


@pytest.fixture
def site(server: ThreadingHTTPServer) -> str:
    return f"http://127.0.0.1:{server.server_port}"


def test_a_page_comes_as_bytes_with_its_address(site: str, server: ThreadingHTTPServer) -> None:
    document = read_url(f"{site}/hop/2", settings=OPEN)
    assert document.content == PAGE.encode()
    assert (document.id, document.source) == (f"{site}/hop/2", f"{site}/hop/2")
    assert document.url == f"{site}/page"
    assert document.hint == "html"
    assert server.agents[-1].startswith("summarizer/")


def test_the_charset_of_the_server_is_used_where_the_page_names_none(site: str) -> None:
    assert read_url(f"{site}/latin", settings=OPEN).content == PAGE


@pytest.mark.parametrize(
    ("path", "cause"),
    [
        ("401", "needs a login"),
        ("403", "refuses to give the page"),
        ("404", "no such page"),
        ("410", "gone for good"),
        ("429", "asks to slow down"),
        ("500", "the server failed (500)"),
        ("503", "the server failed (503)"),
        ("418", "answered 418"),
        ("hop/9", "more than 5 redirects"),
        ("451", "blocked for legal reasons"),
        ("402", "must be paid for"),
        ("short", "broke off"),
    ],
)
def test_each_failure_has_its_own_words(site: str, path: str, cause: str) -> None:
    with pytest.raises(FetchError) as caught:
        read_url(f"{site}/{path}", settings=OPEN)
    assert cause in caught.value.cause
    assert caught.value.subject == f"{site}/{path}"


def test_a_page_over_the_limit_is_refused(site: str) -> None:
    with pytest.raises(TooLargeError):
        read_url(f"{site}/big", settings=OPEN)


def test_an_empty_page_has_no_article(site: str) -> None:
    with pytest.raises(NoArticleError):
        read_url(f"{site}/empty", settings=OPEN)


def test_no_request_goes_to_a_private_address(site: str, server: ThreadingHTTPServer) -> None:
    before = len(server.agents)
    for address in (site, site.replace("127.0.0.1", "localhost")):
        with pytest.raises(FetchError, match="not a public address"):
            read_url(f"{address}/page", settings=Settings())
    assert len(server.agents) == before


@pytest.mark.parametrize("hops", [0, 1, 4])
def test_a_redirect_to_a_private_address_is_refused_at_every_hop(
    server: ThreadingHTTPServer,
    inner: ThreadingHTTPServer,
    site: str,
    monkeypatch: pytest.MonkeyPatch,
    hops: int,
) -> None:
    monkeypatch.setattr(fetch, "is_public", lambda address: address == "127.0.0.1")
    server.targets["inner"] = f"http://127.0.0.2:{inner.server_port}/page"
    server.targets["0"] = "/to/inner"
    server.targets.update({str(n): f"/to/{n - 1}" for n in range(1, hops + 1)})
    with pytest.raises(FetchError, match=r"leads to 127\.0\.0\.2, which is not a public address"):
        read_url(f"{site}/to/{hops - 1 if hops else 'inner'}", settings=Settings())
    assert inner.agents == []


def test_what_counts_is_the_address_that_is_connected_to_and_not_an_earlier_answer(
    server: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that is public when it is asked for and this machine's when it is connected to."""
    answers = iter(["93.184.216.34"])
    asked: list[str] = []
    known = socket.getaddrinfo

    def rebinding(host: str, port: int, *args: object, **options: object) -> object:
        if host in ("rebind.example", b"rebind.example"):
            asked.append(host)
            host = "127.0.0.1" if len(asked) > 1 else next(answers)
        return known(host, port, *args, **options)

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    assert socket.getaddrinfo("rebind.example", 80)[0][4][0] == "93.184.216.34"
    before = len(server.agents)
    with pytest.raises(FetchError, match=r"leads to 127\.0\.0\.1, which is not a public address"):
        read_url(f"http://rebind.example:{server.server_port}/page", settings=Settings())
    assert len(server.agents) == before


@pytest.mark.parametrize(
    "target", ["ftp://example.com/", "file:///etc/hosts", "data:text/html,<p>5</p>"]
)
def test_a_redirect_to_what_is_no_web_address_is_refused(
    server: ThreadingHTTPServer, site: str, target: str
) -> None:
    server.targets["odd"] = target
    with pytest.raises(FetchError, match="not an http or https address"):
        read_url(f"{site}/to/odd", settings=OPEN)


def test_a_packed_page_is_unpacked(server: ThreadingHTTPServer, site: str) -> None:
    server.packed = gzip.compress(PAGE.encode())
    assert read_url(f"{site}/packed/gzip", settings=OPEN).content == PAGE.encode()


def test_a_packed_page_is_refused_when_it_unpacks_to_more_than_the_limit(
    server: ThreadingHTTPServer, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    most = 0

    class Watched:
        def __init__(self, wbits: int) -> None:
            self.inner = zlib.decompressobj(wbits)

        def decompress(self, piece: bytes, limit: int) -> bytes:
            nonlocal most
            unpacked = self.inner.decompress(piece, limit)
            most = max(most, len(unpacked))
            return unpacked

    monkeypatch.setattr(fetch, "zlib", SimpleNamespace(decompressobj=Watched, error=zlib.error))
    server.packed = gzip.compress(bytes(20_000_000))
    with pytest.raises(TooLargeError):
        read_url(f"{site}/packed/gzip", settings=OPEN)
    assert 0 < most <= OPEN.max_bytes + 1


@pytest.mark.parametrize(
    ("packed", "coding", "cause"),
    [
        (gzip.compress(PAGE.encode())[:-9], "gzip", "damaged"),
        (b"no gzip at all", "gzip", "damaged"),
        (b"x", "br", "packed as br, which was not asked for"),
    ],
    ids=["cut off", "not gzip", "another packing"],
)
def test_a_page_that_cannot_be_unpacked_says_so(
    server: ThreadingHTTPServer, site: str, packed: bytes, coding: str, cause: str
) -> None:
    server.packed = packed
    with pytest.raises(FetchError, match=cause):
        read_url(f"{site}/packed/{coding}", settings=OPEN)


def test_a_server_that_does_not_answer_is_left(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "_READ_SECONDS", 0.05)
    with pytest.raises(FetchError, match=r"no answer after 0\.05 seconds"):
        read_url(f"{site}/stall", settings=OPEN)


def test_a_page_that_takes_too_long_in_all_is_left(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "_ALL_SECONDS", -1.0)
    with pytest.raises(FetchError, match="not done after"):
        read_url(f"{site}/page", settings=OPEN)


def test_a_pdf_at_an_address_is_told(site: str) -> None:
    with pytest.raises(DecodeError, match="looks like a PDF"):
        clean(read_url(f"{site}/pdf", settings=OPEN))


@pytest.mark.parametrize(
    ("server_says", "page_says", "encoding"),
    [
        ("iso-8859-1", None, "cp1252"),
        ("iso-8859-1", "utf-8", "utf-8"),
        ("utf-8", "windows-1252", "cp1252"),
        (None, "windows-1252", "cp1252"),
        ("windows-1252", "utf-8", "cp1252"),
        ("utf-8", None, "cp1252"),
        ("no-such-charset", None, "cp1252"),
    ],
)
def test_the_content_decides_where_the_server_and_the_page_name_different_charsets(
    server_says: str | None, page_says: str | None, encoding: str
) -> None:
    meta = f'<meta charset="{page_says}">' if page_says else ""
    page = f"<html><head>{meta}</head><body><p>It cost €5.3 billion, the “firm” said.</p></body>"
    content = page.encode(encoding)
    text = decode_as(content, server_says) or decode(content, subject="x").text
    assert text == page


def test_a_closed_port_and_an_unknown_host_are_told_apart() -> None:
    with pytest.raises(FetchError, match="no connection"):
        read_url("http://127.0.0.1:9/", settings=OPEN)
    with pytest.raises(FetchError, match=r"no such host|no connection"):
        read_url("http://no-such-host.invalid/", settings=OPEN)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("192.168.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.1", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
    ],
)
def test_what_is_a_public_address(address: str, public: bool) -> None:
    assert is_public(address) is public
