"""Who may practice what: extensions, other quizzes with the same questions, other courses."""

from datetime import datetime, timedelta
from typing import Any

from flask import Flask

from quizapp.accounts.models import User
from quizapp.attempts import service as attempts
from quizapp.clock import utc_now
from quizapp.courses.models import Course
from quizapp.extensions import db
from quizapp.practice import queries
from quizapp.practice.rules import Access
from quizapp.quizzes import service as quizzes
from quizapp.quizzes.models import Extension, Quiz
from quizapp.quizzes.rules import FeedbackPolicy, QuizSettings, When
from tests.attempts.builders import (
    TWO_CHOICES,
    close,
    load,
    make_quiz,
    make_student,
    selects,
    statements,
)
from tests.factories import NOON, make_course, make_enrollment, make_user

HOUR = timedelta(hours=1)
AFTER = FeedbackPolicy(when=When.AFTER_CLOSING)
OVER: dict[str, Any] = {"opens_at": NOON - 2 * HOUR, "closes_at": NOON - HOUR, "feedback": AFTER}
REWORDED = TWO_CHOICES.replace("## One?", "## One, please?")
OTHER = TWO_CHOICES.replace("`id: one`", "`id: three`").replace("`id: two`", "`id: four`")


def find(user: User, quiz: Quiz, now: datetime = NOON) -> queries.Practice:
    return queries.find_practice(user, quiz.id, now)


def make_both(**settings: Any) -> tuple[Course, Quiz, User]:
    course = make_course()
    return course, make_quiz(course, **settings), make_student(course)


def submit(user: User, quiz: Quiz, now: datetime = NOON) -> str:
    attempt_id = attempts.start(user.id, quiz.id, now)
    attempts.submit(user.id, attempt_id, now)
    return attempt_id


def publish(course: Course, text: str, name: str = "week-03", **settings: Any) -> Quiz:
    return quizzes.create_quiz(course.id, load(text, name), QuizSettings(**settings), utc_now())


def test_a_quiz_that_is_over_may_be_practiced(any_app: Flask) -> None:
    _, quiz, user = make_both(**OVER)
    assert find(user, quiz).access is Access.OPEN


def test_extra_time_of_another_student_keeps_it_closed(app: Flask) -> None:
    course, quiz, user = make_both(**{**OVER, "closes_at": NOON - HOUR / 4})
    make_enrollment(course, make_user(), time_percent=200)
    assert find(user, quiz).access is Access.KEPT_BACK


def test_an_extension_of_another_student_keeps_it_closed(app: Flask) -> None:
    course, quiz, user = make_both(**OVER)
    extend(quiz, make_student(course), NOON + HOUR)
    assert find(user, quiz).access is Access.KEPT_BACK


def extend(quiz: Quiz, user: User, closes_at: datetime) -> None:
    db.session.add(Extension(quiz_id=quiz.id, user_id=user.id, closes_at=closes_at, made_at=NOON))
    db.session.commit()


def test_an_extension_in_an_old_quiz_with_the_same_questions_keeps_it_closed(app: Flask) -> None:
    course, quiz, user = make_both(**OVER)
    years = timedelta(days=900)
    old = make_quiz(make_course(), opens_at=NOON - years, closes_at=NOON - years, feedback=AFTER)
    make_enrollment(old.course, user)
    assert find(user, quiz).access is Access.OPEN
    extend(old, user, NOON + HOUR)
    assert find(user, quiz).access is Access.KEPT_BACK


def test_the_same_words_in_a_running_quiz_of_another_bank_keep_it_closed(any_app: Flask) -> None:
    _, quiz, user = make_both(**OVER)
    publish(make_course(), TWO_CHOICES, "final-exam", feedback=AFTER)
    assert find(user, quiz).access is Access.KEPT_BACK


def test_the_same_question_reworded_in_its_bank_keeps_it_closed(any_app: Flask) -> None:
    _, quiz, user = make_both(**OVER)
    publish(make_course(), REWORDED, feedback=AFTER)
    assert find(user, quiz).access is Access.KEPT_BACK


def test_the_same_id_in_another_bank_is_another_question(app: Flask) -> None:
    _, quiz, user = make_both(**OVER)
    text = TWO_CHOICES.replace("?\n", ", in other words?\n")
    publish(make_course(), text, "final-exam", feedback=AFTER)
    assert find(user, quiz).access is Access.OPEN


