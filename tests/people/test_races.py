"""Tests of quizapp.people.service when two instructors act in the same moment."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from quizapp.accounts.models import SignInCode
from quizapp.clock import utc_now
from quizapp.courses import service as courses
from quizapp.courses.models import Enrollment
from quizapp.courses.roster import read_roster
from quizapp.courses.rules import Role
from quizapp.errors import UserError
from quizapp.extensions import db
from quizapp.people import queries, service
from tests.factories import make_course, make_enrollment, make_user
from tests.people.conftest import Desk
from tests.regrading.test_races import at_once
from tests.test_audit import rows_of

Act = Callable[[str, str, str], object]  # by somebody, in a course, on somebody


def outcome(act: Callable[[], object]) -> Callable[[], str]:
    """How it went."""

    def run() -> str:
        try:
            act()
        except UserError as error:
            return type(error).__name__
        return "done"

    return run


ENDINGS: dict[str, Act] = {
    "role": lambda by, course, on: service.change_role(course, on, Role.STUDENT, by, utc_now()),
    "remove": lambda by, course, on: service.remove_member(course, on, by, utc_now()),
    "erase": lambda by, course, on: service.erase(course, on, by, utc_now()),
}


@pytest.mark.parametrize("name", ENDINGS)
def test_two_instructors_who_end_each_others_part_leave_one(
    any_app: Flask, any_desk: Desk, name: str
) -> None:
    course_id, one = any_desk.course.id, any_desk.instructor.id
    other = make_user().id
    db.session.add(
        Enrollment(course_id=course_id, user_id=other, role="instructor", made_at=utc_now())
    )
    db.session.commit()
    act = ENDINGS[name]
    pairs = ((one, other), (other, one))
    acts = [outcome(lambda by=by, on=on: act(by, course_id, on)) for by, on in pairs]  # type: ignore[misc]
    assert sorted(at_once(any_app, acts)) == ["LastInstructor", "done"]
    db.session.rollback()
    assert queries.count_instructors(course_id) == 1


def test_one_roster_sent_many_times_at_once_adds_everybody_once(
    any_app: Flask, any_desk: Desk
) -> None:
    roster = read_roster("name,email\n" + "".join(f"Bo {at},bo{at}\n" for at in range(30)))
    courses_of = [any_desk.course.id, any_desk.course.id, make_course().id]

    def bring(course_id: str) -> Callable[[], Any]:
        return lambda: len(courses.import_roster(course_id, roster, None, utc_now()).added)

    assert sorted(at_once(any_app, [*map(bring, courses_of)])) == [0, 30, 30]


def test_sheets_made_at_once_leave_everybody_one_code(any_app: Flask, any_desk: Desk) -> None:
    other = make_course()
    make_enrollment(other, any_desk.student)
    by, ids = any_desk.instructor.id, (any_desk.course.id, other.id, other.id)

    def make(course_id: str) -> Callable[[], Any]:
        return lambda: len(service.make_codes(course_id, by, utc_now()))

    assert at_once(any_app, [*map(make, ids)]) == [1, 1, 1]
    db.session.rollback()
    assert db.session.scalar(select(func.count(SignInCode.code_hash))) == 1


def test_person_who_is_erased_twice_at_once_leaves_one_row(any_app: Flask, any_desk: Desk) -> None:
    by, course_id, on = any_desk.instructor.id, any_desk.course.id, any_desk.student.id
    acts = [outcome(lambda: service.erase(course_id, on, by, utc_now()))] * 3
    assert sorted(at_once(any_app, acts)) == ["NotFound", "NotFound", "done"]
    assert len(rows_of("erasure")) == 1
