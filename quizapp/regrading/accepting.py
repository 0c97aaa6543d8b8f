"""Accepting a student's answer: in the bank's file, in the quiz, and in the notes that asked."""

from dataclasses import dataclass

from quizapp.extensions import db
from quizapp.quizzes.library import site_library
from quizapp.quizzes.models import Correction
from quizapp.regrading import note_service, service
from quizapp.regrading.files import FileEdit
from quizapp.regrading.service import Maker, MovedOn, Order
from quizapp.revisions.service import Edit, save_bank


@dataclass(frozen=True)
class Accepted:
    """What was confirmed about the file, and the note that asked."""

    note_id: str
    edit: FileEdit | None  # what would be written now
    base: str  # digest of the file that the difference was shown for
    writes: bool


def accept(quiz_id: str, order: Order, given: Accepted, maker: Maker) -> Correction:
    """Write the file if that was confirmed, correct the quiz, and reply to whoever asked the same.

    Raises MovedOn before anything is written, BankChanged, NotSaved, and what `apply` raises.
    """
    made = db.session.get(Correction, order.id)
    if made is not None:
        return service.apply(quiz_id, order, maker)
    if service.preview(quiz_id, order.wish, maker.now).fingerprint != order.fingerprint:
        raise MovedOn
    if given.writes:
        if given.edit is None or given.edit.base != given.base:
            raise MovedOn
        change = Edit(given.edit.text, given.base, maker.user_id)
        save_bank(site_library(), given.edit.name, change, maker.now)
    made = service.apply(quiz_id, order, maker)
    note_service.close_alike(quiz_id, given.note_id, maker)
    return made
