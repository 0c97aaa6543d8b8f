"""A course is loaded for those who may, and isn't there for others."""

import pytest

from quizapp.accounts.models import User
from quizapp.courses import access
from quizapp.courses.access import Sides
from quizapp.courses.models import Course, Enrollment
from quizapp.courses.rules import PERMISSIONS, Action, Role, may
from quizapp.errors import NotFound
from quizapp.extensions import db
from tests.factories import make_course, make_enrollment, make_user

pytestmark = pytest.mark.usefixtures("app")


def refusal(user: User, course_id: str, action: Action) -> str:
    with pytest.raises(NotFound) as caught:
        access.get_course(user, course_id, action)
    return str(caught.value)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", Action)
def test_member_gets_the_course_for_what_the_role_allows(role: Role, action: Action) -> None:
    course, user = make_course(), make_user()
    make_enrollment(course, user, role)
    if may(role, action):
        assert access.get_course(user, course.id, action).id == course.id
    else:
        refusal(user, course.id, action)


@pytest.mark.parametrize("action", Action)
def test_stranger_hears_the_same_as_for_a_course_that_is_not_there(action: Action) -> None:
    course, stranger = make_course(), make_user()
    assert refusal(stranger, course.id, action) == refusal(stranger, "nowhere", action)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", Action)
def test_role_in_one_course_is_nothing_in_another(role: Role, action: Action) -> None:
    user = make_user()
    make_enrollment(make_course(), user, role)
    refusal(user, make_course().id, action)


@pytest.mark.parametrize("action", sorted(PERMISSIONS[Role.INSTRUCTOR]))
@pytest.mark.parametrize("role", [None, Role.STUDENT])
def test_administrator_counts_as_an_instructor(action: Action, role: Role | None) -> None:
    course, user = make_course(), make_user(is_administrator=True)
    if role:
        make_enrollment(course, user, role)
    assert access.get_course(user, course.id, action).id == course.id


def test_administrator_finds_no_course_that_is_not_there() -> None:
    refusal(make_user(is_administrator=True), "nowhere", Action.SEE_COURSE)


def test_administrators_part_is_not_stored() -> None:
    course, user = make_course(), make_user(is_administrator=True)
    part = access.get_enrollment(user, course.id, Action.SEE_SCORES)
    assert (part.role, part.time_percent, part.course_id) == (Role.INSTRUCTOR, 100, course.id)
    db.session.commit()
    assert db.session.get(Enrollment, (course.id, user.id)) is None
    assert db.session.get(Course, course.id) is not None


def test_own_part_comes_with_its_extra_time() -> None:
    course, user = make_course(), make_user()
    make_enrollment(course, user, time_percent=150)
    assert access.get_enrollment(user, course.id, Action.TAKE_QUIZ).time_percent == 150


@pytest.mark.parametrize(
    ("role", "is_staff"),
    [(None, False), (Role.STUDENT, False), (Role.ASSISTANT, True), (Role.INSTRUCTOR, True)],
)
def test_staff_teaches_or_assists_somewhere(role: Role | None, is_staff: bool) -> None:
    user = make_user()
    if role:
        make_enrollment(make_course(), user, role)
    assert access.is_staff(user) == is_staff


@pytest.mark.parametrize(
    ("roles", "sides"),
    [
        ([], Sides(studies=True)),
        ([Role.STUDENT], Sides(studies=True)),
        ([Role.ASSISTANT], Sides(teaches=True)),
        ([Role.STUDENT, Role.INSTRUCTOR], Sides(studies=True, teaches=True)),
    ],
)
def test_sides_of_a_person_follow_from_their_roles(roles: list[Role], sides: Sides) -> None:
    user = make_user()
    for role in roles:
        make_enrollment(make_course(), user, role)
    assert access.sides_of(user) == sides


def test_administrator_is_staff() -> None:
    assert access.is_staff(make_user(is_administrator=True))
