"""Simulated students for the benchmarks: real HTTP against a served site, a cookie jar each.

They join by the course's link, start the quiz, save each answer as the taking page's script does,
submit, and read their result. Nothing but the standard library, so that little of the machine goes
into the load itself.
"""

import asyncio
import json
import random
import re
import time
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

CSRF = re.compile(r'name="csrf_token" value="([^"]+)"')
SEEN = re.compile(r'name="seen" value="(\d+)"')
QUIZ = re.compile(r'href="(/quizzes/[a-z0-9]+)"')
RETRY_SECONDS = 0.5


@dataclass(frozen=True)
class Request:
    """What a browser sends, and the status that it may expect."""

    method: str
    path: str
    body: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    expect: int = 200


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: str


@dataclass
class Tally:
    """What all students saw together; durations in seconds, by step."""

    durations: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: list[str] = field(default_factory=list)
    retries: int = 0
    finished: int = 0


class Browser:
    """A keep-alive connection with a cookie jar."""

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port
        self.cookies: dict[str, str] = {}
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def send(self, request: Request) -> Answer:
        """One request; raises ConnectionError when the server goes away."""
        raw = request.body.encode()
        lines = [f"{request.method} {request.path} HTTP/1.1", f"Host: {self.host}:{self.port}"]
        lines += [f"{name}: {value}" for name, value in request.headers.items()]
        if self.cookies:
            lines.append("Cookie: " + "; ".join(f"{k}={v}" for k, v in self.cookies.items()))
        if request.method == "POST":
            lines.append(f"Content-Length: {len(raw)}")
        try:
            reader, writer = await self._connected()
            writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + raw)
            await writer.drain()
            return await self._read(reader)
        except (OSError, asyncio.IncompleteReadError) as error:
            self.close()
            raise ConnectionError(str(error)) from error

    def close(self) -> None:
        """Hang up."""
        if self._streams:
            self._streams[1].close()
        self._streams = None

    async def _connected(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._streams is None:
            self._streams = await asyncio.open_connection(self.host, self.port, limit=1 << 22)
        return self._streams

    async def _read(self, reader: asyncio.StreamReader) -> Answer:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {}
        for line in head[1:]:
            name, _, value = line.partition(": ")
            if name.lower() == "set-cookie":
                cookie, _, content = value.split(";")[0].partition("=")
                self.cookies[cookie] = content
            headers[name.lower()] = value
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        if headers.get("connection", "").lower() == "close":
            self.close()
        return Answer(int(head[0].split()[1]), headers, body.decode())


@dataclass
class Student:
    """One person with one browser, and what the server acknowledged to them."""

    number: int
    browser: Browser
    join_path: str
    tally: Tally
    patient: bool = False  # tries again when the server is gone, as the page's script does
    attempt: str = ""
    token: str = ""
    questions: tuple[int, ...] = ()
    acknowledged: dict[int, tuple[int, str]] = field(default_factory=dict)  # number: n, value
    _n: int = 0

    async def join(self) -> None:
        """Make an account; the join page's form, filled in."""
        page = await self._page("join page", self.join_path)
        values = {
            "how": "new",
            "new-name": f"Student {self.number}",
            "new-login": f"student{self.number}",
            "new-password": f"walnut harbour {self.number} lantern",
        }
        await self._form("join", self.join_path, page, values)

    async def start(self) -> None:
        """From the home page into the quiz."""
        home = await self._page("home", "/")
        quiz = _found(QUIZ, home)
        page = await self._page("start page", quiz)
        started = await self._form("start", f"{quiz}/start", page)
        self.attempt = urlsplit(started.headers["location"]).path
        taking = await self._page("taking page", self.attempt)
        self.token = _found(CSRF, taking)
        self.questions = tuple(int(number) for number in SEEN.findall(taking.body))

    async def answer(self, number: int, pick: random.Random) -> None:
        """Choose an option of a question, and have it saved."""
        self._n += 1
        value = str(pick.randrange(4))
        sent = {
            "answers": [{"slot": number, "values": [value], "n": self._n}],
            "revision": 0,
            "device": f"device{self.number}",
        }
        headers = {"Content-Type": "application/json", "X-CSRFToken": self.token}
        path = f"{self.attempt}/responses"
        await self._timed("save", Request("POST", path, json.dumps(sent), headers))
        self.acknowledged[number] = (self._n, value)

    async def submit(self) -> None:
        """Look over the answers, submit, and read the result."""
        check = await self._page("check", f"{self.attempt}/check")
        await self._form("submit", f"{self.attempt}/submit", check)
        await self._page("review", f"{self.attempt}/result")
        self.tally.finished += 1
        self.browser.close()

    async def _page(self, step: str, path: str) -> Answer:
        return await self._timed(step, Request("GET", path))

    async def _form(
        self, step: str, path: str, page: Answer, values: Mapping[str, str] | None = None
    ) -> Answer:
        body = urlencode({"csrf_token": _found(CSRF, page), **(values or {})})
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return await self._timed(step, Request("POST", path, body, kind, expect=303))

    async def _timed(self, step: str, request: Request) -> Answer:
        while True:
            began = time.perf_counter()
            try:
                answer = await self.browser.send(request)
            except ConnectionError:
                if not self.patient:
                    raise
                self.tally.retries += 1
                await asyncio.sleep(RETRY_SECONDS)
                continue
            self.tally.durations[step].append(time.perf_counter() - began)
            if answer.status != request.expect:
                raise UnexpectedStatus(f"{step}: {answer.status} {answer.body[:200]!r}")
            return answer


class UnexpectedStatus(Exception):
    """The server answered something else than a student may expect."""


def _found(pattern: re.Pattern[str], answer: Answer) -> str:
    match = pattern.search(answer.body)
    if match is None:
        raise UnexpectedStatus(f"no {pattern.pattern} in {answer.body[:200]!r}")
    return match[1]


def percentile(values: list[float], share: float) -> float:
    """The smallest value that `share` of them don't exceed; 0 if there are none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
