"""Each act of importance leaves one row in the audit trail, whichever feature it belongs to."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from quizapp.accounts.models import AuditEvent, User
from quizapp.attempts import service as attempts
from quizapp.attempts.late_decisions import Decider
from quizapp.attempts.rules import TimeIsUp
from quizapp.clock import utc_now
from quizapp.extensions import db
from quizapp.marking import service as marking
from quizapp.quizzes.rules import Extras, FeedbackPolicy, When
from quizapp.supervision import service as supervision
from tests.attempts.builders import TWO_CHOICES, browser_of, given, sitting
from tests.factories import NOON, make_enrollment, make_user
from tests.marking.builders import LATER, TWO_LINES, judgment, seen
from tests.marking.conftest import make_scene

KEPT_BACK = FeedbackPolicy(when=When.NEVER)


def rows_of(act: str) -> list[tuple[str, str | None, str]]:
    """What the trail says of an act: the object, who, and the detail."""
    found = db.session.scalars(select(AuditEvent).where(AuditEvent.act == act))
    return [(row.object, row.user_id, row.detail) for row in found]


@pytest.mark.usefixtures("app")
def test_an_attempt_leaves_a_row_at_its_start_and_one_at_its_end() -> None:
    quiz, student = sitting(TWO_CHOICES)
    quiz_id, student_id = quiz.id, student.id
    attempt_id = attempts.start(student_id, quiz_id, NOON)
    attempts.start(student_id, quiz_id, NOON)
    attempts.save_responses(student_id, attempt_id, given({1: ("0",)}), NOON)
    for _ in range(2):
        attempts.submit(student_id, attempt_id, NOON)
    assert rows_of("attempt started") == [(f"attempt {attempt_id}", student_id, "")]
    assert rows_of("attempt submitted") == [(f"attempt {attempt_id}", student_id, "")]


@pytest.mark.usefixtures("app")
def test_an_extension_leaves_a_row_when_given_and_when_withdrawn() -> None:
    quiz, student = sitting(TWO_CHOICES)
    on, decider = f"quiz {quiz.id}, user {student.id}", Decider(make_user().id, NOON)
    quiz_id, student_id = quiz.id, student.id
    supervision.extend(quiz_id, student_id, Extras(extra=timedelta(minutes=5)), "ill", decider)
    for _ in range(2):
        supervision.withdraw_extension(quiz_id, student_id, decider)
    assert rows_of("extension given") == [(on, decider.user_id, "")]
    assert rows_of("extension withdrawn") == [(on, decider.user_id, "")]


@pytest.mark.usefixtures("app")
def test_a_mark_leaves_a_row_and_the_same_mark_again_leaves_none() -> None:
    scene = make_scene()
    for _ in range(2):
        place = seen(scene.quiz_id, 2, scene.attempt_id)
        marking.mark(scene.marker_id, place, judgment(*TWO_LINES), LATER)
    on = f"attempt {scene.attempt_id}"
    assert rows_of("answer marked") == [(on, scene.marker_id, "slot 2")]


@pytest.fixture
def late(app: Flask) -> tuple[str, str, Decider]:
    """A quiz, an attempt with two late answers, and who decides about them."""
    quiz, student = sitting(TWO_CHOICES, time_limit=timedelta(minutes=30), feedback=KEPT_BACK)
    quiz_id, student_id, decider = quiz.id, student.id, Decider(make_user().id, NOON)
    attempt_id = attempts.start(student_id, quiz_id, NOON)
    after = NOON + timedelta(minutes=32)
    with pytest.raises(TimeIsUp):
        attempts.save_responses(student_id, attempt_id, given({1: ("0",), 2: ("0",)}), after)
    return quiz_id, attempt_id, decider


def test_a_late_answer_accepted_or_left_out_leaves_a_row(late: tuple[str, str, Decider]) -> None:
    quiz_id, attempt_id, decider = late
    supervision.accept_late(quiz_id, attempt_id, 1, decider)
    supervision.leave_late(quiz_id, attempt_id, 2, decider)
    on = f"attempt {attempt_id}"
    assert rows_of("late answer accepted") == [(on, decider.user_id, "slot 1")]
    assert rows_of("late answer left out") == [(on, decider.user_id, "slot 2")]


def test_accepting_all_late_answers_leaves_a_row_for_each(late: tuple[str, str, Decider]) -> None:
    quiz_id, attempt_id, decider = late
    supervision.accept_all_late(quiz_id, attempt_id, decider)
    details = sorted(detail for _, _, detail in rows_of("late answer accepted"))
    assert details == ["slot 1", "slot 2"]


def test_taking_the_scores_away_leaves_a_row(app: Flask) -> None:
    quiz, _student = sitting(TWO_CHOICES)
    staff = make_user()
    make_enrollment(quiz.course, staff, "assistant")
    quiz_id, staff_id = quiz.id, staff.id
    browser_of(app, staff).get(f"/teach/quizzes/{quiz_id}/scores.csv")
    assert rows_of("export") == [(f"quiz {quiz_id}", staff_id, "scores.csv, attempts first")]


@pytest.fixture
def stranger(app: Flask) -> tuple[str, FlaskClient]:
    """Somebody of no course, and their browser."""
    user: User = make_user()
    return user.id, browser_of(app, user)


def test_asking_for_what_belongs_to_others_leaves_a_row(stranger: tuple[str, FlaskClient]) -> None:
    quiz, student = sitting(TWO_CHOICES)
    attempt_id = attempts.start(student.id, quiz.id, utc_now())
    stranger_id, browser = stranger
    assert browser.get(f"/attempts/{attempt_id}").status_code == 404
    assert browser.post(f"/attempts/{attempt_id}/submit").status_code == 404
    assert sorted(rows_of("denied")) == [
        (f"GET attempts.take, attempt_id {attempt_id}", stranger_id, ""),
        (f"POST attempts.submit, attempt_id {attempt_id}", stranger_id, ""),
    ]


def test_a_denial_keeps_no_token_of_the_address(stranger: tuple[str, FlaskClient]) -> None:
    stranger_id, browser = stranger
    assert browser.get("/setup/8f2ac1").status_code == 404
    assert rows_of("denied") == [("GET administration.open_setup", stranger_id, "")]


def test_a_denial_cannot_write_a_line_of_its_own(stranger: tuple[str, FlaskClient]) -> None:
    stranger_id, browser = stranger
    browser.get("/attempts/x%0Aadministrator%20signed%20in")
    on = "GET attempts.take, attempt_id x\\nadministrator signed in"
    assert rows_of("denied") == [(on, stranger_id, "")]


def test_an_address_nobody_made_is_no_denial(stranger: tuple[str, FlaskClient]) -> None:
    assert stranger[1].get("/wp-login.php").status_code == 404
    assert rows_of("denied") == []


def test_whoever_is_not_signed_in_leaves_no_denial(client: FlaskClient) -> None:
    assert client.get("/teach/").status_code == 303
    assert client.get("/setup/8f2ac1").status_code == 404
    assert rows_of("denied") == []


def test_a_denial_stands_without_its_row(
    app: Flask, stranger: tuple[str, FlaskClient], caplog: pytest.LogCaptureFixture
) -> None:
    with db.engine.execution_options(writes=True).begin() as connection:
        connection.exec_driver_sql("DROP TABLE audit_event")
    assert stranger[1].get("/attempts/none").status_code == 404
    assert "could not be recorded" in caplog.text
