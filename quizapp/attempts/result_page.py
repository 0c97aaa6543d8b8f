"""What a student is told about a submitted attempt: no more than the feedback policy allows now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from quizapp.attempts import late_notes, queries, rules, score_changes, service
from quizapp.attempts.late_notes import LateNotes
from quizapp.attempts.marks import GivenMark, newest_marks, that_count
from quizapp.attempts.models import Attempt
from quizapp.attempts.moments import last_moments
from quizapp.attempts.queries import Seat, Sitting, StoredResponse
from quizapp.attempts.review import Reviewer
from quizapp.attempts.rules import AttemptScore
from quizapp.attempts.score_changes import ChangedScore
from quizapp.question_types.base import ReviewedQuestion
from quizapp.quizzes.corrections import load_rulebook
from quizapp.quizzes.rules import Counts, Part, When, shown, shows_from


@dataclass(frozen=True)
class ReviewedSection:
    """Questions that stand together, under the passage they share."""

    index: int
    title: str
    text: str
    questions: tuple[ReviewedQuestion, ...]


@dataclass(frozen=True)
class AttemptLine:
    """One of the student's attempts at the quiz."""

    id: str
    number: int
    submitted_at: datetime | None  # None: still open
    score: AttemptScore | None  # None: not to be told
    is_this: bool
    is_counted: bool


@dataclass(frozen=True)
class ResultPage:
    """Everything that the page shows."""

    attempt_id: str
    seat: Seat  # for whoever says more about the quiz
    quiz_id: str
    quiz_title: str
    course_title: str
    zone: str
    language: str
    number: int
    attempts_allowed: int | None
    submitted_at: datetime
    ran_out: bool
    receipt: str
    answered: int
    count: int
    score: AttemptScore | None
    shows_marks: bool
    shows_from: datetime | None  # when more will show, if that is known and still to come
    shows_later: bool  # more will show, at `shows_from` or when that is known
    sections: tuple[ReviewedSection, ...]  # () unless something about the questions may show
    attempts: tuple[AttemptLine, ...]  # () if there is only this one
    counts: Counts
    final: AttemptScore | None  # the score of the quiz, if it is an average and may be told
    may_start: bool
    late: LateNotes
    changes: tuple[ChangedScore, ...]  # () unless the score may be told

    @property
    def questions(self) -> tuple[ReviewedQuestion, ...]:
        """All reviewed questions, in the order of the page."""
        return tuple(question for section in self.sections for question in section.questions)


class NotSubmitted(Exception):
    """There is no result yet: the attempt is still open."""


def load(student_id: str, attempt_id: str, now: datetime) -> ResultPage:
    """The page as things stand now; raises NotSubmitted."""
    sitting = service.find_sitting(student_id, attempt_id, now)
    attempt = sitting.attempt
    if attempt.submitted_at is None or attempt.receipt is None:
        raise NotSubmitted
    responses = queries.stored_responses([attempt_id])[attempt_id]
    return build(sitting, responses, queries.list_attempts(student_id, sitting.quiz.id), now)


def build(
    sitting: Sitting,
    responses: Mapping[int, StoredResponse],
    attempts: Sequence[Attempt],
    now: datetime,
) -> ResultPage:
    """The page from what is stored; `attempts` are the student's at this quiz."""
    attempt = sitting.attempt
    assert attempt.submitted_at is not None
    assert attempt.receipt is not None
    parts, later, moment = _release(sitting, now)
    refusal = rules.may_start(sitting.settings, len(attempts), now)
    return ResultPage(
        attempt_id=attempt.id,
        seat=sitting,
        quiz_id=sitting.quiz.id,
        quiz_title=sitting.quiz.title,
        course_title=sitting.course.title,
        zone=sitting.course.zone,
        language=sitting.quiz.language,
        number=attempt.number,
        attempts_allowed=sitting.settings.attempts_allowed,
        submitted_at=attempt.submitted_at,
        ran_out=attempt.ran_out,
        receipt=attempt.receipt,
        answered=sum(bool(response.answer) for response in responses.values()),
        count=len(attempt.layout),
        score=attempt.score if Part.SCORE in parts else None,
        shows_marks=Part.MARKS in parts,
        shows_from=moment,
        shows_later=later,
        sections=_sections(sitting, responses, parts),
        attempts=_lines(sitting, attempts, parts),
        counts=sitting.settings.counts,
        final=_average(sitting, attempts, parts),
        may_start=refusal is None and all(each.submitted_at for each in attempts),
        late=late_notes.load(attempt),
        changes=_changes(sitting, parts),
    )


