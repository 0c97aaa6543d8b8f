"""What the instructor's home page shows: what needs a hand, what is running, the courses."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quizapp.banks.library import LoadedBank
from quizapp.banks.reviewing import progress_of
from quizapp.insights.home_queries import CourseLine, QuizLine


@dataclass(frozen=True)
class Need:
    """Something with a next step, and the page where it is taken."""

    what: str  # "2 attempts to mark"
    note: str
    endpoint: str
    values: Mapping[str, str] = field(default_factory=dict)  # of its address
    about: str = ""  # the title of what it is about, which stands before `what`
    action: str = ""  # the word at the end of the line


@dataclass(frozen=True)
class HomePage:
    """Only things with a next step."""

    needs: tuple[Need, ...]
    running: tuple[tuple[CourseLine, QuizLine], ...]
    courses: tuple[CourseLine, ...]

    @property
    def has_quizzes(self) -> bool:
        """Whether any course has a quiz yet."""
        return any(course.quizzes for course in self.courses)


@dataclass(frozen=True)
class Folder:
    """What lies in the folder of banks, as far as this person may read it."""

    banks: tuple[LoadedBank, ...] = ()
    misnamed: int = 0  # files among the banks that aren't banks because of their names
    is_missing: bool = False
    is_editable: bool = False  # this person may write its banks


def build_home(
    courses: Sequence[CourseLine], folder: Folder, used: Collection[str], edited: Collection[str]
) -> HomePage:
    """`used`: the names of the banks that any quiz of the site was made from.

    `edited`: the ids of the courses whose quizzes this person may change.
    """
    quizzes = tuple((course, quiz) for course in courses for quiz in course.quizzes)
    return HomePage(
        needs=(
            *(need for course, quiz in quizzes for need in _quiz_needs(course, quiz)),
            *(
                need
                for course, quiz in quizzes
                if course.id in edited
                for need in _editor_needs(course, quiz)
            ),
            *_folder_needs(folder),
            *_draft_needs(folder),
            *_bank_needs(folder.banks, used),
        ),
        running=tuple((course, quiz) for course, quiz in quizzes if quiz.is_running),
        courses=tuple(courses),
    )


def _quiz_needs(course: CourseLine, quiz: QuizLine) -> Iterator[Need]:
    """What waits in one quiz, the most pressing first."""
    values = {"quiz_id": quiz.id}
    if quiz.late:
        what = f"{_count(quiz.late, 'late answer')} to decide on"
        yield Need(what, course.title, "supervision.late", values, quiz.title, "Decide")
    if quiz.notes:
        what = f"{_count(quiz.notes, 'note')} about marks"
        yield Need(what, course.title, "notes.list_notes", values, quiz.title, "Reply")
    if quiz.to_mark:
        what, note = f"{_count(quiz.to_mark, 'attempt')} to mark", f"{course.title}: scores wait"
        yield Need(what, note, "marking.queue", values, quiz.title, "Mark")


def _editor_needs(course: CourseLine, quiz: QuizLine) -> Iterator[Need]:
    """What waits in one quiz for somebody who may change it."""
    if not quiz.is_published:
        values = {"quiz_id": quiz.id}
        note = f"{course.title}: students don't see it"
        yield Need("not published yet", note, "publishing.settings", values, quiz.title)
    for number in quiz.doubtful:
        values = {"quiz_id": quiz.id, "slot": str(number)}
        what = f"question {number}: check the key"
        yield Need(what, course.title, "insights.question_scores", values, quiz.title, "Check")


def _folder_needs(folder: Folder) -> Iterator[Need]:
    if folder.is_missing:
        yield Need("The folder of banks is missing", "See where we looked", "authoring.banks")
    if folder.misnamed:
        what = _count(folder.misnamed, "file has", "files have") + " the wrong name"
        yield Need(what, "Nobody sees them as banks", "authoring.banks")


def _draft_needs(folder: Folder) -> Iterator[Need]:
    """The drafts with questions that nobody has looked at."""
    for bank in folder.banks if folder.is_editable else ():
        progress = progress_of(bank.text) if bank.is_draft else None
        if progress and progress.waiting:
            what = f"{progress.reviewed} of {progress.made} reviewed"
            note, about = "A draft: accept, edit or drop each question", f"{bank.name}.md"
            yield Need(what, note, "review.show", {"name": bank.name}, about, "Review")


def _bank_needs(banks: Sequence[LoadedBank], used: Collection[str]) -> Iterator[Need]:
    """The banks with problems, the worst first; then those that are in no quiz."""
    counted = sorted((-_errors(bank), -len(bank.problems), bank.name) for bank in banks)
    drafts = {bank.name for bank in banks if bank.is_draft}
    for errors, problems, name in counted:
        values, about = {"name": name}, f"{name}.md"
        if problems:
            parts = (_count(-errors, "error"), _count(errors - problems, "warning"))
            note = ", ".join(part for part in parts if not part.startswith("0"))
            what = _count(-problems, "problem")
            yield Need(what, note, "authoring.show_bank", values, about)
        elif name not in used and name not in drafts:
            note = "Make a quiz from it"
            yield Need("in no quiz yet", note, "authoring.show_bank", values, about)


def _errors(bank: LoadedBank) -> int:
    return sum(problem.level == "error" for problem in bank.problems)


def _count(number: int, noun: str, plural: str = "") -> str:
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
