"""Opens an attempt again that the clock ended, when its time turns out to be longer.

A part of verbs: it works inside their transactions and never commits.
"""

from sqlalchemy import select, update

from quizapp.attempts import queries, rules
from quizapp.attempts.late_decisions import Decider, take_over
from quizapp.attempts.models import Attempt, Response
from quizapp.attempts.scoring import most
from quizapp.attempts.sums import following
from quizapp.extensions import db
from quizapp.quizzes.questions import load_slots


def reopen(student_id: str, quiz_id: str, decider: Decider) -> bool:
    """Take the student's last attempt back from the scores if it goes on; asked twice, once.

    It goes on if the clock ended it and its deadline now lies ahead. What a student has submitted
    stays submitted.
    """
    seat = queries.find_seat(student_id, quiz_id)
    attempt = db.session.scalar(
        select(Attempt)
        .where(Attempt.quiz_id == quiz_id, Attempt.user_id == student_id)
        .order_by(Attempt.number.desc())
        .limit(1)
        .with_for_update()
    )
    if attempt is None or not attempt.ran_out:
        return False
    deadline = rules.deadline(seat.settings, attempt.started_at)
    if deadline is not None and deadline <= decider.now:
        return False
    with following(quiz_id, [student_id]):
        _subtract(attempt)
        take_over(attempt, decider)
    return True


def _subtract(attempt: Attempt) -> None:
    attempt.submitted_at, attempt.ran_out, attempt.receipt = None, False, None
    attempt.earned, attempt.unmarked = None, 0
    slots = load_slots(attempt.quiz_id, attempt.version)
    attempt.possible = most(slots, [place["slot"] for place in attempt.layout])
    db.session.execute(
        update(Response)
        .where(Response.attempt_id == attempt.id)
        .values(earned=None, needs_marking=False)
    )
    db.session.flush()
