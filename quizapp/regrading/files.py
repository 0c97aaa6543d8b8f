"""A question of a quiz as it stands in its bank's file now."""

from dataclasses import dataclass

from quizapp.banks.library import BankNotFound, FolderMissing, Library, LoadedBank
from quizapp.quizzes.models import Quiz
from quizapp.regrading.wishes import BankQuestion


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
