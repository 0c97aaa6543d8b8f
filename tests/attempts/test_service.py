"""Tests of quizapp.attempts.service and finishing, on real databases."""

from datetime import datetime, timedelta
from fractions import Fraction

import pytest
from flask import Flask

from quizapp.attempts import service
from quizapp.attempts.answers import Given
from quizapp.attempts.finishing import is_receipt_valid
from quizapp.attempts.models import Response
from quizapp.attempts.rules import (
    AlreadySubmitted,
    NoAttemptsLeft,
    NotOpenYet,
    QuizClosed,
    TimeIsUp,
)
from quizapp.columns import MILLION
from quizapp.errors import NotFound
from quizapp.extensions import db
from quizapp.quizzes import service as quizzes
from tests.attempts.builders import (
    AS_WRITTEN,
    NINE_TYPES,
    TWO_CHOICES,
    get_attempt,
    given,
    load,
    logged,
    make_quiz,
    make_student,
    sitting,
    statements,
    stored_answers,
)
from tests.factories import NOON, make_course, make_enrollment, make_user

MINUTE = timedelta(minutes=1)
LIMIT = 30 * MINUTE
AFTER_GRACE = NOON + LIMIT + MINUTE + timedelta(microseconds=1)

# What a student posts for NINE_TYPES as written, and what each answer earns by hand:
POSTED = {
    1: ("1",),  # 1 of 1
    2: ("0", "2"),  # (1 right - 1 wrong) / 2 keys: 0 of 2
    3: ("false",),  # 1 of 1
    4: ("70,100",),  # half of 2
    5: ("ZQXJleader ",),  # 1 of 1
    6: ("ZqXjgap", "1"),  # one gap of two: 1 of 2
    7: ("Because of the war.",),  # 5 to be marked
    8: ("0", ""),  # years as shown: 1999, 2014, 2020; one of two pairs: 1 of 2
}


def test_start_asked_twice_gives_the_same_attempt(any_app: Flask) -> None:
    quiz, student = sitting()
    quiz_id, student_id = quiz.id, student.id
    assert service.start(student_id, quiz_id, NOON) == service.start(student_id, quiz_id, NOON)


def test_attempt_keeps_what_was_drawn(app: Flask) -> None:
    quiz, student = sitting(NINE_TYPES, draw={0: 2})
    attempt = get_attempt(service.start(student.id, quiz.id, NOON))
    assert (len(attempt.layout), attempt.number, attempt.version) == (8, 1, 1)


@pytest.mark.parametrize(
    ("settings", "error"),
    [
        ({"opens_at": NOON + MINUTE}, NotOpenYet),
        ({"closes_at": NOON}, QuizClosed),
        ({"attempts_allowed": 0}, NoAttemptsLeft),
    ],
)
def test_start_is_refused_with_its_reason(
    app: Flask, settings: dict[str, datetime | int], error: type[Exception]
) -> None:
    quiz, student = sitting(**settings)
    with pytest.raises(error):
        service.start(student.id, quiz.id, NOON)


@pytest.mark.parametrize("role", ["instructor", "assistant"])
def test_staff_take_no_quizzes(app: Flask, role: str) -> None:
    course = make_course()
    quiz, user = make_quiz(course), make_user()
    make_enrollment(course, user, role)
    with pytest.raises(NotFound):
        service.start(user.id, quiz.id, NOON)


def test_somebody_outside_the_course_finds_no_quiz(app: Flask) -> None:
    quiz, outsider = make_quiz(make_course()), make_user()
    with pytest.raises(NotFound):
        service.start(outsider.id, quiz.id, NOON)


def test_attempt_of_another_student_is_not_found(app: Flask) -> None:
    course = make_course()
    quiz_id = make_quiz(course).id
    owner, other = make_student(course).id, make_student(course).id
    attempt_id = service.start(owner, quiz_id, NOON)
    for act in (
        lambda: service.save_responses(other, attempt_id, given({1: ("1",)}), NOON),
        lambda: service.choose_readings(other, attempt_id, [], NOON),
        lambda: service.submit(other, attempt_id, NOON),
        lambda: service.find_sitting(other, attempt_id, NOON),
    ):
        with pytest.raises(NotFound):
            act()


