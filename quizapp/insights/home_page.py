"""What the instructor's home page shows: what needs a hand, what is running, the courses."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from quizapp.banks.library import LoadedBank
from quizapp.insights.home_queries import CourseLine, QuizLine


@dataclass(frozen=True)
class BankNeed:
    """A bank with something to do; without problems it is fit for a quiz and in none."""

    name: str
    errors: int
    warnings: int


@dataclass(frozen=True)
class HomePage:
    """Only things with a next step."""

    needs: tuple[BankNeed, ...]
    misnamed: int  # files among the banks that aren't banks because of their names
    is_folder_missing: bool
    to_mark: tuple[tuple[CourseLine, QuizLine], ...]
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
    misnamed: int = 0
    is_missing: bool = False


def build_home(courses: Sequence[CourseLine], folder: Folder, used: Collection[str]) -> HomePage:
    """`used`: the names of the banks that any quiz of the site was made from."""
    needs = [_need(bank) for bank in folder.banks]
    return HomePage(
        needs=tuple(
            sorted(
                (need for need in needs if need.errors or need.warnings or need.name not in used),
                key=lambda need: (-need.errors, -need.warnings, need.name),
            )
        ),
        misnamed=folder.misnamed,
        is_folder_missing=folder.is_missing,
        to_mark=tuple(
            (course, quiz) for course in courses for quiz in course.quizzes if quiz.to_mark
        ),
        running=tuple(
            (course, quiz) for course in courses for quiz in course.quizzes if quiz.is_running
        ),
        courses=tuple(courses),
    )


def _need(loaded: LoadedBank) -> BankNeed:
    errors = sum(problem.level == "error" for problem in loaded.problems)
    return BankNeed(loaded.name, errors=errors, warnings=len(loaded.problems) - errors)
