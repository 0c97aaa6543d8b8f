"""Making courses and letting people in."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from quizapp.accounts import service as accounts
from quizapp.accounts.audit import Act
from quizapp.accounts.models import AuditEvent, SignIn, Throttle, User
from quizapp.accounts.passwords import UnfitPassword
from quizapp.accounts.service import LoginTaken, NewPerson
from quizapp.accounts.sign_ins import Device, hash_token
from quizapp.courses import queries, service
from quizapp.courses.models import Course, Enrollment
from quizapp.courses.rules import Role, is_code
from quizapp.courses.service import AlreadyIn, ClosedToJoining, NoSuchCode
from quizapp.errors import NotFound, TooMany
from quizapp.extensions import db
from tests.factories import NOON, make_course, make_enrollment, make_user

HERE, ELSEWHERE = "192.0.2.1", "198.51.100.1"
ADA = NewPerson("Ada Obi", "ada@example.org", "otter kettle violin")

pytestmark = pytest.mark.usefixtures("app")


def find(typed: str, network: str = HERE) -> Course:
    return service.find_course_by_code(typed, network, NOON)


def fail(times: int, network: str = HERE) -> None:
    for _ in range(times):
        with pytest.raises(NoSuchCode):
            find("222-2222", network)


def test_new_course_has_a_code_of_its_own_and_is_open() -> None:
    user = make_user()
    courses = [
        service.create_course(f"Biology {number}", "Europe/London", user.id, NOON)
        for number in range(20)
    ]
    assert len({course.join_code for course in courses}) == 20
    assert all(is_code(course.join_code) and course.is_open_to_join for course in courses)


@pytest.mark.parametrize("typed", ["QZ7-4KPM", "qz7 4kpm", " qz74kpm "])
def test_code_is_found_however_it_is_typed(typed: str) -> None:
    course = make_course(join_code="QZ74KPM")
    assert find(typed).id == course.id


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("qz7-4kp", "QZ7-4KP"), ("QZ74KPN", "QZ7-4KPN"), ("x" * 500, "XXX-" + "X" * 17)],
)
def test_wrong_code_is_named_as_it_was_understood(typed: str, shown: str) -> None:
    with pytest.raises(NoSuchCode) as caught:
        find(typed)
    assert str(caught.value) == f"No course has the code {shown}. Check it with your instructor."


def test_network_that_guesses_codes_has_to_wait() -> None:
    make_course(join_code="QZ74KPM")
    fail(5)
    with pytest.raises(TooMany, match="Too many tries. Wait 32 seconds, then try again."):
        find("QZ74KPM")
    find("QZ74KPM", ELSEWHERE)


def test_right_code_after_the_wait_is_found_and_forgives() -> None:
    make_course(join_code="QZ74KPM")
    fail(5)
    service.find_course_by_code("QZ74KPM", HERE, NOON + timedelta(seconds=32))
    fail(5)


def test_right_codes_count_against_nobody() -> None:
    make_course(join_code="QZ74KPM")
    for _ in range(8):
        find("QZ74KPM")
    assert db.session.scalar(select(func.count()).select_from(Throttle)) == 0


def test_joining_makes_a_student() -> None:
    course, user = make_course(), make_user()
    service.join(course.id, user.id, NOON)
    enrollment = queries.find_enrollment(course.id, user.id)
    assert enrollment is not None
    assert (enrollment.role, enrollment.time_percent) == (Role.STUDENT, 100)


@pytest.mark.parametrize("role", Role)
def test_joining_again_changes_no_role(role: Role) -> None:
    course, user = make_course(), make_user()
    make_enrollment(course, user, role)
    with pytest.raises(AlreadyIn, match="You are already in Biology 101."):
        service.join(course.id, user.id, NOON)
    assert db.session.get_one(Enrollment, (course.id, user.id)).role == role


@pytest.mark.parametrize(
    ("teacher", "words"), [("Dr Okafor", "Ask Dr Okafor"), (None, "Ask your instructor")]
)
def test_closed_course_names_whom_to_ask(teacher: str | None, words: str) -> None:
    course, user = make_course(is_open_to_join=False), make_user()
    if teacher:
        make_enrollment(course, make_user(name=teacher), Role.INSTRUCTOR)
    with pytest.raises(ClosedToJoining) as caught:
        service.join(course.id, user.id, NOON)
    assert str(caught.value) == f"Biology 101 isn't taking new students. {words} to add you."


def test_member_of_a_closed_course_is_already_in() -> None:
    course, user = make_course(join_code="QZ74KPM", is_open_to_join=False), make_user()
    make_enrollment(course, user)
    with pytest.raises(AlreadyIn):
        service.find_course_to_join("QZ74KPM", user.id, HERE, NOON)


def join_as_ada(course_id: str, **given: str) -> User:
    person = NewPerson(**{**vars(ADA), **given})
    service.join_as_new_person(course_id, person, Device("a test"), HERE, NOON)
    return db.session.scalars(select(User).order_by(User.made_at.desc())).one()


def test_new_person_gets_an_account_and_a_place() -> None:
    course = make_course()
    user = join_as_ada(course.id)
    assert queries.find_enrollment(course.id, user.id) is not None
    assert accounts.authenticate(ADA.login, ADA.password, HERE, NOON).id == user.id


def closed() -> str:
    course: Course = make_course(is_open_to_join=False)
    return course.id


def missing() -> str:
    return "nowhere"


@pytest.mark.parametrize(("course", "error"), [(closed, ClosedToJoining), (missing, NotFound)])
def test_new_person_without_a_place_gets_no_account(
    course: Callable[[], str], error: type[Exception]
) -> None:
    with pytest.raises(error):
        join_as_ada(course())
    assert db.session.scalar(select(User.id).where(User.login == ADA.login)) is None


def test_taken_login_is_refused_and_gives_no_place() -> None:
    course, user = make_course(), make_user(login=ADA.login)
    with pytest.raises(LoginTaken):
        join_as_ada(course.id, login="ADA@Example.org")
    assert queries.find_enrollment(course.id, user.id) is None


def test_asking_for_taken_logins_counts_against_the_network() -> None:
    course = make_course()
    make_user(login=ADA.login)
    with pytest.raises(LoginTaken):
        join_as_ada(course.id)
    assert db.session.scalars(select(Throttle.failures)).all() == [1]


@pytest.mark.parametrize("password", ["biology101", "ada-obi-1", "password1", "short"])
def test_new_person_needs_a_fit_password(password: str) -> None:
    course = make_course()
    with pytest.raises(UnfitPassword):
        join_as_ada(course.id, password=password)


def test_renewed_code_replaces_the_old_one_at_once() -> None:
    course = make_course(join_code="QZ74KPM")
    code = service.renew_code(course.id, make_user().id, NOON)
    assert find(code).id == course.id
    fail(1)
    with pytest.raises(NoSuchCode):
        find("QZ74KPM")


def test_joining_can_be_closed_and_opened() -> None:
    course, user = make_course(), make_user()
    service.close_joining(course.id, make_user().id, NOON)
    with pytest.raises(ClosedToJoining):
        service.join(course.id, user.id, NOON)
    service.open_joining(course.id, make_user().id, NOON)
    service.join(course.id, user.id, NOON)


def test_person_can_be_enrolled_with_any_role_once() -> None:
    course, user = make_course(), make_user()
    service.enroll(course.id, user.id, Role.ASSISTANT, NOON)
    with pytest.raises(AlreadyIn):
        service.enroll(course.id, user.id, Role.STUDENT, NOON)


def test_first_instructor_still_here_is_the_one_to_ask() -> None:
    course = make_course()
    gone = make_user(name="Dr Gone", disabled_at=NOON)
    make_enrollment(course, gone, Role.INSTRUCTOR, made_at=NOON - timedelta(days=2))
    make_enrollment(course, make_user(name="Dr Late"), Role.INSTRUCTOR)
    first = make_user(name="Dr Okafor")
    make_enrollment(course, first, Role.INSTRUCTOR, made_at=NOON - timedelta(days=1))
    make_enrollment(course, make_user(name="Tutor"), Role.ASSISTANT, made_at=NOON)
    assert queries.find_instructor_name(course.id) == "Dr Okafor"


def test_double_click_on_join_makes_one_enrollment(app: Flask) -> None:
    course, user = make_course(), make_user()
    course_id, user_id = course.id, user.id

    def click(_number: int) -> str:
        with app.app_context():
            try:
                service.join(course_id, user_id, NOON)
            except AlreadyIn:
                return "already in"
            return "joined"

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(click, range(8)))
    assert answers.count("joined") == 1


def test_a_double_click_makes_one_course(app: Flask) -> None:
    user = make_user()
    made = {service.create_course("Biology", "UTC", user.id, NOON).id for _ in range(2)}
    later = NOON + timedelta(minutes=1)
    assert len(made) == 1
    assert service.create_course("Biology", "UTC", user.id, later).id not in made


def test_new_person_is_signed_in_with_the_account() -> None:
    device = Device("Firefox on Linux")
    token = service.join_as_new_person(make_course().id, ADA, device, HERE, NOON)
    user = db.session.scalars(select(User)).one()
    sign_in = db.session.scalars(select(SignIn)).one()
    assert (sign_in.token_hash, sign_in.user_id) == (hash_token(token), user.id)
    assert (sign_in.device, user.signed_in_at) == ("Firefox on Linux", NOON)
    assert db.session.scalars(select(AuditEvent.act)).all() == [Act.SIGN_IN]
