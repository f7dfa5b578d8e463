"""Fetching a page from a real server on this computer, and refusing all that could do harm."""

import gzip
import socket
import ssl
import time
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from ipaddress import IPv4Address, ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from quizapp import web
from quizapp.errors import PageUnreadable
from tests.sites import is_loopback, site

__all__ = ["site"]

HTML = b"<html><title>A page</title><p>The tower was built in 1889.</p></html>"


def refused(address: str, allowed: web.Allowed = is_loopback) -> str:
    with pytest.raises(PageUnreadable) as told:
        web.fetch(address, allowed)
    return told.value.reason


def test_a_page_is_fetched_with_its_name_and_where_it_was_found(site):
    page = web.fetch(site.says("/towers/eiffel", HTML), is_loopback)
    assert page == web.Page(site.at("/towers/eiffel"), "eiffel.html", HTML)


def test_a_query_and_odd_letters_are_asked_for_as_they_are_meant(site):
    site.says("/caf%C3%A9?page=2", HTML)
    assert web.fetch(site.at("/café?page=2#top"), is_loopback).content == HTML


def test_redirects_are_followed_to_the_end(site):
    site.says("/new", HTML)
    site.moves("/old", "/newer")
    site.moves("/newer", site.at("/new"))
    assert web.fetch(site.at("/old"), is_loopback).address == site.at("/new")


def test_a_circle_of_redirects_ends(site):
    assert "without end" in refused(site.moves("/round", "/round"))
    assert len(site.visits) == web.MOST_REDIRECTS + 1


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://127.0.0.1/a", "gopher://127.0.0.1/", "//:0/"]
)
def test_a_redirect_to_anything_but_the_web_is_not_followed(site, to):
    refused(site.moves("/out", to))


def test_each_hop_is_checked_before_it_is_visited(site):
    """A public page must not lead the program into the network it runs in."""
    inner = f"http://localhost:{site.server_port}/secret"
    site.says("/secret", HTML)
    first: list[web.Address] = []

    def only_once(address: web.Address) -> bool:
        first.append(address)
        return len(first) <= 2  # the look-up and the connection of the first hop

    assert "open internet" in refused(site.moves("/out", inner), only_once)
    assert [path for path, _ in site.visits] == ["/out"]


def test_the_address_connected_to_is_checked_not_only_the_one_looked_up(site):
    seen: list[web.Address] = []

    def allowed(address: web.Address) -> bool:
        seen.append(address)
        return len(seen) == 1

    assert "open internet" in refused(site.says("/", HTML), allowed)
    assert seen == [IPv4Address("127.0.0.1")] * 2
    assert site.visits == []


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "2130706433"],  # noqa: S104 - refused
)
def test_this_computer_is_not_visited(site, host):
    site.says("/", HTML)
    refused(f"http://{host}:{site.server_port}/", web.is_public)
    assert site.visits == []


@pytest.mark.parametrize(
    "address",
    [
        "10.0.0.1",
        "172.16.3.4",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "127.8.8.8",
        "0.0.0.0",  # noqa: S104 - refused
        "224.0.0.1",
        "255.255.255.255",
        "240.0.0.1",
        "198.18.0.1",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "2001:db8::1",
    ],
)
def test_no_address_but_a_public_one_is_visited(address):
    assert not web.is_public(ip_address(address))


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "64:ff9b::101:101"]
)
def test_public_addresses_are_visited(address):
    assert web.is_public(ip_address(address))


@pytest.mark.parametrize(
    "address",
    [
        "",
        "   ",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "ftp://example.org/a.txt",
        "http://name:word@127.0.0.1/",
        "http://",
        "http://127.0.0.1:0/",
        "http://127.0.0.1:99999/",
        "http://127.0.0.1/a b",
        "http://127.0.0.1/a\r\nHost: other",
        "http://xn--/",
        "http://" + "a" * 300 + ".org/",
        "http://127.0.0.1/" + "a" * 5_000,
        "https://[fe80::1%eth0]/",
        "no such host anywhere.invalid",
    ],
)
def test_what_is_no_address_of_the_web_is_refused(address):
    refused(address, web.is_public)


def test_only_texts_are_taken(site):
    assert "image/png" in refused(site.says("/a", b"\x89PNG", Content_Type="image/png"))


def test_what_a_site_says_of_the_encoding_counts(site):
    latin = "<p>Der Turm hat eine Höhe.</p>".encode("latin-1")
    address = site.says("/a", latin, Content_Type="text/html; charset=ISO-8859-1")
    assert "Höhe" in web.fetch(address, is_loopback).content.decode()


def test_a_missing_page_says_so(site):
    site.answers["/gone"] = lambda visit: visit.send_error(404)
    assert "404" in refused(site.at("/gone"))


def test_a_page_that_grows_without_end_is_left(site):
    def answer(visit: BaseHTTPRequestHandler) -> None:
        visit.send_response(200)
        visit.send_header("Content-Type", "text/html")
        visit.end_headers()
        try:
            while True:
                visit.wfile.write(b"<p>More.</p>" * 10_000)
        except OSError:
            return

    site.answers["/endless"] = answer
    assert "larger" in refused(site.at("/endless"))


def test_a_small_packet_that_unpacks_to_a_flood_is_left(site):
    flood = gzip.compress(b"a" * 50_000_000)
    assert "larger" in refused(site.says("/a", flood, Content_Encoding="gzip"))


def test_a_packed_page_is_unpacked(site):
    address = site.says("/a", gzip.compress(HTML), Content_Encoding="gzip")
    assert web.fetch(address, is_loopback).content == HTML


def test_a_page_packed_otherwise_is_refused(site):
    assert "packed as br" in refused(site.says("/a", b"..", Content_Encoding="br"))


def test_a_site_that_drips_is_left_when_the_time_is_over(site, monkeypatch):
    monkeypatch.setattr(web, "DEADLINE", 0.6)

    def answer(visit: BaseHTTPRequestHandler) -> None:
        try:
            for _ in range(100):
                visit.wfile.write(b"H")
                visit.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return

    site.answers["/slow"] = answer
    began = time.monotonic()
    refused(site.at("/slow"))
    assert time.monotonic() - began < 3


def test_a_site_that_is_silent_is_left(monkeypatch):
    monkeypatch.setattr(web, "PATIENCE", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        refused(f"http://127.0.0.1:{silent.getsockname()[1]}/")


def test_nobody_at_home_is_told():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    refused(f"http://127.0.0.1:{port}/")


def test_a_site_without_a_known_certificate_is_refused(site, tmp_path):
    pages = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    pages.load_cert_chain(self_signed(tmp_path))
    site.socket = pages.wrap_socket(site.socket, server_side=True)
    site.handle_error = lambda *_: None
    site.says("/", HTML)
    assert "certificate" in refused(f"https://127.0.0.1:{site.server_port}/").lower()
    assert site.visits == []


def self_signed(folder: Path) -> Path:
    """Write a key and a certificate that nobody vouches for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime(2026, 1, 1, tzinfo=UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now)
        .not_valid_after(now + timedelta(days=36_500))
        .sign(key, hashes.SHA256())
    )
    path = folder / "site.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    return path
