"""The demo as it is stored: all that staff pages have to show, and nothing that isn't its own."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from quizapp.accounts.models import User
from quizapp.accounts.service import LoginTaken
from quizapp.attempts import service as attempts
from quizapp.attempts.finishing import is_receipt_valid
from quizapp.attempts.models import AnswerLog, Attempt, LateAnswer, Mark, Response
from quizapp.attempts.queries import stored_responses
from quizapp.banks.library import Library
from quizapp.clock import utc_now
from quizapp.courses.models import Course, Enrollment
from quizapp.demo import bank_files
from quizapp.demo.bank_files import BankTaken
from quizapp.demo.service import COURSE, AlreadyThere, NotThere, make_demo, remove_demo
from quizapp.extensions import db
from quizapp.people.service import erase
from quizapp.practice.list_page import load
from quizapp.quizzes.models import Extension, Quiz
from quizapp.quizzes.questions import load_slots
from quizapp.regrading.models import MarkNote
from tests.attempts.builders import given, make_quiz, make_student
from tests.factories import make_course, make_user


def quizzes() -> list[Quiz]:
    return list(db.session.scalars(select(Quiz).order_by(Quiz.opens_at.is_(None), Quiz.opens_at)))


def attempts_at(quiz: Quiz) -> Sequence[Attempt]:
    found = select(Attempt).where(Attempt.quiz_id == quiz.id)
    return db.session.scalars(found.order_by(Attempt.user_id, Attempt.number)).all()


def rows_of_every_table() -> dict[str, int]:
    """How many rows each table has; the audit trail only ever grows."""
    db.session.rollback()
    return {
        table.name: db.session.scalar(select(func.count()).select_from(table)) or 0
        for table in db.metadata.sorted_tables
        if table.name != "audit_event"
    }


def test_every_state_is_there(demo: Flask) -> None:
    first, second, third, last, extra = quizzes()
    assert len(attempts_at(first)) > 110
    assert any(attempt.ran_out for attempt in attempts_at(first))
    assert {attempt.number for attempt in attempts_at(first)} == {1, 2}
    assert sum(attempt.submitted_at is None for attempt in attempts_at(third)) == 5
    assert attempts_at(last) == []
    assert 0 < len(attempts_at(extra)) < 10
    unmarked = [attempt.unmarked > 0 for attempt in attempts_at(second)]
    assert any(unmarked) and not all(unmarked)


def test_a_student_may_practice_a_week_that_is_over(demo: Flask) -> None:
    user = db.session.scalar(select(User).where(User.login == "demo.student"))
    assert user is not None
    assert "Week 2: Chance and samples" in [row.title for row in load(user.id, utc_now()).rows]


def test_late_answers_wait_for_a_decision(demo: Flask) -> None:
    late = db.session.scalars(select(LateAnswer)).all()
    assert {answer.decision for answer in late} == {None}
    assert len({answer.attempt_id for answer in late}) >= 3


def test_people_ask_about_the_wrong_key_and_about_other_words(demo: Flask) -> None:
    notes = db.session.scalars(select(MarkNote)).all()
    first = quizzes()[0]
    assert {note.quiz_id for note in notes} == {first.id}
    assert {3, 11} <= {note.slot for note in notes}
    assert all(first.closes_at < note.made_at <= utc_now() for note in notes)


def test_some_have_extensions_extra_time_or_have_left(demo: Flask) -> None:
    assert db.session.scalar(select(func.count()).select_from(Extension)) == 3
    assert db.session.scalar(
        select(func.count()).select_from(Enrollment).where(Enrollment.time_percent > 100)
    )
    is_in = select(Enrollment.user_id).where(Enrollment.course_id == COURSE)
    left = select(Attempt.user_id).where(Attempt.user_id.not_in(is_in))
    assert db.session.scalars(left.limit(1)).all()


def test_answers_are_blank_wrong_partly_right_and_right(demo: Flask) -> None:
    first, *_ = quizzes()
    points = {slot.number: slot.points for slot in load_slots(first.id, 1)}
    ids = [attempt.id for attempt in attempts_at(first)]
    responses = [each for found in stored_responses(ids).values() for each in found.values()]
    assert any(not each.answer for each in responses)
    shares = {(each.earned or 0) / 1_000_000 / points[each.slot] for each in responses}
    assert {0, 0.5, 1} <= shares


def test_every_receipt_is_genuine(demo: Flask) -> None:
    submitted = select(Attempt.id).where(Attempt.submitted_at.is_not(None))
    assert all(is_receipt_valid(id) for id in db.session.scalars(submitted.limit(40)))


def test_marks_are_by_staff_and_after_the_attempt(demo: Flask) -> None:
    rows = db.session.execute(select(Mark, Attempt).join(Attempt, Attempt.id == Mark.attempt_id))
    found = [(mark, attempt) for mark, attempt in rows]
    assert {mark.marked_by for mark, _ in found} == {"demo-instructor", "demo-assistant"}
    assert all(attempt.submitted_at < mark.marked_at <= utc_now() for mark, attempt in found)


@pytest.mark.parametrize("at", [0, 1, 2, 3])
def test_stored_at_once_is_what_the_verbs_would_have_stored(demo: Flask, at: int) -> None:
    """The same answers at the same times, begun, saved and submitted one by one."""
    quiz = quizzes()[1]
    at_once = [each for each in attempts_at(quiz) if each.number == 1][at * 9]
    by_hand = replay(quiz, at_once)
    for name in ("started_at", "submitted_at", "possible", "revision", "ran_out", "version"):
        assert getattr(by_hand, name) == getattr(at_once, name), name
    responses = stored_responses([at_once.id, by_hand.id])
    marked = {slot for slot, each in responses[by_hand.id].items() if each.needs_marking}
    assert responses[by_hand.id].keys() == responses[at_once.id].keys()
    for slot, each in responses[by_hand.id].items():
        assert slot in marked or each == responses[at_once.id][slot]
    assert log_of(by_hand) == log_of(at_once)
    assert is_receipt_valid(by_hand.id)


def replay(quiz: Quiz, model: Attempt) -> Attempt:
    """The attempt again, by somebody else, through the verbs."""
    student = make_student(db.session.get_one(Course, COURSE), time_percent=100)
    attempt_id = attempts.start(student.id, quiz.id, model.started_at)
    slots = {slot.number: slot for slot in load_slots(quiz.id, model.version)}
    db.session.get_one(Attempt, attempt_id).layout = model.layout
    db.session.commit()
    numbers = {place["slot"]: number for number, place in enumerate(model.layout, 1)}
    orders = {place["slot"]: tuple(place["order"]) for place in model.layout}
    for slot, answer, at, _ in log_of(model):
        posted = slots[slot].question.body.to_post(answer, orders[slot])
        attempts.save_responses(student.id, attempt_id, given({numbers[slot]: posted}), at)
    assert model.submitted_at is not None
    if model.ran_out:
        attempts.settle(quiz.id, model.submitted_at + timedelta(days=20))
    else:
        attempts.submit(student.id, attempt_id, model.submitted_at)
    db.session.rollback()
    return db.session.get_one(Attempt, attempt_id, populate_existing=True)


def log_of(attempt: Attempt) -> list[tuple[object, ...]]:
    """What arrived in time, in order."""
    rows = db.session.scalars(
        select(AnswerLog).where(AnswerLog.attempt_id == attempt.id).order_by(AnswerLog.number)
    )
    on_time = rows.all()[: attempt.revision]
    return [(row.slot, tuple(row.answer), row.arrived_at, row.number) for row in on_time]


def test_a_second_demo_is_refused(app: Flask) -> None:
    db.session.add(Course(id=COURSE, title="D", join_code="A", zone="UTC", made_at=utc_now()))
    db.session.commit()
    with pytest.raises(AlreadyThere, match="quizapp demo --remove"):
        make_demo("", "UTC", utc_now())


def test_without_a_demo_nothing_is_removed(app: Flask) -> None:
    with pytest.raises(NotThere):
        remove_demo()


def test_a_login_that_is_taken_stops_it_all(app: Flask) -> None:
    make_user(login="demo.student")
    before = rows_of_every_table()
    with pytest.raises(LoginTaken):
        make_demo("", "UTC", utc_now())
    assert rows_of_every_table() == before


def test_made_and_removed_it_leaves_everything_as_it_was(any_app: Flask) -> None:
    course = make_course(title="Demo of something real")
    quiz, student = make_quiz(course), make_student(course)
    attempts.submit(student.id, attempts.start(student.id, quiz.id, utc_now()), utc_now())
    before = rows_of_every_table()
    make_demo("", "America/New_York", utc_now())
    made = rows_of_every_table()
    assert made["attempt"] > before["attempt"] + 300
    assert made["response"] > 10 * made["attempt"]
    assert db.session.scalar(select(func.count()).select_from(User)) == 123
    erase(COURSE, "demo-student-020", "demo-instructor", utc_now())
    remove_demo()
    assert rows_of_every_table() == before
    assert db.session.scalar(select(func.count()).select_from(Response)) == 2


def test_banks_are_copied_and_taken_away(questions: Path) -> None:
    library = Library(questions)
    bank_files.copy_to(library)
    bank_files.copy_to(library)
    assert library.names() == bank_files.NAMES
    (questions / "demo-relations-in-data.md").write_text("mine")
    assert bank_files.remove_from(library) == ("demo-relations-in-data",)
    assert library.names() == ("demo-relations-in-data",)


def test_somebody_elses_bank_stays(questions: Path) -> None:
    (questions / "demo-relations-in-data.md").write_text("mine")
    with pytest.raises(BankTaken):
        bank_files.copy_to(Library(questions))
    assert Library(questions).names() == ("demo-relations-in-data",)
