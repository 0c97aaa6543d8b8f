"""The page that says whether a receipt is one of ours, and what it stands for."""

from dataclasses import dataclass

from quizapp.attempts.finishing import is_receipt_valid
from quizapp.attempts.receipts import normalize
from quizapp.supervision import queries
from quizapp.supervision.queries import Begun


@dataclass(frozen=True)
class ReceiptPage:
    """Everything that the page shows."""

    typed: str
    code: str  # as receipts are written; "" if nothing was typed
    found: Begun | None
    is_valid: bool  # it still fits the times and answers that it was given for


def load(quiz_id: str, typed: str, user_id: str | None) -> ReceiptPage:
    """The answer about what somebody typed; `user_id`: only about this person's attempts."""
    code = normalize(typed)
    found = queries.list_by_receipt(quiz_id, code, user_id) if code else []
    valid = [begun for begun in found if is_receipt_valid(begun.attempt.id)]
    shown = next(iter(valid or found), None)
    return ReceiptPage(typed.strip(), code, shown, bool(valid))
