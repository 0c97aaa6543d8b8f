"""What the scores page shows, worked out from the scores."""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from quizapp.insights.chart import Chart, draw_histogram
from quizapp.insights.item_analysis import Facility, facility
from quizapp.insights.score_summary import FEW, ROUGH, ScoreSummary, histogram, summarize
from quizapp.insights.score_table import QuizScores, Row, State, list_rows

MOST_POINT_BARS = 12  # quizzes of so many points have a bar a point, others one for each 10 %
HARDEST = "correct"  # the order of questions by facility index


@dataclass(frozen=True)
class QuestionRow:
    """A line of the questions' table."""

    number: int | None
    id: str
    heading: str
    facility: Facility

    @property
    def is_judged(self) -> bool:
        """Whether there are answers enough to show an index at all."""
        return self.facility.n >= FEW

    @property
    def is_rough(self) -> bool:
        """Whether the index is a rough guide only."""
        return self.facility.n < ROUGH


@dataclass(frozen=True)
class ScorePage:
    """The figures are shares of the possible points, of final scores only."""

    enrolled: int
    submitted: int  # students of the course with a submitted attempt
    others: int  # submitted attempts of people who have left the course
    attempts: int  # submitted, final or not
    working: int
    to_be_marked: int
    is_marked_by_hand: bool
    figures: ScoreSummary
    points: ScoreSummary | None  # the same in points, when all attempts could earn as many
    possible: Fraction | None  # so many
    chart: Chart | None
    questions: tuple[QuestionRow, ...]
    rows: tuple[Row, ...]

    @property
    def has_spread(self) -> bool:
        """Whether there are scores enough to speak of their spread."""
        return self.figures.n >= FEW

    @property
    def is_rough(self) -> bool:
        """Whether the spread is a rough guide only."""
        return self.figures.n < ROUGH


def build_page(scores: QuizScores, *, sort: str, order: str) -> ScorePage:
    """`sort` orders the people (see list_rows), `order` the questions: HARDEST or the quiz's."""
    submitted = [attempt for attempt in scores.attempts if attempt.submitted_at is not None]
    final = [attempt for attempt in submitted if attempt.share is not None]
    shares = Counter(attempt.share for attempt in final if attempt.share is not None)
    earned = Counter(attempt.earned for attempt in final if attempt.earned is not None)
    possible = _common({attempt.possible for attempt in final})
    return ScorePage(
        enrolled=len(scores.students),
        submitted=len({each.person.id for each in submitted if each.person.is_student}),
        others=sum(not attempt.person.is_student for attempt in submitted),
        attempts=len(submitted),
        working=len(scores.attempts) - len(submitted),
        to_be_marked=sum(attempt.state is State.TO_BE_MARKED for attempt in submitted),
        is_marked_by_hand=scores.is_marked_by_hand,
        figures=summarize(shares),
        points=summarize(earned) if possible else None,
        possible=possible,
        chart=_draw(shares, possible) if shares else None,
        questions=_question_rows(scores, order),
        rows=list_rows(scores, sort),
    )


def _common(possible: set[Fraction]) -> Fraction | None:
    return possible.pop() if len(possible) == 1 else None


def _draw(shares: Counter[Fraction], possible: Fraction | None) -> Chart:
    if possible is not None and possible.denominator == 1 and possible <= MOST_POINT_BARS:
        return draw_histogram(histogram(shares, int(possible)), unit="points")
    return draw_histogram(histogram(shares, 10), unit="%")


def _question_rows(scores: QuizScores, order: str) -> tuple[QuestionRow, ...]:
    rows = [
        QuestionRow(question.number, question.id, question.heading, facility(question.marks))
        for question in scores.questions
    ]
    if order == HARDEST:
        rows.sort(key=_hardness)
    return tuple(rows)


def _hardness(row: QuestionRow) -> tuple[bool, Fraction]:
    """Those that can't be judged come last."""
    if not row.is_judged or row.facility.index is None:
        return True, Fraction(0)
    return False, row.facility.index
