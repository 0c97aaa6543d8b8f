"""Steps are added once, whatever arrives twice."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask

from quizapp.accounts.models import User
from quizapp.errors import NotFound
from quizapp.extensions import db
from quizapp.practice import service
from quizapp.practice.models import PracticeStep
from quizapp.practice.service import Checked, NothingAnswered, PracticeClosed, Scope
from tests.attempts.builders import AS_WRITTEN, make_quiz, make_student
from tests.factories import NOON, make_course, make_user
from tests.practice.practicing import FIVE, RIGHT, WRONG


def prepare(**settings: object) -> tuple[User, Scope]:
    course = make_course()
    quiz = make_quiz(course, FIVE, **{"closes_at": NOON, **AS_WRITTEN, **settings})
    return make_student(course), Scope(quiz.id)


def outcomes() -> list[str]:
    db.session.rollback()
    return [row.outcome for row in db.session.query(PracticeStep).order_by(PracticeStep.number)]


def test_an_answer_is_kept_with_what_became_of_it(any_app: Flask) -> None:
    user, scope = prepare()
    service.check(user, scope, Checked(1, (WRONG,)), NOON)
    service.check(user, scope, Checked(2, (RIGHT,)), NOON)
    service.skip(user, scope, 3, NOON)
    service.start_over(user, scope, 4, NOON)
    assert outcomes() == ["missed", "right", "skipped", "started over"]


def test_the_same_step_arriving_at_once_from_many_is_one(any_app: Flask) -> None:
    user, scope = prepare()
    db.session.expunge(user)

    def send(answer: str) -> None:
        with any_app.app_context():
            service.check(user, scope, Checked(1, (answer,)), NOON)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(send, [RIGHT, WRONG] * 4))
    assert len(outcomes()) == 1


def test_a_step_ahead_of_its_time_is_not_kept(app: Flask) -> None:
    user, scope = prepare()
    service.skip(user, scope, 2, NOON)
    assert outcomes() == []


def test_nothing_is_kept_of_an_empty_answer(app: Flask) -> None:
    user, scope = prepare()
    with pytest.raises(NothingAnswered):
        service.check(user, scope, Checked(1, ("",)), NOON)
    assert outcomes() == []


def test_nothing_is_kept_after_the_end(app: Flask) -> None:
    user, scope = prepare()
    for number in range(1, 8):
        service.check(user, scope, Checked(number, (RIGHT,)), NOON)
    assert len(outcomes()) == 5


def test_a_nonsense_answer_is_merely_not_right(any_app: Flask) -> None:
    user, scope = prepare()
    service.check(user, scope, Checked(1, ("a", "99", "\x00")), NOON)
    assert outcomes() == ["missed"]


def test_closed_practice_keeps_nothing(app: Flask) -> None:
    user, scope = prepare(closes_at=None)
    with pytest.raises(PracticeClosed):
        service.check(user, scope, Checked(1, (RIGHT,)), NOON)
    assert outcomes() == []


def test_who_is_not_in_the_course_finds_nothing(app: Flask) -> None:
    _, scope = prepare()
    with pytest.raises(NotFound):
        service.skip(make_user(), scope, 1, NOON)


def test_a_person_leaves_with_their_steps(any_app: Flask) -> None:
    user, scope = prepare()
    service.skip(user, scope, 1, NOON)
    db.session.delete(db.session.get_one(User, user.id))
    db.session.commit()
    assert outcomes() == []
