"""Getting documents from addresses: a real server on the loopback interface that does what it should not."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from claimcheck.errors import SourceError
from claimcheck.intake.fetch import MOST_REDIRECTS, fetch, is_address

PAGE = b"<!doctype html><p>Eighteen boats lie in the harbour.</p>"
Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers by the path asked for."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        ANSWERS[self.path.split("?")[0]](self)

    def answer(self, status: int = 200, body: bytes = PAGE, **headers: str) -> None:
        self.send_response(status)
        self.close_connection = True
        for name, value in {"Content_Type": "text/html", "Content_Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def redirect(to: str) -> Answer:
    return lambda handler: handler.answer(302, b"", Location=to)


def drip(handler: Handler) -> None:
    """A byte now and then, until the other side has gone."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000000")
    handler.end_headers()
    try:
        while not RELEASED.wait(0.05):
            handler.wfile.write(b"x")
            handler.wfile.flush()
    except OSError:
        pass
    handler.close_connection = True


def hang(handler: Handler) -> None:
    RELEASED.wait(20)
    handler.close_connection = True


RELEASED = threading.Event()
ANSWERS: dict[str, Answer] = {
    "/page.html": lambda handler: handler.answer(),
    "/latin": lambda handler: handler.answer(200, b"Caf\xe9", Content_Type="text/html; charset=ISO-8859-1"),
    "/packed": lambda handler: handler.answer(200, gzip.compress(PAGE), Content_Encoding="gzip"),
    "/bomb": lambda handler: handler.answer(200, gzip.compress(b" " * 3_000_000), Content_Encoding="gzip"),
    "/cut-gzip": lambda handler: handler.answer(200, gzip.compress(PAGE)[:-12], Content_Encoding="gzip"),
    "/no-gzip": lambda handler: handler.answer(200, PAGE, Content_Encoding="gzip"),
    "/brotli": lambda handler: handler.answer(200, PAGE, Content_Encoding="br"),
    "/gone": lambda handler: handler.answer(404, b"no"),
    "/broken": lambda handler: handler.answer(500, b"no"),
    "/empty": lambda handler: handler.answer(204, b""),
    "/moved": redirect("/page.html?from=moved#part"),
    "/loop": redirect("/loop"),
    "/to-file": redirect("file:///etc/hostname"),
    "/to-ftp": redirect("ftp://example.org/x"),
    "/nowhere": redirect("http://[bad"),
    "/large": lambda handler: handler.answer(200, b"x" * 2_000_000),
    "/said-large": lambda handler: handler.answer(200, b"x", Content_Length="999999999"),
    "/promises": lambda handler: handler.answer(200, b"x" * 10, Content_Length="500"),
    "/drip": drip,
    "/hang": hang,
}  # fmt: skip


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    """The address of a server."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    RELEASED.set()
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)


def test_a_page_comes_with_its_type(base: str) -> None:
    found = fetch(f"{base}/page.html")
    assert (found.data, found.media_type, found.charset) == (PAGE, "text/html", None)


def test_the_server_says_the_encoding(base: str) -> None:
    assert fetch(f"{base}/latin").charset == "iso-8859-1"


def test_a_packed_answer_is_unpacked(base: str) -> None:
    assert fetch(f"{base}/packed").data == PAGE


def test_a_redirect_is_followed_and_its_end_remembered(base: str) -> None:
    found = fetch(f"{base}/moved".replace("http://", "http://me:secret@"))
    assert found.data == PAGE
    assert found.url == f"{base}/page.html?from=moved"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/gone", "answers 404 (Not Found)"),
        ("/broken", "answers 500 (Internal Server Error)"),
        ("/empty", "answers 204"),
        ("/loop", f"leads on more than {MOST_REDIRECTS} times"),
        ("/to-file", "leads to file:/etc/hostname, and only http and https addresses are read"),
        ("/to-ftp", "only http and https addresses are read"),
        ("/nowhere", "cannot be reached"),
        ("/large", "is larger than 1 MB"),
        ("/said-large", "is larger than 1 MB"),
        ("/bomb", "is larger than 1 MB"),
        ("/promises", "broke off"),
        ("/cut-gzip", "broke off"),
        ("/no-gzip", "is damaged"),
        ("/brotli", "packed in a way that was not asked for (br)"),
    ],
)
def test_what_goes_wrong_is_said_in_a_sentence(base: str, path: str, said: str) -> None:
    with pytest.raises(SourceError) as caught:
        fetch(base + path, most_bytes=2**20)
    assert said in str(caught.value)
    assert str(caught.value).startswith(base + path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("path", ["/drip", "/hang"])
def test_a_slow_server_is_given_up(base: str, path: str) -> None:
    with pytest.raises(SourceError, match=r"took longer than 0\.5 seconds"):
        fetch(base + path, timeout=0.5)


def test_a_dead_address_is_said_to_be() -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    port = server.server_port
    server.server_close()
    with pytest.raises(SourceError, match="cannot be reached"):
        fetch(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize(
    "url", ["ftp://example.org/x", "file:///etc/passwd", "http://", "data://text", "http://[x"]
)
def test_other_addresses_are_not_read(url: str) -> None:
    with pytest.raises(SourceError):
        fetch(url)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://a.b", True),
        ("file:///x", True),
        ("C:\\x\\y", False),
        ("notes.txt", False),
        ("a:b.txt", False),
    ],
)
def test_paths_and_addresses_are_told_apart(text: str, address: bool) -> None:
    assert is_address(text) == address
