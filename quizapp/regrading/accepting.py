"""Accepting a student's answer: in the bank's file, in the quiz, and in the notes that asked."""

from dataclasses import dataclass

from sqlalchemy.exc import DBAPIError

from quizapp.errors import Conflict
from quizapp.extensions import db
from quizapp.quizzes.library import site_library
from quizapp.quizzes.models import Correction
from quizapp.regrading import note_service, service
from quizapp.regrading.files import FileEdit
from quizapp.regrading.service import Maker, MovedOn, Order
from quizapp.revisions.service import Edit, save_bank


class OnlyTheFile(Conflict):
    """The file was written, and then the database failed."""

    def __init__(self, file: str) -> None:
        super().__init__(
            f"{file} accepts this answer now, but the quiz isn't corrected yet: the database "
            "can't save right now. Go back in a minute, and confirm the correction again."
        )


@dataclass(frozen=True)
class Accepted:
    """What was confirmed about the file, and the note that asked."""

    note_id: str
    edit: FileEdit | None  # what would be written now
    base: str  # digest of the file that the difference was shown for
    writes: bool


def accept(quiz_id: str, order: Order, given: Accepted, maker: Maker) -> Correction:
    """Write the file if that was confirmed, correct the quiz, and reply to whoever asked the same.

    Raises MovedOn, BankChanged, NotSaved, OnlyTheFile, and what `apply` raises.
    """
    made = db.session.get(Correction, order.id)
    if made is not None:
        return service.apply(quiz_id, order, maker)
    if service.preview(quiz_id, order.wish, maker.now).fingerprint != order.fingerprint:
        raise MovedOn
    if given.writes:
        made = _write_and_apply(quiz_id, order, given, maker)
    else:
        made = service.apply(quiz_id, order, maker)
    note_service.close_alike(quiz_id, given.note_id, maker)
    return made


def _write_and_apply(quiz_id: str, order: Order, given: Accepted, maker: Maker) -> Correction:
    """A file and a database can't change as one: whoever sees only the first happen is told."""
    edit = given.edit
    if edit is None or edit.base != given.base:
        raise MovedOn
    library, change = site_library(), Edit(edit.text, given.base, maker.user_id)
    try:
        save_bank(library, edit.name, change, maker.now)
        return service.apply(quiz_id, order, maker)
    except MovedOn:
        raise MovedOn(f"{edit.file} is written, but the quiz isn't corrected yet") from None
    except DBAPIError as error:
        if library.read(edit.name) != edit.text.encode():
            raise
        raise OnlyTheFile(edit.file) from error