def test_other_questions_of_the_same_bank_do_not_matter(app: Flask) -> None:
    _, quiz, user = make_both(**OVER)
    publish(make_course(), OTHER, feedback=AFTER)
    assert find(user, quiz).access is Access.OPEN


def test_a_question_of_an_older_version_of_a_running_quiz_keeps_it_closed(app: Flask) -> None:
    _, quiz, user = make_both(**OVER)
    running = publish(make_course(), TWO_CHOICES, feedback=AFTER)
    quizzes.publish(running.id, load(OTHER), utc_now())
    assert find(user, quiz).access is Access.KEPT_BACK


def test_an_open_attempt_comes_first(app: Flask) -> None:
    _, quiz, user = make_both()
    attempts.start(user.id, quiz.id, NOON)
    assert find(user, quiz).access is Access.YOURS_FIRST


def test_who_has_submitted_the_only_attempt_may_practice(app: Flask) -> None:
    _, quiz, user = make_both()
    submit(user, quiz)
    assert find(user, quiz).access is Access.OPEN


def test_who_has_an_attempt_left_may_not(app: Flask) -> None:
    _, quiz, user = make_both(attempts_allowed=2)
    submit(user, quiz)
    assert find(user, quiz).access is Access.YOURS_FIRST


def test_an_attempt_left_in_another_quiz_with_the_same_questions_comes_first(app: Flask) -> None:
    course, quiz, user = make_both(**OVER)
    other = make_quiz(course)
    assert find(user, quiz).access is Access.YOURS_FIRST
    submit(user, other)
    assert find(user, quiz).access is Access.OPEN


def test_a_more_attempt_by_extension_comes_first(app: Flask) -> None:
    _, quiz, user = make_both()
    submit(user, quiz)
    db.session.add(Extension(quiz_id=quiz.id, user_id=user.id, more_attempts=1, made_at=NOON))
    db.session.commit()
    assert find(user, quiz).access is Access.YOURS_FIRST


def test_an_attempt_whose_time_has_run_out_does_not_come_first(app: Flask) -> None:
    _, quiz, user = make_both(time_limit=HOUR)
    attempts.start(user.id, quiz.id, NOON)
    practice = find(user, quiz, NOON + 2 * HOUR)
    assert (practice.access, practice.has_run_out) == (Access.OPEN, True)


def test_while_the_quiz_runs_the_version_of_the_own_result_is_practiced(app: Flask) -> None:
    _, quiz, user = make_both()
    submit(user, quiz)
    quizzes.publish(quiz.id, load(REWORDED), utc_now())
    assert find(user, quiz).version == 1


def test_when_the_quiz_is_over_its_newest_version_is_practiced(app: Flask) -> None:
    _, quiz, user = make_both(closes_at=NOON + HOUR)
    submit(user, quiz)
    quizzes.publish(quiz.id, load(REWORDED), utc_now())
    close(quiz.id, NOON - HOUR)
    assert find(user, db.session.get_one(Quiz, quiz.id)).version == 2


def test_the_list_has_every_quiz_of_the_own_courses(app: Flask) -> None:
    course, quiz, user = make_both(**OVER)
    later = make_quiz(course, OTHER)
    make_quiz(make_course(), OTHER)
    found = {each.quiz.id: each.access for each in queries.list_practices(user.id, NOON)}
    assert found == {quiz.id: Access.OPEN, later.id: Access.YOURS_FIRST}


def test_the_list_takes_as_many_selects_for_many_quizzes_as_for_one(app: Flask) -> None:
    course, _, user = make_both(**OVER)
    user_id = user.id
    with statements() as for_one:
        queries.list_practices(user_id, NOON)
    for _ in range(5):
        make_quiz(course, **OVER)
    with statements() as for_many:
        queries.list_practices(user_id, NOON)
    assert selects(for_many) <= selects(for_one) + 1


def test_a_quiz_whose_own_times_keep_it_back_is_not_asked_about_further(app: Flask) -> None:
    _, quiz, user = make_both(feedback=AFTER)
    submit(user, quiz)
    with statements() as found:
        assert queries.find_open_practice(user, quiz.id, NOON) is None
    assert selects(found) <= 3


def test_an_open_practice_is_the_one_that_is_found(app: Flask) -> None:
    _, quiz, user = make_both(**OVER)
    assert queries.find_open_practice(user, quiz.id, NOON) == find(user, quiz)
