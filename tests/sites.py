"""A real web site on this computer, for tests of what goes online."""

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread  # noqa: TID251 - the server's own

import pytest
from typing_extensions import override

from quizapp import web

Answer = Callable[[BaseHTTPRequestHandler], None]


def is_loopback(address: web.Address) -> bool:
    return address.is_loopback


class Site(ThreadingHTTPServer):
    """A server whose paths answer as the test says; it counts who came."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.visits: list[tuple[str, str]] = []
        site = self

        class Visit(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.visits.append((self.path, self.headers["Host"]))
                site.answers[self.path](self)

            @override
            def log_message(self, *_: object) -> None:
                pass

        super().__init__(("127.0.0.1", 0), Visit)

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"

    def says(self, path: str, content: bytes, **headers: str) -> str:
        def answer(visit: BaseHTTPRequestHandler) -> None:
            visit.send_response(200)
            for name, value in ({"Content_Type": "text/html"} | headers).items():
                visit.send_header(name.replace("_", "-"), value)
            visit.end_headers()
            visit.wfile.write(content)

        self.answers[path] = answer
        return self.at(path)

    def moves(self, path: str, to: str) -> str:
        def answer(visit: BaseHTTPRequestHandler) -> None:
            visit.send_response(302)
            visit.send_header("Location", to)
            visit.end_headers()

        self.answers[path] = answer
        return self.at(path)


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as site:
        thread = Thread(target=site.serve_forever, args=(0.02,))
        thread.start()
        yield site
        site.shutdown()
        thread.join()
