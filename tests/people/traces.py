"""A student who has left a trace wherever one can be left, and a search for any of them."""

from datetime import timedelta

from sqlalchemy import select

from quizapp.accounts import service as accounts
from quizapp.accounts.models import User
from quizapp.attempts import service as attempts
from quizapp.attempts.answers import Given
from quizapp.attempts.models import LateAnswer, Mark
from quizapp.clock import utc_now
from quizapp.courses.models import Enrollment
from quizapp.extensions import db
from quizapp.people import service
from quizapp.practice.models import PracticeStep
from quizapp.quizzes.models import Extension
from quizapp.regrading.models import MarkNote
from tests.attempts.builders import make_quiz
from tests.people.conftest import Desk

NAME, LOGIN, NUMBER, WORD = "Zoë Quux", "zq@example.org", "ZQ-17", "zqcomment"
NEEDLES = (NAME, LOGIN, NUMBER, WORD, "Firefox on zqphone", "203.0.113.77")


def leave_traces(desk: Desk) -> tuple[str, str]:
    """Ids of the quiz and of the student's submitted attempt at it."""
    user = db.session.get_one(User, desk.student.id)
    user.name, user.login = NAME, LOGIN
    part = db.session.get_one(Enrollment, (desk.course.id, user.id))
    part.student_number = NUMBER
    db.session.commit()
    desk.browser.post(f"{desk.person}/time", data={"percent": "150"})
    accounts.sign_in(user.id, accounts.Device(name="Firefox on zqphone"), utc_now())
    service.make_code(desk.course.id, user.id, desk.instructor, utc_now())
    quiz_id = make_quiz(desk.course, attempts_allowed=3).id
    attempt_id = attempts.start(desk.student.id, quiz_id, utc_now())
    attempts.save_responses(desk.student.id, attempt_id, {1: Given(("0",))}, utc_now())
    attempts.submit(desk.student.id, attempt_id, utc_now())
    attempts.start(desk.student.id, quiz_id, utc_now())
    add_rows(desk, quiz_id, attempt_id)
    return quiz_id, attempt_id


def add_rows(desk: Desk, quiz_id: str, attempt_id: str) -> None:
    """What takes other people and more time to come about."""
    now, student_id = utc_now(), desk.student.id
    mark = {"slot": 1, "number": 1, "answer_digest": "0" * 64, "points": 0, "rubric": []}
    late = {"slot": 1, "device": "", "number": 9, "answer": ["a"], "key_visible": False}
    step = {"version": 1, "attempt_id": "", "number": 1, "answer": [], "outcome": "skipped"}
    db.session.rollback()
    db.session.add_all(
        [
            Mark(attempt_id=attempt_id, comment=WORD, marked_at=now, **mark),
            LateAnswer(attempt_id=attempt_id, arrived_at=now + timedelta(hours=1), **late),
            PracticeStep(user_id=student_id, quiz_id=quiz_id, slot=1, at=now, **step),
            MarkNote(quiz_id=quiz_id, attempt_id=attempt_id, slot=1, text=WORD, made_at=now),
            Extension(quiz_id=quiz_id, user_id=student_id, reason=WORD, made_at=now),
        ]
    )
    db.session.commit()


def find_in_database(needles: tuple[str, ...]) -> list[tuple[str, str]]:
    """Where any of these stands: table and needle, whatever the column."""
    db.session.rollback()
    found = []
    for table in db.metadata.sorted_tables:
        text = repr(db.session.execute(select(table)).all())
        found += [(table.name, needle) for needle in needles if needle in text]
    return found
