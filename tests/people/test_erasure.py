"""Erasing a person: nothing names them afterwards, and averages are counted anew."""

import pytest
from flask import Flask
from sqlalchemy import func, select

from quizapp.accounts.models import User
from quizapp.attempts.models import Attempt, Response
from quizapp.attempts.sums import tally_from_scratch
from quizapp.courses.models import Enrollment
from quizapp.extensions import db
from quizapp.quizzes.models import Extension
from tests.attempts.builders import browser_of, make_quiz
from tests.factories import make_course, make_enrollment, make_user
from tests.people.conftest import Desk
from tests.people.traces import NAME, NEEDLES, find_in_database, leave_traces
from tests.test_audit import rows_of


def erase(desk: Desk, status: int = 200, name: str = NAME) -> str:
    return desk.send(f"{desk.person}/erase", status, name=name)


def count(model: type[Attempt] | type[Response] | type[Extension]) -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(model)) or 0


@pytest.mark.parametrize("keeps_answers", [False, True])
def test_afterwards_nothing_names_the_person(any_desk: Desk, keeps_answers: bool) -> None:
    leave_traces(any_desk)
    any_desk.course.keeps_answers = keeps_answers
    db.session.commit()
    needles = (*NEEDLES, any_desk.student.id)
    assert find_in_database(needles)
    assert "Erased. Nothing here names this person any more." in erase(any_desk)
    assert find_in_database(needles) == []


def test_answers_go_with_the_person(desk: Desk) -> None:
    quiz_id, _ = leave_traces(desk)
    assert tally_from_scratch(quiz_id)
    erase(desk)
    assert (count(Attempt), count(Response), count(Extension)) == (0, 0, 0)
    assert tally_from_scratch(quiz_id) == {}


def test_submitted_answers_stay_without_a_name_if_the_course_says_so(desk: Desk) -> None:
    quiz_id, attempt_id = leave_traces(desk)
    desk.course.keeps_answers = True
    db.session.commit()
    before = tally_from_scratch(quiz_id)
    erase(desk)
    attempt = db.session.scalars(select(Attempt)).one()
    nobody = db.session.get_one(User, attempt.user_id)
    assert (attempt.id, attempt.receipt) == (attempt_id, None)
    assert nobody.name == "Erased person"
    assert (nobody.password_hash, nobody.disabled_at is None) == (None, False)
    assert tally_from_scratch(quiz_id) == before
    assert "Erased person" not in desk.see(desk.people)


def test_scores_are_shown_without_the_person(desk: Desk) -> None:
    quiz_id, _ = leave_traces(desk)
    assert NAME in desk.see(f"/teach/quizzes/{quiz_id}/scores")
    erase(desk)
    page = desk.see(f"/teach/quizzes/{quiz_id}/scores")
    assert NAME not in page


def test_slip_of_the_hand_erases_nobody(desk: Desk) -> None:
    page = erase(desk, 422, name="Ada")
    assert "There is a problem" in page
    assert db.session.get(User, desk.student.id) is not None


def test_name_may_be_typed_in_small_letters(desk: Desk) -> None:
    erase(desk, name=" ada  obi")
    assert db.session.get(User, desk.student.id) is None


def test_account_stays_for_another_course(desk: Desk) -> None:
    other = make_course(title="Chemistry")
    make_enrollment(other, desk.student)
    make_quiz(other)
    leave_traces(desk)
    assert "The account, which is also in 1 other course." in desk.see(f"{desk.person}/erase")
    erase(desk)
    user = db.session.get_one(User, desk.student.id)
    assert user.name == NAME
    assert db.session.get(Enrollment, (other.id, user.id)) is not None
    assert db.session.get(Enrollment, (desk.course.id, user.id)) is None


def test_person_who_left_the_course_can_be_erased(desk: Desk) -> None:
    leave_traces(desk)
    desk.send(f"{desk.person}/remove")
    erase(desk)
    assert find_in_database((*NEEDLES, desk.student.id)) == []


def test_nobody_erases_themselves(desk: Desk) -> None:
    desk.send(f"{desk.people}/{desk.instructor.id}/erase", 403, name="Dr Okafor")


def test_last_instructor_is_not_erased(app: Flask, desk: Desk) -> None:
    administrator = browser_of(app, make_user(is_administrator=True))
    address = f"{desk.people}/{desk.instructor.id}/erase"
    assert administrator.post(address, data={"name": "Dr Okafor"}).status_code == 409


def test_page_says_what_goes_and_what_stays(desk: Desk) -> None:
    leave_traces(desk)
    page = desk.see(f"{desk.person}/erase")
    assert "2 attempts in this course with every answer and score." in page
    desk.course.keeps_answers = True
    db.session.commit()
    assert "as those of an erased person" in desk.see(f"{desk.person}/erase")


def test_trail_says_that_somebody_was_erased_and_by_whom(desk: Desk) -> None:
    erase(desk, name="Ada Obi")
    assert rows_of("erasure") == [(f"course {desk.course.id}", desk.instructor.id, "")]