def test_saved_answers_are_letters_whatever_the_page_showed(begun: tuple[str, str]) -> None:
    service.save_responses(*begun, given({1: ("1",), 2: ("0",)}), NOON)
    assert stored_answers(begun[1]) == {1: ["b"], 2: ["a"]}


def test_only_changed_answers_reach_the_log(begun: tuple[str, str]) -> None:
    service.save_responses(*begun, given({1: ("1",), 2: ("0",)}), NOON)
    service.save_responses(*begun, given({1: ("1",), 2: ("1",)}), NOON + MINUTE)
    assert logged() == [(1, 1, ["b"]), (2, 1, ["a"]), (2, 2, ["b"])]


def test_save_that_changes_nothing_writes_nothing(begun: tuple[str, str]) -> None:
    service.save_responses(*begun, given({1: ("1",)}), NOON)
    with statements() as found:
        service.save_responses(*begun, given({1: ("1",), 2: ()}), NOON + MINUTE)
    assert not [sql for sql in found if not sql.startswith("SELECT")]


def test_revision_rises_with_every_change(begun: tuple[str, str]) -> None:
    for answer in ("1", "1", "0"):
        service.save_responses(*begun, given({1: (answer,)}), NOON)
    assert get_attempt(begun[1]).revision == 2


def test_mark_to_revisit_is_stored_and_not_logged(begun: tuple[str, str]) -> None:
    service.save_responses(*begun, {1: Given((), is_to_revisit=True)}, NOON)
    (row,) = db.session.query(Response).all()
    assert (row.is_to_revisit, row.saved_at, logged()) == (True, None, [])


def test_cleared_answer_is_stored_as_empty_and_logged(begun: tuple[str, str]) -> None:
    service.save_responses(*begun, given({1: ("1",)}), NOON)
    service.save_responses(*begun, given({1: ()}), NOON)
    assert (stored_answers(begun[1]), logged()[-1]) == ({1: []}, (1, 2, []))


def test_answer_in_the_grace_period_is_kept(begun: tuple[str, str]) -> None:
    service.save_responses(*begun, given({1: ("1",)}), NOON + LIMIT + MINUTE)
    assert stored_answers(begun[1]) == {1: ["b"]}


def test_answer_after_the_grace_period_overwrites_nothing(begun: tuple[str, str]) -> None:
    service.save_responses(*begun, given({1: ("1",)}), NOON)
    with pytest.raises(TimeIsUp):
        service.save_responses(*begun, given({1: ("0",)}), AFTER_GRACE)
    assert stored_answers(begun[1])[1] == ["b"]


def test_answer_after_submitting_overwrites_nothing(begun: tuple[str, str]) -> None:
    service.submit(*begun, NOON)
    with pytest.raises(AlreadySubmitted):
        service.save_responses(*begun, given({1: ("1",)}), NOON + MINUTE)
    assert stored_answers(begun[1]) == {1: [], 2: []}


def test_submit_asked_twice_gives_the_same_receipt(begun: tuple[str, str]) -> None:
    assert service.submit(*begun, NOON) == service.submit(*begun, NOON + MINUTE)


def test_submitted_attempt_earns_what_was_worked_out_by_hand(any_app: Flask) -> None:
    quiz, student = sitting(NINE_TYPES, **AS_WRITTEN)
    student_id, quiz_id = student.id, quiz.id
    attempt_id = service.start(student_id, quiz_id, NOON)
    # The ordering is shown by its texts: press, steam, telephone, transistor turned by one.
    shown = get_attempt(attempt_id).layout[8]["order"]
    places = {"a": "1", "b": "2", "c": "4", "d": "3"}  # a-b stands, b-c and c-d don't: 1 of 3
    posted = {**POSTED, 9: tuple(places[letter] for letter in shown)}
    service.save_responses(student_id, attempt_id, given(posted), NOON)
    service.submit(student_id, attempt_id, NOON + MINUTE)
    rows = db.session.query(Response).filter_by(attempt_id=attempt_id).order_by(Response.slot)
    assert [Fraction(row.earned or 0, MILLION) for row in rows] == [1, 0, 1, 1, 1, 1, 0, 1, 1]


