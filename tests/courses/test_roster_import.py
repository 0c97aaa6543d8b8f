"""Bringing a roster into a course: preview, change, and doing it twice; pages and command."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from quizapp.accounts.models import User
from quizapp.courses import service
from quizapp.courses.commands import roster
from quizapp.courses.models import Course, Enrollment
from quizapp.courses.roster import read_roster
from quizapp.courses.roster_plan import RosterPlan
from quizapp.errors import NotFound
from quizapp.extensions import db
from tests.attempts.builders import browser_of
from tests.attempts.student import words
from tests.factories import NOON, make_course, make_enrollment, make_user
from tests.test_audit import rows_of

HEADER = "name,email,number,time\n"
TWO = HEADER + "Ada Obi,ada,17,\nBo Lee,bo,18,150\n"


@pytest.fixture
def course(app: Flask) -> Course:
    made: Course = make_course()
    return made


def run(course: Course, text: str) -> RosterPlan:
    return service.import_roster(course.id, read_roster(text), None, NOON)


def stored(course: Course) -> list[tuple[str, str, str, int]]:
    """Who is in the course now: name, role, number, time."""
    db.session.rollback()
    rows = db.session.execute(
        select(User.name, Enrollment.role, Enrollment.student_number, Enrollment.time_percent)
        .join(Enrollment, Enrollment.user_id == User.id)
        .where(Enrollment.course_id == course.id)
        .order_by(User.name)
    )
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def test_new_people_get_accounts_without_passwords(course: Course) -> None:
    run(course, TWO)
    assert stored(course) == [
        ("Ada Obi", "student", "17", 100),
        ("Bo Lee", "student", "18", 150),
    ]
    assert set(db.session.scalars(select(User.password_hash))) == {None}


def test_second_time_changes_nothing(course: Course) -> None:
    run(course, TWO)
    before = stored(course)
    plan = run(course, TWO)
    assert (len(plan.added), len(plan.changed), len(plan.kept)) == (0, 0, 2)
    assert stored(course) == before


def test_shorter_file_takes_nobody_away(course: Course) -> None:
    run(course, TWO)
    run(course, HEADER + "Ada Obi,ada,17,\n")
    assert len(stored(course)) == 2


def test_number_and_time_are_changed_only_where_the_file_says_them(course: Course) -> None:
    run(course, TWO)
    plan = run(course, HEADER + "Ada Obi,ada,,200\nBo Lee,bo,19,\n")
    assert [change.sentences for change in plan.changed] == [
        ("time 100% becomes 200%",),
        ("number 18 becomes 19",),
    ]
    assert stored(course) == [
        ("Ada Obi", "student", "17", 200),
        ("Bo Lee", "student", "19", 150),
    ]


@pytest.mark.parametrize(("password_hash", "name"), [(None, "Ada Obi"), ("hash", "Ada")])
def test_name_is_corrected_until_it_is_the_persons_own(
    course: Course, password_hash: str | None, name: str
) -> None:
    make_enrollment(course, make_user(name="Ada", login="ada", password_hash=password_hash))
    run(course, HEADER + "Ada Obi,ada,,\n")
    assert stored(course)[0][0] == name


def test_person_with_an_account_joins_with_it(course: Course) -> None:
    user = make_user(name="Ada", login="ada", password_hash="hash")
    plan = run(course, TWO)
    assert [each.known is not None for each in plan.added] == [True, False]
    assert db.session.get(Enrollment, (course.id, user.id)) is not None


def test_those_who_teach_stay_as_they_are(course: Course) -> None:
    make_enrollment(course, make_user(name="Ada", login="ada"), "assistant")
    plan = run(course, HEADER + "Ada Obi,ada,17,200\n")
    assert len(plan.kept) == 1
    assert stored(course) == [("Ada", "assistant", "", 100)]


def test_import_leaves_a_row_in_the_audit_trail(course: Course) -> None:
    run(course, TWO)
    assert rows_of("roster imported") == [(f"course {course.id}", None, "2 added, 0 changed")]


@pytest.mark.usefixtures("any_app")
def test_many_people_come_in_at_once_on_each_database() -> None:
    course = make_course()
    many = HEADER + "".join(f"P{n},p{n},{n},150\n" for n in range(1200))
    run(course, many)
    assert len(run(course, many).kept) == 1200


@pytest.fixture
def staff(app: Flask, course: Course) -> FlaskClient:
    user = make_user(name="Dr Okafor")
    make_enrollment(course, user, "instructor")
    return browser_of(app, user)


def test_preview_says_everything_and_changes_nothing(staff: FlaskClient, course: Course) -> None:
    run(course, HEADER + "Ada Obi,ada,17,\nCy Roe,cy,,\n")
    text = TWO.replace("17,", "71,") + "Cy Roe,cy,,\nDi,,,\n"
    before = stored(course)
    page = words(staff.post(f"/teach/{course.id}/people/import", data={"text": text}).text)
    assert "1 to add, 1 to change, 1 kept as they are." in page
    assert "number 17 becomes 71" in page
    assert "Line 5: The email or username is missing" in page
    assert stored(course) == before


def test_file_is_read_as_a_paste_is(staff: FlaskClient, course: Course, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(b"\xef\xbb\xbf" + TWO.encode())
    with path.open("rb") as file:
        reply = staff.post(f"/teach/{course.id}/people/import", data={"file": file, "text": ""})
    assert "2 to add" in words(reply.text)


def test_applying_adds_people_and_leaves_the_bad_lines_out(
    staff: FlaskClient, course: Course
) -> None:
    sent = {"text": TWO + "Di,,,\n"}
    reply = staff.post(f"/teach/{course.id}/people/import/apply", data=sent, follow_redirects=True)
    assert "2 added, 0 changed, 0 kept. 1 line was left out." in words(reply.text)
    assert [row[0] for row in stored(course)] == ["Ada Obi", "Bo Lee", "Dr Okafor"]


def test_unreadable_file_is_said_at_its_field(staff: FlaskClient, course: Course) -> None:
    reply = staff.post(f"/teach/{course.id}/people/import", data={"text": "Ada,ada"})
    assert reply.status_code == 422
    assert reply.text.count("doesn&#39;t name the columns") == 2


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(TWO)
    return path


def run_command(*words: object) -> Result:
    return CliRunner().invoke(roster, ["import", *map(str, words)])


def test_command_finds_the_course_by_its_code(course: Course, file: Path) -> None:
    result = run_command(file, "--course", course.join_code.lower())
    assert (result.exit_code, result.stdout) == (0, "")
    assert "2 added, 0 changed, 0 kept." in result.stderr
    assert len(stored(course)) == 2


def test_dry_run_changes_nothing(course: Course, file: Path) -> None:
    assert "added    Ada Obi (ada)" in run_command(file, "--course", course.id, "--dry-run").stderr
    assert stored(course) == []


def test_command_changes_nothing_if_a_line_is_wrong(course: Course, file: Path) -> None:
    file.write_text(TWO + "Di,,,\n")
    result = run_command(file, "--course", course.id)
    assert result.exit_code == 1
    assert f"{file}:4: The email or username is missing" in result.stderr
    assert stored(course) == []


@pytest.mark.usefixtures("app")
def test_unknown_course_is_said(file: Path) -> None:
    error = run_command(file, "--course", "QZ7-4KPM").exception
    assert isinstance(error, NotFound) and "QZ7-4KPM" in str(error)
