"""What a course's first page shows: its quizzes, those that wait for a hand first."""

from dataclasses import dataclass

from quizapp.insights.home_queries import CourseLine, QuizLine
from quizapp.quizzes.rules import Window

UNPUBLISHED = "Not published yet"
TITLES = {
    Window.OPEN: "Open now",
    Window.LATER: "Opening later",
    Window.CLOSED: "Closed",
}


@dataclass(frozen=True)
class QuizGroup:
    """Quizzes in the same state."""

    title: str
    quizzes: tuple[QuizLine, ...]


def group_quizzes(course: CourseLine) -> tuple[QuizGroup, ...]:
    """The quizzes by state, without the states that none is in."""
    published = [quiz for quiz in course.quizzes if quiz.is_published]
    groups = [
        QuizGroup(title, tuple(quiz for quiz in published if quiz.window is state))
        for state, title in TITLES.items()
    ]
    others = tuple(quiz for quiz in course.quizzes if not quiz.is_published)
    groups.insert(0, QuizGroup(UNPUBLISHED, others))
    return tuple(group for group in groups if group.quizzes)