def _release(sitting: Sitting, now: datetime) -> tuple[frozenset[Part], bool, datetime | None]:
    """What shows now, whether more shows later, and when, if that is known."""
    policy = sitting.settings.feedback
    moment = last_moments([sitting])[sitting.quiz.id]
    parts = shown(policy, now, moment, submitted=True)
    later = parts != policy.what and policy.when is not When.NEVER
    return parts, later, shows_from(policy, moment) if later else None


def shown_parts(sitting: Sitting, now: datetime) -> frozenset[Part]:
    """What of a submitted attempt its student may see now."""
    return _release(sitting, now)[0]


def _sections(
    sitting: Sitting, responses: Mapping[int, StoredResponse], parts: frozenset[Part]
) -> tuple[ReviewedSection, ...]:
    if not parts & {Part.MARKS, Part.FEEDBACK, Part.KEY}:
        return ()
    reviewer = Reviewer(
        attempt_id=sitting.attempt.id,
        parts=parts,
        responses=responses,
        marked=_marks(sitting, responses),
        rulings=load_rulebook(sitting.quiz.id).newest(sitting.attempt.version),
    )
    grouped = groupby(sitting.places(), key=lambda place: place.slot.section)
    return tuple(
        ReviewedSection(
            index=index,
            title=members[0].slot.section_title,
            text=members[0].slot.section_text,
            questions=tuple(reviewer.review(place) for place in members),
        )
        for index, members in ((index, list(group)) for index, group in grouped)
    )


def _changes(sitting: Sitting, parts: frozenset[Part]) -> tuple[ChangedScore, ...]:
    """Which question was corrected tells right from wrong, so it is told with the marks only."""
    attempt = sitting.attempt
    if Part.SCORE not in parts or attempt.score is None:
        return ()
    tells = Part.MARKS in parts
    numbers = {place.slot.number: place.number for place in sitting.places()} if tells else {}
    return score_changes.load(attempt.id, attempt.score.possible, numbers)


def _marks(sitting: Sitting, responses: Mapping[int, StoredResponse]) -> Mapping[int, GivenMark]:
    """By slot, what people gave; not asked for unless somebody has marked something."""
    by_hand = [place.slot.number for place in sitting.places() if place.slot.is_marked_by_hand]
    answered = [responses[slot] for slot in by_hand if slot in responses and responses[slot].answer]
    if all(response.needs_marking for response in answered):
        return {}
    return that_count(newest_marks([sitting.attempt.id])[sitting.attempt.id], responses)


def _lines(
    sitting: Sitting, attempts: Sequence[Attempt], parts: frozenset[Part]
) -> tuple[AttemptLine, ...]:
    if len(attempts) < 2:
        return ()
    counted = queries.counted_attempt(attempts, sitting.settings.counts)
    return tuple(
        AttemptLine(
            id=attempt.id,
            number=attempt.number,
            submitted_at=attempt.submitted_at,
            score=attempt.score if Part.SCORE in parts else None,
            is_this=attempt is sitting.attempt,
            is_counted=attempt is counted and _tells_which(sitting.settings.counts, parts),
        )
        for attempt in attempts
    )


def _tells_which(counts: Counts, parts: frozenset[Part]) -> bool:
    """Which attempt was best is news about scores; which was first or last isn't."""
    return Part.SCORE in parts or counts is not Counts.BEST


def _average(
    sitting: Sitting, attempts: Sequence[Attempt], parts: frozenset[Part]
) -> AttemptScore | None:
    if sitting.settings.counts is not Counts.AVERAGE or Part.SCORE not in parts:
        return None
    scores = [attempt.score for attempt in attempts if attempt.score is not None]
    return rules.final_score(scores, Counts.AVERAGE) if len(scores) > 1 else None
