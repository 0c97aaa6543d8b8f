"""A question of a quiz as it stands in its bank's file now, and what to add there."""

from dataclasses import dataclass

from quizapp.banks.accepting import CannotAccept, accept_in_text
from quizapp.banks.difference import Difference, difference
from quizapp.banks.library import BankNotFound, FolderMissing, Library, LoadedBank
from quizapp.question_types.base import Answer
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.slots import PublishedSlot
from quizapp.regrading.wishes import BankQuestion, Frozen


@dataclass(frozen=True)
class FileQuestion:
    """A question in a file."""

    loaded: LoadedBank
    question: BankQuestion

    @property
    def file(self) -> str:
        """The file's name."""
        return f"{self.loaded.name}.md"


def find_in_file(library: Library, quiz: Quiz, question_id: str) -> FileQuestion | None:
    """The question in the first of the quiz's banks that has it; None if none has, or it's broken.

    A draft's keys aren't looked at by anybody yet, so they are no key to correct by.
    """
    for name in quiz.banks:
        try:
            loaded = library.load(name)
        except (BankNotFound, FolderMissing):
            continue
        bank = loaded.with_named_images()
        if bank is None or loaded.is_draft:
            continue
        for section in bank.sections:
            for question in section.questions:
                if question.id == question_id:
                    found = BankQuestion(bank, section, question, loaded.images)
                    return FileQuestion(loaded, found)
    return None


@dataclass(frozen=True)
class FileEdit:
    """A bank's text with a student's answer accepted, and what differs in it."""

    name: str  # of the bank
    base: str  # digest of the file that it was made from
    text: str
    difference: Difference

    @property
    def file(self) -> str:
        """The file's name."""
        return f"{self.name}.md"


@dataclass(frozen=True)
class NoEdit:
    """Why the file stays as it is."""

    reason: str
    name: str = ""  # of the bank, if there is one to open


def edit_file(
    found: FileQuestion | None, published: Frozen, asked: PublishedSlot, answer: Answer
) -> FileEdit | NoEdit:
    """The file with `answer` to `asked` accepted, unless it isn't what judges now any more."""
    if found is None:
        return NoEdit("The question isn't in a file of this quiz any more.")
    name = found.loaded.name
    if found.question.content != published.content:
        return NoEdit(f"In {found.file} the question isn't as it is graded now.", name)
    body = found.question.question.body
    try:
        text = accept_in_text(
            found.loaded.text, asked.question.id, body.translate(answer, asked.question.body)
        )
    except CannotAccept as error:
        return NoEdit(str(error), name)
    if text == found.loaded.text:
        return NoEdit(f"{found.file} accepts this answer already.", name)
    return FileEdit(name, found.loaded.digest, text, difference(found.loaded.text, text))
