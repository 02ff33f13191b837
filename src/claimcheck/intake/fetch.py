"""A document from an address: http and https only, with limits on size, time and redirects."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NoReturn
from urllib.parse import urldefrag

from claimcheck.errors import SourceError

if TYPE_CHECKING:
    import httpx

MOST_BYTES: Final = 100 * 2**20
MOST_REDIRECTS: Final = 5
TIMEOUT: Final = 60.0  # seconds, for everything together
_CONNECT: Final = 15.0  # seconds until somebody answers
_ACCEPT: Final = (
    "text/html, application/xhtml+xml, application/pdf, text/markdown, text/plain;q=0.9, */*;q=0.5"
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered with; `url` is the one that answered, behind any redirects, without a password."""

    data: bytes
    url: str
    media_type: str
    charset: str | None


def is_address(text: str) -> bool:
    """Whether an argument is an address and not a path: it has a scheme, as in "https:"."""
    scheme, colon, rest = text.partition(":")
    return bool(colon) and rest.startswith("//") and len(scheme) > 1 and scheme.isalnum()


def fetch(
    url: str, timeout: float = TIMEOUT, most_bytes: int = MOST_BYTES, agent: str = "claimcheck"
) -> Fetched:
    """Get a document. timeout: seconds for everything together; agent: who we say we are.

    Raises SourceError, naming the address, for one that is not http or https or not to be reached, an answer other
    than success, more than MOST_REDIRECTS redirects, and for what takes too long, is too large or breaks off.
    """
    import asyncio

    try:
        return asyncio.run(asyncio.wait_for(_fetch(url, most_bytes, agent), timeout))
    except TimeoutError:
        raise SourceError(
            f"{url}: took longer than {timeout:g} seconds: try again, or give it more time with --timeout"
        ) from None


async def _fetch(url: str, most_bytes: int, agent: str) -> Fetched:
    import httpx

    headers = {"User-Agent": agent, "Accept": _ACCEPT, "Accept-Encoding": "gzip"}
    limits = httpx.Timeout(None, connect=_CONNECT)
    here = _address(url, url)
    try:
        async with httpx.AsyncClient(headers=headers, timeout=limits, follow_redirects=False) as client:
            for _ in range(MOST_REDIRECTS + 1):
                async with client.stream("GET", here) as answer:
                    if answer.is_redirect:
                        here = _address(str(here.join(answer.headers["location"])), url)
                        continue
                    return await _read(answer, url, most_bytes)
    except httpx.RemoteProtocolError as error:
        raise SourceError(
            f"{url}: the answer broke off or makes no sense ({_said(error)}): try again"
        ) from error
    except httpx.ConnectTimeout as error:
        raise SourceError(f"{url}: cannot be reached (no answer in {_CONNECT:g} seconds)") from error
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        raise SourceError(f"{url}: cannot be reached ({_said(error)})") from error
    raise SourceError(f"{url}: leads on more than {MOST_REDIRECTS} times: give the address it should lead to")


def _address(text: str, asked: str) -> httpx.URL:
    """An address to get; the one asked for names it in messages."""
    import httpx

    try:
        address = httpx.URL(text)
    except (httpx.InvalidURL, ValueError) as error:
        raise SourceError(f"{asked}: is no address ({_said(error)})") from error
    if address.scheme not in ("http", "https"):
        led = "" if text == asked else f" leads to {text[:100]}, and"
        raise SourceError(f"{asked}:{led} only http and https addresses are read")
    if not address.host:
        raise SourceError(f"{asked}: is no address (it names no host)")
    return address


async def _read(answer: httpx.Response, asked: str, most_bytes: int) -> Fetched:
    if answer.status_code != 200:
        raise SourceError(
            f"{asked}: answers {answer.status_code} ({answer.reason_phrase or 'no reason given'})"
        )
    length = answer.headers.get("content-length", "")
    if length.isdecimal() and int(length) > most_bytes:
        _too_large(asked, most_bytes)
    coding = answer.headers.get("content-encoding", "identity").strip().lower()
    if coding not in ("identity", "gzip", "x-gzip", ""):
        raise SourceError(f"{asked}: is packed in a way that was not asked for ({coding[:40]})")
    data = b"".join([part async for part in _limited(answer.aiter_raw(), asked, most_bytes)])
    if coding.endswith("gzip"):
        data = _unpacked(data, asked, most_bytes)
    media_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    return Fetched(data, _shown(answer.url), media_type, answer.charset_encoding)


async def _limited(parts: AsyncIterator[bytes], asked: str, most_bytes: int) -> AsyncIterator[bytes]:
    size = 0
    async for part in parts:
        size += len(part)
        if size > most_bytes:
            _too_large(asked, most_bytes)
        yield part


def _unpacked(data: bytes, asked: str, most_bytes: int) -> bytes:
    """gzip undone, as far as the limit: a few bytes can stand for very many."""
    packer = zlib.decompressobj(wbits=31)
    try:
        plain = packer.decompress(data, most_bytes + 1)
    except zlib.error as error:
        raise SourceError(f"{asked}: the answer is damaged (gzip: {error}): try again") from error
    if len(plain) > most_bytes:
        _too_large(asked, most_bytes)
    if not packer.eof:
        raise SourceError(f"{asked}: the answer broke off: try again")
    return plain


def _too_large(asked: str, most_bytes: int) -> NoReturn:
    raise SourceError(f"{asked}: is larger than {most_bytes // 2**20} MB: add the part of it that is needed")


def _shown(url: httpx.URL) -> str:
    """An address as it may be kept: without name, password and fragment."""
    return urldefrag(str(url.copy_with(username=None, password=None))).url


def _said(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
