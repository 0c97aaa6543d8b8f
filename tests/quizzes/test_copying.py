"""Tests of copying a quiz into another course."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from flask import Flask
from sqlalchemy import func, select

from quizapp.attempts import service as attempts
from quizapp.attempts.models import Attempt
from quizapp.extensions import db
from quizapp.quizzes import service
from quizapp.quizzes.composition import Selection
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.questions import load_slots
from quizapp.quizzes.rules import FeedbackPolicy, QuizSettings, When
from tests.attempts.builders import NINE_TYPES, TWO_CHOICES, load, make_quiz, make_student
from tests.factories import NOON, make_course

WEEK = timedelta(weeks=1)


def copy(quiz_id: str, shift: timedelta = timedelta()) -> Quiz:
    """A copy in a course of its own."""
    return service.copy_quiz(quiz_id, make_course(title="Next term").id, shift, NOON)


def test_a_copy_asks_what_was_frozen(any_app: Flask) -> None:
    quiz_id = make_quiz(make_course(), NINE_TYPES).id
    copied = copy(quiz_id)
    assert copied.version == 1
    assert load_slots(copied.id, 1) == load_slots(quiz_id, 1)


def test_a_copy_has_the_same_settings_and_parts_and_no_attempts(any_app: Flask) -> None:
    course = make_course()
    quiz_id = make_quiz(course, NINE_TYPES, draw={0: 2}, time_limit=timedelta(minutes=5)).id
    attempts.start(make_student(course).id, quiz_id, NOON)
    copied = copy(quiz_id)
    source = db.session.get_one(Quiz, quiz_id)
    assert (copied.settings, copied.selections) == (source.settings, source.selections)
    assert copied.selections[0] == Selection("week-03", section="Choices", draw=2)
    counted = select(func.count()).where(Attempt.quiz_id == copied.id)
    assert db.session.scalar(counted) == 0


def test_a_copy_of_the_newest_version_is_its_first(app: Flask) -> None:
    quiz_id = make_quiz(make_course()).id
    service.publish(quiz_id, load(TWO_CHOICES.replace("One?", "Which one?")), NOON)
    assert load_slots(copy(quiz_id).id, 1)[0].question.heading == "Which one?"


def test_an_unpublished_quiz_stays_unpublished(app: Flask) -> None:
    quiz = service.make_quiz(make_course().id, "Week 5", QuizSettings(), NOON)
    db.session.add(quiz)
    db.session.commit()
    copied = copy(quiz.id)
    assert (copied.title, copied.version, copied.published_at) == ("Week 5", 0, None)


def test_times_move_as_clocks_show_them(app: Flask) -> None:
    before = datetime(2026, 3, 27, 14, tzinfo=UTC)  # two days before London's clocks change
    settings = QuizSettings(
        opens_at=before, closes_at=before, feedback=FeedbackPolicy(when=When.AT_TIME, at=before)
    )
    quiz = service.make_quiz(make_course().id, "Week 5", settings, NOON)
    db.session.add(quiz)
    db.session.commit()
    moved = copy(quiz.id, WEEK).settings
    an_hour_earlier = before + WEEK - timedelta(hours=1)
    assert moved == replace(
        settings,
        opens_at=an_hour_earlier,
        closes_at=an_hour_earlier,
        feedback=replace(settings.feedback, at=an_hour_earlier),
    )
