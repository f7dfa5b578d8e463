"""The only place that goes online: fetch one page that somebody asked for, and nothing else."""

import http.client
import socket
import ssl
import time
import zlib
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, quote, urljoin, urlsplit

import certifi
from typing_extensions import Buffer, override

from quizapp import __version__
from quizapp.errors import PageUnreadable

Address = IPv4Address | IPv6Address
Allowed = Callable[[Address], bool]
"""Whether an address of the net may be visited."""

LARGEST = 10_000_000
"""Bytes of a page, unpacked."""
MOST_REDIRECTS = 5
PATIENCE = 10.0
"""Seconds that the other side may be silent."""
DEADLINE = 40.0
"""Seconds that all of it may take."""
_CHUNK = 65_536
_LONGEST_ADDRESS = 4_000
_MOVED = {301, 302, 303, 307, 308}
_EMBEDDING = IPv6Network("64:ff9b::/96")
"""NAT64: the last 32 bits are the IPv4 address that is reached (RFC 6052)."""
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/epub+zip": ".epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_IN_PATH, _IN_QUERY = "/%:@!$&'()*+,;=~-._", "/?%:@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Page:
    """What stood at an address."""

    address: str
    """Where it was found, after all redirects."""
    name: str
    """What it would be called as a file."""
    content: bytes


def is_public(address: Address) -> bool:
    """Tell whether an address belongs to the open internet, not to this computer or its network."""
    inside = _embedded(address)
    if inside is not None:
        return is_public(inside)
    special = address.is_multicast or address.is_reserved or address.is_unspecified
    return address.is_global and not special


def fetch(address: str, allowed: Allowed = is_public) -> Page:
    """Return the page at an http or https address, following a few redirects.

    Each host on the way is looked up once, and the connection goes to the very address that was
    found `allowed`. Raises `PageUnreadable`.
    """
    ends = time.monotonic() + DEADLINE
    here = _complete(address)
    for _ in range(MOST_REDIRECTS + 1):
        try:
            found = _visit(here, allowed, ends)
        except (OSError, http.client.HTTPException, zlib.error, ValueError) as reason:
            raise PageUnreadable(here, str(reason) or type(reason).__name__) from reason
        if isinstance(found, Page):
            return found
        here = urljoin(here, found)
    raise PageUnreadable(address, "it leads from one address to another without end")


