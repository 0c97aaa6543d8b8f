"""Two courses that have everything in them, for tests that walk through all pages of staff."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from quizapp.attempts import service as attempts
from quizapp.attempts.late_decisions import Decider
from quizapp.attempts.rules import TimeIsUp
from quizapp.banks.library import Library
from quizapp.clock import utc_now
from quizapp.columns import random_id
from quizapp.extensions import db
from quizapp.quizzes.rules import Extras, QuizSettings
from quizapp.quizzes.rulings import Kind
from quizapp.quizzes.service import create_quiz
from quizapp.regrading import note_service, service
from quizapp.regrading.models import MarkNote
from quizapp.regrading.service import Maker, Order
from quizapp.regrading.wishes import Wish
from quizapp.supervision import service as supervision
from tests.attempts.builders import AS_WRITTEN, given
from tests.attempts.student import run_out
from tests.factories import make_course, make_enrollment, make_user
from tests.regrading.builders import WRONG_KEY

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Full:
    """A course with a quiz of everything; `values` stand in addresses."""

    instructor_id: str
    assistant_id: str
    values: dict[str, str]


def make_full(folder: Path, name: str) -> Full:
    """A course whose quiz is from a bank of this name."""
    (folder / f"{name}.md").write_text(WRONG_KEY)
    course, now = make_course(title=f"Course {name}"), utc_now()
    people = {role: make_user(name=f"{role} of {name}") for role in ("instructor", "assistant")}
    for role, person in people.items():
        make_enrollment(course, person, role)
    maker_id, assistant_id = people["instructor"].id, people["assistant"].id
    quiz_id = create_quiz(
        course.id,
        Library(folder).load(name),
        QuizSettings(**{**AS_WRITTEN, "attempts_allowed": None, "time_limit": 30 * MINUTE}),
        now,
    ).id
    course_id = course.id
    student, late = make_user(name=f"Ada {name}"), make_user(name=f"Late {name}")
    for each in (student, late):
        make_enrollment(course, each)
    student_id, late_id = student.id, late.id
    attempt_id = attempts.start(student_id, quiz_id, now)
    answers = given({1: ("1",), 2: ("Lukashenka",), 3: ("some words of mine",)})
    attempts.save_responses(student_id, attempt_id, answers, now)
    attempts.submit(student_id, attempt_id, now)
    late_attempt = attempts.start(late_id, quiz_id, now)
    run_out(late_attempt, 33 * MINUTE)
    with pytest.raises(TimeIsUp):
        attempts.save_responses(late_id, late_attempt, given({2: ("Putin",)}), utc_now())
    note_service.ask(student_id, attempt_id, 2, "Why?", now)
    note_id = db.session.scalar(select(MarkNote.id).where(MarkNote.attempt_id == attempt_id))
    supervision.extend(quiz_id, student_id, Extras(extra=5 * MINUTE), "ill", Decider(maker_id, now))
    wish = Wish("water", Kind.NEW_KEY, key=("b",))
    plan = service.preview(quiz_id, wish, now)
    made = service.apply(quiz_id, Order(random_id(), wish, plan.fingerprint), Maker(maker_id, now))
    return Full(
        maker_id,
        assistant_id,
        {
            "course_id": course_id,
            "quiz_id": quiz_id,
            "user_id": student_id,
            "student_id": student_id,
            "attempt_id": attempt_id,
            "late_attempt": late_attempt,
            "note_id": note_id or "",
            "correction_id": made.id,
            "slot": "3",
            "number": "2",
            "name": name,
            "what": "names",
        },
    )
