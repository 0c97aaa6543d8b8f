"""Receipts: short codes that prove what was submitted, and when.

A receipt is the beginning of an HMAC-SHA256 with the site's secret key over the attempt, its times
and every answer, so nobody else can make one, and a changed answer no longer fits it.
"""

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from quizapp.accounts.codes import CODE_ALPHABET, normalize_code
from quizapp.question_types.base import Answer

LENGTH = 8
PURPOSE = "receipt"  # the same key signs other things too


@dataclass(frozen=True)
class Submission:
    """What a receipt is about."""

    attempt_id: str
    started_at: datetime
    submitted_at: datetime
    answers: Mapping[int, Answer]  # by slot; blank ones don't matter


def receipt(key: str, submission: Submission) -> str:
    """The code for a submission: 7ZET-T27X."""
    number = int.from_bytes(hmac.digest(key.encode(), _message(submission), hashlib.sha256))
    code = ""
    for _ in range(LENGTH):
        number, at = divmod(number, len(CODE_ALPHABET))
        code += CODE_ALPHABET[at]
    return f"{code[:4]}-{code[4:]}"


def normalize(typed: str) -> str:
    """A receipt as it is stored, from however somebody types it."""
    code = normalize_code(typed)
    return f"{code[:4]}-{code[4:]}" if code else ""


def is_valid(code: str, keys: Iterable[str], submission: Submission) -> bool:
    """Whether one of the site's keys, the present one or an older one, made `code`."""
    return any(hmac.compare_digest(receipt(key, submission), code) for key in keys)


def _message(submission: Submission) -> bytes:
    answers: Sequence[tuple[int, Answer]] = sorted(
        (slot, answer) for slot, answer in submission.answers.items() if answer
    )
    times = [
        instant.astimezone(UTC).isoformat(timespec="microseconds")
        for instant in (submission.started_at, submission.submitted_at)
    ]
    return json.dumps([PURPOSE, submission.attempt_id, times, answers]).encode()
