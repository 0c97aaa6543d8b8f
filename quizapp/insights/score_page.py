"""What the scores page shows, worked out from the statistics."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from quizapp.insights.chart import Chart, draw_histogram
from quizapp.insights.flags import Flag, find_flags
from quizapp.insights.item_analysis import ItemFigures
from quizapp.insights.score_summary import FEW, ROUGH, histogram
from quizapp.insights.score_table import QuizScores, Row, list_rows
from quizapp.insights.statistics import QuestionStatistics, QuizStatistics, Which

MOST_POINT_BARS = 12  # quizzes of so many points have a bar a point, others one for each 10 %
MOST_SHOWN = 6  # flags above everything; the table has them all
HARDEST, WEAKEST = "correct", "apart"  # orders of the questions' table


@dataclass(frozen=True)
class QuestionRow:
    """A line of the questions' table."""

    statistics: QuestionStatistics
    flags: tuple[Flag, ...]

    @property
    def number(self) -> int | None:
        """Its place in the quiz."""
        return self.statistics.number

    @property
    def figures(self) -> ItemFigures:
        """Its facility and its discrimination index."""
        return self.statistics.figures

    @property
    def is_judged(self) -> bool:
        """Whether there are answers enough to show an index at all."""
        return self.statistics.n >= FEW

    @property
    def is_rough(self) -> bool:
        """Whether the index is a rough guide only."""
        return self.statistics.n < ROUGH


@dataclass(frozen=True)
class Turnout:
    """Who is there, beside the attempts that are counted."""

    enrolled: int | None  # students; None: too many to count on every visit
    submitted: int  # people who did, at least once
    working: int
    late: int  # late answers to decide on
    is_marked_by_hand: bool
    counts: str  # which attempts count by the quiz's settings


@dataclass(frozen=True)
class ScorePage:
    """The figures are shares of the possible points, of final scores only."""

    which: Which
    turnout: Turnout
    statistics: QuizStatistics
    chart: Chart | None
    flags: tuple[tuple[QuestionRow, Flag], ...]  # the most urgent
    questions: tuple[QuestionRow, ...]
    rows: tuple[Row, ...] | None  # people; None: too many for a page

    @property
    def has_spread(self) -> bool:
        """Whether there are scores enough to speak of their spread."""
        return self.statistics.shares.n >= FEW

    @property
    def is_rough(self) -> bool:
        """Whether the spread is a rough guide only."""
        return self.statistics.shares.n < ROUGH

    @property
    def has_sections(self) -> bool:
        """Whether there is more than one section to tell apart."""
        return len(self.statistics.sections) > 1

    @property
    def submitted(self) -> int:
        """People of the course who did, at least once; of a large one those who have left too."""
        if self.rows is None:
            return self.turnout.submitted
        return len(
            {
                row.person.id
                for row in self.rows
                if row.person.is_student and row.attempt and row.attempt.submitted_at
            }
        )

    @property
    def left(self) -> int:
        """Attempts of people who aren't in the course any more."""
        return sum(not row.person.is_student for row in self.rows or ())


def build_page(
    statistics: QuizStatistics, which: Which, turnout: Turnout, scores: QuizScores | None
) -> ScorePage:
    """The page in the order of the quiz, and people by name."""
    rows = [QuestionRow(each, find_flags(each)) for each in statistics.questions]
    found = [(row, flag) for row in rows if row.number for flag in row.flags]
    found.sort(key=lambda pair: (pair[1].kind, pair[0].figures.discrimination or 0))
    return ScorePage(
        which=which,
        turnout=turnout,
        statistics=statistics,
        chart=_draw(statistics) if statistics.shares.n else None,
        flags=tuple(found[:MOST_SHOWN]),
        questions=tuple(rows),
        rows=None if scores is None else list_rows(scores, "name"),
    )


def _draw(statistics: QuizStatistics) -> Chart:
    shares, possible = statistics.share_counts, statistics.possible
    if possible is not None and possible.denominator == 1 and possible <= MOST_POINT_BARS:
        return draw_histogram(histogram(shares, int(possible)), unit="points")
    return draw_histogram(histogram(shares, 10), unit="%")


def order_questions(rows: Iterable[QuestionRow], order: str) -> tuple[QuestionRow, ...]:
    """HARDEST or WEAKEST first, those without an index last; else as they are."""
    values = {HARDEST: _facility, WEAKEST: _discrimination}
    value = values.get(order)
    if value is None:
        return tuple(rows)
    return tuple(sorted(rows, key=lambda row: (value(row) is None, value(row) or 0)))


def _facility(row: QuestionRow) -> Fraction | None:
    return row.figures.facility.index if row.is_judged else None


def _discrimination(row: QuestionRow) -> float | None:
    return row.figures.discrimination if row.is_judged else None