def _embedded(address: Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 one stands for, None where it stands for itself."""
    if isinstance(address, IPv4Address):
        return None
    if address in _EMBEDDING:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour


def _complete(address: str) -> str:
    """Return what was typed as an address: https where no scheme is named."""
    typed = address.strip()
    return typed if "://" in typed else f"https://{typed}"


def _visit(address: str, allowed: Allowed, ends: float) -> Page | str:
    """Return the page at an address, or where it has moved to."""
    parts = _checked(address)
    with closing(_Connection(parts, allowed, ends)) as connection:
        connection.request("GET", _target(parts), headers=_HEADERS)
        with closing(connection.getresponse()) as answer:
            moved = answer.headers.get("Location")
            if answer.status in _MOVED and moved:
                return moved
            return _page(parts, answer, ends)


def _page(parts: SplitResult, answer: http.client.HTTPResponse, ends: float) -> Page:
    if answer.status != http.client.OK:
        raise ValueError(f"the site answered {answer.status}")
    kind = answer.headers.get_content_type()
    if kind not in _SUFFIXES:
        raise ValueError(f"it is no text but {kind}")
    charset = answer.headers.get_content_charset()
    content = _in_utf8(_body(answer, ends), kind, charset)
    return Page(
        parts._replace(fragment="").geturl(), _name(parts, _SUFFIXES[kind]), content
    )


def _checked(address: str) -> SplitResult:
    """Return the parts of an address; raises ValueError where it may not be visited."""
    if len(address) > _LONGEST_ADDRESS or any(ord(char) < 33 for char in address):
        raise ValueError("this is no address")
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"}:
        raise ValueError("only http and https are read")
    if parts.username is not None or parts.password is not None:
        raise ValueError("an address with a password in it is not visited")
    if not parts.hostname or parts.port == 0:
        raise ValueError("this is no address")
    return parts


def _target(parts: SplitResult) -> str:
    """Return what is asked for of the host: path and query, in letters that may be sent."""
    path = quote(parts.path or "/", safe=_IN_PATH)
    return f"{path}?{quote(parts.query, safe=_IN_QUERY)}" if parts.query else path


def _name(parts: SplitResult, suffix: str) -> str:
    """Return the last part of the path, else the host, as a file of this kind is called."""
    last = parts.path.rstrip("/").rpartition("/")[2] or parts.hostname or ""
    stem = last.removesuffix(suffix).replace(".", " ")
    return f"{stem}{suffix}"


_HEADERS = {
    "User-Agent": f"Quizapp/{__version__}",
    "Accept": ", ".join(_SUFFIXES),
    "Accept-Encoding": "gzip, identity",
    "Connection": "close",
}


def _body(answer: http.client.HTTPResponse, ends: float) -> bytes:
    """Return the unpacked body; raises ValueError where it is too large or packed otherwise."""
    packing = (answer.headers.get("Content-Encoding") or "identity").strip().lower()
    if packing not in {"identity", "gzip", "x-gzip"}:
        raise ValueError(f"it is packed as {packing}")
    unpack = None if packing == "identity" else zlib.decompressobj(16 + zlib.MAX_WBITS)
    content = bytearray()
    while chunk := answer.read1(_CHUNK):
        content += chunk if unpack is None else unpack.decompress(chunk, LARGEST + 1)
        if len(content) > LARGEST or (unpack is not None and unpack.unconsumed_tail):
            raise ValueError("it is larger than an article can be")
        _left(ends)
    return bytes(content)


def _in_utf8(content: bytes, kind: str, charset: str | None) -> bytes:
    """Return a text in UTF-8 where the site names another encoding that fits."""
    if not kind.startswith("text/") or charset is None:
        return content
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return content.decode(charset).encode()
        except (LookupError, ValueError):
            return content
    return content


def _left(ends: float) -> float:
    """Return how many seconds the next step may take; raises TimeoutError where none is left."""
    left = ends - time.monotonic()
    if left <= 0:
        raise TimeoutError("it took too long")
    return min(PATIENCE, left)


class _Hasty:
    """A socket that waits no longer for its next bytes than the whole may take."""

    ends = 0.0

    def recv_into(self, buffer: Buffer, nbytes: int | None = None, flags: int = 0) -> int:
        """Receive as sockets do, within the time that is left."""
        self.settimeout(_left(self.ends))  # type: ignore[attr-defined]  # a socket beside it
        received: int = super().recv_into(buffer, nbytes or 0, flags)  # type: ignore[misc]  # too
        return received


class _Plain(_Hasty, socket.socket):
    """A hasty socket."""


class _Safe(_Hasty, ssl.SSLSocket):
    """A hasty socket under TLS."""


class _Connection(http.client.HTTPConnection):
    """A connection to the address that was looked up and allowed, never to a second look-up."""

    def __init__(self, parts: SplitResult, allowed: Allowed, ends: float) -> None:
        self._safe, self._allowed, self._ends = parts.scheme == "https", allowed, ends
        usual = 443 if self._safe else 80
        self.default_port = usual
        host = (parts.hostname or "").encode("idna").decode("ascii")
        super().__init__(host, parts.port or usual)

    @override
    def connect(self) -> None:
        """Connect to the first allowed address that answers."""
        found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        there = [one for one in found if self._allowed(_numeric(one[4][0]))]
        if not there:
            raise PageUnreadable(self.host, "it is not on the open internet")
        for number, (family, _, _, _, place) in enumerate(there, start=1):
            try:
                self.sock = self._reach(family, place)
            except OSError:
                if number == len(there):
                    raise
            else:
                return

    def _reach(self, family: int, place: tuple[object, ...]) -> socket.socket:
        reached = _Plain(family, socket.SOCK_STREAM)
        try:
            reached.ends = self._ends
            reached.settimeout(_left(self._ends))
            reached.connect(place)
            self._check(reached)
            return self._secured(reached) if self._safe else reached
        except BaseException:
            reached.close()
            raise

    def _check(self, reached: socket.socket) -> None:
        if not self._allowed(_numeric(reached.getpeername()[0])):
            raise PageUnreadable(self.host, "it is not on the open internet")

    def _secured(self, reached: socket.socket) -> socket.socket:
        context = ssl.create_default_context()
        # A built program finds no certificates where Python was compiled to look for them.
        context.load_verify_locations(certifi.where())
        context.sslsocket_class = _Safe
        secured = context.wrap_socket(reached, server_hostname=self.host)
        if isinstance(secured, _Safe):
            secured.ends = self._ends
        return secured


def _numeric(host: object) -> Address:
    """Return the address of a socket's own answer, without the name of a network card."""
    return ip_address(str(host).partition("%")[0])
