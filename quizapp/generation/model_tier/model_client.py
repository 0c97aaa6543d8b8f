"""An OpenAI-compatible endpoint: a prompt to a reply within bounds, whatever the endpoint does."""

import json
import math
import ssl
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import httpx2
import openai

from quizapp.generation.model_tier.dialects import Dialect, simpler
from quizapp.generation.model_tier.endpoint import ModelFailed, Prompt

_SENT = ("host", "authorization", "content-type", "content-length", "connection")
_TRIES = 3  # at one prompt: the first and two more
_AGAIN = frozenset({408, 409, 425, 429, 500, 502, 503, 504})
_REFUSED_OPTION = frozenset({400, 415, 422, 501})


@dataclass(frozen=True)
class Limits:
    """How much is asked and taken; times in seconds."""

    connect: float = 10
    silence: float = 120  # between two pieces of a reply
    whole: float = 300  # for all of a reply
    pause: float = 20  # before another try
    total: float = math.inf  # for all replies together, since the client was made
    reply_bytes: int = 1_000_000
    reply_tokens: int = 8_000


class ModelClient:
    """One model at one endpoint; remembers what that endpoint doesn't take."""

    def __init__(
        self, url: str, key: str, name: str, *, seed: int, limits: Limits | None = None
    ) -> None:
        self.limits = limits or Limits()
        self.name = name
        self.seed = seed
        self.dialect = Dialect()
        self.sleep: Callable[[float], None] = time.sleep
        self._until = time.monotonic() + self.limits.total
        transport = _GuardedTransport(self.limits, has_key=bool(key))
        timeout = httpx2.Timeout(self.limits.silence, connect=self.limits.connect)
        self._client = openai.OpenAI(
            base_url=url,
            api_key=key or "none",  # the library wants one; the transport doesn't send it
            max_retries=0,
            timeout=timeout,
            http_client=httpx2.Client(
                transport=transport, timeout=timeout, follow_redirects=False, trust_env=False
            ),
        )

    def reply(self, prompt: Prompt) -> str:
        """The text of the model's reply; raises ModelFailed."""
        tries = 1
        while True:
            if time.monotonic() > self._until:
                raise ModelFailed("The model took too long for all that it was asked.")
            try:
                return _text_of(self._ask(prompt))
            except openai.APIStatusError as error:
                if self._can_do_without(error):
                    continue
                if error.status_code not in _AGAIN or tries == _TRIES:
                    raise ModelFailed(_sentence(error.status_code)) from None
                self.sleep(self._pause(error, tries))
            except openai.APITimeoutError:
                raise ModelFailed("The model's endpoint didn't answer in time.") from None
            except (openai.APIConnectionError, httpx2.HTTPError) as error:
                raise ModelFailed(_connection_sentence(error)) from None
            tries += 1

    def _ask(self, prompt: Prompt) -> bytes:
        tokens = self.limits.reply_tokens
        response = self._client.chat.completions.with_raw_response.create(
            model=self.name,
            messages=[
                {"role": "system", "content": prompt.instructions},
                {"role": "user", "content": prompt.content},
            ],
            **self.dialect.options(prompt, seed=self.seed, tokens=tokens),
        )
        return bytes(response.content)

    def _can_do_without(self, error: openai.APIStatusError) -> bool:
        """Whether the endpoint refused an option, which is left out from now on."""
        if error.status_code not in _REFUSED_OPTION:
            return False
        following = simpler(self.dialect, error.response.text)
        self.dialect = following or self.dialect
        return following is not None

    def _pause(self, error: openai.APIStatusError, tries: int) -> float:
        """Seconds before the next try; raises ModelFailed if the endpoint wants too many."""
        wanted = error.response.headers.get("retry-after", "")
        seconds = float(wanted) if wanted.isdecimal() and len(wanted) < 10 else 2.0**tries
        if seconds > self.limits.pause:
            raise ModelFailed(_sentence(error.status_code)) from None
        return seconds


class _GuardedTransport(httpx2.HTTPTransport):  # type: ignore[misc]  # of a library not looked into
    """Sends nothing but what a reply needs, and takes no more than the limits allow.

    The library reads all of a reply, and of an error page, into memory: only here can it be cut.
    """

    def __init__(self, limits: Limits, *, has_key: bool) -> None:
        super().__init__(verify=ssl.create_default_context(), trust_env=False)
        self.limits = limits
        self.sent = _SENT if has_key else tuple(n for n in _SENT if n != "authorization")

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        kept = {name: value for name, value in request.headers.items() if name in self.sent}
        bare = httpx2.Request(
            request.method,
            request.url,
            headers={**kept, "accept": "application/json", "accept-encoding": "identity"},
            stream=request.stream,
            extensions=request.extensions,
        )
        until = time.monotonic() + self.limits.whole
        response = super().handle_request(bare)
        if response.headers.get("content-encoding", "identity") != "identity":
            response.close()
            raise _TooMuch("replied in a packed form that wasn't asked for")
        response.stream = _Cut(response.stream, self.limits.reply_bytes, until)
        return response


class _TooMuch(httpx2.TransportError):  # type: ignore[misc]
    """The reply is larger or slower than is taken."""


class _Cut(httpx2.SyncByteStream):  # type: ignore[misc]
    """A stream that raises _TooMuch past so many bytes or past a moment of the monotonic clock."""

    def __init__(self, stream: httpx2.SyncByteStream, most: int, until: float) -> None:
        self.stream = stream
        self.most = most
        self.until = until

    def __iter__(self) -> Iterator[bytes]:
        taken = 0
        for piece in self.stream:
            taken += len(piece)
            if taken > self.most:
                raise _TooMuch("sent far more than was asked for")
            if time.monotonic() > self.until:
                raise _TooMuch("didn't come to an end")
            yield piece

    def close(self) -> None:
        self.stream.close()


def _text_of(body: bytes) -> str:
    """The text in a chat completion; "" if the model said nothing."""
    try:
        message = json.loads(body)["choices"][0]["message"]
        content = message["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise ModelFailed(
            "What answers at QUIZAPP_MODEL_URL isn't an OpenAI-compatible endpoint; "
            "such an address mostly ends in /v1."
        ) from None
    return content if isinstance(content, str) else ""


def _connection_sentence(error: Exception) -> str:
    cause = error if isinstance(error, _TooMuch) else error.__cause__
    if isinstance(cause, _TooMuch):
        return f"The model's endpoint {cause}."
    return "The model's endpoint can't be reached."


def _sentence(status: int) -> str:
    """What a status says; what the endpoint says itself isn't repeated: it can be anything."""
    if status in (401, 403):
        return f"The model's endpoint refused the key ({status})."
    if status == 404:
        return "The model's endpoint knows no such model, or QUIZAPP_MODEL_URL isn't right (404)."
    if status == 429:
        return "The model's endpoint has had too many requests (429)."
    if 300 <= status < 400:
        return f"The model's endpoint sends elsewhere, which isn't followed ({status})."
    return f"The model's endpoint answered with an error ({status})."
