"""Pages over HTTP, against a server on this machine: what comes, and how failures are told."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from summarizer.articles.fetch import is_public, read_url
from summarizer.errors import FetchError, NoArticleError, TooLargeError
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
        elif kind == "away":
            self._answer(302, b"", "text/html", "ftp://example.com/")
        else:
            self._answer(int(kind), b"no", "text/html")

    def _answer(self, status: int, body: bytes, kind: str, location: str | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Pages)
    server.agents = []
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


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
        ("away", "not an http or https address"),
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
