"""An endpoint on this machine that answers as a test wants it to, well or badly."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Request = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """What the endpoint sends back; `pieces` follow the body one by one."""

    body: bytes = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "application/json"),)
    pieces: Callable[[], Iterator[bytes]] | None = None


def saying(text: str) -> Answer:
    """A chat completion with this text."""
    message = {"role": "assistant", "content": text}
    completion = {"id": "1", "object": "chat.completion", "choices": [{"message": message}]}
    return Answer(json.dumps(completion).encode())


def refusing(status: int, said: str = "no", **headers: str) -> Answer:
    """An error."""
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Answer(json.dumps({"error": {"message": said}}).encode(), status, named)


def endless(piece: bytes, pause: float = 0) -> Answer:
    """A reply that doesn't end before the client has gone, or the test."""

    def pieces() -> Iterator[bytes]:
        gone = threading.Event()
        for _ in range(100_000):
            yield piece
            if pause:
                gone.wait(pause)

    return Answer(pieces=pieces)


@dataclass
class Endpoint:
    """The requests that came, and how to answer the next."""

    answer: Callable[[Request], Answer]
    requests: list[Request] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    url: str = ""


def in_turn(*answers: Answer) -> Callable[[Request], Answer]:
    """These answers one after another, the last again and again."""
    left = list(answers)
    return lambda request: left.pop(0) if len(left) > 1 else left[0]


class _Handler(BaseHTTPRequestHandler):
    server: "_Server"

    def do_POST(self) -> None:
        found = self.server.found
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        found.requests.append(request)
        found.headers.append({name.lower(): value for name, value in self.headers.items()})
        found.paths.append(self.path)
        self.send(found.answer(request))

    def do_GET(self) -> None:
        self.server.found.paths.append(self.path)
        self.send(saying("{}"))

    def send(self, said: Answer) -> None:
        try:
            self.send_response(said.status)
            for name, value in said.headers:
                self.send_header(name, value)
            if said.pieces is None:
                self.send_header("Content-Length", str(len(said.body)))
            self.end_headers()
            self.wfile.write(said.body)
            for piece in said.pieces() if said.pieces else ():
                self.wfile.write(piece)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on stderr."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, found: Endpoint) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.found = found
        found.url = f"http://127.0.0.1:{self.server_address[1]}/v1"


@contextmanager
def endpoint(answer: Callable[[Request], Answer]) -> Iterator[Endpoint]:
    """An endpoint that is gone afterwards."""
    found = Endpoint(answer)
    server = _Server(found)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield found
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