def test_essay_is_left_to_be_marked(app: Flask) -> None:
    quiz, student = sitting(NINE_TYPES, **AS_WRITTEN)
    student_id, quiz_id = student.id, quiz.id
    attempt_id = service.start(student_id, quiz_id, NOON)
    service.save_responses(student_id, attempt_id, given({7: POSTED[7]}), NOON)
    service.submit(student_id, attempt_id, NOON)
    attempt = get_attempt(attempt_id)
    assert (attempt.unmarked, attempt.possible) == (5 * MILLION, 19 * MILLION)


def test_every_slot_has_a_graded_response_after_submitting(begun: tuple[str, str]) -> None:
    service.submit(*begun, NOON)
    rows = db.session.query(Response).all()
    assert [(row.slot, row.answer, row.earned, row.saved_at) for row in rows] == [
        (1, [], 0, None),
        (2, [], 0, None),
    ]


def test_number_of_statements_does_not_grow_with_the_questions(app: Flask) -> None:
    counts = []
    for size in (3, 30):
        questions = (f"## Q{n}?\n`id: q{n}`\n\n- (x) a) Y\n- ( ) b) N\n" for n in range(size))
        quiz, student = sitting("---\ntitle: Many\n---\n\n" + "\n".join(questions))
        student_id, quiz_id = student.id, quiz.id
        attempt_id = service.start(student_id, quiz_id, NOON)
        service.save_responses(student_id, attempt_id, given({1: ("0",)}), NOON)
        with statements() as found:
            service.submit(student_id, attempt_id, NOON)
        counts.append(len(found))
    assert counts[0] == counts[1] <= 16


def test_save_takes_two_reads_and_three_writes(app: Flask) -> None:
    quiz, student = sitting(NINE_TYPES)
    student_id, quiz_id = student.id, quiz.id
    attempt_id = service.start(student_id, quiz_id, NOON)
    answers = dict.fromkeys(range(1, 10), ("0",))
    with statements() as found:
        service.save_responses(student_id, attempt_id, given(answers), NOON)
    reads = [sql for sql in found if sql.startswith("SELECT")]
    assert (len(reads), len(found)) == (2, 5)


def test_bank_published_again_changes_nothing_for_a_running_attempt(app: Flask) -> None:
    quiz, student = sitting(TWO_CHOICES, **AS_WRITTEN)
    student_id, quiz_id = student.id, quiz.id
    attempt_id = service.start(student_id, quiz_id, NOON)
    swapped = TWO_CHOICES.replace("(x) b) Second", "( ) b) Second").replace("( ) a) F", "(x) a) F")
    quizzes.publish(quiz_id, load(swapped), NOON)
    service.save_responses(student_id, attempt_id, given({1: ("1",)}), NOON)
    service.submit(student_id, attempt_id, NOON)
    assert get_attempt(attempt_id).earned == MILLION


def test_receipt_fits_until_an_answer_is_changed(begun: tuple[str, str]) -> None:
    service.save_responses(*begun, given({1: ("1",)}), NOON)
    service.submit(*begun, NOON)
    before = is_receipt_valid(begun[1])
    db.session.get_one(Response, (begun[1], 1)).answer = ["a"]
    db.session.commit()
    assert (before, is_receipt_valid(begun[1])) == (True, False)


def test_open_attempt_has_no_receipt(begun: tuple[str, str]) -> None:
    assert not is_receipt_valid(begun[1])
