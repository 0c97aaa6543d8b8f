"""Signed texts, read once: a browser sends the same ones with request after request."""

from copy import deepcopy
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from itsdangerous import BadSignature, SignatureExpired, URLSafeTimedSerializer

from quizapp.clock import utc_now

KEPT = 4096


class SignedTexts(URLSafeTimedSerializer):
    """Remembers what its keys have signed, and when; the age is looked at each time."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._verified = lru_cache(KEPT)(self._verify)

    def loads(  # type: ignore[override]  # as the base has it
        self,
        s: str | bytes,
        max_age: int | None = None,
        return_timestamp: bool = False,
        salt: str | bytes | None = None,
    ) -> Any:
        """What the text holds, as a value of its own; raises BadSignature."""
        kept, signed_at = self._verified(s, salt)
        if max_age is not None and not 0 <= int(utc_now().timestamp()) - signed_at <= max_age:
            raise SignatureExpired("It was signed too long ago, or by a clock that is ahead.")
        value = kept if isinstance(kept, str) else deepcopy(kept)
        return (value, datetime.fromtimestamp(signed_at, UTC)) if return_timestamp else value

    def _verify(self, text: str | bytes, salt: str | bytes | None) -> tuple[object, int]:
        """What it holds, and when it was signed; what fails isn't remembered."""
        for signer in self.iter_unsigners(salt):
            try:
                content, signed_at = signer.unsign(text, return_timestamp=True)
            except BadSignature:
                continue
            return self.load_payload(content), int(signed_at.timestamp())
        raise BadSignature("No key of ours has signed it.")
