"""Whether somebody knows the word that lets them start a quiz.

A part of verbs: it works inside their transactions and never commits.
"""

import hmac
import unicodedata
from datetime import datetime

from quizapp.accounts import throttle
from quizapp.quizzes.models import Quiz


def is_let_in(quiz: Quiz, student_id: str, typed: str, now: datetime) -> bool:
    """Whether `typed` is the quiz's access code, or none is asked for; a wrong try is counted.

    Raises TooMany.
    """
    if not quiz.access_code:
        return True
    key = throttle.access_key(quiz.id, student_id)
    throttle.take_try(key, now)
    if not hmac.compare_digest(_folded(typed), _folded(quiz.access_code)):
        return False
    throttle.forgive(key)
    return True


def _folded(text: str) -> bytes:
    """Case, spaces and the ways to write a letter don't matter."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(folded.split()).encode("utf-8", "surrogatepass")
