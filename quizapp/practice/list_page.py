"""The page that lists what a person may practice now."""

from dataclasses import dataclass
from datetime import datetime

from quizapp.practice.queries import list_practices
from quizapp.practice.rounds import Round, find_rounds
from quizapp.practice.rules import Access
from quizapp.practice.sequence import Figures


@dataclass(frozen=True)
class PracticeRow:
    """One quiz; the whole row is a link."""

    quiz_id: str
    title: str
    course_title: str
    figures: Figures


@dataclass(frozen=True)
class ListPage:
    """Everything that the page shows."""

    rows: tuple[PracticeRow, ...]

    @property
    def course_titles(self) -> tuple[str, ...]:
        """Of the courses whose quizzes are listed."""
        return tuple(dict.fromkeys(row.course_title for row in self.rows))


def load(user_id: str, now: datetime) -> ListPage:
    """The page as things stand now."""
    practices = [each for each in list_practices(user_id, now) if each.access is Access.OPEN]
    return ListPage(tuple(_row(played) for played in find_rounds(practices)))


def _row(played: Round) -> PracticeRow:
    practice = played.practice
    return PracticeRow(
        quiz_id=practice.quiz.id,
        title=practice.quiz.title,
        course_title=practice.quiz.course.title,
        figures=played.figures,
    )
