"""A server on this computer that has one file, and sends it as badly as a test asks for."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TypeAlias

Answer: TypeAlias = Callable[["Handler", bytes], None]


class Place(ThreadingHTTPServer):
    """Answers with ``answers``, the last one again and again; keeps the ranges that it was asked for."""

    def __init__(self, content: bytes, *answers: Answer) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.content, self.answers = content, list(answers) or [well]
        self.asked: list[str | None] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/file"


class Handler(BaseHTTPRequestHandler):
    server: Place

    def do_GET(self) -> None:
        place = self.server
        place.asked.append(self.headers["Range"])
        answer = place.answers.pop(0) if len(place.answers) > 1 else place.answers[0]
        answer(self, place.content)

    def log_message(self, format: str, *args: object) -> None:
        pass

    def begin(self, status: int, **headers: object) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), str(value))
        self.end_headers()

    def asked_from(self) -> int:
        match = re.fullmatch(r"bytes=(\d+)-", self.headers["Range"] or "")
        changed = self.headers["If-Range"] not in (None, '"one"')
        return int(match[1]) if match and not changed else 0


def well(handler: Handler, content: bytes) -> None:
    cut(len(content))(handler, content)


def cut(count: int) -> Answer:
    """Break off after ``count`` bytes of what was asked for."""

    def answer(handler: Handler, content: bytes) -> None:
        start = handler.asked_from()
        if start >= len(content):
            handler.begin(416, Content_Length=0)
            return
        extent = {"Content_Range": f"bytes {start}-{len(content) - 1}/{len(content)}"} if start else {}
        status = 206 if start else 200
        handler.begin(status, Content_Length=len(content) - start, ETag='"one"', **extent)
        handler.wfile.write(content[start : start + count])

    return answer


def without_ranges(handler: Handler, content: bytes) -> None:
    handler.begin(200, Content_Length=len(content))
    handler.wfile.write(content)


def from_elsewhere(handler: Handler, content: bytes) -> None:
    """Send another part than was asked for."""
    handler.begin(206, Content_Length=5, Content_Range=f"bytes 0-4/{len(content)}")
    handler.wfile.write(content[:5])


def claiming(length: int) -> Answer:
    """Say that the file has ``length`` bytes, and send what there is of them."""

    def answer(handler: Handler, content: bytes) -> None:
        handler.begin(200, Content_Length=length, ETag='"one"')
        handler.wfile.write(content[:length])

    return answer


def another(handler: Handler, content: bytes) -> None:
    """Send wrong bytes, as many as there should be."""
    without_ranges(handler, bytes(len(content)))


def packed(handler: Handler, content: bytes) -> None:
    handler.begin(200, Content_Encoding="gzip", Content_Length=len(content))
    handler.wfile.write(content)


def unmeasured(times: int) -> Answer:
    """Send the file ``times`` over without saying how long it is."""

    def answer(handler: Handler, content: bytes) -> None:
        handler.begin(200)
        handler.wfile.write(content * times)

    return answer


def status(code: int) -> Answer:
    return lambda handler, _content: handler.begin(code, Content_Length=0)


def sent_to(url: str) -> Answer:
    return lambda handler, _content: handler.begin(302, Location=url, Content_Length=0)


@contextmanager
def serving(content: bytes, *answers: Answer) -> Iterator[Place]:
    """Run a place as long as the test needs it."""
    with Place(content, *answers) as place:
        thread = threading.Thread(target=place.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield place
        finally:
            place.shutdown()
            thread.join()
