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
    running: tuple[tuple[CourseLine, QuizLine], ...]
    courses: tuple[CourseLine, ...]
    has_banks: bool

    @property
    def has_quizzes(self) -> bool:
        """Whether any course has a quiz yet."""
        return any(course.quizzes for course in self.courses)


def build_home(
    courses: Sequence[CourseLine], banks: Sequence[LoadedBank], used: Collection[str]
) -> HomePage:
    """`banks`: those this person may read; `used`: the names of those in any quiz of the site."""
    needs = [_need(bank) for bank in banks]
    return HomePage(
        needs=tuple(
            sorted(
                (need for need in needs if need.errors or need.warnings or need.name not in used),
                key=lambda need: (-need.errors, -need.warnings, need.name),
            )
        ),
        running=tuple(
            (course, quiz) for course in courses for quiz in course.quizzes if quiz.is_running
        ),
        courses=tuple(courses),
        has_banks=bool(banks),
    )


def _need(loaded: LoadedBank) -> BankNeed:
    errors = sum(problem.level == "error" for problem in loaded.problems)
    return BankNeed(loaded.name, errors=errors, warnings=len(loaded.problems) - errors)
