"""What an instructor wants of a question, and the snapshots that are to judge answers then.

A key is written as an answer to the question: whoever corrects it answers it as it should be.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizapp.banks.image_files import ImageFile
from quizapp.banks.model import Bank, Question, Section
from quizapp.banks.writer import write_question
from quizapp.question_types.base import Answer, UnfitKey
from quizapp.quizzes.freezing import digest_of
from quizapp.quizzes.questions import read_snapshot
from quizapp.quizzes.rulings import Kind
from quizapp.quizzes.slots import PublishedSlot


@dataclass(frozen=True)
class BankQuestion:
    """A question as it stands in a bank's file now."""

    bank: Bank  # its images named by their content
    section: Section
    question: Question
    images: tuple[ImageFile, ...] = ()

    @property
    def content(self) -> str:
        """Its snapshot."""
        return write_question(self.bank, self.section, self.question)


@dataclass(frozen=True)
class Wish:
    """What is to become of a question. Of the sources of a new key at most one is there."""

    question_id: str
    kind: Kind
    nobody_loses: bool = False
    key: Answer = ()  # as an author writes it
    from_bank: BankQuestion | None = None
    accepted: Answer = ()  # a student's answer, to be accepted as it is
    given_to: PublishedSlot | None = None  # where it was given; None: to the slot that is shown
    versions: frozenset[int] | None = None  # None: every version that asks it


@dataclass(frozen=True)
class Frozen:
    """A snapshot to be."""

    digest: str
    content: str


def freeze(content: str) -> Frozen:
    """The snapshot of a question's file."""
    return Frozen(digest_of(content), content)


def judges_for(
    wish: Wish, asked: PublishedSlot, shown: PublishedSlot, present: Sequence[Frozen]
) -> tuple[Frozen, ...]:
    """The snapshots that judge answers to `asked` once the wish is granted; raises UnfitKey.

    `shown`: the slot that the key was chosen for, maybe of another version; `present`: what judges
    now, the newest last.
    """
    if wish.kind in (Kind.FULL_POINTS, Kind.LEFT_OUT):
        return ()
    if wish.accepted:
        return _accepting(wish.accepted, asked, wish.given_to or shown, present)
    made = _with_key(wish, asked, shown, present[-1])
    kept = [judge for judge in present if judge != made] if wish.kind is Kind.ACCEPT_BOTH else []
    return (*kept, made)


def _with_key(wish: Wish, asked: PublishedSlot, shown: PublishedSlot, newest: Frozen) -> Frozen:
    if wish.from_bank is not None:
        if not wish.from_bank.question.body.is_alike(asked.question.body):
            raise UnfitKey(
                "In the file the question has other parts by now, so answers to this version "
                "can't be graded by it. Choose a key here."
            )
        return freeze(wish.from_bank.content)
    return _changed(newest, asked, shown, wish.key)


def _changed(newest: Frozen, asked: PublishedSlot, shown: PublishedSlot, key: Answer) -> Frozen:
    """The newest judge with another key."""
    bank, section, question = read_snapshot(newest.content)
    if not asked.question.body.is_alike(shown.question.body):
        raise UnfitKey("This version asks the question with other parts. Correct it by itself.")
    body = question.body.with_key(question.body.translate(key, shown.question.body))
    return _written(bank, section, replace(question, body=body))


def _accepting(
    answer: Answer, asked: PublishedSlot, shown: PublishedSlot, present: Sequence[Frozen]
) -> tuple[Frozen, ...]:
    """Beside the present judges or, where one of them can say it, in it."""
    for judge in reversed(present):
        bank, section, question = read_snapshot(judge.content)
        body = question.body.accepting(question.body.translate(answer, shown.question.body))
        if body is not None:
            made = _written(bank, section, replace(question, body=body))
            return (*(each for each in present if each != judge), made)
    made = _changed(present[-1], asked, shown, answer)
    return (*(each for each in present if each != made), made)


def _written(bank: Bank, section: Section, question: Question) -> Frozen:
    content = write_question(bank, section, question)
    bank_read, _, read = read_snapshot(content)
    if read.body != question.body:
        raise UnfitKey("This key can't be written in a question file. Choose another.")
    return freeze(content)
