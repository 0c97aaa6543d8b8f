"""Reads a quiz's counts: so many rows for each question, however many attempts there are."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from sqlalchemy import ColumnElement, Integer, Select, case, func, literal_column, select

from quizapp.attempts.models import Attempt, LateAnswer
from quizapp.attempts.tallies import ChoiceKey, MarkKey, ScoreKey, Sums, TimeKey
from quizapp.attempts.tally_models import ChoiceTally, TextTally
from quizapp.attempts.tally_tables import load_kind
from quizapp.columns import MILLION
from quizapp.courses.models import Enrollment
from quizapp.courses.rules import Role
from quizapp.extensions import db
from quizapp.insights.option_analysis import Groups, cut_groups
from quizapp.insights.score_page import Turnout
from quizapp.insights.statistics import QuizCounts, Which
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.questions import load_slots

MOST_COUNTED = 2_000  # people; more are said to be many


def load_counts(quiz_id: str, which: Which, question_id: str | None = None) -> QuizCounts:
    """The counts of these attempts; four queries. `question_id`: of one question only."""
    scores = _load_scores(quiz_id, which)
    return QuizCounts(
        scores=scores,
        marks=_load_marks(quiz_id, which, question_id),
        choices=_load_choices(quiz_id, which, question_id, cut_groups(scores)),
        times=_load_times(quiz_id, which, question_id),
    )


def _load_scores(quiz_id: str, which: Which) -> Mapping[ScoreKey, int]:
    scores: Counter[ScoreKey] = Counter()
    for key, sums in load_kind(ScoreKey, quiz_id, which.pools).items():
        assert isinstance(key, ScoreKey)
        scores[key._replace(pool=0)] += sums.n
    return scores


def _load_marks(
    quiz_id: str, which: Which, question_id: str | None
) -> Mapping[str, Mapping[MarkKey, Sums]]:
    """The pools stay apart in the keys: nothing that is worked out looks at them."""
    found: dict[str, dict[MarkKey, Sums]] = defaultdict(dict)
    for key, sums in load_kind(MarkKey, quiz_id, which.pools, question_id).items():
        assert isinstance(key, MarkKey)
        found[key.question_id][key] = sums
    return found


def _load_choices(
    quiz_id: str, which: Which, question_id: str | None, groups: Groups | None
) -> Mapping[str, Mapping[ChoiceKey, Sums]]:
    """Added up by the database: of each group, and of those between, only one band is left."""
    table = ChoiceTally
    key = (table.question_id, table.points, table.possible, table.choice)
    band = _group_band(groups)
    chosen = (
        select(*key, band, func.sum(table.n), func.sum(table.rest))
        .where(table.quiz_id == quiz_id, table.pool.in_(which.pools))
        .group_by(*key, band)
    )
    if question_id is not None:
        chosen = chosen.where(table.question_id == question_id)
    found: dict[str, dict[ChoiceKey, Sums]] = defaultdict(dict)
    for id, points, possible, choice, part, n, rest in db.session.execute(chosen):
        sums = Sums(int(n), int(rest))
        found[id][ChoiceKey(0, id, points, possible, choice, part)] = sums
    return found


def _group_band(groups: Groups | None) -> ColumnElement[int]:
    """Written out, without parameters: PostgreSQL must see that what is grouped by is the same."""
    band = ChoiceTally.band
    if groups is None:
        return band - band
    ends = (literal_column(str(at), Integer) for at in (groups.high, groups.low, groups.low + 1))
    high, low, between = ends
    return case((band >= high, high), (band <= low, low), else_=between)


def _load_times(
    quiz_id: str, which: Which, question_id: str | None
) -> Mapping[str, Mapping[int, int]]:
    times: dict[str, Counter[int]] = defaultdict(Counter)
    for key, sums in load_kind(TimeKey, quiz_id, which.pools, question_id).items():
        assert isinstance(key, TimeKey)
        times[key.question_id][key.seconds] += sums.n
    return times


def load_turnout(quiz: Quiz) -> Turnout:
    """Who is there; each number is read from so many rows at most, or from few."""
    first = _load_scores(quiz.id, Which.FIRST)
    enrolled = _count_to(
        select(Enrollment.user_id).where(
            Enrollment.course_id == quiz.course_id, Enrollment.role == Role.STUDENT
        ),
        MOST_COUNTED,
    )
    slots = load_slots(quiz.id, quiz.version)
    return Turnout(
        enrolled=enrolled if enrolled < MOST_COUNTED else None,
        submitted=sum(first.values()),
        working=_count_to(_unfinished(quiz.id), MOST_COUNTED),
        late=_count_late(quiz.id),
        is_marked_by_hand=any(slot.is_marked_by_hand for slot in slots),
        counts=quiz.counts,
    )


def _unfinished(quiz_id: str) -> Select[str]:
    return select(Attempt.id).where(Attempt.quiz_id == quiz_id, Attempt.submitted_at.is_(None))


def _count_to(chosen: Select[str], most: int) -> int:
    return db.session.scalar(select(func.count()).select_from(chosen.limit(most).subquery())) or 0


def _count_late(quiz_id: str) -> int:
    """From the late answers, which are few, to their attempts; never through all attempts."""
    of_quiz: ColumnElement[bool] = func.coalesce(Attempt.quiz_id, "") == quiz_id
    return (
        db.session.scalar(
            select(func.count())
            .select_from(LateAnswer)
            .join(Attempt, Attempt.id == LateAnswer.attempt_id)
            .where(LateAnswer.decision.is_(None), of_quiz)
        )
        or 0
    )


@dataclass(frozen=True)
class GivenText:
    """What many wrote alike."""

    part: int  # in which field, from 1
    text: str
    n: int
    earned: Fraction  # points, in the mean


def load_texts(quiz_id: str, which: Which, question_id: str, most: int) -> list[GivenText]:
    """The texts most often written for a question, `most` of them."""
    n = func.sum(TextTally.n)
    rows = db.session.execute(
        select(TextTally.part, TextTally.text, n, func.sum(TextTally.n * TextTally.earned))
        .where(
            TextTally.quiz_id == quiz_id,
            TextTally.question_id == question_id,
            TextTally.pool.in_(which.pools),
        )
        .group_by(TextTally.part, TextTally.text)
        .order_by(TextTally.part, n.desc(), TextTally.text)
        .limit(most)
    )
    return [
        GivenText(part, text, int(times), Fraction(int(earned), int(times) * MILLION))
        for part, text, times, earned in rows
    ]
